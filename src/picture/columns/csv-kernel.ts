// The memory in which kernels/assembly/csv.ts reads rows of the most common spelling, and what it has to know: the calendar, the Swedish clock, the map, and the words met so far.
import { csvWasm } from "../kernels/csv.wasm.ts";
import { hasSimd, kernelOn, memoryOf } from "../kernels/kernel.ts";
import { blockAt, CSV_BLOCK_ROWS, CSV_ROW_BYTES, type CsvBlock } from "./csv-block.ts";
import { monthLengths, monthStarts } from "./csv-cells.ts";
import { dayNumber, FIRST_YEAR, minuteOfWall, wallKind } from "./local-time.ts";
import { worldYTable } from "./world.ts";

type Kernel = {
  readonly readRows: (plan: number, from: number, to: number, row: number, most: number, line: number) => number;
  readonly learn: (table: number, word: number, length: number, code: number) => void;
};

export type CsvKernel = {
  /** What is to be read is put here; another array after `widen`. */
  readonly bytes: () => Uint8Array;
  readonly block: () => CsvBlock;
  /** Makes room for so many bytes; those that are there stay. @throws RangeError where the machine has no room. */
  readonly widen: (bytes: number) => void;
  /** What each of the first columns is, as codes of roles. */
  readonly setRoles: (roles: Uint8Array) => void;
  /** A new word of the first table (categories) or the second (sources). One for which there is no room is left to the slow reader. */
  readonly learn: (table: 0 | 1, word: Uint8Array, code: number) => void;
  /**
   * Reads whole rows of bytes[from … to - 1] into the block from `row` on, the first being on this line of the file, until it meets one that is not spelled the common way or the block is full.
   * Says where that begins; `rowsRead` says how many they were.
   */
  readonly read: (from: number, to: number, row: number, line: number) => number;
  readonly rowsRead: () => number;
};

/** Bytes that the kernel may look beyond the last. */
export const BYTES_BEYOND = 64;

const FIRST_DAY = dayNumber(FIRST_YEAR, 1, 1);
const CLOCK_CHANGES = 16;
/** As in the kernel. */
const SLOTS = 2 ** 17;
const SLOT_BYTES = 16;
const SPELLED_BYTES = 2 ** 20;
const MOST_COLUMNS = 4096;
/** Where row after row is spelled in another way it is asked more and more seldom: at every sixty-fourth row at last. */
const LONGEST_PAUSE = 63;
const POWERS = Float64Array.from({ length: 16 }, (_, power) => 10 ** power);

type Calendar = { readonly months: Int32Array; readonly days: Uint8Array };
let made: Calendar | undefined;

/** Of each month its first day since 1900 and, in the lowest five bits, its length; of each day the hours its clock is ahead of UTC at midnight, and whether that changes before the next. */
function calendar(): Calendar {
  if (made !== undefined) return made;
  const months = Int32Array.from(monthStarts, (start, month) => ((start - FIRST_DAY) << 5) | monthLengths[month]!);
  const days = new Uint8Array(monthStarts.at(-1)! + monthLengths.at(-1)! - FIRST_DAY);
  const ahead = (midnight: number): number => (midnight - minuteOfWall(midnight)) / 60;
  for (let day = 0; day < days.length; day++) {
    const midnight = (FIRST_DAY + day) * 1440;
    const changes = ahead(midnight) !== ahead(midnight + 1440) || wallKind(midnight) !== "once";
    days[day] = ahead(midnight) | (changes ? CLOCK_CHANGES : 0);
  }
  return (made = { months, days });
}

/** Separators that no moment is spelled with, and no number but with decimal commas. */
const COMMON_SEPARATORS = ",;\t|";

/** The kernel with room for so many bytes to read; undefined where the machine cannot run it, or the separator (one ASCII character) is none of the common ones. */
export function csvKernel(separator: string, bytes: number): CsvKernel | undefined {
  if (!hasSimd || !COMMON_SEPARATORS.includes(separator)) return undefined;
  const { months, days } = calendar();
  let end = 128;
  const next = (size: number): number => {
    const from = end;
    end += Math.ceil(size / 16) * 16;
    return from;
  };
  const plan = 0;
  const rolesAt = next(MOST_COLUMNS);
  const monthsAt = next(months.byteLength);
  const daysAt = next(days.byteLength);
  const powersAt = next(POWERS.byteLength);
  const taylorAt = next(worldYTable.byteLength);
  const tables = [next(SLOTS * SLOT_BYTES), next(SLOTS * SLOT_BYTES)] as const;
  const blockFrom = next(CSV_BLOCK_ROWS * CSV_ROW_BYTES);
  const spelledAt = next(SPELLED_BYTES);
  const bytesAt = end;

  const memory = memoryOf(bytesAt + bytes + BYTES_BEYOND);
  const kernel = kernelOn(csvWasm, memory) as Kernel | undefined;
  if (kernel === undefined) return undefined;
  let all = new Uint8Array(memory.buffer);
  let numbers = new Int32Array(memory.buffer, plan, 32);
  let block = blockAt(memory.buffer, blockFrom, CSV_BLOCK_ROWS);
  let spelled = spelledAt;
  let reads = false;
  let [pause, paused] = [0, 0];
  const { x, y, minute, span, line, category, source, placed, precision } = block;
  const columns = [x, y, minute, span, line, category, source, placed, precision].map((column) => column.byteOffset);
  numbers.set([0, separator.charCodeAt(0), 0, rolesAt, monthsAt, daysAt, powersAt, taylorAt, ...tables, ...columns]);
  new Int32Array(memory.buffer, monthsAt, months.length).set(months);
  all.set(days, daysAt);
  new Float64Array(memory.buffer, powersAt, POWERS.length).set(POWERS);
  new Float64Array(memory.buffer, taylorAt, worldYTable.length).set(worldYTable);

  return {
    bytes: () => all.subarray(bytesAt),
    block: () => block,
    widen: (wanted) => {
      const pages = Math.ceil((bytesAt + wanted + BYTES_BEYOND - all.length) / 65_536);
      if (pages <= 0) return;
      memory.grow(pages);
      all = new Uint8Array(memory.buffer);
      numbers = new Int32Array(memory.buffer, plan, 32);
      block = blockAt(memory.buffer, blockFrom, CSV_BLOCK_ROWS);
    },
    setRoles: (roles) => {
      reads = roles.length <= MOST_COLUMNS;
      if (!reads) return;
      all.set(roles, rolesAt);
      numbers[2] = roles.length;
    },
    learn: (table, word, code) => {
      // Zeros after it, one at least, to the next whole sixteen.
      const size = (Math.floor(word.length / 16) + 1) * 16;
      if (spelled + size > spelledAt + SPELLED_BYTES) return;
      all.set(word, spelled);
      kernel.learn(tables[table], spelled, word.length, code);
      spelled += size;
    },
    read: (from, to, row, atLine) => {
      numbers[0] = 0;
      if (!reads || paused-- > 0) return from;
      const at = (kernel.readRows(plan, bytesAt + from, bytesAt + to, row, CSV_BLOCK_ROWS, atLine) >>> 0) - bytesAt;
      pause = numbers[0] === 0 ? Math.min(pause * 2 + 1, LONGEST_PAUSE) : 0;
      paused = pause;
      return at;
    },
    rowsRead: () => numbers[0]!,
  };
}
