// What a map is handed, and the same as GeoJSON. Only what has a position of its own fits the types: a municipality or a county cannot be drawn.
import { cellToBoundary } from "h3-js";
import type { DrawablePlace, Position } from "../../../ground/place.ts";

/** How it is known; the shape follows: circle, square, triangle. */
export type Knowledge = "felt" | "recorded" | "measured";

export type Mark = {
  readonly id: string;
  /** Read out when it is chosen; the list beside the map says the rest. */
  readonly name: string;
  readonly knowledge: Knowledge;
  readonly place: DrawablePlace;
  /** Voices behind a stretch: its width, never its colour. */
  readonly voices?: number | undefined;
  /** A figure beside the mark: "43 km/h". */
  readonly label?: string | undefined;
};

/** A counted H3 cell, drawn under the roads. One to four is hatched. */
export type Cell = { readonly cell: string; readonly count: number };

export type Feature = {
  readonly type: "Feature";
  readonly properties: Readonly<Record<string, string | number>>;
  readonly geometry:
    | { readonly type: "Point"; readonly coordinates: [number, number] }
    | { readonly type: "LineString"; readonly coordinates: [number, number][] }
    | { readonly type: "Polygon"; readonly coordinates: [number, number][][] };
};
export type Features = { readonly type: "FeatureCollection"; readonly features: Feature[] };

/** Classes of the ramp, as the legend says them. */
export const CLASSES = [5, 8, 12, 17] as const;
/** Below this a cell is hatched: so few say nothing about a place. */
const FEW = CLASSES[0];

/** 0 hatched, then 1 … 4 for each class of the ramp. */
export function classOf(count: number): number {
  return CLASSES.filter((least) => count >= least).length;
}
export function isFew(count: number): boolean {
  return count < FEW;
}

const pair = ([lon, lat]: Position): [number, number] => [lon, lat];

export function asPoints(marks: readonly Mark[]): Features {
  return collected(
    marks.flatMap(({ place, ...mark }): Feature[] =>
      place.kind === "point"
        ? [
            {
              type: "Feature",
              properties: {
                id: mark.id,
                name: mark.name,
                knowledge: mark.knowledge,
                label: mark.label ?? "",
                pixelsAtZero: pixelsAtZero(place.accuracyMetres ?? 0, place.position[1]),
              },
              geometry: { type: "Point", coordinates: pair(place.position) },
            },
          ]
        : [],
    ),
  );
}

export function asStretches(marks: readonly Mark[]): Features {
  return collected(
    marks.flatMap(({ place, ...mark }): Feature[] =>
      place.kind === "segment"
        ? [
            {
              type: "Feature",
              properties: { id: mark.id, name: mark.name, knowledge: mark.knowledge, voices: mark.voices ?? 1 },
              geometry: { type: "LineString", coordinates: place.line.map(pair) },
            },
          ]
        : [],
    ),
  );
}

export function asCells(cells: readonly Cell[]): Features {
  return collected(
    cells.map(({ cell, count }): Feature => ({
      type: "Feature",
      properties: { count, class: classOf(count) },
      geometry: { type: "Polygon", coordinates: [cellToBoundary(cell, true) as [number, number][]] },
    })),
  );
}

export function asOutline(rings: readonly (readonly Position[])[]): Features {
  return collected(
    rings.map((ring): Feature => ({
      type: "Feature",
      properties: {},
      geometry: { type: "Polygon", coordinates: [ring.map(pair)] },
    })),
  );
}

/** West, south, east, north of it all; undefined when there is nothing. */
export function boundsOf(positions: readonly Position[]): [number, number, number, number] | undefined {
  if (positions.length === 0) return undefined;
  const lons = positions.map(([lon]) => lon);
  const lats = positions.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Metres on the ground as pixels at zoom 0, in tiles of 512 pixels; every zoom step doubles it. */
export function pixelsAtZero(metres: number, latitude: number): number {
  return (metres * 512) / (40_075_016.686 * Math.cos((latitude * Math.PI) / 180));
}

function collected(features: Feature[]): Features {
  return { type: "FeatureCollection", features };
}
