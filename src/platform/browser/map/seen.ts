import type { Position } from "../../../ground/place.ts";

/** The part of the ground that can be seen, in degrees; `zoom` in tiles of 512 pixels. */
export type Seen = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly zoom: number;
};

export function middleOf({ west, east, south, north }: Pick<Seen, "west" | "east" | "south" | "north">): Position {
  return [(west + east) / 2, (south + north) / 2];
}

/** What to look at to see what lies about a place: `degrees` to the north and south, and twice as far in degrees to the sides, which is about as far this far north. */
export function boxAround([lon, lat]: Position, degrees: number): readonly Position[] {
  return [
    [lon - 2 * degrees, lat - degrees],
    [lon + 2 * degrees, lat + degrees],
  ];
}
