// Areas as shapes on a map: where the middle of each is, and which of them touch.
import type { LonLat, Multipolygon } from "./polygons.ts";

/** The middle of each area's surface, in degrees: of its outlines less its holes. */
export function middlesOf(shapes: readonly Multipolygon[]): readonly LonLat[] {
  return shapes.map((shape) => {
    let [area, lon, lat] = [0, 0, 0];
    const [fromLon, fromLat] = shape[0]?.[0]?.[0] ?? [0, 0];
    for (const rings of shape)
      for (const [at, ring] of rings.entries()) {
        const sum = momentsOf(ring, fromLon, fromLat);
        // Whichever way a ring runs, an outline adds and a hole takes away.
        const sign = (at === 0 ? 1 : -1) * Math.sign(sum.area);
        area += sign * sum.area;
        lon += sign * sum.lon;
        lat += sign * sum.lat;
      }
    return area === 0 ? [fromLon, fromLat] : [fromLon + lon / area, fromLat + lat / area];
  });
}

function momentsOf(ring: readonly LonLat[], fromLon: number, fromLat: number) {
  let [area, lon, lat] = [0, 0, 0];
  for (const [at, corner] of ring.entries()) {
    const next = ring[(at + 1) % ring.length]!;
    const [x0, y0, x1, y1] = [corner[0] - fromLon, corner[1] - fromLat, next[0] - fromLon, next[1] - fromLat];
    const cross = x0 * y1 - x1 * y0;
    area += cross / 2;
    lon += ((x0 + x1) * cross) / 6;
    lat += ((y0 + y1) * cross) / 6;
  }
  return { area, lon, lat };
}

/** Which areas touch: those that have a corner of their borders in common. */
export function bordersOf(shapes: readonly Multipolygon[]): readonly (readonly number[])[] {
  const at = new Map<string, Set<number>>();
  for (const [area, shape] of shapes.entries())
    for (const [lon, lat] of shape.flat(2)) {
      const corner = `${lon.toFixed(5)} ${lat.toFixed(5)}`;
      const here = at.get(corner) ?? new Set<number>();
      at.set(corner, here.add(area));
    }
  const borders = shapes.map(() => new Set<number>());
  for (const here of at.values())
    for (const one of here) for (const other of here) if (one !== other) borders[one]!.add(other);
  return borders.map((others) => [...others].toSorted((a, b) => a - b));
}
