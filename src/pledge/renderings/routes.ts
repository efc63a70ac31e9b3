import { z } from "zod";
import { no, yes } from "../../ground/result.ts";
import type { Asking } from "../../platform/server/house.ts";
import { readPublishedPage } from "../../platform/server/published-page.ts";
import { qrSvg } from "../../platform/server/qr.ts";
import { command, download, here, question, type Route } from "../../platform/server/routes.ts";
import { sha256Hex } from "../../platform/server/secrets.ts";
import { pdfOf } from "../../platform/server/typst.ts";
import { headOf } from "../amendments/amendment.ts";
import type { PledgeDocument } from "../lifecycle.ts";
import { documentBySlug, documentsOf } from "../store.ts";
import type { PledgeDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as drift from "./drift.ts";
import { textOfPage } from "./page-text.ts";
import * as rendering from "./rendering.ts";
import { posterPaper } from "./screens/poster.ts";
import * as store from "./store.ts";
import { activityInFull } from "../in-full.ts";
import { frameOf } from "./words.ts";

type Ask = Asking<PledgeDatabase>;

const madeOf = (document: rendering.Locked, { partnership, site }: Ask): rendering.Made => ({
  content: document.content,
  contentHash: document.contentHash,
  example: document.example,
  signedOn: rendering.signedOn(document),
  page: `${site.origin}/${partnership?.slug}/medborgarlofte/${document.slug}`,
});

/** Lines that belong to the texts and are none of the promise's items, so that they are not told as added. */
function framesOf(document: PledgeDocument, ask: Ask): string[] {
  if (!rendering.isLocked(document)) return [];
  const made = madeOf(document, ask);
  return (["sv", "en"] as const).flatMap((lang) =>
    rendering.CHANNELS.flatMap((channel) => {
      const frame = frameOf(made, lang);
      const lines = rendering.renderingOf(channel, made, frame).pieces.flatMap((piece) => {
        if (piece.kind === "list") return [];
        return piece.kind === "link" ? [piece.text, piece.href, `${piece.text}: ${piece.href}`] : [piece.text];
      });
      const facts = document.content.pledges.flatMap(({ activities }) => activities.flatMap(activityInFull));
      return [...lines, ...facts];
    }),
  );
}

/** The document, and the change that holds instead of it where there is one. */
async function loaded({ slug }: { readonly slug: string }, ask: Ask) {
  const document = await documentBySlug(ask.tx, here(ask), slug);
  if (document === undefined) return undefined;
  const head = headOf(document, await documentsOf(ask.tx, here(ask)));
  return {
    partnershipId: here(ask),
    document,
    changedBy: head.id === document.id ? undefined : head.slug,
  };
}

const readRenderings = question(api.readRenderings, async ({ slug, language }, ask: Ask) => {
  const found = await loaded({ slug }, ask);
  if (found === undefined) return no("not-found");
  const { document } = found;
  const cannot = rendering.mayHandOut(found);
  const isOther = ({ contentHash }: { readonly contentHash: string }) => contentHash !== document.contentHash;
  const made = rendering.isLocked(document) ? madeOf(document, ask) : undefined;
  return yes({
    title: document.content.title,
    example: document.example,
    contentHash: document.contentHash,
    cannot: cannot?.why ?? null,
    cannotSlug: found.changedBy ?? null,
    texts:
      made === undefined
        ? []
        : rendering.CHANNELS.map((channel) => {
            const text = rendering.renderingOf(channel, made, frameOf(made, language));
            return { channel, text: rendering.textOf(text), html: rendering.htmlOf(text) };
          }),
    handedOut: (await store.handedOutOf(ask.tx, document.id)).map((one) => ({ ...one, ofOtherText: isOther(one) })),
    checks: (await store.checksOf(ask.tx, document.id)).map((one) => ({
      ...one,
      ofOtherText: isOther(one),
      items: one.items.map((item) => ({
        ...item,
        parts: item.state === "changed" && item.parts !== null ? [...item.parts] : null,
      })),
    })),
  });
});

const handOut = command(api.handOut, {
  rule: rendering.handOut,
  load: loaded,
  write: async (out, ask: Ask, _input, { document }) => {
    // The rule has said yes to a locked text.
    if (!rendering.isLocked(document)) throw new Error("A text was handed out of a draft");
    const made = madeOf(document, ask);
    const text = rendering.renderingOf(out.channel, made, frameOf(made, out.lang));
    const body =
      out.form === "pdf"
        ? pdfOf(posterPaper(text, made, document.signedAt, qrSvg))
        : new TextEncoder().encode(out.form === "html" ? rendering.htmlOf(text) : rendering.textOf(text));
    const hash = sha256Hex(body);
    const where = { partnershipId: here(ask), example: document.example };
    return { id: await store.keepHandedOut(ask.tx, where, out, { body, hash }), hash };
  },
  subject: ({ documentId }) => documentId,
  said: ({ channel, form, contentHash }) => ({ channel, form, contentHash }),
});

const TYPES = { text: "text/plain; charset=utf-8", html: "text/html; charset=utf-8", pdf: "application/pdf" } as const;
const ENDINGS = { text: "txt", html: "html", pdf: "pdf" } as const;

const showHandedOut = download(api.showHandedOut, async ({ id }, ask: Ask) => {
  const found = await store.handedOutBytes(ask.tx, here(ask), id);
  if (found === undefined) return no("not-found");
  const { channel, form, body, slug } = found;
  return yes({
    bytes: new Uint8Array(body),
    contentType: TYPES[form],
    fileName: `${FILES[channel]}-${slug}.${ENDINGS[form]}`,
  });
});
const FILES = {
  "municipality-page": "kommunens-sida",
  "police-page": "polisens-sida",
  press: "pressmeddelande",
  poster: "affisch",
} as const;

type At = { readonly slug: string; readonly place: drift.Place; readonly address: string };

/** What both ways of having the text come to. */
const keepCheck = async (check: drift.DriftCheck, ask: Ask, _input: At, { document }: { document: PledgeDocument }) => {
  await store.keepCheck(ask.tx, { partnershipId: here(ask), example: document.example }, check);
  const { same, changed, missing } = drift.tally(check.drift);
  return { id: check.id, same, changed, missing, added: [...check.drift.added] };
};
const kept = {
  write: keepCheck,
  subject: ({ documentId }: drift.DriftCheck) => documentId,
  said: ({ place, contentHash, drift: found }: drift.DriftCheck) => ({ place, contentHash, ...drift.tally(found) }),
};
const comparing = async (input: At, ask: Ask, published: string, isFetched: boolean) => {
  const found = await loaded(input, ask);
  return found && { ...found, frame: framesOf(found.document, ask), published, isFetched };
};

const comparePublished = command(api.comparePublished, {
  rule: drift.compareWithPublished,
  load: (input, ask: Ask) => comparing(input, ask, input.text, false),
  ...kept,
});

/** First whether this person may, then the page, and only then the database again: nobody waits for somebody else's server with it in hand. */
export function readPublished(read: typeof readPublishedPage): Route {
  const may = question({ ...api.readPublished, output: z.object({}) }, async (input, ask: Ask) => {
    const state = await comparing(input, ask, "", true);
    if (state === undefined) return no("not-found");
    const refused = ask.person === undefined ? undefined : drift.compareWithPublished.may(ask.person, input, state);
    if (refused !== undefined) return { ok: false, refusal: refused };
    return rendering.isLocked(state.document) ? yes({}) : no("not-signed-yet");
  });
  const compare = command(api.readPublished, {
    rule: drift.compareWithPublished,
    load: (input, ask: Ask) => comparing(input, ask, new TextDecoder().decode(ask.bytes), true),
    ...kept,
  });
  return {
    endpoint: api.readPublished,
    serve: async (house, call) => {
      const first = await may.serve(house, call);
      if (first.kind === "refused") return first;
      if (!house.settings.readsPublished)
        return { kind: "refused", refusal: { why: "reading-pages-off", field: "address" }, by: "rule" };
      const page = await read(String(call.input["address"]).trim());
      if (!page.ok) return { kind: "refused", refusal: { why: page.why, field: "address" }, by: "rule" };
      const text = page.isHtml ? textOfPage(page.text) : page.text;
      return compare.serve(house, { ...call, bytes: new TextEncoder().encode(text) });
    },
  };
}

export const renderingRoutes: readonly Route[] = [
  readRenderings,
  handOut,
  showHandedOut,
  comparePublished,
  readPublished(readPublishedPage),
];
