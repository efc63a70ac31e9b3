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

const BUCKETS = 65_536;

/**
 * The rows in the order of their Morton codes. They are dealt into the squares of the quadtree's eighth level (a hundred kilometres), and each of these is put in order by the 48 bits that are
 * left, which a float holds exactly. What lies at one place lies together, in no promised order.
 */
export function mortonOrder(x: Uint32Array, y: Uint32Array): Uint32Array {
  const n = x.length;
  const starts = new Uint32Array(BUCKETS + 1);
  for (let row = 0; row < n; row++) starts[(mortonHigh(x[row]!, y[row]!) >>> 16) + 1]!++;
  for (let bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const filled = starts.slice();
  const codes = new Float64Array(n);
  const order = new Uint32Array(n);
  for (let row = 0; row < n; row++) {
    const high = mortonHigh(x[row]!, y[row]!);
    const at = filled[high >>> 16]!++;
    codes[at] = (high & 0xffff) * 2 ** 32 + mortonLow(x[row]!, y[row]!);
    order[at] = row;
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++) sortTogether(codes, order, starts[bucket]!, starts[bucket + 1]! - 1);
  return order;
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
