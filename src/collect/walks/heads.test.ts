import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Grant, Person, Role } from "../../ground/party.ts";
import type { Instant } from "../../ground/time.ts";
import { HEAD_GROUPS, type Heads, type Planned, type Walk } from "../walk.ts";
import { correctHeads, finishWalk, type GroupCount, sumOfHeads } from "./heads.ts";

const AT = "2021-11-08T19:30:00.000Z" as Instant;
const person = (role: Role, organisationId = "kommun"): Person => ({
  id: role,
  name: role,
  operator: false,
  grants: [{ partnershipId: "p", organisationId, party: "municipality", role, title: "" } satisfies Grant],
});
const amina = person("note-taker");
const moment = (at = AT) => ({ at, by: amina, newId: () => "id" });
const PLANNED: Planned = {
  id: "walk",
  sourceId: "s",
  slug: "amot-2021",
  title: "Mörkervandring i Åmot",
  village: "Åmot",
  series: undefined,
  startsAt: "2021-11-08T17:00:00.000Z" as Instant,
  endsAt: "2021-11-08T19:00:00.000Z" as Instant,
  meetingPoint: "Skolan",
  light: "dark",
  season: "autumn",
  weather: "",
  theme: "general",
  route: [],
  functions: ["polisen"],
  stops: [],
  isOpen: false,
  revision: 1,
  example: false,
  state: "planned",
};
type Evening = { readonly walk: Walk; readonly counts: readonly GroupCount[] };
const EVENING: Evening = { walk: PLANNED, counts: [] };
type Input = Parameters<typeof finishWalk.decide>[0];
const stateOf = (evening: Evening) => ({ ...evening, partnershipId: "p", ownerOrganisationId: "kommun" });
const said = (group: string, written: number, heads: Heads, weather = ""): Input => ({
  group,
  written,
  heads,
  weather,
  functions: ["polisen"],
});

/** As the house keeps it: a group's count instead of what it said before. */
function after(evening: Evening, input: Input): Evening {
  const decided = finishWalk.decide(input, stateOf(evening), moment());
  if (!decided.ok) throw new Error(decided.refusal.why);
  const { walk, count, repeated } = decided.value;
  if (repeated) return evening;
  return { walk, counts: [...evening.counts.filter(({ group }) => group !== count.group), count] };
}

describe("how many walked along", () => {
  test("groups are added up, and what one left empty takes nothing from another", () => {
    const both = [said("amina", 1, { all: 9, women: 5 }, "regn"), said("petra", 1, { all: 8 })].reduce(after, EVENING);
    expect(both.walk).toMatchObject({ state: "walked", heads: { all: 17, women: 5 }, weather: "regn" });
    expect(after(both, said("lasse", 1, {}, "blåst")).walk).toMatchObject({
      heads: { all: 17, women: 5 },
      weather: "regn; blåst",
      functions: ["polisen"],
    });
  });

  test("a phone that says it again replaces only its own, and one that is sent twice changes nothing", () => {
    const first = after(EVENING, said("amina", 1, { all: 9 }, "regn"));
    const both = after(first, said("petra", 4, { all: 8 }));
    const corrected = after(both, said("amina", 2, { all: 10 }, "regn"));
    expect(corrected.walk).toMatchObject({ heads: { all: 18 }, weather: "regn" });
    expect(after(corrected, said("amina", 1, { all: 9 }, "regn"))).toBe(corrected);
  });

  test("what the desk put right stays, also when the phone sends its earlier count again", () => {
    const sent = after(EVENING, said("amina", 3, { all: 9, women: 5 }, "regn"));
    const [count] = sent.counts;
    const right = { heads: { all: 11, women: 5 }, weather: "regn", functions: [] };
    const state = { ...stateOf(sent), count: count! };
    expect(correctHeads.may(amina, right, state)).toMatchObject({ why: "not-yours" });
    expect(correctHeads.may(person("coordinator", "polis"), right, state)).toMatchObject({ why: "not-yours" });
    expect(correctHeads.may(person("coordinator"), right, state)).toBeUndefined();
    const corrected = correctHeads.decide(right, state, moment());
    if (!corrected.ok) throw new Error("refused");
    const evening = { walk: corrected.value.walk, counts: [corrected.value.count] };
    expect(evening.walk.state === "walked" && evening.walk.heads).toEqual({ all: 11, women: 5 });
    expect(after(evening, said("amina", 3, { all: 9, women: 5 }, "regn"))).toBe(evening);
  });

  test("a group that counted only its parts was at least as many as the largest", () => {
    expect(sumOfHeads([{ heads: { all: 3, women: 2 } }, { heads: { women: 4, men: 1 } }])).toEqual({
      all: 7,
      women: 6,
      men: 1,
    });
    expect(sumOfHeads([{ heads: {} }])).toEqual({});
  });

  test.each([
    ["before its day", { heads: { all: 3 } }, PLANNED, "2021-11-07T22:59:00.000Z", "not-its-day-yet"],
    ["with a part larger than all", { heads: { all: 3, women: 5 } }, PLANNED, AT, "parts-larger-than-all"],
    ["with a number in the weather", { weather: "ring 070-123 45 67" }, PLANNED, AT, "text-has-phone"],
    [
      "when the protocol stands",
      { heads: { all: 3 } },
      {
        ...PLANNED,
        state: "protocol",
        heads: {},
        walkedAt: AT,
        protocolAt: AT,
        publishedAt: undefined,
        registryNumber: undefined,
      },
      AT,
      "protocol-established",
    ],
  ] as const)("a walk is not finished %s", (_name, more, walk, at, why) => {
    const input = { heads: {}, weather: "", functions: [], ...more };
    const state = stateOf({ walk, counts: [] });
    expect(finishWalk.decide(input, state, moment(at as Instant))).toMatchObject({ refusal: { why } });
  });

  test("in whatever order phones come home and however often they send, the last that each said is added up once", () => {
    const heads = fc.record(
      { all: fc.integer({ min: 20, max: 30 }), women: fc.nat(20), young: fc.nat(20) },
      { requiredKeys: [] },
    );
    const spoken = fc.array(fc.record({ group: fc.constantFrom("a", "b", "c"), heads }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(spoken, fc.array(fc.nat(7), { maxLength: 12 }), (all, again) => {
        const inputs = all.map((one, at) => said(one.group, at + 1, one.heads));
        // Each phone sends oldest first; anything may be sent again at any later time.
        const sent = [...inputs, ...again.flatMap((at) => inputs[at] ?? [])];
        const evening = sent.reduce(after, EVENING);
        const last = ["a", "b", "c"].flatMap((group) => inputs.findLast((one) => one.group === group) ?? []);
        const told = evening.walk.state === "walked" ? evening.walk.heads : {};
        expect(told).toEqual(sumOfHeads(last));
        for (const group of HEAD_GROUPS) expect(told[group] ?? 0).toBeLessThanOrEqual(told.all ?? 0);
      }),
    );
  });
});
