import { describe, expect, test } from "vitest";
import { chanceOf } from "../engine/numbers/random.ts";
import { WHOLE_BUDGET } from "../engine/shown/differential-privacy.ts";
import type { EventRow } from "./event-table.ts";
import { extractAnswer, noisedAnswer } from "./noised.ts";

const rule = { most: 4, variance: 2 };
const chance = chanceOf(9, 1);
const records: EventRow[] = Array.from({ length: 300 }, (_, i) => ({
  line: i + 2,
  cells: { place: `p${chance.below(4)}`, kind: `k${chance.below(5)}`, key: String(chance.uniform()) },
}));
const keyOf = ({ cells }: EventRow) => Number(cells["key"]);

describe("a table noised by its keys", () => {
  test("has the same figure for the same cell whatever else is counted, and says that sums need not add up", () => {
    const both = noisedAnswer(records, [{ column: "place" }, { column: "kind" }], keyOf, rule);
    const one = noisedAnswer(records.toReversed(), [{ column: "kind" }], keyOf, rule);
    if (!both.ok || !one.ok) throw new Error("refused");
    for (const { codes, value } of one.cells)
      expect(both.cells.find((cell) => cell.codes.join() === `,${codes[0]}`)!.value).toBe(value);
    expect(one.cells.length).toBe(6);
    expect(Math.abs(one.cells[0]!.value - 300)).toBeLessThanOrEqual(4);
    expect(both.sentence.sv).toContain("går därför inte alltid ihop");
  });

  test("is none of no records, and of a column that is not there", () => {
    expect(noisedAnswer([], [{ column: "place" }], keyOf, rule)).toMatchObject({ ok: false, wrong: "no-rows" });
    expect(noisedAnswer(records, [{ column: "x" }], keyOf, rule)).toMatchObject({ wrong: "no-such-column" });
  });
});

describe("an extract for everybody", () => {
  test("says how far from the true figure it may be, and is given once", () => {
    const spending = { epsilon: 1000, sensitivity: 1, exactBeside: 0 };
    const draw = (figure: number) => chanceOf(4, figure);
    const answer = extractAnswer([0, 40, 7], spending, WHOLE_BUDGET, draw);
    if (!answer.ok) throw new Error(answer.wrong);
    expect(answer.figures.length).toBe(3);
    expect(answer.sentence.en).toContain("within 3 of the one shown");
    expect(extractAnswer([1], spending, answer.budget, draw)).toMatchObject({ ok: false, wrong: "budget-is-spent" });
  });
});
