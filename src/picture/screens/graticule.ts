// Lines of whole degrees, or parts of them, over an extent: something to find one's way by where there is no map.
import type { Position } from "../../ground/place.ts";
import type { Box } from "../columns/question.ts";

const LINES = 8;
const STEPS = [10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01] as const;

/** About eight lines across the longer side, by the coarsest step that gives as many. */
export function graticule({ west, south, east, north }: Box): Position[][] {
  const longer = Math.max(east - west, north - south);
  const step = STEPS.find((one) => longer / one >= LINES) ?? 0.01;
  const through = (from: number, to: number) => {
    const first = Math.floor(from / step) - 1;
    const last = Math.ceil(to / step) + 1;
    return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
  };
  const [lons, lats] = [through(west, east), through(south, north).filter((lat) => Math.abs(lat) <= 85)];
  const ends = (values: readonly number[]) => [values[0]!, values.at(-1)!] as const;
  return [
    ...lons.map((lon) => ends(lats).map((lat): Position => [lon, lat])),
    ...lats.map((lat) => ends(lons).map((lon): Position => [lon, lat])),
  ];
}
