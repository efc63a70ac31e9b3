// Which village a thing belongs to: the nearest whose reach it lies within, else the rest of the municipality. What has no position belongs to
// none and is counted apart, so that "somewhere in the municipality" never becomes a village.
import { metresBetween, type Position } from "../ground/place.ts";

export type Village = {
  /** Its word in addresses: "amot". */
  readonly slug: string;
  readonly name: string;
  readonly position: Position;
  readonly radiusMetres: number;
  readonly population: number | undefined;
  readonly populationYear: number | undefined;
};

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
