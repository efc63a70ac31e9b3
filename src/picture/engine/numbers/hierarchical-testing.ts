// From the whole to the part: is anything unusual in the municipality, in which category, in which place? Only what hangs under something unusual is asked on, and pays for how it was
// chosen (Benjamini & Bogomolov 2014), so that a list of thousands is not searched as if it were one question.
import { adjusted } from "./multiple-testing.ts";

/** A question and those under it. `p` may be the node's own, or put together from its children by `simesP`. */
export type TestNode = { readonly name: string; readonly p: number; readonly under?: readonly TestNode[] };
export type Finding = { readonly path: readonly string[]; readonly p: number };
export type HierarchicalResult = {
  readonly found: readonly Finding[];
  /** How many questions were asked in all: it stands beside what was found. */
  readonly asked: number;
};

/**
 * Benjamini–Hochberg among siblings at `level`; under each that stands, again at the level times the share that stood. On average at most that share of false findings among the
 * families' own findings, at each depth.
 */
export function hierarchicalTest(nodes: readonly TestNode[], level = 0.05): HierarchicalResult {
  const found: Finding[] = [];
  let asked = 0;
  const ask = (siblings: readonly TestNode[], at: number, path: readonly string[]): void => {
    asked += siblings.length;
    const together = adjusted(
      siblings.map(({ p }) => p),
      "benjamini-hochberg",
    );
    const standing = siblings.filter((_, i) => together[i]! <= at);
    const below = (at * standing.length) / siblings.length;
    for (const node of standing) {
      found.push({ path: [...path, node.name], p: node.p });
      if (node.under !== undefined && node.under.length > 0) ask(node.under, below, [...path, node.name]);
    }
  };
  if (nodes.length > 0) ask(nodes, level, []);
  return { found, asked };
}

/** One p for a family: that none of them is unusual (Simes 1986). */
export function simesP(p: readonly number[]): number {
  const inOrder = p.toSorted((a, b) => a - b);
  return inOrder.reduce((least, one, rank) => Math.min(least, (one * inOrder.length) / (rank + 1)), 1);
}

/** A tree whose inner questions are «is any of these unusual»: leaves have a p, branches get theirs by Simes. */
export function treeOf(name: string, under: readonly TestNode[]): TestNode {
  return { name, p: simesP(under.map(({ p }) => p)), under };
}
