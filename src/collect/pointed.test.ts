import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metresBetween } from "../ground/earth.ts";
import type { Position } from "../ground/place.ts";
import {
  byDistance,
  GRAIN_METRES,
  isWithin,
  nameFor,
  placesIn,
  pointsAsText,
  readGrain,
  readPoints,
  roughened,
  squareAround,
} from "./pointed.ts";

const SQUARE: readonly Position[] = [
  [16, 60],
  [17, 60],
  [17, 61],
  [16, 61],
  [16, 60],
];
const lon = fc.double({ min: 10, max: 25, noNaN: true });
const lat = fc.double({ min: 55, max: 69, noNaN: true });
const metres = fc.constantFrom(...Object.values(GRAIN_METRES));

describe("what comes in the field", () => {
  test.each<[string, readonly string[], unknown]>([
    ["nothing at all", [], []],
    ["an empty field", [""], []],
    ["a point", ["16.71801 60.89852"], [[16.71801, 60.89852]]],
    ["two where one is asked for", ["16.7 60.9;16.8 60.9"], undefined],
    ["the field twice", ["16.7 60.9", "16.7 60.9"], undefined],
    ["not a number", ["NaN 60.9"], undefined],
    ["a number without end", ["1e309 60.9"], undefined],
    ["a number with a power", ["1e1 6e1"], undefined],
    ["infinity", ["Infinity 60"], undefined],
    ["off the globe", ["16.7 91"], undefined],
    ["far off the globe", ["181 60"], undefined],
    ["latitude only", ["60.9"], undefined],
    ["a comma", ["16,7 60,9"], undefined],
    ["hexadecimal", ["0x10 0x3c"], undefined],
    ["a script", ["<script>alert(1)</script>"], undefined],
    ["a point and rubbish", ["16.7 60.9;"], undefined],
    ["a very long number", [`16.${"7".repeat(5000)} 60.9`], undefined],
  ])("%s", (_what, values, read) => {
    expect(readPoints(values, 1)).toEqual(read);
  });
  test("both ends of a stretch", () => {
    expect(readPoints(["16.7 60.9;16.8 60.9"], 2)).toHaveLength(2);
    expect(readPoints(["16.7 60.9;16.8 60.9;16.9 60.9"], 2)).toBeUndefined();
  });
  test("what is written is read again", () => {
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        const [read] = readPoints([pointsAsText([[x, y]])], 1)!;
        expect(metresBetween([x, y], read!)).toBeLessThan(1);
      }),
    );
  });
  test.each<[string, readonly string[], string]>([
    ["nothing said is the neighbourhood", [], "around"],
    ["the place itself, when somebody has said so", ["spot"], "spot"],
    ["both is the neighbourhood", ["spot", "around"], "around"],
    ["twice the place is not one yes", ["spot", "spot"], "around"],
    ["something else", ["exact"], "around"],
  ])("%s", (_what, values, grain) => {
    expect(readGrain(values)).toBe(grain);
  });
});

describe("what is kept of a point", () => {
  test("is no farther off than half the square's diagonal", () => {
    fc.assert(
      fc.property(lon, lat, metres, (x, y, side) => {
        expect(metresBetween([x, y], roughened([x, y], side))).toBeLessThanOrEqual(side * 0.71 + 2);
      }),
    );
  });
  test("is the same a second time", () => {
    fc.assert(
      fc.property(lon, lat, metres, (x, y, side) => {
        const kept = roughened([x, y], side);
        expect(roughened(kept, side)).toEqual(kept);
      }),
    );
  });
  test("is the same for all who point within the square, so that it tells no door", () => {
    fc.assert(
      fc.property(lon, lat, fc.double({ min: -0.49, max: 0.49, noNaN: true }), metres, (x, y, part, side) => {
        const kept = roughened([x, y], side);
        const ring = squareAround(kept, side);
        const inside: Position = [
          kept[0] + (ring[1]![0] - ring[0]![0]) * part * 0.98,
          kept[1] + (ring[2]![1] - ring[1]![1]) * part * 0.9,
        ];
        expect(roughened(inside, side)).toEqual(kept);
      }),
    );
  });
});

describe("within the municipality", () => {
  test.each<[string, Position, boolean]>([
    ["in the middle", [16.5, 60.5], true],
    ["a kilometre outside the border", [17.018, 60.5], true],
    ["five kilometres outside", [17.1, 60.5], false],
    ["in another country", [2.35, 48.85], false],
    ["at the equator", [0, 0], false],
  ])("%s", (_where, position, within) => {
    expect(isWithin(position, [SQUARE])).toBe(within);
  });
  test("without an outline nothing is", () => {
    expect(isWithin([16.5, 60.5], [])).toBe(false);
  });
});

describe("the same in words", () => {
  const places = [
    { name: "Torget", position: [16.5, 60.5] as Position },
    { name: "Skolan", position: [16.502, 60.5] as Position },
    { name: "Skolan", position: [16.9, 60.9] as Position },
  ];
  test("named places come by how far away they are, each once", () => {
    expect(byDistance([16.5019, 60.5], places).map(({ name }) => name)).toEqual(["Skolan", "Torget"]);
  });
  test("a place far off lends no name", () => {
    expect(nameFor({ grain: "spot", position: [16.5, 60.5005] }, places)?.name).toBe("Torget");
    expect(nameFor({ grain: "spot", position: [16.5, 60.52] }, places)).toBeUndefined();
    expect(nameFor({ grain: "around", position: [16.5, 60.51] }, places)?.name).toBe("Torget");
    const village = { name: "Byn", position: [16.51, 60.51] as Position, isVillage: true };
    expect(nameFor({ grain: "around", position: [16.5, 60.5005] }, [...places, village])?.name).toBe("Byn");
    expect(nameFor({ grain: "spot", position: [16.5, 60.5005] }, [...places, village])?.name).toBe("Torget");
  });
  test("the basemap names its stops and localities in the municipality, and what is odd in it names nothing", () => {
    const point = (kind: string, name: unknown, coordinates: unknown) => ({
      properties: { kind, name },
      geometry: { type: "Point", coordinates },
    });
    const features = [
      point("stop", "Torget", [16.5, 60.5]),
      point("locality", "Grannbyn", [18, 60.5]),
      point("lake", "Sjön", [16.5, 60.5]),
      point("stop", 7, [16.5, 60.5]),
      point("stop", "Trasig", ["16.5", 60.5]),
    ];
    expect(placesIn({ features }, [SQUARE]).map(({ name }) => name)).toEqual(["Torget"]);
    for (const odd of [undefined, null, 7, {}, { features: "x" }]) expect(placesIn(odd, [SQUARE])).toEqual([]);
  });
});
