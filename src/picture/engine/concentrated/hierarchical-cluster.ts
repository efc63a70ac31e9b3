// Groups of points of whatever density, without a reach to be chosen: HDBSCAN* (Campello, Moulavi & Sander 2013; Campello, Moulavi, Zimek & Sander 2015). The shortest tree by mutual
// reachability is taken apart from its longest edge; a group lives from where it parts from another to where it parts itself; those are kept that live longest for their size.
import { type Coordinates, knownOf, NOISE, rootOf } from "./cluster.ts";
import { kdTree } from "./kd-tree.ts";
import { type Edges, reachabilityTree } from "./reachability-tree.ts";

export type HierarchicalGroups = {
  /** Each point's group from 1, numbered by first point; 0 is noise. */
  readonly group: Int32Array;
  readonly groups: readonly {
    readonly points: number;
    /** Excess of mass: the sum over its points of how much denser the group gets before they leave it; density is one over distance. */
    readonly stability: number;
  }[];
  /** GLOSH (Campello et al. 2015): from 0, as dense as anything around it, to 1. */
  readonly outlier: Float64Array;
  /** How deep in its group: 1 − its core distance over the group's greatest; 0 for noise. */
  readonly membership: Float64Array;
  /** Length of the shortest tree, in the coordinates' unit. */
  readonly treeLength: number;
};

export type HierarchyOptions = {
  /**
   * What happens to points that part from a group in a bunch too small to be one. `leave`: they are noise from there on, as the papers and scikit-learn have it. `stay`: each is counted
   * until it is alone or the group divides, as R's dbscan has it; that gives its scores.
   */
  readonly smallBunches?: "leave" | "stay";
};

/**
 * HDBSCAN* with excess of mass. `fewest` is both how many points, itself counted, make a core distance and the fewest points of a group, at least 2. All points are never one group, unless
 * that many lie at one and the same place. Edges of equal length (1e-9) are taken away at once, so that the order of the points never matters. NaN is noise.
 */
export function hdbscan(
  coordinates: Coordinates,
  fewest: number,
  { smallBunches = "leave" }: HierarchyOptions = {},
): HierarchicalGroups {
  const all = coordinates[0]?.length ?? 0;
  const known = knownOf(coordinates, all);
  const n = known.length;
  const answer = {
    group: new Int32Array(all),
    outlier: new Float64Array(all),
    membership: new Float64Array(all),
  };
  if (n < fewest) return { ...answer, groups: [], treeLength: 0 };
  const tree = kdTree(coordinates.map((one) => Float64Array.from(known, (i) => one[i]!)));
  const core = tree.nearestSquares(fewest);
  const edges = reachabilityTree(tree, core);
  const condensed = condense(dendrogramOf(edges, n), n, fewest, smallBunches === "stay");
  const selected = keepMostStable(condensed);
  const numbers = new Map<number, number>();
  const deepest = new Map<number, number>();
  for (let i = 0; i < n; i++) {
    const kept = keptBy(condensed, selected, i);
    answer.outlier[known[i]!] = outlierOf(condensed, i);
    if (kept < 0) continue;
    if (!numbers.has(kept)) numbers.set(kept, numbers.size + 1);
    answer.group[known[i]!] = numbers.get(kept)!;
    deepest.set(numbers.get(kept)!, Math.max(deepest.get(numbers.get(kept)!) ?? 0, core[i]!));
  }
  const held = new Int32Array(numbers.size + 1);
  for (let i = 0; i < n; i++) {
    const group = answer.group[known[i]!]!;
    held[group]!++;
    const most = deepest.get(group) ?? 0;
    if (group !== NOISE) answer.membership[known[i]!] = most > 0 ? 1 - Math.sqrt(core[i]! / most) : 1;
  }
  return {
    ...answer,
    groups: [...numbers].map(([cluster, number]) => ({
      points: held[number]!,
      stability: condensed.stability[cluster]!,
    })),
    treeLength: edges.square.reduce((sum, square) => sum + Math.sqrt(square), 0),
  };
}

/** How the tree's parts grow together: the points are nodes 0 to n − 1, and node n + i joins two at the i-th shortest edge. */
type Dendrogram = {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly length: Float64Array;
  readonly size: Int32Array;
};

function dendrogramOf({ a, b, square }: Edges, n: number): Dendrogram {
  const order = Int32Array.from(a, (_, edge) => edge).toSorted((i, j) => square[i]! - square[j]!);
  const joins = n - 1;
  const dendrogram = {
    left: new Int32Array(joins),
    right: new Int32Array(joins),
    length: new Float64Array(joins),
    size: new Int32Array(joins),
  };
  const parent = Int32Array.from({ length: n }, (_, i) => i);
  const nodeOf = Int32Array.from({ length: n }, (_, i) => i);
  const sizeOf = (node: number) => (node < n ? 1 : dendrogram.size[node - n]!);
  for (const [join, edge] of order.entries()) {
    const [one, other] = [rootOf(parent, a[edge]!), rootOf(parent, b[edge]!)];
    dendrogram.left[join] = nodeOf[one]!;
    dendrogram.right[join] = nodeOf[other]!;
    dendrogram.length[join] = Math.sqrt(square[edge]!);
    dendrogram.size[join] = sizeOf(nodeOf[one]!) + sizeOf(nodeOf[other]!);
    parent[other] = one;
    nodeOf[one] = n + join;
  }
  return dendrogram;
}

/** The groups with at least so many points, each with the density (one over distance) of its birth; every point with the group it left last, and at which density. */
type Condensed = {
  readonly parent: number[];
  readonly birth: number[];
  readonly size: number[];
  readonly stability: Float64Array;
  /** The greatest density anywhere within. */
  readonly densest: Float64Array;
  readonly leftFrom: Int32Array;
  readonly leftAt: Float64Array;
};

function condense(dendrogram: Dendrogram, n: number, fewest: number, untilAlone: boolean): Condensed {
  const { left, right, length, size: sizes } = dendrogram;
  const [parent, birth, size] = [[-1], [0], [n]];
  const [leftFrom, leftAt] = [new Int32Array(n), new Float64Array(n)];
  const sizeOf = (node: number) => (node < n ? 1 : sizes[node - n]!);
  const leave = (top: number, cluster: number, density: number) => {
    const open: (readonly [node: number, density: number])[] = [[top, density]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [node, from] = next;
      if (node >= n) {
        const until = untilAlone ? 1 / length[node - n]! : density;
        open.push([left[node - n]!, until], [right[node - n]!, until]);
      } else {
        leftFrom[node] = cluster;
        leftAt[node] = from;
      }
    }
  };
  const waiting: (readonly [node: number, cluster: number])[] = n > 1 ? [[2 * n - 2, 0]] : [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, cluster] = next;
    const density = 1 / length[node - n]!;
    // What lies at one place never parts.
    const parts = density === Infinity ? [node] : partsOf(dendrogram, n, node);
    const large = density === Infinity ? 0 : parts.filter((part) => sizeOf(part) >= fewest).length;
    for (const part of parts)
      if (large === 0 || sizeOf(part) < fewest) leave(part, cluster, density);
      else if (large === 1) waiting.push([part, cluster]);
      else {
        waiting.push([part, parent.length]);
        parent.push(cluster);
        birth.push(density);
        size.push(sizeOf(part));
      }
  }
  return { parent, birth, size, leftFrom, leftAt, ...massOf({ parent, birth, size, leftFrom, leftAt }) };
}

/** What a node falls into when every edge as long as its longest is taken away. */
function partsOf({ left, right, length }: Dendrogram, n: number, node: number): number[] {
  const bar = length[node - n]! * (1 - 1e-9);
  const parts: number[] = [];
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    if (next >= n && length[next - n]! >= bar) open.push(left[next - n]!, right[next - n]!);
    else parts.push(next);
  return parts;
}

/** How much denser each group gets before its points leave it, added up; a group is always numbered after the one it came out of. No point stays in a group that has divided. */
function massOf({ parent, birth, size, leftFrom, leftAt }: Omit<Condensed, "stability" | "densest">) {
  const clusters = parent.length;
  const divided = new Float64Array(clusters).fill(Infinity);
  const [stability, densest] = [new Float64Array(clusters), new Float64Array(clusters)];
  for (let cluster = 1; cluster < clusters; cluster++) {
    const above = parent[cluster]!;
    divided[above] = birth[cluster]!;
    stability[above]! += size[cluster]! * (birth[cluster]! - birth[above]!);
  }
  for (let point = 0; point < leftFrom.length; point++) {
    const cluster = leftFrom[point]!;
    densest[cluster] = Math.max(densest[cluster]!, leftAt[point]!);
    stability[cluster]! += Math.min(leftAt[point]!, divided[cluster]!) - birth[cluster]!;
  }
  for (let cluster = clusters - 1; cluster > 0; cluster--)
    densest[parent[cluster]!] = Math.max(densest[parent[cluster]!]!, densest[cluster]!);
  return { stability, densest };
}

/** Of a group and all that it falls into, whichever is worth more. */
function keepMostStable({ parent, stability }: Condensed): Uint8Array {
  const selected = new Uint8Array(parent.length);
  const below = new Float64Array(parent.length);
  for (let cluster = parent.length - 1; cluster > 0; cluster--) {
    selected[cluster] = stability[cluster]! >= below[cluster]! ? 1 : 0;
    below[parent[cluster]!]! += Math.max(stability[cluster]!, below[cluster]!);
  }
  if (stability[0] === Infinity) selected[0] = 1;
  // Nothing within what is kept is kept.
  const inside = new Uint8Array(parent.length);
  for (let cluster = 1; cluster < parent.length; cluster++) {
    const above = parent[cluster]!;
    inside[cluster] = inside[above]! | selected[above]!;
    if (inside[cluster] === 1) selected[cluster] = 0;
  }
  return selected;
}

/** The kept group that a point belongs to, or −1. Of all points as one group only those at the one place. */
function keptBy({ parent, leftFrom, leftAt }: Condensed, selected: Uint8Array, point: number): number {
  if (selected[0] === 1) return leftAt[point] === Infinity ? 0 : -1;
  let cluster = leftFrom[point]!;
  while (cluster >= 0 && selected[cluster] === 0) cluster = parent[cluster]!;
  return cluster;
}

function outlierOf({ densest, leftFrom, leftAt }: Condensed, point: number): number {
  const [most, own] = [densest[leftFrom[point]!]!, leftAt[point]!];
  return own === most ? 0 : most === Infinity ? 1 : 1 - own / most;
}
