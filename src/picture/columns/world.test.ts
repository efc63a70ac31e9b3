import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LAST_LATITUDE, latOf, lonOf, WORLD_SIDE, worldX, worldY } from "./world.ts";

const aUnit = fc.integer({ min: 0, max: WORLD_SIDE - 1 });

/** EPSG:3857's formula, in units and not floored. */
const mercatorY = (lat: number): number => {
  const radians = (lat * Math.PI) / 180;
  return ((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * WORLD_SIDE;
};

describe("world coordinates", () => {
  test.each([
    ["where the meridian of Greenwich meets the equator is the middle", 0, 0, 2 ** 31, 2 ** 31],
    ["the north-western corner is the first unit", -180, LAST_LATITUDE, 0, 0],
    ["the south-eastern corner is the last", 180, -LAST_LATITUDE, WORLD_SIDE - 1, WORLD_SIDE - 1],
    ["the poles are on the edge", -90, 90, 2 ** 30, 0],
    ["so is the south pole", 90, -90, 3 * 2 ** 30, WORLD_SIDE - 1],
    ["what is no number is the first unit", Number.NaN, Number.NaN, 0, 0],
    ["what is past the map's sides is on them", 181, 90.5, WORLD_SIDE - 1, 0],
  ])("%s", (_, lon, lat, x, y) => expect([worldX(lon), worldY(lat)]).toEqual([x, y]));

  test("their top bits are the tile: Gävle at zoom 10 is 560/293", () => {
    expect([worldX(17.1413) >>> 22, worldY(60.6749) >>> 22]).toEqual([560, 293]);
  });

  test("lead back to themselves", () => {
    fc.assert(
      fc.property(aUnit, (unit) => {
        expect([worldX(lonOf(unit)), worldY(latOf(unit))]).toEqual([unit, unit]);
      }),
      { seed: 3857, numRuns: 5000 },
    );
  });

  test("are the formula's, at most a hundredth of a unit away from the floor", () => {
    fc.assert(
      fc.property(fc.double({ min: -85.05, max: 85.05, noNaN: true }), (lat) => {
        const exact = mercatorY(lat);
        expect(worldY(lat)).toBeGreaterThan(exact - 1.01);
        expect(worldY(lat)).toBeLessThan(exact + 0.01);
      }),
      { seed: 3857, numRuns: 5000 },
    );
  });
});
