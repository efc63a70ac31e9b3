// Gaussian smoothing of a grid, exact for narrow kernels and to one part in a hundred million of the top for wide ones, at a cost that does not grow with the width: one wide Gaussian is
// two narrower ones, and between the two the surface is so smooth that it need not be known in every cell (Burt & Adelson 1983; by Poisson's sum formula the error is exp(−(πσ/s)²/2),
// where σ is the kernel's deviation and s how many cells lie between those that are known).
import { kernelOn, memoryOf } from "../../kernels/kernel.ts";
import { smoothWasm } from "../../kernels/smooth.wasm.ts";

/** A kernel is cut where it is a hundred-millionth of its top. */
const CUT = 6.1;
/** Cells between known ones, in deviations: the error is then below 2e-10, and what the cuts leave out decides. */
const SPARSE = 0.45;

/** Values row by row. `first` is where the first column or row lies, counted in cells from the answer's. */
export type Raster = { readonly values: Float64Array; readonly columns: number; readonly rows: number };
export type Span = { readonly first: number; readonly deviation: number; readonly cells: number };

/**
 * The grid smoothed along both directions; deviations in cells. The answer has `across.cells` columns and `along.cells` rows; the raster handed in begins `first` cells from them (below
 * zero: before). Kernels sum to one.
 */
export function smoothed(raster: Raster, across: Span, along: Span, compiled = true): Float64Array {
  const sideways = directionOf(across, raster.columns);
  const upwards = directionOf(along, raster.rows);
  // The first half of both, then the second half of both: between them lies a grid of few cells.
  const inRows = gather(raster.values, raster.rows, raster.columns, sideways, compiled);
  const known = gather(transposed(inRows, raster.rows, sideways.known), sideways.known, raster.rows, upwards, compiled);
  const columnwise = spread(known, sideways.known, upwards, compiled);
  return spread(transposed(columnwise, sideways.known, along.cells), along.cells, sideways, compiled);
}

/** How one direction is smoothed: first from all cells to the known ones, then from these to the cells of the answer. */
type Direction = {
  readonly known: number;
  readonly step: number;
  /** Where the first known one lies, from the first cell that is handed in. */
  readonly offset: number;
  readonly inward: Float64Array;
  readonly span: Span;
  readonly outward: Float64Array;
};

function directionOf(span: Span, given: number): Direction {
  const { deviation, first, cells } = span;
  const step = Math.floor(deviation * SPARSE);
  if (step < 2) {
    const inward = kernelOf(deviation, 1);
    // Known are the answer's own cells: nothing is left to do outwards.
    return { known: cells, step: 1, offset: -first, inward, span, outward: new Float64Array(0) };
  }
  const half = deviation / Math.SQRT2;
  const reach = Math.ceil(CUT * half);
  const inward = kernelOf(half, 1);
  // Known ones reach as far beyond the answer as it draws on, but not further than what is handed in spreads.
  const from = Math.max(-reach, first - reach);
  const to = Math.min(cells - 1 + reach, first + given - 1 + reach);
  const known = Math.max(Math.floor((to - from) / step) + 1, 0);
  return { known, step, offset: from - first, inward, span, outward: kernelOf(half, step) };
}

/** A Gaussian at whole cells, as far as its cut on both sides; its sum is one. With `step`, for values that stand for so many cells each. */
function kernelOf(deviation: number, step: number): Float64Array {
  const reach = Math.max(1, Math.ceil(CUT * deviation));
  const kernel = Float64Array.from({ length: 2 * reach + 1 }, (_, k) =>
    Math.exp(-0.5 * ((k - reach) / deviation) ** 2),
  );
  const sum = kernel.reduce((all, one) => all + one, 0);
  return kernel.map((one) => (one * step) / sum);
}

/** One line at a time: what is written to `given` comes to `found`. */
type LineLoop = {
  readonly given: Float64Array;
  readonly found: Float64Array;
  readonly run: (begin: number, end: number) => void;
};

/** Each line's weighted sums around its known cells: `lines` lines of `length`. */
function gather(values: Float64Array, lines: number, length: number, direction: Direction, compiled: boolean) {
  const loop = (compiled ? compiledGather(length, direction) : undefined) ?? gatherLoop(length, direction);
  const answer = new Float64Array(lines * direction.known);
  for (let line = 0; line < lines; line++) {
    loop.given.set(values.subarray(line * length, (line + 1) * length));
    // Most of a map is empty.
    let [begin, end] = [0, length];
    while (begin < end && loop.given[begin] === 0) begin++;
    while (end > begin && loop.given[end - 1] === 0) end--;
    if (begin === end) continue;
    loop.run(begin, end);
    answer.set(loop.found, line * direction.known);
  }
  return answer;
}

/** The definition; the kernel sums the same. */
function gatherLoop(length: number, { known, step, offset, inward }: Direction): LineLoop {
  const [given, found] = [new Float64Array(length), new Float64Array(known)];
  const reach = (inward.length - 1) / 2;
  const run = (begin: number, end: number) => {
    for (let one = 0; one < known; one++) {
      const middle = offset + one * step;
      const from = Math.max(begin, middle - reach);
      found[one] = dot(given, from, inward, from + reach - middle, Math.min(end, middle + reach + 1) - from);
    }
  };
  return { given, found, run };
}

/** Even and odd places are summed apart, as two lanes would. */
function dot(values: Float64Array, at: number, weights: Float64Array, from: number, count: number): number {
  let [even, odd] = [0, 0];
  let k = 0;
  for (; k + 1 < count; k += 2) {
    even += values[at + k]! * weights[from + k]!;
    odd += values[at + k + 1]! * weights[from + k + 1]!;
  }
  if (k < count) even += values[at + k]! * weights[from + k]!;
  return even + odd;
}

/** From each line's known cells to all the answer's: every cell draws on the known ones around it. */
function spread(values: Float64Array, lines: number, direction: Direction, compiled: boolean): Float64Array {
  const { known, span, outward } = direction;
  if (outward.length === 0) return values;
  const loop = (compiled ? compiledSpread(direction) : undefined) ?? spreadLoop(direction);
  const answer = new Float64Array(lines * span.cells);
  for (let line = 0; line < lines; line++) {
    loop.given.set(values.subarray(line * known, (line + 1) * known));
    loop.run(0, known);
    answer.set(loop.found, line * span.cells);
  }
  return answer;
}

/** The definition; the kernel sums the same. */
function spreadLoop({ known, step, offset, span, outward }: Direction): LineLoop {
  const [given, found] = [new Float64Array(known), new Float64Array(span.cells)];
  const reach = (outward.length - 1) / 2;
  const from = offset + span.first;
  const weights = phasesOf(outward, step);
  const width = weights.length / step;
  const run = () => {
    for (let cell = 0; cell < span.cells; cell++) {
      // The last known one that is no more than the reach before the cell is the first it draws on.
      const first = Math.ceil((cell - reach - from) / step);
      const phase = (first * step + from - (cell - reach)) * width;
      const [begin, end] = [Math.max(0, -first), Math.min(width, known - first)];
      found[cell] = dot(given, first + begin, weights, phase + begin, end - begin);
    }
  };
  return { given, found, run };
}

type Kernel = {
  readonly gather: (
    values: number,
    length: number,
    begin: number,
    end: number,
    known: number,
    step: number,
    offset: number,
    inward: number,
    reach: number,
    out: number,
  ) => void;
  readonly spread: (
    values: number,
    known: number,
    cells: number,
    step: number,
    from: number,
    reach: number,
    weights: number,
    width: number,
    out: number,
  ) => void;
};

/** A memory with a line, its weights and its answer one after the other; undefined where the machine cannot. */
function laidOut(given: number, weights: Float64Array, found: number) {
  const [weightsAt, foundAt] = [given * 8, (given + weights.length) * 8];
  const memory = memoryOf(foundAt + found * 8);
  const kernel = kernelOn(smoothWasm, memory) as Kernel | undefined;
  new Float64Array(memory.buffer, weightsAt, weights.length).set(weights);
  const line = {
    given: new Float64Array(memory.buffer, 0, given),
    found: new Float64Array(memory.buffer, foundAt, found),
  };
  return kernel && { kernel, weightsAt, foundAt, line };
}

function compiledGather(length: number, { known, step, offset, inward }: Direction): LineLoop | undefined {
  const made = laidOut(length, inward, known);
  if (made === undefined) return undefined;
  const { kernel, weightsAt, foundAt, line } = made;
  const reach = (inward.length - 1) / 2;
  return {
    ...line,
    run: (begin, end) => kernel.gather(0, length, begin, end, known, step, offset, weightsAt, reach, foundAt),
  };
}

function compiledSpread({ known, step, offset, span, outward }: Direction): LineLoop | undefined {
  const weights = phasesOf(outward, step);
  const made = laidOut(known, weights, span.cells);
  if (made === undefined) return undefined;
  const { kernel, weightsAt, foundAt, line } = made;
  const reach = (outward.length - 1) / 2;
  const width = weights.length / step;
  return {
    ...line,
    run: () => kernel.spread(0, known, span.cells, step, offset + span.first, reach, weightsAt, width, foundAt),
  };
}

/** The kernel as it is met by every so many cells, once for each place it can begin. */
function phasesOf(kernel: Float64Array, step: number): Float64Array {
  const width = Math.ceil(kernel.length / step);
  const phases = new Float64Array(width * step);
  for (let phase = 0; phase < step; phase++)
    for (let k = 0; k < width; k++) phases[phase * width + k] = kernel[phase + k * step] ?? 0;
  return phases;
}

/** Rows become columns; in blocks, so that neither side is jumped about in. */
function transposed(values: Float64Array, rows: number, columns: number): Float64Array {
  const answer = new Float64Array(values.length);
  const block = 32;
  for (let top = 0; top < rows; top += block)
    for (let left = 0; left < columns; left += block)
      for (let row = top; row < Math.min(top + block, rows); row++)
        for (let column = left; column < Math.min(left + block, columns); column++)
          answer[column * rows + row] = values[row * columns + column]!;
  return answer;
}
