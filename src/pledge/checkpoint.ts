// What the log says of itself, signed: how many entries and their root, as text that other programs read too. The text is a checkpoint
// (c2sp.org/tlog-checkpoint) in a signed note (c2sp.org/signed-note) by an Ed25519 key (RFC 8032). Keys and chance are handed in.
import { sha256 } from "@noble/hashes/sha2.js";
import { base64Of, bytesOfBase64, bytesOfHex, hexOf, sameBytes } from "../ground/bytes.ts";
import type { Hash32 } from "./merkle.ts";

/** A log's head: whose log (its origin), how many entries, and the root over them. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash32 };

/** Who signs: a name, which for a log is its origin, and an Ed25519 public key of 32 bytes. */
export type NoteKey = { readonly name: string; readonly publicKey: Uint8Array };

export type Signs = (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;
export type Verifies = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;

/** Why a text is not taken for the log's word. */
export type CheckpointFault = "unreadable" | "unsigned" | "forged" | "other-log";

/** The text that is signed: three lines, each with its newline. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64Of(root)}\n`;
}

/** The checkpoint with its signature line. The key signs in the log's own name. */
export async function signedCheckpoint(checkpoint: Checkpoint, key: NoteKey, signs: Signs): Promise<string> {
  const text = checkpointText(checkpoint);
  const signature = await signs(utf8(text));
  return `${text}\n— ${key.name} ${base64Of(Uint8Array.of(...keyId(key), ...signature))}\n`;
}

/** A checkpoint as one has it from the log or from somebody who mirrors it: read, and believed only if this key has signed it. */
export async function readCheckpoint(
  note: string,
  key: NoteKey,
  verifies: Verifies,
): Promise<Checkpoint | CheckpointFault> {
  const opened = await openNote(note, key, verifies);
  if (typeof opened === "string") return opened;
  const [origin, size, root, ...more] = opened.text.split("\n");
  const [entries, hash] = [readSize(size), root === undefined ? undefined : bytesOfBase64(root)];
  // Lines after the third are allowed by the format and signed with the rest; nothing here needs to know what they say.
  if (!origin || entries === undefined || hash?.length !== 32 || more.slice(0, -1).includes("")) return "unreadable";
  return origin === key.name ? { origin, size: entries, root: hash } : "other-log";
}

/** A signed note's text, if this key has signed it. Other keys' lines are passed over: witnesses may have signed too. */
export async function openNote(
  note: string,
  key: NoteKey,
  verifies: Verifies,
): Promise<{ readonly text: string } | CheckpointFault> {
  const split = note.lastIndexOf("\n\n");
  // oxlint-disable-next-line no-control-regex -- the format forbids them, so they are looked for
  if (split < 0 || !note.endsWith("\n") || note.length > MOST_LETTERS || /[\0-\u0009\u000b-\u001f]/.test(note))
    return "unreadable";
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split("\n");
  let signed = false;
  for (const line of lines) {
    const [, name, signature] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? [];
    const bytes = signature === undefined ? undefined : bytesOfBase64(signature);
    if (bytes === undefined || bytes.length < 5) return "unreadable";
    if (name !== key.name || !sameBytes(bytes.subarray(0, 4), keyId(key))) continue;
    if (!(await verifies(key.publicKey, utf8(text), bytes.subarray(4)))) return "forged";
    signed = true;
  }
  return signed ? { text } : "unsigned";
}

/** The key in one line, as log tools take it: name+id+key. */
export function keyText(key: NoteKey): string {
  return `${key.name}+${hexOf(keyId(key))}+${base64Of(Uint8Array.of(ED25519, ...key.publicKey))}`;
}

/** Undefined for what is not an Ed25519 key in one line, or whose id is not its own. */
export function readKeyText(text: string): NoteKey | undefined {
  const [, name = "", id = "", encoded = ""] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text) ?? [];
  const bytes = bytesOfBase64(encoded);
  if (bytes?.length !== 33 || bytes[0] !== ED25519) return undefined;
  const key = { name, publicKey: bytes.subarray(1) };
  return sameBytes(keyId(key), bytesOfHex(id)!) ? key : undefined;
}

/** Four bytes that say which key, not that it is right: the signature says that. */
function keyId({ name, publicKey }: NoteKey): Uint8Array {
  return sha256(Uint8Array.of(...utf8(`${name}\n`), ED25519, ...publicKey)).subarray(0, 4);
}

const ED25519 = 1;
/** Room for a head and some sixteen witnesses with the longest signatures there are. */
const MOST_LETTERS = 120_000;

function readSize(line: string | undefined): number | undefined {
  const size = /^(?:0|[1-9]\d{0,15})$/.test(line ?? "") ? Number(line) : Number.NaN;
  return Number.isSafeInteger(size) ? size : undefined;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
