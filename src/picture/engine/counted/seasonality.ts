// Does it come more in some months, or at some hours, than in others? An index for each part of a cycle (the month in the year, the hour in the week), held against «even over the
// cycle»; how much the cycles differ among themselves says how much of it chance could make (two-way Poisson, as quasi-likelihood F-test: McCullagh & Nelder 1989, 4.5 and 6.2).
import type { Estimate } from "../../../ground/count.ts";
import { betaLower, studentQuantile } from "../numbers/distributions.ts";

/** Fewer months than this cannot tell a season from a good year. */
export const FEWEST_MONTHS = 24;
/** Fewer events than one a part on average, and every part is a matter of chance. */
export const FEWEST_PER_PART = 1;

export type Seasonality = {
  /** By part: 1 is as many as if even, 1.5 half as many again. */
  readonly parts: readonly Estimate[];
  /** The chance of parts as uneven as these when it is even. */
  readonly p: number;
  /** Variance over mean, from cycle to cycle; at least 1. */
  readonly dispersion: number;
  readonly cycles: number;
};

/**
 * `counts[cycle][part]`: whole cycles only, at least two of them, all of the same number of parts. `lengths` are how long the parts are (days of a month); without them all are alike.
 * Undefined where there are fewer than two cycles or fewer events than parts.
 */
export function seasonality(
  counts: readonly ArrayLike<number>[],
  lengths?: ArrayLike<number>,
): Seasonality | undefined {
  const cycles = counts.length;
  const parts = counts[0]?.length ?? 0;
  const ofPart = Array.from({ length: parts }, (_, part) => counts.reduce((sum, cycle) => sum + cycle[part]!, 0));
  const total = ofPart.reduce((sum, count) => sum + count, 0);
  if (cycles < 2 || parts < 2 || total < parts * FEWEST_PER_PART) return undefined;
  const whole = Array.from({ length: parts }, (_, part) => lengths?.[part] ?? 1).reduce((sum, one) => sum + one, 0);
  const even = ofPart.map((_, part) => (total * (lengths?.[part] ?? 1)) / whole);
  const uneven = ofPart.reduce((sum, count, part) => sum + (count - even[part]!) ** 2 / even[part]!, 0) / (parts - 1);
  const free = (cycles - 1) * (parts - 1);
  const dispersion = Math.max(leftOver(counts, ofPart, total) / free, 1);
  const reach = studentQuantile(0.975, free);
  return {
    parts: ofPart.map((count, part) => indexOf(count, even[part]!, total, dispersion, reach)),
    p: fUpper(uneven / dispersion, parts - 1, free),
    dispersion,
    cycles,
  };
}

/** χ² of what cycle and part together do not explain. */
function leftOver(counts: readonly ArrayLike<number>[], ofPart: readonly number[], total: number): number {
  let sum = 0;
  for (const cycle of counts) {
    let ofCycle = 0;
    for (let part = 0; part < ofPart.length; part++) ofCycle += cycle[part]!;
    for (let part = 0; part < ofPart.length; part++) {
      const mean = (ofCycle * ofPart[part]!) / total;
      if (mean > 0) sum += (cycle[part]! - mean) ** 2 / mean;
    }
  }
  return sum;
}

/** The share against the even share, its interval on the logarithm of the odds; half an event is lent to a part with none. */
function indexOf(count: number, even: number, total: number, dispersion: number, reach: number): Estimate {
  const lent = count === 0 || count === total ? 0.5 : 0;
  const odds = (count + lent) / (total - count + lent);
  const error = Math.sqrt(dispersion * (1 / (count + lent) + 1 / (total - count + lent)));
  const index = (ln: number) => ((ln / (1 + ln)) * total) / even;
  return {
    value: count / even,
    low: count === 0 ? 0 : index(odds * Math.exp(-reach * error)),
    high: index(odds * Math.exp(reach * error)),
    n: count,
    method: "season-index",
  };
}

/** The chance that an F variable with these degrees of freedom is larger. */
function fUpper(f: number, numerator: number, denominator: number): number {
  return betaLower(denominator / 2, numerator / 2, denominator / (denominator + numerator * f));
}

/**
 * The whole years of a monthly series, counted back from its last month, as cycles whose part 0 is the month that the series' last month is followed by. Undefined with fewer
 * than `FEWEST_MONTHS`.
 */
export function wholeYears(months: ArrayLike<number>): number[][] | undefined {
  if (months.length < FEWEST_MONTHS) return undefined;
  const years = Math.floor(months.length / 12);
  const first = months.length - years * 12;
  return Array.from({ length: years }, (_, year) =>
    Array.from({ length: 12 }, (__, month) => months[first + year * 12 + month]!),
  );
}
