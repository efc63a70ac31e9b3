import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATEGORIES } from "../collect/category.ts";
import type { Place } from "../ground/place.ts";
import { instantOf } from "../ground/time.ts";
import { changeOf, count, COUNTRYSIDE, select, villageOf, type Seen, type Village } from "./counts.ts";
import { fromAddress, questionField, toAddress } from "./question.ts";

const villages: Village[] = [
  { name: "Ockelbo", position: [16.718, 60.8985], radiusMetres: 3500 },
  { name: "Åmot", position: [16.4518, 60.9633], radiusMetres: 2500 },
];
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({
    kind: fc.constant("point" as const),
    position: fc.tuple(fc.double({ min: 16, max: 17, noNaN: true }), fc.double({ min: 60, max: 62, noNaN: true })),
  }),
  fc.constant<Place>({ kind: "municipality", code: "2101", name: "Ockelbo" }),
  fc.constant<Place>({ kind: "unknown" }),
);
const seen: fc.Arbitrary<Seen> = fc.record({
  id: fc.uuid(),
  at: fc.option(fc.integer({ min: 1_600_000_000_000, max: 1_700_000_000_000 }).map(instantOf), { nil: undefined }),
  category: fc.constantFrom(...CATEGORIES),
  text: fc.string(),
  place,
  sourceId: fc.constantFrom("a", "b"),
  source: fc.constant("källa"),
  sourceKind: fc.constantFrom("walk" as const, "police-events" as const),
  bundle: fc.boolean(),
  example: fc.boolean(),
});
const sum = (rows: readonly { count: number }[]) => rows.reduce((so, row) => so + row.count, 0);

describe("the picture", () => {
  test("adds up: every total is the sum of its parts and what is counted apart", () => {
    fc.assert(
      fc.property(fc.array(seen, { maxLength: 60 }), (all) => {
        const picture = count(all, villages);
        expect(picture.total + picture.bundles).toBe(all.length);
        expect(sum(picture.byMonth) + picture.withoutTime).toBe(picture.total);
        expect(sum(picture.byGroup)).toBe(picture.total);
        expect(sum(picture.bySource)).toBe(picture.total);
        expect(sum(picture.byVillage) + picture.notPlaced).toBe(picture.total);
      }),
    );
  });

  test("a question never adds anything, and the same question through an address is the same question", () => {
    const question = fc.record(
      {
        group: fc.constantFrom("traffic", "place", "drugs"),
        village: fc.constantFrom("Ockelbo", "Åmot", COUNTRYSIDE),
        source: fc.constantFrom("a", "b"),
        from: fc.constantFrom("2021-01", "2022-10"),
        to: fc.constantFrom("2022-11", "2023-01"),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(seen, { maxLength: 30 }), question, (all, asked) => {
        const read = questionField.parse(asked);
        const selected = select(all, read, villages);
        expect(selected.every((one) => all.includes(one))).toBe(true);
        expect(fromAddress(new URLSearchParams(toAddress(read)))).toEqual(read);
      }),
    );
  });

  test("an address that cannot be read asks nothing", () =>
    expect(fromAddress(new URLSearchParams("fran=igår&kategori=ufo&till=2022-13"))).toEqual({}));
  test("what is known by municipality only belongs to no village", () =>
    expect(villageOf({ kind: "municipality", code: "2101", name: "Ockelbo" }, villages)).toBeUndefined());
  test("a month without events is still there", () => {
    const at = (text: string) => instantOf(Date.parse(text));
    const one = (text: string): Seen => ({
      id: "x",
      at: at(text),
      category: "other.other",
      text: "",
      place: { kind: "unknown" },
      sourceId: "a",
      source: "",
      sourceKind: "walk",
      bundle: false,
      example: false,
    });
    expect(count([one("2021-10-05T12:00:00Z"), one("2021-12-05T12:00:00Z")], villages).byMonth).toEqual([
      { key: "2021-10", count: 1 },
      { key: "2021-11", count: 0 },
      { key: "2021-12", count: 1 },
    ]);
  });

  test.each([
    [9, 40, { kind: "counts" }],
    [40, 9, { kind: "counts" }],
    [10, 15, { kind: "percent", percent: 50 }],
  ])("from %i to %i is said as %j", (before, now, said) => expect(changeOf(before, now)).toEqual(said));
});
