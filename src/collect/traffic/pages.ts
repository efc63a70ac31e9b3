// The door where residents hand in a complaint about traffic: /<partnership>/synpunkt/trafik. One page; the same form sent twice is one complaint with one receipt.
import { dayOf } from "../../ground/time.ts";
import { FORM_LEAST_MS, FORM_LONGEST_MS, readForm, signForm } from "../../platform/server/form-token.ts";
import type { DoorMeans, OpenDoor, OpenWish } from "../../platform/server/pages.ts";
import { qrImage } from "../../platform/server/qr.ts";
import { keyedHash, randomId, randomWord, sha256Hex } from "../../platform/server/secrets.ts";
import { say, type Said } from "../../ground/words.ts";
import type { FormLang } from "../open-form.ts";
import { receiptCode } from "../receipt.ts";
import { refusals as formRefusals } from "../open-form-words.ts";
import { saidKinds } from "../screens/open-text.tsx";
import { photoSent } from "../pages-photo.ts";
import { htmlLang, lookOf, type ReceiptReader, sentPage, told } from "../screens/public-page.tsx";
import { SENT_PHOTO } from "../sent-photo.ts";
import { doorSecret, groundToPointAt } from "../store-doors.ts";
import { floorsOf } from "../store-floors.ts";
import * as sent from "../store-sent.ts";
import type { CollectDatabase } from "../tables.ts";
import { readFilled, saidIn } from "./handed-in.ts";
import { handIn } from "./handed-in-words.ts";
import { complaintPage, complaintReceipt, nowherePage } from "./screens/public.tsx";
import * as store from "./store-residents.ts";
import { refusals } from "./words.ts";

type Served = Awaited<ReturnType<OpenDoor["serve"]>>;

export function trafficDoors(means: DoorMeans): readonly OpenDoor[] {
  const word = ":partnership/synpunkt/trafik";
  const serve: OpenDoor["serve"] = (wish) => handingIn(means, wish);
  return [{ name: "collect.hand-in-traffic", word, fileMegabytes: SENT_PHOTO.megabytes, serve }];
}

const inSystem = <T>({ database }: DoorMeans, work: Parameters<typeof database.transaction<CollectDatabase, T>>[1]) =>
  database.transaction<CollectDatabase, T>({ as: "system" }, work);

/** What became of a complaint, by the code of its receipt. */
export const trafficReceipt =
  (means: DoorMeans, repliesNow: store.RepliesNow): ReceiptReader =>
  async (at, code) => {
    const found = await inSystem(means, (tx) => store.followedBy(tx, sha256Hex(code), repliesNow));
    return found && complaintReceipt({ ...at, place: found.place, home: `/${found.home}` }, code, found);
  };

async function handingIn(means: DoorMeans, wish: OpenWish): Promise<Served> {
  const look = lookOf(means.assets, wish);
  const slug = wish.path.split("/")[1] ?? "";
  const address = `/${slug}/synpunkt/trafik`;
  const found = /^[a-z0-9-]+$/.test(slug)
    ? await inSystem(means, async (tx) => {
        const desk = await store.deskFor(tx, slug);
        if (desk === undefined) return undefined;
        const { few } = (await floorsOf(tx, desk.partnershipId, dayOf(means.now()))).now;
        const stretches = await store.stretchesAtWork(tx, desk.partnershipId, { ...desk, few });
        const ground = await groundToPointAt(tx, desk.partnershipId);
        return { ...desk, stretches, ground, secret: await doorSecret(tx) };
      })
    : undefined;
  if (found === undefined) return { status: 404, html: nowherePage({ ...look, address }) };
  const { partnershipId, ownerOrganisationId, secret, stretches, ground } = found;
  const at = { ...look, address, place: found.place, home: `/${slug}` };

  const now = Date.parse(means.now());
  const { form } = wish;
  const about = `traffic ${partnershipId}`;
  const held = form === undefined ? undefined : readForm(secret, about, form.get("token") ?? "");
  const fresh = held !== undefined && now - held.begun <= FORM_LONGEST_MS ? held : undefined;
  const token = fresh ?? { id: randomWord(), begun: now };
  const { filled, covered, unmeant } = readFilled((name) => form?.getAll(name) ?? [], ground.outline);
  const hidden = [
    ["token", signForm(secret, about, token)],
    ["lang", look.lang],
  ] as const;
  const scripts = ["point-island.ts", "person-island.ts"].flatMap((name) => means.assets[name] ?? []);
  const show = (status: number, problem?: { sentence: string; field?: string | undefined }, waitSeconds?: number) => ({
    status,
    html: complaintPage({
      ...at,
      hidden,
      filled,
      stretches,
      ground,
      problem,
      photoAgain: wish.file !== undefined,
      scripts,
    }),
    ...(waitSeconds === undefined ? {} : { waitSeconds }),
  });
  if (form === undefined) return show(200);

  const sentence = (said: Said, detail?: Parameters<typeof say>[2]) => say(said, htmlLang(look.lang), detail);
  if (covered.length > 0) return show(409, { sentence: coveredSentence(covered, look.lang) });
  if (unmeant !== undefined) return show(409, { sentence: sentence(formRefusals[unmeant], { place: found.place }) });
  const said = saidIn(filled);
  if (!said.ok) {
    const { why, field, detail } = said.refusal;
    return show(409, { sentence: sentence(refusals[why as keyof typeof refusals], detail), field });
  }
  if (fresh === undefined) return show(409, { sentence: sentence(formRefusals["form-unknown"]) });
  if (now - fresh.begun < FORM_LEAST_MS) return show(429, { sentence: sentence(formRefusals["form-too-fast"]) });
  const waitSeconds = await wish.pace.count("send");
  if (waitSeconds !== undefined)
    return show(429, { sentence: sentence(formRefusals["too-many-answers"]) }, waitSeconds);

  const taken = await photoSent(wish, look.lang, () =>
    inSystem(means, (tx) => sent.isFull(tx, ownerOrganisationId, "handed_in_id")),
  );
  if (!taken.ok) return show(taken.status, { sentence: taken.problem });
  const code = receiptCode(keyedHash(secret, `receipt ${about} ${fresh.id}`));
  const day = dayOf(means.now());
  await inSystem(means, async (tx) => {
    const id = randomId();
    const isNew = await store.addHandedIn(tx, {
      id,
      partnershipId,
      ownerOrganisationId,
      receivedOn: day,
      said: said.value,
      receiptHash: sha256Hex(code),
      example: false,
    });
    if (!isNew || taken.photo === undefined) return;
    const of = { id: randomId(), partnershipId, owner: ownerOrganisationId, with: { handed_in_id: id } };
    await sent.addSentPhoto(tx, of, taken.photo);
  });
  const qr = qrImage(`${means.origin}/kvitto/${code}`);
  return { status: 200, html: sentPage({ ...at, address: "/kvitto", code, day, qr }) };
}

/** A registration number belongs with the police; everything else is covered and said so. */
function coveredSentence(kinds: readonly string[], lang: FormLang): string {
  if (kinds.includes("plate")) return say(refusals["plate-belongs-with-police"], htmlLang(lang));
  return told(handIn.covered, lang, { kind: saidKinds(kinds, lang) });
}
