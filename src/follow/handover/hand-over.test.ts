import { describe, expect, test } from "vitest";
import type { Person, Role } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import {
  beginsOn,
  callOffHandOver,
  goThrough,
  type HandOver,
  type Here,
  type Holder,
  isNew,
  knownBy,
  planHandOver,
  standsEmpty,
  type Successor,
  turnOf,
  waitsForAdministrator,
} from "./hand-over.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const [P, KOMMUN, POLIS] = ["p", "kommun", "polis"];
const holds = (personId: string, role: Role, organisationId = KOMMUN): Holder => ({
  personId,
  name: personId,
  organisationId,
  role,
  title: role,
});
const as = (id: string, role: Role, organisationId = KOMMUN): Person => ({
  id,
  name: id,
  operator: false,
  grants: [
    {
      partnershipId: P,
      organisationId,
      party: organisationId === KOMMUN ? "municipality" : "police",
      role,
      title: role,
    },
  ],
});
const here = (more: Partial<Here> = {}): Here => ({
  partnershipId: P,
  organisation: "Ockelbo kommun",
  holders: [
    holds("Karin", "coordinator"),
    holds("Tomas", "administrator"),
    holds("Petra", "activity-owner"),
    holds("Johan", "liaison", POLIS),
  ],
  handOvers: [],
  ...more,
});
const planned: HandOver = {
  id: "h",
  organisationId: KOMMUN,
  leaverId: "Karin",
  role: "coordinator",
  successorId: "Petra",
  invitationId: undefined,
  lastDay: "2026-12-04" as Day,
  plannedAt: AT,
  calledOffAt: undefined,
  endedAt: undefined,
  takenAt: undefined,
  fallenAt: undefined,
};
const toPetra: Successor = { kind: "here", personId: "Petra" };
const toMaja: Successor = { kind: "invited", name: "Maja", title: "samordnare" };

const plan = (
  by: Person,
  {
    state = here(),
    leaverId = "Karin",
    successor = toPetra,
    lastDay = "2026-12-04" as Day,
  }: { state?: Here; leaverId?: string; successor?: Successor; lastDay?: Day } = {},
) => {
  const input = { leaverId, lastDay, successor };
  const refused = planHandOver.may(by, input, state);
  if (refused !== undefined) return refused.why;
  const result = planHandOver.decide(input, state, { at: AT, by, newId: () => "new" });
  return result.ok ? result.value : result.refusal.why;
};

describe("a hand-over is planned", () => {
  test.each([
    [
      "by whoever leaves, who speaks for the organisation",
      plan(as("Karin", "coordinator")),
      { handOver: { role: "coordinator", successorId: "Petra" } },
    ],
    [
      "by the administrator, for somebody who is ill",
      plan(as("Tomas", "administrator")),
      { handOver: { leaverId: "Karin" } },
    ],
    [
      "to somebody who is invited in the same role",
      plan(as("Karin", "coordinator"), { successor: toMaja }),
      { invited: { role: "coordinator", name: "Maja", organisationId: KOMMUN } },
    ],
    [
      "and is done at once where the last day has been",
      plan(as("Tomas", "administrator"), { lastDay: "2026-11-23" as Day }),
      { turn: { isTaken: true } },
    ],
    [
      "and waits where the last day is today",
      plan(as("Tomas", "administrator"), { lastDay: "2026-11-24" as Day }),
      { turn: undefined },
    ],
    [
      "by the only administrator to a colleague, who has the role then",
      plan(as("Tomas", "administrator"), { leaverId: "Tomas" }),
      { handOver: { role: "administrator" } },
    ],
  ])("%s", (_sentence, said, expected) => expect(said).toMatchObject(expected));

  test.each([
    ["not by whoever does not speak for the organisation", plan(as("Petra", "activity-owner")), "not-yours"],
    ["not for the other organisation", plan(as("Johan", "liaison", POLIS)), "leaver-works-here"],
    [
      "not to oneself",
      plan(as("Karin", "coordinator"), { successor: { kind: "here", personId: "Karin" } }),
      "successor-works-here",
    ],
    [
      "not to the other organisation",
      plan(as("Karin", "coordinator"), { successor: { kind: "here", personId: "Johan" } }),
      "successor-works-here",
    ],
    ["not twice", plan(as("Karin", "coordinator"), { state: here({ handOvers: [planned] }) }), "is-leaving"],
    [
      "not by the only administrator to somebody who is not here yet",
      plan(as("Tomas", "administrator"), { leaverId: "Tomas", successor: toMaja }),
      "only-administrator",
    ],
    [
      "not of the only administrator by another",
      plan(as("Karin", "coordinator"), { leaverId: "Tomas", successor: toMaja }),
      "their-only-administrator",
    ],
  ])("%s", (_sentence, said, expected) => expect(said).toBe(expected));

  test("who signs is invited to read until a body gives a mandate", () => {
    const holders = [...here().holders, holds("Göran", "signatory")];
    const said = plan(as("Tomas", "administrator"), { state: here({ holders }), leaverId: "Göran", successor: toMaja });
    expect(said).toMatchObject({ handOver: { role: "signatory" }, invited: { role: "reader" } });
  });
});

describe("the clock", () => {
  const on = (day: string, handOver: HandOver = planned, holders = here().holders) =>
    turnOf(handOver, holders, day as Day);
  const invited = { ...planned, successorId: undefined, invitationId: "i" };
  const ended = { ...invited, endedAt: "2026-12-04T23:01:00.000Z" as Instant };
  const withoutPetra = here().holders.filter(({ personId }) => personId !== "Petra");
  const fallen = { ...planned, fallenAt: AT };
  const gives = { event: "role.handed-over", isTaken: true, isFallen: false };
  const fell = { event: "role.hand-over-fell", isTaken: false, isFallen: true };
  test.each([
    ["waits the last day out", on("2026-12-04"), undefined],
    ["ends and gives the day after", on("2026-12-05"), gives],
    [
      "ends also where nobody has come in yet",
      on("2026-12-05", invited),
      { event: "role.handed-over", isTaken: false, isFallen: false },
    ],
    ["gives when they come in", on("2026-12-18", { ...ended, successorId: "Petra" }), gives],
    ["gives no more after two weeks", on("2026-12-19", { ...ended, successorId: "Petra" }), fell],
    ["falls by itself where nobody has come", on("2026-12-19", ended), fell],
    [
      "counts from the day it was planned where the last day had been",
      on("2026-12-08", { ...ended, lastDay: "2026-11-01" as Day, successorId: "Petra" }),
      gives,
    ],
    ["falls where who was to take over has left before", on("2026-12-01", planned, withoutPetra), fell],
    [
      "and whoever leaves does so all the same",
      on("2026-12-05", planned, withoutPetra),
      { event: "role.handed-over", isTaken: false, isFallen: true },
    ],
    ["does not rise when they come back", on("2026-12-09", { ...fallen, endedAt: ended.endedAt }), undefined],
    [
      "nor before the last day",
      on("2026-12-05", fallen),
      { event: "role.handed-over", isTaken: false, isFallen: false },
    ],
    ["nor when it was called off", on("2026-12-09", { ...ended, successorId: "Petra", calledOffAt: AT }), undefined],
    [
      "closes the last administrator out to nobody whose hand-over has fallen",
      on("2026-12-05", { ...fallen, leaverId: "Tomas" }),
      undefined,
    ],
    ["does nothing while they do not", on("2026-12-09", ended), undefined],
    [
      "does nothing of what is done",
      on("2026-12-09", { ...ended, successorId: "Petra", takenAt: ended.endedAt }),
      undefined,
    ],
    ["does nothing of what was called off", on("2026-12-09", { ...planned, calledOffAt: AT }), undefined],
    [
      "closes nobody out who is the last that can let anybody in",
      on("2026-12-05", { ...invited, leaverId: "Tomas" }),
      undefined,
    ],
  ])("%s", (_sentence, said, expected) => expect(said).toEqual(expected));
});

test("somebody new begins on the first working day after, and is new for two weeks", () => {
  expect(beginsOn(planned)).toBe("2026-12-07");
  expect(beginsOn({ lastDay: "2026-12-02" as Day })).toBe("2026-12-03");
  expect(isNew(planned, "2026-12-21" as Day)).toBe(true);
  expect(isNew(planned, "2026-12-22" as Day)).toBe(false);
  expect(isNew({ ...planned, calledOffAt: AT }, "2026-12-01" as Day)).toBe(false);
  expect(knownBy(["reader", "administrator", "coordinator"])).toBe("coordinator");
});

test("nobody took over is said until somebody has the role, and for two weeks of those who do not speak for the organisation", () => {
  const ended = { ...planned, endedAt: "2026-12-04T23:01:00.000Z" as Instant };
  const fallen = { ...ended, fallenAt: "2026-12-18T23:01:00.000Z" as Instant };
  const left = here().holders.filter(({ personId }) => personId !== "Karin");
  const on = (day: string, handOver: HandOver, holders = left) => standsEmpty(handOver, holders, day as Day);
  expect(on("2026-12-10", ended)).toBe(false);
  expect(on("2027-12-01", fallen)).toBe(true);
  expect(on("2026-12-10", { ...ended, calledOffAt: ended.endedAt })).toBe(true);
  expect(on("2027-12-01", { ...fallen, takenAt: fallen.fallenAt, fallenAt: undefined })).toBe(false);
  expect(on("2026-12-20", fallen, [...left, holds("Maja", "coordinator")])).toBe(false);
  expect(on("2027-01-02", { ...fallen, role: "reader" })).toBe(true);
  expect(on("2027-01-03", { ...fallen, role: "reader" })).toBe(false);
  expect(isNew(fallen, "2026-12-19" as Day)).toBe(false);
  const ofTomas = { ...planned, leaverId: "Tomas", role: "administrator" as const };
  expect(waitsForAdministrator(ofTomas, left)).toBe(false);
  expect(waitsForAdministrator({ ...ofTomas, fallenAt: AT }, left)).toBe(true);
});

test("a hand-over is called off until somebody has taken over, by its own organisation", () => {
  const call = (by: Person, handOver: HandOver) => {
    const result = callOffHandOver.decide({ id: "h" }, here({ handOvers: [handOver] }), {
      at: AT,
      by,
      newId: () => "",
    });
    return result.ok ? result.value.calledOffAt : result.refusal.why;
  };
  expect(call(as("Tomas", "administrator"), planned)).toBe(AT);
  expect(call(as("Johan", "liaison", POLIS), planned)).toBe("not-found");
  expect(call(as("Tomas", "administrator"), { ...planned, endedAt: AT })).toBe(AT);
  expect(call(as("Tomas", "administrator"), { ...planned, endedAt: AT, takenAt: AT })).toBe("hand-over-closed");
  expect(call(as("Tomas", "administrator"), { ...planned, calledOffAt: AT })).toBe("hand-over-closed");
});

test("a row is gone through with a sentence that points at nobody", () => {
  const go = (note: string) => {
    const by = as("Karin", "coordinator");
    const state = { partnershipId: P, about: "Löftet" };
    const result = goThrough.decide({ key: "k", note }, state, { at: AT, by, newId: () => "" });
    return result.ok ? result.value : result.refusal.why;
  };
  expect(go(" Pärmen står i arkivet ")).toMatchObject({
    note: "Pärmen står i arkivet",
    office: "coordinator",
    on: "2026-11-24",
  });
  expect(go("Ring Kalle Svensson 070-123 45 67")).toBe("names-a-person");
});
