// A deviation: something promised that did not happen. The cause is of circumstances and never of staff («vakans», not who), and either there is
// a new time or it is said why there is none (journeys.md, journey 13).
import { personIn } from "../collect/person-in-text.ts";
import { command } from "../ground/command.ts";
import { grantsIn, type Person } from "../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../ground/result.ts";
import { dayOf, type Day, type Instant } from "../ground/time.ts";
import { type ActivityState, LOGGERS, writesFor } from "./occasion.ts";

export const CAUSES = ["special-event", "vacancy", "weather", "equipment", "reprioritised", "other"] as const;
export type Cause = (typeof CAUSES)[number];

/** What comes after: a new day, or the reason there is none. Never neither. */
export type Next =
  | { readonly kind: "new-day"; readonly day: Day }
  | { readonly kind: "none"; readonly because: string };

export type NewDeviation = {
  /** Made on the phone where it was written, so that what is sent twice is one. */
  readonly id?: string | undefined;
  readonly on: Day;
  readonly cause: Cause;
  readonly sentence: string;
  readonly unitName: string;
  readonly next: Next;
};
export type Deviation = Omit<NewDeviation, "id"> & {
  readonly id: string;
  readonly activityId: string;
  readonly organisationId: string;
  readonly notedAt: Instant;
  /** Taken back: it stays in the history with the reason, and is told to nobody outside. */
  readonly struck?: { readonly at: Instant; readonly reason: string } | undefined;
  readonly example: boolean;
};

export type Why =
  | "not-yours"
  | "other-party-owns-it"
  | "future-not-written"
  | "names-a-person"
  | "sentence-needed"
  | "new-day-has-passed"
  | "no-new-day-because-needed"
  | "already-struck"
  | "reason-needed";

/** `same`: the deviation with this id, when it has come before. */
type State = Pick<ActivityState, "partnershipId" | "activityId" | "owners"> & { readonly same?: Deviation | undefined };
/** `repeated`: it had come already, nothing is written and the answer is the same as the first time. */
export type DeviationOutcome = { readonly deviation: Deviation; readonly repeated: boolean };

function mayWrite(person: Person, state: State): Refusal<Why> | undefined {
  if (grantsIn(person, state.partnershipId, LOGGERS).length === 0) return { why: "not-yours" };
  return writesFor(person, state) === undefined ? { why: "other-party-owns-it" } : undefined;
}

export const noteDeviation = command({
  event: "deviation.noted",
  may: (person: Person, _input: NewDeviation, state: State): Refusal<Why> | undefined => mayWrite(person, state),
  decide: (input: NewDeviation, state: State, moment): Result<DeviationOutcome, Refusal<Why>> => {
    if (state.same !== undefined) return yes({ deviation: state.same, repeated: true });
    const organisationId = writesFor(moment.by, state);
    if (organisationId === undefined) throw new Error("Asked for whom before asking whether");
    const refused = refusedDeviation(input, dayOf(moment.at));
    if (refused !== undefined) return { ok: false, refusal: refused };
    const deviation: Deviation = {
      ...input,
      sentence: input.sentence.trim(),
      id: input.id ?? moment.newId(),
      activityId: state.activityId,
      organisationId,
      notedAt: moment.at,
      struck: undefined,
      example: false,
    };
    return yes({ deviation, repeated: false });
  },
});

/** What can never stand. Also asked where it is written, so that nobody hears of it first when the network is back. */
export function refusedDeviation(input: NewDeviation, today: Day): Refusal<Why> | undefined {
  if (input.on > today) return { why: "future-not-written", field: "on" };
  if (input.sentence.trim() === "") return { why: "sentence-needed", field: "sentence" };
  if (personIn(input.sentence)) return { why: "names-a-person", field: "sentence" };
  return nextRefused(input.next, today);
}

/** Takes it back; it stays in the history with the reason. */
export const withdrawDeviation = command({
  event: "deviation.withdrawn",
  may: (person: Person, _input: { reason: string }, state: State & { readonly deviation: Deviation }) =>
    mayWrite(person, { ...state, owners: [state.deviation.organisationId] }),
  decide: (
    input: { reason: string },
    { deviation }: State & { readonly deviation: Deviation },
    moment,
  ): Result<DeviationOutcome, Refusal<Why>> => {
    const reason = input.reason.trim();
    if (deviation.struck !== undefined)
      return deviation.struck.reason === reason ? yes({ deviation, repeated: true }) : no("already-struck");
    if (reason === "") return no("reason-needed", { field: "reason" });
    if (personIn(reason)) return no("names-a-person", { field: "reason" });
    return yes({ deviation: { ...deviation, struck: { at: moment.at, reason } }, repeated: false });
  },
});

function nextRefused(next: Next, today: Day): Refusal<Why> | undefined {
  if (next.kind === "new-day") return next.day < today ? { why: "new-day-has-passed", field: "next" } : undefined;
  if (next.because.trim() === "") return { why: "no-new-day-because-needed", field: "next" };
  return personIn(next.because) ? { why: "names-a-person", field: "next" } : undefined;
}
