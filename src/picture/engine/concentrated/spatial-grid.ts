// Points of a plane in cells so small that every two points of a cell are within reach of each other (side reach/√2; Gunawan 2013). Points at exactly the same place are one place
// with a weight, so that a million events at one address cost as little as one. Cells lie in the order of their rows, and only those that hold something exist.

export type CellTable = {
  readonly cells: number;
  /** Where each cell's places begin; one more than there are cells. */
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly column: Int32Array;
  /** How many points each cell holds. */
  readonly heldBy: Int32Array;
  /** The places, cell by cell, and how many points lie at each. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight: Int32Array;
  /** The place of each point. */
  readonly placeOf: Int32Array;
  /** The square of the least distance there can be from a position to a cell's places. */
  readonly leastSquare: (x: number, y: number, cell: number) => number;
  /** The square of the least distance there can be between the places of two cells. */
  readonly apartSquare: (a: number, b: number) => number;
};

/** The most columns or rows: cells are numbered in 32 bits, and a cell's number must be exact to a millionth of its side. */
const MOST_ACROSS = 2 ** 28;

/**
 * The cells of these points for this reach; all are finite. Without `y` they lie on a line. Undefined where the reach is so small beside the extent that cells cannot be told apart.
 */
export function cellTable(
  x: ArrayLike<number>,
  y: ArrayLike<number> | undefined,
  reach: number,
): CellTable | undefined {
  const n = x.length;
  // A millionth less, so that rounding never puts two points that are out of reach in one cell.
  const side = (reach / Math.SQRT2) * (1 - 1e-6);
  const column = cellNumbers(x, n, side);
  const row = y === undefined ? new Int32Array(n) : cellNumbers(y, n, side);
  if (column === undefined || row === undefined) return undefined;
  const point = new Int32Array(n);
  for (let i = 0; i < n; i++) point[i] = i;
  return tableOf(x, y, inRows({ row, column, point }));
}

/** Each point with its cell. */
type Placed = { readonly row: Int32Array; readonly column: Int32Array; readonly point: Int32Array };

function cellNumbers(values: ArrayLike<number>, n: number, side: number): Int32Array | undefined {
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (n > 0 && !((most - least) / side < MOST_ACROSS)) return undefined;
  const numbers = new Int32Array(n);
  for (let i = 0; i < n; i++) numbers[i] = (values[i]! - least) / side;
  return numbers;
}

/** In the order of their cells, row by row, those of a cell as they stood: radix sort from the last digit, everything carried along so that memory is walked and not jumped about in. */
function inRows(placed: Placed): Placed {
  let from = placed;
  const n = placed.point.length;
  let to: Placed = { row: new Int32Array(n), column: new Int32Array(n), point: new Int32Array(n) };
  for (const by of ["column", "row"] as const)
    for (const { shift, mask } of digitsOf(from[by])) {
      scatter(from, to, from[by], shift, mask);
      [from, to] = [to, from];
    }
  return from;
}

/** The digits that matter, each of at most eleven bits. */
function digitsOf(keys: Int32Array): { readonly shift: number; readonly mask: number }[] {
  let all = 0;
  for (let i = 0; i < keys.length; i++) all |= keys[i]!;
  const bits = 32 - Math.clz32(all);
  const passes = Math.ceil(bits / 11);
  const each = Math.ceil(bits / Math.max(passes, 1));
  return Array.from({ length: passes }, (_, pass) => ({ shift: pass * each, mask: 2 ** each - 1 }));
}

function scatter(from: Placed, to: Placed, keys: Int32Array, shift: number, mask: number): void {
  const { row, column, point } = from;
  const { row: toRow, column: toColumn, point: toPoint } = to;
  const next = new Int32Array(mask + 2);
  for (let i = 0; i < keys.length; i++) next[((keys[i]! >>> shift) & mask) + 1]!++;
  for (let digit = 1; digit < next.length; digit++) next[digit]! += next[digit - 1]!;
  for (let i = 0; i < keys.length; i++) {
    const slot = next[(keys[i]! >>> shift) & mask]!++;
    toRow[slot] = row[i]!;
    toColumn[slot] = column[i]!;
    toPoint[slot] = point[i]!;
  }
}

function tableOf(x: ArrayLike<number>, y: ArrayLike<number> | undefined, { row, column, point }: Placed): CellTable {
  const n = point.length;
  // Fetched in a loop of their own, where many fetches are under way at once. What is at one place is then drawn together towards the front.
  const [atX, atY] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) atX[i] = x[point[i]!]!;
  if (y !== undefined) for (let i = 0; i < n; i++) atY[i] = y[point[i]!]!;
  const [weight, placed] = [new Int32Array(n), new Int32Array(n)];
  const [start, rows, columns, heldBy] = [
    new Int32Array(n + 1),
    new Int32Array(n),
    new Int32Array(n),
    new Int32Array(n),
  ];
  const sameAs = placeFinder();
  let [cells, places] = [0, 0];
  for (let from = 0, to = 0; from < n; from = to) {
    const inRow = row[from]!;
    const inColumn = column[from]!;
    while (to < n && row[to] === inRow && column[to] === inColumn) to++;
    const first = places;
    sameAs.begin(to - from);
    for (let i = from; i < to; i++) {
      const pointX = atX[i]!;
      const pointY = atY[i]!;
      const place = sameAs.find(atX, atY, first, places, pointX, pointY);
      if (place === places) {
        atX[places] = pointX;
        atY[places++] = pointY;
      }
      weight[place]!++;
      placed[i] = place;
    }
    rows[cells] = inRow;
    columns[cells] = inColumn;
    heldBy[cells] = to - from;
    start[++cells] = places;
  }
  const placeOf = new Int32Array(n);
  for (let i = 0; i < n; i++) placeOf[point[i]!] = placed[i]!;
  const box = boxesOf(atX, atY, start, cells);
  return {
    cells,
    start: start.subarray(0, cells + 1),
    row: rows.subarray(0, cells),
    column: columns.subarray(0, cells),
    heldBy: heldBy.subarray(0, cells),
    x: atX.subarray(0, places),
    y: atY.subarray(0, places),
    weight: weight.subarray(0, places),
    placeOf,
    leastSquare: (px, py, cell) => {
      const at = cell * 4;
      const [across, along] = [outside(px, px, box[at]!, box[at + 1]!), outside(py, py, box[at + 2]!, box[at + 3]!)];
      return across * across + along * along;
    },
    apartSquare: (a, b) => {
      const [i, j] = [a * 4, b * 4];
      const across = outside(box[i]!, box[i + 1]!, box[j]!, box[j + 1]!);
      const along = outside(box[i + 2]!, box[i + 3]!, box[j + 2]!, box[j + 3]!);
      return across * across + along * along;
    },
  };
}

/** How far one span lies from another; 0 where they meet. */
function outside(low: number, high: number, otherLow: number, otherHigh: number): number {
  return low > otherHigh ? low - otherHigh : otherLow > high ? otherLow - high : 0;
}

/** West, east, south and north of what each cell holds. */
function boxesOf(x: Float64Array, y: Float64Array, start: Int32Array, cells: number): Float64Array {
  const box = new Float64Array(cells * 4);
  for (let cell = 0; cell < cells; cell++) {
    const first = start[cell]!;
    let [west, east, south, north] = [x[first]!, x[first]!, y[first]!, y[first]!];
    for (let place = first + 1; place < start[cell + 1]!; place++) {
      if (x[place]! < west) west = x[place]!;
      if (x[place]! > east) east = x[place]!;
      if (y[place]! < south) south = y[place]!;
      if (y[place]! > north) north = y[place]!;
    }
    box[cell * 4] = west;
    box[cell * 4 + 1] = east;
    box[cell * 4 + 2] = south;
    box[cell * 4 + 3] = north;
  }
  return box;
}

/** Finds the place with exactly these coordinates among a cell's: by looking through few, by a table of their bits where they are many. */
function placeFinder() {
  const bits = new Float64Array(2);
  const words = new Uint32Array(bits.buffer);
  let table = new Int32Array(0);
  let mask = 0;
  return {
    begin(points: number) {
      mask = 0;
      if (points <= 8) return;
      mask = 2 ** Math.ceil(Math.log2(points * 2)) - 1;
      if (mask >= table.length) table = new Int32Array(mask + 1);
      table.fill(-1, 0, mask + 1);
    },
    /** The place, or `next` where there is none yet. */
    find(x: Float64Array, y: Float64Array, first: number, next: number, px: number, py: number): number {
      if (mask === 0) {
        for (let place = first; place < next; place++) if (x[place] === px && y[place] === py) return place;
        return next;
      }
      // Adding nothing makes minus zero zero.
      bits[0] = px + 0;
      bits[1] = py + 0;
      let slot = Math.imul(words[0]! ^ Math.imul(words[1]!, 0x85ebca6b), 0xc2b2ae35) ^ Math.imul(words[3]!, 0x27d4eb2f);
      slot = Math.imul(slot ^ (slot >>> 15) ^ words[2]!, 0x9e3779b1);
      for (slot = (slot ^ (slot >>> 16)) & mask; ; slot = (slot + 1) & mask) {
        const place = table[slot]!;
        if (place < 0) return (table[slot] = next);
        if (x[place] === px && y[place] === py) return place;
      }
    },
  };
}

/**
 * The cells around a cell, itself not among them, from which anything can be in reach. Cells must be asked in their order: then all neighbours of all cells are found in one walk
 * through the table. `after` leaves out those before the cell, for what needs each pair but once.
 */
export function neighbourWalk({ row, column, cells: all }: CellTable) {
  const cells = new Int32Array(25);
  const at = new Int32Array(5);
  return {
    cells,
    /** How many were found; they are in `cells` until the next question. */
    around(cell: number, after = false): number {
      let found = 0;
      const [inRow, inColumn] = [row[cell]!, column[cell]!];
      for (let step = after ? 2 : 0; step < 5; step++) {
        const wanted = inRow + step - 2;
        let pointer = at[step]!;
        while (
          pointer < all &&
          (row[pointer]! < wanted || (row[pointer] === wanted && column[pointer]! < inColumn - 2))
        )
          pointer++;
        at[step] = pointer;
        for (; pointer < all && row[pointer] === wanted && column[pointer]! <= inColumn + 2; pointer++)
          if (after ? pointer > cell : pointer !== cell) cells[found++] = pointer;
      }
      return found;
    },
  };
}
