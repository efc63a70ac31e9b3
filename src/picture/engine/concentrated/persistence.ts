// Does a place that stood out stand out again? Places that are chosen because they had much will have less the next time by chance alone (regression to the mean, Galton 1886): so they are
// chosen on one period and looked at in another (statistics.md 5.4).
import type { Estimate } from "../../../ground/count.ts";
import { poissonInterval, shareInterval } from "../numbers/interval.ts";

export type Persistence = {
  /** How many places were chosen on the first period, and how many would be on the second. */
  readonly chosen: number;
  readonly chosenLater: number;
  /** Chosen in both: the share of those chosen first, with its exact interval. */
  readonly still: number;
  readonly share: Estimate;
  /** How many would be in both if the second choice had nothing to do with the first. */
  readonly expectedStill: number;
};

/** Two choices of the same places, one flag a place. The interval takes places one by one: neighbours that go together make it too narrow. Undefined where nothing was chosen. */
export function persistenceOf(first: ArrayLike<number>, second: ArrayLike<number>): Persistence | undefined {
  let [chosen, chosenLater, still] = [0, 0, 0];
  for (let place = 0; place < first.length; place++) {
    if (first[place]! > 0) chosen++;
    if (second[place]! > 0) chosenLater++;
    if (first[place]! > 0 && second[place]! > 0) still++;
  }
  if (chosen === 0) return undefined;
  return {
    chosen,
    chosenLater,
    still,
    share: shareInterval(still, chosen),
    expectedStill: (chosen * chosenLater) / first.length,
  };
}

/** The places with most, as flags: as many as asked for, and whoever has as much as the last of them; never one with nothing. */
export function withMost(counts: ArrayLike<number>, many: number): Uint8Array {
  const sorted = Float64Array.from(counts).toSorted().toReversed();
  const bar = sorted[Math.min(many, sorted.length) - 1] ?? Infinity;
  return Uint8Array.from(counts, (count) => (count >= bar && count > 0 ? 1 : 0));
}

export type ReturnToMean = {
  /** Events at the chosen places in either period. */
  readonly first: number;
  readonly second: number;
  /** What they would have in the second if they were like all others, and if they kept their share of everything. */
  readonly ifLikeOthers: number;
  readonly ifKept: number;
  /** How much of what stood out is left: 0 all gone, 1 all kept. Undefined where nothing stood out. The interval is the second count's. */
  readonly kept: Estimate | undefined;
};

/** How much of what stood out at the chosen places in the first period was there in the second. Both counts of every place; `chosen` as flags made from the first alone. */
export function returnToMean(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  chosen: ArrayLike<number>,
): ReturnToMean {
  let [places, was, is, allWas, allIs] = [0, 0, 0, 0, 0];
  for (let place = 0; place < first.length; place++) {
    allWas += first[place]!;
    allIs += second[place]!;
    if (!(chosen[place]! > 0)) continue;
    places++;
    was += first[place]!;
    is += second[place]!;
  }
  const ifLikeOthers = first.length === 0 ? 0 : (allIs * places) / first.length;
  const ifKept = allWas === 0 ? 0 : (was * allIs) / allWas;
  const part = (count: number) => (count - ifLikeOthers) / (ifKept - ifLikeOthers);
  const { low, high } = poissonInterval(is);
  return {
    first: was,
    second: is,
    ifLikeOthers,
    ifKept,
    kept:
      ifKept > ifLikeOthers
        ? { value: part(is), low: part(low), high: part(high), n: is, method: "return-to-mean-poisson-exact" }
        : undefined,
  };
}

export type Recurrence = {
  /** In how many of the periods each place was chosen. */
  readonly times: Int32Array;
  /** How many places were chosen in at least so many of the periods: from 0 to all. */
  readonly atLeast: readonly number[];
  /** As many as would be if each period's places had been drawn without regard to the others'. */
  readonly expectedAtLeast: readonly number[];
};

/** In how many periods each place was chosen; `periods` are flags, one list a period, equally long. */
export function recurrenceOf(periods: readonly ArrayLike<number>[]): Recurrence {
  const places = periods[0]?.length ?? 0;
  const times = new Int32Array(places);
  // The chance of so many of the periods, one period more at a time (Poisson's binomial).
  let chances = [1];
  for (const period of periods) {
    let chosen = 0;
    for (let place = 0; place < places; place++)
      if (period[place]! > 0) {
        chosen++;
        times[place]!++;
      }
    const share = places === 0 ? 0 : chosen / places;
    chances = Array.from(
      { length: chances.length + 1 },
      (_, many) => (chances[many] ?? 0) * (1 - share) + (chances[many - 1] ?? 0) * share,
    );
  }
  return {
    times,
    atLeast: chances.map((_, many) => times.reduce((sum, one) => sum + (one >= many ? 1 : 0), 0)),
    expectedAtLeast: chances.map((_, many) => places * chances.slice(many).reduce((sum, one) => sum + one, 0)),
  };
}
