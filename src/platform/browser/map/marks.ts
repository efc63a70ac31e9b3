// What a map is handed, and the same as GeoJSON. Only what has a position of its own fits the types: a municipality or a county cannot be drawn.
import { ringAround } from "../../../ground/earth.ts";
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
  /** Drawn as a grey flag: what was known earlier and is still so. */
  readonly isFlag?: boolean | undefined;
  /** A figure beside the mark: "43 km/h". */
  readonly label?: string | undefined;
};

/** A circle on the ground, in its true size. */
export type Circle = {
  readonly id: string;
  readonly name: string;
  readonly position: Position;
  readonly radiusMetres: number;
};

/** Rings of a piece of ground: its edge first, then its holes, each closed. */
export type Polygon = readonly (readonly Position[])[];

/** A piece of ground in the colour of its class: 0 nothing, 1 a few and hatched, then the ramp. */
export type PaintedArea = {
  readonly code: string;
  readonly polygons: readonly Polygon[];
  readonly painted: number;
};

export type Feature = {
  readonly type: "Feature";
  readonly properties: Readonly<Record<string, string | number>>;
  readonly geometry:
    | { readonly type: "Point"; readonly coordinates: [number, number] }
    | { readonly type: "LineString"; readonly coordinates: [number, number][] }
    | { readonly type: "Polygon"; readonly coordinates: [number, number][][] };
};
export type Features = { readonly type: "FeatureCollection"; readonly features: Feature[] };

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
                knowledge: mark.isFlag === true ? "flag" : mark.knowledge,
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

export function asOutline(rings: readonly (readonly Position[])[]): Features {
  return collected(
    rings.map((ring): Feature => ({
      type: "Feature",
      properties: {},
      geometry: { type: "Polygon", coordinates: [ring.map(pair)] },
    })),
  );
}

export function asLines(lines: readonly (readonly Position[])[]): Features {
  return collected(
    lines.map((line): Feature => ({
      type: "Feature",
      properties: {},
      geometry: { type: "LineString", coordinates: line.map(pair) },
    })),
  );
}

/** As polygons, so that a circle is as large on the map as on the ground. */
export function asCircles(circles: readonly Circle[]): Features {
  return collected(
    circles.map(({ id, name, position, radiusMetres }): Feature => ({
      type: "Feature",
      properties: { id, name },
      geometry: { type: "Polygon", coordinates: [ringAround(position, radiusMetres).map(pair)] },
    })),
  );
}

/** One polygon each, with its holes, and the class it is painted in. */
export function asAreas(areas: readonly PaintedArea[]): Features {
  return collected(
    areas.flatMap(({ code, painted, polygons }) =>
      polygons.map((rings): Feature => ({
        type: "Feature",
        properties: { code, class: painted },
        geometry: { type: "Polygon", coordinates: rings.map((ring) => ring.map(pair)) },
      })),
    ),
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
