// Pairs of events by how far apart they are: found by sweeping through strips as high as the reach, each from west to east.

export type Metric = "euclidean" | "manhattan";

/** Events without those that have no place or no day, in an order that depends on nothing but where they are: strip by strip, from the west. */
export type Placed = { readonly x: Float64Array; readonly y: Float64Array; readonly day: Int32Array };

/** Pairs in the events' order: band 0 first, band by band; `start` says where each begins. */
export type Pairs = { readonly first: Int32Array; readonly second: Int32Array; readonly start: Int32Array };

export function placedBy(
  { x, y, day }: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number>; readonly day: ArrayLike<number> },
  reach: number,
): Placed {
  const known: number[] = [];
  for (let i = 0; i < x.length; i++) if (Number.isFinite(x[i]! + y[i]! + day[i]!)) known.push(i);
  const strip = known.map((i) => stripOf(y[i]!, reach));
  const order = Array.from(known, (_, at) => at).toSorted(
    (a, b) =>
      strip[a]! - strip[b]! ||
      x[known[a]!]! - x[known[b]!]! ||
      y[known[a]!]! - y[known[b]!]! ||
      day[known[a]!]! - day[known[b]!]!,
  );
  return {
    x: Float64Array.from(order, (at) => x[known[at]!]!),
    y: Float64Array.from(order, (at) => y[known[at]!]!),
    day: Int32Array.from(order, (at) => day[known[at]!]!),
  };
}

const stripOf = (y: number, reach: number) => (reach > 0 ? Math.floor(y / reach) : 0);

/**
 * Every pair that is less than the last of `ends` apart (all finite, rising), by band: band k is from ends[k − 1] up to, not with, ends[k], and band 0 what is nearer than ends[0].
 */
export function pairsNearer({ x, y }: Placed, ends: readonly number[], metric: Metric): Pairs {
  const reach = ends.at(-1) ?? 0;
  let [first, second, band] = [new Int32Array(1024), new Int32Array(1024), new Uint8Array(1024)];
  let pairs = 0;
  const look = (i: number, j: number) => {
    const [across, along] = [Math.abs(x[i]! - x[j]!), Math.abs(y[i]! - y[j]!)];
    const apart = metric === "manhattan" ? across + along : Math.hypot(across, along);
    if (!(apart < reach)) return;
    if (pairs === first.length) [first, second, band] = [grown(first), grown(second), grown(band)];
    let place = 0;
    while (apart >= ends[place]!) place++;
    first[pairs] = i;
    second[pairs] = j;
    band[pairs++] = place;
  };
  const n = x.length;
  // Each is held against those after it in its own strip, and against the strip above.
  let [end, west] = [0, 0];
  for (let i = 0; i < n && reach > 0; i++) {
    const strip = stripOf(y[i]!, reach);
    for (let j = i + 1; j < n && x[j]! - x[i]! < reach && stripOf(y[j]!, reach) === strip; j++) look(i, j);
    if (i === 0 || stripOf(y[i - 1]!, reach) !== strip) {
      end = i + 1;
      while (end < n && stripOf(y[end]!, reach) === strip) end++;
      west = end;
    }
    const above = (j: number) => j < n && stripOf(y[j]!, reach) === strip + 1;
    while (above(west) && x[west]! <= x[i]! - reach) west++;
    for (let j = west; above(j) && x[j]! - x[i]! < reach; j++) look(i, j);
  }
  return byBand(first.subarray(0, pairs), second.subarray(0, pairs), band, ends.length);
}

function grown<T extends Int32Array | Uint8Array>(values: T): T {
  const larger = new (values.constructor as new (length: number) => T)(values.length * 2);
  larger.set(values);
  return larger;
}

function byBand(first: Int32Array, second: Int32Array, band: Uint8Array, bands: number): Pairs {
  const start = new Int32Array(bands + 1);
  for (let pair = 0; pair < first.length; pair++) start[band[pair]! + 1]!++;
  for (let one = 0; one < bands; one++) start[one + 1]! += start[one]!;
  const next = start.slice();
  const sorted = { first: new Int32Array(first.length), second: new Int32Array(first.length), start };
  for (let pair = 0; pair < first.length; pair++) {
    const slot = next[band[pair]!]!++;
    sorted.first[slot] = first[pair]!;
    sorted.second[slot] = second[pair]!;
  }
  return sorted;
}
