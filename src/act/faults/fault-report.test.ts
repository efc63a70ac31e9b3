import { expect, test } from "vitest";
import type { Person, Role } from "../../ground/party.ts";
import type { Instant } from "../../ground/time.ts";
import { newId } from "../../platform/server/secrets.ts";
import type { Manager, Origin, Step } from "../items/item.ts";
import {
  fileReport,
  nextLook,
  nextTicketLook,
  type OnReport,
  outcomeOf,
  type ReportState,
  settleReport,
  whyNotNow,
} from "./fault-report.ts";
import { chooseTypes, type FaultSystem, type OnSystem, removeSystem, setSystem } from "./fault-system.ts";

const at = "2026-11-24T09:00:00.000Z" as Instant;
const someone = (role: Role, organisationId = "kommun"): Person => ({
  id: "p",
  name: "",
  operator: false,
  grants: [
    {
      partnershipId: "här",
      organisationId,
      party: organisationId === "polis" ? "police" : "municipality",
      role,
      title: "gatuingenjör",
    },
  ],
});
const moment = (by: Person) => ({ at, by, newId: () => newId(Date.parse(at)) });
const type = { code: "001", name: "Belysning", group: "", note: "", way: "followed" } as const;
const system: FaultSystem = {
  partnershipId: "här",
  address: "https://fel.example/v2",
  jurisdiction: "",
  hasKey: true,
  format: "json",
  types: [type, { ...type, code: "002", way: "asks-more" }],
  typesAt: at,
  isAsked: false,
  fault: undefined,
  chosen: [],
};
const origin = (manager: Manager, early: Origin["early"] = "received"): Origin => ({
  id: "i",
  from: "walk",
  registeredOn: "2026-10-01" as Origin["registeredOn"],
  manager,
  early,
  decision: undefined,
});
const state: OnReport = {
  partnershipId: "här",
  municipalityId: "kommun",
  origin: origin("municipality"),
  steps: [],
  organisationId: "kommun",
  place: "Torget",
  position: [16.7, 60.9],
  system,
  report: undefined,
};
const here = { address: system.address, jurisdiction: system.jurisdiction };
const report = (now: ReportState, differs: object = {}) => ({ id: "r", state: now, to: { ...here, ...differs } });
const done: Step = {
  kind: "done",
  on: "2026-11-01" as Origin["registeredOn"],
  sentence: "Bytt",
  id: "s",
  number: 1,
  standsOn: undefined,
  organisationId: "kommun",
  office: "",
  notedAt: at,
  example: false,
};

test.each([
  ["nothing stands in its way", {}, undefined],
  ["its owner is not said yet", { origin: origin("unknown") }, undefined],
  ["it is Trafikverket’s", { origin: origin("road-authority") }, "fault-item-not-now"],
  ["they said it was not theirs", { origin: origin("municipality", "not-ours") }, "fault-item-not-now"],
  ["it is done", { steps: [done] }, "fault-item-not-now"],
  ["no system is set up", { system: undefined }, "no-fault-system"],
  ["the system has not answered", { system: { ...system, format: undefined } }, "no-fault-system"],
  ["it waits", { report: report("waiting") }, "fault-sent-already"],
  ["nobody knows whether it came there", { report: report("unsure") }, "fault-sent-already"],
  ["it is open with them", { report: report("filed") }, "fault-sent-already"],
  ["it is open at another address", { report: report("filed", { address: "https://annat.example" }) }, undefined],
  ["it has a ticket in another jurisdiction", { report: report("ticket", { jurisdiction: "b" }) }, undefined],
  [
    "nobody knows whether it came to another address",
    { report: report("unsure", { address: "https://annat.example" }) },
    "fault-sent-already",
  ],
  ["they did not take it", { report: report("refused") }, undefined],
  ["they have closed it, and it is there again", { report: report("closed") }, undefined],
] as const)("sent or not when %s", (_when, differs, why) => expect(whyNotNow({ ...state, ...differs })).toBe(why));

const input = { code: "001", text: " Lampan är släckt ", withPosition: true };
test("it is sent by those who answer for it in the municipality, with the words somebody chose", () => {
  const sent = fileReport.decide(input, state, moment(someone("activity-owner")));
  expect(sent).toMatchObject({
    ok: true,
    value: {
      text: "Lampan är släckt",
      typeName: "Belysning",
      office: "gatuingenjör",
      position: [16.7, 60.9],
      to: here,
    },
  });
  const without = fileReport.decide({ ...input, withPosition: false }, state, moment(someone("coordinator")));
  expect(without).toMatchObject({ ok: true, value: { position: undefined, place: "Torget" } });
  expect(fileReport.may(someone("coordinator", "polis"), input, state)).toEqual({ why: "not-yours" });
  expect(fileReport.may(someone("observer" as Role), input, state)).toEqual({ why: "not-yours" });
  expect(fileReport.may(someone("coordinator"), input, { ...state, organisationId: "polis" })).toMatchObject({
    why: "not-yours",
  });
});

test.each([
  ["a type that asks for more", { code: "002" }, "fault-type-gone"],
  ["no words", { text: "  " }, "fault-text-needed"],
  ["a telephone", { text: "Ring 070-123 45 67" }, "text-has-phone"],
] as const)("%s is refused", (_what, differs, why) =>
  expect(fileReport.decide({ ...input, ...differs }, state, moment(someone("coordinator")))).toMatchObject({
    refusal: { why },
  }),
);

test.each([
  ["a number", { status: 201, filed: { caseNumber: "7" }, said: "" }, { state: "filed", caseNumber: "7" }],
  ["a ticket", { status: 200, filed: { ticket: "t" }, said: "" }, { state: "ticket", ticket: "t" }],
  ["thanks that cannot be read", { status: 200, filed: undefined, said: "" }, { state: "unsure", fault: "unreadable" }],
  ["nothing at all", { fault: "lost" }, { state: "unsure", fault: "lost" }],
  ["a fall", { status: 500, filed: undefined, said: "" }, { state: "unsure", fault: "status" }],
  ["nobody there", { fault: "not-reached" }, { state: "waiting", fault: "not-reached", seconds: 80 }],
  ["come back", { status: 429, filed: undefined, said: "" }, { state: "waiting", fault: "status", seconds: 80 }],
  ["a neighbour’s door", { fault: "not-public" }, { state: "refused", fault: "not-public" }],
  ["a way elsewhere", { status: 302, filed: undefined, said: "" }, { state: "unsure", fault: "moved" }],
  ["a no", { status: 403, filed: undefined, said: "Nej" }, { state: "refused", fault: "status", said: "Nej" }],
] as const)("answered %s", (_what, tried, outcome) => expect(outcomeOf(tried, 1)).toMatchObject(outcome));

test("nobody is tried for more than three days, and nothing that may have arrived is tried again", () => {
  expect(outcomeOf({ fault: "not-reached" }, 8)).toMatchObject({ state: "waiting", seconds: 80 * 3 ** 7 });
  expect(outcomeOf({ fault: "not-reached" }, 9)).toMatchObject({ state: "refused" });
  expect([500, 502, 503, 504].map((status) => outcomeOf({ status, filed: undefined, said: "" }, 1).state)).toEqual(
    Array.from({ length: 4 }, () => "unsure"),
  );
});

test.each([
  ["2026-11-24T10:00:00.000Z", "2026-11-24T16:00:00.000Z", "2026-11-24T10:15:00.000Z"],
  ["2027-02-01T09:00:00.000Z", "2027-02-02T09:00:00.000Z", "2027-02-02T09:00:00.000Z"],
  ["2028-12-01T09:00:00.000Z", undefined, undefined],
])("looked for at %s, and then at %s, or %s while it has a ticket only", (now, look, ticket) => {
  expect(nextLook(at, now as Instant)).toBe(look);
  expect(nextTicketLook(at, now as Instant)).toBe(ticket);
});

test("whoever has looked there says which it is, and of nothing else", () => {
  const settle = (found: "there" | "not-there", caseNumber: string, now: ReportState = "unsure") =>
    settleReport.decide({ found, caseNumber }, { ...state, report: report(now) }, moment(someone("coordinator")));
  expect(settle("there", " 77 ")).toEqual({ ok: true, value: { id: "r", caseNumber: "77" } });
  expect(settle("not-there", "")).toEqual({ ok: true, value: { id: "r", caseNumber: undefined } });
  expect(settle("there", "77 78")).toMatchObject({ refusal: { why: "fault-case-number-wrong" } });
  expect(settle("not-there", "", "filed")).toMatchObject({ refusal: { why: "fault-not-unsure" } });
});

const settings: OnSystem = { partnershipId: "här", municipalityId: "kommun", system };
test("the municipality’s administrators look after the system, and a key is not shown to another address", () => {
  for (const rule of [setSystem, chooseTypes, removeSystem]) {
    expect(rule.may(someone("administrator"), {} as never, settings)).toBe(undefined);
    expect(rule.may(someone("coordinator"), {} as never, settings)).toEqual({ why: "not-yours" });
    expect(rule.may(someone("administrator", "polis"), {} as never, settings)).toEqual({ why: "not-yours" });
  }
  const set = (address: string, key = "") =>
    setSystem.decide({ address, jurisdiction: " a ", key }, settings, moment(someone("administrator")));
  expect(set("https://fel.example/v2/")).toEqual({
    ok: true,
    value: { address: "https://fel.example/v2", jurisdiction: "a", key: undefined },
  });
  expect(set("https://annat.example/v2")).toMatchObject({ ok: true, value: { key: "" } });
  expect(set("http://fel.example/v2")).toMatchObject({ refusal: { why: "fault-system-needs-https" } });
  expect(set("https://fel.example/v2?a=1")).toMatchObject({ refusal: { why: "fault-system-without-question" } });
  const choose = (code: string) =>
    chooseTypes.decide({ chosen: [{ category: "place.lighting", code }] }, settings, moment(someone("administrator")));
  expect(choose("001")).toMatchObject({ ok: true });
  expect(choose("002")).toMatchObject({ refusal: { why: "fault-type-gone" } });
});
