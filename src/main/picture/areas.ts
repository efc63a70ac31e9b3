// Areas for `samsyn picture` from a GeoJSON file: what points are put into, and where a surface ends.
import { z } from "zod";
import type { Area } from "../../picture/answers/concentrated.ts";
import type { EventTable } from "../../picture/answers/event-table.ts";
import type { Areas } from "../../picture/columns/csv-store.ts";
import { areaAt, areaIndex, type Multipolygon, NO_AREA } from "../../picture/columns/polygons.ts";
import { textOf } from "./bytes.ts";
import { Refused } from "../sentences.ts";

const position = z.tuple([z.number(), z.number()]).rest(z.number());
const polygon = z.array(z.array(position));
const geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: polygon }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(polygon) }),
]);
const feature = z.object({
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.unknown(),
});
const collection = z.object({ features: z.array(feature) });

/** Two numbers are taken: not known, and a point that lies in none. */
const MOST_AREAS = NO_AREA - 2;

export type NamedAreas = Areas & { readonly shapes: readonly Multipolygon[] };

type Feature = { readonly properties: Readonly<Record<string, unknown>>; readonly shape: Multipolygon };

/** Areas of a file, each known by a property. Throws Refused where it is no GeoJSON of areas, or an area has no code of its own. */
export async function readAreas(file: string, code = "code", name?: string): Promise<NamedAreas> {
  const features = await featuresOf(file);
  if (features.length > MOST_AREAS)
    throw new Refused(
      `${file} har ${features.length} områden, och fler än ${MOST_AREAS} går inte. Ta bort dem som inte behövs. / ${file} has ${features.length} areas, and there may be no more than ${MOST_AREAS}. Leave out those that are not needed.`,
    );
  const codes = features.map(({ properties }, at) => {
    const said = textIn(properties[code]);
    if (said !== undefined) return said;
    const there = Object.keys(properties).join(", ");
    throw new Refused(
      `${file}, område ${at + 1}: det saknar «${code}». Det har: ${there}. Ange med --area-code. / ${file}, area ${at + 1} has no "${code}". It has: ${there}. Say which with --area-code.`,
    );
  });
  const met = new Set<string>();
  const twice = codes.find((one) => met.size === met.add(one).size);
  if (twice !== undefined)
    throw new Refused(
      `${file}: två områden har koden «${twice}». Ange en egenskap som skiljer dem åt med --area-code. / Two areas have the code "${twice}". Name a property that tells them apart with --area-code.`,
    );
  return {
    entries: features.map(({ properties }, at) => ({
      code: codes[at]!,
      name: textIn(properties[name ?? "name"]) ?? codes[at]!,
      parent: undefined,
    })),
    index: areaIndex(features.map(({ shape }) => shape)),
    shapes: features.map(({ shape }) => shape),
  };
}

const textIn = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== ""
    ? value.trim()
    : typeof value === "number"
      ? String(value)
      : undefined;

async function featuresOf(file: string): Promise<Feature[]> {
  const text = await textOf(file);
  const features = ((): Feature[] | undefined => {
    let read: unknown;
    try {
      read = JSON.parse(text);
    } catch {
      return undefined;
    }
    const single = geometry.safeParse(read);
    if (single.success) return [{ properties: {}, shape: shapeOf(single.data) }];
    const many = collection.safeParse(read);
    const all = many.success ? many.data.features : feature.safeParse(read).success ? [feature.parse(read)] : undefined;
    return all?.flatMap(({ properties, geometry: given }) => {
      const shape = geometry.safeParse(given);
      return shape.success ? [{ properties: properties ?? {}, shape: shapeOf(shape.data) }] : [];
    });
  })();
  if (features === undefined || features.length === 0)
    throw new Refused(
      `${file} har inga områden: det ska vara GeoJSON med Polygon eller MultiPolygon i grader (WGS 84). / ${file} has no areas: it must be GeoJSON of Polygon or MultiPolygon in degrees (WGS 84).`,
    );
  const lost = features
    .flatMap(({ shape }) => shape.flat(2))
    .find(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90);
  if (lost !== undefined)
    throw new Refused(
      `${file}: ${lost[0]}, ${lost[1]} är ingen plats i grader. Gör om områdena till WGS 84. / ${lost[0]}, ${lost[1]} is no place in degrees. Turn the areas into WGS 84.`,
    );
  return features;
}

function shapeOf(given: z.infer<typeof geometry>): Multipolygon {
  return given.type === "Polygon" ? [given.coordinates] : given.coordinates;
}

/** The file's areas together, in the metres of these events. */
export async function areaAround(file: string, events: EventTable): Promise<Area> {
  const shapes = (await featuresOf(file)).map(({ shape }) => shape);
  const index = areaIndex(shapes);
  const placeOf = placedIn(events);
  const corners = shapes.flat(3).map(([lon, lat]) => placeOf(lon, lat));
  const ends = (of: 0 | 1) =>
    corners.reduce(([least, most], corner) => [Math.min(least, corner[of]), Math.max(most, corner[of])] as const, [
      Infinity,
      -Infinity,
    ] as readonly [number, number]);
  const [[west, east], [south, north]] = [ends(0), ends(1)];
  return { west, east, south, north, inside: (x, y) => areaAt(index, ...events.positionOf(x, y)) !== NO_AREA };
}

/** From degrees to the events' metres: the way back of `positionOf`, which is straight. */
function placedIn({ positionOf }: EventTable): (lon: number, lat: number) => readonly [number, number] {
  const FAR = 1e6;
  const [[lon0, lat0], [lon1, lat1]] = [positionOf(0, 0), positionOf(FAR, FAR)];
  return (lon, lat) => [((lon - lon0) / (lon1 - lon0)) * FAR, ((lat - lat0) / (lat1 - lat0)) * FAR];
}
