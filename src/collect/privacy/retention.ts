// What goes when (journeys.md, journey 18; domain.md 2.4 R5 and 2.5). Raw words age out by a decision of the organisation that owns them; counts, places and
// times stay. Public records may not be destroyed without a decision, so a rule without one takes nothing, and a hold stops it for as long as it lasts.
import { command } from "../../ground/command.ts";
import { grantFor, type Person, type Role } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { addMonths, type Day, dayOf, fromSwedishClock, type Instant } from "../../ground/time.ts";
import { personRefused, type PersonWhy } from "../person-in-text.ts";
import { SOURCE_KINDS, type Source } from "../source.ts";

export const RULE_WRITERS: readonly Role[] = ["coordinator", "liaison"];
export const RULE_APPROVERS: readonly Role[] = ["coordinator", "liaison", "signatory", "administrator"];

/** What a decision may be of: a kind of source, or papers handed in for a promise that never became a signature. */
export const RULE_KINDS = [...SOURCE_KINDS, "loose-paper"] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

type Decision = {
  readonly sourceKind: RuleKind;
  readonly months: number;
  /** Which body decided, when, under which paragraph. */
  readonly body: string;
  readonly decidedOn: Day;
  readonly paragraph: string;
};
export type RetentionRule = Decision & {
  readonly id: string;
  readonly organisationId: string;
  readonly writtenBy: string;
  readonly writtenAt: Instant;
  readonly approvedBy: string | undefined;
  readonly approvedAt: Instant | undefined;
};
export type RetentionHold = {
  readonly id: string;
  readonly organisationId: string;
  readonly of: { readonly sourceId: string } | { readonly sourceKind: HeldKind };
  readonly reason: string;
  readonly heldAt: Instant;
};
/** What stands in no source is held as a kind: all hearings of the organisation, all its staff dialogues, all that residents have said of the traffic, or its loose papers. */
export const HELD_KINDS = ["hearing", "staff", "resident-report", "loose-paper"] as const satisfies readonly RuleKind[];
export type HeldKind = (typeof HELD_KINDS)[number];

export type RetentionWhy =
  | "not-yours"
  | "decision-needed"
  | "decision-to-come"
  | "second-person-needed"
  | "approved-already"
  | "held-already"
  | "not-held"
  | "reason-needed"
  | PersonWhy;
type Answer<T> = Result<T, Refusal<RetentionWhy>>;
type InPartnership = { readonly partnershipId: string };
type OfSource = InPartnership & { readonly source: Source; readonly hold: RetentionHold | undefined };
type OfRule = InPartnership & { readonly rule: RetentionRule };

const mine = (
  person: Person,
  partnershipId: string,
  organisationId: string,
  roles: readonly Role[],
): Refusal<RetentionWhy> | undefined =>
  grantFor(person, partnershipId, roles)?.organisationId === organisationId ? undefined : { why: "not-yours" };

const writesRules = (
  person: Person,
  _input: unknown,
  { partnershipId }: InPartnership,
): Refusal<RetentionWhy> | undefined =>
  grantFor(person, partnershipId, RULE_WRITERS) === undefined ? { why: "not-yours" } : undefined;

/** «Gallringsbeslut»: without body, day and paragraph the rule is none. */
export const decideRetention = command({
  event: "retention.decided",
  may: writesRules,
  decide: (input: Decision, { partnershipId }: InPartnership, { at, by, newId }): Answer<RetentionRule> => {
    const [body, paragraph] = [input.body.trim(), input.paragraph.trim()];
    if (body === "" || paragraph === "") return no("decision-needed", { field: body === "" ? "body" : "paragraph" });
    if (input.decidedOn > dayOf(at)) return no("decision-to-come", { field: "decidedOn" });
    const person = personRefused({ body, paragraph });
    if (person !== undefined) return { ok: false, refusal: person };
    const { sourceKind, months, decidedOn } = input;
    const { organisationId } = grantFor(by, partnershipId, RULE_WRITERS)!;
    const written = { writtenBy: by.id, writtenAt: at, approvedBy: undefined, approvedAt: undefined };
    return yes({ id: newId(), organisationId, sourceKind, months, body, decidedOn, paragraph, ...written });
  },
});

export const approveRetention = command({
  event: "retention.approved",
  may: (person: Person, _input: unknown, { partnershipId, rule }: OfRule) =>
    mine(person, partnershipId, rule.organisationId, RULE_APPROVERS),
  decide: (_input: unknown, { rule }: OfRule, { at, by }): Answer<RetentionRule> => {
    if (rule.approvedAt !== undefined) return no("approved-already");
    if (rule.writtenBy === by.id) return no("second-person-needed");
    return yes({ ...rule, approvedBy: by.id, approvedAt: at });
  },
});

/** «Utlämnandespärr»: nothing of the source goes while it lasts. */
export const holdSource = command({
  event: "retention.held",
  may: (person: Person, _input: unknown, { partnershipId, source }: OfSource) =>
    mine(person, partnershipId, source.ownerOrganisationId, RULE_WRITERS),
  decide: (input: { readonly reason: string }, { source, hold }: OfSource, { at, newId }): Answer<RetentionHold> =>
    held(input, hold, {
      id: newId(),
      organisationId: source.ownerOrganisationId,
      of: { sourceId: source.id },
      heldAt: at,
    }),
});

function held(
  input: { readonly reason: string },
  before: RetentionHold | undefined,
  hold: Omit<RetentionHold, "reason">,
): Answer<RetentionHold> {
  if (before !== undefined) return no("held-already");
  const reason = input.reason.trim();
  if (reason === "") return no("reason-needed", { field: "reason" });
  const person = personRefused({ reason });
  return person === undefined ? yes({ ...hold, reason }) : { ok: false, refusal: person };
}

type OfKind = InPartnership & { readonly hold: RetentionHold | undefined };

/** The same for all of a kind that stands in no source, of one's own organisation. */
export const holdKind = command({
  event: "retention.held",
  may: writesRules,
  decide: (
    input: { readonly reason: string; readonly kind: HeldKind },
    { partnershipId, hold }: OfKind,
    { at, by, newId },
  ): Answer<RetentionHold> => {
    const { organisationId } = grantFor(by, partnershipId, RULE_WRITERS)!;
    return held(input, hold, { id: newId(), organisationId, of: { sourceKind: input.kind }, heldAt: at });
  },
});

export const letGoKind = command({
  event: "retention.let-go",
  may: writesRules,
  decide: (_input: unknown, { hold }: OfKind): Answer<RetentionHold> =>
    hold === undefined ? no("not-held") : yes(hold),
});

export const letGoSource = command({
  event: "retention.let-go",
  may: (person: Person, _input: unknown, { partnershipId, source }: OfSource) =>
    mine(person, partnershipId, source.ownerOrganisationId, RULE_WRITERS),
  decide: (_input: unknown, { hold }: OfSource): Answer<RetentionHold> =>
    hold === undefined ? no("not-held") : yes(hold),
});

/** Registry number and secrecy mark: «KS 2026/114», «OSL 35 kap. 1 §». Empty takes it away. */
export const markSource = command({
  event: "source.marked",
  may: (person: Person, _input: unknown, { partnershipId, source }: OfSource) =>
    mine(person, partnershipId, source.ownerOrganisationId, RULE_WRITERS),
  decide: (
    input: { readonly registryNumber: string; readonly secrecyMark: string },
    { source }: OfSource,
  ): Answer<Marked> => {
    const person = personRefused({ registryNumber: input.registryNumber, secrecyMark: input.secrecyMark });
    if (person !== undefined) return { ok: false, refusal: person };
    const or = (text: string) => (text.trim() === "" ? undefined : text.trim());
    return yes({ sourceId: source.id, registryNumber: or(input.registryNumber), secrecyMark: or(input.secrecyMark) });
  },
});
export type Marked = {
  readonly sourceId: string;
  readonly registryNumber: string | undefined;
  readonly secrecyMark: string | undefined;
};

/** What came in before this goes: whole days, so that a run at night and one at noon take the same. */
export function olderThan(months: number, at: Instant): Instant {
  return fromSwedishClock(addMonths(dayOf(at), -months), 0);
}

/** The day on which something that came in then goes. */
export function goesOn(months: number, receivedAt: Instant): Day {
  return addMonths(dayOf(receivedAt), months);
}
