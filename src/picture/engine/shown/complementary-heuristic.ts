// What to hide beside the protected cells, one protected cell at a time: the cheapest change of the table that moves it as far as is needed tells which cells must be hidden
// with it (Kelly, Golden & Assad 1992; Castro 2012). What turns out to be needless afterwards is shown again.
import { addSums, type Published, type Requirement, roomOf } from "./attacker.ts";
import { simplex } from "./linear-programme.ts";

/** Beside the cost of an ordinary cell, what it costs to lean on one that is hidden already: little, so that few are leaned on. */
const ALREADY_HIDDEN = 1e-4;

type Lean = { readonly requirement: Requirement; on: ReadonlySet<number> };

/** The cells to hide, those always hidden among them, so that every requirement (of one way each) is met. They can all be met when all candidates are hidden. */
export function cheaplyHidden(
  problem: Published & { readonly cost: ArrayLike<number> },
  requirements: readonly Requirement[],
  always: Uint8Array,
  candidates: readonly number[],
  mostSteps: number,
): Uint8Array {
  const changes = cheapestChanges(problem);
  const ordinary = candidates.reduce((sum, cell) => sum + problem.cost[cell]!, 0) / Math.max(candidates.length, 1) || 1;
  const hidden = Uint8Array.from(always);
  for (const cell of candidates) changes.open(cell, problem.cost[cell]! / ordinary + ALREADY_HIDDEN);
  for (const cell of hidden.keys()) if (hidden[cell] === 1) changes.open(cell, ALREADY_HIDDEN);

  const leans: Lean[] = [];
  for (const requirement of requirements.toSorted((a, b) => b.need - a.need || a.cell - b.cell)) {
    const on = changes.moving(requirement);
    if (on === undefined) throw new Error("What could be met with everything hidden cannot be met.");
    for (const cell of on)
      if (hidden[cell] === 0) {
        hidden[cell] = 1;
        changes.open(cell, ALREADY_HIDDEN);
      }
    leans.push({ requirement, on: new Set(on) });
  }

  for (const cell of candidates) if (hidden[cell] === 0) changes.close(cell);
  const chosen = candidates.filter((cell) => hidden[cell] === 1);
  for (const cell of chosen.toSorted((a, b) => problem.cost[b]! - problem.cost[a]! || a - b)) {
    if (changes.steps() > mostSteps) break;
    changes.close(cell);
    const others = insteadOf(cell, leans, changes.moving);
    if (others === undefined) changes.open(cell, ALREADY_HIDDEN);
    else {
      hidden[cell] = 0;
      for (const [lean, on] of others) lean.on = on;
    }
  }
  return hidden;
}

/** What those that lean on the cell can lean on instead; undefined when one of them has nothing else. */
function insteadOf(
  cell: number,
  leans: readonly Lean[],
  moving: (requirement: Requirement) => readonly number[] | undefined,
): readonly (readonly [Lean, ReadonlySet<number>])[] | undefined {
  const others: (readonly [Lean, ReadonlySet<number>])[] = [];
  for (const lean of leans) {
    if (!lean.on.has(cell)) continue;
    const on = moving(lean.requirement);
    if (on === undefined) return undefined;
    others.push([lean, new Set(on)]);
  }
  return others;
}

/** The cheapest change of the table that moves one cell as far as is asked: each cell's change is a rise less a fall, both of which cost. */
function cheapestChanges(published: Published) {
  const [down, up] = roomOf(published);
  const programme = simplex();
  for (let cell = 0; cell < down.length; cell++) {
    programme.addVariable(0, 0, 0);
    programme.addVariable(0, 0, 0);
  }
  const [rise, fall] = [(cell: number) => 2 * cell, (cell: number) => 2 * cell + 1];
  addSums(programme, published, (cell) => [
    [rise(cell), 1],
    [fall(cell), -1],
  ]);
  const free = (cell: number) => {
    programme.setBounds(rise(cell), 0, up[cell]!);
    programme.setBounds(fall(cell), 0, down[cell]!);
  };
  return {
    open: (cell: number, cost: number) => {
      free(cell);
      programme.setCost(rise(cell), cost);
      programme.setCost(fall(cell), cost);
    },
    close: (cell: number) => {
      programme.setBounds(rise(cell), 0, 0);
      programme.setBounds(fall(cell), 0, 0);
    },
    /** The cells that change, itself among them; undefined when it cannot be moved so far. */
    moving: ({ cell, ways, need }: Requirement): readonly number[] | undefined => {
      const [along, against] = ways[0] === 1 ? [rise(cell), fall(cell)] : [fall(cell), rise(cell)];
      programme.setBounds(along, need, need);
      programme.setBounds(against, 0, 0);
      const found = programme.minimise() === "optimal";
      const moved = [...down.keys()].filter(
        (each) => Math.abs(programme.valueOf(rise(each)) - programme.valueOf(fall(each))) > 1e-7,
      );
      free(cell);
      programme.rest();
      return found ? moved : undefined;
    },
    steps: programme.steps,
  };
}
