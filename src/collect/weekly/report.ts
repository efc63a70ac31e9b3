// A weekly report: two minutes on a phone, several events or «Inget särskilt den här veckan», which is a report as well. Places and situations, never
// persons or homes. Each event is an observation of the partnership's weekly source, so that the picture has it like everything else; what two have
// seen is one observation with two reporters.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { metresBetween } from "../../ground/earth.ts";
import type { Place, Position } from "../../ground/place.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  fromSwedishClock,
  type Instant,
  weekdayOf,
  type When,
} from "../../ground/time.ts";
import type { Category } from "../category.ts";
import type { Observation, ObservationKind, Sharing } from "../observation.ts";
import { personRefused, type PersonWhy } from "../person-in-text.ts";
import { COLLECTORS } from "../source.ts";
import { GRAIN_METRES, roughened } from "../pointed.ts";
import { homeIn } from "./home.ts";
import type { Reporter } from "./reporter.ts";
import { choicesOf, type Tree } from "./tree.ts";
import { mondayOf } from "./week.ts";

/** «När ungefär?» */
export const PARTS = ["day", "evening", "night", "weekend"] as const;
export type Part = (typeof PARTS)[number];

export type NewEvent = {
  /** Made on the phone; the observation's own. */
  readonly id: string;
  readonly category: Category;
  /** A name of the reporter's list; empty for somewhere else in the area. */
  readonly place: string;
  readonly part: Part;
  /** «Hur otryggt, tycker du?» */
  readonly severity: 1 | 2 | 3;
  readonly text: string;
  /** Who may see it. */
  readonly sharing?: Sharing | undefined;
  /** Reported by somebody else already: this one adds a reporter, not an event. */
  readonly joins?: string | undefined;
};
export type NewReport = {
  readonly id: string;
  readonly week: Day;
  readonly writtenAt: Instant;
  /** None is «Inget särskilt den här veckan». */
  readonly events: readonly NewEvent[];
};
export type Report = {
  readonly id: string;
  readonly reporterId: string;
  readonly week: Day;
  readonly writtenAt: Instant;
  readonly receivedAt: Instant;
  readonly events: number;
};
/** One reporter's say about one observation. */
export type ReportedEvent = {
  readonly id: string;
  readonly observationId: string;
  readonly part: Part;
  readonly severity: 1 | 2 | 3;
};
export type Sent = {
  readonly report: Report;
  readonly events: readonly ReportedEvent[];
  readonly observations: readonly Observation[];
  readonly repeated: boolean;
};

export type ReportWhy =
  | "not-a-reporter"
  | "week-not-open"
  | "no-such-place"
  | "home-in-text"
  | "event-twice"
  | PersonWhy;
type Sending = {
  readonly reporter: Reporter | undefined;
  readonly earlier: Report | undefined;
  readonly sourceId: string;
  readonly tree: Tree;
  /** Of those that were pointed at: the observations that are there, and whether this reporter has reported them already. */
  readonly joinable: readonly { readonly id: string; readonly mine: boolean }[];
};

/** A phone may have been without network for long; older than this a report says little of its week. */
const OLDEST_WEEKS = 8;
/** Neighbouring squares are neighbours, also over a corner. */
const SAME_METRES = 1.5 * GRAIN_METRES.spot;

export const sendReport = command({
  event: "weekly-report.sent",
  may: (person: Person, _input: NewReport, { reporter }: Sending): Refusal<ReportWhy> | undefined =>
    reporter?.personId === person.id ? undefined : { why: "not-a-reporter" },
  decide: (input: NewReport, state: Sending, moment): Result<Sent, Refusal<ReportWhy>> => {
    const reporter = state.reporter!;
    if (state.earlier !== undefined)
      return yes({ report: state.earlier, events: [], observations: [], repeated: true });
    const weeksAgo = daysBetween(input.week, mondayOf(dayOf(moment.at))) / 7;
    if (!Number.isInteger(weeksAgo) || weeksAgo < 0 || weeksAgo > OLDEST_WEEKS)
      return no("week-not-open", { field: "week", detail: { weeks: OLDEST_WEEKS } });
    if (new Set(input.events.map(({ id }) => id)).size < input.events.length)
      return no("event-twice", { field: "events" });
    for (const event of input.events) {
      const bad = refusedEvent(event, reporter);
      if (bad !== undefined) return { ok: false, refusal: bad };
    }
    const all = input.events.flatMap((event) => {
      const joined = state.joinable.find(({ id }) => id === event.joins);
      return joined?.mine === true ? [] : [{ ...event, observationId: joined?.id ?? event.id }];
    });
    // One reporter is counted once at an event, however often it is said.
    const said = all.filter(
      ({ observationId }, index) => all.findIndex((one) => one.observationId === observationId) === index,
    );
    const observations = said
      .filter(({ id, observationId }) => id === observationId)
      .map((event) => observed(event, reporter, input.writtenAt, { ...state, at: moment.at }));
    const { id, week, writtenAt } = input;
    return yes({
      report: { id, reporterId: reporter.id, week, writtenAt, receivedAt: moment.at, events: said.length },
      events: said.map(({ id: said, observationId, part, severity }) => ({ id: said, observationId, part, severity })),
      observations,
      repeated: false,
    });
  },
});

/** Why an event cannot be sent as it is; the same answer stands under the field while it is written. */
export function refusedEvent(
  event: Pick<NewEvent, "place" | "text">,
  reporter: Pick<Reporter, "places">,
): Refusal<ReportWhy> | undefined {
  if (event.place !== "" && !reporter.places.some(({ name }) => name === event.place))
    return { why: "no-such-place", field: "events", detail: { place: event.place } };
  const home = homeIn(event.text);
  if (home !== undefined) return { why: "home-in-text", field: "text", detail: { found: home } };
  return personRefused({ text: event.text });
}

function observed(
  event: NewEvent,
  reporter: Reporter,
  writtenAt: Instant,
  { sourceId, tree, at }: Sending & { readonly at: Instant },
): Observation {
  const place = placeOf(event.place, reporter);
  const word = choicesOf(tree).find(({ category }) => category === event.category)?.sv ?? event.category;
  return {
    id: event.id,
    sourceId,
    ownerOrganisationId: reporter.organisationId,
    walkId: undefined,
    stopId: undefined,
    kind: kindOf(event.category),
    category: event.category,
    text: event.text.trim() || `${word}, ${event.place || reporter.area}`,
    consequence: "",
    proposal: "",
    spotManager: "unknown",
    severity: event.severity,
    place,
    when: whenOf(event.part, writtenAt),
    precision: "day",
    sharing: event.sharing ?? "shared",
    revision: 1,
    notedAt: writtenAt,
    receivedAt: at,
    notedBy: reporter.personId,
    withdrawnAt: undefined,
    withdrawnReason: undefined,
    example: false,
  };
}

function kindOf(category: Category): ObservationKind {
  if (category === "event.planned") return "event";
  return category === "positive.change" || category === "place.good" ? "positive" : "problem";
}

function placeOf(name: string, { places, area }: Reporter): Place {
  const position = places.find((place) => place.name === name)?.position;
  if (position !== undefined)
    return { kind: "point", position: roughened(position, GRAIN_METRES.spot), accuracyMetres: GRAIN_METRES.spot, name };
  return { kind: "area", name: name === "" ? area : `${name}, ${area}` };
}

/** A weekend is the last one that had begun; anything else lies in the seven days before it was written. No more is known. */
export function whenOf(part: Part, writtenAt: Instant): When {
  const day = dayOf(writtenAt);
  if (part !== "weekend") return { kind: "interval", from: fromSwedishClock(addDays(day, -7), 0), to: writtenAt };
  const friday = addDays(day, -((weekdayOf(day) + 2) % 7));
  const from = fromSwedishClock(friday, 18);
  if (from > writtenAt) return whenOf(part, fromSwedishClock(addDays(friday, -1), 12));
  const monday = fromSwedishClock(addDays(friday, 3), 0);
  return { kind: "interval", from, to: monday < writtenAt ? monday : writtenAt };
}

/** What has been reported lately, as far as it must be known to see that two speak of the same. */
export type Recent = {
  readonly category: Category;
  readonly placeName: string;
  readonly position?: Position | undefined;
};

/** The same kind of thing at the same place: by position where both have one, else by the name. */
export function isSameEvent(one: Recent, other: Recent): boolean {
  if (one.category !== other.category) return false;
  if (one.position !== undefined && other.position !== undefined)
    return metresBetween(one.position, other.position) <= SAME_METRES;
  return one.placeName.trim().toLowerCase() === other.placeName.trim().toLowerCase();
}

// What it led to

export type Answer = { readonly id: string; readonly text: string; readonly on: Day };
export type AnswerWhy = "not-yours" | "say-what-it-led-to" | "home-in-text" | PersonWhy;

/** «Vad ledde det till?»: the reporter reads it on the next report. */
export const answerEvent = command({
  event: "weekly-event.answered",
  may: (person: Person, _input: unknown, state: { readonly partnershipId: string }): Refusal<AnswerWhy> | undefined =>
    grantsIn(person, state.partnershipId, COLLECTORS).length > 0 ? undefined : { why: "not-yours" },
  decide: (
    input: { readonly text: string; readonly on: Day },
    _state: { readonly partnershipId: string },
    moment,
  ): Result<Answer, Refusal<AnswerWhy>> => {
    const text = input.text.trim();
    if (text === "") return no("say-what-it-led-to", { field: "text" });
    const home = homeIn(text);
    if (home !== undefined) return no("home-in-text", { field: "text", detail: { found: home } });
    const person = personRefused({ text });
    if (person !== undefined) return { ok: false, refusal: person };
    return yes({ id: moment.newId(), text, on: input.on });
  },
});
