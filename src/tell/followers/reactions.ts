// The day's letter of news to those who asked for it: one a day at most, and none where nothing new is told.
import { dayOf } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import { doorSecret } from "../../collect/store-doors.ts";
import { letterOf } from "../../platform/server/mail/letter.ts";
import { addLetter } from "../../platform/server/mail/outbox.ts";
import type { AnyTransaction, House, ReactionMeans } from "../../platform/server/house.ts";
import type { Disclosed } from "../disclosure.ts";
import { inLang } from "../screens/frame.tsx";
import { newsOf, wantedNews } from "../screens/news.ts";
import type { Site } from "../site.ts";
import { allPublished } from "../store.ts";
import { untold, wantedBy } from "./follower.ts";
import { keyOf, letRest } from "./pages-follower.ts";
import * as store from "./store.ts";
import { letters } from "./words.ts";

type Means = Pick<House, "database" | "now" | "newId"> & { readonly origin: string };

/** Titles in a letter; the rest stands on the page. */
const MOST_ROWS = 20;

/** Every day, one partnership after the other: what fails for one is another's letters all the same. */
export async function writeNewsLetters({ database, now, newId, origin }: Means): Promise<void> {
  const inSystem = <T>(work: (tx: AnyTransaction) => Promise<T>) =>
    database.transaction<Record<string, never>, T>({ as: "system" }, (tx) => work(tx));
  const at = now();
  await inSystem(async (tx) => {
    // Who said nothing is left in peace as who said no.
    for (const address of await store.forgetUnconfirmed(tx, at)) await letRest(tx, address, at);
  });
  const { sites } = await inSystem((tx) => allPublished(tx));
  for (const site of sites) await inSystem((tx) => writeFor(site, { tx, at, newId, origin }));
}

type Writing = Pick<ReactionMeans, "tx" | "at" | "newId" | "origin">;

async function writeFor(site: Disclosed<Site>, { tx, at, newId, origin }: Writing): Promise<void> {
  const secret = await doorSecret(tx);
  const place = await tx.selectFrom("partnership").select("id").where("slug", "=", site.slug).executeTakeFirst();
  if (place === undefined) return;
  const told = { sv: newsOf(site, "sv"), en: newsOf(site, "en") };
  // What has left the site is forgotten, so that the list never grows.
  const keys = told.sv.map(({ key }) => key);
  for (const follower of await store.followersOf(tx, place.id)) {
    const { lang } = follower;
    const news = untold(wantedNews(told[lang], wantedBy(follower)), follower.told, at);
    await store.keepTold(tx, follower.id, keys);
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
