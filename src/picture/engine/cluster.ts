// Groups of points that lie closer than the rest: DBSCAN (Ester et al. 1996).

/** No group. */
export const NOISE = 0;

/** Any number of dimensions: one array each, equally long. */
export type Coordinates = readonly ArrayLike<number>[];

/**
 * DBSCAN: a point with at least `fewest` points within `reach`, itself counted, is a core; cores within reach of each other are one group; what is within reach of a core
 * but none itself goes to the first group that finds it. Groups are numbered from 1 in the order of their first core, noise is 0. Distances are Euclidean, in the
 * coordinates' own unit. The first two dimensions are searched through a grid.
 */
export function dbscan(coordinates: Coordinates, reach: number, fewest: number): Int32Array {
  const n = coordinates[0]?.length ?? 0;
  if (n === 0) return new Int32Array(0);
  const near = neighbourSearch(coordinates, reach);
  const group = new Int32Array(n);
  // 1: a core that has been followed; 2: reached by a core, and none itself.
  const seen = new Uint8Array(n);
  let groups = 0;
  for (let start = 0; start < n; start++) {
    if (seen[start] !== 0) continue;
    const first = near(start);
    if (first.length < fewest) continue;
    groups++;
    seen[start] = 1;
    group[start] = groups;
    const waiting = first;
    for (let at = 0; at < waiting.length; at++) {
      const point = waiting[at]!;
      if (group[point] === NOISE) group[point] = groups;
      if (seen[point] !== 0) continue;
      seen[point] = 1;
      const more = near(point);
      if (more.length >= fewest) waiting.push(...more);
      else seen[point] = 2;
    }
  }
  return group;
}

/** The points within reach of a point, itself included, by a grid of cells as wide as the reach. */
function neighbourSearch(coordinates: Coordinates, reach: number): (point: number) => number[] {
  const [x, y] = [coordinates[0] ?? [], coordinates[1] ?? coordinates[0] ?? []];
  const n = x.length;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < n; i++) {
    west = Math.min(west, x[i]!);
    east = Math.max(east, x[i]!);
    south = Math.min(south, y[i]!);
    north = Math.max(north, y[i]!);
  }
  // Never more cells than a few for each point, however wide they lie.
  const widest = Math.max(
    reach,
    Math.sqrt(((east - west) * (north - south)) / (4 * Math.max(n, 1))) || 0,
    (east - west) / 60_000,
    (north - south) / 60_000,
  );
  const cell = widest > 0 && Number.isFinite(widest) ? widest : 1;
  const columns = Math.floor((east - west) / cell) + 1 || 1;
  const rows = Math.floor((north - south) / cell) + 1 || 1;
  const columnOf = (i: number) => Math.floor((x[i]! - west) / cell);
  const rowOf = (i: number) => Math.floor((y[i]! - south) / cell);
  const starts = new Int32Array(columns * rows + 1);
  for (let i = 0; i < n; i++) starts[rowOf(i) * columns + columnOf(i) + 1]!++;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const filled = starts.slice();
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[filled[rowOf(i) * columns + columnOf(i)]!++] = i;
  const limit = reach * reach * (1 + 1e-12);
  return (point) => {
    const found: number[] = [];
    const [column, row] = [columnOf(point), rowOf(point)];
    for (let r = Math.max(row - 1, 0); r <= Math.min(row + 1, rows - 1); r++) {
      const from = starts[r * columns + Math.max(column - 1, 0)]!;
      const to = starts[r * columns + Math.min(column + 1, columns - 1) + 1]!;
      for (let place = from; place < to; place++) {
        const other = order[place]!;
        let apart = 0;
        for (const dimension of coordinates) apart += (dimension[other]! - dimension[point]!) ** 2;
        if (apart <= limit) found.push(other);
      }
    }
    return found;
  };
}
