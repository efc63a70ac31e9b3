import { readFileSync } from "node:fs";
import type { Feature, FeatureCollection, Point } from "geojson";
import { PMTiles, type RangeResponse, type Source } from "pmtiles";
import { expect, test } from "vitest";
import { GROUND_LAYER, pmtilesOf } from "./pmtiles.ts";

const OCKELBO = JSON.parse(
  readFileSync(new URL("../../main/public/basemap/2101.json", import.meta.url), "utf8"),
) as FeatureCollection;

/** The file as the library reads it, a stretch of bytes at a time. */
class InMemory implements Source {
  readonly bytes: Uint8Array<ArrayBuffer>;
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
  }
  getKey(): string {
    return "in memory";
  }
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    return { data: this.bytes.slice(offset, offset + length).buffer };
  }
}

/** Which tile a place lies in. */
function tileAt(lon: number, lat: number, zoom: number): [number, number, number] {
  const radians = (lat * Math.PI) / 180;
  const across = 2 ** zoom;
  return [
    zoom,
    Math.floor(((lon + 180) / 360) * across),
    Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * across),
  ];
}

test("the map of Ockelbo is one small file, and every tile in it can be read", async () => {
  const bytes = pmtilesOf(OCKELBO);
  expect(bytes.length).toBeLessThan(300_000);
  const file = new PMTiles(new InMemory(bytes));
  const header = await file.getHeader();
  expect(header).toMatchObject({ minZoom: 5, maxZoom: 12, tileType: 1, clustered: true });
  expect(header.minLon).toBeLessThan(16.7);
  expect(header.maxLon).toBeGreaterThan(16.7);
  expect(await file.getMetadata()).toMatchObject({ vector_layers: [{ id: GROUND_LAYER }] });
  for (const zoom of [5, 8, 12]) {
    const tile = await file.getZxy(...tileAt(16.715, 60.89, zoom));
    expect(Buffer.from(tile!.data).toString("latin1")).toContain(GROUND_LAYER);
  }
  expect(await file.getZxy(...tileAt(2.35, 48.85, 12))).toBeUndefined();
});

test("the same map is the same file", () => {
  expect(Buffer.from(pmtilesOf(OCKELBO)).equals(Buffer.from(pmtilesOf(OCKELBO)))).toBe(true);
});

test("a map with more tiles than one directory holds is found through leaves", async () => {
  let seed = 1;
  const chance = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const features = Array.from({ length: 1500 }, (_, at): Feature => {
    const position = [11 + chance() * 13, 56 + chance() * 12];
    return {
      type: "Feature",
      properties: { kind: "stop", name: `${at}` },
      geometry: { type: "Point", coordinates: position },
    };
  });
  const file = new PMTiles(new InMemory(pmtilesOf({ type: "FeatureCollection", features })));
  const header = await file.getHeader();
  expect(header.leafDirectoryLength).toBeGreaterThan(0);
  for (const at of [0, 721, 1499]) {
    const { geometry } = features[at]!;
    const [lon, lat] = (geometry as Point).coordinates as [number, number];
    expect(await file.getZxy(...tileAt(lon, lat, 12))).toBeDefined();
  }
});
