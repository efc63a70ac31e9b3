import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { degreesOf } from "../../ground/earth.ts";
import type { Person, Role } from "../../ground/party.ts";
import type { Position } from "../../ground/place.ts";
import type { Instant } from "../../ground/time.ts";
import type { Stop, Walk } from "../walk.ts";
import { isOnGround, lengthOf, minutesOf, routeKept, routeThrough } from "./route.ts";
import { setStops } from "./stops.ts";

const AT = "2021-11-08T17:00:00.000Z" as Instant;
const CENTRE: Position = [16.718, 60.8985];
const around = (metres: number): Position[] => {
  const [east, north] = degreesOf(metres, metres, CENTRE[1]);
  const corner = (x: number, y: number): Position => [CENTRE[0] + x * east, CENTRE[1] + y * north];
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)];
};
const ground = { outline: [around(5000)], centre: CENTRE };
const at = (east: number, north: number): Position => {
  const [lon, lat] = degreesOf(east, north, CENTRE[1]);
  return [CENTRE[0] + lon, CENTRE[1] + lat];
};
const stop = (number: number, name: string, position?: Position): Stop => ({
  id: `s${number}`,
  number,
  name,
  position,
  question: "",
});
const walk = {
  id: "w",
  slug: "amot-2026",
  state: "planned",
  stops: [stop(1, "Skolan"), stop(2, "Tunneln"), stop(3, "Bron")],
  route: [],
} as unknown as Walk;
const person = (role: Role, organisationId = "kommun"): Person => ({
  id: role,
  name: role,
  operator: false,
  grants: [{ partnershipId: "p", organisationId, party: "municipality", role, title: "" }],
});
let made = 0;
const moment = { at: AT, by: person("coordinator"), newId: () => `new-${++made}` };
const state = (more: object = {}) => ({
  partnershipId: "p",
  walk,
  ownerOrganisationId: "kommun",
  ground,
  notesAt: {},
  ...more,
});
const decide = (input: object, more: object = {}) =>
  setStops.decide({ stops: [], removed: [], route: [], ...input }, state(more), moment);
const as = ({ id, name, question, position }: Stop) => ({ id, name, question, position });
const [school, tunnel, bridge] = walk.stops.map(as) as [Stop, Stop, Stop];

describe("the stops of a walk", () => {
  test("are put in another order, named anew, placed and added to; each keeps its id", () => {
    const bench = { name: "Bänken", question: "", position: at(0, 200) };
    const placed = { ...tunnel, name: "Gångtunneln", position: at(0, 100) };
    const decided = decide({ stops: [bridge, placed, bench, school], route: [at(0, 100), at(0, 200)] });
    expect(decided).toMatchObject({
      value: {
        walk: {
          stops: [
            { id: "s3", number: 1 },
            { id: "s2", number: 2, name: "Gångtunneln", position: at(0, 100) },
            { number: 3, name: "Bänken" },
            { id: "s1", number: 4 },
          ],
          route: [at(0, 100), at(0, 200)],
        },
        added: [{ name: "Bänken", number: 3 }],
        removed: [],
      },
    });
  });

  test("a stop that a colleague has added meanwhile is still there, last", () => {
    expect(decide({ stops: [bridge, school] })).toMatchObject({
      value: { walk: { stops: [{ id: "s3" }, { id: "s1" }, { id: "s2", number: 3 }] } },
    });
  });

  test("a stop is taken away unless somebody has noted something there", () => {
    expect(decide({ stops: [school, bridge], removed: ["s2"] })).toMatchObject({
      value: { walk: { stops: [{ id: "s1" }, { id: "s3", number: 2 }] }, removed: [{ id: "s2" }] },
    });
    expect(decide({ stops: [school, bridge], removed: ["s2"] }, { notesAt: { s2: 3 } })).toMatchObject({
      refusal: { why: "stop-has-notes", detail: { number: 2, name: "Tunneln", count: 3 } },
    });
  });

  test.each([
    ["in another country", { stops: [{ ...school, position: [10.75, 59.91] as Position }] }, "stop-outside"],
    ["on a route by another country", { stops: [school], route: [at(0, 0), [10.75, 59.91]] }, "route-outside"],
    ["of another walk", { stops: [{ ...school, id: "elsewhere" }] }, "no-such-stop"],
    ["said twice", { stops: [school, school] }, "no-such-stop"],
    ["that stays and is taken away", { stops: [school], removed: ["s1"] }, "no-such-stop"],
    ["with a person's number", { stops: [{ ...school, name: "Ring 070-123 45 67" }] }, "text-has-phone"],
    ["that is the last one, taken away", { removed: ["s1", "s2", "s3"] }, "stops-needed"],
    [
      "beyond what a walk has room for",
      { stops: Array.from({ length: 58 }, (_, place) => ({ name: `Stopp ${place}`, question: "" })) },
      "too-many-stops",
    ],
  ])("a stop %s is refused", (_name, input, why) => expect(decide(input)).toMatchObject({ refusal: { why } }));

  test("an established protocol has the stops it was walked by", () =>
    expect(decide({ stops: [school] }, { walk: { ...walk, state: "protocol" } })).toMatchObject({
      refusal: { why: "protocol-established" },
    }));

  test.each([
    ["coordinator", "kommun", undefined],
    ["liaison", "kommun", undefined],
    ["note-taker", "kommun", "not-yours"],
    ["coordinator", "polisen", "not-yours"],
  ] as const)("a %s of %s: %s", (role, organisation, why) =>
    expect(setStops.may(person(role, organisation), undefined as never, state())?.why).toBe(why),
  );
});

describe("the route", () => {
  test("goes through the stops that are placed, and tells its length and the time on foot", () => {
    const route = routeThrough([{ position: at(0, 0) }, {}, { position: at(0, 600) }]);
    expect(route).toEqual([at(0, 0), at(0, 600)]);
    expect(lengthOf(route)).toBeCloseTo(600, 0);
    expect(minutesOf(600)).toBe(10);
    expect(routeThrough([{ position: at(0, 0) }])).toEqual([]);
  });

  test("that was drawn closer is kept until a stop is moved or changes places", () => {
    const stops = [{ position: at(0, 0) }, { position: at(0, 600) }];
    const route = [at(0, 0), at(200, 300), at(0, 600)];
    expect(routeKept(stops, { stops, route })).toBe(route);
    expect(routeKept(stops.toReversed(), { stops, route })).toEqual([at(0, 600), at(0, 0)]);
    expect(routeKept(stops, { stops, route: [] })).toEqual([at(0, 0), at(0, 600)]);
  });

  test("may leave the municipality by as much as a map may be wrong, and without a border no farther than one reaches", () => {
    expect(isOnGround(at(6500, 0), ground)).toBe(true);
    expect(isOnGround(at(7500, 0), ground)).toBe(false);
    expect(isOnGround(at(7500, 0), { outline: [], centre: CENTRE })).toBe(true);
    expect(isOnGround([10.75, 59.91], { outline: [], centre: CENTRE })).toBe(false);
  });

  test("is never shorter than the way straight from its first stop to its last", () => {
    const position = fc.tuple(fc.integer({ min: -4000, max: 4000 }), fc.integer({ min: -4000, max: 4000 }));
    fc.assert(
      fc.property(fc.array(position, { minLength: 2, maxLength: 12 }), (metres) => {
        const route = routeThrough(metres.map(([east, north]) => ({ position: at(east, north) })));
        const straight = lengthOf([route[0]!, route.at(-1)!]);
        expect(lengthOf(route)).toBeGreaterThanOrEqual(straight - 1);
      }),
    );
  });
});
