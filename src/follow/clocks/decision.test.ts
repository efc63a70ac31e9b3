import { describe, expect, test } from "vitest";
import type { Person, Role } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import * as rule from "./decision.ts";

const [partnershipId, municipality] = ["samarbetet", "kommunen"];
const person = (role: Role, party: "municipality" | "police" = "municipality"): Person => ({
  id: "karin",
  name: "Karin",
  operator: false,
  grants: [{ partnershipId, organisationId: municipality, party, role, title: "säkerhetssamordnare" }],
});
const by = person("coordinator");
const moment = { at: "2026-11-24T09:00:00.000Z" as Instant, by, newId: () => "ny" };
const noted = (id: string, more: Partial<rule.Decision> = {}): rule.Decision => ({
  id,
  organisationId: municipality,
  kind: "situation-report",
  decidedOn: "2024-11-28" as Day,
  body: "kommunstyrelsen",
  registryNumber: "KS 2024/318",
  notedAt: "2024-12-01T09:00:00.000Z" as Instant,
  office: "säkerhetssamordnare",
  replaces: undefined,
  reason: undefined,
  example: false,
  ...more,
});
const decisions = [
  noted("första", { decidedOn: "2024-11-29" as Day }),
  noted("rättad", { replaces: "första", reason: "Fel dag" }),
];
const said = { decidedOn: "2026-11-20" as Day, body: " kommunfullmäktige ", registryNumber: "KS 2026/12 " };
const why = (result: { ok: boolean; refusal?: { why: string } }) => (result.ok ? "yes" : result.refusal?.why);

describe("a decision that the law counts from", () => {
  test.each<[string, Partial<typeof said>, string]>([
    ["is noted with day, body and number", {}, "yes"],
    ["is not noted before it is made", { decidedOn: "2026-11-25" as Day }, "future-not-decided"],
    ["names a body and no person", { body: "Anna Svensson 19121212-1212" }, "names-a-person"],
    ["is noted once", { decidedOn: "2024-11-28" as Day, registryNumber: "KS 2024/318" }, "decision-is-noted"],
    [
      "may have the day of a note that was wrong",
      { decidedOn: "2024-11-29" as Day, registryNumber: "KS 2024/318" },
      "yes",
    ],
  ])("%s", (_sentence, more, expected) =>
    expect(
      why(
        rule.noteDecision.decide({ ...said, ...more, kind: "situation-report" }, { partnershipId, decisions }, moment),
      ),
    ).toBe(expected),
  );

  test.each<[string, string, string, string]>([
    ["is put right with the reason", "rättad", "Skrivfel i diariet", "yes"],
    ["is put right once, and then the one that stands", "första", "Skrivfel", "decision-is-corrected"],
    ["is not put right without a reason", "rättad", " ", "correction-says-why"],
    ["is put right without naming anybody", "rättad", "Se 19121212-1212", "names-a-person"],
    ["is put right where there is one", "ingen", "Skrivfel", "not-found"],
  ])("%s", (_sentence, id, reason, expected) =>
    expect(why(rule.correctDecision.decide({ ...said, id, reason }, { partnershipId, decisions }, moment))).toBe(
      expected,
    ),
  );

  test("stands as it was last put right, and what it said before is kept", () => {
    const result = rule.correctDecision.decide(
      { ...said, id: "rättad", reason: "Skrivfel" },
      { partnershipId, decisions },
      moment,
    );
    expect(result).toMatchObject({
      ok: true,
      value: {
        id: "ny",
        kind: "situation-report",
        replaces: "rättad",
        body: "kommunfullmäktige",
        office: "säkerhetssamordnare",
      },
    });
    expect(rule.standing(decisions).map(({ id }) => id)).toEqual(["rättad"]);
  });

  test.each<[string, Person, boolean]>([
    ["by whoever leads the municipality's work", by, true],
    ["by nobody else of it", person("activity-owner"), false],
    ["not by the police", person("coordinator", "police"), false],
  ])("is noted %s", (_sentence, who, expected) =>
    expect(
      rule.noteDecision.may(who, { ...said, kind: "action-plan" }, { partnershipId, decisions }) === undefined,
    ).toBe(expected),
  );
});
