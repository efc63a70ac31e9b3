// Walking a scan's circles outwards, place by place, and picking out those that hold enough cases in some window to be worth measuring. The compiled kernel (kernels/assembly/scan.ts) does the
// same with windows as lanes; this is its definition, and what runs where a machine has no SIMD.
import { kernelOn, memoryOf } from "../../kernels/kernel.ts";
import { scanWasm } from "../../kernels/scan.wasm.ts";
import type { Circles } from "./scan-circles.ts";

/** A place's cases added up over time: 16 bits while all fit, else 32. */
export type Counts = Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

/** How the numbers of a place lie: `width` of them a place. `lanes` are asked at a time; prospective scans ask all. */
export type Layout = {
  readonly width: number;
  readonly lanes: number;
  readonly wide: boolean;
};

/**
 * From how many cases on a window is worth measuring, row by row. Alive: one number a window, in the layout's width. Spans: one a length, from 0 to the longest; row r has the groups of lengths
 * from `group[r]` up to `group[r + 1]`, each up to its `reach` from where the one before ended. A group whose longest span never holds what its shortest would need is passed over as a whole.
 */
export type Bars =
  | { readonly kind: "alive"; readonly least: Counts }
  | {
      readonly kind: "spans";
      readonly least: Int32Array;
      readonly reach: Int32Array;
      readonly group: Int32Array;
      readonly lengths: number;
    };
/** Bars, where the walk can reach them. */
export type PlacedBars = {
  readonly least: number;
  readonly reach: number;
  readonly group: number;
  readonly stride: number;
};

export type Walk = {
  /** The rows of `counts` that belong to a place, −1 for a place without cases. */
  readonly slot: () => Int32Array;
  readonly counts: () => Counts;
  readonly place: (bars: Bars) => PlacedBars;
  /** The centres from one up to another, as far as there is room to tell of what is found. */
  readonly walk: (bars: PlacedBars, from: number, to: number) => { readonly found: number; readonly next: number };
  /** The i-th of what was found: which entry of the circles, and what its circle holds. */
  readonly entry: (i: number) => number;
  readonly held: (i: number) => Counts;
};

type Kernel = {
  readonly walk16: WalkWith;
  readonly walk32: WalkWith;
};
type WalkWith = (...given: number[]) => number;

const ROOM = 8192;

/** `kernel` false runs the twin. */
export function walkOf(circles: Circles, row: Int32Array, { width, lanes, wide }: Layout, kernel = true): Walk {
  const size = wide ? 4 : 2;
  const centres = circles.start.length - 1;
  let longest = 1;
  for (let centre = 0; centre < centres; centre++)
    longest = Math.max(longest, circles.start[centre + 1]! - circles.start[centre]!);
  const room = Math.max(longest, Math.min(ROOM, circles.member.length));
  let used = 64;
  const take = (bytes: number) => {
    const at = used;
    used += Math.ceil(bytes / 16) * 16;
    return at;
  };
  const [next, start, member, rows, slot] = [
    4,
    4 * (centres + 1),
    4 * row.length,
    4 * row.length,
    4 * circles.places,
  ].map(take) as [number, number, number, number, number];
  const [counts, held, hits, hitHeld] = [
    circles.places * width * size,
    width * size,
    room * 4,
    room * width * size,
  ].map(take) as [number, number, number, number];
  const memory = memoryOf(used);
  const whole = (at: number, length: number) => new Int32Array(memory.buffer, at, length);
  const numbers = (at: number, length: number): Counts =>
    wide ? new Int32Array(memory.buffer, at, length) : new Uint16Array(memory.buffer, at, length);
  whole(start, centres + 1).set(circles.start);
  whole(member, row.length).set(circles.member);
  whole(rows, row.length).set(row);
  whole(slot, circles.places).fill(-1);
  const compiled = kernel && (width * size) % 16 === 0 ? (kernelOn(scanWasm, memory) as Kernel | undefined) : undefined;
  const run = wide ? compiled?.walk32 : compiled?.walk16;
  const put = (values: Counts | Int32Array) => {
    const at = take(values.byteLength);
    const missing = used - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / 65_536));
    new Uint8Array(memory.buffer, at, values.byteLength).set(
      new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    );
    return at;
  };
  const twin = (bars: PlacedBars, first: number, last: number): number => {
    const buffer = memory.buffer;
    const everything = wide ? new Int32Array(buffer) : new Uint16Array(buffer);
    const words = new Int32Array(buffer);
    const own = held / size;
    let found = 0;
    let centre = first;
    for (; centre < last; centre++) {
      const [from, to] = [words[start / 4 + centre]!, words[start / 4 + centre + 1]!];
      if (found + to - from > room) break;
      everything.fill(0, own, own + width);
      for (let entry = from; entry < to; entry++) {
        const place = words[slot / 4 + words[member / 4 + entry]!]!;
        if (place < 0) continue;
        const at = counts / size + place * width;
        for (let i = 0; i < width; i++) everything[own + i]! += everything[at + i]!;
        const line = words[rows / 4 + entry]!;
        const enough =
          bars.group === 0
            ? aliveEnough(everything, own, bars.least / size + line * width, width)
            : spanEnough(everything, own, lanes, words, bars, line);
        if (!enough) continue;
        words[hits / 4 + found] = entry;
        everything.copyWithin(hitHeld / size + found * width, own, own + width);
        found++;
      }
    }
    words[next / 4] = centre;
    return found;
  };
  return {
    slot: () => whole(slot, circles.places),
    counts: () => numbers(counts, circles.places * width),
    place: (bars) =>
      bars.kind === "alive"
        ? { least: put(bars.least), reach: 0, group: 0, stride: 0 }
        : { least: put(bars.least), reach: put(bars.reach), group: put(bars.group), stride: (bars.lengths + 1) * 4 },
    walk: (bars, from, to) => {
      const found =
        run?.(
          next,
          from,
          to,
          start,
          member,
          rows,
          slot,
          counts,
          width * size,
          bars.least,
          bars.reach,
          bars.group,
          bars.stride,
          lanes * size,
          held,
          hits,
          hitHeld,
          room,
        ) ?? twin(bars, from, to);
      return { found, next: whole(next, 1)[0]! };
    },
    entry: (i) => whole(hits, room)[i]!,
    held: (i) => numbers(hitHeld + i * width * size, width),
  };
}

function aliveEnough(numbers: Uint16Array | Int32Array, held: number, least: number, width: number): boolean {
  for (let i = 0; i < width; i++) if (numbers[held + i]! >= numbers[least + i]!) return true;
  return false;
}

function spanEnough(
  numbers: Uint16Array | Int32Array,
  held: number,
  lanes: number,
  words: Int32Array,
  bars: PlacedBars,
  line: number,
): boolean {
  const own = (bars.least + line * bars.stride) / 4;
  const holds = (length: number, least: number): boolean => {
    for (let i = 0; i < lanes; i++) if (numbers[held + i + length]! - numbers[held + i]! >= least) return true;
    return false;
  };
  const end = words[bars.group / 4 + line + 1]!;
  let first = 1;
  for (let one = words[bars.group / 4 + line]!; one < end; one++) {
    const last = words[bars.reach / 4 + one]!;
    if (holds(last, words[own + first]!))
      for (let length = first; length <= last; length++) if (holds(length, words[own + length]!)) return true;
    first = last + 1;
  }
  return false;
}
