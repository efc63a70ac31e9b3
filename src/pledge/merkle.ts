// A log nobody can change in silence: a Merkle tree over its entries, hashed as in RFC 6962 (Certificate Transparency), its proofs verified
// by the algorithms of RFC 9162, sections 2.1.3 and 2.1.4. Runs the same in a browser as on the server, so that a reader needs neither of us.
import { sha256 } from "@noble/hashes/sha2.js";
import { sameBytes } from "../ground/bytes.ts";

/** SHA-256, 32 bytes. */
export type Hash32 = Uint8Array;

/** A whole subtree: 2^level entries, the index-th such from the left. Once there it never changes, so it is what a store keeps. */
export type Place = { readonly level: number; readonly index: number };
export type Node = Place & { readonly hash: Hash32 };

/** The whole subtrees a tree of this size is made of, largest first: all that is needed to append to it and to know its root. */
export type Frontier = { readonly size: number; readonly peaks: readonly Hash32[] };

export const EMPTY: Frontier = { size: 0, peaks: [] };

/** An entry's hash. Its mark differs from a node's, so that neither can be passed off as the other. */
export function leafHash(entry: Uint8Array): Hash32 {
  return sha256.create().update(LEAF).update(entry).digest();
}

export function nodeHash(left: Hash32, right: Hash32): Hash32 {
  return sha256.create().update(NODE).update(left).update(right).digest();
}

/** The tree with one entry more, and the nodes that became whole by it: the entry's own, then one for each pair it completes (on average one). */
export function append(tree: Frontier, leaf: Hash32): { readonly tree: Frontier; readonly nodes: readonly Node[] } {
  const nodes: Node[] = [{ level: 0, index: tree.size, hash: leaf }];
  const peaks = [...tree.peaks];
  let [hash, index] = [leaf, tree.size];
  for (let level = 1; index % 2 === 1; level++) {
    hash = nodeHash(peaks.pop()!, hash);
    index = half(index);
    nodes.push({ level, index, hash });
  }
  return { tree: { size: tree.size + 1, peaks: [...peaks, hash] }, nodes };
}

/** The tree's head. An empty tree's is the hash of nothing. */
export function rootOf(tree: Frontier): Hash32 {
  return tree.size === 0 ? sha256(new Uint8Array()) : joined(tree.peaks);
}

/** Entries next to one another, from the first to before the last. */
type Span = { readonly from: number; readonly to: number };

/** What a proof that an entry is in a tree of this size is made of (PATH, RFC 6962 section 2.1.1), from the entry upwards. */
function inclusionSpans(index: number, size: number): Span[] {
  const spans: Span[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + widestBelow(to - from);
    if (index < middle) {
      spans.push({ from: middle, to });
      to = middle;
    } else {
      spans.push({ from, to: middle });
      from = middle;
    }
  }
  return spans.toReversed();
}

/** What a proof that one tree begins as the other did is made of (SUBPROOF, RFC 6962 section 2.1.2). */
function consistencySpans(before: number, size: number): Span[] {
  if (before === 0) return [];
  const spans: Span[] = [];
  let [from, to] = [0, size];
  while (to > before) {
    const middle = from + widestBelow(to - from);
    if (before <= middle) {
      spans.push({ from: middle, to });
      to = middle;
    } else {
      spans.push({ from, to: middle });
      from = middle;
    }
  }
  // The whole of the earlier tree needs no saying: whoever asks has its root.
  if (from > 0) spans.push({ from, to });
  return spans.toReversed();
}

/** The whole subtrees a span is made of, from the left: at most two a level. */
function wholeIn({ from, to }: Span): Place[] {
  const places: Place[] = [];
  for (let at = from; at < to;) {
    let [level, width] = [0, 1];
    while (at % (width * 2) === 0 && at + width * 2 <= to) [level, width] = [level + 1, width * 2];
    places.push({ level, index: at / width });
    at += width;
  }
  return places;
}

/** How a proof is made: the nodes to fetch, all at once, and what to make of them. */
export type ProofPlan = {
  readonly places: readonly Place[];
  readonly proof: (hashAt: (place: Place) => Hash32) => Hash32[];
};

function planOf(spans: readonly Span[]): ProofPlan {
  const parts = spans.map(wholeIn);
  return { places: parts.flat(), proof: (hashAt) => parts.map((places) => joined(places.map(hashAt))) };
}

/** A proof that the entry is in the tree. Throws for an entry that is not: whoever asks has seen how large the tree is. */
export function planInclusion(index: number, size: number): ProofPlan {
  if (!isCount(index) || !isCount(size) || index >= size)
    throw new RangeError(`No entry ${index} in a tree of ${size}`);
  return planOf(inclusionSpans(index, size));
}

/** A proof that the tree still begins as it did when it was smaller. */
export function planConsistency(before: number, size: number): ProofPlan {
  if (!isCount(before) || !isCount(size) || before > size)
    throw new RangeError(`A tree of ${size} was never ${before} entries`);
  return planOf(consistencySpans(before, size));
}

/** The places of a frontier's peaks, in a tree of this size. */
export function peaksOf(size: number): Place[] {
  return wholeIn({ from: 0, to: size });
}

export type Inclusion = {
  readonly leaf: Hash32;
  readonly index: number;
  readonly size: number;
  readonly root: Hash32;
  readonly proof: readonly Hash32[];
};

/** RFC 9162, section 2.1.3.2. */
export function verifyInclusion({ leaf, index, size, root, proof }: Inclusion): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else hash = nodeHash(hash, sibling);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && sameBytes(hash, root);
}

export type Consistency = {
  readonly before: { readonly size: number; readonly root: Hash32 };
  readonly after: { readonly size: number; readonly root: Hash32 };
  readonly proof: readonly Hash32[];
};

/** RFC 9162, section 2.1.4.2; a tree is consistent with itself and with the empty one without any proof. */
export function verifyConsistency({ before, after, proof }: Consistency): boolean {
  if (!isCount(before.size) || !isCount(after.size) || before.size > after.size) return false;
  if (before.size === after.size) return proof.length === 0 && sameBytes(before.root, after.root);
  if (before.size === 0) return proof.length === 0 && sameBytes(before.root, rootOf(EMPTY));
  const [first, ...rest] = isPowerOfTwo(before.size) ? [before.root, ...proof] : proof;
  if (first === undefined) return false;
  let [fn, sn] = [before.size - 1, after.size - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let [earlier, later] = [first, first];
  for (const sibling of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      earlier = nodeHash(sibling, earlier);
      later = nodeHash(sibling, later);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else later = nodeHash(later, sibling);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && sameBytes(earlier, before.root) && sameBytes(later, after.root);
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Subtrees from the left, joined from the right: the root of what they cover. */
function joined(hashes: readonly Hash32[]): Hash32 {
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** The largest power of two smaller than a number: where a tree is split. */
function widestBelow(size: number): number {
  let width = 1;
  while (width * 2 < size) width *= 2;
  return width;
}

// Not by shifting: a shift would cut the number to 32 bits.
function half(number: number): number {
  return Math.floor(number / 2);
}

function isPowerOfTwo(number: number): boolean {
  return widestBelow(number * 2) === number;
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}
