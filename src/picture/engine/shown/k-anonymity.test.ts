import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shownPlaces } from "./k-anonymity.ts";
import { PUBLIC } from "./threshold.ts";

/** Quadtree: "" is the whole, and every letter a quarter of what stands before it. */
const quarter = (cell: string) => (cell === "" ? undefined : cell.slice(0, -1));
const events = (...groups: readonly (readonly [cell: string, events: number, addresses: number])[]) => {
  const cells = groups.flatMap(([cell, many]) => Array.from({ length: many }, () => cell));
  const addresses = groups.flatMap(([cell, many, at]) => Array.from({ length: many }, (_, i) => `${cell} ${i % at}`));
  return [cells, addresses] as const;
};

describe("places that may be shown", () => {
  test("are the finest that have five events at three addresses", () => {
    expect(shownPlaces(...events(["aa", 5, 3], ["ab", 9, 4]), quarter, PUBLIC)).toEqual({
      shown: [
        { cell: "aa", events: 5, addresses: 3, rest: false },
        { cell: "ab", events: 9, addresses: 4, rest: false },
      ],
      hidden: { events: 0, addresses: 0 },
      mayTellTotal: true,
    });
  });

  test("take together what is too few, or at too few addresses, and count nothing twice", () => {
    const { shown, hidden } = shownPlaces(...events(["aa", 8, 3], ["ab", 4, 4], ["ac", 20, 2]), quarter, PUBLIC);
    expect(shown).toEqual([
      { cell: "aa", events: 8, addresses: 3, rest: false },
      { cell: "a", events: 24, addresses: 6, rest: true },
    ]);
    expect(hidden.events).toBe(0);
  });

  test("keep what is too few everywhere, and the total that would tell of it", () => {
    const { shown, hidden, mayTellTotal } = shownPlaces(...events(["aa", 8, 3], ["bb", 2, 2]), quarter, PUBLIC);
    expect(shown.map(({ cell }) => cell)).toEqual(["aa"]);
    expect(hidden).toEqual({ events: 2, addresses: 2 });
    expect(mayTellTotal).toBe(false);
  });

  test("of nothing are none", () => {
    expect(shownPlaces([], [], quarter, PUBLIC)).toEqual({
      shown: [],
      hidden: { events: 0, addresses: 0 },
      mayTellTotal: true,
    });
  });

  test("do not lie in themselves", () => {
    expect(() => shownPlaces(["a"], [1], (cell) => cell, PUBLIC)).toThrow("a lies in itself");
  });

  test("hold every event once, each with enough, from whatever depth it comes", () => {
    const places = fc.array(
      fc.tuple(fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), maxLength: 4 }), fc.nat(12)),
      { maxLength: 120 },
    );
    fc.assert(
      fc.property(
        places,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 4 }),
        (at, fewest, fewestAddresses) => {
          const cells = at.map(([cell]) => cell);
          const addresses = at.map(([cell, address]) => `${cell}:${address}`);
          const { shown, hidden } = shownPlaces(cells, addresses, quarter, { fewest, fewestAddresses });
          expect(shown.reduce((sum, { events: each }) => sum + each, hidden.events)).toBe(at.length);
          expect(shown.reduce((sum, { addresses: each }) => sum + each, hidden.addresses)).toBe(
            new Set(addresses).size,
          );
          for (const place of shown) {
            expect(place.events).toBeGreaterThanOrEqual(fewest);
            expect(place.addresses).toBeGreaterThanOrEqual(fewestAddresses);
          }
          expect(hidden.events >= fewest && hidden.addresses >= fewestAddresses).toBe(false);
          expect(new Set(shown.map(({ cell }) => cell)).size).toBe(shown.length);
        },
      ),
    );
  });
});
