// Rows of any event file as columns of numbers. A row that cannot be placed or dated takes part in what it can; what could not be read is told by line, column and what was expected.
import { type EventStore, readerOf, UNDATED_DAY } from "../columns/event-store.ts";
import { selectedRows } from "../columns/listing.ts";
import type { EventQuestion } from "../columns/question.ts";
import { latOf, lonOf } from "../columns/world.ts";
import { addDays, type Day, dayOf, daysBetween, readDay, readInstant } from "../../ground/time.ts";

/** Which column is what. Positions are `lon` and `lat` in degrees (WGS 84), or `x` and `y` in metres. */
export type EventColumns = {
  readonly lon?: string;
  readonly lat?: string;
  readonly x?: string;
  readonly y?: string;
  readonly time?: string;
  readonly category?: string;
};
export type EventTable = {
  /** Metres in a plane around the middle of the events; NaN where there is no position. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Days since 1970-01-01 in Sweden; NaN where there is no time. */
  readonly day: Float64Array;
  readonly category: readonly string[];
  /** Back to degrees (or to the file's own metres). */
  readonly positionOf: (x: number, y: number) => readonly [number, number];
  readonly problems: readonly RowProblem[];
};
export type RowProblem = {
  /** In the file, the heading being 1. */
  readonly line: number;
  readonly column: string;
  readonly read: string;
  readonly wrong: "not-a-number" | "not-on-earth" | "maybe-swapped" | "not-a-day";
};
export type EventRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

const FIRST_DAY = "1970-01-01" as Day;
const METRES_PER_DEGREE = 111_194.9;

export function readEvents(rows: readonly EventRow[], columns: EventColumns): EventTable {
  const problems: RowProblem[] = [];
  const [across, along] = [columns.lon ?? columns.x, columns.lat ?? columns.y];
  const inDegrees = columns.lon !== undefined;
  const a = new Float64Array(rows.length).fill(NaN);
  const b = new Float64Array(rows.length).fill(NaN);
  const day = new Float64Array(rows.length).fill(NaN);
  for (const [i, { line, cells }] of rows.entries()) {
    if (across !== undefined && along !== undefined) {
      const first = readNumber(cells[across] ?? "");
      const second = readNumber(cells[along] ?? "");
      const problem = placeProblem(first, second, inDegrees);
      if (problem === undefined) [a[i], b[i]] = [first ?? NaN, second ?? NaN];
      else {
        const column = problem === "not-a-number" && first !== undefined && !Number.isNaN(first) ? along : across;
        problems.push({ line, column, read: cells[column] ?? "", wrong: problem });
      }
    }
    if (columns.time !== undefined) {
      const said = (cells[columns.time] ?? "").trim();
      const read = readDayOf(said);
      if (read !== undefined) day[i] = read;
      else if (said !== "") problems.push({ line, column: columns.time, read: said, wrong: "not-a-day" });
    }
  }
  return {
    ...inPlane(a, b, inDegrees),
    day,
    category: rows.map(({ cells }) => (columns.category === undefined ? "" : (cells[columns.category] ?? "").trim())),
    problems,
  };
}

/** Positions as metres around their own middle, and the way back. */
function inPlane(a: Float64Array, b: Float64Array, inDegrees: boolean): Pick<EventTable, "x" | "y" | "positionOf"> {
  const middle = (values: Float64Array) => {
    let [sum, known] = [0, 0];
    for (const value of values) {
      if (Number.isNaN(value)) continue;
      sum += value;
      known++;
    }
    return known === 0 ? 0 : sum / known;
  };
  const [middleA, middleB] = [middle(a), middle(b)];
  const scaleB = inDegrees ? METRES_PER_DEGREE : 1;
  const scaleA = inDegrees ? METRES_PER_DEGREE * Math.cos((middleB * Math.PI) / 180) : 1;
  return {
    x: a.map((value) => (value - middleA) * scaleA),
    y: b.map((value) => (value - middleB) * scaleB),
    positionOf: (x, y) => [x / scaleA + middleA, y / scaleB + middleB],
  };
}

/** Undefined for an empty cell, NaN for what is no number. A decimal comma is a comma. */
function readNumber(text: string): number | undefined {
  const said = text.trim().replace(",", ".").replace("−", "-");
  return said === "" ? undefined : Number(said);
}

function placeProblem(
  first: number | undefined,
  second: number | undefined,
  inDegrees: boolean,
): RowProblem["wrong"] | undefined {
  if (first === undefined && second === undefined) return undefined;
  if (first === undefined || second === undefined || Number.isNaN(first) || Number.isNaN(second)) return "not-a-number";
  if (!inDegrees) return undefined;
  if (Math.abs(second) > 90 || Math.abs(first) > 180) return "not-on-earth";
  // Sweden lies at 10–25 degrees east and 55–70 north; the other way round is the sea off Yemen.
  return first > 54 && first < 70 && second > 10 && second < 25 ? "maybe-swapped" : undefined;
}

/** Whole days since 1970 by the Swedish calendar, of a day or a moment; "2024-03-01 14:20" is read as Swedish time. */
function readDayOf(text: string): number | undefined {
  const written = text.slice(0, 10).replaceAll("/", "-");
  const instant = readInstant(text);
  const day = instant === undefined ? readDay(written) : dayOf(instant);
  return day === undefined || (instant === undefined && !/^.{10}([ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/.test(text))
    ? undefined
    : daysBetween(FIRST_DAY, day);
}

/** "2024-03-01" of days since 1970. */
export function dayWritten(days: number): Day {
  return addDays(FIRST_DAY, days);
}

/** The events that a question chooses, in the order they lie: for the methods that want every one of them. */
export function eventsOf(store: EventStore, question: EventQuestion): EventTable & { readonly row: Uint32Array } {
  const row = selectedRows(store, question);
  const [x, y, day, category] = (["x", "y", "day", "category"] as const).map((name) => readerOf(store, name)) as [
    Reader,
    Reader,
    Reader,
    Reader,
  ];
  const lon = Float64Array.from(row, (at) => (x(at) === 0 ? NaN : lonOf(x(at))));
  const lat = Float64Array.from(row, (at) => (x(at) === 0 ? NaN : latOf(y(at))));
  return {
    ...inPlane(lon, lat, true),
    row,
    day: Float64Array.from(row, (at) => (day(at) === UNDATED_DAY ? NaN : day(at))),
    category: Array.from(row, (at) => store.words.category[category(at)] ?? ""),
    problems: [],
  };
}
type Reader = (row: number) => number;
