import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, type Day } from "../../ground/time.ts";
import {
  bestOf,
  type Design,
  DESIGNS,
  type EffectAnswer,
  effectOf,
  type Inputs,
  type Lack,
  offersOf,
  percentIn,
  type Point,
  splitAt,
} from "./effect.ts";
import type { Reading } from "./outcome.ts";
import { sayEffect } from "./said.ts";

const BEGAN = "2025-01-01" as Day;
const PLAIN = { controlDependent: false, selfSelected: false };
/** Whole years around 2025, the first of them so many before. */
const years = (...counts: readonly number[]): Point[] =>
  counts.map((count, place) => {
    const year = 2025 - Math.floor(counts.length / 2) + place;
    return { from: `${year}-01-01` as Day, to: `${year}-12-31` as Day, count };
  });
const months = (before: readonly number[], after: readonly number[]): Point[] =>
  [...before, ...after].map((count, place) => {
    const from = addMonths(BEGAN, place - before.length);
    return { from, to: addDays(addMonths(from, 1), -1), count };
  });
function inputs(more: Partial<Inputs>): Inputs {
  return {
    measure: "count",
    wanted: "down",
    readings: [],
    points: [],
    others: [],
    around: null,
    breaks: [],
    began: BEGAN,
    ...more,
  };
}
const reading = (on: string, value: number, more: Partial<Reading> = {}): Reading => ({
  on: on as Day,
  value,
  low: value - 1,
  high: value + 1,
  n: 5000,
  method: "radar",
  baseline: on < BEGAN,
  comparable: true,
  ...more,
});
const beside = (...points: readonly Point[][]) =>
  points.map((one, place) => ({ name: `Kommun ${place}`, points: one }));
const speeds = inputs({ measure: "measured", readings: [reading("2024-09-22", 47), reading("2026-09-20", 39)] });

describe("which designs the figures can carry", () => {
  const lack = (of: Inputs, design: Design) => offersOf(of).find((offer) => offer.design === design)!.lacks;
  test.each<[string, Inputs, Design, Lack | null]>([
    [
      "eleven before and nine after are too few beside others",
      inputs({ points: years(11, 9), others: beside(years(40, 40)) }),
      "comparison",
      "few-events",
    ],
    [
      "enough of them, with another place, are not",
      inputs({ points: years(40, 30), others: beside(years(40, 40)) }),
      "comparison",
      null,
    ],
    [
      "without another place there is nothing to hold them beside",
      inputs({ points: years(40, 30) }),
      "comparison",
      "no-comparison",
    ],
    [
      "nor where the other place lacks one of the times",
      inputs({ points: years(40, 30), others: beside(years(40, 30).slice(1)) }),
      "comparison",
      "no-comparison",
    ],
    [
      "a ring round the place makes displacement possible",
      inputs({ points: years(40, 20), others: beside(years(40, 40)), around: years(30, 30) }),
      "displacement",
      null,
    ],
    [
      "without one it is not",
      inputs({ points: years(40, 20), others: beside(years(40, 40)) }),
      "displacement",
      "no-surroundings",
    ],
    ["two years are no series", inputs({ points: years(100, 90) }), "interrupted", "few-times"],
    [
      "two years of months before and one after are",
      inputs({ points: months(Array(24).fill(10), Array(12).fill(10)) }),
      "interrupted",
      null,
    ],
    [
      "a gap in the months is none",
      inputs({ points: months(Array(25).fill(10), Array(12).fill(10)).filter((_one, place) => place !== 3) }),
      "interrupted",
      "few-times",
    ],
    ["small counts can always be asked", inputs({ points: years(3, 1) }), "small-counts", null],
    [
      "but not where nothing has been counted since",
      inputs({ points: years(3, 1).slice(0, 1) }),
      "small-counts",
      "nothing-after",
    ],
    ["or before", inputs({ points: years(3, 1).slice(1) }), "small-counts", "nothing-before"],
    ["or ever", inputs({ points: years(0, 0) }), "small-counts", "few-events"],
    [
      "but not a spring beside an autumn",
      inputs({ points: months(Array(6).fill(12), Array(6).fill(9)) }),
      "small-counts",
      "other-time",
    ],
    [
      "a year of months beside another is",
      inputs({ points: months(Array(12).fill(3), Array(12).fill(2)) }),
      "small-counts",
      null,
    ],
    ["speeds are measured, not counted", speeds, "small-counts", "measured-by-measurement"],
    ["and carry what measurements carry", speeds, "before-after", null],
    ["counts do not", inputs({ points: years(40, 30) }), "before-after", "counted-not-measured"],
    [
      "a speed without its interval is no measurement to compare",
      { ...speeds, readings: [reading("2024-09-22", 47, { low: null, high: null }), reading("2026-09-20", 39)] },
      "before-after",
      "no-interval",
    ],
    [
      "nor is one of twenty-nine",
      { ...speeds, readings: [reading("2024-09-22", 47, { n: 29 }), reading("2026-09-20", 39)] },
      "before-after",
      "few-answers",
    ],
    [
      "nor one on the other side of a break",
      { ...speeds, breaks: ["2025-06-01" as Day] },
      "before-after",
      "line-broken",
    ],
    [
      "a break between before and after leaves no years to compare",
      inputs({ points: years(40, 30), breaks: [BEGAN] }),
      "small-counts",
      "line-broken",
    ],
    [
      "nor a baseline that is not there",
      { ...speeds, readings: [reading("2026-09-20", 39)] },
      "before-after",
      "nothing-before",
    ],
  ])("%s", (_said, of, design, lacks) => {
    expect(lack(of, design)).toBe(lacks);
  });

  test("the one that says most is chosen, and none where none can be carried", () => {
    expect(
      bestOf(offersOf(inputs({ points: years(40, 20), others: beside(years(40, 40)), around: years(30, 30) }))),
    ).toBe("comparison");
    expect(bestOf(offersOf(inputs({ points: years(11, 9) })))).toBe("small-counts");
    expect(bestOf(offersOf({ ...speeds, breaks: ["2025-06-01" as Day] }))).toBeUndefined();
  });
});

describe("what it led to", () => {
  const ask = (of: Inputs, design: Design | undefined, known = PLAIN) => effectOf(of, design, known);
  test.each<[string, EffectAnswer, object]>([
    [
      "halved beside a place that stood still is better",
      ask(inputs({ points: years(100, 50), others: beside(years(400, 400)) }), "comparison"),
      { verdict: "better", because: null, before: 100, after: 50 },
    ],
    [
      "the same where more was wanted is worse",
      ask(inputs({ wanted: "up", points: years(100, 50), others: beside(years(400, 400)) }), "comparison"),
      { verdict: "worse" },
    ],
    [
      "any change is for the worse where it was to stay",
      ask(inputs({ wanted: "level", points: years(100, 50), others: beside(years(400, 400)) }), "comparison"),
      { verdict: "worse" },
    ],
    [
      "halved where everybody halved cannot be known, or is none",
      ask(inputs({ points: years(40, 20), others: beside(years(400, 200)) }), "comparison"),
      { verdict: "cannot-be-known", because: "change-too-small" },
    ],
    [
      "where a halving would surely have shown there is no clear change",
      ask(inputs({ points: years(200, 200), others: beside(years(800, 800)) }), "comparison"),
      { verdict: "no-clear-change", because: null },
    ],
    [
      "what only moved round the corner is not gone",
      ask(inputs({ points: years(100, 50), others: beside(years(100, 100)), around: years(100, 150) }), "displacement"),
      { verdict: "cannot-be-known", method: "wdd", estimate: { of: "difference", value: 0 } },
    ],
    [
      "what did not move is",
      ask(inputs({ points: years(100, 30), others: beside(years(100, 100)), around: years(100, 100) }), "displacement"),
      { verdict: "better" },
    ],
    [
      "a series that fell that day is better",
      ask(inputs({ points: months(Array(36).fill(20), Array(24).fill(8)) }), "interrupted"),
      { verdict: "better", before: 720, after: 192 },
    ],
    [
      "eleven before and nine after cannot be known",
      ask(inputs({ points: years(11, 9) }), "small-counts"),
      { verdict: "cannot-be-known", because: "few-events", before: 11, after: 9, n: 20 },
    ],
    [
      "forty before and ten after is better by chance's own reckoning",
      ask(inputs({ points: years(40, 10) }), "small-counts"),
      { verdict: "better" },
    ],
    [
      "speeds whose intervals do not touch are better",
      ask(speeds, "before-after"),
      { verdict: "better", before: 47, after: 39, estimate: { value: -8, low: -10, high: -6 } },
    ],
    [
      "speeds whose intervals touch show no clear change",
      ask({ ...speeds, readings: [reading("2024-09-22", 41), reading("2026-09-20", 40)] }, "before-after"),
      { verdict: "no-clear-change" },
    ],
    [
      "asked of what the figures cannot carry, it cannot be known and says why",
      ask(speeds, "comparison"),
      { verdict: "cannot-be-known", because: "measured-by-measurement" },
    ],
    [
      "so does asked of none",
      ask({ ...speeds, breaks: ["2025-06-01" as Day] }, undefined),
      { design: "none", verdict: "cannot-be-known", because: "line-broken", wouldChange: ["same-question"] },
    ],
  ])("%s", (_said, answer, expected) => {
    expect(answer).toMatchObject(expected);
  });

  test("what looks worst looks better the next time, and that is always said; so is control, and who answered", () => {
    expect(ask(speeds, "before-after").assumptions).toContain("regression-to-mean");
    const known = ask(speeds, "before-after", { controlDependent: true, selfSelected: true });
    expect(known.assumptions).toEqual(
      expect.arrayContaining(["regression-to-mean", "control-effort", "self-selection"]),
    );
    expect(known.wouldChange).toContain("control-counted");
  });

  test("the reference's own counts come through: the picture's ratio, and ptools' weighted displacement", () => {
    // ptools: treated 100 → 50 beside 100 → 90, displaced 30 → 20 beside nothing known: −40 and −10.
    const of = inputs({ points: years(100, 50), others: beside(years(100, 90)), around: years(30, 20) });
    expect(ask(of, "displacement").estimate).toMatchObject({ of: "difference", value: -50 });
    const ratio = ask(of, "comparison").estimate!;
    expect(ratio.value).toBeCloseTo(50 / 100 / (90 / 100), 9);
    expect(Math.log(ratio.high / ratio.low) / 2 / 1.959963984540054).toBeCloseTo(
      Math.sqrt(1 / 100 + 1 / 50 + 1 / 100 + 1 / 90),
      9,
    );
  });

  test.each<[string, EffectAnswer, "count" | "measured" | "share", number, string]>([
    [
      "few",
      ask(inputs({ points: years(11, 9) }), "small-counts"),
      "count",
      0,
      "Kan inte avgöras med de här siffrorna (11 före, 9 efter). Färre än tio före eller efter. Slumpen ensam kan göra skillnaden. Chansen att det verkligen är färre nu: 7 av 10.",
    ],
    [
      "few, told outside",
      ask(inputs({ points: years(11, 9) }), "small-counts"),
      "count",
      10,
      "Kan inte avgöras med de här siffrorna. Färre än tio före eller efter. Slumpen ensam kan göra skillnaden.",
    ],
    [
      "many",
      ask(inputs({ points: years(100, 50), others: beside(years(400, 400)) }), "comparison"),
      "count",
      0,
      "Bättre, mer än slumpen brukar ge. 100 före, 50 efter.",
    ],
    ["speeds", ask(speeds, "before-after"), "measured", 0, "Bättre, mer än slumpen brukar ge. 47 km/h före, 39 efter."],
    [
      "nothing",
      ask({ ...speeds, readings: [] }, undefined),
      "measured",
      0,
      "Kan inte avgöras med de här siffrorna. Ingen siffra från tiden före.",
    ],
  ])("it is said in plain words: %s", (_said, answer, measure, fewest, sentence) => {
    expect(sayEffect(answer, { measure, unit: "km/h" }, fewest).sv).toBe(sentence);
  });
});

describe("laws", () => {
  /** Each reckons what could be seen at all, which takes its time. */
  const SOME = { numRuns: 40 };
  const count = fc.integer({ min: 0, max: 40 });
  const many = fc.record({
    own: fc.array(count, { minLength: 2, maxLength: 8 }),
    other: fc.array(count, { minLength: 8, maxLength: 8 }),
    ring: fc.array(count, { minLength: 8, maxLength: 8 }),
    design: fc.constantFrom(...DESIGNS),
    wanted: fc.constantFrom("down" as const, "up" as const),
  });
  const of = ({
    own,
    other,
    ring,
    wanted,
  }: {
    own: number[];
    other: number[];
    ring: number[];
    wanted: "down" | "up";
  }) => {
    const points = years(...own);
    const alike = (counts: number[]) => points.map((point, place) => ({ ...point, count: counts[place]! }));
    return inputs({ wanted, points, others: beside(alike(other)), around: alike(ring) });
  };

  test("an interval that holds no change is never better or worse, and a handful never is", () => {
    fc.assert(
      fc.property(many, (drawn) => {
        const { verdict, estimate, before, after } = effectOf(of(drawn), drawn.design, PLAIN);
        const tells = verdict === "better" || verdict === "worse";
        const none = estimate?.of === "difference" ? 0 : 1;
        const holds = estimate !== null && estimate.low <= none && none <= estimate.high;
        expect(tells && (holds || Math.min(before ?? 0, after ?? 0) < 10)).toBe(false);
      }),
      SOME,
    );
  });

  test("in whatever order the figures come the answer is the same, and with the other way wanted better is worse", () => {
    const turned: Readonly<Record<string, string>> = { better: "worse", worse: "better" };
    fc.assert(
      fc.property(many, (drawn) => {
        const asked = of(drawn);
        const answer = effectOf(asked, drawn.design, PLAIN);
        const backwards = { ...asked, points: asked.points.toReversed(), readings: asked.readings.toReversed() };
        expect(effectOf(backwards, drawn.design, PLAIN)).toEqual(answer);
        const other = effectOf({ ...asked, wanted: drawn.wanted === "up" ? "down" : "up" }, drawn.design, PLAIN);
        expect(other.verdict).toBe(turned[answer.verdict] ?? answer.verdict);
      }),
      SOME,
    );
  });

  test("a percentage is never said of fewer than ten, of a share, or of what cannot be known", () => {
    fc.assert(
      fc.property(many, (drawn) => {
        const answer = effectOf(of(drawn), drawn.design, PLAIN);
        const hasChanged = answer.verdict === "better" || answer.verdict === "worse";
        const isSet = answer.design === "small-counts" || answer.design === "before-after";
        const enough = Math.min(answer.before ?? 0, answer.after ?? 0) >= 10 && hasChanged && isSet;
        expect(percentIn(answer, "count") !== undefined).toBe(enough);
        expect(percentIn(answer, "share")).toBeUndefined();
      }),
      SOME,
    );
  });

  test("as many periods are counted on each side, the nearest, and none from beyond a break", () => {
    const points = months([1, 2, 3, 4, 5], [10, 20, 30]);
    expect(splitAt(points, BEGAN, [])).toMatchObject({ before: 12, after: 60, times: 3 });
    expect(splitAt(points, BEGAN, ["2024-12-01" as Day])).toMatchObject({ before: 5, after: 10, times: 1 });
    // The month it began in the middle of is on neither side.
    expect(splitAt(points, "2025-01-15" as Day, [])).toMatchObject({ before: 9, after: 50, times: 2 });
  });
});
