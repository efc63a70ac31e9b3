// A frozen map as it is drawn, on a screen and on paper: a ring for each village, as large as how many lie there. It has the village's middle to about a kilometre and nothing nearer.
import type { Position } from "../../../ground/place.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { ELSEWHERE, UNPLACED } from "../../../picture/areas.ts";
import { words as pictureWords } from "../../../picture/words.ts";
import { formatNumber } from "../../../ui/format.ts";
import type { FrozenArea } from "../../frozen-counts.ts";

/** What an area of a frozen map is called. */
export function nameOfArea({ key, name }: Pick<FrozenArea, "key" | "name">, lang: Lang): string {
  if (key === ELSEWHERE) return say(pictureWords.elsewhere, lang);
  return key === UNPLACED ? say(pictureWords.unplaced, lang) : name;
}

/** Small, so that the names can be read on a narrow screen. */
export const [WIDE, HIGH] = [360, 280];
const [MARGIN, LARGEST, SMALLEST] = [50, 22, 6];

export type Ring = {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly label: string;
};

/** One for each that lies somewhere. */
export function ringsOf(areas: readonly FrozenArea[], lang: Lang): readonly Ring[] {
  const placed = areas.flatMap(({ middle, ...area }) => (middle === null ? [] : [{ ...area, middle }]));
  if (placed.length === 0) return [];
  const most = Math.max(...placed.map(({ count }) => count));
  const at = projection(placed.map(({ middle }) => middle));
  return placed.map(({ key, name, middle, count }) => {
    const [x, y] = at(middle);
    const radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(count / most);
    return { key, x, y, radius, label: `${name}: ${formatNumber(count, lang)}` };
  });
}

const written = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The same on paper. */
export function ringsOnPaper(rings: readonly Ring[]): string {
  const number = (value: number) => value.toFixed(1);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${HIGH}" font-family="Hanken Grotesk" font-size="13">`,
    `<rect width="${WIDE}" height="${HIGH}" fill="#f4f1ea" stroke="#8a8578"/>`,
    ...rings.flatMap(({ x, y, radius, label }) => [
      `<circle cx="${number(x)}" cy="${number(y)}" r="${number(radius)}" fill="#5d6f7e" fill-opacity="0.55" stroke="#2c3740"/>`,
      `<text x="${number(x)}" y="${number(y + radius + 16)}" text-anchor="middle">${written(label)}</text>`,
    ]),
    "</svg>",
  ].join("");
}

/** Onto the sheet with the same scale both ways; a degree of longitude is shorter the further north. */
function projection(middles: readonly Position[]): (position: Position) => readonly [number, number] {
  const [lons, lats] = [middles.map(([lon]) => lon), middles.map(([, lat]) => lat)];
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (WIDE - 2 * MARGIN) / Math.max((east - west) * shrink, 0.01),
    (HIGH - 2 * MARGIN) / Math.max(north - south, 0.01),
  );
  return ([lon, lat]) => [
    WIDE / 2 + (lon - (west + east) / 2) * shrink * scale,
    HIGH / 2 - (lat - (south + north) / 2) * scale,
  ];
}
