// A complaint about traffic, as it came by telephone, by e-mail, over the counter or on the open form: which stretch, which way, what, when, and what happens (domain.md 7). Never who: neither the one who
// complains nor the one who drives. A stretch of road, never somebody's door.
import { command } from "../../ground/command.ts";
import { grantFor, grantsIn, type Person } from "../../ground/party.ts";
import { metresBetween } from "../../ground/earth.ts";
import type { Position } from "../../ground/place.ts";
import { no, type Refusal, yes } from "../../ground/result.ts";
import type { Day, Instant, Weekday } from "../../ground/time.ts";
import { slugOf } from "../../ground/words.ts";
import type { Category } from "../category.ts";
import type { Observation } from "../observation.ts";
import { COLLECTORS } from "../source.ts";
import { doorIn, type Stretch, textRefused, type TextWhy } from "./stretch.ts";
import type { Thread } from "./thread.ts";

export const COMPLAINT_KINDS = [
  "speed",
  "reckless",
  "a-tractor",
  "moped",
  "cross-or-snowmobile",
  "noise",
  "heavy",
  "through-traffic",
  "parking",
  "crossing",
  "school-way",
] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];
/** How it can have come to the desk. */
export const CAME_BY = ["phone", "e-mail", "counter", "letter", "meeting"] as const;
/** `form`: handed in by the resident on the open form. */
export type CameBy = (typeof CAME_BY)[number] | "form";

export type Complaint = {
  readonly id: string;
  readonly ownerOrganisationId: string;
  readonly kind: ComplaintKind;
  readonly direction: string;
  readonly weekdays: readonly Weekday[];
  readonly fromHour: number;
  readonly toHour: number;
  readonly effect: string;
  readonly proposal: string;
  readonly cameBy: CameBy;
  readonly receivedOn: Day;
  /** The owner's own number for the matter, by which the one who complained gets the answer. */
  readonly registryNumber: string;
  readonly takenInAt: Instant;
  /** Pointed out by the resident, one point or both ends; read as the words are. */
  readonly points?: readonly Position[] | undefined;
};
export type NewComplaint = Omit<Complaint, "id" | "ownerOrganisationId" | "takenInAt"> & { readonly stretch: Stretch };

export type ComplaintWhy = "not-yours" | "stretch-needed" | "doorstep" | "stretch-too-short" | "hours-needed" | TextWhy;
export type TakenIn = { readonly complaint: Complaint; readonly thread: Thread; readonly isNew: boolean };
export type Taking = {
  readonly partnershipId: string;
  /** The owner's threads, the latest first. */
  readonly threads: readonly Thread[];
  readonly lastNumber: number;
};

const SHORTEST_METRES = 50;

export const takeInComplaint = command({
  event: "complaint.received",
  may: (person: Person, _input: NewComplaint, { partnershipId }: Taking): Refusal<ComplaintWhy> | undefined =>
    grantsIn(person, partnershipId, COLLECTORS).length > 0 ? undefined : { why: "not-yours" },
  decide: (input: NewComplaint, state: Taking, moment) => {
    const { stretch, ...said } = input;
    const refused = stretchRefused(stretch) ?? textRefused({ direction: said.direction, effect: said.effect, proposal: said.proposal, registryNumber: said.registryNumber }); // prettier-ignore
    if (refused !== undefined) return { ok: false as const, refusal: refused };
    if (said.toHour === said.fromHour) return no<ComplaintWhy>("hours-needed", { field: "toHour" });
    const ownerOrganisationId = grantFor(moment.by, state.partnershipId, COLLECTORS)!.organisationId;
    const complaint = { ...said, id: moment.newId(), ownerOrganisationId, takenInAt: moment.at };
    const alike = state.threads.filter((thread) => isSameStretch(thread.stretch, stretch));
    const standing = alike.find((thread) => thread.state !== "answered");
    if (standing !== undefined)
      return yes<TakenIn>({ complaint, thread: { ...standing, complaints: standing.complaints + 1 }, isNew: false });
    const thread: Thread = {
      id: moment.newId(),
      number: state.lastNumber + 1,
      ownerOrganisationId,
      stretch,
      complaints: 1,
      openedAt: moment.at,
      example: false,
      takenBack: [],
      state: "received",
      // Who keeps the road, and its limit, are known from the last time.
      roadKeeper: alike[0]?.roadKeeper,
      limit: alike[0]?.limit,
    };
    return yes<TakenIn>({ complaint, thread, isNew: true });
  },
});

/** By its name, in any letters. */
export function isSameStretch(one: Stretch, other: Stretch): boolean {
  return slugOf(one.name ?? "") !== "" && slugOf(one.name ?? "") === slugOf(other.name ?? "");
}

/** A stretch as it may be written: with a name, and never a door. */
export function stretchRefused(stretch: Stretch): Refusal<ComplaintWhy> | undefined {
  const name = stretch.name ?? "";
  // Whoever it points at comes first: a name in other letters may stand, where the stretch is pointed out besides.
  const home = doorIn(name);
  if (home !== undefined) return { why: "doorstep", field: "stretch", detail: { found: home } };
  const person = textRefused({ stretch: name });
  if (person !== undefined) return person;
  if (slugOf(name) === "") return { why: "stretch-needed", field: "stretch" };
  if (stretch.kind === "segment") {
    const length = stretch.line.slice(1).reduce((sum, at, place) => sum + metresBetween(stretch.line[place]!, at), 0);
    if (length < SHORTEST_METRES)
      return { why: "stretch-too-short", field: "stretch", detail: { metres: SHORTEST_METRES } };
  }
  return undefined;
}

/** What a complaint is about, in the words the rest of the partnership counts by. */
export const CATEGORY_OF: Readonly<Record<ComplaintKind, Category>> = {
  speed: "traffic.speeding",
  reckless: "traffic.reckless",
  "a-tractor": "traffic.atractor",
  moped: "traffic.moped",
  "cross-or-snowmobile": "traffic.snowmobile",
  noise: "disorder.noise",
  heavy: "traffic.other",
  "through-traffic": "traffic.other",
  parking: "traffic.parking",
  crossing: "traffic.crossing",
  "school-way": "traffic.crossing",
};

/** A complaint as the picture has it: of what, on which stretch and when in the week. Felt, and placed no finer than the stretch's name; the words stay with the one who took it in. */
export function observationOf(
  { complaint, thread }: TakenIn,
  { id, sourceId, word, at }: { id: string; sourceId: string; word: string; at: Instant },
): Observation {
  const { weekdays, fromHour, toHour } = complaint;
  return {
    id,
    sourceId,
    ownerOrganisationId: complaint.ownerOrganisationId,
    walkId: undefined,
    stopId: undefined,
    kind: "problem",
    category: CATEGORY_OF[complaint.kind],
    text: word,
    consequence: "",
    proposal: "",
    spotManager: "unknown",
    place: { kind: "area", name: thread.stretch.name ?? "" },
    when: weekdays.length === 0 ? { kind: "unknown" } : { kind: "recurring", weekdays, fromHour, toHour },
    precision: "unknown",
    sharing: "shared",
    revision: 1,
    notedAt: at,
    receivedAt: at,
    notedBy: undefined,
    withdrawnAt: undefined,
    withdrawnReason: undefined,
    example: false,
  };
}
