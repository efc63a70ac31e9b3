import { expect, test } from "vitest";
import type { Day } from "../ground/time.ts";
import { lastWordOf } from "./told-clock.ts";

const day = (text: string) => text as Day;
const nothing = { promises: [], reports: [], answers: [], roads: [] };
const road = (publishedOn: string, answered: string | undefined) => ({
  publishedOn: day(publishedOn),
  answer: answered === undefined ? null : { on: day(answered) },
});

test.each<[string, Partial<Parameters<typeof lastWordOf>[0]>, ReturnType<typeof lastWordOf>]>([
  ["nothing, where nothing was said", {}, null],
  ["a promise, also one that has ended", { promises: [day("2022-04-21")] }, { on: day("2022-04-21"), what: "pledge" }],
  [
    "how it went, where that is later",
    { promises: [day("2025-01-02")], reports: [{ on: day("2026-02-01") }] },
    { on: day("2026-02-01"), what: "report" },
  ],
  [
    "an answer to what was said",
    { reports: [{ on: day("2026-02-01") }], answers: [{ on: day("2026-03-01") }] },
    { on: day("2026-03-01"), what: "answer" },
  ],
  [
    "the answer about a road, from the day its page could be read",
    { roads: [road("2026-03-09", "2026-03-01")] },
    { on: day("2026-03-09"), what: "answer" },
  ],
  [
    "the answer about a road whose page was there before",
    { roads: [road("2026-03-01", "2026-03-09")] },
    { on: day("2026-03-09"), what: "answer" },
  ],
  ["no page of a road without an answer", { roads: [road("2026-03-01", undefined)] }, null],
])("the last word is %s", (_sentence, words, expected) =>
  expect(lastWordOf({ ...nothing, ...words })).toEqual(expected),
);
