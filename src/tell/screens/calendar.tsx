import { type Day, monthOf } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { asHeading, formatDay, formatMonth } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { datesOf, type PublicDate, sayDate } from "../calendar.ts";
import { followWords } from "../follow-words.ts";
import { words } from "../words.ts";
import { Frame, inLang, WithSwedish, type PageProps } from "./frame.tsx";

/** /ockelbo/kalender: what comes, month by month, how to have it in one's own calendar, and what has been. `origin`: where the pages are. */
export function CalendarPage(props: PageProps & { origin: string }) {
  const { site, lang, today } = props;
  const word = say(followWords.calendar, lang);
  const dates = datesOf(site);
  const ahead = dates.filter(({ to }) => to >= today);
  const been = dates.filter(({ to }) => to < today).toReversed();
  return (
    <Frame {...props} address={`/${site.slug}/kalender`} crumbs={[{ word }]}>
      <PageHeading heading={word} lead={say(followWords.calendarLead, lang)} />
      <div className="with-side">
        <section className="stack">
          <SectionHeading heading={say(followWords.ahead, lang)} />
          {ahead.length === 0 && (
            <Empty
              heading={say(followWords.nothingAhead, lang)}
              text={say(followWords.nothingAheadText, lang)}
              action={<a href={inLang(`/${site.slug}/folj`, lang)}>{say(followWords.follow, lang)}</a>}
            />
          )}
          <Months {...props} dates={ahead} />
        </section>
        <aside className="stack" aria-label={say(followWords.ownCalendar, lang)}>
          <SectionHeading heading={say(followWords.ownCalendar, lang)} />
          <p>{say(followWords.ownCalendarText, lang)}</p>
          <OwnCalendar {...props} />
        </aside>
      </div>
      {been.length > 0 && (
        <details>
          <summary>{say(followWords.been, lang)}</summary>
          <Months {...props} dates={been} />
        </details>
      )}
    </Frame>
  );
}

/** A press that opens the calendar on the device, and the address for those that want it written in. */
export function OwnCalendar({ site, lang, origin }: PageProps & { origin: string }) {
  const address = `${origin}${inLang(`/${site.slug}/kalender.ics`, lang)}`;
  return (
    <>
      <p>
        <LinkButton href={address.replace(/^https?:/, "webcal:")}>{say(followWords.openInCalendar, lang)}</LinkButton>
      </p>
      <p className="small">
        {say(followWords.address, lang)}: <a href={address}>{address}</a>
      </p>
    </>
  );
}

/** Month by month in the order they are handed in. What has already begun stands in the month it is read in. */
function Months({ site, lang, today, dates }: PageProps & { dates: readonly PublicDate[] }) {
  const standsIn = ({ from, to }: PublicDate): Day => (from < today && to >= today ? today : from);
  const months = [...new Set(dates.map((date) => monthOf(standsIn(date))))];
  return months.map((month) => (
    <section key={month} className="stack-tight">
      <h3>{asHeading(formatMonth(month, lang))}</h3>
      <ul className="list">
        {dates
          .filter((date) => monthOf(standsIn(date)) === month)
          .map((date) => (
            <li key={date.key}>
              <div>
                <p>
                  <a className="strong" href={inLang(`/${site.slug}${date.path}`, lang)}>
                    <WithSwedish sentence={sayDate(date, lang)} word={date.what} />
                  </a>{" "}
                  {date.example && <ExampleMark lang={lang} />}
                </p>
                <p className="small quiet">
                  {whenOf(date, today, lang)}
                  {date.place !== "" && (
                    <>
                      {" · "}
                      <span lang="sv">{date.place}</span>
                    </>
                  )}
                </p>
              </div>
            </li>
          ))}
      </ul>
    </section>
  ));
}

/** "8 november 2021, kl. 18.00–20.30"; of what has begun until when it goes on. */
function whenOf({ from, to, clock }: PublicDate, today: Day, lang: Lang): string {
  if (clock !== null) return `${formatDay(from, lang)}, ${say(words.clock, lang, clock)}`;
  if (from < today && to >= today) return say(followWords.goesOn, lang, { day: formatDay(to, lang) });
  return from === to ? formatDay(from, lang) : `${formatDay(from, lang)}–${formatDay(to, lang)}`;
}
