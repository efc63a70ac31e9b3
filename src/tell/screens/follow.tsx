import { say, slugOf } from "../../ground/words.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { embeddedWords } from "../embedded-words.ts";
import { followWords } from "../follow-words.ts";
import { words } from "../words.ts";
import { OwnCalendar } from "./calendar.tsx";
import { Frame, inLang, type PageProps } from "./frame.tsx";
import { feedsOf } from "./news.ts";

/** /ockelbo/folj: the ways to hear of what is told without leaving anything about oneself. `origin`: where the pages are. */
export function FollowPage(props: PageProps & { origin: string; mails: boolean }) {
  const { site, lang } = props;
  const word = say(followWords.follow, lang);
  const { pledges, themes, areas } = feedsOf(site, lang);
  const feed = (query: string) => inLang(`/${site.slug}/folj.atom${query}`, lang);
  const named = (way: "tema" | "plats", names: readonly string[]) =>
    names.map((name) => ({ name, href: feed(`?${way}=${slugOf(name)}`) }));
  return (
    <Frame {...props} address={`/${site.slug}/folj`} crumbs={[{ word }]}>
      <PageHeading heading={word} lead={say(followWords.followLead, lang, { name: site.name })} />
      <section className="stack">
        <SectionHeading heading={say(followWords.feeds, lang)} />
        <p className="measure">{say(followWords.feedsText, lang)}</p>
        <p>
          <a className="strong" href={feed("")}>
            {say(followWords.everything, lang)}
          </a>
        </p>
        <Feeds
          heading={say(followWords.perPledge, lang)}
          rows={pledges.map(({ slug, text, order }) => ({
            name: text,
            before: say(words.pledgeNumber, lang, { number: order }),
            href: feed(`?lofte=${slug}`),
          }))}
        />
        <Feeds heading={say(followWords.perTheme, lang)} rows={named("tema", themes)} />
        {areas.length > 0 && (
          <details>
            <summary>{say(followWords.perArea, lang, { count: areas.length })}</summary>
            <Rows rows={named("plats", areas).map((row) => ({ ...row, before: say(words.place, lang) }))} />
          </details>
        )}
      </section>
      {props.mails && (
        <section className="stack">
          <SectionHeading heading={say(followWords.byLetter, lang)} />
          <p className="measure">{say(followWords.byLetterText, lang)}</p>
          <p>
            <a className="button" href={inLang(`/${site.slug}/folj/brev`, lang)}>
              {say(followWords.askForLetters, lang)}
            </a>
          </p>
        </section>
      )}
      <section className="stack">
        <SectionHeading heading={say(embeddedWords.heading, lang)} />
        <p className="measure">{say(embeddedWords.forSites, lang)}</p>
        <p>
          <a href={inLang(`/${site.slug}/ruta/om`, lang)}>{say(embeddedWords.toEmbed, lang)}</a>
        </p>
      </section>
      <div className="split">
        <section className="stack">
          <SectionHeading heading={say(followWords.ownCalendar, lang)} />
          <p>
            {say(followWords.ownCalendarText, lang)}{" "}
            <a href={inLang(`/${site.slug}/kalender`, lang)}>{say(followWords.calendar, lang)}</a>
          </p>
          <OwnCalendar {...props} />
        </section>
        <section className="stack">
          <SectionHeading heading={say(followWords.ownReceipt, lang)} />
          <p>{say(followWords.ownReceiptText, lang)}</p>
          <p>
            <a href={inLang("/kvitto", lang)}>{say(followWords.toReceipt, lang)}</a>
          </p>
        </section>
      </div>
    </Frame>
  );
}

type Row = { readonly name: string; readonly before?: string; readonly href: string };

function Feeds({ heading, rows }: { heading: string; rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <div className="stack-tight">
      <h3>{heading}</h3>
      <Rows rows={rows} />
    </div>
  );
}

/** What is published is Swedish, in whatever language the page is. */
function Rows({ rows }: { rows: readonly Row[] }) {
  return (
    <ul className="list">
      {rows.map(({ name, before, href }) => (
        <li key={href}>
          <a href={href}>
            {before !== undefined && `${before}: `}
            <span lang="sv">{name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
