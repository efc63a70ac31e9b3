import { say, type Lang } from "../../../ground/words.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { TableTwin } from "../../../ui/table-twin.tsx";
import { words } from "../words.ts";
import { HIGH, nameOfArea, type Ring, ringsOf, WIDE } from "./frozen-rings.ts";
import type { ReadChapter } from "./read-report.ts";

type Areas = ReadChapter["figures"][number]["byArea"];

/** The map as it was frozen: a ring for each village, as large as how many lie there, and the same as a table. */
export function FrozenMap({ areas, sentence, lang }: { areas: Areas; sentence: string; lang: Lang }) {
  const rings = ringsOf(areas, lang);
  const unplaced = areas.filter(({ middle }) => middle === null);
  if (rings.length === 0) return null;
  return (
    <TableTwin
      lang={lang}
      what="map"
      picture={
        <div className="measure">
          <DrawnRings rings={rings} sentence={sentence} />
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

/** Outside it is the same drawing. */
export function DrawnRings({ rings, sentence }: { rings: readonly Ring[]; sentence: string }) {
  return (
    <svg className="plain-map" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={sentence}>
      <rect className="map-land" width={WIDE} height={HIGH} />
      {rings.map(({ key, x, y, radius, label }) => (
        <g key={key}>
          <circle className="map-mark map-recorded" cx={x} cy={y} r={radius} />
          <text className="map-label" x={x} y={y + radius + 16} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}
