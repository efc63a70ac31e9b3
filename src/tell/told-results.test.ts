import { expect, test } from "vitest";
import { BY_CHOICE_CAVEAT } from "../collect/campaigns/campaign.ts";
import type { Day } from "../ground/time.ts";
import { toldResults } from "./told-results.ts";

const asked = {
  slug: "amot",
  title: "Hur har du det i Åmot?",
  from: "2026-11-02" as Day,
  to: "2026-12-13" as Day,
  methods: ["form", "door"],
  sampleType: "random",
  example: false,
  words: { canInfluence: { sv: "Vad vi prioriterar" }, cannotInfluence: { sv: "Lagar" } },
} as const;
const light = { theme: "belysningen", category: "place.lighting", voices: 12 } as const;
const own = { answered: 40, themes: [light] };
const byChoice = { answered: 25, themes: [{ ...light, voices: 20 }] };

test("those who chose to answer are told beside the sample and never in it", () => {
  const [sample, chose, ...more] = toldResults(asked, { ...own, byChoice }, "Hemmet");
  expect(more).toEqual([]);
  expect(sample).toMatchObject({ slug: "svar-amot", sampleType: "random", method: "Knacka dörr", answered: 40 });
  expect(sample!.themes[0]!.voices).toBe(12);
  expect(chose).toMatchObject({ slug: "sjalvvalda-amot", sampleType: "self-selected", method: "Formulär på nätet" });
  expect([chose!.answered, chose!.themes[0]!.voices]).toEqual([25, 20]);
  expect(chose!.caveat).toBe(`${BY_CHOICE_CAVEAT} Det här frågade vi inte om: Hemmet`);
});

test("where all chose to answer there is one telling, of every method", () => {
  const told = toldResults({ ...asked, sampleType: "self-selected" }, own, "");
  expect(told.map(({ slug, method, caveat }) => [slug, method, caveat])).toEqual([
    ["svar-amot", "Formulär på nätet, Knacka dörr", ""],
  ]);
});
