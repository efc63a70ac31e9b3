// Draws the demo's own little basemap from public facts: node scripts/make-basemap.mjs ../shared/data/geography > src/main/public/basemap/2101.json
// Outlines, lakes, rivers, localities and bus stops around Ockelbo; roads only as straight lines between stops that follow one another, and marked so.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Say where the geography lies: node scripts/make-basemap.mjs <folder>");
  process.exit(2);
}

const WINDOW = { west: 15.85, south: 60.5, east: 17.35, north: 61.3 };
const within = ([lon, lat]) => lon > WINDOW.west && lon < WINDOW.east && lat > WINDOW.south && lat < WINDOW.north;
const rounded = (value) => (Array.isArray(value) ? value.map(rounded) : Math.round(value * 1e4) / 1e4);
const positions = (coordinates) =>
  typeof coordinates[0] === "number" ? [coordinates] : coordinates.flatMap(positions);

const read = (name) => JSON.parse(readFileSync(join(folder, "gavleborg", name), "utf8")).features;
const everything = read("basemap-gavleborg.geojson");
const layer = (name) => everything.filter(({ properties }) => properties.layer === name);
const feature = (kind, name, geometry, more = {}) => ({
  type: "Feature",
  properties: { kind, name, ...more },
  geometry: { type: geometry.type, coordinates: rounded(geometry.coordinates) },
});
const isNear = ({ geometry }) => positions(geometry.coordinates).some(within);

/** A stop stands in Ockelbo when the gazetteer of the municipality has it: names repeat all over the county. */
const stops = read("ockelbo-bus-stops-2013.geojson").map(({ properties, geometry }) =>
  feature("stop", properties.gtfs_name.replace(/^Ockelbo /, ""), geometry),
);
const at = new Map(stops.map(({ properties, geometry }) => [properties.name, geometry.coordinates]));

/** Stops in the order the buses pass them: south along the road to Sandviken, east along the road to Gävle. */
const WAYS = [
  [
    "Krogen",
    "Medskogssjön",
    "Heden",
    "Silverkällan",
    "Gramre",
    "Åbron Hammarsjön",
    "Nyåbron",
    "Tegelbruket",
    "Marstrand",
    "Bruksvägen",
    "Rabo",
    "kyrka",
    "Torget",
    "station",
  ],
  [
    "station",
    "Gamla apoteket",
    "Mejeriet",
    "Gäveränge",
    "Envägen",
    "Flaggbacken",
    "Finnbacken",
    "Stenbäcken västra",
    "Stenbäcken östra",
    "Björklunda",
    "Vansbron",
    "Vittersjö",
  ],
];
const roads = WAYS.map((way, index) => {
  const missing = way.filter((name) => !at.has(name));
  if (missing.length > 0) throw new Error(`No such stop: ${missing.join(", ")}`);
  return feature(
    "road",
    index === 0 ? "Mot Sandviken" : "Mot Gävle",
    { type: "LineString", coordinates: way.map((name) => at.get(name)) },
    { schematic: true },
  );
});

const map = {
  type: "FeatureCollection",
  attribution:
    "Schematisk karta. Gränser: Valmyndigheten. Tätorter: SCB. Hållplatser: X-trafik. Sjöar och vattendrag: Natural Earth. Postorter: GeoNames (CC BY 4.0).",
  sources: [
    { what: "municipality outlines", from: "Valmyndigheten via okfse/sweden-geojson", licence: "free to reuse" },
    { what: "localities with population 2020", from: "SCB via borstell/swemapdata", licence: "CC0" },
    { what: "lakes and rivers", from: "Natural Earth 1:10m", licence: "public domain" },
    { what: "bus stops 2013", from: "X-trafik via thuma/XtrafikAPI", licence: "open data, GTFS Sverige is CC0" },
    { what: "Jädraås", from: "GeoNames postal places", licence: "CC BY 4.0" },
    {
      what: "roads",
      from: "straight lines between bus stops in the order they are passed: schematic",
      licence: "own work",
    },
  ],
  features: [
    ...layer("municipality")
      .filter(isNear)
      .map(({ properties, geometry }) => feature("municipality", properties.name, geometry, { code: properties.code })),
    ...layer("lake")
      .filter(isNear)
      .map(({ properties, geometry }) => feature("lake", properties.name ?? "", geometry)),
    ...layer("river")
      .filter(isNear)
      .map(({ properties, geometry }) => feature("river", properties.name ?? "", geometry)),
    ...roads,
    ...layer("locality")
      .filter(isNear)
      .map(({ properties, geometry }) =>
        feature("locality", properties.name, geometry, { population: properties.population }),
      ),
    feature("locality", "Jädraås", { type: "Point", coordinates: [16.4667, 60.85] }, { population: 0 }),
    ...stops,
  ],
};
process.stdout.write(`${JSON.stringify(map)}\n`);
