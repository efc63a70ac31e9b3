import type { OutputOf } from "../../ground/endpoint.ts";
import type { Month } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { BarChart } from "../../ui/bar-chart.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatMonth, formatMonthShort, formatNumber, formatPeriod } from "../../ui/format.ts";
import { KindChip } from "../../ui/kind.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import type { askPicture } from "../api.ts";
import { foremost } from "../counts.ts";
import { CATEGORY_WORDS } from "../question.ts";
import { groups, words } from "../words.ts";

type Picture = OutputOf<typeof askPicture>;
type Props = { lang: Lang; picture: Picture };

export function ByMonth({ lang, picture: { counts } }: Props) {
  const most = foremost(counts.byMonth);
  const sentence =
    most === undefined
      ? say(words.byMonthEven, lang)
      : say(words.byMonthSentence, lang, {
          month: formatMonth(most.key as Month, lang),
          count: most.count,
          total: counts.total,
        });
  const years = new Set(counts.byMonth.map(({ key }) => key.slice(0, 4)));
  return (
    <section>
      <SectionHeading heading={say(words.byMonth, lang)} />
      <BarChart
        lang={lang}
        sentence={sentence}
        heads={[say(words.month, lang), say(words.number, lang)]}
        bars={counts.byMonth.map(({ key, count }) => ({
          label: formatMonth(key as Month, lang),
          short: years.size > 1 ? key : formatMonthShort(key as Month, lang),
          count,
        }))}
      />
      {counts.undated > 0 && <p className="small quiet">{say(words.undated, lang, { count: counts.undated })}</p>}
    </section>
  );
}

/** A count with its warning: 1 to 4 says nothing for certain. */
function Count({ lang, count, few }: { lang: Lang; count: number; few: boolean }) {
  return (
    <>
      {formatNumber(count, lang)}
      {few && (
        <>
          {" "}
          <span className="small quiet">
            <abbr title={say(words.fewMeaning, lang)}>{say(words.few, lang)}</abbr>
          </span>
        </>
      )}
    </>
  );
}

export function ByCategory({ lang, picture: { counts }, narrowed }: Props & { narrowed: (word: string) => string }) {
  return (
    <section>
      <SectionHeading heading={say(words.byCategory, lang)} />
      <DataTable
        caption={say(words.byCategory, lang)}
        captionHidden
        rows={counts.byCategory}
        rowKey={({ key }) => key}
        columns={[
          {
            head: say(words.category, lang),
            names: true,
            cell: ({ key }) => <a href={narrowed(CATEGORY_WORDS[key])}>{say(groups[key], lang)}</a>,
          },
          { head: say(words.number, lang), number: true, cell: (row) => <Count lang={lang} {...row} /> },
        ]}
      />
    </section>
  );
}

/** Two kinds of knowledge in two columns with their own units: never one figure, never a difference. */
export function Beside({ lang, picture, areaName }: Props & { areaName: (area: string) => string }) {
  const inhabitants = (area: string) => picture.villages.find(({ slug }) => slug === area)?.population;
  return (
    <section>
      <SectionHeading heading={say(words.beside, lang)} />
      <DataTable
        caption={say(words.beside, lang)}
        captionHidden
        rows={picture.counts.byArea.filter(({ count }) => count > 0)}
        rowKey={({ key }) => key}
        columns={[
          {
            head: say(words.where, lang),
            names: true,
            cell: ({ key }) => {
              const people = inhabitants(key);
              return (
                <>
                  {areaName(key)}
                  {people !== undefined && (
                    <span className="small quiet">
                      {" "}
                      {say(words.inhabitants, lang, { count: formatNumber(people, lang) })}
                    </span>
                  )}
                </>
              );
            },
          },
          {
            head: <KindChip kind="felt" lang={lang} word={say(words.voices, lang)} />,
            number: true,
            cell: ({ voices, felt }) => <Count lang={lang} count={voices} few={felt > 0 && voices < 5} />,
          },
          {
            head: <KindChip kind="recorded" lang={lang} word={say(words.recorded, lang)} />,
            number: true,
            cell: ({ recorded }) => <Count lang={lang} count={recorded} few={recorded > 0 && recorded < 5} />,
          },
        ]}
      />
      <p className="small quiet">
        {say(words.lead, lang)} {say(words.besideText, lang)}
      </p>
    </section>
  );
}

export function Measured({ lang, picture: { measurements } }: Props) {
  if (measurements.length === 0) return null;
  return (
    <section>
      <SectionHeading heading={say(words.measured, lang)}>{measurements.length}</SectionHeading>
      <DataTable
        caption={say(words.measured, lang)}
        captionHidden
        rows={measurements}
        rowKey={({ id }) => id}
        columns={[
          {
            head: say(words.what, lang),
            names: true,
            cell: ({ name, example, caveat }) => (
              <>
                <span lang="sv">{name}</span> {example && <ExampleMark lang={lang} />}
                <br />
                <span className="small quiet" lang="sv">
                  {caveat}
                </span>
              </>
            ),
          },
          { head: say(words.when, lang), cell: ({ from, to }) => formatPeriod(from, to, lang) },
          {
            head: say(words.value, lang),
            number: true,
            cell: ({ value, unit, low, high, n }) =>
              low === null || high === null || n === null
                ? `${formatNumber(value, lang)} ${unit}`
                : say(words.interval, lang, {
                    value: formatNumber(value, lang),
                    unit,
                    low: formatNumber(low, lang),
                    high: formatNumber(high, lang),
                    n: formatNumber(n, lang),
                  }),
          },
        ]}
      />
    </section>
  );
}

export function Sources({ lang, picture: { sources, list } }: Props) {
  const used = sources.filter(({ slug }) => list.some(({ sourceSlug }) => sourceSlug === slug));
  return (
    <section>
      <SectionHeading heading={say(words.sources, lang)}>{used.length}</SectionHeading>
      <DataTable
        caption={say(words.sources, lang)}
        captionHidden
        rows={used}
        rowKey={({ slug }) => slug}
        columns={[
          {
            head: say(words.source, lang),
            names: true,
            cell: ({ name, example }) => (
              <>
                <span lang="sv">{name}</span> {example && <ExampleMark lang={lang} />}
              </>
            ),
          },
          { head: say(words.knowledge, lang), cell: ({ knowledge }) => <KindChip kind={knowledge} lang={lang} /> },
          { head: say(words.caveat, lang), cell: ({ caveat }) => <span lang="sv">{caveat}</span> },
        ]}
      />
    </section>
  );
}
