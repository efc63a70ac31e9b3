// What could have been seen at all: asked before anything is promised, so that nobody promises what no figure could show (product.md, pain 3; statistics.md 5.1 and 5.4).
import { negativeBinomialQuantile, normalQuantile, poissonCdf, poissonMass, poissonQuantile } from "./distributions.ts";

export type Design = {
  /** Events to be expected in the place before, and after if nothing changes. */
  readonly baseline: number;
  /** How many times as many events the comparison area has. */
  readonly comparison: number;
  /** Variance over mean; 1 is pure chance. */
  readonly dispersion?: number;
  /** Two-sided. */
  readonly level?: number;
};

/** So many equally likely values stand for a comparison area's count: it varies too, but moves the answer little. */
const NODES = 15;

/**
 * The chance that a change of this ratio (0.5: halved) is told from chance by the difference-in-differences rate ratio (`rateRatio`). Counts of the treated place are worked
 * through one by one; where one is zero the test has no answer and sees nothing.
 */
export function chanceOfSeeing(ratio: number, { baseline, comparison, dispersion = 1, level = 0.05 }: Design): number {
  const bar = normalQuantile(1 - level / 2);
  const [before, after] = [chancesOf(baseline, dispersion), chancesOf(baseline * ratio, dispersion)];
  const nodes = Array.from({ length: NODES }, (_, i) =>
    quantileOf((i + 0.5) / NODES, baseline * comparison, dispersion),
  );
  let seen = 0;
  for (const c0 of nodes)
    for (const c1 of nodes) {
      if (c0 === 0 || c1 === 0) continue;
      const [lnComparison, spread] = [Math.log(c1 / c0), 1 / c0 + 1 / c1];
      for (const [t0, likely0] of before)
        for (const [t1, likely1] of after) {
          if (t0 === 0 || t1 === 0) continue;
          const z = (Math.log(t1 / t0) - lnComparison) / Math.sqrt(dispersion * (1 / t0 + 1 / t1 + spread));
          if ((ratio < 1 ? -z : z) > bar) seen += likely0 * likely1;
        }
    }
  return seen / NODES ** 2;
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
  for (const [before, likely] of chancesOf(mean, 1)) {
    if (before === 0) continue;
    sum += likely * poissonCdf(Math.floor(before * (1 - share) + 1e-9), mean);
  }
  return sum;
}

/** Every count that matters with its chance. */
function chancesOf(mean: number, dispersion: number): [count: number, chance: number][] {
  if (dispersion === 1) {
    const [least, most] = [poissonQuantile(1e-7, mean), poissonQuantile(1 - 1e-7, mean)];
    return Array.from({ length: most - least + 1 }, (_, i) => [least + i, poissonMass(least + i, mean)]);
  }
  // The negative binomial of this mean and dispersion, by equally likely values.
  const nodes = 60;
  return Array.from({ length: nodes }, (_, i) => [quantileOf((i + 0.5) / nodes, mean, dispersion), 1 / nodes]);
}

function quantileOf(p: number, mean: number, dispersion: number): number {
  return dispersion === 1 ? poissonQuantile(p, mean) : negativeBinomialQuantile(p, mean / (dispersion - 1), mean);
}
