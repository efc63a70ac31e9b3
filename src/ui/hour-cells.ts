// The week as cells: weekday by hour, two or three hours a cell. Hours of the week are numbered on the wall, Monday 00 is 0, Sunday 23 is 167.
import type { Lang } from "../ground/words.ts";
import { formatList } from "./format.ts";

export type CellHours = 1 | 2 | 3;
/** A cell by weekday (Monday 0) and place in the day; -1 is the heading of a row or a column. */
export type CellPlace = { readonly row: number; readonly column: number };

const DAYS_IN_WEEK = 7;
const HOURS_IN_DAY = 24;
/** Fewer than this says nothing for certain and is never printed as a figure. */
export const LEAST_FIGURE = 5;
const CLASSES = 5;

export function columnsOf(cellHours: CellHours): number {
  return HOURS_IN_DAY / cellHours;
}

/** The hours of the week in a cell; of a heading, all the hours of its row or column. */
export function hoursOfCell(place: CellPlace, cellHours: CellHours): number[] {
  return hoursOfRectangle(place, place, cellHours);
}

/** The hours in the rectangle that two cells span, rising. A heading at either corner takes in its whole row or column. */
export function hoursOfRectangle(one: CellPlace, other: CellPlace, cellHours: CellHours): number[] {
  const [top, bottom] = reach(one.row, other.row, DAYS_IN_WEEK);
  const [left, right] = reach(one.column, other.column, columnsOf(cellHours));
  const hours: number[] = [];
  for (let day = top; day <= bottom; day++)
    for (let hour = left * cellHours; hour < (right + 1) * cellHours; hour++) hours.push(day * HOURS_IN_DAY + hour);
  return hours;
}

function reach(one: number, other: number, count: number): [number, number] {
  return one < 0 || other < 0 ? [0, count - 1] : [Math.min(one, other), Math.max(one, other)];
}

/** How many in each cell, row by row. */
export function cellCounts(hours: ArrayLike<number>, cellHours: CellHours): number[] {
  return Array.from({ length: DAYS_IN_WEEK * columnsOf(cellHours) }, (_, cell) => {
    let sum = 0;
    for (let step = 0; step < cellHours; step++) sum += hours[cell * cellHours + step] ?? 0;
    return sum;
  });
}

/** Which cells lie wholly among these hours. */
export function cellsWithin(hours: Iterable<number>, cellHours: CellHours): boolean[] {
  const among = new Set(hours);
  return Array.from({ length: DAYS_IN_WEEK * columnsOf(cellHours) }, (_, cell) => {
    for (let step = 0; step < cellHours; step++) if (!among.has(cell * cellHours + step)) return false;
    return true;
  });
}

/** The least count of each of at most five classes, from five up, of equal width; the last reaches to the greatest. */
export function classFloors(counts: readonly number[]): number[] {
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  if (most < LEAST_FIGURE) return [];
  const width = Math.ceil((most - LEAST_FIGURE + 1) / CLASSES);
  const floors: number[] = [];
  for (let floor = LEAST_FIGURE; floor <= most; floor += width) floors.push(floor);
  return floors;
}

/** 0 for none, "few" for one to four, else the class from 1; classes are spread over the ramp so that the greatest is always the darkest. */
export function classOf(count: number, floors: readonly number[]): number | "few" {
  if (count <= 0) return 0;
  if (count < LEAST_FIGURE) return "few";
  return CLASSES - floors.length + floors.filter((floor) => floor <= count).length;
}

/** Where an arrow, Home or End goes from a cell. Headings are part of the way, their corner is not. Undefined for other keys. */
export function cellByKey(place: CellPlace, key: string, cellHours: CellHours): CellPlace | undefined {
  const last = columnsOf(cellHours) - 1;
  const { row, column } = place;
  switch (key) {
    case "ArrowLeft":
      return { row, column: Math.max(column - 1, row < 0 ? 0 : -1) };
    case "ArrowRight":
      return { row, column: Math.min(column + 1, last) };
    case "ArrowUp":
      return { row: Math.max(row - 1, column < 0 ? 0 : -1), column };
    case "ArrowDown":
      return { row: Math.min(row + 1, DAYS_IN_WEEK - 1), column };
    case "Home":
      return { row, column: 0 };
    case "End":
      return { row, column: last };
    default:
      return undefined;
  }
}

const WEEKDAYS: Readonly<Record<Lang, readonly string[]>> = {
  sv: ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};

export function weekdayName(day: number, lang: Lang): string {
  return WEEKDAYS[lang][day] ?? "";
}

export function weekdayShort(day: number, lang: Lang): string {
  return weekdayName(day, lang).slice(0, 3);
}

/** "20–22". */
export function hourPeriod(from: number, length: number): string {
  return `${twoDigits(from)}–${twoDigits(from + length)}`;
}

export function twoDigits(hour: number): string {
  return String(hour).padStart(2, "0");
}

/** "fredag–lördag 20–24": the same hours always in the same words; days with the same hours together. Empty for none. */
export function hoursInWords(hours: Iterable<number>, lang: Lang): string {
  const chosen = new Set(hours);
  const days = WEEKDAYS[lang].map((_, day) => runsOf(chosen, day));
  const parts: string[] = [];
  for (let day = 0; day < DAYS_IN_WEEK;) {
    let last = day;
    while (days[last + 1] !== undefined && days[last + 1]?.join() === days[day]?.join()) last++;
    const runs = days[day] ?? [];
    const name = last === day ? weekdayName(day, lang) : `${weekdayName(day, lang)}–${weekdayName(last, lang)}`;
    if (runs.length > 0) parts.push(runs[0] === "00–24" ? name : `${name} ${formatList(runs, lang)}`);
    day = last + 1;
  }
  return formatList(parts, lang);
}

function runsOf(chosen: ReadonlySet<number>, day: number): string[] {
  const runs: string[] = [];
  for (let hour = 0; hour < HOURS_IN_DAY; hour++) {
    const start = hour;
    while (hour < HOURS_IN_DAY && chosen.has(day * HOURS_IN_DAY + hour)) hour++;
    if (hour > start) runs.push(hourPeriod(start, hour - start));
  }
  return runs;
}
