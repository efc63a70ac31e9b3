// A question put into the store's own numbers, and how far each part of it reaches into a block of rows: no row, every row, or each must be looked at.
import type { Day } from "../../ground/time.ts";
import { type AreaEntry, type EventStore, leastState, UNDATED_DAY } from "./event-store.ts";
import { dayCounted, HOURS_IN_WEEK } from "./local-time.ts";
import type { EventQuestion } from "./question.ts";
import { worldX, worldY } from "./world.ts";

/** A part of a map in 256 × 256 cells, each 2^shift world units wide; `west` and `north` are world units, whole multiples of that. */
export type HeatWindow = { readonly west: number; readonly north: number; readonly shift: number };
export const HEAT_SIDE = 256;

export const PARTS = ["where", "when", "hours", "categories", "sources"] as const;
export type Part = (typeof PARTS)[number];
/** Of a block, and a part of the question: no row, every row, or each must be looked at. */
export type Reach = "none" | "all" | "some";

/** A question in the store's own numbers. */
export type Plan = {
  readonly leastState: number;
  readonly box:
    | { readonly west: number; readonly east: number; readonly north: number; readonly south: number }
    | undefined;
  /** By area code, where an area is asked for. */
  readonly areas: Uint8Array | undefined;
  readonly days: { readonly first: number; readonly last: number } | undefined;
  readonly hours: Uint8Array | undefined;
  readonly categories: Uint8Array | undefined;
  /** The same as a block's zone holds them: by code modulo 256. */
  readonly categoryMasks: { readonly asked: Uint32Array; readonly others: Uint32Array };
  readonly sources: Uint8Array | undefined;
};

export function planOf({ words }: EventStore, question: EventQuestion): Plan {
  const { where, from, to } = question;
  const chosen = (all: readonly string[], asked: readonly string[]) =>
    asked.length === 0 ? undefined : Uint8Array.from(all, (word) => (asked.includes(word) ? 1 : 0));
  const day = (asked: Day | undefined, otherwise: number) =>
    asked === undefined ? otherwise : Math.min(Math.max(dayCounted(asked), -1), UNDATED_DAY - 1);
  const categories = chosen(words.category, question.categories);
  return {
    leastState: leastState(question.sharing),
    box:
      where !== undefined && "box" in where
        ? {
            // World x 0 is where rows without a point lie.
            west: Math.max(worldX(where.box.west), 1),
            east: worldX(where.box.east),
            north: worldY(where.box.north),
            south: worldY(where.box.south),
          }
        : undefined,
    areas: where !== undefined && "area" in where ? areasIn(words.areas, where.area) : undefined,
    days:
      from === undefined && to === undefined
        ? undefined
        : { first: Math.max(day(from, 0), 0), last: day(to, UNDATED_DAY - 1) },
    hours:
      question.hours.length === 0
        ? undefined
        : Uint8Array.from({ length: HOURS_IN_WEEK }, (_, hour) => (question.hours.includes(hour) ? 1 : 0)),
    categories,
    categoryMasks: { asked: maskOf(categories, 1), others: maskOf(categories, 0) },
    sources: chosen(words.source, question.sources),
  };
}

function maskOf(codes: Uint8Array | undefined, value: 0 | 1): Uint32Array {
  const mask = new Uint32Array(8);
  codes?.forEach((one, code) => {
    if (one === value) mask[(code & 255) >> 5]! |= 1 << (code & 31);
  });
  return mask;
}

/** Which areas are this one or lie in it. */
function areasIn(areas: readonly AreaEntry[], asked: string): Uint8Array {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  return Uint8Array.from(areas, (area) => {
    // No deeper than there are areas, in case one is said to lie in itself.
    for (let at: typeof area | undefined = area, depth = 0; at !== undefined && depth <= areas.length; depth++) {
      if (at.code === asked) return 1;
      at = at.parent === undefined ? undefined : byCode.get(at.parent);
    }
    return 0;
  });
}

/** Fills in how far each part reaches into a block; returns how many of them do not at all. */
export function reachesOf(store: EventStore, plan: Plan, block: number, reaches: Reach[]): number {
  let none = 0;
  for (let at = 0; at < PARTS.length; at++) {
    const reach = reachOf(store, plan, PARTS[at]!, block);
    reaches[at] = reach;
    if (reach === "none") none++;
  }
  return none;
}

function reachOf({ zones, columns }: EventStore, plan: Plan, part: Part, block: number): Reach {
  switch (part) {
    case "where": {
      if (plan.areas !== undefined)
        return columns.area.width > 0 ? "some" : plan.areas[columns.area.constant] === 1 ? "all" : "none";
      if (plan.box === undefined) return "all";
      const [west, east, north, south] = [
        zones.minX[block]!,
        zones.maxX[block]!,
        zones.minY[block]!,
        zones.maxY[block]!,
      ];
      if (
        west > east ||
        east < plan.box.west ||
        west > plan.box.east ||
        south < plan.box.north ||
        north > plan.box.south
      )
        return "none";
      const inside =
        west >= plan.box.west && east <= plan.box.east && north >= plan.box.north && south <= plan.box.south;
      return inside && zones.coarse[block] === 0 ? "all" : "some";
    }
    case "when": {
      if (plan.days === undefined) return "all";
      const [first, last] = [zones.minDay[block]!, zones.maxDay[block]!];
      if (last < plan.days.first || first > plan.days.last) return "none";
      return first >= plan.days.first && last <= plan.days.last ? "all" : "some";
    }
    case "hours":
      return plan.hours === undefined ? "all" : "some";
    case "categories": {
      if (plan.categories === undefined) return "all";
      let [any, other] = [0, 0];
      for (let word = 0; word < 8; word++) {
        any |= zones.categories[block * 8 + word]! & plan.categoryMasks.asked[word]!;
        other |= zones.categories[block * 8 + word]! & plan.categoryMasks.others[word]!;
      }
      return any === 0 ? "none" : other === 0 ? "all" : "some";
    }
    case "sources":
      if (plan.sources === undefined) return "all";
      return columns.source.width > 0 ? "some" : plan.sources[columns.source.constant] === 1 ? "all" : "none";
  }
}
