// What a reader can work out of a table where some cells are hidden: for each of them the least and the most it can be, all published sums kept, by linear programming
// (Fischetti & Salazar 2001, "Solving the cell suppression problem on tabular data with linear constraints", Management Science 47(7)).
import type { Sum } from "./margins.ts";
import { type Simplex, simplex } from "./linear-programme.ts";

/** The attacker must reach so far from the cell, all ways added. */
export type Requirement = { readonly cell: number; readonly ways: readonly Way[]; readonly need: number };

/** Something published before about the same cells: lower ≤ Σ coefficient · cell ≤ upper. */
export type Earlier = {
  readonly cells: readonly number[];
  /** One each where they are not given. */
  readonly coefficients?: readonly number[];
  readonly lower: number;
  readonly upper: number;
};
export type Published = {
  /** Every cell as it is. */
  readonly values: ArrayLike<number>;
  readonly sums: readonly Sum[];
  readonly earlier?: readonly Earlier[];
  /** What everybody knows of a cell although it is hidden; nothing below 0 and no upper end where it is not given. */
  readonly lowest?: ArrayLike<number>;
  readonly highest?: ArrayLike<number>;
};
export type Interval = { readonly lower: number; readonly upper: number };
/** 1 upwards, −1 downwards. */
export type Way = 1 | -1;
export type Attacker = {
  /** How much of each cell is hidden: 0 it is published, 1 it is not. Between them is for those who look for what to hide. */
  readonly hide: (cell: number, share: number) => void;
  /** How far from its value the attacker must think the cell may lie, `enough` at the most. */
  readonly reach: (cell: number, way: Way, enough: number) => number;
  /** What the last reach rests on: reach ≤ Σ weight · share, whatever is hidden. Infinite where nothing holds a cell. */
  readonly weights: () => Float64Array;
  readonly interval: (cell: number) => Interval;
  readonly steps: () => number;
};

/**
 * Programmes are written in how far cells lie from what they are, so that the table itself is always a solution to begin from.
 * RangeError when the table contradicts its own sums or what was published before.
 */
export function attackerOf(published: Published): Attacker {
  const { values } = published;
  const [down, up] = roomOf(published);
  const programme = simplex();
  for (let cell = 0; cell < values.length; cell++) programme.addVariable(0, 0, 0);
  addSums(programme, published);
  const shares = new Float64Array(values.length);
  /** A cell that is hidden in part may move a part of what would be enough: what is unbounded has no part. */
  const bound = (room: number, share: number, enough: number) =>
    share <= 0 ? 0 : share >= 1 ? room : Math.min(room, enough) * share;
  let asked = 0;
  const open = (cell: number, enough: number) =>
    programme.setBounds(cell, -bound(down[cell]!, shares[cell]!, enough), bound(up[cell]!, shares[cell]!, enough));
  let [partly, lastEnough] = [0, Infinity];

  const hide: Attacker["hide"] = (cell, share) => {
    if (shares[cell] === share) return;
    partly += Number(share > 0 && share < 1) - Number(shares[cell]! > 0 && shares[cell]! < 1);
    shares[cell] = share;
    open(cell, lastEnough);
  };

  const reach: Attacker["reach"] = (cell, way, enough) => {
    if (partly > 0 && enough !== lastEnough)
      for (let each = 0; each < shares.length; each++) if (shares[each]! > 0 && shares[each]! < 1) open(each, enough);
    lastEnough = enough;
    const room = bound(way > 0 ? up[cell]! : down[cell]!, shares[cell]!, enough);
    const other = bound(way > 0 ? down[cell]! : up[cell]!, shares[cell]!, enough);
    // No further than enough: what would be unbounded ends there too.
    const far = Math.min(room, enough);
    programme.setBounds(cell, way > 0 ? -other : -far, way > 0 ? far : other);
    programme.setCost(asked, 0);
    programme.setCost(cell, -way);
    asked = cell;
    const outcome = programme.minimise();
    if (outcome === "infeasible") throw new Error("The table itself does not solve its own sums.");
    const reached = outcome === "unbounded" ? Infinity : way * programme.valueOf(cell);
    open(cell, enough);
    return reached;
  };

  const weights: Attacker["weights"] = () => {
    // With y the multipliers, the cell's distance is Σ −reduced cost · distance of every cell, for every solution.
    const reduced = programme.reducedCosts();
    return Float64Array.from({ length: values.length }, (_, cell) => {
      const weight = -reduced[cell]!;
      return Math.abs(weight) < 1e-9 ? 0 : weight > 0 ? weight * up[cell]! : -weight * down[cell]!;
    });
  };

  const interval: Attacker["interval"] = (cell) => ({
    lower: tidy(values[cell]! - reach(cell, -1, Infinity)),
    upper: tidy(values[cell]! + reach(cell, 1, Infinity)),
  });
  return { hide, reach, weights, interval, steps: programme.steps };
}

/** How far each cell may lie below and above what it is, by what everybody knows. */
export function roomOf({ values, lowest, highest }: Published): readonly [down: Float64Array, up: Float64Array] {
  const down = Float64Array.from(values, (value, cell) => value - (lowest?.[cell] ?? 0));
  const up = Float64Array.from(values, (value, cell) => (highest?.[cell] ?? Infinity) - value);
  const outside = down.findIndex((room, cell) => room < 0 || up[cell]! < 0);
  if (outside >= 0) throw new RangeError(`Cell ${outside} is ${values[outside]}, outside what is known of it.`);
  return [down, up];
}

/** The table's sums and what was published before, as rows. `variables` are the cells' distances, each with its sign. */
export function addSums(
  programme: Simplex,
  { values, sums, earlier = [] }: Published,
  variables: (cell: number) => readonly (readonly [variable: number, sign: number])[] = (cell) => [[cell, 1]],
): void {
  const add = (cells: readonly number[], coefficients: readonly number[], lower: number, upper: number) => {
    const terms = cells.flatMap((cell, i) =>
      variables(cell).map(([variable, sign]) => [variable, sign * coefficients[i]!] as const),
    );
    programme.addRow(
      terms.map(([variable]) => variable),
      terms.map(([, coefficient]) => coefficient),
      lower,
      upper,
    );
  };
  for (const { total, parts } of sums) {
    const apart = parts.reduce((left, part) => left - values[part]!, values[total]!);
    if (Math.abs(apart) > 1e-6) throw new RangeError(`Cell ${total} is not the sum of its parts: ${apart} apart.`);
    add([total, ...parts], [1, ...parts.map(() => -1)], 0, 0);
  }
  for (const { cells, coefficients = cells.map(() => 1), lower, upper } of earlier) {
    const sum = cells.reduce((so, cell, i) => so + values[cell]! * coefficients[i]!, 0);
    if (sum < lower - 1e-6 || sum > upper + 1e-6)
      throw new RangeError(`What was published before says ${lower} to ${upper}, and the table ${sum}.`);
    add(cells, coefficients, Math.min(0, lower - sum), Math.max(0, upper - sum));
  }
}

/** Without the dust of arithmetic: counts are whole, and so are the ends of what they can be. */
function tidy(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-6 ? whole + 0 : value;
}
