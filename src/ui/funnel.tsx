import { say, type Lang } from "../ground/words.ts";
import { axisTop } from "./axis-top.ts";
import { chartWords } from "./chart-words.ts";
import { DataTable } from "./data-table.tsx";
import { formatNumber } from "./format.ts";
import { TableTwin } from "./table-twin.tsx";

export type FunnelPoint = {
  readonly name: string;
  /** What the share is out of: inhabitants. */
  readonly base: number;
  /** The rate, in the unit of the axis. */
  readonly value: number;
  /** The exact limits at this base; the table says them. */
  readonly low: number;
  readonly high: number;
};
/** Exact limits at a base, from the least to the greatest. */
export type FunnelLimit = { readonly base: number; readonly low: number; readonly high: number };

/**
 * Municipalities by size and rate, with the exact limits within which chance alone would keep them: few inhabitants give a wide funnel. The heading is the verdict;
 * the table has the order it was given. There is no ranking.
 */
export function Funnel(props: {
  lang: Lang;
  /** The verdict: "Ockelbo: inom det förväntade". */
  verdict: string;
  level?: 2 | 3 | undefined;
  /** What is seen, for those who do not see it, and a sentence under the heading. */
  sentence: string;
  ours: FunnelPoint;
  others: readonly FunnelPoint[];
  limits: readonly FunnelLimit[];
  /** The rate of them all together. */
  centre: number;
  /** "streckat: liknande kommuner, medel". */
  centreWords: string;
  /** "anmälningar per 1 000 invånare", beside the top of the axis. */
  valueWords: string;
  /** "invånare". */
  baseWords: string;
  /** The first head of the table: "Kommun". */
  nameHead: string;
  both?: boolean | undefined;
}) {
  const { lang, ours } = props;
  const Heading = props.level === 2 ? "h2" : "h3";
  const points = [...props.others, ours];
  return (
    <figure className="chart funnel">
      <figcaption>
        <Heading>{props.verdict}</Heading>
        <p>{props.sentence}</p>
      </figcaption>
      <TableTwin
        lang={lang}
        what="chart"
        both={props.both}
        picture={
          <>
            <p className="funnel-words">{props.valueWords}</p>
            <FunnelDrawing {...props} />
            <p className="funnel-words funnel-words-end">{props.baseWords}</p>
            <p className="chart-key">
              {[say(chartWords.others, lang), say(chartWords.expectedRange, lang), `${props.centreWords}.`].join(" ")}
            </p>
          </>
        }
        table={
          <DataTable
            caption={props.sentence}
            captionHidden
            rows={points}
            rowKey={({ name }) => name}
            columns={[
              {
                head: props.nameHead,
                names: true,
                cell: (point) => (point === ours ? `${point.name} (${say(chartWords.ours, lang)})` : point.name),
              },
              { head: props.baseWords, number: true, cell: ({ base }) => formatNumber(base, lang) },
              { head: props.valueWords, number: true, cell: ({ value }) => formatNumber(value, lang) },
              {
                head: say(chartWords.limitsHead, lang),
                number: true,
                cell: ({ low, high }) => `${formatNumber(low, lang)}–${formatNumber(high, lang)}`,
              },
            ]}
          />
        }
      />
    </figure>
  );
}

function FunnelDrawing(props: {
  lang: Lang;
  sentence: string;
  ours: FunnelPoint;
  others: readonly FunnelPoint[];
  limits: readonly FunnelLimit[];
  centre: number;
}) {
  const { lang, limits, ours } = props;
  const points = [...props.others, ours];
  const right = axisTop(Math.max(...points.map(({ base }) => base), ...limits.map(({ base }) => base)));
  const top = axisTop(
    Math.max(
      props.centre,
      ...points.map(({ value }) => value),
      ...heights(limits, Math.min(...points.map((p) => p.base))),
    ),
  );
  const x = (base: number) => rounded((100 * base) / right);
  const y = (value: number) => rounded(100 * (1 - Math.min(value / top, 1)));
  const upper = limits.map(({ base, high }) => `${x(base)} ${y(high)}`);
  const lower = limits.map(({ base, low }) => `${x(base)} ${y(low)}`).toReversed();
  return (
    <div className="funnel-stage">
      <svg className="funnel-scale" aria-hidden="true">
        <text className="chart-axis" x="100%" dx="-0.4em" y="0.4em" textAnchor="end">
          {formatNumber(top, lang)}
        </text>
        <text className="chart-axis" x="100%" dx="-0.4em" y="100%" textAnchor="end">
          0
        </text>
      </svg>
      <svg className="chart-drawing funnel-drawing" role="img" aria-label={props.sentence}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
          {limits.length > 1 && <path className="strip-band" d={`M${[...upper, ...lower].join("L")}Z`} />}
        </svg>
        <line className="funnel-centre" x1="0" x2="100%" y1={`${y(props.centre)}%`} y2={`${y(props.centre)}%`} />
        <line className="chart-floor" x1="0" x2="100%" y1="100%" y2="100%" />
        <line className="chart-floor" x1="0" x2="0" y1="0" y2="100%" />
        {props.others.map((point) => (
          <svg key={point.name} x={`${x(point.base)}%`} y={`${y(point.value)}%`} overflow="visible">
            <rect className="funnel-other" x="-4" y="-4" width="8" height="8">
              <title>{point.name}</title>
            </rect>
          </svg>
        ))}
        <svg x={`${x(ours.base)}%`} y={`${y(ours.value)}%`} overflow="visible">
          <path className="funnel-ours" d="M0-10 9 0 0 10-9 0Z" />
          <text
            className="chart-number"
            dy="-1.2em"
            textAnchor={x(ours.base) > 75 ? "end" : x(ours.base) < 20 ? "start" : "middle"}
          >
            {ours.name}
          </text>
        </svg>
      </svg>
      <svg className="funnel-base" aria-hidden="true">
        <text className="chart-axis" x="0" y="1em">
          0
        </text>
        <text className="chart-axis" x="100%" y="1em" textAnchor="end">
          {formatNumber(right, lang)}
        </text>
      </svg>
    </div>
  );
}

/** The limits where there are municipalities: to the left of them the funnel goes on without end. */
function heights(limits: readonly FunnelLimit[], leastBase: number): number[] {
  return limits.filter(({ base }) => base >= leastBase).map(({ high }) => high);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
