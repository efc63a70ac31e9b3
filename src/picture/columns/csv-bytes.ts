// A CSV file of events (RFC 4180, and what people send instead) straight from its bytes into columns: no text is made of a cell whose spelling is common. A row that cannot be placed or dated takes part in
// what it can; what could not be read is told by line and column. Rows of the most common spelling are read by a kernel (csv-kernel.ts) where the machine has it; what is written here says what all of them mean.
import { blockAt, CSV_BLOCK_ROWS, CSV_ROW_BYTES, type CsvBlock, firstRows } from "./csv-block.ts";
import {
  DAY_PRECISION,
  HOUR_PRECISION,
  type DayOrder,
  fourDigits,
  HASH_FACTOR,
  HASH_START,
  INTERVAL_PRECISION,
  MINUTE_PRECISION,
  monthLengths,
  monthStarts,
  NO_WORD,
  placeWrong,
  quoteEnd,
  readHour,
  readNumber,
  readTime,
  returns,
  twoDigits,
  UNKNOWN_PRECISION,
  unquoted,
  wordCodes,
} from "./csv-cells.ts";
import { BYTES_BEYOND, type CsvKernel, csvKernel } from "./csv-kernel.ts";
import { FIRST_YEAR, localDay, minuteOfWall, UNDATED_MINUTE, wallKind, type WallKind } from "./local-time.ts";
import { worldX, worldY } from "./world.ts";

export const PROBLEMS_KEPT = 1000;

/** What a column may be: a position in degrees (WGS 84), when, the end of an interval, of what kind, from whom, the hour of the day where the time says the day only. */
export type CsvRole = "lon" | "lat" | "time" | "until" | "category" | "source" | "hour";

export type CsvWrong =
  | "not-a-number"
  | "not-on-earth"
  | "maybe-swapped"
  | "not-a-day"
  | "not-an-hour"
  | "missing-hour"
  | "twice-hour"
  | "too-few-cells"
  | "never-ending-quote";

export type CsvProblem = {
  /** In the file, the first being 1; of a row that goes over several lines, its first. */
  readonly line: number;
  readonly column: string;
  readonly read: string;
  readonly wrong: CsvWrong;
};

export type CsvOptions = {
  /** Which column is what: by the heading's word (case and spaces around it aside) or by number, the first being 0. */
  readonly columns: Readonly<Partial<Record<CsvRole, string | number>>>;
  /** One ASCII character; the comma. */
  readonly separator?: string;
  /** Whether the first row is a heading; it is. */
  readonly heading?: boolean;
  readonly dayOrder?: DayOrder;
  /** Is handed every full block and, at the end, the rest. The block is written over afterwards: what is to be kept is copied. */
  readonly onBlock: (block: CsvBlock) => void;
};

export type CsvReader = {
  /** Takes the file's next bytes, cut anywhere. @throws RangeError where the heading lacks a column that was asked for, or a row has no end. */
  readonly feed: (chunk: Uint8Array) => void;
  /** Reads what is left, hands over the last block and says what was wrong. */
  readonly end: () => CsvReport;
  readonly categories: readonly string[];
  readonly sources: readonly string[];
};

export type CsvReport = {
  readonly rows: number;
  /** The first thousand. */
  readonly problems: readonly CsvProblem[];
  /** All, by kind. */
  readonly wrong: Readonly<Partial<Record<CsvWrong, number>>>;
};

const [LINE_FEED, RETURN, SPACE, QUOTE, MINUS, POINT, ZERO] = [10, 13, 32, 34, 45, 46, 48] as const;
const [COLON, LETTER_T, LETTER_Z] = [58, 84, 90] as const;

const ROLES: readonly CsvRole[] = ["lon", "lat", "time", "until", "category", "source", "hour"];
/** Codes of roles in the loop; 0 is a column nobody asked for. */
const [LON, LAT, TIME, UNTIL, CATEGORY, SOURCE, HOUR] = [1, 2, 3, 4, 5, 6, 7] as const;
const NO_HOUR_READ = -1;

/** Bytes are taken in pieces of so many, or as many as wait for their row's end. */
const PIECE = 2 ** 18;
const FIRST_ROOM = 2 * PIECE;

/** A quote that has not ended after so many bytes is a stray one. */
const LONGEST_QUOTED = 2 ** 20;
/** A row of more bytes is none: what is read is no table. */
const LONGEST_ROW = 2 ** 24;
const POWERS = Float64Array.from({ length: 10 }, (_, power) => 10 ** power);

/**
 * Reads a file of events bit by bit; without the kernel where `withKernel` is false, which changes nothing but how long it takes.
 * @throws RangeError for a separator that is not one ASCII character, or a column by name without a heading.
 */
export function csvReader(
  { columns, separator = ",", heading = true, dayOrder, onBlock }: CsvOptions,
  withKernel = true,
): CsvReader {
  const comma = separator.charCodeAt(0);
  if (separator.length !== 1 || comma > 127 || comma === QUOTE || comma === LINE_FEED || comma === RETURN)
    throw new RangeError(`a separator is one ASCII character, not ${JSON.stringify(separator)}`);
  const decoder = new TextDecoder();
  const [categories, sources] = [wordCodes(), wordCodes()];
  const taught: [categories: number, sources: number] = [0, 0];
  const problems: CsvProblem[] = [];
  const wrong: Partial<Record<CsvWrong, number>> = {};
  /** The row's, until it is known to be whole. */
  const pending: CsvProblem[] = [];
  let roles = new Uint8Array(0);
  let names: readonly string[] = [];
  let cellsNeeded = 0;
  let headingRead = false;
  let started = false;
  // Files with a column of hours are few, and the kernel does not know it.
  const kernel = withKernel && columns.hour === undefined ? csvKernel(separator, FIRST_ROOM) : undefined;
  let work = kernel?.bytes() ?? new Uint8Array(FIRST_ROOM);
  let kept = 0;
  let line = 1;
  let rows = 0;
  let block = kernel?.block() ?? blockAt(new ArrayBuffer(CSV_BLOCK_ROWS * CSV_ROW_BYTES), 0, CSV_BLOCK_ROWS);
  let filled = 0;

  if (!heading) setColumns([]);

  function setColumns(words: readonly string[]): void {
    const places = ROLES.map((role) => {
      const wanted = columns[role];
      if (wanted === undefined || typeof wanted === "number") return wanted;
      const place = words.findIndex((word) => word.trim().toLowerCase() === wanted.trim().toLowerCase());
      if (place < 0) throw new RangeError(`the heading has no column ${JSON.stringify(wanted)}`);
      return place;
    });
    const used = places.filter((place) => place !== undefined);
    cellsNeeded = Math.max(...used, -1) + 1;
    roles = new Uint8Array(cellsNeeded);
    for (const [role, place] of places.entries()) if (place !== undefined) roles[place] = role + 1;
    names = Array.from({ length: cellsNeeded }, (_, place) => words[place]?.trim() ?? String(place));
    headingRead = true;
    kernel?.setRoles(roles);
  }

  const tell = (column: number, read: string, what: CsvWrong): void => {
    pending.push({ line, column: names[column] ?? "", read: read.slice(0, 200), wrong: what });
  };
  const settle = (): void => {
    for (const problem of pending) {
      wrong[problem.wrong] = (wrong[problem.wrong] ?? 0) + 1;
      if (problems.length < PROBLEMS_KEPT) problems.push(problem);
    }
    pending.length = 0;
  };

  /** Where an unquoted cell ends: at its separator, or at the line's end. */
  const cellEnd = (bytes: Uint8Array, from: number): number => {
    let at = from;
    while (bytes[at] !== comma && bytes[at] !== LINE_FEED) at++;
    return at;
  };
  const textOf = (bytes: Uint8Array, from: number, to: number): string => decoder.decode(bytes.subarray(from, to));

  /** A moment that is not spelled the common way. What it is goes to `slowPrecision`. */
  let slowPrecision = UNKNOWN_PRECISION;
  const slowTime = (text: string, column: number): number => {
    slowPrecision = UNKNOWN_PRECISION;
    if (text === "") return UNDATED_MINUTE;
    const time = readTime(text, dayOrder);
    if (time === undefined) {
      tell(column, text, "not-a-day");
      return UNDATED_MINUTE;
    }
    if (time.clock !== "once") tellClock(column, text, time.clock);
    slowPrecision = time.precision;
    return time.minute;
  };
  const tellClock = (column: number, text: string, clock: Exclude<WallKind, "once">): void => {
    const what = clock === "missing" ? "missing-hour" : "twice-hour";
    if (!pending.some((problem) => problem.wrong === what)) tell(column, text, what);
  };
  const slowHour = (text: string, column: number): number => {
    if (text === "") return NO_HOUR_READ;
    const hour = readHour(text);
    if (hour === undefined) tell(column, text, "not-an-hour");
    return hour ?? NO_HOUR_READ;
  };
  const slowNumber = (text: string, column: number): number => {
    if (text === "") return Number.NaN;
    const number = readNumber(text);
    if (Number.isNaN(number)) tell(column, text, "not-a-number");
    return number;
  };

  /** Reads whole rows of work[0 … to - 1], which a line feed follows, and returns where the first that is not whole begins. */
  function readRows(bytes: Uint8Array, to: number, last: boolean): number {
    let at = 0;
    while (at < to) {
      let begun = at;
      if (!headingRead) {
        const end = readHeading(bytes, at, to, last);
        if (end < 0) return begun;
        at = end;
        continue;
      }
      if (kernel !== undefined) {
        at = begun = kernel.read(at, to, filled, line);
        const read = kernel.rowsRead();
        line += read;
        rows += read;
        filled += read;
        if (filled === CSV_BLOCK_ROWS) handOver();
        if (at >= to) return at;
      }
      // An empty line is no row.
      if (bytes[at] === LINE_FEED || (bytes[at] === RETURN && bytes[at + 1] === LINE_FEED)) {
        if (bytes[at] === RETURN && at + 1 === to && !last) return begun;
        at += bytes[at] === RETURN ? 2 : 1;
        line++;
        continue;
      }
      let lon = Number.NaN;
      let lat = Number.NaN;
      let minute = UNDATED_MINUTE;
      let precision = UNKNOWN_PRECISION;
      let until = UNDATED_MINUTE;
      let category = NO_WORD;
      let source = NO_WORD;
      let hour = NO_HOUR_READ;
      let hourColumn = 0;
      let column = 0;
      let lines = 1;
      let lonColumn = 0;
      let latColumn = 0;
      for (;;) {
        const role = column < cellsNeeded ? roles[column]! : 0;
        let end = -1;
        if (role === LON || role === LAT) {
          // Digits, a point and digits, nine in all: exact as a whole number over a power of ten.
          const minus = bytes[at] === MINUS;
          let p = minus ? at + 1 : at;
          const first = p;
          let whole = 0;
          let digit = bytes[p]! - ZERO;
          while (digit >= 0 && digit <= 9) {
            whole = (whole * 10 + digit) | 0;
            digit = bytes[++p]! - ZERO;
          }
          let decimals = 0;
          let digits = p - first;
          if (bytes[p] === POINT && digits > 0) {
            const from = ++p;
            digit = bytes[p]! - ZERO;
            while (digit >= 0 && digit <= 9) {
              whole = (whole * 10 + digit) | 0;
              digit = bytes[++p]! - ZERO;
            }
            decimals = p - from;
            digits += decimals;
          }
          const ending = p + returns(bytes, p);
          if (digits > 0 && digits <= 9 && (bytes[ending] === comma || bytes[ending] === LINE_FEED)) {
            const number = whole / POWERS[decimals]!;
            if (role === LON) lon = minus ? -number : number;
            else lat = minus ? -number : number;
            end = ending;
          }
          if (role === LON) lonColumn = column;
          else latColumn = column;
        } else if (role === TIME || role === UNTIL) {
          const year = fourDigits(bytes, at);
          const month = twoDigits(bytes, at + 5);
          const day = twoDigits(bytes, at + 8);
          const place = (year - FIRST_YEAR) * 12 + month - 1;
          if (
            bytes[at + 4] === MINUS &&
            bytes[at + 7] === MINUS &&
            year >= FIRST_YEAR &&
            month >= 1 &&
            month <= 12 &&
            place < monthLengths.length &&
            day >= 1 &&
            day <= monthLengths[place]!
          ) {
            const midnight = (monthStarts[place]! + day - 1) * 1440;
            const dayEnding = at + 10 + returns(bytes, at + 10);
            const parting = bytes[dayEnding]!;
            let read = UNDATED_MINUTE;
            let exact = DAY_PRECISION;
            if (parting === comma || parting === LINE_FEED) {
              read = minuteOfWall(midnight);
              end = dayEnding;
            } else if ((parting === LETTER_T || parting === SPACE) && bytes[at + 13] === COLON) {
              const hour = twoDigits(bytes, at + 11);
              const minutes = twoDigits(bytes, at + 14);
              const withSeconds = bytes[at + 16] === COLON;
              const seconds = withSeconds ? twoDigits(bytes, at + 17) : 0;
              let p = withSeconds ? at + 19 : at + 16;
              const utc = bytes[p] === LETTER_Z;
              if (utc) p++;
              const wall = midnight + hour * 60 + minutes;
              const sound = hour >= 0 && hour < 24 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60;
              const ending = p + returns(bytes, p);
              if (sound && (bytes[ending] === comma || bytes[ending] === LINE_FEED)) {
                exact = MINUTE_PRECISION;
                if (utc) read = wall;
                else {
                  read = minuteOfWall(wall);
                  const clock = wallKind(wall);
                  if (clock !== "once") tellClock(column, textOf(bytes, at, p), clock);
                }
                end = ending;
              }
            }
            if (end >= 0) {
              if (role === UNTIL) until = read;
              else {
                minute = read;
                precision = exact;
              }
            }
          }
        } else if (role === CATEGORY || role === SOURCE) {
          const first = bytes[at]!;
          let p = at;
          let byte = first;
          let hash: number = HASH_START;
          while (byte !== comma && byte !== LINE_FEED && byte !== RETURN) {
            hash = Math.imul(hash ^ byte, HASH_FACTOR);
            byte = bytes[++p]!;
          }
          const ending = p + returns(bytes, p);
          const bare = first !== QUOTE && first !== SPACE && (p === at || bytes[p - 1] !== SPACE);
          if (bare && (byte !== RETURN || ending > p)) {
            if (p > at) {
              // A word cut by the end of the bytes is not one to learn.
              if (ending >= to && !last) return giveUp(begun);
              if (role === CATEGORY) category = categories.codeOf(bytes, at, p, hash);
              else source = sources.codeOf(bytes, at, p, hash);
            }
            end = ending;
          }
        } else if (role === HOUR) hourColumn = column;
        else if (bytes[at] !== QUOTE) end = cellEnd(bytes, at);

        if (end < 0) {
          // The uncommon: quoted, with spaces around, or spelled in another way.
          let from = at;
          let quoted = false;
          if (bytes[at] === QUOTE) {
            const close = quoteEnd(bytes, at, Math.min(to, at + LONGEST_QUOTED));
            if (close < 0 && !last && to - at < LONGEST_QUOTED) return giveUp(begun);
            if (close < 0)
              tell(column, textOf(bytes, at, Math.min(cellEnd(bytes, at), at + 200)), "never-ending-quote");
            else {
              quoted = true;
              from = close;
              for (let i = at; i < close; i++) if (bytes[i] === LINE_FEED) lines++;
            }
          }
          end = cellEnd(bytes, from);
          if (end >= to && !last) return giveUp(begun);
          if (role !== 0) {
            const written = textOf(bytes, at, end);
            const text = (quoted ? unquoted(written, textOf(bytes, at, from)) : written).trim();
            if (role === LON) lon = slowNumber(text, column);
            else if (role === LAT) lat = slowNumber(text, column);
            else if (role === CATEGORY) category = categories.codeOfText(text);
            else if (role === SOURCE) source = sources.codeOfText(text);
            else if (role === HOUR) hour = slowHour(text, column);
            else {
              const read = slowTime(text, column);
              if (role === UNTIL) until = read;
              else {
                minute = read;
                precision = slowPrecision;
              }
            }
          }
        }
        column++;
        at = end + 1;
        if (bytes[end] === LINE_FEED) break;
      }
      if (at > to && !last) return giveUp(begun);

      if (column < cellsNeeded) tell(column, "", "too-few-cells");
      if (hour !== NO_HOUR_READ && precision === DAY_PRECISION) {
        const wall = localDay(minute) * 1440 + hour * 60;
        const clock = wallKind(wall);
        if (clock !== "once") tellClock(hourColumn, String(hour), clock);
        minute = minuteOfWall(wall);
        precision = HOUR_PRECISION;
      }
      const placed = !Number.isNaN(lon) && !Number.isNaN(lat) && isSound(lon, lat, lonColumn, latColumn);
      const row = filled++;
      block.placed[row] = placed ? 1 : 0;
      block.x[row] = placed ? worldX(lon) : 0;
      block.y[row] = placed ? worldY(lat) : 0;
      block.minute[row] = minute;
      const isInterval = until > minute && minute !== UNDATED_MINUTE;
      block.span[row] = isInterval ? until - minute : 0;
      block.precision[row] = isInterval ? INTERVAL_PRECISION : precision;
      block.category[row] = category;
      block.source[row] = source;
      block.line[row] = line;
      if (pending.length > 0) settle();
      if (kernel !== undefined) teach(kernel);
      line += lines;
      rows++;
      if (filled === CSV_BLOCK_ROWS) handOver();
    }
    return at;
  }

  /** What the kernel has not met, it hands back; the next time it knows. */
  function teach(kernel: CsvKernel): void {
    for (; taught[0] < categories.words.length; taught[0]++) kernel.learn(0, categories.bytesOf(taught[0]), taught[0]);
    for (; taught[1] < sources.words.length; taught[1]++) kernel.learn(1, sources.bytesOf(taught[1]), taught[1]);
  }

  function handOver(): void {
    onBlock(filled === CSV_BLOCK_ROWS ? block : firstRows(block, filled));
    filled = 0;
  }

  /** The row is cut by the end of the bytes: it is read again when there are more. */
  function giveUp(begun: number): number {
    pending.length = 0;
    return begun;
  }

  function isSound(lon: number, lat: number, lonColumn: number, latColumn: number): boolean {
    const what = placeWrong(lon, lat);
    if (what === undefined) return true;
    const byLat = what === "not-on-earth" && Math.abs(lon) <= 180;
    tell(byLat ? latColumn : lonColumn, String(byLat ? lat : lon), what);
    return false;
  }

  /** Reads the heading and returns where the next line begins; -1 where it is not whole. */
  function readHeading(bytes: Uint8Array, begun: number, to: number, last: boolean): number {
    const words: string[] = [];
    for (let at = begun; ;) {
      const quoted = bytes[at] === QUOTE ? quoteEnd(bytes, at, to) : -1;
      if (bytes[at] === QUOTE && quoted < 0 && !last) return -1;
      const end = cellEnd(bytes, Math.max(at, quoted));
      if (end >= to && !last) return -1;
      const written = textOf(bytes, at, end);
      words.push(quoted < 0 ? written : unquoted(written, textOf(bytes, at, quoted)));
      at = end + 1;
      if (bytes[end] !== LINE_FEED) continue;
      line += 1 + words.join("").split("\n").length - 1;
      setColumns(words);
      return at;
    }
  }

  /** Puts the chunk after what was left, and line feeds after it, so that every loop ends. */
  function take(chunk: Uint8Array): number {
    const length = kept + chunk.length;
    if (length + BYTES_BEYOND > work.length) makeRoom(Math.max(length + BYTES_BEYOND, work.length * 2));
    work.set(chunk, kept);
    work.fill(LINE_FEED, length, length + BYTES_BEYOND);
    return length;
  }

  function makeRoom(bytes: number): void {
    if (kernel === undefined) {
      const longer = new Uint8Array(bytes);
      longer.set(work.subarray(0, kept));
      work = longer;
    } else {
      kernel.widen(bytes);
      work = kernel.bytes();
      block = kernel.block();
    }
  }

  function read(chunk: Uint8Array, last: boolean): void {
    let length = take(chunk);
    if (!started && (length >= 3 || last)) {
      started = true;
      if (work[0] === 0xef && work[1] === 0xbb && work[2] === 0xbf) {
        work.copyWithin(0, 3);
        length -= 3;
      }
    }
    const done = started ? Math.min(readRows(work, length, last), length) : 0;
    work.copyWithin(0, done, length);
    kept = length - done;
    if (kept > LONGEST_ROW) throw new RangeError(`a row from line ${line} is longer than ${LONGEST_ROW} bytes`);
  }

  return {
    feed: (chunk) => {
      for (let at = 0; at < chunk.length;) {
        const to = at + Math.max(PIECE, kept);
        read(chunk.subarray(at, to), false);
        at = to;
      }
    },
    end: () => {
      read(new Uint8Array(), true);
      if (!headingRead) setColumns([]);
      if (filled > 0) handOver();
      return { rows, problems, wrong };
    },
    categories: categories.words,
    sources: sources.words,
  };
}
