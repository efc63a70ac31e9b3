import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../../test/reference-table.ts";
import { sharedData } from "../../../../test/shared-data.ts";
import { knox, shuffledCounts, type Happenings } from "./near-repeat.ts";
import { pairsNearer, placedBy } from "./near-repeat-pairs.ts";

const JANUARY = sharedData("reference/nearrepeat-chicago/chicago_be_jan2016.csv");
const ARSON = sharedData("reference/nearrepeat-chicago/chicago_arson_2016.csv");
const ANSWERS = sharedData("reference/nearrepeat-chicago/expected.json");

type Table = { s: (string | number)[]; t: (string | number)[]; observed: number[][] };
type Answers = {
  nrc_equivalent: Table;
  label_variant: Table;
  arson: Table;
  vignette: Table & { knox_ratio: number[][]; pvalues: number[][] };
};

function read(path: string): Happenings {
  const rows = tableOf(path);
  return {
    x: rows.map(([x]) => Number(x)),
    y: rows.map(([, y]) => Number(y)),
    day: rows.map(([, , day = ""]) => Date.parse(day) / 86_400_000),
  };
}
const ends = (words: readonly (string | number)[]) => words.map((word) => (word === "Inf" ? Infinity : Number(word)));
const ask = (happenings: Happenings, { s, t }: Table, replicates: number) =>
  knox(happenings, { distances: ends(s), days: ends(t) }, { metric: "manhattan", replicates, seed: 20 });

describe("near repeats", () => {
  test.skipIf(JANUARY === undefined || ARSON === undefined || ANSWERS === undefined)(
    "are counted as the Near Repeat Calculator and R's NearRepeat count Chicago's",
    () => {
      const r = JSON.parse(readFileSync(ANSWERS ?? "", "utf8")) as Answers;
      const january = read(JANUARY ?? "");
      expect(january.x).toHaveLength(970);
      expect(ask(january, r.nrc_equivalent, 1).observed).toEqual(r.nrc_equivalent.observed);
      // A band that is called "1 to 100" but ends at 101 gives another table: the calculators' labels are off by one.
      expect(ask(january, r.label_variant, 1).observed).toEqual(r.label_variant.observed);
      expect(ask(read(ARSON ?? ""), r.arson, 1).observed).toEqual(r.arson.observed);
    },
  );

  test.skipIf(JANUARY === undefined || ANSWERS === undefined)(
    "have the reference's ratios and p, within the error of 999 replicates",
    () => {
      const { vignette } = JSON.parse(readFileSync(ANSWERS ?? "", "utf8")) as Answers;
      const table = ask(read(JANUARY ?? ""), vignette, 999);
      expect(table.observed).toEqual(vignette.observed);
      for (const [row, ratios] of vignette.knox_ratio.entries())
        for (const [column, ratio] of ratios.entries()) {
          expect(Math.abs(table.ratio[row]![column]! / ratio - 1)).toBeLessThan(0.03);
          expect(Math.abs(table.p[row]![column]! - vignette.pvalues[row]![column]!)).toBeLessThan(0.06);
        }
      expect([table.p[0]![0], table.p[1]![0]]).toEqual([0.001, 0.001]);
    },
  );

  const event = fc.record({
    x: fc.integer({ min: 0, max: 900 }),
    y: fc.integer({ min: 0, max: 900 }),
    day: fc.integer({ min: 0, max: 60 }),
  });
  const split = (events: readonly { x: number; y: number; day: number }[]): Happenings => ({
    x: events.map(({ x }) => x),
    y: events.map(({ y }) => y),
    day: events.map(({ day }) => day),
  });
  test("do not depend on the order of the events, and every pair is in one cell when the bands have no end", () => {
    const open = { distances: [0, 100, 300, Infinity], days: [0, 7, 14, Infinity] };
    fc.assert(
      fc.property(fc.array(event, { minLength: 2, maxLength: 40 }), (events) => {
        const table = knox(split(events), open, { replicates: 3 });
        expect(knox(split(events.toReversed()), open, { replicates: 3 }).observed).toEqual(table.observed);
        expect(table.observed.flat().reduce((sum, pairs) => sum + pairs, 0)).toBe(
          (events.length * (events.length - 1)) / 2,
        );
        // The grid finds what comparing all finds.
        const near = knox(split(events), { distances: [0, 100, 300], days: [0, 7, 14] }, { replicates: 1 });
        expect(near.observed).toEqual(table.observed.slice(0, 2).map((row) => row.slice(0, 2)));
      }),
      { numRuns: 60 },
    );
  });

  test("have the same p in whatever order the events come, and leave out who has no place or day", () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 2, maxLength: 40 }), (events) => {
        const bands = { distances: [0, 150, 400], days: [0, 7, 30] };
        const table = knox(split(events), bands, { replicates: 19 });
        expect(knox(split(events.toReversed()), bands, { replicates: 19 })).toEqual(table);
        expect(knox(split([...events, { x: NaN, y: 3, day: 3 }]), bands, { replicates: 19 })).toEqual(table);
      }),
      { numRuns: 40 },
    );
  });

  test("are counted by the kernel as by its twin, replicate by replicate", () => {
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 2, maxLength: 60 }),
        fc.constantFrom([0, 7], [0.5, 7, 14, 21, 28, Infinity]),
        (events, days) => {
          const placed = placedBy(split(events), 400);
          const pairs = pairsNearer(placed, [0, 100, 400], "euclidean");
          const [kernel, twin]: [number[][], number[][]] = [[], []];
          const sorted = placed.day.toSorted();
          // Infinity is no end that a shuffle could change: the table takes it from all pairs of the band.
          shuffledCounts(pairs, sorted, days, 11, 3, (counts) => kernel.push(Array.from(counts)));
          shuffledCounts(pairs, sorted, days, 11, 3, (counts) => twin.push(Array.from(counts)), false);
          expect(kernel).toEqual(twin);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("of nothing, of one event and of all events at one place and day are plain tables", () => {
    const bands = { distances: [0, 100], days: [0, 7] };
    expect(knox({ x: [], y: [], day: [] }, bands).observed).toEqual([[0]]);
    expect(knox({ x: [1], y: [1], day: [1] }, bands)).toMatchObject({
      observed: [[0]],
      ratio: [[undefined]],
      p: [[1]],
    });
    expect(knox({ x: [1, 1, 1], y: [1, 1, 1], day: [5, 5, 5] }, bands)).toMatchObject({
      observed: [[3]],
      ratio: [[1]],
      p: [[1]],
    });
  });
});
