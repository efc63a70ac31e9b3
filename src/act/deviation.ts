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
  readonly on: Day;
  readonly cause: Cause;
  readonly sentence: string;
  readonly unitName: string;
  readonly next: Next;
};
export type Deviation = NewDeviation & {
  readonly id: string;
  readonly activityId: string;
  readonly organisationId: string;
  readonly notedAt: Instant;
  readonly example: boolean;
};

export type Why =
  | "not-yours"
  | "other-party-owns-it"
  | "future-not-written"
  | "names-a-person"
  | "sentence-needed"
  | "new-day-has-passed"
  | "no-new-day-because-needed";

type State = Pick<ActivityState, "partnershipId" | "activityId" | "owners">;

export const noteDeviation = command({
  event: "deviation.noted",
  may: (person: Person, _input: NewDeviation, state: State): Refusal<Why> | undefined => {
    if (grantsIn(person, state.partnershipId, LOGGERS).length === 0) return { why: "not-yours" };
    return writesFor(person, state) === undefined ? { why: "other-party-owns-it" } : undefined;
  },
  decide: (input: NewDeviation, state: State, moment): Result<Deviation, Refusal<Why>> => {
    const organisationId = writesFor(moment.by, state);
    if (organisationId === undefined) throw new Error("Asked for whom before asking whether");
    const today = dayOf(moment.at);
    if (input.on > today) return no("future-not-written", { field: "on" });
    if (input.sentence.trim() === "") return no("sentence-needed", { field: "sentence" });
    if (personIn(input.sentence)) return no("names-a-person", { field: "sentence" });
    const badNext = nextRefused(input.next, today);
    return (
      badNext ??
      yes({
        ...input,
        sentence: input.sentence.trim(),
        id: moment.newId(),
        activityId: state.activityId,
        organisationId,
        notedAt: moment.at,
        example: false,
      })
    );
  },
});

function nextRefused(next: Next, today: Day) {
  if (next.kind === "new-day") return next.day < today ? no("new-day-has-passed", { field: "next" }) : undefined;
  if (next.because.trim() === "") return no("no-new-day-because-needed", { field: "next" });
  return personIn(next.because) ? no("names-a-person", { field: "next" }) : undefined;
}
