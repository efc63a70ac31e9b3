import fc from "fast-check";
import { expect, test } from "vitest";
import { readArea } from "../collect/series/area.ts";
import type { Attested } from "../collect/series/series.ts";
import type { Day } from "../ground/time.ts";
import { freeze, type FrozenFigure, type KnownNow, sinceThen, warningsOf } from "./frozen-figure.ts";

const day = (text: string) => text as Day;
const said = (more: Partial<Attested> = {}): Attested => ({
  value: 19,
  absent: undefined,
  mark: "",
  low: 12,
  high: 26,
  n: 111,
  standing: "final",
  from: day("2023-01-01"),
  to: day("2024-12-31"),
  readingId: "first",
  readingNumber: 1,
  asOf: day("2025-04-03"),
  ...more,
});
const known = (attested: readonly Attested[], more: Partial<KnownNow> = {}): KnownNow => ({
  series: {
    id: "s",
    slug: "otrygg-ockelbo",
    sourceId: "bra",
    organisationId: "kommun",
    key: "ntu|otrygg",
    name: "Otrygghet utomhus (NTU)",
    unit: "procent av befolkningen 16–84 år",
    step: "years",
    area: readArea({ name: "Ockelbo" }),
    sex: "all",
    partOf: undefined,
    caveat: "Ett urval har svarat.",
    licence: "Fri när källan anges",
    example: false,
    attested,
  },
  source: { name: "Brå", caveat: "", sampleType: "random" },
  breaks: [],
  readings: [
    { id: "first", fileName: "Ockelbo.xlsx", checksum: "a".repeat(64) },
    { id: "second", fileName: "Ockelbo-2026.xlsx", checksum: "b".repeat(64) },
  ],
  ...more,
});
const frozen = (attested = [said()], more: Partial<KnownNow> = {}): FrozenFigure => {
  const figure = freeze(known(attested, more), "2023-01-01");
  if (figure === undefined) throw new Error("Nothing was said of the period");
  return figure;
};

test("what is believed of the period is kept with its interval, what it rests on, its file and what must be known", () => {
  expect(
    frozen([said({ value: 18, low: 11, high: 25 }), said({ readingId: "second", asOf: day("2026-04-03") })]),
  ).toEqual({
    seriesId: "s",
    slug: "otrygg-ockelbo",
    name: "Otrygghet utomhus (NTU)",
    unit: "procent av befolkningen 16–84 år",
    step: "years",
    area: { kind: "municipality", code: "2101", name: "Ockelbo" },
    sex: "all",
    from: "2023-01-01",
    to: "2024-12-31",
    value: 19,
    low: 12,
    high: 26,
    n: 111,
    standing: "revised",
    asOf: "2026-04-03",
    fileName: "Ockelbo-2026.xlsx",
    checksum: "b".repeat(64),
    source: "Brå",
    licence: "Fri när källan anges",
    caveats: ["Ett urval har svarat."],
    breaks: [],
    sampleType: "random",
    method: "official-figure",
    version: "series-1",
  });
});

test.each<[string, string, readonly Attested[]]>([
  ["another period", "2021-01-01", [said()]],
  [
    "a period without a figure",
    "2023-01-01",
    [said({ value: undefined, absent: "missing", low: undefined, high: undefined })],
  ],
  ["a series nobody has said anything of", "2023-01-01", []],
])("%s is no evidence", (_, from, attested) => {
  expect(freeze(known(attested), from)).toBeUndefined();
});

const counted = { unit: "anmälda brott", low: null, high: null, from: day("2024-01-01") };
test.each<[string, Partial<FrozenFigure>, readonly string[]]>([
  ["a count that is large enough", { ...counted, value: 61, n: null }, []],
  ["a small count", { ...counted, value: 3, n: null }, ["small-number"]],
  ["a rate of few", { ...counted, unit: "anmälda brott per 100 000 invånare", value: 207, n: 12 }, ["small-number"]],
  ["a share with its interval, two years pooled", {}, ["pooled"]],
  ["a share without one", { low: null, from: day("2024-01-01") }, ["no-interval"]],
  ["a preliminary figure", { ...counted, value: 61, n: null, standing: "preliminary" }, ["preliminary"]],
  ["a figure that was corrected", { ...counted, value: 61, n: null, standing: "revised" }, ["revised"]],
  [
    "a series with a break",
    { from: day("2024-01-01"), breaks: [{ on: day("2018-01-01"), why: "Ny fråga" }] },
    ["break"],
  ],
  ["the county's", { from: day("2024-01-01"), area: readArea({ name: "Gävleborgs län" }) }, ["wider-area"]],
  ["the country's", { from: day("2024-01-01"), area: readArea({ name: "Hela landet" }) }, ["wider-area"]],
])("%s is to be believed as it is", (_, more, expected) => {
  expect(warningsOf({ ...frozen(), ...more })).toEqual(expected);
});

test("what the series says later is told beside it, and changes nothing of it", () => {
  const then = frozen();
  expect(sinceThen(then, frozen())).toEqual({ state: "the-same" });
  expect(sinceThen(then, undefined)).toEqual({ state: "gone" });
  const corrected = frozen([said(), said({ value: 22, readingId: "second", asOf: day("2026-04-03") })]);
  expect(sinceThen(then, corrected)).toEqual({ state: "changed", value: 22, asOf: "2026-04-03" });
});

test("a figure that is kept as text and read again says the same", () => {
  const number = fc.double({ min: 0, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(number, fc.option(number, { nil: undefined }), fc.nat(), (value, n, spread) => {
      const then = frozen([said({ value, n, low: value - spread, high: value + spread })]);
      const read = JSON.parse(JSON.stringify(then)) as FrozenFigure;
      expect(sinceThen(read, then)).toEqual({ state: "the-same" });
      expect(warningsOf(read)).toEqual(warningsOf(then));
    }),
  );
});
