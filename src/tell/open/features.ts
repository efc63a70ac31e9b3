// OGC API – Features 1.0 (core, GeoJSON, OpenAPI 3.0) over the open datasets. Whatever is asked for is looked for among rows that have passed the gate: there is
// nothing behind them that a filter could be laid around.
import { type Day, dayOf, readDay, readInstant } from "../../ground/time.ts";
import { type Lang, say, type Said } from "../../ground/words.ts";
import { columnsOf, type Column, type Geometry, type OpenRow } from "./dataset.ts";
import type { Filled } from "./datasets.ts";
import { descriptionOf } from "./features-description.ts";
import { featureOf, LICENCE } from "./files.ts";
import { faults, words } from "./words.ts";

export const API = "/oppna-data/api";
export const MOST_ROWS = 1000;
const USUAL_ROWS = 100;
const CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
export const CONFORMS = ["core", "geojson", "oas30"].map(
  (part) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${part}`,
);
const [JSON_TYPE, GEOJSON_TYPE] = ["application/json", "application/geo+json"];
export const OPENAPI_TYPE = "application/vnd.oai.openapi+json;version=3.0";

export type ApiWish = {
  /** Below the API's own address. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly lang: Lang;
  readonly origin: string;
  readonly version: string;
};
export type ApiAnswer = { readonly status: number; readonly contentType: string; readonly value: unknown };

type Fault = keyof typeof faults;
type Wrong = { readonly fault: Fault; readonly detail?: Readonly<Record<string, string | number>> };
const isWrong = (value: unknown): value is Wrong => typeof value === "object" && value !== null && "fault" in value;

/** What the API answers at an address. */
export function answerApi(filled: readonly Filled[], wish: ApiWish): ApiAnswer {
  const [first, name, items, id, ...more] = wish.path;
  const ok = (value: unknown, contentType = JSON_TYPE): ApiAnswer => ({ status: 200, contentType, value });
  const plain = (answer: () => ApiAnswer) => {
    const wrong = unknownIn(wish, []);
    return wrong === undefined ? answer() : refuse(wrong, 400, wish);
  };
  if (first === undefined) return plain(() => ok(landing(wish)));
  if (first === "api" && name === undefined) return plain(() => ok(descriptionOf(filled, wish), OPENAPI_TYPE));
  if (first === "conformance" && name === undefined) return plain(() => ok({ conformsTo: CONFORMS }));
  if (first !== "collections" || more.length > 0) return refuse({ fault: "no-address" }, 404, wish);
  if (name === undefined) return plain(() => ok(collections(filled, wish)));
  const found = filled.find(({ dataset }) => dataset.name === name);
  if (found === undefined) return refuse({ fault: "no-collection" }, 404, wish);
  if (items === undefined) return plain(() => ok(collection(found, wish)));
  if (items !== "items") return refuse({ fault: "no-address" }, 404, wish);
  if (id === undefined) return answerItems(found, wish);
  return plain(() => {
    const row = found.rows.find((one) => one.id === id);
    if (row === undefined) return refuse({ fault: "no-row" }, 404, wish);
    const home = `${wish.origin}${API}/collections/${name}`;
    const links = [
      link("self", `${home}/items/${encodeURIComponent(id)}`, GEOJSON_TYPE),
      link("collection", home, JSON_TYPE),
    ];
    return ok({ ...featureOf(row), links }, GEOJSON_TYPE);
  });
}

/** RFC 9457, as every no of the house. */
function refuse({ fault, detail = {} }: Wrong, status: 400 | 404, { lang }: ApiWish): ApiAnswer {
  const title = say(status === 400 ? NOT_UNDERSTOOD : NOT_THERE, lang);
  const value = { type: `/problem/${fault}`, title, status, detail: say(faults[fault], lang, detail), why: fault };
  return { status, contentType: "application/problem+json; charset=utf-8", value };
}
const NOT_UNDERSTOOD: Said = { sv: "Frågan gick inte att förstå", en: "The question could not be understood" };
const NOT_THERE: Said = { sv: "Det finns inte", en: "It is not there" };

const link = (rel: string, href: string, type: string, title?: string) => ({
  rel,
  href,
  type,
  ...(title === undefined ? {} : { title }),
});

function landing({ origin, lang }: ApiWish) {
  const home = `${origin}${API}`;
  return {
    title: say(words.catalogueTitle, lang),
    description: say(words.lead, lang),
    links: [
      link("self", home, JSON_TYPE),
      link("service-desc", `${home}/api`, OPENAPI_TYPE),
      link("service-doc", `${origin}/oppna-data`, "text/html"),
      link("conformance", `${home}/conformance`, JSON_TYPE),
      link("data", `${home}/collections`, JSON_TYPE),
      link("license", LICENCE, "text/html"),
    ],
  };
}

function collections(filled: readonly Filled[], wish: ApiWish) {
  return {
    links: [link("self", `${wish.origin}${API}/collections`, JSON_TYPE)],
    collections: filled.map((one) => collection(one, wish)),
  };
}

function collection({ dataset, rows }: Filled, { origin, lang }: ApiWish) {
  const home = `${origin}${API}/collections/${dataset.name}`;
  const file = `${origin}/oppna-data/${dataset.name}`;
  return {
    id: dataset.name,
    title: say(dataset.title, lang),
    description: [dataset.what, ...dataset.silent].map((said) => say(said, lang)).join(" "),
    itemType: "feature",
    crs: [CRS84],
    extent: extentOf(rows),
    links: [
      link("self", home, JSON_TYPE),
      link("items", `${home}/items`, GEOJSON_TYPE),
      link("describedby", file, "text/html", say(dataset.title, lang)),
      link("enclosure", `${file}.csv`, "text/csv"),
      link("license", LICENCE, "text/html"),
    ],
  };
}

type Extent = {
  readonly spatial?: { readonly bbox: readonly Box[]; readonly crs: string };
  readonly temporal?: { readonly interval: readonly (readonly [string, string])[] };
};

/** Reckoned once for the rows as they were last made: they are the same until something is told anew, and are let go with them. */
const extents = new WeakMap<readonly OpenRow[], Extent>();

function extentOf(rows: readonly OpenRow[]): Extent {
  const known = extents.get(rows);
  if (known !== undefined) return known;
  const box = boxOf(rows);
  const days = rows
    .flatMap(({ from, to }) => [from, to])
    .filter((day) => day !== null)
    .toSorted();
  const [begin, end] = [days[0], days.at(-1)];
  const extent: Extent = {
    ...(box === undefined ? {} : { spatial: { bbox: [box], crs: CRS84 } }),
    ...(begin === undefined || end === undefined
      ? {}
      : { temporal: { interval: [[`${begin}T00:00:00Z`, `${end}T23:59:59Z`]] } }),
  };
  extents.set(rows, extent);
  return extent;
}

type Box = readonly [west: number, south: number, east: number, north: number];

const positionsOf = (geometry: Geometry) => (geometry.type === "Point" ? [geometry.coordinates] : geometry.coordinates);

function boxOf(rows: readonly OpenRow[]): Box | undefined {
  const positions = rows.flatMap(({ geometry }) => (geometry === null ? [] : positionsOf(geometry)));
  const [first] = positions;
  if (first === undefined) return undefined;
  // One by one: a whole country's points are more than a call takes.
  return positions.reduce<Box>(
    ([west, south, east, north], [lon, lat]) => [
      Math.min(west, lon),
      Math.min(south, lat),
      Math.max(east, lon),
      Math.max(north, lat),
    ],
    [...first, ...first],
  );
}

type Asked = {
  readonly limit: number;
  readonly offset: number;
  readonly box: Box | undefined;
  readonly time: { readonly from: Day | undefined; readonly to: Day | undefined } | undefined;
  readonly cells: readonly (readonly [name: string, value: string])[];
};

function answerItems({ dataset, rows }: Filled, wish: ApiWish): ApiAnswer {
  const columns = columnsOf(dataset);
  const asked = readAsked(wish, columns);
  if (isWrong(asked)) return refuse(asked, 400, wish);
  const matched = rows.filter((row) => isAskedFor(row, asked));
  const shown = matched.slice(asked.offset, asked.offset + asked.limit);
  const home = `${wish.origin}${API}/collections/${dataset.name}`;
  const page = (offset: number) => {
    const query = new URLSearchParams(wish.query);
    query.set("limit", String(asked.limit));
    query.set("offset", String(offset));
    return `${home}/items?${query}`;
  };
  const links = [
    link("self", wish.query.size === 0 ? `${home}/items` : `${home}/items?${wish.query}`, GEOJSON_TYPE),
    link("collection", home, JSON_TYPE),
    ...(asked.offset + asked.limit < matched.length
      ? [link("next", page(asked.offset + asked.limit), GEOJSON_TYPE)]
      : []),
    ...(asked.offset > 0 ? [link("prev", page(Math.max(0, asked.offset - asked.limit)), GEOJSON_TYPE)] : []),
  ];
  const value = {
    type: "FeatureCollection",
    // No time stamp: the same question about the same rows is the same bytes, and costs nothing the second night.
    numberMatched: matched.length,
    numberReturned: shown.length,
    links,
    features: shown.map(featureOf),
  };
  return { status: 200, contentType: GEOJSON_TYPE, value };
}

function unknownIn({ query }: ApiWish, known: readonly string[]): Wrong | undefined {
  const all = [...known, "f", "lang"];
  for (const name of query.keys()) {
    if (!all.includes(name)) return { fault: "unknown-parameter", detail: { name, known: all.join(", ") } };
    if (query.getAll(name).length > 1) return { fault: "said-twice", detail: { name } };
  }
  const form = query.get("f");
  return form === null || form === "json" ? undefined : { fault: "bad-format" };
}

function readAsked(wish: ApiWish, columns: readonly Column[]): Asked | Wrong {
  const { query } = wish;
  const names = columns.map(({ name }) => name);
  const wrong = unknownIn(wish, ["limit", "offset", "bbox", "datetime", ...names]);
  if (wrong !== undefined) return wrong;
  const limit = wholeNumber(query.get("limit"), USUAL_ROWS);
  if (limit === undefined || limit < 1) return { fault: "bad-limit", detail: { most: MOST_ROWS } };
  const offset = wholeNumber(query.get("offset"), 0);
  if (offset === undefined) return { fault: "bad-offset" };
  const box = readBox(query.get("bbox"));
  if (box === null) return { fault: "bad-bbox" };
  const time = readTime(query.get("datetime"));
  if (time === null) return { fault: "bad-datetime" };
  const cells = names.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { limit: Math.min(limit, MOST_ROWS), offset, box, time, cells };
}

function wholeNumber(text: string | null, usual: number): number | undefined {
  if (text === null) return usual;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Undefined where none is asked for, null where it is none. */
function readBox(text: string | null): Box | undefined | null {
  if (text === null) return undefined;
  const parts = text.split(",");
  if (!parts.every((part) => /^\s*[+-]?\d{1,9}(?:[.]\d{0,40})?(?:e[+-]?\d{1,3})?\s*$/i.test(part))) return null;
  const numbers = parts.map(Number);
  const flat = numbers.length === 6 ? [numbers[0], numbers[1], numbers[3], numbers[4]] : numbers;
  const [west, south, east, north] = flat;
  if (flat.length !== 4 || west === undefined || south === undefined || east === undefined || north === undefined)
    return null;
  return south > north ? null : [west, south, east, north];
}

function readTime(text: string | null): Asked["time"] | null {
  if (text === null) return undefined;
  const ends = text.split("/");
  const days = ends.map((end) => (end === "" || end === ".." ? undefined : (readEnd(end) ?? null)));
  if (ends.length > 2 || days.includes(null) || (ends.length === 1 && days[0] === undefined)) return null;
  const [from, to = ends.length === 1 ? from : undefined] = days as (Day | undefined)[];
  if (ends.length === 2 && from === undefined && to === undefined && text !== "../..") return null;
  return from !== undefined && to !== undefined && from > to ? null : { from, to };
}

function readEnd(text: string): Day | undefined {
  const instant = readInstant(text);
  return readDay(text) ?? (instant === undefined ? undefined : dayOf(instant));
}

function isAskedFor({ geometry, from, to, cells }: OpenRow, asked: Asked): boolean {
  if (asked.box !== undefined && (geometry === null || !isWithin(geometry, asked.box))) return false;
  if (asked.time !== undefined) {
    if (from === null && to === null) return false;
    if (asked.time.to !== undefined && from !== null && from > asked.time.to) return false;
    if (asked.time.from !== undefined && to !== null && to < asked.time.from) return false;
  }
  return asked.cells.every(([name, value]) => String(cells[name] ?? "") === value);
}

/** A stretch is met by the box its ends lie in: more than asked for, never less. */
function isWithin(geometry: Geometry, [west, south, east, north]: Box): boolean {
  const own = positionsOf(geometry);
  const [lons, lats] = [own.map(([lon]) => lon), own.map(([, lat]) => lat)];
  if (Math.max(...lats) < south || Math.min(...lats) > north) return false;
  const [first, last] = [Math.min(...lons), Math.max(...lons)];
  // A box across the line of dates has its west in the east.
  return west <= east ? last >= west && first <= east : last >= west || first <= east;
}
