// What comes later: events added, revised and withdrawn in a store that stands. New rows lie last, out of order, until there are so many of them that the store is laid out anew.
import { beginStore, rowMaker, widthOf } from "./build.ts";
import {
  BLOCK_ROWS,
  COLUMN_NAMES,
  type Column,
  type ColumnName,
  type EventStore,
  layOut,
  type NewEvent,
  noteZones,
  readerOf,
  viewOf,
  type Widths,
  WITHDRAWN,
} from "./event-store.ts";

/** Adds events after the last row. Makes room, and wider columns, where they are needed. */
export function addEvents(store: EventStore, events: readonly NewEvent[]): void {
  const row = rowMaker(store.words);
  const rows = events.map(row);
  const needs = (name: ColumnName): Column["width"] => {
    const { width, constant } = store.columns[name];
    const [least, most] = rows.reduce(
      ([low, high], one) => [Math.min(low, one[name]), Math.max(high, one[name])],
      width === 0 && store.size > 0 ? [constant, constant] : [Infinity, -Infinity],
    );
    return Math.max(width, widthOf(name, least, most)) as Column["width"];
  };
  const widths = Object.fromEntries(COLUMN_NAMES.map((name) => [name, needs(name)])) as Widths;
  const size = store.size + rows.length;
  const wider = COLUMN_NAMES.some((name) => widths[name] !== store.columns[name].width);
  // An empty store takes its constants from the first row.
  const first = rows[0];
  if (store.size === 0 && first !== undefined)
    store.columns = Object.fromEntries(
      COLUMN_NAMES.map((name) => [name, { ...store.columns[name], constant: first[name] }]),
    ) as EventStore["columns"];
  if (wider || size > store.capacity) roomFor(store, Math.ceil(size * ROOM), widths);
  for (const name of COLUMN_NAMES) {
    const view = viewOf(store, name);
    if (view !== undefined) for (const [at, one] of rows.entries()) view[store.size + at] = one[name];
  }
  const from = store.size;
  store.size = size;
  noteZones(store, from, size);
}
/** Memory is asked for a little at a time, never for every row. */
const ROOM = 1.05;

/** Takes away the events with these keys. Returns how many there were. */
export function withdrawEvents(store: EventStore, keys: ReadonlySet<number>): number {
  const key = readerOf(store, "key");
  if (store.columns.state.width === 0) roomFor(store, store.capacity, { ...widthsOf(store), state: 1 });
  const state = viewOf(store, "state")!;
  let gone = 0;
  for (let row = 0; row < store.size; row++) {
    if (state[row] === WITHDRAWN || !keys.has(key(row))) continue;
    state[row] = WITHDRAWN;
    store.zones.minState[Math.floor(row / BLOCK_ROWS)] = WITHDRAWN;
    gone++;
  }
  store.withdrawn += gone;
  return gone;
}

/** Puts later words in the place of earlier ones: what has the same key is withdrawn, whether or not it was there. */
export function reviseEvents(store: EventStore, events: readonly NewEvent[]): void {
  withdrawEvents(store, new Set(events.map(({ key }) => key)));
  addEvents(store, events);
}

/** Whether so much has come or gone since that laying the store out anew is worth it. */
export function isUntidy({ size, ordered, withdrawn }: EventStore): boolean {
  return size - ordered + withdrawn > Math.max(size / 20, 4 * BLOCK_ROWS);
}

/** The same events in order, without the withdrawn. */
export function tidied(store: EventStore): EventStore {
  return merged([store]);
}

/** The events of several stores in one. Keys are kept as they are. */
export function merged(stores: readonly EventStore[]): EventStore {
  const building = beginStore();
  for (const store of stores) building.addStore(store);
  return building.finish();
}

const widthsOf = ({ columns }: EventStore): Widths =>
  Object.fromEntries(COLUMN_NAMES.map((name) => [name, columns[name].width])) as Widths;

/** The same rows in a larger memory, or in wider columns. */
function roomFor(store: EventStore, capacity: number, widths: Widths): void {
  const constants = Object.fromEntries(COLUMN_NAMES.map((name) => [name, store.columns[name].constant])) as Record<
    ColumnName,
    number
  >;
  const shared = typeof SharedArrayBuffer !== "undefined" && store.memory.buffer instanceof SharedArrayBuffer;
  const next = layOut(Math.max(capacity, store.capacity), widths, constants, store.words, shared);
  for (const name of COLUMN_NAMES) {
    const to = viewOf(next, name);
    if (to === undefined) continue;
    const from = viewOf(store, name);
    if (from === undefined) to.fill(constants[name], 0, store.size);
    else to.set(from.subarray(0, store.size));
  }
  for (const [name, zone] of Object.entries(next.zones)) zone.set(store.zones[name as keyof EventStore["zones"]]);
  store.memory = next.memory;
  store.selecting = next.selecting;
  store.columns = next.columns;
  store.zones = next.zones;
  store.capacity = next.capacity;
}
