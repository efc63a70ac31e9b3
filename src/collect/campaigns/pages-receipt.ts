// The door where residents see what became of what they said, and say whether it is so: /kvitto and /kvitto/<code>.
import { dayOf } from "../../ground/time.ts";
import type { OpenWish } from "../../platform/server/pages.ts";
import { keyedHash, randomId, sha256Hex } from "../../platform/server/secrets.ts";
import { photoSent } from "../pages-photo.ts";
import { lookOf, type ReceiptReader } from "../screens/public-page.tsx";
import type { CleanPhoto } from "../photo.ts";
import { doorSecret } from "../store-doors.ts";
import * as sent from "../store-sent.ts";
import type { FormLang, Spoken } from "../open-form.ts";
import { inFormLang } from "./campaign.ts";
import { floorsOf } from "../store-floors.ts";
import { becameOf, receiptSteps } from "./coding.ts";
import {
  answerBy,
  DISPUTE_VERDICTS,
  type Dispute,
  type DisputeVerdict,
  DISPUTE_SAID,
  disputed,
  isOpen,
  takesPhoto,
} from "./dispute.ts";
import { type AnswerMeans, inSystem, sentence, type Served } from "./pages-means.ts";
import { readReceipt } from "../receipt.ts";
import { spokenIn } from "../tongues/pages.ts";
import * as screens from "./screens/public-receipt.tsx";
import * as coding from "./store-coding.ts";
import { enqueue } from "../../platform/server/jobs/jobs.ts";
import * as disputes from "./store-disputes.ts";
import * as store from "./store.ts";
import { form as said } from "./words.ts";

export async function following(
  means: AnswerMeans,
  elsewhere: readonly ReceiptReader[],
  wish: OpenWish,
): Promise<Served> {
  const look = lookOf(means.assets, wish);
  const tried = wish.form?.get("code") ?? decoded(wish.path.split("/")[2] ?? "");
  // Which language it is depends on whose receipt it is: until that is known the page is Swedish, and carries what was asked for.
  const asking = (wish.form?.get("lang") ?? wish.query.get("lang") ?? look.lang).slice(0, 10);
  const at = { ...look, address: "/kvitto", asking };
  if (tried.trim() === "") return { status: 200, html: screens.lookUpPage({ ...at, tried: "" }) };
  const slow = (seconds: number): Served => ({
    status: 429,
    waitSeconds: seconds,
    html: screens.lookUpPage({
      ...at,
      tried,
      problem: said.slowDown[look.lang].replace("{minutes}", String(Math.ceil(seconds / 60))),
    }),
  });
  const unknown = (): Served => ({
    status: 404,
    html: screens.lookUpPage({ ...at, tried, problem: sentence("receipt-unknown", look.lang) }),
  });
  // A slip of the finger is caught by the checksum and costs nothing; only codes that could be somebody's are counted as guesses.
  const code = readReceipt(tried);
  if (code === undefined) return unknown();
  const waiting = await wish.pace.over("guess");
  if (waiting !== undefined) return slow(waiting);
  const held = await heldBy(means, code, wish, look.lang);
  if (held === undefined) {
    for (const read of elsewhere) {
      const html = await read({ ...at, address: `/kvitto/${code}` }, code);
      if (html !== undefined) return { status: 200, html };
    }
    const seconds = await wish.pace.count("guess");
    return seconds === undefined ? unknown() : slow(seconds);
  }
  const { lang, tongues } = held.spoken;
  const page = {
    ...look,
    lang,
    tongues,
    address: `/kvitto/${code}`,
    place: held.place,
    home: `/${held.home}`,
    code,
    owner: held.owner,
  };
  const asked = held.themes.find(({ id }) => id === wish.form?.get("theme"));
  const verdict = DISPUTE_VERDICTS.find((one) => one === wish.form?.get("verdict"));
  if (asked === undefined || !asked.isDone || verdict === undefined)
    return { status: 200, html: screens.receiptPage({ ...page, ...toldOf(held, lang) }) };

  const isSent = verdict === "yes" || wish.form?.get("go") === "send";
  const left = wish.form?.get("left") ?? "";
  const ask = (problem?: string, status = 200): Served => ({
    status,
    html: screens.leftPage({
      ...page,
      theme: asked,
      verdict,
      left,
      problem,
      photoAgain: wish.file !== undefined,
      script: means.assets["person-island.ts"],
    }),
  });
  if (!isSent) return ask();
  const seconds = await wish.pace.count("send");
  if (seconds !== undefined) return { ...ask(sentence("too-many-answers", lang), 429), waitSeconds: seconds };
  const taken = await photoSent(wish, lang, () =>
    inSystem(means, (tx) => sent.isFull(tx, held.ownerOrganisationId, "dispute_id")),
  );
  if (!taken.ok) return ask(taken.problem, taken.status);
  const kept = await dispute(means, { code, held, themeId: asked.id, verdict, left, photo: taken.photo });
  if (!kept) return ask(sentence("left-needed", lang), 409);
  const now = await heldBy(means, code, wish, look.lang);
  return { status: 200, html: screens.receiptPage({ ...page, ...toldOf(now ?? held, lang) }) };
}

type Held = NonNullable<Awaited<ReturnType<typeof heldBy>>>;

/** What a receipt tells: the answer's way, what became of its themes, and what the same receipt has said of them. */
async function heldBy(means: AnswerMeans, code: string, wish: OpenWish, otherwise: FormLang) {
  const found = await inSystem(means, async (tx) => {
    const followed = await coding.followedBy(tx, sha256Hex(code));
    if (followed === undefined) return undefined;
    const secret = await doorSecret(tx);
    const ids = followed.themes.map(({ id }) => id);
    const said = await disputes.disputesOfThemes(tx, ids);
    const own = new Map<string, Dispute>();
    for (const id of ids) {
      const mine = await disputes.disputeByKey(tx, receiptKey(secret, id, code));
      if (mine !== undefined) own.set(id, mine);
    }
    const asked = await store.campaignForResidents(tx, followed.slug);
    const { now: floors } = await floorsOf(tx, followed.partnershipId, dayOf(means.now()));
    return { followed, said, own, floors, spoken: await spokenIn(tx, asked!.campaign, wish, otherwise) };
  });
  if (found === undefined) return undefined;
  const { followed, said: all, own, spoken, floors } = found;
  const became = await means.became(followed.themes.map(({ id }) => id));
  const themes = followed.themes.map((theme) => {
    const more = { became: became.get(theme.id) ?? [], disputes: all.filter(({ themeId }) => themeId === theme.id) };
    // Who has not been read yet is told of no theme, and asked of none.
    const isDone = followed.state === "kept" && becameOf({ ...theme, ...more }).some(({ kind }) => kind === "done");
    return { ...theme, ...more, isDone, own: own.get(theme.id) };
  });
  return { ...followed, themes, spoken, floors };
}

function toldOf(
  held: Held,
  lang: Spoken,
): Pick<Parameters<typeof screens.receiptPage>[0], "title" | "receivedOn" | "steps" | "done"> {
  return {
    title: inFormLang(held.title, lang),
    receivedOn: held.receivedOn,
    steps: receiptSteps(held, held.floors),
    done: held.themes
      .filter(({ isDone }) => isDone)
      .map(({ id, name, own }) => ({
        id,
        name,
        own: own && { verdict: own.verdict, replied: own.replied !== undefined, answerBy: answerBy(own.disputedOn) },
      })),
  };
}

/** Knows the same receipt again; without the receipt it leads to nobody's answer. */
function receiptKey(secret: string, themeId: string, code: string): string {
  return Buffer.from(keyedHash(secret, `dispute ${themeId} ${code}`)).toString("hex");
}

/** False where nothing is said of what is left. */
async function dispute(
  means: AnswerMeans,
  {
    code,
    held,
    themeId,
    verdict,
    left,
    photo,
  }: {
    code: string;
    held: Held;
    themeId: string;
    verdict: DisputeVerdict;
    left: string;
    photo: CleanPhoto | undefined;
  },
): Promise<boolean> {
  return inSystem(means, async (tx) => {
    const key = receiptKey(await doorSecret(tx), themeId, code);
    const now = disputed(await disputes.disputeByKey(tx, key), { verdict, left, on: dayOf(means.now()) });
    if (!now.ok) return false;
    const { partnershipId, campaignId, ownerOrganisationId: owner } = held;
    const of = { id: randomId(), partnershipId, campaignId, themeId, receiptKey: key };
    const id = await disputes.keepDispute(tx, of, now.value);
    if (verdict === "yes") await sent.dropSentWith(tx, "dispute_id", [id]);
    if (photo !== undefined && isOpen(now.value) && takesPhoto(await sent.picturesOfDispute(tx, id), photo.jpeg))
      await sent.addSentPhoto(tx, { id: randomId(), partnershipId, owner, with: { dispute_id: id } }, photo);
    if (isOpen(now.value))
      await enqueue(tx, {
        id: randomId(),
        name: DISPUTE_SAID,
        body: { name: DISPUTE_SAID, partnershipId, subjectId: id, at: means.now(), body: {} },
        runAt: means.now(),
      });
    return true;
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
