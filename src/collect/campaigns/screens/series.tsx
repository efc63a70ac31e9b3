// Two years of the same questions side by side: a dot in its band a year, the table beside it, and a line where the series is broken.
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatDay, formatNumber } from "../../../ui/format.ts";
import { IntervalDots } from "../../../ui/interval-dots.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { sampleTypes } from "../../words.ts";
import { type followCampaign, laySeries } from "../api.ts";
import { inFormLang } from "../campaign.ts";
import { FEWEST_FOR_A_SHARE } from "../series.ts";
import { words } from "./words.ts";

type Question = OutputOf<typeof laySeries>["questions"][number];
type Year = Question["years"][number];
type Answer = Year["answers"][number];
type Followed = OutputOf<typeof followCampaign>;

export function Series(props: { readonly followed: Followed; readonly partnership: string; readonly lang: Lang }) {
  const { followed, partnership, lang } = props;
  const asked = useAnswer(laySeries, { partnership, slug: followed.campaign.slug });
  if (asked.state !== "answered" || asked.value.questions.length === 0) return null;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.series, lang)} />
      <p className="quiet measure">{say(words.seriesText, lang, { least: FEWEST_FOR_A_SHARE })}</p>
      {asked.value.questions.map((question) => (
        <Asked
          key={question.key}
          question={question}
          name={followed.campaign.items.find(({ key }) => key === question.key)?.words.sv ?? question.key}
          lang={lang}
        />
      ))}
    </section>
  );
}

const nameOf = ({ from, n }: Year, lang: Lang) =>
  `${formatDay(from as Day, lang)} · ${say(words.answersOf, lang, { count: n })}`;

function Asked({ question, name, lang }: { question: Question; name: string; lang: Lang }) {
  const before = question.years.filter(({ isSame }) => !isSame);
  const since = question.years.filter(({ isSame }) => isSame);
  return (
    <div className="stack">
      <h3>{say(words.seriesOf, lang, { question: name })}</h3>
      <Facts
        facts={question.years.map((year) => ({
          name: nameOf(year, lang),
          value: say(sampleTypes[year.sampleType], lang),
        }))}
      />
      {before.map((year) => (
        <Counted key={year.slug} years={[year]} caption={nameOf(year, lang)} lang={lang} />
      ))}
      {before.length > 0 && (
        <>
          <hr />
          <Notice
            kind="advice"
            level={3}
            heading={say(words.seriesBreak, lang, { day: formatDay(since[0]!.from as Day, lang) })}
          />
        </>
      )}
      {since.length > 1 && since.some(({ answers }) => answers.some(({ share }) => share !== undefined)) && (
        <Shares years={since} lang={lang} />
      )}
      <Counted years={since} caption={say(words.seriesOf, lang, { question: name })} lang={lang} />
    </div>
  );
}

/** The drawing, one for each answer, a dot for each year. */
function Shares({ years, lang }: { years: readonly Year[]; lang: Lang }) {
  return years[0]!.answers.map(({ option }) => (
    <IntervalDots
      key={option.sv}
      lang={lang}
      sentence={inFormLang(option, lang)}
      nameHead={say(words.year, lang)}
      unit={say(words.outOf100, lang)}
      besideHead={say(words.outOf100, lang)}
      decimals={0}
      rows={years.map((year) => {
        const share = year.answers.find((one) => one.option.sv === option.sv)?.share;
        return {
          name: nameOf(year, lang),
          ...(share === undefined
            ? { unsaid: say(words.tooFew, lang, { n: year.n, least: FEWEST_FOR_A_SHARE }) }
            : { now: { value: share.value * 100, low: share.low * 100, high: share.high * 100 } }),
        };
      })}
    />
  ));
}

function Counted({ years, caption, lang }: { years: readonly Year[]; caption: string; lang: Lang }) {
  const cell = (year: Year, option: Answer["option"]) => {
    const answer = year.answers.find((one) => one.option.sv === option.sv);
    return answer === undefined ? "–" : `${formatNumber(answer.count, lang)}${sure(answer, lang)}`;
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={years.at(-1)!.answers}
      rowKey={({ option }) => option.sv}
      columns={[
        { head: say(words.answer, lang), names: true, cell: ({ option }) => inFormLang(option, lang) },
        ...years.map((year) => ({
          head: nameOf(year, lang),
          number: true,
          cell: ({ option }: Answer) => cell(year, option),
        })),
      ]}
    />
  );
}

function sure({ share }: Answer, lang: Lang): string {
  if (share === undefined) return "";
  const told = (value: number) => formatNumber(Math.round(value * 100), lang);
  return ` (${say(words.sure, lang, { low: told(share.low), high: told(share.high) })})`;
}
