import { z } from "zod";

/** A counted number with how exactly it is known ("minst 43", "ca 190"): domain.md 1.7 P8–P10. */
export type Count = { readonly value: number; readonly qualifier: Qualifier };
export const QUALIFIERS = ["exact", "at-least", "approximately"] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

export const countField = z.object({ value: z.number().min(0).max(1e9), qualifier: z.enum(QUALIFIERS) });

/**
 * A sum is only as exact as its weakest part: anything "about" makes the sum "about";
 * otherwise anything "at least" makes it "at least".
 */
export function sumOfCounts(counts: readonly Count[]): Count {
  const value = counts.reduce((sum, count) => sum + count.value, 0);
  if (counts.some((count) => count.qualifier === "approximately")) return { value, qualifier: "approximately" };
  return { value, qualifier: counts.some((count) => count.qualifier === "at-least") ? "at-least" : "exact" };
}

/** A figure that travels with how sure it is. `low` and `high` are the ends of a 95 % interval, `n` what it rests on. */
export type Estimate = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly method: string;
};

/** The 97.5th percentile of the standard normal distribution. */
const Z95 = 1.959963984540054;

/**
 * A share of a whole with its 95 % interval by the score method (Wilson 1927), which stays within 0 and 1 and holds for few and for many.
 * @throws RangeError where the whole is none or the part is greater.
 */
export function shareOf(part: number, whole: number): Estimate {
  if (!(whole > 0) || part < 0 || part > whole) throw new RangeError(`${part} is no part of ${whole}`);
  const share = part / whole;
  const squared = Z95 ** 2;
  const middle = (share + squared / (2 * whole)) / (1 + squared / whole);
  const reach =
    (Z95 * Math.sqrt((share * (1 - share)) / whole + squared / (4 * whole * whole))) / (1 + squared / whole);
  return {
    value: share,
    low: Math.max(middle - reach, 0),
    high: Math.min(middle + reach, 1),
    n: whole,
    method: "wilson",
  };
}
