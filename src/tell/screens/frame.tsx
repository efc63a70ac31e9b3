import type { ReactNode } from "react";
import type { Qualifier } from "../../ground/count.ts";
import type { PublicCount } from "../../ground/fewest.ts";
import type { Day } from "../../ground/time.ts";
import { say, type Lang, type Said } from "../../ground/words.ts";
import { Breadcrumb } from "../../ui/breadcrumb.tsx";
import { DemoBanner } from "../../ui/demo-banner.tsx";
import { formatNumber } from "../../ui/format.ts";
import { PublicFooter } from "../../ui/public-footer.tsx";
import { PublicHeader } from "../../ui/public-header.tsx";
import { SkipLink } from "../../ui/skip-link.tsx";
import type { Disclosed } from "../disclosure.ts";
import type { Site } from "../site.ts";
import { followWords } from "../follow-words.ts";
import { overviewWords } from "../overview-words.ts";
import { words as openWords } from "../open/words.ts";
import { words } from "../words.ts";
import { sayQualified } from "./said.ts";

/** What every public page is handed. Pages take content that has passed the gate and nothing else. */
export type PageProps = {
  readonly site: Disclosed<Site>;
  readonly lang: Lang;
  readonly today: Day;
  readonly demo: boolean;
};

/** An address in the reader's language. */
export function inLang(address: string, lang: Lang): string {
  return lang === "en" ? `${address}${address.includes("?") ? "&" : "?"}lang=en` : address;
}

/** A count as it may be read: "14", "minst 10", "cirka 15", "färre än 5", "visas inte". */
export function sayCount(count: PublicCount, lang: Lang, qualifier: Qualifier = "exact"): string {
  if (count.shown === "count") return sayQualified({ value: count.value, qualifier }, lang);
  if (count.shown === "at-least") return sayQualified({ value: count.value, qualifier: "at-least" }, lang);
  if (count.shown === "about") return sayQualified({ value: count.value, qualifier: "approximately" }, lang);
  return count.shown === "fewer-than" ? say(words.fewerThan, lang, { than: count.than }) : say(words.withheld, lang);
}

/** "24 punkter", "1 punkt": the number as the language writes it. */
export function sayMany(said: Said, count: number, lang: Lang, detail: Readonly<Record<string, string>> = {}): string {
  return say(said, lang, { count: formatNumber(count, lang), ...detail });
}

/** The same of a count that has passed the gate: "färre än 5 röster". */
export function sayHeads(said: Said, count: PublicCount, lang: Lang): string {
  return say(said, lang, { count: sayCount(count, lang) });
}

/** A sentence in the reader's language with a word out of the promise in it: the word is read out as the Swedish it is. */
export function WithSwedish({ sentence, word }: { sentence: string; word: string | undefined }) {
  const at = word === undefined || word === "" ? -1 : sentence.indexOf(word);
  if (word === undefined || at < 0) return sentence;
  return (
    <>
      {sentence.slice(0, at)}
      <span lang="sv">{word}</span>
      {sentence.slice(at + word.length)}
    </>
  );
}

type Crumb = { readonly word: string; readonly href?: string };

/** Who, where, the five words of the menu, the page, and what is example. */
export function Frame(props: {
  lang: Lang;
  address: string;
  demo: boolean;
  site?: Disclosed<Site> | undefined;
  crumbs?: readonly Crumb[];
  /** The paper band at the head of a page that has one: its heading, the clock, the stages. */
  hero?: ReactNode;
  children: ReactNode;
}) {
  const { lang, site, address } = props;
  const link = (path: string) => inLang(path, lang);
  const home = site === undefined ? "/" : `/${site.slug}`;
  const menu =
    site === undefined
      ? [
          { word: say(words.tour, lang), href: link("/rundtur") },
          { word: say(words.logIn, lang), href: "/logga-in" },
        ]
      : [
          {
            word: say(words.menuPledges, lang),
            href: link(`${home}/medborgarlofte`),
            current: address.startsWith(`${home}/medborgarlofte`),
          },
          { word: say(words.menuSaid, lang), href: link(`${home}/du-sa`), current: address === `${home}/du-sa` },
          {
            word: say(words.menuHow, lang),
            href: link(`${home}/rapport`),
            current: address.startsWith(`${home}/rapport`),
          },
          {
            word: say(words.menuHandIn, lang),
            href: link(`${home}/synpunkt`),
            current: address === `${home}/synpunkt`,
          },
          { word: say(words.menuAbout, lang), href: link(`${home}/om`), current: address === `${home}/om` },
        ];
  const other = lang === "sv" ? `${address}?lang=en` : address;
  return (
    <>
      <SkipLink lang={lang} />
      {props.demo && <DemoBanner lang={lang}>{say(words.footerExample, lang)}</DemoBanner>}
      <PublicHeader
        lang={lang}
        place={site?.name ?? say(words.siteTitle, lang)}
        home={link(home)}
        {...(site === undefined ? {} : { what: say(words.citizenPromise, lang) })}
        menu={menu}
        otherLanguage={other}
      />
      {props.crumbs !== undefined && site !== undefined && (
        <div className="wrap">
          <Breadcrumb
            lang={lang}
            parts={[
              { word: site.name, href: link(home) },
              ...props.crumbs.map((crumb) => (crumb.href === undefined ? crumb : { ...crumb, href: link(crumb.href) })),
            ]}
          />
        </div>
      )}
      <main id="content" tabIndex={-1}>
        {props.hero}
        <div className="wrap page stack-loose">{props.children}</div>
      </main>
      <PublicFooter
        links={[
          { word: say(words.siteTitle, lang), href: link("/") },
          { word: say(words.tour, lang), href: link("/rundtur") },
          { word: say(overviewWords.heading, lang), href: link("/loften") },
          ...(site === undefined
            ? []
            : [
                { word: say(followWords.calendar, lang), href: link(`${home}/kalender`) },
                { word: say(followWords.follow, lang), href: link(`${home}/folj`) },
                { word: say(words.aboutAccess, lang), href: link(`${home}/om`) },
              ]),
          { word: say(openWords.heading, lang), href: link("/oppna-data") },
          { word: say(words.logHeading, lang), href: link("/logg") },
          { word: say(words.logIn, lang), href: "/logga-in" },
        ]}
      >
        <p>{say(words.urgent, lang)}</p>
      </PublicFooter>
    </>
  );
}
