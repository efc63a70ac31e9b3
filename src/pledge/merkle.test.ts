import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOfHex, hexOf } from "../ground/bytes.ts";
import {
  append,
  EMPTY,
  type Frontier,
  type Hash32,
  leafHash,
  type Place,
  peaksOf,
  planConsistency,
  planInclusion,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from "./merkle.ts";

/** The eight entries that Certificate Transparency's implementations are tried on, with the root of the tree over the first n. */
const ENTRIES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((hex) => bytesOfHex(hex)!);
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const [A, B, C, D, E, F, G] = [
  "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
  "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
  "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
  "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
  "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
];

type Grown = { readonly trees: readonly Frontier[]; readonly leaves: readonly Hash32[]; hashAt(place: Place): Hash32 };

/** Every tree on the way to this many entries, and the nodes they left. */
function grown(entries: readonly Uint8Array[]): Grown {
  const [trees, nodes] = [[EMPTY], new Map<string, Hash32>()];
  const leaves = entries.map(leafHash);
  for (const leaf of leaves) {
    const next = append(trees.at(-1)!, leaf);
    trees.push(next.tree);
    for (const { level, index, hash } of next.nodes) nodes.set(`${level}/${index}`, hash);
  }
  return { trees, leaves, hashAt: ({ level, index }) => nodes.get(`${level}/${index}`)! };
}
const numbered = (count: number) => Array.from({ length: count }, (_, n) => new TextEncoder().encode(`entry ${n}`));
const proofIn = (log: Grown, index: number, size: number) => planInclusion(index, size).proof((at) => log.hashAt(at));
const proofOf = (log: Grown, before: number, size: number) =>
  planConsistency(before, size).proof((at) => log.hashAt(at));
const head = (log: Grown, size: number) => ({ size, root: rootOf(log.trees[size]!) });

describe("the published vectors", () => {
  const log = grown(ENTRIES);
  test("have the published roots, from none to eight entries", () =>
    expect(log.trees.map((tree) => hexOf(rootOf(tree)))).toEqual(ROOTS));

  test.each([
    [0, 1, []],
    [0, 2, [A]],
    [1, 2, [ROOTS[1]]],
    [2, 3, [ROOTS[2]]],
    [1, 5, [ROOTS[1], B, D]],
    [0, 8, [A, B, C]],
    [5, 8, [D, E, F]],
  ])("entry %i of %i is proved by the published path", (index, size, path) => {
    expect(proofIn(log, index, size).map(hexOf)).toEqual(path);
  });

  test.each([
    [1, 1, []],
    [1, 8, [A, B, C]],
    [2, 5, [B, D]],
    [6, 8, [G, E, F]],
  ])("from %i to %i entries is proved by the published path", (before, size, path) => {
    expect(proofOf(log, before, size).map(hexOf)).toEqual(path);
  });
});

describe("a tree", () => {
  const most = 70;
  const log = grown(numbered(most));
  const sizes = fc.integer({ min: 1, max: most });
  const pair = fc.tuple(sizes, sizes).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

  test("has the root the RFC's own definition gives", () => {
    const plainly = (entries: readonly Uint8Array[]): Buffer => {
      const hash = (...parts: readonly Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
      if (entries.length <= 1) return entries[0] === undefined ? hash() : hash(Uint8Array.of(0), entries[0]);
      const split = 2 ** Math.floor(Math.log2(entries.length - 1));
      return hash(Uint8Array.of(1), plainly(entries.slice(0, split)), plainly(entries.slice(split)));
    };
    for (const [size, tree] of log.trees.entries())
      expect(hexOf(rootOf(tree))).toBe(plainly(numbered(size)).toString("hex"));
  });

  test("is rebuilt from the nodes at its peaks", () => {
    for (const { size, peaks } of log.trees) expect(peaksOf(size).map((place) => log.hashAt(place))).toEqual(peaks);
  });

  test("leaves fewer than two nodes an entry", () => {
    let tree = EMPTY;
    let nodes = 0;
    for (const entry of numbered(1000)) {
      const next = append(tree, leafHash(entry));
      nodes += next.nodes.length;
      tree = next.tree;
    }
    expect(nodes).toBeLessThan(2000);
  });

  test("proves each of its entries, with no more hashes than it is high", () => {
    for (let size = 1; size <= most; size++)
      for (let index = 0; index < size; index++) {
        const proof = proofIn(log, index, size);
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        expect(verifyInclusion({ leaf: log.leaves[index]!, index, proof, ...head(log, size) })).toBe(true);
      }
  });

  test("proves every earlier tree", () => {
    for (let size = 0; size <= most; size++)
      for (let before = 0; before <= size; before++) {
        const proof = proofOf(log, before, size);
        expect(verifyConsistency({ before: head(log, before), after: head(log, size), proof })).toBe(true);
      }
  });

  test("proves nothing when one bit is another", () => {
    fc.assert(
      fc.property(pair, fc.nat(255), fc.nat(), ([low, size], bit, which) => {
        const index = low - 1;
        const { root } = head(log, size);
        const parts = [log.leaves[index]!, root, ...proofIn(log, index, size)];
        const [leaf, ended, ...proof] = flipped(parts, which, bit);
        expect(verifyInclusion({ leaf: leaf!, index, size, root: ended!, proof })).toBe(false);
      }),
    );
    fc.assert(
      fc.property(pair, fc.nat(255), fc.nat(), ([before, size], bit, which) => {
        const parts = [head(log, before).root, head(log, size).root, ...proofOf(log, before, size)];
        const [began, ended, ...proof] = flipped(parts, which, bit);
        const heads = { before: { size: before, root: began! }, after: { size, root: ended! } };
        expect(verifyConsistency({ ...heads, proof })).toBe(false);
      }),
    );
  });

  test("proves nothing for another entry or with a path too long or too short", () => {
    fc.assert(
      fc.property(pair, sizes, ([low, size], other) => {
        const index = low - 1;
        const proof = proofIn(log, index, size);
        const claim = { leaf: log.leaves[index]!, index, proof, ...head(log, size) };
        const heads = { before: head(log, low), after: head(log, size), proof: proofOf(log, low, size) };
        const wrong = [
          verifyInclusion({ ...claim, proof: [...proof, claim.root] }),
          proof.length > 0 && verifyInclusion({ ...claim, proof: proof.slice(1) }),
          other !== low && verifyInclusion({ ...claim, index: other - 1 }),
          verifyConsistency({ ...heads, proof: [...heads.proof, claim.root] }),
          heads.proof.length > 0 && verifyConsistency({ ...heads, proof: heads.proof.slice(1) }),
        ];
        expect(wrong).not.toContain(true);
      }),
    );
  });

  test("that was once another cannot be proved to begin as this one", () => {
    const other = grown([...numbered(9), new TextEncoder().encode("something else"), ...numbered(20)]);
    const heads = { before: head(log, 12), after: { ...head(other, 25) } };
    expect(verifyConsistency({ ...heads, proof: proofOf(other, 12, 25) })).toBe(false);
    expect(verifyConsistency({ ...heads, proof: proofOf(log, 12, 25) })).toBe(false);
  });

  test("is asked only for what it holds", () => {
    expect(() => planInclusion(3, 3)).toThrow("No entry 3");
    expect(() => planInclusion(-1, 3)).toThrow("No entry -1");
    expect(() => planConsistency(4, 3)).toThrow("never 4");
    const claim = { leaf: log.leaves[0]!, root: log.leaves[0]!, proof: [] };
    for (const [index, size] of [
      [1, 1],
      [-1, 1],
      [0.5, 1],
      [0, Number.NaN],
    ] as const)
      expect(verifyInclusion({ ...claim, index, size })).toBe(false);
    expect(verifyConsistency({ before: head(log, 3), after: head(log, 2), proof: [] })).toBe(false);
  });

  test("may be larger than 32 bits count", () => {
    const size = 2 ** 33 + 1;
    expect(planInclusion(2 ** 32 + 5, size).places).toHaveLength(34);
    expect(planConsistency(2 ** 32, size).places.map(({ level }) => level)).toEqual([32, 0]);
  });
});

/** The same bytes but for one bit of one of them. */
function flipped(parts: readonly Hash32[], which: number, bit: number): Hash32[] {
  const copies = parts.map((part) => Uint8Array.from(part));
  copies[which % copies.length]![Math.floor(bit / 8)]! ^= 1 << (bit % 8);
  return copies;
}
