// The store of columns: filters, charts, a municipality's question, hours of the week, areas, hexagons, tiles, files, memory.
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { latLngToCell } from "h3-js";
import {
  addressesOf,
  BLOCK_ROWS,
  BLOCK_WORDS,
  bytesOf,
  type EventStore,
  viewOf,
} from "../../src/picture/columns/event-store.ts";
import { explore } from "../../src/picture/columns/explore.ts";
import { h3OfWorld, h3Text } from "../../src/picture/columns/h3.ts";
import { hourOfWeekOf } from "../../src/picture/columns/local-time.ts";
import { tileOf } from "../../src/picture/columns/places.ts";
import type { HeatWindow } from "../../src/picture/columns/plan.ts";
import { areaIndex, areasOf } from "../../src/picture/columns/polygons.ts";
import { EVERYTHING, type EventQuestion } from "../../src/picture/columns/question.ts";
import { snapshotOf, storeFrom } from "../../src/picture/columns/snapshot.ts";
import { heatTile } from "../../src/picture/columns/tile.ts";
import { latOf, lonOf, worldX, worldY } from "../../src/picture/columns/world.ts";
import { chanceOf } from "../../src/picture/engine/numbers/random.ts";
import type { Day } from "../../src/ground/time.ts";
import { CATEGORIES, type Municipality } from "./events.ts";
import { type Row, timed, type Timing, timingOf } from "./measure.ts";
import { type Duck, duckWith } from "./peers/duckdb.ts";
import { askedOfPython } from "./peers/programs.ts";

/** Gävleborg, three of ten years, four of twenty categories. */
const SMALL: EventQuestion = {
  ...EVERYTHING,
  where: { box: { west: 14.5, south: 60.2, east: 17.7, north: 62.4 } },
  from: "2018-01-01" as Day,
  to: "2020-12-31" as Day,
  categories: CATEGORIES.slice(0, 4),
};
/** Southern Sweden, eight years, ten categories. */
const BIG: EventQuestion = {
  ...EVERYTHING,
  where: { box: { west: 10.9, south: 55.2, east: 19.5, north: 60.6 } },
  from: "2016-01-01" as Day,
  to: "2023-12-31" as Day,
  categories: CATEGORIES.slice(0, 10),
};
/** Ockelbo. */
const MUNICIPALITY: EventQuestion = {
  ...SMALL,
  where: { box: { west: 16.16, south: 60.74, east: 16.98, north: 61.12 } },
};
const WHOLE: HeatWindow = { west: 0x8000_0000, north: 0x3800_0000, shift: 21 };

type Box = { readonly west: number; readonly east: number; readonly north: number; readonly south: number };
const boxOf = ({ where }: EventQuestion): Box => {
  if (where === undefined || !("box" in where)) throw new Error("no box");
  const { west, south, east, north } = where.box;
  return { west: worldX(west), east: worldX(east), north: worldY(north), south: worldY(south) };
};
const dayNumberOf = (day: Day) => Date.parse(day) / 86_400_000;

/** Every row looked at, whatever the blocks say of themselves: what the loops themselves can do. */
function filteredFully(store: EventStore, question: EventQuestion): number {
  const { columns, selecting, memory } = store;
  const here = addressesOf(store);
  const { west, east, north, south } = boxOf(question);
  const [first, last] = [dayNumberOf(question.from!), dayNumberOf(question.to!)];
  const set = new Uint8Array(memory.buffer, here.categorySet, 32).fill(0);
  for (const [code, word] of store.words.category.entries())
    if (question.categories.includes(word)) set[code >> 3]! |= 1 << (code & 7);
  const bits = here.bitsAt(0);
  const all = new Uint32Array(memory.buffer, bits, BLOCK_WORDS);
  let sum = 0;
  for (let row = 0; row + BLOCK_ROWS <= store.size; row += BLOCK_ROWS) {
    all.fill(0xffff_ffff);
    selecting.within32(columns.x.offset + row * 4, BLOCK_ROWS, west, east - west, bits);
    selecting.within32(columns.y.offset + row * 4, BLOCK_ROWS, north, south - north, bits);
    selecting.within16(columns.day.offset + row * 2, BLOCK_ROWS, first, last - first, bits);
    selecting.member8(columns.category.offset + row, BLOCK_ROWS, here.categorySet, bits);
    sum += selecting.count(bits, BLOCK_WORDS);
  }
  const rest = store.size - (store.size % BLOCK_ROWS);
  const [x, y, day, category] = (["x", "y", "day", "category"] as const).map((name) => viewOf(store, name)!);
  for (let row = rest; row < store.size; row++)
    if (
      x![row]! >= west &&
      x![row]! <= east &&
      y![row]! >= north &&
      y![row]! <= south &&
      day![row]! >= first &&
      day![row]! <= last &&
      question.categories.includes(store.words.category[category![row]!]!)
    )
      sum++;
  return sum;
}

/** The same question in SQL. */
function conditionOf(store: EventStore, question: EventQuestion): string {
  const { west, east, north, south } = boxOf(question);
  const codes = question.categories.map((word) => store.words.category.indexOf(word));
  return `x between ${west} and ${east} and y between ${north} and ${south} and day between ${dayNumberOf(question.from!)} and ${dayNumberOf(question.to!)} and category in (${codes.join()})`;
}

function chartsInSql(store: EventStore, question: EventQuestion): string[] {
  const chosen = `create or replace temp table chosen as select * from event where ${conditionOf(store, question)}`;
  return [
    chosen,
    "select hour, count(*) from chosen group by all",
    "select day, count(*) from chosen group by all",
    "select category, count(*) from chosen group by all",
    `select ((x - ${WHOLE.west}::bigint) >> ${WHOLE.shift}) as c, ((y - ${WHOLE.north}::bigint) >> ${WHOLE.shift}) as r, count(*) from chosen group by all`,
  ];
}

const SWEDISH_HOURS =
  "select isodow(t) * 24 + hour(t) as h, count(*) from (select timezone('Europe/Stockholm', to_timestamp(minute * 60)) as t from event) group by all";
const SUMMER_HOURS =
  "select ((minute // 60 + 72 + case when month(make_timestamp(minute * 60000000::bigint)) between 4 and 10 then 2 else 1 end) % 168) as h, count(*) from event group by all";

export async function columnRows(
  store: EventStore,
  places: readonly Municipality[],
  threads: readonly number[],
  say: (row: Row) => void,
): Promise<void> {
  const events = store.size;
  const row = (job: string, goal: string, answer: string, ours: Row["ours"], more: Partial<Row> = {}): void =>
    say({ job, events, ours, goal, answer, ...more });
  for (const threadCount of threads.length === 0 ? [0] : threads) {
    const duck = threadCount === 0 ? undefined : await duckWith(store, threadCount);
    const named = `DuckDB, ${threadCount} thread${threadCount === 1 ? "" : "s"}`;
    await against(store, duck, named, row);
    duck?.close();
  }
  await alone(store, places, row);
}

type Say = (job: string, goal: string, answer: string, ours: Row["ours"], more?: Partial<Row>) => void;

async function against(store: EventStore, duck: Duck | undefined, name: string, row: Say): Promise<void> {
  const held = async (...sql: readonly string[]): Promise<Partial<Row>> =>
    duck === undefined ? {} : { peer: { name, timing: await duck.timed(...sql) } };
  const same = async (ours: number, sql: string) => {
    const theirs = await duck?.one(sql);
    if (theirs !== undefined && Number(theirs[0]) !== ours)
      throw new Error(`${ours} here, ${String(theirs[0])} in DuckDB: ${sql}`);
  };
  for (const [which, question] of [
    ["small", SMALL],
    ["big", BIG],
  ] as const) {
    const count = `select count(*) from event where ${conditionOf(store, question)}`;
    const answer = filteredFully(store, question);
    await same(answer, count);
    row(
      `filter ${which}, full scan`,
      "5x DuckDB, aim 8x",
      String(answer),
      await timed(() => filteredFully(store, question)),
      await held(count.replace("from event", "from scattered")),
    );
    const charts = explore(store, question, WHOLE, false);
    if (charts.total !== answer) throw new Error(`${charts.total} in the charts, ${answer} by the filter`);
    row(
      `charts ${which}: filter, hour of week, day, category, 256 x 256 heat`,
      "8x DuckDB on 1 thread, aim 12x",
      String(charts.heat!.reduce((sum, one) => sum + one, 0)),
      await timed(() => explore(store, question, WHOLE, false)),
      await held(...chartsInSql(store, question)),
    );
  }
  const timing = duck === undefined ? undefined : numpyCharts(store, BIG);
  if (timing !== undefined)
    row(
      "charts big, beside numpy",
      "3x numpy",
      String(explore(store, BIG, WHOLE, false).total),
      await timed(() => explore(store, BIG, WHOLE, false)),
      { peer: { name: "numpy", timing } },
    );
  const linked = explore(store, BIG, WHOLE);
  row(
    "charts big, linked (each under the others' filter)",
    "-",
    String(linked.categories.reduce((sum, one) => sum + one, 0)),
    await timed(() => explore(store, BIG, WHOLE)),
  );
  const asked = explore(store, MUNICIPALITY, undefined, false);
  row(
    "a municipality's question",
    "2 ms, aim 0.5 ms",
    String(asked.total),
    await timed(() => explore(store, MUNICIPALITY, undefined, false), 25),
    await held(`select count(*) from event where ${conditionOf(store, MUNICIPALITY)}`),
  );
  const minutes = viewOf(store, "minute") as Int32Array;
  const hours = new Uint8Array(store.size);
  const profile = () => {
    hourOfWeekOf(minutes.subarray(0, store.size), hours);
    const counts = new Uint32Array(256);
    for (let at = 0; at < hours.length; at++) counts[hours[at]!]!++;
    return counts;
  };
  let swedish = SWEDISH_HOURS;
  let note: Partial<Row> = {};
  if (duck !== undefined)
    try {
      await duck.one(swedish);
    } catch {
      swedish = SUMMER_HOURS;
      note = {
        note: "DuckDB without its time zones (icu is not in the offline core): an approximate summer time by month",
      };
    }
  row(
    "hour x weekday in Swedish time from raw instants",
    "20x DuckDB, aim 50x",
    String(profile()[140]),
    await timed(profile),
    { ...(await held(swedish)), ...note },
  );
}

/** The same charts by numpy, of the same columns; undefined where there is none. */
function numpyCharts(store: EventStore, question: EventQuestion): Timing | undefined {
  const folder = mkdtempSync(join(tmpdir(), "samsyn-numpy-"));
  const file = join(folder, "columns.bin");
  try {
    const names = ["x", "y", "day", "hour", "category"] as const;
    const parts = names.map((name) => viewOf(store, name)!.subarray(0, store.size));
    writeFileSync(file, Uint32Array.of(store.size));
    for (const part of parts) appendFileSync(file, new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    const { west, east, north, south } = boxOf(question);
    const codes = question.categories.map((word) => store.words.category.indexOf(word));
    const days = [dayNumberOf(question.from!), dayNumberOf(question.to!)];
    const window = [WHOLE.west, WHOLE.north, WHOLE.shift].join();
    return askedOfPython("charts", file, ...[west, east, north, south, ...days].map(String), codes.join(), window);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function alone(store: EventStore, places: readonly Municipality[], row: Say): Promise<void> {
  const [x, y] = [viewOf(store, "x") as Uint32Array, viewOf(store, "y") as Uint32Array].map((all) =>
    all.subarray(0, store.size),
  ) as [Uint32Array, Uint32Array];
  const shapes = places.map(({ shape }) => shape);
  row("290 municipality outlines made ready", "-", String(places.length), await timed(() => areaIndex(shapes)));
  const index = areaIndex(shapes);
  const areas = new Uint16Array(store.size);
  const inside = () => {
    areasOf(index, x, y, areas);
    return areas;
  };
  row(
    "points into 290 municipality outlines",
    "40x PostGIS, aim 100x",
    String(inside().reduce((sum, area) => (sum + area) % 1_000_003, 0)),
    await timed(inside),
  );
  const some = Math.min(store.size, 1_000_000);
  const step = Math.floor(store.size / some);
  const [atX, atY] = [
    Uint32Array.from({ length: some }, (_, at) => x[at * step]!),
    Uint32Array.from({ length: some }, (_, at) => y[at * step]!),
  ];
  const cells = { hi: new Uint32Array(some), lo: new Uint32Array(some) };
  h3OfWorld(atX, atY, 9, cells);
  const theirs = (at: number) => latLngToCell(latOf(atY[at]!), lonOf(atX[at]!), 9);
  for (let at = 0; at < some; at += 97)
    if (theirs(at) !== h3Text(cells.hi[at]!, cells.lo[at]!))
      throw new Error(`H3 differs at ${lonOf(atX[at]!)}, ${latOf(atY[at]!)}`);
  row(
    `H3 resolution 9, ${some} points`,
    "5x h3-js, aim 6x",
    h3Text(cells.hi[0]!, cells.lo[0]!),
    await timed(() => h3OfWorld(atX, atY, 9, cells)),
    {
      peer: {
        name: "h3-js",
        timing: await timed(() => {
          for (let at = 0; at < some; at++) theirs(at);
        }),
      },
    },
  );
  const bytes = snapshotOf(store);
  row("snapshot written", "-", String(bytes.byteLength), await timed(() => snapshotOf(store)));
  row("snapshot loaded", "-", String(bytes.byteLength), await timed(() => storeFrom(bytes)));
  tiles(store, row);
  row(
    "bytes an event, the store",
    "40 B, aim 27 B",
    (bytesOf(store) / store.size).toFixed(1),
    timingOf([bytesOf(store) / store.size]),
    { unit: "B" },
  );
}

/** A hundred tiles of each zoom, where events are: 95 of 100 are at least so fast. */
function tiles(store: EventStore, row: Say): void {
  const [x, y] = [viewOf(store, "x")!, viewOf(store, "y")!];
  const times: number[] = [];
  let length = 0;
  for (let z = 4; z <= 14; z++) {
    const chance = chanceOf(z, 1);
    for (let tile = 0; tile < 100; tile++) {
      const at = chance.below(store.size);
      const [tx, ty] = [Math.floor(x[at]! / 2 ** (32 - z)), Math.floor(y[at]! / 2 ** (32 - z))];
      const begun = performance.now();
      const encoded = heatTile(tileOf(store, z, tx, ty));
      times.push(performance.now() - begun);
      length += encoded.byteLength;
    }
  }
  const sorted = times.toSorted((a, b) => a - b);
  row(
    "heat tile z4-z14, encoded, 95th percentile",
    "15 ms, aim 8 ms",
    String(length),
    timingOf([sorted[Math.floor(sorted.length * 0.95)]!]),
  );
}
