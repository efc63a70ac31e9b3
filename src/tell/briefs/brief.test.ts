import { expect, test } from "vitest";
import { lawClock } from "../../follow/clock.ts";
import { DECISION_KINDS } from "../../follow/clocks/decision.ts";
import type { Person } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import * as rule from "./brief.ts";
import type { Facts } from "./facts.ts";
import { lawAnswers } from "./law.ts";
import { written } from "./screens/written.ts";

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
  reportedOn: null,
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
    "was dealt with before its figures were there",
    "before-its-figures",
    () => rule.settleBrief.decide({ on: "2026-11-23" as Day, as: "KF § 1" }, { ...here, brief }, moment()),
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

test("nothing is answered where nothing is there, and what the law counts from says its day, whole or in part", () => {
  expect(lawAnswers(facts).filter(({ found }) => found !== null)).toEqual([]);
  const decisions = [{ kind: "action-plan", body: "KS", registryNumber: "1", decidedOn: "2024-01-10" as Day } as const];
  const counted = new Map([
    ["action-plan", "2024-01-10" as Day],
    ["situation-report", "2026-03-01" as Day],
  ] as const);
  const clocks = DECISION_KINDS.map((kind) => ({ ...lawClock(kind, counted.get(kind), facts.takenOn), name: kind }));
  const answers = lawAnswers({ ...facts, decisions, clocks, reportedOn: "2026-02-01" as Day });
  const of = (question: string) => answers.find((one) => one.question === question)?.found;
  expect(of("plan")).toMatchObject({ on: "2024-01-10", detail: { body: "KS" }, isLate: true });
  // Adopted and not let out: its day is known, and nothing else is said of it.
  expect(of("picture")).toMatchObject({ on: "2026-03-01", detail: { body: "–" }, isLate: false });
  expect(of("followed")).toBeNull();
  expect(of("reported")).toMatchObject({ on: "2026-02-01" });
});

test("an agreement that has run out is told as that", () => {
  const agreement = { until: "2024-12-31" as Day, registryNumber: "KS 2" };
  const found = lawAnswers({ ...facts, agreement }).find(({ question }) => question === "agreement")?.found;
  expect(found).toMatchObject({ isLate: true });
  const blocks = written({ ...brief, kind: "survey", facts: { ...facts, agreement } }, "sv").blocks;
  expect(JSON.stringify(blocks)).toContain("Nej. Den som finns gällde till 31 december 2024.");
});
