import { describe, expect, test } from "vitest";
import type { Day } from "../../ground/time.ts";
import { lawClock } from "../clock.ts";
import * as red from "./red.ts";

const day = (text: string) => text as Day;
const about = { kind: "activity", organisationIds: ["kommunen"], href: "/gora/ockelbo" } as const;
/** "late 3", "soon 5", or "calm". */
const said = (rows: readonly red.Red[]) => rows.map(({ state, days }) => `${state} ${days}`).join() || "calm";

describe("the red list has", () => {
  const lawOf = (today: string) =>
    red.redClock(about, lawClock("situation-report", day("2024-04-01"), day(today)), day(today));
  const askedOn = (today: string) => red.redOwner(about, day("2026-11-01"), day(today));
  const endsOn = (today: string) => red.redExpiry(about, day("2026-12-31"), day(today));
  const told = (toldTo: string | undefined, today: string) =>
    red.redReport(
      about,
      { from: day("2025-01-01"), to: day("2026-12-31"), toldTo: toldTo === undefined ? undefined : day(toldTo) },
      day(today),
    );
  const behind = (today: string) => red.redActivity(about, { missing: 1.5, since: day("2026-09-30") }, day(today));
  const heard = (today: string) => red.redUnanswered(about, [day("2026-10-01")], day(today));
  const disputed = (today: string) => red.redDisputes(about, [day("2026-10-01")], day(today));
  const untaken = (today: string) => red.redUnowned(about, [day("2026-10-01")], day(today));
  const planned = (today: string) => red.redLateItems(about, [day("2026-10-01")], day(today));

  test.each<[string, readonly red.Red[], string]>([
    ["nothing of a law clock for a year and a half", lawOf("2025-09-30"), "calm"],
    ["a law clock from eighteen months", lawOf("2025-10-01"), "soon 182"],
    ["a law clock as late the day after", lawOf("2026-04-03"), "late 2"],
    ["nothing of a promise half a year and a day before its end", endsOn("2026-07-03"), "calm"],
    ["a promise from half a year before its end", endsOn("2026-07-04"), "soon 180"],
    ["a promise that has run out", endsOn("2027-01-02"), "late 2"],
    ["no question to a unit in its first week", askedOn("2026-11-07"), "calm"],
    ["a question to a unit after a week", askedOn("2026-11-08"), "soon 7"],
    ["a question to a unit as late after two", askedOn("2026-11-16"), "late 1"],
    ["no report before the year is over", told(undefined, "2025-12-30"), "calm"],
    ["a report from the last day of its year", told(undefined, "2025-12-31"), "soon 60"],
    ["a report as late after two months", told(undefined, "2026-03-02"), "late 1"],
    ["the next year's report when the first is told", told("2025-12-31", "2026-12-31"), "soon 60"],
    ["no report when all is told", told("2026-12-31", "2027-06-01"), "calm"],
    ["what a period lacks, from the day after", behind("2026-10-01"), "late 1"],
    ["nothing unanswered for four weeks", heard("2026-10-28"), "calm"],
    ["what has no answer after four weeks", heard("2026-10-29"), "soon 14"],
    ["what has no answer as late after six", heard("2026-11-13"), "late 1"],
    ["a dispute as late after two weeks", disputed("2026-10-16"), "late 1"],
    ["no point that nobody has taken on its tenth day less one", untaken("2026-10-10"), "calm"],
    ["a point that nobody has taken as late after ten days", untaken("2026-10-12"), "late 1"],
    ["nothing planned on its very day", planned("2026-10-01"), "calm"],
    ["what was planned the day after", planned("2026-10-02"), "late 1"],
  ])("%s", (_sentence, rows, expected) => expect(said(rows)).toBe(expected));

  test("several that wait together with how many, the middle and the oldest", () => {
    const since = ["2026-10-01", "2026-11-01", "2026-11-11", "2026-11-12"].map(day);
    expect(red.redUnanswered(about, since, day("2026-11-21"))).toMatchObject([
      { state: "late", days: 9, count: 4, ages: { median: 15, oldest: 51 } },
    ]);
    expect(red.redUnanswered(about, since.slice(1), day("2026-12-01"))[0]?.ages).toEqual({ median: 20, oldest: 30 });
    for (const none of [red.redUnanswered, red.redDisputes, red.redUnowned, red.redLateItems])
      expect(none(about, [], day("2026-11-21"))).toEqual([]);
  });

  test("what is late first and the longest first, then what is nearest", () => {
    const row = (state: "soon" | "late", days: number) => ({ ...about, state, days }) as unknown as red.Red;
    const turn = red.inTurn([row("soon", 9), row("late", 2), row("soon", 1), row("late", 30)]);
    expect(turn.map(({ state, days }) => `${state} ${days}`)).toEqual(["late 30", "late 2", "soon 1", "soon 9"]);
  });

  test.each<[string, "soon" | "late", number, boolean]>([
    ["are not told of what is soon", "soon", 30, false],
    ["are not told for thirteen days", "late", 13, false],
    ["are told after fourteen", "late", 14, true],
  ])("what those who lead %s", (_sentence, state, days, expected) =>
    expect(red.isForLeaders({ state, days })).toBe(expected),
  );
});
