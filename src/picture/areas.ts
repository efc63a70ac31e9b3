// Which village a thing belongs to: the nearest whose reach it lies within, else the rest of the municipality. What has no position belongs to
// none and is counted apart, so that "somewhere in the municipality" never becomes a village.
import { metresBetween } from "../ground/earth.ts";
import type { PlaceKind, Position } from "../ground/place.ts";
import type { Village } from "../partnership/village.ts";
import type { AreaEntry } from "./columns/event-store.ts";

/** Outside every village. */
export const ELSEWHERE = "ovriga";
/** Known by municipality, county or not at all: counted, never drawn. */
export const UNPLACED = "utan-plats";

/** A village's slug, `ELSEWHERE` or `UNPLACED`. */
export function areaOf(position: Position | undefined, villages: readonly Village[]): string {
  if (position === undefined) return UNPLACED;
  let nearest: { readonly slug: string; readonly metres: number } | undefined;
  for (const village of villages) {
    const metres = metresBetween(position, village.position);
    if (metres <= village.radiusMetres && (nearest === undefined || metres < nearest.metres))
      nearest = { slug: village.slug, metres };
  }
  return nearest?.slug ?? ELSEWHERE;
}

/** How the place of a thing is known, as far as areas go. */
export type KnownPlace = {
  readonly kind: PlaceKind;
  /** Only of a point or a segment. */
  readonly position: Position | undefined;
  /** Of a municipality or a county. */
  readonly code: string | undefined;
};

/** The municipality a partnership is in, and its county. */
export type Municipality = { readonly code: string; readonly name: string };
export type Ground = { readonly municipality: Municipality; readonly county: Municipality };

/** Code of the finest area of `areasOf` that a thing is known to lie in; undefined where not even the county is known. */
export function areaCodeOf(place: KnownPlace, villages: readonly Village[], ground: Ground): string | undefined {
  const area = areaOf(place.position, villages);
  if (area !== UNPLACED) return area;
  switch (place.kind) {
    case "unknown":
      return undefined;
    case "municipality":
    case "county":
      if (place.code === ground.municipality.code) return place.code;
      return place.code?.startsWith(ground.county.code) === true ? ground.county.code : undefined;
    default:
      return ground.municipality.code;
  }
}

/** The areas of a partnership's store: villages and the rest in the municipality, which is in its county. */
export function areasOf(villages: readonly Village[], { municipality, county }: Ground): AreaEntry[] {
  return [
    { code: county.code, name: county.name, parent: undefined },
    { code: municipality.code, name: municipality.name, parent: county.code },
    ...villages.map(({ slug, name }) => ({ code: slug, name, parent: municipality.code })),
    { code: ELSEWHERE, name: "", parent: municipality.code },
  ];
}
