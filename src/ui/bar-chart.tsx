import { useId } from "react";
import { say, type Lang } from "../ground/words.ts";
import { DataTable } from "./data-table.tsx";
import { formatNumber } from "./format.ts";
import { TableTwin } from "./table-twin.tsx";
import { words } from "./words.ts";

export type Bar = {
  /** "mars 2024": the row of the table. */
  readonly label: string;
  /** "mar": the axis; the label when left out. */
  readonly short?: string | undefined;
  /** Undefined is withheld (fewer than the smallest number shown): a hatch, never a zero. */
  readonly count: number | undefined;
};

const TOP = 24;
const FLOOR = 164;
const HEIGHT = 188;

/** Counts by month: bars from zero, said first as a sentence, with a table twin. Withheld cells are hatched. */
export function BarChart(props: {
  lang: Lang;
  /** The finding, from the same numbers: "Flest i oktober: 14 av årets 61 händelser." */
  sentence: string;
  bars: readonly Bar[];
  /** Column heads of the table: "Månad", "Händelser". */
  heads: readonly [string, string];
  /** What a withheld cell says in the table: "färre än 5". */
  withheldWord?: string | undefined;
  both?: boolean | undefined;
}) {
  const { lang, bars } = props;
  const withheld = props.withheldWord ?? say(words.withheld, lang);
  return (
    <figure className="chart">
      <figcaption>{props.sentence}</figcaption>
      <TableTwin
        lang={lang}
        what="chart"
        both={props.both}
        picture={<Bars lang={lang} bars={bars} sentence={props.sentence} withheld={withheld} />}
        table={
          <DataTable
            caption={props.sentence}
            captionHidden
            rows={bars}
            rowKey={(bar) => bar.label}
            columns={[
              { head: props.heads[0], cell: (bar) => bar.label, names: true },
              {
                head: props.heads[1],
                number: true,
                cell: (bar) => (bar.count === undefined ? withheld : formatNumber(bar.count, lang)),
              },
            ]}
          />
        }
      />
    </figure>
  );
}

function Bars(props: { lang: Lang; bars: readonly Bar[]; sentence: string; withheld: string }) {
  const { bars, lang } = props;
  const pattern = useId();
  const most = Math.max(1, ...bars.map((bar) => bar.count ?? 0));
  const top = roundUp(most);
  const heightOf = (count: number) => ((FLOOR - TOP) * count) / top;
  const slot = 100 / Math.max(bars.length, 1);
  const few = bars.length <= 12;
  const every = few ? 1 : Math.ceil(bars.length / 6);
  const named = (place: number) => few || (place % every === 0 && bars.length - place >= every * 0.8);
  const anyWithheld = bars.some((bar) => bar.count === undefined);
  return (
    <>
      <svg className="chart-drawing" height={HEIGHT} role="img" aria-label={props.sentence}>
        <defs>
          <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(30)">
            <rect className="chart-hatch-fill" width="6" height="6" />
            <path className="chart-hatch-line" d="M0 0V6" />
          </pattern>
        </defs>
        <line className="chart-grid" x1="0" x2="100%" y1={TOP} y2={TOP} />
        <text className="chart-axis" x="0" y={TOP - 6}>
          {formatNumber(top, lang)}
        </text>
        {bars.map((bar, place) => {
          const left = slot * place;
          const middle = left + slot / 2;
          const height = bar.count === undefined ? heightOf(Math.min(4, top)) : heightOf(bar.count);
          return (
            <g key={bar.label}>
              <rect
                className={bar.count === undefined ? "chart-withheld" : "chart-bar"}
                fill={bar.count === undefined ? `url(#${pattern})` : undefined}
                x={`${rounded(left + slot * 0.14)}%`}
                width={`${rounded(slot * 0.72)}%`}
                y={rounded(FLOOR - height)}
                height={rounded(height)}
              />
              {bar.count !== undefined && bar.count > 0 && (few || bar.count === most) && (
                <text
                  className="chart-number"
                  x={`${rounded(middle)}%`}
                  y={rounded(FLOOR - height - 5)}
                  textAnchor="middle"
                >
                  {formatNumber(bar.count, lang)}
                </text>
              )}
              {named(place) && (
                <text
                  className="chart-axis"
                  x={`${rounded(few ? middle : left)}%`}
                  y={HEIGHT - 6}
                  textAnchor={few ? "middle" : "start"}
                >
                  {bar.short ?? bar.label}
                </text>
              )}
            </g>
          );
        })}
        <line className="chart-floor" x1="0" x2="100%" y1={FLOOR} y2={FLOOR} />
      </svg>
      {anyWithheld && (
        <p className="chart-key">
          <span className="hatch" aria-hidden="true" /> {props.withheld}
        </p>
      )}
    </>
  );
}

/** The next 1, 2 or 5 times a power of ten, so that the one line in the chart is a number one can say. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= value) ?? 10;
  return step * power;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
