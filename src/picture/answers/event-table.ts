// Rows of any event file as columns of numbers. A row that cannot be placed or dated takes part in what it can; what could not be read is told by line, column and what was expected.
import type { CsvProblem, CsvWrong } from "../columns/csv-bytes.ts";
import { METRES_PER_DEGREE } from "../../ground/earth.ts";
import { type DayOrder, placeWrong, readNumber, readTime } from "../columns/csv-cells.ts";
import { type EventStore, OUTSIDE, readerOf, UNDATED_DAY } from "../columns/event-store.ts";
import { selectedRows } from "../columns/listing.ts";
import { localDay } from "../columns/local-time.ts";
import type { EventQuestion } from "../columns/question.ts";
import { latOf, lonOf } from "../columns/world.ts";

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
/** The same whether the file is read by its rows or straight into a store. */
export type RowProblem = CsvProblem;
export type EventRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

/** `dayOrder` is for days that are not written as year-month-day. */
export function readEvents(rows: readonly EventRow[], columns: EventColumns, dayOrder?: DayOrder): EventTable {
  const problems: RowProblem[] = [];
  const [across, along] = [columns.lon ?? columns.x, columns.lat ?? columns.y];
  const inDegrees = columns.lon !== undefined;
  const a = new Float64Array(rows.length).fill(NaN);
  const b = new Float64Array(rows.length).fill(NaN);
  const day = new Float64Array(rows.length).fill(NaN);
  for (const [i, { line, cells }] of rows.entries()) {
    if (across !== undefined && along !== undefined) {
      const first = numberIn(cells[across] ?? "");
      const second = numberIn(cells[along] ?? "");
      const problem = placeProblem(first, second, inDegrees);
      if (problem === undefined) [a[i], b[i]] = [first ?? NaN, second ?? NaN];
      else {
        const column = problem === "not-a-number" && first !== undefined && !Number.isNaN(first) ? along : across;
        problems.push({ line, column, read: cells[column] ?? "", wrong: problem });
      }
    }
    if (columns.time !== undefined) {
      const said = (cells[columns.time] ?? "").trim();
      const read = readTime(said, dayOrder);
      if (read !== undefined) day[i] = localDay(read.minute);
      const wrong = said === "" ? undefined : timeProblem(read);
      if (wrong !== undefined) problems.push({ line, column: columns.time, read: said, wrong });
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
export function inPlane(
  a: Float64Array,
  b: Float64Array,
  inDegrees: boolean,
): Pick<EventTable, "x" | "y" | "positionOf"> {
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

/** Undefined for an empty cell, NaN for what is no number. */
function numberIn(text: string): number | undefined {
  const said = text.trim();
  return said === "" ? undefined : readNumber(said);
}

function timeProblem(read: ReturnType<typeof readTime>): CsvWrong | undefined {
  if (read === undefined) return "not-a-day";
  if (read.clock === "once") return undefined;
  return read.clock === "missing" ? "missing-hour" : "twice-hour";
}

function placeProblem(
  first: number | undefined,
  second: number | undefined,
  inDegrees: boolean,
): RowProblem["wrong"] | undefined {
  if (first === undefined && second === undefined) return undefined;
  if (first === undefined || second === undefined || Number.isNaN(first) || Number.isNaN(second)) return "not-a-number";
  return inDegrees ? placeWrong(first, second) : undefined;
}

/** Events that were chosen from a store, and which of its rows they are. */
export type ChosenEvents = EventTable & { readonly row: Uint32Array };

/** The events that a question chooses, by their keys (of a file, its lines): for the methods that want every one of them. Those without a day known to the store have none. */
export function eventsOf(store: EventStore, question: EventQuestion): ChosenEvents {
  const row = inKeyOrder(store, selectedRows(store, question));
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

/** The same events, the category of each being the code of the area it lies in: "" where nobody knows, and where it lies in none. */
export function byArea(store: EventStore, events: ChosenEvents): ChosenEvents {
  const area = readerOf(store, "area");
  const codes = store.words.areas.map(({ code }, at) => (at <= OUTSIDE ? "" : code));
  return { ...events, category: Array.from(events.row, (at) => codes[area(at)] ?? "") };
}

/** Rows lie by place; an answer that depends on the order of the events should depend on the file's. */
function inKeyOrder(store: EventStore, rows: Uint32Array): Uint32Array {
  const key = readerOf(store, "key");
  // Both are whole numbers of 32 bits, and a double holds 53: a row's place among the chosen takes what a million million keys leave.
  const sorted = Float64Array.from(rows, (row, at) => key(row) * rows.length + at).toSorted();
  return Uint32Array.from(sorted, (one) => rows[one % rows.length]!);
}
