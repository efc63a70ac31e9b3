import { expect, test } from "vitest";
import type { Evidence } from "../problem.ts";
import { heardOf } from "./heard.ts";

const source = (name: string, voices: number) => ({
  kind: "campaign",
  source: name,
  sampleType: "self-selected",
  pieces: voices,
  voices,
});
const coded = (caption: string, sources: readonly object[]) =>
  ({ kind: "coded", caption, frozen: { theme: "mörkt", sources } }) as unknown as Evidence;

test("a theme is told source by source and never added up", () => {
  expect(heardOf([coded("Många säger det", [source("Dialogen 2027", 214), source("Vandringen", 9)])])).toEqual([
    { theme: "mörkt", source: "Dialogen 2027", sampleType: "self-selected", voices: 214 },
    { theme: "mörkt", source: "Vandringen", sampleType: "self-selected", voices: 9 },
  ]);
});

test("what was seen or measured is nobody's support, and a theme that is kept apart since is not told", () => {
  const seen = { kind: "observation", caption: "Mörkt", refId: "x" } as unknown as Evidence;
  expect(heardOf([seen, coded("", [source("Dialogen 2027", 214)])])).toEqual([]);
});
