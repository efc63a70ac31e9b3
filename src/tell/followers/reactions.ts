// The day's letter of news to those who asked for it: one a day at most, and none where nothing new is told.
import { dayOf } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import { doorSecret } from "../../collect/store-doors.ts";
import { letterOf } from "../../platform/server/mail/letter.ts";
import { addLetter } from "../../platform/server/mail/outbox.ts";
import type { ReactionMeans } from "../../platform/server/house.ts";
import { newsOf, wantedNews } from "../screens/news.ts";
import { allPublished } from "../store.ts";
import { untold, wantedBy } from "./follower.ts";
import { inLang, keyOf } from "./pages-follower.ts";
import * as store from "./store.ts";
import { letters } from "./words.ts";

type Means = Pick<ReactionMeans, "tx" | "at" | "newId" | "origin">;

/** Titles in a letter; the rest stands on the page. */
const MOST_ROWS = 20;

export async function writeNewsLetters({ tx, at, newId, origin }: Means): Promise<void> {
  await store.forgetUnconfirmed(tx, at);
  const secret = await doorSecret(tx);
  const places = await tx.selectFrom("partnership").select(["id", "slug"]).execute();
  for (const site of (await allPublished(tx)).sites) {
    const place = places.find(({ slug }) => slug === site.slug);
    if (place === undefined) continue;
    for (const follower of await store.followersOf(tx, place.id)) {
      const { lang } = follower;
      const all = newsOf(site, lang);
      const news = untold(wantedNews(all, wantedBy(follower)), follower.told, at);
      // What has left the site is forgotten, so that the list never grows.
      await store.keepTold(
        tx,
        follower.id,
        all.map(({ key }) => key),
      );
      const [first] = news;
      if (first === undefined) continue;
      const own = `/brev/${keyOf(secret, follower.id)}`;
      const said = { place: follower.name, title: first.title, count: news.length };
      const heading = say(news.length === 1 ? letters.news : letters.newsMany, lang, said);
      await addLetter(tx, {
        id: newId(),
        followerId: follower.id,
        partnershipId: place.id,
        kind: "news",
        cause: `news ${dayOf(at)}`,
        subject: heading.slice(0, 200),
        ...letterOf(
          {
            lang,
            heading,
            lead: say(letters.newsLead, lang),
            parts: [
              {
                rows: news
                  .slice(0, MOST_ROWS)
                  .map(({ title, path }) => ({ text: title, href: inLang(`/${site.slug}${path}`, lang) })),
              },
            ],
            footer: say(letters.footer, lang),
            footerHref: inLang(own, lang),
          },
          origin,
        ),
        unsubscribe: `${origin}${own}`,
        at,
      });
    }
  }
}
