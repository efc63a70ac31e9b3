// The methods: where it concentrates, what is emerging, what is more than expected.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EventStore } from "../../src/picture/columns/event-store.ts";
import { dbscan, NOISE } from "../../src/picture/engine/concentrated/cluster.ts";
import { conditionalP } from "../../src/picture/engine/concentrated/conditional-permutation.ts";
import { binnedDensity } from "../../src/picture/engine/concentrated/density.ts";
import { farringtonFlexibleOfAll } from "../../src/picture/engine/expected/farrington-flexible.ts";
import { knox } from "../../src/picture/engine/emerging/near-repeat.ts";
import { chanceOf } from "../../src/picture/engine/numbers/random.ts";
import {
  type CylinderProblem,
  cylinderProblem,
  type ScanWindows,
} from "../../src/picture/engine/emerging/scan-problem.ts";
import { scan } from "../../src/picture/engine/emerging/scan.ts";
import type { Municipality } from "./events.ts";
import { type Row, timed, timingOf } from "./measure.ts";
import { askedOfPython, askedOfR } from "./peers/programs.ts";

const recorded = (name: string, milliseconds: number): Row["peer"] => ({
  name,
  timing: timingOf([milliseconds]),
  recorded: true,
});

type Say = (row: Row) => void;
/** `share` of the full size, for a run that only looks whether all still works. */
type Means = {
  readonly store: EventStore;
  readonly places: readonly Municipality[];
  readonly shared: string;
  readonly share: number;
  readonly peers: boolean;
  readonly say: Say;
};

export async function methodRows(means: Means): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "samsyn-bench-"));
  try {
    await clusterRow(means, folder);
    await densityRow(means, folder);
    await hotspotRows(means, folder);
    await knoxRows(means);
    await scanRows(means);
    await farringtonRow(means, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A city's events: an eighth as many addresses as events in a square of as many to the area whatever there are, half of the events exactly at an address and half within 100 metres of one. */
function cityOf(n: number): [x: Float64Array, y: Float64Array] {
  const chance = chanceOf(7, n);
  const side = 30_000 * Math.sqrt(n / 1_000_000);
  const addresses = Array.from({ length: Math.ceil(n / 8) }, () => [chance.uniform() * side, chance.uniform() * side]);
  const city = [new Float64Array(n), new Float64Array(n)] as [Float64Array, Float64Array];
  for (let at = 0; at < n; at++) {
    const address = addresses[chance.below(addresses.length)]!;
    const away = at % 2 === 0 ? 0 : 100;
    for (const [axis, values] of city.entries()) values[at] = address[axis]! + (2 * chance.uniform() - 1) * away;
  }
  return city;
}

async function clusterRow({ share, peers, say }: Means, folder: string): Promise<void> {
  const n = Math.round(1_000_000 * share);
  const [across, along] = cityOf(n);
  const groups = dbscan([across, along], 30, 10);
  const file = join(folder, "points.csv");
  if (peers) writeFileSync(file, `x,y\n${Array.from(across, (value, at) => `${value},${along[at]!}`).join("\n")}\n`);
  const timing = peers ? askedOfR("dbscan", file, "30", "10") : undefined;
  say({
    job: "DBSCAN of a city, 30 m, 10 points",
    events: n,
    ours: await timed(() => dbscan([across, along], 30, 10)),
    ...(timing && { peer: { name: "R dbscan", timing } }),
    goal: "4x R dbscan, aim 5x",
    answer: `${groups.reduce((most, one) => Math.max(most, one), 0)} groups, ${groups.filter((one) => one === NOISE).length} alone`,
  });
}

async function densityRow({ share, peers, say }: Means, folder: string): Promise<void> {
  const side = Math.max(Math.round(1024 * Math.sqrt(share)), 128);
  const n = Math.round(195_000 * share);
  const chance = chanceOf(5, n);
  const x = Float64Array.from({ length: n }, () => chance.uniform() * (side - 1));
  const y = Float64Array.from({ length: n }, () => chance.uniform() * (side - 1));
  const grid = { west: 0, east: side - 1, columns: side, south: 0, north: side - 1, rows: side };
  const work = () => binnedDensity(x, y, { x: 24, y: 24 }, grid);
  const file = join(folder, "density.csv");
  if (peers) writeFileSync(file, `x,y\n${Array.from(x, (value, at) => `${value},${y[at]!}`).join("\n")}\n`);
  const timing = peers ? askedOfPython("kde", file, String(side), "24") : undefined;
  say({
    job: `KDE ${side} x ${side}, bandwidth 24 cells`,
    events: n,
    ours: await timed(work),
    ...(timing && { peer: { name: "scipy", timing } }),
    goal: "1x scipy, aim 3x",
    answer: work()
      .reduce((most, one) => Math.max(most, one), 0)
      .toExponential(6),
  });
}

async function hotspotRows({ share, peers, say }: Means, folder: string): Promise<void> {
  const side = Math.max(Math.round(100 * Math.sqrt(share)), 20);
  const chance = chanceOf(6, side);
  const values = Float64Array.from({ length: side * side }, () => Math.floor(-3 * Math.log(1 - chance.uniform())));
  const around = (cell: number): number[] => {
    const [column, row] = [cell % side, Math.floor(cell / side)];
    return [-1, 0, 1].flatMap((down) =>
      [-1, 0, 1].flatMap((right) => {
        const [c, r] = [column + right, row + down];
        return (right === 0 && down === 0) || c < 0 || r < 0 || c >= side || r >= side ? [] : [r * side + c];
      }),
    );
  };
  const neighbours = Array.from(values, (_, cell) => around(cell));
  const surroundings = {
    sum: Float64Array.from(neighbours, (near) => near.reduce((sum, one) => sum + values[one]!, 0)),
    cells: Int32Array.from(neighbours, ({ length }) => length),
  };
  const file = join(folder, "values.csv");
  if (peers) writeFileSync(file, `value\n${values.join("\n")}\n`);
  const timing = peers ? askedOfR("gi", file, String(side)) : undefined;
  for (const sharing of ["independent", "shared"] as const) {
    const work = () => conditionalP(values, surroundings, { draws: 499, seed: 1, sharing });
    say({
      job: `Gi* ${side * side} cells, 499 conditional permutations, ${sharing} draws`,
      events: side * side,
      ours: await timed(work),
      ...(timing && { peer: { name: "R spdep", timing } }),
      goal: sharing === "independent" ? "20x spdep" : "100x spdep",
      answer: work()
        .reduce((sum, one) => sum + one, 0)
        .toFixed(3),
    });
  }
}

async function knoxRows({ shared, share, say }: Means): Promise<void> {
  const files = [
    ["chicago_be_jan2016.csv", "R NearRepeat", 36_900, "500x NearRepeat, aim 1,000x"],
    ["chicago_be_2016.csv", undefined, 0, "-"],
  ] as const;
  for (const [file, name, milliseconds, goal] of share < 1 ? files.slice(0, 1) : files) {
    let text;
    try {
      text = readFileSync(`${shared}/reference/nearrepeat-chicago/${file}`, "utf8");
    } catch {
      continue;
    }
    const [heading = "", ...rows] = text.trim().split(/\r?\n/);
    const names = heading.split(",").map((word) => word.replaceAll('"', "").trim().toLowerCase());
    const column = (...words: readonly string[]) => {
      const at = names.findIndex((word) => words.includes(word));
      return rows.map((row) => (row.split(",")[at] ?? "").replaceAll('"', ""));
    };
    const x = Float64Array.from(column("x", "x_coordinate"), Number);
    const y = Float64Array.from(column("y", "y_coordinate"), Number);
    const day = Int32Array.from(column("date", "day"), (word) => Math.round(Date.parse(word) / 86_400_000));
    const work = () =>
      knox(
        { x, y, day },
        {
          distances: [0, 0.001, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000],
          days: [0, 1, 3, 5, 7, 9, 11, 13, 15],
        },
        { replicates: 999 },
      );
    say({
      job: `Knox, ${x.length} points x 999`,
      events: x.length,
      ours: await timed(work),
      ...(name === undefined ? {} : { peer: recorded(name, milliseconds)! }),
      goal,
      answer: work()
        .observed.flat()
        .reduce((sum, one) => sum + one, 0)
        .toString(),
    });
  }
}

async function scanRows({ places, share, say }: Means): Promise<void> {
  const replicates = share < 1 ? 9 : 999;
  const run = async (job: string, problem: CylinderProblem, goal: string, peer?: Row["peer"]) => {
    const { clusters } = scan(problem, { replicates });
    const [first] = clusters;
    say({
      job: `${job}, ${replicates} replicates, 1 thread`,
      events: problem.total,
      ours: await timed(() => scan(problem, { replicates })),
      ...(peer !== undefined && share === 1 ? { peer } : {}),
      goal,
      answer: `${first?.statistic.toFixed(6) ?? "-"} p ${first?.p.toFixed(4) ?? "-"}`,
    });
  };
  await run(
    "space-time permutation scan, prospective, 5,000 points, 5 km, 28 days",
    permutation(Math.round(5000 * share)),
    "15x SaTScan, aim 96x",
    recorded("SaTScan, 1 thread", 265_000),
  );
  await run(
    "Poisson scan, prospective, 290 areas x 3,652 days, 1 M cases",
    ofAreas(places, 3652, Math.round(1_000_000 * share), "space-time-prospective", 28),
    "15x SaTScan, aim 42x",
    recorded("SaTScan, 1 thread", 85_000),
  );
  await run(
    "Poisson scan, retrospective, 32 counties x 19 years",
    ofAreas(places.filter((_, at) => at % 9 === 0).slice(0, 32), 19, 1175, "space-time", 9),
    "SaTScan or better",
  );
  await run(
    "Poisson scan, retrospective, 290 areas x 120 months",
    ofAreas(places, share < 1 ? 24 : 120, Math.round(100_000 * share), "space-time", share < 1 ? 12 : 60),
    "SaTScan or better",
  );
}

/** Points in a town 60 kilometres wide, over ten years, and a burst at the end. */
function permutation(n: number): CylinderProblem {
  const chance = chanceOf(9, n);
  const days = 365;
  const at = Array.from({ length: n }, (_, one) => {
    const burst = one < n / 250;
    return burst
      ? { x: 30_000 + chance.uniform() * 1000, y: 30_000 + chance.uniform() * 1000, time: days - 1 - chance.below(14) }
      : { x: chance.uniform() * 60_000, y: chance.uniform() * 60_000, time: chance.below(days) };
  });
  return cylinderProblem(
    {
      places: n,
      times: days,
      cases: {
        place: Int32Array.from({ length: n }, (_, one) => one),
        time: Int32Array.from(at, ({ time }) => time),
        count: new Int32Array(n).fill(1),
      },
    },
    {
      model: "permutation",
      windows: "space-time-prospective",
      positions: { on: "plane", x: Float64Array.from(at, ({ x }) => x), y: Float64Array.from(at, ({ y }) => y) },
      limits: { mostRadius: 5000 },
      longest: 28,
      seed: 1,
    },
  );
}

function ofAreas(
  places: readonly Municipality[],
  times: number,
  cases: number,
  windows: ScanWindows,
  longest: number,
): CylinderProblem {
  const chance = chanceOf(10, cases);
  const people = places.map(() => 5000 + chance.below(60_000));
  const everybody = people.reduce((sum, one) => sum + one, 0);
  const counts = new Map<number, number>();
  const chosen = places.map((_, at) => people.slice(0, at + 1).reduce((sum, one) => sum + one, 0) / everybody);
  for (let one = 0; one < cases; one++) {
    const draw = chance.uniform();
    let [low, high] = [0, places.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (chosen[middle]! < draw) low = middle + 1;
      else high = middle;
    }
    const cell = low * times + chance.below(times);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const cells = [...counts.keys()];
  const middle = ({ shape }: Municipality, axis: 0 | 1) => {
    const ring = shape[0]?.[0] ?? [];
    return ring.reduce((sum, corner) => sum + corner[axis], 0) / ring.length;
  };
  return cylinderProblem(
    {
      places: places.length,
      times,
      cases: {
        place: Int32Array.from(cells, (cell) => Math.floor(cell / times)),
        time: Int32Array.from(cells, (cell) => cell % times),
        count: Int32Array.from(cells, (cell) => counts.get(cell)!),
      },
      measure: { kind: "product", place: Float64Array.from(people), time: new Float64Array(times).fill(1) },
    },
    {
      model: "poisson",
      windows,
      positions: {
        on: "earth",
        x: Float64Array.from(places, (one) => middle(one, 0)),
        y: Float64Array.from(places, (one) => middle(one, 1)),
      },
      longest,
      seed: 1,
    },
  );
}

async function farringtonRow({ share, peers, say }: Means, folder: string): Promise<void> {
  const n = Math.round(5800 * share);
  const weeks = 520;
  const series = Array.from({ length: n }, (_, at) => {
    const chance = chanceOf(11, at);
    const level = 0.2 + 8 * chance.uniform() ** 3;
    return Float64Array.from({ length: weeks }, (_, week) => {
      const mean = level * (1 + 0.3 * Math.sin((2 * Math.PI * week) / 52));
      let [count, product] = [0, chance.uniform()];
      for (const stop = Math.exp(-mean); product > stop; count++) product *= chance.uniform();
      return count;
    });
  });
  const options = { years: 5, halfWindow: 3, alpha: 0.01, bound: "nb-plug-in" } as const;
  const work = () => farringtonFlexibleOfAll(series, weeks - 1, options);
  // R takes its time: a hundred of them, and the rest by rule of three.
  const asked = 100;
  const file = join(folder, "weeks.csv");
  if (peers)
    writeFileSync(
      file,
      `${Array.from({ length: asked }, (_, at) => `s${at}`).join()}\n${Array.from({ length: weeks }, (_, week) =>
        series
          .slice(0, asked)
          .map((one) => one[week]!)
          .join(),
      ).join("\n")}\n`,
    );
  const hundred = peers ? askedOfR("farrington", file) : undefined;
  const timing = hundred && timingOf([(hundred.median * n) / asked]);
  say({
    job: `Farrington flexible, ${n} weekly series`,
    events: n,
    ours: await timed(work),
    ...(timing && { peer: { name: `R surveillance (${asked} series x ${n / asked})`, timing } }),
    goal: "30x surveillance, aim 100x",
    answer: `${work().filter((one) => one?.alarm === true).length} alarms`,
  });
}
