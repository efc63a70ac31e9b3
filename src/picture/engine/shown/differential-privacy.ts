// Counts for open data with noise that hides whether any one person is among them: the two-sided geometric mechanism (Ghosh, Roughgarden & Sundararajan 2009), drawn exactly
// with whole numbers (Canonne, Kamath & Steinke 2020), out of a budget that is spent once.
import type { Chance } from "../numbers/random.ts";

declare const noisy: unique symbol;
/** A count that has been noised, with the ends that hold the true count nineteen times out of twenty. */
export type NoisyCount = {
  readonly [noisy]: true;
  /** Never below 0: what came out below is told as 0, which tells nothing more of anybody. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
};
/** Privacy loss in thousandths, so that what is spent adds up exactly. */
export type Budget = { readonly total: number; readonly spent: number };
export type Spending = {
  /** Thousandths of epsilon for this table. */
  readonly epsilon: number;
  /** In how many of the table's cells one person can be counted, at the most. */
  readonly sensitivity: number;
  /** Exact figures that would be published beside: there may be none, since noise beside an exact margin is worked out from it. */
  readonly exactBeside: number;
};
export type Released = { readonly ok: true; readonly counts: readonly NoisyCount[]; readonly budget: Budget };
export type NotReleased = {
  readonly ok: false;
  readonly wrong: "budget-is-spent" | "exact-beside-noise" | "not-a-spending";
  readonly detail: Readonly<Record<string, number>>;
};

/** One release may cost this in all (statistics.md 5.2). */
export const WHOLE_BUDGET: Budget = { total: 1000, spent: 0 };

/**
 * The counts with noise, and what is left of the budget; or why not. `chance` decides the noise and must be one that nobody else can draw again: a seed that can be guessed
 * gives the counts away. The noise of figure i is drawn from `chance(i)`.
 */
export function noisyCounts(
  counts: readonly number[],
  { epsilon, sensitivity, exactBeside }: Spending,
  budget: Budget,
  chance: (figure: number) => Pick<Chance, "below">,
): Released | NotReleased {
  const whole = [epsilon, sensitivity, ...counts].every((each) => Number.isInteger(each));
  if (!whole || epsilon < 1 || sensitivity < 1 || sensitivity > MOST_SENSITIVE || counts.some((count) => count < 0))
    return { ok: false, wrong: "not-a-spending", detail: {} };
  if (exactBeside > 0) return { ok: false, wrong: "exact-beside-noise", detail: { exact: exactBeside } };
  const left = budget.total - budget.spent;
  if (epsilon > left) return { ok: false, wrong: "budget-is-spent", detail: { asked: epsilon, left } };
  const reach = reachOf(epsilon / 1000 / sensitivity, 0.05);
  return {
    ok: true,
    counts: counts.map((count, figure) => {
      const drawn = count + twoSidedGeometric(chance(figure), epsilon, 1000 * sensitivity);
      const value = Math.max(0, drawn);
      return { value, low: Math.max(0, drawn - reach), high: Math.max(0, drawn + reach) } as NoisyCount;
    }),
    budget: { ...budget, spent: budget.spent + epsilon },
  };
}

/** Where a draw of exp(−1/scale) would need more steps than a whole number of 32 bits holds. */
const MOST_SENSITIVE = 1000;

/** The smallest whole number that the noise passes with no more than this probability: P(|noise| > m) = 2 a^(m+1) / (1 + a), a = exp(−epsilon). */
export function reachOf(epsilon: number, probability: number): number {
  const reach = Math.log((probability * (1 + Math.exp(-epsilon))) / 2) / -epsilon - 1;
  return Math.max(0, Math.ceil(reach - 1e-9));
}

/** A whole number drawn with probability (1 − a)/(1 + a) · a^|noise|, a = exp(−numerator/denominator): exactly, no logarithm and no fraction is rounded. */
export function twoSidedGeometric(chance: Pick<Chance, "below">, numerator: number, denominator: number): number {
  for (;;) {
    const part = chance.below(denominator);
    if (!withProbabilityOfExp(chance, part, denominator)) continue;
    let wholes = 0;
    while (withProbabilityOfExp(chance, 1, 1)) wholes++;
    const size = Math.floor((part + wholes * denominator) / numerator);
    const negative = chance.below(2) === 1;
    // Nothing has no sign: else it would come twice as often.
    if (negative && size === 0) continue;
    return negative ? -size : size;
  }
}

/** True with probability exp(−numerator/denominator), for a fraction of at most 1: von Neumann's run of falling chances, even or odd. */
function withProbabilityOfExp(chance: Pick<Chance, "below">, numerator: number, denominator: number): boolean {
  let run = 1;
  while (chance.below(denominator * run) < numerator) run++;
  return run % 2 === 1;
}
