import { dayOf } from "../ground/time.ts";
import { command as rule } from "../ground/command.ts";
import { no, yes } from "../ground/result.ts";
import { partiesOf } from "../partnership/store.ts";
import type { Asking } from "../platform/server/house.ts";
import { command, here, question, type Route } from "../platform/server/routes.ts";
import { sha256Hex } from "../platform/server/secrets.ts";
import * as api from "./api.ts";
import { consultationOf } from "./consultation/store.ts";
import { type Activity, type Content, type Pledge, readSaidDay, signedText } from "./document.ts";
import {
  mayAskToSign,
  missingSignatures,
  propose,
  remarksOn,
  sign,
  start,
  type PledgeDocument,
  writerIn,
} from "./lifecycle.ts";
import { answersAs } from "./owners/asking.ts";
import { withAnswers } from "./owners/owner.ts";
import { putAside, versionContent, versionsOf } from "./drafting/store.ts";
import { saveTogether } from "./drafting/together.ts";
import { ownersOf } from "./owners/store.ts";
import { frozenSince } from "./phases/schedule.ts";
import { scheduleOf } from "./phases/store.ts";
import { firstKeyFell } from "./publication/store.ts";
import { tidied } from "./lint.ts";
import { periodFor } from "./next-time.ts";
import { readPasted } from "./pasted.ts";
import { challengeText, type AnySignature } from "./signature.ts";
import { emptyContent } from "./store-empty.ts";
import { type Asked, askKey, answerOfKey } from "./store-keys.ts";
import { timeProposed } from "./store-time.ts";
import { addTakenBack, takenBackIn } from "./store-dropped.ts";
import { publishedEntry } from "./store-log.ts";
import * as store from "./store.ts";
import { takeBack, takenBackAs } from "./taking-back.ts";
import { faultOf } from "./verify.ts";
import type { PledgeDatabase } from "./tables.ts";

type Ask = Asking<PledgeDatabase>;

const summaryOf = (document: PledgeDocument) => ({
  id: document.id,
  slug: document.slug,
  title: document.content.title,
  state: document.state,
  closing: document.state === "closed" ? document.closing : null,
  from: document.content.period.from.said,
  to: document.content.period.to?.said ?? "",
  pledges: document.content.pledges.length,
  predecessorId: document.predecessorId ?? null,
  amends: document.content.amends?.kind ?? null,
  missing: [...missingSignatures(document)],
  example: document.example,
});

function signaturesOf(document: PledgeDocument): readonly AnySignature[] {
  if (document.state === "draft" || document.state === "proposed") return [];
  if (document.state === "half-signed") return document.signatures;
  return [document.signatures.municipality, document.signatures.police];
}

const shownSignature = (signature: AnySignature) => ({
  party: signature.party,
  office: signature.mandate.office,
  acting: signature.mandate.acting,
  signedAt: signature.signedAt,
  means: signature.means.kind,
  paperDay: signature.means.kind === "paper" ? (signature.means.on ?? null) : null,
});

/** What was taken back or laid down, with the kind of party that did. */
async function takenBackWith(
  ask: Ask,
  of: Parameters<typeof takenBackIn>[2],
  parties: Awaited<ReturnType<typeof partiesOf>>,
) {
  return (await takenBackIn(ask.tx, here(ask), of)).map(({ organisationId, ...taken }) => ({
    ...taken,
    by: parties.find((one) => one.organisationId === organisationId)?.kind ?? ("other" as const),
  }));
}

const listDocuments = question(api.listDocuments, async (_input, ask: Ask) => {
  const dropped = await takenBackWith(ask, { kind: "dropped" }, await partiesOf(ask.tx, here(ask)));
  const documents = await store.documentsOf(ask.tx, here(ask));
  return yes({
    documents: documents.map(summaryOf),
    proposed: (await timeProposed(ask.tx, here(ask), documents, dayOf(ask.at))) ?? null,
    dropped: dropped.map(({ slug, title, by, at, reason }) => ({ slug, title, by, at, reason })),
  });
});

const openDocument = question(api.openDocument, async ({ slug }, ask: Ask) => {
  const found = await store.documentBySlug(ask.tx, here(ask), slug);
  if (found === undefined) return no("not-found");
  const owners = await ownersOf(ask.tx, found.id);
  const amended = await store.amendedBy(ask.tx, here(ask), found);
  const document =
    found.state === "draft" ? { ...found, content: withAnswers(found.content, owners, amended?.content) } : found;
  const mandate =
    ask.person === undefined ? undefined : await store.mandateOf(ask.tx, here(ask), ask.person.id, dayOf(ask.at));
  const refused = mayAskToSign(document, mandate, dayOf(ask.at));
  // A first key that no longer holds is waited for again.
  const isWaiting = document.state === "signed" && !(await firstKeyFell(ask.tx, document));
  const asked = isWaiting ? document.publication?.organisationId : undefined;
  const parties = await partiesOf(ask.tx, here(ask));
  const askedKind = parties.find(({ organisationId }) => organisationId === asked)?.kind;
  const all = await store.documentsOf(ask.tx, here(ask));
  const [taken] = found.state === "draft" ? await takenBackWith(ask, { documentId: found.id }, parties) : [];
  return yes({
    ...summaryOf(document),
    revision: document.revision,
    contentHash: document.contentHash,
    content: document.content,
    signatures: signaturesOf(document).map(shownSignature),
    remarks: [...remarksOn(document)],
    logEntry: await publishedEntry(ask.tx, found.id),
    publicationAskedBy: askedKind === "municipality" || askedKind === "police" ? askedKind : null,
    mandate:
      mandate === undefined ? null : { party: mandate.party, office: mandate.office, decidedBy: mandate.decidedBy },
    cannotSign: refused?.why ?? null,
    mandateDay: typeof refused?.detail?.["day"] === "string" ? refused.detail["day"] : null,
    predecessorSlug: all.find(({ id }) => id === document.predecessorId)?.slug ?? null,
    frozenSince: frozenSince(found, await scheduleOf(ask.tx, found.id), dayOf(ask.at)) ?? null,
    takenBack: taken === undefined ? null : { by: taken.by, at: taken.at, reason: taken.reason },
    mayTakeBack:
      takenBackAs(found.state) !== undefined &&
      ask.person !== undefined &&
      writerIn(ask.person, here(ask)) !== undefined,
    owners: owners.map((one) => {
      const isEmpty = parties.some(({ organisationId, empty }) => empty && organisationId === one.organisationId);
      const put = { partnershipId: here(ask), ask: one, isEmpty };
      return { ...one, answersAs: ask.person === undefined ? ("not" as const) : answersAs(ask.person, put) };
    }),
  });
});

const startDraft = command(api.startDraft, {
  rule: rule({
    event: start.event,
    may: (person, _input, state: { partnershipId: string; taken: boolean; content: Content }) =>
      start.may(person, { slug: "", content: state.content }, state),
    decide: ({ slug, text }: { slug: string; text?: string }, state, moment) =>
      start.decide({ slug, text, content: state.content }, state, moment),
  }),
  load: async (input, ask: Ask) => {
    const documents = await store.documentsOf(ask.tx, here(ask));
    const taken = documents.some(({ slug }) => slug === input.slug);
    const empty = await emptyContent(ask.tx, here(ask));
    const period = periodFor(input.slug, await timeProposed(ask.tx, here(ask), documents, dayOf(ask.at)));
    const content = pastedInto({ ...empty, period }, input.text, ask.newId);
    return { partnershipId: here(ask), taken, content };
  },
  write: async (draft, ask: Ask) => {
    await store.addDraft(
      ask.tx,
      {
        ...draft,
        partnershipId: here(ask),
        predecessorId: undefined,
        at: ask.at,
        organisationId: organisationOf(ask),
      },
      sha256Hex,
    );
    return { slug: draft.slug };
  },
  subject: (draft) => draft.id,
});

const organisationOf = (ask: Ask): string | null =>
  ask.person?.grants.find(({ partnershipId }) => partnershipId === here(ask))?.organisationId ?? null;

/** What a pasted text promises, in a promise that is empty but for its parties and its place. */
function pastedInto(empty: Content, text: string | undefined, newId: () => string): Content {
  if (text === undefined) return empty;
  const { pledges, years, basis } = readPasted(text);
  return {
    ...empty,
    basis: [...basis],
    ...(years === undefined
      ? {}
      : { period: { from: readSaidDay(years.from, false), to: readSaidDay(years.to, true) } }),
    pledges: pledges.slice(0, 60).map((pledge, at) => ({
      id: newId() as Pledge["id"],
      order: at + 1,
      text: pledge.text,
      theme: "trygghet",
      owner: pledge.owner,
      problemIds: [],
      activities: pledge.activities.slice(0, 60).map((activity, index) => ({
        id: newId() as Activity["id"],
        number: `${at + 1}.${index + 1}`,
        text: activity.text,
        owner: activity.owner,
        modality: "do-count" as const,
      })),
    })),
  };
}

/** What every command on a document loads: it and where it is, held against others who decide at the same time. */
const load = async ({ slug }: { slug: string }, ask: Ask) => {
  const document = await store.documentForDecision(ask.tx, here(ask), slug);
  return document === undefined
    ? undefined
    : {
        partnershipId: here(ask),
        document,
        amended: await store.amendedBy(ask.tx, here(ask), document),
        writtenBy: (await scheduleOf(ask.tx, document.id))?.writtenBy,
      };
};

/** A draft as its units have answered, which no form decides: with the reasons that are still asked for, and the hash of just that. */
const loadAnswered = async (input: { slug: string }, ask: Ask) => {
  const loaded = await load(input, ask);
  if (loaded === undefined) return undefined;
  const owners = await ownersOf(ask.tx, loaded.document.id);
  if (loaded.document.state !== "draft") return { ...loaded, owners };
  const content = tidied(withAnswers(loaded.document.content, owners, loaded.amended?.content));
  return { ...loaded, owners, document: { ...loaded.document, content, contentHash: sha256Hex(signedText(content)) } };
};

const saveDraft = command(api.saveDraft, {
  rule: saveTogether,
  load: async (input, ask: Ask) => {
    const loaded = await loadAnswered(input, ask);
    if (loaded === undefined) return undefined;
    const { document } = loaded;
    const base = await versionContent(ask.tx, document, String(input.revision));
    const lastBy = (await versionsOf(ask.tx, document)).find(({ aside }) => !aside)?.party ?? null;
    return { ...loaded, base, lastBy };
  },
  write: async (saved, ask: Ask, _input, { lastBy }) => {
    const { draft } = saved;
    const organisationId = organisationOf(ask);
    if (saved.kind === "aside") {
      const where = { partnership_id: here(ask), document_id: draft.id, example: draft.example };
      const written = { revision: saved.from, content: saved.content, saved_at: ask.at };
      await putAside(ask.tx, { id: ask.newId(), ...where, ...written, organisation_id: organisationId });
      return { revision: draft.revision, kept: saved.kind, brought: [], by: lastBy };
    }
    await store.saveDraft(ask.tx, draft, { at: ask.at, organisationId }, sha256Hex);
    return { revision: draft.revision, kept: saved.kind, brought: [...saved.brought], by: lastBy };
  },
  subject: ({ draft }) => draft.id,
  event: ({ kind }) => (kind === "aside" ? "draft.put-aside" : "draft.changed"),
  said: ({ draft }) => ({ revision: draft.revision }),
});

const writeState = async (document: PledgeDocument, ask: Ask) => {
  await store.saveState(ask.tx, here(ask), document, ask.at);
  return { state: document.state };
};
const subject = (document: PledgeDocument) => document.id;
const said = (document: PledgeDocument) => ({ slug: document.slug, contentHash: document.contentHash });

const proposeRoute = command(api.propose, {
  rule: propose,
  load: async (input, ask: Ask) => {
    const loaded = await loadAnswered(input, ask);
    const consultation = loaded && (await consultationOf(ask.tx, loaded.document.id));
    return loaded && { ...loaded, isHeard: consultation?.state === "agreed" };
  },
  write: async (document, ask: Ask) => {
    await store.saveDraft(ask.tx, document, { at: ask.at, organisationId: organisationOf(ask) }, sha256Hex);
    return writeState(document, ask);
  },
  subject,
  said,
});

const takeBackRoute = command(api.takeBack, {
  rule: takeBack,
  load: async (input, ask: Ask) => {
    const document = await store.documentForDecision(ask.tx, here(ask), input.slug);
    if (document === undefined) return undefined;
    const consultation = await consultationOf(ask.tx, document.id);
    return { partnershipId: here(ask), document, isHeard: consultation?.state === "agreed" };
  },
  write: async (taken, ask: Ask) => {
    await addTakenBack(ask.tx, here(ask), taken);
    return { kind: taken.kind };
  },
  event: ({ kind }) => (kind === "back" ? "pledge.taken-back" : "pledge.dropped"),
  subject: ({ documentId }) => documentId,
  said: ({ contentHash, reason }) => ({ contentHash, reason }),
});

const askToSign = command(api.askToSign, {
  rule: rule({
    event: "signature.asked",
    may: sign.may,
    decide: (_input: unknown, state: SigningAsked) => {
      const refused = mayAskToSign(state.document, state.mandate, state.today);
      return refused === undefined ? yes(state.document) : { ok: false as const, refusal: refused };
    },
  }),
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    if (loaded === undefined || ask.person === undefined) return undefined;
    return {
      ...loaded,
      today: dayOf(ask.at),
      mandate: await store.mandateOf(ask.tx, here(ask), ask.person.id, dayOf(ask.at)),
    } as SigningAsked;
  },
  write: async (document, ask: Ask, _input, { mandate }) => {
    // The rule has said yes to a mandate.
    if (mandate === undefined) throw new Error("Asked to sign without a mandate");
    const { revision } = document;
    return askKey(ask, document, (asked) => challengeText({ ...asked, revision, mandate }));
  },
  subject: (document) => document.id,
  quiet: () => true,
});
type SigningAsked = Omit<Parameters<typeof sign.may>[2], "mandate"> & { mandate: store.HeldMandate | undefined };

const signRoute = command(api.sign, {
  rule: sign,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    if (loaded === undefined || ask.person === undefined) return undefined;
    const mandate = await store.mandateOf(ask.tx, here(ask), ask.person.id, dayOf(ask.at));
    const { organisationId, ...held } = mandate ?? { organisationId: "" };
    const { revision } = loaded.document;
    const textOf =
      mandate && ((asked: Asked) => challengeText({ ...asked, revision, mandate: held as typeof mandate }));
    const { expired, answered } = await answerOfKey(ask, loaded.document, input, textOf);
    const base = { ...loaded, today: dayOf(ask.at), mandate, expired, verified: undefined };
    if (answered === undefined || mandate === undefined) return base;
    const verified = {
      id: ask.newId(),
      party: mandate.party,
      organisationId,
      mandate: held,
      contentHash: answered.contentHash,
      signedAt: ask.at,
      means: answered.means,
    } as AnySignature;
    const { content, contentHash } = loaded.document;
    const signed = { revision, contentHash, text: signedText(content) };
    const fault = faultOf(verified, signed, { at: ask.at, site: ask.site });
    return fault === undefined ? { ...base, verified } : base;
  },
  write: async (document, ask: Ask, _input, state) => {
    if (state.verified === undefined) throw new Error("Signed without a signature");
    await store.addSignatureRow(ask.tx, here(ask), document.id, state.verified);
    await store.saveState(ask.tx, here(ask), document, ask.at);
    return { state: document.state, signedAt: ask.at, missing: [...missingSignatures(document)] };
  },
  event: (document) => (document.state === "signed" ? "pledge.signed" : "pledge.half-signed"),
  subject,
  said,
});

export const pledgeRoutes: readonly Route[] = [
  listDocuments,
  openDocument,
  startDraft,
  saveDraft,
  proposeRoute,
  takeBackRoute,
  askToSign,
  signRoute,
];
