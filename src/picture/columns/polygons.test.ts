import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../test/shared-data.ts";
import { chanceOf } from "../engine/numbers/random.ts";
import { areaAt, areaIndex, areasOf, type LonLat, type Multipolygon, NO_AREA } from "./polygons.ts";
import { latOf, lonOf, worldX, worldY } from "./world.ts";

const square = (west: number, south: number, east: number, north: number): readonly LonLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

const latitudes = new WeakMap<readonly LonLat[], readonly [number, number]>();

/** Whether a ring reaches over a latitude: what spares the plain way most of its edges. */
function spans(ring: readonly LonLat[], lat: number): boolean {
  let reach = latitudes.get(ring);
  if (reach === undefined) {
    const all = ring.map(([, latitude]) => latitude);
    reach = [Math.min(...all), Math.max(...all)];
    latitudes.set(ring, reach);
  }
  return lat >= reach[0] && lat < reach[1];
}

/** Even-odd by every edge, from the first area to the last: the rule, without the grid. */
function plainly(areas: readonly Multipolygon[], lon: number, lat: number): number {
  const area = areas.findIndex((polygons) => {
    let odd = false;
    for (const ring of polygons.flat().filter((ring) => spans(ring, lat)))
      for (const [i, corner] of ring.entries()) {
        const next = ring[(i + 1) % ring.length]!;
        const [[lowLon, low], [highLon, high]] = corner[1] <= next[1] ? [corner, next] : [next, corner];
        if (lat >= low && lat < high && lon < lowLon + (lat - low) * ((highLon - lowLon) / (high - low))) odd = !odd;
      }
    return odd;
  });
  return area < 0 ? NO_AREA : area;
}

/** The same areas behind grids from one cell to a great many. */
const gridsOf = (areas: readonly Multipolygon[]) => [1, 7, 300, 40_000].map((cells) => areaIndex(areas, cells));

describe("the area of a point", () => {
  const lake: Multipolygon = [
    [square(16, 60, 18, 62), square(16.5, 60.5, 17.5, 61.5)],
    [square(16.8, 60.8, 17.2, 61.2)],
  ];
  const neighbours: Multipolygon[] = [
    [[square(16, 60, 17, 61)]],
    [[square(17, 60, 18, 61)]],
    [[square(16, 61, 17, 62)]],
  ];

  test.each([
    ["on land", [lake], 16.2, 60.2, 0],
    ["in a hole", [lake], 16.6, 60.6, NO_AREA],
    ["on an island in the hole", [lake], 17, 61, 0],
    ["outside", [lake], 15, 61, NO_AREA],
    ["far away", [lake], -70, -30, NO_AREA],
    ["on a border: the area east of it", neighbours, 17, 60.5, 1],
    ["on a border that runs east: the area north of it", neighbours, 16.5, 61, 2],
    ["on a western outer border: inside", neighbours, 16, 60.5, 0],
    ["on an eastern outer border: outside", neighbours, 18, 60.5, NO_AREA],
    ["where areas lie over one another: the first", [...neighbours, lake], 16.2, 60.2, 0],
    ["where only the later one is", [...neighbours, lake], 17.8, 61.8, 3],
    ["that is no number", [lake], Number.NaN, 61, NO_AREA],
    ["of no areas", [], 17, 61, NO_AREA],
  ] as const)("%s", (_, areas, lon, lat, expected) => {
    for (const index of gridsOf(areas)) expect(areaAt(index, lon, lat)).toBe(expected);
  });

  test("needs a number for every area", () => {
    expect(() => areaIndex(Array.from({ length: NO_AREA + 1 }, () => []))).toThrow(RangeError);
  });

  // Whole numbers make what floating points seldom are: borders along borders, corners on corners, points on both.
  const corner = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 50, max: 62 }));
  const anArea = fc.array(fc.array(fc.array(corner, { minLength: 3, maxLength: 9 }), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 2,
  });

  test("is what every edge says, however the rings cross themselves and each other", () => {
    const point = fc.tuple(
      fc.oneof(fc.integer({ min: -1, max: 13 }), fc.double({ min: -1, max: 13, noNaN: true })),
      fc.oneof(fc.integer({ min: 49, max: 63 }), fc.double({ min: 49, max: 63, noNaN: true })),
    );
    fc.assert(
      fc.property(
        fc.array(anArea, { minLength: 1, maxLength: 4 }),
        fc.array(point, { minLength: 30, maxLength: 30 }),
        (areas, points) => {
          for (const index of gridsOf(areas))
            for (const [lon, lat] of points) expect(areaAt(index, lon, lat)).toBe(plainly(areas, lon, lat));
        },
      ),
      { seed: 6371, numRuns: 60 },
    );
  });
});

const path = sharedData("geography/sweden/municipalities.geojson");

describe.skipIf(path === undefined)("the municipalities of Sweden", () => {
  type Geometry = { type: "Polygon"; coordinates: LonLat[][] } | { type: "MultiPolygon"; coordinates: LonLat[][][] };
  const read = (): Multipolygon[] => {
    const { features } = JSON.parse(readFileSync(path!, "utf8")) as { features: { geometry: Geometry }[] };
    return features.map(({ geometry }) =>
      geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
    );
  };
  const areas = path === undefined ? [] : read();
  const index = areaIndex(areas);
  const chance = chanceOf(290, 1);

  test("random points lie where every edge says", () => {
    const count = 2000;
    const x = Uint32Array.from({ length: count }, () => worldX(10.5 + 14 * chance.uniform()));
    const y = Uint32Array.from({ length: count }, () => worldY(55 + 14.2 * chance.uniform()));
    const out = new Uint16Array(count);
    areasOf(index, x, y, out);
    expect([...out]).toEqual(Array.from(x, (_, i) => plainly(areas, lonOf(x[i]!), latOf(y[i]!))));
    expect(new Set(out).size).toBeGreaterThan(150);
  });

  test("so do points on the borders, at their corners, and less than a millimetre from them", () => {
    const rings = areas.flat(2);
    const different = [];
    for (let n = 0; n < 2000; n++) {
      const ring = rings[chance.below(rings.length)]!;
      const at = chance.below(ring.length - 1);
      const [[fromLon, fromLat], [toLon, toLat]] = [ring[at]!, ring[at + 1]!];
      const along = n % 3 === 0 ? 0 : chance.uniform();
      const aside = n % 2 === 0 ? 0 : (chance.uniform() - 0.5) * 10 ** (-9 - chance.below(6));
      const [lon, lat] = [fromLon + (toLon - fromLon) * along + aside, fromLat + (toLat - fromLat) * along];
      if (areaAt(index, lon, lat) !== plainly(areas, lon, lat)) different.push([lon, lat]);
    }
    expect(different).toEqual([]);
  });
});
