// A table of counts with its margins: every cell and every sum a reader can make of what is published, in any number of dimensions and with codes under codes
// (Hundepool et al. 2012, Statistical Disclosure Control, chapter 4).

export type Dimension = {
  readonly name: string;
  readonly codes: readonly string[];
  /** The code above each code, for codes that have one: "0301" lies under "03". Codes above need not be among `codes`. */
  readonly above?: Readonly<Record<string, string>>;
};
/** Σ parts = total, all numbers of cells. */
export type Sum = { readonly total: number; readonly parts: readonly number[] };
export type Margins = {
  /** Of every dimension: the whole first (named ""), then the codes in the order they were met, those above too. */
  readonly nodes: readonly (readonly string[])[];
  /** Of every cell, margins too. */
  readonly values: Float64Array;
  readonly sums: readonly Sum[];
  /** The node of each dimension. */
  readonly nodesOf: (cell: number) => readonly number[];
  readonly cellOf: (nodes: readonly number[]) => number;
  /** 1 for a cell that has no other cells under it. */
  readonly inner: Uint8Array;
};

/** More cells than this and a table is no table. */
export const MOST_CELLS = 1_000_000;

/**
 * Counts by innermost codes, summed over every margin. `counts` gives the codes in the order of `dimensions`; the same codes twice are added.
 * A code that has codes under it holds no counts of its own: that is an error, and so is a code that is not named.
 */
export function withMargins(
  dimensions: readonly Dimension[],
  counts: Iterable<readonly [codes: readonly string[], count: number]>,
): Margins {
  const trees = dimensions.map(treeOf);
  const strides: number[] = [];
  let size = 1;
  for (const { names } of trees.toReversed()) {
    strides.unshift(size);
    size *= names.length;
  }
  if (size > MOST_CELLS) throw new RangeError(`${size} cells are more than ${MOST_CELLS}.`);
  const cellOf = (nodes: readonly number[]) => nodes.reduce((cell, node, d) => cell + node * strides[d]!, 0);
  const nodesOf = (cell: number) => trees.map(({ names }, d) => Math.floor(cell / strides[d]!) % names.length);
  const values = new Float64Array(size);
  for (const [codes, count] of counts)
    values[cellOf(trees.map((tree, d) => leafOf(tree, codes[d] ?? "", dimensions[d]!.name)))]! += count;
  const inner = new Uint8Array(size).fill(1);
  const sums: Sum[] = [];
  // Dimension by dimension, innermost codes first, so that what is summed is already whole in the dimensions before.
  for (const [d, { under }] of trees.entries())
    for (let node = under.length - 1; node >= 0; node--) {
      if (under[node]!.length === 0) continue;
      const [stride, block] = [strides[d]!, strides[d]! * under.length];
      for (let start = node * stride; start < size; start += block)
        for (let cell = start; cell < start + stride; cell++) {
          const parts = under[node]!.map((part) => cell + (part - node) * stride);
          values[cell] = parts.reduce((sum, part) => sum + values[part]!, 0);
          inner[cell] = 0;
          sums.push({ total: cell, parts });
        }
    }
  return { nodes: trees.map(({ names }) => names), values, sums, nodesOf, cellOf, inner };
}

type Tree = {
  readonly names: readonly string[];
  readonly under: readonly (readonly number[])[];
  readonly numbers: ReadonlyMap<string, number>;
};

function treeOf({ name, codes, above = {} }: Dimension): Tree {
  const names = [""];
  const under: number[][] = [[]];
  const numbers = new Map<string, number>();
  /** Those above first, so that a node's number is lower than those of what lies under it. */
  const place = (code: string, through: readonly string[]): number => {
    if (through.includes(code)) throw new RangeError(`${name}: ${code} lies under itself.`);
    const known = numbers.get(code);
    if (known !== undefined) return known;
    const over = Object.hasOwn(above, code) ? place(above[code]!, [...through, code]) : 0;
    const number = names.push(code) - 1;
    under.push([]);
    under[over]!.push(number);
    numbers.set(code, number);
    return number;
  };
  for (const code of codes) place(code, []);
  return { names, under, numbers };
}

function leafOf({ under, numbers }: Tree, code: string, dimension: string): number {
  const node = numbers.get(code);
  if (node === undefined) throw new RangeError(`${dimension}: ${code} is not one of its codes.`);
  if (under[node]!.length > 0) throw new RangeError(`${dimension}: ${code} has codes under it and counts of its own.`);
  return node;
}
