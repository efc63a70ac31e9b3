// Which column of an opened file says what. Guessed from the heading, and changed by whoever knows the file better.
import type { CsvWrong } from "../columns/csv-bytes.ts";
import { csvHeading } from "../columns/csv-heading.ts";

export const COLUMN_ROLES = ["lon", "lat", "time", "hour", "until", "category", "source"] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];
/** The heading of the column for each; what is left out is not in the file. */
export type ColumnGuess = { readonly [role in ColumnRole]?: string };

/** How a file is to be read: its columns, and which comes first in days that are written with strokes. */
export type FileReading = { readonly columns: ColumnGuess; readonly dayOrder: "month-first" | "day-first" | undefined };

export type FileShape = FileReading & { readonly heading: readonly string[]; readonly separator: string };

export type FileProblem = {
  /** In the file, the heading being 1. */
  readonly line: number;
  readonly column: string;
  readonly read: string;
  readonly wrong: CsvWrong;
};

/** What headings are called in Swedish and English files, whole words first. */
const NAMES: Readonly<Record<ColumnRole, readonly string[]>> = {
  lon: ["lon", "lng", "long", "longitude", "longitud", "x"],
  lat: ["lat", "latitude", "latitud", "y"],
  time: [
    "time",
    "start",
    "fran",
    "from",
    "tid",
    "tidpunkt",
    "datetime",
    "datum",
    "date",
    "dag",
    "day",
    "manad",
    "month",
    "occurred",
  ],
  hour: ["hour", "timme", "klocktimme", "hour_local", "hour_of_day"],
  until: ["until", "end", "till", "to", "slut"],
  category: [
    "category",
    "kategori",
    "type",
    "typ",
    "crime_type",
    "offense",
    "offence",
    "brott",
    "handelse",
    "slag",
    "rubrik",
  ],
  source: ["source", "kalla", "force", "origin", "register", "myndighet"],
};

/** A guess by whole names first, then by names with something before or after ("date_start", "crime_type"). No column has two roles. */
export function guessColumns(heading: readonly string[]): ColumnGuess {
  const plain = heading.map(folded);
  const taken = new Set<number>();
  const guess: { [role in ColumnRole]?: string } = {};
  const take = (role: ColumnRole, fits: (name: string, word: string) => boolean) => {
    if (guess[role] !== undefined) return;
    for (const word of NAMES[role]) {
      const at = plain.findIndex((name, place) => !taken.has(place) && fits(name, word));
      if (at < 0) continue;
      taken.add(at);
      guess[role] = heading[at]!;
      return;
    }
  };
  for (const role of COLUMN_ROLES) take(role, (name, word) => name === word);
  for (const role of COLUMN_ROLES) take(role, (name, word) => word.length > 2 && name.split("_").includes(word));
  return guess;
}

function folded(heading: string): string {
  return heading
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
}

/** What the first lines of a file say of how to read it: the separator that the heading has, columns by their names, days by what can be no month. */
export function shapeOf(firstLines: readonly string[]): FileShape {
  const [first = ""] = firstLines;
  const { columns: heading, separator } = csvHeading(first);
  const columns = guessColumns(heading);
  const at = columns.time === undefined ? -1 : heading.indexOf(columns.time);
  const days = firstLines.slice(1).map((line) => line.split(separator)[at] ?? "");
  return { heading, separator, columns, dayOrder: dayOrderOf(days) };
}

/** 13/1 can only be a day in January. Where nothing tells, the day comes first, as in Europe; undefined where no day is written so. */
function dayOrderOf(days: readonly string[]): FileReading["dayOrder"] {
  const written = days.flatMap((day) => {
    const [, first, second] = /^\s*"?(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/.exec(day) ?? [];
    return first === undefined || second === undefined ? [] : [[Number(first), Number(second)] as const];
  });
  if (written.length === 0) return undefined;
  if (written.some(([first]) => first > 12)) return "day-first";
  if (written.some(([, second]) => second > 12)) return "month-first";
  // Rows that follow each other in time: what changes seldom is the month.
  const kinds = (place: 0 | 1) => new Set(written.map((pair) => pair[place])).size;
  return kinds(0) < kinds(1) ? "month-first" : "day-first";
}
