// A safety walk (trygghetsvandring): people walk a route after dark, stop, look, say what they see, and get an answer (domain.md 4).
// Planned | Cancelled | Walked | Protocol. Before the protocol the notes are working material; with it they are a public document.
import { command } from "../ground/command.ts";
import { type Grant, grantsIn, type Person, type Role } from "../ground/party.ts";
import type { Position } from "../ground/place.ts";
import { no, type Refusal, type Result, yes } from "../ground/result.ts";
import { dayOf, type Day, type Instant } from "../ground/time.ts";
import type { Category } from "./category.ts";
import type { AnswerKind, Observation, ObservationKind, SpotManager } from "./observation.ts";
import { personRefused, type PersonWhy } from "./person-in-text.ts";
import { freeSlug } from "./source.ts";
import { lightAt } from "./sun.ts";
import { outsideGround, type RouteWhy } from "./walks/route.ts";

export const LIGHTS = ["light", "dusk", "dark"] as const;
export type Light = (typeof LIGHTS)[number];
export const SEASONS = ["spring", "summer", "autumn", "winter"] as const;
export type Season = (typeof SEASONS)[number];
export const WALK_THEMES = ["general", "children", "women", "traffic", "accessibility"] as const;
export type WalkTheme = (typeof WALK_THEMES)[number];
/** Who walked along, as heads and never as names. A person may be counted as a woman and as the municipality's. */
export const HEAD_GROUPS = ["all", "women", "men", "young", "old", "municipality", "police", "housing"] as const;
export type HeadGroup = (typeof HEAD_GROUPS)[number];
export type Heads = Readonly<Partial<Record<HeadGroup, number>>>;

export type Stop = {
  readonly id: string;
  /** From 1, in the order they are walked. */
  readonly number: number;
  readonly name: string;
  readonly position?: Position | undefined;
  readonly question: string;
};

type Described = {
  readonly id: string;
  readonly sourceId: string;
  /** "amot-2021"; the address is /lyssna/<partnership>/vandring-<slug>. */
  readonly slug: string;
  readonly title: string;
  readonly village: string;
  readonly series: string | undefined;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly meetingPoint: string;
  readonly light: Light;
  readonly season: Season;
  readonly weather: string;
  readonly theme: WalkTheme;
  readonly route: readonly Position[];
  readonly functions: readonly string[];
  readonly stops: readonly Stop[];
  /** «Öppen för alla»: strangers read when and where before it is held. */
  readonly isOpen: boolean;
  /** How many times what is said of it has been written. */
  readonly revision: number;
  readonly example: boolean;
};
export type Planned = Described & { readonly state: "planned" };
/** Called off before it was held: `reason` is read by everybody. */
export type Cancelled = Described & {
  readonly state: "cancelled";
  readonly cancelledAt: Instant;
  readonly reason: string;
};
/** `heads` of all groups together: see walks/heads.ts. */
export type Walked = Described & { readonly state: "walked"; readonly heads: Heads; readonly walkedAt: Instant };
export type Protocol = Described & {
  readonly state: "protocol";
  readonly heads: Heads;
  readonly walkedAt: Instant;
  readonly protocolAt: Instant;
  /** Read by everybody since; undefined until somebody publishes it. */
  readonly publishedAt: Instant | undefined;
  /** When what came after the publication was last published. */
  readonly complementedAt?: Instant | undefined;
  readonly registryNumber: string | undefined;
};
export type Walk = Planned | Cancelled | Walked | Protocol;

export type NewWalk = {
  readonly title: string;
  readonly village: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly meetingPoint: string;
  readonly theme: WalkTheme;
  readonly route: readonly Position[];
  readonly stops: readonly Omit<Stop, "id" | "number">[];
  readonly functions: readonly string[];
  readonly isOpen?: boolean | undefined;
};

export type WalkWhy =
  | "not-yours"
  | "name-needed"
  | "ends-before-it-starts"
  | "stops-needed"
  | "protocol-not-established"
  | "public-reason-needed"
  | RouteWhy
  | PersonWhy;
type Answer<T> = Result<T, Refusal<WalkWhy>>;

/** Who plans and concludes: those who lead the work in either organisation. */
export const WALK_LEADERS: readonly Role[] = ["coordinator", "liaison"];

/** Whether somebody with these grants leads the work of the organisation whose something is: what a screen offers, before the rule is asked. */
export function leadsFor(grants: readonly Pick<Grant, "organisationId" | "role">[], organisationId: string): boolean {
  return grants.some((grant) => grant.organisationId === organisationId && WALK_LEADERS.includes(grant.role));
}

type Planning = {
  readonly partnershipId: string;
  readonly slugs: readonly string[];
  /** Of the walk it is the next after; undefined for the first of its kind. */
  readonly series?: string | undefined;
  /** Where the partnership lies: its middle is also for light where the stops have no position. */
  readonly centre: Position;
  readonly outline: readonly (readonly Position[])[];
};
/** A planned walk comes with its own source: what was heard on it is known as that. */
export const planWalk = command({
  event: "walk.planned",
  may: (person: Person, _input: NewWalk, state: Planning) => mayLead(person, state.partnershipId),
  decide: (input: NewWalk, state: Planning, moment): Answer<Planned> => {
    const slug = freeSlug(`${input.village} ${dayOf(input.startsAt).slice(0, 4)}`, state.slugs);
    if (slug === "" || input.title.trim() === "") return no("name-needed", { field: "title" });
    if (input.endsAt <= input.startsAt) return no("ends-before-it-starts", { field: "endsAt" });
    if (input.stops.length === 0) return no("stops-needed", { field: "stops" });
    const stops = input.stops.map((stop, index) => ({ ...stop, id: moment.newId(), number: index + 1 }));
    const person = personRefused({
      title: input.title,
      village: input.village,
      meetingPoint: input.meetingPoint,
      stops: stops.map(({ name, question }) => `${name} ${question}`).join("\n"),
      functions: input.functions.join("\n"),
    });
    if (person !== undefined) return { ok: false, refusal: person };
    const outside = outsideGround(input, state);
    if (outside !== undefined) return outside;
    const where = input.route[0] ?? stops[0]?.position ?? state.centre;
    return yes({
      ...input,
      id: moment.newId(),
      sourceId: moment.newId(),
      slug,
      series: state.series,
      light: lightAt(input.startsAt, where),
      season: seasonOf(dayOf(input.startsAt)),
      weather: "",
      stops,
      isOpen: input.isOpen ?? false,
      revision: 1,
      example: false,
      state: "planned",
    });
  },
});

type Leading = { readonly partnershipId: string; readonly walk: Walk; readonly ownerOrganisationId: string };
/** One row of the protocol: a reviewed copy of a note, under a number that never changes. */
export type ProtocolRow = {
  readonly id: string;
  readonly number: number;
  readonly observationId: string;
  readonly kind: ObservationKind;
  readonly category: Category;
  readonly placeName: string;
  readonly text: string;
  readonly proposal: string;
  readonly spotManager: SpotManager;
  readonly answer: RowAnswer | undefined;
  /** It came after the protocol was published, and is read inside only until it is published too. */
  readonly waits?: boolean;
};
export type RowAnswer = {
  readonly kind: AnswerKind;
  /** Read by everybody; needed with a no and with "passed on". */
  readonly reason: string;
  /** "maj", "före sommaren 2022": as exactly as somebody dares to say. */
  readonly when: string;
  readonly answeredAt: Instant;
};

type Answering = Leading & { readonly row: ProtocolRow };
export const answerRow = command({
  event: "protocol-row.answered",
  may: (person: Person, _input: unknown, state: Answering) => mayOnWalk(person, state, WALK_LEADERS),
  decide: (
    input: {
      readonly kind: AnswerKind;
      readonly reason: string;
      readonly when: string;
      /** Whose it is, where that was said at the meeting. */
      readonly spotManager?: SpotManager | undefined;
    },
    { walk, row }: Answering,
    moment,
  ): Answer<ProtocolRow> => {
    if (walk.state !== "protocol") return no("protocol-not-established");
    if (needsReason(input.kind) && input.reason.trim() === "") return no("public-reason-needed", { field: "reason" });
    const person = personRefused({ reason: input.reason, when: input.when });
    if (person !== undefined) return { ok: false, refusal: person };
    const { kind, when, spotManager = row.spotManager } = input;
    const answer = { kind, reason: input.reason.trim(), when: when.trim(), answeredAt: moment.at };
    return yes({ ...row, spotManager, answer });
  },
});

/** A no, and a matter handed to somebody else, are answers only with a reason. */
export function needsReason(kind: AnswerKind): boolean {
  return kind === "declined" || kind === "passed-on";
}

/** The notes that go into a protocol: shared, not withdrawn, in the order of the stops. */
export function inProtocolOrder<Note extends Pick<Observation, "sharing" | "withdrawnAt" | "stopId" | "notedAt">>(
  notes: readonly Note[],
  stops: readonly Stop[],
): readonly Note[] {
  return inStopOrder(
    notes.filter(({ sharing, withdrawnAt }) => sharing !== "own" && withdrawnAt === undefined),
    stops,
  );
}

/** In the order of the stops, then of the clock; notes made between stops come last. */
export function inStopOrder<Note extends Pick<Observation, "stopId" | "notedAt">>(
  notes: readonly Note[],
  stops: readonly Stop[],
): readonly Note[] {
  const place = (note: Note) => stops.find(({ id }) => id === note.stopId)?.number ?? Number.MAX_SAFE_INTEGER;
  return notes.toSorted((a, b) => place(a) - place(b) || (a.notedAt < b.notedAt ? -1 : 1));
}

/** A walk is concluded by those whose it is: one party never writes in the other's. */
export function mayOnWalk(
  person: Person,
  walk: { readonly partnershipId: string; readonly ownerOrganisationId: string },
  roles: readonly Role[],
): Refusal<"not-yours"> | undefined {
  const own = grantsIn(person, walk.partnershipId, roles).some(
    ({ organisationId }) => organisationId === walk.ownerOrganisationId,
  );
  return own ? undefined : { why: "not-yours" };
}

function mayLead(person: Person, partnershipId: string): Refusal<WalkWhy> | undefined {
  return grantsIn(person, partnershipId, WALK_LEADERS).length > 0 ? undefined : { why: "not-yours" };
}

/** Neither still to come nor called off: there are heads, and what was said on it. */
export function wasWalked<W extends { readonly state: Walk["state"] }>(
  walk: W,
): walk is Exclude<W, { readonly state: "planned" | "cancelled" }> {
  return walk.state === "walked" || walk.state === "protocol";
}

/** Meteorological seasons, by the month. */
export function seasonOf(day: Day): Season {
  return SEASONS[Math.floor((Number(day.slice(5, 7)) + 9) / 3) % 4]!;
}
