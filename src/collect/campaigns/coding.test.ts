import { describe, expect, test } from "vitest";
import { amina, by, ingrid, karin, must, PARTNERSHIP, why } from "../../../test/people.ts";
import type { Day } from "../../ground/time.ts";
import { code, type Followed, type NewCoding, receiptSteps, showTheme, tellStep } from "./coding.ts";
import { reviewAnswer } from "./review.ts";
import { likeness, stemsOf, suggestCategories, themesLike } from "./similar.ts";

const wish = (more: Partial<NewCoding> = {}): NewCoding => ({
  subjects: [{ kind: "answer", id: "a" }],
  theme: "Belysningen vid skolan",
  category: "place.lighting",
  place: "",
  time: "any",
  concerns: "everybody",
  ...more,
});
const state = { partnershipId: PARTNERSHIP, theme: undefined, codable: ["a", "b"] };

describe("coding", () => {
  test.each<[string, Partial<NewCoding>, string]>([
    ["what is marked", {}, "yes"],
    ["without a theme", { theme: " " }, "name-needed"],
    ["nothing", { subjects: [] }, "nothing-marked"],
    ["what has not been read", { subjects: [{ kind: "answer", id: "x" }] }, "not-read-yet"],
    ["with a person's number in the theme", { theme: "Ring 070-123 45 67" }, "text-has-phone"],
  ])("%s", (_how, more, expected) => expect(why(code.decide(wish(more), state, by(amina)))).toBe(expected));

  test("several at once, to a theme that is there already or is made now", () => {
    const both = wish({
      subjects: [
        { kind: "answer", id: "a" },
        { kind: "observation", id: "b" },
      ],
    });
    expect(must(code.decide(both, state, by(amina)))).toMatchObject({
      isNew: true,
      codings: [{ themeId: "new-1" }, { themeId: "new-1" }],
    });
    const theme = { id: "t", name: "Belysningen", category: "place.lighting" as const };
    expect(must(code.decide(both, { ...state, theme }, by(amina)))).toMatchObject({ isNew: false, theme });
    expect(code.may(ingrid, both, state)?.why).toBe("not-yours");
  });

  test("what those who answer are shown is decided by those who lead, and names nobody", () => {
    const there = { partnershipId: PARTNERSHIP, theme: { name: "Belysningen vid skolan" } };
    const wanted = { shown: true, words: " mörkt\nsläckt " };
    expect(must(showTheme.decide(wanted, there, by(karin)))).toEqual({ on: "2026-11-24", words: "mörkt\nsläckt" });
    expect(must(showTheme.decide({ ...wanted, shown: false }, there, by(karin))).on).toBeUndefined();
    expect(why(showTheme.decide({ ...wanted, words: "Ring 070-123 45 67" }, there, by(karin)))).toBe("text-has-phone");
    const named = { ...there, theme: { name: "Anna Karlsson" } };
    expect(why(showTheme.decide(wanted, named, by(karin)))).toBe("text-has-name");
    expect(showTheme.may(amina, wanted, there)?.why).toBe("not-yours");
  });

  test("a step needs its words, except that it was chosen", () => {
    const step = { kind: "not-chosen" as const, on: "2026-12-03" as Day, text: "" };
    const here = { partnershipId: PARTNERSHIP };
    expect(why(tellStep.decide(step, here, by(karin)))).toBe("reason-needed");
    expect(why(tellStep.decide({ ...step, kind: "chosen" }, here, by(karin)))).toBe("yes");
    expect(tellStep.may(amina, step, here)?.why).toBe("not-yours");
  });
});

describe("an answer is read once", () => {
  const waiting = { partnershipId: PARTNERSHIP, owner: "municipality", answer: { id: "a", state: "waiting" as const } };
  test("and kept, or set aside for a public reason; what pointed at somebody is forgotten", () => {
    expect(must(reviewAnswer.decide({}, waiting, by(amina)))).toMatchObject({ state: "kept", readOn: "2026-11-24" });
    expect(must(reviewAnswer.decide({ reason: "points-at-a-person" }, waiting, by(amina)))).toMatchObject({
      forget: true,
    });
    expect(must(reviewAnswer.decide({ reason: "off-topic" }, waiting, by(amina)))).toMatchObject({ forget: false });
    const kept = { ...waiting, answer: { id: "a", state: "kept" as const } };
    expect(why(reviewAnswer.decide({}, kept, by(amina)))).toBe("nothing-to-review");
    const unseen = { ...waiting, answer: { ...waiting.answer, photo: "unseen" as const } };
    expect(why(reviewAnswer.decide({}, unseen, by(amina)))).toBe("photo-not-seen");
    expect(why(reviewAnswer.decide({ reason: "threat" }, unseen, by(amina)))).toBe("yes");
    expect(reviewAnswer.may(amina, {}, { ...waiting, owner: "police" })?.why).toBe("not-yours");
  });
});

describe("a receipt", () => {
  const day = (text: string) => `2026-${text}` as Day;
  const base: Followed = {
    receivedOn: day("05-12"),
    state: "waiting",
    readOn: undefined,
    reason: undefined,
    disposed: undefined,
    themes: [],
  };
  const kept: Followed = { ...base, state: "kept", readOn: day("05-14") };
  const theme = {
    name: "Belysning vid skolan",
    category: "place.lighting" as const,
    others: 31,
    steps: [],
    became: [],
    disputes: [],
  };
  test("has the seven steps of its way, with days", () => {
    const steps = receiptSteps({
      ...kept,
      themes: [
        {
          ...theme,
          steps: [
            { kind: "done", on: day("10-04"), text: "" },
            { kind: "chosen", on: day("06-03"), text: "" },
            { kind: "promised", on: day("07-01"), text: "Löfte 2" },
            { kind: "acting", on: day("08-15"), text: "nya armaturer" },
          ],
        },
      ],
    });
    expect(steps.map(({ kind }) => kind)).toEqual([
      "received",
      "read",
      "together",
      "chosen",
      "promised",
      "acting",
      "done",
    ]);
    expect(steps[2]).toEqual({ kind: "together", theme: theme.name, others: 29 });
  });
  test.each<[string, Followed, string[]]>([
    ["waits to be read", base, ["received"]],
    ["is read", kept, ["received", "read"]],
    ["had no words that anybody needed to read", { ...kept, readOn: undefined }, ["received", "counted"]],
    ["says why it was set aside", { ...kept, state: "set-aside", reason: "off-topic" }, ["received", "set-aside"]],
    [
      "says why it is not in the promise",
      { ...kept, themes: [{ ...theme, steps: [{ kind: "not-chosen", on: day("06-03"), text: "Vägen är statens" }] }] },
      ["received", "read", "together", "not-chosen"],
    ],
  ])("%s", (_how, followed, kinds) => expect(receiptSteps(followed).map(({ kind }) => kind)).toEqual(kinds));
  test("tells what later stages did, where nobody has told it by hand", () => {
    const became = [
      { kind: "weighed" as const, on: day("05-20"), text: "" },
      { kind: "chosen" as const, on: day("06-01"), text: "" },
      { kind: "promised" as const, on: day("07-01"), text: "Löfte 2" },
    ];
    const told = [{ kind: "chosen" as const, on: day("06-03"), text: "Mörkt vid skolan" }];
    const steps = receiptSteps({ ...kept, themes: [{ ...theme, became, steps: told }] }).slice(3);
    expect(steps.map((step) => [step.kind, "on" in step && step.on])).toEqual([
      ["weighed", "2026-05-20"],
      ["chosen", "2026-06-03"],
      ["promised", "2026-07-01"],
    ]);
  });
  test("says that its words have gone, and still what they led to", () => {
    const disposed = { on: day("12-01"), decidedOn: day("03-05"), paragraph: "§ 31" };
    expect(receiptSteps({ ...kept, themes: [theme], disposed }).map(({ kind }) => kind)).toEqual([
      "received",
      "read",
      "together",
      "disposed",
    ]);
    expect(receiptSteps({ ...base, disposed }).at(-1)).toEqual({ kind: "disposed", ...disposed });
  });
  test("says that «Klart» is disputed, and what was answered, never how many", () => {
    const done = [{ kind: "done" as const, on: day("10-04"), text: "nya armaturer" }];
    const open = { verdict: "no" as const, disputedOn: day("10-06"), replied: undefined };
    const replied = { kind: "again" as const, text: "Elektrikern kommer", on: day("10-09") };
    const answered = { verdict: "partly" as const, disputedOn: day("10-05"), replied };
    const last = (disputes: Followed["themes"][number]["disputes"]) =>
      receiptSteps({ ...kept, themes: [{ ...theme, steps: done, disputes }] }).slice(3);
    expect(last([])).toMatchObject([{ kind: "done", disputedOn: undefined }]);
    expect(last([{ ...open, disputedOn: day("10-08") }, open])).toMatchObject([
      { kind: "done", disputedOn: "2026-10-06" },
    ]);
    expect(last([answered, { ...answered, verdict: "no" }])).toMatchObject([
      { kind: "done", disputedOn: undefined },
      { kind: "replied", reply: "again", on: "2026-10-09", text: "Elektrikern kommer" },
    ]);
  });
  // The form tells of all who have said it, in steps; here the one who reads is one of them, and it moves as they do.
  test.each<[string, Partial<Followed["themes"][number]>, number | undefined]>([
    ["three others", { others: 3 }, undefined],
    ["four others", { others: 4 }, 4],
    ["eight others", { others: 8 }, 4],
    ["nine others", { others: 9 }, 9],
    ["eight others about drugs", { others: 8, category: "drugs.dealing" }, undefined],
    ["eighteen others about drugs", { others: 18, category: "drugs.dealing" }, 9],
  ])("tells of %s in the steps of every public page", (_how, more, others) => {
    const [, , together] = receiptSteps({ ...kept, themes: [{ ...theme, ...more }] });
    expect(together).toEqual({ kind: "together", theme: theme.name, others });
  });
});

describe("a suggestion", () => {
  const known = [
    {
      id: "1",
      name: "belysningen vid skolan",
      category: "place.lighting" as const,
      texts: ["Lamporna vid skolan är släckta"],
    },
    { id: "2", name: "farten på Åmotsvägen", category: "traffic.speeding" as const, texts: ["Bilarna kör för fort"] },
    { id: "3", name: "busshållplatsen", category: "place.stop" as const, texts: [] },
  ];
  test.each([
    ["Det är mörkt vid skolan, lampan är trasig", ["1"]],
    ["Bilar kör alldeles för fort", ["2"]],
    ["Ödsligt vid busshållplatsen", ["3"]],
    ["Jag trivs bra", []],
    ["", []],
  ])("«%s»", (text, ids) => expect(themesLike(text, known).map(({ id }) => id)).toEqual(ids));

  test.each([
    ["Lampan är släckt", "place.lighting"],
    ["Bilarna håller för hög hastighet", "traffic.speeding"],
    ["Klotter på väggen", "vandalism.graffiti"],
    ["Mopeder på gångbanan", "traffic.moped"],
  ])("«%s» is about %s", (text, category) => expect(suggestCategories(text)).toContain(category));

  test("endings do not hide that two words are one", () => {
    expect(likeness(stemsOf("lamporna"), stemsOf("lampa"))).toBe(1);
    expect(likeness(stemsOf("lampa"), stemsOf("moped"))).toBe(0);
    expect(likeness(stemsOf(""), stemsOf("moped"))).toBe(0);
  });
});
