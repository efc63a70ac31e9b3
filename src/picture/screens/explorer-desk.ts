// The desk in the worker: holds the events and answers what is asked of them. Knows no page; what it says goes out through `tell`.
import { hexOf } from "../../ground/bytes.ts";
import { beginStore, type Row } from "../columns/build.ts";
import {
  COLUMN_NAMES,
  type EventStore,
  readerOf,
  TIME_PRECISIONS,
  type TimePrecision,
  UNDATED_DAY,
} from "../columns/event-store.ts";
import { explore } from "../columns/explore.ts";
import type { HeatWindow } from "../columns/plan.ts";
import { newest, selectedRows } from "../columns/listing.ts";
import { NO_HOUR } from "../columns/local-time.ts";
import type { Box, EventQuestion } from "../columns/question.ts";
import { placesOf } from "../columns/places.ts";
import { storeFrom } from "../columns/snapshot.ts";
import { latOf, lonOf } from "../columns/world.ts";
import { breaksOf, classesOf, coarsened, countedCells, countIn, presentIn } from "./drawn-cells.ts";
import type {
  Answer,
  Asked,
  DrawnCells,
  DrawnPoint,
  ListedRow,
  MapView,
  Selection,
  StoreFacts,
  Told,
} from "./explorer-messages.ts";

/** At most so many are drawn one by one. */
const MOST_POINTS = 400;
/** At most so many cells stand in a table. */
const MOST_CELLS = 600;

/** In a store this small everything that is drawn follows a moving hand. */
const SMALL = 5000;

type Held = { readonly store: EventStore; readonly ids: Uint8Array; unplaced?: EventStore };
export type Tell = (told: Told, handOver?: Transferable[]) => void;

export function deskOf(tell: Tell) {
  let held: Held | undefined;
  const open = (bytes: Uint8Array) => {
    const loaded = storeFrom(bytes);
    if (loaded.store === undefined) {
      const trouble = loaded.problem === "cut-short" ? "damaged" : loaded.problem;
      return tell({ tell: "unopened", trouble, shape: undefined });
    }
    hold(loaded.store, loaded.ids);
  };
  const hold = (
    store: EventStore,
    ids: Uint8Array,
    read: Pick<Extract<Told, { tell: "opened" }>, "shape" | "problems" | "wrongCells"> = {
      shape: undefined,
      problems: [],
      wrongCells: 0,
    },
  ) => {
    held = { store, ids };
    tell({ tell: "opened", facts: factsOf(store), ...read });
  };
  const answer = (asked: Extract<Asked, { ask: "explore" }>) => {
    if (held === undefined) return;
    const { answer, handOver } = answerOf(held, asked);
    tell({ tell: "answer", answer }, handOver);
  };
  const take = (question: EventQuestion) => {
    if (held === undefined) return;
    const selection = selectionOf(held.store, question);
    tell({ tell: "taken", selection }, [
      selection.lon.buffer,
      selection.lat.buffer,
      selection.day.buffer,
      selection.category.buffer,
    ]);
  };
  return { open, hold, answer, take };
}

function answerOf(held: Held, asked: Extract<Asked, { ask: "explore" }>) {
  const began = performance.now();
  const { question, view, listed } = asked;
  const store = asked.unplaced ? (held.unplaced ??= unplacedOf(held.store)) : held.store;
  const { heat, ...explored } = explore(store, question, view?.window);
  const isPublic = question.sharing === "public";
  const cells =
    view === undefined || heat === undefined
      ? undefined
      : cellsOf(
          view,
          isPublic ? publicHeat(store, question, view.window, heat) : heat,
          asked.breaks,
          listed > 0 && !isPublic,
        );
  const drawn = !isPublic && view !== undefined && (listed > 0 || store.size <= SMALL);
  const few = drawn && (cells?.inView ?? 0) <= 4 * MOST_POINTS;
  const answer: Answer = {
    explored,
    cells,
    points: few ? pointsIn({ ...held, store }, question, view.seen) : undefined,
    list: listed > 0 ? newest(store, question, listed).map(rowReader({ ...held, store })) : undefined,
    beside: asked.beside.map((other) => {
      const { total, events, days } = explore(held.store, other);
      return { total, events, days };
    }),
    took: performance.now() - began,
  };
  return { answer, handOver: handedOver(answer) };
}

/** A store of what has no place of its own, with the same words. */
function unplacedOf(store: EventStore): EventStore {
  const building = beginStore(store.words.areas.slice(2));
  building.words.category.push(...store.words.category);
  building.words.source.push(...store.words.source);
  building.words.patterns.push(...store.words.patterns);
  const read = COLUMN_NAMES.map((name) => [name, readerOf(store, name)] as const);
  const x = readerOf(store, "x");
  for (let row = 0; row < store.size; row++)
    if (x(row) === 0) building.addRow(Object.fromEntries(read.map(([name, value]) => [name, value(row)])) as Row);
  return building.finish();
}

/** Counts that everybody may see: each cell takes those around it until it holds enough events at enough places, and says of all of them what it is in the middle. */
function publicHeat(store: EventStore, question: EventQuestion, window: HeatWindow, heat: Float64Array): Float64Array {
  const { x, y } = placesOf(store, question);
  const places = new Uint32Array(heat.length);
  for (let at = 0; at < x.length; at++) {
    const [column, row] = [(x[at]! - window.west) / 2 ** window.shift, (y[at]! - window.north) / 2 ** window.shift];
    if (column >= 0 && row >= 0 && column < 256 && row < 256) places[Math.floor(row) * 256 + Math.floor(column)]!++;
  }
  return coarsened(heat, places);
}

/** Answers are made anew each time, so what they lie in is handed over and never copied. */
function handedOver({ explored, cells }: Answer): Transferable[] {
  const arrays = [explored.days.counts, explored.hours, explored.categories, explored.sources, explored.areas];
  const buffers = new Set<ArrayBufferLike>(arrays.map(({ buffer }) => buffer));
  if (cells !== undefined) buffers.add(cells.classes.buffer);
  return [...buffers] as ArrayBuffer[];
}

function cellsOf(
  { window, seen }: MapView,
  heat: Float64Array,
  asked: readonly number[] | undefined,
  settled: boolean,
): DrawnCells {
  const breaks = asked ?? breaksOf(heat);
  const classes = classesOf(heat, breaks);
  return {
    window,
    classes,
    breaks,
    present: presentIn(window, classes, seen),
    inView: countIn(window, heat, seen),
    counted: settled ? countedCells(window, heat, seen, MOST_CELLS) : [],
  };
}

/** What is drawn one by one; undefined where there are too many to be told apart. */
function pointsIn({ store, ids }: Held, question: EventQuestion, seen: Box): DrawnPoint[] | undefined {
  const [x, y, category, source, key] = (["x", "y", "category", "source", "key"] as const).map((name) =>
    readerOf(store, name),
  ) as [Read, Read, Read, Read, Read];
  const points: DrawnPoint[] = [];
  for (const row of selectedRows(store, question)) {
    if (x(row) === 0) continue;
    const [lon, lat] = [lonOf(x(row)), latOf(y(row))];
    if (lon < seen.west || lon > seen.east || lat < seen.south || lat > seen.north) continue;
    if (points.length === MOST_POINTS) return undefined;
    points.push({ key: key(row), id: idOf(ids, key(row)), lon, lat, category: category(row), source: source(row) });
  }
  return points;
}
type Read = (row: number) => number;

function rowReader({ store, ids }: Held): (row: number) => ListedRow {
  const names = ["x", "y", "day", "hour", "precision", "category", "source", "area", "key"] as const;
  const [x, y, day, hour, precision, category, source, area, key] = names.map((name) => readerOf(store, name)) as [
    Read,
    Read,
    Read,
    Read,
    Read,
    Read,
    Read,
    Read,
    Read,
  ];
  return (row) => ({
    key: key(row),
    id: idOf(ids, key(row)),
    day: day(row) === UNDATED_DAY ? undefined : day(row),
    hour: hour(row) === NO_HOUR ? undefined : hour(row) % 24,
    coarse: coarseTime(TIME_PRECISIONS[precision(row)]),
    category: category(row),
    source: source(row),
    area: area(row),
    position: x(row) === 0 ? undefined : [lonOf(x(row)), latOf(y(row))],
  });
}

function coarseTime(precision: TimePrecision | undefined): ListedRow["coarse"] {
  return precision === "month" || precision === "year" ? precision : undefined;
}

/** The sixteen bytes of an id as it is written. */
function idOf(ids: Uint8Array, key: number): string | undefined {
  const bytes = ids.subarray(key * 16, key * 16 + 16);
  if (bytes.length < 16) return undefined;
  return hexOf(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function factsOf(store: EventStore): StoreFacts {
  const { words, size } = store;
  let [first, last] = [Infinity, -Infinity];
  const [day, precision] = [readerOf(store, "day"), readerOf(store, "precision")];
  const coarse = TIME_PRECISIONS.map((one) => one === "month" || one === "year");
  let isByMonth = false;
  for (let row = 0; row < size; row++) {
    isByMonth ||= coarse[precision(row)] === true;
    if (day(row) !== UNDATED_DAY) {
      first = Math.min(first, day(row));
      last = Math.max(last, day(row));
    }
  }
  return {
    size: size - store.withdrawn,
    categories: words.category,
    sources: words.source,
    areas: words.areas,
    isByMonth,
    ...extentOf(store),
    days: last < first ? undefined : [first, last],
  };
}

/** Where the middle of a file lies is told by so many of its places. */
const SAMPLED = 100_000;
/** What lies this many times as far apart as the middle of it lies astray. */
const ASTRAY = 3;

/** Around what has a place. A few rows far away, which most files have, do not make the rest a speck: then around the middle 99 of 100, and how many lie outside. */
function extentOf(store: EventStore): Pick<StoreFacts, "extent" | "outside"> {
  const { minX, maxX, minY, maxY } = store.zones;
  const whole: Ends = { west: Infinity, east: -Infinity, north: Infinity, south: -Infinity };
  for (let block = 0; block < minX.length; block++) {
    if (maxX[block]! < minX[block]!) continue;
    whole.west = Math.min(whole.west, minX[block]!);
    whole.east = Math.max(whole.east, maxX[block]!);
    whole.north = Math.min(whole.north, minY[block]!);
    whole.south = Math.max(whole.south, maxY[block]!);
  }
  if (whole.east < whole.west) return { extent: undefined, outside: 0 };
  const [x, y] = [readerOf(store, "x"), readerOf(store, "y")];
  const middle = middleOf(x, y, store.size);
  const isAstray =
    whole.east - whole.west > ASTRAY * (middle.east - middle.west) ||
    whole.south - whole.north > ASTRAY * (middle.south - middle.north);
  // All at one spot, or nearly: there is no middle to keep to.
  if (!isAstray || middle.east === middle.west || middle.south === middle.north)
    return { extent: boxOf(whole), outside: 0 };
  let outside = 0;
  for (let row = 0; row < store.size; row++)
    if (
      x(row) !== 0 &&
      (x(row) < middle.west || x(row) > middle.east || y(row) < middle.north || y(row) > middle.south)
    )
      outside++;
  return { extent: boxOf(middle), outside };
}

/** In the units of the columns, rows from the north. */
type Ends = { west: number; east: number; north: number; south: number };

/** The middle 99 of 100 along each axis, and a quarter as much on either side. */
function middleOf(x: Read, y: Read, size: number): Ends {
  const step = Math.ceil(size / SAMPLED);
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let row = 0; row < size; row += step) {
    if (x(row) === 0) continue;
    xs.push(x(row));
    ys.push(y(row));
  }
  const [west, east] = middle99(xs);
  const [north, south] = middle99(ys);
  return { west, east, north, south };
}

function middle99(values: readonly number[]): [low: number, high: number] {
  const sorted = Float64Array.from(values).toSorted();
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
  const margin = (at(0.995) - at(0.005)) / 4;
  return [at(0.005) - margin, at(0.995) + margin];
}

function boxOf({ west, east, north, south }: Ends): Box {
  return { west: lonOf(west), east: lonOf(east), north: latOf(north), south: latOf(south) };
}

function selectionOf(store: EventStore, question: EventQuestion): Selection {
  const rows = selectedRows(store, question);
  const [x, y, day, category] = (["x", "y", "day", "category"] as const).map((name) => readerOf(store, name)) as [
    Read,
    Read,
    Read,
    Read,
  ];
  const selection: Selection = {
    lon: new Float64Array(rows.length).fill(NaN),
    lat: new Float64Array(rows.length).fill(NaN),
    day: new Float64Array(rows.length).fill(NaN),
    category: new Uint16Array(rows.length),
  };
  for (const [at, row] of rows.entries()) {
    if (x(row) !== 0) [selection.lon[at], selection.lat[at]] = [lonOf(x(row)), latOf(y(row))];
    if (day(row) !== UNDATED_DAY) selection.day[at] = day(row);
    selection.category[at] = category(row);
  }
  return selection;
}
