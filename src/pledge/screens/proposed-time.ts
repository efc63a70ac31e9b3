import type { OutputOf } from "../../ground/endpoint.ts";
import { say, type Lang } from "../../ground/words.ts";
import { formatPeriod } from "../../ui/format.ts";
import type { listDocuments } from "../api.ts";
import { proposedAfter, words } from "../words.ts";

type Proposed = OutputOf<typeof listDocuments>["proposed"];

/** «Föreslaget: 1 januari 2028–31 december 2030, direkt efter det förra löftet och lika länge. …» Nothing where nothing is proposed. */
export function sayProposed(proposed: Proposed, lang: Lang): string | undefined {
  if (proposed === null) return undefined;
  const { from, to, after } = proposed;
  return say(words.timeProposed, lang, { period: formatPeriod(from, to, lang), why: say(proposedAfter[after], lang) });
}
