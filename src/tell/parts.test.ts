// Somebody who knows the rule tries every table there is: those that give the same page stand together, and what a small part is in each of them is what it may be.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PublicCount } from "../ground/fewest.ts";
import { discloseMargins, discloseParts, disclosePartsOf, hiddenAmong } from "./parts.ts";

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Every table of so many parts whose sum is at most `most`: a page that tells its sum is told of no other tables. */
function* tables(parts: number, most: number): Generator<readonly number[]> {
  if (parts === 0) yield [];
  else
    for (let value = 0; value <= most; value++)
      for (const rest of tables(parts - 1, most - value)) yield [value, ...rest];
}

type Narrowed = { readonly values: readonly number[]; readonly place: number; readonly possible: readonly number[] };

/** The small parts that are not, for all that is known, anything from 1 to the last number that is not told. */
function attack(
  all: Iterable<readonly number[]>,
  fewest: readonly number[],
  publish: (values: readonly number[]) => unknown,
  mostOf: (values: readonly number[]) => number = () => Infinity,
): readonly Narrowed[] {
  const pages = new Map<string, { readonly may: ReadonlySet<number>[]; readonly of: (readonly number[])[] }>();
  for (const values of all) {
    const page = JSON.stringify(publish(values));
    const same = pages.get(page) ?? { may: fewest.map(() => new Set<number>()), of: [] };
    for (const [place, value] of values.entries()) (same.may[place] as Set<number>).add(value);
    same.of.push(values);
    pages.set(page, same);
  }
  return [...pages.values()].flatMap(({ may, of }) =>
    of.flatMap((values) =>
      [...values.entries()].flatMap(([place, value]) => {
        if (value === 0 || value >= fewest[place]!) return [];
        const range = Array.from({ length: Math.min(fewest[place]! - 1, mostOf(values)) }, (_, at) => at + 1);
        const possible = range.filter((one) => may[place]!.has(one));
        return possible.length === range.length ? [] : [{ values, place, possible }];
      }),
    ),
  );
}

/** As it was: the smallest of the others is hidden beside the few, and the few are called few. */
function naive(values: readonly number[], fewest: readonly number[]): unknown {
  const hidden = new Set([...values.keys()].filter((place) => values[place]! > 0 && values[place]! < fewest[place]!));
  const few = new Set(hidden);
  while (hidden.size > 0 && (hidden.size < 2 || sumOf([...hidden].map((at) => values[at]!)) < Math.max(...fewest))) {
    const others = [...values.keys()].filter((place) => values[place]! > 0 && !hidden.has(place));
    if (others.length === 0) return values.map((value) => (value === 0 ? 0 : "hidden"));
    hidden.add(others.toSorted((a, b) => values[a]! - values[b]!)[0]!);
  }
  return [values.map((value, at) => (few.has(at) ? "few" : hidden.has(at) ? "hidden" : value)), sumOf(values)];
}

const TABLES: readonly (readonly [fewest: readonly number[], most: number])[] = [
  [[5], 30],
  [[5, 5], 45],
  [[5, 10], 45],
  [[10, 5], 45],
  [[5, 5, 5], 30],
  [[5, 10, 5], 34],
  [[10, 10, 5], 34],
  [[5, 5, 5, 5], 22],
];

describe("parts beside their sum, before somebody who knows the rule", () => {
  test("the attack beats what was done before: a part is worked out, or narrowed to less than it was told as", () => {
    const fewest = [5, 5, 5];
    const solved = attack(tables(3, 30), fewest, (values) => naive(values, fewest));
    const beaten = (values: readonly number[]) => solved.find((one) => String(one.values) === String(values))?.possible;
    expect(beaten([1, 5, 20])).toEqual([1]);
    expect(beaten([4, 4, 20])).toEqual([4]);
    expect(beaten([4, 6, 6])).toEqual([4]);
    expect(solved.length).toBeGreaterThan(1000);
  });

  test.each(TABLES)("of %j every small part can still be anything small, in every table up to %i", (fewest, most) => {
    const all = tables(fewest.length, most);
    expect(attack(all, fewest, (values) => discloseParts(values, fewest))).toEqual([]);
  });

  test.each(TABLES.filter(([fewest]) => fewest.length > 1))(
    "and so where their whole is told whatever becomes of them: %j up to %i",
    (fewest, most) => {
      const all = tables(fewest.length, most);
      // Of a whole of three no part can be four.
      const publish = (values: readonly number[]) => [disclosePartsOf(values, fewest), sumOf(values)];
      expect(attack(all, fewest, publish, sumOf)).toEqual([]);
    },
  );

  test("and so where the same sum is parted in three ways at once", () => {
    const of = (values: readonly number[]) => [values.slice(0, 2), values.slice(2, 4), values.slice(4)];
    const all = [...tables(2, 16)].flatMap((first) =>
      [...tables(2, 16)]
        .filter((second) => sumOf(second) === sumOf(first))
        // The last way has a part that is not told.
        .flatMap((second) => Array.from({ length: sumOf(first) + 1 }, (_, last) => [...first, ...second, last])),
    );
    const publish = (values: readonly number[]) => discloseMargins(of(values), values[0]! + values[1]!, 5);
    const most = (values: readonly number[]) => values[0]! + values[1]!;
    expect(attack(all, [5, 5, 5, 5, 5], publish, most)).toEqual([]);
  });

  test("long tables: the table in which a small part is anything else is made, and has the same page", () => {
    const table = fc.array(
      fc.record({ value: fc.oneof(fc.nat(6), fc.nat(60)), fewest: fc.constantFrom(5, 10), other: fc.nat() }),
      { minLength: 2, maxLength: 40 },
    );
    fc.assert(
      fc.property(table, (given) => {
        const [values, fewest] = [given.map(({ value }) => value), given.map((one) => one.fewest)];
        const hidden = hiddenAmong(values, fewest);
        const places = [...values.keys()].filter((place) => values[place]! > 0);
        const page = JSON.stringify(discloseParts(values, fewest));
        for (const [place, { value, fewest: own, other }] of given.entries()) {
          if (value === 0 || value >= own) continue;
          const among = hidden ?? new Set(places);
          const small = 1 + (other % (own - 1));
          const made = values.map((one, at) => (at === place ? small : among.has(at) ? 1 : one));
          // One of the first two fills up to the same sum.
          const fills = place === places[0] ? places[1] : places[0];
          if (hidden !== undefined) made[fills!]! += sumOf(values) - sumOf(made);
          expect([small, JSON.stringify(discloseParts(made, fewest))]).toEqual([small, page]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("what is shown is as it was counted, and no part is shown that is small", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 8 }), (values) => {
        const { parts, total } = discloseParts(
          values,
          values.map(() => 5),
        );
        const wrong = [...parts, total].filter(
          (part, place) =>
            part.shown === "count" &&
            (part.value !== (values[place] ?? sumOf(values)) || (place < values.length && isSmall(part.value))),
        );
        expect(wrong).toEqual([]);
      }),
    );
  });
});

const isSmall = (value: number) => value > 0 && value < 5;
const said = (counts: readonly PublicCount[]) =>
  counts.map((count) => (count.shown === "count" ? count.value : count.shown));

test.each([
  [
    [7, 12, 0],
    [7, 12, 0, 19],
  ],
  [
    [1, 5, 20],
    ["withheld", "withheld", 20, 26],
  ],
  [
    [3, 0, 0],
    ["fewer-than", 0, 0, "fewer-than"],
  ],
  [
    [2, 1, 0],
    ["withheld", "withheld", 0, "withheld"],
  ],
  [
    [30, 20, 3, 40],
    ["withheld", 20, "withheld", 40, 93],
  ],
])("%j leaves as %j", (values, expected) => {
  const { parts, total } = discloseParts(
    values,
    values.map(() => 5),
  );
  expect(said([...parts, total])).toEqual(expected);
});
