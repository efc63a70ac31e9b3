// When the sun sets, so that nobody types whether a walk is in the dark (journeys.md, journey 2). The equations are NOAA's low-accuracy ones
// (after Meeus, Astronomical Algorithms, ch. 25): within two minutes at Swedish latitudes, which is far less than a hedge or a hill does.
import type { Position } from "../ground/place.ts";
import { daysBetween, type Day, type Instant, instantOf, millisecondsOf, dayOf } from "../ground/time.ts";

const RADIANS = Math.PI / 180;
const DAY_MS = 86_400_000;
const EPOCH = "2000-01-01" as Day;
/** Noon on 1 January 2000, from which the equations count. */
const EPOCH_NOON = "2000-01-01T12:00:00.000Z" as Instant;

/** Sunrise and sunset of a day at a place; undefined where the sun does not cross the horizon that day. */
export function sunOn(day: Day, [lon, lat]: Position): { readonly rise: Instant; readonly set: Instant } | undefined {
  const days = daysBetween(EPOCH, day) - lon / 360;
  const anomaly = (357.5291 + 0.98560028 * days) * RADIANS;
  const centre = 1.9148 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly) + 0.0003 * Math.sin(3 * anomaly);
  const longitude = anomaly + (centre + 180 + 102.9372) * RADIANS;
  const noon = days + 0.0053 * Math.sin(anomaly) - 0.0069 * Math.sin(2 * longitude);
  const declination = Math.asin(Math.sin(longitude) * Math.sin(23.44 * RADIANS));
  // −0.833°: the sun's upper edge, lifted by the air.
  const cosine =
    (Math.sin(-0.833 * RADIANS) - Math.sin(lat * RADIANS) * Math.sin(declination)) /
    (Math.cos(lat * RADIANS) * Math.cos(declination));
  if (Math.abs(cosine) > 1) return undefined;
  const half = Math.acos(cosine) / (2 * Math.PI);
  const at = (value: number) => instantOf(Math.round(millisecondsOf(EPOCH_NOON) + value * DAY_MS));
  return { rise: at(noon - half), set: at(noon + half) };
}

/** Light, dusk (half an hour around sunrise or sunset) or dark. Where the sun never crosses the horizon, the season decides. */
export function lightAt(at: Instant, position: Position): "light" | "dusk" | "dark" {
  const day = dayOf(at);
  const sun = sunOn(day, position);
  if (sun === undefined) return Number(day.slice(5, 7)) > 3 && Number(day.slice(5, 7)) < 10 ? "light" : "dark";
  const now = millisecondsOf(at);
  const [rise, set] = [millisecondsOf(sun.rise), millisecondsOf(sun.set)];
  const near = 30 * 60_000;
  if (Math.abs(now - rise) < near || Math.abs(now - set) < near) return "dusk";
  return now > rise && now < set ? "light" : "dark";
}
