// The few loops that every question comes down to: which rows of a block are asked for, as bits, and how many of each kind they are. This is their definition in TypeScript; kernels/assembly/select.ts
// is the same in SIMD. All work on one memory by byte addresses; a bit is a row, 32 to a word, and columns are padded to whole blocks.
import { kernelOn } from "../kernels/kernel.ts";
import { selectWasm } from "../kernels/select.wasm.ts";

export type Selecting = {
  // The first five keep, of the rows that `bits` chooses, those that are as they say.
  /** With a 32-bit value from `least` to `least + span`, both in it. */
  readonly within32: (column: number, rows: number, least: number, span: number, bits: number) => void;
  readonly within16: (column: number, rows: number, least: number, span: number, bits: number) => void;
  readonly atLeast8: (column: number, rows: number, least: number, bits: number) => void;
  /** With an 8-bit code that is in a set of 256 bits. */
  readonly member8: (column: number, rows: number, set: number, bits: number) => void;
  /** With a 16-bit code that is in a set of 65 536 bits. */
  readonly member16: (column: number, rows: number, set: number, bits: number) => void;
  readonly both: (a: number, b: number, words: number, out: number) => void;
  readonly count: (bits: number, words: number) => number;
  /** Adds one for every chosen row to its code's place: 256 places four times over (row % 4), which the caller adds up. */
  readonly tally8: (column: number, bits: number, words: number, into: number) => void;
  readonly tally16: (column: number, bits: number, words: number, into: number) => void;
  /** Adds one to the cell of every chosen row on a map of 256 × 256 cells, each 2^shift world units wide, from its north-western corner. World x 0 is no place. */
  readonly heat: (
    x: number,
    y: number,
    bits: number,
    words: number,
    west: number,
    north: number,
    shift: number,
    into: number,
  ) => void;
};

/** The loops over this memory: compiled where the machine has SIMD. */
export function selectingOn(memory: WebAssembly.Memory): Selecting {
  return (kernelOn(selectWasm, memory) as Selecting | undefined) ?? selectingPlainly(memory);
}

/** The loops as they are defined. */
export function selectingPlainly(memory: WebAssembly.Memory): Selecting {
  const bytes = () => new Uint8Array(memory.buffer);
  const shorts = () => new Uint16Array(memory.buffer);
  const words32 = () => new Uint32Array(memory.buffer);
  const eachChosen = (bits: number, count: number, visit: (row: number) => void) => {
    const words = words32();
    for (let word = 0; word < count; word++) {
      let left = words[(bits >> 2) + word]!;
      while (left !== 0) {
        visit((word << 5) + 31 - Math.clz32(left & -left));
        left &= left - 1;
      }
    }
  };
  const keep = (rows: number, bits: number, isKept: (row: number) => boolean) => {
    const words = words32();
    eachChosen(bits, rows >> 5, (row) => {
      if (!isKept(row)) words[(bits >> 2) + (row >> 5)]! &= ~(1 << (row & 31));
    });
  };
  return {
    within32: (column, rows, least, span, bits) => {
      const values = words32().subarray(column >> 2);
      keep(rows, bits, (row) => (values[row]! - least) >>> 0 <= span >>> 0);
    },
    within16: (column, rows, least, span, bits) => {
      const values = shorts().subarray(column >> 1);
      keep(rows, bits, (row) => ((values[row]! - least) & 0xffff) <= span);
    },
    atLeast8: (column, rows, least, bits) => {
      const values = bytes().subarray(column);
      keep(rows, bits, (row) => values[row]! >= least);
    },
    member8: (column, rows, set, bits) => {
      const [values, inSet] = [bytes().subarray(column), bytes().subarray(set)];
      keep(rows, bits, (row) => ((inSet[values[row]! >> 3]! >> (values[row]! & 7)) & 1) === 1);
    },
    member16: (column, rows, set, bits) => {
      const [values, inSet] = [shorts().subarray(column >> 1), bytes().subarray(set)];
      keep(rows, bits, (row) => ((inSet[values[row]! >> 3]! >> (values[row]! & 7)) & 1) === 1);
    },
    both: (a, b, words, out) => {
      const all = words32();
      for (let word = 0; word < words; word++) all[(out >> 2) + word] = all[(a >> 2) + word]! & all[(b >> 2) + word]!;
    },
    count: (bits, words) => {
      let sum = 0;
      eachChosen(bits, words, () => sum++);
      return sum;
    },
    tally8: (column, bits, words, into) => {
      const [values, counts] = [bytes().subarray(column), words32().subarray(into >> 2)];
      eachChosen(bits, words, (row) => counts[((row & 3) << 8) + values[row]!]!++);
    },
    tally16: (column, bits, words, into) => {
      const [values, counts] = [shorts().subarray(column >> 1), words32().subarray(into >> 2)];
      eachChosen(bits, words, (row) => counts[values[row]!]!++);
    },
    heat: (x, y, bits, words, west, north, shift, into) => {
      const all = words32();
      eachChosen(bits, words, (row) => {
        const across = all[(x >> 2) + row]!;
        if (across === 0) return;
        const column = ((across - west) >>> 0) >>> shift;
        const line = ((all[(y >> 2) + row]! - north) >>> 0) >>> shift;
        if (column < 256 && line < 256) all[(into >> 2) + ((line << 8) | column)]!++;
      });
    },
  };
}
