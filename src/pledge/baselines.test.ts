import { expect, test } from "vitest";
import type { Day } from "../ground/time.ts";
import { detectableField } from "../picture/found.ts";
import { baselineOfFigure, baselineOfFound, type CitedFigure } from "./baselines.ts";
import { baselineField } from "./target.ts";

const figure: CitedFigure = {
  name: "Trygg utomhus när det är mörkt",
  unit: "procent",
  value: 71.5,
  low: 66,
  high: 77,
  n: 412,
  from: "2026-01-01" as Day,
  to: "2026-03-31" as Day,
  source: "Trygghetsmätningen",
};
const found = detectableField.parse({
  kind: "events",
  of: "kategori=trafik",
  name: "Trafik, Åmot",
  unit: "",
  from: "2025-01-01",
  to: "2025-12-31",
  wanted: "down",
  months: 12,
  before: 26,
});

test("a baseline of a cited figure has its day, its source and how many it rests on", () => {
  const baseline = baselineOfFigure(figure);
  expect(baseline).toEqual({
    value: { value: 71.5, qualifier: "approximately" },
    unit: "procent",
    on: "2026-03-31",
    source: "Trygghetsmätningen: Trygg utomhus när det är mörkt, 2026-01-01 till 2026-03-31, bygger på 412",
  });
  expect(baselineField.parse(baseline)).toEqual(baseline);
  const counted = baselineOfFigure({ ...figure, low: null, high: null, n: null, source: "" });
  expect(counted?.value.qualifier).toBe("exact");
  expect(counted?.source).toBe("Trygg utomhus när det är mörkt, 2026-01-01 till 2026-03-31");
  expect(baselineField.safeParse(baselineOfFigure({ ...figure, name: "x".repeat(400) })).success).toBe(true);
});

test.each<[string, Partial<CitedFigure>]>([
  ["rests on a handful", { n: 4 }],
  ["is a handful itself", { unit: "anmälda brott", value: 3, n: null }],
  ["is below nothing", { value: -1 }],
  ["has no unit", { unit: " " }],
])("no baseline is made of what %s", (_why, change) => {
  expect(baselineOfFigure({ ...figure, ...change })).toBeUndefined();
});

test("a baseline of what the löfte is to be seen in is what it was reckoned from, and never a handful", () => {
  expect(baselineOfFound(found)).toEqual({
    value: { value: 26, qualifier: "exact" },
    unit: "händelser",
    on: "2025-12-31",
    source: "Trafik, Åmot, 2025-01-01 till 2025-12-31",
  });
  const { before: _handful, ...few } = found;
  expect(baselineOfFound(few)).toBeUndefined();
});
