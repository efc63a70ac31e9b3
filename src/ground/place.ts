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
