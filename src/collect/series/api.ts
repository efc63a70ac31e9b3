// The doors of statistics: the list, one series with its figures and what they stand beside, a file tried out and read in, a reading taken back, a break noted.
import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { dayField } from "../../ground/time.ts";
import { AREA_KINDS } from "./area.ts";
import { ABSENCES, SERIES_EXPECTATIONS, SERIES_KINDS, SEXES, STANDINGS } from "./found.ts";
import { STEPS } from "./period.ts";
import { AREAS, READING_STATES } from "./reading.ts";

const partnership = z.string();
const slug = z.string().max(200);
const words = (max: number) => z.string().trim().max(max);

const area = z.object({ kind: z.enum(AREA_KINDS), code: z.string(), name: z.string() });
const series = z.object({
  slug: z.string(),
  sourceId: z.string(),
  name: z.string(),
  unit: z.string(),
  step: z.enum(STEPS),
  area,
  sex: z.enum(SEXES),
  caveat: z.string(),
  licence: z.string(),
  example: z.boolean(),
});
const figure = z.object({
  value: z.number().optional(),
  absent: z.enum(ABSENCES).optional(),
  mark: z.string(),
  low: z.number().optional(),
  high: z.number().optional(),
  n: z.number().optional(),
  standing: z.enum(STANDINGS),
});
const value = figure.extend({ from: z.string(), to: z.string() });
const noted = z.object({
  id: z.string(),
  on: z.string(),
  why: z.string(),
  organisationId: z.string(),
  /** The file said so itself. */
  fromFile: z.boolean(),
});
const report = z.object({
  series: z.number(),
  newSeries: z.number(),
  added: z.number(),
  changed: z.number(),
  same: z.number(),
  older: z.number(),
  absent: z.number(),
  outside: z.number(),
  unreadable: z.number(),
  problems: z
    .array(
      z.object({
        line: z.number(),
        column: z.string().optional(),
        read: z.string(),
        expected: z.enum(SERIES_EXPECTATIONS),
      }),
    )
    .readonly(),
});
const reading = report.omit({ problems: true }).extend({
  id: z.string(),
  kind: z.enum(SERIES_KINDS),
  fileName: z.string(),
  checksum: z.string(),
  retrievedOn: z.string(),
  asOf: z.string(),
  areas: z.enum(AREAS),
  readAt: z.string(),
  organisationId: z.string(),
  state: z.enum(READING_STATES),
  sourceId: z.string(),
});

export const listSeries = endpoint({
  name: "collect.list-series",
  kind: "question",
  path: "/api/collect/{partnership}/series",
  summary: "Statistiken: vad, var, senaste perioden och källan; ett mått en gång, kommunens egen serie först",
  input: z.object({ partnership }),
  output: z.object({
    series: z.array(
      series.extend({
        latest: value,
        values: z.number(),
        breaks: z.number(),
        /** How many other places the same measure is known for. */
        beside: z.number(),
      }),
    ),
    sources: z.array(z.object({ id: z.string(), slug: z.string(), name: z.string(), caveat: z.string() })),
    readings: z.array(reading),
  }),
});

export const openSeries = endpoint({
  name: "collect.open-series",
  kind: "question",
  path: "/api/collect/{partnership}/series/{slug}",
  summary: "En serie med alla värden, vad som sagts förut, jämförbarhetsbrott och andra platser att jämföra med",
  input: z.object({ partnership, slug }),
  output: z.object({
    series,
    source: z.object({ slug: z.string(), name: z.string(), method: z.string(), caveat: z.string() }),
    values: z.array(
      value.extend({
        /** What earlier readings said, the oldest first. */
        before: z.array(figure.extend({ asOf: z.string(), fileName: z.string() })),
        asOf: z.string(),
        fileName: z.string(),
      }),
    ),
    breaks: z.array(noted),
    /** The same measure in other places. */
    beside: z.array(z.object({ slug: z.string(), area, values: z.array(value) })),
    whole: z.object({ slug: z.string(), name: z.string() }).optional(),
    parts: z.array(z.object({ slug: z.string(), name: z.string() })),
    readings: z.array(reading),
  }),
});

const asked = z.object({
  partnership,
  fileName: words(200).default(""),
  /** The day the file was fetched from its source. */
  retrievedOn: dayField,
  areas: z.enum(AREAS).default("near"),
});

export const tryOutSeriesFile = endpoint({
  name: "collect.try-out-series-file",
  kind: "upload",
  path: "/api/collect/{partnership}/series-files/try",
  summary: "Se vad en statistikfil skulle ge; inget läses in",
  input: asked,
  output: report.extend({
    kind: z.enum(SERIES_KINDS),
    source: z.string(),
    licence: z.string(),
    asOf: z.string(),
    /** The first series, to know the file by. */
    first: z.array(series.extend({ latest: value })),
  }),
});

export const readSeriesFile = endpoint({
  name: "collect.read-series-file",
  kind: "upload",
  path: "/api/collect/{partnership}/series-files",
  summary: "Läs in en statistikfil; samma fil två gånger ändrar ingenting",
  input: asked,
  output: reading.extend({ problems: report.shape.problems, first: z.string().optional() }),
});

export const undoSeriesReading = endpoint({
  name: "collect.undo-series-reading",
  kind: "command",
  path: "/api/collect/{partnership}/series-files/{id}/undo",
  summary: "Ta tillbaka en hel inläsning av statistik: serierna blir som om filen aldrig lästs",
  input: z.object({ partnership, id: idOf("series-reading") }),
  output: z.object({ values: z.number(), series: z.number() }),
});

export const noteSeriesBreak = endpoint({
  name: "collect.note-series-break",
  kind: "command",
  path: "/api/collect/{partnership}/series/{slug}/breaks",
  summary: "Säg att en serie byter innebörd från en dag; före och efter jämförs inte",
  input: z.object({ partnership, slug, on: dayField, why: words(500) }),
  output: z.object({ id: z.string() }),
});

export const takeBackSeriesBreak = endpoint({
  name: "collect.take-back-series-break",
  kind: "command",
  path: "/api/collect/{partnership}/series-breaks/{id}/take-back",
  summary: "Ta tillbaka ett brott i en serie som någon sagt av misstag",
  input: z.object({ partnership, id: idOf("series-break") }),
  output: z.object({ id: z.string() }),
});

export const seriesApi = [
  listSeries,
  openSeries,
  tryOutSeriesFile,
  readSeriesFile,
  undoSeriesReading,
  noteSeriesBreak,
  takeBackSeriesBreak,
] as const;
