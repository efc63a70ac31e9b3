// What Brå asks every municipality each year: how it does what the law asks (lag 2023:196, sections 4 to 13). Each question is answered by what is here, with where it is from and its day; where nothing is,
// the answer is that it is missing, and what to do. Nothing is answered by anybody's good will.
import { addMonths, type Day } from "../../ground/time.ts";
import type { DecisionKind } from "../../follow/clocks/decision.ts";
import { activitiesOf, decisionOf, type Facts } from "./facts.ts";

/** In the order of the law's sections; the number is the section's. */
export const QUESTIONS = {
  picture: 4,
  plan: 5,
  measures: 5,
  followed: 6,
  agreement: 9,
  council: 10,
  coordination: 11,
  residents: 12,
  leads: 13,
  reported: 13,
} as const;
export type Question = keyof typeof QUESTIONS;

/** `on` is the day it rests on. Null where what is here cannot say: then it is missing, and words.ts says what to do. */
export type LawAnswer = {
  readonly question: Question;
  readonly section: number;
  readonly found: {
    readonly on: Day | null;
    readonly detail: Readonly<Record<string, string | number>>;
    /** Beside what is there: it is older than the law allows. */
    readonly isLate?: boolean | undefined;
  } | null;
};

export function lawAnswers(facts: Facts): readonly LawAnswer[] {
  const { told, takenOn, reportedOn } = facts;
  const isOld = (day: Day) => addMonths(day, 24) < takenOn;
  const decided = (kind: DecisionKind) => {
    const decision = decisionOf(facts, kind);
    if (decision === undefined) return undefined;
    const { on, isLate, body, registryNumber } = decision;
    return { on, detail: { body, registryNumber }, isLate };
  };
  const [latest] = told?.reports ?? [];
  const activities = activitiesOf(told);
  const [document] = told?.documents.filter(({ agreement }) => agreement !== "") ?? [];
  const found: Readonly<Record<Question, LawAnswer["found"] | undefined>> = {
    picture: decided("situation-report"),
    plan: decided("action-plan"),
    followed: latest && { on: latest.on, detail: { day: latest.on }, isLate: isOld(latest.on) },
    measures: activities.length === 0 ? undefined : { on: takenOn, detail: { count: activities.length } },
    agreement:
      facts.agreement.registryNumber !== "" || facts.agreement.until !== null || document !== undefined
        ? {
            on: null,
            detail: {
              registryNumber: facts.agreement.registryNumber,
              until: facts.agreement.until ?? "",
              text: document?.agreement ?? "",
            },
            isLate: facts.agreement.until !== null && facts.agreement.until < takenOn,
          }
        : undefined,
    // Who sits in the council is kept nowhere here: that it meets is not that those who meet are the council.
    council: undefined,
    coordination:
      facts.coordinators.length === 0 ? undefined : { on: takenOn, detail: { offices: facts.coordinators.join(", ") } },
    residents: told?.lastWord ? { on: told.lastWord.on, detail: { days: told.feedbackDays } } : undefined,
    leads: undefined,
    reported: reportedOn === null ? undefined : { on: reportedOn, detail: {} },
  };
  return (Object.keys(QUESTIONS) as Question[]).map((question) => ({
    question,
    section: QUESTIONS[question],
    found: found[question] ?? null,
  }));
}
