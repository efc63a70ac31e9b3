// A store as bytes: what a browser is sent once and a file keeps, and loads as fast as memory is copied. Little-endian, as every machine that runs this is.
import {
  BLOCK_ROWS,
  COLUMN_NAMES,
  type Column,
  type ColumnName,
  type EventStore,
  granularityOf,
  layOut,
  readerOf,
  TIME_PRECISIONS,
  type Widths,
  type Words,
} from "./event-store.ts";
import { HOURS_IN_WEEK, NO_HOUR } from "./local-time.ts";

/** Changes when older bytes can no longer be read. */
export const SNAPSHOT_VERSION = 1;
const MAGIC = 0x534d_5301;
const PREAMBLE = 32;

/** What the bytes say of themselves. */
type Heading = {
  readonly size: number;
  readonly ordered: number;
  readonly inOrder: number;
  readonly withdrawn: number;
  readonly columns: readonly {
    readonly name: ColumnName;
    readonly width: Column["width"];
    readonly constant: number;
  }[];
  readonly words: Words;
  readonly blocks: number;
  readonly ids: number;
};

export type SnapshotProblem = "not-a-snapshot" | "other-version" | "cut-short" | "damaged";
export type Loaded =
  | { readonly store: EventStore; readonly ids: Uint8Array; readonly problem?: never }
  | { readonly problem: SnapshotProblem; readonly store?: never };

/** `ids`: sixteen bytes for each key from 0, where the events are known elsewhere by such an id. */
export function snapshotOf(store: EventStore, ids: Uint8Array = new Uint8Array(0)): Uint8Array<ArrayBuffer> {
  const { columns, zones, size, ordered, inOrder, withdrawn, words } = store;
  const blocks = zones.special.length;
  const heading: Heading = {
    size,
    ordered,
    inOrder,
    withdrawn,
    columns: COLUMN_NAMES.map((name) => ({ name, width: columns[name].width, constant: columns[name].constant })),
    words,
    blocks,
    ids: ids.byteLength,
  };
  const text = new TextEncoder().encode(JSON.stringify(heading));
  const parts: Uint8Array[] = [
    ...COLUMN_NAMES.map(
      (name) => new Uint8Array(store.memory.buffer, columns[name].offset, size * columns[name].width),
    ),
    ...Object.values(zones).map((zone) => new Uint8Array(zone.buffer, zone.byteOffset, zone.byteLength)),
    ids,
  ];
  const length = parts.reduce((sum, { byteLength }) => sum + padded(byteLength), PREAMBLE + padded(text.byteLength));
  const bytes = new Uint8Array(length);
  bytes.set(text, PREAMBLE);
  let at = PREAMBLE + padded(text.byteLength);
  for (const part of parts) {
    bytes.set(part, at);
    at += padded(part.byteLength);
  }
  const preamble = new Uint32Array(bytes.buffer, 0, PREAMBLE / 4);
  const [low, high] = checksum(bytes.subarray(PREAMBLE));
  preamble.set([MAGIC, SNAPSHOT_VERSION, text.byteLength, low, high, length >>> 0, Math.floor(length / 2 ** 32)]);
  return bytes;
}

/** Whether what begins like this is a snapshot. */
export function isSnapshot({ buffer, byteOffset, byteLength }: Uint8Array): boolean {
  return byteLength >= 4 && new DataView(buffer, byteOffset).getUint32(0, true) === MAGIC;
}

/** The store that lies in these bytes, or what is wrong with them. `shared` where threads are to see it. */
export function storeFrom(bytes: Uint8Array, shared = false): Loaded {
  // Columns are read as numbers of their own width, which must lie evenly.
  const whole = bytes.byteOffset % 16 === 0 ? bytes : bytes.slice();
  if (whole.byteLength < PREAMBLE) return { problem: whole.byteLength === 0 ? "cut-short" : "not-a-snapshot" };
  const [magic, version, headed = 0, low, high, lengthLow = 0, lengthHigh = 0] = new Uint32Array(
    whole.buffer,
    whole.byteOffset,
    PREAMBLE / 4,
  );
  if (magic !== MAGIC) return { problem: "not-a-snapshot" };
  if (version !== SNAPSHOT_VERSION) return { problem: "other-version" };
  const length = lengthLow + lengthHigh * 2 ** 32;
  if (whole.byteLength < length || length < PREAMBLE + headed) return { problem: "cut-short" };
  const sum = checksum(whole.subarray(PREAMBLE, length));
  if (sum[0] !== low || sum[1] !== high) return { problem: "damaged" };
  const heading = headingIn(whole.subarray(PREAMBLE, PREAMBLE + headed));
  const from = PREAMBLE + padded(headed);
  // The sums see what went wrong on the way; somebody who made the bytes up made the sums as well.
  if (heading === undefined || lengthOf(heading) !== length - from) return { problem: "damaged" };
  const loaded = filled(heading, whole, from, shared);
  return isSound(loaded.store) ? loaded : { problem: "damaged" };
}

function headingIn(bytes: Uint8Array): Heading | undefined {
  try {
    const read = JSON.parse(new TextDecoder().decode(bytes)) as Heading;
    return isHeading(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** How wide columns come (build.ts): loops take some of them for granted. */
const WIDTHS: Readonly<Record<ColumnName, readonly number[]>> = {
  x: [4],
  y: [4],
  minute: [4],
  day: [2],
  hour: [1],
  state: [0, 1],
  precision: [0, 1],
  category: [0, 1, 2],
  source: [0, 1, 2],
  area: [0, 1, 2],
  key: [4],
  count: [0, 1, 2, 4],
  span: [0, 1, 2, 4],
};
/** So many words have codes. */
const CODES = 65_536;

/** Whether it has every part, in the types and sizes that reading it takes for granted. Throws where something it consists of is not there. */
function isHeading(read: Heading): boolean {
  const { size, ordered, inOrder, withdrawn, blocks, ids, columns, words } = read;
  const isCount = (value: unknown, most: number) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;
  const isText = (value: unknown) => typeof value === "string";
  return (
    isCount(size, 2 ** 32 - 1) &&
    isCount(ordered, size) &&
    isCount(inOrder, ordered) &&
    isCount(withdrawn, size) &&
    isCount(blocks, 2 ** 20) &&
    blocks * BLOCK_ROWS >= size &&
    isCount(ids, 2 ** 36) &&
    columns.length === COLUMN_NAMES.length &&
    COLUMN_NAMES.every((name, at) => {
      const column = columns[at]!;
      return column.name === name && WIDTHS[name].includes(column.width) && Number.isInteger(column.constant);
    }) &&
    [words.category, words.source].every((some) => Array.isArray(some) && some.length <= CODES && some.every(isText)) &&
    Array.isArray(words.areas) &&
    words.areas.length >= 2 &&
    words.areas.length <= CODES &&
    words.areas.every(
      ({ code, name, parent }) => isText(code) && isText(name) && (parent === undefined || isText(parent)),
    ) &&
    Array.isArray(words.patterns) &&
    words.patterns.every((hours) => Array.isArray(hours) && hours.every((hour) => isCount(hour, HOURS_IN_WEEK - 1)))
  );
}

/** Bytes of a block's zones: numbers of four bytes for the ends of x and y and eight for categories, of two for days, and of one for the rest. */
const ZONES_OF_BLOCK = [4, 4, 4, 4, 2, 2, 1, 1, 32, 1, 1];

/** Bytes that follow such a heading. */
function lengthOf({ size, columns, blocks, ids }: Heading): number {
  return [...columns.map(({ width }) => size * width), ...ZONES_OF_BLOCK.map((bytes) => bytes * blocks), ids].reduce(
    (sum, bytes) => sum + padded(bytes),
    0,
  );
}

/** Whether every code has its word, and every row a place among its kind. */
function isSound(store: EventStore): boolean {
  const { words, size } = store;
  const recurring = TIME_PRECISIONS.indexOf("recurring");
  const read = (name: ColumnName) => readerOf(store, name);
  const [category, source, area, hour] = [read("category"), read("source"), read("area"), read("hour")];
  const [precision, span, state] = [read("precision"), read("span"), read("state")];
  for (let row = 0; row < size; row++)
    if (
      !(category(row) < words.category.length) ||
      !(source(row) < words.source.length) ||
      !(area(row) < words.areas.length) ||
      !(hour(row) < HOURS_IN_WEEK || hour(row) === NO_HOUR) ||
      !(precision(row) < TIME_PRECISIONS.length) ||
      !(state(row) < 256 && granularityOf(state(row)) !== undefined) ||
      (precision(row) === recurring && !(span(row) < words.patterns.length))
    )
      return false;
  return true;
}

function filled(heading: Heading, whole: Uint8Array, from: number, shared: boolean) {
  const { size, ordered, inOrder, withdrawn, columns, words } = heading;
  const widths = Object.fromEntries(columns.map(({ name, width }) => [name, width])) as Widths;
  const constants = Object.fromEntries(columns.map(({ name, constant }) => [name, constant])) as Record<
    ColumnName,
    number
  >;
  const store = layOut(size, widths, constants, words, shared);
  let at = from;
  const next = (length: number) => {
    const part = whole.subarray(at, at + length);
    at += padded(length);
    return part;
  };
  for (const name of COLUMN_NAMES) {
    const part = next(size * widths[name]);
    new Uint8Array(store.memory.buffer, store.columns[name].offset, part.byteLength).set(part);
  }
  for (const zone of Object.values(store.zones)) {
    const part = next((zone.byteLength / store.zones.special.length) * heading.blocks);
    new Uint8Array(zone.buffer, zone.byteOffset, zone.byteLength).set(part.subarray(0, zone.byteLength));
  }
  Object.assign(store, { size, ordered, inOrder, withdrawn });
  return { store, ids: next(heading.ids).slice() };
}

const padded = (length: number) => Math.ceil(length / 16) * 16;

/** Fletcher's two sums over 32-bit words: sees what is changed, left out and moved. The length is a multiple of four. */
export function checksum(bytes: Uint8Array): readonly [low: number, high: number] {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  let [sum, sums] = [0, 0];
  for (let at = 0; at < words.length; at++) {
    sum = (sum + words[at]!) | 0;
    sums = (sums + sum) | 0;
  }
  return [sum >>> 0, sums >>> 0];
}
