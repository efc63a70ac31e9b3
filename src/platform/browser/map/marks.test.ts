import { describe, expect, test } from "vitest";
import type { Mark } from "./marks.ts";
import { metresBetween } from "../../../ground/earth.ts";
import { asCircles, asPoints, asStretches, boundsOf, pixelsAtZero } from "./marks.ts";

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

  test("a circle is a ring that closes, as far from its middle on the ground whichever way", () => {
    const middle = [16.717, 60.89] as const;
    const [circle] = asCircles([{ id: "a", name: "", position: middle, radiusMetres: 500 }]).features;
    if (circle?.geometry.type !== "Polygon") throw new Error("A circle that is no polygon");
    const [ring = []] = circle.geometry.coordinates;
    expect(ring.at(0)).toEqual(ring.at(-1));
    for (const place of ring) expect(Math.abs(metresBetween(middle, place) - 500)).toBeLessThan(1);
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
