// How likely is it that the rate has fallen, by what was counted and by what is usual? Gamma–Poisson: each time's rate has a gamma distribution after its count, and the ratio of two
// gamma variables is exact by the beta distribution (statistics.md 5.4, design 7). Sceptical, when the prior comes from how municipalities lie: then small counts move it little.
import { betaLower, betaQuantile } from "../numbers/distributions.ts";
import type { GammaPrior } from "../numbers/shrinkage.ts";

/** A count, and what was to be expected of it: residents × years × the common rate, or just how long the time was where nothing better is known. */
export type Exposed = { readonly count: number; readonly expected: number };

/** Shape and rate of the gamma distribution a rate had before anything was counted; rates are relative to what was expected. */
export type RatePrior = {
  readonly shape: number;
  readonly rate: number;
  readonly source: "jeffreys" | "municipalities";
};

/** What is believed when nothing is known: half an event, over no time. */
export const JEFFREYS: RatePrior = { shape: 0.5, rate: 0, source: "jeffreys" };

/** The prior that the municipalities' own counts make (`gammaPoissonPrior`): both times' rates are drawn towards the common one, and so the ratio towards no change. */
export function scepticalPrior({ alpha, level }: GammaPrior): RatePrior {
  return { shape: alpha, rate: alpha / level, source: "municipalities" };
}

export type ChangePosterior = {
  /** The chance that the rate after is below this many times the rate before. */
  readonly chanceBelow: (ratio: number) => number;
  readonly median: number;
  /** 95 % of the posterior. */
  readonly low: number;
  readonly high: number;
  readonly prior: RatePrior;
};

/** The rate after over the rate before. `expected` above zero. */
export function changePosterior(before: Exposed, after: Exposed, prior: RatePrior = JEFFREYS): ChangePosterior {
  const [shapeBefore, shapeAfter] = [prior.shape + before.count, prior.shape + after.count];
  const [timeBefore, timeAfter] = [prior.rate + before.expected, prior.rate + after.expected];
  // With gamma variables of scale one, X after and Y before, X / (X + Y) is beta; the rates' ratio is X / Y × their times.
  const quantile = (p: number) => {
    const share = betaQuantile(p, shapeAfter, shapeBefore);
    return ((share / (1 - share)) * timeBefore) / timeAfter;
  };
  return {
    chanceBelow: (ratio) => {
      const odds = (ratio * timeAfter) / timeBefore;
      return ratio <= 0 ? 0 : betaLower(shapeAfter, shapeBefore, odds / (1 + odds));
    },
    median: quantile(0.5),
    low: quantile(0.025),
    high: quantile(0.975),
    prior,
  };
}
