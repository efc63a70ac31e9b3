import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { dayField, instantField } from "../../ground/time.ts";
import { ENTRY_KINDS } from "./entry.ts";
import { TASK_STAGES } from "./wheel.ts";

const partnership = z.string();
const unit = z.string().max(160);
const year = z.number().int().min(2000).max(2200);
const id = idOf("year-task");

export const listCalendar = endpoint({
  name: "act.list-calendar",
  kind: "question",
  path: "/api/act/{partnership}/calendar",
  summary:
    "Dagar framåt: när något ska vara gjort, vandringar, möten, löften som löper ut; och ens egna kalenderadresser",
  input: z.object({ partnership, unit: unit.exactOptional() }),
  output: z.object({
    from: dayField,
    to: dayField,
    entries: z.array(
      z.object({
        kind: z.enum(ENTRY_KINDS),
        key: z.string(),
        on: dayField,
        meeting: z.object({ from: instantField, to: instantField }).nullable(),
        what: z.string(),
        unit: z.string(),
        place: z.string(),
        path: z.string(),
        cancelled: z.boolean(),
        example: z.boolean(),
      }),
    ),
    units: z.array(z.string()),
    addresses: z.array(
      z.object({ id: z.string(), unit: z.string().nullable(), madeOn: dayField, lastReadOn: dayField.nullable() }),
    ),
  }),
});

export const openAddress = endpoint({
  name: "act.open-calendar-address",
  kind: "command",
  path: "/api/act/{partnership}/calendar-addresses",
  summary: "En egen kalenderadress, som bara visas nu",
  input: z.object({ partnership, unit: unit.nullable() }),
  output: z.object({ address: z.string() }),
});

export const endAddress = endpoint({
  name: "act.end-calendar-address",
  kind: "command",
  path: "/api/act/{partnership}/calendar-addresses/{id}/end",
  summary: "Sluta visa något på en kalenderadress",
  input: z.object({ partnership, id: idOf("calendar-address") }),
  output: z.object({ id: z.string() }),
});

/** What a calendar program asks for: it has no session, and whoever has the address may read. */
export const readCalendar = endpoint({
  name: "act.read-calendar",
  kind: "download",
  open: true,
  path: "/api/act/{partnership}/calendar/{secret}",
  summary: "Kalendern som fil (iCalendar), på en adress som ingen kan gissa",
  input: z.object({ partnership, secret: z.string().max(60) }),
  output: z.unknown(),
});

export const readWheel = endpoint({
  name: "act.read-year-wheel",
  kind: "question",
  path: "/api/act/{partnership}/year-wheel",
  summary: "Årshjulet: det som återkommer varje år, månad för månad",
  input: z.object({ partnership }),
  output: z.object({
    year,
    tasks: z.array(
      z.object({
        id,
        month: z.number().int(),
        text: z.string(),
        stage: z.enum(TASK_STAGES),
        years: z.array(z.number()),
        example: z.boolean(),
      }),
    ),
    mayWrite: z.boolean(),
  }),
});

const tasks = z.object({ tasks: z.number() });

export const beginWheel = endpoint({
  name: "act.begin-year-wheel",
  kind: "command",
  path: "/api/act/{partnership}/year-wheel/begin",
  summary: "Börja årshjulet från förslaget",
  input: z.object({ partnership }),
  output: tasks,
});

export const putTask = endpoint({
  name: "act.put-year-task",
  kind: "command",
  path: "/api/act/{partnership}/year-wheel/tasks/{id}",
  summary: "Lägg till en uppgift i årshjulet, eller ändra den",
  input: z.object({
    partnership,
    id,
    month: z.number().int().min(1).max(12),
    text: z.string().max(200),
    stage: z.enum(TASK_STAGES),
  }),
  output: z.object({ id: z.string() }),
});

export const strikeTask = endpoint({
  name: "act.strike-year-task",
  kind: "command",
  path: "/api/act/{partnership}/year-wheel/tasks/{id}/strike",
  summary: "Ta bort en uppgift ur årshjulet",
  input: z.object({ partnership, id }),
  output: z.object({ id: z.string() }),
});

export const tickTask = endpoint({
  name: "act.tick-year-task",
  kind: "command",
  path: "/api/act/{partnership}/year-wheel/tasks/{id}/years",
  summary: "Säg att uppgiften är gjord i år, eller inte",
  input: z.object({ partnership, id, year, done: z.boolean() }),
  output: z.object({ id: z.string() }),
});

export const calendarApi = [
  listCalendar,
  openAddress,
  endAddress,
  readCalendar,
  readWheel,
  beginWheel,
  putTask,
  strikeTask,
  tickTask,
] as const;
