// Places on a map that stand for enough events at enough addresses (k-anonymity by generalisation, Samarati & Sweeney 1998): what is too few in a cell is counted in the cell
// above it, together with what is too few beside it, until it is enough. Every event is counted once.
import type { Threshold } from "./threshold.ts";

export type ShownPlace<Cell> = {
  readonly cell: Cell;
  readonly events: number;
  readonly addresses: number;
  /** True when finer cells inside are shown by themselves: this is what is left of the area. */
  readonly rest: boolean;
};
export type ShownPlaces<Cell> = {
  readonly shown: readonly ShownPlace<Cell>[];
  /** What was too few even in the coarsest cells. To be kept inside: a few, said as they are, are what was not to be shown. */
  readonly hidden: { readonly events: number; readonly addresses: number };
  /** False when the number of all events, less what is shown, would tell of too few. */
  readonly mayTellTotal: boolean;
};
type Gathered = { events: number; addresses: Set<string | number>; rest: boolean };

/**
 * The finest cells that may be shown. `cells` and `addresses` are of each event, the cells any grid's (quadtree, squares, H3); `above` is the cell a cell lies in,
 * undefined for the coarsest. RangeError for a cell that lies in itself.
 */
export function shownPlaces<Cell extends string | number>(
  cells: ArrayLike<Cell>,
  addresses: ArrayLike<string | number>,
  above: (cell: Cell) => Cell | undefined,
  { fewest, fewestAddresses }: Pick<Threshold, "fewest" | "fewestAddresses">,
): ShownPlaces<Cell> {
  const levels: Map<Cell, Gathered>[] = [];
  const depthOf = depths(above);
  const at = (cell: Cell) => {
    const level = (levels[depthOf(cell)] ??= new Map<Cell, Gathered>());
    const known = level.get(cell);
    if (known !== undefined) return known;
    const gathered: Gathered = { events: 0, addresses: new Set(), rest: false };
    level.set(cell, gathered);
    return gathered;
  };
  for (let event = 0; event < cells.length; event++) {
    const gathered = at(cells[event]!);
    gathered.events++;
    gathered.addresses.add(addresses[event]!);
  }
  const isEnough = ({ events, addresses: at }: Gathered) => events >= fewest && at.size >= fewestAddresses;
  const shown: ShownPlace<Cell>[] = [];
  const left: Gathered = { events: 0, addresses: new Set(), rest: false };
  for (let depth = levels.length - 1; depth >= 0; depth--)
    for (const [cell, gathered] of levels[depth] ?? []) {
      const over = above(cell);
      const enough = gathered.events > 0 && isEnough(gathered);
      if (enough)
        shown.push({ cell, events: gathered.events, addresses: gathered.addresses.size, rest: gathered.rest });
      const into = over === undefined ? left : at(over);
      into.rest ||= gathered.rest || enough;
      if (!enough) pour(gathered, into);
    }
  return {
    shown,
    hidden: { events: left.events, addresses: left.addresses.size },
    mayTellTotal: left.events === 0 || isEnough(left),
  };
}

function pour(from: Gathered, into: Gathered): void {
  into.events += from.events;
  // The larger set takes the smaller, so that going up many levels costs no more than going up one.
  const [small, large] =
    from.addresses.size < into.addresses.size ? [from.addresses, into.addresses] : [into.addresses, from.addresses];
  for (const address of small) large.add(address);
  into.addresses = large;
}

/** How many cells lie above each. */
function depths<Cell>(above: (cell: Cell) => Cell | undefined): (cell: Cell) => number {
  const known = new Map<Cell, number>();
  return (cell) => {
    const chain = new Set<Cell>();
    let here: Cell | undefined = cell;
    while (here !== undefined && !known.has(here)) {
      if (chain.has(here)) throw new RangeError(`${String(here)} lies in itself.`);
      chain.add(here);
      here = above(here);
    }
    let depth = here === undefined ? -1 : known.get(here)!;
    for (const each of [...chain].toReversed()) known.set(each, ++depth);
    return known.get(cell)!;
  };
}
