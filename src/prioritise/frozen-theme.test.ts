import { expect, test } from "vitest";
import { type CodedSource, type FrozenTheme, leftOf, themeSinceThen, themeWarnings } from "./frozen-theme.ts";

const walk: CodedSource = { kind: "walk", source: "Vandringen", sampleType: "not-a-sample", pieces: 3, voices: 3 };
const survey: CodedSource = { kind: "survey", source: "Enkäten", sampleType: "random", pieces: 30, voices: 30 };
const theme = (...sources: readonly CodedSource[]): FrozenTheme => ({
  themeId: "t",
  theme: "Mörkt vid skolan",
  category: "place.lighting",
  place: "Skolan",
  sources,
});

test.each<[string, readonly CodedSource[], readonly string[]]>([
  ["a handful from one walk", [walk], ["few", "one-kind", "not-drawn"]],
  ["a drawn sample alone", [survey], ["one-kind"]],
  ["many kinds and a drawn sample", [walk, survey], []],
  ["those who chose to answer", [{ ...survey, sampleType: "self-selected" }, walk], ["not-drawn"]],
])("says of %s what weighs against it", (_name, sources, warnings) =>
  expect(themeWarnings(theme(...sources))).toEqual(warnings),
);

test("says what has been said since, in whatever order the sources stand", () => {
  const frozen = theme(walk, survey);
  expect(themeSinceThen(frozen, theme(survey, walk))).toEqual({ state: "the-same" });
  expect(themeSinceThen(frozen, theme({ ...walk, pieces: 5, voices: 5 }, survey))).toEqual({
    state: "changed",
    before: 33,
    now: 35,
    sources: 2,
  });
  expect(themeSinceThen(frozen, undefined)).toEqual({ state: "gone" });
});

test("leaves nothing of a source to whoever no longer reads it, known by its number or, where that was not kept, by its name", () => {
  const kept = { ...survey, sourceId: "e" };
  const frozen = theme(walk, kept);
  expect(
    leftOf(frozen, [
      { id: "e", name: "Enkäten med nytt namn" },
      { id: "w", name: "Vandringen" },
    ]),
  ).toBe(frozen);
  expect(leftOf(frozen, [{ id: "w", name: "Vandringen" }])).toEqual({ ...theme(walk), keptApart: 1 });
  expect(leftOf(frozen, [{ id: "other", name: "Enkäten" }])).toEqual({ ...theme(), keptApart: 2 });
});
