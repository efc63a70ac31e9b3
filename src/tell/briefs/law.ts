// What Brå asks every municipality each year: how it does what the law asks (lag 2023:196, sections 4 to 13). Each question is answered by what is here, with where it is from and its day; where nothing is,
// the answer is that it is missing, and what to do. Nothing is answered by anybody's good will.
import { addMonths, type Day } from "../../ground/time.ts";
import { activitiesOf, type Facts } from "./facts.ts";

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
    readonly isLate?: boolean;
    /** Where it is from, where that is not the question's own source. */
    readonly source?: Question;
  } | null;
};

export function lawAnswers(facts: Facts, reportedOn: Day | undefined): readonly LawAnswer[] {
  const { told, takenOn } = facts;
  const isOld = (day: Day) => addMonths(day, 24) < takenOn;
  const decided = (kind: "situation-report" | "action-plan") => {
    const [last] = facts.decisions
      .filter((one) => one.kind === kind)
      .toSorted((a, b) => (a.decidedOn < b.decidedOn ? 1 : -1));
    return (
      last && {
        on: last.decidedOn,
        detail: { body: last.body || "–", registryNumber: last.registryNumber || "–" },
        isLate: isOld(last.decidedOn),
      }
    );
  };
  const adopted = told?.situation ?? undefined;
  const picture =
    adopted === undefined
      ? decided("situation-report")
      : {
          on: adopted.adoptedOn,
          detail: { body: adopted.adoptedBy, registryNumber: adopted.registryNumber || "–" },
          isLate: isOld(adopted.adoptedOn),
        };
  const [latest] = told?.reports ?? [];
  const planned = decided("action-plan");
  const earlier = facts.decisions.filter(({ kind }) => kind === "action-plan").map(({ decidedOn }) => decidedOn);
  const activities = activitiesOf(told);
  const [document] = told?.documents.filter(({ agreement }) => agreement !== "") ?? [];
  const found: Readonly<Record<Question, LawAnswer["found"] | undefined>> = {
    picture,
    plan: planned,
    // A plan that has been decided twice has been gone through between.
    followed: latest
      ? { on: latest.on, detail: {}, isLate: isOld(latest.on) }
      : earlier.length > 1 && planned !== undefined
        ? { ...planned, detail: {}, source: "plan" }
        : undefined,
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
          }
        : undefined,
    // Who sits in the council is kept nowhere here: that it meets is not that those who meet are the council.
    council: undefined,
    coordination:
      facts.coordinators.length === 0 ? undefined : { on: takenOn, detail: { offices: facts.coordinators.join(", ") } },
    residents: told?.lastWord ? { on: told.lastWord.on, detail: { days: told.feedbackDays } } : undefined,
    leads: undefined,
    reported: reportedOn === undefined ? undefined : { on: reportedOn, detail: {} },
  };
  return (Object.keys(QUESTIONS) as Question[]).map((question) => ({
    question,
    section: QUESTIONS[question],
    found: found[question] ?? null,
  }));
}
