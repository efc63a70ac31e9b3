import { expect, test } from "vitest";
import type { Person } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import * as rule from "./brief.ts";
import type { Facts } from "./facts.ts";
import { lawAnswers } from "./law.ts";

const here = { partnershipId: "p" };
const person = (party: "municipality" | "police"): Person => ({
  id: party,
  name: party,
  operator: false,
  grants: [{ ...here, organisationId: party, party, role: party === "police" ? "liaison" : "coordinator", title: "x" }],
});
const moment = (by = person("municipality")) => ({ at: "2026-11-24T09:00:00.000Z" as Instant, by, newId: () => "new" });
const facts: Facts = {
  takenOn: "2026-11-24" as Day,
  partnership: "Ockelbo",
  told: null,
  coordinators: [],
  agreement: { until: null, registryNumber: "" },
  decisions: [],
  clocks: [],
  isWaiting: false,
};
const begun = rule.beginBrief.decide({ kind: "council", length: 2 }, { ...here, facts }, moment());
if (!begun.ok) throw new Error("The brief could not be begun");
const brief = begun.value;
const words = { length: 1, registryNumber: " KS 1 ", passages: { comment: " Bra. ", use: "hör till bidrag" } } as const;
const whyOf = (result: { ok: boolean; refusal?: { why: string } }) => (result.ok ? "yes" : result.refusal?.why);

test("the municipality's coordinator begins, writes and closes it; the police read it", () => {
  expect(
    rule.beginBrief.may(person("municipality"), { kind: "council", length: 1 }, { ...here, facts }),
  ).toBeUndefined();
  expect(rule.beginBrief.may(person("police"), { kind: "council", length: 1 }, { ...here, facts })?.why).toBe(
    "not-yours",
  );
});

test("only the council chooses how long it is", () => {
  expect(rule.beginBrief.decide({ kind: "survey", length: 1 }, { ...here, facts }, moment())).toMatchObject({
    value: { length: 8 },
  });
  expect(brief.length).toBe(2);
});

test("passages of another paper are not kept, and what is empty says itself", () => {
  const written = rule.writeBrief.decide(
    { ...words, passages: { ...words.passages, matter: "  " } },
    { ...here, brief },
    moment(),
  );
  expect(written).toMatchObject({ value: { length: 1, registryNumber: "KS 1", passages: { comment: "Bra." } } });
});

test("figures are taken anew and what was written stands", () => {
  const later = { ...facts, takenOn: "2026-12-01" as Day };
  const state = { ...here, brief: { ...brief, passages: { comment: "Bra." } }, facts: later };
  expect(rule.retakeFigures.decide({}, state, moment())).toMatchObject({
    value: { facts: later, passages: { comment: "Bra." } },
  });
});

test.each<[string, string, () => { ok: boolean; refusal?: { why: string } }]>([
  [
    "names somebody",
    "names-a-person",
    () =>
      rule.writeBrief.decide({ ...words, passages: { comment: "Ring 070-123 45 67" } }, { ...here, brief }, moment()),
  ],
  [
    "names somebody in the number",
    "names-a-person",
    () => rule.writeBrief.decide({ ...words, registryNumber: "anna@example.se" }, { ...here, brief }, moment()),
  ],
  [
    "counts so few that they are known",
    "report-counts-few",
    () =>
      rule.writeBrief.decide(
        { ...words, passages: { comment: "Det gällde två pojkar i Åmot." } },
        { ...here, brief },
        moment(),
      ),
  ],
  [
    "is dealt with tomorrow",
    "future-not-decided",
    () => rule.settleBrief.decide({ on: "2026-11-25" as Day, as: "KF § 1" }, { ...here, brief }, moment()),
  ],
  [
    "does not say how",
    "brief-says-how",
    () => rule.settleBrief.decide({ on: "2026-11-24" as Day, as: " " }, { ...here, brief }, moment()),
  ],
  [
    "is laid aside without a reason",
    "reason-needed",
    () => rule.layBriefAside.decide({ reason: " " }, { ...here, brief }, moment()),
  ],
  [
    "is closed",
    "brief-is-closed",
    () => rule.writeBrief.decide(words, { ...here, brief: { ...brief, state: "aside", reason: "Dubbel" } }, moment()),
  ],
])("a brief that %s is refused: %s", (_what, why, decide) => {
  expect(whyOf(decide())).toBe(why);
});

test("nothing is answered where nothing is there, and what is older than two years says so", () => {
  expect(lawAnswers(facts, undefined).filter(({ found }) => found !== null)).toEqual([]);
  const decided = { kind: "action-plan", body: "KS", registryNumber: "1" } as const;
  const decisions = [
    { ...decided, decidedOn: "2022-01-10" as Day },
    { ...decided, decidedOn: "2024-01-10" as Day },
  ];
  const answers = lawAnswers({ ...facts, decisions }, "2026-02-01" as Day);
  const of = (question: string) => answers.find((one) => one.question === question)?.found;
  expect(of("plan")).toMatchObject({ on: "2024-01-10", isLate: true });
  // A plan that has been decided twice has been gone through between.
  expect(of("followed")).toMatchObject({ on: "2024-01-10", source: "plan" });
  expect(of("reported")).toMatchObject({ on: "2026-02-01" });
});
