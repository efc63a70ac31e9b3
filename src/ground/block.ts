// What a written paper is made of, before it is a page, a PDF or a file for a word processor: all three are made of the same blocks, so none of them says what the others do not.
import { z } from "zod";
import type { Instant } from "./time.ts";
import type { Lang } from "./words.ts";

const text = z.string();

export const blockField = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("heading"), level: z.literal([2, 3]), text }),
  z.object({ kind: z.literal("paragraph"), text }),
  z.object({ kind: z.literal("list"), items: z.array(text) }),
  /** The first column names its row. Every row has as many cells as there are heads. */
  z.object({ kind: z.literal("table"), caption: text, heads: z.array(text), rows: z.array(z.array(text)) }),
  /** A line to write on by hand, with what is to be written there. */
  z.object({ kind: z.literal("blank"), text }),
]);
export type Block = z.output<typeof blockField>;

/** How wide each column of a table is beside the others: by what stands in it, so that a column of sentences is not as narrow as one of numbers. */
export function sharesOf({ heads, rows }: Extract<Block, { kind: "table" }>): readonly number[] {
  return heads.map((head, place) => {
    const longest = Math.max(head.length, ...rows.map((row) => (row[place] ?? "").length));
    return Math.round(Math.sqrt(Math.max(longest, 16)) * 10);
  });
}

/** A paper as it is written. `footer` stands at the foot of every page, before the page's number; `at` is when it is of, so that the same paper is the same file. */
export type Written = {
  readonly title: string;
  readonly footer: string;
  readonly lang: Lang;
  readonly at: Instant;
  readonly blocks: readonly Block[];
};
