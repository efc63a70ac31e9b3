import { describe, expect, test } from "vitest";
import type { Id } from "../ground/id.ts";
import type { Day } from "../ground/time.ts";
import type { Activity, Content, Pledge } from "./document.ts";
import { writtenFor } from "./easy.ts";
import { withException, withoutException } from "./exceptions.ts";
import { lint, questionsAnswered, stopping, tidied } from "./lint.ts";
import { ADVICE, PERSONAL, QUESTIONS, RULES, type Rule } from "./rules.ts";
import { advice } from "./lint-advice.ts";
import { rules } from "./words.ts";

const activity: Activity = {
  id: "0190a0a0-0000-7000-8000-000000000001" as Id<"activity">,
  number: "1.1",
  text: "Polisen gör minst åtta hastighetskontroller om året på Bruksvägen.",
  owner: "police",
  accountable: {
    organisationId: "0190a0a0-0000-7000-8000-000000000002" as Id<"organisation">,
    unit: "Trafik",
    accepted: true,
  },
  modality: "do-count",
  target: { comparator: "at-least", value: 8, unit: "kontroller", per: "year", places: ["Bruksvägen"] },
  baseline: { value: { value: 5, qualifier: "exact" }, unit: "kontroller", source: "2024" },
};
const pledge: Pledge = {
  id: "0190a0a0-0000-7000-8000-000000000003" as Id<"pledge">,
  order: 1,
  text: "Det ska gå långsammare på Bruksvägen.",
  theme: "trafik",
  owner: "joint",
  problemIds: ["0190a0a0-0000-7000-8000-000000000004" as Id<"problem">],
  causes: ["Vägen är rak och bred"],
  expectedEffect: { text: "Lägre fart", horizon: "short" },
  activities: [activity],
};
const content: Content = {
  title: "Medborgarlöfte",
  parties: [{ standing: "police", name: "Polisen" }],
  area: [{ kind: "municipality", code: "2101", name: "Ockelbo" }],
  period: { from: { said: "2028", on: "2028-01-01" as Day } },
  basis: [],
  pledges: [pledge],
  review: "Varje mars",
  equality: "Barnen först",
  sources: [],
};
const withActivity = (part: Partial<Activity>, drop: readonly (keyof Activity)[] = []): Content => {
  const changed = { ...activity, ...part };
  for (const key of drop) delete changed[key];
  return { ...content, pledges: [{ ...pledge, activities: [changed] }] };
};
const withPledge = (part: Partial<Pledge>): Content => ({ ...content, pledges: [{ ...pledge, ...part }] });
const without = (key: "review" | "equality"): Content => {
  const { [key]: _gone, ...rest } = content;
  return rest;
};
const { per: _per, places: _places, ...bare } = activity.target!;

/** Says what is done, and leaves how often, where and when to the fields. */
const SHORT = "Polisen kontrollerar hastigheten.";

/** Five events a year: no fall would show. */
const UNSEEN: NonNullable<NonNullable<Pledge["expectedEffect"]>["measured"]> = {
  kind: "events",
  of: "kategori=trafik",
  name: "Trafik, Åmot",
  unit: "händelser",
  from: "2027-01-01" as Day,
  to: "2027-12-31" as Day,
  wanted: "down",
  months: 12,
  before: 5,
};

/** One lack at a time, and the words the remark is about. */
const LACKING: Readonly<Record<Rule, readonly [lacking: Content, where: string, said?: string]>> = {
  "no-problem": [withPledge({ problemIds: [] }), "1"],
  "no-cause": [withPledge({ causes: [] }), "1"],
  "no-owner": [withActivity({}, ["accountable"]), "1.1"],
  "cannot-fail": [withPledge({ text: "Vi ska verka för lägre fart." }), "1", "verka för"],
  "no-activity": [withPledge({ activities: [] }), "1"],
  "no-number": [
    withActivity({ text: SHORT, target: { unit: "kontroller", per: "year", places: ["Bruksvägen"] } }),
    "1.1",
  ],
  "no-place": [withActivity({ text: SHORT, target: { ...bare, per: "year" } }), "1.1"],
  "no-date": [withActivity({ text: SHORT, target: { ...bare, per: "total", places: ["Bruksvägen"] } }), "1.1"],
  "no-baseline": [withActivity({}, ["baseline"]), "1.1"],
  "no-effect": [{ ...content, pledges: [(({ expectedEffect: _gone, ...rest }) => rest)(pledge)] }, "1"],
  "no-horizon": [withPledge({ expectedEffect: { text: "Lägre fart" } }), "1"],
  "change-out-of-sight": [withPledge({ expectedEffect: { ...pledge.expectedEffect!, measured: UNSEEN } }), "1"],
  "no-follow-up": [without("review"), ""],
  "long-sentence": [withPledge({ text: `${"ord ".repeat(31).trim()}.` }), "1", "31"],
  officialese: [withPledge({ text: "Insatser avseende farten." }), "1", "avseende"],
  "plain-old": [withPledge({ plain: { text: "Det ska gå sakta.", of: "0".repeat(64) } }), "1"],
  "plain-long": [withPledge({ plain: writtenFor(pledge, `${"ord ".repeat(21).trim()}.`)! }), "1", "21"],
  "easy-old": [{ ...content, easyRead: { text: "Det ska gå sakta.", of: "0".repeat(64) } }, ""],
  "easy-long": [{ ...content, easyRead: writtenFor(content, `${"ord ".repeat(16).trim()}.`)! }, "", "16"],
  "no-equality": [without("equality"), ""],
  "owner-not-accepted": [withActivity({ accountable: { ...activity.accountable!, accepted: false } }), "1.1", "Trafik"],
  "a-duty-already": [withActivity({ text: "Kommunen uppdaterar lägesbilden." }), "1.1", "lägesbilden"],
  "gives-control-away": [withActivity({ text: "Kontroll på Bruksvägen fredagar kl. 16." }), "1.1"],
  "names-a-person": [withPledge({ causes: ["Hör med receptionen på 0297-555 10"] }), "1", "0297-555 10"],
  "few-people": [withPledge({ causes: ["Tre flickor i årskurs 8 i Åmot"] }), "1", "Tre flickor"],
};

describe("what a careful reader misses", () => {
  test("nothing, where nothing is lacking", () => expect(lint(content)).toEqual([]));

  test.each(RULES)("%s, and nothing else", (rule) => {
    const [lacking, where, said] = LACKING[rule];
    const found = lint(lacking).map(({ at: _at, ...remark }) => remark);
    expect(found).toEqual([said === undefined ? { rule, where } : { rule, where, said }]);
    expect([rules[rule].sv, rules[rule].en].map((sentence) => sentence.includes("{said}"))).toEqual(
      said === undefined ? [false, false] : [true, true],
    );
  });

  test("what the text says itself need not be said in a field again", () => {
    expect(lint(withActivity({}, ["target"]))).toEqual([]);
  });

  test("where the words stand is told, for the text to be marked there", () => {
    expect(lint(withPledge({ text: "Vi ska verka för lägre fart." }))).toEqual([
      { rule: "cannot-fail", where: "1", said: "verka för", at: 7 },
    ]);
  });

  test.each([
    [
      "what is done when somebody asks needs no number, once it says so",
      {
        text: "Hjälp med vandring i byarna, hela året 2028",
        modality: "on-demand" as const,
        condition: "om önskemål finns",
      },
    ],
    [
      "a place chosen as it goes is a place",
      { target: { ...bare, per: "year" as const, placesBy: "där klagomål kommit in" } },
    ],
    ["a rhythm of its own is a date", { target: { ...bare, places: ["Björbo"], perText: "helgfri torsdag" } }],
    [
      "a duty with something new in it is a promise",
      { text: "Ny lägesbild två gånger om året.", beyondOrdinary: "Lagen säger vartannat år" },
    ],
    ["a time for being seen gives nothing away", { text: "Polis vid butiken varje torsdag kl. 10." }],
  ])("%s", (_name, part) => expect(lint(withActivity(part))).toEqual([]));

  test.each([
    ["a goal beyond what shows", 20, []],
    ["a goal short of what shows", 30, ["change-out-of-sight"]],
    ["no goal, and a halving shows", undefined, []],
  ])("%s", (_name, goal, rules) => {
    const measured = { ...UNSEEN, before: 40, seenAt: 26, level: 21 };
    const effect = { ...pledge.expectedEffect!, measured, ...(goal === undefined ? {} : { goal }) };
    expect(lint(withPledge({ expectedEffect: effect })).map(({ rule }) => rule)).toEqual(rules);
  });

  test("what cannot be counted needs neither number nor baseline, but a reason", () => {
    const uncounted = withActivity(
      { target: { per: "year", places: ["Ockelbo"] }, notCountableBecause: "ett samtal" },
      ["baseline"],
    );
    expect(lint(uncounted)).toEqual([]);
  });
});

describe("the fifteen questions", () => {
  test("are fifteen, and every rule asks one of them", () => {
    expect(QUESTIONS).toHaveLength(15);
    expect(QUESTIONS.flat().toSorted()).toEqual([...RULES].toSorted());
  });

  test("are all answered where nothing is lacking, and none before anything is promised", () => {
    expect(questionsAnswered(content, lint(content))).toEqual({ met: 15, excepted: 0 });
    const nothing = { ...content, pledges: [] };
    expect(questionsAnswered(nothing, lint(nothing))).toEqual({ met: 0, excepted: 0 });
  });

  test.each(RULES)("%s: one is left", (rule) => {
    const [lacking] = LACKING[rule];
    expect(questionsAnswered(lacking, lint(lacking))).toEqual({ met: 14, excepted: 0 });
  });

  test.each(RULES)("%s: stops the signature until there is a reason, unless it is advice", (rule) => {
    const [lacking, where, said] = LACKING[rule];
    expect(stopping(lacking)).toHaveLength(ADVICE.includes(rule) ? 0 : 1);
    for (const place of PERSONAL.includes(rule) ? [where] : [where, ""]) {
      const reasoned = withException(lacking, { rule, where: place, said }, "Det bestäms i augusti.");
      expect(stopping(reasoned)).toEqual([]);
      expect(questionsAnswered(reasoned, lint(reasoned))).toEqual({ met: 14, excepted: 1 });
      expect(withoutException(reasoned, { rule, where, said })).toEqual(lacking);
    }
  });

  test.each(PERSONAL)("%s: one reason for the whole document lets no place of it by", (rule) => {
    const [lacking, , said] = LACKING[rule];
    expect(stopping(withException(lacking, { rule, where: "", said }, "Det är känt."))).toHaveLength(1);
  });

  test.each<[string, Content, string]>([
    [
      "a third party",
      { ...content, parties: [...content.parties, { standing: "third", name: "Ring 0297-555 10" }] },
      "",
    ],
    ["the whole said again", { ...content, plain: writtenFor(content, "Ring receptionen, 0297-555 10")! }, ""],
    ["a löfte said again", withPledge({ easyRead: writtenFor(pledge, "Ring receptionen, 0297-555 10")! }), "1"],
    ["a place", { ...content, area: [{ kind: "area", name: "Hos receptionen, 0297-555 10" }] }, ""],
    ["a part of it", withPledge({ subPledges: ["Hör med receptionen, 0297-555 10"] }), "1"],
    ["whose it is", withPledge({ ownerSaid: "receptionen, 0297-555 10" }), "1"],
    ["who helps", withActivity({ supporting: ["receptionen, 0297-555 10"] }), "1.1"],
    ["the last day in words", withActivity({ deadline: { said: "när receptionen svarat, 0297-555 10" } }), "1.1"],
    [
      "where it is known from",
      withActivity({ baseline: { ...activity.baseline!, source: "receptionen 0297-555 10" } }),
      "1.1",
    ],
  ])("%s is in the text too: whoever it names is told", (_name, given, where) => {
    expect(lint(given)).toEqual([{ rule: "names-a-person", where, said: "0297-555 10" }]);
  });

  test("a pace in words that gives a check away is told", () => {
    const clock = withActivity({ target: { ...bare, places: ["Åmot"], perText: "fredagar kl. 16" } });
    expect(lint(clock)).toEqual([{ rule: "gives-control-away", where: "1.1" }]);
  });

  const inPlain = (text: string) => ({ plain: writtenFor(pledge, text)! });
  test.each<[string, Content, string]>([
    ["a day", withActivity({ text: "Polisen gör hastighetskontroll fredag 3 maj 2027 på Bruksvägen" }), "1.1"],
    ["a day of a sobriety check", withActivity({ text: "Nykterhetskontroll 14 mars vid Statoil" }), "1.1"],
    ["a day in figures", withActivity({ text: "Hastighetskontroll på Bruksvägen den 3/5" }), "1.1"],
    [
      "the last day of what is done once",
      withActivity({
        text: "Hastighetskontroll på Bruksvägen",
        modality: "do-once",
        deadline: { said: "2027-05-03", on: "2027-05-03" as Day },
      }),
      "1.1",
    ],
    ["the löfte's own words", withPledge({ text: "Fler kontroller på Bruksvägen fredag 3 maj." }), "1"],
    ["a part of it", withPledge({ subPledges: ["Nykterhetskontroll kl. 16"] }), "1"],
    ["its plain text", withPledge(inPlain("Polisen har kontroll klockan 16.")), "1"],
    ["the whole's preamble", { ...content, preamble: "Vi börjar med en kontroll den 3 maj på Bruksvägen." }, ""],
  ])("%s of a check gives it away", (_name, given, where) => {
    const [found, ...more] = lint(given).filter(({ rule }) => rule === "gives-control-away");
    expect([found, more]).toEqual([{ rule: "gives-control-away", where }, []]);
  });

  test.each([
    "Polisen gör åtta kontroller på Bruksvägen senast den 31 december 2028.",
    "Polisen gör åtta kontroller på Bruksvägen 1 juni–31 augusti 2028.",
    "Polisen gör åtta kontroller på Bruksvägen mellan den 1 juni och den 31 augusti.",
    "Polisen gör åtta kontroller på Bruksvägen och redovisar dem den 3 maj.",
    "Polisen gör åtta kontroller på Bruksvägen. Den 3 maj möts vi på torget.",
  ])("«%s» gives nothing away", (text) => {
    expect(lint(withActivity({ text })).filter(({ rule }) => rule === "gives-control-away")).toEqual([]);
  });

  test("a reason for one person lets no other by, neither at the same place nor one who comes there later", () => {
    const title = "Anna Lindh bjuder in";
    const one = withException({ ...content, title }, lint({ ...content, title })[0]!, "Hon har sagt ja.");
    expect(stopping(one)).toEqual([]);
    const both = { ...one, note: "Göran Svensson ska kontaktas." };
    expect(stopping(both)).toEqual([{ rule: "names-a-person", where: "", said: "Göran Svensson" }]);
    const reasoned = withException(both, stopping(both)[0]!, "Han har sagt ja.");
    expect([stopping(reasoned), reasoned.exceptions?.length]).toEqual([[], 2]);
    expect(withoutException(reasoned, stopping(both)[0]!)).toEqual(both);
    expect(tidied({ ...reasoned, title: "Löfte" }).exceptions?.map(({ said }) => said)).toEqual(["Göran Svensson"]);
  });

  test("each of those who are few is told, and has a reason of its own", () => {
    const told = lint(withPledge({ causes: ["Två pojkar rånade tre flickor."] }));
    expect(told.map(({ said }) => said)).toEqual(["Två pojkar", "tre flickor"]);
  });

  test("a reason is published too: whoever it names is told", () => {
    const [lacking, where] = LACKING["no-cause"];
    const reasoned = withException(lacking, { rule: "no-cause", where }, "Fråga receptionen, 0297-555 10");
    expect(lint(reasoned).map((remark) => remark.rule)).toEqual(["names-a-person", "no-cause"]);
  });

  test.each([
    ["Minst två elever från varje klass planerar kvällen.", 0],
    ["Möta ungdomar på två forum.", 0],
    ["Efter att två pojkar rånades i Åmot.", 1],
    ["En äldre kvinna vågar inte gå ut.", 1],
  ])("«%s»: %i remark that they are few", (text, count) => {
    const found = lint(withPledge({ causes: [text] })).filter((remark) => remark.rule === "few-people");
    expect(found).toHaveLength(count);
  });

  test("each says why, and how a better one reads, in both languages", () => {
    for (const { why, better } of Object.values(advice))
      for (const said of [why, better]) expect([said.sv, said.en].every((text) => /\.$|»$|”$/.test(text))).toBe(true);
  });

  // What names the very words it warns of is about them.
  test.each(RULES.filter((rule) => rule !== "officialese"))(
    "%s: the better example falls into no trap of wording",
    (rule) => {
      const remarks = lint(withPledge({ text: advice[rule].better.sv })).map((remark) => remark.rule);
      expect(remarks.filter((one) => one === "cannot-fail" || one === "officialese")).toEqual([]);
    },
  );
});
