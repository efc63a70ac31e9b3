import { z } from "zod";
import { endpoint } from "../ground/endpoint.ts";
import { idOf } from "../ground/id.ts";
import { dayField } from "../ground/time.ts";
import { consultationApi } from "./consultation/api.ts";
import { amendmentApi } from "./amendments/api.ts";
import { AMENDMENT_KINDS, contentField } from "./document.ts";
import { draftingApi } from "./drafting/api.ts";
import { CLOSINGS, LONGEST_REASON } from "./lifecycle.ts";
import { mandatesApi } from "./mandates/api.ts";
import { ownerField, ownersApi } from "./owners/api.ts";
import { phasesApi } from "./phases/api.ts";
import { renderingsApi } from "./renderings/api.ts";
import { renewalApi } from "./renewal/api.ts";
import { proposedTimeField } from "./next-time.ts";
import { paperApi } from "./paper/api.ts";
import { publicationApi } from "./publication/api.ts";
import { RULES } from "./rules.ts";
import { specificationApi } from "./specification/api.ts";

const partnership = z.string();
const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const state = z.enum(["draft", "proposed", "half-signed", "signed", "published", "closed"]);
const party = z.enum(["municipality", "police"]);
const signature = z.object({
  party,
  office: z.string(),
  acting: z.boolean(),
  signedAt: z.string(),
  means: z.enum(["passkey", "paper"]),
  /** The day on the paper; null where it is not known, or where a key tells the moment. */
  paperDay: z.string().nullable(),
});
const remark = z.object({
  rule: z.enum(RULES),
  where: z.string(),
  said: z.string().exactOptional(),
  at: z.int().min(0).exactOptional(),
});
const authenticatorAnswer = z.looseObject({ id: z.string(), rawId: z.string(), type: z.literal("public-key") });

/** By whom, when and why it was taken back or laid down. */
const takenBack = z.object({
  by: z.enum(["municipality", "police", "other"]),
  at: z.iso.datetime(),
  reason: z.string(),
});

const summary = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  state,
  closing: z.enum(CLOSINGS).nullable(),
  from: z.string(),
  to: z.string(),
  pledges: z.number(),
  predecessorId: z.string().nullable(),
  /** Of which kind, where it is a change of another document. */
  amends: z.enum(AMENDMENT_KINDS).nullable(),
  missing: z.array(party),
  example: z.boolean(),
});

export const listDocuments = endpoint({
  name: "pledge.list-documents",
  kind: "question",
  path: "/api/pledge/{partnership}/documents",
  summary: "Samarbetets löften, äldst först",
  input: z.object({ partnership }),
  output: z.object({
    documents: z.array(summary),
    /** The time that the next promise is proposed for, under which name, and from what it is reckoned. */
    proposed: proposedTimeField.nullable(),
    /** Laid down before they were published, the newest first. */
    dropped: z.array(takenBack.extend({ slug: z.string(), title: z.string() })),
  }),
});

export const openDocument = endpoint({
  name: "pledge.open-document",
  kind: "question",
  path: "/api/pledge/{partnership}/documents/{slug}",
  summary: "Ett löfte med underskrifter och anmärkningar",
  input: z.object({ partnership, slug }),
  output: summary.extend({
    revision: z.number(),
    contentHash: z.string(),
    content: contentField,
    signatures: z.array(signature),
    remarks: z.array(remark),
    /** Whether publication has been asked for, and by whose side. */
    publicationAskedBy: party.nullable(),
    /** Which entry of the promises' log says that it is published; null before it is. */
    logEntry: z.int().nullable(),
    mandate: z.object({ party, office: z.string(), decidedBy: z.string() }).nullable(),
    /** Why the reader cannot sign now; null when they can. */
    cannotSign: z.string().nullable(),
    /** The day their mandate begins or ended, where that is why. */
    mandateDay: z.string().nullable(),
    predecessorSlug: z.string().nullable(),
    /** The last day of writing, where it has passed: then the text stands. */
    frozenSince: dayField.nullable(),
    /** Of a draft that was put forward once: the last time it was taken back. */
    takenBack: takenBack.nullable(),
    /** Whether the one who asks may take it back or lay it down. */
    mayTakeBack: z.boolean(),
    /** The questions to the units, in the order they were asked. */
    owners: z.array(ownerField),
  }),
});

export const startDraft = endpoint({
  name: "pledge.start-draft",
  kind: "command",
  path: "/api/pledge/{partnership}/documents",
  summary: "Börja ett nytt löfte, tomt eller från en inklistrad text",
  input: z.object({
    partnership,
    slug,
    /** A text as it stands elsewhere, read into promises and activities. */
    text: z.string().trim().min(1).max(40_000).exactOptional(),
  }),
  output: z.object({ slug }),
});

export const saveDraft = endpoint({
  name: "pledge.save-draft",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/draft",
  summary: "Spara utkastet; en nyare version skrivs aldrig över",
  input: z.object({ partnership, slug, revision: z.int(), content: contentField }),
  output: z.object({
    revision: z.number(),
    /** Aside: another had changed the same, and what was sent stands among the versions until somebody has chosen. */
    kept: z.enum(["saved", "merged", "aside"]),
    /** Where another had changed something else meanwhile, which is in it. */
    brought: z.array(z.string()),
    /** Whose the former revision was. */
    by: z.enum(["municipality", "police", "other"]).nullable(),
  }),
});

const onDocument = z.object({ partnership, slug });
const stateAnswer = z.object({ state });

export const propose = endpoint({
  name: "pledge.propose",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/propose",
  summary: "Lås utkastet för underskrift",
  input: onDocument,
  output: stateAnswer,
});

export const takeBack = endpoint({
  name: "pledge.take-back",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/take-back",
  summary: "Ta tillbaka en föreslagen text till utkast, eller lägg ner det som inte är publicerat, med ett skäl",
  input: onDocument.extend({
    /** As it was read. */
    state,
    revision: z.int(),
    reason: z.string().max(LONGEST_REASON),
  }),
  output: z.object({ kind: z.enum(["back", "dropped"]) }),
});

export const askToSign = endpoint({
  name: "pledge.ask-to-sign",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/signing",
  summary: "Frågan till undertecknarens nyckel: en utmaning gjord av exakt den här texten",
  input: onDocument,
  output: z.object({ signingId: z.string(), contentHash: z.string(), options: z.looseObject({}) }),
});

export const sign = endpoint({
  name: "pledge.sign",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/signatures",
  summary: "Skriv under med nyckel",
  input: onDocument.extend({ signingId: idOf("signing"), answer: authenticatorAnswer }),
  output: z.object({ state, signedAt: z.string(), missing: z.array(party) }),
});

export const pledgeApi = [
  listDocuments,
  openDocument,
  startDraft,
  saveDraft,
  propose,
  takeBack,
  askToSign,
  sign,
  ...mandatesApi,
  ...ownersApi,
  ...publicationApi,
  ...renderingsApi,
  ...paperApi,
  ...consultationApi,
  ...specificationApi,
  ...amendmentApi,
  ...renewalApi,
  ...draftingApi,
  ...phasesApi,
] as const;
