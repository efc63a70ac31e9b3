// A complaint that a resident hands in on the open form (/<partnership>/synpunkt/trafik): no account, no cookie, no time beyond the day. Somebody reads it before
// it counts; then it stands in the thread of its stretch like one that came by telephone, and whoever holds the receipt sees how far the thread has come.
import { command } from "../../ground/command.ts";
import type { Person } from "../../ground/party.ts";
import type { Position } from "../../ground/place.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Day, dayOf, type Weekday } from "../../ground/time.ts";
import type { SetAsideReason } from "../open-form.ts";
import { coverPersons } from "../person-in-text.ts";
import { GRAIN_METRES, isWithin, type PointWhy, readPoints, roughened } from "../pointed.ts";
import { type Look, unlooked } from "../sent-photo.ts";
import { collectsFor } from "../source.ts";
import {
  COMPLAINT_KINDS,
  type ComplaintKind,
  type ComplaintWhy,
  stretchRefused,
  takeInComplaint,
  type TakenIn,
  type Taking,
} from "./complaint.ts";
import type { Action, Judgement, Reply, ThreadState } from "./thread.ts";

/** «När på dygnet?», and the hours each comes to. */
export const PARTS_OF_DAY = {
  any: [0, 24],
  morning: [6, 9],
  day: [9, 15],
  afternoon: [15, 18],
  evening: [18, 22],
  night: [22, 5],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type PartOfDay = keyof typeof PARTS_OF_DAY;
export const PART_NAMES = Object.keys(PARTS_OF_DAY) as readonly PartOfDay[];
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const LONGEST = { stretch: 200, direction: 100, text: 2000 } as const;

/** What a resident says; never who. */
export type Said = {
  readonly stretch: string;
  readonly kind: ComplaintKind;
  readonly direction: string;
  readonly weekdays: readonly Weekday[];
  readonly fromHour: number;
  readonly toHour: number;
  readonly effect: string;
  readonly proposal: string;
  /** The stretch on the map, one point or both ends, each the middle of a square. */
  readonly points?: readonly Position[];
};
export type Filled = Omit<Said, "kind" | "fromHour" | "toHour" | "points"> & {
  readonly points: readonly Position[];
  readonly kind: ComplaintKind | undefined;
  readonly part: PartOfDay;
};
export type HandedInWhy = "kind-needed" | "happening-needed" | Extract<ComplaintWhy, "stretch-needed" | "doorstep">;

export const STRETCH_POINTS = "stretch.points";

/** The fields of the form as they came, with everything that points at a person covered; `covered` says of which kinds that was. */
export function readFilled(
  field: (name: string) => readonly string[],
  outline: Parameters<typeof isWithin>[1] = [],
): {
  readonly filled: Filled;
  readonly covered: readonly string[];
  readonly unmeant: PointWhy | undefined;
} {
  const points = readPoints(field(STRETCH_POINTS), 2);
  const unmeant =
    points === undefined
      ? "point-unread"
      : points.every((point) => isWithin(point, outline))
        ? undefined
        : "point-outside";
  const first = (name: string, longest: number) => (field(name)[0] ?? "").trim().slice(0, longest);
  // A stretch is asked for anew when it is somebody's door: covered it would be no stretch.
  const typed = first("stretch", LONGEST.stretch);
  const direction = coverPersons(first("direction", LONGEST.direction));
  const effect = coverPersons(first("effect", LONGEST.text));
  const proposal = coverPersons(first("proposal", LONGEST.text));
  return {
    filled: {
      stretch: typed === "" ? first("known", LONGEST.stretch) : typed,
      kind: COMPLAINT_KINDS.find((one) => one === field("kind")[0]),
      direction: direction.text,
      weekdays: WEEKDAYS.filter((day) => field("weekdays").includes(String(day))),
      part: PART_NAMES.find((one) => one === field("part")[0]) ?? "any",
      effect: effect.text,
      proposal: proposal.text,
      points: unmeant === undefined ? (points ?? []) : [],
    },
    covered: [...new Set([direction, effect, proposal].flatMap(({ kinds }) => kinds))],
    unmeant,
  };
}

/** What can be handed in, or why it cannot, with the field it stands at. */
export function saidIn({ kind, part, points, ...filled }: Filled): Result<Said, Refusal<HandedInWhy | ComplaintWhy>> {
  const refused = stretchRefused({ kind: "area", name: filled.stretch });
  // What is pointed out is named at the desk.
  const isPointed = refused?.why === "stretch-needed" && points.length > 0;
  if (refused !== undefined && !isPointed) return { ok: false, refusal: refused };
  if (kind === undefined) return no("kind-needed", { field: "kind" });
  if (filled.effect === "") return no("happening-needed", { field: "effect" });
  const [fromHour, toHour] = PARTS_OF_DAY[part];
  const squares = points.map((point) => roughened(point, GRAIN_METRES.spot));
  return yes({ ...filled, kind, fromHour, toHour, ...(squares.length === 0 ? {} : { points: squares }) });
}

/** disposed: nobody had read it when its words went by decision. */
export type HandedInState = "waiting" | "kept" | "set-aside" | "disposed";
export type HandedIn = { readonly id: string; readonly receivedOn: Day } & (
  | { readonly state: "waiting"; readonly said: Said }
  | { readonly state: Exclude<HandedInState, "waiting"> }
);
export type Reading = Taking & {
  readonly owner: string;
  readonly handedIn: HandedIn;
  /** Of the photo that came with it. */
  readonly look: Look | undefined;
};
export type Read = { readonly id: string; readonly readOn: Day } & (
  | { readonly state: "kept"; readonly takenIn: TakenIn }
  | { readonly state: "set-aside"; readonly reason: SetAsideReason }
);

/** Read by somebody: into the thread of its stretch, which the desk may name as it is called there; or set aside for a reason the receipt tells. */
export const readHandedIn = command({
  event: "complaint.read",
  may: (person: Person, _input: unknown, { partnershipId, owner }: Reading): Refusal | undefined =>
    collectsFor(person, partnershipId, owner) ? undefined : { why: "not-yours" },
  decide: (
    input: { readonly stretch?: string | undefined; readonly reason?: SetAsideReason | undefined },
    state: Reading,
    moment,
  ): Result<Read, Refusal> => {
    const { handedIn } = state;
    if (handedIn.state !== "waiting") return no("nothing-to-review");
    const read = { id: handedIn.id, readOn: dayOf(moment.at) };
    if (input.reason !== undefined) return yes({ ...read, state: "set-aside", reason: input.reason });
    const unseen = unlooked([state.look]);
    if (unseen !== undefined) return unseen;
    const { stretch, ...said } = handedIn.said;
    const name = input.stretch ?? stretch;
    const taken = takeInComplaint.decide(
      {
        ...said,
        stretch: { kind: "area", name },
        cameBy: "form",
        receivedOn: handedIn.receivedOn,
        registryNumber: "",
      },
      state,
      moment,
    );
    return taken.ok ? yes({ ...read, state: "kept", takenIn: taken.value }) : taken;
  },
});

/** A complaint on its way, as its receipt may tell it: the stretch and what is done about it, never the words. */
export type Followed = {
  readonly receivedOn: Day;
  readonly state: HandedInState;
  /** The decision by which its words went unread. */
  readonly disposed: { readonly decidedOn: Day; readonly paragraph: string } | undefined;
  readonly readOn: Day | undefined;
  readonly reason: SetAsideReason | undefined;
  readonly thread:
    | {
        readonly stretch: string;
        readonly state: ThreadState;
        readonly passedOn: string | undefined;
        readonly judgement: Judgement | undefined;
        readonly answer: { readonly text: string; readonly on: Day } | undefined;
        readonly measured: readonly { readonly from: Day; readonly to: Day; readonly isTakenBack: boolean }[];
        readonly proposals: readonly { readonly action: Action; readonly reply: Reply["kind"] | undefined }[];
      }
    | undefined;
};
export type ComplaintStep =
  | { readonly kind: "received" | "read"; readonly on: Day }
  | { readonly kind: "set-aside"; readonly on: Day; readonly reason: SetAsideReason }
  | { readonly kind: "disposed"; readonly decidedOn: Day; readonly paragraph: string }
  | { readonly kind: "together"; readonly stretch: string }
  | { readonly kind: "passed-on"; readonly text: string }
  | { readonly kind: "to-be-measured" }
  | { readonly kind: "measured" | "measurement-taken-back"; readonly from: Day; readonly to: Day }
  | { readonly kind: "judged"; readonly judgement: Judgement }
  | { readonly kind: "acting"; readonly action: Action; readonly reply: Reply["kind"] | undefined }
  | { readonly kind: "answered"; readonly text: string; readonly on: Day };

export function complaintSteps(followed: Followed): readonly ComplaintStep[] {
  const { receivedOn, state, disposed, readOn, reason, thread } = followed;
  const steps: ComplaintStep[] = [{ kind: "received", on: receivedOn }];
  if (disposed !== undefined) return [...steps, { kind: "disposed", ...disposed }];
  if (state === "waiting" || readOn === undefined) return steps;
  if (state === "set-aside" && reason !== undefined) return [...steps, { kind: "set-aside", on: readOn, reason }];
  steps.push({ kind: "read", on: readOn });
  if (thread === undefined) return steps;
  // Never of how many: beside what the stretch's own page tells kind by kind it would be a sum.
  steps.push({ kind: "together", stretch: thread.stretch });
  if (thread.passedOn !== undefined) steps.push({ kind: "passed-on", text: thread.passedOn });
  const measuredStep = ({ from, to, isTakenBack }: (typeof thread.measured)[number]): ComplaintStep => ({
    kind: isTakenBack ? "measurement-taken-back" : "measured",
    from,
    to,
  });
  const [first, ...later] = thread.measured;
  if (first !== undefined) steps.push(measuredStep(first));
  if (thread.judgement !== undefined) steps.push({ kind: "judged", judgement: thread.judgement });
  for (const { action, reply } of thread.proposals)
    // Controls to come are told to nobody: they are told when they have been made.
    if (action !== "control" || reply === "done") steps.push({ kind: "acting", action, reply });
  for (const period of later) steps.push(measuredStep(period));
  if (thread.state === "measuring" || thread.state === "remeasuring") steps.push({ kind: "to-be-measured" });
  if (thread.answer !== undefined) steps.push({ kind: "answered", ...thread.answer });
  return steps;
}
