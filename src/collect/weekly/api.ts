import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { positionField } from "../../ground/place.ts";
import { dayField, instantField } from "../../ground/time.ts";
import { CATEGORIES } from "../category.ts";
import { SHARINGS } from "../observation.ts";
import { CELL_STATES } from "./coverage.ts";
import { PARTS } from "./report.ts";

const partnership = z.string();
const words = (max: number) => z.string().trim().max(max);
const category = z.enum(CATEGORIES);
const severity = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const place = z.object({ name: words(100), position: positionField.optional() });
const places = z.array(place).max(40);
const said = { sv: words(60).min(1), en: words(60).min(1) };
const branches = z
  .array(z.object({ ...said, choices: z.array(z.object({ ...said, category, near: z.boolean() })).max(60) }))
  .max(20);
const tree = z.object({ name: words(40).min(1), branches });
const reporter = z.object({
  id: z.string(),
  role: z.string(),
  area: z.string(),
  places: z.array(place).readonly(),
});
const readonlyTree = z.object({
  name: z.string(),
  branches: z
    .array(
      z.object({
        sv: z.string(),
        en: z.string(),
        choices: z.array(z.object({ sv: z.string(), en: z.string(), category, near: z.boolean() })).readonly(),
      }),
    )
    .readonly(),
});

export const openWeek = endpoint({
  name: "collect.open-week",
  kind: "question",
  path: "/api/collect/{partnership}/weekly/mine",
  summary: "Rapportörens vecka: egna platser, vad som frågas och vad det förra ledde till",
  input: z.object({ partnership }),
  output: z.object({
    week: z.string(),
    tree: readonlyTree,
    /** Null for those who are no reporters here. */
    reporter: reporter.nullable(),
    /** How many events have been sent this week; null before the first report. */
    sent: z.number().nullable(),
    last: z.object({ week: z.string(), events: z.number() }).nullable(),
    returns: z.array(z.object({ week: z.string(), text: z.string(), on: z.string() })),
    /** What others have reported of late. */
    recent: z.array(
      z.object({
        id: z.string(),
        category,
        placeName: z.string(),
        position: positionField.optional(),
        notedAt: z.string(),
      }),
    ),
    /** Weeks before this one without a report, the latest first. */
    missed: z.array(z.string()).readonly(),
    awayUntil: z.string().nullable(),
  }),
});

export const sendWeeklyReport = endpoint({
  name: "collect.send-weekly-report",
  kind: "command",
  path: "/api/collect/{partnership}/weekly/reports",
  summary: "Skicka veckan; inga händelser är «inget särskilt». Samma id två gånger ger samma svar",
  input: z.object({
    partnership,
    /** Made on the phone. */
    id: idOf("weekly-report"),
    /** The Monday of the week. */
    week: dayField,
    writtenAt: instantField,
    events: z
      .array(
        z.object({
          id: idOf("observation"),
          category,
          place: words(100),
          part: z.enum(PARTS),
          severity,
          text: words(1000).default(""),
          sharing: z.enum(SHARINGS).default("shared"),
          joins: idOf("observation").optional(),
        }),
      )
      .max(30),
  }),
  output: z.object({ id: z.string(), events: z.number() }),
});

export const setWeeklyAbsence = endpoint({
  name: "collect.set-weekly-absence",
  kind: "command",
  path: "/api/collect/{partnership}/weekly/absences",
  summary: "Jag är ledig till den här dagen; ingen frågar efter rapport under tiden",
  input: z.object({ partnership, id: idOf("weekly-absence"), from: dayField, until: dayField }),
  output: z.object({ until: z.string() }),
});

export const weeklyCoverage = endpoint({
  name: "collect.weekly-coverage",
  kind: "question",
  path: "/api/collect/{partnership}/weekly",
  summary: "Veckorna: vem som har rapporterat, vad som hände och vad det ledde till",
  input: z.object({ partnership, weeks: z.coerce.number().int().min(1).max(53).default(12) }),
  output: z.object({
    name: z.string(),
    weeks: z.array(z.string()).readonly(),
    reporters: z.array(
      reporter.extend({
        organisationId: z.string(),
        party: z.enum(["municipality", "police", "other"]),
        owner: z.string(),
        vacant: z.boolean(),
        ended: z.boolean(),
        silentWeeks: z.number(),
        /** One for each of `weeks`. */
        cells: z.array(z.object({ state: z.enum(CELL_STATES), events: z.number() })),
        example: z.boolean(),
      }),
    ),
    events: z.array(
      z.object({
        id: z.string(),
        week: z.string(),
        category,
        text: z.string(),
        placeName: z.string(),
        severity: z.number(),
        reporters: z.number(),
        /** «vaktmästare, Norra området», of the first who reported it. */
        role: z.string(),
        area: z.string(),
        answer: z.object({ text: z.string(), on: z.string() }).nullable(),
        example: z.boolean(),
      }),
    ),
  }),
});

export const answerWeeklyEvent = endpoint({
  name: "collect.answer-weekly-event",
  kind: "command",
  path: "/api/collect/{partnership}/weekly/events/{id}/answer",
  summary: "Skriv vad en händelse ledde till; rapportören läser det nästa vecka",
  input: z.object({ partnership, id: idOf("observation"), text: words(300), on: dayField }),
  output: z.object({ id: z.string() }),
});

export const weeklySettings = endpoint({
  name: "collect.weekly-settings",
  kind: "question",
  path: "/api/collect/{partnership}/weekly/settings",
  summary: "Vad veckorapporten frågar om",
  input: z.object({ partnership }),
  output: z.object({ tree: readonlyTree }),
});

export const changeWeeklyTree = endpoint({
  name: "collect.change-weekly-tree",
  kind: "command",
  path: "/api/collect/{partnership}/weekly/settings",
  summary: "Ändra vad veckorapporten heter och frågar om",
  input: z.object({ partnership, ...tree.shape }),
  output: z.object({ choices: z.number() }),
});

export const setWeeklyReporter = endpoint({
  name: "collect.set-weekly-reporter",
  kind: "command",
  path: "/api/collect/{partnership}/weekly/reporters",
  summary: "Lägg till en rapportör, eller ändra roll, område, platser och vem",
  input: z.object({
    partnership,
    /** Of the one that is changed. */
    id: idOf("weekly-reporter").optional(),
    personId: idOf("person").optional(),
    role: words(100),
    area: words(100),
    places,
  }),
  output: z.object({ id: z.string() }),
});

export const endWeeklyReporter = endpoint({
  name: "collect.end-weekly-reporter",
  kind: "command",
  path: "/api/collect/{partnership}/weekly/reporters/{id}/end",
  summary: "Avsluta en rapportör; det som rapporterats finns kvar",
  input: z.object({ partnership, id: idOf("weekly-reporter") }),
  output: z.object({ id: z.string() }),
});

export const printStickers = endpoint({
  name: "collect.print-weekly-stickers",
  kind: "download",
  path: "/api/collect/{partnership}/weekly/reporters/{id}/stickers",
  summary: "Lappar att sätta upp på rapportörens platser: QR-kod till veckorapporten, med platsen vald",
  input: z.object({ partnership, id: idOf("weekly-reporter") }),
  output: z.object({}),
});

export const weeklyApi = [
  openWeek,
  sendWeeklyReport,
  setWeeklyAbsence,
  weeklyCoverage,
  answerWeeklyEvent,
  weeklySettings,
  changeWeeklyTree,
  setWeeklyReporter,
  endWeeklyReporter,
  printStickers,
] as const;
