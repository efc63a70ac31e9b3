// The cheapest cells to hide, exactly: branch and bound where each node is a linear programme over the cuts that are known, and new cuts are asked for until none is broken
// (Fischetti & Salazar 2001, section 4). Where the steps end before the search does, a bound tells how much cheaper it could be.
import { simplex } from "./linear-programme.ts";

/** Σ weight · hidden ≥ need. */
export type Cut = { readonly cells: readonly number[]; readonly weights: readonly number[]; readonly need: number };
export type Search = {
  readonly cost: ArrayLike<number>;
  readonly candidates: readonly number[];
  /** Cuts that a choice breaks, each cell hidden to the share that is given. Whole and none broken: the choice protects. */
  readonly violated: (shares: ArrayLike<number>) => readonly Cut[];
  /** Cuts that are known. */
  readonly cuts: readonly Cut[];
  /** A choice that protects. */
  readonly best: Uint8Array;
  /** Of this search's programmes and, by `steps`, of those that look for broken cuts. */
  readonly mostSteps: number;
  readonly steps: () => number;
};
type Node = { readonly chosen: ReadonlyMap<number, 0 | 1>; readonly bound: number };

/** The cheapest choice and what no choice is cheaper than; they cost the same when the search came to its end within its steps. */
export function cheapestOf(search: Search): { readonly best: Uint8Array; readonly bound: number } {
  const { cost, candidates, violated, mostSteps } = search;
  const programme = simplex();
  const variableOf = new Map(candidates.map((cell) => [cell, programme.addVariable(0, 1, 0)]));
  for (const [cell, variable] of variableOf) programme.setCost(variable, cost[cell]!);
  const add = ({ cells, weights, need }: Cut) =>
    programme.addRow(
      cells.map((cell) => variableOf.get(cell)!),
      weights,
      need,
      Infinity,
    );
  for (const cut of search.cuts) add(cut);
  const whole = candidates.every((cell) => Number.isInteger(cost[cell]));
  const priceOf = (shares: ArrayLike<number>) => candidates.reduce((sum, cell) => sum + cost[cell]! * shares[cell]!, 0);
  /** Costs that are whole numbers make every choice's cost one. */
  const atLeast = (bound: number) => (whole ? Math.ceil(bound - 1e-6) : bound);
  let best = search.best;
  let price = priceOf(best);
  const nodes: Node[] = [{ chosen: new Map(), bound: 0 }];

  const begun = search.steps();
  const spent = () => programme.steps() + search.steps() - begun > mostSteps;

  /** Where the node's programme ends, and what the node cannot be cheaper than; undefined when nothing in it can be cheaper than the best. */
  const relaxed = (node: Node): { shares: Float64Array; bound: number; broken: boolean } | undefined => {
    for (const [cell, variable] of variableOf) {
      const chosen = node.chosen.get(cell);
      programme.setBounds(variable, chosen ?? 0, chosen ?? 1);
    }
    for (;;) {
      if (programme.minimise() !== "optimal") return undefined;
      const shares = Float64Array.from(best, (hidden, cell) => {
        const variable = variableOf.get(cell);
        return variable === undefined ? hidden : toWhole(programme.valueOf(variable));
      });
      const bound = priceOf(shares);
      if (atLeast(bound) >= price - 1e-9) return undefined;
      const broken = violated(shares).filter((cut) => isBroken(cut, shares));
      if (broken.length === 0) return { shares, bound, broken: false };
      if (spent()) return { shares, bound, broken: true };
      for (const cut of broken) add(cut);
    }
  };

  while (nodes.length > 0 && !spent()) {
    const node = nodes.pop()!;
    if (atLeast(node.bound) >= price - 1e-9) continue;
    const end = relaxed(node);
    if (end === undefined) continue;
    const { shares, bound } = end;
    if (end.broken) {
      nodes.push({ ...node, bound });
      break;
    }
    const split = mostUndecided(shares, candidates);
    if (split === undefined) {
      best = Uint8Array.from(shares);
      price = priceOf(best);
      continue;
    }
    const likely = shares[split]! >= 0.5 ? 1 : 0;
    for (const chosen of [1 - likely, likely] as readonly (0 | 1)[])
      nodes.push({ chosen: new Map([...node.chosen, [split, chosen]]), bound });
  }
  return { best, bound: nodes.reduce((least, node) => Math.min(least, atLeast(node.bound)), price) };
}

/** What no choice is cheaper than, by raising each cut's price as far as the cells allow that nothing else has paid for (dual ascent): quick, and seldom the best. */
export function boundOf(cuts: readonly Cut[], cost: ArrayLike<number>): number {
  const left = Float64Array.from(cost);
  let bound = 0;
  for (const { cells, weights, need } of cuts.toSorted((a, b) => a.cells.length - b.cells.length)) {
    const price = cells.reduce((least, cell, i) => Math.min(least, left[cell]! / weights[i]!), Infinity);
    if (!(price > 0 && price < Infinity)) continue;
    bound += price * need;
    for (const [i, cell] of cells.entries()) left[cell]! -= price * weights[i]!;
  }
  return bound;
}

function toWhole(share: number): number {
  const nearest = Math.round(share);
  return Math.abs(share - nearest) < 1e-7 ? nearest : share;
}

function isBroken({ cells, weights, need }: Cut, shares: ArrayLike<number>): boolean {
  return cells.reduce((sum, cell, i) => sum + weights[i]! * shares[cell]!, 0) < need - 1e-6 * Math.max(1, need);
}

/** The cell whose share lies nearest a half. */
function mostUndecided(shares: ArrayLike<number>, candidates: readonly number[]): number | undefined {
  const apart = (cell: number) => Math.abs(shares[cell]! - 0.5);
  const undecided = candidates.filter((cell) => apart(cell) < 0.5);
  return undecided.length === 0 ? undefined : undecided.reduce((a, b) => (apart(b) < apart(a) ? b : a));
}
