// From a stream of events to a store: rows are gathered as they come, put in order once, and laid out in as narrow columns as they need.
import {
  COLUMN_NAMES,
  type ColumnName,
  type EventStore,
  isPlaced,
  layOut,
  type NewEvent,
  noteZones,
  OUTSIDE,
  readerOf,
  stateOf,
  TIME_PRECISIONS,
  UNDATED_DAY,
  UNKNOWN_AREA,
  viewOf,
  type AreaEntry,
  type Widths,
  type Words,
} from "./event-store.ts";
import { NO_HOUR, UNDATED_MINUTE } from "./local-time.ts";
import { mortonOrder } from "./z-order.ts";

/** A row in the store's own numbers. */
export type Row = Record<ColumnName, number>;

export type Building = {
  readonly words: Words;
  readonly add: (event: NewEvent) => void;
  /** A row whose codes are those of `words`. */
  readonly addRow: (row: Row) => void;
  /** Every row of another store that is not withdrawn; its words come along. */
  readonly addStore: (store: EventStore) => void;
  readonly finish: (options?: { readonly shared?: boolean; readonly room?: number }) => EventStore;
};

const NO_AREAS: readonly AreaEntry[] = [
  { code: "", name: "", parent: undefined },
  { code: "-", name: "", parent: undefined },
];

/** The words of a store that knows these areas and, so far, no category and no source. */
export function wordsOf(areas: readonly AreaEntry[] = []): Words {
  return { category: [], source: [], areas: [...NO_AREAS, ...areas], patterns: [] };
}

/** Begins a store. The areas that events can be known by are there from the start; categories and sources come as they are met. */
export function beginStore(areas: readonly AreaEntry[] = []): Building {
  const words = wordsOf(areas);
  const row = rowMaker(words);
  const rows = gathered();
  const building: Building = {
    words,
    add: (event) => rows.add(row(event)),
    addRow: rows.add,
    addStore: (store) => {
      const recode = recoder(store.words, words);
      const read = COLUMN_NAMES.map((name) => [name, readerOf(store, name)] as const);
      for (let at = 0; at < store.size; at++) {
        const copy = Object.fromEntries(read.map(([name, value]) => [name, value(at)])) as Row;
        if (copy.state !== 0) rows.add(recode(copy));
      }
    },
    finish: ({ shared = false, room = 0 } = {}) => laidOut(rows.columns(), words, shared, room),
  };
  return building;
}

/** Turns told events into rows; new words get new codes. */
export function rowMaker(words: Words): (event: NewEvent) => Row {
  const codes = {
    category: new Map(words.category.map((word, code) => [word, code])),
    source: new Map(words.source.map((word, code) => [word, code])),
  };
  const codeOf = (kind: "category" | "source", word: string): number => {
    const known = codes[kind].get(word);
    if (known !== undefined) return known;
    const code = words[kind].push(word) - 1;
    codes[kind].set(word, code);
    return code;
  };
  const areas = new Map(words.areas.map(({ code }, at) => [code, at]));
  const patterns = new Map(words.patterns.map((hours, at) => [hours.join(), at]));
  const patternOf = (hours: readonly number[]): number => {
    const known = patterns.get(hours.join());
    if (known !== undefined) return known;
    patterns.set(hours.join(), words.patterns.length);
    return words.patterns.push(hours) - 1;
  };
  return (event) => {
    const state = stateOf(event.sharing, event.granularity, event.qualifier);
    const placed = isPlaced(state) && event.x !== undefined && event.y !== undefined;
    const recurs = event.precision === "recurring" && event.recurs.length > 0;
    return {
      x: placed ? Math.max(event.x, 1) : 0,
      y: placed ? event.y : 0,
      minute: event.minute ?? UNDATED_MINUTE,
      day: event.day === undefined || event.day < 0 || event.day >= UNDATED_DAY ? UNDATED_DAY : event.day,
      hour: event.hour ?? NO_HOUR,
      // A point that nobody has placed is known by no place at all.
      state: isPlaced(state) && !placed ? stateOf(event.sharing, "unknown", event.qualifier) : state,
      precision: TIME_PRECISIONS.indexOf(event.precision === "recurring" && !recurs ? "unknown" : event.precision),
      category: codeOf("category", event.category),
      source: codeOf("source", event.source),
      area:
        event.area === undefined
          ? placed
            ? OUTSIDE
            : UNKNOWN_AREA
          : (areas.get(event.area) ?? (placed ? OUTSIDE : UNKNOWN_AREA)),
      key: event.key,
      count: event.count,
      span: recurs ? patternOf(event.recurs) : event.span,
    };
  };
}

/** Codes of one store's words in another's; words that are new come last. */
function recoder(from: Words, to: Words): (row: Row) => Row {
  const placeOf = <Word>(all: Word[], word: Word, same: (a: Word, b: Word) => boolean) => {
    const known = all.findIndex((one) => same(one, word));
    return known < 0 ? all.push(word) - 1 : known;
  };
  const category = from.category.map((word) => placeOf(to.category, word, Object.is));
  const source = from.source.map((word) => placeOf(to.source, word, Object.is));
  const areas = from.areas.map((area) => placeOf(to.areas, area, (a, b) => a.code === b.code));
  const patterns = from.patterns.map((hours) => placeOf(to.patterns, hours, (a, b) => a.join() === b.join()));
  const recurring = TIME_PRECISIONS.indexOf("recurring");
  return (row) => ({
    ...row,
    category: category[row.category]!,
    source: source[row.source]!,
    area: areas[row.area]!,
    span: row.precision === recurring ? patterns[row.span]! : row.span,
  });
}

const GATHERED_ROWS = 65_536;
type Values = Uint8Array | Uint16Array | Uint32Array | Int32Array;
/** Rows in no order yet. A column may be made when it is asked for, and is asked for once or twice. */
export type GatheredColumns = { readonly rows: number; readonly column: (name: ColumnName) => Values };

/** As wide as a column can ever be. */
const WIDEST: Readonly<Record<ColumnName, (length: number) => Values>> = {
  x: (length) => new Uint32Array(length),
  y: (length) => new Uint32Array(length),
  minute: (length) => new Int32Array(length),
  day: (length) => new Uint16Array(length),
  hour: (length) => new Uint8Array(length),
  state: (length) => new Uint8Array(length),
  precision: (length) => new Uint8Array(length),
  category: (length) => new Uint16Array(length),
  source: (length) => new Uint16Array(length),
  area: (length) => new Uint16Array(length),
  key: (length) => new Uint32Array(length),
  count: (length) => new Uint32Array(length),
  span: (length) => new Uint32Array(length),
};

/** Rows in pieces of equal length, so that nothing is copied while they come. */
function gathered() {
  const pieces: Record<ColumnName, Values>[] = [];
  let rows = 0;
  return {
    add: (row: Row) => {
      const at = rows % GATHERED_ROWS;
      if (at === 0)
        pieces.push(
          Object.fromEntries(COLUMN_NAMES.map((name) => [name, WIDEST[name](GATHERED_ROWS)])) as Record<
            ColumnName,
            Values
          >,
        );
      const piece = pieces.at(-1)!;
      for (const name of COLUMN_NAMES) piece[name][at] = row[name];
      rows++;
    },
    columns: (): GatheredColumns => ({
      rows,
      column: (name) => {
        const whole = WIDEST[name](rows);
        for (const [at, piece] of pieces.entries())
          whole.set(piece[name].subarray(0, Math.min(GATHERED_ROWS, rows - at * GATHERED_ROWS)), at * GATHERED_ROWS);
        return whole;
      },
    }),
  };
}

/** Puts gathered rows in order and lays them out. `room` is for so many rows more. */
export function laidOut({ rows, column }: GatheredColumns, words: Words, shared = false, room = 0): EventStore {
  const { order, plain } = orderOf(column, rows);
  const widths: Partial<Record<ColumnName, 0 | 1 | 2 | 4>> = {};
  const constants: Partial<Record<ColumnName, number>> = {};
  for (const name of COLUMN_NAMES) {
    const values = column(name);
    const { least, most } = endsOf(values);
    widths[name] = widthOf(name, least, most);
    constants[name] = rows === 0 ? (name === "count" ? 1 : 0) : least;
  }
  const store = layOut(rows + room, widths as Widths, constants as Record<ColumnName, number>, words, shared);
  for (const name of COLUMN_NAMES) {
    const view = viewOf(store, name);
    if (view === undefined) continue;
    const values = column(name);
    for (let at = 0; at < rows; at++) view[at] = values[order[at]!]!;
  }
  store.size = rows;
  store.ordered = rows;
  store.inOrder = plain;
  noteZones(store, 0, rows);
  return store;
}

const ALWAYS: Partial<Widths> = { x: 4, y: 4, minute: 4, day: 2, hour: 1, key: 4 };

/** As narrow as the values allow; none where they are all the same. */
export function widthOf(name: ColumnName, least: number, most: number): 0 | 1 | 2 | 4 {
  const fixed = ALWAYS[name];
  if (fixed !== undefined) return fixed;
  if (least >= most) return 0;
  if (name === "count" || name === "span") return 4;
  return most < 256 ? 1 : 2;
}

function endsOf(values: Values): { readonly least: number; readonly most: number } {
  let [least, most] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}

/** By place; rows that must be read one by one come last, so that few blocks hold any. */
function orderOf(
  column: GatheredColumns["column"],
  rows: number,
): { readonly order: Uint32Array; readonly plain: number } {
  const sorted = mortonOrder(column("x") as Uint32Array, column("y") as Uint32Array);
  const [precision, count] = [column("precision"), column("count")];
  const [interval, recurring] = [TIME_PRECISIONS.indexOf("interval"), TIME_PRECISIONS.indexOf("recurring")];
  const isSpecial = (row: number) => precision[row] === interval || precision[row] === recurring || count[row] !== 1;
  const order = new Uint32Array(rows);
  let plain = 0;
  const special: number[] = [];
  for (let at = 0; at < rows; at++) {
    const row = sorted[at]!;
    if (isSpecial(row)) special.push(row);
    else order[plain++] = row;
  }
  order.set(special, plain);
  return { order, plain };
}
