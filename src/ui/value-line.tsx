import { say, type Lang } from "../ground/words.ts";
import { axisTop } from "./axis-top.ts";
import { chartWords } from "./chart-words.ts";
import { DataTable } from "./data-table.tsx";
import { formatNumber } from "./format.ts";
import { TableTwin } from "./table-twin.tsx";

export type LinePoint = {
  /** "2017–2018": the row of the table. */
  readonly label: string;
  /** "17/18": the axis; the label when left out. */
  readonly short?: string | undefined;
  /** Where in time, from 0 to 1. */
  readonly at: number;
  readonly value: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** Will change: drawn open, and the line to it dashed. */
  readonly open?: boolean | undefined;
  /** What the table says beside the value: "Preliminär", or why there is none. */
  readonly note: string;
  /** What the value rests on, as said. */
  readonly basis?: string | undefined;
  /** What the others are held against: an empty diamond. */
  readonly baseline?: boolean | undefined;
};
export type OtherLine = { readonly name: string; readonly values: readonly (number | undefined)[] };

const TOP = 26;
const FLOOR = 190;
const HEIGHT = 214;
/** So much of the width is kept free at either side, for the words under the first and the last point. */
const INSET = 5;

/**
 * Values over time from zero, each with its interval where there is one. Nothing is drawn across a break in the series or a value that is not there; what
 * is preliminary stands open. Up to two other places are drawn thin, dashed and dotted.
 */
export function ValueLine(props: {
  lang: Lang;
  /** The finding: "2024: 655 anmälda brott per 100 000 invånare i Ockelbo." */
  sentence: string;
  /** Whose values they are, a head of the table: "Ockelbo". */
  name: string;
  unit: string;
  points: readonly LinePoint[];
  others?: readonly OtherLine[] | undefined;
  /** Between two points, from 0 to 1, and what changed there. */
  breaks?: readonly { readonly at: number; readonly text: string }[] | undefined;
  /** What is aimed at: a dashed line across. */
  target?: number | undefined;
  /** Heads of the table. */
  heads: { readonly period: string; readonly note: string };
  both?: boolean | undefined;
}) {
  const { lang, points, others = [], heads } = props;
  const told = (value: number | undefined) => (value === undefined ? "–" : formatNumber(value, lang));
  const hasIntervals = points.some(({ low, high }) => low !== undefined || high !== undefined);
  const hasBasis = points.some(({ basis }) => basis !== undefined);
  return (
    <figure className="chart">
      <figcaption>{props.sentence}</figcaption>
      <TableTwin
        lang={lang}
        what="chart"
        both={props.both}
        picture={<Picture {...props} others={others.slice(0, 2)} />}
        table={
          <DataTable
            caption={`${props.sentence} (${props.unit})`}
            captionHidden
            rows={points.map((point, place) => ({ ...point, place }))}
            rowKey={({ label }) => label}
            columns={[
              { head: heads.period, names: true, cell: ({ label }) => label },
              { head: props.name, number: true, cell: ({ value }) => told(value) },
              ...(hasIntervals
                ? [
                    {
                      head: say(chartWords.interval, lang),
                      number: true,
                      cell: ({ low, high }: LinePoint) =>
                        low === undefined && high === undefined ? "–" : `${told(low)}–${told(high)}`,
                    },
                  ]
                : []),
              ...(hasBasis
                ? [{ head: say(chartWords.basis, lang), number: true, cell: ({ basis }: LinePoint) => basis ?? "–" }]
                : []),
              { head: heads.note, cell: ({ note }) => note },
              ...others.map(({ name, values }) => ({
                head: name,
                number: true,
                cell: ({ place }: { readonly place: number }) => told(values[place]),
              })),
            ]}
          />
        }
      />
    </figure>
  );
}

type PictureProps = Parameters<typeof ValueLine>[0] & { readonly others: readonly OtherLine[] };

function Picture({ lang, sentence, unit, name, points, others, breaks = [], target }: PictureProps) {
  const greatest = [
    ...points.flatMap(({ value, high }) => [value ?? 0, high ?? 0]),
    target ?? 0,
    ...others.flatMap(({ values }) => values.map((value) => value ?? 0)),
  ];
  const top = axisTop(Math.max(...greatest));
  const y = (value: number) => rounded(FLOOR - ((FLOOR - TOP) * Math.max(value, 0)) / top);
  const x = (at: number) => `${rounded(INSET + at * (100 - 2 * INSET))}%`;
  const broken = (from: number, to: number) => breaks.some(({ at }) => at > from && at <= to);
  const every = Math.ceil(points.length / 6);
  const last = points.findLast(({ value }) => value !== undefined);
  const hasIntervals = points.some(({ low, high }) => low !== undefined || high !== undefined);
  return (
    <>
      <svg className="chart-drawing" height={HEIGHT} role="img" aria-label={sentence}>
        {[1, 0.5].map((share) => (
          <line key={share} className="chart-grid" x1="0" x2="100%" y1={y(top * share)} y2={y(top * share)} />
        ))}
        {breaks.map(({ at, text }) => (
          <g key={`${at} ${text}`}>
            <line className="strip-break" x1={x(at)} x2={x(at)} y1={TOP} y2={FLOOR} />
            <text className="chart-axis" x={x(at)} y={TOP + 12} dx="4">
              ≠
            </text>
          </g>
        ))}
        {target !== undefined && <line className="dots-target" x1="0" x2="100%" y1={y(target)} y2={y(target)} />}
        {others.map((other, which) => (
          <Segments
            key={other.name}
            of={other.values}
            points={points}
            className={`line-other line-other-${which + 1}`}
            x={x}
            y={y}
            broken={broken}
          />
        ))}
        <Segments
          of={points.map(({ value }) => value)}
          points={points}
          className="line-own"
          x={x}
          y={y}
          broken={broken}
        />
        {points.map(({ label, short, at, value, low, high, open, ...point }, place) => (
          <g key={label}>
            {value !== undefined && (low !== undefined || high !== undefined) && (
              <line className="line-interval" x1={x(at)} x2={x(at)} y1={y(low ?? value)} y2={y(high ?? value)} />
            )}
            {value !== undefined && point.baseline === true && (
              <svg x={x(at)} y={y(value)} overflow="visible">
                <path className="dots-before" d="M0 -6.5 6.5 0 0 6.5 -6.5 0Z" />
              </svg>
            )}
            {value !== undefined && point.baseline !== true && (
              <circle
                className={open === true ? "line-dot line-dot-open" : "line-dot"}
                cx={x(at)}
                cy={y(value)}
                r="4.5"
              />
            )}
            {value === undefined && (
              <text className="chart-axis" x={x(at)} y={FLOOR - 6} textAnchor="middle">
                –
              </text>
            )}
            {(points.length - 1 - place) % every === 0 && (
              <text className="chart-axis" x={x(at)} y={HEIGHT - 6} textAnchor="middle">
                {short ?? label}
              </text>
            )}
          </g>
        ))}
        {[1, 0.5].map((share) => (
          <text key={share} className="chart-axis line-words" x="0" y={y(top * share) - 5}>
            {formatNumber(top * share, lang)}
            {share === 1 ? ` ${unit}` : ""}
          </text>
        ))}
        {last?.value !== undefined && (
          <text
            className="chart-number line-words"
            x={x(last.at)}
            y={y(last.high ?? last.value) - 8}
            textAnchor={last.at > 0.9 ? "end" : "middle"}
          >
            {formatNumber(last.value, lang)}
          </text>
        )}
        <line className="chart-floor" x1="0" x2="100%" y1={FLOOR} y2={FLOOR} />
      </svg>
      <ul className="line-key" aria-hidden="true">
        <Key className="line-own" word={name} />
        {others.map((other, which) => (
          <Key key={other.name} className={`line-other line-other-${which + 1}`} word={other.name} />
        ))}
      </ul>
      {hasIntervals && <p className="chart-key">{say(chartWords.lineIntervals, lang)}</p>}
      {points.some(({ open, value }) => open === true && value !== undefined) && (
        <p className="chart-key">{say(chartWords.lineOpen, lang)}</p>
      )}
      {points.some(({ baseline }) => baseline === true) && (
        <p className="chart-key">{say(chartWords.lineBaseline, lang)}</p>
      )}
      {target !== undefined && (
        <p className="chart-key">
          {say(chartWords.targetKey, lang)} {formatNumber(target, lang)} {unit}
        </p>
      )}
      {points.some(({ value }) => value === undefined) && <p className="chart-key">{say(chartWords.lineGap, lang)}</p>}
      {breaks.map(({ text, at }) => (
        <p className="chart-key" key={`${at} ${text}`}>
          ≠ {text}
        </p>
      ))}
    </>
  );
}

function Key({ className, word }: { className: string; word: string }) {
  return (
    <li>
      <svg width="28" height="10" aria-hidden="true">
        <line className={className} x1="0" x2="28" y1="5" y2="5" />
      </svg>
      {word}
    </li>
  );
}

/** A line from value to value, and none where one is missing or the series is broken between them. */
function Segments(props: {
  of: readonly (number | undefined)[];
  points: readonly LinePoint[];
  className: string;
  x: (at: number) => string;
  y: (value: number) => number;
  broken: (from: number, to: number) => boolean;
}) {
  const { of, points, className, x, y, broken } = props;
  return points.slice(1).map((to, place) => {
    const [from, before, after] = [points[place]!, of[place], of[place + 1]];
    if (before === undefined || after === undefined || broken(from.at, to.at)) return null;
    const isOpen = className === "line-own" && (from.open === true || to.open === true);
    return (
      <line
        key={to.label}
        className={isOpen ? `${className} line-unsettled` : className}
        x1={x(from.at)}
        x2={x(to.at)}
        y1={y(before)}
        y2={y(after)}
      />
    );
  });
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
