// Reads the drafts that anybody may comment on, for the gate.
import { type Day, dayOf } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import { type Comment, heldOf } from "../pledge/consultation/comment.ts";
import { phaseOf } from "../pledge/consultation/consultation.ts";
import { becameOf, passagesOf } from "../pledge/consultation/passages.ts";
import { commentsOf, consultationsOf } from "../pledge/consultation/store.ts";
import type { ToldConsultation } from "./site.ts";
import type { TellDatabase } from "./tables.ts";

type Known = { readonly today: Day; readonly partyName: ReadonlyMap<string, string> };

/** Those whose first day has come, the newest first. What is asked for or planned is told nowhere. */
export async function readConsultations(
  tx: Within<TellDatabase>,
  partnershipId: string,
  { today, partyName }: Known,
): Promise<ToldConsultation<number>[]> {
  const told: ToldConsultation<number>[] = [];
  for (const { slug, isDropped, consultation } of await consultationsOf(tx, partnershipId)) {
    const phase = phaseOf(consultation, today);
    if (phase === "asked" || phase === "planned") continue;
    const { content, became, closedAt } = consultation;
    const comments = (await commentsOf(tx, consultation.id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const passages =
      became === undefined
        ? passagesOf(content).map((passage) => ({ ...passage, became: null, isChanged: false, isNew: false }))
        : becameOf(content, became).map(({ parts, ...passage }) => ({ ...passage, became: parts }));
    told.push({
      slug,
      title: (became ?? content).title,
      phase,
      from: consultation.from,
      to: consultation.to,
      closedOn: closedAt === undefined ? null : dayOf(closedAt),
      ...(isDropped ? { isDropped } : {}),
      canInfluence: consultation.canInfluence,
      cannotInfluence: consultation.cannotInfluence,
      contentHash: consultation.contentHash,
      // By chance and not by time: nobody is known by when they wrote.
      passages: passages.map(({ id, ...passage }) => ({
        ...passage,
        comments: comments.flatMap((one) => (one.passage === id ? toldComment(one, partyName) : [])),
      })),
      held: heldOf(comments).map(({ reason, count }) => ({ reason, heads: count })),
      heldInAll: comments.filter(({ state }) => state === "held").length,
      example: consultation.example,
    });
  }
  return told;
}

/** Only what somebody has looked through; when it came is nobody's business. */
function toldComment(
  one: Comment,
  partyName: ReadonlyMap<string, string>,
): ToldConsultation<number>["passages"][number]["comments"] {
  if (one.state !== "shown") return [];
  const { answer } = one;
  return [
    {
      sentence: one.sentence ?? "",
      text: one.text,
      answer:
        answer === undefined
          ? null
          : {
              kind: answer.kind,
              reason: answer.reason,
              became: answer.became ?? "",
              by: partyName.get(answer.organisationId) ?? "",
              on: answer.on,
            },
    },
  ];
}
