// Which more cells must be hidden so that the cells that may not be shown cannot be worked out: complementary suppression (Fischetti & Salazar 2001). First the cheapest way
// for each cell (Kelly, Golden & Assad 1992), then the cheapest of all by branch and bound over cuts that the attacker's own programme gives, as far as the steps last.
import { type Attacker, attackerOf, type Interval, type Published, type Requirement } from "./attacker.ts";
import { boundOf, cheapestOf, type Cut } from "./complementary-exact.ts";
import { cheaplyHidden } from "./complementary-heuristic.ts";

/** What a cell needs: the attacker must think that it can be as little as `lower`, as much as `upper`, and (sliding) that the two ends lie `width` apart. */
export type Protection = {
  readonly cell: number;
  readonly lower: number;
  readonly upper: number;
  readonly width?: number;
};
export type SuppressionProblem = Published & {
  readonly protect: readonly Protection[];
  /** What hiding each cell costs. */
  readonly cost: ArrayLike<number>;
  /** Cells that must be shown whatever happens, by number. */
  readonly fixed?: Iterable<number>;
  /** Cells that are in the sums and are not published anyhow: hidden for nothing. */
  readonly unpublished?: Iterable<number>;
};
export type SuppressionOptions = {
  /** Steps of linear programming to give the search for the cheapest, and as many to trim what was hidden before it. A small table needs a few thousand. */
  readonly mostSteps?: number;
};
export type HiddenCell = {
  readonly cell: number;
  readonly role: "primary" | "complementary" | "unpublished";
  /** What the attacker can work out of it at best. */
  readonly attacker: Interval;
};
export type Suppression = {
  readonly hidden: readonly HiddenCell[];
  /** Of the complementary cells. */
  readonly cost: number;
  /** No choice of cells costs less than this. */
  readonly bound: number;
  /** (cost − bound) / cost: 0 when the choice is known to be the cheapest. */
  readonly gap: number;
  /** Cells that cannot get the protection asked for, whatever more is hidden. */
  readonly unprotected: readonly number[];
};

/** Chooses what to hide beside the protected cells. RangeError where the table contradicts its sums, or what was published before. */
export function suppress(problem: SuppressionProblem, options: SuppressionOptions = {}): Suppression {
  const { mostSteps = 20_000 } = options;
  const { cost } = problem;
  const { attacker, always, candidates, possible, cuts, unprotected } = attacked(problem);
  const paidFor = (choice: Uint8Array) => candidates.reduce((sum, cell) => sum + cost[cell]! * choice[cell]!, 0);
  let best: Uint8Array = always;
  let bound = 0;
  if (possible.length > 0) {
    const oneWay = possible.flatMap((requirement) => eachWay(attacker, requirement));
    best = cheaplyHidden(problem, oneWay, always, candidates, mostSteps);
    bound = boundOf(cuts, cost);
    if (bound < paidFor(best) - 1e-9) {
      const violated = (shares: ArrayLike<number>): readonly Cut[] => {
        for (const cell of candidates) attacker.hide(cell, shares[cell]!);
        return possible.flatMap((requirement) => {
          const weights = shortfall(attacker, requirement);
          return weights === undefined ? [] : [cutOf(weights, requirement.need, always, candidates)];
        });
      };
      const searched = cheapestOf({ cost, candidates, violated, cuts, best, mostSteps, steps: attacker.steps });
      bound = Math.max(searched.bound, bound);
      best = searched.best;
    }
  }

  for (const cell of best.keys()) attacker.hide(cell, best[cell]!);
  const primary = new Set(problem.protect.map(({ cell }) => cell));
  const hidden = [...best.keys()]
    .filter((cell) => best[cell] === 1)
    .map((cell): HiddenCell => {
      const role = primary.has(cell) ? "primary" : always[cell] === 1 ? "unpublished" : "complementary";
      return { cell, role, attacker: attacker.interval(cell) };
    });
  const paid = paidFor(best);
  bound = Math.min(bound, paid);
  return { hidden, cost: paid, bound, gap: paid > 0 ? (paid - bound) / paid : 0, unprotected };
}

/** The cells that could not be protected if everything that may be hidden were. */
export function unprotectable(problem: SuppressionProblem): readonly number[] {
  return attacked(problem).unprotected;
}

/** The attacker, left where all is hidden that may be, and what protection is missing while only the protected cells are: what more hiding can mend, and what it cannot. */
function attacked(problem: SuppressionProblem) {
  const always = new Uint8Array(problem.values.length);
  for (const cell of problem.unpublished ?? []) always[cell] = 1;
  for (const { cell } of problem.protect) always[cell] = 1;
  const fixed = new Set(problem.fixed);
  const candidates = [...always.keys()].filter((cell) => always[cell] === 0 && !fixed.has(cell));
  const attacker = attackerOf(problem);
  for (const cell of always.keys()) attacker.hide(cell, always[cell]!);
  const missing = requirementsOf(problem).flatMap((requirement) => {
    const weights = shortfall(attacker, requirement);
    return weights === undefined ? [] : [{ requirement, cut: cutOf(weights, requirement.need, always, candidates) }];
  });
  for (const cell of candidates) attacker.hide(cell, 1);
  const mended = missing.map(({ requirement }) => shortfall(attacker, requirement) === undefined);
  return {
    attacker,
    always,
    candidates,
    possible: missing.filter((_, i) => mended[i]).map(({ requirement }) => requirement),
    cuts: missing.filter((_, i) => mended[i]).map(({ cut }) => cut),
    unprotected: [...new Set(missing.filter((_, i) => !mended[i]).map(({ requirement }) => requirement.cell))],
  };
}

function requirementsOf({ values, protect }: SuppressionProblem): readonly Requirement[] {
  const all = protect.flatMap(({ cell, lower, upper, width = 0 }): readonly Requirement[] => [
    { cell, ways: [-1], need: values[cell]! - lower },
    { cell, ways: [1], need: upper - values[cell]! },
    { cell, ways: [-1, 1], need: width },
  ]);
  return all.filter(({ need }) => need > 0);
}

/** Undefined when the attacker must reach as far as is needed; else what holds it, as weights of what could be hidden. */
function shortfall(attacker: Attacker, { cell, ways, need }: Requirement): Float64Array | undefined {
  let weights: Float64Array | undefined;
  let reached = 0;
  for (const way of ways) {
    reached += attacker.reach(cell, way, need);
    if (reached >= need - 1e-6) return undefined;
    const of = attacker.weights();
    weights = weights?.map((weight, i) => weight + of[i]!) ?? of;
  }
  return weights;
}

/** Σ weight · (hidden or not) ≥ need, what is hidden anyhow taken off, and no weight more than would do alone. */
function cutOf(weights: Float64Array, need: number, always: Uint8Array, candidates: readonly number[]): Cut {
  let left = need;
  for (const [cell, weight] of weights.entries()) if (always[cell] === 1) left -= weight;
  const cells = candidates.filter((cell) => weights[cell]! > 0);
  return { cells, weights: cells.map((cell) => Math.min(weights[cell]!, left)), need: left };
}

/** Both ends together as one end each: as far up as can be, the rest down. */
function eachWay(attacker: Attacker, { cell, ways, need }: Requirement): readonly Requirement[] {
  if (ways.length === 1) return [{ cell, ways, need }];
  const up = attacker.reach(cell, 1, need);
  const both: readonly Requirement[] = [
    { cell, ways: [1], need: up },
    { cell, ways: [-1], need: need - up },
  ];
  return both.filter((each) => each.need > 0);
}
