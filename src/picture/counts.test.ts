import { array, assert, boolean, constantFrom, integer, option, property, record, subarray } from "fast-check";
import { describe, expect, test } from "vitest";
import { CATEGORY_GROUPS, type Category, groupOf } from "../collect/category.ts";
import { type ObservationKind, OBSERVATION_KINDS, SHARINGS, type Sharing } from "../collect/observation.ts";
import { knowledgeOf } from "../collect/source.ts";
import type { Month } from "../ground/time.ts";
import type { Village } from "../partnership/village.ts";
import { areaOf, areasOf, ELSEWHERE, type Ground, UNPLACED } from "./areas.ts";
import { beginStore } from "./columns/build.ts";
import { dayNumber, dayWritten, hourOfWeek, localDay, minuteOfWall } from "./columns/local-time.ts";
import { pictureBasisOf, type BasisSource } from "./basis.ts";
import {
  changeBetween,
  changeOf,
  type Counted,
  type CountedSource,
  countsOf,
  foremost,
  laterMonth,
  monthsOf,
  timeBefore,
} from "./counts.ts";
import { type Entry, eventOf, voicesOf } from "./entry-event.ts";
import { type Edge, type Question, readQuestion } from "./question.ts";

const village = (slug: string, lon: number, lat: number): Village => ({
  slug,
  name: slug,
  position: [lon, lat],
  radiusMetres: 2500,
  population: undefined,
  populationYear: undefined,
});
const OCKELBO = village("ockelbo", 16.718, 60.8985);
const AMOT = village("amot", 16.4518, 60.9634);
const VILLAGES = [OCKELBO, AMOT];
const GROUND: Ground = {
  municipality: { code: "2101", name: "Ockelbo" },
  county: { code: "21", name: "Gävleborg" },
};
const SOURCES: readonly CountedSource[] = [
  { slug: "vandring", kind: "walk", knowledge: "felt" },
  { slug: "veckorapport", kind: "weekly-report", knowledge: "recorded" },
  { slug: "polisen", kind: "police-events", knowledge: "recorded" },
];

/** The stores of these entries, as the server makes them. */
function counted(entries: readonly Entry[]): Counted {
  const areas = areasOf(VILLAGES, GROUND);
  const [events, summaries, voices] = [beginStore(areas), beginStore(areas), beginStore(areas)];
  for (const [key, entry] of entries.entries()) {
    const event = eventOf(entry, key, VILLAGES, GROUND);
    (entry.bundle ? summaries : events).add(event);
    if (!entry.bundle && knowledgeOf(entry.sourceKind) === "felt") voices.add({ ...event, count: voicesOf(entry) });
  }
  return { events: events.finish(), summaries: summaries.finish(), voices: voices.finish() };
}

const minuteAt = (year: number, month: number, day: number, hour = 12) =>
  minuteOfWall(dayNumber(year, month, day) * 1440 + hour * 60);
const NOTED: Entry = {
  id: "a",
  source: "veckorapport",
  sourceKind: "weekly-report",
  kind: "problem",
  category: "place.lighting",
  sharing: "shared",
  place: { kind: "point", position: OCKELBO.position, code: undefined },
  whenKind: "instant",
  from: minuteAt(2021, 11, 1),
  to: undefined,
  recurrence: undefined,
  precision: "minute",
  agreed: undefined,
  bundle: false,
};
const noted = (some: Partial<Entry> = {}): Entry => ({ ...NOTED, ...some });
const ask = (entries: readonly Entry[], asked: Parameters<typeof readQuestion>[0] = {}) =>
  countsOf(counted(entries), readQuestion(asked).question, VILLAGES, SOURCES);

const places = constantFrom<Entry["place"]>(
  { kind: "point", position: OCKELBO.position, code: undefined },
  { kind: "segment", position: AMOT.position, code: undefined },
  { kind: "point", position: [16.6, 60.93], code: undefined },
  { kind: "area", position: undefined, code: undefined },
  { kind: "municipality", position: undefined, code: "2101" },
  { kind: "county", position: undefined, code: "21" },
  { kind: "unknown", position: undefined, code: undefined },
);
const someEntries = array(
  record({
    source: constantFrom("vandring", "veckorapport", "polisen"),
    kind: constantFrom<ObservationKind>(...OBSERVATION_KINDS),
    category: constantFrom<Category>("place.lighting", "traffic.speeding", "drugs.young", "theft.other"),
    sharing: constantFrom<Sharing>(...SHARINGS),
    place: places,
    from: option(integer({ min: minuteAt(2021, 10, 1, 0), max: minuteAt(2022, 2, 28, 23) }), { nil: undefined }),
    hour: boolean(),
    agreed: option(integer({ min: 0, max: 20 }), { nil: undefined }),
    bundle: boolean(),
  }).map(({ hour, ...rest }): Entry =>
    noted({
      ...rest,
      sourceKind: SOURCES.find(({ slug }) => slug === rest.source)!.kind,
      whenKind: rest.from === undefined ? "unknown" : "instant",
      precision: rest.from === undefined ? "unknown" : hour ? "hour" : "day",
    }),
  ),
  { maxLength: 40 },
);
const edges = constantFrom<Edge>("2021-10" as Month, "2021-11" as Month, "2021-11-12" as Edge, "2022-01" as Month);
const questions = record({
  from: option(edges, { nil: undefined }),
  to: option(edges, { nil: undefined }),
  hours: constantFrom<readonly number[]>(
    [],
    [108, 109, 110],
    Array.from({ length: 168 }, (_, hour) => hour),
  ),
  categories: subarray([...CATEGORY_GROUPS]),
  kinds: subarray([...OBSERVATION_KINDS]),
  knowledge: subarray(["felt", "recorded", "measured"] as const),
  sources: subarray(["vandring", "veckorapport", "finns-inte"]),
  area: option(constantFrom("ockelbo", ELSEWHERE, UNPLACED), { nil: undefined }),
  box: constantFrom(undefined),
  sharing: constantFrom("all" as const, "shared" as const, "public" as const),
  compared: constantFrom(undefined),
});

/** The question as it is said: one entry at a time. */
function isAsked(entry: Entry, question: Question): boolean {
  const has = <T>(asked: readonly T[], value: T) => asked.length === 0 || asked.includes(value);
  const day = entry.from === undefined ? undefined : dayWritten(localDay(entry.from));
  const dated = question.from === undefined && question.to === undefined ? true : day !== undefined;
  const hour = entry.from === undefined || entry.precision === "day" ? undefined : hourOfWeek(entry.from);
  return (
    dated &&
    (question.from === undefined || day! >= question.from) &&
    // "2021-11-30" comes after "2021-11", and "2021-11-30~" would not.
    (question.to === undefined || day!.slice(0, question.to.length) <= question.to) &&
    (question.hours.length === 0 || (hour !== undefined && question.hours.includes(hour))) &&
    has(question.categories, groupOf(entry.category)) &&
    has(question.kinds, entry.kind) &&
    has(question.knowledge, knowledgeOf(entry.sourceKind)) &&
    has(question.sources, entry.source) &&
    (question.area === undefined || question.area === areaOf(entry.place.position, VILLAGES)) &&
    (question.sharing === "all" ||
      entry.sharing === "public" ||
      (question.sharing === "shared" && entry.sharing !== "own"))
  );
}

const sum = (tallies: readonly { readonly count: number }[]) => tallies.reduce((all, { count }) => all + count, 0);
const total = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, one) => all + one, 0);

describe("counts", () => {
  test("are those of what is asked for, one by one, and add up whatever is counted by", () => {
    assert(
      property(someEntries, questions, (all: Entry[], question: Question) => {
        const counts = countsOf(counted(all), question, VILLAGES, SOURCES);
        const asked = all.filter((entry) => isAsked(entry, question));
        const single = asked.filter(({ bundle }) => !bundle);
        expect(counts.total).toBe(single.length);
        expect(counts.summaries).toBe(asked.length - single.length);
        expect(counts.unplaced).toBe(single.filter(({ place }) => place.position === undefined).length);
        expect(counts.pressSelection).toBe(single.filter(({ source }) => source === "polisen").length);
        expect(sum(counts.byMonth) + counts.undated).toBe(counts.total);
        expect(sum(counts.byCategory)).toBe(counts.total);
        expect(sum(counts.bySource)).toBe(counts.total);
        expect(sum(counts.byArea)).toBe(counts.total);
        expect(total(counts.byPrecision)).toBe(counts.total);
        expect(total(counts.byGranularity)).toBe(counts.total);
        expect(counts.byHour.reduce((a, b) => a + b, 0) + counts.withoutHour + counts.undated).toBe(counts.total);
        for (const area of counts.byArea) {
          const here = single.filter(({ place }) => areaOf(place.position, VILLAGES) === area.key);
          const felt = here.filter(({ sourceKind }) => knowledgeOf(sourceKind) === "felt");
          expect(area).toMatchObject({ count: here.length, felt: felt.length, recorded: here.length - felt.length });
          expect(area.voices).toBe(felt.reduce((voices, entry) => voices + voicesOf(entry), 0));
        }
      }),
      { numRuns: 20 },
    );
  });

  test("of what both see are among all, and of what everybody may see among those", () => {
    assert(
      property(someEntries, (all: Entry[]) => {
        const [own, shared, open] = ["", "gemensamt", "offentligt"].map((delning) => ask(all, { delning }).total);
        expect(own).toBeGreaterThanOrEqual(shared!);
        expect(shared).toBeGreaterThanOrEqual(open!);
      }),
      { numRuns: 5 },
    );
  });

  test("show an empty month as empty", () => {
    const { byMonth } = ask([
      noted({ from: minuteAt(2021, 11, 3) }),
      noted({ from: minuteAt(2022, 2, 1) }),
      noted({ from: minuteAt(2021, 11, 30) }),
    ]);
    expect(byMonth.map(({ key, count }) => `${key} ${count}`)).toEqual([
      "2021-11 2",
      "2021-12 0",
      "2022-01 0",
      "2022-02 1",
    ]);
  });

  test("never count a night's summary as one happening", () => {
    const counts = ask([noted({ category: "police.summary", bundle: true })]);
    expect(counts).toMatchObject({ total: 0, summaries: 1, byCategory: [], unplaced: 0 });
  });

  test("label one to four as few, and five as enough to count", () => {
    const some = (number: number) => ask(Array.from({ length: number }, () => noted())).byCategory[0]?.few;
    expect([1, 4, 5].map(some)).toEqual([true, true, false]);
  });

  test("share an interval out over the days and hours it lies in", () => {
    // Friday 22 to Saturday 02: half of it on either day.
    const night = noted({ whenKind: "interval", from: minuteAt(2021, 11, 5, 22), to: minuteAt(2021, 11, 6, 2) });
    const friday = ask([night], { fran: "2021-11-05", till: "2021-11-05" });
    expect(friday).toMatchObject({
      total: 0.5,
      events: 1,
      spread: 1,
      byMonth: [{ key: "2021-11", count: 0.5, few: true }],
    });
    expect(ask([night], { tid: "fre-lor22-02" }).total).toBe(1);
    expect(ask([night], { tid: "lor00-01" }).total).toBe(0.25);
  });

  test("count in a box what lies in it, area by area, and tell how much cannot be said to", () => {
    const coarse = noted({ place: { kind: "municipality", position: undefined, code: "2101" } });
    const all = [noted(), noted(), noted({ place: { ...NOTED.place, position: AMOT.position } }), coarse];
    const counts = ask(all, { ruta: "16.7,60.88,16.74,60.92" });
    expect(counts).toMatchObject({ total: 2, notPlaced: 1, unplaced: 0 });
    expect(counts.byArea.map(({ count }) => count)).toEqual([2, 0, 0, 0]);
    expect(ask(all, { ort: "amot" })).toMatchObject({ total: 1, notPlaced: 1 });
    // The municipality takes in its villages.
    expect(ask(all, { ort: "2101" })).toMatchObject({ total: 4, notPlaced: 0 });
  });

  test("of a time that ends before it begins are none", () => {
    expect(ask([noted()], { fran: "2021-12", till: "2021-10" })).toMatchObject({ total: 0, events: 0, byMonth: [] });
  });

  test("know every month there is anything in, newest first", () => {
    const all = counted([
      noted({ from: minuteAt(2021, 11, 3) }),
      noted({ from: minuteAt(2022, 1, 31, 23), bundle: true }),
    ]);
    expect(monthsOf(all)).toEqual(["2022-01", "2021-12", "2021-11"]);
  });
});

describe("a comparison", () => {
  test("is in per cent only when both counts are ten or more", () => {
    expect(changeBetween(4, 6)).toEqual({ before: 4, after: 6 });
    expect(changeBetween(9, 40)).toEqual({ before: 9, after: 40 });
    expect(changeBetween(10, 15)).toEqual({ before: 10, after: 15, percent: 50 });
  });

  test("is with the equally long time just before", () => {
    const of = (from: string, to: string) => timeBefore({ from: from as Edge, to: to as Edge });
    expect(of("2026-01", "2026-12")).toEqual({ from: "2025-01", to: "2025-12" });
    expect(of("2026-03", "2026-03")).toEqual({ from: "2026-02", to: "2026-02" });
    expect(of("2026-03-02", "2026-03-08")).toEqual({ from: "2026-02-23", to: "2026-03-01" });
    expect(of("2026-03-02", "2026-03")).toEqual({ from: "2026-01-31", to: "2026-03-01" });
    expect(of("2026-05", "2026-01")).toBeUndefined();
    expect(timeBefore({ from: "2026-01" as Month, to: undefined })).toBeUndefined();
  });

  const many = (number: number, some: Partial<Entry>) => Array.from({ length: number }, () => noted(some));
  const change = (entries: readonly Entry[], asked: Parameters<typeof readQuestion>[0]) =>
    changeOf(counted(entries), readQuestion(asked).question, SOURCES);

  test("counts what is recorded and leaves out what is felt, which comes in heaps", () => {
    const walk = { source: "vandring", sourceKind: "walk" as const };
    const all = [
      ...many(10, { from: minuteAt(2021, 10, 5) }),
      ...many(15, {}),
      ...many(40, { ...walk, from: minuteAt(2021, 10, 6) }),
    ];
    expect(change(all, { fran: "2021-11", till: "2021-11" })).toEqual({ before: 10, after: 15, percent: 50 });
    expect(change(all, { fran: "2021-11", till: "2021-11", kunskap: "upplevt" })).toEqual({ before: 0, after: 0 });
    expect(change(all, {})).toBeUndefined();
  });

  test("is with what was said, in per cent only of an equally long time and never of another village", () => {
    const all = [...many(10, { from: minuteAt(2020, 11, 5) }), ...many(20, {})];
    const november = { fran: "2021-11", till: "2021-11" };
    expect(change(all, { ...november, jamfor: "2020-11..2020-11" })).toEqual({ before: 10, after: 20, percent: 100 });
    expect(change(all, { ...november, jamfor: "2020-10..2020-11" })).toEqual({ before: 10, after: 20 });
    const inAmot = many(12, { place: { ...NOTED.place, position: AMOT.position } });
    expect(change([...many(20, {}), ...inAmot], { ort: "ockelbo", jamfor: "amot" })).toEqual({ before: 12, after: 20 });
  });

  test("finds no winner in a tie or in a handful", () => {
    const tally = (key: string, count: number) => ({ key, count, few: false });
    expect(foremost([tally("a", 7), tally("b", 5)])?.key).toBe("a");
    expect(foremost([tally("a", 7), tally("b", 7)])).toBeUndefined();
    expect(foremost([tally("a", 4), tally("b", 1)])).toBeUndefined();
  });
});

describe("what an answer rests on", () => {
  const sources: readonly BasisSource[] = SOURCES.map((source) => ({
    ...source,
    name: source.slug,
    sampleType: source.slug === "vandring" ? "self-selected" : "not-a-sample",
    caveat: "",
  }));
  const basis = (entries: readonly Entry[], asked: Parameters<typeof readQuestion>[0] = {}) => {
    const [all, { question }] = [counted(entries), readQuestion(asked)];
    return pictureBasisOf(all, question, countsOf(all, question, VILLAGES, SOURCES), sources);
  };

  test("says how many chose themselves, were chosen for the press, or are seen when somebody checks", () => {
    const told = basis([
      noted(),
      noted({ source: "vandring", sourceKind: "walk", category: "drugs.young" }),
      noted({ source: "polisen", sourceKind: "police-events", category: "traffic.drunk" }),
      noted({ category: "drugs.dealing", place: { kind: "unknown", position: undefined, code: undefined } }),
    ]);
    expect(told.cautions.map(({ kind, count }) => `${kind} ${count}`)).toEqual([
      "self-selected 1",
      "press-selection 1",
      "control-dependent 2",
    ]);
    expect(told).toMatchObject({ n: 4, unplacedShare: 0.25, undatedShare: 0, from: "2021-11-01", to: "2021-11-01" });
    expect(told.sentence.sv).toContain("för få");
  });

  test("is the time asked for, and nothing where there is nothing", () => {
    expect(basis([noted()], { fran: "2021-10", till: "2021-11" })).toMatchObject({
      from: "2021-10-01",
      to: "2021-11-30",
    });
    const none = basis([]);
    expect(none).toMatchObject({ n: 0, unplacedShare: 0, from: null, to: null, sources: [], cautions: [] });
    expect(none.sentence.sv).toContain("Det betyder inte att inget har hänt");
  });
});

describe("a month", () => {
  test("goes over new year both ways", () => {
    expect(laterMonth("2025-12" as Month, 1)).toBe("2026-01");
    expect(laterMonth("2026-01" as Month, -1)).toBe("2025-12");
    expect(laterMonth("2026-03" as Month, -15)).toBe("2024-12");
  });
});

describe("an area", () => {
  test("is the nearest village within its reach, else elsewhere, and without a position none", () => {
    expect(areaOf([16.72, 60.9], VILLAGES)).toBe("ockelbo");
    expect(areaOf([16.6, 60.93], VILLAGES)).toBe(ELSEWHERE);
    expect(areaOf(undefined, VILLAGES)).toBe(UNPLACED);
  });

  test("is the nearer of two that both reach", () => {
    const near = { ...OCKELBO, slug: "wij", position: [16.72, 60.9] as const };
    expect(areaOf([16.7201, 60.9001], [OCKELBO, near])).toBe("wij");
  });
});
