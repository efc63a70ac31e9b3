// Checks an evidence bundle with nothing from us: no network, no clock, no list of keys. Says what is proven, by whom and when, and what is not.
import { base64urlOf, bytesOfBase64url, hexOf, sameBytes } from "../ground/bytes.ts";
import { canonicalText, type Json } from "../ground/canonical.ts";
import { dayOf, millisecondsOf, type Instant } from "../ground/time.ts";
import {
  BUNDLE_FORMAT,
  CHANGE_FORMAT,
  KEYED_FORMAT,
  REPORT_FORMAT,
  bundleField,
  bundleOf,
  evidenceOf,
  needsKeyedFormat,
  readableText,
  textsBefore,
  type Bundle,
  type BundlePart,
  type BundlePasskey,
  type BundleSignature,
} from "./bundle.ts";
import { contentField, type Content } from "./document.ts";
import { isSignedBy, readAuthenticatorData, readClientData, readPublicKey, sha256Of } from "./key-answer.ts";
import { proven, unproven, wrong, type Fault, type Statement } from "./verdict.ts";
import { changeStatements, type Link } from "./verify-change.ts";
import { voucherStatements, wrongWithPaper } from "./verify-paper.ts";
import { logStatements } from "./verify-log.ts";
import { publishingStatements, wrongWithPublishing } from "./verify-publication.ts";
import type { PublishingKey } from "./publication/publishing.ts";
import { readReportBody, reportLines } from "./report-text.ts";
import { ANSWER_WITHIN_MINUTES, challengeText, firstChallengeText } from "./signature.ts";

/** `weaker`: nothing is wrong, and some signature is on paper, which no file can prove. */
export type Overall = "genuine" | "loosely-bound" | "weaker" | "false" | "unreadable";
export type Verdict = {
  readonly overall: Overall;
  readonly statements: readonly Statement[];
  /** What was read, where anything could be. */
  readonly read?: { readonly bundle: Bundle; readonly content: Content } | undefined;
  /** A period report's lines, where that is what was read. */
  readonly report?: readonly string[] | undefined;
};

/** No promise comes near it; a file that does is something else. */
const MOST_LETTERS = 5_000_000;
const PARTIES = ["municipality", "police"] as const;

/** The verdict on a file's text, whatever it is. */
export async function verify(file: string): Promise<Verdict> {
  try {
    return await verdictOn(file);
  } catch (thrown) {
    // A file made to be too deep to read is a file that cannot be read; anything else is a fault of ours.
    if (thrown instanceof RangeError) return { overall: "unreadable", statements: [wrong("file", "too-deep")] };
    throw thrown;
  }
}

async function verdictOn(file: string): Promise<Verdict> {
  const bundle = readBundle(file);
  if ("ok" in bundle) return { overall: "unreadable", statements: [bundle] };
  if (bundle.format === REPORT_FORMAT) return verdictOnReport(bundle);
  const content = readContent(bundle.document.text);
  const statements = [
    ...textStatements(bundle, content),
    ...betweenSignatures(bundle),
    ...bundle.signatures.flatMap((signature) => signatureStatements(signature, bundle)),
    ...("ok" in content ? [] : thirdStatements(content)),
    ...publishingStatements(bundle, wrongWithAnswer),
    ...(await logStatements(bundle)),
    ...("ok" in content ? [] : changeStatements(linkOf(bundle, content, []), await linksBefore(bundle))),
    unproven("keys", "whose-keys", { page: bundle.page, hash: bundle.document.contentHash }),
    ...(bundle.document.example ? [unproven("file", "example")] : []),
  ];
  return {
    overall: overallOf(statements),
    statements,
    read: "ok" in content ? undefined : { bundle, content },
  };
}

/** A period report: signed and let out as a promise is, over a text of its own. */
async function verdictOnReport(bundle: Bundle): Promise<Verdict> {
  const lines = readReportLines(bundle.document.text);
  const statements = [
    ...textStatements(bundle, lines),
    ...betweenSignatures(bundle),
    ...bundle.signatures.flatMap((signature) => signatureStatements(signature, bundle)),
    ...publishingStatements(bundle, wrongWithAnswer),
    ...(await logStatements(bundle)),
    unproven("keys", "whose-keys", { page: bundle.page, hash: bundle.document.contentHash }),
    ...(bundle.document.example ? [unproven("file", "example")] : []),
  ];
  return { overall: overallOf(statements), statements, report: "ok" in lines ? undefined : lines };
}

function readReportLines(text: string): readonly string[] | Statement {
  const report = readReportBody(text);
  if (report === undefined) return wrong("text", "text-no-promise");
  return canonicalText(report) === text ? reportLines(report) : wrong("text", "text-not-canonical");
}

function linkOf<C extends Content | undefined>({ document, log }: BundlePart, content: C, found: readonly Statement[]) {
  return { contentHash: document.contentHash, log, content, isFalse: found.some(({ ok }) => ok === "no") };
}

/** The texts a change goes back to, each checked as if it were the file's own. */
async function linksBefore(bundle: Bundle): Promise<Link[]> {
  const { madeAt, page } = bundle;
  return Promise.all(
    textsBefore(bundle).map(async (part): Promise<Link> => {
      const content = readContent(part.document.text);
      if ("ok" in content) return linkOf(part, undefined, [content]);
      const readable = [...readableText(content)];
      const alone: Bundle = { format: KEYED_FORMAT, madeAt, page, ...part, readable, before: [] };
      return linkOf(part, content, [
        ...textStatements(alone, content),
        ...betweenSignatures(alone),
        ...part.signatures.flatMap((signature) => signatureStatements(signature, alone)),
        ...publishingStatements(alone, wrongWithAnswer),
        ...(await logStatements(alone)),
      ]);
    }),
  );
}

function overallOf(statements: readonly Statement[]): Overall {
  if (statements.some(({ ok }) => ok === "no")) return "false";
  if (statements.some(({ why }) => why === "signed-on-paper")) return "weaker";
  // Whose it was said to be, and as what, was not bound into what the key answered.
  return statements.some(({ why }) => why === "first-kind") ? "loosely-bound" : "genuine";
}

function readJson(text: string): { readonly value: Json } | undefined {
  try {
    return { value: JSON.parse(text) as Json };
  } catch {
    return undefined;
  }
}

function readBundle(file: string): Bundle | Statement {
  if (file.length > MOST_LETTERS) return wrong("file", "too-large");
  const json = readJson(file);
  if (json === undefined) return wrong("file", "not-json");
  const { value } = json;
  const format = typeof value === "object" && value !== null && "format" in value ? value.format : undefined;
  if (typeof format !== "string" || !format.startsWith("samsyn-bundle-")) return wrong("file", "not-a-bundle");
  if (format !== BUNDLE_FORMAT && format !== CHANGE_FORMAT && format !== KEYED_FORMAT && format !== REPORT_FORMAT)
    return wrong("file", "other-format", { format });
  const parsed = bundleField.safeParse(value);
  if (!parsed.success) return wrong("file", "part-wrong", { part: parsed.error.issues[0]?.path.join(".") ?? "" });
  const bundle = parsed.data;
  const isNewer = [bundle, ...textsBefore(bundle)].some(needsKeyedFormat);
  return isNewer && bundle.format !== KEYED_FORMAT && bundle.format !== REPORT_FORMAT
    ? wrong("file", "part-wrong", { part: "format" })
    : bundle;
}

function readContent(text: string): Content | Statement {
  const json = readJson(text);
  if (json === undefined) return wrong("text", "text-no-promise");
  const parsed = contentField.safeParse(json.value);
  if (!parsed.success) return wrong("text", "text-no-promise");
  return canonicalText(json.value) === text ? parsed.data : wrong("text", "text-not-canonical");
}

function textStatements(bundle: Bundle, content: Content | readonly string[] | Statement): Statement[] {
  const { text, contentHash } = bundle.document;
  const readable = () =>
    "ok" in content ? [] : Array.isArray(content) ? content : readableText(content as Content, bundle.format);
  if (hexOf(sha256Of(text)) !== contentHash) {
    const where = "ok" in content ? undefined : whereDiffers(readable(), bundle.readable);
    return [where === undefined ? wrong("text", "text-changed") : wrong("text", "text-changed-at", { where })];
  }
  if ("ok" in content) return [content];
  const isReadableSame = whereDiffers(readable(), bundle.readable) === undefined;
  return [
    proven("text", "text-same", { hash: contentHash }),
    isReadableSame ? proven("readable", "readable-same") : wrong("readable", "readable-changed"),
  ];
}

/** Others may promise along, and only the two sign (docs/decisions/0028). */
function thirdStatements({ parties }: Content): Statement[] {
  const third = parties.filter(({ standing }) => standing === "third").map(({ name }) => name);
  return third.length === 0 ? [] : [unproven("text", "third-not-signed", { parties: third.join(", ") })];
}

/** Where two plain texts part: the number of the löfte, or 0 before the first; undefined when they do not. */
function whereDiffers(a: readonly string[], b: readonly string[]): number | undefined {
  const at = Array.from({ length: Math.max(a.length, b.length) }, (_, place) => place).find(
    (place) => a[place] !== b[place],
  );
  if (at === undefined) return undefined;
  const heading = b.slice(0, at + 1).findLast((line) => /^Löfte \d+[.]/.test(line));
  return Number(/\d+/.exec(heading ?? "0")?.[0]);
}

/**
 * What is wrong with a signature that has just been given, by the very steps of the verdict; undefined where anybody can check it, years later. What the
 * server's library is content with and a checker is not would be a promise that can be disowned.
 */
export function faultOf(
  signature: Parameters<typeof evidenceOf>[0],
  signed: { readonly revision: number; readonly contentHash: string; readonly text: string },
  asked: { readonly at: Instant; readonly site: { readonly origin: string; readonly rpId: string } },
): Fault | undefined {
  const evidence = { ...signed, signatures: [evidenceOf(signature)] };
  const made = bundleOf(evidence, { at: asked.at, site: asked.site, page: "", example: false, log: null });
  const bundle = bundleField.safeParse(made);
  if (!bundle.success) return "part-wrong";
  const [only] = bundle.data.signatures;
  return only && whatIsWrong(only, bundle.data)?.fault;
}

/** The same of a key that has just published: undefined where anybody can check it. */
export function publishingFault(
  { contentHash, party, pressedAt, means }: PublishingKey,
  text: { readonly hash: string; readonly revision: number },
): Fault | undefined {
  const { asked } = means;
  if (asked === undefined) return "publishing-question-differs";
  const given = { ...means, asked, origin: asked.origin, rpId: asked.rpId };
  return wrongWithPublishing({ contentHash, party, pressedAt, means: given }, text, wrongWithAnswer)?.fault;
}

function betweenSignatures({ signatures }: Bundle): Statement[] {
  if (signatures.length === 0) return [wrong("file", "nobody-signed")];
  const faults: Statement[] = [];
  for (const party of PARTIES) {
    const count = signatures.filter((signature) => signature.party === party).length;
    if (count === 0) faults.push(wrong(party, "party-missing"));
    if (count > 1) faults.push(wrong(party, "party-twice"));
  }
  // Whoever vouches for a paper answers with a key as whoever signs does: one key is behind one of the two.
  const keys = signatures.flatMap(({ means }) => (means.kind === "passkey" ? [means] : (means.voucher?.key ?? [])));
  const isRepeated = (part: (key: BundlePasskey) => string) => new Set(keys.map(part)).size < keys.length;
  if (isRepeated(({ signature }) => signature) || isRepeated(({ nonce }) => nonce))
    faults.push(wrong("keys", "answer-reused"));
  else if (isRepeated(({ publicKey }) => publicKey)) faults.push(wrong("keys", "same-key"));
  return faults;
}

function signatureStatements(signature: BundleSignature, bundle: Bundle): Statement[] {
  const { party, mandate, means, signedAt } = signature;
  const signed = { office: mandate.office, acting: mandate.acting, at: signedAt };
  const found = whatIsWrong(signature, bundle);
  if (found !== undefined) return [wrong(party, found.fault, { ...signed, ...found.detail })];
  const { decidedBy, from, to } = mandate;
  const told = unproven("mandate", "mandate-told", { party, decidedBy, from, to: to ?? "" });
  if (means.kind === "paper") {
    const { office, acting } = signed;
    return [
      unproven(party, "signed-on-paper", { office, acting, on: means.on ?? "" }),
      ...voucherStatements(signature),
      told,
    ];
  }
  return [
    proven(party, "signed-by-key", { ...signed, origin: means.origin }),
    ...(means.asked === null ? [unproven(party, "first-kind")] : []),
    told,
  ];
}

/** The format has been read: what is no base64url did not come this far. */
const bytesIn = (text: string): Uint8Array => bytesOfBase64url(text) ?? new Uint8Array();

export type Wrong = { readonly fault: Fault; readonly detail?: Statement["detail"] };

function whatIsWrong(signature: BundleSignature, bundle: Bundle): Wrong | undefined {
  const { mandate, means, signedAt } = signature;
  if (signature.contentHash !== hexOf(sha256Of(bundle.document.text))) return { fault: "signed-other-text" };
  const keyWrong =
    means.kind === "passkey"
      ? wrongWithKey(signature, means, bundle)
      : wrongWithPaper(signature, means, bundle, wrongWithAnswer);
  if (keyWrong !== undefined) return keyWrong;
  const day = means.kind === "paper" ? (means.on ?? undefined) : dayOf(signedAt);
  if (day !== undefined && day < mandate.from) return { fault: "mandate-not-begun", detail: { day: mandate.from } };
  if (day !== undefined && mandate.to !== null && day > mandate.to)
    return { fault: "mandate-over", detail: { day: mandate.to } };
  return signedAt > bundle.madeAt ? { fault: "signed-after-file" } : undefined;
}

function wrongWithKey(signature: BundleSignature, means: BundlePasskey, bundle: Bundle): Wrong | undefined {
  const { asked } = means;
  if (asked !== null && asked.revision !== bundle.document.revision)
    return { fault: "other-version", detail: { revision: asked.revision, shown: bundle.document.revision } };
  const asks = (challenge: unknown) =>
    challenge === challengeOf(signature, means) ? undefined : whatWasAsked(challenge, signature, means, bundle);
  const found = wrongWithAnswer(means, asks);
  if (found !== undefined) return found;
  return asked !== null && isOutside(signature.signedAt, asked.at) ? { fault: "time-outside" } : undefined;
}

/** What is wrong with a key's answer, whatever it was asked; `asks` says what is wrong with the question that was answered. */
function wrongWithAnswer(means: BundlePasskey, asks: (challenge: unknown) => Fault | undefined): Wrong | undefined {
  const client = readClientData(bytesIn(means.clientData));
  if (client === undefined) return { fault: "client-data-unreadable" };
  if (client.type !== "webauthn.get") return { fault: "not-a-signing" };
  const other = asks(client.challenge);
  if (other !== undefined) return { fault: other };
  if (client.origin !== means.origin) return { fault: "wrong-origin", detail: { origin: String(client.origin) } };
  if (client.crossOrigin === true) return { fault: "inside-another-page" };
  if (!isOf(means.rpId, means.origin)) return { fault: "site-not-of-origin" };
  const authenticator = readAuthenticatorData(bytesIn(means.authenticatorData));
  if (authenticator === undefined) return { fault: "authenticator-data-cut" };
  if (!sameBytes(authenticator.rpIdHash, sha256Of(means.rpId))) return { fault: "other-site" };
  if (!authenticator.present) return { fault: "nobody-there" };
  if (!authenticator.checked) return { fault: "person-not-checked" };
  const key = readPublicKey(bytesIn(means.publicKey));
  if (key === undefined) return { fault: "key-unreadable" };
  if (key === "unknown-kind") return { fault: "key-kind-unknown" };
  const signed = Uint8Array.from([...bytesIn(means.authenticatorData), ...sha256Of(bytesIn(means.clientData))]);
  return isSignedBy(key, signed, bytesIn(means.signature)) ? undefined : { fault: "signature-false" };
}

/** Signed before it was asked, or later than an answer is taken. */
function isOutside(signedAt: Instant, askedAt: Instant): boolean {
  const after = millisecondsOf(signedAt) - millisecondsOf(askedAt);
  return after < 0 || after > ANSWER_WITHIN_MINUTES * 60_000;
}

/** The key's site is the page's own host or one that it lies under. */
function isOf(rpId: string, origin: string): boolean {
  const host = /^https?:\/\/([^/:?#@]+)(:\d+)?$/.exec(origin)?.[1];
  return host !== undefined && rpId !== "" && (host === rpId || host.endsWith(`.${rpId}`));
}

type Question = Pick<BundleSignature, "party" | "mandate" | "contentHash">;

/** The challenge that a key must have answered for this to be its signature. */
function challengeOf({ party, mandate, contentHash }: Question, { asked, nonce }: BundlePasskey): string {
  const { to, ...held } = mandate;
  const text =
    asked === null
      ? firstChallengeText(contentHash, nonce)
      : challengeText({
          contentHash,
          revision: asked.revision,
          askedAt: asked.at,
          nonce,
          mandate: { party, ...held, to: to ?? undefined },
        });
  return base64urlOf(sha256Of(text));
}

/** Versions that are tried when a key has answered for another than the one that is told. */
const NEAR_VERSIONS = 200;

/** The key answered another question. Which, where it can be found out. */
function whatWasAsked(challenge: unknown, signature: BundleSignature, means: BundlePasskey, bundle: Bundle): Fault {
  const { asked } = means;
  const wasAsked = (question: Question, by = means) => challengeOf(question, by) === challenge;
  if (bundle.signatures.some((other) => other !== signature && wasAsked(other))) return "answer-swapped";
  const { party, mandate } = signature;
  if (wasAsked({ ...signature, party: party === "police" ? "municipality" : "police" })) return "party-changed";
  if (wasAsked({ ...signature, mandate: { ...mandate, acting: !mandate.acting } })) return "acting-changed";
  const versions = Array.from({ length: asked === null ? 0 : NEAR_VERSIONS }, (_, place) => place + 1);
  const isVersion = (revision: number) =>
    asked !== null && wasAsked(signature, { ...means, asked: { ...asked, revision } });
  return versions.some(isVersion) ? "version-changed" : "question-differs";
}
