// What is emerging: scan statistics (Kulldorff 1997; space-time permutation: Kulldorff et al. 2005). Every circle around every place, every span of time, is held against what
// was to be expected; the most surprising is held against the most surprising of as many invented maps, so that having looked everywhere is paid for.
import { chanceOf, gumbelP, rankP } from "./random.ts";

/** A place's neighbours in order of distance, itself first, as far as a circle may reach. */
export type Circles = readonly Int32Array[];

export type CircleLimits = {
  /** No circle holds more than this share of the population (or of the cases). */
  readonly mostShare?: number;
  /** No circle is wider; in the unit of `distance`. */
  readonly mostRadius?: number;
};

/**
 * The circles to be scanned. `weight` is what the share is of (population, expected cases or cases); `distance(i, j)` between places i and j. Places equally far away are taken in
 * their own order.
 */
export function circlesOf(
  weight: ArrayLike<number>,
  distance: (i: number, j: number) => number,
  { mostShare = 0.5, mostRadius = Infinity }: CircleLimits = {},
): Circles {
  const n = weight.length;
  let total = 0;
  for (let i = 0; i < n; i++) total += weight[i]!;
  return Array.from({ length: n }, (_, centre) => {
    const apart = Float64Array.from({ length: n }, (_, j) => distance(centre, j));
    const order = Int32Array.from({ length: n }, (_, j) => j).toSorted((a, b) => apart[a]! - apart[b]! || a - b);
    let held = 0;
    let reach = 0;
    while (reach < n) {
      const next = order[reach]!;
      held += weight[next]!;
      if (apart[next]! > mostRadius || held > mostShare * total * (1 + 1e-12)) break;
      reach++;
    }
    return order.slice(0, reach);
  });
}

/** Kilometres along the earth between two positions in degrees, on the sphere that SaTScan uses. */
export function kilometresApart(lonA: number, latA: number, lonB: number, latB: number): number {
  const radians = Math.PI / 180;
  const [a, b] = [latA * radians, latB * radians];
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(((lonB - lonA) * radians) / 2) ** 2;
  return 2 * 6371.3 * Math.asin(Math.min(Math.sqrt(half), 1));
}

export type Cluster = {
  readonly centre: number;
  /** Places in it, nearest the centre first. */
  readonly places: Int32Array;
  /** First and last time in it; both undefined in a purely spatial scan. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly cases: number;
  readonly expected: number;
  /** Log-likelihood ratio, or the permutation model's statistic of the same form. */
  readonly statistic: number;
  /** By rank among the replicates' maxima. For a secondary cluster that is cautious. */
  readonly p: number;
  readonly gumbelP: number;
};
export type ScanOptions = {
  readonly replicates?: number;
  readonly seed?: number;
  readonly fewestCases?: number;
};
export type Scan = {
  readonly clusters: readonly Cluster[];
  readonly maxima: Float64Array;
  readonly replicates: number;
};

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

/** What a purely spatial scan is made with: a place's statistic from its cumulated cases and weight, and a way to invent a map. */
type Spatial = {
  readonly weight: ArrayLike<number>;
  readonly statistic: (cases: number, weight: number) => number;
  readonly expected: (weight: number) => number;
  readonly invent: (replicate: number, into: Int32Array) => void;
};

function scanCircles(
  cases: ArrayLike<number>,
  circles: Circles,
  { fewestCases = 2, replicates = 999 }: ScanOptions,
  model: Spatial,
): Scan {
  type Best = { centre: number; length: number; cases: number; weight: number; statistic: number };
  const bestOf = (of: ArrayLike<number>, centre: number): Best => {
    const best = { centre, length: 0, cases: 0, weight: 0, statistic: 0 };
    let held = 0;
    let weight = 0;
    const circle = circles[centre]!;
    for (let reach = 0; reach < circle.length; reach++) {
      held += of[circle[reach]!]!;
      weight += model.weight[circle[reach]!]!;
      if (held < fewestCases) continue;
      const statistic = model.statistic(held, weight);
      if (statistic > best.statistic * (1 + 1e-12))
        Object.assign(best, { length: reach + 1, cases: held, weight, statistic });
    }
    return best;
  };
  const maxima = new Float64Array(replicates);
  const invented = new Int32Array(cases.length);
  for (let replicate = 0; replicate < replicates; replicate++) {
    model.invent(replicate, invented);
    for (let centre = 0; centre < circles.length; centre++)
      maxima[replicate] = Math.max(maxima[replicate]!, bestOf(invented, centre).statistic);
  }
  const found = circles.map((_, centre) => bestOf(cases, centre));
  const clusters = apart(
    found
      .filter(({ statistic }) => statistic > 0)
      .map(({ centre, length, cases: held, weight, statistic }) => ({
        centre,
        places: circles[centre]!.slice(0, length),
        from: undefined,
        to: undefined,
        cases: held,
        expected: model.expected(weight),
        statistic,
      })),
    maxima,
  );
  return { clusters, maxima, replicates };
}

/** The strongest first, and of the rest those that share no place with a stronger one. */
function apart(found: readonly Omit<Cluster, "p" | "gumbelP">[], maxima: Float64Array): Cluster[] {
  const taken = new Set<number>();
  const kept: Cluster[] = [];
  for (const cluster of found.toSorted(
    (a, b) => b.statistic - a.statistic || a.places.length - b.places.length || a.centre - b.centre,
  )) {
    if (cluster.places.some((place) => taken.has(place))) continue;
    for (const place of cluster.places) taken.add(place);
    kept.push({ ...cluster, p: rankP(cluster.statistic, maxima), gumbelP: gumbelP(cluster.statistic, maxima) });
  }
  return kept;
}

/** A way to draw a place with the chances `weight` gives (Walker's alias method, as Vose builds it). */
function drawer(weight: ArrayLike<number>): (uniform: number) => number {
  const n = weight.length;
  let total = 0;
  for (let i = 0; i < n; i++) total += weight[i]!;
  const share = Float64Array.from({ length: n }, (_, i) => (weight[i]! * n) / total);
  const alias = new Int32Array(n);
  const [low, high]: [number[], number[]] = [[], []];
  for (let i = 0; i < n; i++) (share[i]! < 1 ? low : high).push(i);
  while (low.length > 0 && high.length > 0) {
    const [small, large] = [low.pop()!, high.at(-1)!];
    alias[small] = large;
    share[large]! -= 1 - share[small]!;
    if (share[large]! < 1) low.push(high.pop()!);
  }
  for (const i of [...low, ...high]) share[i] = 1;
  return (uniform) => {
    const at = uniform * n;
    const place = Math.floor(at);
    return at - place < share[place]! ? place : alias[place]!;
  };
}

/**
 * Where are there more cases than expected (discrete Poisson model)? `expected` is what each place would have if the whole map's rate held everywhere, standardised or by
 * population; it is scaled so that its sum is the number of cases.
 */
export function poissonScan(
  cases: ArrayLike<number>,
  expected: ArrayLike<number>,
  circles: Circles,
  options: ScanOptions = {},
): Scan {
  const total = sumOf(cases);
  const scale = total / sumOf(expected);
  const draw = drawer(expected);
  return scanCircles(cases, circles, options, {
    weight: expected,
    expected: (weight) => weight * scale,
    statistic: (held, weight) => poissonStatistic(held, weight * scale, total),
    invent: (replicate, into) => {
      const chance = chanceOf(options.seed ?? 1, replicate);
      into.fill(0);
      for (let one = 0; one < total; one++) into[draw(chance.uniform())]!++;
    },
  });
}

/** The same for cases among people or cases among cases and controls (Bernoulli model): each person is a case or not. */
export function bernoulliScan(
  cases: ArrayLike<number>,
  people: ArrayLike<number>,
  circles: Circles,
  options: ScanOptions = {},
): Scan {
  const [total, population] = [sumOf(cases), sumOf(people)];
  return scanCircles(cases, circles, options, {
    weight: people,
    expected: (weight) => (weight * total) / population,
    statistic: (held, weight) => bernoulliStatistic(held, weight, total, population),
    invent: (replicate, into) => {
      const chance = chanceOf(options.seed ?? 1, replicate);
      let [casesLeft, peopleLeft] = [total, population];
      for (let place = 0; place < into.length; place++) {
        // So many of the place's people are cases: drawn one by one without putting back.
        into[place] = hypergeometric(people[place]!, casesLeft, peopleLeft, chance.uniform);
        casesLeft -= into[place]!;
        peopleLeft -= people[place]!;
      }
    },
  });
}

/** How many of `drawn` are among the `marked` of `all`: by turning round the distribution's sum from its most likely value outwards. */
function hypergeometric(drawn: number, marked: number, all: number, uniform: () => number): number {
  const [least, most] = [Math.max(0, drawn + marked - all), Math.min(drawn, marked)];
  if (least === most) return least;
  const mode = Math.min(Math.max(Math.floor(((drawn + 1) * (marked + 1)) / (all + 2)), least), most);
  const up = (k: number) => ((drawn - k) * (marked - k)) / ((k + 1) * (all - drawn - marked + k + 1));
  // Relative to the mode's chance; the sum of all is found first, then where the drawn share of it lies.
  const below: number[] = [];
  const above: number[] = [];
  let sum = 1;
  for (let k = mode, mass = 1; k < most && mass > 1e-17; k++) above.push((mass *= up(k)));
  for (let k = mode, mass = 1; k > least && mass > 1e-17; k--) below.push((mass /= up(k - 1)));
  for (const mass of [...above, ...below]) sum += mass;
  let left = uniform() * sum - 1;
  if (left < 0) return mode;
  for (let step = 0; step < Math.max(above.length, below.length); step++) {
    if (step < above.length && (left -= above[step]!) < 0) return mode + step + 1;
    if (step < below.length && (left -= below[step]!) < 0) return mode - step - 1;
  }
  return mode;
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}

export type PermutationOptions = ScanOptions & {
  /** The longest span looked at, in times. */
  readonly longest: number;
};

/**
 * The prospective space-time permutation scan: needs cases only, no population. Expected in a circle and a span that ends now is what the circle's share of all cases and
 * the span's share of all times give; replicates put the times in another order over the places. `time` is whole, `now` the last of them.
 */
export function permutationScan(
  place: ArrayLike<number>,
  time: ArrayLike<number>,
  now: number,
  circles: Circles,
  { longest, replicates = 999, seed = 1, fewestCases = 2 }: PermutationOptions,
): Scan {
  const total = place.length;
  const places = circles.length;
  const ofPlace = new Int32Array(places);
  const ofSpan = new Int32Array(longest);
  for (let one = 0; one < total; one++) {
    ofPlace[place[one]!]!++;
    const ago = now - time[one]!;
    if (ago >= 0 && ago < longest) ofSpan[ago]!++;
  }
  for (let span = 1; span < longest; span++) ofSpan[span]! += ofSpan[span - 1]!;
  type Best = { centre: number; length: number; span: number; cases: number; expected: number; statistic: number };
  const recent = new Int32Array(places * longest);
  const held = new Int32Array(longest);
  const tally = (times: ArrayLike<number>) => {
    recent.fill(0);
    for (let one = 0; one < total; one++) {
      const ago = now - times[one]!;
      if (ago >= 0 && ago < longest) recent[place[one]! * longest + ago]!++;
    }
  };
  const bestOf = (centre: number): Best => {
    const best: Best = { centre, length: 0, span: 0, cases: 0, expected: 0, statistic: 0 };
    held.fill(0);
    let inCircle = 0;
    const circle = circles[centre]!;
    for (let reach = 0; reach < circle.length; reach++) {
      const at = circle[reach]!;
      inCircle += ofPlace[at]!;
      let cases = 0;
      for (let span = 0; span < longest; span++) {
        held[span]! += recent[at * longest + span]!;
        cases += held[span]!;
        if (cases < fewestCases) continue;
        const expected = (inCircle * ofSpan[span]!) / total;
        const statistic = poissonStatistic(cases, expected, total);
        if (statistic > best.statistic * (1 + 1e-12))
          Object.assign(best, { length: reach + 1, span, cases, expected, statistic });
      }
    }
    return best;
  };
  tally(time);
  const found = circles.map((_, centre) => bestOf(centre)).filter(({ statistic }) => statistic > 0);
  const maxima = new Float64Array(replicates);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const shuffled = Int32Array.from(time);
    chanceOf(seed, replicate).shuffle(shuffled);
    tally(shuffled);
    for (let centre = 0; centre < places; centre++)
      maxima[replicate] = Math.max(maxima[replicate]!, bestOf(centre).statistic);
  }
  const clusters = apart(
    found.map(({ centre, length, span, cases, expected, statistic }) => ({
      centre,
      places: circles[centre]!.slice(0, length),
      from: now - span,
      to: now,
      cases,
      expected,
      statistic,
    })),
    maxima,
  );
  return { clusters, maxima, replicates };
}
