import { describe, expect, test } from "vitest";
import type { Grant, Person, Role } from "../../ground/party.ts";
import type { Instant } from "../../ground/time.ts";
import type { Cancelled, Planned, Walk } from "../walk.ts";
import { finishWalk } from "./heads.ts";
import { arrangeWalk, NOTHING_ARRANGED } from "./meetings.ts";
import { cancelWalk, changePlan, type Plan } from "./plan.ts";
import { lastOfEach, walkBefore } from "./series.ts";
import { setStops } from "./stops.ts";
import { noteViewpoints } from "./viewpoints.ts";

const AT = "2026-11-24T08:00:00.000Z" as Instant;
const person = (role: Role, organisationId = "kommun"): Person => ({
  id: role,
  name: role,
  operator: false,
  grants: [{ partnershipId: "p", organisationId, party: "municipality", role, title: "" } satisfies Grant],
});
const moment = { at: AT, by: person("coordinator"), newId: () => "id" };
const PLANNED: Planned = {
  id: "walk",
  sourceId: "s",
  slug: "amot-2026",
  title: "Mörkervandring i Åmot",
  village: "Åmot",
  series: undefined,
  startsAt: "2026-12-01T17:00:00.000Z" as Instant,
  endsAt: "2026-12-01T19:30:00.000Z" as Instant,
  meetingPoint: "Utanför skolan",
  light: "dark",
  season: "winter",
  weather: "",
  theme: "general",
  route: [],
  functions: ["polisen"],
  stops: [{ id: "a", number: 1, name: "Skolan", question: "" }],
  isOpen: false,
  revision: 3,
  example: false,
  state: "planned",
};
const WALKED: Walk = { ...PLANNED, state: "walked", heads: {}, walkedAt: AT };
const CANCELLED: Cancelled = { ...PLANNED, state: "cancelled", cancelledAt: AT, reason: "Snöstorm" };
const stateOf = (walk: Walk) => ({
  partnershipId: "p",
  walk,
  ownerOrganisationId: "kommun",
  arranged: NOTHING_ARRANGED,
  centre: [16.718, 60.8985] as const,
});
const SAID: Plan & { readonly revision: number } = {
  title: "Mörkervandring i Åmot",
  village: "Åmot",
  startsAt: "2027-05-20T17:00:00.000Z" as Instant,
  endsAt: "2027-05-20T19:00:00.000Z" as Instant,
  meetingPoint: "Vid kyrkan",
  theme: "children",
  functions: ["tekniska enheten"],
  isOpen: true,
  revision: 3,
};
type More = Partial<typeof SAID>;
const change = (more: More = {}, walk: Walk = PLANNED, arranged = {}) =>
  changePlan.decide({ ...SAID, ...more }, { ...stateOf(walk), arranged: { ...NOTHING_ARRANGED, ...arranged } }, moment);

describe("a planned walk", () => {
  test("is changed until it is held: light and season follow the day, the route and the stops stay", () => {
    expect(change()).toMatchObject({
      ok: true,
      value: { light: "light", season: "spring", meetingPoint: "Vid kyrkan", isOpen: true, revision: 4 },
    });
    expect(change()).toMatchObject({ value: { stops: PLANNED.stops, slug: PLANNED.slug, state: "planned" } });
  });
  test.each([
    ["what somebody else has changed meanwhile", change({ revision: 2 }), "walk-changed-meanwhile", undefined],
    ["without a name", change({ title: "  " }), "name-needed", "title"],
    ["that ends before it starts", change({ endsAt: SAID.startsAt }), "ends-before-it-starts", "endsAt"],
    [
      "to before the meeting before it",
      change({}, PLANNED, { premeetingAt: SAID.startsAt }),
      "premeeting-after-walk",
      "startsAt",
    ],
    [
      "to after its closing meeting",
      change({}, PLANNED, { aftermeetingAt: AT }),
      "aftermeeting-before-walk",
      "startsAt",
    ],
    ["to meet at somebody's", change({ meetingPoint: "Ring 070-123 45 67" }), "text-has-phone", "meetingPoint"],
    ["that was walked", change({}, WALKED), "walk-held", undefined],
    ["that was called off", change({}, CANCELLED), "walk-cancelled", undefined],
  ])("%s is refused", (_name, answer, why, field) => {
    expect(answer).toMatchObject({ ok: false, refusal: { why, ...(field === undefined ? {} : { field }) } });
  });
  test("is changed and called off by those who lead the work for those whose it is", () => {
    for (const rule of [changePlan, cancelWalk]) {
      const may = (who: Person) => rule.may(who, { ...SAID, reason: "x" }, stateOf(PLANNED))?.why;
      expect(may(person("coordinator"))).toBeUndefined();
      expect(may(person("note-taker"))).toBe("not-yours");
      expect(may(person("liaison", "polisen"))).toBe("not-yours");
    }
  });
});

describe("a walk that is called off", () => {
  const cancel = (reason: string, walk: Walk = PLANNED) => cancelWalk.decide({ reason }, stateOf(walk), moment);
  test("says why, to everybody, and keeps what was prepared", () => {
    expect(cancel(" Snöstorm väntas ")).toMatchObject({
      value: { state: "cancelled", reason: "Snöstorm väntas", cancelledAt: AT, stops: PLANNED.stops },
    });
    expect(cancel(" ")).toMatchObject({ refusal: { why: "called-off-why-needed", field: "reason" } });
    expect(cancel("Ring 070-123 45 67")).toMatchObject({ refusal: { why: "text-has-phone", field: "reason" } });
    expect(cancel("x", WALKED)).toMatchObject({ refusal: { why: "walk-held" } });
    expect(cancel("x", CANCELLED)).toMatchObject({ refusal: { why: "walk-cancelled" } });
  });
  test("is neither walked, arranged, routed nor asked about any more", () => {
    const state = { ...stateOf(CANCELLED), counts: [], ground: { outline: [], centre: [0, 0] as const }, notesAt: {} };
    const late = { ...moment, at: "2026-12-02T08:00:00.000Z" as Instant };
    expect([
      finishWalk.decide({ heads: {}, weather: "", functions: [] }, state, late),
      arrangeWalk.decide(NOTHING_ARRANGED, state, late),
      setStops.decide({ stops: [], removed: [], route: [] }, state, late),
      noteViewpoints.decide({ viewpoints: [{ text: "Bron" }] }, state, late),
    ]).toMatchObject(Array.from({ length: 4 }, () => ({ refusal: { why: "walk-cancelled" } })));
  });
  test("is not the walk before the next one", () => {
    const next: Planned = { ...PLANNED, id: "next", slug: "amot-2027", series: "amot-2026", startsAt: SAID.startsAt };
    expect(walkBefore(next, [CANCELLED, next])).toBeUndefined();
    expect(lastOfEach([CANCELLED, next]).map(({ id }) => id)).toEqual(["next"]);
    expect(lastOfEach([CANCELLED]).map(({ id }) => id)).toEqual(["walk"]);
  });
});
