// Made-up events over the real municipalities, the same every time: addresses where people live (by municipality), half of the events exactly at an address and half near one, twenty categories, ten
// years, and the hours of the week as they are lived.
import { readFileSync } from "node:fs";
import { laidOut, wordsOf } from "../../src/picture/columns/build.ts";
import { type ColumnName, type EventStore, stateOf } from "../../src/picture/columns/event-store.ts";
import { hourOfWeek, hourOfWeekOf, localDayOf } from "../../src/picture/columns/local-time.ts";
import { areaAt, areaIndex, type Multipolygon } from "../../src/picture/columns/polygons.ts";
import { latOf, lonOf, worldX, worldY } from "../../src/picture/columns/world.ts";
import { chanceOf } from "../../src/picture/engine/numbers/random.ts";

export const CATEGORIES =
  "klotter buller stöld fart trafik mörker bråk skräp brand moped rån hot droger inbrott bedrägeri skoter fylla cykel hund annat".split(
    " ",
  );
const FIRST_MINUTE = 23_667_840; // 2015-01-01T00:00Z
const MINUTES = 10 * 365.25 * 1440;

export type Made = {
  readonly n: number;
  readonly x: Uint32Array;
  readonly y: Uint32Array;
  readonly minute: Int32Array;
  readonly day: Uint16Array;
  readonly hour: Uint8Array;
  readonly category: Uint8Array;
};

export type Municipality = { readonly code: string; readonly name: string; readonly shape: Multipolygon };

/** The 290 real outlines; undefined where the data does not lie beside the project. */
export function municipalities(shared: string): Municipality[] | undefined {
  try {
    const { features } = JSON.parse(readFileSync(`${shared}/geography/sweden/municipalities.geojson`, "utf8")) as {
      features: {
        properties: { code: string; name: string };
        geometry: { type: string; coordinates: unknown };
      }[];
    };
    return features.map(({ properties, geometry }) => ({
      ...properties,
      shape: (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates) as Multipolygon,
    }));
  } catch {
    return undefined;
  }
}

export function madeEvents(n: number, places: readonly Municipality[]): Made {
  const chance = chanceOf(2026, n);
  const index = areaIndex(places.map(({ shape }) => shape));
  const boxes = places.map(({ shape }) => {
    const all = shape.flatMap((polygon) => polygon[0] ?? []);
    const [lons, lats] = [all.map(([lon]) => lon), all.map(([, lat]) => lat)];
    return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] as const;
  });
  const addresses = Math.max(Math.floor(n / 8), 1);
  const [atX, atY] = [new Uint32Array(addresses), new Uint32Array(addresses)];
  for (let address = 0; address < addresses; address++) {
    // As many in each municipality, whatever its size: a few crowded, most of them thin.
    const at = Math.floor(chance.uniform() ** 2 * places.length);
    const [west, south, east, north] = boxes[at]!;
    for (let attempt = 0; ; attempt++) {
      const [lon, lat] = [west + chance.uniform() * (east - west), south + chance.uniform() * (north - south)];
      if (attempt < 200 && areaAt(index, lon, lat) !== at) continue;
      atX[address] = worldX(lon);
      atY[address] = worldY(lat);
      break;
    }
  }
  const made = {
    n,
    x: new Uint32Array(n),
    y: new Uint32Array(n),
    minute: new Int32Array(n),
    day: new Uint16Array(n),
    hour: new Uint8Array(n),
    category: new Uint8Array(n),
  };
  for (let row = 0; row < n; row++) {
    const address = chance.below(addresses);
    const near = row % 2 === 0 ? 0 : 10_000;
    made.x[row] = atX[address]! + (near > 0 ? chance.below(near) : 0);
    made.y[row] = atY[address]! + (near > 0 ? chance.below(near) : 0);
    let minute = FIRST_MINUTE + Math.floor(chance.uniform() * MINUTES);
    // Evenings and week-ends have more of it: what falls in a quiet hour is drawn again now and then.
    for (let attempt = 0; attempt < 3 && chance.uniform() > liveliness(hourOfWeek(minute)); attempt++)
      minute = FIRST_MINUTE + Math.floor(chance.uniform() * MINUTES);
    made.minute[row] = minute;
    made.category[row] = Math.floor(chance.uniform() ** 2 * CATEGORIES.length);
  }
  hourOfWeekOf(made.minute, made.hour);
  const days = new Int32Array(n);
  localDayOf(made.minute, days);
  made.day.set(days);
  return made;
}

function liveliness(hourOfTheWeek: number): number {
  const [day, hour] = [Math.floor(hourOfTheWeek / 24), hourOfTheWeek % 24];
  return (hour < 6 ? 0.35 : hour < 14 ? 0.5 : 0.9) * (day >= 4 ? 1 : 0.8);
}

/** The events as a store. Area, source and sharing are the same for all. */
export function storeOf({ n, x, y, minute, day, hour, category }: Made): EventStore {
  const same = (value: number) => new Uint8Array(n).fill(value);
  const columns: Record<ColumnName, () => Uint8Array | Uint16Array | Uint32Array | Int32Array> = {
    x: () => x,
    y: () => y,
    minute: () => minute,
    day: () => day,
    hour: () => hour,
    category: () => category,
    state: () => same(stateOf("public", "point", "exact")),
    count: () => same(1),
    key: () => Uint32Array.from({ length: n }, (_, row) => row),
    precision: () => same(0),
    source: () => same(0),
    area: () => same(0),
    span: () => same(0),
  };
  const words = wordsOf();
  words.category.push(...CATEGORIES);
  words.source.push("made up");
  return laidOut({ rows: n, column: (name) => columns[name]() }, words);
}

/** The same as a file, piece by piece. */
export function* csvOf({ n, x, y, minute, category }: Made): Generator<string> {
  yield "lon,lat,time,category\n";
  const PIECE = 50_000;
  for (let from = 0; from < n; from += PIECE) {
    let text = "";
    for (let row = from; row < Math.min(from + PIECE, n); row++)
      text += `${lonOf(x[row]!).toFixed(5)},${latOf(y[row]!).toFixed(5)},${new Date(minute[row]! * 60_000).toISOString().slice(0, 16)}Z,${CATEGORIES[category[row]!]!}\n`;
    yield text;
  }
}
