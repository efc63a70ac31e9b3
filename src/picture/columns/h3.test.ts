import { cellToLatLng, cellToParent, getPentagons, latLngToCell } from "h3-js";
import { describe, expect, test } from "vitest";
import { type Chance, chanceOf } from "../engine/numbers/random.ts";
import { type Cells, FINEST_RESOLUTION, h3Of, h3OfEach, h3OfWorld, h3ParentOfEach, h3Text } from "./h3.ts";
import { latOf, lonOf } from "./world.ts";

const cellsFor = (count: number): Cells => ({ hi: new Uint32Array(count), lo: new Uint32Array(count) });
const textOf = ({ hi, lo }: Cells, at: number): string => h3Text(hi[at]!, lo[at]!);

function cellOf(lat: number, lon: number, resolution: number): string {
  const cell = cellsFor(1);
  h3Of(lat, lon, resolution, cell, 0);
  return textOf(cell, 0);
}

const pentagons = getPentagons(0).map((cell) => cellToLatLng(cell));
const between = (chance: Chance, from: number, to: number) => from + (to - from) * chance.uniform();
/** From the first to the second, small ones as often as large. */
const near = (chance: Chance, least: number, most: number) => least * (most / least) ** chance.uniform();

const places: readonly (readonly [string, (chance: Chance) => readonly [number, number]])[] = [
  ["all over the world", (chance) => [(Math.asin(between(chance, -1, 1)) * 180) / Math.PI, between(chance, -180, 180)]],
  ["in Sweden, under which a pentagon lies", (chance) => [between(chance, 55, 69.1), between(chance, 10.5, 24.5)]],
  [
    "around the twelve pentagons",
    (chance) => {
      const [lat, lon] = pentagons[chance.below(pentagons.length)]!;
      const reach = near(chance, 1e-6, 12);
      return [lat + between(chance, -reach, reach), lon + between(chance, -reach, reach)];
    },
  ],
  [
    "close to the poles",
    (chance) => [(90 - near(chance, 1e-7, 10)) * (chance.below(2) === 0 ? 1 : -1), between(chance, -180, 180)],
  ],
  [
    "close to the antimeridian",
    (chance) => [between(chance, -90, 90), (180 - near(chance, 1e-7, 1)) * (chance.below(2) === 0 ? 1 : -1)],
  ],
];

describe("the cell of a position", () => {
  test.each(places)("is h3-js's at every resolution %s", (_, place) => {
    const chance = chanceOf(4, 4);
    const different = [];
    for (let n = 0; n < 20_000; n++) {
      const [lat, lon] = place(chance);
      const resolution = n % (FINEST_RESOLUTION + 1);
      if (cellOf(lat, lon, resolution) !== latLngToCell(lat, lon, resolution)) different.push([lat, lon, resolution]);
    }
    expect(different).toEqual([]);
  });

  test.each([
    ["the north pole", 90, 0],
    ["the south pole", -90, 0],
    ["where Greenwich's meridian meets the equator", 0, 0],
    ["the antimeridian from the west", 0, 180],
    ["the antimeridian from the east", 0, -180],
    ["Gävle", 60.6749, 17.1413],
  ])("is h3-js's at %s", (_, lat, lon) => {
    for (let resolution = 0; resolution <= FINEST_RESOLUTION; resolution++)
      expect(cellOf(lat, lon, resolution)).toBe(latLngToCell(lat, lon, resolution));
  });

  test("is none where there is no position", () => {
    const cell = { hi: Uint32Array.of(1), lo: Uint32Array.of(1) };
    h3Of(Number.NaN, 17, 9, cell, 0);
    expect([cell.hi[0], cell.lo[0]]).toEqual([0, 0]);
  });

  test.each([-1, 16, 2.5, Number.NaN])("is refused at resolution %d", (resolution) => {
    expect(() => h3Of(60, 17, resolution, cellsFor(1), 0)).toThrow(RangeError);
    expect(() => h3OfEach(Float64Array.of(60), Float64Array.of(17), resolution, cellsFor(1))).toThrow(RangeError);
  });
});

describe("many cells", () => {
  const count = 5000;
  const chance = chanceOf(9, 9);
  const x = Uint32Array.from({ length: count }, () => chance.bits());
  const y = Uint32Array.from({ length: count }, () => chance.bits());
  const lat = Float64Array.from(y, latOf);
  const lon = Float64Array.from(x, lonOf);

  test("are each one's, from degrees and from world coordinates", () => {
    const [fromDegrees, fromWorld] = [cellsFor(count), cellsFor(count)];
    h3OfEach(lat, lon, 9, fromDegrees);
    h3OfWorld(x, y, 9, fromWorld);
    const one = Array.from(lat, (latitude, i) => latLngToCell(latitude, lon[i]!, 9));
    expect(one.map((_, i) => textOf(fromDegrees, i))).toEqual(one);
    expect(one.map((_, i) => textOf(fromWorld, i))).toEqual(one);
  });

  test.each([0, 1, 4, 5, 6, 12])("have h3-js's parents at resolution %d", (resolution) => {
    const [cells, parents] = [cellsFor(count), cellsFor(count)];
    h3OfEach(lat, lon, 12, cells);
    h3ParentOfEach(cells, resolution, parents);
    const expected = Array.from(cells.hi, (_, i) => cellToParent(textOf(cells, i), resolution));
    expect(expected.map((_, i) => textOf(parents, i))).toEqual(expected);
  });

  test("that are already coarser stay themselves", () => {
    const [cells, parents] = [cellsFor(count), cellsFor(count)];
    h3OfEach(lat, lon, 3, cells);
    h3ParentOfEach(cells, 7, parents);
    expect(parents).toEqual(cells);
  });
});
