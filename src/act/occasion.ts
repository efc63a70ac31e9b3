// An occasion: something promised that was done on a day, counted as exactly as somebody knows ("minst 43", "ca 190": domain.md 1.7 P8–P12),
// with what came of it. Only what has happened is written; a line that was wrong stays struck in the history (journeys.md, journey 13).
import { personIn } from "../collect/person-in-text.ts";
import { command } from "../ground/command.ts";
import type { Count } from "../ground/count.ts";
import { grantsIn, type Person, type Role } from "../ground/party.ts";
import { nameOfPlace, type Place } from "../ground/place.ts";
import { no, type Refusal, type Result, yes } from "../ground/result.ts";
import { dayOf, type Day, type Instant } from "../ground/time.ts";

/**
 * "varav". A `part` is of what stands above it, so the parts of one thing are never more than the thing;
 * a `result` is something else that came of it (71 ordningsförelägganden of 43 controls) and may be any number.
 */
export type Output = {
  readonly what: string;
  readonly count: Count;
  readonly relation: "part" | "result";
  readonly parts: readonly Output[];
};

export const SOURCES = ["own-log", "weekly-sheet", "import"] as const;
export type OccasionSource = (typeof SOURCES)[number];

export type NewOccasion = {
  /** Made on the phone where it was written, so that what is sent twice is one line. */
  readonly id?: string | undefined;
  readonly on: Day;
  readonly count: Count;
  /** What was counted, as the promise counts it: "kontroller". */
  readonly counted: string;
  /** False for «Något annat vi gjorde»: told, but not counted against the target. */
  readonly towardTarget: boolean;
  readonly unitName: string;
  readonly place: Place;
  readonly note: string;
  readonly outputs: readonly Output[];
  readonly source: OccasionSource;
  /** The person has been asked whether the odd thing about it is right, and has said yes. */
  readonly confirmed: boolean;
};

type Logged = Omit<NewOccasion, "id" | "confirmed"> & {
  readonly id: string;
  readonly activityId: string;
  readonly organisationId: string;
  readonly loggedAt: Instant;
  /** The line this one stands instead of. */
  readonly corrects: string | undefined;
  readonly example: boolean;
};
/** When the first of the lines each goes on from was logged. The day is typed and may be corrected; this is neither. */
export function firstLogged(
  lines: readonly Pick<Logged, "id" | "corrects" | "loggedAt">[],
): (line: Pick<Logged, "corrects" | "loggedAt">) => Instant {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return (line) => {
    let first = line;
    for (let hop = 0; hop < lines.length; hop++) {
      const before = first.corrects === undefined ? undefined : byId.get(first.corrects);
      if (before === undefined) break;
      first = before;
    }
    return first.loggedAt;
  };
}

export type StandingOccasion = Logged & { readonly state: "stands" };
/** `replaced` has another line in its place, `withdrawn` has none. Both keep the reason. */
export type StruckOccasion = Logged & {
  readonly state: "replaced" | "withdrawn";
  readonly struckAt: Instant;
  readonly struckReason: string;
};
export type Occasion = StandingOccasion | StruckOccasion;

export type Why =
  | "not-yours"
  | "other-party-owns-it"
  | "future-not-written"
  | "names-a-person"
  | "counted-nothing"
  | "parts-exceed-whole"
  | "unusually-large"
  | "other-party-counted-it"
  | "already-struck"
  | "reason-needed";

/** Those who may write down what their own organisation did. */
export const LOGGERS: readonly Role[] = ["coordinator", "liaison", "activity-owner", "note-taker"];

/** Who owns the activity, and what has been written about it already. */
export type ActivityState = {
  readonly partnershipId: string;
  readonly activityId: string;
  /** Organisations that have the activity; one of them, or both for a joint one. */
  readonly owners: readonly string[];
  readonly earlier: readonly Pick<Occasion, "id" | "on" | "count" | "counted" | "organisationId" | "state">[];
};

/** The organisation the person writes for: one that owns the activity and where the person may write. */
export function writesFor(
  person: Person,
  { partnershipId, owners }: Pick<ActivityState, "partnershipId" | "owners">,
): string | undefined {
  return grantsIn(person, partnershipId, LOGGERS).find(({ organisationId }) => owners.includes(organisationId))
    ?.organisationId;
}

function mayWrite(person: Person, state: ActivityState): Refusal<Why> | undefined {
  if (grantsIn(person, state.partnershipId, LOGGERS).length === 0) return { why: "not-yours" };
  return writesFor(person, state) === undefined ? { why: "other-party-owns-it" } : undefined;
}

/** `same`: the line with this id, when it has come before; it may have been struck since. */
export type Logging = ActivityState & { readonly same?: Occasion | undefined };
/** `repeated`: it had come already, nothing is written and the answer is the same as the first time. */
export type LoggedOutcome =
  | { readonly occasion: StandingOccasion; readonly repeated: false }
  | { readonly occasion: Occasion; readonly repeated: true };

export const log = command({
  event: "occasion.logged",
  may: (person: Person, _input: NewOccasion, state: Logging) => mayWrite(person, state),
  decide: (input: NewOccasion, state: Logging, moment): Result<LoggedOutcome, Refusal<Why>> => {
    if (state.same !== undefined) return yes({ occasion: state.same, repeated: true });
    const organisationId = ownOrganisation(moment.by, state);
    const refused =
      refusedLine(input, dayOf(moment.at)) ?? (input.confirmed ? undefined : doubt(input, state, organisationId));
    return refused === undefined
      ? yes({ occasion: line(input, state, organisationId, moment, undefined), repeated: false })
      : { ok: false, refusal: refused };
  },
});

export type Correction = { readonly reason: string; readonly instead: NewOccasion | undefined };
export type Corrected = {
  readonly struck: StruckOccasion;
  readonly instead: StandingOccasion | undefined;
  /** The same correction had come already. */
  readonly repeated: boolean;
};

/** Strikes a line and puts another in its place, or none. The struck line and the reason stay in the history. */
export const correct = command({
  event: "occasion.corrected",
  may: (person: Person, _input: Correction, state: ActivityState & { readonly occasion: Occasion }) =>
    mayWrite(person, { ...state, owners: [state.occasion.organisationId] }),
  decide: (
    input: Correction,
    state: ActivityState & { readonly occasion: Occasion },
    moment,
  ): Result<Corrected, Refusal<Why>> => {
    const { occasion } = state;
    if (occasion.state !== "stands")
      return isSameStrike(occasion, input)
        ? yes({ struck: occasion, instead: undefined, repeated: true })
        : no("already-struck");
    if (input.reason.trim() === "") return no("reason-needed", { field: "reason" });
    if (personIn(input.reason)) return no("names-a-person", { field: "reason" });
    const struck = { ...occasion, struckAt: moment.at, struckReason: input.reason.trim() };
    if (input.instead === undefined)
      return yes({ struck: { ...struck, state: "withdrawn" }, instead: undefined, repeated: false });
    const others = { ...state, earlier: state.earlier.filter(({ id }) => id !== occasion.id) };
    const refused =
      refusedLine(input.instead, dayOf(moment.at)) ??
      (input.instead.confirmed ? undefined : doubt(input.instead, others, occasion.organisationId));
    if (refused !== undefined) return { ok: false, refusal: refused };
    return yes({
      struck: { ...struck, state: "replaced" },
      instead: line(input.instead, state, occasion.organisationId, moment, occasion.id),
      repeated: false,
    });
  },
});

/** Undone on a phone whose first answer was lost: it says the same once more. */
function isSameStrike(occasion: StruckOccasion, { reason, instead }: Correction): boolean {
  return instead === undefined && occasion.state === "withdrawn" && occasion.struckReason === reason.trim();
}

function line(
  input: NewOccasion,
  state: ActivityState,
  organisationId: string,
  moment: { at: Instant; newId: () => string },
  corrects: string | undefined,
): StandingOccasion {
  const { confirmed: _confirmed, id = moment.newId(), ...said } = input;
  return {
    ...said,
    id,
    activityId: state.activityId,
    organisationId,
    loggedAt: moment.at,
    corrects,
    example: false,
    state: "stands",
  };
}

function ownOrganisation(person: Person, state: ActivityState): string {
  const organisationId = writesFor(person, state);
  if (organisationId === undefined) throw new Error("Asked for whom before asking whether");
  return organisationId;
}

/** What can never stand, whoever insists. Also asked where it is written, so that nobody hears of it first when the network is back. */
export function refusedLine(input: NewOccasion, today: Day): Refusal<Why> | undefined {
  if (input.on > today) return { why: "future-not-written", field: "on" };
  if (personIn(input.note)) return { why: "names-a-person", field: "note" };
  if (input.counted.trim() === "") return { why: "counted-nothing", field: "counted" };
  if (personIn(input.counted)) return { why: "names-a-person", field: "counted" };
  if (personIn(nameOfPlace(input.place))) return { why: "names-a-person", field: "place" };
  if (namedOutput(input.outputs)) return { why: "names-a-person", field: "outputs" };
  return partsRefused(input.counted, input.count, input.outputs);
}

function namedOutput(outputs: readonly Output[]): boolean {
  return outputs.some((output) => personIn(output.what) || namedOutput(output.parts));
}

/** The parts of one thing are never more than the thing, all the way down. */
export function partsRefused(
  whole: string,
  count: Count,
  outputs: readonly Output[],
): Refusal<"parts-exceed-whole"> | undefined {
  const sum = outputs
    .filter(({ relation }) => relation === "part")
    .reduce((total, output) => total + output.count.value, 0);
  if (sum > count.value)
    return { why: "parts-exceed-whole", field: "outputs", detail: { what: whole, parts: sum, whole: count.value } };
  for (const output of outputs) {
    const below = partsRefused(output.what, output.count, output.parts);
    if (below !== undefined) return below;
  }
  return undefined;
}

/** How many times the usual a figure must be to be asked about, and how large it must be at all. */
const UNUSUAL_TIMES = 20;
const UNUSUAL_AT_LEAST = 20;

/** What is probably a slip, and is asked about once: a figure far from the usual, or the same thing counted by the other party that day. */
function doubt(input: NewOccasion, { earlier }: ActivityState, organisationId: string): Refusal<Why> | undefined {
  const standing = earlier.filter(({ state, counted }) => state === "stands" && counted === input.counted);
  const usual = median(standing.map(({ count }) => count.value));
  if (
    usual !== undefined &&
    usual > 0 &&
    input.count.value >= UNUSUAL_AT_LEAST &&
    input.count.value >= usual * UNUSUAL_TIMES
  )
    return {
      why: "unusually-large",
      field: "count",
      detail: { value: input.count.value, times: Math.round(input.count.value / usual) },
    };
  return standing.some((other) => other.on === input.on && other.organisationId !== organisationId)
    ? { why: "other-party-counted-it", field: "on" }
    : undefined;
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
