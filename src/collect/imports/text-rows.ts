// The rows of a file of text: a table of cells (the parsing of the format is csv-parse's), or things in JSON.
import { parse } from "csv-parse";
import { type Bytes, type Encoding, textOf, type Told, unpacked } from "./bytes.ts";
import type { Expectation } from "./import-report.ts";
import { isJson, jsonRows } from "./json-rows.ts";

export const SEPARATORS = [",", ";", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];
/** A row longer than this is a quote that was opened and never closed. */
const ROW_LIMIT = 1024 * 1024;

/** What is found out of a text on the way: how it is written, and whether it ended where it should. */
export type TextTold = Told & { separator: Separator | undefined };
export type TextHow = {
  readonly separator?: Separator | undefined;
  readonly encoding?: Encoding | undefined;
  /** Names that stand in the heading, where a mapping tells. */
  readonly columns?: readonly string[] | undefined;
};

/** What the format does not allow comes as a row without cells. */
export type Row = { readonly line: number } & (
  | { readonly cells: string[] }
  | { readonly cells?: undefined; readonly raw: string; readonly expected: Expectation }
);

/** The rows of the file as cells, with the line each begins on. `first`: so many characters are enough. */
export async function* textRows(
  bytes: Bytes,
  told: TextTold,
  how: TextHow,
  first?: number,
  maxBytes?: number,
): AsyncIterable<Row> {
  const text = textOf(unpacked(bytes, told, maxBytes), told, how.encoding)[Symbol.asyncIterator]();
  let start = "";
  while (!/[\r\n]/.test(start.trimStart()) && start.length < ROW_LIMIT) {
    const next = await text.next();
    if (next.done === true) break;
    start += next.value;
  }
  if (start.startsWith(BYTE_ORDER_MARK)) start = start.slice(1);
  if (isJson(start)) {
    for await (const row of jsonRows(rest(text, undefined, start)))
      yield row.cells === undefined ? { ...row, expected: "an-object" } : row;
    return;
  }
  const separator = how.separator ?? separatorOf(start.trimStart().split(/[\r\n]+/, LOOKED_AT), how.columns);
  told.separator = separator;
  // As long as nothing is quoted a row is a line: most files of many rows are no more than that.
  let [line, given] = [1, start.length];
  let isOver = false;
  for (;;) {
    if (!isPlain(start)) break;
    const lines = start.split("\n");
    start = isOver ? "" : lines.pop()!;
    for (const one of lines) {
      const row = one.endsWith("\r") ? one.slice(0, -1) : one;
      if (row !== "") yield { line, cells: row.split(separator) };
      line += 1;
    }
    if (isOver) return;
    const next = first !== undefined && given > first ? undefined : await text.next();
    if (next === undefined || next.done === true) isOver = true;
    else {
      start += next.value;
      given += next.value.length;
    }
  }
  yield* quotedRows(start, isOver ? [] : rest(text, first === undefined ? undefined : first - given), separator, line);
}
const BYTE_ORDER_MARK = "\ufeff";

/** Neither quoted, nor with line ends of its own kind, nor without any. */
function isPlain(text: string): boolean {
  return !text.includes('"') && text.length < ROW_LIMIT && !/\r[^\n]/.test(text);
}

async function* rest(text: AsyncIterator<string>, most = Number.POSITIVE_INFINITY, start = ""): AsyncIterable<string> {
  let given = 0;
  if (start !== "") yield start;
  for (let next = await text.next(); next.done !== true; next = await text.next()) {
    if ((given += next.value.length) > most) return;
    yield next.value;
  }
}

async function* quotedRows(
  start: string,
  text: AsyncIterable<string> | Iterable<string>,
  separator: Separator,
  firstLine: number,
): AsyncIterable<Row> {
  // What is broken, and how many records came before it.
  const broken: { readonly after: number; readonly expected: Expectation }[] = [];
  let [line, given] = [firstLine, 0];
  const parser = parse({
    delimiter: separator,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: ROW_LIMIT,
    on_skip: (error) => {
      const expected = error?.code === "CSV_MAX_RECORD_SIZE" ? "a-row-no-longer-than-a-megabyte" : "a-closed-quote";
      broken.push({ after: Number(error?.["records"] ?? 0), expected });
      return undefined;
    },
  });
  const brokenSoFar = (): Row[] => {
    const isNext = broken.findIndex(({ after }) => after > given);
    const next = broken.splice(0, isNext < 0 ? broken.length : isNext);
    return next.map(({ expected }) => ({ line, raw: "", expected }));
  };
  const feed = async () => {
    if (start !== "" && !parser.write(start)) await drained(parser);
    for await (const piece of text) {
      if (parser.destroyed) break;
      if (piece !== "" && !parser.write(piece)) await drained(parser);
    }
    parser.end();
  };
  const feeding = feed();
  // Heard below; without this an error here before that would be nobody's.
  feeding.catch((error: unknown) => parser.destroy(error as Error));
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    yield* brokenSoFar();
    // `lines` is where the record ends; a quoted cell may have begun it lines before.
    const within = record.reduce((sum, cell) => sum + (cell.includes("\n") ? cell.split("\n").length - 1 : 0), 0);
    yield { line: firstLine - 1 + info.lines - within, cells: record };
    line = firstLine + info.lines;
    given += 1;
  }
  await feeding;
  yield* brokenSoFar();
}

function drained(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      parser.off("drain", done);
      parser.off("close", done);
      resolve();
    };
    parser.once("drain", done);
    parser.once("close", done);
  });
}

/** A title or two may stand over the heading. */
const LOOKED_AT = 30;

/**
 * The separator under which a line is the heading that was expected; else the one that most of the first lines have equally many of, and of those the one
 * there is most of.
 */
function separatorOf(lines: readonly string[], columns: readonly string[] = []): Separator {
  const weight = (separator: Separator) => {
    const often = new Map<number, number>();
    let [most, isExpected] = [0, false];
    for (const line of lines) {
      const cells = line.split(separator);
      if (cells.length === 1) continue;
      often.set(cells.length, (often.get(cells.length) ?? 0) + 1);
      most = Math.max(most, cells.length);
      const names = columns.length < 2 ? [] : cells.map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
      isExpected ||= columns.length > 1 && columns.every((column) => names.includes(column));
    }
    return (isExpected ? 1e9 : 0) + Math.max(0, ...often.values()) * 1e6 + most;
  };
  return SEPARATORS.toSorted((a, b) => weight(b) - weight(a))[0]!;
}
