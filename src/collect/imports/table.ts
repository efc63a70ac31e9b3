// A table as it comes in a file, whatever the file is: text with separators, things in JSON, a sheet of a workbook. Found out by looking: how it is written,
// where the heading stands, and what the first rows say.
import { type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Encoding, startOf } from "./bytes.ts";
import { columnsOf, type Mapping } from "./mapping.ts";
import { type Row, type Separator, type TextHow, textRows, type TextTold } from "./text-rows.ts";
import { isWorkbook, openWorkbook, textOfCell, WORKBOOK_LIMITS, type Workbook } from "./xlsx.ts";
import type { FileBytes, WorkbookWhy } from "./zip.ts";

/** How it is to be read, where that has been said; the rest is found out. */
export type TableHow = TextHow & { readonly sheet?: string | undefined };
/** How the tables of a mapping are read. */
export function howOf(mapping: Mapping): TableHow {
  const { separator, encoding, sheet } = mapping;
  return { separator, encoding, sheet, columns: columnsOf(mapping) };
}

export type Table = {
  readonly sheets: readonly string[];
  /** The one that is read, in a workbook. */
  readonly sheet: string | undefined;
  /** How the text is written: told once rows have been read. */
  readonly told: TextTold;
  readonly rows: AsyncIterable<Row>;
};

/** What packed bytes may unpack to, and how many characters of a text are enough. */
export type TableLimits = { readonly maxBytes?: number | undefined; readonly first?: number };

export async function openTable(
  file: FileBytes,
  how: TableHow = {},
  { maxBytes, first }: TableLimits = {},
): Promise<Result<Table, Refusal<WorkbookWhy>>> {
  const told: TextTold = { whole: true, encoding: "utf-8", separator: undefined };
  const [start] = await startOf(file.bytes(0, 4), 4);
  if (!isWorkbook(start))
    return yes({ sheets: [], sheet: undefined, told, rows: textRows(file.bytes(), told, how, first, maxBytes) });
  const limits = maxBytes === undefined ? WORKBOOK_LIMITS : { ...WORKBOOK_LIMITS, unpacked: maxBytes };
  const opened = await openWorkbook(file, limits);
  if (!opened.ok) return opened;
  const { sheets } = opened.value;
  const shown = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]!;
  const sheet = sheets.find(({ name }) => name === how.sheet) ?? shown;
  return yes({
    sheets: sheets.map(({ name }) => name),
    sheet: sheet.name,
    told,
    rows: sheetRows(opened.value, sheet.name, first === undefined ? undefined : ROWS_PEEKED),
  });
}

/** A sheet whose rows have been empty so long is looked at no further: millions of them take no place in a packed file. */
const ROWS_PEEKED = 20_000;

/** The rows of a sheet that say anything, without the empty cells to their right. */
async function* sheetRows(book: Workbook, sheet: string, most = Number.POSITIVE_INFINITY): AsyncIterable<Row> {
  let looked = 0;
  for await (const row of book.rows(sheet)) {
    if (++looked > most) return;
    const { number: line } = row;
    if (row.cells === undefined)
      yield { line, raw: "", expected: row.why === "workbook-too-large" ? "a-smaller-sheet" : "a-whole-file" };
    else if (row.cells.some((cell) => cell !== undefined)) yield { line, cells: row.cells.map(textOfCell) };
  }
}

/** How far down a heading is looked for: titles and remarks stand above it. */
const HEADING_WITHIN = 50;

export type Heading = { readonly line: number; readonly names: readonly string[] };
/** The heading, and then every row below it; rows above it belong to nothing. */
export type UnderHeading = Row | { readonly heading: Heading; readonly missing: readonly string[] };

/**
 * Reads past what stands above the heading. A mapping knows its heading by the columns it names, wherever it stands this time; where it names none that are
 * there, the row that looks most like a heading is it, and `missing` says what it has not.
 */
export async function* underHeading(rows: AsyncIterable<Row>, mapping?: Mapping): AsyncIterable<UnderHeading> {
  const wanted = mapping === undefined ? [] : columnsOf(mapping);
  const above: Row[] = [];
  let isFound = false;
  const found = function* (at: number): Iterable<UnderHeading> {
    isFound = true;
    const names = headingOf(above[at]?.cells ?? []);
    if (above[at] === undefined) return yield* above;
    yield* above.slice(0, at).filter(({ cells }) => cells === undefined);
    yield { heading: { line: above[at].line, names }, missing: wanted.filter((column) => !names.includes(column)) };
    yield* above.slice(at + 1);
  };
  for await (const row of rows) {
    if (isFound) yield row;
    else {
      above.push(row);
      const names = wanted.length > 0 && row.cells !== undefined ? headingOf(row.cells) : [];
      if (wanted.length > 0 && wanted.every((column) => names.includes(column))) yield* found(above.length - 1);
      else if (above.length >= HEADING_WITHIN) yield* found(likelyHeading(above));
    }
  }
  if (!isFound) yield* found(likelyHeading(above));
}

/** The names of the columns, each its own: a second "Datum" is "Datum (2)". */
export function headingOf(cells: readonly string[]): readonly string[] {
  const names: string[] = [];
  const taken = new Set<string>();
  const last = new Map<string, number>();
  for (const cell of cells) {
    const name = cell.trim();
    let own = name;
    let number = last.get(name) ?? 1;
    while (own !== "" && taken.has(own)) own = `${name} (${++number})`;
    last.set(name, number);
    taken.add(own);
    names.push(own);
  }
  while (names.length > 1 && names.at(-1) === "") names.pop();
  return names;
}

const LOOKS_LIKE_A_VALUE = /^[-+]?\d[\d\s.,:/-]*$/;

/**
 * Which of the first rows is the heading: the first that is about as wide as the table is and names its columns, each with a word of its own and none with a
 * number or a day. -1 where there is no row at all.
 */
export function likelyHeading(rows: readonly Row[]): number {
  const filled = rows.map(({ cells = [] }) => cells.filter((cell) => cell.trim() !== ""));
  const usual = median(filled.map(({ length }) => length).filter((length) => length > 0));
  const found = filled.findIndex(
    (cells) =>
      cells.length >= Math.max(1, usual * 0.6) &&
      new Set(cells).size === cells.length &&
      !cells.some((cell) => LOOKS_LIKE_A_VALUE.test(cell.trim())),
  );
  return found >= 0 ? found : rows.findIndex(({ cells }) => cells !== undefined);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

export type Peeked = {
  readonly form: "text" | "json" | "workbook";
  readonly encoding: Encoding;
  readonly separator: Separator | undefined;
  /** What stands before the decimals, where any number in the first rows has them. */
  readonly decimal: "," | "." | undefined;
  readonly sheets: readonly string[];
  readonly sheet: string | undefined;
  /** The first rows of the file, from which another heading can be chosen. */
  readonly top: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly headingLine: number;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
};
export type PeekHow = TableHow & { readonly headingLine?: number | undefined; readonly mapping?: Mapping | undefined };

const ROWS_SHOWN = 8;
const TOP_SHOWN = 15;
const CELL_SHOWN = 200;

/** How a table begins: enough to say which column is what. */
export async function peekTable(
  file: FileBytes,
  how: PeekHow = {},
  maxBytes?: number,
): Promise<Result<Peeked, Refusal<WorkbookWhy>>> {
  const opened = await openTable(
    file,
    { ...(how.mapping && howOf(how.mapping)), ...how },
    { maxBytes, first: 64 * 1024 },
  );
  if (!opened.ok) return opened;
  const { sheets, sheet, told, rows } = opened.value;
  const first: Row[] = [];
  for await (const row of rows) if (first.push(row) >= HEADING_WITHIN) break;
  // The last of a text may be half a row.
  const chosen = first.findIndex(({ line, cells }) => line === how.headingLine && cells !== undefined);
  const at = chosen >= 0 ? chosen : await headingIn(first, how.mapping);
  const heading = headingOf(first[at]?.cells ?? []);
  const below = first.slice(at + 1).flatMap(({ cells }) => (cells === undefined ? [] : [cells.map(cut)]));
  return yes({
    form: sheet !== undefined ? "workbook" : told.separator === undefined ? "json" : "text",
    encoding: told.encoding,
    separator: told.separator,
    decimal: decimalOf(below),
    sheets,
    sheet,
    top: first
      .flatMap(({ line, cells }) => (cells === undefined ? [] : [{ line, cells: cells.map(cut) }]))
      .slice(0, TOP_SHOWN),
    headingLine: first[at]?.line ?? 0,
    heading,
    rows: below.slice(0, ROWS_SHOWN),
  });
}

async function headingIn(first: readonly Row[], mapping: Mapping | undefined): Promise<number> {
  for await (const one of underHeading(each(first), mapping))
    if ("heading" in one) return first.findIndex(({ line }) => line === one.heading.line);
  return -1;
}

async function* each<T>(list: readonly T[]): AsyncIterable<T> {
  yield* list;
}

function cut(cell: string): string {
  return cell.length > CELL_SHOWN ? `${cell.slice(0, CELL_SHOWN - 1)}…` : cell;
}

function decimalOf(rows: readonly (readonly string[])[]): "," | "." | undefined {
  const cells = rows.flat();
  const [commas, points] = [/^\s*[-+]?\d+,\d+\s*$/, /^\s*[-+]?\d+\.\d+\s*$/].map(
    (pattern) => cells.filter((cell) => pattern.test(cell)).length,
  ) as [number, number];
  return commas === 0 && points === 0 ? undefined : commas > points ? "," : ".";
}

/** Why a table cannot be read by this mapping at all; faults on single lines are no reason. */
export function refusedTable(
  mapping: Mapping | undefined,
  peeked: Peeked | undefined,
): Refusal<"file-is-empty" | "not-a-table" | "mapping-needed" | "column-missing"> | undefined {
  if (peeked === undefined || peeked.heading.every((name) => name === "")) return { why: "file-is-empty" };
  if (peeked.heading.some((name) => /\p{Cc}/u.test(name.replaceAll(/\s/g, "")))) return { why: "not-a-table" };
  if (mapping === undefined) return { why: "mapping-needed", field: "mapping" };
  const column = columnsOf(mapping).find((name) => !peeked.heading.includes(name));
  if (column === undefined) return undefined;
  return { why: "column-missing", field: "mapping", detail: { column, heading: peeked.heading.join(", ") } };
}
