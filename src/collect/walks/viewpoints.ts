// «Förmöte»: before the walk people say what they think of, and it becomes the route (domain.md 4.1). Each line is a stop of its own or a question at a stop.
import { command } from "../../ground/command.ts";
import type { Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { personRefused, type PersonWhy } from "../person-in-text.ts";
import { mayOnWalk, type Planned, type Stop, type Walk, WALK_LEADERS } from "../walk.ts";
import { MOST_STOPS } from "./stops.ts";

export type Viewpoint = {
  readonly text: string;
  /** The stop it becomes a question at; undefined where it becomes a stop. */
  readonly stopId?: string | undefined;
};
export type ViewpointWhy =
  | "not-yours"
  | "no-such-stop"
  | "walked-already"
  | "walk-cancelled"
  | "too-many-stops"
  | PersonWhy;

/** One viewpoint a line; blank lines and the dashes of a list are not part of it. */
export function viewpointsIn(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/^\s*[-–•*]\s*/, "").trim())
    .filter((line) => line !== "");
}

/** A question is asked where somebody stands already; everything else is somewhere to go. */
export function isQuestion(viewpoint: string): boolean {
  return viewpoint.trim().endsWith("?");
}

type Premeeting = { readonly partnershipId: string; readonly walk: Walk; readonly ownerOrganisationId: string };
export type Premet = { readonly walk: Planned; readonly added: readonly Stop[]; readonly asked: readonly Stop[] };

export const noteViewpoints = command({
  event: "walk.viewpoints-noted",
  may: (person: Person, _input: unknown, state: Premeeting) => mayOnWalk(person, state, WALK_LEADERS),
  decide: (
    input: { readonly viewpoints: readonly Viewpoint[] },
    { walk }: Premeeting,
    moment,
  ): Result<Premet, Refusal<ViewpointWhy>> => {
    if (walk.state === "cancelled") return no("walk-cancelled");
    if (walk.state !== "planned") return no("walked-already");
    const person = personRefused({ viewpoints: input.viewpoints.map(({ text }) => text).join("\n") });
    if (person !== undefined) return { ok: false, refusal: person };
    const added: Stop[] = [];
    const questions = new Map<string, string>();
    for (const { text, stopId } of input.viewpoints) {
      if (stopId === undefined) {
        const number = walk.stops.length + added.length + 1;
        if (number > MOST_STOPS) return no("too-many-stops", { field: "viewpoints", detail: { most: MOST_STOPS } });
        added.push({ id: moment.newId(), number, name: text, question: "" });
        continue;
      }
      const stop = walk.stops.find(({ id }) => id === stopId);
      if (stop === undefined) return no("no-such-stop", { field: "viewpoints" });
      questions.set(stopId, [questions.get(stopId) ?? stop.question, text].filter(Boolean).join(" "));
    }
    const asked = walk.stops
      .filter(({ id }) => questions.has(id))
      .map((stop) => ({ ...stop, question: questions.get(stop.id)! }));
    const stops = walk.stops.map((stop) => asked.find(({ id }) => id === stop.id) ?? stop);
    return yes({ walk: { ...walk, stops: [...stops, ...added] }, added, asked });
  },
});
