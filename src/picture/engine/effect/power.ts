// What could have been seen at all: asked before anything is promised, so that nobody promises what no figure could show (product.md, pain 3; statistics.md 5.1 and 5.4).
import {
  negativeBinomialCdf,
  negativeBinomialQuantile,
  normalQuantile,
  poissonCdf,
  poissonMass,
  poissonQuantile,
} from "../numbers/distributions.ts";

export type Design = {
  /** Events to be expected in the place before, and after if nothing changes. */
  readonly baseline: number;
  /** How many times as many events the comparison area has. */
  readonly comparison: number;
  /** How many times as long the time after is. */
  readonly longer?: number;
  /** Variance over mean; 1 is pure chance. */
  readonly dispersion?: number;
  /** Two-sided. */
  readonly level?: number;
};

/** So many equally likely values stand for a comparison area's count: it varies too, but moves the answer little. */
const NODES = 15;

/**
 * The chance that a change of this ratio (0.5: halved) is told from chance by the difference-in-differences rate ratio (`rateRatio`). Counts of the treated place are worked
 * through one by one; where one is zero the test has no answer and sees nothing. Within one percentage point of what simulation gives.
 */
export function chanceOfSeeing(
  ratio: number,
  { baseline, comparison, longer = 1, dispersion = 1, level = 0.05 }: Design,
): number {
  const bar = normalQuantile(1 - level / 2) ** 2 * dispersion;
  const [before, after] = [chancesOf(baseline, dispersion), chancesOf(baseline * ratio * longer, dispersion)];
  const nodesOf = (mean: number) =>
    Array.from({ length: NODES }, (_, i) => quantileOf((i + 0.5) / NODES, mean, dispersion));
  const nodesBefore = nodesOf(baseline * comparison);
  const nodesAfter = longer === 1 ? nodesBefore : nodesOf(baseline * comparison * longer);
  let seen = 0;
  for (const c0 of nodesBefore)
    for (const c1 of nodesAfter)
      if (c0 > 0 && c1 > 0)
        seen += seenBeside(before, after, Math.log(c1 / c0), 1 / c0 + 1 / c1, { bar, falls: ratio < 1 });
  return seen / NODES ** 2;
}

/** The share of pairs of counts whose squared z, in the true direction, is over the bar: the loop that everything here waits for, so without a logarithm or a root. */
function seenBeside(
  before: Chances,
  after: Chances,
  lnComparison: number,
  spread: number,
  { bar, falls }: { readonly bar: number; readonly falls: boolean },
): number {
  let seen = 0;
  for (let i = 0; i < before.ln.length; i++) {
    const from = before.ln[i]! + lnComparison;
    const inverse = before.inverse[i]! + spread;
    let likely = 0;
    for (let j = 0; j < after.ln.length; j++) {
      const change = falls ? from - after.ln[j]! : after.ln[j]! - from;
      if (change > 0 && change * change > bar * (inverse + after.inverse[j]!)) likely += after.chance[j]!;
    }
    seen += before.chance[i]! * likely;
  }
  return seen;
}

/**
 * The smallest fall that would be seen with this chance, as a ratio: 0.6 says that nothing less than a fall of 40 % shows. Undefined where not even a fall of 95 % would.
 */
export function smallestVisibleFall(design: Design, chance = 0.8): number | undefined {
  let [low, high] = [0.05, 1];
  if (chanceOfSeeing(low, design) < chance) {
    // At very small counts a near-total fall leaves a zero, of which a ratio says nothing: look for the best there is.
    const best = [0.1, 0.15, 0.2, 0.3].find((ratio) => chanceOfSeeing(ratio, design) >= chance);
    if (best === undefined) return undefined;
    low = best;
  }
  while (high - low > 0.005) {
    const middle = (low + high) / 2;
    if (chanceOfSeeing(middle, design) >= chance) low = middle;
    else high = middle;
  }
  return low;
}

/** The chance of an apparent fall of at least this share between two equal times when nothing has changed. */
export function chanceOfApparentFall(mean: number, share: number): number {
  let sum = 0;
  for (const [before, chance] of poissonChances(mean))
    if (before > 0) sum += chance * poissonCdf(Math.floor(before * (1 - share) + 1e-9), mean);
  return sum;
}

/** Of every count above zero that matters: its chance, its logarithm and one over it. */
type Chances = {
  readonly chance: Float64Array;
  readonly ln: Float64Array;
  readonly inverse: Float64Array;
};

/** So many equally likely values stand for a negative binomial count, and for a Poisson one so large that each of its values matters little. */
const DISPERSED_NODES = 60;
const MOST_COUNTED = 600;

function chancesOf(mean: number, dispersion: number): Chances {
  const pairs =
    dispersion === 1 && mean <= MOST_COUNTED
      ? poissonChances(mean)
      : Array.from(
          { length: DISPERSED_NODES },
          (_, i) => [quantileOf((i + 0.5) / DISPERSED_NODES, mean, dispersion), 1 / DISPERSED_NODES] as const,
        );
  const some = pairs.filter(([count]) => count > 0);
  return {
    chance: Float64Array.from(some, ([, chance]) => chance),
    ln: Float64Array.from(some, ([count]) => Math.log(count)),
    inverse: Float64Array.from(some, ([count]) => 1 / count),
  };
}

function poissonChances(mean: number): (readonly [count: number, chance: number])[] {
  const [least, most] = [poissonQuantile(1e-7, mean), poissonQuantile(1 - 1e-7, mean)];
  return Array.from({ length: most - least + 1 }, (_, i) => [least + i, poissonMass(least + i, mean)]);
}

function quantileOf(p: number, mean: number, dispersion: number): number {
  return dispersion === 1 ? poissonQuantile(p, mean) : negativeBinomialQuantile(p, mean / (dispersion - 1), mean);
}

/**
 * The chance that a week is called unusual (one-sided) when its mean has become `ratio` times what it was: what an alarm on a small series can be hoped to see.
 */
export function chanceOfAlarm(mean: number, ratio: number, { alpha = 0.05, dispersion = 1 } = {}): number {
  const bound = quantileOf(1 - alpha, mean, dispersion);
  const raised = mean * ratio;
  return dispersion === 1
    ? 1 - poissonCdf(bound, raised)
    : 1 - negativeBinomialCdf(bound, raised / (dispersion - 1), raised);
}
