import { latLngToCell } from "h3-js";
import { describe, expect, test } from "vitest";
import type { Mark } from "./marks.ts";
import { asCells, asPoints, asStretches, boundsOf, classOf, isFew, pixelsAtZero } from "./marks.ts";

const point: Mark = {
  id: "a",
  name: "Torget",
  knowledge: "felt",
  place: { kind: "point", position: [16.717, 60.89], accuracyMetres: 20 },
};
const stretch: Mark = {
  id: "b",
  name: "Bruksvägen",
  knowledge: "recorded",
  place: {
    kind: "segment",
    line: [
      [16.7, 60.88],
      [16.71, 60.885],
    ],
  },
  voices: 14,
};

describe("what a map draws", () => {
  test("points and stretches go to layers of their own, none to both", () => {
    expect(asPoints([point, stretch]).features.map(({ properties }) => properties["id"])).toEqual(["a"]);
    expect(asStretches([point, stretch]).features.map(({ properties }) => properties["voices"])).toEqual([14]);
  });

  test("one to four in a cell is hatched, five is the first class, seventeen the last", () => {
    expect([1, 4, 5, 8, 12, 17, 400].map(classOf)).toEqual([0, 0, 1, 2, 3, 4, 4]);
    expect([1, 4, 5].map(isFew)).toEqual([true, true, false]);
  });

  test("a cell is a ring that closes, with longitude first", () => {
    const [cell] = asCells([{ cell: latLngToCell(60.89, 16.717, 9), count: 5 }]).features;
    if (cell?.geometry.type !== "Polygon") throw new Error("A cell that is no polygon");
    const [ring = []] = cell.geometry.coordinates;
    expect(ring.at(0)).toEqual(ring.at(-1));
    expect(ring.every(([lon, lat]) => lon > 16 && lon < 17 && lat > 60 && lat < 61)).toBe(true);
  });

  test("accuracy is as large on the map as on the ground", () => {
    // At 60° north a degree of longitude is half as long, so the same metres are twice the pixels.
    expect(pixelsAtZero(100, 60) / pixelsAtZero(100, 0)).toBeCloseTo(2, 6);
    expect(pixelsAtZero(40_075_016.686, 0)).toBeCloseTo(512, 6);
  });

  test("bounds hold everything, and nothing has none", () => {
    expect(boundsOf([])).toBeUndefined();
    expect(
      boundsOf([
        [16.7, 60.9],
        [16.5, 61],
      ]),
    ).toEqual([16.5, 60.9, 16.7, 61]);
  });
});
