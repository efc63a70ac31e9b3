// Where the demo happens. Coordinates are those of localities (SCB), postal places (GeoNames) and bus stops (X-trafik): see public-sources.ts.
import { degreesOf } from "../../ground/earth.ts";
import type { Position } from "../../ground/place.ts";
import { slugOf } from "../../ground/words.ts";
import { demoId } from "./ids.ts";
import type { DemoVillage } from "./shape.ts";

/** Real, published positions. What the demo puts beside one of them is given as metres from it. */
export const AT = {
  torget: [16.71713, 60.8902],
  station: [16.72089, 60.89154],
  kyrkan: [16.71574, 60.88809],
  gamlaApoteket: [16.72024, 60.8964],
  mejeriet: [16.72028, 60.89859],
  gaverange: [16.72747, 60.89822],
  envagen: [16.73935, 60.8986],
  rabo: [16.71296, 60.88407],
  bruksvagen: [16.702, 60.88223],
  marstrand: [16.69834, 60.87883],
  flaggbacken: [16.75413, 60.90065],
  finnbacken: [16.76006, 60.89918],
  lingboStation: [16.6724, 61.0442],
  lingbo: [16.68151, 61.04926],
  amot: [16.45179, 60.96335],
  jadraas: [16.4667, 60.85],
} as const satisfies Readonly<Record<string, Position>>;
export type Landmark = keyof typeof AT;

/** A position some metres east and north of a landmark. */
export function near(landmark: Landmark, eastMetres = 0, northMetres = 0): Position {
  const [lon, lat] = AT[landmark];
  const [east, north] = degreesOf(eastMetres, northMetres, lat);
  const five = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return [five(lon + east), five(lat + north)];
}

const village = (
  name: string,
  landmark: Landmark | Position,
  radiusMetres: number,
  source: string,
  population?: number,
): DemoVillage => ({
  id: demoId(`village ${name}`),
  slug: slugOf(name),
  name,
  position: typeof landmark === "string" ? AT[landmark] : landmark,
  radiusMetres,
  population,
  populationYear: population === undefined ? undefined : 2020,
  source,
});

/** How far a village reaches is our reckoning; where it lies and how many live there is published. */
export const VILLAGES: readonly DemoVillage[] = [
  village("Ockelbo", [16.71799, 60.8985], 3500, "SCB tätorter 2020", 2984),
  village("Lingbo", "lingbo", 2500, "SCB tätorter 2020", 288),
  village("Åmot", "amot", 2500, "SCB tätorter 2020", 210),
  village("Jädraås", "jadraas", 2500, "GeoNames, postort 816 91"),
];
