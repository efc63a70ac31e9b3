import { describe, expect, test } from "vitest";
import { dayWritten } from "../columns/local-time.ts";
import { poissonQuantile } from "../engine/numbers/distributions.ts";
import { chanceOf } from "../engine/numbers/random.ts";
import { readEvents } from "./event-table.ts";
import { outbreakAnswer } from "./expected.ts";

/** Weeks of events of several categories; `extra` falls in the last week. */
function file(weeks: number, categories: number, mean: number, stream: number, extra = 0) {
  const chance = chanceOf(71, stream);
  const cells: { day: string; what: string }[] = [];
  for (let week = 0; week < weeks; week++)
    for (let what = 0; what < categories; what++) {
      const more = what === 0 && week === weeks - 1 ? extra : 0;
      const count = poissonQuantile(chance.uniform(), mean) + more;
      for (let i = 0; i < count; i++)
        cells.push({ day: dayWritten(18_000 + week * 7 + (i % 7)), what: `slag ${what}` });
    }
  // The last day is there, so that the last week is whole.
  cells.push({ day: dayWritten(18_000 + weeks * 7 - 1), what: "slag 1" });
  return readEvents(
    cells.map((one, i) => ({ line: i + 2, cells: one })),
    { time: "day", category: "what" },
  );
}

describe("more than expected, in a list of categories", () => {
  test("finds what was put there, and how seldom chance puts it there", () => {
    const answer = outbreakAnswer(file(280, 20, 3, 1, 15));
    const [first, ...others] = answer.series.toSorted((a, b) => (a.category < b.category ? -1 : 1));
    expect(first!.farrington).toMatchObject({ alarm: true });
    expect(first!.recurrenceWeeks).toBeGreaterThan(52);
    expect(others.filter(({ farrington }) => farrington?.alarm === true)).toEqual([]);
    expect(answer).toMatchObject({ family: 20, weeks: 280, method: "farrington-flexible" });
    expect(answer.alpha).toBeCloseTo(1 / (20 * 52), 12);
    expect(answer.sentence.sv).toMatch(/^1 av 20 kategorier/);
  });

  test("calls nothing about once a year a list, not ten times", () => {
    let alarms = 0;
    const lists = 20;
    for (let list = 0; list < lists; list++) {
      const { series } = outbreakAnswer(file(170, 20, 1.5, 100 + list));
      alarms += series.filter(({ farrington, ears }) => (farrington ?? ears)?.alarm === true).length;
    }
    // Twenty weekly lists of twenty at one per cent each would call four times; at once a year a list, less than once.
    expect(alarms).toBeLessThan(3);
  });

  test.each([
    [30, false, true, "ears-c2"],
    [150, false, true, "ears-c2"],
    [161, false, true, "ears-c2"],
    [162, true, true, "farrington-flexible"],
    [175, true, true, "farrington-flexible"],
    [5, false, false, "ears-c2"],
  ])("%d weeks: with a season %s, by the weeks just before %s", (weeks, farrington, ears, method) => {
    const answer = outbreakAnswer(file(weeks, 2, 4, 7));
    expect(answer.series.every((one) => (one.farrington !== undefined) === farrington)).toBe(true);
    expect(answer.series.every((one) => (one.ears !== undefined) === ears)).toBe(true);
    expect(answer.method).toBe(method);
  });

  test.each([
    ["farrington", "farrington-1996", true, false],
    ["farrington-flexible", "farrington-flexible", true, false],
    ["ears", "ears-c2", false, true],
  ] as const)("is by %s and nothing else where that is asked for", (method, told, farrington, ears) => {
    const answer = outbreakAnswer(file(200, 2, 4, 7), { method });
    expect(answer.method).toBe(told);
    expect(answer.series.every((one) => (one.farrington !== undefined) === farrington)).toBe(true);
    expect(answer.series.every((one) => (one.ears !== undefined) === ears)).toBe(true);
    expect(answer.series.every((one) => one.recurrenceWeeks !== undefined)).toBe(true);
  });

  test.each([
    [undefined, "en gång på 52 veckor"],
    [26, "en gång på 26 veckor"],
  ])("says how seldom a list asked for once in %s weeks calls by chance", (listRecurrenceWeeks, said) => {
    const wish = listRecurrenceWeeks === undefined ? {} : { listRecurrenceWeeks };
    expect(outbreakAnswer(file(280, 20, 3, 1, 15), wish).sentence.sv).toContain(said);
  });

  test("carries what is known of the source", () => {
    const answer = outbreakAnswer(file(30, 2, 4, 8), { caveats: ["control-dependent"], sources: ["polisen"] });
    expect(answer.caveats.map(({ why }) => why)).toEqual(["control-dependent"]);
    expect(answer.sources).toEqual(["polisen"]);
  });
});
