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
