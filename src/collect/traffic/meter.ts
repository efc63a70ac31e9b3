// A meter: radar, tubes or a display beside the road, and which column of its file is what. Said once and kept with the meter, so that next month's file is read by itself.
import { z } from "zod";
import { millisecondsOf } from "../../ground/time.ts";
import { dayReader, clockReader } from "../imports/clock-text.ts";

export const METER_METHODS = ["radar", "tubes", "display", "camera", "other"] as const;
export type MeterMethod = (typeof METER_METHODS)[number];

export const ODDITIES = ["no-time", "no-count", "impossible-speed", "broken-row"] as const;
/** A row that is not as the others. An impossible speed is a vehicle without one; the other rows are left out. */
export type OddRow = { readonly line: number; readonly what: (typeof ODDITIES)[number]; readonly read: string };

/** So many odd rows are kept and told one by one; all are counted. */
export const ODD_TOLD = 50;

const column = z.string().trim().min(1).max(200);
const binField = z.object({
  column,
  from: z.number().min(0).max(400),
  /** Left out where the bin has no top. */
  to: z.number().min(0).max(400).exactOptional(),
});

export type MeterBin = z.output<typeof binField>;

export const meterMappingField = z.object({
  separator: z.enum([",", ";", "\t", "|"]),
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]).optional(),
  /** Which row of the file has the names of the columns; what stands above it is the meter's own. */
  headingRow: z.int().min(1).max(100),
  /** The clock stands beside the day or in a column of its own. `format` is as in clock-text.ts. */
  time: z.object({ column, clockColumn: column.exactOptional(), format: z.string().trim().min(1).max(40) }),
  direction: column.exactOptional(),
  rows: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("vehicles"), speed: column }),
    z.object({
      kind: z.literal("bins"),
      minutes: z.int().min(1).max(1440),
      bins: z.array(binField).min(2).max(100),
    }),
  ]),
});
export type MeterMapping = z.output<typeof meterMappingField>;

/** Every column the mapping names. */
export function columnsOfMeter({ time, direction, rows }: MeterMapping): readonly string[] {
  const counted = rows.kind === "vehicles" ? [rows.speed] : rows.bins.map((bin) => bin.column);
  return [time.column, time.clockColumn ?? [], direction ?? [], counted].flat();
}

/** Formats as meters write them, the likelier first: a day before a month where both could be meant. */
const FORMATS = [
  "yyyy-MM-dd",
  "dd/MM/yyyy",
  "MM/dd/yyyy",
  "dd.MM.yyyy",
  "dd-MM-yyyy",
  "dd MM yyyy",
  "yyyy/MM/dd",
  "yyMMdd",
  "yyyyMMdd",
  "dd/MM/yy",
  "dd.MM.yy",
].flatMap((day) => ["HH:mm:ss", "HH:mm", "HH.mm.ss", "HH.mm"].map((clock) => `${day} ${clock}`));
const MONTHS = ["jan", "feb", "mar", "apr", "ma[jy]", "jun", "jul", "aug", "sep", "o[kc]t", "nov", "dec"];
const MONTH = new RegExp(`(?<=\\d[ .-])(${MONTHS.join("|")})[a-z]*\\.?(?=[ .-]\\d)`, "i");

/** The clock of a meter without what a format cannot say: fractions of seconds, AM and PM, names of months, T between day and clock, two blanks. */
export function plainClock(text: string): string {
  const plain = text
    .trim()
    .replace(/^(\d{4}-\d{2}-\d{2})T/, "$1 ")
    .replaceAll(/\s+/g, " ")
    .replace(/(:\d{2}:\d{2})[.,]\d{1,9}$/, "$1")
    .replace(MONTH, (name) => String(MONTHS.findIndex((month) => new RegExp(`^${month}`, "i").test(name)) + 1));
  const half = /^(.*?)(\d{1,2})([:.]\d{2}(?:[:.]\d{2})?) ?([AP])\.?M\.?$/i.exec(plain);
  if (half === null) return plain;
  const [, before = "", hour = "", rest = "", letter = ""] = half;
  return `${before}${(Number(hour) % 12) + (letter.toUpperCase() === "P" ? 12 : 0)}${rest}`;
}

const NAMES = {
  time: /^(tid|datum|date|time|dag|day|timestamp|tidpunkt|start|från|fran|klockslag|datetime|date.?time|datum.?tid)/i,
  clock: /^(tid|time|klocka|klockslag|kl)\b/i,
  day: /^(datum|date|dag|day)\b/i,
  speed: /hastighet|speed|fart|km\/?h|^v\b/i,
  direction: /riktning|direction|^dir\b|körfält|lane/i,
};
/** "30-40", "31–40 km/h", "<20", "0-19", ">70", "70+", "70 och över". */
const BIN =
  /^(?:v|km\/h|hast\w*|speed)?\s*(?:(\d{1,3})\s*(?:-|–|till|to)\s*(<)?\s*(\d{1,3})|[<≤]\s*(\d{1,3})|[>≥]\s*=?\s*(\d{1,3})|(\d{1,3})\s*(?:\+|och|and|-|–)[^\d]*)\s*(?:km\/?h)?$/i;

/** A heading that is longer is none of those. */
const LONGEST_BIN = 100;

/** What the mapping of a file probably is, from its heading and first rows; undefined where that cannot be seen. */
export function guessMapping(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
  how: Pick<MeterMapping, "separator" | "headingRow" | "encoding">,
): MeterMapping | undefined {
  const named = (pattern: RegExp) => heading.find((name) => pattern.test(name));
  const cell = (row: readonly string[], name: string) => row[heading.indexOf(name)] ?? "";
  const [day, clock] = [named(NAMES.day), named(NAMES.clock)];
  const apart =
    day !== undefined &&
    clock !== undefined &&
    day !== clock &&
    rows.every((row) => !/\d[:.]\d\d/.test(cell(row, day)));
  const timeColumn = apart ? day : named(NAMES.time);
  if (timeColumn === undefined) return undefined;
  const written = (row: readonly string[]) => (apart ? `${cell(row, day)} ${cell(row, clock)}` : cell(row, timeColumn));
  const format = formatOf(rows.map(written));
  if (format === undefined) return undefined;
  const direction = named(NAMES.direction);
  const base = {
    ...how,
    time: { column: timeColumn, ...(apart ? { clockColumn: clock } : {}), format },
    ...(direction === undefined ? {} : { direction }),
  };
  const bins = binsOf(heading);
  if (bins.length >= 2) {
    const minutes = minutesBetween(rows.map(written), format);
    return { ...base, rows: { kind: "bins", minutes, bins: [...bins] } };
  }
  const speed = named(NAMES.speed);
  return speed === undefined ? undefined : { ...base, rows: { kind: "vehicles", speed } };
}

/** The first format that most of the rows are written in. */
function formatOf(texts: readonly string[]): string | undefined {
  const read = FORMATS.map((format) => {
    const day = dayReader(format);
    return { format, count: texts.filter((text) => day(plainClock(text)) !== undefined).length };
  });
  const most = Math.max(...read.map(({ count }) => count));
  return most === 0 ? undefined : read.find(({ count }) => count === most)?.format;
}

/** The usual step between rows; a day's rows of both directions stand at the same time. */
function minutesBetween(texts: readonly string[], format: string): number {
  const clock = clockReader(format, "Europe/Stockholm");
  const times = texts.flatMap((text) => clock(plainClock(text)) ?? []).map(millisecondsOf);
  const steps = times
    .slice(1)
    .flatMap((time, place) => (time > times[place]! ? [(time - times[place]!) / 60_000] : []));
  const least = Math.min(...steps);
  return Number.isFinite(least) && least <= 1440 ? Math.max(1, Math.round(least)) : 60;
}

/**
 * The bins that headings name, in order. "30-39" and "40-49" are whole kilometres, so the first goes up to 40; "30-40" and "40-50" meet, and so do they.
 */
export function binsOf(heading: readonly string[]): readonly MeterBin[] {
  const read = heading.flatMap((name): { column: string; from: number; to: number | undefined }[] => {
    const match = name.length > LONGEST_BIN ? null : BIN.exec(name.trim());
    if (match === null) return [];
    const [, from, , to, under, over, plus] = match;
    if (under !== undefined) return [{ column: name, from: 0, to: Number(under) }];
    if (from !== undefined) return [{ column: name, from: Number(from), to: Number(to) }];
    return [{ column: name, from: Number(over ?? plus), to: undefined }];
  });
  const sorted = read.toSorted((a, b) => a.from - b.from);
  return sorted.map(({ column: name, from, to }, place) => {
    const next = sorted[place + 1]?.from;
    const top = next !== undefined && (to === undefined || Math.abs(next - to) <= 1) ? next : to;
    return { column: name, from, ...(top === undefined ? {} : { to: top }) };
  });
}

/** A file has the format of a meter when it has the same heading in the same place. */
export function formatKey(heading: readonly string[], separator: string): string {
  return [separator, ...heading.map((name) => name.trim().toLowerCase())].join("\u001f");
}
