// That strangers read an adopted report: each party says it for itself, and it is told when the municipality and the police have both said it.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { LEADERS } from "../rights.ts";
import type { Report } from "./report.ts";

export type TellingWhy = "not-yours" | "situation-not-adopted" | "situation-agreed-already" | "situation-not-agreed";

export type OnTold = {
  readonly partnershipId: string;
  readonly report: Report;
  /** The municipality and the police. */
  readonly parties: readonly string[];
  /** Those that have said it may be read. */
  readonly agreed: readonly string[];
};
/** Who said it, and whether strangers read the report after that. */
export type Told = { readonly reportId: string; readonly organisationId: string; readonly isTold: boolean };

function partyOf(person: Person, { partnershipId, parties }: Pick<OnTold, "partnershipId" | "parties">) {
  return grantsIn(person, partnershipId, LEADERS).find(({ organisationId }) => parties.includes(organisationId))
    ?.organisationId;
}

const mayTell = (person: Person, _input: unknown, state: OnTold): Refusal<"not-yours"> | undefined =>
  partyOf(person, state) === undefined ? { why: "not-yours" } : undefined;

/** True when both have said it. */
export function isToldBy({ parties, agreed }: Pick<OnTold, "parties" | "agreed">): boolean {
  return parties.length > 0 && parties.every((party) => agreed.includes(party));
}

export const agreeToTell = command({
  event: "situation.told",
  may: mayTell,
  decide: (_input: unknown, state: OnTold, moment): Result<Told, Refusal<TellingWhy>> => {
    const organisationId = partyOf(moment.by, state) ?? "";
    if (state.report.state !== "adopted") return no("situation-not-adopted");
    if (state.agreed.includes(organisationId)) return no("situation-agreed-already");
    const { parties } = state;
    return yes({
      reportId: state.report.id,
      organisationId,
      isTold: isToldBy({ parties, agreed: [...state.agreed, organisationId] }),
    });
  },
});

/** Either party may; the report stays as it was adopted. */
export const takeBackTelling = command({
  event: "situation.taken-back",
  may: mayTell,
  decide: (_input: unknown, state: OnTold, moment): Result<Told, Refusal<TellingWhy>> => {
    const organisationId = partyOf(moment.by, state) ?? "";
    return state.agreed.includes(organisationId)
      ? yes({ reportId: state.report.id, organisationId, isTold: false })
      : no("situation-not-agreed");
  },
});
