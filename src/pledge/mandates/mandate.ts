// Who may sign for which party, as what, from when to when and by whose decision: recorded by that organisation and by no other, ended with a day, never
// taken away (journeys.md, journey 12). What is missing is said before the day.
import { personIn } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import { grantsIn, type PartyKind, type Person, type Role } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { addDays, dayOf, type Day, type Instant } from "../../ground/time.ts";
import type { SigningParty } from "../signature.ts";

/** A mandate as it is kept: the person who holds it stands beside the office. */
export type KeptMandate = {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly party: SigningParty;
  readonly office: string;
  readonly acting: boolean;
  readonly decidedBy: string;
  readonly from: Day;
  readonly to: Day | undefined;
  /** Ended before its day; `to` is the day it ends instead. */
  readonly endedAt: Instant | undefined;
};

export type MandateWhy =
  | "not-yours"
  | "names-a-person"
  | "mandate-of-other-party"
  | "mandate-not-a-party"
  | "mandate-needs-signatory"
  | "mandate-needs-decision"
  | "mandate-days-turned"
  | "mandate-before-decision"
  | "mandate-decided-later"
  | "mandate-overlaps"
  | "mandate-ends-ahead"
  | "mandate-is-over";

/** Who keeps an organisation's mandates: those who keep its roles, and the police's contact. */
const KEEPERS: readonly Role[] = ["coordinator", "liaison", "administrator"];

type MandatesHere = {
  readonly partnershipId: string;
  readonly parties: readonly { readonly organisationId: string; readonly kind: PartyKind }[];
  readonly mandates: readonly KeptMandate[];
};

/** Keeps the mandates of this very organisation. */
export function keepsFor(person: Person, partnershipId: string, organisationId: string): boolean {
  return grantsIn(person, partnershipId, KEEPERS).some((grant) => grant.organisationId === organisationId);
}

function refusedFor(person: Person, partnershipId: string, organisationId: string): Refusal<MandateWhy> | undefined {
  if (keepsFor(person, partnershipId, organisationId)) return undefined;
  return { why: grantsIn(person, partnershipId, KEEPERS).length === 0 ? "not-yours" : "mandate-of-other-party" };
}

export type NewMandate = {
  readonly organisationId: string;
  readonly personId: string;
  readonly office: string;
  readonly acting: boolean;
  /** Who decided: «kommunstyrelsen». */
  readonly body: string;
  readonly decidedOn: Day;
  /** «§ 141»; empty where decisions have none. */
  readonly paragraph: string;
  readonly from: Day;
  readonly to?: Day | undefined;
};

export const recordMandate = command({
  event: "mandate.recorded",
  may: (person: Person, input: NewMandate, { partnershipId }: MandatesHere) =>
    refusedFor(person, partnershipId, input.organisationId),
  decide: (
    input: NewMandate,
    state: MandatesHere & {
      readonly signatories: readonly { readonly personId: string; readonly organisationId: string }[];
    },
    moment,
  ): Result<KeptMandate, Refusal<MandateWhy>> => {
    const { organisationId, personId, from, to, decidedOn } = input;
    const kind = state.parties.find((party) => party.organisationId === organisationId)?.kind;
    if (kind !== "municipality" && kind !== "police") return no("mandate-not-a-party");
    if (!state.signatories.some((one) => one.personId === personId && one.organisationId === organisationId))
      return no("mandate-needs-signatory", { field: "personId" });
    const [office, body, paragraph] = [input.office.trim(), input.body.trim(), input.paragraph.trim()];
    if (office === "" || body === "") return no("mandate-needs-decision", { field: office === "" ? "office" : "body" });
    for (const [field, text] of Object.entries({ office, body, paragraph }))
      if (personIn(text)) return no("names-a-person", { field });
    if (to !== undefined && to < from) return no("mandate-days-turned", { field: "to" });
    if (decidedOn > dayOf(moment.at)) return no("mandate-decided-later", { field: "decidedOn" });
    if (from < decidedOn) return no("mandate-before-decision", { field: "from" });
    const other = state.mandates.find(
      (held) =>
        held.personId === personId &&
        held.organisationId === organisationId &&
        held.from <= (to ?? held.from) &&
        from <= (held.to ?? from),
    );
    if (other !== undefined)
      return no("mandate-overlaps", { field: "from", detail: { from: other.from, to: other.to ?? "–" } });
    return yes({
      id: moment.newId(),
      organisationId,
      personId,
      party: kind,
      office,
      acting: input.acting,
      decidedBy: sayDecision({ body, decidedOn, paragraph }),
      from,
      to,
      endedAt: undefined,
    });
  },
});

/** «kommunstyrelsen, 2024-11-19 § 141»: as it stands in the signature. */
export function sayDecision({
  body,
  decidedOn,
  paragraph,
}: Pick<NewMandate, "body" | "decidedOn" | "paragraph">): string {
  const numbered = paragraph.replace(/^§\s*/, "");
  return `${body}, ${decidedOn}${numbered === "" ? "" : ` § ${numbered}`}`;
}

export const endMandate = command({
  event: "mandate.ended",
  may: (
    person: Person,
    _input: unknown,
    { partnershipId, mandate }: { readonly partnershipId: string; readonly mandate: KeptMandate },
  ) => refusedFor(person, partnershipId, mandate.organisationId),
  decide: (
    input: { readonly on: Day },
    { mandate }: { readonly partnershipId: string; readonly mandate: KeptMandate },
    moment,
  ): Result<KeptMandate, Refusal<MandateWhy>> => {
    const today = dayOf(moment.at);
    if (mandate.to !== undefined && mandate.to < today) return no("mandate-is-over", { detail: { day: mandate.to } });
    // What has been signed stands: nobody is made to have lacked the right afterwards.
    if (input.on < today) return no("mandate-ends-ahead", { field: "on" });
    if (mandate.to !== undefined && input.on > mandate.to) return no("mandate-days-turned", { field: "on" });
    if (input.on < mandate.from) return no("mandate-days-turned", { field: "on" });
    return yes({ ...mandate, to: input.on, endedAt: moment.at });
  },
});

/** How long a party has somebody who may sign, from this day on: without end, until a day, or not at all. */
type Covered =
  | { readonly kind: "always" }
  | { readonly kind: "until"; readonly day: Day }
  | { readonly kind: "nobody" };

export function coveredFrom(
  mandates: readonly Pick<KeptMandate, "party" | "from" | "to">[],
  party: SigningParty,
  today: Day,
): Covered {
  const held = mandates.filter((one) => one.party === party).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  let last: Day | undefined;
  for (const { from, to } of held) {
    if ((to ?? today) < today || from > (last === undefined ? today : addDays(last, 1))) continue;
    if (to === undefined) return { kind: "always" };
    if (last === undefined || to > last) last = to;
  }
  return last === undefined ? { kind: "nobody" } : { kind: "until", day: last };
}
