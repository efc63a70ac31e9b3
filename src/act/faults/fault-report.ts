// A fault report (felanmälan): an action item sent to the municipality's own fault-reporting system, and what has become of it there.
//
//   waiting ─▶ sending ─▶ filed ◀──────┬── ticket        (ticket: they have it, and have not given it a number yet)
//      ▲          │         └─▶ closed │
//      │          ├─▶ ticket ──────────┘
//      │          ├─▶ refused                            (they said no, or nobody was ever reached: nothing is there)
//      └──────────┴─▶ unsure                             (sent, and no answer: a person looks there, and says which it is)
//
// It is sent once. What may have come there is never sent again by itself: two reports of one lamp send two people to it. That they have closed it moves no item: somebody looks, and says so.
import { personRefused, type PersonWhy } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import { type Grant, grantsIn, type Person } from "../../ground/party.ts";
import type { Position } from "../../ground/place.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Instant, instantOf, millisecondsOf } from "../../ground/time.ts";
import { type ItemState, managerOf, MANAGERS, type Origin, standingOf, type Step } from "../items/item.ts";
import type { FaultSystem, SystemFault } from "./fault-system.ts";
import { type Filed, isCaseNumber } from "./geo-report.ts";

export const REPORT_STATES = ["waiting", "sending", "ticket", "filed", "closed", "unsure", "refused"] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export const REPORT_FAULTS = ["not-public", "not-reached", "lost", "moved", "status", "unreadable", "removed"] as const;
export type ReportFault = (typeof REPORT_FAULTS)[number];

export type NewReport = {
  readonly id: string;
  readonly organisationId: string;
  /** The office that sent it, never the person. */
  readonly office: string;
  readonly at: Instant;
  readonly code: string;
  readonly typeName: string;
  readonly text: string;
  readonly place: string;
  readonly position: Position | undefined;
  readonly to: Where;
};

/** Whose types and numbers they are: another address or jurisdiction is another system. */
export type Where = Pick<FaultSystem, "address" | "jurisdiction">;
export function isSame(one: Where | undefined, other: Where): boolean {
  return one?.address === other.address && one.jurisdiction === other.jurisdiction;
}

/** From where it is sent: what is somebody else's, done, declined or handed on is not theirs to mend. */
export const SENT_FROM: readonly ItemState[] = [
  "registered",
  "sent",
  "question",
  "received",
  "investigated",
  "decided",
  "planned",
  "underway",
];
const OVER: readonly ReportState[] = ["closed", "refused"];
/** Over as well where it is with another system than the one there is: nobody looks for it there any more. */
const OVER_ELSEWHERE: readonly ReportState[] = ["filed", "ticket"];
export const LONGEST_TEXT = 1000;

export type ReportWhy =
  | "not-yours"
  | "no-fault-system"
  | "fault-type-gone"
  | "fault-item-not-now"
  | "fault-sent-already"
  | "fault-text-needed"
  | "fault-case-number-wrong"
  | "fault-not-unsure"
  | PersonWhy;
export type OnReport = {
  readonly partnershipId: string;
  readonly municipalityId: string;
  readonly origin: Origin;
  readonly steps: readonly Step[];
  readonly organisationId: string;
  readonly place: string;
  readonly position: Position | undefined;
  readonly system: FaultSystem | undefined;
  /** The latest of the item. */
  readonly report: { readonly id: string; readonly state: ReportState; readonly to: Where } | undefined;
};

/** By what right: the municipality sends what is its own. */
export function grantToFile(
  person: Person,
  {
    partnershipId,
    municipalityId,
    organisationId,
  }: Pick<OnReport, "partnershipId" | "municipalityId" | "organisationId">,
): Grant | undefined {
  if (organisationId !== municipalityId) return undefined;
  return grantsIn(person, partnershipId, MANAGERS).find((grant) => grant.organisationId === municipalityId);
}
const may = (person: Person, _input: unknown, state: OnReport): Refusal<ReportWhy> | undefined =>
  grantToFile(person, state) === undefined ? { why: "not-yours" } : undefined;

/** Why it cannot be sent just now, whatever is written. */
export function whyNotNow({ system, origin, steps, report }: OnReport): ReportWhy | undefined {
  if (system?.format === undefined) return "no-fault-system";
  const manager = managerOf(origin, steps);
  const isTheirs = manager === "municipality" || manager === "unknown";
  if (!isTheirs || !SENT_FROM.includes(standingOf(origin, steps).state)) return "fault-item-not-now";
  if (report === undefined || OVER.includes(report.state)) return undefined;
  return OVER_ELSEWHERE.includes(report.state) && !isSame(system, report.to) ? undefined : "fault-sent-already";
}

export const fileReport = command({
  event: "fault-report.sent",
  may,
  decide: (
    input: { readonly code: string; readonly text: string; readonly withPosition: boolean },
    state: OnReport,
    moment,
  ): Result<NewReport, Refusal<ReportWhy>> => {
    const why = whyNotNow(state);
    if (why !== undefined) return no(why);
    const { system } = state;
    const type = system?.types.find(({ code, way }) => code === input.code && way === "followed");
    if (system === undefined || type === undefined) return no("fault-type-gone", { field: "code" });
    const text = input.text.trim();
    if (text === "") return no("fault-text-needed", { field: "text" });
    const refused = personRefused({ text }) ?? personRefused({ place: state.place });
    if (refused !== undefined) return { ok: false, refusal: refused };
    const grant = grantToFile(moment.by, state);
    if (grant === undefined) return no("not-yours");
    return yes({
      id: moment.newId(),
      organisationId: grant.organisationId,
      office: grant.title,
      at: moment.at,
      code: type.code,
      typeName: type.name,
      text,
      place: state.place,
      position: input.withPosition ? state.position : undefined,
      to: { address: system.address, jurisdiction: system.jurisdiction },
    });
  },
});

/** Somebody has looked there. */
export type Settled = { readonly id: string; readonly caseNumber: string | undefined };
export const settleReport = command({
  event: "fault-report.settled",
  may,
  decide: (
    input: { readonly found: "there" | "not-there"; readonly caseNumber: string },
    { report }: OnReport,
  ): Result<Settled, Refusal<ReportWhy>> => {
    if (report?.state !== "unsure") return no("fault-not-unsure");
    if (input.found === "not-there") return yes({ id: report.id, caseNumber: undefined });
    const caseNumber = input.caseNumber.trim();
    return isCaseNumber(caseNumber)
      ? yes({ id: report.id, caseNumber })
      : no("fault-case-number-wrong", { field: "caseNumber" });
  },
});

/** What it can be found by there, where an answer was lost. */
export function referenceOf({ id }: { readonly id: string }): string {
  return id.replaceAll("-", "").slice(-10).toUpperCase();
}

/** What came of a try. */
export type Tried =
  | { readonly status: number; readonly filed: Filed | undefined; readonly said: string }
  | { readonly fault: "not-public" | "not-reached" | "lost" };
export type SendOutcome =
  | { readonly state: "filed"; readonly caseNumber: string }
  | { readonly state: "ticket"; readonly ticket: string }
  | { readonly state: "waiting"; readonly fault: ReportFault; readonly seconds: number }
  | { readonly state: "refused" | "unsure"; readonly fault: ReportFault; readonly said: string };

const MOST_TRIES = 9;
const FIRST_WAIT_SECONDS = 80;

/** Again only where nothing can have come there: nobody was reached, or they asked us to come back. */
export function outcomeOf(tried: Tried, tries: number): SendOutcome {
  const again = (fault: ReportFault, said: string): SendOutcome =>
    tries >= MOST_TRIES
      ? { state: "refused", fault, said }
      : { state: "waiting", fault, seconds: FIRST_WAIT_SECONDS * 3 ** (tries - 1) };
  if ("fault" in tried) {
    if (tried.fault === "not-reached") return again("not-reached", "");
    return { state: tried.fault === "lost" ? "unsure" : "refused", fault: tried.fault, said: "" };
  }
  const { status, filed, said } = tried;
  if (status === 429) return again("status", said);
  if (status >= 200 && status < 300) {
    if (filed === undefined) return { state: "unsure", fault: "unreadable", said };
    return "caseNumber" in filed
      ? { state: "filed", caseNumber: filed.caseNumber }
      : { state: "ticket", ticket: filed.ticket };
  }
  // Many take a form in and lead on to a page that says so; a system that falls may have written it down first.
  if (status >= 300 && status < 400) return { state: "unsure", fault: "moved", said: "" };
  return { state: status >= 500 ? "unsure" : "refused", fault: "status", said };
}

const HOUR = 3_600_000;
/** Every six hours for two months, then once a day, for a year and a half in all. Undefined: it is looked for no more. */
export function nextLook(sentAt: Instant, now: Instant): Instant | undefined {
  const days = (millisecondsOf(now) - millisecondsOf(sentAt)) / (24 * HOUR);
  if (days > 550) return undefined;
  return instantOf(millisecondsOf(now) + (days < 60 ? 6 : 24) * HOUR);
}
/** Until a ticket has become a number: soon at first, and then as seldom as the rest. */
export function nextTicketLook(sentAt: Instant, now: Instant): Instant | undefined {
  const isYoung = millisecondsOf(now) - millisecondsOf(sentAt) < 24 * HOUR;
  return isYoung ? instantOf(millisecondsOf(now) + HOUR / 4) : nextLook(sentAt, now);
}

/** What was answered when their types or cases were asked for, as a fault of the system's. */
export function faultOfStatus(status: number): SystemFault {
  return status >= 300 && status < 400 ? "moved" : status >= 200 && status < 300 ? "unreadable" : "status";
}
