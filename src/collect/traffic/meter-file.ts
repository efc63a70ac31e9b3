// Reads a meter's file by the meter's mapping: a row is a vehicle, or the vehicles of so many minutes by speed. The table itself is read by text-rows.ts.
import type { Instant } from "../../ground/time.ts";
import { piecesOf, type Encoding } from "../imports/bytes.ts";
import { clockReader } from "../imports/clock-text.ts";
import { type Separator, textRows, type TextTold } from "../imports/text-rows.ts";
import { columnsOfMeter, guessMapping, type MeterMapping, ODD_TOLD, plainClock, type OddRow } from "./meter.ts";
import type { Bin, BinnedRow, Measured, Passage } from "./speed.ts";

export type MeterReading = {
  readonly measured: Measured;
  /** The first of them; `oddCount` counts them all. */
  readonly odd: readonly OddRow[];
  readonly oddCount: number;
  readonly rows: number;
  /** It was not read to its end: more rows than any meter leaves. */
  readonly isTooLong: boolean;
};

/** Two months on a road where somebody drives by every ten seconds. */
export const MOST_ROWS = 500_000;
/** A direction is a word or a number. */
const LONGEST_DIRECTION = 40;

export type MeterPeek = {
  readonly separator: Separator;
  readonly encoding: Encoding;
  readonly headingRow: number;
  readonly heading: readonly string[];
  /** The rows below the heading, so many as are looked at. */
  readonly rows: readonly (readonly string[])[];
  readonly guess: MeterMapping | undefined;
};

const SEPARATORS = [";", "\t", ",", "|"] as const satisfies readonly Separator[];
const LOOKED_AT = 200;
/** A radar says 0 or 255 when it saw something and could not tell how fast. */
const FASTEST = 250;

/** How the file begins: which row is the heading, and what its columns probably are. Undefined for what is no table. */
export async function peekMeter(bytes: Uint8Array): Promise<MeterPeek | undefined> {
  const looks = await Promise.all(SEPARATORS.map((separator) => look(bytes, separator)));
  // The separator that gives most rows of one and the same width; the wider where two do.
  const [best] = looks.toSorted((a, b) => b.alike - a.alike || b.width - a.width);
  if (best === undefined || best.width < 2) return undefined;
  const at = best.rows.findIndex((row) => filled(row) >= best.width - 1 && row.length >= best.width && isHeading(row));
  if (at < 0) return undefined;
  const heading = best.rows[at]!.map((name) => name.trim());
  const rows = best.rows.slice(at + 1);
  const how = { separator: best.separator, encoding: best.encoding, headingRow: at + 1 };
  return { ...how, heading, rows, guess: guessMapping(heading, rows, how) };
}

async function look(bytes: Uint8Array, separator: Separator) {
  const told: TextTold = { whole: true, encoding: "utf-8", separator: undefined };
  const rows: string[][] = [];
  for await (const { cells } of textRows(piecesOf(bytes), told, { separator }, 64 * 1024)) {
    if (cells !== undefined) rows.push(cells);
    if (rows.length > LOOKED_AT) break;
  }
  const widths = new Map<number, number>();
  for (const { length } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width = 0, alike = 0] = [...widths].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  return { separator, rows, width, alike, encoding: told.encoding };
}

const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== "").length;
/** Names, not values: no cell is a number or begins like a day. */
function isHeading(row: readonly string[]): boolean {
  return row.every(
    (cell) =>
      (!/^\s*[-\d.,]+\s*$/.test(cell) && !/^\s*\d{2,4}[-/.]\d/.test(cell)) ||
      /^\s*\d{1,3}\s*[-–]\s*\d{1,3}\s*$/.test(cell),
  );
}

/** A column the mapping names and the file has not. */
export function missingColumn(peeked: Pick<MeterPeek, "heading">, mapping: MeterMapping): string | undefined {
  return columnsOfMeter(mapping).find((column) => !peeked.heading.includes(column));
}

/** Reads it all; never throws for what stands in it. */
export async function readMeter(bytes: Uint8Array, mapping: MeterMapping, maxBytes?: number): Promise<MeterReading> {
  const told: TextTold = { whole: true, encoding: "utf-8", separator: undefined };
  const odd: OddRow[] = [];
  let oddCount = 0;
  const isOdd = (one: OddRow) => {
    oddCount += 1;
    if (odd.length < ODD_TOLD) odd.push(one);
  };
  const passages: Passage[] = [];
  const binned: BinnedRow[] = [];
  let at: ReadonlyMap<string, number> | undefined;
  let row = 0;
  const clock = clockReader(mapping.time.format, "Europe/Stockholm");
  for await (const { cells, line } of textRows(piecesOf(bytes), told, mapping, undefined, maxBytes)) {
    row += 1;
    if (row > mapping.headingRow + MOST_ROWS) break;
    if (cells === undefined) isOdd({ line, what: "broken-row", read: "" });
    else if (row === mapping.headingRow) at = new Map(cells.map((name, index) => [name.trim(), index]));
    else if (at !== undefined) {
      const columns = at;
      const cell = (name: string) => cells[columns.get(name) ?? -1]?.trim() ?? "";
      const when = timeOf(cell, mapping, clock);
      const direction = mapping.direction === undefined ? "" : cell(mapping.direction).slice(0, LONGEST_DIRECTION);
      const strange = (what: OddRow["what"], read: string) => isOdd({ line, what, read: read.slice(0, 60) });
      if (when === undefined) strange("no-time", cells.join(" "));
      else if (mapping.rows.kind === "vehicles") {
        const read = speedOf(cell(mapping.rows.speed));
        if (read.isOdd) strange("impossible-speed", cell(mapping.rows.speed));
        passages.push({ at: when, direction, speed: read.speed });
      } else {
        const counts = mapping.rows.bins.map(({ column }) => countOf(cell(column)));
        if (counts.some((count) => count === undefined)) strange("no-count", cells.join(" "));
        else binned.push({ at: when, direction, counts: counts as number[], without: 0 });
      }
    }
  }
  const isTooLong = row > mapping.headingRow + MOST_ROWS;
  if (!told.whole && !isTooLong) isOdd({ line: row + 1, what: "broken-row", read: "" });
  const rows = Math.max(0, row - mapping.headingRow);
  const besides = { odd, oddCount, rows, isTooLong };
  if (mapping.rows.kind === "vehicles") return { measured: { kind: "vehicles", passages }, ...besides };
  const bins = mapping.rows.bins.map(({ from, to }): Bin => ({ from, to }));
  return { measured: { kind: "bins", bins, minutes: mapping.rows.minutes, rows: binned }, ...besides };
}

type Cell = (column: string) => string;

function timeOf(cell: Cell, { time }: MeterMapping, clock: (text: string) => Instant | undefined): Instant | undefined {
  const text = time.clockColumn === undefined ? cell(time.column) : `${cell(time.column)} ${cell(time.clockColumn)}`;
  return clock(plainClock(text));
}

function speedOf(text: string): { readonly speed: number | undefined; readonly isOdd: boolean } {
  const match = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:km\/?h)?$/i.exec(text);
  const speed = match === null ? undefined : Number(match[1]!.replace(",", "."));
  if (speed !== undefined && speed > 0 && speed <= FASTEST) return { speed, isOdd: false };
  return { speed: undefined, isOdd: text !== "" && text !== "-" };
}

/** An empty cell is none; a letter is no count. */
function countOf(text: string): number | undefined {
  const plain = text.replaceAll(/\s/g, "");
  if (plain === "" || plain === "-") return 0;
  return /^\d{1,7}$/.test(plain) ? Number(plain) : undefined;
}
