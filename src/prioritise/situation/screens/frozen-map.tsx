import type { Position } from "../../../ground/place.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { ELSEWHERE, UNPLACED } from "../../../picture/areas.ts";
import { words as pictureWords } from "../../../picture/words.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { TableTwin } from "../../../ui/table-twin.tsx";
import { words } from "../words.ts";
import type { ReadChapter } from "./read-report.ts";

type Areas = ReadChapter["figures"][number]["byArea"];

/** What an area of a frozen map is called. */
export function nameOfArea({ key, name }: Pick<Areas[number], "key" | "name">, lang: Lang): string {
  if (key === ELSEWHERE) return say(pictureWords.elsewhere, lang);
  return key === UNPLACED ? say(pictureWords.unplaced, lang) : name;
}

/** Small, so that the names can be read on a narrow screen. */
const [WIDE, HIGH, MARGIN, LARGEST, SMALLEST] = [360, 280, 50, 22, 6];

/** The map as it was frozen: a ring for each village, as large as how many lie there, and the same as a table. */
export function FrozenMap({ areas, sentence, lang }: { areas: Areas; sentence: string; lang: Lang }) {
  const placed = areas.flatMap(({ middle, ...area }) => (middle === null ? [] : [{ ...area, middle }]));
  const unplaced = areas.filter(({ middle }) => middle === null);
  if (placed.length === 0) return null;
  const most = Math.max(...placed.map(({ count }) => count));
  const at = projection(placed.map(({ middle }) => middle));
  return (
    <TableTwin
      lang={lang}
      what="map"
      picture={
        <div className="measure">
          <svg className="plain-map" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={sentence}>
            <rect className="map-land" width={WIDE} height={HIGH} />
            {placed.map(({ key, name, middle, count }) => {
              const [x, y] = at(middle);
              const radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(count / most);
              return (
                <g key={key}>
                  <circle className="map-mark map-recorded" cx={x} cy={y} r={radius} />
                  <text className="map-label" x={x} y={y + radius + 16} textAnchor="middle">
                    {name}: {formatNumber(count, lang)}
                  </text>
                </g>
              );
            })}
          </svg>
          {unplaced.length > 0 && (
            <p className="small quiet">
              {say(words.offMap, lang, {
                places: unplaced
                  .map((area) => `${nameOfArea(area, lang)} ${formatNumber(area.count, lang)}`)
                  .join(", "),
              })}
            </p>
          )}
        </div>
      }
      table={
        <DataTable
          caption={`${say(words.places, lang)}: ${sentence}`}
          captionHidden
          rows={areas}
          rowKey={({ key }) => key}
          columns={[
            { head: say(words.places, lang), names: true, cell: (area) => nameOfArea(area, lang) },
            { head: say(words.count, lang), number: true, cell: ({ count }) => formatNumber(count, lang) },
          ]}
        />
      }
    />
  );
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
