// How sure a counted number is: exact intervals for counts, rates and shares (statistics.md 5.1).
import type { Estimate } from "../../../ground/count.ts";
import { betaQuantile, gammaQuantile, poissonCdf, poissonMass } from "./distributions.ts";

const LEVEL = 0.95;

/**
 * The exact Poisson interval of a count (Garwood 1936): the means with which the count is not surprising at either end.
 * Three reports: 0.6 to 8.8. `count` is a whole number ≥ 0.
 */
export function poissonInterval(count: number, level: number = LEVEL): Estimate {
  const tail = (1 - level) / 2;
  return {
    value: count,
    low: count === 0 ? 0 : gammaQuantile(tail, count),
    high: gammaQuantile(1 - tail, count + 1),
    n: count,
    method: "poisson-exact",
  };
}

/** Events per 1 000 of the denominator (residents, or residents × years), with the count's exact interval. */
export function ratePer1000(count: number, denominator: number, level: number = LEVEL): Estimate {
  const { low, high } = poissonInterval(count, level);
  const per = 1000 / denominator;
  return { value: count * per, low: low * per, high: high * per, n: count, method: "rate-poisson-exact" };
}

/** The exact interval of a share, `count` of `of` (Clopper & Pearson 1934); as a share of one. Six of sixty: 4 to 21 per cent. */
export function shareInterval(count: number, of: number, level: number = LEVEL): Estimate {
  const tail = (1 - level) / 2;
  return {
    value: count / of,
    low: count === 0 ? 0 : betaQuantile(tail, count, of - count + 1),
    high: count === of ? 1 : betaQuantile(1 - tail, count + 1, of - count),
    n: of,
    method: "clopper-pearson",
  };
}

/**
 * Are two counts, over times of the given lengths, more apart than chance makes them? The exact E-test (Krishnamoorthy & Thomson 2004): every pair of
 * counts that differs at least as much, weighed by how likely it is where both share one rate. Returns p, two-sided.
 */
export function comparedCounts(first: number, second: number, firstTime = 1, secondTime = 1): number {
  const rate = (first + second) / (firstTime + secondTime);
  if (rate === 0) return 1;
  const apart = (a: number, b: number) => {
    const variance = a / firstTime ** 2 + b / secondTime ** 2;
    return variance === 0 ? 0 : Math.abs(a / firstTime - b / secondTime) / Math.sqrt(variance);
  };
  // Equal distances are equal although their last digits are not.
  const observed = apart(first, second) * (1 - 1e-9);
  const [firsts, seconds] = [massesAround(rate * firstTime), massesAround(rate * secondTime)];
  let p = 0;
  for (const [i, massOfA] of firsts.masses.entries())
    for (const [j, massOfB] of seconds.masses.entries())
      if (apart(firsts.least + i, seconds.least + j) >= observed) p += massOfA * massOfB;
  return Math.min(p, 1);
}

/** The chance of every count that is not rarer than one in 10¹⁵, from the least of them on. */
function massesAround(mean: number): { readonly least: number; readonly masses: readonly number[] } {
  const least = Math.max(Math.floor(mean - 9 * Math.sqrt(mean) - 9), 0);
  const masses: number[] = [];
  for (let count = least; count <= mean || poissonCdf(count - 1, mean) < 1 - 1e-15; count++)
    masses.push(poissonMass(count, mean));
  return { least, masses };
}
