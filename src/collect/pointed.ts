// What a resident points out on a map: one point, or both ends of a stretch. It comes as text in a form that anybody can write; what is kept of it is the
// middle of a square, small or large as they chose, so that no map tells which doorstep it was.
import { degreesOf, insideRing, METRES_PER_DEGREE, metresBetween } from "../ground/earth.ts";
import type { Position } from "../ground/place.ts";

/** `around`: somewhere in the neighbourhood. `spot`: the place itself. */
export const GRAINS = ["around", "spot"] as const;
export type Grain = (typeof GRAINS)[number];
/** The side of the square that is kept: as SCB's squares in the country, and as the places of weekly reports. */
export const GRAIN_METRES = { around: 1000, spot: 50 } as const satisfies Readonly<Record<Grain, number>>;

export type PointWhy = "point-unread" | "point-outside";
export type Pointed = { readonly grain: Grain; readonly position: Position };

/** So far outside the municipality a point may still be meant: a border on a schematic map is no fence. */
const MARGIN_METRES = 2000;

const DEGREES = String.raw`-?\d{1,3}(?:[.]\d{1,10})?`;
const POSITION = new RegExp(`^(${DEGREES}) (${DEGREES})$`);

/** As it travels in a field: "16.71801 60.89852", with a semicolon between two. */
export function pointsAsText(positions: readonly Position[]): string {
  return positions.map(([lon, lat]) => `${lon.toFixed(5)} ${lat.toFixed(5)}`).join(";");
}

/** Undefined when it is no position, more of them than are asked for, or said twice. */
export function readPoints(values: readonly string[], most: number): readonly Position[] | undefined {
  const [text = "", ...more] = values;
  if (more.length > 0) return undefined;
  if (text === "") return [];
  const positions: Position[] = [];
  for (const part of text.split(";")) {
    const [, lon = "", lat = ""] = POSITION.exec(part) ?? [];
    const position: Position = [Number(lon), Number(lat)];
    if (lon === "" || Math.abs(position[0]) > 180 || Math.abs(position[1]) > 90) return undefined;
    positions.push(position);
  }
  return positions.length > most ? undefined : positions;
}

/** Nothing said is the neighbourhood: nobody is known closer than they have said yes to. */
export function readGrain(values: readonly string[]): Grain {
  return values.length === 1 && values[0] === "spot" ? "spot" : "around";
}

/** The middle of the square it lies in. All who point within the square get the same. */
export function roughened(position: Position, metres: number): Position {
  const [, tall] = degreesOf(metres, metres, 0);
  const lat = (Math.floor(position[1] / tall) + 0.5) * tall;
  const [wide] = degreesOf(metres, metres, lat);
  const lon = (Math.floor(position[0] / wide) + 0.5) * wide;
  return [fiveDecimals(lon), fiveDecimals(lat)];
}

/** A metre. */
/** «120 m», «1,4 km»: as closely as somebody walking wants to know. */
export function distanceSaid(metres: number, lang: string): string {
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  return metres >= 995 ? `${number.format(metres / 1000)} km` : `${Math.round(metres / 10) * 10} m`;
}

export function fiveDecimals(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}

/** That square as a closed ring. */
export function squareAround([lon, lat]: Position, metres: number): readonly Position[] {
  const [east, north] = degreesOf(metres / 2, metres / 2, lat);
  return [
    [lon - east, lat - north],
    [lon + east, lat - north],
    [lon + east, lat + north],
    [lon - east, lat + north],
    [lon - east, lat - north],
  ];
}

type Rings = readonly (readonly Position[])[];

/** Within the municipality, or so near that it may be. Without an outline nothing is. */
export function isWithin(position: Position, outline: Rings): boolean {
  return outline.some((ring) => insideRing(position, ring) || metresToRing(position, ring) <= MARGIN_METRES);
}

/** On a flat earth, which over two kilometres it is. */
function metresToRing(position: Position, ring: readonly Position[]): number {
  const wide = METRES_PER_DEGREE * Math.cos((position[1] * Math.PI) / 180);
  const flat = ([lon, lat]: Position) => [(lon - position[0]) * wide, (lat - position[1]) * METRES_PER_DEGREE] as const;
  let nearest = Infinity;
  for (const [place, corner] of ring.slice(1).entries()) {
    const [ax, ay] = flat(ring[place]!);
    const [bx, by] = flat(corner);
    const [dx, dy] = [bx - ax, by - ay];
    const along = dx === 0 && dy === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
    nearest = Math.min(nearest, Math.hypot(ax + along * dx, ay + along * dy));
  }
  return nearest;
}

export type NamedPlace = {
  readonly name: string;
  readonly position: Position;
  readonly isVillage?: boolean | undefined;
};
export type NearPlace = NamedPlace & { readonly metres: number };

/** Where in a municipality one can point. */
export type GroundToPointAt = {
  readonly code: string;
  /** Empty until the municipality has brought its border: then nobody is asked to point. */
  readonly outline: Rings;
  /** Named already where everybody reads it. */
  readonly places: readonly NamedPlace[];
};

/** Named places by how far away they are; of one name the nearest. */
export function byDistance(position: Position, places: readonly NamedPlace[]): readonly NearPlace[] {
  const seen = new Set<string>();
  return places
    .map((place) => ({ ...place, metres: metresBetween(position, place.position) }))
    .toSorted((a, b) => a.metres - b.metres)
    .filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** The named place a square is told by: for a small one the nearest, for a large one the village it is in or by. Undefined where nothing near has a name. */
export function nameFor({ grain, position }: Pointed, places: readonly NamedPlace[]): NearPlace | undefined {
  const near = byDistance(position, places).filter(({ metres }) => metres <= NAMED_WITHIN_METRES[grain]);
  return (grain === "around" ? near.find(({ isVillage }) => isVillage) : undefined) ?? near[0];
}
const NAMED_WITHIN_METRES = { around: 3000, spot: 500 } as const satisfies Readonly<Record<Grain, number>>;

/** What a basemap of ours names: stops and localities within the outline. What it is not sure of is left out. */
export function placesIn(basemap: unknown, outline: Rings): readonly NamedPlace[] {
  const features = (basemap as { readonly features?: unknown } | undefined)?.features;
  if (!Array.isArray(features)) return [];
  return (features as readonly Partial<Feature>[]).flatMap(({ properties, geometry }): NamedPlace[] => {
    const name = properties?.name;
    if (geometry?.type !== "Point" || typeof name !== "string" || name === "") return [];
    if (properties?.kind !== "stop" && properties?.kind !== "locality") return [];
    const [lon, lat] = geometry.coordinates as readonly unknown[];
    if (typeof lon !== "number" || typeof lat !== "number") return [];
    return outline.some((ring) => insideRing([lon, lat], ring))
      ? [{ name, position: [lon, lat], isVillage: properties.kind === "locality" }]
      : [];
  });
}

/** As much of GeoJSON as is drawn. */
export type Feature = {
  readonly properties: { readonly kind?: unknown; readonly name?: unknown };
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
};
