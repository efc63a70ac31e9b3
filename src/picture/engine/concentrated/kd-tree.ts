// A k-d tree (Bentley 1975) of points in any number of dimensions: halves by the widest side, down to a handful of points. Splitting by count and not by value keeps it
// level however many points coincide.

const LEAF = 12;

export type KdTree = {
  readonly points: number;
  /** Whether the node, and what lies in it: from, up to, in the tree's own order. The children of node i are 2i + 1 and 2i + 2; leaves have none. */
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly isLeaf: Uint8Array;
  /** The point at each place of the tree's order. */
  readonly order: Int32Array;
  /** The square of the distance between two places of the tree's order. */
  readonly square: (place: number, other: number) => number;
  /** The square of the least distance from a place to what a node holds. */
  readonly boxSquare: (place: number, node: number) => number;
  /** How many points lie within the square of a distance of a point, itself counted; stops counting at `enough`. */
  readonly countWithin: (point: number, limit: number, enough: number) => number;
  /** Every point within the square of a distance of a point, itself too. */
  readonly eachWithin: (point: number, limit: number, visit: (other: number) => void) => void;
  /** For each point the square of the distance to its `count`-th nearest, itself being the first; Infinity where there are not so many. */
  readonly nearestSquares: (count: number) => Float64Array;
};

/** The tree of these points; all coordinates are finite. */
export function kdTree(coordinates: readonly ArrayLike<number>[]): KdTree {
  const n = coordinates[0]?.length ?? 0;
  const { order, from, to, isLeaf, box } = built(coordinates, n);
  const dimensions = coordinates.length;
  const at = new Float64Array(n * dimensions);
  const placeOf = new Int32Array(n);
  for (let place = 0; place < n; place++) {
    placeOf[order[place]!] = place;
    for (let d = 0; d < dimensions; d++) at[place * dimensions + d] = coordinates[d]![order[place]!]!;
  }
  const square = (place: number, other: number) => {
    let sum = 0;
    for (let d = 0, a = place * dimensions, b = other * dimensions; d < dimensions; d++, a++, b++)
      sum += (at[a]! - at[b]!) * (at[a]! - at[b]!);
    return sum;
  };
  const boxSquare = (place: number, node: number) => {
    let sum = 0;
    for (let d = 0, a = place * dimensions, b = node * dimensions * 2; d < dimensions; d++, a++, b += 2) {
      const value = at[a]!;
      const apart = value < box[b]! ? box[b]! - value : value > box[b + 1]! ? value - box[b + 1]! : 0;
      sum += apart * apart;
    }
    return sum;
  };
  const tree = { points: n, nodes: isLeaf.length, from, to, isLeaf, order, square, boxSquare };
  return {
    ...tree,
    countWithin(point, limit, enough) {
      const place = placeOf[point]!;
      const count = (node: number, had: number): number => {
        if (had >= enough || boxSquare(place, node) > limit) return had;
        if (isLeaf[node] === 0) return count(2 * node + 2, count(2 * node + 1, had));
        let found = had;
        for (let other = from[node]!; other < to[node]!; other++) if (square(place, other) <= limit) found++;
        return found;
      };
      return n === 0 ? 0 : count(0, 0);
    },
    eachWithin(point, limit, visit) {
      const place = placeOf[point]!;
      const look = (node: number): void => {
        if (boxSquare(place, node) > limit) return;
        if (isLeaf[node] === 0) {
          look(2 * node + 1);
          look(2 * node + 2);
        } else
          for (let other = from[node]!; other < to[node]!; other++)
            if (square(place, other) <= limit) visit(order[other]!);
      };
      if (n > 0) look(0);
    },
    nearestSquares: (count) => nearestSquaresOf(tree, count),
  };
}

type Built = {
  readonly order: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly isLeaf: Uint8Array;
  /** Least and most, dimension by dimension, node by node. */
  readonly box: Float64Array;
};

function built(coordinates: readonly ArrayLike<number>[], n: number): Built {
  const dimensions = coordinates.length;
  let nodes = 1;
  for (let held = n; held > LEAF; held = Math.ceil(held / 2)) nodes = 2 * nodes + 1;
  const order = Int32Array.from({ length: n }, (_, i) => i);
  const [from, to, isLeaf] = [new Int32Array(nodes), new Int32Array(nodes), new Uint8Array(nodes).fill(1)];
  const box = new Float64Array(nodes * dimensions * 2);
  to[0] = n;
  for (let node = 0; node < nodes; node++) {
    const [start, end] = [from[node]!, to[node]!];
    let [widest, width] = [0, -1];
    for (let d = 0; d < dimensions; d++) {
      let [least, most] = [Infinity, -Infinity];
      for (let place = start; place < end; place++) {
        const value = coordinates[d]![order[place]!]!;
        if (value < least) least = value;
        if (value > most) most = value;
      }
      box[(node * dimensions + d) * 2] = least;
      box[(node * dimensions + d) * 2 + 1] = most;
      if (most - least > width) [widest, width] = [d, most - least];
    }
    if (2 * node + 2 >= nodes) continue;
    isLeaf[node] = 0;
    const middle = (start + end) >> 1;
    if (end - start > 1) halve(order, coordinates[widest]!, start, end - 1, middle);
    [from[2 * node + 1], to[2 * node + 1], from[2 * node + 2], to[2 * node + 2]] = [start, middle, middle, end];
  }
  return { order, from, to, isLeaf, box };
}

/** Puts the least before `middle` and the most after it (Hoare 1961). */
function halve(order: Int32Array, values: ArrayLike<number>, first: number, last: number, middle: number): void {
  let [left, right] = [first, last];
  while (left < right) {
    const pivot = values[order[(left + right) >> 1]!]!;
    let [i, j] = [left, right];
    while (i <= j) {
      while (values[order[i]!]! < pivot) i++;
      while (values[order[j]!]! > pivot) j--;
      if (i > j) break;
      const kept = order[i]!;
      order[i++] = order[j]!;
      order[j--] = kept;
    }
    if (middle <= j) right = j;
    else if (middle >= i) left = i;
    else return;
  }
}

function nearestSquaresOf(
  { points, from, to, isLeaf, order, square, boxSquare }: Omit<KdTree, "countWithin" | "eachWithin" | "nearestSquares">,
  count: number,
): Float64Array {
  const answer = new Float64Array(points).fill(Infinity);
  // The nearest so far, nearest first.
  const best = new Float64Array(count);
  const look = (place: number, node: number): void => {
    if (isLeaf[node] === 0) {
      const [near, far] = [boxSquare(place, 2 * node + 1), boxSquare(place, 2 * node + 2)];
      const first = near <= far ? 2 * node + 1 : 2 * node + 2;
      if (Math.min(near, far) < best[count - 1]!) look(place, first);
      if (Math.max(near, far) < best[count - 1]!) look(place, 4 * node + 3 - first);
      return;
    }
    for (let other = from[node]!; other < to[node]!; other++) {
      const apart = square(place, other);
      if (apart >= best[count - 1]!) continue;
      let rank = count - 1;
      for (; rank > 0 && best[rank - 1]! > apart; rank--) best[rank] = best[rank - 1]!;
      best[rank] = apart;
    }
  };
  for (let place = 0; place < points; place++) {
    best.fill(Infinity);
    look(place, 0);
    answer[order[place]!] = best[count - 1]!;
  }
  return answer;
}
