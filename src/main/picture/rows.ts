// A CSV for `samsyn picture` row by row: what a table is made of, and positions in metres. Which character parts the columns is seen from the heading where nobody has said.
import { parse } from "csv-parse";
import type { EventRow } from "../../picture/answers/event-table.ts";
import { type CsvHeading, csvHeading } from "../../picture/columns/csv-heading.ts";
import { inUtf8 } from "../../picture/columns/utf8.ts";
import { openBytes } from "./bytes.ts";
import { numberOf } from "./options.ts";
import { Refused } from "../sentences.ts";

/** The heading of what begins like this. Throws Refused where it is no table of text. */
export function headingOf(file: string, beginning: Uint8Array, separator?: string): CsvHeading {
  if (beginning.byteLength === 0) throw new Refused(`${file} är tom. / ${file} is empty.`);
  if (beginning[0] === 0x50 && beginning[1] === 0x4b)
    throw new Refused(
      `${file} är ett kalkylark eller en zip-fil. Spara bladet som CSV (UTF-8) först. / ${file} is a spreadsheet or a zip file. Save the sheet as CSV (UTF-8) first.`,
    );
  if ((beginning[0] === 0xff && beginning[1] === 0xfe) || (beginning[0] === 0xfe && beginning[1] === 0xff))
    throw new Refused(
      `${file} är skriven i UTF-16. Spara den som CSV (UTF-8). / ${file} is written in UTF-16. Save it as CSV (UTF-8).`,
    );
  const text = new TextDecoder().decode(inUtf8(beginning)(beginning));
  const heading = csvHeading(text, separator);
  if (beginning.subarray(0, 1000).includes(0) || /^\s*[{[<]/.test(text) || heading.columns.every((name) => name === ""))
    throw new Refused(
      `${file} är ingen CSV: den ska börja med en rad av kolumnnamn. / ${file} is no CSV: it must begin with a line of column names.`,
    );
  return heading;
}

/** The column's own spelling; case aside. Throws Refused with the columns there are. */
export function columnOf(file: string, { columns }: CsvHeading, asked: string): string {
  const same = (name: string) => name.toLowerCase() === asked.trim().toLowerCase();
  const found = columns.find((name) => name === asked) ?? columns.find(same);
  if (found !== undefined) return found;
  const few = columns.length === 1;
  throw new Refused(
    `${file} har ingen kolumn «${asked}». Den har: ${columns.join(", ")}.${few ? " Är det ett annat tecken mellan kolumnerna? Ange det med --separator." : ""} / There is no column "${asked}". There are: ${columns.join(", ")}.${few ? " Is there another character between the columns? Name it with --separator." : ""}`,
  );
}

export type ReadRows = { readonly rows: readonly EventRow[]; readonly heading: CsvHeading };

/** All rows of a file. */
export async function readRows(file: string, separator?: string): Promise<ReadRows> {
  const { beginning, chunks } = await openBytes(file);
  const heading = headingOf(file, beginning, separator);
  // csv-parse counts lines itself, so that a quoted line break does not shift every line after it.
  const parser = parse({
    delimiter: heading.separator,
    columns: (names: string[]) => names.map((name) => name.trim()),
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const rows: EventRow[] = [];
  const feeding = fed(chunks, inUtf8(beginning), parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>)
      rows.push({ line: info.lines, cells: record });
  } catch (error) {
    if (error instanceof Refused) throw error;
    const { lines } = error as { lines?: number };
    throw new Refused(
      `${file}${lines === undefined ? "" : `, rad ${lines}`}: raden går inte att dela i kolumner (${(error as Error).message}). Står det ett citattecken för mycket? / ${lines === undefined ? file : `Line ${lines}`}: the line cannot be parted into columns. Is there a quotation mark too many?`,
    );
  } finally {
    await feeding;
  }
  return { rows, heading };
}

/** Ends the parser with the error that ended the bytes. */
async function fed(
  chunks: AsyncIterable<Uint8Array>,
  decoded: (chunk: Uint8Array) => Uint8Array,
  parser: ReturnType<typeof parse>,
): Promise<void> {
  try {
    for await (const chunk of chunks) {
      if (parser.destroyed) return;
      if (!parser.write(decoded(chunk)))
        await new Promise((resolve) => parser.once("drain", resolve).once("close", resolve));
    }
    parser.end();
  } catch (error) {
    parser.destroy(error as Error);
  }
}

/** A cell as text; nothing where the line ends before it. */
export const textAt = ({ cells }: EventRow, column: string): string => (cells[column] ?? "").trim();

/** A cell as a number; throws Refused with line and column where it is none, or not one that is wanted. */
export function numberAt(
  file: string,
  row: EventRow,
  column: string,
  wanted: "above-zero" | "count" | "any" = "any",
): number {
  const { line } = row;
  const said = textAt(row, column);
  const value = numberOf(said);
  const sound =
    wanted === "any"
      ? Number.isFinite(value)
      : wanted === "count"
        ? Number.isInteger(value) && value >= 0
        : value > 0 && value < Infinity;
  if (sound) return value;
  const [sv, en] = {
    any: ["ett tal", "a number"],
    count: ["ett helt tal från 0", "a whole number from 0"],
    "above-zero": ["ett tal över noll", "a number above zero"],
  }[wanted] as [string, string];
  throw new Refused(
    `${file}, rad ${line}, ${column}: «${said}» ska vara ${sv}. / ${file}, line ${line}, ${column}: "${said}" must be ${en}.`,
  );
}
