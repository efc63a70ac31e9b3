// Who reports every week in the demo, from where, and which weeks they did. Roles and areas are what readers see. Invented.
import type { Report, ReportedEvent } from "../../collect/weekly/report.ts";
import type { Absence, Reporter, ReporterPlace } from "../../collect/weekly/reporter.ts";
import { GRAIN_METRES, roughened } from "../../collect/pointed.ts";
import { mondayOf, thursdayOf } from "../../collect/weekly/week.ts";
import { nameOfPlace } from "../../ground/place.ts";
import { addDays, type Day, dayOf, fromSwedishClock, type Instant, swedishClock } from "../../ground/time.ts";
import { demoId } from "./ids.ts";
import { OCKELBO_MUNICIPALITY } from "./partnerships.ts";
import { AMINA, LASSE } from "./people.ts";
import { near } from "./places.ts";
import type { DemoWeekly } from "./shape.ts";
import { WEEKLY_REPORTS } from "./weekly-reports.ts";

const at = (name: string, ...where: Parameters<typeof near>): ReporterPlace => ({
  name,
  position: roughened(near(...where), GRAIN_METRES.spot),
});

const SINCE = "2026-01-05" as Day;
const LAST_WEEK = "2026-11-16" as Day;

function reporter(role: string, area: string, places: readonly ReporterPlace[], personId?: string): Reporter {
  return {
    id: demoId(`weekly reporter ${area}`),
    organisationId: OCKELBO_MUNICIPALITY.id,
    personId,
    role,
    area,
    places,
    since: SINCE,
    endedOn: undefined,
  };
}

const NORTH = reporter(
  "vaktmästare, bostadsbolaget",
  "Norra området",
  [
    at("Rabo, tvättstugan", "rabo", 60, 40),
    at("Rabo, cykelrummet", "rabo", 30, 70),
    at("Rabo, lekplatsen", "rabo", -30, 20),
    at("Rabo, stora gården", "rabo", 10, 10),
    at("Rabo, trapphus A", "rabo", 20, 30),
    at("Rabo, trapphus B", "rabo", 40, 20),
    at("Återvinningen vid Rabo", "rabo", -120, -60),
    at("Bruksvägen", "bruksvagen", 40, 30),
    at("Parkeringen vid Rabo", "rabo", 90, -50),
    { name: "Källargångarna" },
  ],
  LASSE.id,
);
const CENTRE = reporter(
  "fritidsledare, förebyggarenheten",
  "Centrum",
  [
    at("Torget", "torget"),
    at("Stationen", "station", 20, 10),
    at("Gångtunneln", "station", 60, -120),
    at("Fritidsgården", "mejeriet", 120, -60),
  ],
  AMINA.id,
);
const SCHOOL = reporter("skolvärd", "Skolan", [
  at("Skolan, södra infarten", "gamlaApoteket", -60, -80),
  at("Gångvägen mot skolan", "station", -40, 220),
]);
const LIBRARY = reporter("bibliotekarie", "Biblioteket", [at("Biblioteket", "torget", 30, -20)]);
const PARKS = reporter("parkarbetare, tekniska enheten", "Parker och bad", [
  at("Badplatsen", "gaverange", 380, 240),
  at("Kvarnparken", "kyrkan", 140, 80),
]);
const REPORTERS = [NORTH, CENTRE, SCHOOL, LIBRARY, PARKS];

const ABSENCES: readonly Absence[] = [NORTH, CENTRE, PARKS].map((one, index) => ({
  id: demoId(`weekly absence ${one.area}`),
  reporterId: one.id,
  from: addDays("2026-06-29" as Day, 7 * index),
  until: addDays("2026-07-26" as Day, 7 * index),
}));

/** Weeks (by number from the first) in which somebody did not report, without having said that they were away. */
const MISSED: Readonly<Record<string, readonly number[]>> = {
  "Norra området": [9],
  Centrum: [14, 33],
  Skolan: [24, 25, 26, 27, 28, 29, 30, 31],
  Biblioteket: [5, 19, 37],
  "Parker och bad": [0, 1, 2, 3, 43, 44, 45],
};

const partOf = (noted: Instant): ReportedEvent["part"] => {
  const { hour } = swedishClock(noted);
  if (hour >= 22 || hour < 6) return "night";
  return hour >= 18 ? "evening" : "day";
};

type Filed = { readonly report: Report; readonly events: readonly ReportedEvent[] };

function reportOf(one: Reporter, week: Day, order: number): Filed | undefined {
  const seen = WEEKLY_REPORTS.filter(
    ({ place, notedAt }) =>
      mondayOf(dayOf(notedAt)) === week && one.places.some(({ name }) => name === nameOfPlace(place)),
  );
  const thursday = thursdayOf(week);
  const away = ABSENCES.some(
    ({ reporterId, from, until }) => reporterId === one.id && from <= thursday && thursday <= until,
  );
  if (seen.length === 0 && (away || (MISSED[one.area] ?? []).includes(order))) return undefined;
  // Sunday, so that what was seen at the end of the week is in it.
  const writtenAt = fromSwedishClock(seen.length === 0 ? thursday : addDays(week, 6), 13, 10);
  const report = {
    id: demoId(`weekly report ${one.area} ${week}`),
    reporterId: one.id,
    week,
    writtenAt,
    receivedAt: writtenAt,
    events: seen.length,
  };
  const events = seen.map(({ id, notedAt }) => ({
    id: demoId(`weekly event ${id}`),
    observationId: id,
    part: partOf(notedAt),
    severity: 2 as const,
  }));
  return { report, events };
}

function weeks(): readonly Day[] {
  const all: Day[] = [];
  for (let week = SINCE; week <= LAST_WEEK; week = addDays(week, 7)) all.push(week);
  return all;
}

const FILED = REPORTERS.flatMap((one) => weeks().flatMap((week, order) => reportOf(one, week, order) ?? []));
const BLINKING = WEEKLY_REPORTS.findLast(({ place }) => nameOfPlace(place) === "Bruksvägen")!;

export const WEEKLY_DEMO: DemoWeekly = {
  reporters: REPORTERS,
  absences: ABSENCES,
  filed: FILED,
  answers: [
    {
      id: demoId("weekly answer bruksvagen"),
      observationId: BLINKING.id,
      organisationId: OCKELBO_MUNICIPALITY.id,
      text: "stolparna på Bruksvägen lagade",
      on: "2026-11-20" as Day,
      answeredAt: fromSwedishClock("2026-11-23" as Day, 8),
    },
  ],
};
