// The figures of a .px file, after DATA. Without keys every cell stands there, row by row. With KEYS each row begins with what it is a row of, and rows
// that hold nothing but noughts are left out ("Data in the PX-file", Statistics Sweden's description of the format). A dash is none; one to six dots are
// no figure, and DATASYMBOL1 to 6 say what each of them means in this file.
import type { Cell } from "./cube.ts";
import type { SeriesExpectation } from "./found.ts";

export type PxCells = {
  /** Undefined where nothing was said. */
  readonly cells: readonly (Cell | undefined)[];
  readonly misread: readonly Misread[];
  /** Rows that the file leaves out, and that are noughts by the format's own word. */
  readonly leftOut: number;
};
export type Misread = { readonly line: number; readonly read: string; readonly expected: SeriesExpectation };
/** What dots mean in this file, by the dots. */
export type DotMeanings = ReadonlyMap<string, string>;
/** What the rows are called, with the place of each: one for every variable of the stub. */
export type RowKeys = readonly ReadonlyMap<string, number>[];

/** Comma, blank, tabulator and semicolon have all been written between figures. */
const TOKEN = /"([^"]*)"|[^\s,;"]+/g;
const SIGN = /^(?:-|\.{1,6})$/;

export function denseCells(data: string, count: number, meanings: DotMeanings): PxCells {
  const cells: Cell[] = [];
  for (const [token, quoted] of data.matchAll(TOKEN)) {
    if (cells.length > count) break;
    cells.push(cellOf(quoted ?? token, meanings));
  }
  return { cells, misread: [], leftOut: 0 };
}

/** `line`: where DATA stands. A row that is told to be wrong is not read, and the one after it is. */
export function keyedCells(
  data: string,
  of: { readonly line: number; readonly keys: RowKeys; readonly width: number },
  meanings: DotMeanings,
): PxCells {
  const { keys, width } = of;
  const rows = keys.reduce((product, { size }) => product * size, 1);
  const cells = Array.from<Cell | undefined>({ length: rows * width });
  const seen = new Set<number>();
  const misread: Misread[] = [];
  let isEachPlaced = true;
  for (const row of rowsIn(data, of, meanings)) {
    const tell = (expected: SeriesExpectation) =>
      misread.push({ line: row.line, read: [...row.keys, `${row.cells.length} / ${width}`].join(", "), expected });
    const place = placeOf(row.keys, keys);
    if (place === undefined) {
      tell("keys-of-the-table");
      isEachPlaced = false;
      continue;
    }
    if (seen.has(place)) {
      tell("one-figure-for-each");
      continue;
    }
    seen.add(place);
    if (row.cells.length === width) for (const [at, cell] of row.cells.entries()) cells[place * width + at] = cell;
    else tell("as-many-figures-as-columns");
  }
  if (!data.trimEnd().endsWith(";")) {
    const line = of.line + data.trimEnd().split("\n").length - 1;
    misread.push({ line, read: `${seen.size} / ${rows}`, expected: "an-end-to-the-rows" });
    isEachPlaced = false;
  }
  // A row that is left out is noughts, unless it may be one that could not be read.
  if (!isEachPlaced) return { cells, misread, leftOut: 0 };
  for (let place = 0; place < rows; place++) if (!seen.has(place)) cells.fill(0, place * width, (place + 1) * width);
  return { cells, misread, leftOut: rows - seen.size };
}

type Row = { readonly line: number; readonly keys: string[]; readonly cells: Cell[] };

function* rowsIn(
  data: string,
  { line: from, keys, width }: { readonly line: number; readonly keys: RowKeys; readonly width: number },
  meanings: DotMeanings,
): Generator<Row> {
  let row: Row | undefined;
  let line = from;
  let counted = 0;
  for (const { 0: token, 1: quoted, index } of data.matchAll(TOKEN)) {
    for (; counted < index; counted++) if (data[counted] === "\n") line += 1;
    const isComplete = row !== undefined && row.keys.length === keys.length;
    // Dots and dashes may stand in quotation marks as figures do; whatever else does is a key.
    if (quoted !== undefined && !(isComplete && SIGN.test(quoted))) {
      if (row !== undefined && (isComplete || row.cells.length > 0)) {
        yield row;
        row = undefined;
      }
      row ??= { line, keys: [], cells: [] };
      row.keys.push(quoted);
    } else {
      row ??= { line, keys: [], cells: [] };
      // One too many is enough to know.
      if (row.cells.length <= width) row.cells.push(cellOf(quoted ?? token, meanings));
    }
  }
  if (row !== undefined) yield row;
}

function placeOf(given: readonly string[], keys: RowKeys): number | undefined {
  if (given.length !== keys.length) return undefined;
  let place = 0;
  for (const [variable, known] of keys.entries()) {
    const at = known.get(given[variable]!);
    if (at === undefined) return undefined;
    place = place * known.size + at;
  }
  return place;
}

function cellOf(plain: string, meanings: DotMeanings): Cell {
  if (plain === "-") return 0;
  const number = Number(plain);
  return plain !== "" && Number.isFinite(number) ? number : (meanings.get(plain) ?? plain);
}
