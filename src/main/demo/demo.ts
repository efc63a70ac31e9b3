// The demo, whole: Ockelbo's cycle from the walks to the answers, and a neighbour that must never see it.
import { fromSwedishClock, type Day } from "../../ground/time.ts";
import { ANALYSES } from "./causes.ts";
import { DOCUMENT_2025 } from "./current-pledge.ts";
import { DIALOGUES } from "./dialogues.ts";
import { DOCUMENT_2018, DOCUMENT_2022 } from "./historic-pledges.ts";
import { demoId } from "./ids.ts";
import { MEASUREMENTS } from "./measurements.ts";
import { HEARINGS } from "./hearings.ts";
import { HANDED_IN, TRAFFIC } from "./traffic.ts";
import { STATISTICS } from "./statistics.ts";
import { NOTES_OCKELBO } from "./notes-ockelbo.ts";
import { NOTES_AMOT, NOTES_JADRAAS, NOTES_LINGBO } from "./notes-villages.ts";
import { observations, protocol, type Line } from "./observe.ts";
import { DEVIATIONS, OCCASIONS } from "./occasions.ts";
import { HOFORS, HOFORS_MUNICIPALITY, OCKELBO, ORGANISATIONS, POPULATION } from "./partnerships.ts";
import { MANDATES, PEOPLE } from "./people.ts";
import { VILLAGES } from "./places.ts";
import { NOTES_LINGBO_2026, SENT_LINGBO_2026 } from "./points-lingbo.ts";
import { PROBLEMS } from "./problems.ts";
import { WALK_INVITATION } from "./public-sources.ts";
import { INDICATORS } from "./indicators.ts";
import { DECISIONS, REPORT_2025 } from "./report-2025.ts";
import type { Demo, DemoObservation, DemoWalk } from "./shape.ts";
import { HOFORS_REPORTS, SOURCES } from "./sources.ts";
import { WALK_AMOT, WALK_AMOT_2026, WALK_JADRAAS, WALK_LINGBO, WALK_LINGBO_2026, WALK_OCKELBO } from "./walks.ts";
import { WEEKLY_DEMO } from "./weekly-reporters.ts";
import { POLICE_ONLY, PRESS_EVENTS, WEEKLY_REPORTS } from "./weekly-reports.ts";

const WALKED = [
  [WALK_OCKELBO, NOTES_OCKELBO],
  [WALK_AMOT, NOTES_AMOT],
  [WALK_JADRAAS, NOTES_JADRAAS],
  [WALK_LINGBO, NOTES_LINGBO],
] as const satisfies readonly (readonly [DemoWalk["walk"], readonly Line[]])[];

const seenInHofors = fromSwedishClock("2026-10-02" as Day, 19);
const HOFORS_OBSERVATIONS: readonly DemoObservation[] = [
  ["Belysningen vid ishallens parkering är släckt.", "place.lighting" as const, 16.2912, 60.5478],
  ["Mopeder på gångbanan längs bruksdammen efter skoltid.", "traffic.moped" as const, 16.2841, 60.5441],
].map(([text, category, lon, lat], index) => ({
  id: demoId(`observation hofors ${index + 1}`),
  sourceId: HOFORS_REPORTS.id,
  ownerOrganisationId: HOFORS_MUNICIPALITY.id,
  walkId: undefined,
  stopId: undefined,
  kind: "problem" as const,
  category: category as "place.lighting" | "traffic.moped",
  text: String(text),
  consequence: "",
  proposal: "",
  spotManager: "municipality" as const,
  agreed: undefined,
  severity: 2 as const,
  place: { kind: "point" as const, position: [Number(lon), Number(lat)] as const, accuracyMetres: 50 },
  when: { kind: "instant" as const, at: seenInHofors },
  precision: "hour" as const,
  sharing: "shared" as const,
  revision: 1,
  notedAt: seenInHofors,
  receivedAt: seenInHofors,
  notedBy: undefined,
  withdrawnAt: undefined,
  withdrawnReason: undefined,
  example: true,
}));

export const DEMO: Demo = {
  organisations: ORGANISATIONS,
  partnerships: [OCKELBO, HOFORS],
  people: PEOPLE,
  cycles: [
    {
      partnershipId: OCKELBO.id,
      villages: VILLAGES,
      sources: SOURCES,
      walks: [
        ...WALKED.map(([walk, lines]): DemoWalk => ({ walk, rows: protocol(walk, lines), sources: [WALK_INVITATION] })),
        {
          walk: WALK_LINGBO_2026,
          rows: protocol(WALK_LINGBO_2026, NOTES_LINGBO_2026),
          sources: [],
          sent: SENT_LINGBO_2026,
        },
        { walk: WALK_AMOT_2026, rows: [], sources: [] },
      ],
      observations: [
        ...WALKED.flatMap(([walk, lines]) => observations(walk, lines)),
        ...observations(WALK_LINGBO_2026, NOTES_LINGBO_2026),
        ...WEEKLY_REPORTS,
        ...PRESS_EVENTS,
        ...POLICE_ONLY,
      ],
      weekly: WEEKLY_DEMO,
      dialogues: DIALOGUES,
      measurements: MEASUREMENTS,
      traffic: TRAFFIC,
      handedIn: HANDED_IN,
      statistics: [STATISTICS],
      hearings: HEARINGS,
      population: POPULATION,
      problems: PROBLEMS,
      analyses: ANALYSES,
      mandates: MANDATES,
      documents: [DOCUMENT_2018, DOCUMENT_2022, DOCUMENT_2025],
      occasions: OCCASIONS,
      deviations: DEVIATIONS,
      reports: [REPORT_2025],
      indicators: INDICATORS,
      decisions: DECISIONS,
    },
    {
      partnershipId: HOFORS.id,
      villages: [
        {
          id: demoId("village Hofors"),
          slug: "hofors",
          name: "Hofors",
          position: HOFORS.centre,
          radiusMetres: 4000,
          population: undefined,
          populationYear: undefined,
          source: "Kommunens mitt",
        },
      ],
      sources: [HOFORS_REPORTS],
      walks: [],
      observations: HOFORS_OBSERVATIONS,
      weekly: { reporters: [], absences: [], filed: [], answers: [] },
      dialogues: [],
      measurements: [],
      traffic: [],
      handedIn: [],
      statistics: [],
      hearings: { hearings: [], passages: [] },
      population: undefined,
      problems: [],
      analyses: [],
      mandates: [],
      documents: [],
      occasions: [],
      deviations: [],
      reports: [],
      indicators: [],
      decisions: [],
    },
  ],
};
