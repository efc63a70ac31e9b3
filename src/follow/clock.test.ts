import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, type Day } from "../ground/time.ts";
import { documentClock, lawClock, silenceClock } from "./clock.ts";

const day = (text: string) => text as Day;

describe("a clock", () => {
  test.each<[string, ReturnType<typeof lawClock>["state"], string]>([
    ["has no day to count from before anything is decided", "unset", ""],
    ["is calm for a year and a half after the decision", "calm", "2025-09-30"],
    ["is soon from eighteen months", "soon", "2025-10-01"],
    ["is soon still on the last day of the two years", "soon", "2026-04-01"],
    ["is late the day after", "late", "2026-04-02"],
  ])("of the law %s", (_sentence, state, today) => {
    const decided = state === "unset" ? undefined : day("2024-04-01");
    expect(lawClock("situation-report", decided, day(today || "2026-01-01")).state).toBe(state);
  });

  test("of the law runs out on the same day two years later, at the month's end where there is no such day", () =>
    expect(lawClock("action-plan", day("2024-02-29"), day("2024-03-01"))).toMatchObject({ due: "2026-02-28" }));

  test.each([
    ["is calm", "2026-01-01", "calm", 90],
    ["is calm fifteen days before", "2026-03-17", "calm", 15],
    ["is soon fourteen days before", "2026-03-18", "soon", 14],
    ["is soon on the promised day", "2026-04-01", "soon", 0],
    ["is late the day after", "2026-04-02", "late", -1],
  ])("of silence %s", (_sentence, today, state, daysLeft) =>
    expect(silenceClock(day("2026-01-01"), 90, day(today))).toMatchObject({ state, daysLeft }),
  );

  test("of silence has nothing to count from where nothing was ever said", () =>
    expect(silenceClock(undefined, 90, day("2026-01-01"))).toEqual({ name: "silence", state: "unset" }));

  test("of a promise names the promise", () =>
    expect(documentClock(day("2025-01-01"), day("2027-12-31"), day("2026-01-01"), "2025-2027")).toMatchObject({
      name: "document",
      state: "calm",
      ref: "2025-2027",
    }));

  test("never goes backwards, and is at its end exactly when the day has come", () => {
    const after = fc.integer({ min: -400, max: 1200 });
    fc.assert(
      fc.property(after, after, (some, others) => {
        const [earlier, later] = [Math.min(some, others), Math.max(some, others)];
        const from = day("2024-04-01");
        const at = (days: number) => {
          const clock = lawClock("situation-report", from, addDays(from, days));
          if (clock.state === "unset") throw new Error("a decided clock is set");
          return clock;
        };
        expect(at(earlier).gone).toBeLessThanOrEqual(at(later).gone);
        expect(at(later).gone).toBeGreaterThanOrEqual(0);
        expect(at(later).gone === 1).toBe(addDays(from, later) >= addMonths(from, 24));
        expect(at(later).state === "late").toBe(at(later).daysLeft < 0);
      }),
    );
  });
});
