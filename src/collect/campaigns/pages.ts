// The door where residents answer: /svara/<campaign>. Between the steps nothing is kept here: the form carries what was answered,
// and a signed token that says it is ours. The receipt's code is made of that token, so the same form sent twice is one answer with one receipt.
import { discloseGrowing, type Floors } from "../../ground/fewest.ts";
import { dayOf, instantOf } from "../../ground/time.ts";
import { slugOf } from "../../ground/words.ts";
import { FORM_LEAST_MS, FORM_LONGEST_MS, readForm, signForm } from "../../platform/server/form-token.ts";
import type { DoorMeans, OpenDoor, OpenWish } from "../../platform/server/pages.ts";
import { qrImage } from "../../platform/server/qr.ts";
import { keyedHash, randomId, randomWord, sha256Hex } from "../../platform/server/secrets.ts";
import { fewestFor } from "../category.ts";
import { floorsOf } from "../store-floors.ts";
import { photoSent } from "../pages-photo.ts";
import { type Hidden, langCode, lookOf, type ReceiptReader, sentPage } from "../screens/public-page.tsx";
import { MOST_UNSEEN_PHOTOS, SENT_PHOTO } from "../sent-photo.ts";
import { doorSecret, groundToPointAt } from "../store-doors.ts";
import type { CollectDatabase } from "../tables.ts";
import { spokenIn } from "../tongues/pages.ts";
import {
  AGE_BANDS,
  askedOf,
  type Given,
  type Givens,
  grainField,
  groupsOf,
  type ItemPoint,
  onlyAsked,
  pointField,
  readGiven,
  readItemPoints,
  SEXES,
  textsOf,
} from "./answer.ts";
import { CAMPAIGN_METHODS, formOn, isPointedOut, type Item } from "./campaign.ts";
import { type AnswerMeans, inSystem, sentence, type Served } from "./pages-means.ts";
import { following } from "./pages-receipt.ts";
import { pointsAsText } from "../pointed.ts";
import { receiptCode } from "../receipt.ts";
import * as screens from "./screens/public.tsx";
import { themesLike, themesOffered } from "./similar.ts";
import * as coding from "./store-coding.ts";
import * as photos from "./store-photo.ts";
import * as pointing from "./store-point.ts";
import * as store from "./store.ts";
import { forgetTypists } from "./store-typed.ts";

/** `elsewhere` reads the receipts of what is handed in at other doors: a slip of paper does not say which it came from. */
export function campaignDoors(means: AnswerMeans, elsewhere: readonly ReceiptReader[]): readonly OpenDoor[] {
  return [
    {
      name: "collect.answer-campaign",
      word: "svara",
      fileMegabytes: SENT_PHOTO.megabytes,
      serve: (wish) => answering(means, wish),
    },
    {
      name: "collect.follow-receipt",
      word: "kvitto",
      fileMegabytes: SENT_PHOTO.megabytes,
      serve: (wish) => following(means, elsewhere, wish),
    },
  ];
}

/** Rewrites the answers of the days before today in an order drawn by lot: where a row lies then tells nothing of when it came. */
export async function mixAnswers(means: Pick<DoorMeans, "database" | "now">): Promise<void> {
  await means.database.transaction<CollectDatabase, void>({ as: "system" }, async (tx) => {
    const ids = await store.unmixedAnswers(tx, dayOf(means.now()));
    for (const id of drawnByLot(ids)) await store.markMixed(tx, id);
    await forgetTypists(tx, dayOf(means.now()));
    await store.rewriteSheets(tx, drawnByLot);
    for (const id of drawnByLot(await photos.unmixedPhotos(tx, dayOf(means.now()))))
      await photos.markPhotoMixed(tx, id);
    for (const id of drawnByLot(await pointing.unmixedPoints(tx, dayOf(means.now()))))
      await pointing.markPointMixed(tx, id);
  });
}

const drawnByLot = (ids: readonly string[]): readonly string[] =>
  ids
    .map((id) => ({ id, lot: randomWord() }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ id }) => id);

// /svara/<campaign>

type Filled = {
  readonly given: Givens;
  readonly points: readonly ItemPoint[];
  readonly covered: Readonly<Record<string, readonly string[]>>;
  readonly agree: string;
  /** The same, pressed while the text was written. */
  readonly agreedWriting: string;
  readonly about: screens.AboutFields;
};

async function answering(means: AnswerMeans, wish: OpenWish): Promise<Served> {
  const look = lookOf(means.assets, wish);
  const slug = wish.path.split("/")[2] ?? "";
  const address = `/svara/${slug}`;
  const found = /^[a-z0-9-]+$/.test(slug)
    ? await inSystem(means, async (tx) => {
        const asked = await store.campaignForResidents(tx, slug);
        if (asked === undefined) return undefined;
        const secret = await doorSecret(tx);
        const links = await store.linkedMethods(tx, asked.campaign.id);
        const spoken = await spokenIn(tx, asked.campaign, wish, look.lang);
        return { ...asked, secret, links, spoken, ground: await groundToPointAt(tx, asked.partnershipId) };
      })
    : undefined;
  if (found === undefined) return { status: 404, html: screens.missingPage({ ...look, address }) };
  const { campaign, secret, links, ground } = found;
  const { preview, ...spoken } = found.spoken;
  const at = { ...look, ...spoken, address, place: found.place, home: `/${found.home}` };
  const now = Date.parse(means.now());
  const today = dayOf(means.now());
  const { form, query } = wish;
  const held = form === undefined ? undefined : readForm(secret, campaign.id, form.get("token") ?? "");
  const fresh = held !== undefined && now - held.begun <= FORM_LONGEST_MS ? held : undefined;
  // Who sat down before the last day was out is let finish: nothing that was written is lost at midnight.
  const isOpen =
    campaign.state === "open" &&
    formOn(campaign, fresh === undefined ? today : dayOf(instantOf(fresh.begun))) === "open";
  if (!isOpen && preview === undefined) return { status: 200, html: screens.closedPage({ ...at, campaign, today }) };
  const token = fresh ?? { id: randomWord(), begun: now };
  const villages = campaign.villages.map((word) => ({ value: slugOf(word), word }));
  const field = (name: string) => form?.get(name) ?? "";
  const via = form === undefined ? (query.get("via") ?? "") : field("via");
  const method = links.get(via) ?? CAMPAIGN_METHODS[0];
  // The leaflet's link says the village, which can be changed at the end.
  const village = form === undefined ? (query.get("ort") ?? "") : field("village");

  const read = readGiven(campaign.items, (key) => form?.getAll(key) ?? []);
  const pointed = readItemPoints(campaign.items, ground.outline, (name) => form?.getAll(name) ?? []);
  const asked = askedOf(campaign.items, read.given);
  const texts = textsOf(asked, read.given).map(({ text }) => text);
  const { shown, floors } = await inSystem(means, async (tx) => ({
    shown: await coding.shownThemes(tx, found.partnershipId),
    floors: (await floorsOf(tx, found.partnershipId, today)).now,
  }));
  // A form can name any theme; what is agreed with is one that these words were offered, and nothing else is heard.
  const offered = themesOffered(texts, shown).map(({ id }) => id);
  const agreedIn = (name: string) => offered.find((id) => id === form?.getAll(name).at(-1)) ?? "";
  const filled: Filled = {
    ...read,
    points: pointed.points,
    agree: agreedIn("agree"),
    agreedWriting: agreedIn(screens.AGREED_WRITING),
    about: { age: field("age"), sex: field("sex"), village, contact: field("contact").trim().slice(0, 200) },
  };
  const like = texts.length === 0 ? [] : themesLike(texts.join("\n"), shown);
  const isSaid = like.length > 0 && filled.agreedWriting === "";
  const steps = ["intro", ...asked.map(({ key }) => `q-${key}`), ...(isSaid ? ["said"] : []), "about"];
  const from = Math.max(0, steps.indexOf(field("at")));
  const go = field("go");
  const show = (step: number, more: { problem?: string; status?: number; waitSeconds?: number } = {}): Served => {
    const name = steps[step] ?? "intro";
    const page = {
      ...at,
      campaign,
      hidden: hiddenOf(
        {
          token: signForm(secret, campaign.id, token),
          at: name,
          lang: langCode(at.lang),
          via: links.has(via) ? via : "",
          ...(preview === undefined ? {} : { visa: preview }),
        },
        filled,
        campaign.items,
        name,
      ),
      step,
      steps: steps.length - 1,
      covered: filled.covered[(steps[from] ?? "").slice(2)],
      problem: more.problem,
    };
    const answer = (html: string): Served => ({
      status: more.status ?? 200,
      html,
      ...(more.waitSeconds === undefined ? {} : { waitSeconds: more.waitSeconds }),
    });
    if (name === "intro") return answer(screens.introPage(page));
    if (name === "said") return answer(screens.saidPage({ ...page, themes: like.map(publicTheme(floors)) }));
    if (name === "about")
      return answer(screens.aboutPage({ ...page, about: filled.about, villages, photoAgain: wish.file !== undefined }));
    const item = asked[step - 1]!;
    const said = { themes: shown.map(publicTheme(floors)), agreed: filled.agreedWriting };
    return answer(
      screens.questionPage({
        ...page,
        item,
        value: filled.given[item.key],
        said,
        pointing: {
          ground,
          point: filled.points.find(({ key }) => key === item.key),
          start: villages.find(({ value }) => value === filled.about.village)?.word ?? "",
        },
        scripts: [isPointedOut(item.question) ? "point-island.ts" : "answer-island.ts", "person-island.ts"].flatMap(
          (name) => means.assets[name] ?? [],
        ),
      }),
    );
  };

  if (form === undefined) return show(0);
  if (go === "back") return show(Math.max(0, from - 1));
  const wrong = pointed.refused === undefined ? -1 : steps.indexOf(`q-${pointed.refused.key}`);
  if (pointed.refused !== undefined && wrong >= 0) {
    const problem = sentence(pointed.refused.why, at.lang, { place: found.place });
    return show(wrong, { problem, status: 409 });
  }
  const isLast = from === steps.length - 1;
  if (go !== "send" || !isLast) return show(Math.min(from + 1, steps.length - 1));

  // «Skicka»
  if (preview !== undefined) return show(from, { problem: sentence("only-a-preview", at.lang), status: 409 });
  if (fresh === undefined) return show(from, { problem: sentence("form-unknown", at.lang), status: 409 });
  const points = filled.points.filter((point) => asked.some(({ key }) => key === point.key));
  if (Object.keys(filled.given).length + points.length === 0)
    return show(from, { problem: sentence("nothing-answered", at.lang), status: 409 });
  if (now - fresh.begun < FORM_LEAST_MS)
    return show(from, { problem: sentence("form-too-fast", at.lang), status: 429 });
  const waitSeconds = await wish.pace.count("send");
  if (waitSeconds !== undefined)
    return show(from, { problem: sentence("too-many-answers", at.lang), status: 429, waitSeconds });

  const taken = await photoSent(wish, at.lang, () =>
    inSystem(means, async (tx) => (await photos.unseenPhotos(tx, campaign.id)) >= MOST_UNSEEN_PHOTOS),
  );
  if (!taken.ok) return show(from, taken);
  const code = receiptCode(keyedHash(secret, `receipt ${campaign.id} ${fresh.id}`));
  const { partnershipId } = found;
  await inSystem(means, async (tx) => {
    const id = randomId();
    const isNew = await store.addAnswer(tx, {
      id,
      campaign,
      partnershipId,
      on: today,
      method,
      given: onlyAsked(campaign.items, filled.given),
      receiptHash: sha256Hex(code),
      hasPhoto: taken.photo !== undefined,
    });
    if (!isNew) return;
    if (taken.photo !== undefined)
      await photos.addPhoto(tx, { id: randomId(), partnershipId, answerId: id }, taken.photo);
    for (const point of points) await pointing.addPoint(tx, { id: randomId(), partnershipId, answerId: id }, point);
    const agreed = shown.find(({ id: theme }) => theme === (filled.agreedWriting || filled.agree));
    if (agreed !== undefined)
      await coding.addCodings(tx, partnershipId, [
        {
          id: randomId(),
          themeId: agreed.id,
          subject: { kind: "answer", id },
          place: "",
          time: "any",
          concerns: "everybody",
        },
      ]);
    const of = { campaignId: campaign.id, partnershipId };
    const { age, sex } = filled.about;
    await store.countGroups(
      tx,
      of,
      groupsOf({
        age: AGE_BANDS.find((one) => one === age),
        sex: SEXES.find((one) => one === sex),
        village: villages.find(({ value }) => value === filled.about.village)?.value,
      }),
    );
    if (filled.about.contact !== "") await store.keepContact(tx, of, filled.about.contact);
  });
  return {
    status: 200,
    html: sentPage({ ...at, address: "/kvitto", code, day: today, qr: qrImage(`${means.origin}/kvitto/${code}`) }),
  };
}

/** As strangers read it: how many, in the same steps as on every public page. */
const publicTheme =
  (floors: Floors) =>
  ({ voices, ...theme }: Awaited<ReturnType<typeof coding.shownThemes>>[number]): screens.SaidTheme => ({
    ...theme,
    voices: discloseGrowing(voices, fewestFor(theme.category, floors)),
  });

/** Everything but what the page itself asks for. */
function hiddenOf(
  always: Readonly<Record<string, string>>,
  { given, points, agree, agreedWriting, about }: Filled,
  items: readonly Item[],
  step: string,
): Hidden {
  const asking = step.startsWith("q-") ? step.slice(2) : "";
  const isText = items.find(({ key }) => key === asking)?.question.kind === "text";
  return [
    ...Object.entries(always),
    ...items.flatMap((item) => {
      const value = given[item.key];
      return value === undefined || item.key === asking ? [] : fieldsOf(item, value);
    }),
    ...points.flatMap(({ key, grain, position }) =>
      key === asking ? [] : [[pointField(key), pointsAsText([position])] as const, [grainField(key), grain] as const],
    ),
    ...(step === "said" || agree === "" ? [] : [["agree", agree] as const]),
    ...(isText || agreedWriting === "" ? [] : [[screens.AGREED_WRITING, agreedWriting] as const]),
    ...(step === "about" ? [] : Object.entries(about).filter(([, value]) => value !== "")),
  ];
}

function fieldsOf({ key, question }: Item, value: Given): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[key, value]];
  if (question.kind !== "place") return value.map((one) => [key, one] as const);
  const [choice = "", words = ""] = value;
  return [
    [key, choice],
    [`${key}.words`, words],
  ];
}
