// Distances and shapes on the ground, without what reads and checks: small enough for a page on an old phone.
import type { Position } from "./place.ts";

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
