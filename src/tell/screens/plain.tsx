import { addDays, daysBetween, type Day } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Clock } from "../../ui/clock.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatDay, formatList } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { PartyName } from "../../ui/party-name.tsx";
import { Prose } from "../../ui/prose.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { StageLine, STAGE_KEYS, type StageLinks } from "../../ui/stage-line.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Disclosed } from "../disclosure.ts";
import type { Site } from "../site.ts";
import { words as openWords } from "../open/words.ts";
import { heldBackWords } from "../held-back-words.ts";
import { overviewWords } from "../overview-words.ts";
import { counts, stageTexts, words } from "../words.ts";
import { OpenDrafts } from "./consultation.tsx";
import { Frame, inLang, sayMany, WithSwedish, type PageProps } from "./frame.tsx";
import { newsOf } from "./news.ts";
import { partnershipHeading } from "./partnership.tsx";
import { PledgeRow } from "./pledge-card.tsx";

type HomeProps = { sites: readonly Disclosed<Site>[]; lang: Lang; today: Day; demo: boolean; sought: string };

/** /: what is promised where, how it goes, what is new, and a search that works without script. */
export function HomePage(props: HomeProps) {
  const { sites, lang, demo, sought } = props;
  return (
    <Frame
      lang={lang}
      demo={demo}
      address="/"
      hero={
        <>
          <div className="hero">
            <div className="wrap split">
              <PageHeading heading={say(words.siteHeading, lang)} lead={say(words.siteLead, lang)} document />
              <Search lang={lang} sought={sought} />
            </div>
          </div>
          <StageLine lang={lang} stages={tourStages(lang)} as="folded" />
        </>
      }
    >
      {sought.trim() !== "" && <Hits {...props} />}
      <div className="split">
        <section className="stack-tight">
          <SectionHeading heading={say(words.partnerships, lang)} />
          {sites.length === 0 && (
            <Empty heading={say(words.noPartnerships, lang)} text={say(words.toldNothing, lang)} />
          )}
          <ul className="answers">
            {sites
              .toSorted((a, b) => b.current.length - a.current.length)
              .map((site) => (
                <PartnershipRow key={site.slug} site={site} lang={lang} />
              ))}
          </ul>
        </section>
        <div className="stack-loose">
          <Clocks {...props} />
          <News {...props} />
        </div>
      </div>
    </Frame>
  );
}

function Search({ lang, sought }: { lang: Lang; sought: string }) {
  return (
    <search>
      <form method="get" action="/" className="stack-tight">
        {lang === "en" && <input type="hidden" name="lang" value="en" />}
        <TextField
          label={say(words.search, lang)}
          guide={say(words.searchGuide, lang)}
          name="sok"
          type="search"
          defaultValue={sought}
        />
        <div className="row">
          <Button type="submit">{say(words.searchButton, lang)}</Button>
        </div>
        <p>
          <a href={inLang("/loften", lang)}>{say(overviewWords.toOverview, lang)}</a>
        </p>
      </form>
    </search>
  );
}

/** On the page of all, the stages explain themselves and lead into the tour. */
export function tourStages(lang: Lang, page = inLang("/rundtur", lang)): StageLinks {
  const links = STAGE_KEYS.map((key) => [key, { href: `${page}#${key}`, count: say(stageTexts[key], lang) }] as const);
  return Object.fromEntries(links) as StageLinks;
}

function Hits({ sites, lang, sought }: HomeProps) {
  const wanted = sought.trim().toLocaleLowerCase("sv");
  const hits = sites.flatMap((site) =>
    site.current
      .filter((pledge) =>
        `${pledge.text} ${pledge.slug} ${pledge.activities.map(({ text }) => text).join(" ")}`
          .toLocaleLowerCase("sv")
          .includes(wanted),
      )
      .map((pledge) => ({ site, pledge })),
  );
  return (
    <section className="stack-tight">
      <SectionHeading heading={sayMany(counts.hits, hits.length, lang, { what: sought })} />
      {hits.length === 0 ? (
        <Empty heading={say(words.noHits, lang)} text={say(words.noHitsText, lang)} />
      ) : (
        <ul className="list">
          {hits.map(({ site, pledge }) => (
            <PledgeRow key={site.slug + pledge.slug} site={site} pledge={pledge} lang={lang} where />
          ))}
        </ul>
      )}
    </section>
  );
}

function PartnershipRow({ site, lang }: { site: Disclosed<Site>; lang: Lang }) {
  return (
    <li>
      <div className="stack-tight">
        <h3>
          <a href={inLang(`/${site.slug}`, lang)}>
            {site.current.length === 0 ? site.name : partnershipHeading(site, lang)}
          </a>{" "}
          {site.example && <ExampleMark lang={lang} />}
        </h3>
        <p className="row small quiet">
          {site.parties.map((party) => (
            <PartyName key={party.name} party={party.kind}>
              <span lang="sv">{party.name}</span>
            </PartyName>
          ))}
        </p>
      </div>
      {site.current.length === 0 ? (
        <p className="quiet">{say(words.nothingPromised, lang)}</p>
      ) : (
        <ul className="list">
          {site.current.map((pledge) => (
            <PledgeRow key={pledge.slug} site={site} pledge={pledge} lang={lang} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** When each partnership last said a word, and when the next is promised. */
function Clocks({ sites, lang, today }: HomeProps) {
  const told = sites.filter(({ lastWord }) => lastWord !== null);
  if (told.length === 0) return null;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.wordsToResidents, lang)} />
      {told.map((site) => {
        const on = site.lastWord?.on ?? today;
        const next = addDays(on, site.feedbackDays);
        const left = daysBetween(today, next);
        return (
          <Clock
            key={site.slug}
            name={site.name}
            left={left < 0 ? sayMany(counts.daysLate, -left, lang) : sayMany(counts.daysLeft, left, lang)}
            late={left < 0}
            gone={daysBetween(on, today) / site.feedbackDays}
            from={say(words.lastWordOn, lang, { day: formatDay(on, lang) })}
            to={say(words.promisedBy, lang, { day: formatDay(next, lang) })}
          />
        );
      })}
    </section>
  );
}

/** What was told last, wherever. */
function News({ sites, lang }: HomeProps) {
  const news = sites
    .flatMap((site) => newsOf(site, lang).map((one) => ({ ...one, site })))
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
    .slice(0, 6);
  if (news.length === 0) return null;
  return (
    <section className="stack-tight">
      <SectionHeading heading={say(words.news, lang)} />
      <DataTable
        caption={say(words.newsCaption, lang)}
        captionHidden
        rows={news}
        rowKey={({ site, key }) => `${site.slug} ${key}`}
        columns={[
          {
            head: say(words.what, lang),
            cell: (row) => (
              <a href={inLang(`/${row.site.slug}${row.path}`, lang)}>
                <WithSwedish sentence={row.title} word={row.what} />
              </a>
            ),
            names: true,
          },
          { head: say(words.place, lang), cell: (row) => <span lang="sv">{row.areas[0] ?? row.site.name}</span> },
          { head: say(words.day, lang), cell: (row) => formatDay(row.on, lang) },
        ]}
      />
    </section>
  );
}

export function AboutPage(props: PageProps) {
  const { site, lang } = props;
  const word = say(words.aboutHeading, lang);
  return (
    <Frame {...props} address={`/${site.slug}/om`} crumbs={[{ word }]}>
      <PageHeading
        heading={word}
        lead={say(words.aboutWho, lang, {
          parties: formatList(
            site.parties.map(({ name }) => name),
            lang,
          ),
        })}
      />
      <Prose>
        <h2>{say(words.aboutPrivacy, lang)}</h2>
        <p>
          {say(words.aboutPrivacyText, lang)}{" "}
          <a href={inLang(`/${site.slug}/dolt`, lang)}>{say(heldBackWords.toHeldBack, lang)}</a>
        </p>
        <h2>{say(words.aboutAccess, lang)}</h2>
        <p>{say(words.aboutAccessText, lang)}</p>
        <h2>{say(openWords.heading, lang)}</h2>
        <p>
          {say(openWords.lead, lang)} <a href={inLang("/oppna-data", lang)}>{say(openWords.toOpenData, lang)}</a>
        </p>
        {props.demo && (
          <>
            <h2>{say(words.aboutExample, lang)}</h2>
            <p>{say(words.aboutExampleText, lang)}</p>
          </>
        )}
      </Prose>
    </Frame>
  );
}

/** Where one is heard today: the forms there are, and how else. */
export function HandInPage(props: PageProps) {
  const { site, lang } = props;
  const word = say(words.handIn, lang);
  return (
    <Frame {...props} address={`/${site.slug}/synpunkt`} crumbs={[{ word }]}>
      <PageHeading heading={word} lead={say(words.handInLead, lang)} />
      <OpenDrafts {...props} />
      <p>
        <LinkButton kind="main" href={inLang(`/${site.slug}/synpunkt/trafik`, lang)}>
          {say(words.handInTraffic, lang)}
        </LinkButton>
      </p>
      <Prose>
        <p>{say(words.handInText, lang)}</p>
        <p>
          <b>{say(words.urgent, lang)}</b>
        </p>
      </Prose>
    </Frame>
  );
}

export function NotFoundPage({
  lang,
  demo,
  address,
  site,
}: {
  lang: Lang;
  demo: boolean;
  address: string;
  site?: Disclosed<Site> | undefined;
}) {
  return (
    <Frame lang={lang} demo={demo} address={address} site={site}>
      <PageHeading heading={say(words.notFound, lang)} lead={say(words.notFoundText, lang)} />
      <p>
        <a href={inLang(site === undefined ? "/" : `/${site.slug}`, lang)}>{say(words.toStart, lang)}</a>
      </p>
    </Frame>
  );
}
