// What waits for somebody in a consultation: the same roles as may do it.
import { grantsIn, type Person } from "../../ground/party.ts";
import { addDays, type Day } from "../../ground/time.ts";
import { type Comment, leftOf } from "./comment.ts";
import { CONSULTERS, type Consultation, phaseOf } from "./consultation.ts";

export const CONSULTATION_TURNS = [
  "consultation-asked",
  "comments-unread",
  "comments-unanswered",
  "consultation-ends",
  "consultation-to-close",
] as const;
export type ConsultationTurn = (typeof CONSULTATION_TURNS)[number];
export type Turn = { readonly kind: ConsultationTurn; readonly count?: number };

/** Nothing for those who only read, nor a yes of one's own to give. */
export function turnsOf(
  consultation: Consultation & { readonly partnershipId: string },
  comments: readonly Comment[],
  { person, today }: { readonly person: Person; readonly today: Day },
): readonly Turn[] {
  const own = grantsIn(person, consultation.partnershipId, CONSULTERS).filter(({ party }) => party !== "other");
  const phase = phaseOf(consultation, today);
  if (own.length === 0 || phase === "closed" || phase === "planned") return [];
  if (phase === "asked")
    return own.some(({ organisationId }) => organisationId === consultation.askedBy)
      ? []
      : [{ kind: "consultation-asked" }];
  const { waiting, unanswered } = leftOf(comments);
  const isDone = waiting + unanswered === 0;
  return [
    ...(waiting > 0 ? [{ kind: "comments-unread", count: waiting } as const] : []),
    ...(unanswered > 0 ? [{ kind: "comments-unanswered", count: unanswered } as const] : []),
    ...(phase === "open" && consultation.to === addDays(today, 1) ? [{ kind: "consultation-ends" } as const] : []),
    ...(phase === "answering" && isDone ? [{ kind: "consultation-to-close" } as const] : []),
  ];
}
