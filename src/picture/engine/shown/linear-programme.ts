// Linear programmes by the simplex method with bounded variables (Dantzig 1963; Chvátal 1983, chapter 8), revised, the basis' inverse kept whole. It is made for what the
// suppression of cells asks: thousands of programmes over the same equations, each begun where the last one ended, and the multipliers that make cuts of them.

export type Outcome = "optimal" | "infeasible" | "unbounded";
export type Simplex = {
  /** A variable between two bounds (which may be infinite), beginning at `at`, which lies between them. Its number. */
  readonly addVariable: (lower: number, upper: number, at?: number) => number;
  /** lower ≤ Σ coefficient · variable ≤ upper. */
  readonly addRow: (
    variables: ArrayLike<number>,
    coefficients: ArrayLike<number>,
    lower: number,
    upper: number,
  ) => void;
  readonly setBounds: (variable: number, lower: number, upper: number) => void;
  /** A variable costs nothing until it is said. */
  readonly setCost: (variable: number, cost: number) => void;
  /** Makes Σ cost · variable as small as it can be. */
  readonly minimise: () => Outcome;
  /** Every variable to 0, where all bounds and rows allow that; what the last programme was solved by stays. */
  readonly rest: () => void;
  readonly valueOf: (variable: number) => number;
  /** What one more of each variable would cost, all equations kept: cost − multipliers · column, by the last programme. */
  readonly reducedCosts: () => Float64Array;
  /** Steps taken and programmes solved so far: a measure of work that is the same on every machine. */
  readonly steps: () => number;
};

const FEASIBLE = 1e-7;
const IMPROVES = 1e-9;
const PIVOT = 1e-7;
const SLACK = 1e-9;
/** So many steps in a row that move nothing, and the rule that cannot go in circles (Bland 1977) takes over until one does. */
const STANDING_STILL = 60;
const MOST_STEPS = 200_000;
/** The next variable to move is the best of so many, not of all: a step is taken sooner than the best one is found. */
const LOOKED_AT = 256;

/** An empty programme. Every row has a variable of its own, Σ coefficient · variable − own = 0, so that a row is added by a column that is already its own inverse. */
export function simplex(): Simplex {
  const lower: number[] = [];
  const upper: number[] = [];
  const at: number[] = [];
  /** Which row the variable is solved from; −1 when it is not. */
  const rowOf: number[] = [];
  const rowsIn: number[][] = [];
  const valuesIn: number[][] = [];
  const basic: number[] = [];
  /** Each row's own variable. */
  const own: number[] = [];
  let inverse: Float64Array[] = [];
  let width = 16;
  const cost: number[] = [];
  let multipliers = new Float64Array(width);
  let column = new Float64Array(width);
  let steps = 0;
  /** The variables that have anywhere to go, and where among them the next look begins. */
  let movable: number[] | undefined;
  let look = 0;

  const addVariable = (low: number, high: number, start = Math.min(Math.max(0, low), high)) => {
    lower.push(low);
    upper.push(high);
    movable = undefined;
    cost.push(0);
    at.push(start);
    rowOf.push(-1);
    rowsIn.push([]);
    valuesIn.push([]);
    return at.length - 1;
  };

  const addRow: Simplex["addRow"] = (variables, coefficients, low, high) => {
    const row = basic.length;
    if (row + 1 > width) widen();
    const mine = new Float64Array(width);
    let sum = 0;
    for (let i = 0; i < variables.length; i++) {
      const [variable, coefficient] = [variables[i]!, coefficients[i]!];
      rowsIn[variable]!.push(row);
      valuesIn[variable]!.push(coefficient);
      sum += coefficient * at[variable]!;
      const solvedBy = rowOf[variable]!;
      if (solvedBy >= 0) for (let k = 0; k < row; k++) mine[k]! += coefficient * inverse[solvedBy]![k]!;
    }
    mine[row] = -1;
    const slack = addVariable(low, high, sum);
    rowsIn[slack]!.push(row);
    valuesIn[slack]!.push(-1);
    rowOf[slack] = row;
    basic.push(slack);
    own.push(slack);
    inverse.push(mine);
  };

  const widen = () => {
    width *= 2;
    inverse = inverse.map((row) => widened(row, width));
    multipliers = new Float64Array(width);
    column = new Float64Array(width);
  };

  const setBounds: Simplex["setBounds"] = (variable, low, high) => {
    if ((low === high) !== (lower[variable] === upper[variable])) movable = undefined;
    lower[variable] = low;
    upper[variable] = high;
    if (rowOf[variable]! >= 0) return;
    const moved = Math.min(Math.max(at[variable]!, low), high) - at[variable]!;
    if (moved !== 0) move(variable, moved);
  };

  /** What the basic variables do when this one grows by one, with the opposite sign. */
  const solveColumn = (variable: number) => {
    const [rows, values] = [rowsIn[variable]!, valuesIn[variable]!];
    for (let i = 0; i < basic.length; i++) {
      const mine = inverse[i]!;
      let sum = 0;
      for (let k = 0; k < rows.length; k++) sum += mine[rows[k]!]! * values[k]!;
      column[i] = sum;
    }
  };

  const move = (variable: number, by: number) => {
    solveColumn(variable);
    at[variable]! += by;
    for (let i = 0; i < basic.length; i++) if (column[i] !== 0) at[basic[i]!]! -= by * column[i]!;
  };

  /** The multipliers of the costs, or of the distance to what is allowed while something is outside: which of them. */
  const price = (): "costs" | "distance" => {
    const outside = priceBy(sideOf);
    if (!outside) priceBy((variable) => cost[variable]!);
    return outside ? "distance" : "costs";
  };

  const priceBy = (weightOf: (variable: number) => number): boolean => {
    multipliers.fill(0);
    let any = false;
    for (let i = 0; i < basic.length; i++) {
      const weight = weightOf(basic[i]!);
      if (weight === 0) continue;
      any = true;
      const mine = inverse[i]!;
      for (let k = 0; k < basic.length; k++) multipliers[k]! += weight * mine[k]!;
    }
    return any;
  };

  /** −1 below its bounds, 1 above them. */
  const sideOf = (variable: number) => {
    const value = at[variable]!;
    return value < lower[variable]! - FEASIBLE ? -1 : value > upper[variable]! + FEASIBLE ? 1 : 0;
  };

  const reduced = (variable: number, costs: boolean) => {
    const [rows, values] = [rowsIn[variable]!, valuesIn[variable]!];
    let sum = costs ? cost[variable]! : 0;
    for (let k = 0; k < rows.length; k++) sum -= multipliers[rows[k]!]! * values[k]!;
    return sum;
  };

  const whatMoves = () => lower.flatMap((low, j) => (low === upper[j] ? [] : [j]));

  /** A variable that pays to move, as its number + 1, negative if it should fall; 0 when none does. */
  const entering = (costs: boolean, first: boolean): number => {
    movable ??= whatMoves();
    if (first || look >= movable.length) look = 0;
    let best = IMPROVES;
    let found = 0;
    for (let seen = 0; seen < movable.length; seen++) {
      const j = movable[look]!;
      look = look + 1 === movable.length ? 0 : look + 1;
      if (found !== 0 && (first || seen % LOOKED_AT === 0)) return found;
      if (rowOf[j]! >= 0) continue;
      const gain = reduced(j, costs);
      const rises = gain < -best && at[j]! < upper[j]!;
      const falls = gain > best && at[j]! > lower[j]!;
      if (!rises && !falls) continue;
      found = rises ? j + 1 : -(j + 1);
      best = Math.abs(gain);
    }
    return found;
  };

  /**
   * How far the entering variable may go, and which row stops it: −1 when its own other bound does. What is outside its bounds stops where it comes inside.
   * Of the rows that stop it at nearly the same place the one is taken that moves fastest, which keeps the numbers sound (Harris 1973).
   */
  const farthest = (variable: number, way: number, first: boolean): { step: number; row: number } => {
    const own = way > 0 ? upper[variable]! - at[variable]! : at[variable]! - lower[variable]!;
    let nearest = own;
    for (let i = 0; i < basic.length; i++) {
      const speed = -way * column[i]!;
      if (Math.abs(speed) > PIVOT) nearest = Math.min(nearest, roomAhead(basic[i]!, speed, SLACK) / Math.abs(speed));
    }
    let row = -1;
    let step = own;
    for (let i = 0; i < basic.length; i++) {
      const speed = -way * column[i]!;
      if (Math.abs(speed) <= PIVOT) continue;
      const reach = roomAhead(basic[i]!, speed, 0) / Math.abs(speed);
      if (reach > nearest || reach === Infinity) continue;
      const better = row < 0 || (first ? basic[i]! < basic[row]! : Math.abs(speed) > Math.abs(column[row]!));
      if (!better) continue;
      row = i;
      step = Math.max(0, reach);
    }
    return row >= 0 && step <= own ? { step, row } : { step: own, row: -1 };
  };

  /** How far a basic variable may move that way: to the bound it would break, or outside already, to the one it comes inside of. */
  const roomAhead = (variable: number, speed: number, slack: number): number => {
    const side = sideOf(variable);
    if (side !== 0 && side * speed > 0) return Infinity;
    const rising = speed > 0;
    const goal = (side === 0) === rising ? upper[variable]! : lower[variable]!;
    return Math.max(0, rising ? goal - at[variable]! : at[variable]! - goal) + slack;
  };

  const exchange = (variable: number, row: number, atBound: number) => {
    const leaving = basic[row]!;
    at[leaving] = atBound;
    rowOf[leaving] = -1;
    basic[row] = variable;
    rowOf[variable] = row;
    const mine = inverse[row]!;
    const pivot = 1 / column[row]!;
    const filled: number[] = [];
    for (let k = 0; k < basic.length; k++)
      if (mine[k] !== 0) {
        mine[k]! *= pivot;
        filled.push(k);
      }
    for (let i = 0; i < basic.length; i++) {
      const factor = column[i]!;
      if (i === row || factor === 0) continue;
      const other = inverse[i]!;
      for (const k of filled) {
        const left = other[k]! - factor * mine[k]!;
        // What should be nothing is nothing: else the inverse fills with dust.
        other[k] = Math.abs(left) < 1e-12 ? 0 : left;
      }
    }
  };

  /** The same basis solved from the beginning, so that nothing is left of what the numbers have drifted. A variable that cannot be solved from any row leaves the basis. */
  const solveAgain = () => {
    const solved = basic.filter((variable) => own[rowsIn[variable]![0]!] !== variable);
    const slack = new Set(basic);
    for (const variable of basic) rowOf[variable] = -1;
    for (let row = 0; row < basic.length; row++) {
      inverse[row]!.fill(0);
      inverse[row]![row] = -1;
      basic[row] = own[row]!;
      rowOf[own[row]!] = row;
    }
    for (const variable of solved) {
      solveColumn(variable);
      let best = -1;
      for (let row = 0; row < basic.length; row++)
        if (
          basic[row] === own[row] &&
          !slack.has(own[row]!) &&
          (best < 0 || Math.abs(column[row]!) > Math.abs(column[best]!))
        )
          best = row;
      if (best >= 0 && Math.abs(column[best]!) > PIVOT) exchange(variable, best, at[basic[best]!]!);
    }
    for (let j = 0; j < at.length; j++) if (rowOf[j]! < 0) at[j] = Math.min(Math.max(at[j]!, lower[j]!), upper[j]!);
    for (const variable of basic) at[variable] = 0;
    const apart = rowSums();
    for (let row = 0; row < basic.length; row++) apart[row]! -= at[own[row]!]!;
    for (let i = 0; i < basic.length; i++) {
      const mine = inverse[i]!;
      let sum = 0;
      for (let k = 0; k < basic.length; k++) sum -= mine[k]! * apart[k]!;
      at[basic[i]!] = sum;
    }
  };

  /** Σ coefficient · variable of every row, without the row's own variable. */
  const rowSums = (): Float64Array => {
    const sums = new Float64Array(basic.length);
    for (let j = 0; j < at.length; j++)
      if (at[j] !== 0) for (let k = 0; k < rowsIn[j]!.length; k++) sums[rowsIn[j]![k]!]! += valuesIn[j]![k]! * at[j]!;
    for (let row = 0; row < basic.length; row++) sums[row]! += at[own[row]!]!;
    return sums;
  };
  const drifted = () => rowSums().some((sum, row) => Math.abs(sum - at[own[row]!]!) > FEASIBLE * (1 + Math.abs(sum)));

  const solve = (): Outcome => {
    let still = 0;
    let priced = price();
    let fresh = true;
    for (let taken = 0; taken < MOST_STEPS; taken++) {
      const bland = still > STANDING_STILL;
      const found = entering(priced === "costs", bland);
      if (found === 0) {
        if (fresh) return priced === "costs" ? "optimal" : "infeasible";
        // The multipliers were changed step by step: nothing pays only when it does not by new ones either.
        priced = price();
        fresh = true;
        continue;
      }
      const [variable, way] = [Math.abs(found) - 1, Math.sign(found)];
      const gain = reduced(variable, priced === "costs");
      solveColumn(variable);
      const { step, row } = farthest(variable, way, bland);
      if (step === Infinity) return "unbounded";
      steps++;
      still = step > 1e-10 ? 0 : still + 1;
      at[variable]! += way * step;
      for (let i = 0; i < basic.length; i++) if (column[i] !== 0) at[basic[i]!]! -= way * step * column[i]!;
      if (row < 0) at[variable] = way > 0 ? upper[variable]! : lower[variable]!;
      else {
        const leaving = basic[row]!;
        const nearLower = Math.abs(at[leaving]! - lower[leaving]!) <= Math.abs(at[leaving]! - upper[leaving]!);
        exchange(variable, row, nearLower ? lower[leaving]! : upper[leaving]!);
      }
      if (priced === "distance") priced = price();
      else if (row >= 0) {
        fresh = false;
        reprice(row, gain);
      }
    }
    throw new Error(`The linear programme did not settle in ${MOST_STEPS} steps.`);
  };

  /**
   * Brings inside what is outside its bounds at the least price (the dual simplex method, Lemke 1954): a few steps where a bound or a row has been added to what was the best.
   * It ends when all is inside, or when it cannot: what is left is for `solve`.
   */
  const mend = () => {
    priceBy((variable) => cost[variable]!);
    movable ??= whatMoves();
    for (let taken = 0; taken < 2 * basic.length + 100; taken++) {
      const row = farthestOutside();
      if (row < 0) return;
      const leaving = basic[row]!;
      const side = sideOf(leaving);
      const found = cheapestInto(row, side, movable);
      if (found < 0) return;
      const gain = reduced(found, true);
      solveColumn(found);
      if (Math.abs(column[row]!) <= PIVOT) return;
      steps++;
      const bound = side > 0 ? upper[leaving]! : lower[leaving]!;
      const step = (at[leaving]! - bound) / column[row]!;
      at[found]! += step;
      for (let i = 0; i < basic.length; i++) if (column[i] !== 0) at[basic[i]!]! -= step * column[i]!;
      exchange(found, row, bound);
      reprice(row, gain);
    }
  };

  const farthestOutside = () => {
    let [row, most] = [-1, FEASIBLE];
    for (let i = 0; i < basic.length; i++) {
      const b = basic[i]!;
      const outside = Math.max(lower[b]! - at[b]!, at[b]! - upper[b]!);
      if (outside > most) [row, most] = [i, outside];
    }
    return row;
  };

  /** The variable that brings this row's inside at the least price for the way; −1 when none can. */
  const cheapestInto = (row: number, side: number, among: readonly number[]) => {
    const mine = inverse[row]!;
    let [found, least, fastest] = [-1, Infinity, 0];
    for (const j of among) {
      if (rowOf[j]! >= 0) continue;
      const [rows, values] = [rowsIn[j]!, valuesIn[j]!];
      let speed = 0;
      for (let k = 0; k < rows.length; k++) speed += mine[rows[k]!]! * values[k]!;
      const fast = Math.abs(speed);
      if (fast <= PIVOT) continue;
      const rises = speed * side > 0;
      if (rises ? at[j]! >= upper[j]! : at[j]! <= lower[j]!) continue;
      const each = Math.max(0, rises ? reduced(j, true) : -reduced(j, true)) / fast;
      if (each > least + 1e-12 || (each >= least - 1e-12 && fast <= fastest)) continue;
      [found, least, fastest] = [j, each, fast];
    }
    return found;
  };

  /** One basic variable is another: the multipliers change along its row, by what it gained. */
  const reprice = (row: number, gain: number) => {
    const mine = inverse[row]!;
    for (let k = 0; k < basic.length; k++) if (mine[k] !== 0) multipliers[k]! += gain * mine[k]!;
  };

  const minimise = (): Outcome => {
    steps++;
    if (farthestOutside() >= 0) mend();
    let outcome = solve();
    if (outcome === "infeasible" || drifted()) {
      solveAgain();
      outcome = solve();
    }
    return outcome;
  };

  return {
    addVariable,
    addRow,
    setBounds,
    setCost: (variable, each) => {
      cost[variable] = each;
    },
    minimise,
    rest: () => at.fill(0),
    valueOf: (variable) => at[variable]!,
    reducedCosts: () => Float64Array.from(at, (_, j) => reduced(j, true)),
    steps: () => steps,
  };
}

function widened(row: Float64Array, width: number): Float64Array {
  const wider = new Float64Array(width);
  wider.set(row);
  return wider;
}
