// «Beslutat den … av … dnr …»: what the law's two years are counted from (law 2023:196, section 6). The municipality notes its own; a note that was wrong is put right by another.
import { personIn } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import { grantsIn, type Grant, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Day, type Instant } from "../../ground/time.ts";

export const DECISION_KINDS = ["situation-report", "action-plan"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];
export type Decision = {
  readonly id: string;
  readonly organisationId: string;
  readonly kind: DecisionKind;
  readonly decidedOn: Day;
  /** Which body: "kommunstyrelsen". */
  readonly body: string;
  readonly registryNumber: string;
  readonly notedAt: Instant;
  /** The office that noted it. */
  readonly office: string;
  /** The note it puts right, and why. */
  readonly replaces: string | undefined;
  readonly reason: string | undefined;
  readonly example: boolean;
};

export type DecisionWhy =
  | "not-yours"
  | "names-a-person"
  | "future-not-decided"
  | "decision-is-noted"
  | "decision-is-corrected"
  | "correction-says-why"
  | "not-found";
export type Noting = { readonly partnershipId: string; readonly decisions: readonly Decision[] };
type Said = Pick<Decision, "decidedOn" | "body" | "registryNumber">;

/** The municipality answers for what the law asks of municipalities, and whoever leads its work writes it. */
export function noterIn(person: Person, partnershipId: string): Grant | undefined {
  return grantsIn(person, partnershipId, ["coordinator"]).find(({ party }) => party === "municipality");
}

const notes = (person: Person, _input: unknown, { partnershipId }: Noting): Refusal<DecisionWhy> | undefined =>
  noterIn(person, partnershipId) === undefined ? { why: "not-yours" } : undefined;

/** What stands: not what another has put right. */
export function standing(decisions: readonly Decision[]): readonly Decision[] {
  return decisions.filter(({ id }) => !decisions.some(({ replaces }) => replaces === id));
}

function unfit(said: Said, others: readonly Decision[], kind: DecisionKind, today: Day) {
  if (said.decidedOn > today) return no<DecisionWhy>("future-not-decided", { field: "decidedOn" });
  for (const field of ["body", "registryNumber"] as const)
    if (personIn(said[field])) return no<DecisionWhy>("names-a-person", { field });
  const same = others.some(
    (one) => one.kind === kind && one.decidedOn === said.decidedOn && one.registryNumber === said.registryNumber,
  );
  return same ? no<DecisionWhy>("decision-is-noted") : undefined;
}

const tidied = ({ decidedOn, body, registryNumber }: Said): Said => ({
  decidedOn,
  body: body.trim(),
  registryNumber: registryNumber.trim(),
});

export const noteDecision = command({
  event: "statutory-decision.noted",
  may: notes,
  decide: (
    input: Said & { readonly kind: DecisionKind },
    state: Noting,
    moment,
  ): Result<Decision, Refusal<DecisionWhy>> => {
    const grant = noterIn(moment.by, state.partnershipId);
    if (grant === undefined) return no("not-yours");
    const said = tidied(input);
    return (
      unfit(said, standing(state.decisions), input.kind, dayOf(moment.at)) ??
      yes({ ...said, kind: input.kind, ...noted(grant, moment), replaces: undefined, reason: undefined })
    );
  },
});

export const correctDecision = command({
  event: "statutory-decision.corrected",
  may: notes,
  decide: (
    input: Said & { readonly id: string; readonly reason: string },
    state: Noting,
    moment,
  ): Result<Decision, Refusal<DecisionWhy>> => {
    const grant = noterIn(moment.by, state.partnershipId);
    if (grant === undefined) return no("not-yours");
    const before = state.decisions.find(({ id }) => id === input.id);
    if (before === undefined || before.organisationId !== grant.organisationId) return no("not-found");
    if (!standing(state.decisions).includes(before)) return no("decision-is-corrected");
    const reason = input.reason.trim();
    if (reason === "") return no("correction-says-why", { field: "reason" });
    if (personIn(reason)) return no("names-a-person", { field: "reason" });
    const said = tidied(input);
    const others = standing(state.decisions).filter(({ id }) => id !== before.id);
    return (
      unfit(said, others, before.kind, dayOf(moment.at)) ??
      yes({ ...said, kind: before.kind, ...noted(grant, moment), replaces: before.id, reason })
    );
  },
});

function noted(grant: Grant, { at, newId }: { readonly at: Instant; readonly newId: () => string }) {
  return { id: newId(), organisationId: grant.organisationId, office: grant.title, notedAt: at, example: false };
}
