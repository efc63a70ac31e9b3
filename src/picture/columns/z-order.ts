// Morton's order: rows whose places are near come near each other, and a square of the map's quadtree is one run of rows.

/** The sixteen bits of a number with a nought before each. */
function spread(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff_00ff;
  bits = (bits | (bits << 4)) & 0x0f0f_0f0f;
  bits = (bits | (bits << 2)) & 0x3333_3333;
  return (bits | (bits << 1)) & 0x5555_5555;
}

/** The upper 32 bits of a position's Morton code: the quadtree's first sixteen levels. Unsigned. */
export function mortonHigh(x: number, y: number): number {
  return ((spread(y >>> 16) << 1) | spread(x >>> 16)) >>> 0;
}
export function mortonLow(x: number, y: number): number {
  return ((spread(y) << 1) | spread(x)) >>> 0;
}

const MOST_BUCKETS = 2 ** 18;

/**
 * The rows in the order of their Morton codes. They are dealt into squares of the quadtree, as fine as 2^18 of them cover what there is, and each square is put in order by the bits that are left
 * (48 at most, which a float holds exactly). What lies at one place lies together, in no promised order.
 */
export function mortonOrder(x: Uint32Array, y: Uint32Array): Uint32Array {
  const n = x.length;
  const { least, shift, buckets } = squaresOver(x, y);
  const bucketOf = (row: number) => (x[row] === 0 ? 0 : 1 + ((mortonHigh(x[row]!, y[row]!) - least) >>> shift));
  const starts = new Uint32Array(buckets + 1);
  for (let row = 0; row < n; row++) starts[bucketOf(row) + 1]!++;
  for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const filled = starts.slice();
  const codes = new Float64Array(n);
  const order = new Uint32Array(n);
  for (let row = 0; row < n; row++) {
    const bucket = bucketOf(row);
    const at = filled[bucket]!++;
    const inBucket = bucket === 0 ? 0 : mortonHigh(x[row]!, y[row]!) - least - (bucket - 1) * 2 ** shift;
    codes[at] = inBucket * 2 ** 32 + mortonLow(x[row]!, y[row]!);
    order[at] = row;
  }
  for (let bucket = 0; bucket < buckets; bucket++) sortTogether(codes, order, starts[bucket]!, starts[bucket + 1]! - 1);
  return order;
}

/** The squares that the rows are dealt into: from the first code there is, 2^shift codes each; before them one for what has no place (x 0). */
function squaresOver(x: Uint32Array, y: Uint32Array) {
  let [least, most] = [0xffff_ffff, 0];
  for (let row = 0; row < x.length; row++) {
    if (x[row] === 0) continue;
    const high = mortonHigh(x[row]!, y[row]!);
    if (high < least) least = high;
    if (high > most) most = high;
  }
  let shift = 0;
  while (most > least && (most - least) / 2 ** shift >= MOST_BUCKETS) shift++;
  return { least, shift, buckets: Math.floor(Math.max(most - least, 0) / 2 ** shift) + 2 };
}

const FEW = 24;

/** Puts `keys[first … last]` in rising order and moves `along` with them: quicksort in three parts, since many rows may lie at one place. */
function sortTogether(keys: Float64Array, along: Uint32Array, first: number, last: number): void {
  let [from, to] = [first, last];
  while (to - from > FEW) {
    const [a, b, c] = [keys[from]!, keys[(from + to) >> 1]!, keys[to]!];
    const pivot = a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
    let [less, at, more] = [from, from, to];
    while (at <= more) {
      const key = keys[at]!;
      if (key < pivot) swap(keys, along, less++, at++);
      else if (key > pivot) swap(keys, along, at, more--);
      else at++;
    }
    // The shorter part by a call, the longer by going on: never deeper than the logarithm.
    if (less - from < to - more) {
      sortTogether(keys, along, from, less - 1);
      from = more + 1;
    } else {
      sortTogether(keys, along, more + 1, to);
      to = less - 1;
    }
  }
  for (let at = from + 1; at <= to; at++) {
    const [key, row] = [keys[at]!, along[at]!];
    let place = at;
    while (place > from && keys[place - 1]! > key) {
      keys[place] = keys[place - 1]!;
      along[place] = along[place - 1]!;
      place--;
    }
    keys[place] = key;
    along[place] = row;
  }
}

function swap(keys: Float64Array, along: Uint32Array, a: number, b: number): void {
  const [key, row] = [keys[a]!, along[a]!];
  keys[a] = keys[b]!;
  along[a] = along[b]!;
  keys[b] = key;
  along[b] = row;
}
