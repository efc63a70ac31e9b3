// What became of what was promised before, as it stands in the text of the promise that follows: signed with the rest, so that nothing open is lost unseen.
import { z } from "zod";

export const FATES = ["keep", "change", "end", "hand-over"] as const;
export type Fate = (typeof FATES)[number];

const text = (max: number) => z.string().trim().min(1).max(max);

export const formerItemField = z.object({
  /** The löfte or activity of the promise before. */
  id: z.uuid(),
  /** As it was cited there: "2", "2.1". */
  number: text(20),
  text: text(2000),
  fate: z.enum(FATES),
  reason: text(1000).exactOptional(),
  /** Who goes on with it, where it is handed over. */
  handedTo: text(200).exactOptional(),
});
export type FormerItem = z.infer<typeof formerItemField>;

export const goesOn = (fate: Fate): boolean => fate === "keep" || fate === "change";

type Following = {
  readonly formerly?: readonly FormerItem[];
  readonly pledges: readonly {
    readonly continues?: string;
    readonly activities: readonly { readonly continues?: string }[];
  }[];
};

/** What was to go on and stands nowhere in the text that follows: the first of it, as it was cited. */
export function lostFrom({ formerly, pledges }: Following): FormerItem | undefined {
  const carriedOn = new Set(
    pledges.flatMap(({ continues, activities }) => [continues, ...activities.map((activity) => activity.continues)]),
  );
  return (formerly ?? []).find(({ id, fate }) => goesOn(fate) && !carriedOn.has(id));
}
