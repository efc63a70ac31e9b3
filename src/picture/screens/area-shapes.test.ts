import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { degreesOf, insideRing, metresBetween } from "../../ground/earth.ts";
import type { Position } from "../../ground/place.ts";
import type { Village } from "../../partnership/village.ts";
import { areaOf, ELSEWHERE } from "../areas.ts";
import { type AreaShape, areaShapes } from "./area-shapes.ts";

const middle: Position = [16.7, 60.9];
const away = (east: number, north: number): Position => {
  const [lon, lat] = degreesOf(east, north, middle[1]);
  return [middle[0] + lon, middle[1] + lat];
};
const square = [away(-20_000, -20_000), away(20_000, -20_000), away(20_000, 20_000), away(-20_000, 20_000)];
const outline = [[...square, square[0]!]];

/** Areas whose ground holds the position: within an edge and outside every hole. */
function holding(shapes: readonly AreaShape[], position: Position): string[] {
  return shapes
    .filter(({ polygons }) =>
      polygons.some(
        ([edge = [], ...holes]) => insideRing(position, edge) && !holes.some((hole) => insideRing(position, hole)),
      ),
    )
    .map(({ code }) => code);
}

/** A circle is drawn with 64 corners: near an edge the drawing and the count may differ by a little. */
function isClear(place: Position, all: readonly Village[]): boolean {
  return all.every((one) => {
    const from = metresBetween(place, one.position);
    const toOthers = all.filter((other) => other !== one).map((other) => metresBetween(place, other.position));
    return Math.abs(from - one.radiusMetres) > 60 && toOthers.every((other) => Math.abs(from - other) > 60);
  });
}

const metres = fc.integer({ min: -8000, max: 8000 });
const village = fc.record({
  position: fc.tuple(metres, metres).map(([east, north]) => away(east, north)),
  radiusMetres: fc.integer({ min: 500, max: 5000 }),
});
const villages = fc
  .uniqueArray(village, { minLength: 1, maxLength: 5, selector: ({ position }) => position.join(" ") })
  .map((all) =>
    all.map((one, at) => ({
      ...one,
      slug: `by-${at}`,
      name: `By ${at}`,
      population: undefined,
      populationYear: undefined,
    })),
  );

describe("the ground of an area", () => {
  test("is where events are counted in it", () => {
    fc.assert(
      fc.property(villages, fc.array(fc.tuple(metres, metres), { minLength: 20, maxLength: 20 }), (all, places) => {
        const shapes = areaShapes(all, outline);
        const asked = places.map(([east, north]) => away(east, north)).filter((place) => isClear(place, all));
        expect(asked.map((place) => holding(shapes, place))).toEqual(asked.map((place) => [areaOf(place, all)]));
      }),
    );
  });

  test("is the whole municipality where there are no villages, and nothing where nobody knows its outline", () => {
    expect(areaShapes([], outline)).toEqual([{ code: ELSEWHERE, polygons: [outline] }]);
    expect(areaShapes([], [])).toEqual([]);
  });

  test("stays its own for two places on one spot", () => {
    const twice = ["a", "b"].map((slug) => ({ slug, position: middle, radiusMetres: 1000 }));
    expect(areaShapes(twice, []).map(({ code, polygons }) => [code, polygons.length])).toEqual([
      ["a", 1],
      ["b", 1],
    ]);
  });
});
