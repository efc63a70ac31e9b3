import { say, type Lang } from "../../ground/words.ts";
import { Button } from "../../ui/button.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatList } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { Prose } from "../../ui/prose.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Disclosed } from "../disclosure.ts";
import type { Site } from "../site.ts";
import { words } from "../words.ts";
import { Frame, inLang, type PageProps } from "./frame.tsx";

/** /: every partnership, and a search that works without script. */
export function HomePage({
  sites,
  lang,
  demo,
  sought,
}: {
  sites: readonly Disclosed<Site>[];
  lang: Lang;
  demo: boolean;
  sought: string;
}) {
  const wanted = sought.trim().toLocaleLowerCase("sv");
  const hits =
    wanted === ""
      ? []
      : sites.flatMap((site) =>
          site.current
            .filter((pledge) =>
              `${pledge.text} ${pledge.slug} ${pledge.activities.map(({ text }) => text).join(" ")}`
                .toLocaleLowerCase("sv")
                .includes(wanted),
            )
            .map((pledge) => ({ site, pledge })),
        );
  return (
    <Frame lang={lang} demo={demo} address="/">
      <PageHeading heading={say(words.siteTitle, lang)} lead={say(words.siteLead, lang)} document />
      <form method="get" action="/" role="search" className="stack measure">
        {lang === "en" && <input type="hidden" name="lang" value="en" />}
        <TextField
          label={say(words.search, lang)}
          guide={say(words.searchGuide, lang)}
          name="sok"
          type="search"
          defaultValue={sought}
        />
        <Button type="submit">{say(words.searchButton, lang)}</Button>
      </form>
      {wanted !== "" && (
        <section>
          <SectionHeading heading={say(words.hits, lang, { count: hits.length, what: sought })} />
          <ul className="list">
            {hits.map(({ site, pledge }) => (
              <li key={site.slug + pledge.slug}>
                <div>
                  <a href={inLang(`/${site.slug}/lofte/${pledge.slug}`, lang)} lang="sv">
                    {pledge.text}
                  </a>
                  <p className="quiet">{site.name}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <SectionHeading heading={say(words.partnerships, lang)} />
        {sites.length === 0 && <p>{say(words.noPartnerships, lang)}</p>}
        <ul className="list">
          {sites.map((site) => (
            <li key={site.slug}>
              <div>
                <a href={inLang(`/${site.slug}`, lang)}>{site.name}</a> {site.example && <ExampleMark lang={lang} />}
                <p className="quiet">
                  {formatList(
                    site.parties.map(({ name }) => name),
                    lang,
                  )}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </Frame>
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
        <p>{say(words.aboutPrivacyText, lang)}</p>
        <h2>{say(words.aboutAccess, lang)}</h2>
        <p>{say(words.aboutAccessText, lang)}</p>
        {(site.example || props.demo) && (
          <>
            <h2>{say(words.aboutExample, lang)}</h2>
            <p>{say(words.aboutExampleText, lang)}</p>
          </>
        )}
      </Prose>
    </Frame>
  );
}

/** No dead form: says how to be heard today. */
export function HandInPage(props: PageProps) {
  const { site, lang } = props;
  const word = say(words.handIn, lang);
  return (
    <Frame {...props} address={`/${site.slug}/synpunkt`} crumbs={[{ word }]}>
      <PageHeading heading={word} lead={say(words.handInLead, lang)} />
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
