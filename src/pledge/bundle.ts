// The evidence bundle: everything that is needed to check a promise without us, in one file that can be kept for as long as the promise is talked of.
import { z } from "zod";
import { bytesOfBase64url } from "../ground/bytes.ts";
import type { Json } from "../ground/canonical.ts";
import { type Day, dayField, instantField, type Instant } from "../ground/time.ts";
import type { Activity, Content } from "./document.ts";
import { activityInFull, againInFull, pledgeInFull, wholeInFull } from "./in-full.ts";
import type { PublishingKey } from "./publication/publishing.ts";
import { readReportBody, reportLines } from "./report-text.ts";
import type { AnySignature, Mandate, SigningParty } from "./signature.ts";

/** The name of the format. What is read by this one is read the same for ever; another meaning gets another name. */
export const BUNDLE_FORMAT = "samsyn-bundle-1";
/** Of a change: the same, with every text it goes back to and the proof of each (docs/decisions/0015). */
export const CHANGE_FORMAT = "samsyn-bundle-2";
/** With the keys it was published by, and with who vouches for a paper: of a promise of its own and of a change alike (docs/decisions/0022). */
export const KEYED_FORMAT = "samsyn-bundle-3";

/** Of a period report: the same, over its own text (docs/decisions/0031). */
export const REPORT_FORMAT = "samsyn-bundle-4";

const line = (max: number) => z.string().max(max);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Base64url without padding. The same bytes have one writing only, or a letter could be changed without anything changing. */
const bytes = z
  .string()
  .max(4000)
  .refine((text) => bytesOfBase64url(text) !== undefined, "not-base64url");
const partyField = z.enum(["municipality", "police"]);

/** The right to speak for the party: who decided it, when it began and when it ends. */
const mandateField = z.strictObject({
  office: line(300).min(1),
  acting: z.boolean(),
  decidedBy: line(500).min(1),
  from: dayField,
  to: dayField.nullable(),
});

const passkeyField = z.strictObject({
  kind: z.literal("passkey"),
  /** COSE, as the authenticator gave it. */
  publicKey: bytes,
  nonce: bytes,
  clientData: bytes,
  authenticatorData: bytes,
  signature: bytes,
  /** Null for signatures of the first kind, whose question bound the text and the nonce alone. */
  asked: z.strictObject({ revision: z.int().min(1), at: instantField }).nullable(),
  /** Where the key was asked. */
  origin: line(300),
  rpId: line(300),
});
/** Who vouches for the paper: for which party they speak, in what role, and what their key answered. Of the scan only its SHA-256. */
const voucherField = z.strictObject({ scan: hash, by: partyField, as: line(300).min(1), key: passkeyField });
export type BundleVoucher = z.output<typeof voucherField>;
const paperField = z.strictObject({
  kind: z.literal("paper"),
  on: dayField.nullable(),
  /** Missing in the formats before the third, and where it was signed before it came here. */
  voucher: voucherField.exactOptional(),
});

/** Whose key said yes to publishing exactly this text. */
const publishingField = z.strictObject({
  party: partyField,
  contentHash: hash,
  pressedAt: instantField,
  means: passkeyField,
});
export type BundlePublishing = z.output<typeof publishingField>;

const signatureField = z.strictObject({
  party: partyField,
  mandate: mandateField,
  contentHash: hash,
  signedAt: instantField,
  means: z.discriminatedUnion("kind", [passkeyField, paperField]),
});
export type BundleSignature = z.output<typeof signatureField>;
export type BundlePasskey = z.output<typeof passkeyField>;

/** What the log has to say of the promise: its entries, that they are in the tree its head is of, and that the tree still begins as it did at earlier heads. */
const logField = z.strictObject({
  /** The log's key in one line, as log tools take it. */
  key: line(400),
  /** The log's head, signed (C2SP tlog-checkpoint). */
  checkpoint: line(120_000),
  entries: z
    .array(z.strictObject({ entry: line(20_000), index: z.int().min(0), proof: z.array(line(44)).max(64) }))
    .min(1)
    .max(200),
  earlier: z
    .array(
      z.strictObject({
        checkpoint: line(120_000),
        proof: z.array(line(44)).max(64),
        /** A time stamp (RFC 3161, as base64) of this head, where a service has given one. */
        stamp: line(40_000).exactOptional(),
      }),
    )
    .max(20),
});
export type BundleLog = z.output<typeof logField>;

/** A text with who signed it and where it stands in the log. */
const partField = z.strictObject({
  document: z.strictObject({
    revision: z.int().min(1),
    contentHash: hash,
    /** The canonical text (RFC 8785), letter for letter what was signed. */
    text: z.string().max(2_000_000),
    example: z.boolean(),
  }),
  signatures: z.array(signatureField).max(20),
  /** Null for a promise that stands in no log. */
  log: logField.nullable(),
  /** Missing in the formats that came before it. */
  publication: z.array(publishingField).max(4).exactOptional(),
});
export type BundlePart = z.output<typeof partField>;

const ownField = partField.extend({
  madeAt: instantField,
  /** The page the promise is published at. */
  page: line(400),
  /** The same in words, for whoever opens the file as it is. Checked against the text. */
  readable: z.array(line(6000)).max(4000),
});
export const bundleField = z.discriminatedUnion("format", [
  ownField.extend({ format: z.literal(BUNDLE_FORMAT) }),
  ownField.extend({
    format: z.literal(CHANGE_FORMAT),
    /** What it changes, then what that changed, back to the promise as it was signed first. */
    before: z.array(partField).min(1).max(20),
  }),
  ownField.extend({ format: z.literal(KEYED_FORMAT), before: z.array(partField).max(20) }),
  ownField.extend({ format: z.literal(REPORT_FORMAT), before: z.array(partField).max(0) }),
]);
export type Bundle = z.output<typeof bundleField>;

/** The texts that a change goes back to, nearest first; none of a promise of its own. */
export function textsBefore(bundle: Bundle): readonly BundlePart[] {
  return bundle.format === BUNDLE_FORMAT ? [] : bundle.before;
}

/** Says more than the formats before the third do. */
export function needsKeyedFormat({ publication, signatures }: Pick<BundlePart, "publication" | "signatures">): boolean {
  return publication !== undefined || signatures.some(({ means }) => means.kind === "paper" && "voucher" in means);
}

/** What a bundle is made of, as it has been told. */
export type Evidence = {
  readonly revision: number;
  readonly contentHash: string;
  readonly text: string;
  readonly signatures: readonly EvidenceSignature[];
  /** Missing where it was published before that took keys. */
  readonly publication?: readonly EvidencePublishing[];
};
export type EvidencePublishing = Omit<BundlePublishing, "means"> & { readonly means: EvidenceKey };
type EvidenceKey = Omit<BundlePasskey, "origin" | "rpId"> & { readonly site: Site | null };
/** A signature without whose key it is and who vouched for the paper: nobody needs that to check it. */
export type EvidenceSignature = Omit<BundleSignature, "means"> & {
  readonly means: EvidencePaper | EvidenceKey;
};
type EvidencePaper = {
  readonly kind: "paper";
  readonly on: Day | null;
  readonly voucher?: Omit<BundleVoucher, "key"> & { readonly key: EvidenceKey };
};
type Site = { readonly origin: string; readonly rpId: string };

/** Of a stored signature, what whoever checks it needs. The person and the name of the key stay where they are. */
export function evidenceOf({
  party,
  mandate,
  contentHash,
  signedAt,
  means,
}: Pick<AnySignature, "party" | "contentHash" | "signedAt" | "means"> & {
  readonly mandate: Mandate<SigningParty>;
}): EvidenceSignature {
  const { office, acting, decidedBy, from, to = null } = mandate;
  const base = { party, mandate: { office, acting, decidedBy, from, to }, contentHash, signedAt };
  if (means.kind === "paper") {
    const { voucher, on = null } = means;
    if (voucher === undefined) return { ...base, means: { kind: "paper", on } };
    return { ...base, means: { kind: "paper", on, voucher: { ...voucher, key: keyOf(voucher.key) } } };
  }
  return { ...base, means: keyOf(means) };
}

/** The same of a key that published. */
export function publishingEvidence({
  party,
  contentHash,
  pressedAt,
  means,
}: Pick<PublishingKey, "party" | "contentHash" | "pressedAt" | "means">): EvidencePublishing {
  return { party, contentHash, pressedAt, means: keyOf(means) };
}

function keyOf(means: PublishingKey["means"]): EvidenceKey {
  const { kind, publicKey, nonce, clientData, authenticatorData, signature, asked } = means;
  return {
    kind,
    publicKey,
    nonce,
    clientData,
    authenticatorData,
    signature,
    asked: asked === undefined ? null : { revision: asked.revision, at: asked.at },
    site: asked === undefined ? null : { origin: asked.origin, rpId: asked.rpId },
  };
}

/** A text that has been told, with what the log says of it. */
export type Told = { readonly evidence: Evidence; readonly example: boolean; readonly log: BundleLog | null };

/** The file's content. `site` is where it is downloaded, and where signatures of the first kind are taken to have been made. */
export function bundleOf(
  evidence: Evidence,
  made: {
    readonly at: Instant;
    readonly page: string;
    readonly site: Site;
    readonly example: boolean;
    readonly log: BundleLog | null;
    /** Of a change: the texts it goes back to, nearest first. */
    readonly before?: readonly Told[];
  },
): Bundle {
  const { before = [] } = made;
  const part = partOf({ evidence, example: made.example, log: made.log }, made.site);
  const parts = before.map((told) => partOf(told, made.site));
  const own = <F extends Bundle["format"]>(format: F) => ({
    format,
    madeAt: made.at,
    page: `${made.site.origin}${made.page}`,
    ...part,
    readable: [...readableIn(evidence.text, format)],
  });
  if (readReportBody(evidence.text) !== undefined) return { ...own(REPORT_FORMAT), before: [] };
  // What says no more than before is written as before: it is read by every checker there is.
  if ([part, ...parts].some(needsKeyedFormat)) return { ...own(KEYED_FORMAT), before: parts };
  return parts.length === 0 ? own(BUNDLE_FORMAT) : { ...own(CHANGE_FORMAT), before: parts };
}

/** What was signed in plain lines, whichever of the two it is. */
function readableIn(text: string, format: Bundle["format"]): readonly string[] {
  const report = readReportBody(text);
  return report === undefined ? readableText(JSON.parse(text) as Content, format) : reportLines(report);
}

function partOf({ evidence, example, log }: Told, at: Site): BundlePart {
  const { revision, contentHash, text, publication = [] } = evidence;
  const keyAt = ({ site, ...key }: EvidenceKey): BundlePasskey => {
    const { origin, rpId } = site ?? at;
    return { ...key, origin, rpId };
  };
  const paperAt = ({ voucher, ...paper }: EvidencePaper) =>
    voucher === undefined ? paper : { ...paper, voucher: { ...voucher, key: keyAt(voucher.key) } };
  return {
    document: { revision, contentHash, text, example },
    signatures: evidence.signatures.map(({ means, ...signature }) => ({
      ...signature,
      means: means.kind === "paper" ? paperAt(means) : keyAt(means),
    })),
    log,
    ...(publication.length === 0
      ? {}
      : { publication: publication.map(({ means, ...key }) => ({ ...key, means: keyAt(means) })) }),
  };
}

/** One line a value, so that it can be read in any editor. */
export function writeBundle(bundle: Bundle): string {
  return `${JSON.stringify(bundle satisfies Json, undefined, 1)}\n`;
}

/** The promise in plain lines, as that format says it. Frozen: a bundle that was made years ago must read the same today. */
export function readableText(content: Content, format: Bundle["format"] = KEYED_FORMAT): readonly string[] {
  const isInFull = format === KEYED_FORMAT;
  const { amends, parties, period, preamble } = content;
  return [
    content.title,
    `Parter: ${parties.map(({ name }) => name).join(", ")}`,
    `Gäller: ${[period.from.said, period.to?.said].filter((said) => said !== undefined).join(" – ")}`,
    ...(amends === undefined
      ? []
      : [
          `${amends.kind === "extension" ? "Förlänger" : "Ändrar"} texten med kontrollsumman ${amends.contentHash}`,
          `Skäl: ${amends.reason}`,
          ...(amends.withdrawn ?? []).map(({ number, reason }) => `Utgår ${number}: ${reason}`),
        ]),
    ...(preamble === undefined ? [] : [preamble]),
    ...(isInFull ? [...wholeInFull(content), ...againInFull(content)] : []),
    ...content.pledges.flatMap((pledge) => [
      `Löfte ${pledge.order}. ${pledge.text}`,
      ...(isInFull ? [...pledgeInFull(pledge), ...againInFull(pledge)] : []),
      ...pledge.activities.flatMap((activity) => [
        `${activity.number} ${activity.text}`,
        ...(isInFull ? activityInFull(activity) : whoAndWhen(activity)),
      ]),
    ]),
  ];
}

/** What the first two formats say of an activity besides its sentence. */
function whoAndWhen({ accountable, deadline }: Activity): readonly string[] {
  return [
    ...(accountable === undefined ? [] : [`Ansvarig: ${accountable.unit}`]),
    ...(deadline === undefined ? [] : [`Senast: ${deadline.said}`]),
  ];
}
