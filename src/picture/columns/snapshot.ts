// A store as bytes: what a browser is sent once and a file keeps, and loads as fast as memory is copied. Little-endian, as every machine that runs this is.
import {
  COLUMN_NAMES,
  type Column,
  type ColumnName,
  type EventStore,
  layOut,
  type Widths,
  type Words,
} from "./event-store.ts";

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
  const heading = JSON.parse(new TextDecoder().decode(whole.subarray(PREAMBLE, PREAMBLE + headed))) as Heading;
  return filled(heading, whole, PREAMBLE + padded(headed), shared);
}

function filled(heading: Heading, whole: Uint8Array, from: number, shared: boolean): Loaded {
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
