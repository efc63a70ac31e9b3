import type { ReactNode } from "react";
import { type Day, dayOf, type Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { BarChart } from "../../../ui/bar-chart.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatDay, formatNumber, formatPeriod } from "../../../ui/format.ts";
import { HowSure, type Sureness } from "../../../ui/how-sure.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { meterMethods, oddities, sayFlag } from "../words.ts";
import type { Opened } from "./opened.ts";
import { words } from "./words.ts";

type Measurement = Opened["measurements"][number];
type Figures = Pick<Measurement["summary"], "n" | "withSpeed" | "v85" | "v85Within" | "over">;
type Share = Figures["over"][number];
type Period = { readonly from: Day; readonly to: Day };

/** «7 dygn, 4 812 fordon, gräns 30. V85 41 km/h (40–42). 62 % över gränsen, 9 % mer än 20 över.» and what it rests on. */
export function ResultCard(props: { measurement: Measurement; lang: Lang; children?: ReactNode }) {
  const { measurement, lang } = props;
  const { withdrawn } = measurement;
  const heading = headingOf(measurement, lang);
  if (withdrawn === undefined)
    return (
      <section className="stack sheet">
        <SectionHeading heading={heading} level={3} />
        <Result {...props} />
        {props.children}
      </section>
    );
  const { at, reason } = withdrawn;
  return (
    <section className="stack sheet">
      <SectionHeading heading={heading} level={3} />
      <Notice
        kind="advice"
        level={3}
        heading={say(words.measurementTakenBack, lang, { day: formatDay(dayOf(at as Instant), lang), reason })}
      />
      <details>
        <summary>{say(words.figuresTakenBack, lang)}</summary>
        <Result {...props} />
      </details>
    </section>
  );
}

function headingOf({ summary, comparisonRoad: road }: Measurement, lang: Lang): string {
  const period = formatPeriod(dayOf(summary.from as Instant), dayOf(summary.to as Instant), lang);
  return road === undefined ? say(words.resultOf, lang, { period }) : say(words.resultOfRoad, lang, { road, period });
}

function Result({ measurement, lang }: { measurement: Measurement; lang: Lang }) {
  const { summary, flags } = measurement;
  const period = { from: dayOf(summary.from as Instant), to: dayOf(summary.to as Instant) };
  const number = (value: number) => formatNumber(value, lang);
  const base = { days: number(summary.days), vehicles: number(summary.n), limit: summary.limit };
  const told = formatPeriod(period.from, period.to, lang);
  const road = measurement.comparisonRoad;
  // A road to compare with was measured in the same days: its tables have names of their own.
  const named = road === undefined ? told : `${road}, ${told}`;
  return (
    <div className="stack">
      <p>
        {say(words.base, lang, base)} <V85 figures={summary} lang={lang} />{" "}
        {say(words.over, lang, { share: tellShare(summary.over[0], lang), more: tellShare(summary.over[2], lang) })}
      </p>
      {flags.map((flag) => (
        <Notice key={JSON.stringify(flag)} kind="advice" level={3} heading={sayFlag(flag, lang)} />
      ))}
      {summary.n > summary.withSpeed && <p>{say(words.without, lang, { count: summary.n - summary.withSpeed })}</p>}
      <HowSure lang={lang} about={headingOf(measurement, lang)} sureness={surenessOf(measurement, period, lang)} />
      <Facts
        facts={[
          ...summary.over.map((share) => ({
            name: share.above === 0 ? say(words.overLimit, lang) : say(words.overHead, lang, { above: share.above }),
            value: tellShareExactly(share, lang),
          })),
          ...(summary.mean === undefined ? [] : [{ name: say(words.mean, lang), value: kmh(summary.mean, lang) }]),
          ...(summary.median === undefined
            ? []
            : [{ name: say(words.median, lang), value: kmh(summary.median, lang) }]),
        ]}
      />
      <Hours measurement={measurement} period={named} lang={lang} />
      {summary.directions.length > 1 && (
        <DataTable
          caption={`${say(words.byDirection, lang)}, ${named}`}
          rows={summary.directions}
          rowKey={(row) => row.direction}
          columns={[
            {
              head: say(words.direction, lang),
              names: true,
              cell: (row) => row.direction || say(words.noDirection, lang),
            },
            ...figureColumns(lang),
          ]}
        />
      )}
      {summary.otherDirections !== undefined && (
        <p className="quiet">
          {say(words.moreDirections, lang, { count: formatNumber(summary.otherDirections, lang) })}
        </p>
      )}
    </div>
  );
}

/** «V85 41 km/h (40–42).» */
function V85({ figures: { v85, v85Within }, lang }: { figures: Figures; lang: Lang }) {
  if (v85 === undefined)
    return v85Within === undefined ? null : <>{say(words.noV85, lang, { from: formatNumber(v85Within.from, lang) })}</>;
  const interval = tellInterval(v85, lang);
  return (
    <>
      {say(words.v85, lang)} <strong>{kmh(v85.value, lang)}</strong>
      {interval === undefined ? "" : ` (${interval})`}.
    </>
  );
}

function Hours({ measurement, period, lang }: { measurement: Measurement; period: string; lang: Lang }) {
  const { hours, n } = measurement.summary;
  const most = hours.reduce((best, hour) => (hour.n > best.n ? hour : best), hours[0]!);
  const sentence = say(words.hourSentence, lang, {
    period,
    hour: tellHour(most.hour),
    count: formatNumber(most.n, lang),
    total: formatNumber(n, lang),
  });
  const two = (hour: number) => String(hour).padStart(2, "0");
  return (
    <>
      <BarChart
        lang={lang}
        sentence={sentence}
        heads={[say(words.hour, lang), say(words.vehicles, lang)]}
        bars={hours.map((hour) => ({ label: tellHour(hour.hour), short: two(hour.hour), count: hour.n }))}
      />
      <details>
        <summary>{say(words.hourly, lang)}</summary>
        <DataTable
          caption={`${say(words.hourly, lang)}, ${period}`}
          captionHidden
          rows={hours}
          rowKey={(row) => String(row.hour)}
          columns={[
            { head: say(words.hour, lang), names: true, cell: (row) => tellHour(row.hour) },
            ...figureColumns(lang),
          ]}
        />
      </details>
    </>
  );
}

function figureColumns(lang: Lang) {
  return [
    { head: say(words.vehicles, lang), number: true, cell: (row: Figures) => formatNumber(row.n, lang) },
    {
      head: `${say(words.v85, lang)}, ${say(words.kmh, lang)}`,
      number: true,
      cell: ({ v85 }: Figures) => {
        if (v85 === undefined) return "–";
        const interval = tellInterval(v85, lang);
        return `${formatNumber(v85.value, lang)}${interval === undefined ? "" : ` (${interval})`}`;
      },
    },
    {
      head: say(words.overLimit, lang),
      number: true,
      cell: ({ over, withSpeed }: Figures) => (withSpeed === 0 ? "–" : tellShare(over[0], lang)),
    },
  ];
}

function surenessOf(measurement: Measurement, period: Period, lang: Lang): Sureness {
  const { summary, meterName, method, fileName, odd, oddCount } = measurement;
  const { v85, v85Within } = summary;
  const told = (value: number | undefined) => (value === undefined ? undefined : kmh(value, lang));
  const [low, high] = [told(v85?.low), told(v85?.high)];
  const inBins =
    summary.kind === "bins" && v85Within?.to !== undefined
      ? [say(words.within, lang, { from: v85Within.from, to: v85Within.to })]
      : [];
  const perDay =
    summary.perDay === undefined
      ? say(words.noPerDay, lang)
      : say(words.perDay, lang, { count: formatNumber(Math.round(summary.perDay), lang) });
  const strange = odd.map(({ line, what, read }) => say(oddities[what], lang, { line, read }));
  if (oddCount > odd.length)
    strange.push(say(words.andMore, lang, { count: formatNumber(oddCount - odd.length, lang) }));
  return {
    sentences: [say(words.means, lang), ...inBins, perDay],
    value: v85 && `${say(words.v85, lang)} ${kmh(v85.value, lang)}`,
    interval: low === undefined || high === undefined ? undefined : { low, high, percent: 95 },
    n: say(words.unitVehicles, lang, { count: formatNumber(summary.withSpeed, lang) }),
    period,
    sources: [`${meterName} (${say(meterMethods[method], lang)}), ${fileName}`],
    method: { name: say(words.methodName, lang) },
    caveats: oddCount === 0 ? [] : [`${say(words.oddOnes, lang, { count: oddCount })}:`, ...strange],
  };
}

function kmh(value: number, lang: Lang): string {
  return `${formatNumber(value, lang)}\u00A0km/h`;
}

function tellInterval({ low, high }: NonNullable<Figures["v85"]>, lang: Lang): string | undefined {
  if (low === undefined || high === undefined) return undefined;
  return `${formatNumber(low, lang)}–${formatNumber(high, lang)}`;
}

/** Whole hundredths: «62 %»; what bins do not tell has two ends. */
function tellShare(share: Share | undefined, lang: Lang): string {
  if (share === undefined) return "–";
  const percent = (part: number) => formatNumber(Math.round(part * 100), lang);
  if (share.value === undefined)
    return say(words.between, lang, { low: percent(share.low), high: percent(share.high) });
  if (share.value > 0 && share.value < 0.01) return say(words.lessThanOne, lang);
  return say(words.percent, lang, { count: percent(share.value) });
}

function tellShareExactly(share: Share, lang: Lang): string {
  const percent = (part: number) => formatNumber(part * 100, lang, 1);
  const [low, high] = [percent(share.low), percent(share.high)];
  if (share.value === undefined) return say(words.between, lang, { low, high });
  return `${say(words.percent, lang, { count: percent(share.value) })} (${low}–${high})`;
}

function tellHour(hour: number): string {
  return `${String(hour).padStart(2, "0")}–${String(hour + 1).padStart(2, "0")}`;
}
