import { z } from "zod";

/** Longitude and latitude in degrees, WGS 84, in that order (as GeoJSON has it). */
export type Position = readonly [lon: number, lat: number];

/**
 * Where, as precisely as somebody knows and no more. Only `Point` and `Segment` may ever be drawn as a mark on a map:
 * what is known by area, municipality or county only is counted at the map's edge (design.md section 7).
 */
export type Place = Point | Segment | Area | Municipality | County | UnknownPlace;
export type Point = {
  readonly kind: "point";
  readonly position: Position;
  readonly accuracyMetres?: number;
  readonly name?: string;
};
export type Segment = { readonly kind: "segment"; readonly line: readonly Position[]; readonly name?: string };
export type Area = {
  readonly kind: "area";
  readonly name: string;
  readonly outline?: readonly (readonly Position[])[];
};
export type Municipality = { readonly kind: "municipality"; readonly code: string; readonly name: string };
export type County = { readonly kind: "county"; readonly code: string; readonly name: string };
export type UnknownPlace = { readonly kind: "unknown"; readonly name?: string };

export type PlaceKind = Place["kind"];
/** What may be drawn as a mark. */
export type DrawablePlace = Point | Segment;

export function isDrawable(place: Place): place is DrawablePlace {
  return place.kind === "point" || place.kind === "segment";
}

/** The words a person would use for the place; empty when nobody said. */
export function nameOfPlace(place: Place): string {
  return place.name ?? "";
}

const degrees = (limit: number) => z.number().min(-limit).max(limit);
export const positionField = z.tuple([degrees(180), degrees(90)]).readonly();
const name = z.string().trim().min(1).max(200);

export const placeField = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("point"),
    position: positionField,
    accuracyMetres: z.number().min(0).max(100_000).exactOptional(),
    name: name.exactOptional(),
  }),
  z.object({
    kind: z.literal("segment"),
    line: z.array(positionField).min(2).max(500).readonly(),
    name: name.exactOptional(),
  }),
  z.object({
    kind: z.literal("area"),
    name,
    outline: z.array(z.array(positionField).min(4).max(5000).readonly()).max(50).readonly().exactOptional(),
  }),
  z.object({ kind: z.literal("municipality"), code: z.string().regex(/^\d{4}$/), name }),
  z.object({ kind: z.literal("county"), code: z.string().regex(/^\d{2}$/), name }),
  z.object({ kind: z.literal("unknown"), name: name.exactOptional() }),
]);

/** Along a meridian of the sphere that distances are told on here. */
export const METRES_PER_DEGREE = 111_194.9;

/** So many metres east and north, in degrees at a latitude. */
export function degreesOf(eastMetres: number, northMetres: number, latitude: number): Position {
  return [eastMetres / (METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180)), northMetres / METRES_PER_DEGREE];
}

const CIRCLE_STEPS = 64;

/** A circle on the ground as a closed ring. */
export function ringAround([lon, lat]: Position, radiusMetres: number): Position[] {
  const [east, north] = degreesOf(radiusMetres, radiusMetres, lat);
  return Array.from({ length: CIRCLE_STEPS + 1 }, (_, step): Position => {
    const angle = ((step % CIRCLE_STEPS) / CIRCLE_STEPS) * 2 * Math.PI;
    return [lon + east * Math.cos(angle), lat + north * Math.sin(angle)];
  });
}

/** Metres between two positions along the earth's surface (haversine, radius 6 371 008.8 m: IUGG mean). */
export function metresBetween(a: Position, b: Position): number {
  const radians = Math.PI / 180;
  const dLat = (b[1] - a[1]) * radians;
  const dLon = (b[0] - a[0]) * radians;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * radians) * Math.cos(b[1] * radians) * Math.sin(dLon / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Is the position inside the ring (first and last point equal)? Even-odd rule; on an edge counts as either. */
export function insideRing(position: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > position[1] !== yj > position[1] && position[0] < ((xj - xi) * (position[1] - yi)) / (yj - yi) + xi)
      inside = !inside;
  }
  return inside;
}
