// Which cells of a table of counts may not be shown, and how well they must be hidden: primary suppression by few, by groups that are all alike, and by dominance
// (Hundepool et al. 2012, Statistical Disclosure Control, chapter 4), and the whole table's suppression by it.
import type { Earlier } from "./attacker.ts";
import {
  type Protection,
  suppress,
  type Suppression,
  type SuppressionOptions,
  type SuppressionProblem,
  unprotectable,
} from "./complementary.ts";
import type { Margins } from "./margins.ts";
import type { Threshold } from "./threshold.ts";

export type CountRule = Pick<Threshold, "fewest" | "zeros"> & {
  /**
   * "fewer-than": a cell of few is told as fewer than that, and the attacker knows it, unless those words would give it away. "alike": every hidden cell is told as withheld,
   * and nobody knows which are few.
   * Below 3, "fewer than" would be the number itself, and all are told alike.
   */
  readonly told: "fewer-than" | "alike";
  /** Places of the dimensions that tell something of persons: a group that has all its counts in one code of such a dimension tells what each of them is. */
  readonly attributes?: readonly number[];
};
export type CountOptions = SuppressionOptions & {
  /** What hiding a cell costs: its count (1 at least), or the same for all. */
  readonly cost?: "value" | "cells";
  /** True for cells that are published; all are when it is not given. */
  readonly isPublished?: (cell: number) => boolean;
  readonly earlier?: readonly Earlier[];
};
export type CountSuppression = Suppression & {
  /** Cells told as fewer than the rule's fewest; the other hidden ones are withheld. */
  readonly fewerThan: ReadonlySet<number>;
};

/** Hides what the rule says and what would give it away. RangeError for what contradicts `earlier`, and for counts that are not whole numbers from 0. */
export function suppressCounts(margins: Margins, rule: CountRule, options: CountOptions = {}): CountSuppression {
  if (margins.values.some((value) => value < 0 || !Number.isInteger(value)))
    throw new RangeError("Counts are whole, from 0.");
  const { isPublished = () => true } = options;
  const few = new Set([...margins.values.keys()].filter((cell) => isFew(margins.values[cell]!, rule)));
  const labelled = rule.told === "fewer-than" && rule.fewest >= 3;
  let fewerThan = new Set(labelled ? [...few].filter(isPublished) : []);
  // "Fewer than five" of a whole and of each of its four parts says that each is one: where the words give numbers away the whole is told as withheld instead, or else the parts.
  while (fewerThan.size > 0) {
    const bad = new Set(unprotectable(problemOf(margins, rule, options, few, fewerThan)));
    if (bad.size === 0) break;
    const told = [...bad].filter((cell) => fewerThan.has(cell));
    const wholes = told.filter((cell) => margins.inner[cell] === 0);
    const taken = new Set(wholes.length > 0 ? wholes : told.length > 0 ? told : fewerThan);
    fewerThan = new Set([...fewerThan].filter((cell) => !taken.has(cell)));
  }
  return { ...suppress(problemOf(margins, rule, options, few, fewerThan), options), fewerThan };
}

/** The table as the attacker sees it: what is told of few as fewer than that, and what the absence of those words tells of the others that are hidden. */
function problemOf(
  margins: Margins,
  rule: CountRule,
  { cost = "value", isPublished = () => true, earlier = [] }: CountOptions,
  few: ReadonlySet<number>,
  fewerThan: ReadonlySet<number>,
): SuppressionProblem {
  const { values, sums } = margins;
  const { fewest, zeros, attributes = [] } = rule;
  const cells = [...values.keys()];
  const groups = groupsAlike(margins, attributes);
  /** None is hidden only where it is as little to be shown as a few are, or where it tells of a group. */
  const leastFew = zeros === "hidden" ? 0 : 1;
  const leastHidden = attributes.length > 0 ? 0 : leastFew;
  const everyFewIsTold = [...few].every((cell) => fewerThan.has(cell) || !isPublished(cell));
  const leastWithheld = fewerThan.size > 0 && everyFewIsTold && attributes.length === 0 ? fewest : leastHidden;
  const lowest = Float64Array.from(cells, (cell) => {
    if (!isPublished(cell) || values[cell] === 0) return 0;
    return fewerThan.has(cell) ? leastFew : leastWithheld;
  });
  // What all parts are at the least the whole is too, however much is hidden (parts stand before their wholes).
  for (const { total, parts } of sums)
    lowest[total] = Math.max(
      lowest[total]!,
      parts.reduce((sum, part) => sum + lowest[part]!, 0),
    );
  return {
    values,
    sums,
    earlier,
    lowest,
    highest: Float64Array.from(cells, (cell) => (fewerThan.has(cell) ? fewest - 1 : Infinity)),
    cost: Float64Array.from(values, (value) => (cost === "cells" ? 1 : Math.max(1, value))),
    fixed: cells.filter((cell) => values[cell] === 0 && leastHidden > 0 && isPublished(cell)),
    unpublished: cells.filter((cell) => !isPublished(cell)),
    protect: cells.flatMap((cell): readonly Protection[] => {
      const value = values[cell]!;
      const lower = Math.max(lowest[cell]!, value - 1);
      // Wherever the ends must lie, there are two numbers at the least that it can be.
      if (few.has(cell)) return [{ cell, lower, upper: fewerThan.has(cell) ? fewest - 1 : fewest, width: 1 }];
      return groups.has(cell) ? [{ cell, lower, upper: Math.max(value, 1), width: 1 }] : [];
    }),
  };
}

function isFew(value: number, { fewest, zeros }: CountRule): boolean {
  return value < fewest && (value > 0 || zeros === "hidden");
}

/**
 * Cells that tell something of everybody in a group: a sum over an attribute where all are in one part. That part, and the parts where nobody is: shown, they would say the same.
 * A sum with one part only tells nothing that the sum does not.
 */
export function groupsAlike({ sums, values, nodesOf }: Margins, attributes: readonly number[]): ReadonlySet<number> {
  const alike = new Set<number>();
  for (const { total, parts } of sums) {
    if (values[total]! <= 0 || parts.length < 2) continue;
    const [whole, part] = [nodesOf(total), nodesOf(parts[0]!)];
    if (!attributes.some((dimension) => whole[dimension] !== part[dimension])) continue;
    if (parts.filter((each) => values[each]! > 0).length === 1) for (const each of parts) alike.add(each);
  }
  return alike;
}

export type Dominance =
  /** The `largest` contributors together make more than `percent` of the cell. */
  | { readonly rule: "n-k"; readonly largest: number; readonly percent: number }
  /** The second largest could work out the largest to within `percent` of it. */
  | { readonly rule: "p-percent"; readonly percent: number };

/**
 * How far above a sum the attacker must think it may lie, by what each contributed to it: 0 when the cell may be shown. (n, k): 100/k · largest − sum; p %: p/100 · largest −
 * what is left without the two largest (Cox 1981).
 */
export function dominanceNeed(contributions: ArrayLike<number>, dominance: Dominance): number {
  const falling = Float64Array.from(contributions).toSorted((a, b) => b - a);
  const sum = falling.reduce((so, each) => so + each, 0);
  if (dominance.rule === "p-percent") {
    const [first = 0, second = 0] = falling;
    return Math.max(0, (dominance.percent / 100) * first - (sum - first - second));
  }
  const most = falling.subarray(0, dominance.largest).reduce((so, each) => so + each, 0);
  return Math.max(0, (100 / dominance.percent) * most - sum);
}
