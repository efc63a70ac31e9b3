// The bundle's part of the log: signed by the log's key, holding this promise, and grown from what it was.
import { bytesOfBase64 } from "../ground/bytes.ts";
import { type Instant, millisecondsOf } from "../ground/time.ts";
import type { Bundle, BundleLog, BundleSignature } from "./bundle.ts";
import { readCheckpoint, readKeyText, type Checkpoint, type CheckpointFault, type NoteKey } from "./checkpoint.ts";
import { isSignedBy } from "./key-answer.ts";
import { readLeaf, type Leaf } from "./logged.ts";
import { leafHash, verifyConsistency, verifyInclusion, type Hash32 } from "./merkle.ts";
import { readStamp } from "./time-stamp.ts";
import { proven, unproven, wrong, type Fault, type Statement } from "./verdict.ts";

const HEAD_FAULTS: Readonly<Record<CheckpointFault, Fault>> = {
  unreadable: "log-head-unreadable",
  unsigned: "log-head-unsigned",
  forged: "log-head-forged",
  "other-log": "log-head-other",
};

/** What can be said of the log: that there is none, the first thing that is wrong, or where the promise stands in it. */
export async function logStatements({ log, document, signatures }: Bundle): Promise<Statement[]> {
  if (log === null) return [unproven("log", "no-log")];
  const key = readKeyText(log.key);
  if (key === undefined) return [wrong("log", "log-key-unreadable")];
  const head = await readHead(log.checkpoint, key);
  if (typeof head === "string") return [wrong("log", head)];
  const broken = log.entries
    .map((entry) => wrongEntry(entry, head, document.contentHash))
    .find((why) => why !== undefined);
  if (broken !== undefined) return [wrong("log", broken)];
  const leaves = log.entries.map(({ entry }) => readLeaf(entry));
  if (!signatures.every((signature) => leaves.some((leaf) => isEntryOf(leaf, signature))))
    return [wrong("log", "log-signature-missing")];
  const grown = await Promise.all(log.earlier.map((earlier) => grownFrom(earlier, key, head)));
  const shrunk = grown.find(({ ok }) => ok === "no");
  if (shrunk !== undefined) return [shrunk];
  const stamped = log.earlier.flatMap((earlier) => stampStatements(earlier, log.entries));
  const unstamped = stamped.find(({ ok }) => ok === "no");
  if (unstamped !== undefined) return [unstamped];
  const places = log.entries.map(({ index }) => index).toSorted((a, b) => a - b);
  const at =
    leaves
      .flatMap((leaf) => (leaf === undefined ? [] : [leaf.logged]))
      .toSorted()
      .at(-1) ?? "";
  return [
    proven("log", "in-log", { entry: places.join(", "), size: head.size, origin: head.origin, at }),
    ...grown,
    ...stamped,
    unproven("log", "whose-log", { key: log.key }),
  ];
}

async function readHead(text: string, key: NoteKey): Promise<Checkpoint | Fault> {
  const head = await readCheckpoint(text, key, (point, message, signature) =>
    isSignedBy({ kind: "EdDSA", point }, message, signature),
  );
  return typeof head === "string" ? HEAD_FAULTS[head] : head;
}

type Entry = BundleLog["entries"][number];

function wrongEntry(
  { entry, index, proof }: Entry,
  { size, root }: Checkpoint,
  contentHash: string,
): Fault | undefined {
  if (readLeaf(entry)?.hash !== contentHash) return "log-entry-other";
  const hashes = hashesOf(proof);
  const leaf = leafHash(new TextEncoder().encode(entry));
  const isThere = hashes !== undefined && verifyInclusion({ leaf, index, size, root, proof: hashes });
  return isThere ? undefined : "log-entry-missing";
}

/** The entry a signature came into the log by: the same party, the same means and, by key, the same moment. */
function isEntryOf(leaf: Leaf | undefined, { party, means, mandate, signedAt }: BundleSignature): boolean {
  if ((leaf?.kind !== "signed" && leaf?.kind !== "report-signed") || leaf.party !== party || leaf.means !== means.kind)
    return false;
  if (leaf.office !== `${mandate.acting ? "tf. " : ""}${mandate.office}`) return false;
  return means.kind === "passkey" ? leaf.at === signedAt : (leaf.on ?? null) === means.on;
}

async function grownFrom(
  { checkpoint, proof }: BundleLog["earlier"][number],
  key: NoteKey,
  head: Checkpoint,
): Promise<Statement> {
  const before = await readHead(checkpoint, key);
  if (typeof before === "string") return wrong("log", before);
  if (before.size > head.size) return wrong("log", "log-cut");
  const hashes = hashesOf(proof);
  if (hashes === undefined || !verifyConsistency({ before, after: head, proof: hashes }))
    return wrong("log", "log-forked");
  return proven("log", "log-grown", { size: before.size });
}

/** Clocks differ by so much, and no more. */
const MOST_APART = 10 * 60_000;

/** What somebody else's stamp on a head says of the promise's entries. The head has been read as the log's own already. */
function stampStatements(
  { checkpoint, stamp }: BundleLog["earlier"][number],
  entries: BundleLog["entries"],
): Statement[] {
  if (stamp === undefined) return [];
  const token = bytesOfBase64(stamp);
  const read = token === undefined ? "stamp-unreadable" : readStamp(token, checkpoint);
  if (typeof read === "string") return [wrong("log", read)];
  const size = Number(checkpoint.split("\n")[1]);
  const within = entries.filter(({ index }) => index < size);
  const late = within.some(({ entry }) => {
    const logged = readLeaf(entry)?.logged;
    return logged !== undefined && millisecondsOf(logged as Instant) > millisecondsOf(read.at) + MOST_APART;
  });
  if (late) return [wrong("log", "stamp-before-entry", { at: read.at })];
  const { by, certificate } = read;
  return [
    proven("log", "stamped", { at: read.at, by, size }),
    ...(within.length < entries.length
      ? [unproven("log", "stamped-in-part", { size, count: entries.length - within.length })]
      : []),
    unproven("log", "whose-stamp", { by, certificate }),
  ];
}

function hashesOf(proof: readonly string[]): Hash32[] | undefined {
  const hashes = proof.map(bytesOfBase64);
  return hashes.every((hash) => hash?.length === 32) ? (hashes as Hash32[]) : undefined;
}
