// A table as PxWeb prints it into Excel or CSV: a title, a heading whose last row ends in years, rows whose first cells say what they are of, and below them where it
// comes from. Excel leaves out of a row what the row above says, and mostly the names of what the rows are of; these are then told by what stands there.
import { readDay } from "../../ground/time.ts";
import { type Cell, type Cube, type Dimension, MOST_CELLS, sexOf } from "./cube.ts";
import { numberIn } from "./found.ts";

type Rows = readonly (readonly string[])[];

/** "Folkmängd 2023", "2023". */
const IN_YEAR = /(?<!\d)(?:19|20)\d{2}$/u;
const AN_AGE = /^(\d{1,3}\+?|\d{0,3}\s?[-–]\s?\d{0,3})\s*(år|years?)\b|^tot/iu;
const SAYS_SOURCE = /^(källa|source)(?!\p{L})[\s:]*/iu;
const SAYS_UPDATED = /^(senaste uppdatering|senast uppdaterad|latest update)(?!\p{L})[\s:]*/iu;
/** A title is a sentence. */
const LONGEST_TITLE = 500;
/** A title and a heading of a few rows. */
const HEADING_WITHIN = 12;

/** Undefined for what is no such table. */
export function cubeOfPrinted(given: Rows): Cube | undefined {
  const rows = given.map((row) => row.map((cell) => cell.trim()));
  const at = rows.slice(0, HEADING_WITHIN).findIndex((row, place) => isHeading(row, rows[place + 1]));
  const heading = rows[at];
  if (heading === undefined) return undefined;
  const first = heading.findIndex((cell) => IN_YEAR.test(cell));
  const columns = columnsOf(heading, rows[at - 1] ?? [], first);
  const { lines, after } = linesOf(rows.slice(at + 1), first);
  const places = Array.from({ length: first }, (_, place) => place).filter(
    (place) => !isCodeOfNext(lines, place, first),
  );
  const stub = places.map((place) => valuesAt(lines, place));
  const dimensions: Dimension[] = [
    ...stub.map((values, nth) => {
      const place = places[nth]!;
      const codes = place > 0 && !places.includes(place - 1) ? valuesAt(lines, place - 1) : values;
      return dimensionOf(heading[place] ?? "", values, { codes, isFirst: nth === 0 });
    }),
    ...dimensionsOf(columns),
  ];
  const contents = [...new Set(columns.map((one) => one.contents))];
  const years = [...new Set(columns.map(({ year }) => year))];
  const axes = [...stub, contents, years];
  const sizes = axes.map(({ length }) => length);
  const placed = axes.map((values) => new Map(values.map((value, place) => [value, place])));
  const count = sizes.reduce((product, size) => product * size, 1);
  if (first === 0 || lines.length === 0 || count === 0 || count > MOST_CELLS) return undefined;
  const cells = Array.from<Cell | undefined>({ length: count });
  const misread: Cube["misread"][number][] = [];
  for (const { cells: line, number } of lines)
    for (const { place, contents: what, year } of columns) {
      const said = [...places.map((at) => line[at] ?? ""), what, year];
      const cell = said.reduce((sum, value, axis) => sum * sizes[axis]! + placed[axis]!.get(value)!, 0);
      const read = line[place] ?? "";
      if (cells[cell] !== undefined) misread.push({ line: at + 2 + number, read, expected: "one-figure-for-each" });
      else cells[cell] = cellOf(read);
    }
  const said = rows.slice(0, at).flat();
  const title = (said.find((cell) => cell !== "") ?? "").slice(0, LONGEST_TITLE);
  return {
    id: "",
    title,
    contents: title.replace(/\s+(efter|by|fördelat på)\s.*$/iu, ""),
    unit: "",
    refPeriod: "",
    source: saidAfter(after, SAYS_SOURCE),
    updated: readDay(saidAfter(after, SAYS_UPDATED).replace(/^(\d{4})-?(\d{2})-?(\d{2}).*$/, "$1-$2-$3")),
    copyright: undefined,
    notes: [],
    remarks: [],
    misread,
    dimensions,
    cells,
  };
}

function isHeading(row: readonly string[], next: readonly string[] | undefined): boolean {
  const first = row.findIndex((cell) => IN_YEAR.test(cell));
  return (
    first > 0 &&
    row.slice(first).every((cell) => IN_YEAR.test(cell)) &&
    next !== undefined &&
    isFigure(next[first] ?? "")
  );
}

const isFigure = (cell: string) => numberIn(cell) !== undefined || /^(-|\.{1,6})$/.test(cell);

function cellOf(read: string): Cell {
  return read === "-" ? 0 : (numberIn(read) ?? read);
}

type ColumnOf = { readonly place: number; readonly contents: string; readonly year: string };

/** What is counted stands before the year, or in the row above, said once for all the years under it. */
function columnsOf(heading: readonly string[], above: readonly string[], first: number): readonly ColumnOf[] {
  let said = "";
  return heading.slice(first).map((cell, at) => {
    const year = cell.slice(-4);
    const before = cell.slice(0, -4).trim();
    said = (above[first + at] ?? "") || said;
    return { place: first + at, contents: before === "" ? said : before, year };
  });
}

/** The rows that have figures; what the one above says is said of those that leave it out. What stands after them is about the table. */
function linesOf(rows: Rows, first: number) {
  const lines: { readonly cells: readonly string[]; readonly number: number }[] = [];
  let before: readonly string[] = [];
  for (const [number, row] of rows.entries()) {
    if (!isFigure(row[first] ?? "")) return { lines, after: rows.slice(number) };
    before = row.map((cell, place) => (cell === "" && place < first ? (before[place] ?? "") : cell));
    lines.push({ cells: before, number });
  }
  return { lines, after: [] };
}

function valuesAt(lines: readonly { readonly cells: readonly string[] }[], place: number): readonly string[] {
  return [...new Set(lines.map(({ cells }) => cells[place] ?? ""))];
}

/** Where the code and the word of a variable stand in columns of their own, the code is that of the word. */
function isCodeOfNext(lines: readonly { readonly cells: readonly string[] }[], place: number, first: number): boolean {
  if (place + 1 >= first) return false;
  const [codes, words] = [valuesAt(lines, place), valuesAt(lines, place + 1)];
  const pairs = new Set(lines.map(({ cells }) => `${cells[place]}\n${cells[place + 1]}`));
  const isCode = (text: string) => /^(\d{1,4}[+-]?|-?\d{1,4}-?\d*|\d\+\d|\d{4}[A-Z]\w+|tot\w*)$/iu.test(text);
  return codes.every(isCode) && !words.every(isCode) && pairs.size === codes.length && pairs.size === words.length;
}

function dimensionOf(
  name: string,
  values: readonly string[],
  { codes, isFirst }: { readonly codes: readonly string[]; readonly isFirst: boolean },
): Dimension {
  const categories = values.map((value, at) => ({ code: codes[at] ?? value, label: value }));
  const isOfSex = categories.every((one) => sexOf(one) !== undefined);
  const told = values.every((value) => AN_AGE.test(value)) ? "ålder" : isOfSex ? "kön" : isFirst ? "region" : "";
  const label = name === "" ? told : name;
  return { code: label, label, role: /^region/iu.test(label) ? "geo" : "other", categories };
}

function dimensionsOf(columns: readonly ColumnOf[]): readonly Dimension[] {
  const of = (values: readonly string[]) => [...new Set(values)].map((value) => ({ code: value, label: value }));
  const contents = of(columns.map((one) => one.contents));
  const years = of(columns.map(({ year }) => year));
  return [
    // Where nothing says what is counted but the title, there is one content and it has no name.
    ...(contents.length === 1 && contents[0]?.code === ""
      ? []
      : [{ code: "tabellinnehåll", label: "tabellinnehåll", role: "metric" as const, categories: contents }]),
    { code: "år", label: "år", role: "time", categories: years },
  ];
}

/** "Källa: SCB" in one cell, or with the answer in the next one, beside or below. */
function saidAfter(rows: Rows, said: RegExp): string {
  const cells = rows.flat().filter((cell) => cell !== "");
  const at = cells.findIndex((cell) => said.test(cell));
  return at < 0 ? "" : cells[at]!.replace(said, "") || (cells[at + 1] ?? "");
}
