// How often residents were promised to hear: what the promises in force say, the most often where there are several; else what the partnership has said of itself.
import type { Content } from "../../pledge/document.ts";
import type { Per } from "../../pledge/target.ts";

/** Days between two words at most. Once in all is no rhythm. */
const DAYS: Readonly<Record<Per, number | undefined>> = {
  total: undefined,
  day: 1,
  week: 7,
  month: 30,
  quarter: 90,
  term: 180,
  year: 365,
};

export function promisedDays(inForce: readonly Pick<Content, "feedbackEvery">[], otherwise: number): number {
  const promised = inForce.flatMap(({ feedbackEvery }) =>
    feedbackEvery === undefined ? [] : (DAYS[feedbackEvery] ?? []),
  );
  return promised.length === 0 ? otherwise : Math.min(...promised);
}
