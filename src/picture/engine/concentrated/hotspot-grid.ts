// Getis and Ord's local G on square cells: a cell's neighbours are those around it, so that their sums come from running sums and a million cells cost no lists (hotspot.ts has the definition).
import { conditionalP, type PermutationOptions } from "./conditional-permutation.ts";

export type CellGrid = {
  readonly columns: number;
  readonly rows: number;
  /** How many cells away in any direction is still near; 1 is the eight around. */
  readonly reach?: number;
  /** One value a cell, 1 where there can be events: the others are no part of the map. All, when absent. */
  readonly inside?: ArrayLike<number>;
};

/** The sum of a cell and its neighbours, for each cell, row by row. */
export function sumsAround(values: ArrayLike<number>, { columns, rows, reach = 1 }: CellGrid): Float64Array {
  const rowwise = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0, start = row * columns; column < columns; column++) {
      let sum = 0;
      for (let near = Math.max(column - reach, 0); near <= Math.min(column + reach, columns - 1); near++)
        sum += values[start + near]!;
      rowwise[start + column] = sum;
    }
  const sums = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let near = Math.max(row - reach, 0); near <= Math.min(row + reach, rows - 1); near++)
      for (let column = 0; column < columns; column++)
        sums[row * columns + column]! += rowwise[near * columns + column]!;
  return sums;
}

/** How many cells each cell and its neighbours are. */
export function cellsAround(grid: CellGrid): Float64Array {
  return sumsAround(grid.inside ?? new Float64Array(grid.columns * grid.rows).fill(1), grid);
}

/** Gi* of every cell, as `giStar`; NaN where the map is not. */
export function giStarOnGrid(values: ArrayLike<number>, grid: CellGrid): Float64Array {
  const { inside } = grid;
  const off = onMap(values, inside);
  let [n, sum, squares] = [0, 0, 0];
  for (let cell = 0; cell < off.length; cell++) {
    n += inside === undefined || inside[cell]! > 0 ? 1 : 0;
    sum += off[cell]!;
  }
  const mean = sum / n;
  for (let cell = 0; cell < off.length; cell++) {
    if (inside !== undefined && !(inside[cell]! > 0)) continue;
    off[cell]! -= mean;
    squares += off[cell]! ** 2;
  }
  const deviation = Math.sqrt(squares / n);
  const [local, cells] = [sumsAround(off, grid), cellsAround(grid)];
  return local.map((one, cell) => {
    if (inside !== undefined && !(inside[cell]! > 0)) return NaN;
    const spread = deviation * Math.sqrt(Math.max(n * cells[cell]! - cells[cell]! ** 2, 0) / (n - 1));
    return spread > 1e-12 * Math.abs(mean) * cells[cell]! ? one / spread : 0;
  });
}

/** p of every cell by conditional permutation, as `permutationP`; NaN where the map is not. */
export function permutationPOnGrid(
  values: ArrayLike<number>,
  grid: CellGrid,
  options: PermutationOptions = {},
): Float64Array {
  const { inside } = grid;
  const known = onMap(values, inside);
  const [local, cells] = [sumsAround(known, grid), cellsAround(grid)];
  const map: number[] = [];
  for (let cell = 0; cell < known.length; cell++) if (inside === undefined || inside[cell]! > 0) map.push(cell);
  const of = (wanted: (cell: number) => number) => Float64Array.from(map, wanted);
  const p = conditionalP(
    of((cell) => known[cell]!),
    { sum: of((cell) => local[cell]! - known[cell]!), cells: of((cell) => cells[cell]! - 1) },
    options,
  );
  const answer = new Float64Array(known.length).fill(NaN);
  for (const [at, cell] of map.entries()) answer[cell] = p[at]!;
  return answer;
}

function onMap(values: ArrayLike<number>, inside: ArrayLike<number> | undefined): Float64Array {
  return Float64Array.from(values, (value, cell) => (inside === undefined || inside[cell]! > 0 ? value : 0));
}
