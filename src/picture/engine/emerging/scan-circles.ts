// The circles of a scan (Kulldorff 1997): round every place, as far as a share of the population or a radius allows. Ordered as SaTScan orders them: nearest first, and of places
// equally far away the one with the lesser first coordinate, so that the answer does not depend on the order in which places were handed in.

/** Where places lie: metres (or any unit) in a plane, or degrees on the earth. Two places never have the same position; join them first. */
export type Positions = {
  readonly on: "plane" | "earth";
  /** East, or longitude. */
  readonly x: ArrayLike<number>;
  /** North, or latitude. */
  readonly y: ArrayLike<number>;
};

/** Every circle is the beginning of its centre's list: `member[start[c]]` is the centre c itself, then its neighbours by distance up to `start[c + 1]`. */
export type Circles = {
  readonly places: number;
  readonly start: Int32Array;
  readonly member: Int32Array;
};

export type CircleLimits = {
  /** No circle holds more than this share of the weight (population, expected cases or cases). */
  readonly mostShare?: number;
  /** No circle is wider: in the plane's unit, on the earth in kilometres. */
  readonly mostRadius?: number;
  /** No circle holds more places. */
  readonly mostPlaces?: number;
};

/** SaTScan's sphere. */
const EARTH_KILOMETRES = 6371.3;
const RADIANS = Math.PI / 180;

/** Kilometres along the earth between two positions in degrees, on the sphere that SaTScan uses. */
export function kilometresApart(lonA: number, latA: number, lonB: number, latB: number): number {
  return 2 * EARTH_KILOMETRES * Math.asin(Math.min(Math.sqrt(haversine(lonA, latA, lonB, latB)), 1));
}

function haversine(lonA: number, latA: number, lonB: number, latB: number): number {
  const [a, b] = [latA * RADIANS, latB * RADIANS];
  return Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(((lonB - lonA) * RADIANS) / 2) ** 2;
}

/** How far two of the places are from each other: in the plane's unit, or kilometres. */
export function apartBy({ on, x, y }: Positions): (i: number, j: number) => number {
  return on === "earth"
    ? (i, j) => kilometresApart(x[i]!, y[i]!, x[j]!, y[j]!)
    : (i, j) => Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!);
}

/** The circles to be scanned; `weight` is what the share is of. */
export function circlesOf(
  weight: ArrayLike<number>,
  positions: Positions,
  { mostShare = 0.5, mostRadius = Infinity, mostPlaces = Infinity }: CircleLimits = {},
): Circles {
  const places = weight.length;
  let total = 0;
  for (let i = 0; i < places; i++) total += weight[i]!;
  const most = mostShare * total * (1 + 1e-12);
  const start = new Int32Array(places + 1);
  let member = new Int32Array(Math.max(places * 8, 16));
  let filled = 0;
  const near = neighboursOf(positions, places, mostRadius);
  for (let centre = 0; centre < places; centre++) {
    const order = near(centre);
    if (filled + order.length > member.length) member = grown(member, filled + order.length);
    let held = 0;
    for (let reach = 0; reach < order.length && reach < mostPlaces; reach++) {
      held += weight[order[reach]!]!;
      if (held > most) break;
      member[filled++] = order[reach]!;
    }
    start[centre + 1] = filled;
  }
  return { places, start, member: member.slice(0, filled) };
}

/** One place, one circle: what a purely temporal scan looks at. */
export const ONE_CIRCLE: Circles = { places: 1, start: Int32Array.of(0, 1), member: Int32Array.of(0) };

/** The places of the circle that ends at this entry of `member`, nearest the centre first. */
export function placesUpTo({ start, member }: Circles, centre: number, entry: number): Int32Array {
  return member.slice(start[centre], entry + 1);
}

function grown(values: Int32Array<ArrayBuffer>, atLeast: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(values.length * 2, atLeast));
  larger.set(values);
  return larger;
}

/** Of a place, all within reach, nearest first. A band of y as wide as the reach is looked through, so that a small radius among many places is quick. */
function neighboursOf({ on, x, y }: Positions, places: number, reach: number): (centre: number) => Int32Array {
  const byNorth = Int32Array.from({ length: places }, (_, i) => i).toSorted((a, b) => y[a]! - y[b]! || a - b);
  const north = Float64Array.from(byNorth, (i) => y[i]!);
  const away = new Float64Array(places);
  const found = new Int32Array(places);
  const earth = on === "earth";
  // A little more than the reach, since degrees are rounded; the distance itself decides.
  const band = earth ? (reach / EARTH_KILOMETRES / RADIANS) * (1 + 1e-9) : reach;
  const within = earth ? Math.sin(Math.min(reach / EARTH_KILOMETRES, Math.PI) / 2) ** 2 : reach ** 2;
  return (centre) => {
    const [east, middle] = [x[centre]!, y[centre]!];
    let count = 0;
    for (let at = firstFrom(north, middle - band); at < places && north[at]! <= middle + band; at++) {
      const other = byNorth[at]!;
      const square = earth
        ? haversine(east, middle, x[other]!, y[other]!)
        : (x[other]! - east) ** 2 + (y[other]! - middle) ** 2;
      if (square > within) continue;
      away[other] = square;
      found[count++] = other;
    }
    return found.subarray(0, count).toSorted((a, b) => away[a]! - away[b]! || x[a]! - x[b]! || y[a]! - y[b]! || a - b);
  };
}

/** The first place in rising numbers that holds `value` or more. */
function firstFrom(rising: Float64Array, value: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rising[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
