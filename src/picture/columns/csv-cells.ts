// What a cell of an event file says: numbers, days and moments in the spellings that come, and words as codes. csv-bytes.ts reads the common spellings itself; here are all of them.
import { TIME_PRECISIONS } from "./event-store.ts";
import { dayNumber, daysOfMonth, FIRST_YEAR, LAST_YEAR, minuteOfWall, wallKind, type WallKind } from "./local-time.ts";

/** The code of a word that is not there, or for which there were no more codes. */
export const NO_WORD = 0xffff;

export const MINUTE_PRECISION = TIME_PRECISIONS.indexOf("minute");
export const HOUR_PRECISION = TIME_PRECISIONS.indexOf("hour");
export const DAY_PRECISION = TIME_PRECISIONS.indexOf("day");
export const MONTH_PRECISION = TIME_PRECISIONS.indexOf("month");
export const INTERVAL_PRECISION = TIME_PRECISIONS.indexOf("interval");
export const UNKNOWN_PRECISION = TIME_PRECISIONS.indexOf("unknown");

/** How days are written when not as year-month-day: 3/1/2024 is the first of March or the third of January. Nobody can tell by looking. */
export type DayOrder = "month-first" | "day-first";

export type ReadTime = {
  /** Since 1970-01-01T00:00Z; of a day or a month, its first minute in Sweden. */
  readonly minute: number;
  readonly precision: number;
  /** A wall time that the clock skipped or had twice. */
  readonly clock: WallKind;
};

const YEAR_FIRST = /^(?<year>\d{4})[-/](?<month>\d{1,2})(?:[-/](?<day>\d{1,2}))?(?<rest>(?:[T ].*)?)$/;
const MONTH_FIRST = /^(?<month>\d{1,2})[/.-](?<day>\d{1,2})[/.-](?<year>\d{4})(?<rest>(?:[T ].*)?)$/;
const DAY_FIRST = /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})(?<rest>(?:[T ].*)?)$/;
const CLOCK = /^[T ] *(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)? *(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** Reads a day, a month or a moment; without an offset it is Swedish wall time. undefined for what is not in the calendar or on the clock. */
export function readTime(text: string, dayOrder: DayOrder | undefined): ReadTime | undefined {
  const turned = dayOrder === "month-first" ? MONTH_FIRST : dayOrder === "day-first" ? DAY_FIRST : undefined;
  const found = (YEAR_FIRST.exec(text) ?? turned?.exec(text))?.groups;
  if (found === undefined) return undefined;
  const [year, month, day] = [Number(found["year"]), Number(found["month"]), Number(found["day"] ?? 1)];
  if (month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return undefined;
  const midnight = dayNumber(year, month, day) * 1440;
  const rest = found["rest"] ?? "";
  if (rest.trim() === "")
    return {
      minute: minuteOfWall(midnight),
      precision: found["day"] === undefined ? MONTH_PRECISION : DAY_PRECISION,
      clock: "once",
    };
  return found["day"] === undefined ? undefined : readClock(rest, midnight);
}

function readClock(text: string, midnight: number): ReadTime | undefined {
  const found = CLOCK.exec(text);
  if (found === null) return undefined;
  const [hour, minute, second] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
  // Midnight at the end of a day may be written 24:00; a leap second is 60.
  if (minute > 59 || second > 60 || hour * 60 + minute > 1440) return undefined;
  const wall = midnight + hour * 60 + minute;
  const zone = found[4];
  if (zone === undefined) return { minute: minuteOfWall(wall), precision: MINUTE_PRECISION, clock: wallKind(wall) };
  const digits = zone.replaceAll(/\D/g, "");
  const ahead = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return { minute: wall - (zone.startsWith("-") ? -ahead : ahead), precision: MINUTE_PRECISION, clock: "once" };
}

/** Reads an hour of the day in a column of its own: 0–23, or a moment of that hour ("18:30"); undefined for what is none. */
export function readHour(text: string): number | undefined {
  const found = /^(\d{1,2})(?:[:.][0-5]\d(?:[:.][0-5]\d)?)?$/.exec(text);
  return found === null || Number(found[1]) > 23 ? undefined : Number(found[1]);
}

/** Reads a number in any spelling that JavaScript knows, or with a decimal comma, or with a true minus sign; NaN for what is none. */
export function readNumber(text: string): number {
  const plain = text.replace("−", "-").replace(/^([^,.]*),([^,.]*)$/, "$1.$2");
  return /^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}

/** What is wrong with a position in degrees. Sweden lies at 10–25 degrees east and 55–70 north; the other way round is the sea off Yemen. */
export function placeWrong(lon: number, lat: number): "not-on-earth" | "maybe-swapped" | undefined {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return "not-on-earth";
  return lon > 54 && lon < 70 && lat > 10 && lat < 25 ? "maybe-swapped" : undefined;
}

const MONTHS = (LAST_YEAR - FIRST_YEAR + 1) * 12;
/** First days of months from FIRST_YEAR on, as days since 1970, and how long they are. */
export const monthStarts = new Int32Array(MONTHS);
export const monthLengths = new Uint8Array(MONTHS);
for (let month = 0; month < monthStarts.length; month++) {
  const year = FIRST_YEAR + Math.floor(month / 12);
  monthStarts[month] = dayNumber(year, (month % 12) + 1, 1);
  monthLengths[month] = daysOfMonth(year, (month % 12) + 1);
}

export type WordCodes = {
  /** The code of a word's bytes with this hash: the next free one when it is new. */
  readonly codeOf: (bytes: Uint8Array, from: number, to: number, hash: number) => number;
  /** The same of a word as text; NO_WORD of none. */
  readonly codeOfText: (text: string) => number;
  /** A known word's bytes. */
  readonly bytesOf: (code: number) => Uint8Array;
  /** The words, by code. */
  readonly words: readonly string[];
};

/** One step of the words' hash (Fowler, Noll and Vo's), from HASH_START on. */
export const HASH_START = 0x811c9dc5 | 0;
export const HASH_FACTOR = 0x01000193;

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = HASH_START;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, HASH_FACTOR);
  return hash;
}

const SLOTS = 2 ** 17;

/** Words as codes 0, 1, … in the order they came; from the 65,536th on they are NO_WORD. */
export function wordCodes(): WordCodes {
  const words: string[] = [];
  const slots = new Int32Array(SLOTS);
  let spelled = new Uint8Array(4096);
  const starts: number[] = [0];
  const decoder = new TextDecoder();
  const isWord = (code: number, bytes: Uint8Array, from: number, to: number): boolean => {
    const start = starts[code]!;
    const length = to - from;
    if (starts[code + 1]! - start !== length) return false;
    for (let i = 0; i < length; i++) if (spelled[start + i] !== bytes[from + i]) return false;
    return true;
  };
  const learn = (bytes: Uint8Array, from: number, to: number): void => {
    const start = starts.at(-1)!;
    const end = start + to - from;
    if (end > spelled.length) {
      const longer = new Uint8Array(Math.max(end, spelled.length * 2));
      longer.set(spelled);
      spelled = longer;
    }
    spelled.set(bytes.subarray(from, to), start);
    starts.push(end);
    words.push(decoder.decode(bytes.subarray(from, to)));
  };
  const codeOf = (bytes: Uint8Array, from: number, to: number, hash: number): number => {
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (; slots[slot] !== 0; slot = (slot + 1) & (SLOTS - 1))
      if (isWord(slots[slot]! - 1, bytes, from, to)) return slots[slot]! - 1;
    if (words.length === NO_WORD) return NO_WORD;
    learn(bytes, from, to);
    slots[slot] = words.length;
    return words.length - 1;
  };
  return {
    words,
    codeOf,
    codeOfText: (text) => {
      const bytes = new TextEncoder().encode(text);
      return bytes.length === 0 ? NO_WORD : codeOf(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length));
    },
    bytesOf: (code) => spelled.subarray(starts[code], starts[code + 1]),
  };
}

/** A number of two digits, or one below 0 or above 99 where they are not digits. */
export function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 48;
  const ones = bytes[at + 1]! - 48;
  return tens >>> 0 <= 9 && ones >>> 0 <= 9 ? tens * 10 + ones : -1;
}

export function fourDigits(bytes: Uint8Array, at: number): number {
  const front = twoDigits(bytes, at);
  const back = twoDigits(bytes, at + 2);
  return front < 0 || back < 0 ? -1 : front * 100 + back;
}

/** A cell without its quotes: what stands between them with doubled ones made single, and whatever comes after. */
export function unquoted(written: string, quoted: string): string {
  return quoted.slice(1, -1).replaceAll('""', '"') + written.slice(quoted.length);
}

/** 1 where a line ends with a carriage return here and a line feed. */
export const returns = (bytes: Uint8Array, at: number): number => (bytes[at] === 13 && bytes[at + 1] === 10 ? 1 : 0);

/** Where a quoted cell's quote ends, after it; -1 where it does not before `to`. */
export function quoteEnd(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from + 1; at < to; at++)
    if (bytes[at] === 34) {
      if (bytes[at + 1] !== 34) return at + 1;
      at++;
    }
  return -1;
}
