// What a scan measures surprise by, one likelihood ratio a model: discrete Poisson (Kulldorff 1997), Bernoulli (Kulldorff & Nagarwalla 1995), space-time permutation (Kulldorff et al. 2005,
// of the Poisson form) and expectation-based Poisson (Neill 2006). More than expected only.

export type ScanModel = "poisson" | "bernoulli" | "permutation" | "expectation";

/** c ln(c/E) + (C − c) ln((C − c)/(C − E)), more than expected only. */
export function poissonStatistic(cases: number, expected: number, total: number): number {
  if (cases <= expected) return 0;
  const outside = total - cases;
  return cases * Math.log(cases / expected) + (outside === 0 ? 0 : outside * Math.log(outside / (total - expected)));
}

/** The binomial counterpart: `cases` of `people` inside, `total` of `population` in all. */
export function bernoulliStatistic(cases: number, people: number, total: number, population: number): number {
  if (cases * population <= total * people) return 0;
  const term = (part: number, of: number) => (part === 0 ? 0 : part * Math.log(part / of));
  const inside = term(cases, people) + term(people - cases, people);
  const [outsideCases, outsidePeople] = [total - cases, population - people];
  const outside = term(outsideCases, outsidePeople) + term(outsidePeople - outsideCases, outsidePeople);
  return inside + outside - term(total, population) - term(population - total, population);
}

/** c ln(c/B) + B − c, more than the baseline only: what is outside the window does not matter. */
export function expectationStatistic(cases: number, baseline: number): number {
  return cases <= baseline ? 0 : cases * Math.log(cases / baseline) + baseline - cases;
}

/** A model with its totals filled in. `measure` is what a window holds beside its cases: expected cases, for Bernoulli people. */
export type Surprise = {
  readonly statistic: (cases: number, measure: number) => number;
  readonly expected: (measure: number) => number;
  /** (cases − expected)² over this is never less than the statistic: spares most logarithms (the chi-squared bound on a divergence). */
  readonly room: (measure: number) => number;
};

export function surpriseOf(model: ScanModel, total: number, population: number): Surprise {
  switch (model) {
    case "poisson":
    case "permutation":
      return {
        statistic: (cases, measure) => poissonStatistic(cases, measure, total),
        expected: (measure) => measure,
        room: (measure) => (measure * (total - measure)) / total,
      };
    case "bernoulli": {
      const share = total / population;
      const spread = (share * (1 - share)) / population;
      return {
        statistic: (cases, measure) => bernoulliStatistic(cases, measure, total, population),
        expected: (measure) => measure * share,
        room: (measure) => measure * (population - measure) * spread,
      };
    }
    case "expectation":
      return {
        statistic: expectationStatistic,
        expected: (measure) => measure,
        room: (measure) => measure,
      };
  }
}

/** Counts, rising, and for each the largest measure at which it is still at least as surprising as the bar (−1 where it is at none). */
export type MeasuresBy = { readonly count: readonly number[]; readonly most: readonly number[] };

/**
 * Counts and the largest measure at which each is still so surprising, until one reaches `reach`. The statistic falls as the measure rises, so that the least count of a window is found by looking
 * its measure up among these: cases are whole, and comparing whole numbers spares the logarithm (statistics.md 3a). Large counts are taken in steps of a tenth of their standard deviation.
 */
export function measuresBy(
  surprise: Surprise,
  bar: number,
  { fewest, total, reach }: { readonly fewest: number; readonly total: number; readonly reach: number },
): MeasuresBy {
  const [count, most]: [number[], number[]] = [[], []];
  // A count is let through a hair early rather than late: what is let through is measured exactly.
  const cautious = bar * (1 - 1e-9);
  let last = 0;
  for (let cases = 0; last < reach; cases = Math.min(cases + Math.max(Math.floor(Math.sqrt(cases) / 10), 1), total)) {
    const at = (measure: number) => surprise.statistic(cases, measure);
    const found = cases < fewest ? -1 : largestMeasure(at, surprise, cases, cautious, last);
    count.push(cases);
    most.push(found);
    last = Math.max(last, found);
    if (cases === total) break;
  }
  return { count, most };
}

/** The measure where a falling statistic crosses the bar, never too small: false position (Illinois) between the last count's and where nothing would be surprising. */
function largestMeasure(
  at: (measure: number) => number,
  { expected }: Surprise,
  cases: number,
  bar: number,
  known: number,
): number {
  // A window of Bernoulli trials holds at least as many people as cases; of the other models it can expect as good as nothing.
  const floor = expected(1) === 1 ? 1e-12 : cases;
  let high = cases / expected(1);
  if (bar <= 0 || cases === 0) return high;
  let low = Math.max(floor, known);
  let above = at(low) - bar;
  if (above < 0) [low, above] = [floor, at(floor) - bar];
  if (above < 0) return -1;
  let below = at(high) - bar;
  let side = 0;
  for (let step = 0; step < 200 && high - low > 1e-7 * high; step++) {
    const between = (low * below - high * above) / (below - above);
    const off = at(between) - bar;
    if (off >= 0) {
      [low, above] = [between, off];
      if (side === 1) below /= 2;
      side = 1;
    } else {
      [high, below] = [between, off];
      if (side === -1) above /= 2;
      side = -1;
    }
  }
  return high * (1 + 1e-9);
}

/** A way to find a count below which nothing reaches the bar at a measure, by what `measuresBy` gave; `never` where none does. */
export function leastCounts({ count, most }: MeasuresBy, never: number): (measure: number) => number {
  const end = most.length;
  const scale = end / Math.max(most[end - 1]!, 1e-300);
  // Where to begin, so that few steps are left: the first count of each of as many equal stretches as there are counts.
  const begin = new Int32Array(end + 1);
  for (let stretch = 0, at = 0; stretch <= end; stretch++) {
    while (at < end && most[at]! < stretch / scale) at++;
    begin[stretch] = Math.max(at - 1, 0);
  }
  const least = Int32Array.from(count, (_, at) => (at === 0 ? 0 : count[at - 1]! + 1));
  const measures = Float64Array.from(most);
  return (measure) => {
    if (!(measure <= measures[end - 1]!)) return never;
    let at = begin[Math.max(Math.floor(measure * scale), 0)]!;
    while (measures[at]! < measure) at++;
    return least[at]!;
  };
}
