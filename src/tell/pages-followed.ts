// Files that other people's programs ask for again and again: the public calendar and the feeds. The same publication gives the same bytes.
import { icalendarOf } from "../ground/icalendar.ts";
import type { Instant } from "../ground/time.ts";
import { type Lang, say, slugOf } from "../ground/words.ts";
import { sha256Hex } from "../platform/server/secrets.ts";
import type { PageAnswer } from "../platform/server/pages.ts";
import { eventsOf } from "./calendar.ts";
import type { Disclosed } from "./disclosure.ts";
import { followWords } from "./follow-words.ts";
import { atomOf } from "./screens/feed.ts";
import { feedsOf, newsOf, type Wanted, wantedNews } from "./screens/news.ts";
import type { Site } from "./site.ts";

/** So often a calendar need ask again. */
const HOURS = 6;

type Followed = {
  readonly site: Disclosed<Site>;
  /** When it was published, which is when the file was made. */
  readonly madeAt: Instant;
  readonly origin: string;
  readonly lang: Lang;
};

/** The calendar or a feed at an address below the partnership's; undefined where it is neither. */
export function followedAt(address: string, query: URLSearchParams, followed: Followed): PageAnswer | undefined {
  if (address === "kalender.ics") return calendar(followed);
  if (address === "folj.atom") return feed(query, followed);
  return undefined;
}

function calendar({ site, madeAt, origin, lang }: Followed): PageAnswer {
  const name = say(followWords.feedTitle, lang, { name: site.name });
  const bytes = icalendarOf(eventsOf(site, origin, lang), madeAt, { name, hours: HOURS });
  const plain = new TextDecoder().decode(bytes);
  const file = { contentType: "text/calendar; charset=utf-8", name: `${site.slug}.ics` };
  return { status: 200, html: "", plain, file, etag: etagOf(plain), lang };
}

/** What is asked for and is not there any more gives the news of the whole promise: whoever follows one that has ended hears of the next. */
function feed(query: URLSearchParams, { site, origin, lang }: Followed): PageAnswer {
  const wanted: Wanted = Object.fromEntries(
    (["lofte", "tema", "plats"] as const).flatMap((way) => {
      const said = query.get(way);
      return said === null ? [] : [[way, slugOf(said).slice(0, 100)]];
    }),
  );
  const asked = new URLSearchParams({ ...wanted, ...(lang === "en" ? { lang } : {}) });
  const of = nameOf(site, wanted, lang);
  const home = `/${site.slug}`;
  const plain = atomOf(
    {
      title:
        of === undefined
          ? say(followWords.feedTitle, lang, { name: site.name })
          : say(followWords.feedTitleOf, lang, { name: site.name, of }),
      origin,
      home,
      address: asked.size === 0 ? `${home}/folj.atom` : `${home}/folj.atom?${asked}`,
      author: site.parties.map(({ name }) => name).join(", "),
      lang,
    },
    wantedNews(newsOf(site, lang), wanted),
  );
  const file = { contentType: "application/atom+xml; charset=utf-8" };
  return { status: 200, html: "", plain, file, etag: etagOf(plain), lang };
}

/** What a feed is of, in the words of the promise; undefined where it is of everything, or of what is not there. */
function nameOf(site: Disclosed<Site>, { lofte, tema, plats }: Wanted, lang: Lang): string | undefined {
  const { pledges, themes, areas } = feedsOf(site, lang);
  return (
    pledges.find(({ slug }) => slug === lofte)?.text ??
    themes.find((name) => slugOf(name) === tema) ??
    areas.find((name) => slugOf(name) === plats)
  );
}

const etagOf = (text: string) => `"${sha256Hex(text).slice(0, 24)}"`;
