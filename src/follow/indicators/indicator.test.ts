import { describe, expect, test } from "vitest";
import type { Grant, Person, Role } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { ofAsked, ofLog, ofMeasured, ofSeries, type MeasuredRow } from "./figures.ts";
import * as rule from "./indicator.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const grant = (role: Role, organisationId: string): Grant => ({
  partnershipId: "p",
  organisationId,
  party: organisationId === "kommun" ? "municipality" : "police",
  role,
  title: role,
});
const person = (role: Role, organisationId: string): Person => ({
  id: `${role} ${organisationId}`,
  name: role,
  grants: [grant(role, organisationId)],
  operator: false,
});
const KARIN = person("coordinator", "kommun");
const JOHAN = person("liaison", "polis");
const moment = (by: Person) => ({ at: AT, by, newId: () => "01900000-0000-7000-8000-0000000000aa" });

const figures: rule.Sourced = {
  kind: "series",
  key: "skadegorelse",
  name: "Skadegörelse",
  unit: "anmälda brott",
  measure: "count",
  column: "outcome",
  source: "Brå",
  caveat: "Alla anmäler inte.",
  secrecy: "public",
  organisationId: "kommun",
  readings: [2023, 2024, 2025].map((year, place) => ({
    from: `${year}-01-01` as Day,
    on: `${year}-12-31` as Day,
    value: 30 - place,
    low: 20,
    high: 40,
    n: 30 - place,
    method: "official-figure",
    comparable: true,
  })),
  breaks: [{ on: "2023-06-01" as Day, why: "Nytt sätt att räkna." }],
};
const promised: rule.Promised = {
  partnershipId: "p",
  pledge: {
    documentId: "d",
    from: "2025-01-01" as Day,
    named: "Skadegörelse",
    comparison: "Hofors",
    foundOf: "skadegorelse",
  },
  sourced: figures,
  standing: [],
};
const wish: rule.NewIndicator = {
  pledgeId: "l1",
  from: { kind: "series", key: "skadegorelse" },
  name: "",
  unit: "",
  column: "outcome",
  measure: "measured",
  wanted: "down",
  controlDependent: false,
};
const begin = (more: Partial<rule.NewIndicator> = {}, state: rule.Promised = promised, by = KARIN) =>
  rule.beginIndicator.decide({ ...wish, ...more }, state, moment(by));
const begun = (() => {
  const result = begin();
  if (!result.ok) throw new Error(result.refusal.why);
  return result.value.indicator;
})();
const on = (more: Partial<rule.Indicator> = {}) => ({ partnershipId: "p", indicator: { ...begun, ...more } });

describe("an indicator is begun", () => {
  test("from what is there: name, unit and figures are not typed again, and the last before the promise is the baseline", () => {
    expect(begun).toMatchObject({
      name: "Skadegörelse",
      unit: "anmälda brott",
      measure: "count",
      inPromise: true,
      comparison: "Hofors",
      source: "Brå",
      secrecy: "public",
    });
    expect(begun.readings.map(({ on: day, baseline }) => [day, baseline])).toEqual([
      ["2023-12-31", false],
      ["2024-12-31", true],
      ["2025-12-31", false],
    ]);
    expect(begun.breaks).toEqual([{ on: "2023-06-01", why: "Nytt sätt att räkna.", fromSource: true }]);
  });

  test.each<[string, string, Partial<rule.NewIndicator>, Partial<rule.Promised>]>([
    ["for a promise that is not published", "pledge-not-promised", {}, { pledge: undefined }],
    ["from what is not there", "source-not-there", {}, { sourced: undefined }],
    ["beside what is not there", "source-not-there", { beside: "finns-inte" }, {}],
    [
      "of one's own without a name and a unit",
      "indicator-name-needed",
      { from: { kind: "own", key: "" } },
      { sourced: undefined },
    ],
    ["twice by the same name", "indicator-exists", {}, { standing: [{ ...begun, aside: undefined }] }],
    ["from a day without a figure", "baseline-not-there", { baselineOn: "2022-12-31" as Day }, {}],
    ["to a day that has been", "target-day-passed", { target: { value: 20, by: "2026-01-01" as Day } }, {}],
    ["by the name of somebody", "text-has-phone", { name: "Ring 070-123 45 67" }, {}],
  ])("not %s", (_said, why, more, state) => {
    expect(begin(more, { ...promised, ...state })).toMatchObject({ ok: false, refusal: { why } });
  });

  test("by either party, and of what one keeps to itself by that one alone", () => {
    const own = { ...promised, sourced: { ...figures, secrecy: "own" as const, organisationId: "polis" } };
    expect(rule.beginIndicator.may(KARIN, wish, promised)).toBeUndefined();
    expect(rule.beginIndicator.may(JOHAN, wish, promised)).toBeUndefined();
    expect(rule.beginIndicator.may(KARIN, wish, own)).toEqual({ why: "not-yours" });
    expect(rule.beginIndicator.may(JOHAN, wish, own)).toBeUndefined();
    expect(rule.beginIndicator.may(person("reader", "kommun"), wish, promised)).toEqual({ why: "not-yours" });
    const shared = { ...promised, sourced: { ...figures, secrecy: "shared" as const } };
    const secrecyOf = (by: Person, state: rule.Promised) => {
      const result = begin({ tell: true }, state, by);
      return result.ok && result.value.indicator.secrecy;
    };
    expect([secrecyOf(KARIN, shared), secrecyOf(JOHAN, shared), secrecyOf(JOHAN, own)]).toEqual([
      "public",
      "shared",
      "own",
    ]);
  });

  test.each([
    ["Narkotikabrott", "outcome", true],
    ["Rattfylleri", "outcome", true],
    ["Brott mot vapenlagen", "outcome", true],
    ["Skadegörelse", "outcome", false],
    ["Ser öppen narkotikahandel", "experience", false],
  ] as const)("«%s» as %s depends on control: %s", (name, column, depends) => {
    expect(rule.isControlDependent(name, column)).toBe(depends);
  });
});

describe("a figure is noted", () => {
  const note = (more: Partial<rule.NewReading>, indicator: Partial<rule.Indicator> = {}) =>
    rule.noteReading.decide(
      {
        on: "2026-10-01" as Day,
        method: "",
        baseline: false,
        correction: "",
        figure: { kind: "count", count: 3 },
        ...more,
      },
      on(indicator),
      moment(KARIN),
    );
  test("with the interval that is reckoned of it: exact for a count, by Wilson for a share", () => {
    expect(note({})).toMatchObject({ value: { reading: { value: 3, low: 0.6, high: 8.8, n: 3 } } });
    expect(note({ figure: { kind: "part", part: 6, of: 60 } })).toMatchObject({
      value: { reading: { value: 10, low: 4.7, high: 20.1, n: 60 } },
    });
    expect(rule.rateOf(655, 38)).toEqual({ value: 655, low: 463.5, high: 899, n: 38 });
  });
  test("a corrected one is another of the same day, and the baseline stays the baseline", () => {
    const result = note({ on: "2024-12-31" as Day, correction: "fel kolumn" });
    expect(result).toMatchObject({ value: { reason: "fel kolumn", reading: { baseline: true, from: "2024-01-01" } } });
  });
  test.each<[string, string, Partial<rule.NewReading>, Partial<rule.Indicator>]>([
    ["of a day ahead", "future-not-written", { on: "2027-01-01" as Day }, {}],
    ["twice without a reason", "reading-there", { on: "2024-12-31" as Day }, {}],
    ["as a correction of none", "reading-not-there", { correction: "fel" }, {}],
    ["of more than all", "part-over-whole", { figure: { kind: "part", part: 7, of: 6 } }, {}],
    ["with half an interval", "interval-one-end", { figure: { kind: "value", value: 5, low: 4, n: 40 } }, {}],
    [
      "outside its own interval",
      "interval-misses-value",
      { figure: { kind: "value", value: 5, low: 6, high: 7, n: 40 } },
      {},
    ],
    ["where the indicator is laid aside", "indicator-aside", {}, { aside: { on: "2026-01-01" as Day, reason: "fel" } }],
    ["with somebody's number", "text-has-phone", { method: "ring 070-123 45 67" }, {}],
  ])("not %s", (_said, why, more, indicator) => {
    expect(note(more, indicator)).toMatchObject({ ok: false, refusal: { why } });
  });
});

describe("a break, an answer, and what is laid aside", () => {
  const brk = (more: object, indicator = {}) =>
    rule.noteBreak.decide({ on: "2025-06-01" as Day, why: "Ny skala.", ...more }, on(indicator), moment(KARIN));
  const inputs = {
    measure: "count" as const,
    wanted: "down" as const,
    readings: begun.readings,
    points: [],
    others: [],
    around: null,
    breaks: [],
    began: "2025-01-01" as Day,
  };
  const effect = (began: string, indicator = {}) =>
    rule.askEffect.decide({ began: began as Day }, { ...on(indicator), inputs, selfSelected: false }, moment(KARIN));
  const aside = { aside: { on: "2026-01-01" as Day, reason: "fel" } };
  test.each<[string, { ok: boolean }, string]>([
    ["a break without a sentence", brk({ why: " " }), "break-sentence-needed"],
    ["the same day twice", brk({ on: "2023-06-01" }), "break-there"],
    ["a break of what is laid aside", brk({}, aside), "indicator-aside"],
    ["what an output led to", effect("2025-01-01", { column: "output" }), "effect-of-output"],
    ["what has not begun", effect("2027-01-01"), "effect-began-later"],
    ["what is laid aside led to", effect("2025-01-01", aside), "indicator-aside"],
    ["to lay aside without a reason", rule.layAside.decide({ reason: "" }, on(), moment(KARIN)), "aside-reason-needed"],
    [
      "what the picture counts is told",
      rule.tellIndicator.decide(
        {},
        on({ secrecy: "shared", from: { kind: "events", key: "fran=2024" } }),
        moment(KARIN),
      ),
      "events-not-told",
    ],
    ["what is told already is told again", rule.tellIndicator.decide({}, on(), moment(KARIN)), "indicator-told"],
    ["nothing new is fetched", rule.catchUp.decide({}, { ...on(), sourced: figures }, moment(KARIN)), "nothing-new"],
  ])("no: %s", (_said, result, why) => {
    expect(result).toMatchObject({ ok: false, refusal: { why } });
  });
  test("it is answered, with the best design, and says that it stood in the promise", () => {
    expect(effect("2025-01-01")).toMatchObject({
      ok: true,
      value: { inPromise: true, answer: { verdict: "cannot-be-known" } },
    });
    expect(brk({})).toMatchObject({ ok: true, value: { why: "Ny skala." } });
    expect(rule.tellIndicator.may(JOHAN, {}, on())).toEqual({ why: "not-yours" });
  });
  test("readings follow their source: what is later comes, what was corrected stands beside, and the baseline stays frozen", () => {
    const later = { ...figures.readings[2]!, on: "2026-06-30" as Day, from: "2026-01-01" as Day, value: 4, n: 4 };
    const readings = figures.readings.map((one) => ({ ...one, value: one.value + 1 }));
    const fresh = rule.caughtUp(begun, {
      ...figures,
      readings: [...readings, later],
      breaks: [{ on: "2026-01-01" as Day, why: "Ny lag." }],
    });
    expect(fresh.readings.map(({ on: day, value }) => [day, value])).toEqual([
      ["2023-12-31", 31],
      ["2025-12-31", 29],
      ["2026-06-30", 4],
    ]);
    expect(fresh.breaks).toEqual([{ on: "2026-01-01", why: "Ny lag.", fromSource: true }]);
  });
});

describe("what the sources say", () => {
  const of = { organisationId: "kommun", secrecy: "public" as const };
  const row: MeasuredRow = {
    ...of,
    sourceSlug: "fart",
    name: "V85 skolan",
    place: "Skolan",
    unit: "km/h",
    value: 47,
    low: 46,
    high: 48,
    n: 7000,
    from: "2024-09-16" as Day,
    to: "2024-09-22" as Day,
    caveat: "",
    source: "Gatuenheten",
    felt: false,
  };
  const series = {
    id: "s",
    slug: "s",
    sourceId: "q",
    key: "k",
    name: "Skadegörelse",
    step: "year" as const,
    area: { kind: "municipality" as const, code: "2101", name: "Ockelbo" },
    sex: "all" as const,
    partOf: undefined,
    caveat: "",
    licence: "",
    organisationId: "kommun",
    example: false,
  };
  const said = (year: number, figure: object) => ({
    readingId: "r",
    readingNumber: 1,
    asOf: "2026-01-01" as Day,
    from: `${year}-01-01` as Day,
    to: `${year}-12-31` as Day,
    mark: "",
    value: undefined,
    absent: undefined,
    low: undefined,
    high: undefined,
    n: undefined,
    standing: "final" as const,
    ...figure,
  });
  const about = { ...of, source: "Brå", caveat: "", felt: false };

  test("measurements of one thing at one place are one, in the order of time", () => {
    const later = { ...row, value: 39, from: "2026-09-14" as Day, to: "2026-09-20" as Day };
    const all = ofMeasured([later, row, { ...row, place: "Torget", name: "V85 torget" }]);
    expect(all.map(({ name, readings }) => [name, readings.map(({ value }) => value)])).toEqual([
      ["V85 skolan, Skolan", [47, 39]],
      ["V85 torget, Torget", [47]],
    ]);
  });
  test("a rate of so many has the counts' interval, a preliminary figure is left out, and what nobody counted has no interval", () => {
    const rate = ofSeries(
      {
        ...series,
        unit: "anmälda brott per 100 000 invånare",
        attested: [said(2024, { value: 655, n: 38 }), said(2025, { value: 500, n: 30, standing: "preliminary" })],
      },
      about,
      [],
    );
    expect(rate).toMatchObject({
      measure: "rate",
      column: "outcome",
      readings: [{ on: "2024-12-31", low: 463.5, high: 899, n: 38 }],
    });
    const bare = ofSeries(
      { ...series, unit: "anmälda brott per 100 000 invånare", attested: [said(2024, { value: 655 })] },
      about,
      [],
    );
    expect(bare).toMatchObject({ measure: "measured", readings: [{ low: null, high: null, n: null }] });
    const share = ofSeries({ ...series, unit: "procent", attested: [said(2024, { value: 10, n: 60 })] }, about, []);
    expect(share).toMatchObject({
      measure: "share",
      column: "experience",
      readings: [{ value: 10, low: 4.7, high: 20.1 }],
    });
  });
  test("a question asked in the same words is one, dialogue after dialogue", () => {
    const asked = { ...of, question: "Är du trygg?", option: "Ja", source: "Dialog", caveat: "" };
    const all = ofAsked([
      { ...asked, on: "2024-05-31" as Day, chose: 20, answered: 50 },
      { ...asked, on: "2026-05-31" as Day, chose: 30, answered: 50 },
    ]);
    expect(all.map(({ readings }) => readings.map(({ value, n }) => [value, n]))).toEqual([
      [
        [40, 50],
        [60, 50],
      ],
    ]);
  });
  test("a log is told by whole periods as long as it is promised", () => {
    const activity = {
      ...of,
      id: "a",
      text: "Kontroller",
      unit: "kontroller",
      from: "2026-01-01" as Day,
      to: "2026-12-31" as Day,
    };
    const done = ["2026-01-05", "2026-03-31", "2026-04-01", "2026-10-02"].map((day) => ({ on: day as Day, count: 2 }));
    const { readings, column } = ofLog(activity, done, "2026-11-24" as Day, "Loggen");
    expect([column, readings.map(({ on: day, value }) => [day, value])]).toEqual([
      "output",
      [
        ["2026-03-31", 4],
        ["2026-06-30", 2],
        ["2026-09-30", 0],
      ],
    ]);
    const target = { value: 12, per: "year", unit: "kontroller" } as const;
    const baseline = {
      value: { value: 5, qualifier: "exact" },
      unit: "kontroller",
      on: "2024-12-31" as Day,
      source: "Polisen",
    } as const;
    const yearly = { ...activity, from: "2025-01-01" as Day, target, baseline };
    const byYear = ofLog(yearly, [{ on: "2025-06-01" as Day, count: 11 }, ...done], "2026-11-24" as Day, "Loggen");
    // By the period it was promised for, with what the promise says of the time before and the number it names.
    expect([byYear.goal, byYear.readings.map(({ on: day, value }) => [day, value])]).toEqual([
      12,
      [
        ["2024-12-31", 5],
        ["2025-12-31", 11],
      ],
    ]);
  });
});
