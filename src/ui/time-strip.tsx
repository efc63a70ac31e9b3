import { memo, useDeferredValue, useId, useMemo, useRef } from "react";
import { addDays, monthOf, type Day } from "../ground/time.ts";
import { say, type Lang } from "../ground/words.ts";
import { axisTop } from "./axis-top.ts";
import { Button } from "./button.tsx";
import { ChartHead } from "./chart-head.tsx";
import { chartWords } from "./chart-words.ts";
import { classes } from "./classes.ts";
import { DataTable } from "./data-table.tsx";
import { formatMonth, formatNumber, formatPeriod } from "./format.ts";
import type { KnowledgeKind } from "./kind.tsx";
import type { Span } from "./span-brush.ts";
import { SpanBrush, useSpan, type OnBrush } from "./span-handles.tsx";
import { TableTwin } from "./table-twin.tsx";
import {
  axisWords,
  barsOf,
  isWhole,
  placeOf,
  resolutionOf,
  type DayCounts,
  type Resolution,
  type StripBar,
} from "./time-bars.ts";
import { useWidth } from "./use-width.ts";

export type Usual = { readonly low: number; readonly high: number };
type DrawnBar = StripBar & { readonly usual: Usual | undefined; readonly few: boolean };

/** On the server nobody knows how wide the strip becomes. */
const WIDTH_UNTIL_MEASURED = 640;

/**
 * Counts over time: a bar a day, week or month from zero, the band of what is usual, breaks in the series named, at most one remark.
 * With `onBrush` a span is chosen by pointer or keyboard; without it the strip is a still picture.
 */
export function TimeStrip(props: {
  lang: Lang;
  /** The finding, from the same numbers: "Flest i vecka 42: 21 händelser, ovanligt många." */
  sentence: string;
  heading?: string | undefined;
  days: DayCounts;
  /** What the counts are of, a head of the table: "Händelser". */
  countHead: string;
  kind?: KnowledgeKind | undefined;
  /** What is usual for a bar; undefined where it cannot be said. Keep the function the same between renders. */
  usual?: ((bar: StripBar, resolution: Resolution) => Usual | undefined) | undefined;
  chosen?: { readonly from: Day; readonly to: Day } | undefined;
  /** From and to are undefined when nothing is chosen any more. */
  onBrush?: OnBrush | undefined;
  remark?: { readonly on: Day; readonly text: string } | undefined;
  /** Where the series changed its meaning: "nytt kodschema". */
  breaks?: readonly { readonly on: Day; readonly text: string }[] | undefined;
  /** Otherwise by the length of the series and the width of the strip. */
  resolution?: Resolution | undefined;
  /** Counts from one up to this, not including it, are not told: hatched in the picture, words in the table. */
  fewBelow?: number | undefined;
  both?: boolean | undefined;
}) {
  const { lang, days, usual, fewBelow = 0 } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box)?.pixels ?? WIDTH_UNTIL_MEASURED;
  const lastDay = addDays(days.first, Math.max(0, days.counts.length - 1));
  const resolution = props.resolution ?? resolutionOf(days.first, lastDay, width);
  const bars = useMemo(
    () =>
      barsOf(days, resolution).map((bar) => ({
        ...bar,
        usual: usual?.(bar, resolution),
        few: bar.count > 0 && bar.count < fewBelow,
      })),
    [days, resolution, usual, fewBelow],
  );
  const span = useSpan(bars, props.chosen, props.onBrush);
  const deferred = useDeferredValue(bars);
  const few = say(chartWords.few, lang, { least: fewBelow });
  const hasUsual = bars.some((bar) => bar.usual !== undefined);
  const top = useMemo(() => topOf(bars), [bars]);
  const breaks = useMemo(
    () =>
      (props.breaks ?? []).flatMap(({ on, text }) => {
        const at = placeOf(bars, on);
        return at === undefined ? [] : [{ at, text }];
      }),
    [bars, props.breaks],
  );
  const remarkAt = props.remark === undefined ? undefined : bars.findIndex((bar) => bar.to >= props.remark!.on);
  const remark =
    props.remark === undefined || remarkAt === undefined || remarkAt < 0
      ? undefined
      : { at: remarkAt, text: props.remark.text };
  return (
    <figure className={classes("chart", "strip", `kind-${props.kind ?? "recorded"}`)}>
      <figcaption>
        <ChartHead
          heading={props.heading}
          note={[say(chartWords[resolution], lang), ...(hasUsual ? [say(chartWords.usualBand, lang)] : [])].join(" · ")}
          sentence={props.sentence}
        />
      </figcaption>
      <TableTwin
        lang={lang}
        what="chart"
        both={props.both}
        picture={
          <div className="strip-picture">
            {remark !== undefined && <p className="strip-remark">{remark.text}</p>}
            <div className="strip-box" ref={box}>
              <StripWords lang={lang} bars={bars} top={top} remark={remark} breaks={breaks} />
              <div className="strip-stage">
                <StripDrawing bars={bars} top={top} sentence={props.sentence} span={span.shown} breaks={breaks} />
                {props.onBrush !== undefined && bars.length > 0 && (
                  <SpanBrush lang={lang} bars={bars} span={span} countHead={props.countHead} />
                )}
              </div>
              <StripAxis bars={bars} resolution={resolution} lang={lang} />
            </div>
            <StripKey lang={lang} breaks={breaks} few={bars.some((bar) => bar.few) ? few : undefined} />
            {props.onBrush !== undefined && span.shown !== undefined && (
              <p className="strip-chosen">
                <span>
                  {say(chartWords.chosen, lang, {
                    what: formatPeriod(bars[span.shown.first]!.from, bars[span.shown.last]!.to, lang),
                  })}
                </span>
                <Button kind="bare" small onPress={span.clear}>
                  {say(chartWords.wholeTime, lang)}
                </Button>
              </p>
            )}
          </div>
        }
        table={
          <StripTable
            lang={lang}
            bars={deferred}
            resolution={resolution}
            sentence={props.sentence}
            countHead={props.countHead}
            few={few}
          />
        }
      />
    </figure>
  );
}

type Mark = { readonly at: number; readonly text: string };

/** The remark, the name of a single break and the number at the top of the axis: beside what they name, where there is room. */
function StripWords(props: {
  lang: Lang;
  bars: readonly DrawnBar[];
  top: number;
  remark: Mark | undefined;
  breaks: readonly Mark[];
}) {
  const { bars, remark, breaks } = props;
  const late = (at: number) => at / bars.length > 0.5;
  const only = breaks.length === 1 ? breaks[0] : undefined;
  return (
    <svg className={classes("strip-words", remark !== undefined && "strip-words-two")} aria-hidden="true">
      {remark !== undefined && (
        <svg x={percent(remark.at + 0.5, bars.length)} y="0.65em" overflow="visible">
          <path className="strip-remark-sign" d="M0-5 5 0 0 5-5 0Z" />
        </svg>
      )}
      {remark !== undefined && (
        <text
          className="strip-remark-words"
          x={percent(remark.at + 0.5, bars.length)}
          dx={late(remark.at) ? "-0.8em" : "0.8em"}
          y="1em"
          textAnchor={late(remark.at) ? "end" : "start"}
        >
          {remark.text}
        </text>
      )}
      <g className="strip-lower-words">
        <text className="chart-axis" x="0" y={remark === undefined ? "1em" : "2.4em"}>
          {bars.length > 0 && formatNumber(props.top, props.lang)}
        </text>
        {only !== undefined && (
          <text
            className="chart-axis strip-break-words"
            x={percent(only.at, bars.length)}
            dx={late(only.at) ? "-0.5em" : "0.5em"}
            y={remark === undefined ? "1em" : "2.4em"}
            textAnchor={late(only.at) ? "end" : "start"}
          >
            {only.text}
          </text>
        )}
        {breaks.length > 1 &&
          breaks.map(({ at }, place) => (
            <text
              key={at}
              className="chart-axis"
              x={percent(at, bars.length)}
              y={remark === undefined ? "1em" : "2.4em"}
              textAnchor="middle"
            >
              {place + 1}
            </text>
          ))}
      </g>
    </svg>
  );
}

/** One path for each state, however many bars there are; the inner drawing is stretched, so nothing is laid out again. Drawn anew when the span is another, not when the same span is told back. */
const StripDrawing = memo(function StripDrawing(props: {
  bars: readonly DrawnBar[];
  top: number;
  sentence: string;
  span: Span | undefined;
  breaks: readonly Mark[];
}) {
  const { bars, top, span } = props;
  const id = useId();
  const band = useMemo(() => bandPath(bars, top), [bars, top]);
  const within = (place: number) => span === undefined || (place >= span.first && place <= span.last);
  const anyFew = bars.some((bar) => bar.few);
  return (
    <svg className="chart-drawing strip-drawing" role="img" aria-label={props.sentence}>
      {anyFew && (
        <defs>
          <pattern id={`${id}hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(30)">
            <rect className="chart-hatch-fill" width="6" height="6" />
            <path className="chart-hatch-line" d="M0 0V6" />
          </pattern>
          <clipPath id={`${id}few`} clipPathUnits="objectBoundingBox">
            <path d={barsPath(bars, top, (bar) => bar.few, bars.length, 1)} />
          </clipPath>
        </defs>
      )}
      <line className="chart-grid" x1="0" x2="100%" y1="0" y2="0" />
      <svg viewBox={`0 0 ${Math.max(bars.length, 1)} 100`} preserveAspectRatio="none" width="100%" height="100%">
        <path className="strip-band" d={band} />
        <path className="strip-bars-pale" d={barsPath(bars, top, (bar, place) => !bar.few && !within(place))} />
        <path className="strip-bars" d={barsPath(bars, top, (bar, place) => !bar.few && within(place))} />
      </svg>
      {anyFew && <rect width="100%" height="100%" fill={`url(#${id}hatch)`} clipPath={`url(#${id}few)`} />}
      {props.breaks.map(({ at }) => (
        <line
          key={at}
          className="strip-break"
          x1={percent(at, bars.length)}
          x2={percent(at, bars.length)}
          y1="0"
          y2="100%"
        />
      ))}
      <line className="chart-floor" x1="0" x2="100%" y1="100%" y2="100%" />
      {span !== undefined && (
        <svg y="100%" overflow="visible">
          <rect
            className="strip-span"
            x={percent(span.first, bars.length)}
            width={percent(span.last + 1 - span.first, bars.length)}
            height="5"
          />
        </svg>
      )}
    </svg>
  );
});

const StripAxis = memo(function StripAxis(props: { bars: readonly DrawnBar[]; resolution: Resolution; lang: Lang }) {
  const count = props.bars.length;
  return (
    <svg className="strip-axis" aria-hidden="true">
      {axisWords(props.bars, props.resolution, props.lang)
        // A word that begins at the very end would stand outside the strip.
        .filter(({ at }) => at / count < 0.95)
        .map(({ at, text, room }) => (
          <text key={at} className={classes("chart-axis", `strip-room-${room}`)} x={percent(at, count)} y="1em">
            {text}
          </text>
        ))}
    </svg>
  );
});

function StripKey(props: { lang: Lang; breaks: readonly Mark[]; few: string | undefined }) {
  const { breaks, lang } = props;
  return (
    <>
      {props.few !== undefined && (
        <p className="chart-key">
          <span className="hatch" aria-hidden="true" /> {props.few}
        </p>
      )}
      {breaks.map(({ at, text }, place) => (
        <p key={at} className={classes("chart-key", breaks.length === 1 && "strip-break-key")}>
          {breaks.length === 1
            ? say(chartWords.breakAt, lang, { what: text })
            : say(chartWords.breakNumber, lang, { number: place + 1, what: text })}
        </p>
      ))}
    </>
  );
}

/** Drawn anew behind what moves: a hidden table never holds up a brush. */
const StripTable = memo(function StripTable(props: {
  lang: Lang;
  bars: readonly DrawnBar[];
  resolution: Resolution;
  sentence: string;
  countHead: string;
  few: string;
}) {
  const { lang, bars } = props;
  const period = (bar: DrawnBar) => {
    const whole = isWhole(bar, props.resolution);
    if (whole && props.resolution === "month") return formatMonth(monthOf(bar.from), lang);
    const said = formatPeriod(bar.from, bar.to, lang);
    return whole ? said : say(chartWords.partOf, lang, { period: said });
  };
  return (
    <DataTable
      caption={props.sentence}
      captionHidden
      rows={bars}
      rowKey={(bar) => bar.from}
      columns={[
        { head: say(chartWords.period, lang), names: true, cell: period },
        {
          head: props.countHead,
          number: true,
          cell: (bar) => (bar.few ? props.few : formatNumber(bar.count, lang)),
        },
        ...(bars.some((bar) => bar.usual !== undefined)
          ? [
              {
                head: say(chartWords.usual, lang),
                number: true,
                cell: ({ usual }: DrawnBar) =>
                  usual === undefined ? "–" : `${formatNumber(usual.low, lang)}–${formatNumber(usual.high, lang)}`,
              },
            ]
          : []),
      ]}
    />
  );
});

function topOf(bars: readonly DrawnBar[]): number {
  return axisTop(bars.reduce((most, bar) => Math.max(most, bar.count, bar.usual?.high ?? 0), 0));
}

/** The bars that are asked for as one path, with a seventh of each left free on both sides. In a box of `bars` by 100, or another. */
function barsPath(
  bars: readonly DrawnBar[],
  top: number,
  asked: (bar: DrawnBar, place: number) => boolean,
  across = 1,
  high = 100,
): string {
  // Of a few bars each would be a wall: no bar is wider than it would be among twelve.
  const half = Math.min(0.36, (0.36 * bars.length) / FEWEST_ACROSS);
  let path = "";
  for (const [place, bar] of bars.entries()) {
    if (bar.count <= 0 || !asked(bar, place)) continue;
    // A count that is not told has a height that does not tell it.
    const height = bar.few ? Math.min(4, top) : bar.count;
    path += `M${short((place + 0.5 - half) / across)} ${high}V${short(high * (1 - height / top))}H${short((place + 0.5 + half) / across)}V${high}Z`;
  }
  return path;
}

const FEWEST_ACROSS = 12;

/** Through the middle of each bar, out to the edges at the ends; apart where nothing can be said of a bar. */
function bandPath(bars: readonly DrawnBar[], top: number): string {
  const y = (value: number) => short(100 * (1 - value / top));
  let path = "";
  for (let start = 0; start < bars.length; start++) {
    if (bars[start]!.usual === undefined) continue;
    let end = start;
    while (bars[end + 1]?.usual !== undefined) end++;
    const run = bars.slice(start, end + 1).map((bar) => bar.usual!);
    const middles = run.map((_, step) => start + step + 0.5);
    const high = run.map((usual, step) => `L${middles[step]} ${y(usual.high)}`).join("");
    const low = run
      .map((usual, step) => `L${middles[step]} ${y(usual.low)}`)
      .toReversed()
      .join("");
    const [first, last] = [run[0]!, run.at(-1)!];
    path += `M${start} ${y(first.high)}${high}L${end + 1} ${y(last.high)}L${end + 1} ${y(last.low)}${low}L${start} ${y(first.low)}Z`;
    start = end;
  }
  return path;
}

function percent(part: number, whole: number): string {
  return `${short((100 * part) / Math.max(whole, 1))}%`;
}

function short(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
