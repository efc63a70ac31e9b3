import fc from "fast-check";
import { expect, test } from "vitest";
import type { Day } from "../../ground/time.ts";
import type { Item } from "./campaign.ts";
import { besideYears, FEWEST_FOR_A_SHARE, type Year } from "./series.ts";

const item = (more: Partial<Item> = {}): Item => ({
  id: "1",
  key: "trygg",
  version: 1,
  words: { sv: "Är du trygg?" },
  question: { kind: "one", options: ["Ja", "Nej"].map((sv) => ({ key: sv.toLowerCase(), words: { sv } })) },
  ...more,
});
const year = (from: string, yes: number, n: number, items: readonly Item[] = [item()]): Year => ({
  slug: `amot-${from.slice(0, 4)}`,
  from: from as Day,
  sampleType: "random",
  items,
  tallies: [
    { key: "trygg", version: items[0]!.version, option: "ja", count: yes },
    { key: "trygg", version: items[0]!.version, option: "nej", count: n - yes },
  ],
  answered: [{ key: "trygg", version: items[0]!.version, count: n }],
});

test("the years stand in order, each with its number and a share with an interval", () => {
  const [asked] = besideYears(year("2026-11-01", 60, 100), [year("2025-11-01", 20, 50), year("2024-11-01", 4, 12)]);
  expect(asked!.years.map(({ slug, n, isSame }) => [slug, n, isSame])).toEqual([
    ["amot-2024", 12, true],
    ["amot-2025", 50, true],
    ["amot-2026", 100, true],
  ]);
  expect(asked!.years.map(({ answers }) => answers[0]!.share?.value)).toEqual([undefined, 0.4, 0.6]);
  expect(asked!.years[2]!.answers[0]!.share).toMatchObject({ n: 100, method: "wilson" });
});

test.each<[string, Partial<Item>, boolean]>([
  ["as it was", {}, true],
  ["in other words", { version: 2, words: { sv: "Känner du dig trygg?" } }, false],
  ["in other words though numbered the same", { words: { sv: "Känner du dig trygg?" } }, false],
  ["in one language more", { words: { sv: "Är du trygg?", en: "Are you safe?" } }, true],
])("asked %s", (_how, more, isSame) => {
  const [asked] = besideYears(year("2026-11-01", 60, 100, [item(more)]), [year("2025-11-01", 20, 50)]);
  expect(asked!.years.map((one) => one.isSame)).toEqual([isSame, true]);
});

test("a question that no earlier year asked is laid beside nothing, and free text never is", () => {
  expect(besideYears(year("2026-11-01", 6, 10), [])).toEqual([]);
  const other = item({ key: "annan" });
  expect(besideYears(year("2026-11-01", 6, 10, [other]), [year("2025-11-01", 6, 10)])).toEqual([]);
  const text = item({ question: { kind: "text" } });
  expect(besideYears(year("2026-11-01", 6, 10, [text]), [year("2025-11-01", 6, 10)])).toEqual([]);
});

test("no share of a handful, and every share within its interval", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (yes, no) => {
      const n = yes + no;
      const [asked] = besideYears(year("2026-11-01", yes, n), [year("2025-11-01", 1, 40)]);
      for (const { share } of asked!.years[1]!.answers) {
        expect(share === undefined).toBe(n < FEWEST_FOR_A_SHARE);
        if (share === undefined) continue;
        expect(share.low).toBeLessThanOrEqual(share.value + 1e-12);
        expect(share.high).toBeGreaterThanOrEqual(share.value - 1e-12);
      }
    }),
  );
});
