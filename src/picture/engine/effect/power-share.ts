// What a survey could show: the chance of telling two rounds' shares apart, asked before the first round is (statistics.md 5.1, 5.4).
import { lnFactorial, normalQuantile } from "../numbers/distributions.ts";

export type SurveyDesign = {
  /** The share expected in the first round, as a share of one. */
  readonly share: number;
  /** Who answers in each round. */
  readonly perRound: number;
  /** Who answers the second time, where it is not as many. */
  readonly perRoundAfter?: number;
  /** How much more answers hang together than if drawn one by one (classes, families): 1 is not at all. Rounds then count as `perRound` / `designEffect` answers. */
  readonly designEffect?: number;
  /** Two-sided. */
  readonly level?: number;
};

/** The chance that a second round with the share `after` is told from the first by the pooled two-sample test, in its true direction. */
export function chanceOfSeeingShare(
  after: number,
  { share, perRound, perRoundAfter = perRound, designEffect = 1, level = 0.05 }: SurveyDesign,
): number {
  const [n, m] = [Math.floor(perRound / designEffect), Math.floor(perRoundAfter / designEffect)];
  if (n < 1 || m < 1) return 0;
  const bar = normalQuantile(1 - level / 2);
  const falls = after < share;
  const seenAt = (a: number, b: number) => {
    const pooled = (a + b) / (n + m);
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
    const z = error === 0 ? 0 : (b / m - a / n) / error;
    return (falls ? -z : z) > bar;
  };
  const [first, second] = [outcomes(n, share), outcomes(m, after)];
  // From the end where the change is largest, so that what is seen of them comes first: how likely so many of them are together.
  if (!falls) second.reverse();
  const together = [0];
  for (const [, likely] of second) together.push(together.at(-1)! + likely);
  let [seen, all] = [0, 0];
  for (const [a, likely] of first) {
    let [low, high] = [0, second.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (seenAt(a, second[middle]![0])) low = middle + 1;
      else high = middle;
    }
    seen += likely * together[low]!;
    all += likely * together.at(-1)!;
  }
  return seen / all;
}

/** The largest share below the first that would be told from it with this chance; undefined where not even none at all would. */
export function smallestVisibleShare(design: SurveyDesign, chance = 0.8): number | undefined {
  if (chanceOfSeeingShare(0, design) < chance) return undefined;
  let [low, high] = [0, design.share];
  while (high - low > 0.0005) {
    const middle = (low + high) / 2;
    if (chanceOfSeeingShare(middle, design) >= chance) low = middle;
    else high = middle;
  }
  return low;
}

/** How many must answer in each round for a share to be told from another with this chance. Undefined where a million do not suffice. */
export function answersNeeded(after: number, design: Omit<SurveyDesign, "perRound">, chance = 0.8): number | undefined {
  const enough = (perRound: number) => chanceOfSeeingShare(after, { ...design, perRound }) >= chance;
  let high = 8;
  while (!enough(high)) {
    high *= 2;
    if (high > 1e6) return undefined;
  }
  let low = high / 2;
  while (high - low > Math.max(1, low / 200)) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Every number of yes that matters with how likely it is. */
function outcomes(n: number, share: number): [yes: number, likely: number][] {
  if (share <= 0) return [[0, 1]];
  if (share >= 1) return [[n, 1]];
  const [mean, reach] = [n * share, 6 * Math.sqrt(n * share * (1 - share)) + 3];
  const found: [number, number][] = [];
  for (let yes = Math.max(Math.floor(mean - reach), 0); yes <= Math.min(mean + reach, n); yes++) {
    const ln = lnFactorial(n) - lnFactorial(yes) - lnFactorial(n - yes);
    found.push([yes, Math.exp(ln + yes * Math.log(share) + (n - yes) * Math.log1p(-share))]);
  }
  return found;
}
