// What the rows of a table say happened, by a mapping: which column is when, where, what.
import type { Place } from "../../ground/place.ts";
import { municipalityNamed } from "../../ground/municipalities.ts";
import { addDays, addMonths, type Day, type Instant, instantOf, millisecondsOf, type When } from "../../ground/time.ts";
import type { Category } from "../category.ts";
import { type Imported, LONGEST_NOTE, type Precision } from "../observation.ts";
import { coverPersons, personsIn } from "../person-in-text.ts";
import { UNREADABLE } from "./bytes.ts";
import {
  type ClockReader,
  clockReader,
  type DayReader,
  dayReader,
  hourOf,
  remembered,
  wholeDay,
} from "./clock-text.ts";
import { type Expectation, type ImportProblem, shown } from "./import-report.ts";
import type { Reading } from "./importer.ts";
import type { Mapping } from "./mapping.ts";
import { contentIds } from "./row-numbers.ts";
import { howOf, openTable, type TableLimits, underHeading } from "./table.ts";
import type { FileBytes } from "./zip.ts";

/** Reads the events of a table, row by row; never throws for what stands in it. */
export async function* readEvents(file: FileBytes, mapping: Mapping, limits: TableLimits = {}): AsyncIterable<Reading> {
  const opened = await openTable(file, howOf(mapping), limits);
  if (!opened.ok) return yield { problems: [{ line: 1, read: "", expected: "a-whole-file" }] };
  const { rows, told, sheet } = opened.value;
  let read: RowReader | undefined;
  let line = 0;
  for await (const row of underHeading(rows, mapping)) {
    if ("heading" in row) {
      const { names } = row.heading;
      line = row.heading.line;
      if (row.missing.length > 0) {
        const read = shown(names.join(", "));
        const expected = "a-column-with-that-name" as const;
        return yield { problems: row.missing.map((column) => ({ line, column, read, expected })) };
      }
      // A sheet has no cells where nothing stands; a line of text has all its separators.
      read = rowReader(names, mapping, { isSheet: sheet !== undefined });
      continue;
    }
    line = row.line;
    if (row.cells === undefined) yield { problems: [{ line, read: shown(row.raw), expected: row.expected }] };
    else if (!row.cells.every((cell) => cell === "")) yield read!(row.cells, line);
  }
  if (!told.whole) yield { problems: [{ line: line + 1, read: "", expected: "a-whole-file" }] };
}

/** The column that says what the place is called. */
function nameColumn({ place }: Mapping): string {
  return (place.kind === "position" ? place.name : place.kind === "none" ? undefined : place.column) ?? "";
}

/** A number that is somebody's, or a name; a long code has digits in a row here and there. */
function isSomebody(id: string): boolean {
  const found = personsIn(id).reduce((sum, one) => sum + (one.sure ? one.found.length : 0), 0);
  return found * 2 > id.length;
}

type RowReader = (cells: readonly string[], line: number) => Reading;
type Cell = (column: string) => string;
type Found<T> = { readonly value: T } | { readonly column: string; readonly expected: Expectation };

/** Places come again and again, by their tens of thousands; what is longer than a name is looked through each time. */
const NAMES_KNOWN = 50_000;
const LONG_NAME = 60;

/** A reader for rows under this heading, made once for a whole file. */
function rowReader(heading: readonly string[], mapping: Mapping, { isSheet }: { isSheet: boolean }): RowReader {
  const at = new Map(heading.map((name, index) => [name, index]));
  const readWhen = whenReader(mapping);
  const readPlace = placeReader(mapping);
  const values = new Map(
    Object.entries(mapping.category.values).map(([word, ours]) => [word.trim().toLowerCase(), ours]),
  );
  const contentId = contentIds();
  const known = remembered(coverPersons, NAMES_KNOWN);
  const safe = (name: string) => (name.length > LONG_NAME ? coverPersons(name) : known(name));
  // The row that is read: what reads it is made once, not for each of a million.
  let cells: readonly string[] = [];
  let line = 0;
  const cell: Cell = (column) => cells[at.get(column) ?? -1]?.trim() ?? "";
  const wrong = (column: string, expected: Expectation): ImportProblem => {
    return { line, column, read: shown(cell(column)), expected };
  };
  const pointing = (column: string): ImportProblem => ({ line, column, read: "…", expected: "nobody-pointed-out" });
  const isGarbled = (_name: string, index: number) => cells[index]!.includes(UNREADABLE);
  return (given, itsLine) => {
    [cells, line] = [widened(given, heading.length, isSheet), itsLine];
    if (cells.length !== heading.length)
      return { problems: [{ line, read: shown(cells.join(", ")), expected: "as-many-columns-as-the-heading" }] };
    const garbled = heading.find(isGarbled);
    if (garbled !== undefined) return { problems: [wrong(garbled, "text-in-one-encoding")] };
    const when = readWhen(cell);
    const place = readPlace(cell);
    const problems: ImportProblem[] = [];
    for (const found of [when, place]) if (!("value" in found)) problems.push(wrong(found.column, found.expected));
    const own = mapping.foreignId === undefined ? "" : cell(mapping.foreignId);
    // A row is not called by anybody's number.
    const foreignId = own === "" || isSomebody(own) ? contentId(cells) : own;
    if (!("value" in when) || !("value" in place)) return { problems };
    const said = mapping.category.column === undefined ? "" : cell(mapping.category.column);
    const category: Category = values.get(said.toLowerCase()) ?? mapping.category.otherwise;
    const word = safe(said);
    if (word.kinds.length > 0) problems.push(pointing(mapping.category.column!));
    const named = "name" in place.value ? safe(place.value.name ?? "") : undefined;
    if (named !== undefined && named.kinds.length > 0) problems.push(pointing(nameColumn(mapping)));
    // No longer than a note may be, and cut before it is looked through; not in the middle of a character.
    const written = mapping.text.map(cell).filter(Boolean).join(". ");
    const text =
      written.length <= LONGEST_NOTE ? written : written.slice(0, LONGEST_NOTE).replace(/\p{Surrogate}$/u, "");
    const isAboutNobody = text !== "" && coverPersons(text).kinds.length === 0;
    if (text !== "" && !isAboutNobody) problems.push(pointing(mapping.text.join(", ")));
    const incident: Imported = {
      foreignId,
      foreign: { category: word.text },
      kind: "event",
      category,
      // A text that points at somebody is left out; the event is not.
      text: isAboutNobody ? text : word.text,
      consequence: "",
      proposal: "",
      spotManager: "unknown",
      place: named === undefined || named.kinds.length === 0 ? place.value : { ...place.value, name: named.text },
      when: when.value.when,
      precision: when.value.precision,
      sharing: "shared",
      publishedAt: undefined,
      seenAt: undefined,
      bundle: false,
    };
    return { incident, problems };
  };
}

/** As wide as the heading, if nothing but empty cells is missing or too many. */
function widened(cells: readonly string[], width: number, isSheet: boolean): readonly string[] {
  if (cells.length === width) return cells;
  if (cells.length < width) return isSheet ? [...cells, ...Array<string>(width - cells.length).fill("")] : cells;
  return cells.slice(width).every((cell) => cell.trim() === "") ? cells.slice(0, width) : cells;
}

type Timed = { readonly when: When; readonly precision: Precision };

function whenReader({ time }: Mapping): (cell: Cell) => Found<Timed> {
  switch (time.kind) {
    case "none":
      return () => ({ value: { when: { kind: "unknown" }, precision: "unknown" } });
    case "instant": {
      const clock = clockReader(time.format, time.zone);
      return (cell) => {
        const at = clock(cell(time.column));
        if (at === undefined) return { column: time.column, expected: "a-time" };
        return { value: { when: { kind: "instant", at }, precision: "minute" } };
      };
    }
    case "day": {
      const day = dayReader(time.format);
      return (cell) => readDayAndHour(cell, time, day);
    }
    case "interval": {
      const clock = clockReader(time.format, time.zone);
      return (cell) => readInterval(cell, time, clock);
    }
    case "month": {
      const day = dayReader(time.format);
      const wholeMonth = remembered((first: Day): Timed => {
        const { from } = wholeDay(first, "Europe/Stockholm");
        const { to } = wholeDay(addDays(addMonths(first, 1), -1), "Europe/Stockholm");
        return { when: { kind: "interval", from, to }, precision: "month" };
      });
      return (cell) => {
        const first = day(cell(time.column));
        return first === undefined ? { column: time.column, expected: "a-month" } : { value: wholeMonth(first) };
      };
    }
  }
}

function readDayAndHour(cell: Cell, time: Extract<Mapping["time"], { kind: "day" }>, readDay: DayReader): Found<Timed> {
  const day = readDay(cell(time.column));
  if (day === undefined) return { column: time.column, expected: "a-day" };
  const written = time.hourColumn === undefined ? "" : cell(time.hourColumn);
  if (written === "") return { value: { when: { kind: "interval", ...wholeDay(day, time.zone) }, precision: "day" } };
  const hour = Number(written);
  if (!Number.isInteger(hour) || hour < 0 || hour > 23) return { column: time.hourColumn!, expected: "a-time" };
  const from = hourOf(day, hour, time.zone);
  return { value: { when: { kind: "interval", from, to: hourLater(from) }, precision: "hour" } };
}

function hourLater(at: Instant): Instant {
  return instantOf(millisecondsOf(at) + 3_599_999);
}

/** One end is enough: it happened then, as far as anybody knows. */
function readInterval(
  cell: Cell,
  time: Extract<Mapping["time"], { kind: "interval" }>,
  clock: ClockReader,
): Found<Timed> {
  const [from, to] = [clock(cell(time.from)), clock(cell(time.to))];
  if (from === undefined && cell(time.from) !== "") return { column: time.from, expected: "a-time" };
  if (to === undefined && cell(time.to) !== "") return { column: time.to, expected: "a-time" };
  if (from === undefined && to === undefined) return { column: time.from, expected: "a-time" };
  if (from === undefined || to === undefined || from === to)
    return { value: { when: { kind: "instant", at: (from ?? to)! }, precision: "minute" } };
  if (to < from) return { column: time.to, expected: "an-end-after-the-start" };
  return { value: { when: { kind: "interval", from, to }, precision: "minute" } };
}

function placeReader({ place }: Mapping): (cell: Cell) => Found<Place> {
  switch (place.kind) {
    case "none":
      return () => ({ value: { kind: "unknown" } });
    case "name":
      return (cell) => {
        const name = cell(place.column);
        return { value: name === "" ? { kind: "unknown" } : { kind: "area", name } };
      };
    case "municipality":
      return (cell) => {
        const name = cell(place.column);
        return { value: municipalityNamed(name) ?? (name === "" ? { kind: "unknown" } : { kind: "unknown", name }) };
      };
    case "position": {
      const accuracy = place.accuracyMetres === undefined ? {} : { accuracyMetres: place.accuracyMetres };
      return (cell) => {
        const name = place.name === undefined || cell(place.name) === "" ? {} : { name: cell(place.name) };
        // No position is known to be unknown; half of one is a fault.
        if (cell(place.lon) === "" && cell(place.lat) === "") return { value: { kind: "unknown", ...name } };
        const [lon, lat] = [degrees(cell(place.lon), 180), degrees(cell(place.lat), 90)];
        if (lon === undefined) return { column: place.lon, expected: "a-longitude" };
        if (lat === undefined) return { column: place.lat, expected: "a-latitude" };
        return { value: { kind: "point", position: [lon, lat], ...accuracy, ...name } };
      };
    }
  }
}

/** Degrees with a decimal point or comma, within the limit. */
function degrees(text: string, limit: number): number | undefined {
  if (!/^[-+]?\d{1,3}([.,]\d+)?$/.test(text)) return undefined;
  const value = Number(text.replace(",", "."));
  return Math.abs(value) <= limit ? value : undefined;
}
