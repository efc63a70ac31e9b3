// The search itself: the most surprising window of the observed map, centre by centre, and of as many invented ones as are asked for. Each window's statistic falls as its measure rises, so for a
// bar there is a least count; only windows that reach it are measured (statistics.md 3 a). The answer is exact whatever the bar: where nothing reached it, a lower one is tried.
import { type Circles, placesUpTo } from "./scan-circles.ts";
import { drawOf, firstTime, type Take } from "./scan-draw.ts";
import { leastCounts, measuresBy, type Surprise } from "./scan-models.ts";
import { type CylinderProblem, surpriseIn } from "./scan-problem.ts";
import { type Bars, type Counts, type Layout, type PlacedBars, type Walk, walkOf } from "./scan-walk.ts";

/** A window of the circles and of time, from and to included. */
export type ScanWindow = {
  readonly entry: number;
  readonly from: number;
  readonly to: number;
  readonly cases: number;
  readonly measure: number;
  readonly statistic: number;
};
type Best = { -readonly [Key in keyof ScanWindow]: ScanWindow[Key] };

/** More cases than any window holds. */
const NEVER = 2 ** 31 - 1;
/** Between one bar and the next, in units of the statistic. */
const STEP = 1;
/** Where the first bar stands before anything is known; most maxima under chance lie above. */
const FIRST_BAR = 4;

const STRETCHES = 16;

/** Everything about a problem that its replicates have in common. */
type Plan = {
  readonly problem: CylinderProblem;
  readonly surprise: Surprise;
  readonly layout: Layout;
  /** Which line of the bars each entry of the circles has; entries of the same measure share one. */
  readonly row: Int32Array;
  readonly rows: number;
  /** The measure of an entry's windows: alive, by length; otherwise added up from the first time on. Overwritten by the next call. */
  readonly measures: (entry: number) => Float64Array;
  /** Calls with each row's measures once. */
  readonly eachRow: (tell: (row: number, measures: Float64Array) => void) => void;
  readonly size: number;
};

function planOf(problem: CylinderProblem): Plan {
  const { circles, times, alive, longest, measure, total } = problem;
  const since = firstTime(problem);
  const size = alive ? longest : times + 1;
  const entries = circles.member.length;
  const row = new Int32Array(entries);
  // Of a time's own numbers, those of its windows: alive, from the last time backwards; otherwise from the first on, beginning with nothing.
  const added = (of: (time: number) => number, into: Float64Array, factor = 1) => {
    let sum = 0;
    if (!alive) into[0] = 0;
    for (let i = 0; i < size - (alive ? 0 : 1); i++) {
      sum += of(alive ? times - 1 - i : i) * factor;
      into[alive ? i : i + 1] = sum;
    }
  };
  const common = { problem, surprise: surpriseIn(problem), layout: layoutOf(problem, since), row, size };
  if (total === 0) return { ...common, rows: 1, measures: () => new Float64Array(size), eachRow: () => {} };
  if (measure.kind === "product") {
    const ofTime = new Float64Array(size);
    added((time) => measure.time[time]!, ofTime);
    const { cumulated, lines } = cumulatedPlaces(circles, measure.place, row);
    const one = new Float64Array(size);
    const fill = (place: number, into: Float64Array) => {
      for (let i = 0; i < size; i++) into[i] = place * ofTime[i]!;
    };
    return {
      ...common,
      rows: lines.length,
      measures: (entry) => {
        fill(cumulated[entry]!, one);
        return one;
      },
      eachRow: (tell) => {
        const into = new Float64Array(size);
        for (const [line, place] of lines.entries()) {
          fill(place, into);
          tell(line, into);
        }
      },
    };
  }
  const ofPlaces = new Float64Array(circles.places * size);
  for (let place = 0; place < circles.places; place++)
    added((time) => measure.values[place * times + time]!, ofPlaces.subarray(place * size, (place + 1) * size));
  for (let entry = 0; entry < entries; entry++) row[entry] = entry;
  const add = (place: number, into: Float64Array) => {
    for (let i = 0, at = place * size; i < size; i++, at++) into[i]! += ofPlaces[at]!;
  };
  const eachRow: Plan["eachRow"] = (tell) => {
    const into = new Float64Array(size);
    for (let centre = 0; centre < circles.start.length - 1; centre++) {
      into.fill(0);
      for (let entry = circles.start[centre]!; entry < circles.start[centre + 1]!; entry++) {
        add(circles.member[entry]!, into);
        tell(entry, into);
      }
    }
  };
  if (entries * size <= MOST_KEPT) {
    const kept = new Float64Array(entries * size);
    eachRow((entry, measures) => kept.set(measures, entry * size));
    return { ...common, rows: entries, measures: (entry) => kept.subarray(entry * size, (entry + 1) * size), eachRow };
  }
  const one = new Float64Array(size);
  return {
    ...common,
    rows: entries,
    measures: (entry) => {
      one.fill(0);
      for (let at = circles.start[centreOf(circles, entry)]!; at <= entry; at++) add(circles.member[at]!, one);
      return one;
    },
    eachRow,
  };
}

/** So many measures are kept; of larger problems they are added up when asked for. */
const MOST_KEPT = 2 ** 24;

/** Each entry's measure over places, and the different ones there are. */
function cumulatedPlaces(circles: Circles, place: Float64Array, row: Int32Array) {
  const cumulated = new Float64Array(circles.member.length);
  const known = new Map<number, number>();
  for (let centre = 0; centre < circles.start.length - 1; centre++) {
    let sum = 0;
    for (let entry = circles.start[centre]!; entry < circles.start[centre + 1]!; entry++) {
      sum += place[circles.member[entry]!]!;
      cumulated[entry] = sum;
      let line = known.get(sum);
      if (line === undefined) known.set(sum, (line = known.size));
      row[entry] = line;
    }
  }
  return { cumulated, lines: Float64Array.from(known.keys()) };
}

function layoutOf(
  { alive, longest, times, cases, measure, model, population, total }: CylinderProblem,
  since: number,
): Layout {
  let late = 0;
  for (let cell = 0; cell < cases.count.length; cell++) if (cases.time[cell]! >= since) late += cases.count[cell]!;
  if (since > 0 && model !== "permutation") {
    // Invented maps hold other numbers in the late times: as good as certainly not twenty standard deviations more.
    let share = 0;
    if (measure.kind === "product") share = lateShare(measure.time, since);
    else
      for (let cell = 0; cell < measure.values.length; cell++)
        if (cell % times >= since) share += measure.values[cell]! / population;
    const expected = model === "expectation" ? population * share : total * share;
    late = Math.max(late, expected + 20 * Math.sqrt(expected) + 100);
  } else if (model === "expectation") late = Math.max(late, population + 20 * Math.sqrt(population) + 100);
  const wide = late >= 65_000;
  if (alive && longest === 1) return { width: 1, lanes: 1, wide: true };
  const lane = wide ? 4 : 8;
  const rounded = (numbers: number) => Math.ceil(numbers / lane) * lane;
  if (alive) return { width: rounded(longest), lanes: rounded(longest), wide };
  // Beyond the last time the count stays what it was, so that a span that would end there asks for no more than it holds.
  const lanes = rounded(times);
  return { width: rounded(lanes + longest), lanes, wide };
}

function lateShare(time: Float64Array, since: number): number {
  let [late, all] = [0, 0];
  for (const [at, value] of time.entries()) {
    all += value;
    if (at >= since) late += value;
  }
  return late / all;
}

export function centreOf({ start }: Circles, entry: number): number {
  let [low, high] = [0, start.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (start[middle]! <= entry) low = middle;
    else high = middle;
  }
  return low;
}

/** From how many cases on each row's windows are at least so surprising. */
function barsOf(plan: Plan, { widest, smallest }: Measured, bar: number): Bars {
  const { problem, surprise, layout, rows } = plan;
  // Of the expectation-based model no total is given: an invented map may hold more.
  const total = problem.model === "expectation" ? Infinity : problem.total;
  const most = measuresBy(surprise, bar, { fewest: problem.fewestCases, total, reach: widest });
  if (!problem.alive) return spanBars(plan, smallest, leastCounts(most, NEVER));
  const never = layout.wide ? NEVER : 65_535;
  const leastAt = leastCounts(most, never);
  const least = layout.wide ? new Int32Array(rows * layout.width) : new Uint16Array(rows * layout.width);
  least.fill(never);
  plan.eachRow((row, measures) => {
    for (let length = problem.shortest; length <= problem.longest; length++)
      least[row * layout.width + length - 1] = Math.min(leastAt(measures[length - 1]!), never);
  });
  return { kind: "alive", least };
}

/** The largest measure of any window and, where spans may begin at any time, the smallest measure of each row's spans of each length. */
type Measured = { readonly widest: number; readonly smallest: Float64Array };

function measuredRows({ problem, rows, eachRow, size }: Plan): Measured {
  const { alive, times, shortest, longest } = problem;
  const smallest = new Float64Array(alive ? 0 : rows * (longest + 1));
  let widest = 0;
  eachRow((row, measures) => {
    widest = Math.max(widest, measures[size - 1]!);
    if (alive) return;
    for (let length = shortest; length <= longest; length++) {
      let small = Infinity;
      for (let from = 0; from + length <= times; from++)
        small = Math.min(small, measures[from + length]! - measures[from]!);
      smallest[row * (longest + 1) + length] = Math.max(small, 0);
    }
  });
  return { widest, smallest };
}

/**
 * Lengths of about the same measure are asked together first: what the longest of them holds, against what the shortest would need. A group grows while that seldom lets anything through by
 * chance; lengths too short to be looked at need more than there is.
 */
function spanBars(
  { problem, rows, surprise }: Plan,
  smallest: Float64Array,
  leastAt: (measure: number) => number,
): Bars {
  const { shortest, longest } = problem;
  const share = surprise.expected(1);
  const least = new Int32Array(rows * (longest + 1)).fill(NEVER);
  const reach: number[] = [];
  const group = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    const own = row * (longest + 1);
    for (let length = shortest; length <= longest; length++) least[own + length] = leastAt(smallest[own + length]!);
    for (let length = shortest > 1 ? 0 : 1; length <= longest;) {
      let last = length === 0 ? shortest - 1 : length;
      while (length > 0 && last < longest && chanceTop(smallest[own + last + 1]! * share) < least[own + length]!)
        last++;
      reach.push(last);
      length = last + 1;
    }
    group[row + 1] = reach.length;
  }
  return { kind: "spans", least, reach: Int32Array.from(reach), group, lengths: longest };
}

/** What a count seldom reaches by chance. */
function chanceTop(expected: number): number {
  return expected + 2.5 * Math.sqrt(expected);
}

/** Puts a map's cases where the walk finds them, and takes them away again. */
function filler({ problem, layout }: Plan, walk: Walk) {
  const { times, alive, longest } = problem;
  const active: number[] = [];
  const since = firstTime(problem);
  return {
    fill: (into: (take: Take) => void) => {
      const [slot, counts] = [walk.slot(), walk.counts()];
      for (const [one, place] of active.entries()) {
        slot[place] = -1;
        counts.fill(0, one * layout.width, (one + 1) * layout.width);
      }
      active.length = 0;
      into((place, time, count) => {
        if (time < since) return;
        let one = slot[place]!;
        if (one < 0) {
          slot[place] = one = active.length;
          active.push(place);
        }
        counts[one * layout.width + (alive ? times - 1 - time : time + 1)]! += count;
      });
      const last = alive ? longest : layout.width;
      for (let one = 0; one < active.length; one++)
        for (let at = one * layout.width + 1; at < one * layout.width + last; at++) counts[at]! += counts[at - 1]!;
    },
  };
}

/** Looks through one circle's windows for something better than the best so far; of spans only those that hold as many as `least` says for their length. */
function measurer({ problem, surprise, measures, row }: Plan) {
  const { times, alive, shortest, longest, fewestCases } = problem;
  const { statistic, room } = surprise;
  const share = surprise.expected(1);
  const ask = (entry: number, from: number, to: number, cases: number, measure: number, best: Best) => {
    const excess = cases - measure * share;
    if (cases < fewestCases || excess <= 0 || excess * excess <= best.statistic * room(measure)) return;
    const found = statistic(cases, measure);
    if (found <= best.statistic * (1 + 1e-12)) return;
    best.entry = entry;
    best.from = from;
    best.to = to;
    best.cases = cases;
    best.measure = measure;
    best.statistic = found;
  };
  return (entry: number, held: Counts, best: Best, bars?: Bars): void => {
    const of = measures(entry);
    if (alive) {
      for (let length = shortest; length <= longest; length++)
        ask(entry, times - length, times - 1, held[length - 1]!, of[length - 1]!, best);
      return;
    }
    const own = row[entry]! * (longest + 1);
    for (let length = shortest; length <= longest; length++) {
      const least = bars === undefined ? 0 : bars.least[own + length]!;
      for (let from = 0; from + length <= times; from++) {
        const cases = held[from + length]! - held[from]!;
        if (cases < least) continue;
        const measure = of[from + length]! - of[from]!;
        if (cases > measure * share) ask(entry, from, from + length - 1, cases, measure, best);
      }
    }
  };
}

const nothing = (): Best => ({ entry: -1, from: 0, to: 0, cases: 0, measure: 0, statistic: 0 });

/** The best window round each centre that has one, in the observed map. */
export function bestWindows(problem: CylinderProblem): ScanWindow[] {
  if (problem.total === 0) return [];
  const plan = planOf(problem);
  const { circles, cases } = problem;
  const { width } = plan.layout;
  const walk = walkOf(
    { ...circles, start: Int32Array.of(0), member: new Int32Array(0) },
    new Int32Array(0),
    plan.layout,
    false,
  );
  filler(plan, walk).fill((take) => {
    for (let cell = 0; cell < cases.count.length; cell++)
      take(cases.place[cell]!, cases.time[cell]!, cases.count[cell]!);
  });
  const [slot, counts, measure] = [walk.slot(), walk.counts(), measurer(plan)];
  const held = new Int32Array(width);
  const found: ScanWindow[] = [];
  for (let centre = 0; centre < circles.start.length - 1; centre++) {
    const best = nothing();
    held.fill(0);
    for (let entry = circles.start[centre]!; entry < circles.start[centre + 1]!; entry++) {
      const one = slot[circles.member[entry]!]!;
      // A place without cases only adds to what was to be expected: the circle before was more surprising.
      if (one < 0) continue;
      for (let i = 0; i < width; i++) held[i]! += counts[one * width + i]!;
      measure(entry, held, best);
    }
    if (best.statistic > 0) found.push(best);
  }
  return found;
}

/** A way to have the maxima of invented maps from one number up to, not with, another. `kernel` false runs the twin. */
export function cylinderReplicates(
  problem: CylinderProblem,
  kernel = true,
): (from: number, to: number) => Float64Array {
  if (problem.total === 0) return (from, to) => new Float64Array(to - from);
  const plan = planOf(problem);
  const walk = walkOf(problem.circles, plan.row, plan.layout, kernel);
  const { fill } = filler(plan, walk);
  const draw = drawOf(problem);
  const measure = measurer(plan);
  const centres = problem.circles.start.length - 1;
  const measured = measuredRows(plan);
  const known = new Map<number, { readonly bars: Bars; readonly placed: PlacedBars }>();
  const barsAt = (level: number) => {
    let one = known.get(level);
    if (one === undefined) {
      const bars = barsOf(plan, measured, level * STEP);
      known.set(level, (one = { bars, placed: walk.place(bars) }));
    }
    return one;
  };
  const search = (level: number): number => {
    const best = nothing();
    // In stretches, so that what was found early raises the bar for the rest.
    const stretch = Math.ceil(centres / STRETCHES);
    for (let centre = 0; centre < centres;) {
      const { bars, placed } = barsAt(Math.max(level, Math.floor(best.statistic / STEP)));
      const { found, next } = walk.walk(placed, centre, Math.min(centre + stretch, centres));
      for (let i = 0; i < found; i++) measure(walk.entry(i), walk.held(i), best, bars);
      centre = next;
    }
    return best.statistic;
  };
  // Where the bar begins is a guess by the replicates so far; it decides how quickly a maximum is found, never which.
  let usual: number | undefined;
  return (from, to) => {
    const maxima = new Float64Array(to - from);
    for (let replicate = from; replicate < to; replicate++) {
      fill((take) => draw(replicate, take));
      let level = Math.max(Math.floor(((usual ?? FIRST_BAR + 1) - 1) / STEP), 0);
      let most = search(level);
      while (most < level * STEP && level > 0) most = search((level -= level > 2 ? 2 : 1));
      usual = usual === undefined ? most : usual * 0.9 + most * 0.1;
      maxima[replicate - from] = most;
    }
    return maxima;
  };
}

export function placesIn(problem: CylinderProblem, { entry }: ScanWindow): Int32Array {
  return placesUpTo(problem.circles, centreOf(problem.circles, entry), entry);
}
