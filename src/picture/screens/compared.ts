// What a selection is compared with, as a choice: the time before it, the same time a year ago, another place. A relation, not a date: when the time is moved, what it is compared with moves along.
import { timeBefore } from "../counts.ts";
import { type Comparison, daysAsked, type Question } from "../question.ts";
import { sameTimeLastYear } from "./period.ts";

export const COMPARISONS = ["fore", "ar"] as const;
export type TimeComparison = (typeof COMPARISONS)[number];

function comparisonBy(kind: TimeComparison, question: Question): Comparison | undefined {
  if (kind === "fore") return timeBefore(question);
  const { from, to } = daysAsked(question);
  return from === undefined || to === undefined || to < from ? undefined : sameTimeLastYear({ from, to });
}

/** A village's slug, "fore", "ar", "annan" for a time of its own, or "" for nothing. */
export function comparisonOf(question: Question): string {
  const { compared } = question;
  if (compared === undefined) return "";
  if ("area" in compared) return compared.area;
  const days = JSON.stringify(daysAsked(compared));
  return (
    COMPARISONS.find((kind) => {
      const other = comparisonBy(kind, question);
      return other !== undefined && "from" in other && JSON.stringify(daysAsked(other)) === days;
    }) ?? "annan"
  );
}

export function withComparison(question: Question, chosen: string): Question["compared"] {
  if (chosen === "") return undefined;
  const kind = COMPARISONS.find((one) => one === chosen);
  return kind === undefined ? { area: chosen } : comparisonBy(kind, question);
}

/** The question after a change: what it is compared with is worked out anew when the time has moved. */
export function movedAlong(next: Question, before: Question): Question {
  if (next.compared === undefined || next.compared !== before.compared || "area" in next.compared) return next;
  const kind = COMPARISONS.find((one) => one === comparisonOf(before));
  return kind === undefined ? next : { ...next, compared: comparisonBy(kind, next) };
}

/** The question that the selection is held against. */
export function otherOf(question: Question): Question | undefined {
  const { compared } = question;
  if (compared === undefined) return undefined;
  return "area" in compared
    ? { ...question, area: compared.area, box: undefined, compared: undefined }
    : { ...question, from: compared.from, to: compared.to, compared: undefined };
}
