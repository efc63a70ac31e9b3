import { describe, expect, test } from "vitest";
import { type Floors, HOUSE_FLOORS, roundCount } from "../ground/fewest.ts";
import type { PartyKind, Person } from "../ground/party.ts";
import type { Day, Instant } from "../ground/time.ts";
import * as floor from "./floor.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const person = (id: string, party: PartyKind, role: "coordinator" | "liaison" | "note-taker"): Person => ({
  id,
  name: id,
  grants: [{ partnershipId: "ockelbo", organisationId: party, party, role, title: "" }],
  operator: false,
});
const [karin, johan] = [person("karin", "municipality", "coordinator"), person("johan", "police", "liaison")];
const by = (who: Person) => ({ at: AT, by: who, newId: () => "new" });
const here = { partnershipId: "ockelbo", proposals: [] };
const higher: Floors = { ...HOUSE_FLOORS, few: 10 };
const propose = (more: object = {}, proposals: readonly floor.FloorProposal[] = [], who = karin) =>
  floor.proposeFloors.decide({ ...higher, reason: "Byn är liten.", ...more }, { ...here, proposals }, by(who));
const asked = (propose() as { value: floor.FloorProposal }).value;
const answer = (who: Person, reason = "Ja.", proposal = asked) =>
  floor.agreeFloors.decide({ reason }, { ...here, proposal }, by(who));
const agreed = (answer(johan) as { value: floor.FloorProposal }).value;

describe("rules for what is shown", () => {
  test.each([
    ["below what is agreed", { few: 5, sensitive: 20 }, [agreed], "floors-not-lowered"],
    [
      "a finer time",
      { span: "month", few: 20, sensitive: 20 },
      [{ ...agreed, floors: { ...higher, span: "year" } }],
      "floors-not-lowered",
    ],
    [
      "no longer rounded",
      { few: 20, sensitive: 20 },
      [{ ...agreed, floors: { ...higher, rounded: true } }],
      "floors-not-lowered",
    ],
    ["the sensitive below the ordinary", { few: 20 }, [], "floors-sensitive-below"],
    ["what holds already", { few: 5 }, [], "floors-unchanged"],
    ["no reason", { reason: " " }, [], "reason-needed"],
    ["somebody in the reason", { reason: "Ring 070-123 45 67" }, [], "text-has-phone"],
    ["another waiting", {}, [asked], "floors-asked-already"],
  ] as const)("are not proposed with %s", (_what, more, proposals, why) =>
    expect(propose(more, proposals as readonly floor.FloorProposal[])).toMatchObject({ refusal: { why } }),
  );
  test("take both parties, and hold from the day after", () => {
    expect(answer(karin)).toMatchObject({ refusal: { why: "floors-other-party-agrees" } });
    expect(answer(johan, "")).toMatchObject({ refusal: { why: "reason-needed" } });
    expect(answer(johan, "Ja.", agreed)).toMatchObject({ refusal: { why: "floors-answered" } });
    expect(agreed).toMatchObject({ state: "agreed", answeredFor: "police", from: "2026-11-25" });
    const over = floor.floorsOver(floor.agreedIn([agreed]), "2026-11-24" as Day);
    expect([over.now.few, over.on("2026-11-24" as Day).few, over.on("2026-11-25" as Day).few]).toEqual([5, 5, 10]);
  });
  test("are declined by either, and by nobody else", () => {
    for (const who of [karin, johan])
      expect(floor.declineFloors.decide({ reason: "Nej." }, { ...here, proposal: asked }, by(who))).toMatchObject({
        value: { state: "declined", from: undefined },
      });
    const [third, taker] = [person("tina", "other", "coordinator"), person("amina", "municipality", "note-taker")];
    for (const who of [third, taker])
      for (const may of [floor.proposeFloors.may, floor.agreeFloors.may, floor.declineFloors.may] as const)
        expect((may as typeof floor.declineFloors.may)(who, { reason: "" }, { ...here, proposal: asked })).toEqual({
          why: "not-yours",
        });
  });
  test("each choice is a multiple of the one before, and never below the house’s", () => {
    for (const kind of ["few", "sensitive"] as const)
      for (const [at, one] of floor.FLOOR_CHOICES[kind].entries())
        expect(one % floor.FLOOR_CHOICES[kind][Math.max(0, at - 1)]!).toBe(0);
    for (const kind of ["few", "sensitive", "answers"] as const)
      expect(floor.FLOOR_CHOICES[kind][0]).toBe(HOUSE_FLOORS[kind]);
  });
  test.each([
    [4, { shown: "count", value: 4 }],
    [0, { shown: "count", value: 0 }],
    [12, { shown: "about", value: 10 }],
    [13, { shown: "about", value: 15 }],
  ] as const)("%i is rounded only where it is told and not few", (value, told) =>
    expect(roundCount({ shown: "count", value }, { ...HOUSE_FLOORS, rounded: true })).toEqual(told),
  );
});
