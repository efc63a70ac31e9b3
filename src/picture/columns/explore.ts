// What a store of events answers: how many, when, at which hours, of what, from whom, where. Each of these is counted under everything that is asked except its own part of the question, so that a
// chart shows what could be chosen instead (linked dimensions); the total is under all of it.
import { addDays, type Day, daysBetween } from "../../ground/time.ts";
import {
  BLOCK_ROWS,
  BLOCK_WORDS,
  type ColumnName,
  type EventStore,
  GRANULARITIES,
  type Granularity,
  granularityOf,
  isPlaced,
  leastState,
  readerOf,
  SCRATCH,
  TALLIES,
  TIME_PRECISIONS,
  type TimePrecision,
  UNDATED_DAY,
  UNKNOWN_AREA,
} from "./event-store.ts";
import { HOURS_IN_WEEK, hourOfWeek, localDay, NO_HOUR } from "./local-time.ts";
import type { EventQuestion } from "./question.ts";
import { worldX, worldY } from "./world.ts";

/** A part of a map in 256 × 256 cells, each 2^shift world units wide; `west` and `north` are world units, whole multiples of that. */
export type HeatWindow = { readonly west: number; readonly north: number; readonly shift: number };

export type Explored = {
  /** Events in the selection. One whose time is an interval lying partly outside what is asked counts by the part that lies inside. */
  readonly total: number;
  /** The rows behind the total, each counted once. */
  readonly events: number;
  /** Of them, those whose time is an interval: spread evenly over it (aoristic; Ratcliffe 2000). */
  readonly spread: number;
  readonly undated: number;
  /** Dated, but nobody knows the hour. */
  readonly withoutHour: number;
  /** Known by an area, a municipality or a county only, or not at all: counted, never drawn. */
  readonly unplaced: number;
  /** What the rest of the question asks for, but is known too coarsely to say whether it lies in the place asked for. */
  readonly notPlaced: number;
  readonly byGranularity: Readonly<Record<Granularity, number>>;
  readonly byPrecision: Readonly<Record<TimePrecision, number>>;
  /** A count a day, the first of them `first` (days since 1970-01-01). Under all but the days asked for. */
  readonly days: { readonly first: number; readonly counts: Float64Array };
  /** 168 hours of the week. Under all but the hours asked for. */
  readonly hours: Float64Array;
  /** By code. Under all but the categories, the sources, the place asked for. */
  readonly categories: Float64Array;
  readonly sources: Float64Array;
  readonly areas: Float64Array;
  /** Row by row from the north, 256 × 256. Under all but the place asked for; undefined where no window was given. */
  readonly heat: Float64Array | undefined;
};

export const HEAT_SIDE = 256;

const PARTS = ["where", "when", "hours", "categories", "sources"] as const;
type Part = (typeof PARTS)[number];
/** Of a block, and a part of the question: no row, every row, or each must be looked at. */
type Reach = "none" | "all" | "some";

/** A question in the store's own numbers. */
type Plan = {
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

const FIRST_DAY = "1970-01-01" as Day;

function planOf({ words }: EventStore, question: EventQuestion): Plan {
  const { where, from, to } = question;
  const chosen = (all: readonly string[], asked: readonly string[]) =>
    asked.length === 0 ? undefined : Uint8Array.from(all, (word) => (asked.includes(word) ? 1 : 0));
  const day = (asked: Day | undefined, otherwise: number) =>
    asked === undefined ? otherwise : Math.min(Math.max(daysBetween(FIRST_DAY, asked), -1), UNDATED_DAY - 1);
  const categories = chosen(words.category, question.categories);
  return {
    leastState: leastState(question.sharing),
    box:
      where !== undefined && "box" in where
        ? {
            // World 0, 0 is where rows without a point lie.
            west: Math.max(worldX(where.box.west), 1),
            east: worldX(where.box.east),
            north: Math.max(worldY(where.box.north), 1),
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
function areasIn(areas: EventStore["words"]["areas"], asked: string): Uint8Array {
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

/**
 * Answers a question, every chart at once. `window` is the part of the map that is drawn. Not `linked`, every chart is under the whole question, and a question about a small place touches
 * only the blocks that lie there.
 */
export function explore(store: EventStore, question: EventQuestion, window?: HeatWindow, linked = true): Explored {
  const plan = planOf(store, question);
  new Uint32Array(store.memory.buffer, SCRATCH.tallies, (TALLIES.end - SCRATCH.tallies) / 4).fill(0);
  writeSets(store, plan);
  const kernel = kernelRun(store, plan, window, linked);
  const slow = slowRun(store, plan, window, linked);
  const blocks = Math.ceil(store.size / BLOCK_ROWS);
  const reaches: Reach[] = [];
  for (let block = 0; block < blocks; block++) {
    const none = reachesOf(store, plan, block, reaches);
    if (none > (linked ? 1 : 0) || store.zones.maxState[block]! < plan.leastState) continue;
    if (store.zones.special[block] === 1) slow.block(block);
    else kernel.block(block, reaches, none);
  }
  return answerOf(store, plan, question, slow.sums, window !== undefined);
}

/** Visits every row of the selection, in the order they lie. */
export function eachSelected(store: EventStore, question: EventQuestion, visit: (row: number) => void): void {
  const plan = planOf(store, question);
  writeSets(store, plan);
  const kernel = kernelRun(store, plan, undefined, false);
  const slow = slowRun(store, plan, undefined, false);
  const blocks = Math.ceil(store.size / BLOCK_ROWS);
  const reaches: Reach[] = [];
  for (let block = 0; block < blocks; block++) {
    if (reachesOf(store, plan, block, reaches) > 0 || store.zones.maxState[block]! < plan.leastState) continue;
    const first = block * BLOCK_ROWS;
    if (store.zones.special[block] === 1) {
      const end = Math.min(first + BLOCK_ROWS, store.size);
      for (let row = first; row < end; row++) if (slow.isChosen(row)) visit(row);
      continue;
    }
    // A copy: what is visited may ask another question of the same memory.
    for (const [word, bits] of kernel.chosen(block, reaches).slice().entries())
      for (let left = bits; left !== 0; left &= left - 1) visit(first + word * 32 + 31 - Math.clz32(left & -left));
  }
}

/** Fills in how far each part reaches into a block; returns how many of them do not at all. */
function reachesOf(store: EventStore, plan: Plan, block: number, reaches: Reach[]): number {
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

/** Sets of codes as bits, where the loops read them. */
function writeSets({ memory }: EventStore, plan: Plan): void {
  const write = (at: number, bytes: number, chosen: Uint8Array | undefined) => {
    const set = new Uint8Array(memory.buffer, at, bytes).fill(0);
    chosen?.forEach((asked, code) => (set[code >> 3]! |= asked << (code & 7)));
  };
  write(SCRATCH.hourSet, 32, plan.hours);
  write(SCRATCH.categorySet, 8192, plan.categories);
  write(SCRATCH.sourceSet, 8192, plan.sources);
  write(SCRATCH.areaSet, 8192, plan.areas);
}

const BITS_BYTES = BLOCK_WORDS * 4;
/** Where the bits of a block lie in the scratch: those every row must have, each part's, and what is made of them. */
const BITS = {
  base: SCRATCH.bits,
  part: (at: number) => SCRATCH.bits + BITS_BYTES * (1 + at),
  all: SCRATCH.bits + BITS_BYTES * 6,
  others: SCRATCH.bits + BITS_BYTES * 7,
  half: SCRATCH.bits + BITS_BYTES * 8,
} as const;

/** Blocks whose rows all are one event at one time: read by the loops. */
function kernelRun(store: EventStore, plan: Plan, window: HeatWindow | undefined, linked: boolean) {
  const { selecting, columns, memory } = store;
  const words = () => new Uint32Array(memory.buffer);
  let all32 = words();
  const tally = (name: ColumnName, bits: number, row: number, into: number) => {
    const { width, offset, constant } = columns[name];
    if (width === 1) selecting.tally8(offset + row, bits, BLOCK_WORDS, into);
    else if (width === 2) selecting.tally16(offset + row * 2, bits, BLOCK_WORDS, into);
    else all32[(into >> 2) + constant]! += selecting.count(bits, BLOCK_WORDS);
  };
  const member = (name: ColumnName, set: number, row: number, out: number) => {
    const { width, offset } = columns[name];
    if (width === 1) selecting.member8(offset + row, BLOCK_ROWS, set, out);
    else selecting.member16(offset + row * 2, BLOCK_ROWS, set, out);
  };
  const fill = (out: number, value: number) => all32.fill(value, out >> 2, (out >> 2) + BLOCK_WORDS);
  const base = (block: number) => {
    const row = block * BLOCK_ROWS;
    const { width, offset } = columns.state;
    const clear = store.zones.minState[block]! >= plan.leastState;
    if (width === 0 || clear) fill(BITS.base, 0xffff_ffff);
    else selecting.atLeast8(offset + row, BLOCK_ROWS, plan.leastState, BITS.base);
    const rows = Math.min(store.size - row, BLOCK_ROWS);
    if (rows === BLOCK_ROWS) return;
    // Beyond the last row lies whatever was there.
    all32.fill(0, (BITS.base >> 2) + Math.ceil(rows / 32), (BITS.base >> 2) + BLOCK_WORDS);
    if (rows % 32 > 0) all32[(BITS.base >> 2) + (rows >> 5)]! &= (1 << (rows % 32)) - 1;
  };
  const bitsOf = (part: Part, block: number, out: number) => {
    const row = block * BLOCK_ROWS;
    switch (part) {
      case "where":
        if (plan.areas !== undefined) member("area", SCRATCH.areaSet, row, out);
        else if (plan.box !== undefined) {
          const { west, east, north, south } = plan.box;
          selecting.within32(columns.x.offset + row * 4, BLOCK_ROWS, west, east - west, out);
          selecting.within32(columns.y.offset + row * 4, BLOCK_ROWS, north, south - north, BITS.half);
          selecting.both(out, BITS.half, BLOCK_WORDS, out);
        }
        return;
      case "when":
        if (plan.days !== undefined)
          selecting.within16(
            columns.day.offset + row * 2,
            BLOCK_ROWS,
            plan.days.first,
            plan.days.last - plan.days.first,
            out,
          );
        return;
      case "hours":
        return member("hour", SCRATCH.hourSet, row, out);
      case "categories":
        return member("category", SCRATCH.categorySet, row, out);
      case "sources":
        return member("source", SCRATCH.sourceSet, row, out);
    }
  };
  const chart = (part: Part, bits: number, row: number) => {
    switch (part) {
      case "where":
        tally("area", bits, row, TALLIES.area);
        if (plan.box !== undefined) tally("state", bits, row, TALLIES.elsewhere);
        if (window !== undefined)
          selecting.heat(
            columns.x.offset + row * 4,
            columns.y.offset + row * 4,
            bits,
            BLOCK_WORDS,
            window.west,
            window.north,
            window.shift,
            TALLIES.heat,
          );
        return;
      case "when":
        return tally("day", bits, row, TALLIES.day);
      case "hours":
        return tally("hour", bits, row, TALLIES.hour);
      case "categories":
        return tally("category", bits, row, TALLIES.category);
      case "sources":
        return tally("source", bits, row, TALLIES.source);
    }
  };
  const parts = (block: number, reaches: readonly Reach[]) => {
    if (all32.buffer !== memory.buffer) all32 = words();
    base(block);
    for (const [at, part] of PARTS.entries()) if (reaches[at] === "some") bitsOf(part, block, BITS.part(at));
  };
  /** Where the bits lie that are under all parts but, where one is given, this one. */
  const together = (reaches: readonly Reach[], out: number, but?: number): number => {
    let bits: number = BITS.base;
    for (let at = 0; at < PARTS.length; at++) {
      if (at === but || reaches[at] !== "some") continue;
      selecting.both(bits, BITS.part(at), BLOCK_WORDS, out);
      bits = out;
    }
    return bits;
  };
  return {
    /** The chosen rows of a block, as bits. */
    chosen: (block: number, reaches: readonly Reach[]): Uint32Array => {
      parts(block, reaches);
      const bits = together(reaches, BITS.all);
      return all32.subarray(bits >> 2, (bits >> 2) + BLOCK_WORDS);
    },
    block: (block: number, reaches: readonly Reach[], none: number) => {
      parts(block, reaches);
      const row = block * BLOCK_ROWS;
      const bits = together(reaches, BITS.all);
      for (let at = 0; at < PARTS.length; at++) {
        // What a part does not reach into is counted for its own chart only.
        if (none > (reaches[at] === "none" ? 1 : 0)) continue;
        const others = reaches[at] === "all" || !linked ? bits : together(reaches, BITS.others, at);
        chart(PARTS[at]!, others, row);
      }
      if (none > 0) return;
      tally("state", bits, row, TALLIES.state);
      tally("precision", bits, row, TALLIES.precision);
    },
  };
}

type Sums = {
  readonly days: Map<number, number>;
  readonly hours: Float64Array;
  readonly categories: Float64Array;
  readonly sources: Float64Array;
  readonly areas: Float64Array;
  readonly heat: Float64Array;
  readonly states: Float64Array;
  /** States under all but the place asked for. */
  readonly elsewhere: Float64Array;
  readonly precisions: Float64Array;
  events: number;
  spread: number;
};

/** Blocks with intervals, with what recurs, or with rows that stand for several events: read row by row, each row's weight shared out over its hours. */
function slowRun(store: EventStore, plan: Plan, window: HeatWindow | undefined, linked: boolean) {
  const sums: Sums = {
    days: new Map(),
    hours: new Float64Array(256),
    categories: new Float64Array(store.words.category.length),
    sources: new Float64Array(store.words.source.length),
    areas: new Float64Array(store.words.areas.length),
    heat: new Float64Array(HEAT_SIDE * HEAT_SIDE),
    states: new Float64Array(256),
    elsewhere: new Float64Array(256),
    precisions: new Float64Array(256),
    events: 0,
    spread: 0,
  };
  const read = Object.fromEntries(
    (["x", "y", "day", "hour", "state", "precision", "category", "source", "area", "count"] as const).map((name) => [
      name,
      readerOf(store, name),
    ]),
  ) as Record<ColumnName, (row: number) => number>;
  const times = timesOf(store, plan, linked);
  /** Which parts of the question a row lies in, its time aside. */
  const partsOfRow = (at: number) => {
    const [x, y] = [read.x(at), read.y(at)];
    const { box } = plan;
    return {
      where:
        (plan.areas === undefined || plan.areas[read.area(at)] === 1) &&
        (box === undefined || (x >= box.west && x <= box.east && y >= box.north && y <= box.south)),
      what: plan.categories === undefined || plan.categories[read.category(at)] === 1,
      from: plan.sources === undefined || plan.sources[read.source(at)] === 1,
    };
  };
  const row = (at: number) => {
    const state = read.state(at);
    if (state < plan.leastState) return;
    const [x, y, area, category, source] = [read.x(at), read.y(at), read.area(at), read.category(at), read.source(at)];
    const { where, what, from } = partsOfRow(at);
    const missing = [where, what, from].filter((part) => !part).length;
    if (missing > (linked ? 1 : 0)) return;
    const count = read.count(at);
    const time = times(at);
    if (missing === 0) {
      for (const [day, weight] of time.days) sums.days.set(day, (sums.days.get(day) ?? 0) + weight * count);
      for (const [hour, weight] of time.hours) sums.hours[hour]! += weight * count;
    }
    const weight = time.inside * count;
    if (weight === 0) return;
    if (what && from) {
      sums.areas[area]! += weight;
      sums.elsewhere[state]! += weight;
      if (window !== undefined && x !== 0) {
        const column = ((x - window.west) >>> 0) >>> window.shift;
        const line = ((y - window.north) >>> 0) >>> window.shift;
        if (column < HEAT_SIDE && line < HEAT_SIDE) sums.heat[line * HEAT_SIDE + column]! += weight;
      }
    }
    if (where && from) sums.categories[category]! += weight;
    if (where && what) sums.sources[source]! += weight;
    if (missing > 0) return;
    sums.states[state]! += weight;
    sums.precisions[read.precision(at)]! += weight;
    sums.events++;
    if (time.spread) sums.spread++;
  };
  return {
    sums,
    isChosen: (at: number): boolean => {
      const { where, what, from } = partsOfRow(at);
      return read.state(at) >= plan.leastState && where && what && from && times(at).inside > 0;
    },
    block: (block: number) => {
      const end = Math.min((block + 1) * BLOCK_ROWS, store.size);
      for (let at = block * BLOCK_ROWS; at < end; at++) row(at);
    },
  };
}

/** Of one row: how much of it lies in the days and the hours asked for, and what lands on each day (within the hours) and each hour (within the days). */
type RowTime = {
  readonly inside: number;
  readonly days: Iterable<readonly [day: number, weight: number]>;
  readonly hours: Iterable<readonly [hour: number, weight: number]>;
  readonly spread: boolean;
};

/** An interval longer than this says nothing of hours: it is spread over its days, and its hour is not known. */
const LONGEST_BY_HOUR = 60 * 24 * 14;

function timesOf(store: EventStore, plan: Plan, linked: boolean): (row: number) => RowTime {
  const [minute, span, day, hour, precision] = (["minute", "span", "day", "hour", "precision"] as const).map((name) =>
    readerOf(store, name),
  ) as [Read, Read, Read, Read, Read];
  const [interval, recurring] = [TIME_PRECISIONS.indexOf("interval"), TIME_PRECISIONS.indexOf("recurring")];
  const inDays = (one: number) => plan.days === undefined || (one >= plan.days.first && one <= plan.days.last);
  const inHours = (one: number) => plan.hours === undefined || plan.hours[one] === 1;
  const shared = (
    parts: readonly (readonly [day: number, hour: number, weight: number])[],
    spread: boolean,
  ): RowTime => ({
    inside: parts.reduce((sum, [on, at, weight]) => sum + (inDays(on) && inHours(at) ? weight : 0), 0),
    days: parts.flatMap(([on, at, weight]) => (inHours(at) && (linked || inDays(on)) ? [[on, weight] as const] : [])),
    hours: parts.flatMap(([on, at, weight]) => (inDays(on) && (linked || inHours(at)) ? [[at, weight] as const] : [])),
    spread,
  });
  return (row) => {
    const how = precision(row);
    if (how === recurring) {
      const pattern = store.words.patterns[span(row)] ?? [];
      return shared(
        pattern.map((at) => [UNDATED_DAY, at, 1 / pattern.length] as const),
        false,
      );
    }
    if (how !== interval || span(row) <= 0) return shared([[day(row), hour(row), 1]], false);
    return shared(partsOf(minute(row), span(row)), true);
  };
}
type Read = (row: number) => number;

/** An interval of `span` minutes, an hour (or a day, where it is long) at a time. */
function partsOf(minute: number, span: number): (readonly [day: number, hour: number, weight: number])[] {
  const byHour = span <= LONGEST_BY_HOUR;
  const step = byHour ? 60 : 1440;
  const parts: (readonly [number, number, number])[] = [];
  for (let at = minute; at < minute + span;) {
    const next = Math.min((Math.floor(at / step) + 1) * step, minute + span);
    parts.push([localDay(at), byHour ? hourOfWeek(at) : NO_HOUR, (next - at) / span]);
    at = next;
  }
  return parts;
}

function answerOf(store: EventStore, plan: Plan, question: EventQuestion, sums: Sums, drawn: boolean): Explored {
  const { memory } = store;
  const counts = (at: number, length: number) => new Uint32Array(memory.buffer, at, length);
  const added = (at: number, to: Float64Array) => {
    const all = counts(at, to.length);
    return to.map((sum, code) => sum + all[code]!);
  };
  // One table for each of four rows that follow on each other, or one where the column has wider codes or none.
  const added8 = (at: number, to: Float64Array) => {
    const all = counts(at, 1024);
    return to.map((sum, code) => sum + all[code]! + all[code + 256]! + all[code + 512]! + all[code + 768]!);
  };
  const codes = (name: ColumnName, at: number, to: Float64Array) =>
    store.columns[name].width === 1 ? added8(at, to) : added(at, to);
  const states = codes("state", TALLIES.state, sums.states);
  const precisions = codes("precision", TALLIES.precision, sums.precisions);
  const hours = added8(TALLIES.hour, sums.hours);
  const areas = codes("area", TALLIES.area, sums.areas);
  const elsewhere = codes("state", TALLIES.elsewhere, sums.elsewhere);
  const dated = daysOf(counts(TALLIES.day, UNDATED_DAY + 1), sums.days);
  const total = states.reduce((sum, one) => sum + one, 0);
  const fast = counts(TALLIES.state, 1024).reduce((sum, one) => sum + one, 0);
  const unplaced = states.reduce((sum, one, state) => sum + (isPlaced(state) ? 0 : one), 0);
  return {
    total,
    events: fast + sums.events,
    spread: sums.spread,
    undated: plan.days === undefined ? dated.undated : 0,
    withoutHour:
      plan.hours === undefined ? Math.max(hours[NO_HOUR]! - (plan.days === undefined ? dated.undated : 0), 0) : 0,
    unplaced,
    notPlaced: notPlaced(store, question, areas, elsewhere),
    byGranularity: recordOf(GRANULARITIES, (one) =>
      states.reduce((sum, count, state) => sum + (granularityOf(state) === one ? count : 0), 0),
    ),
    byPrecision: recordOf(TIME_PRECISIONS, (_, at) => precisions[at]!),
    days: dated.days,
    hours: hours.slice(0, HOURS_IN_WEEK),
    categories: codes("category", TALLIES.category, sums.categories),
    sources: codes("source", TALLIES.source, sums.sources),
    areas,
    heat: drawn ? added(TALLIES.heat, sums.heat) : undefined,
  };
}

function recordOf<Key extends string>(
  keys: readonly Key[],
  value: (key: Key, at: number) => number,
): Record<Key, number> {
  return Object.fromEntries(keys.map((key, at) => [key, value(key, at)])) as Record<Key, number>;
}

function daysOf(counts: Uint32Array, sums: ReadonlyMap<number, number>) {
  const undated = counts[UNDATED_DAY]! + (sums.get(UNDATED_DAY) ?? 0);
  let [first, last] = [Infinity, -Infinity];
  for (let day = 0; day < UNDATED_DAY; day++)
    if (counts[day]! > 0) {
      first = Math.min(first, day);
      last = day;
    }
  for (const day of sums.keys())
    if (day !== UNDATED_DAY) {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  if (last < first) return { undated, days: { first: 0, counts: new Float64Array(0) } };
  const days = Float64Array.from({ length: last - first + 1 }, (_, at) => counts[first + at] ?? 0);
  for (const [day, sum] of sums) if (day !== UNDATED_DAY) days[day - first]! += sum;
  return { undated, days: { first, counts: days } };
}

/** In a box: all that has no point. In an area: what is known only by something that the area is a part of, or not at all. */
function notPlaced(
  { words }: EventStore,
  { where }: EventQuestion,
  areas: Float64Array,
  elsewhere: Float64Array,
): number {
  if (where === undefined) return 0;
  if ("box" in where) return elsewhere.reduce((sum, one, state) => sum + (isPlaced(state) ? 0 : one), 0);
  const wider = widerThan(words.areas, where.area);
  return areas.reduce(
    (sum, one, code) => sum + (code === UNKNOWN_AREA || wider.has(words.areas[code]!.code) ? one : 0),
    0,
  );
}

/** Codes of the areas that this one lies in. */
function widerThan(areas: EventStore["words"]["areas"], asked: string): ReadonlySet<string> {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const wider = new Set<string>();
  for (let at = byCode.get(asked)?.parent; at !== undefined && !wider.has(at); at = byCode.get(at)?.parent)
    wider.add(at);
  return wider;
}

/** "2024-03-01" of days since 1970-01-01. */
export function dayWritten(day: number): Day {
  return addDays(FIRST_DAY, day);
}
