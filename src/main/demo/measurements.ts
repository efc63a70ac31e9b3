// Speeds on three roads before and after, and a survey among those who wanted to answer. Invented. V85: the speed that 85 of 100 stay under.
import type { Measurement } from "../../collect/measurement.ts";
import type { Place } from "../../ground/place.ts";
import type { Day } from "../../ground/time.ts";
import { demoId } from "./ids.ts";
import { near } from "./places.ts";
import { SPEED, SURVEY } from "./sources.ts";

const BRUKSVAGEN: Place = { kind: "point", position: near("bruksvagen"), accuracyMetres: 5, name: "Bruksvägen" };
const AMOTSVAGEN: Place = {
  kind: "point",
  position: near("mejeriet", -280, 40),
  accuracyMetres: 5,
  name: "Åmotsvägen förbi skolan",
};
const GAVLEVAGEN: Place = { kind: "point", position: near("envagen", 120, 20), accuracyMetres: 5, name: "Gävlevägen" };
const WALKWAY: Place = {
  kind: "segment",
  line: [near("station"), near("station", -30, 140), near("station", -45, 330)],
  name: "Gångvägen mellan stationen och skolan",
};

type Speed = readonly [
  key: string,
  place: Place,
  limit: number,
  value: number,
  low: number,
  high: number,
  n: number,
  from: string,
  to: string,
  caveat?: string,
];

const SPEEDS: readonly Speed[] = [
  ["bruksvagen 2024", BRUKSVAGEN, 40, 51, 50.2, 51.8, 9204, "2024-09-09", "2024-09-15"],
  [
    "bruksvagen 2025",
    BRUKSVAGEN,
    40,
    43,
    42.1,
    44,
    8761,
    "2025-09-08",
    "2025-09-14",
    "Efter avsmalning i juni 2025 och fler kontroller. Vad som gjorde mest går inte att skilja åt.",
  ],
  ["amotsvagen 2024", AMOTSVAGEN, 30, 47, 46.1, 47.9, 7411, "2024-09-16", "2024-09-22"],
  [
    "amotsvagen 2025",
    AMOTSVAGEN,
    30,
    44,
    43,
    45,
    7190,
    "2025-09-15",
    "2025-09-21",
    "Digital fartskylt sedan augusti 2025.",
  ],
  ["gavlevagen 2025", GAVLEVAGEN, 50, 58, 57.2, 58.8, 12840, "2025-05-12", "2025-05-18"],
  ["amotsvagen 2026", AMOTSVAGEN, 30, 39, 38.2, 39.8, 7355, "2026-09-14", "2026-09-20"],
];

const speeds = SPEEDS.map(([key, place, limit, value, low, high, n, from, to, caveat = ""]): Measurement => ({
  id: demoId(`measurement ${key}`),
  sourceId: SPEED.id,
  name: `V85 ${place.name ?? ""}`,
  unit: "km/h",
  value,
  low,
  high,
  n,
  from: from as Day,
  to: to as Day,
  place,
  caveat: `Gränsen är ${limit} km/h. ${caveat}`.trim(),
  example: true,
}));

const survey = (
  key: string,
  value: number,
  low: number,
  high: number,
  n: number,
  from: string,
  to: string,
): Measurement => ({
  id: demoId(`measurement ${key}`),
  sourceId: SURVEY.id,
  name: "Undviker gångvägen efter mörkrets inbrott",
  unit: "procent",
  value,
  low,
  high,
  n,
  from: from as Day,
  to: to as Day,
  place: WALKWAY,
  caveat: "De som ville svara svarade. Det säger inte hur alla har det.",
  example: true,
});

export const MEASUREMENTS: readonly Measurement[] = [
  ...speeds,
  survey("gangvagen 2024", 58, 48, 67, 106, "2024-10-14", "2024-10-27"),
  survey("gangvagen 2026", 37, 28, 47, 98, "2026-10-12", "2026-10-25"),
];
