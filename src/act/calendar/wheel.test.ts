import { describe, expect, test } from "vitest";
import { by, johan, karin, must, PARTNERSHIP, petra, why } from "../../../test/people.ts";
import type { Day } from "../../ground/time.ts";
import { end, MOST_ADDRESSES, open } from "./address.ts";
import { begin, type KeptTask, MONTHS, MOST_TASKS, PROPOSED, put, standingOf, strike, tick } from "./wheel.ts";

const task: KeptTask = { id: "t", month: 2, text: "Periodrapport", stage: "follow", years: [2025], example: false };
const state = { partnershipId: PARTNERSHIP, tasks: [task] };
const none = { ...state, tasks: [] };

describe("the year wheel", () => {
  test("begins once from the proposed one, for whoever leads the work of either party", () => {
    expect(must(begin.decide({}, none, by(karin))).map(({ text }) => text)).toEqual(PROPOSED.map(({ text }) => text));
    expect(why(begin.decide({}, state, by(karin)))).toBe("wheel-begun");
    expect([karin, johan, petra].map((who) => begin.may(who, {}, none)?.why)).toEqual([
      undefined,
      undefined,
      "not-yours",
    ]);
  });

  test.each([
    ["a task is put", "Ring skolorna ", "yes"],
    ["not without words", "  ", "task-text-needed"],
    ["and of nobody", "Ring Eva på 070-123 45 67", "text-has-phone"],
  ])("%s", (_said, text, word) => {
    expect(why(put.decide({ id: "new", month: 3, text, stage: "act" }, state, by(karin)))).toBe(word);
  });

  test("is no longer than it can be read; what is there is still changed", () => {
    const full = { ...state, tasks: Array.from({ length: MOST_TASKS }, (_, place) => ({ ...task, id: `t${place}` })) };
    expect(why(put.decide({ ...task, id: "one more" }, full, by(karin)))).toBe("wheel-full");
    expect(why(put.decide({ ...task, id: "t1", month: 4 }, full, by(karin)))).toBe("yes");
  });

  test("a task is ticked in the name of whoever says so, and taken away", () => {
    const of = { ...state, task };
    const said = must(tick.decide({ year: 2026, done: true }, of, by(johan)));
    expect(said).toMatchObject({ taskId: "t", year: 2026, organisationId: "police" });
    expect(why(tick.decide({ year: 2026, done: true }, of, by(petra)))).toBe("not-yours");
    expect(must(strike.decide({}, of, by(karin))).id).toBe("t");
  });

  test.each<[string, Pick<KeptTask, "month" | "years">, string, string]>([
    ["done is done", { month: 2, years: [2026] }, "2026-01-02", "done"],
    ["another year's is not this one's", { month: 2, years: [2025] }, "2026-01-02", "ahead"],
    ["its month is now", { month: 2, years: [] }, "2026-02-28", "now"],
    ["after that it is left", { month: 2, years: [] }, "2026-03-01", "left"],
  ])("%s", (_said, of, today, standing) => {
    expect(standingOf(of, 2026, today as Day)).toBe(standing);
    expect(MONTHS).toContain(of.month);
  });
});

describe("a calendar address", () => {
  const around = { partnershipId: PARTNERSHIP, units: ["Gatuenheten"], standing: 0 };
  test.each([
    ["of everything", { unit: null }, around, "yes"],
    ["of a unit that has promised something", { unit: "Gatuenheten" }, around, "yes"],
    ["of no other", { unit: "Parkenheten" }, around, "no-such-unit"],
    ["ten are enough", { unit: null }, { ...around, standing: MOST_ADDRESSES }, "too-many-addresses"],
  ])("%s", (_said, input, given, word) => {
    expect(why(open.decide(input, given, by(petra)))).toBe(word);
    expect(open.may(petra, input, { ...given, partnershipId: "hofors" })?.why).toBe("not-yours");
  });

  test("is its maker's, and is closed by them", () => {
    const address = must(open.decide({ unit: null }, around, by(petra)));
    expect(address).toMatchObject({ personId: "petra", unit: undefined });
    expect(must(end.decide({}, { partnershipId: PARTNERSHIP, address }, by(petra)))).toBe(address);
  });
});
