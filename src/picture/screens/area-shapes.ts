// The ground that each area covers, as the map paints it: the same ground that an event is counted in (`areaOf`).
import { difference, intersection } from "polyclip-ts";
import { degreesOf, metresBetween, ringAround } from "../../ground/earth.ts";
import type { Position } from "../../ground/place.ts";
import type { Village } from "../../partnership/village.ts";
import type { Polygon } from "../../platform/browser/map/marks.ts";
import { ELSEWHERE } from "../areas.ts";

export type AreaShape = { readonly code: string; readonly polygons: readonly Polygon[] };

type Pair = [number, number];
type Pieces = Pair[][][];

/** Villages, and what is left of the municipality around them. `outline`: the municipality's pieces, each one ring. */
export function areaShapes(
  villages: readonly Pick<Village, "slug" | "position" | "radiusMetres">[],
  outline: readonly (readonly Position[])[],
): AreaShape[] {
  const reaches = villages.map(({ position, radiusMetres }) => pieceOf(ringAround(position, radiusMetres)));
  const shapes = villages.map(({ slug, position, radiusMetres }, at): { code: string; polygons: Pieces } => {
    const lost = villages.flatMap((other, place): Pieces[] => {
      const apart = metresBetween(position, other.position);
      if (place === at || apart >= radiusMetres + other.radiusMetres) return [];
      return [intersection(reaches[place]!, nearerTo(other.position, position, radiusMetres + other.radiusMetres))];
    });
    return { code: slug, polygons: lost.length === 0 ? reaches[at]! : difference(reaches[at]!, ...lost) };
  });
  const land = outline.map(pieceOf).flat();
  if (land.length === 0) return shapes;
  return [{ code: ELSEWHERE, polygons: reaches.length === 0 ? land : difference(land, ...reaches) }, ...shapes];
}

function pieceOf(ring: readonly Position[]): Pieces {
  return [[ring.map(([lon, lat]): Pair => [lon, lat])]];
}

/** The half of the ground that lies nearer to one position than to another, as far as `reachMetres` from their middle. */
function nearerTo(one: Position, other: Position, reachMetres: number): Pieces {
  const middle: Position = [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
  const [eastDegrees, northDegrees] = degreesOf(1, 1, middle[1]);
  const [east, north] = [(one[0] - other[0]) / eastDegrees, (one[1] - other[1]) / northDegrees];
  const apart = Math.hypot(east, north);
  // Two places on one spot have no half each: neither takes from the other.
  if (apart === 0) return [];
  const [towards, along] = [
    [east / apart, north / apart],
    [-north / apart, east / apart],
  ] as const;
  const at = (forward: number, aside: number): Pair => {
    const [x, y] = [towards[0] * forward + along[0] * aside, towards[1] * forward + along[1] * aside];
    return [middle[0] + x * eastDegrees, middle[1] + y * northDegrees];
  };
  const ring = [at(0, -reachMetres), at(reachMetres, -reachMetres), at(reachMetres, reachMetres), at(0, reachMetres)];
  return [[[...ring, ring[0]!]]];
}
