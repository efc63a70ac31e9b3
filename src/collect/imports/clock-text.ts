// Reads times as files write them, by a format a person can type.
import {
  type Day,
  fromSwedishClock,
  type Instant,
  instantOf,
  millisecondsOf,
  readDay,
  readInstant,
} from "../../ground/time.ts";

type Parts = { readonly day: Day; readonly hour: number; readonly minute: number; readonly second: number };
export type Zone = "Europe/Stockholm" | "UTC";

const TOKENS: readonly (readonly [token: string, digits: string, part: string])[] = [
  ["yyyy", "(\\d{4})", "year"],
  ["yy", "(\\d{2})", "short-year"],
  ["MM", "(\\d{1,2})", "month"],
  ["M", "(\\d{1,2})", "month"],
  ["dd", "(\\d{1,2})", "date"],
  ["d", "(\\d{1,2})", "date"],
  ["HH", "(\\d{1,2})", "hour"],
  ["H", "(\\d{1,2})", "hour"],
  ["mm", "(\\d{2})", "minute"],
  ["m", "(\\d{1,2})", "minute"],
  ["ss", "(\\d{2})", "second"],
  ["s", "(\\d{1,2})", "second"],
];

/** A reader for a format, made once for a whole file. */
export type ClockReader = (text: string) => Instant | undefined;
export type DayReader = (text: string) => Day | undefined;

/** "yyyy-MM-dd HH:mm" and the like; "iso" takes ISO 8601 with offset, or without it by the clock of `zone`. */
export function clockReader(format: string, zone: Zone): ClockReader {
  if (format === "iso") return remembered((text) => readInstant(text.trim()) ?? inZone(isoParts(text), zone));
  const read = partsReader(format);
  return remembered((text) => inZone(read(text), zone));
}

/** The day only; months have their first day. */
export function dayReader(format: string): DayReader {
  const read = format === "iso" ? isoParts : partsReader(format);
  return remembered((text) => read(text)?.day);
}

/** Files say the same few times over and over, and the clock of Sweden is slow to ask. */
export function remembered<From extends string, To>(answer: (from: From) => To, most = 5000): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    const before = known.get(from);
    if (before !== undefined) return before;
    const found = answer(from);
    if (known.size >= most) known.clear();
    known.set(from, found);
    return found;
  };
}

/** An hour (0–23) of a day. */
export function hourOf(day: Day, hour: number, zone: Zone): Instant {
  return zone === "UTC"
    ? instantOf(millisecondsOf(`${day}T00:00:00.000Z` as Instant) + hour * 3_600_000)
    : fromSwedishClock(day, hour);
}

/** From the first to the last moment of the day, by the clock of the zone. */
export function wholeDay(day: Day, zone: Zone): { readonly from: Instant; readonly to: Instant } {
  return { from: hourOf(day, 0, zone), to: instantOf(millisecondsOf(hourOf(day, 23, zone)) + 3_599_999) };
}

function inZone(parts: Parts | undefined, zone: Zone): Instant | undefined {
  if (parts === undefined) return undefined;
  const { day, hour, minute, second } = parts;
  if (zone === "Europe/Stockholm") return fromSwedishClock(day, hour, minute, second);
  return instantOf(millisecondsOf(`${day}T00:00:00.000Z` as Instant) + ((hour * 60 + minute) * 60 + second) * 1000);
}

function isoParts(text: string): Parts | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?$/.exec(text.trim());
  if (match === null) return undefined;
  return checked(match[1] ?? "", Number(match[2] ?? 0), Number(match[3] ?? 0), Number(match[4] ?? 0));
}

function partsReader(format: string): (text: string) => Parts | undefined {
  const names: string[] = [];
  let pattern = "";
  for (let rest = format; rest !== "";) {
    const token = TOKENS.find(([written]) => rest.startsWith(written));
    const taken = token?.[0] ?? rest[0]!;
    pattern += token?.[1] ?? taken.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
    if (token !== undefined) names.push(token[2]);
    rest = rest.slice(taken.length);
  }
  const whole = new RegExp(`^${pattern}$`);
  return (text) => {
    const match = whole.exec(text.trim());
    if (match === null) return undefined;
    const part = (name: string, otherwise: number) => {
      const index = names.indexOf(name);
      return index < 0 ? otherwise : Number(match[index + 1]);
    };
    const year = part("year", 2000 + part("short-year", 0));
    const day = `${year}-${String(part("month", 1)).padStart(2, "0")}-${String(part("date", 1)).padStart(2, "0")}`;
    return checked(day, part("hour", 0), part("minute", 0), part("second", 0));
  };
}

function checked(text: string, hour: number, minute: number, second: number): Parts | undefined {
  const day = readDay(text);
  return day === undefined || hour > 23 || minute > 59 || second > 59 ? undefined : { day, hour, minute, second };
}
