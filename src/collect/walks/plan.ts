// A planned walk is changed at the desk until it is held, or called off with a reason that everybody reads. What was prepared stays, and what phones have noted
// comes in: a walk that was called off is planned anew as another one of its series.
import { command } from "../../ground/command.ts";
import type { Person } from "../../ground/party.ts";
import type { Position } from "../../ground/place.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Instant } from "../../ground/time.ts";
import { personRefused, type PersonWhy } from "../person-in-text.ts";
import { lightAt } from "../sun.ts";
import { type Cancelled, mayOnWalk, type Planned, seasonOf, type Walk, WALK_LEADERS, type WalkTheme } from "../walk.ts";
import { type Arrangement, outOfOrder } from "./meetings.ts";

/** What is said of a walk before it is held; its stops and its way have a place of their own (stops.ts). */
export type Plan = {
  readonly title: string;
  readonly village: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly meetingPoint: string;
  readonly theme: WalkTheme;
  readonly functions: readonly string[];
  /** «Öppen för alla»: strangers read when and where. */
  readonly isOpen: boolean;
};
export type PlanWhy =
  | "not-yours"
  | "name-needed"
  | "ends-before-it-starts"
  | "premeeting-after-walk"
  | "aftermeeting-before-walk"
  | "called-off-why-needed"
  | "walk-held"
  | "walk-cancelled"
  | "walk-changed-meanwhile"
  | PersonWhy;
type Answer<T> = Result<T, Refusal<PlanWhy>>;
type Leading = { readonly partnershipId: string; readonly walk: Walk; readonly ownerOrganisationId: string };
type Changing = Leading & { readonly arranged: Arrangement; readonly centre: Position };

/** «Ändra vandringen». Two at one desk: the one who saves what has been changed meanwhile is told, and nothing of either is overwritten. */
export const changePlan = command({
  event: "walk.changed",
  may: (person: Person, _input: unknown, state: Changing) => mayOnWalk(person, state, WALK_LEADERS),
  decide: (
    { revision, ...input }: Plan & { readonly revision: number },
    { walk, arranged, centre }: Changing,
  ): Answer<Planned> => {
    if (walk.state !== "planned") return held(walk);
    if (walk.revision !== revision) return no("walk-changed-meanwhile");
    if (input.title.trim() === "") return no("name-needed", { field: "title" });
    if (input.endsAt <= input.startsAt) return no("ends-before-it-starts", { field: "endsAt" });
    const meetings = outOfOrder(arranged, input);
    if (meetings !== undefined) return no(meetings, { field: "startsAt" });
    const person = personRefused({
      title: input.title,
      village: input.village,
      meetingPoint: input.meetingPoint,
      functions: input.functions.join("\n"),
    });
    if (person !== undefined) return { ok: false, refusal: person };
    const where = walk.route[0] ?? walk.stops.find(({ position }) => position !== undefined)?.position ?? centre;
    return yes({
      ...walk,
      ...input,
      light: lightAt(input.startsAt, where),
      season: seasonOf(dayOf(input.startsAt)),
      revision: revision + 1,
    });
  },
});

/** «Ställ in»: those who meant to come read why. */
export const cancelWalk = command({
  event: "walk.cancelled",
  may: (person: Person, _input: unknown, state: Leading) => mayOnWalk(person, state, WALK_LEADERS),
  decide: (input: { readonly reason: string }, { walk }: Leading, moment): Answer<Cancelled> => {
    if (walk.state !== "planned") return held(walk);
    const reason = input.reason.trim();
    if (reason === "") return no("called-off-why-needed", { field: "reason" });
    const person = personRefused({ reason });
    if (person !== undefined) return { ok: false, refusal: person };
    return yes({ ...walk, state: "cancelled", cancelledAt: moment.at, reason, revision: walk.revision + 1 });
  },
});

function held({ state }: Exclude<Walk, Planned>) {
  return no(state === "cancelled" ? "walk-cancelled" : "walk-held");
}
