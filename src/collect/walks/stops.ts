// «Rutt»: the stops of a walk put in order and on the map at the desk, until its protocol is established. What was noted at a stop stays there.
import { command } from "../../ground/command.ts";
import type { Person } from "../../ground/party.ts";
import type { Position } from "../../ground/place.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { personRefused, type PersonWhy } from "../person-in-text.ts";
import { mayOnWalk, type Stop, type Walk, WALK_LEADERS } from "../walk.ts";
import { type Ground, outsideGround, type RouteWhy } from "./route.ts";

/** What one walk has room for. */
export const MOST_STOPS = 60;
export type StopsWhy =
  | "not-yours"
  | "stops-needed"
  | "too-many-stops"
  | "no-such-stop"
  | "stop-has-notes"
  | "protocol-established"
  | "walk-cancelled"
  | RouteWhy
  | PersonWhy;

/** A stop as somebody wants it; without an id it is a new one. */
export type WantedStop = Omit<Stop, "id" | "number"> & { readonly id?: string | undefined };
type Routing = {
  readonly partnershipId: string;
  readonly walk: Walk;
  readonly ownerOrganisationId: string;
  readonly ground: Ground;
  /** How many notes have been made at a stop, of those that whoever asks may see. */
  readonly notesAt: Readonly<Record<string, number>>;
};
export type Routed = { readonly walk: Walk; readonly added: readonly Stop[]; readonly removed: readonly Stop[] };

export const setStops = command({
  event: "walk.stops-set",
  may: (person: Person, _input: unknown, state: Routing) => mayOnWalk(person, state, WALK_LEADERS),
  decide: (
    input: {
      readonly stops: readonly WantedStop[];
      /** Said one by one: what a colleague has added meanwhile is not taken away by not being known. */
      readonly removed: readonly string[];
      readonly route: readonly Position[];
    },
    { walk, ground, notesAt }: Routing,
    moment,
  ): Result<Routed, Refusal<StopsWhy>> => {
    if (walk.state === "protocol") return no("protocol-established");
    if (walk.state === "cancelled") return no("walk-cancelled");
    const named = [...input.stops.flatMap(({ id }) => (id === undefined ? [] : [id])), ...input.removed];
    const isKnown = named.every((id) => walk.stops.some((stop) => stop.id === id));
    if (!isKnown || new Set(named).size < named.length) return no("no-such-stop", { field: "stops" });
    const removed = walk.stops.filter(({ id }) => input.removed.includes(id));
    const held = removed.find(({ id }) => (notesAt[id] ?? 0) > 0);
    if (held !== undefined) {
      const { number, name } = held;
      return no("stop-has-notes", { field: "stops", detail: { number, name, count: notesAt[held.id] ?? 0 } });
    }
    const unsaid = walk.stops.filter(({ id }) => !named.includes(id));
    const wanted: readonly WantedStop[] = [...input.stops, ...unsaid];
    if (wanted.length === 0) return no("stops-needed", { field: "stops" });
    if (wanted.length > MOST_STOPS) return no("too-many-stops", { field: "stops", detail: { most: MOST_STOPS } });
    const person = personRefused({ stops: input.stops.map(({ name, question }) => `${name} ${question}`).join("\n") });
    if (person !== undefined) return { ok: false, refusal: person };
    const outside = outsideGround(input, ground);
    if (outside !== undefined) return outside;
    const stops = wanted.map((stop, place) => ({ ...stop, id: stop.id ?? moment.newId(), number: place + 1 }));
    const added = stops.filter(({ id }) => !walk.stops.some((stop) => stop.id === id));
    return yes({ walk: { ...walk, stops, route: input.route }, added, removed });
  },
});
