// A reporter (rapportör): somebody trained who says every week what has happened where they work. Readers see role and area, never the name.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import type { Position } from "../../ground/place.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Day, dayOf, daysBetween } from "../../ground/time.ts";
import { slugOf } from "../../ground/words.ts";
import { personRefused, type PersonWhy } from "../person-in-text.ts";
import { WALK_LEADERS } from "../walk.ts";
import { GRAIN_METRES, roughened } from "../pointed.ts";
import { homeIn } from "./home.ts";

/** A place of the reporter's own list: an entrance, a yard, a stretch of street. Known by its name. */
export type ReporterPlace = { readonly name: string; readonly position?: Position | undefined };

export type Reporter = {
  readonly id: string;
  readonly organisationId: string;
  /** Undefined when nobody holds it now. */
  readonly personId: string | undefined;
  /** «vaktmästare, bostadsbolaget»: what readers see in the place of a name. */
  readonly role: string;
  /** «Norra området». */
  readonly area: string;
  readonly places: readonly ReporterPlace[];
  readonly since: Day;
  readonly endedOn: Day | undefined;
};

export type ReporterWhy =
  | "not-yours"
  | "role-and-area-needed"
  | "places-needed"
  | "place-twice"
  | "home-in-text"
  | "reports-already"
  | PersonWhy;

export type NewReporter = Pick<Reporter, "role" | "area" | "places"> & { readonly personId?: string | undefined };
type Setting = {
  readonly partnershipId: string;
  /** The one that is changed; undefined for a new one. */
  readonly standing: Reporter | undefined;
  /** Whose people may be named: those who take notes for an organisation here. */
  readonly collectors: readonly { readonly personId: string; readonly organisationId: string }[];
  readonly all: readonly Reporter[];
};

export const setReporter = command({
  event: "weekly-reporter.set",
  may: (person: Person, _input: NewReporter, state: Setting): Refusal<ReporterWhy> | undefined => {
    const leads = grantsIn(person, state.partnershipId, WALK_LEADERS);
    const theirs = state.standing?.organisationId;
    return leads.some(({ organisationId }) => theirs === undefined || theirs === organisationId)
      ? undefined
      : { why: "not-yours" };
  },
  decide: (input: NewReporter, state: Setting, moment): Result<Reporter, Refusal<ReporterWhy>> => {
    const { standing } = state;
    const organisationId =
      standing?.organisationId ?? grantsIn(moment.by, state.partnershipId, WALK_LEADERS)[0]!.organisationId;
    const role = input.role.trim();
    const area = input.area.trim();
    if (role === "" || area === "") return no("role-and-area-needed", { field: role === "" ? "role" : "area" });
    // No closer than fifty metres, from the first: nobody who reads can tell one door from the next.
    const places = input.places.map(({ name, position }) => ({
      name: name.trim(),
      ...(position === undefined ? {} : { position: roughened(position, GRAIN_METRES.spot) }),
    }));
    if (places.length === 0 || places.some(({ name }) => name === "")) return no("places-needed", { field: "places" });
    if (new Set(places.map(({ name }) => name)).size < places.length) return no("place-twice", { field: "places" });
    const names = places.map(({ name }) => name).join("\n");
    const home = places.map(({ name }) => homeIn(name)).find((found) => found !== undefined);
    if (home !== undefined) return no("home-in-text", { field: "places", detail: { found: home } });
    const refused = personRefused({ role, area, places: names });
    if (refused !== undefined) return { ok: false, refusal: refused };
    const { personId } = input;
    if (personId !== undefined) {
      const own = state.collectors.some((one) => one.personId === personId && one.organisationId === organisationId);
      if (!own) return no("not-yours", { field: "personId" });
      if (state.all.some((one) => one.personId === personId && one.id !== standing?.id && one.endedOn === undefined))
        return no("reports-already", { field: "personId" });
    }
    return yes({
      id: standing?.id ?? moment.newId(),
      organisationId,
      personId,
      role,
      area,
      places,
      since: standing?.since ?? dayOf(moment.at),
      endedOn: undefined,
    });
  },
});

export const endReporter = command({
  event: "weekly-reporter.ended",
  may: (person: Person, _input: unknown, state: { readonly partnershipId: string; readonly reporter: Reporter }) =>
    grantsIn(person, state.partnershipId, WALK_LEADERS).some(
      ({ organisationId }) => organisationId === state.reporter.organisationId,
    )
      ? undefined
      : { why: "not-yours" as const },
  decide: (_input: unknown, { reporter }: { readonly partnershipId: string; readonly reporter: Reporter }, moment) =>
    yes<Reporter>({ ...reporter, personId: undefined, endedOn: reporter.endedOn ?? dayOf(moment.at) }),
});

/** «Jag är ledig till …»: from the day it is said. */
export type Absence = {
  readonly id: string;
  readonly reporterId: string;
  readonly from: Day;
  readonly until: Day;
};
export type AbsenceWhy = "not-a-reporter" | "until-is-past" | "too-long-away";
/** Longer than this somebody else should have the area. */
const LONGEST_AWAY_DAYS = 200;

type Leaving = { readonly reporter: Reporter | undefined; readonly earlier: Absence | undefined };
export const setAway = command({
  event: "weekly-reporter.away",
  may: (person: Person, _input: unknown, { reporter }: Leaving): Refusal<AbsenceWhy> | undefined =>
    reporter?.personId === person.id ? undefined : { why: "not-a-reporter" },
  decide: (
    input: { readonly id: string; readonly from: Day; readonly until: Day },
    { reporter, earlier }: Leaving,
  ): Result<{ readonly absence: Absence; readonly repeated: boolean }, Refusal<AbsenceWhy>> => {
    if (earlier !== undefined) return yes({ absence: earlier, repeated: true });
    const days = daysBetween(input.from, input.until);
    if (days < 0) return no("until-is-past", { field: "until" });
    if (days > LONGEST_AWAY_DAYS) return no("too-long-away", { field: "until" });
    return yes({ absence: { ...input, reporterId: reporter!.id }, repeated: false });
  },
});

/** The list as it is written at a desk: a place a line, with its position after a semicolon as maps give it (latitude, longitude). */
export function placesIn(text: string): {
  readonly places: readonly ReporterPlace[];
  readonly unread: readonly string[];
} {
  const lines = text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  const read = lines.map((line) => {
    const [name = "", where, ...rest] = line.split(";").map((part) => part.trim());
    if (where === undefined) return { name };
    const [, lat, lon] = /^(-?\d{1,2}(?:\.\d+)?)[, ]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(where) ?? [];
    if (rest.length > 0 || lat === undefined || Math.abs(Number(lat)) > 90 || Math.abs(Number(lon)) > 180) return line;
    return { name, position: [Number(lon), Number(lat)] as const };
  });
  return {
    places: read.filter((one) => typeof one !== "string"),
    unread: read.filter((one) => typeof one === "string"),
  };
}

export function placesAsText(places: readonly ReporterPlace[]): string {
  return places
    .map(({ name, position }) => (position === undefined ? name : `${name}; ${position[1]}, ${position[0]}`))
    .join("\n");
}

/** A place in the address a sticker leads to. */
export function placeInAddress(name: string): string {
  return slugOf(name);
}

/** The place of the reporter's list that the address means; undefined when it is not there any more. */
export function placeFromAddress(places: readonly ReporterPlace[], text: string): string | undefined {
  return places.find(({ name }) => placeInAddress(name) === text)?.name;
}
