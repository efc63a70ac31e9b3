// Events as columns of numbers in one piece of memory: what a municipality asks of its own, and an analyst of a whole country's, is answered by running along them (statistics.md 2–3).
// Placed rows lie in Morton order, so that what is near on the map is near in memory, and each block of rows says between which ends its values lie. What has no point lies before them, what
// must be read row by row after them; what is added later lies last, until the store is laid out anew.
import { type Qualifier, QUALIFIERS } from "../../ground/count.ts";
import { memoryOf } from "../kernels/kernel.ts";
import { localDay } from "./local-time.ts";
import { selectingOn, type Selecting } from "./selecting.ts";

/** Coarser ones are never points: they take part in the areas they are known by. */
export const GRANULARITIES = ["point", "segment", "area", "municipality", "county", "unknown"] as const;
export type Granularity = (typeof GRANULARITIES)[number];
/** How precisely the time is known. An interval lies somewhere between two moments; what recurs has hours of the week and no day. */
export const TIME_PRECISIONS = ["minute", "hour", "day", "month", "year", "interval", "recurring", "unknown"] as const;
export type TimePrecision = (typeof TIME_PRECISIONS)[number];
/** Rising: who sees `own` sees all. */
export const SHARINGS = ["own", "shared", "public"] as const;
export type Sharing = (typeof SHARINGS)[number];

export const BLOCK_ROWS = 4096;
export const BLOCK_WORDS = BLOCK_ROWS / 32;
/** In the column of days where nobody knows the day. */
export const UNDATED_DAY = 0xffff;

/** An area that events can be known by: a village in a municipality in a county. `parent` is a code as well. */
export type AreaEntry = { readonly code: string; readonly name: string; readonly parent: string | undefined };

/** Codes of the two that are no areas. */
export const UNKNOWN_AREA = 0;
export const OUTSIDE = 1;

/** One event as it is told to the store. */
export type NewEvent = {
  /** The teller's own number for it: what it is revised and withdrawn by. */
  readonly key: number;
  /** World units (world.ts); only where the granularity is point or segment. */
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly granularity: Granularity;
  /** Code of the finest area it is known to lie in. */
  readonly area: string | undefined;
  /** Minutes since 1970-01-01T00:00Z; of an interval the first. */
  readonly minute: number | undefined;
  /** Days since 1970-01-01 in Sweden. */
  readonly day: number | undefined;
  /** Hour of the week in Sweden, Monday 00 is 0; undefined where the hour is not known. */
  readonly hour: number | undefined;
  readonly precision: TimePrecision;
  /** Minutes from `minute` to the end of an interval, 0 for all else. */
  readonly span: number;
  /** Of what recurs: its hours of the week. Empty for all else. */
  readonly recurs: readonly number[];
  readonly category: string;
  readonly source: string;
  readonly sharing: Sharing;
  readonly count: number;
  readonly qualifier: Qualifier;
};

/** Bytes a row in a column: none where every row has the same value, `constant`. */
export type Column = { readonly width: 0 | 1 | 2 | 4; readonly offset: number; readonly constant: number };
export const COLUMN_NAMES = [
  "x",
  "y",
  "minute",
  "day",
  "hour",
  "state",
  "precision",
  "category",
  "source",
  "area",
  "key",
  "count",
  "span",
] as const;
export type ColumnName = (typeof COLUMN_NAMES)[number];
export type Columns = { readonly [name in ColumnName]: Column };
export type Widths = { readonly [name in ColumnName]: Column["width"] };

/** The words that codes stand for. A code never changes its word; new words come last. What recurs keeps the number of its hours in `span`. */
export type Words = {
  readonly category: string[];
  readonly source: string[];
  /** The first two are no areas: not known, and a point that lies in none. */
  readonly areas: AreaEntry[];
  readonly patterns: (readonly number[])[];
};

/** Between which ends a block's values lie; a block with anything special is read row by row. */
export type Zones = {
  readonly minX: Uint32Array;
  readonly maxX: Uint32Array;
  readonly minY: Uint32Array;
  readonly maxY: Uint32Array;
  readonly minDay: Uint16Array;
  readonly maxDay: Uint16Array;
  /** Of `state`: 0 where all are withdrawn. */
  readonly maxState: Uint8Array;
  readonly minState: Uint8Array;
  /** Eight words a block: which categories there are, by code modulo 256. */
  readonly categories: Uint32Array;
  /** 1 where a row has no point. */
  readonly coarse: Uint8Array;
  /** 1 where a row has an interval, hours that recur, or a count that is not one. */
  readonly special: Uint8Array;
};

export type EventStore = {
  memory: WebAssembly.Memory;
  selecting: Selecting;
  /** Where this thread works things out: bytes from the start of the memory. */
  readonly scratch: number;
  columns: Columns;
  zones: Zones;
  /** Rows there are, withdrawn ones included; rows there is room for, a whole number of blocks. */
  size: number;
  capacity: number;
  /** Of them those that were there when the store was laid out; the rest came later. */
  ordered: number;
  /** Of these again those in Morton's order, from the first, what has no point before all others; what must be read row by row lies after them. */
  inOrder: number;
  /** Withdrawn rows still lying there. */
  withdrawn: number;
  readonly words: Words;
};

const CODES = 65_536;
const BITS_BYTES = BLOCK_WORDS * 4;
/** Whatever is asked is worked out at the start of the memory, each thread in a piece of its own. Bytes from there to each thing, and how long it is. */
const PIECES = {
  bits: BITS_BYTES * 16,
  hourSet: 256,
  categorySet: CODES / 8,
  sourceSet: CODES / 8,
  areaSet: CODES / 8,
  // Counts. Of an 8-bit code there are four tables of 256.
  hour: 4096,
  category: CODES * 4,
  source: CODES * 4,
  area: CODES * 4,
  day: CODES * 4,
  heat: CODES * 4,
  state: 4096,
  elsewhere: 4096,
  precision: 4096,
} as const;
type Piece = keyof typeof PIECES;
const SCRATCH_BYTES = Math.ceil(Object.values(PIECES).reduce((sum, bytes) => sum + bytes, 0) / CODES) * CODES;

export type Addresses = { readonly [piece in Piece]: number } & {
  /** Where the bits of one of sixteen selections of a block lie. */
  readonly bitsAt: (number: number) => number;
  /** All counts, from the first to the last byte. */
  readonly counts: { readonly from: number; readonly to: number };
};

/** Where in the memory this thread works things out. */
export function addressesOf({ scratch }: EventStore): Addresses {
  let at = scratch;
  const pieces = Object.fromEntries(
    Object.entries(PIECES).map(([piece, bytes]) => {
      at += bytes;
      return [piece, at - bytes];
    }),
  ) as Record<Piece, number>;
  return { ...pieces, bitsAt: (number) => pieces.bits + BITS_BYTES * number, counts: { from: pieces.hour, to: at } };
}

/** So many may ask a shared store at once. */
export const THREADS = 8;

/** A byte that says who may see a row, how its place is known and how exact its count is. Withdrawn is 0; rising with sharing, so that one comparison asks for both. */
export function stateOf(sharing: Sharing, granularity: Granularity, qualifier: Qualifier): number {
  return (
    ((SHARINGS.indexOf(sharing) + 1) << 6) |
    (GRANULARITIES.indexOf(granularity) << 2) |
    Math.max(QUALIFIERS.indexOf(qualifier), 0)
  );
}
export const WITHDRAWN = 0;
/** The least state that is in what is asked for. */
export function leastState(sharing: "all" | "shared" | "public"): number {
  return sharing === "public" ? 0xc0 : sharing === "shared" ? 0x80 : 0x40;
}
export function granularityOf(state: number): Granularity {
  return GRANULARITIES[(state >> 2) & 7]!;
}
/** Whether a row of this state is drawn: it is a point or a segment. */
export function isPlaced(state: number): boolean {
  return ((state >> 2) & 7) < 2;
}

/** A store with room for `capacity` rows of these widths, and none in it. `shared` where threads are to see the same. */
export function layOut(
  capacity: number,
  widths: Widths,
  constants: Readonly<Record<ColumnName, number>>,
  words: Words,
  shared = false,
): EventStore {
  const rows = Math.max(Math.ceil(capacity / BLOCK_ROWS), 1) * BLOCK_ROWS;
  let offset = SCRATCH_BYTES * (shared ? THREADS : 1);
  const columns = Object.fromEntries(
    COLUMN_NAMES.map((name) => {
      const column: Column = { width: widths[name], offset, constant: constants[name] };
      offset += rows * widths[name];
      return [name, column];
    }),
  ) as Columns;
  const memory = memoryOf(offset, shared);
  return {
    memory,
    selecting: selectingOn(memory),
    scratch: 0,
    columns,
    zones: zonesFor(rows / BLOCK_ROWS),
    size: 0,
    capacity: rows,
    ordered: 0,
    inOrder: 0,
    withdrawn: 0,
    words,
  };
}

/** What another thread needs to ask the same store: everything but the loops, which each makes for itself. */
export type SharedStore = Omit<EventStore, "selecting" | "scratch">;

/** The store as something that can be sent. Its memory must be shared. */
export function sharedOf({ selecting: _loops, scratch: _piece, ...store }: EventStore): SharedStore {
  return store;
}

/** The store in another thread, `thread` being its number from 1; the first thread is 0. */
export function openedIn(store: SharedStore, thread: number): EventStore {
  return { ...store, selecting: selectingOn(store.memory), scratch: SCRATCH_BYTES * thread };
}

function zonesFor(blocks: number): Zones {
  return {
    minX: new Uint32Array(blocks).fill(0xffff_ffff),
    maxX: new Uint32Array(blocks),
    minY: new Uint32Array(blocks).fill(0xffff_ffff),
    maxY: new Uint32Array(blocks),
    minDay: new Uint16Array(blocks).fill(0xffff),
    maxDay: new Uint16Array(blocks),
    maxState: new Uint8Array(blocks),
    minState: new Uint8Array(blocks).fill(0xff),
    categories: new Uint32Array(blocks * 8),
    coarse: new Uint8Array(blocks),
    special: new Uint8Array(blocks),
  };
}

/** A column's values to read; undefined where all are its constant. 32-bit ones are unsigned but the minute. */
export function viewOf(
  store: EventStore,
  name: ColumnName,
): Uint8Array | Uint16Array | Uint32Array | Int32Array | undefined {
  const { width, offset } = store.columns[name];
  const { buffer } = store.memory;
  if (width === 0) return undefined;
  if (width === 1) return new Uint8Array(buffer, offset, store.capacity);
  if (width === 2) return new Uint16Array(buffer, offset, store.capacity);
  return name === "minute"
    ? new Int32Array(buffer, offset, store.capacity)
    : new Uint32Array(buffer, offset, store.capacity);
}

/** Reads a column by row, whatever its width. */
export function readerOf(store: EventStore, name: ColumnName): (row: number) => number {
  const view = viewOf(store, name);
  const { constant } = store.columns[name];
  return view === undefined ? () => constant : (row) => view[row]!;
}

/** Tells the zones of rows that have just been written. */
export function noteZones(store: EventStore, from: number, to: number): void {
  const { zones } = store;
  const [x, y, day] = [viewOf(store, "x")!, viewOf(store, "y")!, viewOf(store, "day")!];
  const [state, category, precision, count, minute, span] = (
    ["state", "category", "precision", "count", "minute", "span"] as const
  ).map((name) => readerOf(store, name)) as [Reader, Reader, Reader, Reader, Reader, Reader];
  const interval = TIME_PRECISIONS.indexOf("interval");
  const recurring = TIME_PRECISIONS.indexOf("recurring");
  for (let row = from; row < to; row++) {
    const block = (row / BLOCK_ROWS) | 0;
    const inState = state(row);
    if (inState > zones.maxState[block]!) zones.maxState[block] = inState;
    if (inState < zones.minState[block]!) zones.minState[block] = inState;
    if (isPlaced(inState)) {
      if (x[row]! < zones.minX[block]!) zones.minX[block] = x[row]!;
      if (x[row]! > zones.maxX[block]!) zones.maxX[block] = x[row]!;
      if (y[row]! < zones.minY[block]!) zones.minY[block] = y[row]!;
      if (y[row]! > zones.maxY[block]!) zones.maxY[block] = y[row]!;
    } else zones.coarse[block] = 1;
    if (day[row]! < zones.minDay[block]!) zones.minDay[block] = day[row]!;
    const how = precision(row);
    // An interval reaches into the days after its first.
    const lastDay =
      how === interval ? Math.min(localDay(minute(row) + Math.max(span(row) - 1, 0)), UNDATED_DAY) : day[row]!;
    if (lastDay > zones.maxDay[block]!) zones.maxDay[block] = lastDay;
    const code = category(row) & 255;
    zones.categories[block * 8 + (code >> 5)]! |= 1 << (code & 31);
    if (how === interval || how === recurring || count(row) !== 1) zones.special[block] = 1;
  }
}
type Reader = (row: number) => number;

/** Bytes the store lies in: columns, what they are worked out in, and what the blocks say of themselves. */
export function bytesOf(store: EventStore): number {
  return (
    store.memory.buffer.byteLength + Object.values(store.zones).reduce((sum, { byteLength }) => sum + byteLength, 0)
  );
}
