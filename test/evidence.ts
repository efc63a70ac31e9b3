// Bundles that are good in every way, made as a server makes them: by keys of our own. What is spoiled of them is in spoiled-evidence.ts.
import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { base64Of } from "../src/ground/bytes.ts";
import { canonicalText } from "../src/ground/canonical.ts";
import type { Day, Instant } from "../src/ground/time.ts";
import {
  bundleOf,
  CHANGE_FORMAT,
  KEYED_FORMAT,
  readableText,
  type Bundle,
  type BundleLog,
  type BundlePart,
  type BundlePasskey,
  type BundlePublishing,
  type BundleSignature,
} from "../src/pledge/bundle.ts";
import { keyText, signedCheckpoint, type NoteKey } from "../src/pledge/checkpoint.ts";
import { signedText, type Content } from "../src/pledge/document.ts";
import { append, EMPTY, leafHash, nodeHash, planConsistency, planInclusion, rootOf } from "../src/pledge/merkle.ts";
import type { Place } from "../src/pledge/merkle.ts";
import { vouchText } from "../src/pledge/paper/paper.ts";
import { publishingText } from "../src/pledge/publication/publishing.ts";
import { challengeText, firstChallengeText, type SigningParty } from "../src/pledge/signature.ts";

export const SITE = { origin: "https://samsyn.ockelbo.se", rpId: "samsyn.ockelbo.se" };
const MADE = "2025-01-07T09:00:00.000Z" as Instant;
const ID = "00000000-0000-4000-8000-00000000000";

export const content = {
  title: "Medborgarlöfte 2025–2027",
  parties: [
    { standing: "municipality", name: "Ockelbo kommun" },
    { standing: "police", name: "Lokalpolisområde Gästrikland" },
  ],
  area: [{ kind: "municipality", code: "2101", name: "Ockelbo" }],
  period: { from: { said: "2025", on: "2025-01-01" }, to: { said: "2027", on: "2027-12-31" } },
  preamble: "Det här lovar vi tillsammans.",
  basis: ["fyra trygghetsvandringar"],
  pledges: [
    {
      id: `${ID}1`,
      order: 1,
      text: "Det ska gå långsammare förbi skolan.",
      theme: "Trafik",
      owner: "joint",
      problemIds: [],
      activities: [
        {
          id: `${ID}2`,
          number: "1.1",
          text: "Polisen kontrollerar hastigheten tolv gånger om året.",
          owner: "police",
          modality: "do-count",
        },
      ],
    },
    {
      id: `${ID}3`,
      order: 2,
      text: "Gångvägen ska ha ljus hela vägen.",
      theme: "Platser",
      owner: "municipality",
      problemIds: [],
      activities: [
        {
          id: `${ID}4`,
          number: "2.1",
          text: "Gatuenheten sätter upp fjorton lyktstolpar.",
          owner: "municipality",
          modality: "do-once",
        },
      ],
    },
  ],
  sources: [],
} as unknown as Content;

export const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
export const hashOf = (text: string) => sha256(text).toString("hex");
export const url64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

export type KeyKind = "ES256" | "EdDSA" | "RS256";
type Key = { readonly privateKey: KeyObject; readonly publicKey: Buffer };

/** A key as an authenticator makes it, with its public half as COSE (RFC 9053). */
export function makeKey(kind: KeyKind = "ES256"): Key {
  const head = (length: number) =>
    Buffer.from(length < 24 ? [0x40 + length] : length < 256 ? [0x58, length] : [0x59, length >> 8, length & 255]);
  const bytes = (text = "") => {
    const raw = Buffer.from(text, "base64url");
    return Buffer.concat([head(raw.length), raw]);
  };
  if (kind === "ES256") {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { x, y } = publicKey.export({ format: "jwk" });
    return {
      privateKey,
      publicKey: Buffer.concat([
        Buffer.from("a50102032620 0121".replace(" ", ""), "hex"),
        bytes(x),
        Buffer.from("22", "hex"),
        bytes(y),
      ]),
    };
  }
  if (kind === "EdDSA") {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const { x } = publicKey.export({ format: "jwk" });
    return {
      privateKey,
      publicKey: Buffer.concat([Buffer.from("a4010103272006 21".replace(" ", ""), "hex"), bytes(x)]),
    };
  }
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const { n, e } = publicKey.export({ format: "jwk" });
  return {
    privateKey,
    publicKey: Buffer.concat([
      Buffer.from("a4010303390100 20".replace(" ", ""), "hex"),
      bytes(n),
      Buffer.from("21", "hex"),
      bytes(e),
    ]),
  };
}

export type How = {
  readonly contentHash?: string;
  readonly revision?: number;
  readonly to?: string;
  readonly from?: string;
  readonly acting?: boolean;
  readonly at?: string;
  readonly key?: Key;
  readonly first?: boolean;
  readonly type?: string;
  readonly origin?: string;
  readonly crossOrigin?: boolean;
  readonly site?: { readonly origin: string; readonly rpId: string };
  readonly rpIdHashed?: string;
  readonly flags?: number;
  readonly cut?: number;
  readonly notJson?: boolean;
  readonly nonce?: string;
};

const OFFICES = {
  municipality: { office: "Kommunstyrelsens ordförande", decidedBy: "kommunstyrelsen, 2024-11-19 § 141" },
  police: { office: "Lokalpolisområdeschef", decidedBy: "chefen för polisområde Gävleborg, 2024-10-01" },
};

/** A signature by a key, genuine in everything but what is said. */
export function signedBy(party: SigningParty, how: How = {}): BundleSignature {
  const { contentHash = hashOf(signedText(content)), revision = 3, acting = false } = how;
  const key = how.key ?? makeKey();
  const at = (how.at ?? (party === "police" ? "2024-12-17T13:11:00.000Z" : "2024-12-17T13:07:00.000Z")) as Instant;
  const nonce = how.nonce ?? url64(sha256(`${party} ${JSON.stringify({ ...how, key: undefined })}`));
  const [from, to] = [(how.from ?? "2024-01-01") as Day, how.to as Day | undefined];
  const mandate = { ...OFFICES[party], acting, from };
  const text =
    how.first === true
      ? firstChallengeText(contentHash, nonce)
      : challengeText({ contentHash, revision, askedAt: at, nonce, mandate: { party, ...mandate, to } });
  return {
    party,
    mandate: { ...mandate, to: to ?? null },
    contentHash,
    signedAt: new Date(Date.parse(at) + 20_000).toISOString() as Instant,
    means: answerTo(text, { ...how, key, nonce, revision, at }),
  };
}

/** A key's answer to a question made of a text. */
function answerTo(
  text: string,
  how: How & { readonly key: Key; readonly nonce: string; readonly revision: number; readonly at: string },
): BundlePasskey {
  const { key, nonce, revision, site = SITE } = how;
  const at = how.at as Instant;
  const clientData =
    how.notJson === true
      ? Buffer.from("inget svar")
      : Buffer.from(
          JSON.stringify({
            type: how.type ?? "webauthn.get",
            challenge: url64(sha256(text)),
            origin: how.origin ?? site.origin,
            crossOrigin: how.crossOrigin ?? false,
          }),
        );
  const authenticatorData = Buffer.concat([
    sha256(how.rpIdHashed ?? site.rpId),
    Buffer.from([how.flags ?? 0x05, 0, 0, 0, 1]),
  ]).subarray(0, how.cut);
  const signed = Buffer.concat([authenticatorData, sha256(clientData)]);
  const algorithm = key.privateKey.asymmetricKeyType === "ed25519" ? null : "sha256";
  return {
    kind: "passkey",
    publicKey: url64(key.publicKey),
    nonce,
    clientData: url64(clientData),
    authenticatorData: url64(authenticatorData),
    signature: url64(sign(algorithm, signed, key.privateKey)),
    asked: how.first === true ? null : { revision, at },
    ...site,
  };
}

/** A party's key that publishes, genuine in everything but what is said. */
export function publishedBy(party: SigningParty, how: How & { readonly as?: SigningParty } = {}): BundlePublishing {
  const { contentHash = hashOf(signedText(content)), revision = 3, at = "2024-12-18T08:00:00.000Z" } = how;
  const nonce = how.nonce ?? url64(sha256(`publish ${party} ${JSON.stringify({ ...how, key: undefined })}`));
  const askedAt = at as Instant;
  const text = publishingText({ contentHash, revision, askedAt, nonce, party: how.as ?? party });
  const means = answerTo(text, { ...how, key: how.key ?? makeKey(), nonce, revision, at });
  return { party, contentHash, pressedAt: new Date(Date.parse(at) + 20_000).toISOString() as Instant, means };
}

/** A good bundle with the keys it was published by, of the third format. */
export function publishedBundle(
  publication: readonly BundlePublishing[] = [publishedBy("municipality"), publishedBy("police")],
  log: BundleLog | null = null,
): Bundle {
  return { ...keyedBundle(), publication: [...publication], log };
}

/** The same in the log, whose entry of the publication names these keys' answers. */
export const loggedPublication = async (
  told = [publishedBy("municipality"), publishedBy("police")],
  named = told,
): Promise<Bundle> => ({
  ...publishedBundle(told),
  log: await logWith({ publishedBy: named }),
});

export type PaperWish = How & {
  readonly scan?: string;
  readonly on?: Day;
  readonly by?: SigningParty;
  /** The scan that the key answered about, where it is another. */
  readonly answered?: string;
};
const SCAN = hashOf("inläst papper");

/** The police's signature on paper, with a colleague who vouches for it. */
export function vouchedFor(how: PaperWish = {}): BundleSignature {
  const { contentHash = hashOf(signedText(content)), revision = 3, scan = SCAN, on = "2024-12-17" as Day } = how;
  const at = how.at ?? "2024-12-17T14:00:00.000Z";
  const { by = "police" } = how;
  const as = "kommunpolis";
  const from = (how.from ?? "2024-01-01") as Day;
  const mandate = { ...OFFICES.police, acting: how.acting ?? false, from };
  const nonce = how.nonce ?? url64(sha256(`vouch ${JSON.stringify({ ...how, key: undefined })}`));
  const bound = { contentHash, revision, scan: how.answered ?? scan, on, by, as, askedAt: at as Instant, nonce };
  const text = vouchText({ ...bound, mandate: { party: "police", ...mandate, to: how.to as Day | undefined } });
  const key = answerTo(text, { ...how, key: how.key ?? makeKey(), nonce, revision, at });
  return {
    party: "police",
    mandate: { ...mandate, to: (how.to as Day | undefined) ?? null },
    contentHash: hashOf(signedText(content)),
    signedAt: new Date(Date.parse(at) + 20_000).toISOString() as Instant,
    means: { kind: "paper", on, voucher: { scan, by, as, key } },
  };
}

/** The police on paper with a voucher, the municipality by key, and the log that knows of both. */
export async function vouchedBundle(how: PaperWish = {}, logged: BundleSignature | null = null): Promise<Bundle> {
  const [municipality] = goodBundle().signatures as [BundleSignature];
  const paper = vouchedFor(how);
  const log = logged === null ? null : await logWith({ paper: logged });
  return { ...keyedBundle(), signatures: [municipality, paper], log };
}

/** A good bundle, with what is told of it in another way. */
export function bundleWith(signatures: readonly BundleSignature[], log: BundleLog | null = null): Bundle {
  const text = signedText(content);
  const evidence = { revision: 3, contentHash: hashOf(text), text, signatures: [] };
  const made = { at: MADE, page: "/ockelbo/medborgarlofte/2025-2027", site: SITE, example: false, log };
  return { ...bundleOf(evidence, made), signatures: [...signatures] };
}

export const goodBundle = (kind?: KeyKind): Bundle =>
  bundleWith([signedBy("municipality", { key: makeKey(kind) }), signedBy("police", { key: makeKey(kind) })]);

/** The same in the format that has keys in it, where all that was signed is said in full. */
export function keyedBundle(): Bundle & { format: typeof KEYED_FORMAT } {
  const good = goodBundle();
  const readable = [...readableText(JSON.parse(good.document.text) as Content, KEYED_FORMAT)];
  return { ...good, format: KEYED_FORMAT, before: [], readable };
}

/** On paper: nothing in it can be proven. */
export const paperBundle = (): Bundle =>
  bundleWith(
    goodBundle().signatures.map((signature) => ({ ...signature, means: { kind: "paper", on: "2024-12-17" as Day } })),
  );
/** By keys that were asked before anything but the text was bound. */
export const firstKindBundle = (): Bundle =>
  bundleWith([signedBy("municipality", { first: true }), signedBy("police", { first: true })]);

export const LONGER = {
  period: { ...content.period, to: { said: "2028-06-30", on: "2028-06-30" as Day } },
};

/** The promise as it will read, changing what it says it changes. */
export function changeOf(
  kind: "amendment" | "extension",
  more: object = kind === "extension" ? LONGER : { title: "Medborgarlöfte 2025–2027, ändrat" },
  former: Content = content,
): Content {
  const contentHash = hashOf(signedText(former));
  const amends = { documentId: `${ID}9`, contentHash, kind, reason: "Skolan har flyttat." };
  return { ...former, ...more, amends } as Content;
}

/** A text with both signatures over it. */
export function partWith(text: Content, log: BundleLog | null = null): BundlePart {
  const contentHash = hashOf(signedText(text));
  const by = (party: SigningParty) => signedBy(party, { contentHash });
  return {
    document: { revision: 3, contentHash, text: signedText(text), example: false },
    signatures: [by("municipality"), by("police")],
    log,
  };
}

/** The file of a change, with the texts it goes back to. */
export function changeBundle(
  changed = changeOf("amendment"),
  before: readonly BundlePart[] = [partWith(content)],
  log: BundleLog | null = null,
): Bundle {
  const part = partWith(changed, log);
  const { revision, contentHash, text } = part.document;
  const evidence = { revision, contentHash, text, signatures: [] };
  const made = { at: MADE, page: "/ockelbo/medborgarlofte/2025-2027-andring-1", site: SITE, example: false, log: null };
  const own = { ...bundleOf(evidence, made), ...part };
  return before.length === 0 ? own : { ...own, format: CHANGE_FORMAT, before: [...before] };
}

export type LogWish = {
  readonly size?: number;
  readonly index?: number;
  readonly before?: number;
  readonly fork?: boolean;
  /** Of which text, where it is not the promise's own. */
  readonly hash?: string;
  /** When the entries came into the log. */
  readonly logged?: string;
  /** The change that the text was changed by afterwards. */
  readonly changedBy?: string;
  /** The keys whose answers the entry of the publication names. */
  readonly publishedBy?: readonly BundlePublishing[];
  /** The police signed on this paper. */
  readonly paper?: BundleSignature;
  /** Only what the proof touches is there: for logs too large to make. Size and `before` are powers of two. */
  readonly isHollow?: boolean;
};

/** A log of so many entries, the promise among them, with its proofs; `before` is how many there were at an earlier head. */
export async function logWith({
  size = 20,
  index = 7,
  before = 12,
  fork = false,
  isHollow = false,
  hash = hashOf(signedText(content)),
  changedBy,
  publishedBy: by = [],
  paper,
  logged = "2024-12-17T13:12:00.000Z",
}: LogWish = {}): Promise<BundleLog> {
  const { privateKey, publicKey } = logKey;
  const { x = "" } = publicKey.export({ format: "jwk" });
  const key: NoteKey = { name: "samsyn.ockelbo.se/logg", publicKey: new Uint8Array(Buffer.from(x, "base64url")) };
  const leaf = (more: object) =>
    canonicalText({
      format: "samsyn-log-1",
      partnership: "ockelbo",
      document: "2025-2027",
      hash,
      logged,
      ...more,
    });
  const signed = (party: SigningParty, at: string) =>
    leaf({ kind: "signed", party, means: "passkey", at, office: OFFICES[party].office });
  const signedOnPaper = ({ means, mandate }: BundleSignature) => {
    const { on = null, voucher } = means.kind === "paper" ? means : {};
    return leaf({
      kind: "signed",
      party: "police",
      means: "paper",
      on,
      office: mandate.office,
      ...(voucher && { scan: voucher.scan, voucherKey: sha256(voucher.key.signature).toString("hex") }),
    });
  };
  // The promise's own, one after the other from `index` on.
  const own = [
    signed("municipality", "2024-12-17T13:07:20.000Z"),
    paper === undefined ? signed("police", "2024-12-17T13:11:20.000Z") : signedOnPaper(paper),
    leaf({
      kind: "published",
      at: MADE,
      ...Object.fromEntries(by.map(({ party, means }) => [`${party}Key`, sha256(means.signature).toString("hex")])),
    }),
    ...(changedBy === undefined
      ? []
      : [
          leaf({
            kind: "amended",
            at: MADE,
            amendment: "andring-1",
            amendmentHash: changedBy,
            amendmentKind: "amendment",
          }),
        ]),
  ];
  const ownHash = (at: number) => {
    const entry = own[at - index];
    return entry === undefined ? undefined : leafHash(new TextEncoder().encode(entry));
  };
  const hollow = (count: number) => {
    const hashAt = ({ level, index: place }: Place): Uint8Array => {
      const holds = own.some((_entry, at) => Math.floor((index + at) / 2 ** level) === place);
      if (!holds) return new Uint8Array(sha256(`${level} ${place}`));
      if (level === 0) return ownHash(place)!;
      return nodeHash(
        hashAt({ level: level - 1, index: place * 2 }),
        hashAt({ level: level - 1, index: place * 2 + 1 }),
      );
    };
    return { root: hashAt({ level: Math.log2(count), index: 0 }), hashAt };
  };
  const treeOf = (count: number, word: string) => {
    if (isHollow) return hollow(count);
    let tree = EMPTY;
    const nodes = new Map<string, Uint8Array>();
    for (let at = 0; at < count; at++) {
      const hash = ownHash(at) ?? leafHash(new TextEncoder().encode(`${word} ${at}`));
      const grown = append(tree, hash);
      tree = grown.tree;
      for (const node of grown.nodes) nodes.set(`${node.level} ${node.index}`, node.hash);
    }
    const hashAt = ({ level, index: place }: Place): Uint8Array =>
      nodes.get(`${level} ${place}`) ??
      nodeHash(hashAt({ level: level - 1, index: place * 2 }), hashAt({ level: level - 1, index: place * 2 + 1 }));
    return { root: rootOf(tree), hashAt };
  };
  const signs = (message: Uint8Array) => new Uint8Array(sign(null, message, privateKey));
  const headOf = (count: number, root: Uint8Array) =>
    signedCheckpoint({ origin: key.name, size: count, root }, key, signs);
  const now = treeOf(size, "entry");
  const then = treeOf(before, fork ? "something else" : "entry");
  const written = (proof: readonly Uint8Array[]) => proof.map(base64Of);
  return {
    key: keyText(key),
    checkpoint: await headOf(size, now.root),
    entries: own.map((entry, at) => ({
      entry,
      index: index + at,
      proof: written(planInclusion(index + at, size).proof(now.hashAt)),
    })),
    earlier: [
      {
        checkpoint: await headOf(before, then.root),
        proof: before > size ? [] : written(planConsistency(before, size).proof(now.hashAt)),
      },
    ],
  };
}
const logKey = generateKeyPairSync("ed25519");
