import { describe, expect, test } from "vitest";
import type { Person } from "../../ground/party.ts";
import type { Instant } from "../../ground/time.ts";
import {
  agreeRound,
  allLocked,
  type Given,
  lacking,
  lockScores,
  openRound,
  proposeRound,
  type Round,
  score,
} from "./round.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const [partnershipId, MUNICIPALITY, POLICE] = ["p", "kommunen", "polisen"];
const person = (organisationId: string, role: Person["grants"][number]["role"] = "coordinator"): Person => ({
  id: `${organisationId} ${role}`,
  name: "",
  operator: false,
  grants: [
    { partnershipId, organisationId, party: organisationId === POLICE ? "police" : "municipality", role, title: "" },
  ],
});
const [karin, johan] = [person(MUNICIPALITY), person(POLICE, "liaison")];
const here = { partnershipId, parties: [MUNICIPALITY, POLICE] };
const by = (who: Person) => ({ at: AT, by: who, newId: () => "new" });
const weights = { fear: 2, duty: 1 };
const proposal = { weights, problemIds: ["a"] };
const round = (more: Partial<Round> = {}): Round => ({
  id: "r",
  year: 2026,
  state: "scoring",
  weights,
  problemIds: ["a"],
  proposedBy: MUNICIPALITY,
  proposedAt: AT,
  agreedAt: AT,
  closedAt: undefined,
  example: false,
  ...more,
});
const preparing = round({ state: "preparing", agreedAt: undefined });
/** The proposal that whoever agrees has read. */
const read = { proposedAt: preparing.proposedAt };
const open = { ...here, openIds: ["a", "b"], round: undefined };
const cell = (more: Partial<Given> = {}): Given => ({
  problemId: "a",
  criterion: "fear",
  score: 3,
  motive: "",
  ...more,
});

describe("opening a round", () => {
  test("is a proposal of one's own, agreed to by the other party and by nobody else", () => {
    const opened = openRound.decide({ ...proposal, year: 2026 }, open, by(karin));
    expect(opened).toMatchObject({ ok: true, value: { state: "preparing", proposedBy: MUNICIPALITY } });
    expect(agreeRound.decide(read, { ...here, round: preparing }, by(karin))).toMatchObject({
      refusal: { why: "other-party-agrees" },
    });
    expect(
      agreeRound.decide({ proposedAt: "2024-01-01T00:00:00.000Z" }, { ...here, round: preparing }, by(johan)),
    ).toMatchObject({
      refusal: { why: "proposal-changed" },
    });
    expect(agreeRound.decide(read, { ...here, round: preparing }, by(johan))).toMatchObject({
      value: { state: "scoring", agreedAt: AT },
    });
    const other = proposeRound.decide({ ...proposal, problemIds: ["b"] }, { ...open, round: preparing }, by(johan));
    expect(other).toMatchObject({ value: { state: "preparing", proposedBy: POLICE, problemIds: ["b"] } });
  });

  test("is for those who decide for the municipality or the police", () => {
    for (const who of [person(MUNICIPALITY, "reader"), person(MUNICIPALITY, "note-taker"), person("föreningen")])
      expect(openRound.may(who, { ...proposal, year: 2026 }, open)).toEqual({ why: "not-yours" });
    expect(openRound.may(johan, { ...proposal, year: 2026 }, open)).toBeUndefined();
  });

  test.each([
    ["round-needs-problems", { problemIds: [] }],
    ["round-problem-answered", { problemIds: ["a", "answered"] }],
    ["round-needs-weights", { weights: {} }],
    ["round-needs-weights", { weights: { fear: 11 } }],
    ["round-needs-weights", { weights: { fear: 1.5 } }],
  ])("%s", (why, more) => {
    expect(openRound.decide({ ...proposal, year: 2026, ...more }, open, by(karin))).toMatchObject({ refusal: { why } });
  });

  test("happens once a year, and what is agreed on stands", () => {
    const again = openRound.decide({ ...proposal, year: 2026 }, { ...open, round: preparing }, by(johan));
    expect(again).toMatchObject({ refusal: { why: "round-is-there" } });
    for (const state of ["scoring", "closed"] as const) {
      const agreed = { ...open, round: round({ state }) };
      expect(proposeRound.decide(proposal, agreed, by(johan))).toMatchObject({ refusal: { why: "round-is-agreed" } });
      expect(agreeRound.decide(read, agreed, by(johan))).toMatchObject({ refusal: { why: "round-is-agreed" } });
    }
  });
});

describe("scoring", () => {
  const state = { ...here, round: round(), locks: [], own: [] };

  test("is kept for one's own organisation", () => {
    expect(score.decide(cell({ motive: " Mörkt " }), state, by(johan))).toEqual({
      ok: true,
      value: { ...cell({ motive: "Mörkt" }), organisationId: POLICE, at: AT },
    });
  });

  test.each([
    ["round-not-agreed", { round: preparing }, {}],
    ["round-is-closed", { round: round({ state: "closed", closedAt: AT }) }, {}],
    ["scores-are-locked", { locks: [{ organisationId: MUNICIPALITY, at: AT }] }, {}],
    ["not-in-the-round", {}, { problemId: "b" }],
    ["not-in-the-round", {}, { criterion: "trend" }],
    ["names-a-person", {}, { motive: "Ring Anna Karlsson på 070-123 45 67" }],
  ])("%s", (why, more, said) => {
    const input = { ...cell(), ...said } as ReturnType<typeof cell>;
    expect(score.decide(input, { ...state, ...more }, by(karin))).toMatchObject({ ok: false, refusal: { why } });
  });

  test("that the other party has locked changes nothing for one's own", () => {
    const locks = [{ organisationId: POLICE, at: AT }];
    expect(score.decide(cell(), { ...state, locks }, by(karin)).ok).toBe(true);
  });
});

describe("locking", () => {
  const state = { ...here, round: round(), locks: [] };
  const lock = (own: readonly Given[]) => lockScores.decide({}, { ...state, own }, by(karin));

  test("needs every cell, and a line of why where it is as low or as high as it gets", () => {
    expect(lock([cell()])).toMatchObject({ refusal: { why: "scores-missing", detail: { count: 1 } } });
    expect(lock([cell({ score: 5 }), cell({ criterion: "duty", score: 1, motive: " " })])).toMatchObject({
      refusal: { why: "motive-needed", detail: { count: 2 } },
    });
    expect(lock([cell({ score: 5, motive: "Barn" }), cell({ criterion: "duty" })])).toEqual({
      ok: true,
      value: { organisationId: MUNICIPALITY, at: AT },
    });
  });

  test("counts what belongs to the round and nothing else", () => {
    expect(lacking(round(), [cell({ criterion: "trend", score: 5 }), cell()])).toEqual({
      cells: 2,
      scores: 1,
      motives: 0,
    });
  });

  test("is of both before anything is seen together", () => {
    const [first, second] = [MUNICIPALITY, POLICE].map((organisationId) => ({ organisationId, at: AT }));
    expect(allLocked(here.parties, [first!])).toBe(false);
    expect(allLocked(here.parties, [first!, second!])).toBe(true);
    expect(allLocked([], [])).toBe(false);
  });
});
