// The shortest tree through all points, where two points are as far apart as the greatest of their distance and both their core distances (mutual reachability, Campello et al. 2015).
// Borůvka (1926): every part looks for its nearest neighbour, all such are joined, and again; found through a k-d tree (March, Ram & Gray 2010).
import { rootOf } from "./cluster.ts";
import type { KdTree } from "./kd-tree.ts";

/** n − 1 edges between points, each with the square of its length. */
export type Edges = { readonly a: Int32Array; readonly b: Int32Array; readonly square: Float64Array };

/** The tree; `coreSquares` are the squares of each point's core distance, in the points' order. */
export function reachabilityTree(tree: KdTree, coreSquares: Float64Array): Edges {
  const { points, order } = tree;
  const edges = {
    a: new Int32Array(Math.max(points - 1, 0)),
    b: new Int32Array(Math.max(points - 1, 0)),
    square: new Float64Array(Math.max(points - 1, 0)),
  };
  // All in the tree's own order until the end.
  const core = Float64Array.from(order, (point) => coreSquares[point]!);
  const parent = Int32Array.from({ length: points }, (_, place) => place);
  const nearest = nearestForeign(tree, core);
  for (let found = 0; found < points - 1;) {
    for (let place = 0; place < points; place++) parent[place] = rootOf(parent, place);
    const { from, to, square } = nearest(parent);
    for (let part = 0; part < points; part++) {
      if (to[part]! < 0) continue;
      const [a, b] = [rootOf(parent, from[part]!), rootOf(parent, to[part]!)];
      if (a === b) continue;
      parent[Math.max(a, b)] = Math.min(a, b);
      edges.a[found] = order[from[part]!]!;
      edges.b[found] = order[to[part]!]!;
      edges.square[found++] = square[part]!;
    }
  }
  return edges;
}

/** For each part (named by its root) the shortest edge out of it; asked once a round. */
function nearestForeign(tree: KdTree, core: Float64Array) {
  const { points, nodes, from, to, isLeaf, square, boxSquare } = tree;
  const leastCore = new Float64Array(nodes).fill(Infinity);
  for (let node = nodes - 1; node >= 0; node--)
    if (isLeaf[node] === 1)
      for (let place = from[node]!; place < to[node]!; place++)
        leastCore[node] = Math.min(leastCore[node]!, core[place]!);
    else leastCore[node] = Math.min(leastCore[2 * node + 1]!, leastCore[2 * node + 2]!);
  const partOf = new Int32Array(nodes);
  const best = { from: new Int32Array(points), to: new Int32Array(points), square: new Float64Array(points) };
  // What is foreign only grows fewer: nobody foreign will ever be nearer than in an earlier round.
  const notNearer = Float64Array.from(core);
  return (part: Int32Array) => {
    const mixed = -1;
    for (let node = nodes - 1; node >= 0; node--) partOf[node] = sharedPart(tree, part, partOf, node, mixed);
    best.to.fill(-1);
    best.square.fill(Infinity);
    const look = (place: number, own: number, node: number): void => {
      if (isLeaf[node] === 1) {
        for (let other = from[node]!; other < to[node]!; other++) {
          if (part[other] === own || core[other]! >= best.square[own]!) continue;
          const apart = Math.max(square(place, other), core[place]!, core[other]!);
          if (apart >= best.square[own]!) continue;
          best.square[own] = apart;
          best.from[own] = place;
          best.to[own] = other;
        }
        return;
      }
      const [left, right] = [2 * node + 1, 2 * node + 2];
      const toLeft = partOf[left] === own ? Infinity : Math.max(boxSquare(place, left), leastCore[left]!);
      const toRight = partOf[right] === own ? Infinity : Math.max(boxSquare(place, right), leastCore[right]!);
      const leftFirst = toLeft <= toRight;
      if ((leftFirst ? toLeft : toRight) < best.square[own]!) look(place, own, leftFirst ? left : right);
      if ((leftFirst ? toRight : toLeft) < best.square[own]!) look(place, own, leftFirst ? right : left);
    };
    for (let place = 0; place < points; place++) {
      const own = part[place]!;
      if (notNearer[place]! >= best.square[own]!) continue;
      look(place, own, 0);
      notNearer[place] = Math.max(notNearer[place]!, best.square[own]!);
    }
    return best;
  };
}

/** The part that everything in a node belongs to, or `mixed`. An empty node belongs to whoever its sibling does: it is never looked into. */
function sharedPart({ from, to, isLeaf }: KdTree, part: Int32Array, partOf: Int32Array, node: number, mixed: number) {
  if (isLeaf[node] === 0) {
    const [left, right] = [partOf[2 * node + 1]!, partOf[2 * node + 2]!];
    return left === right ? left : mixed;
  }
  const first = part[from[node]!] ?? mixed;
  for (let place = from[node]! + 1; place < to[node]!; place++) if (part[place] !== first) return mixed;
  return first;
}
