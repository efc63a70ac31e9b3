// What the days of a draft ask of somebody, on the page that says what waits for them.
import type { Person } from "../../ground/party.ts";
import { addDays, type Day } from "../../ground/time.ts";
import { mayAskToSign, type PledgeDocument, type SigningState, writerIn } from "../lifecycle.ts";
import type { SigningParty } from "../signature.ts";
import { frozenSince, lateParties, type Schedule } from "./schedule.ts";

export const SCHEDULE_TURNS = [
  "writing-ends",
  "writing-is-over",
  "signing-opened",
  "sign-by",
  "signature-missing",
] as const;
export type ScheduleTurn = (typeof SCHEDULE_TURNS)[number];
export type Turn = { readonly kind: ScheduleTurn; readonly day: Day; readonly missing?: readonly SigningParty[] };

/** This many days before the last day of writing those who write are told. */
const AHEAD = 7;

export type Reader = {
  readonly person: Person;
  readonly partnershipId: string;
  readonly mandate: SigningState["mandate"];
  readonly today: Day;
};

/** Nothing where no days are set, and nothing for those who neither write nor sign. */
export function scheduleTurnsOf(
  document: PledgeDocument,
  schedule: Schedule | undefined,
  { person, partnershipId, mandate, today }: Reader,
): readonly Turn[] {
  if (schedule === undefined) return [];
  const writes = writerIn(person, partnershipId) !== undefined;
  const signs = mandate !== undefined && mandate.from <= today && (mandate.to ?? today) >= today;
  const { writtenBy, signedBy } = schedule;
  const late = lateParties(document, schedule, today);
  if (late.length > 0) {
    const isOwn = mandate !== undefined && mayAskToSign(document, mandate, today) === undefined;
    return writes || isOwn ? [{ kind: "signature-missing", day: signedBy, missing: late }] : [];
  }
  if (document.state === "draft") {
    if (frozenSince(document, schedule, today) !== undefined)
      return [
        ...(writes ? [{ kind: "writing-is-over", day: writtenBy } as const] : []),
        ...(signs ? [{ kind: "signing-opened", day: signedBy } as const] : []),
      ];
    return writes && writtenBy <= addDays(today, AHEAD) ? [{ kind: "writing-ends", day: writtenBy }] : [];
  }
  return mandate !== undefined && mayAskToSign(document, mandate, today) === undefined
    ? [{ kind: "sign-by", day: signedBy }]
    : [];
}
