import { describe, expect, test } from "vitest";
import { by, ingrid, johan, karin, must, PARTNERSHIP, petra, someone, why } from "../../../test/people.ts";
import type { Day } from "../../ground/time.ts";
import { coveredFrom, endMandate, type KeptMandate, type NewMandate, recordMandate, sayDecision } from "./mandate.ts";

const day = (text: string) => text as Day;
const input: NewMandate = {
  organisationId: "municipality",
  personId: "goran",
  office: "kommunstyrelsens ordförande",
  acting: false,
  body: "kommunstyrelsen",
  decidedOn: day("2026-11-19"),
  paragraph: "§ 141",
  from: day("2027-01-01"),
  to: day("2027-12-31"),
};
const held: KeptMandate = {
  id: "held",
  organisationId: "municipality",
  personId: "goran",
  party: "municipality",
  office: "kommunstyrelsens ordförande",
  acting: false,
  decidedBy: "kommunstyrelsen, 2024-11-19 § 141",
  from: day("2024-11-19"),
  to: day("2026-12-31"),
  endedAt: undefined,
};
const state = {
  partnershipId: PARTNERSHIP,
  parties: [
    { organisationId: "municipality", kind: "municipality" },
    { organisationId: "police", kind: "police" },
    { organisationId: "other", kind: "other" },
  ],
  mandates: [held],
  signatories: [
    { personId: "goran", organisationId: "municipality" },
    { personId: "sofia", organisationId: "police" },
  ],
} as const;

describe("recording a mandate", () => {
  test("is for those who keep their own organisation's, and for no other's", () => {
    expect(recordMandate.may(karin, input, state)).toBeUndefined();
    expect(recordMandate.may(someone("tomas", "municipality", "administrator"), input, state)).toBeUndefined();
    expect(recordMandate.may(johan, { ...input, organisationId: "police" }, state)).toBeUndefined();
    expect(recordMandate.may(johan, input, state)).toEqual({ why: "mandate-of-other-party" });
    expect(recordMandate.may(karin, { ...input, organisationId: "police" }, state)).toEqual({
      why: "mandate-of-other-party",
    });
    for (const person of [ingrid, petra, someone("goran", "municipality", "signatory")])
      expect(recordMandate.may(person, input, state)).toEqual({ why: "not-yours" });
  });

  test("says whose, as what, by whose decision and until when", () => {
    expect(must(recordMandate.decide(input, state, by(karin)))).toEqual({
      id: "new-1",
      organisationId: "municipality",
      personId: "goran",
      party: "municipality",
      office: "kommunstyrelsens ordförande",
      acting: false,
      decidedBy: "kommunstyrelsen, 2026-11-19 § 141",
      from: "2027-01-01",
      to: "2027-12-31",
      endedAt: undefined,
    });
    expect(sayDecision({ body: "polismästaren", decidedOn: day("2026-10-01"), paragraph: "" })).toBe(
      "polismästaren, 2026-10-01",
    );
  });

  const wrong: readonly [string, Partial<NewMandate>][] = [
    ["mandate-not-a-party", { organisationId: "other" }],
    // The other party's person signs for the other party.
    ["mandate-needs-signatory", { personId: "sofia" }],
    ["mandate-needs-signatory", { personId: "petra" }],
    ["mandate-needs-decision", { office: " " }],
    ["mandate-needs-decision", { body: "" }],
    ["names-a-person", { body: "Anna Karlsson, 070-123 45 67" }],
    ["mandate-days-turned", { to: day("2026-12-31") }],
    ["mandate-decided-later", { decidedOn: day("2026-11-25") }],
    ["mandate-before-decision", { from: day("2026-11-18") }],
    ["mandate-overlaps", { from: day("2026-12-31") }],
    ["mandate-overlaps", { from: day("2026-11-20"), to: undefined }],
  ];
  test.each(wrong)("is refused: %s %o", (reason, change) => {
    expect(why(recordMandate.decide({ ...input, ...change }, state, by(karin)))).toBe(reason);
  });

  test("two people may hold one at the same time, and one person one after the other without end", () => {
    const deputies = {
      ...state,
      signatories: [...state.signatories, { personId: "maja", organisationId: "municipality" }],
    };
    const now = { ...input, personId: "maja", from: day("2026-11-20"), acting: true };
    expect(recordMandate.decide(now, deputies, by(karin)).ok).toBe(true);
    const { to: _to, ...endless } = input;
    expect(must(recordMandate.decide(endless, state, by(karin))).to).toBeUndefined();
    const always = { ...state, mandates: [{ ...held, to: undefined }] };
    expect(why(recordMandate.decide(input, always, by(karin)))).toBe("mandate-overlaps");
  });
});

describe("ending a mandate", () => {
  const on = { on: day("2026-11-24") };
  const of = (mandate: KeptMandate = held) => ({ partnershipId: PARTNERSHIP, mandate });
  test("is for its own organisation, and never behind what has been signed", () => {
    expect(endMandate.may(karin, on, of())).toBeUndefined();
    expect(endMandate.may(johan, on, of())).toEqual({ why: "mandate-of-other-party" });
    expect(endMandate.may(ingrid, on, of())).toEqual({ why: "not-yours" });
    expect(must(endMandate.decide({ on: day("2026-11-24") }, of(), by(karin)))).toMatchObject({
      to: "2026-11-24",
      endedAt: "2026-11-24T09:00:00.000Z",
    });
    for (const [last, mandate, reason] of [
      ["2026-11-23", held, "mandate-ends-ahead"],
      ["2027-01-01", held, "mandate-days-turned"],
      ["2026-11-24", { ...held, from: day("2027-01-01"), to: undefined }, "mandate-days-turned"],
      ["2026-11-24", { ...held, to: day("2026-10-01") }, "mandate-is-over"],
    ] as const)
      expect(why(endMandate.decide({ on: day(last) }, of(mandate), by(karin)))).toBe(reason);
  });
});

describe("until when a party has somebody who may sign", () => {
  const one = (from: string, to: string | undefined, party: "municipality" | "police" = "police") => ({
    party,
    from: day(from),
    to: to === undefined ? undefined : day(to),
  });
  test.each([
    ["nobody at all", [], { kind: "nobody" }],
    ["the other party's is not one's own", [one("2024-01-01", undefined, "municipality")], { kind: "nobody" }],
    ["over", [one("2024-01-01", "2026-11-23")], { kind: "nobody" }],
    ["not begun", [one("2026-11-25", undefined)], { kind: "nobody" }],
    ["to a day", [one("2024-01-01", "2026-12-31")], { kind: "until", day: "2026-12-31" }],
    ["the last day counts", [one("2024-01-01", "2026-11-24")], { kind: "until", day: "2026-11-24" }],
    [
      "one after the other",
      [one("2027-01-01", "2027-12-31"), one("2024-01-01", "2026-12-31")],
      { kind: "until", day: "2027-12-31" },
    ],
    [
      "with a gap",
      [one("2024-01-01", "2026-12-31"), one("2027-01-02", undefined)],
      { kind: "until", day: "2026-12-31" },
    ],
    [
      "side by side",
      [one("2024-01-01", "2027-06-30"), one("2025-01-01", "2026-12-31")],
      { kind: "until", day: "2027-06-30" },
    ],
    ["without end", [one("2024-01-01", "2026-12-31"), one("2026-12-01", undefined)], { kind: "always" }],
  ] as const)("%s", (_name, mandates, covered) => {
    expect(coveredFrom(mandates, "police", day("2026-11-24"))).toEqual(covered);
  });
});
