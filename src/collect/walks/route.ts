// The way of a walk on the ground: through its stops in their order, how long it is, and whether all of it lies where the partnership is.
import { metresBetween } from "../../ground/earth.ts";
import type { Position } from "../../ground/place.ts";
import { no, type Refusal } from "../../ground/result.ts";
import { isWithin } from "../pointed.ts";

type Placed = { readonly position?: Position | undefined };
/** Where a partnership lies: its border, or its middle where nobody has brought the border. */
export type Ground = { readonly outline: readonly (readonly Position[])[]; readonly centre: Position };
export type RouteWhy = "stop-outside" | "route-outside";

/** Without a border: farther from the middle than any municipality reaches. */
const FAR_METRES = 150_000;
/** In company, in the dark, looking about. */
const METRES_A_MINUTE = 60;

/** Straight from stop to stop; a stop that nobody has placed is not on it. */
export function routeThrough(stops: readonly Placed[]): readonly Position[] {
  const placed = stops.flatMap(({ position }) => (position === undefined ? [] : [position]));
  return placed.length < 2 ? [] : placed;
}

/** A way that was drawn closer than from stop to stop is kept for as long as the stops stand where they stood, in their order. */
export function routeKept(
  stops: readonly Placed[],
  before: { readonly stops: readonly Placed[]; readonly route: readonly Position[] } | undefined,
): readonly Position[] {
  const through = routeThrough(stops);
  const isSame = before !== undefined && JSON.stringify(through) === JSON.stringify(routeThrough(before.stops));
  return isSame && before.route.length > 1 ? before.route : through;
}

export function lengthOf(route: readonly Position[]): number {
  return route.slice(1).reduce((sum, position, place) => sum + metresBetween(route[place]!, position), 0);
}

/** On foot, without standing still. */
export function minutesOf(metres: number): number {
  return Math.max(1, Math.round(metres / METRES_A_MINUTE));
}

export function isOnGround(position: Position, { outline, centre }: Ground): boolean {
  return outline.length > 0 ? isWithin(position, outline) : metresBetween(position, centre) <= FAR_METRES;
}

/** A stop in another country is a slip of the hand, or of a file. */
export function outsideGround(
  { stops, route }: { readonly stops: readonly Placed[]; readonly route: readonly Position[] },
  ground: Ground,
): { readonly ok: false; readonly refusal: Refusal<RouteWhy> } | undefined {
  const outside = stops.findIndex(({ position }) => position !== undefined && !isOnGround(position, ground));
  if (outside >= 0) return no("stop-outside", { field: "stops", detail: { number: outside + 1 } });
  if (!route.every((position) => isOnGround(position, ground))) return no("route-outside", { field: "route" });
  return undefined;
}
