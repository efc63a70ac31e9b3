// The days of a draft: until when it is written, when it is signed. Nobody switches anything: what a draft is at is reckoned from its days and the day it is.
import { personIn } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import type { Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { addDays, dayOf, type Day, type Instant } from "../../ground/time.ts";
import { type Consultation, phaseOf } from "../consultation/consultation.ts";
import { spanOf } from "../document.ts";
import { missingSignatures, type PledgeDocument, writerIn } from "../lifecycle.ts";
import type { SigningParty } from "../signature.ts";

export type Schedule = {
  readonly id: string;
  readonly documentId: string;
  /** The first, the second …: the one that holds is the last. */
  readonly turn: number;
  /** The last day that the text is changed; signing begins the day after. */
  readonly writtenBy: Day;
  /** The last day to sign. */
  readonly signedBy: Day;
  /** Why a day that had passed was moved. */
  readonly reason: string | undefined;
  readonly organisationId: string;
  readonly at: Instant;
  readonly example: boolean;
};

/** Days that do not go together. */
export const MISFITS = [
  "schedule-signing-last",
  "schedule-after-beginning",
  "schedule-after-end",
  "schedule-over-comments",
] as const;
export type ScheduleWhy =
  | (typeof MISFITS)[number]
  | "not-yours"
  | "names-a-person"
  | "schedule-moved-meanwhile"
  | "schedule-while-draft"
  | "schedule-is-over"
  | "schedule-day-passed"
  | "schedule-needs-reason";

type Known = Pick<Consultation, "state" | "from" | "to">;
export type Around = {
  readonly document: PledgeDocument;
  readonly schedule: Schedule | undefined;
  readonly consultation: Known | undefined;
};
type Days = { readonly writtenBy: Day; readonly signedBy: Day };

export type Misfit = {
  readonly why: (typeof MISFITS)[number];
  readonly field: keyof Days;
  /** The other day, which it is against. */
  readonly day: Day;
};

/** Which days are against each other. What was set went together; a period or a draft may have changed since. */
export function misfitsOf(
  { writtenBy, signedBy }: Days,
  { document, consultation }: Pick<Around, "document" | "consultation">,
): readonly Misfit[] {
  const { from, to } = spanOf(document.content);
  const found: Misfit[] = [];
  if (signedBy <= writtenBy) found.push({ why: "schedule-signing-last", field: "signedBy", day: writtenBy });
  // A change is of what holds already: it is signed before that ends.
  if (document.content.amends === undefined) {
    if (from !== undefined && signedBy >= from)
      found.push({ why: "schedule-after-beginning", field: "signedBy", day: from });
  } else if (to !== undefined && signedBy > to) found.push({ why: "schedule-after-end", field: "signedBy", day: to });
  if (consultation !== undefined && consultation.state !== "closed" && consultation.to >= writtenBy)
    found.push({ why: "schedule-over-comments", field: "writtenBy", day: consultation.to });
  return found;
}

/** How long each part takes where nothing else is said, in days: comments are open, the text is finished after them, it is signed, and it waits until it holds. */
const USUAL = { writing: 42, comments: 20, finishing: 21, signing: 14, waiting: 14 };
/** Writing takes a week at least: with less left the days are not reckoned back. */
const LEAST = 7;

export type ProposedDays = Days & {
  /** When the draft is open for comments; the last day is one of them. */
  readonly comments: { readonly from: Day; readonly to: Day };
  /** The promise's first day, where the days are reckoned back from it. */
  readonly back: Day | undefined;
};

/** The days of a draft, reckoned back from the day it is to hold; where no day is said, or there is too little time, forward from today. */
export function proposedDays(holdsFrom: Day | undefined, today: Day): ProposedDays {
  const signedBack = holdsFrom && addDays(holdsFrom, -USUAL.waiting);
  const writtenBack = signedBack && addDays(signedBack, -USUAL.signing);
  const commentsTo = writtenBack && addDays(writtenBack, -USUAL.finishing);
  const commentsFrom = commentsTo && addDays(commentsTo, -USUAL.comments);
  if (signedBack && writtenBack && commentsTo && commentsFrom && commentsFrom >= addDays(today, LEAST))
    return {
      comments: { from: commentsFrom, to: commentsTo },
      writtenBy: writtenBack,
      signedBy: signedBack,
      back: holdsFrom,
    };
  const tomorrow = addDays(today, 1);
  const writtenBy = addDays(today, USUAL.writing);
  return {
    comments: { from: tomorrow, to: addDays(tomorrow, USUAL.comments) },
    writtenBy,
    signedBy: addDays(writtenBy, USUAL.signing),
    back: undefined,
  };
}

export type Wish = Days & {
  /** The turn that was read; 0 where there were no days. */
  readonly turn: number;
  readonly reason: string;
};

export const setSchedule = command({
  event: "schedule.set",
  may: (
    person: Person,
    _input: unknown,
    { partnershipId }: { readonly partnershipId: string },
  ): Refusal<"not-yours"> | undefined =>
    writerIn(person, partnershipId) === undefined ? { why: "not-yours" } : undefined,
  decide: (
    input: Wish,
    state: Around & { readonly partnershipId: string },
    moment,
  ): Result<Schedule, Refusal<ScheduleWhy>> => {
    const { document, schedule } = state;
    const today = dayOf(moment.at);
    if ((schedule?.turn ?? 0) !== input.turn) return no("schedule-moved-meanwhile");
    if (missingSignatures(document).length === 0) return no("schedule-is-over");
    const { writtenBy, signedBy } = input;
    const [isWritten, isSigned] = [schedule?.writtenBy !== writtenBy, schedule?.signedBy !== signedBy];
    if (document.state !== "draft" && isWritten) return no("schedule-while-draft", { field: "writtenBy" });
    if (isWritten && writtenBy < today)
      return no("schedule-day-passed", { field: "writtenBy", detail: { day: writtenBy } });
    if (isSigned && signedBy < today)
      return no("schedule-day-passed", { field: "signedBy", detail: { day: signedBy } });
    const misfit = misfitsOf(input, state).find((one) => isRefused(one, { isWritten, isSigned }, today));
    if (misfit !== undefined) return no(misfit.why, { field: misfit.field, detail: { day: misfit.day } });
    const reason = input.reason.trim();
    const passed = passedOf(schedule, { isWritten, isSigned }, today);
    if (reason === "" && passed !== undefined)
      return no("schedule-needs-reason", { field: "reason", detail: { day: passed } });
    if (personIn(reason)) return no("names-a-person", { field: "reason" });
    const grant = writerIn(moment.by, state.partnershipId);
    if (grant === undefined) throw new Error("Days set before asking who may");
    return yes({
      id: moment.newId(),
      documentId: document.id,
      turn: input.turn + 1,
      writtenBy,
      signedBy,
      reason: reason === "" ? undefined : reason,
      organisationId: grant.organisationId,
      at: moment.at,
      example: document.example,
    });
  },
});

/** Only what was moved is refused. A promise that should have begun or ended already has no day left before it: then it is told, and the days are set all the same. */
function isRefused(
  { why, field, day }: Misfit,
  moved: { readonly isWritten: boolean; readonly isSigned: boolean },
  today: Day,
): boolean {
  if (why === "schedule-signing-last") return moved.isWritten || moved.isSigned;
  if ((why === "schedule-after-beginning" || why === "schedule-after-end") && day <= today) return false;
  return field === "writtenBy" ? moved.isWritten : moved.isSigned;
}

/** The day that is moved though it has been; nothing where both are ahead. */
function passedOf(
  schedule: Schedule | undefined,
  moved: { readonly isWritten: boolean; readonly isSigned: boolean },
  today: Day,
): Day | undefined {
  if (schedule === undefined) return undefined;
  if (moved.isWritten && schedule.writtenBy < today) return schedule.writtenBy;
  return moved.isSigned && schedule.signedBy < today ? schedule.signedBy : undefined;
}

/** The last day of writing of a draft, where it has passed: then its text stands. */
export function frozenSince(document: PledgeDocument, schedule: Schedule | undefined, today: Day): Day | undefined {
  if (document.state !== "draft" || schedule === undefined || schedule.writtenBy >= today) return undefined;
  return schedule.writtenBy;
}

/** The parties that have not signed though the last day has been. */
export function lateParties(
  document: PledgeDocument,
  schedule: Schedule | undefined,
  today: Day,
): readonly SigningParty[] {
  return schedule === undefined || schedule.signedBy >= today ? [] : missingSignatures(document);
}

/** «Skriva», «Synpunkter», «Skriva klart», «Underskrift», «Gäller». */
export const PHASES = ["write", "comments", "finish", "sign", "holds"] as const;
export type PhaseName = (typeof PHASES)[number];
/** Who is waited for: those who write, everybody, the answers, that it is put forward, the signatures, the keys that publish, or only the day. */
export const WAITED_FOR = ["writers", "everybody", "answers", "proposal", "signatures", "publication", "day"] as const;
export type WaitedFor = (typeof WAITED_FOR)[number];
export type Step = {
  readonly phase: PhaseName;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly standing: "done" | "here" | "future";
  readonly waitsFor: WaitedFor;
};

/** The way from the first word to the first day it holds; nothing of what is published, which has its own page. */
export function stepsOf({ document, schedule, consultation }: Around, today: Day): readonly Step[] {
  if (document.state === "published" || document.state === "closed") return [];
  const agreed = consultation?.state === "asked" ? undefined : consultation;
  const span = spanOf(document.content);
  const written = schedule?.writtenBy;
  const all: readonly Omit<Step, "standing">[] = [
    { phase: "write", from: undefined, to: agreed ? addDays(agreed.from, -1) : written, waitsFor: "writers" },
    ...(agreed === undefined
      ? []
      : [
          { phase: "comments", from: agreed.from, to: agreed.to, waitsFor: "everybody" } as const,
          {
            phase: "finish",
            from: addDays(agreed.to, 1),
            to: written,
            waitsFor: agreed.state === "closed" ? "writers" : "answers",
          } as const,
        ]),
    {
      phase: "sign",
      from: written && addDays(written, 1),
      to: schedule?.signedBy,
      waitsFor:
        frozenSince(document, schedule, today) === undefined
          ? "signatures"
          : // Not put forward before what was said of it has been answered.
            agreed?.state === "agreed"
            ? "answers"
            : "proposal",
    },
    {
      phase: "holds",
      from: span.from,
      to: span.to,
      waitsFor: document.state === "signed" ? "publication" : "day",
    },
  ];
  const here = all.findIndex(({ phase }) => phase === phaseNow({ document, schedule, consultation: agreed }, today));
  return all.map((step, at) => ({ ...step, standing: at < here ? "done" : at === here ? "here" : "future" }));
}

function phaseNow({ document, schedule, consultation }: Around, today: Day): PhaseName {
  if (document.state === "signed") return "holds";
  if (document.state !== "draft" || frozenSince(document, schedule, today) !== undefined) return "sign";
  if (consultation === undefined) return "write";
  const phase = phaseOf(consultation, today);
  if (phase === "open") return "comments";
  return phase === "answering" || phase === "closed" ? "finish" : "write";
}
