// A map as one file of vector tiles, PMTiles version 3 (github.com/protomaps/PMTiles, spec/v3): what a phone takes along where there is no network. Made of the
// GeoJSON that the house has; the browser reads it out of the file itself.
import { gzipSync } from "node:zlib";
import { GeoJSONVT, type GeoJSONVTTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { zxyToTileId } from "pmtiles";

/** The one layer of such a map; what a feature is stands in its `kind`. */
export const GROUND_LAYER = "ground";
/** Seen from farther off than this nobody looks at one municipality. */
const MIN_ZOOM = 5;
/** Here a step of the tile's own grid is about a metre: nearer views are drawn out of these tiles. */
const MAX_ZOOM = 12;
const EXTENT = 4096;
const HEADER_BYTES = 127;
/** Header and root directory are read together, in 16 kB: so many tiles, at some five bytes each, are certain to fit. */
const MOST_ENTRIES = 2048;
const GZIP = 2;
const MVT = 1;
const DEGREES = 10_000_000;

type Entry = { readonly id: number; readonly offset: number; readonly length: number; readonly run: number };
/** GeoJSON as it lies in basemap/. */
export type Ground = Extract<ConstructorParameters<typeof GeoJSONVT>[0], { readonly type: "FeatureCollection" }> & {
  readonly attribution?: string;
};

/** All tiles of the map with something in them, from far to near. */
export function pmtilesOf(ground: Ground): Uint8Array<ArrayBuffer> {
  const index = new GeoJSONVT(ground, { maxZoom: MAX_ZOOM, indexMaxZoom: MIN_ZOOM, extent: EXTENT });
  const tiles = tilesUnder(index, 0, 0, 0).toSorted((a, b) => a.id - b.id);
  const entries: Entry[] = [];
  let offset = 0;
  for (const { id, bytes } of tiles) {
    entries.push({ id, offset, length: bytes.length, run: 1 });
    offset += bytes.length;
  }
  const { root, leaves } = directories(entries);
  const metadata = gzipSync(
    JSON.stringify({ attribution: ground.attribution ?? "", vector_layers: [{ id: GROUND_LAYER, fields: {} }] }),
  );
  const parts = [root, metadata, leaves, ...tiles.map(({ bytes }) => bytes)];
  const header = headerOf(boundsOf(ground), {
    root: root.length,
    metadata: metadata.length,
    leaves: leaves.length,
    tiles: offset,
    count: tiles.length,
  });
  return new Uint8Array(Buffer.concat([header, ...parts]));
}

type Tile = { readonly id: number; readonly bytes: Buffer };

function tilesUnder(index: GeoJSONVT, zoom: number, x: number, y: number): readonly Tile[] {
  const tile = index.getTile(zoom, x, y);
  if (tile === null || tile.features.length === 0) return [];
  const own = zoom < MIN_ZOOM ? [] : [{ id: zxyToTileId(zoom, x, y), bytes: packed(tile) }];
  if (zoom === MAX_ZOOM) return own;
  const quarters = [0, 1].flatMap((right) => [0, 1].map((down) => [2 * x + right, 2 * y + down] as const));
  return [...own, ...quarters.flatMap(([left, top]) => tilesUnder(index, zoom + 1, left, top))];
}

function packed(tile: GeoJSONVTTile): Buffer {
  return gzipSync(fromGeojsonVt({ [GROUND_LAYER]: tile }, { version: 2, extent: EXTENT }));
}

/** In one directory where it fits, else in leaves that a root leads to. */
function directories(entries: readonly Entry[]): { root: Buffer; leaves: Buffer } {
  if (entries.length <= MOST_ENTRIES) return { root: directory(entries), leaves: Buffer.alloc(0) };
  const leading: Entry[] = [];
  const leaves: Buffer[] = [];
  let offset = 0;
  for (let from = 0; from < entries.length; from += MOST_ENTRIES) {
    const leaf = directory(entries.slice(from, from + MOST_ENTRIES));
    leading.push({ id: entries[from]!.id, offset, length: leaf.length, run: 0 });
    leaves.push(leaf);
    offset += leaf.length;
  }
  return { root: directory(leading), leaves: Buffer.concat(leaves) };
}

/** Column by column, as the format wants it: ids as steps, a tile right after the one before as 0. */
function directory(entries: readonly Entry[]): Buffer {
  const numbers = [
    entries.length,
    ...entries.map(({ id }, at) => id - (entries[at - 1]?.id ?? 0)),
    ...entries.map(({ run }) => run),
    ...entries.map(({ length }) => length),
    ...entries.map(({ offset }, at) => {
      const before = entries[at - 1];
      return before !== undefined && before.offset + before.length === offset ? 0 : offset + 1;
    }),
  ];
  return gzipSync(Buffer.from(numbers.flatMap(varint)));
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

type Bounds = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
type Lengths = Readonly<Record<"root" | "metadata" | "leaves" | "tiles" | "count", number>>;

function headerOf({ west, south, east, north }: Bounds, { root, metadata, leaves, tiles, count }: Lengths): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write("PMTiles", 0, "latin1");
  header.writeUInt8(3, 7);
  let at = HEADER_BYTES;
  // Where each part begins and how long it is, in the order in which they lie.
  for (const [place, length] of [root, metadata, leaves, tiles].entries()) {
    header.writeBigUInt64LE(BigInt(at), 8 + 16 * place);
    header.writeBigUInt64LE(BigInt(length), 16 + 16 * place);
    at += length;
  }
  for (const place of [72, 80, 88]) header.writeBigUInt64LE(BigInt(count), place);
  header.set([1, GZIP, GZIP, MVT, MIN_ZOOM, MAX_ZOOM], 96);
  const degrees = (value: number, place: number) => header.writeInt32LE(Math.round(value * DEGREES), place);
  degrees(west, 102);
  degrees(south, 106);
  degrees(east, 110);
  degrees(north, 114);
  header.writeUInt8(MIN_ZOOM, 118);
  degrees((west + east) / 2, 119);
  degrees((south + north) / 2, 123);
  return header;
}

function boundsOf({ features }: Ground): Bounds {
  const found = { west: 180, south: 90, east: -180, north: -90 };
  const reach = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return;
    const [lon, lat] = coordinates as unknown[];
    if (typeof lon !== "number" || typeof lat !== "number") return coordinates.forEach(reach);
    found.west = Math.min(found.west, lon);
    found.south = Math.min(found.south, lat);
    found.east = Math.max(found.east, lon);
    found.north = Math.max(found.north, lat);
  };
  for (const { geometry } of features) if (geometry.type !== "GeometryCollection") reach(geometry.coordinates);
  return found;
}
