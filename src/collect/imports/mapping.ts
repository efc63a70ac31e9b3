// Which column of an event file is what. Saved with the source, so that next month's file is read by itself.
import { z } from "zod";
import { CATEGORIES } from "../category.ts";

const column = z.string().trim().min(1).max(200);

/**
 * How a time is written: yyyy, yy, M or MM, d or dd, H or HH, m or mm, s or ss, everything else as it stands: "yyyy-MM-dd HH:mm".
 * "iso" reads ISO 8601; an offset written in the file goes before `zone`.
 */
const format = z.string().trim().min(1).max(40);
/** The clock the file was written by. */
const zone = z.enum(["Europe/Stockholm", "UTC"]).default("Europe/Stockholm");

const timeField = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("instant"), column, format, zone }),
  z.object({ kind: z.literal("day"), column, format, hourColumn: column.optional(), zone }),
  z.object({ kind: z.literal("interval"), from: column, to: column, format, zone }),
  z.object({ kind: z.literal("month"), column, format }),
  z.object({ kind: z.literal("none") }),
]);

const placeField = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("position"),
    lon: column,
    lat: column,
    name: column.optional(),
    /** How far off the positions of this source may be, where that is known. */
    accuracyMetres: z.number().min(0).max(100_000).optional(),
  }),
  z.object({ kind: z.literal("municipality"), column }),
  z.object({ kind: z.literal("name"), column }),
  z.object({ kind: z.literal("none") }),
]);

export const mappingField = z.object({
  /** Where each row has a number of its own; else the row's content is its number. */
  foreignId: column.optional(),
  time: timeField,
  place: placeField,
  category: z.object({
    column: column.optional(),
    /** The file's words, in any letters, to ours. */
    values: z.record(z.string(), z.enum(CATEGORIES)).default({}),
    otherwise: z.enum(CATEGORIES).default("other.other"),
  }),
  /** Columns that become the text, in this order. */
  text: z.array(column).max(10).default([]),
  separator: z.enum([",", ";", "\t", "|"]).optional(),
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]).optional(),
  /** Which sheet of a workbook; where it has none of that name, the first that is shown. */
  sheet: z.string().min(1).max(100).optional(),
});
export type Mapping = z.output<typeof mappingField>;

/** Every column the mapping names. */
export function columnsOf(mapping: Mapping): readonly string[] {
  const { time, place } = mapping;
  const ofTime =
    time.kind === "interval"
      ? [time.from, time.to]
      : time.kind === "none"
        ? []
        : [time.column, ...(time.kind === "day" && time.hourColumn !== undefined ? [time.hourColumn] : [])];
  const ofPlace =
    place.kind === "position"
      ? [place.lon, place.lat, ...(place.name === undefined ? [] : [place.name])]
      : place.kind === "none"
        ? []
        : [place.column];
  return [...new Set([mapping.foreignId ?? [], ofTime, ofPlace, mapping.category.column ?? [], mapping.text].flat())];
}
