// How many pairs of events are near each other at the least: known at once, and asked before anybody makes a list of them.
import type { EventTable } from "./event-table.ts";

/** Pairs that are surely within so many metres: those in the same square of which every two points are. There may be some six times as many. */
export function leastNearPairs({ x, y }: Pick<EventTable, "x" | "y">, metres: number): number {
  const side = metres / Math.SQRT2;
  const held = new Map<string, number>();
  let pairs = 0;
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i]!)) continue;
    const square = `${Math.floor(x[i]! / side)} ${Math.floor(y[i]! / side)}`;
    const before = held.get(square) ?? 0;
    pairs += before;
    held.set(square, before + 1);
  }
  return pairs;
}
