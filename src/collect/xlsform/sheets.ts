// The workbook an XLSForm lies in: three sheets of named columns, read with limits, since anybody may have made it.
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { bytesInMemory, type WorkbookWhy } from "../imports/zip.ts";
import { isWorkbook, openWorkbook, textOfCell, WORKBOOK_LIMITS, type Workbook } from "../imports/xlsx.ts";

export type SheetLine = {
  /** As Excel numbers it. */
  readonly row: number;
  /** What stands in each column that says anything, by its name in small letters. */
  readonly cells: Readonly<Record<string, string>>;
};
export type FormSheet = {
  /** As the sheet spells its columns, and as `cells` calls them. */
  readonly columns: readonly { readonly name: string; readonly called: string }[];
  readonly lines: readonly SheetLine[];
};
export type FormSheets = {
  readonly survey: FormSheet | undefined;
  readonly choices: FormSheet | undefined;
  readonly settings: FormSheet | undefined;
  /** Sheets that are none of the three. */
  readonly others: readonly string[];
};

export type SheetsWhy = WorkbookWhy | "file-is-empty" | "not-an-xlsform" | "form-too-long";

/** A form that somebody is to answer is not longer than this; a list of choices may be. */
const MOST_ROWS = 5000;
const LIMITS = { ...WORKBOOK_LIMITS, unpacked: 50 * 1024 * 1024, columns: 200, sharedText: 8 * 1024 * 1024 };
const SHEETS = ["survey", "choices", "settings"] as const;

export async function readSheets(bytes: Uint8Array): Promise<Result<FormSheets, Refusal<SheetsWhy>>> {
  if (bytes.length === 0) return no("file-is-empty");
  if (!isWorkbook(bytes)) return no("not-an-xlsform");
  const opened = await openWorkbook(bytesInMemory(bytes), LIMITS);
  if (!opened.ok) return opened;
  const book = opened.value;
  const found: Partial<Record<(typeof SHEETS)[number], FormSheet>> = {};
  for (const wanted of SHEETS) {
    const sheet = book.sheets.find(({ name }) => name.trim().toLowerCase() === wanted);
    if (sheet === undefined) continue;
    const read = await readSheet(book, sheet.name);
    if (!read.ok) return read;
    found[wanted] = read.value;
  }
  const others = book.sheets.map(({ name }) => name).filter((name) => !isOne(name));
  return yes({ survey: found.survey, choices: found.choices, settings: found.settings, others });
}

function isOne(name: string): boolean {
  return (SHEETS as readonly string[]).includes(name.trim().toLowerCase());
}

async function readSheet(book: Workbook, sheet: string): Promise<Result<FormSheet, Refusal<SheetsWhy>>> {
  let columns: readonly { readonly name: string; readonly called: string }[] | undefined;
  const lines: SheetLine[] = [];
  for await (const row of book.rows(sheet)) {
    if (row.cells === undefined) return no(row.why);
    const texts = row.cells.map((cell) => textOfCell(cell).trim());
    if (texts.every((text) => text === "")) continue;
    if (columns === undefined) {
      columns = texts.map((name) => ({ name, called: called(name) }));
      continue;
    }
    if (lines.length >= MOST_ROWS) return no("form-too-long", { detail: { sheet, most: MOST_ROWS } });
    const cells: Record<string, string> = {};
    for (const [place, text] of texts.entries()) {
      const name = columns[place]?.called ?? "";
      if (text !== "" && name !== "") cells[name] ??= text;
    }
    lines.push({ row: row.number, cells });
  }
  return yes({ columns: (columns ?? []).filter(({ called: name }) => name !== ""), lines });
}

/** «Label :: Svenska (sv)», «label:Svenska (sv)» and «label::svenska (sv)» are one column; so are «list name» and «list_name». */
function called(name: string): string {
  const [first = "", ...rest] = name
    .trim()
    .toLowerCase()
    .split(/::?/)
    .map((part) => part.trim());
  return [first.replaceAll(/\s+/g, "_"), ...rest].join("::");
}

/** A sheet as it is to be written: a heading, and the cells of each row under it. */
export type SheetToWrite = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
};
