// The doors where anybody asks for news by e-mail, says yes to it and stops it. Nothing here tells whether an address is known: the page is the same, and the letter says.
import { lookOf } from "../../collect/screens/public-page.tsx";
import { doorSecret } from "../../collect/store-doors.ts";
import { isKeepable } from "../../ground/keepable.ts";
import { dayOf, type Instant, instantOf, millisecondsOf } from "../../ground/time.ts";
import { type Lang, say, slugOf } from "../../ground/words.ts";
import { refusals as formRefusals } from "../../collect/open-form-words.ts";
import { FORM_LEAST_MS, FORM_LONGEST_MS, readForm, signForm } from "../../platform/server/form-token.ts";
import { letterOf } from "../../platform/server/mail/letter.ts";
import { addLetter } from "../../platform/server/mail/outbox.ts";
import type { DoorMeans, OpenDoor, OpenWish } from "../../platform/server/pages.ts";
import { isSameHash, keyedHash, newId, randomWord } from "../../platform/server/secrets.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import type { Disclosed } from "../disclosure.ts";
import { inLang } from "../screens/frame.tsx";
import { feedsOf, newsOf } from "../screens/news.ts";
import type { Site } from "../site.ts";
import { published } from "../store.ts";
import { type Follows, isOver, mailboxOf, mayAsk, readFollower, readFollows, REST_DAYS } from "./follower.ts";
import { askPage, ownPage, plainPage, type ToFollow } from "./screens/public.tsx";
import * as store from "./store.ts";
import { letters, refusals, words } from "./words.ts";

type Served = Awaited<ReturnType<OpenDoor["serve"]>>;
export type FollowerMeans = DoorMeans & {
  /** Whether there is a mail server that letters leave by. */
  readonly mails: boolean;
};

export function followerDoors(means: FollowerMeans): readonly OpenDoor[] {
  return [
    { name: "tell.ask-for-letters", word: ":partnership/folj/brev", serve: (wish) => asking(means, wish) },
    { name: "tell.own-letters", word: "brev", serve: (wish) => own(means, wish) },
  ];
}

const inSystem = <T>({ database }: DoorMeans, work: (tx: AnyTransaction) => Promise<T>) =>
  database.transaction<Record<string, never>, T>({ as: "system" }, (tx) => work(tx));

const langOf = (lang: string): Lang => (lang === "en" ? "en" : "sv");

function toFollowIn(site: Disclosed<Site>): ToFollow {
  const { pledges, themes } = feedsOf(site, "sv");
  return { pledges, themes: themes.map((name) => ({ slug: slugOf(name), name })) };
}

const followsIn = (said: string, { pledges, themes }: ToFollow): Follows =>
  readFollows(said, { pledges: pledges.map(({ slug }) => slug), themes: themes.map(({ slug }) => slug) });

const asChosen = ({ pledge, theme }: Follows): string =>
  pledge !== undefined ? `lofte=${pledge}` : theme !== undefined ? `tema=${theme}` : "allt";

/** What opens one's own page and does nothing else. Made of the id, so that no secret lies beside the address. */
export function keyOf(secret: string, id: string): string {
  return `${id}.${Buffer.from(keyedHash(secret, `follower ${id}`)).toString("base64url")}`;
}

/** Of an address that is left in peace only this is kept. */
function restOf(secret: string, address: string): string {
  return Buffer.from(keyedHash(secret, `rest ${mailboxOf(address)}`)).toString("hex");
}

export async function letRest(tx: AnyTransaction, address: string, at: Instant): Promise<void> {
  const until = instantOf(millisecondsOf(at) + REST_DAYS * 86_400_000);
  await store.rest(tx, restOf(await doorSecret(tx), address), until);
}

async function followerOf(tx: AnyTransaction, key: string): Promise<store.Follower | undefined> {
  const [id = "", mac = ""] = key.split(".");
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const right = Buffer.from(keyedHash(await doorSecret(tx), `follower ${id}`));
  return isSameHash(right, Buffer.from(mac, "base64url")) ? store.followerBy(tx, id) : undefined;
}

async function asking(means: FollowerMeans, wish: OpenWish): Promise<Served> {
  const look = lookOf(means.assets, wish);
  const lang = langOf(look.lang);
  const slug = wish.path.split("/")[1] ?? "";
  const found = isKeepable(slug)
    ? await inSystem(means, async (tx) => {
        const told = await published(tx, slug);
        const place = await tx
          .selectFrom("partnership")
          .select(["id", "name"])
          .where("slug", "=", slug)
          .executeTakeFirst();
        return told && place && { site: told.site, place, secret: await doorSecret(tx) };
      })
    : undefined;
  const address = `/${slug}/folj/brev`;
  if (found === undefined)
    return {
      status: 404,
      html: plainPage({ ...look, address }, { heading: words.off[look.lang], lead: words.offLead[look.lang] }),
    };
  const { site, place, secret } = found;
  const at = { ...look, address, place: place.name, home: `/${slug}` };
  if (!means.mails)
    return { status: 404, html: plainPage(at, { heading: words.off[look.lang], lead: words.offLead[look.lang] }) };

  const { form } = wish;
  const now = Date.parse(means.now());
  const about = `follow ${place.id}`;
  const held = form === undefined ? undefined : readForm(secret, about, form.get("token") ?? "");
  const fresh = held !== undefined && now - held.begun <= FORM_LONGEST_MS ? held : undefined;
  const toFollow = toFollowIn(site);
  const follows = followsIn(form?.get("om") ?? wish.query.get("om") ?? "", toFollow);
  const show = (status: number, problem?: { sentence: string; field?: string }, waitSeconds?: number): Served => ({
    status,
    html: askPage({
      ...at,
      hidden: [
        ["token", signForm(secret, about, fresh ?? { id: randomWord(), begun: now })],
        ["lang", look.lang],
      ],
      written: (form?.get("adress") ?? "").slice(0, 254),
      chosen: asChosen(follows),
      toFollow,
      problem,
    }),
    ...(waitSeconds === undefined ? {} : { waitSeconds }),
  });
  if (form === undefined) return show(200);
  const read = readFollower(form.get("adress") ?? "");
  if ("why" in read) return show(409, { sentence: say(refusals[read.why], lang), field: "adress" });
  if (fresh === undefined) return show(409, { sentence: say(formRefusals["form-unknown"], lang) });
  if (now - fresh.begun < FORM_LEAST_MS) return show(429, { sentence: say(formRefusals["form-too-fast"], lang) });
  const waitSeconds = await wish.pace.count("send");
  if (waitSeconds !== undefined)
    return show(429, { sentence: say(formRefusals["too-many-answers"], lang) }, waitSeconds);
  await inSystem(means, (tx) => askedFor(tx, means, { ...read, ...follows, lang, slug, place, secret }));
  return { status: 200, html: plainPage(at, { heading: words.sent[look.lang], lead: words.sentLead[look.lang] }) };
}

type AskedFor = Follows & {
  readonly address: string;
  readonly lang: Lang;
  readonly slug: string;
  readonly place: { readonly id: string; readonly name: string };
  readonly secret: string;
};

/** The letter that asks for a yes; to an address that has said it, where its own page is. */
async function askedFor(tx: AnyTransaction, { now, origin }: DoorMeans, asked: AskedFor): Promise<void> {
  const { address, lang, place, secret, pledge, theme } = asked;
  const at = now();
  const mailbox = mailboxOf(address);
  await store.holdMailbox(tx, mailbox);
  const rests = await store.rests(tx, restOf(secret, address), at);
  if (!mayAsk({ rests, ...(await store.askedOf(tx, mailbox, at)) })) return;
  const isKnown = (await store.followerAt(tx, place.id, address))?.confirmedAt !== undefined;
  const id = await store.keepAsked(tx, {
    id: newId(Date.parse(at)),
    partnershipId: place.id,
    address,
    lang,
    at,
    pledge,
    theme,
  });
  const key = keyOf(secret, id);
  const [subject, lead, link] = isKnown
    ? [letters.again, letters.againLead, letters.againLink]
    : [letters.confirm, letters.confirmLead, letters.confirmLink];
  const said = { place: place.name };
  const href = inLang(`/brev/${key}`, lang);
  await addLetter(tx, {
    id: newId(Date.parse(at)),
    followerId: id,
    partnershipId: place.id,
    kind: "follow",
    // Once a day of one partnership, however often it is asked for.
    cause: `follow ${dayOf(at)}`,
    subject: say(subject, lang, said),
    ...letterOf(
      {
        lang,
        heading: say(subject, lang, said),
        lead: say(lead, lang, said),
        parts: [{ rows: [{ text: say(link, lang), href }] }],
        footer: say(letters.footerAsked, lang),
        footerHref: href,
      },
      origin,
    ),
    unsubscribe: `${origin}/brev/${key}`,
    at,
  });
}

/** One's own page. Only a press says yes: what looks through links in letters presses nothing. */
async function own(means: FollowerMeans, wish: OpenWish): Promise<Served> {
  const look = lookOf(means.assets, wish);
  const key = wish.path.split("/")[2] ?? "";
  const at = { ...look, address: `/brev/${key}` };
  const gone = (): Served => ({
    status: 404,
    html: plainPage({ ...at, address: "/brev" }, { heading: words.gone[look.lang], lead: words.goneLead[look.lang] }),
  });
  const found = await inSystem(means, async (tx) => {
    const follower = await followerOf(tx, key);
    if (follower === undefined || isOver(follower, means.now())) return undefined;
    return { follower, site: (await published(tx, follower.slug))?.site };
  });
  if (found === undefined) return gone();
  const { follower, site } = found;
  const here = { ...at, place: follower.name, home: `/${follower.slug}` };
  const { form } = wish;
  // A mail program that stops letters by itself sends this and shows nothing (RFC 8058).
  if (form?.get("go") === "stop" || form?.get("List-Unsubscribe") === "One-Click") {
    await inSystem(means, async (tx) => {
      // Who never asked is not asked again the same month.
      if (follower.confirmedAt === undefined) await letRest(tx, await store.addressOf(tx, follower.id), means.now());
      await store.leave(tx, follower.id);
    });
    return {
      status: 200,
      html: plainPage(
        { ...here, address: "/brev" },
        { heading: words.stopped[look.lang], lead: words.stoppedLead[look.lang] },
      ),
    };
  }
  const toFollow = site === undefined ? { pledges: [], themes: [] } : toFollowIn(site);
  const isSaid = form?.get("go") === "yes";
  const follows = isSaid ? followsIn(form.get("om") ?? "", toFollow) : follower;
  if (isSaid)
    await inSystem(means, (tx) =>
      store.confirm(
        tx,
        follower.id,
        follows,
        means.now(),
        site === undefined ? [] : newsOf(site, "sv").map((one) => one.key),
      ),
    );
  return {
    // What a program sent and nobody understood is told it, so that it does not believe that it has stopped the letters.
    status: form === undefined || isSaid ? 200 : 400,
    html: ownPage({
      ...here,
      hidden: [["lang", look.lang]],
      isConfirmed: isSaid || follower.confirmedAt !== undefined,
      isSaved: isSaid,
      chosen: asChosen(follows),
      toFollow,
    }),
  };
}
