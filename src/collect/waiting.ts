// What waits for somebody in what was heard: who is asked of each kind, and where it stands. The same roles as may do it: nobody is told to do what
// the command would refuse them.
import { grantFor, type Person, type Role, ROLES } from "../ground/party.ts";
import { addDays, type Day } from "../ground/time.ts";
import { answerBy } from "./campaigns/dispute.ts";
import { CAMPAIGN_LEADERS } from "./campaigns/campaign.ts";
import { HEARERS } from "./hearings/hearing.ts";
import { COLLECTORS } from "./source.ts";
import { WALK_LEADERS } from "./walk.ts";
import { POINT_TAKERS } from "./walks/point.ts";

export const WAITING_KINDS = [
  "answers",
  "complaints",
  "persons",
  "disputes",
  "passages",
  "proposals",
  "points",
  "promises",
  "protocols",
  "weekly",
  "report",
] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

const ASKED: Readonly<Record<WaitingKind, readonly Role[]>> = {
  answers: COLLECTORS,
  complaints: COLLECTORS,
  persons: COLLECTORS,
  disputes: CAMPAIGN_LEADERS,
  passages: HEARERS,
  proposals: COLLECTORS,
  points: POINT_TAKERS,
  promises: HEARERS,
  protocols: WALK_LEADERS,
  weekly: COLLECTORS,
  // Whoever is a reporter, whatever else they are.
  report: ROLES,
};

/** The organisation somebody is asked for; undefined where it is not theirs to do. What is another organisation's is never asked about. */
export function askedFor(kind: WaitingKind, person: Person, partnershipId: string): string | undefined {
  return grantFor(person, partnershipId, ASKED[kind])?.organisationId;
}

/** What waits, as it is counted: of what, how many, and since when. */
export type Counted = {
  readonly kind: WaitingKind;
  /** A campaign, a walk or a road; empty where all of the kind are told together. */
  readonly title: string;
  readonly count: number;
  /** The oldest of them. */
  readonly since: Day;
  /** The day by which somebody was told that it would be done. */
  readonly by?: Day | undefined;
  /** The address word after /lyssna/<p>/; of a report after /falt/<p>/, where it is written. */
  readonly at: string;
};
export type Waits = Omit<Counted, "at"> & { readonly href: string };

/** A promise is told of a week before it falls due. */
const PROMISE_DAYS = 7;
export function promisesUntil(today: Day): Day {
  return addDays(today, PROMISE_DAYS);
}

/** With its address; what has a day to be done by stands first, then the oldest. */
export function inTurn(counted: readonly Counted[], partnershipSlug: string): Waits[] {
  return counted
    .map(({ at, ...one }) => ({
      ...one,
      ...(one.kind === "disputes" ? { by: answerBy(one.since) } : {}),
      href: `/${one.kind === "report" ? "falt" : "lyssna"}/${partnershipSlug}/${at}`,
    }))
    .toSorted((a, b) => (a.by ?? "9999").localeCompare(b.by ?? "9999") || a.since.localeCompare(b.since));
}
