// A CSV file of events as a store: blocks of rows as they are read, put in order at the end.
import { laidOut, wordsOf } from "./build.ts";
import { blockAt, CSV_ROW_BYTES, type CsvBlock } from "./csv-block.ts";
import { type CsvOptions, type CsvReport, csvReader } from "./csv-bytes.ts";
import { HOUR_PRECISION, MINUTE_PRECISION, NO_WORD } from "./csv-cells.ts";
import {
  type AreaEntry,
  type ColumnName,
  type EventStore,
  OUTSIDE,
  stateOf,
  UNDATED_DAY,
  UNKNOWN_AREA,
} from "./event-store.ts";
import { hourOfWeekOf, localDayOf, NO_HOUR } from "./local-time.ts";
import { type AreaIndex, areasOf, NO_AREA } from "./polygons.ts";

/** Areas that points are put into, numbered alike. */
export type Areas = { readonly entries: readonly AreaEntry[]; readonly index: AreaIndex };
export type CsvStoreOptions = Omit<CsvOptions, "onBlock"> & {
  readonly areas?: Areas;
  readonly shared?: boolean;
  readonly onRows?: (rows: number) => void;
};
export type CsvStore = {
  readonly feed: (chunk: Uint8Array) => void;
  /** The store, and what could not be read. An event's key is its line in the file. */
  readonly end: () => { readonly store: EventStore; readonly report: CsvReport };
};

/** @throws RangeError as csvReader does: a separator that is none, a heading without a column that was asked for. */
export function csvStore({ areas, shared = false, onRows, ...options }: CsvStoreOptions): CsvStore {
  const kept = blocksKept();
  let rows = 0;
  const reader = csvReader({
    ...options,
    onBlock: (block) => {
      kept.add(block);
      rows += block.rows;
      onRows?.(rows);
    },
  });
  return {
    feed: reader.feed,
    end: () => {
      const report = reader.end();
      const words = wordsOf(areas?.entries ?? []);
      words.category.push(...reader.categories);
      words.source.push(...reader.sources);
      const read = kept.taken();
      const column = (name: ColumnName) => columnOf(read, rows, name, words, areas?.index);
      return { store: laidOut({ rows, column }, words, shared), report };
    },
  };
}

/** Pages that the memory grows by: sixteen megabytes, some six hundred thousand rows. */
const GROWTH = 256;

/**
 * Blocks in one memory that grows and is let go of whole: as many small arrays they would be given back to the machine late or never, and ten million rows would hold twice what they need.
 */
function blocksKept() {
  let memory: WebAssembly.Memory | undefined = new WebAssembly.Memory({ initial: GROWTH });
  const places: { readonly rows: number; readonly offset: number }[] = [];
  let used = 0;
  return {
    add: (block: CsvBlock): void => {
      if (memory === undefined) return;
      const end = used + Math.ceil((block.rows * CSV_ROW_BYTES) / 8) * 8;
      while (memory.buffer.byteLength < end) memory.grow(GROWTH);
      const copy = blockAt(memory.buffer, used, block.rows);
      for (const name of ["x", "y", "minute", "span", "line", "category", "source", "placed", "precision"] as const)
        copy[name].set(block[name]);
      places.push({ rows: block.rows, offset: used });
      used = end;
    },
    taken: (): readonly CsvBlock[] => {
      const { buffer } = memory ?? new WebAssembly.Memory({ initial: 0 });
      memory = undefined;
      return places.splice(0).map(({ rows, offset }) => blockAt(buffer, offset, rows));
    },
  };
}

/** Whoever has the file may see all of it. */
const PLACED = stateOf("public", "point", "exact");
const UNPLACED = stateOf("public", "unknown", "exact");

/** A column is made when it is asked for, and let go: only the file's own numbers are kept all the time. */
function columnOf(
  blocks: readonly CsvBlock[],
  rows: number,
  name: ColumnName,
  words: { readonly category: string[]; readonly source: string[] },
  index: AreaIndex | undefined,
) {
  const filled = <Values extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(
    values: Values,
    fill: (block: CsvBlock, into: Values) => void,
  ): Values => {
    let at = 0;
    for (const block of blocks) {
      fill(block, values.subarray(at, at + block.rows) as Values);
      at += block.rows;
    }
    return values;
  };
  switch (name) {
    case "x":
      // World x 0 is kept for what has no place.
      return filled(new Uint32Array(rows), (block, into) => {
        for (let row = 0; row < block.rows; row++) into[row] = block.placed[row] === 1 ? Math.max(block.x[row]!, 1) : 0;
      });
    case "y":
      return filled(new Uint32Array(rows), (block, into) => {
        for (let row = 0; row < block.rows; row++) into[row] = block.placed[row] === 1 ? block.y[row]! : 0;
      });
    case "minute":
      return filled(new Int32Array(rows), ({ minute }, into) => into.set(minute));
    case "day":
      return filled(new Uint16Array(rows), ({ minute, rows: length }, into) => {
        const days = new Int32Array(length);
        localDayOf(minute, days);
        for (let row = 0; row < length; row++)
          into[row] = days[row]! >= 0 && days[row]! < UNDATED_DAY ? days[row]! : UNDATED_DAY;
      });
    case "hour":
      return filled(new Uint8Array(rows), ({ minute, precision, rows: length }, into) => {
        hourOfWeekOf(minute, into);
        for (let row = 0; row < length; row++)
          if (precision[row] !== MINUTE_PRECISION && precision[row] !== HOUR_PRECISION) into[row] = NO_HOUR;
      });
    case "state":
      return filled(new Uint8Array(rows), ({ placed, rows: length }, into) => {
        for (let row = 0; row < length; row++) into[row] = placed[row] === 1 ? PLACED : UNPLACED;
      });
    case "precision":
      return filled(new Uint8Array(rows), ({ precision }, into) => into.set(precision));
    case "category":
    case "source":
      return filled(new Uint16Array(rows), (block, into) => into.set(coded(block[name], words[name])));
    case "area":
      return filled(new Uint16Array(rows), ({ x, y, placed, rows: length }, into) => {
        if (index === undefined) into.fill(OUTSIDE);
        else areasOf(index, x, y, into);
        for (let row = 0; row < length; row++)
          into[row] =
            placed[row] !== 1 ? UNKNOWN_AREA : index === undefined || into[row] === NO_AREA ? OUTSIDE : into[row]! + 2;
      });
    case "key":
      return filled(new Uint32Array(rows), ({ line }, into) => into.set(line));
    case "count":
      return new Uint8Array(rows).fill(1);
    case "span":
      return filled(new Uint32Array(rows), ({ span }, into) => into.set(span));
  }
}

/** What is empty is a word as well. */
function coded(codes: Uint16Array, words: string[]): Uint16Array {
  if (!codes.includes(NO_WORD)) return codes;
  const known = words.indexOf("");
  const empty = known < 0 ? words.push("") - 1 : known;
  return codes.map((code) => (code === NO_WORD ? empty : code));
}
