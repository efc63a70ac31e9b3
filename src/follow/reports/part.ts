// «Kommunens del kan publiceras som ‹väntar på polisens bedömning›» after the day residents were to hear, never before (journeys.md, journey 15).
import { command } from "../../ground/command.ts";
import { grantFor } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { addDays, dayOf, type Day, type Instant } from "../../ground/time.ts";
import type { SigningParty } from "../../pledge/signature.ts";
import {
  type Assessment,
  type Freezing,
  type PeriodReport,
  unfinished,
  type View,
  type Why,
  writesAs,
  WRITERS,
} from "./report.ts";

export type PartWhy = Why | "part-not-due" | "part-is-out" | "other-has-handed-in";
export type Part = {
  readonly party: SigningParty;
  readonly organisationId: string;
  readonly content: string;
  readonly at: Instant;
};
export type Parting = Freezing & {
  /** How long after a period residents hear at the latest. */
  readonly feedbackDays: number;
  /** When the report was begun: the other party has had time with it. */
  readonly begunOn: Day;
  readonly out: Pick<Part, "party"> | undefined;
};

/** So long the other party has a report that has been begun before one of them tells its part alone. */
export const DAYS_TO_JUDGE = 30;

/** The day residents were to hear of a period at the latest. */
export function heardBy({ to }: Pick<PeriodReport, "to">, feedbackDays: number): Day {
  return addDays(to, feedbackDays);
}

export const publishPart = command({
  event: "report.part-published",
  may: (person, _input: unknown, { partnershipId }: Parting): Refusal<PartWhy> | undefined =>
    grantFor(person, partnershipId, WRITERS) === undefined ? { why: "not-yours" } : undefined,
  decide: (_input: unknown, state: Parting, moment): Result<Part, Refusal<PartWhy>> => {
    const { report, frozen, partnershipId, out } = state;
    if (report.state === "published") return no("report-is-published");
    if (report.state !== "draft") return no("report-is-frozen");
    const own = writesAs(moment.by, partnershipId);
    if (own === undefined) return no("not-your-text");
    if (out !== undefined) return no("part-is-out");
    const handed = report.texts.filter(({ voice, handedIn }) => voice !== "joint" && handedIn);
    if (handed.some(({ voice }) => voice !== own.party)) return no("other-has-handed-in");
    if (handed.length === 0) return no("own-text-missing");
    const [promised, given] = [heardBy(report, state.feedbackDays), addDays(state.begunOn, DAYS_TO_JUDGE)];
    const day = promised > given ? promised : given;
    if (dayOf(moment.at) <= day) return no("part-not-due", { detail: { day } });
    const left = unfinished(report, state.log);
    if (left !== undefined) return { ok: false, refusal: left };
    const { party, organisationId } = own;
    return yes({ party, organisationId, content: frozen.content, at: moment.at });
  },
});

/** A card as one party alone may tell it: what is logged, with that party's own judgement of it where it has given one, and nothing that the other may have written. */
export function alone(card: Assessment, views: readonly View[], party: SigningParty | undefined): Assessment {
  const own = views.find((one) => one.activityId === card.activityId && one.party === party);
  const [status, explanation] = [own?.status ?? card.preset, own?.explanation ?? ""];
  return { ...card, status, explanation, output: "", outcome: "", experience: "" };
}
