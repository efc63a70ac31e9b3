// Reading a block of rows by the loops: each part of the question as bits, put together for each chart, and counted. For rows that all are one event at one time.
import {
  type Addresses,
  addressesOf,
  BLOCK_ROWS,
  BLOCK_WORDS,
  type ColumnName,
  type EventStore,
} from "./event-store.ts";
import { type HeatWindow, type Part, PARTS, type Plan, type Reach } from "./plan.ts";

/** Reads blocks by the loops, whose rows all are one event at one time. The counts lie in the store's memory afterwards. */
export function blockReader(store: EventStore, plan: Plan, window: HeatWindow | undefined, linked: boolean) {
  const { selecting, columns, memory } = store;
  const here = addressesOf(store);
  const [given, all, others] = [here.bitsAt(0), here.bitsAt(6), here.bitsAt(7)] as const;
  writeSets(store, plan, here);
  const words = () => new Uint32Array(memory.buffer);
  let all32 = words();
  const tally = (name: ColumnName, bits: number, row: number, into: number) => {
    const { width, offset, constant } = columns[name];
    if (width === 1) selecting.tally8(offset + row, bits, BLOCK_WORDS, into);
    else if (width === 2) selecting.tally16(offset + row * 2, bits, BLOCK_WORDS, into);
    else all32[(into >> 2) + constant]! += selecting.count(bits, BLOCK_WORDS);
  };
  const member = (name: ColumnName, set: number, row: number, bits: number) => {
    const { width, offset } = columns[name];
    if (width === 1) selecting.member8(offset + row, BLOCK_ROWS, set, bits);
    else selecting.member16(offset + row * 2, BLOCK_ROWS, set, bits);
  };
  const copy = (from: number, to: number) => all32.copyWithin(to >> 2, from >> 2, (from >> 2) + BLOCK_WORDS);
  const base = (block: number) => {
    const row = block * BLOCK_ROWS;
    const { width, offset } = columns.state;
    all32.fill(0xffff_ffff, given >> 2, (given >> 2) + BLOCK_WORDS);
    if (width > 0 && store.zones.minState[block]! < plan.leastState)
      selecting.atLeast8(offset + row, BLOCK_ROWS, plan.leastState, given);
    const rows = Math.min(store.size - row, BLOCK_ROWS);
    if (rows === BLOCK_ROWS) return;
    // Beyond the last row lies whatever was there.
    all32.fill(0, (given >> 2) + Math.ceil(rows / 32), (given >> 2) + BLOCK_WORDS);
    if (rows % 32 > 0) all32[(given >> 2) + (rows >> 5)]! &= (1 << (rows % 32)) - 1;
  };
  const narrow = (part: Part, block: number, bits: number) => {
    const row = block * BLOCK_ROWS;
    switch (part) {
      case "where":
        if (plan.areas !== undefined) member("area", here.areaSet, row, bits);
        else if (plan.box !== undefined) {
          const { west, east, north, south } = plan.box;
          selecting.within32(columns.x.offset + row * 4, BLOCK_ROWS, west, east - west, bits);
          selecting.within32(columns.y.offset + row * 4, BLOCK_ROWS, north, south - north, bits);
        }
        return;
      case "when":
        if (plan.days !== undefined)
          selecting.within16(
            columns.day.offset + row * 2,
            BLOCK_ROWS,
            plan.days.first,
            plan.days.last - plan.days.first,
            bits,
          );
        return;
      case "hours":
        return member("hour", here.hourSet, row, bits);
      case "categories":
        return member("category", here.categorySet, row, bits);
      case "sources":
        return member("source", here.sourceSet, row, bits);
    }
  };
  const chart = (part: Part, bits: number, row: number) => {
    switch (part) {
      case "where":
        tally("area", bits, row, here.area);
        if (plan.box !== undefined) tally("state", bits, row, here.elsewhere);
        if (window !== undefined)
          selecting.heat(
            columns.x.offset + row * 4,
            columns.y.offset + row * 4,
            bits,
            BLOCK_WORDS,
            window.west,
            window.north,
            window.shift,
            here.heat,
          );
        return;
      case "when":
        return tally("day", bits, row, here.day);
      case "hours":
        return tally("hour", bits, row, here.hour);
      case "categories":
        return tally("category", bits, row, here.category);
      case "sources":
        return tally("source", bits, row, here.source);
    }
  };
  const some = (reaches: readonly Reach[]) =>
    PARTS.flatMap((part, at) => (reaches[at] === "some" ? [{ part, at }] : []));
  const begin = (block: number) => {
    if (all32.buffer !== memory.buffer) all32 = words();
    base(block);
  };
  /** The rows under the whole question. */
  const whole = (block: number, reaches: readonly Reach[]): number => {
    begin(block);
    copy(given, all);
    for (const { part } of some(reaches)) narrow(part, block, all);
    return all;
  };
  /** The rows under each part of it by itself, and then under all of them. */
  const apart = (block: number, reaches: readonly Reach[]): number => {
    begin(block);
    for (const { part, at } of some(reaches)) {
      copy(given, here.bitsAt(1 + at));
      narrow(part, block, here.bitsAt(1 + at));
    }
    return together(reaches, all);
  };
  /** Where the bits lie that are under all parts but, where one is given, this one. */
  const together = (reaches: readonly Reach[], out: number, but?: number): number => {
    let bits: number = given;
    for (let at = 0; at < PARTS.length; at++) {
      if (at === but || reaches[at] !== "some") continue;
      selecting.both(bits, here.bitsAt(1 + at), BLOCK_WORDS, out);
      bits = out;
    }
    return bits;
  };
  return {
    /** The chosen rows of a block, as bits. */
    chosen: (block: number, reaches: readonly Reach[]): Uint32Array => {
      const bits = whole(block, reaches);
      return all32.subarray(bits >> 2, (bits >> 2) + BLOCK_WORDS);
    },
    block: (block: number, reaches: readonly Reach[], none: number) => {
      const row = block * BLOCK_ROWS;
      const bits = linked ? apart(block, reaches) : whole(block, reaches);
      for (let at = 0; at < PARTS.length; at++) {
        // What a part does not reach into is counted for its own chart only.
        if (none > (reaches[at] === "none" ? 1 : 0)) continue;
        chart(PARTS[at]!, reaches[at] === "all" || !linked ? bits : together(reaches, others, at), row);
      }
      if (none > 0) return;
      tally("state", bits, row, here.state);
      tally("precision", bits, row, here.precision);
    },
  };
}

/** Sets of codes as bits, where the loops read them. */
function writeSets({ memory }: EventStore, plan: Plan, here: Addresses): void {
  const write = (address: number, bytes: number, chosen: Uint8Array | undefined) => {
    const set = new Uint8Array(memory.buffer, address, bytes).fill(0);
    chosen?.forEach((asked, code) => (set[code >> 3]! |= asked << (code & 7)));
  };
  write(here.hourSet, 32, plan.hours);
  write(here.categorySet, 8192, plan.categories);
  write(here.sourceSet, 8192, plan.sources);
  write(here.areaSet, 8192, plan.areas);
}
