// An Excel workbook (.xlsx, ECMA-376) a row at a time. What a person sees in a cell is what comes out: a formula's kept value, a date as a day, a number without
// the last digits that only binary numbers have. Nothing is carried out or fetched: no formula, no macro, no link.
import { SaxesParser } from "saxes";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { addDays, type Day } from "../../ground/time.ts";
import { textOf, type Told } from "./bytes.ts";
import { type FileBytes, openZip, PACK_LIMITS, type PackLimits, type Zip, type WorkbookWhy } from "./zip.ts";

export type SheetCell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number }
  /** By the clock on the wall, as ISO 8601 without a zone: "2026-11-24", "2026-11-24 18:30", "18:30:05". */
  | { readonly kind: "time"; readonly text: string }
  | { readonly kind: "truth"; readonly value: boolean }
  /** What Excel shows where a formula has no answer ("#DIV/0!"), or "" where it was never reckoned. */
  | { readonly kind: "fault"; readonly text: string };

/** A row as it stands, empty cells undefined; or, as the last, why no more can be read. */
export type SheetRow = { readonly number: number } & (
  | { readonly cells: readonly (SheetCell | undefined)[] }
  | { readonly cells?: undefined; readonly why: WorkbookWhy }
);

export type Sheet = { readonly name: string; readonly isHidden: boolean };
export type Workbook = {
  /** In the order of the tabs. */
  readonly sheets: readonly Sheet[];
  /** The rows of a sheet from the top; a name no sheet has gives none. */
  readonly rows: (sheet: string) => AsyncIterable<SheetRow>;
};

export type WorkbookLimits = PackLimits & {
  /** Columns to the right of this hold no table. */
  readonly columns: number;
  /** Characters in the list of texts that the sheets share: all that is held in memory. */
  readonly sharedText: number;
};
export const WORKBOOK_LIMITS: WorkbookLimits = { ...PACK_LIMITS, columns: 2000, sharedText: 64 * 1024 * 1024 };

/** Whether bytes that begin so may be a workbook: packed, or in the older form that is told from it and refused. */
export function isWorkbook([a, b, c, d]: Uint8Array): boolean {
  return (a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04) || isOlder([a, b, c, d]);
}
/** The container of .xls, and of an .xlsx with a password. */
function isOlder([a, b, c, d]: readonly (number | undefined)[]): boolean {
  return a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0;
}

/** Opens a workbook: its sheets by name, their rows when they are asked for. */
export async function openWorkbook(
  file: FileBytes,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): Promise<Result<Workbook, Refusal<WorkbookWhy>>> {
  for await (const start of file.bytes(0, 4)) if (isOlder([...start])) return no("older-workbook");
  const zip = await openZip(file, limits);
  if (!zip.ok) return zip;
  const book = new Book(zip.value, limits);
  const why = await book.open();
  return why === undefined ? yes({ sheets: book.sheets, rows: (sheet) => book.rows(sheet) }) : no(why);
}

/** A cell as it would stand in a text file: numbers with a decimal point, truth as Excel says it in Swedish files and English ones alike. */
export function textOfCell(cell: SheetCell | undefined): string {
  if (cell === undefined) return "";
  if (cell.kind === "number") return numberText(cell.value);
  return cell.kind === "truth" ? String(cell.value) : cell.text;
}

/** Fifteen digits are what Excel shows and reckons with; 0.1 + 0.2 is 0.3 there. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(15)));
}

type Attributes = Readonly<Record<string, string>>;
type Heard = {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};
/** Said out of the middle of reading, and caught where the reading was begun. */
class Unreadable extends Error {
  readonly why: WorkbookWhy;
  constructor(why: WorkbookWhy) {
    super(why);
    this.why = why;
  }
}

class Book {
  sheets: readonly Sheet[] = [];
  readonly #zip: Zip;
  readonly #limits: WorkbookLimits;
  readonly #paths = new Map<string, string>();
  #stylesAt: string | undefined;
  #textsAt: string | undefined;
  #is1904 = false;
  #styles: readonly NumberLook[] | undefined;
  #texts: readonly string[] | undefined;

  constructor(zip: Zip, limits: WorkbookLimits) {
    this.#zip = zip;
    this.#limits = limits;
  }

  async open(): Promise<WorkbookWhy | undefined> {
    try {
      const top = await this.#relations("");
      const at = [...top.values()].find(({ type }) => type.endsWith("/officeDocument"))?.target;
      if (at === undefined || !this.#zip.names.includes(at)) return "not-a-workbook";
      await this.#readBook(at, await this.#relations(at));
      return this.sheets.length === 0 ? "not-a-workbook" : undefined;
    } catch (error) {
      if (error instanceof Unreadable) return error.why;
      throw error;
    }
  }

  async #readBook(at: string, relations: ReadonlyMap<string, Relation>): Promise<void> {
    const byType = (type: string) => [...relations.values()].find((one) => one.type.endsWith(type))?.target;
    this.#stylesAt = byType("/styles");
    this.#textsAt = byType("/sharedStrings");
    const sheets: Sheet[] = [];
    await this.#hear(at, {
      open: (name, attributes) => {
        if (name === "workbookPr") this.#is1904 = isTrue(attributes["date1904"]);
        if (name !== "sheet") return;
        const relation = relations.get(attributes["id"] ?? "");
        const called = attributes["name"] ?? "";
        // A sheet that is only a chart has no rows.
        if (sheets.length >= MOST_SHEETS) throw new Unreadable("workbook-too-large");
        if (relation === undefined || !relation.type.endsWith("/worksheet") || this.#paths.has(called)) return;
        this.#paths.set(called, relation.target);
        sheets.push({ name: called, isHidden: attributes["state"] !== undefined && attributes["state"] !== "visible" });
      },
    });
    this.sheets = sheets;
  }

  /** What a part of the workbook points at, by the name it points with. */
  async #relations(of: string): Promise<ReadonlyMap<string, Relation>> {
    const folder = of.includes("/") ? of.slice(0, of.lastIndexOf("/") + 1) : "";
    const found = new Map<string, Relation>();
    const at = `${folder}_rels/${of.slice(folder.length)}.rels`;
    if (!this.#zip.names.includes(at)) return found;
    await this.#hear(at, {
      open: (name, { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode }) => {
        if (name === "Relationship" && mode !== "External") found.set(id, { type, target: pathFrom(folder, target) });
      },
    });
    return found;
  }

  async *rows(name: string): AsyncIterable<SheetRow> {
    const path = this.#paths.get(name);
    if (path === undefined) return;
    const done: SheetRow[] = [];
    const reader = new RowReader(done, this.#limits.columns);
    try {
      reader.styles = this.#styles ??= await this.#readStyles();
      reader.texts = this.#texts ??= await this.#readTexts();
      reader.is1904 = this.#is1904;
      for await (const _piece of this.#heard(path, reader)) {
        yield* done;
        done.length = 0;
      }
      yield* done;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      yield* done;
      yield { number: reader.number + 1, why: error.why };
    }
  }

  /** How each style shows a number: as a number, or as a point in time. */
  async #readStyles(): Promise<readonly NumberLook[]> {
    const looks: NumberLook[] = [];
    if (this.#stylesAt === undefined) return looks;
    const codes = new Map<string, string>();
    let isInside = false;
    await this.#hear(this.#stylesAt, {
      open: (name, attributes) => {
        if (name === "numFmt")
          codes.set(attributes["numFmtId"] ?? "", (attributes["formatCode"] ?? "").slice(0, LONGEST_FORMAT));
        if (codes.size > MOST_STYLES || looks.length > MOST_STYLES) throw new Unreadable("workbook-too-large");
        else if (name === "cellXfs") isInside = true;
        else if (name === "xf" && isInside) {
          const id = attributes["numFmtId"] ?? "0";
          looks.push(codes.has(id) ? lookOf(codes.get(id)!) : (BUILT_IN.get(Number(id)) ?? "number"));
        }
      },
      close: (name) => {
        if (name === "cellXfs") isInside = false;
      },
    });
    return looks;
  }

  async #readTexts(): Promise<readonly string[]> {
    const texts: string[] = [];
    if (this.#textsAt === undefined) return texts;
    let [one, isText, isSpoken, length] = ["", false, false, 0];
    await this.#hear(this.#textsAt, {
      open: (name) => {
        if (name === "si") {
          one = "";
          if (texts.length >= MOST_TEXTS) throw new Unreadable("workbook-too-large");
        } else if (name === "t") isText = true;
        // How a name is pronounced, in Japanese files: beside the text, not of it.
        else if (name === "rPh") isSpoken = true;
      },
      text: (text) => {
        if (!isText || isSpoken) return;
        one += text;
        length += text.length;
        if (length > this.#limits.sharedText) throw new Unreadable("workbook-too-large");
      },
      close: (name) => {
        if (name === "si") texts.push(unescaped(one));
        else if (name === "t") isText = false;
        else if (name === "rPh") isSpoken = false;
      },
    });
    return texts;
  }

  async #hear(path: string, heard: Heard): Promise<void> {
    for await (const _piece of this.#heard(path, heard)) continue;
  }

  /** Reads a part, and gives the word after each piece of it. */
  async *#heard(path: string, heard: Heard): AsyncIterable<undefined> {
    const why: { why?: WorkbookWhy } = {};
    const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
    parser.on("opentag", ({ name, attributes }) => heard.open?.(local(name), named(attributes)));
    parser.on("closetag", ({ name }) => heard.close?.(local(name)));
    parser.on("text", (text) => heard.text?.(text));
    parser.on("cdata", (text) => heard.text?.(text));
    // No part of a workbook has one, and whoever puts one there has something in mind.
    parser.on("doctype", () => {
      throw new Unreadable("workbook-is-broken");
    });
    parser.on("error", () => {
      throw new Unreadable("workbook-is-broken");
    });
    const told: Told = { whole: true, encoding: "utf-8" };
    for await (const text of textOf(this.#zip.entry(path, why), told)) {
      parser.write(text);
      yield undefined;
    }
    if (why.why !== undefined) throw new Unreadable(why.why);
    parser.close();
    yield undefined;
  }
}

type Relation = { readonly type: string; readonly target: string };

/** A path as a part writes it, from its own folder or from the top. */
function pathFrom(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : `${folder}${target}`).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** Some programs write `x:row` where Excel writes `row`. */
function local(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
function named(attributes: Attributes): Attributes {
  for (const name in attributes)
    if (name.includes(":"))
      return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value]));
  return attributes;
}

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}

/** What no XML can hold is written out: _x000D_. */
function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Hears a sheet, and lays down each row as it ends. */
class RowReader implements Heard {
  number = 0;
  styles: readonly NumberLook[] = [];
  texts: readonly string[] = [];
  is1904 = false;
  readonly #done: SheetRow[];
  readonly #columns: number;
  #cells: (SheetCell | undefined)[] = [];
  #column = -1;
  #type = "n";
  #style = 0;
  #value = "";
  #hasFormula = false;
  #isValue = false;
  #isSpoken = false;

  constructor(done: SheetRow[], columns: number) {
    this.#done = done;
    this.#columns = columns;
  }

  open(name: string, attributes: Attributes): void {
    if (name === "row") {
      const said = Number(attributes["r"]);
      this.number = said > this.number ? said : this.number + 1;
      [this.#cells, this.#column] = [[], -1];
    } else if (name === "c") {
      this.#column = columnOf(attributes["r"]) ?? this.#column + 1;
      this.#type = attributes["t"] ?? "n";
      this.#style = Number(attributes["s"] ?? 0);
      [this.#value, this.#hasFormula] = ["", false];
    } else if (name === "v" || name === "t") this.#isValue = true;
    else if (name === "f") this.#hasFormula = true;
    else if (name === "rPh") this.#isSpoken = true;
  }

  text(text: string): void {
    if (this.#isValue && !this.#isSpoken) this.#value += text;
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.#isValue = false;
    else if (name === "rPh") this.#isSpoken = false;
    else if (name === "c") this.#keep();
    else if (name === "row") this.#done.push({ number: this.number, cells: this.#cells });
  }

  #keep(): void {
    const cell = this.#cell();
    if (cell === undefined) return;
    if (this.#column >= this.#columns) throw new Unreadable("workbook-too-large");
    while (this.#cells.length < this.#column) this.#cells.push(undefined);
    this.#cells[this.#column] = cell;
  }

  #cell(): SheetCell | undefined {
    const value = this.#value;
    if (value === "") return this.#hasFormula && this.#type !== "str" ? { kind: "fault", text: "" } : undefined;
    switch (this.#type) {
      case "s":
        return textCell(this.texts[Number(value)] ?? "");
      case "str":
      case "inlineStr":
        return textCell(unescaped(value));
      case "b":
        return { kind: "truth", value: isTrue(value) };
      case "e":
        return { kind: "fault", text: value };
      case "d":
        return { kind: "time", text: value.replace("T", " ").replace(/(:\d\d)(\.\d+)?Z?$/, "$1") };
      default:
        return numberCell(Number(value), this.styles[this.#style] ?? "number", this.is1904);
    }
  }
}

function textCell(text: string): SheetCell | undefined {
  return text === "" ? undefined : { kind: "text", text };
}

/** "BC12" is column 54, from 0. */
function columnOf(place: string | undefined): number | undefined {
  let column = 0;
  for (const letter of place ?? "") {
    const code = letter.charCodeAt(0);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column === 0 ? undefined : column - 1;
}

/** How a number is shown: as itself, as a day, as a time of day, or as both. */
/** As long as Excel lets a format be, and more styles, texts and sheets than it makes. */
const LONGEST_FORMAT = 255;
const MOST_STYLES = 65_536;
const MOST_TEXTS = 2_000_000;
const MOST_SHEETS = 1000;

type NumberLook = "number" | "day" | "clock" | "day-and-clock";

/** The formats that have a number and no code of their own (ECMA-376, 18.8.30), those of East Asia among them. */
const BUILT_IN: ReadonlyMap<number, NumberLook> = new Map<number, NumberLook>([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, "day"] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, "clock"] as const),
  [22, "day-and-clock"],
]);

/** What a format's code shows: letters of dates and clocks, outside what is quoted, escaped or in brackets. */
function lookOf(code: string): NumberLook {
  const first = code
    .replaceAll(/"[^"]*"|\\.|[_*]./g, "")
    .replaceAll(/\[(h+|m+|s+)\]/gi, "$1")
    .replaceAll(/\[[^\]]*\]/g, "")
    .split(";", 1)[0]!
    .toLowerCase();
  const hasClock = /[hs]/.test(first);
  const hasDay = /[yd]/.test(first) || (/m/.test(first) && !hasClock);
  if (hasDay && hasClock) return "day-and-clock";
  return hasDay ? "day" : hasClock ? "clock" : "number";
}

/** The middle of 1927: what is shown as a clock alone and is less than this was never a day. */
const FIRST_LIKELY_DAY = 10_000;
/** The last day there is: 31 December 9999. */
const LAST_SERIAL = 2_958_466;

function numberCell(value: number, look: NumberLook, is1904: boolean): SheetCell | undefined {
  if (!Number.isFinite(value)) return { kind: "fault", text: "" };
  if (look === "number" || value < 0 || value >= LAST_SERIAL) return { kind: "number", value };
  // To the second, so that 18:30 does not become 18:29:59.9997.
  const seconds = Math.round(value * 86_400);
  const [days, rest] = [Math.floor(seconds / 86_400), seconds % 86_400];
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map((part) =>
    String(part).padStart(2, "0"),
  );
  // Thirty hours worked are a number of hours, not an hour of the second of January 1900.
  if (look === "clock" && days > 0 && days < FIRST_LIKELY_DAY) return { kind: "number", value };
  if (days === 0 && !is1904)
    return look === "day" ? { kind: "number", value } : { kind: "time", text: clock.join(":") };
  const day = dayOfSerial(days, is1904);
  if (rest === 0 && look !== "day-and-clock") return { kind: "time", text: day };
  return { kind: "time", text: `${day} ${(clock[2] === "00" ? clock.slice(0, 2) : clock).join(":")}` };
}

/** Day 1 is 1 January 1900, and Excel believes that 29 February came that year; in workbooks from older Macs day 0 is 1 January 1904. */
function dayOfSerial(days: number, is1904: boolean): Day {
  if (is1904) return addDays("1904-01-01" as Day, days);
  return addDays("1899-12-31" as Day, days > 59 ? days - 1 : days);
}
