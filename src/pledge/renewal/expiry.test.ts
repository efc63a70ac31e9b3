import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "../../ground/time.ts";
import type { State } from "../lifecycle.ts";
import { dueToday, EXPIRY_WARNINGS, expiryWarning, nextOf, publicExpiry, type Next, type Warning } from "./expiry.ts";

const TO = "2027-12-31" as Day;
const left = (days: number) => addDays(TO, -days);
const at = (days: number, more: { warned?: readonly Warning[]; next?: Next; followedUp?: boolean } = {}) =>
  dueToday({ to: TO, warned: [], next: "none", followedUp: false, ...more }, left(days));

describe("a promise that runs out", () => {
  test.each([
    [181, undefined],
    [180, 180],
    [91, 180],
    [90, 90],
    [31, 90],
    [30, 30],
    [0, 30],
    [-1, undefined],
  ])("with %i days left is warned of at %s", (days, warning) => expect(expiryWarning(TO, left(days))).toBe(warning));

  test.each<[string, number, Parameters<typeof at>[1], ReturnType<typeof at>]>([
    ["is left alone before the first threshold", 181, {}, undefined],
    ["is spoken of at the first", 180, {}, { event: "pledge.expiring", days: 180 }],
    ["and once only", 179, { warned: [180] }, undefined],
    ["is spoken of again at the second", 90, { warned: [180] }, { event: "pledge.expiring", days: 90 }],
    ["also while the next is being prepared", 30, { next: "begun" }, { event: "pledge.expiring", days: 30 }],
    ["but not when the next can be read", 30, { next: "published" }, undefined],
    ["says only what is true now after a time without the clock", 20, {}, { event: "pledge.expiring", days: 30 }],
    ["stands the whole of its last day", 0, { warned: [30] }, undefined],
    [
      "is ended the day after, with nobody having told how it went",
      -1,
      { warned: [30], next: "begun" },
      { event: "pledge.closed", closing: "expired-without-follow-up" },
    ],
    ["or with somebody having", -1, { followedUp: true }, { event: "pledge.closed", closing: "expired" }],
    [
      "or followed by the next",
      -400,
      { next: "published", followedUp: true },
      { event: "pledge.closed", closing: "succeeded" },
    ],
  ])("%s", (_sentence, days, more, due) => expect(at(days, more)).toEqual(due));

  test("is spoken of at most three times and ended once, whatever days the clock strikes", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 400 }), { maxLength: 60 }), (days) => {
        const warned: Warning[] = [];
        const struck = days
          .toSorted((a, b) => b - a)
          .flatMap((day) => {
            if (warned.includes(0)) return [];
            const due = at(day, { warned });
            if (due === undefined) return [];
            warned.push(due.event === "pledge.expiring" ? due.days : 0);
            return [due.event];
          });
        expect(warned).toEqual([...new Set(warned)].toSorted((a, b) => b - a));
        expect(struck.length).toBeLessThanOrEqual(EXPIRY_WARNINGS.length + 1);
        expect(warned.includes(0)).toBe(days.some((day) => day < 0));
      }),
    ));

  test.each<[readonly State[], Next]>([
    [[], "none"],
    [["draft"], "begun"],
    [["signed", "draft"], "begun"],
    [["draft", "published"], "published"],
    [["closed"], "published"],
  ])("with %j after it has a next one that is %s", (states, next) =>
    expect(nextOf(states.map((state) => ({ state })))).toBe(next),
  );

  test.each<[string, number, Partial<Parameters<typeof publicExpiry>[0]>, Next, "none" | "begun" | undefined]>([
    ["nothing to strangers before the last ninety days", 91, {}, "none", undefined],
    ["that nothing is begun", 90, {}, "none", "none"],
    ["that the next is being prepared", 3, {}, "begun", "begun"],
    ["nothing when the next can be read", 3, {}, "published", undefined],
    ["that it has run out, before the clock has struck as well", -1, {}, "none", "none"],
    ["that it has run out", -1, { state: "closed", closing: "expired" }, "none", "none"],
    ["so for years", -900, { state: "closed", closing: "expired-without-follow-up" }, "begun", "begun"],
    ["nothing of one that was taken back", -1, { state: "closed", closing: "withdrawn" }, "none", undefined],
    ["nothing where no last day was said", -1, { to: undefined }, "none", undefined],
  ])("says %s", (_sentence, days, more, next, told) => {
    const document = { to: TO, state: "published" as const, closing: null, ...more };
    expect(publicExpiry(document, next, left(days))?.next).toBe(told);
  });
});
