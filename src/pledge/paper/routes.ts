import { dayOf } from "../../ground/time.ts";
import { no, yes } from "../../ground/result.ts";
import { partiesOf } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { cleanPhoto } from "../../platform/server/photos.ts";
import { command, download, here, question, type Route } from "../../platform/server/routes.ts";
import { pdfOf } from "../../platform/server/typst.ts";
import { signedText } from "../document.ts";
import { missingSignatures, type PledgeDocument } from "../lifecycle.ts";
import type { AnySignature } from "../signature.ts";
import { type Asked, answerOfKey, askKey } from "../store-keys.ts";
import { addSignatureRow, documentBySlug, documentForDecision, saveState } from "../store.ts";
import type { PledgeDatabase } from "../tables.ts";
import { faultOf } from "../verify.ts";
import * as api from "./api.ts";
import * as rule from "./paper.ts";
import { signingSheet } from "./screens/sheet.ts";
import * as store from "./store.ts";

type Ask = Asking<PledgeDatabase>;

const emptyOf = async (ask: Ask) =>
  (await partiesOf(ask.tx, here(ask))).filter(({ empty }) => empty).map(({ organisationId }) => organisationId);

const whereIs = async (document: PledgeDocument, ask: Ask) => ({
  partnershipId: here(ask),
  document,
  empty: await emptyOf(ask),
  vouchers: await store.vouchersOf(ask.tx, here(ask)),
});

const readPaper = question(api.readPaper, async ({ slug }, ask: Ask) => {
  const document = await documentBySlug(ask.tx, here(ask), slug);
  if (document === undefined || ask.person === undefined) return no("not-found");
  const { person } = ask;
  const where = await whereIs(document, ask);
  const parties = await partiesOf(ask.tx, here(ask));
  const today = dayOf(ask.at);
  const missing = document.state === "draft" ? [] : missingSignatures(document);
  const mandates = await store.paperMandates(ask.tx, here(ask));
  const papers = await store.papersOf(ask.tx, here(ask), document.id);
  return yes({
    mandates: mandates
      .filter(
        ({ party, from, to, organisationId }) =>
          missing.includes(party) &&
          from <= today &&
          (to ?? today) >= today &&
          rule.vouchesAs(person, where, organisationId) !== undefined,
      )
      .map(({ id, party, organisationId, office, acting, holder, hasKey }) => ({
        id,
        holder,
        hasKey,
        party,
        organisation: parties.find((one) => one.organisationId === organisationId)?.name ?? "",
        office,
        acting,
      })),
    papers: papers
      .filter(({ mandate }) => missing.includes(mandate.party))
      .map((paper) => ({
        id: paper.id,
        party: paper.mandate.party,
        office: paper.mandate.office,
        acting: paper.mandate.acting,
        on: paper.on,
        scan: paper.scan,
        holder: paper.mandate.holder,
        cannotVouch: rule.mayVouch({ ...where, scan: paper }, person)?.why ?? null,
      })),
  });
});

const printPaper = download(api.printPaper, async ({ slug, mandateId }, ask: Ask) => {
  const document = await documentBySlug(ask.tx, here(ask), slug);
  const mandate = (await store.paperMandates(ask.tx, here(ask))).find(({ id }) => id === mandateId);
  if (document === undefined || mandate === undefined) return no("not-found");
  if (document.state !== "proposed" && document.state !== "half-signed") return no("not-proposed");
  const parties = await partiesOf(ask.tx, here(ask));
  const partyName = parties.find(({ organisationId }) => organisationId === mandate.organisationId)?.name ?? "";
  const bytes = pdfOf(signingSheet(document, mandate, { partyName, lang: ask.lang, at: document.proposedAt }));
  return yes({ bytes, contentType: "application/pdf", fileName: `skriv-under-${slug}-${mandate.party}.pdf` });
});

/** What the file is by its own first bytes. A picture is written anew, so that nothing but the picture comes along. */
async function readScanFile(
  bytes: Uint8Array,
): Promise<{ readonly bytes: Uint8Array; readonly type: store.KeptScan["type"] } | undefined> {
  if (bytes.length > rule.SCAN_MEGABYTES * 1024 * 1024) return undefined;
  if (new TextDecoder("latin1").decode(bytes.subarray(0, 5)) === "%PDF-") return { bytes, type: "application/pdf" };
  const photo = await cleanPhoto(bytes, { megabytes: rule.SCAN_MEGABYTES, megapixels: 60, longestSide: 4000 });
  return photo.ok ? { bytes: photo.value.jpeg, type: "image/jpeg" } : undefined;
}

const handInPaper = command(api.handInPaper, {
  rule: {
    ...rule.handIn,
    decide: (
      input: Parameters<typeof rule.handIn.decide>[0],
      state: rule.HandingState & { readonly file: Awaited<ReturnType<typeof readScanFile>> },
      moment,
    ) => {
      const decided = rule.handIn.decide(input, state, moment);
      if (!decided.ok) return decided;
      if (state.file === undefined) return no("paper-not-readable" as const, { field: "file" });
      return yes({ ...decided.value, file: state.file });
    },
  },
  load: async (input, ask: Ask) => {
    const document = await documentForDecision(ask.tx, here(ask), input.slug);
    if (document === undefined || ask.person === undefined) return undefined;
    const mandate = (await store.paperMandates(ask.tx, here(ask))).find(({ id }) => id === input.mandateId);
    const where = await whereIs(document, ask);
    const proposedOn = "proposedAt" in document ? dayOf(document.proposedAt) : undefined;
    const state = { ...where, mandate, today: dayOf(ask.at), proposedOn };
    // Whoever may not hand it in does not get work done on a file either, nor does what is for nobody.
    const mayNot = mandate === undefined || rule.handIn.may(ask.person, input, state) !== undefined;
    return { ...state, file: mayNot ? undefined : await readScanFile(ask.bytes) };
  },
  write: async ({ id, mandate, on, file }, ask: Ask, _input, { document, partnershipId, empty }) => {
    const as = ask.person && rule.vouchesAs(ask.person, { partnershipId, empty }, mandate.organisationId);
    if (ask.person === undefined || as === undefined) throw new Error("A paper handed in by nobody");
    const scan = await ask.files.put(file.bytes);
    await store.addPaper(ask.tx, {
      id,
      partnership_id: here(ask),
      document_id: document.id,
      mandate_id: mandate.id,
      party: mandate.party,
      organisation_id: mandate.organisationId,
      content_hash: document.contentHash,
      scan,
      scan_type: file.type,
      signed_on: on,
      handed_in_at: ask.at,
      handed_in_by: ask.person.id,
      handed_in_organisation_id: as.organisationId,
    });
    return { paperId: id, scan };
  },
  subject: ({ id }) => id,
});

/** A document with one of its scans; nothing where there is none. */
const loadScan = async ({ slug, paperId }: { slug: string; paperId: string }, ask: Ask) => {
  const document = await documentForDecision(ask.tx, here(ask), slug);
  if (document === undefined) return undefined;
  const scan = (await store.papersOf(ask.tx, here(ask), document.id)).find(({ id }) => id === paperId);
  return scan && { ...(await whereIs(document, ask)), scan };
};

const readScan = download(api.readScan, async (input, ask: Ask) => {
  const document = await documentBySlug(ask.tx, here(ask), input.slug);
  const papers = document === undefined ? [] : await store.papersOf(ask.tx, here(ask), document.id);
  const found = papers.find(({ id }) => id === input.paperId);
  const bytes = found && (await ask.files.get(found.scan));
  if (found === undefined || bytes === undefined) return no("not-found");
  const fileName = `papper-${input.slug}-${found.mandate.party}.${found.type === "application/pdf" ? "pdf" : "jpg"}`;
  return yes({ bytes, contentType: found.type, fileName });
});

type Loaded = NonNullable<Awaited<ReturnType<typeof loadScan>>>;

/** Who vouches as what, and what their key is asked; nothing where they may not. */
const voucherOf = ({ document, scan, ...where }: Loaded, ask: Ask) => {
  const grant = ask.person && rule.vouchesAs(ask.person, where, scan.mandate.organisationId);
  if (grant === undefined || grant.party === "other") return undefined;
  const { party, office, acting, decidedBy, from, to } = scan.mandate;
  const mandate = { party, office, acting, decidedBy, from, to };
  const by = { by: grant.party, as: grant.title };
  const { revision } = document;
  const textOf = (asked: Asked) => rule.vouchText({ ...asked, ...by, revision, scan: scan.scan, on: scan.on, mandate });
  return { ...by, mandate, textOf };
};

const askToVouch = command(api.askToVouch, {
  rule: rule.askToVouch,
  load: loadScan,
  write: async (_scan, ask: Ask, _input, state) => {
    const voucher = voucherOf(state, ask);
    // The rule has said yes to somebody who may.
    if (voucher === undefined) throw new Error("Asked to vouch for nobody");
    return askKey(ask, state.document, voucher.textOf);
  },
  subject: ({ id }) => id,
  quiet: () => true,
});

const vouch = command(api.vouch, {
  rule: rule.vouch,
  load: async (input, ask: Ask) => {
    const loaded = await loadScan(input, ask);
    if (loaded === undefined || ask.person === undefined) return undefined;
    const { document, scan } = loaded;
    const voucher = voucherOf(loaded, ask);
    const { expired, answered } = await answerOfKey(ask, document, input, voucher?.textOf);
    if (answered === undefined || voucher === undefined) return { ...loaded, expired, verified: undefined };
    const { by, as, mandate } = voucher;
    const verified = {
      id: ask.newId(),
      party: mandate.party,
      organisationId: scan.mandate.organisationId,
      mandate,
      contentHash: answered.contentHash,
      signedAt: ask.at,
      means: { kind: "paper", vouched: as, on: scan.on, voucher: { scan: scan.scan, by, as, key: answered.means } },
    } as AnySignature;
    const { content, contentHash, revision } = document;
    const signed = { revision, contentHash, text: signedText(content) };
    const fault = faultOf(verified, signed, { at: ask.at, site: ask.site });
    return { ...loaded, expired, verified: fault === undefined ? verified : undefined };
  },
  write: async (document, ask: Ask, _input, { verified }) => {
    if (verified === undefined) throw new Error("A paper vouched for by no key");
    await addSignatureRow(ask.tx, here(ask), document.id, verified);
    await saveState(ask.tx, here(ask), document, ask.at);
    return { state: document.state, missing: [...missingSignatures(document)] };
  },
  event: (document) => (document.state === "signed" ? "pledge.signed" : "pledge.half-signed"),
  subject: ({ id }) => id,
  said: ({ slug, contentHash }) => ({ slug, contentHash }),
});

export const paperRoutes: readonly Route[] = [readPaper, printPaper, handInPaper, readScan, askToVouch, vouch];
