import { type Day, monthOf } from "../../ground/time.ts";
import { say, type Lang, type Said } from "../../ground/words.ts";
import { formatMonth, formatNumber } from "../../ui/format.ts";
import { HourMatrix } from "../../ui/hour-matrix.tsx";
import { cellCounts, hoursInWords } from "../../ui/hour-cells.ts";
import { useMemo, useState } from "react";
import { barsOf, type Resolution, type StripBar } from "../../ui/time-bars.ts";
import { TimeStrip, type Usual } from "../../ui/time-strip.tsx";
import { FEW } from "../counts.ts";
import { explorerWords } from "../words.ts";
import type { Answer } from "./explorer-messages.ts";
import { dayOfNumber } from "./period.ts";
import { Still } from "./still.tsx";

type Props = {
  lang: Lang;
  explored: Answer["explored"];
  /** The same, or a little before it: what is not moved itself is drawn after what is. */
  behind: Answer["explored"];
  isMoving: boolean;
  /** What is known by the month only lies on its first day: never drawn finer than it is known. */
  isByMonth: boolean;
  from: Day | undefined;
  to: Day | undefined;
  hours: readonly number[];
  countHead: string;
  /** Counts from one up to this are not told. */
  fewBelow?: number | undefined;
  usual?: ((bar: StripBar, resolution: Resolution) => Usual | undefined) | undefined;
  onDays: (from: Day | undefined, to: Day | undefined, settled: boolean) => void;
  onHours: (hours: readonly number[], settled: boolean) => void;
};

/** Time under the map: over the years, and over the week. Each shows what could be chosen instead. */
export function ExplorerTime(props: Props) {
  const { lang, behind, from, to } = props;
  // Days are counted under all but the days that are chosen: while those are moved nothing is drawn anew but the span.
  const [told, setTold] = useState(props.explored.days);
  if (!isSame(told, props.explored.days)) setTold(props.explored.days);
  const days = useMemo(() => ({ first: dayOfNumber(told.first), counts: told.counts }), [told]);
  const chosen = useMemo(() => {
    if (from === undefined && to === undefined) return undefined;
    const last = dayOfNumber(told.first + Math.max(told.counts.length - 1, 0));
    return { from: from ?? dayOfNumber(told.first), to: to ?? last };
  }, [from, to, told]);
  const isDated = days.counts.length > 0;
  const dated = useMemo(() => days.counts.reduce((sum, count) => sum + count, 0), [days]);
  const sentence = useMemo(() => daysSaid(days, dated, lang), [days, dated, lang]);
  const hourly = useMemo(() => behind.hours.reduce((sum, count) => sum + count, 0), [behind.hours]);
  const hoursSentence = useMemo(() => hoursSaid(behind.hours, hourly, lang), [behind.hours, hourly, lang]);
  return (
    <section className="explorer-time" aria-label={say(explorerWords.perTime, lang)}>
      <h2 className="visually-hidden">{say(explorerWords.whenHeading, lang)}</h2>
      {/* The strip draws itself what is done in it. */}
      <Still isMoving={props.isMoving} of={props.explored}>
        {isDated ? (
          <TimeStrip
            lang={lang}
            heading={say(explorerWords.perTime, lang)}
            sentence={sentence}
            days={days}
            resolution={props.isByMonth ? "month" : undefined}
            countHead={props.countHead}
            fewBelow={props.fewBelow}
            usual={props.usual}
            chosen={chosen}
            onBrush={(first, last, { settled }) => props.onDays(first, last, settled)}
          />
        ) : (
          <Without lang={lang} heading={explorerWords.perTime} text={explorerWords.noDates} />
        )}
      </Still>
      <Still isMoving={props.isMoving} of={behind}>
        {hourly > 0 || props.hours.length > 0 ? (
          <HourMatrix
            lang={lang}
            heading={say(explorerWords.weekHours, lang)}
            sentence={hoursSentence}
            hours={behind.hours}
            chosen={props.hours}
            withoutHour={behind.withoutHour < (props.fewBelow ?? 0) ? undefined : behind.withoutHour}
            spread={behind.spread < (props.fewBelow ?? 0) ? undefined : behind.spread}
            onChoose={(hours, { settled }) => props.onHours(hours, settled)}
          />
        ) : (
          <Without lang={lang} heading={explorerWords.weekHours} text={explorerWords.noHours} />
        )}
      </Still>
    </section>
  );
}

/** What a chart would have shown keeps its name and says why it is not there. */
function Without({ lang, heading, text }: { lang: Lang; heading: Said; text: Said }) {
  return (
    <div>
      <h3 className="chart-heading">{say(heading, lang)}</h3>
      <p className="chart-sentence">{say(text, lang)}</p>
    </div>
  );
}

function isSame(one: Answer["explored"]["days"], other: Answer["explored"]["days"]): boolean {
  if (one === other) return true;
  if (one.first !== other.first || one.counts.length !== other.counts.length) return false;
  // A loop and no `every`: years of days, at every answer to a moving hand.
  for (let day = 0; day < one.counts.length; day++) if (one.counts[day] !== other.counts[day]) return false;
  return true;
}

/** The bar that stands alone at the top, when it is no handful. */
function daysSaid(days: { readonly first: Day; readonly counts: Float64Array }, total: number, lang: Lang): string {
  const bars = barsOf(days, "month");
  const [top, next] = bars.toSorted((a, b) => b.count - a.count);
  if (top === undefined || Math.round(top.count) < FEW || top.count === next?.count)
    return say(explorerWords.noTimeStands, lang);
  return say(explorerWords.mostIn, lang, {
    when: formatMonth(monthOf(top.from), lang),
    count: formatNumber(Math.round(top.count), lang),
    total: formatNumber(Math.round(total), lang),
  });
}

function hoursSaid(hours: Float64Array, total: number, lang: Lang): string {
  const cells = cellCounts(hours, 2);
  const top = cells.reduce((best, count, cell) => (count > cells[best]! ? cell : best), 0);
  const most = Math.round(cells[top]!);
  if (most < FEW || cells.filter((count) => Math.round(count) === most).length > 1)
    return say(explorerWords.noHourStands, lang);
  return say(explorerWords.mostAt, lang, {
    when: hoursInWords([top * 2, top * 2 + 1], lang),
    count: formatNumber(most, lang),
    total: formatNumber(Math.round(total), lang),
  });
}
