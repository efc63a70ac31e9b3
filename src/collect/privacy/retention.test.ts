import { describe, expect, test } from "vitest";
import type { Person, Role } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Source } from "../source.ts";
import * as retention from "./retention.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const person = (id: string, organisationId = "kommunen", role: Role = "coordinator"): Person => ({
  id,
  name: id,
  grants: [{ partnershipId: "ockelbo", organisationId, party: "municipality", role, title: "" }],
  operator: false,
});
const moment = (by: Person) => ({ at: AT, by, newId: () => "new" });
const here = { partnershipId: "ockelbo" };
const decision = {
  sourceKind: "walk" as const,
  months: 24,
  body: "Kommunstyrelsen",
  decidedOn: "2026-03-05" as Day,
  paragraph: "§ 31",
};
const karin = person("karin");
const decide = (more: object = {}) => retention.decideRetention.decide({ ...decision, ...more }, here, moment(karin));

describe("a disposal decision", () => {
  test.each([
    ["no body", { body: " " }, "decision-needed"],
    ["no paragraph", { paragraph: "" }, "decision-needed"],
    ["a day to come", { decidedOn: "2026-12-01" }, "decision-to-come"],
    ["a person as body", { body: "Kalle Svensson" }, "text-has-name"],
  ])("with %s is none", (_what, more, why) => expect(decide(more)).toMatchObject({ refusal: { why } }));
  test("is its organisation's, and waits for a second person", () => {
    const written = decide();
    expect(written).toMatchObject({ value: { organisationId: "kommunen", approvedAt: undefined } });
    const rule = (written as { value: retention.RetentionRule }).value;
    const approve = (by: Person) => retention.approveRetention.decide({}, { ...here, rule }, moment(by));
    expect(approve(karin)).toMatchObject({ refusal: { why: "second-person-needed" } });
    expect(approve(person("goran", "kommunen", "signatory"))).toMatchObject({
      value: { approvedBy: "goran", approvedAt: AT },
    });
    expect(retention.approveRetention.may(person("johan", "polisen", "liaison"), {}, { ...here, rule })).toEqual({
      why: "not-yours",
    });
    expect(retention.decideRetention.may(person("amina", "kommunen", "note-taker"), decision, here)).toEqual({
      why: "not-yours",
    });
    const done = { ...rule, approvedAt: AT };
    expect(retention.approveRetention.decide({}, { ...here, rule: done }, moment(person("goran")))).toMatchObject({
      refusal: { why: "approved-already" },
    });
  });
});

describe("a source", () => {
  const source = { id: "s", ownerOrganisationId: "kommunen" } as Source;
  const free = { ...here, source, hold: undefined };
  const held = {
    ...free,
    hold: { id: "h", organisationId: "kommunen", of: { sourceId: "s" }, reason: "begärd", heldAt: AT },
  };
  test("is held once, with a reason that points at nobody, and let go once", () => {
    const hold = (reason: string, state: typeof free | typeof held = free) =>
      retention.holdSource.decide({ reason }, state, moment(karin));
    expect(hold(" begärd ut ")).toMatchObject({ value: { reason: "begärd ut", of: { sourceId: "s" } } });
    expect(hold("")).toMatchObject({ refusal: { why: "reason-needed" } });
    expect(hold("begärd av Kalle Svensson")).toMatchObject({ refusal: { why: "text-has-name" } });
    expect(hold("igen", held)).toMatchObject({ refusal: { why: "held-already" } });
    expect(retention.letGoSource.decide({}, free, moment(karin))).toMatchObject({ refusal: { why: "not-held" } });
    expect(retention.letGoSource.decide({}, held, moment(karin))).toMatchObject({ ok: true });
    expect(retention.holdSource.may(person("johan", "polisen", "liaison"), { reason: "x" }, free)).toEqual({
      why: "not-yours",
    });
  });
  test("what stands in none is held as a kind", () => {
    const wish = { kind: "hearing" as const, reason: "begärd ut" };
    const hold = retention.holdKind.decide(wish, { ...here, hold: undefined }, moment(karin));
    expect(hold).toMatchObject({ value: { organisationId: "kommunen", of: { sourceKind: "hearing" } } });
    expect(retention.holdKind.decide(wish, { ...here, hold: held.hold }, moment(karin))).toMatchObject({
      refusal: { why: "held-already" },
    });
    expect(retention.letGoKind.decide({}, { ...here, hold: undefined }, moment(karin))).toMatchObject({
      refusal: { why: "not-held" },
    });
    expect(
      retention.holdKind.may(person("amina", "kommunen", "note-taker"), wish, { ...here, hold: undefined }),
    ).toEqual({ why: "not-yours" });
  });
  test("carries its registry number and secrecy mark, and an empty one is none", () =>
    expect(
      retention.markSource.decide({ registryNumber: " KS 2026/114 ", secrecyMark: "" }, free, moment(karin)),
    ).toMatchObject({ value: { registryNumber: "KS 2026/114", secrecyMark: undefined } }));
});

test("what came in 24 months ago goes by whole Swedish days", () => {
  expect(retention.olderThan(24, AT)).toBe("2024-11-23T23:00:00.000Z");
  expect(retention.goesOn(24, "2024-11-23T23:30:00.000Z" as Instant)).toBe("2026-11-24");
});
