// COPY: the way into a table for many rows at a time. Asked as any statement, with the rows as its only parameter, in PostgreSQL's text format.
import { CompiledQuery } from "kysely";
import type { AnyTransaction } from "../house.ts";

/** Rows by the thousand into a table, as lines of `copyCells` and a line's end. Row-level security takes no COPY: it is for temporary tables, to be read from there by a statement. */
export async function copyInto(
  tx: AnyTransaction,
  table: string,
  columns: readonly string[],
  rows: string,
): Promise<void> {
  const names = columns.map((name) => `"${name}"`).join(", ");
  await tx.executeQuery(CompiledQuery.raw(`${COPY}"${table}" (${names}) from stdin`, [Buffer.from(rows, "utf8")]));
}

export type Cell = string | number | boolean | null;
/** Cells of a row in the text format: null is what nothing else can be, and what would end a cell or a row is written out. */
export function copyCells(cells: readonly Cell[]): string {
  // Joined rather than added up: a text in one piece, and not in sixty that the memory of a million rows is full of.
  return cells.map(cellText).join("\t");
}
function cellText(cell: Cell): string {
  if (typeof cell === "string") return NEEDS_ESCAPE.test(cell) ? cell.replaceAll(ESCAPED, escaped) : cell;
  return cell === null ? "\\N" : String(cell);
}
const NEEDS_ESCAPE = /[\\\t\n\r]/;
const ESCAPED = /[\\\t\n\r]/g;
function escaped(character: string): string {
  return character === "\t" ? "\\t" : character === "\n" ? "\\n" : character === "\r" ? "\\r" : "\\\\";
}

const COPY = "copy ";
export function isCopy(text: string): boolean {
  return text.startsWith(COPY);
}

export function copyBytes(parameters: readonly unknown[]): Uint8Array {
  const [bytes] = parameters;
  if (!(bytes instanceof Uint8Array)) throw new Error("COPY takes its rows as bytes");
  return bytes;
}

/** The statement, the rows and the end as one message of PostgreSQL's protocol: PGlite reads them one after the other. */
export function copyMessages(text: string, parameters: readonly unknown[]): Uint8Array {
  return Buffer.concat([
    message("Q", Buffer.from(`${text}\0`, "utf8")),
    message("d", copyBytes(parameters)),
    message("c"),
  ]);
}

function message(kind: string, body: Uint8Array = new Uint8Array()): Uint8Array {
  const head = Buffer.alloc(5, kind);
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
