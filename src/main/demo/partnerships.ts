// Who works together. Codes, counties, police area, outline and population are public; that it is done in Samsyn is the demo's invention.
import type { Instant, Day } from "../../ground/time.ts";
import { demoId } from "./ids.ts";
import {
  BUS_STOPS,
  DIALOGUE_FORM,
  GEONAMES,
  MEETING_2014,
  MUNICIPAL_BOUNDARIES,
  PRESS_RELEASE,
  SCB_LOCALITIES,
  SCB_POPULATION,
} from "./public-sources.ts";
import type { Population } from "../../collect/heard/heard.ts";
import type { DemoOrganisation, DemoPartnership } from "./shape.ts";

export const OCKELBO_MUNICIPALITY: DemoOrganisation = {
  id: demoId("organisation ockelbo-kommun"),
  kind: "municipality",
  name: "Ockelbo kommun",
  shortName: "Ockelbo kommun",
  code: "2101",
};
export const POLICE_GASTRIKLAND: DemoOrganisation = {
  id: demoId("organisation polisen-gastrikland"),
  kind: "police",
  name: "Polismyndigheten, lokalpolisområde Gästrikland",
  shortName: "Polisen Gästrikland",
  code: undefined,
};
export const HOFORS_MUNICIPALITY: DemoOrganisation = {
  id: demoId("organisation hofors-kommun"),
  kind: "municipality",
  name: "Hofors kommun",
  shortName: "Hofors kommun",
  code: "2104",
};
export const ORGANISATIONS: readonly DemoOrganisation[] = [
  OCKELBO_MUNICIPALITY,
  POLICE_GASTRIKLAND,
  HOFORS_MUNICIPALITY,
];

export const OCKELBO: DemoPartnership = {
  id: demoId("partnership ockelbo"),
  slug: "ockelbo",
  name: "Ockelbo",
  municipalityCode: "2101",
  municipalityName: "Ockelbo",
  countyCode: "21",
  countyName: "Gävleborgs län",
  population: 5865,
  outline: [
    // oxfmt-ignore
    [
      [16.90013, 61.04283], [16.8188, 61.03951], [16.74114, 61.07665], [16.64309, 61.08374], [16.60749, 61.09083], [16.551, 61.08853],
      [16.51944, 61.07615], [16.52046, 61.04807], [16.46509, 61.05343], [16.30615, 61.0505], [16.13101, 60.99214], [16.17474, 60.94693],
      [16.19748, 60.92351], [16.2287, 60.89125], [16.24541, 60.87394], [16.26509, 60.858], [16.29081, 60.84291], [16.38615, 60.78679],
      [16.52497, 60.79149], [16.6324, 60.78547], [16.73197, 60.76133], [16.85899, 60.77723], [16.93368, 60.78524], [16.95431, 60.82516],
      [16.93132, 60.85477], [16.89569, 60.88236], [16.88233, 60.9298], [16.89733, 60.96524], [16.87271, 60.99149], [16.88841, 61.00526],
      [16.90013, 61.04283],
    ],
  ],
  centre: [16.71799, 60.8985],
  feedbackDays: 90,
  agreementUntil: "2027-12-31" as Day,
  foundedAt: "2024-01-15T08:00:00.000Z" as Instant,
  parties: [
    { organisationId: OCKELBO_MUNICIPALITY.id, standing: "municipality" },
    { organisationId: POLICE_GASTRIKLAND.id, standing: "police" },
  ],
  example: false,
  sources: [
    PRESS_RELEASE,
    DIALOGUE_FORM,
    MEETING_2014,
    SCB_LOCALITIES,
    SCB_POPULATION,
    MUNICIPAL_BOUNDARIES,
    BUS_STOPS,
    GEONAMES,
  ],
};

/** The neighbour with the same police area: what one partnership has, the other must never see. */
export const HOFORS: DemoPartnership = {
  id: demoId("partnership hofors"),
  slug: "hofors",
  name: "Hofors",
  municipalityCode: "2104",
  municipalityName: "Hofors",
  countyCode: "21",
  countyName: "Gävleborgs län",
  population: 9578,
  outline: [
    // oxfmt-ignore
    [
      [16.5166, 60.3555], [16.56954, 60.37701], [16.60942, 60.39431], [16.66839, 60.44067], [16.65086, 60.46984], [16.61379, 60.49495],
      [16.57401, 60.51289], [16.5631, 60.53161], [16.53408, 60.54921], [16.41994, 60.58619], [16.32093, 60.60466], [16.19764, 60.61405],
      [16.13649, 60.61031], [16.16601, 60.577], [16.17959, 60.55544], [16.20243, 60.53086], [16.27857, 60.48364], [16.29924, 60.45833],
      [16.33716, 60.42151], [16.39268, 60.37936], [16.42321, 60.37919], [16.5166, 60.3555],
    ],
  ],
  centre: [16.2862, 60.5469],
  feedbackDays: 90,
  agreementUntil: undefined,
  foundedAt: "2026-09-07T07:30:00.000Z" as Instant,
  parties: [
    { organisationId: HOFORS_MUNICIPALITY.id, standing: "municipality" },
    { organisationId: POLICE_GASTRIKLAND.id, standing: "police" },
  ],
  example: true,
  sources: [SCB_POPULATION, MUNICIPAL_BOUNDARIES],
};

/** How many live in Ockelbo is published; how they divide by sex and age here is invented. */
export const POPULATION: Population = {
  year: 2025,
  counts: { women: 2880, men: 2985, "under-18": 1135, "18-29": 655, "30-64": 2460, "65-up": 1615 },
  source: "Påhittad fördelning, i stället för SCB:s folkmängd efter ålder och kön",
  example: true,
  file: undefined,
};
