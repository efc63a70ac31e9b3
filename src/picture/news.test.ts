import { describe, expect, test } from "vitest";
import { addDays, type Day, daysBetween } from "../ground/time.ts";
import { beginStore } from "./columns/build.ts";
import type { NewEvent } from "./columns/event-store.ts";
import type { CountedSource } from "./counts.ts";
import { newsOf } from "./news.ts";
import { readQuestion } from "./question.ts";

const TODAY = "2026-11-24" as Day;
const SOURCES: readonly CountedSource[] = [
  { slug: "veckorapport", kind: "weekly-report", knowledge: "recorded" },
  { slug: "vandring", kind: "walk", knowledge: "felt" },
  { slug: "polisen", kind: "police-events", knowledge: "recorded" },
];
const event = (day: Day | undefined, some: Partial<NewEvent> = {}): NewEvent => ({
  key: 0,
  x: undefined,
  y: undefined,
  granularity: "municipality",
  area: undefined,
  minute: day && daysBetween("1970-01-01" as Day, day) * 1440,
  day: day && daysBetween("1970-01-01" as Day, day),
  hour: undefined,
  precision: day === undefined ? "unknown" : "day",
  span: 0,
  recurs: [],
  category: "place.litter/problem",
  source: "veckorapport",
  sharing: "shared",
  count: 1,
  qualifier: "exact",
  ...some,
});
/** One every fourth day for the 56 weeks that end on this day: seven in every four weeks. */
const year = (last: Day, some: Partial<NewEvent> = {}) =>
  Array.from({ length: 98 }, (_, at) => event(addDays(last, -4 * at), some));
const times = (number: number, day: Day, some: Partial<NewEvent> = {}) =>
  Array.from({ length: number }, () => event(day, some));

function news(events: readonly NewEvent[], asked: Parameters<typeof readQuestion>[0] = {}) {
  const building = beginStore();
  for (const one of events) building.add(one);
  return newsOf(building.finish(), readQuestion(asked).question, SOURCES, TODAY);
}

describe("what is new", () => {
  const yesterday = addDays(TODAY, -1);

  test("is the last four weeks of a category, named, beside what is usual", () => {
    const { items, from, to, sentences } = news(year(yesterday));
    expect([from, to]).toEqual([addDays(TODAY, -28), yesterday]);
    expect(items).toMatchObject([{ key: "place.litter", count: 7, expected: 7, verdict: "within" }]);
    expect(sentences[0]!.sv).toMatch(/: 7 mot väntade \d+–\d+\. Inom det vanliga\.$/);
  });

  test("counts one category's problems and its good news together, and today not yet", () => {
    const all = [
      ...year(yesterday),
      ...times(30, yesterday, { category: "place.litter/positive" }),
      ...times(50, TODAY),
    ];
    expect(news(all).items).toMatchObject([{ key: "place.litter", count: 37, verdict: "above" }]);
  });

  test("ends where there last was anything: what has not been registered yet is no fall", () => {
    const stopped = addDays(TODAY, -90);
    expect(news(year(stopped))).toMatchObject({ to: stopped, items: [{ count: 7, verdict: "within" }] });
  });

  test("is neither of what is felt nor of what was chosen for the press, which is counted beside", () => {
    const walked = year(yesterday, { source: "vandring" });
    expect(news(walked)).toMatchObject({ tested: 0, from: undefined, to: undefined });
    const published = news([...times(28, yesterday, { source: "polisen" }), ...walked]);
    expect(published.tested).toBe(0);
    expect(published.sentences[0]!.sv).toMatch(/^28 publicerade händelser är för få/);
  });

  test("is of what both see, in a meeting", () => {
    const all = [...year(yesterday), ...times(40, yesterday, { sharing: "own" })];
    expect(news(all).items[0]).toMatchObject({ count: 47, verdict: "above" });
    expect(news(all, { delning: "gemensamt" }).items[0]).toMatchObject({ count: 7, verdict: "within" });
  });

  test("of nothing is nothing, and of what has no day too", () => {
    for (const none of [[], [event(undefined)]])
      expect(news(none)).toMatchObject({ items: [], tested: 0, from: undefined, to: undefined });
  });
});
