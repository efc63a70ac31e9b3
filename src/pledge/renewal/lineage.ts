// The same promise over the years: which it goes on from, for which time, and what became of it. Read out of what was signed.
import type { Content } from "../document.ts";
import type { FormerItem } from "./formerly.ts";

/** A löfte where it stands: in which promise, and which number there. */
export type PledgeAt = { readonly documentSlug: string; readonly order: number };
export type Became = Pick<FormerItem, "fate"> & { readonly reason: string; readonly handedTo: string };
export type Kin = {
  /** For which time it is promised; 1 is the first. */
  readonly times: number;
  readonly before: PledgeAt | null;
  readonly sameWords: boolean;
  /** Those that go on from none in the promise before, by what was signed or by their words. */
  readonly newActivities: number;
  readonly after: PledgeAt | null;
  /** What the promise that follows says became of it; null where it says nothing. */
  readonly became: Became | null;
};

type Document = { readonly slug: string; readonly content: Content };

/** Every löfte of these promises with its kin, by its id. */
export function kinOf(documents: readonly Document[]): ReadonlyMap<string, Kin> {
  const all = documents.flatMap(({ slug, content }) =>
    content.pledges.map((pledge) => ({ pledge, at: { documentSlug: slug, order: pledge.order } })),
  );
  const beforeOf = (id: string | undefined) => all.find(({ pledge }) => pledge.id === id);
  const became = becameIn(documents);
  return new Map(
    all.map(({ pledge }) => {
      const before = beforeOf(pledge.continues);
      const seen = new Set<string>();
      for (
        let one = beforeOf(pledge.id);
        one !== undefined && !seen.has(one.pledge.id);
        one = beforeOf(one.pledge.continues)
      )
        seen.add(one.pledge.id);
      const former = before?.pledge.activities ?? [];
      const isNew = ({ text, continues }: (typeof former)[number]) =>
        !former.some((one) => one.id === continues || one.text === text);
      return [
        pledge.id,
        {
          times: seen.size,
          before: before?.at ?? null,
          sameWords: before?.pledge.text === pledge.text,
          newActivities: pledge.activities.filter(isNew).length,
          after: all.find((one) => one.pledge.continues === pledge.id)?.at ?? null,
          became: became.get(pledge.id) ?? null,
        },
      ];
    }),
  );
}

/** What the promises that follow say became of each löfte and activity before them. */
export function becameIn(documents: readonly Document[]): ReadonlyMap<string, Became> {
  return new Map(
    documents.flatMap(({ content }) =>
      (content.formerly ?? []).map(({ id, fate, reason = "", handedTo = "" }) => [id, { fate, reason, handedTo }]),
    ),
  );
}
