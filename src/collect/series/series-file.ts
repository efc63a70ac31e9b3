// From the bytes of a file to what it says: whose form it has is seen by the file itself, never by its name.
import { parse } from "csv-parse/sync";
import { type Bytes, piecesOf, textOf, type Told, unpacked } from "../imports/bytes.ts";
import { isWorkbook, openWorkbook, textOfCell, WORKBOOK_LIMITS } from "../imports/xlsx.ts";
import { bytesInMemory, type WorkbookWhy } from "../imports/zip.ts";
import { BRA_INDICATORS, BRA_OFFENCES, KOLADA, publisherOfTable } from "./publishers.ts";
import { isBraIndicators, readBraIndicators, type Sheet } from "./bra-indicators.ts";
import { isBraOffences, readBraOffences } from "./bra-offences.ts";
import { type Cube, readCube } from "./cube.ts";
import type { SeriesFile, SeriesKind } from "./found.ts";
import { cubeOfJsonStat, isJsonStat } from "./json-stat.ts";
import { isKolada, isKoladaTable, readKolada, readKoladaTable } from "./kolada.ts";
import { cubeOfPx, isPx } from "./px.ts";
import { cubeOfPrinted } from "./printed-table.ts";
import { textOfPx } from "./px-letters.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { readDay } from "../../ground/time.ts";

export type SeriesFileWhy =
  | "file-is-empty"
  | "not-a-series-file"
  | "table-too-large"
  | "px-keys-unclear"
  | "file-cut-off"
  | WorkbookWhy;
/** A workbook of statistics has some dozens of sheets of some kilobytes. More is no such workbook, or one made to fill a memory. */
const LIMITS = { ...WORKBOOK_LIMITS, entries: 500, unpacked: 20 * 1024 * 1024, sharedText: 8 * 1024 * 1024 };

/** A sheet of indicators has a row for each area; whatever stands below this is something else. */
const MOST_ROWS = 2000;

/** A whole country's table has some hundred thousand rows, each held in memory while it is read. */
const MOST_LINES = 200_000;

/** Never throws for what stands in a file. */
export async function readSeriesFile(
  given: Uint8Array,
  maxBytes?: number,
): Promise<Result<SeriesFile, Refusal<SeriesFileWhy>>> {
  const opened = await openFile(given, maxBytes);
  if (!opened.ok) return opened;
  const bytes = opened.value;
  if (isWorkbook(bytes)) {
    const sheets = await sheetsOf(bytes);
    if (!sheets.ok) return sheets;
    if (!isBraIndicators(sheets.value)) return no("not-a-series-file", { field: "file" });
    return yes({
      kind: "bra-indicators",
      publisher: BRA_INDICATORS,
      asOf: undefined,
      ...readBraIndicators(sheets.value),
    });
  }
  const px = textOfPx(bytes);
  if (isPx(px)) {
    const cube = cubeOfPx(px);
    return cube.ok ? yes(ofCube("px", cube.value)) : cube;
  }
  const text = await textIn(bytes);
  return isJsonText(text) ? ofJson(text) : ofTable(text);
}

/** The table of a file in one of the forms that statistical databases give (json-stat2, PC-Axis, Excel, CSV), as it stands there. Never throws either. */
export async function readTableFile(
  given: Uint8Array,
  maxBytes?: number,
): Promise<Result<Cube, Refusal<SeriesFileWhy>>> {
  const opened = await openFile(given, maxBytes);
  if (!opened.ok) return opened;
  if (isWorkbook(opened.value)) {
    const sheets = await sheetsOf(opened.value);
    return sheets.ok ? printedIn(sheets.value[0]?.rows ?? []) : sheets;
  }
  const px = textOfPx(opened.value);
  if (isPx(px)) return cubeOfPx(px);
  const text = await textIn(opened.value);
  if (!isJsonText(text))
    return printedIn((cellsIn(text, MOST_LINES, headingIn(text)) ?? []).map(({ record }) => record));
  const value = jsonIn(text);
  if (!value.ok) return value;
  return isJsonStat(value.value) ? tableOf(value.value) : no("not-a-series-file", { field: "file" });
}

function printedIn(rows: readonly (readonly string[])[]): Result<Cube, Refusal<SeriesFileWhy>> {
  const cube = cubeOfPrinted(rows);
  return cube === undefined ? no("not-a-series-file", { field: "file" }) : yes(cube);
}

/** The line that says how its cells are parted: a title before it may have commas of its own. */
function headingIn(text: string): string | undefined {
  return text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .find((line) => /\d{4}"?\s*$/.test(line) && /[;\t]|",/.test(line));
}

/** Its bytes, unpacked where it was packed. */
async function openFile(
  given: Uint8Array,
  maxBytes: number | undefined,
): Promise<Result<Uint8Array, Refusal<SeriesFileWhy>>> {
  if (given.length === 0) return no("file-is-empty", { field: "file" });
  const told: Told = { whole: true, encoding: "utf-8" };
  const bytes = await together(unpacked(piecesOf(given), told, maxBytes));
  return told.whole ? yes(bytes) : no("file-cut-off", { field: "file" });
}

async function textIn(bytes: Uint8Array): Promise<string> {
  const told: Told = { whole: true, encoding: "utf-8" };
  return (await all(textOf(piecesOf(bytes), told))).replace(/^\ufeff/, "");
}

const isJsonText = (text: string) => /^\s*(?:\{\s*"|\[\s*[{["])/.test(text);

/** Each row at its place, so that a remark on it names the row that a person sees. */
async function sheetsOf(bytes: Uint8Array): Promise<Result<readonly Sheet[], Refusal<WorkbookWhy>>> {
  const opened = await openWorkbook(bytesInMemory(bytes), LIMITS);
  if (!opened.ok) return opened;
  const sheets: Sheet[] = [];
  for (const { name } of opened.value.sheets) {
    const rows: string[][] = [];
    for await (const row of opened.value.rows(name)) {
      if (row.cells === undefined) return no(row.why, { field: "file" });
      if (row.number > MOST_ROWS) break;
      while (rows.length < row.number - 1) rows.push([]);
      rows.push(row.cells.map(textOfCell));
    }
    sheets.push({ name, rows });
  }
  return yes(sheets);
}

function ofCube(kind: SeriesKind, cube: Cube): SeriesFile {
  return { kind, publisher: publisherOfTable(cube.source, cube.copyright), asOf: cube.updated, ...readCube(cube) };
}

function ofJson(text: string): Result<SeriesFile, Refusal<SeriesFileWhy>> {
  const parsed = jsonIn(text);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  if (isJsonStat(value)) {
    const cube = tableOf(value);
    return cube.ok ? yes(ofCube("json-stat", cube.value)) : cube;
  }
  if (!isKolada(value)) return no("not-a-series-file", { field: "file" });
  const kept = (value as { readonly kolada?: { readonly fetchedAt?: unknown } }).kolada;
  const fetched = typeof kept?.fetchedAt === "string" ? readDay(kept.fetchedAt.slice(0, 10)) : undefined;
  return yes({ kind: "kolada", publisher: KOLADA, asOf: fetched, ...readKolada(value) });
}

function jsonIn(text: string): Result<unknown, Refusal<SeriesFileWhy>> {
  try {
    return yes(JSON.parse(text) as unknown);
  } catch {
    return no(isJson(text.slice(0, text.search(/[\r\n]|$/))) ? "not-a-series-file" : "file-cut-off", { field: "file" });
  }
}

function tableOf(value: Parameters<typeof cubeOfJsonStat>[0]): Result<Cube, Refusal<SeriesFileWhy>> {
  const cube = cubeOfJsonStat(value);
  return cube === undefined ? no("table-too-large", { field: "file" }) : yes(cube);
}

/** A first line that is whole by itself begins a file of many such lines, and none that was cut off. */
function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

function ofTable(text: string): Result<SeriesFile, Refusal<SeriesFileWhy>> {
  const heading = cellsIn(text, 1)?.[0]?.record.map((name) => name.trim()) ?? [];
  const isOffences = isBraOffences(heading);
  // Seen by its first line, so that a large file of something else is neither read to its end nor called too large.
  if (!isOffences && !isKoladaTable(heading)) return no("not-a-series-file", { field: "file" });
  const lines = cellsIn(text, MOST_LINES + 1);
  if (lines === undefined) return no("not-a-series-file", { field: "file" });
  if (lines.length > MOST_LINES) return no("table-too-large", { field: "file" });
  const rows = lines.slice(1).map(({ record, info }) => ({
    line: info.lines,
    row: Object.fromEntries(heading.map((name, place) => [name, record[place] ?? ""])),
  }));
  return isOffences
    ? yes({ kind: "bra-offences", publisher: BRA_OFFENCES, asOf: undefined, ...readBraOffences(rows) })
    : yes({ kind: "kolada", publisher: KOLADA, asOf: undefined, ...readKoladaTable(rows) });
}

type Line = { readonly record: string[]; readonly info: { readonly lines: number } };

/** At most so many lines of it, parted as its first line is, or another that is handed in; undefined for what is no table. */
function cellsIn(
  text: string,
  to: number,
  first = text.slice(0, text.search(/[\r\n]|$/)),
): readonly Line[] | undefined {
  const delimiter = [";", "\t", ","].find((sign) => first.includes(sign)) ?? ",";
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 64_000,
      to,
    }) as unknown as readonly Line[];
  } catch {
    return undefined;
  }
}

async function together(bytes: Bytes): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    length += piece.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

async function all(text: AsyncIterable<string>): Promise<string> {
  let whole = "";
  for await (const piece of text) whole += piece;
  return whole;
}
