// The door where anybody comments on a passage of a draft while it is open: /<partnership>/synpunkt/utkast. One page without script; the same form sent twice is
// one comment with one receipt.
import { say } from "../../ground/words.ts";
import { dayOf } from "../../ground/time.ts";
import { refusals as formRefusals } from "../../collect/open-form-words.ts";
import { receiptCode } from "../../collect/receipt.ts";
import { saidKinds } from "../../collect/screens/open-text.tsx";
import { htmlLang, lookOf, type ReceiptReader, sentPage, told } from "../../collect/screens/public-page.tsx";
import { doorSecret } from "../../collect/store-doors.ts";
import { FORM_LEAST_MS, FORM_LONGEST_MS, readForm, signForm } from "../../platform/server/form-token.ts";
import type { DoorMeans, OpenDoor, OpenWish } from "../../platform/server/pages.ts";
import { qrImage } from "../../platform/server/qr.ts";
import { keyedHash, randomId, randomWord, sha256Hex } from "../../platform/server/secrets.ts";
import type { PledgeDatabase } from "../tables.ts";
import { MOST_WAITING, readFilled, saidIn } from "./comment.ts";
import { phaseOf } from "./consultation.ts";
import { commentPage, commentReceiptPage, nowherePage } from "./screens/public.tsx";
import * as store from "./store.ts";
import { form as formWords, refusals } from "./words.ts";

type Served = Awaited<ReturnType<OpenDoor["serve"]>>;

export function consultationDoors(means: DoorMeans): readonly OpenDoor[] {
  const serve: OpenDoor["serve"] = (wish) => commenting(means, wish);
  return [{ name: "pledge.comment-on-draft", word: ":partnership/synpunkt/utkast", serve }];
}

const inSystem = <T>({ database }: DoorMeans, work: Parameters<typeof database.transaction<PledgeDatabase, T>>[1]) =>
  database.transaction<PledgeDatabase, T>({ as: "system" }, work);

/** What became of a comment, by the code of its receipt. */
export const commentReceipt =
  (means: DoorMeans): ReceiptReader =>
  async (at, code) => {
    const found = await inSystem(means, (tx) => store.followedBy(tx, sha256Hex(code)));
    if (found === undefined) return undefined;
    const phase = phaseOf(found.window, dayOf(means.now()));
    return commentReceiptPage({ ...at, place: found.place, home: `/${found.home}` }, { code, phase, ...found });
  };

const isWord = (word: string) => /^[a-z0-9-]{1,60}$/.test(word);

async function commenting(means: DoorMeans, wish: OpenWish): Promise<Served> {
  const look = lookOf(means.assets, wish);
  const slug = wish.path.split("/")[1] ?? "";
  const { form } = wish;
  const field = (name: string) => form?.get(name) ?? wish.query.get(name) ?? "";
  const period = field("lofte");
  const found =
    isWord(slug) && isWord(period)
      ? await inSystem(means, async (tx) => {
          const about = await store.consultationForResidents(tx, slug, period);
          if (about === undefined || phaseOf(about.consultation, dayOf(means.now())) !== "open") return undefined;
          return { ...about, secret: await doorSecret(tx) };
        })
      : undefined;
  if (found === undefined)
    return { status: 404, html: nowherePage({ ...look, address: `/${slug}/synpunkt/utkast`, home: `/${slug}` }) };
  const { consultation, partnershipId, secret, place } = found;

  const now = Date.parse(means.now());
  const about = `draft ${consultation.id}`;
  const held = form === undefined ? undefined : readForm(secret, about, form.get("token") ?? "");
  const fresh = held !== undefined && now - held.begun <= FORM_LONGEST_MS ? held : undefined;
  const token = fresh ?? { id: randomWord(), begun: now };
  const { filled, place: stycke, covered } = readFilled(consultation.content, field);
  const address = `/${slug}/synpunkt/utkast?lofte=${period}&stycke=${stycke}`;
  const at = { ...look, address, place, home: `/${slug}` };
  const hidden = [
    ["token", signForm(secret, about, token)],
    ["lang", look.lang],
    ["lofte", period],
    ["stycke", String(stycke)],
  ] as const;
  const show = (status: number, problem?: { sentence: string; field?: string | undefined }, waitSeconds?: number) => ({
    status,
    html: commentPage({
      ...at,
      hidden,
      filled,
      problem,
      draft: `/${slug}/utkast/${period}#stycke-${stycke}`,
      scripts: [means.assets["person-island.ts"] ?? []].flat(),
    }),
    ...(waitSeconds === undefined ? {} : { waitSeconds }),
  });
  if (form === undefined) return show(200);

  const sentence = (said: Parameters<typeof say>[0]) => say(said, htmlLang(look.lang));
  if (covered.length > 0)
    return show(409, { sentence: told(formWords.covered, look.lang, { kind: saidKinds(covered, look.lang) }) });
  const said = saidIn(filled);
  if (!said.ok)
    return show(409, { sentence: sentence(refusals[said.refusal.why as keyof typeof refusals]), field: "text" });
  if (fresh === undefined) return show(409, { sentence: sentence(formRefusals["form-unknown"]) });
  if (now - fresh.begun < FORM_LEAST_MS) return show(429, { sentence: sentence(formRefusals["form-too-fast"]) });
  const waitSeconds = await wish.pace.count("send");
  if (waitSeconds !== undefined)
    return show(429, { sentence: sentence(formRefusals["too-many-answers"]) }, waitSeconds);

  const code = receiptCode(keyedHash(secret, `receipt ${about} ${fresh.id}`));
  const day = dayOf(means.now());
  const isTaken = await inSystem(means, async (tx) => {
    if ((await store.countWaiting(tx, consultation.id)) >= MOST_WAITING) return false;
    await store.addComment(tx, {
      id: randomId(),
      consultationId: consultation.id,
      partnershipId,
      said: said.value,
      receivedOn: day,
      receiptHash: sha256Hex(code),
      example: false,
    });
    return true;
  });
  if (!isTaken) return show(429, { sentence: sentence(formRefusals["too-many-answers"]) });
  const qr = qrImage(`${means.origin}/kvitto/${code}`);
  return { status: 200, html: sentPage({ ...at, address: "/kvitto", code, day, qr }) };
}
