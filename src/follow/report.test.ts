import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { by, ingrid, johan, karin, must, PARTNERSHIP, petra, sofia, someone, why } from "../../test/people.ts";
import { QUALIFIERS } from "../ground/count.ts";
import type { Person } from "../ground/party.ts";
import type { Day } from "../ground/time.ts";
import {
  approve,
  approvalsOf,
  assess,
  draft,
  hasAllWords,
  isJudged,
  needsExplanation,
  presetOf,
  publish,
  reportText,
  STATUSES,
  write,
  type Draft,
  type Judgement,
  type LogSays,
  type PeriodReport,
  type Ready,
  type Status,
  type Voice,
} from "./report.ts";

const says = (done: number, more: Partial<LogSays> & { expected?: number } = {}): LogSays => {
  const { expected, ...rest } = more;
  return {
    figures: {
      done: { value: done, qualifier: "exact" },
      ...(expected === undefined ? {} : { expected }),
      unit: "kontroller",
    },
    occasions: done > 0 ? 1 : 0,
    periodOver: true,
    dueByNow: expected,
    ...rest,
  };
};
const judgement = (status: Status, more: Partial<Judgement> = {}): Judgement => ({
  activityId: "1.1",
  status,
  explanation: "",
  output: "",
  outcome: "",
  experience: "",
  ...more,
});
const where = { partnershipId: PARTNERSHIP };
const newReport = { slug: "2026", from: "2026-01-01" as Day, to: "2026-12-31" as Day };
const drafting = {
  ...where,
  documentId: "d",
  takenSlugs: ["2025"],
  log: [{ activityId: "1.1", ...says(8, { expected: 8 }) }],
};
const started = must(draft.decide(newReport, drafting, by(karin)));
const written: Draft = {
  ...started,
  texts: (["municipality", "police"] as const).map((voice) => ({ voice, text: `Det här säger ${voice}` })),
};
const approvedBy = (report: PeriodReport, person: Person): Ready => {
  const approval = must(approve.decide({}, { ...where, report }, by(person)));
  return { ...report, state: "ready", approvals: [...approvalsOf(report), approval] } as unknown as Ready;
};
const half = approvedBy(written, karin);
const ready = approvedBy(half, johan);
const parties = ["municipality", "police"];
const published = must(publish.decide({}, { ...where, report: ready, parties }, by(karin)));

describe("what the log alone says", () => {
  test.each<[string, LogSays, Status]>([
    ["nothing done of nothing countable has not begun", says(0), "not-started"],
    ["something done of nothing countable is under way", says(3, { periodOver: false }), "running"],
    ["and cannot be measured when the period is over", says(3), "not-measurable"],
    ["a promise of none is nothing countable", says(3, { expected: 0 }), "not-measurable"],
    ["exactly what was promised is met", says(8, { expected: 8 }), "met"],
    ["also before the period is over", says(8, { expected: 8, periodOver: false }), "met"],
    ["more is exceeded", says(9, { expected: 8 }), "exceeded"],
    ["less when the period is over is partly", says(7, { expected: 8 }), "partly"],
    ["nothing when the period is over is not met", says(0, { expected: 8 }), "not-met"],
    ["less than is due by now is behind", says(3, { expected: 8, periodOver: false, dueByNow: 4 }), "behind"],
    ["nothing while something is due is behind", says(0, { expected: 8, periodOver: false, dueByNow: 4 }), "behind"],
    ["what is due by now is on plan", says(4, { expected: 8, periodOver: false, dueByNow: 4 }), "on-plan"],
    [
      "nothing while nothing is due has not begun",
      says(0, { expected: 8, periodOver: false, dueByNow: 0 }),
      "not-started",
    ],
  ])("%s", (_sentence, log, status) => expect(presetOf(log)).toBe(status));

  test("more done never looks worse, whatever was promised", () => {
    const worth: Status[] = ["not-met", "not-started", "behind", "partly", "on-plan", "met", "exceeded"];
    const number = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(
        number,
        number,
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        fc.constantFrom(...QUALIFIERS),
        (a, b, expected, periodOver, qualifier) => {
          const at = (done: number) =>
            worth.indexOf(
              presetOf({
                figures: { done: { value: done, qualifier }, expected, unit: "" },
                occasions: done,
                periodOver,
                dueByNow: Math.floor(expected / 2),
              }),
            );
          expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)));
        },
      ),
    );
  });
});

describe("a period report", () => {
  test("begins from the log, and says of nothing that it failed before somebody has explained it", () => {
    const begun = must(
      draft.decide(newReport, { ...drafting, log: [{ activityId: "1.1", ...says(0, { expected: 8 }) }] }, by(karin)),
    );
    expect(begun).toMatchObject({
      state: "draft",
      version: 1,
      assessments: [{ preset: "not-met", status: "running" }],
    });
    expect(begun.assessments.map(isJudged)).toEqual([false]);
    expect(started.assessments.map(isJudged)).toEqual([true]);
  });

  test("goes out when one from each organisation has approved the same version", () => {
    expect([started.state, half.state, ready.state, published.state]).toEqual(["draft", "ready", "ready", "published"]);
    expect(approvalsOf(published).map(({ organisationId }) => organisationId)).toEqual(parties);
    expect(published.publishedAt).toBe("2026-11-24T09:00:00.000Z");
    // What is published is one text, whatever order its parts come in, and names nobody.
    const turned = {
      ...published,
      assessments: published.assessments.toReversed(),
      texts: published.texts.toReversed(),
      approvals: published.approvals.toReversed() as unknown as typeof published.approvals,
    };
    expect(reportText(turned)).toBe(reportText(published));
    for (const { personId } of published.approvals) expect(reportText(published)).not.toContain(personId);
    expect(reportText({ ...published, texts: [] })).not.toBe(reportText(published));
  });

  const drafts = (more: object) => why(draft.decide({ ...newReport, ...more }, drafting, by(karin)));
  const judges = (
    input: Judgement,
    report: PeriodReport = started,
    log: LogSays | "nothing" = says(8, { expected: 8 }),
  ) => why(assess.decide(input, { ...where, report, says: log === "nothing" ? undefined : log }, by(karin)));
  const approves = (report: PeriodReport, person = karin) => why(approve.decide({}, { ...where, report }, by(person)));
  const lets = (report: PeriodReport) => why(publish.decide({}, { ...where, report, parties }, by(karin)));
  const writes = (report: PeriodReport, text: string) =>
    why(write.decide({ voice: "municipality", text }, { ...where, report }, by(karin)));

  test.each<[string, string | undefined, string]>([
    ["does not end before it begins", drafts({ to: "2025-12-31" }), "period-backwards"],
    ["may be of a single day", drafts({ to: "2026-01-01" }), "yes"],
    ["has an address of its own", drafts({ slug: "2025" }), "report-exists"],
    ["takes the log's word without a reason", judges(judgement("met")), "yes"],
    ["asks why it is judged otherwise than the log", judges(judgement("exceeded")), "explanation-needed"],
    ["is not content with blanks", judges(judgement("exceeded", { explanation: "  " })), "explanation-needed"],
    ["is content with a reason", judges(judgement("exceeded", { explanation: "Två rader glömdes" })), "yes"],
    [
      "asks why also where the log says the same",
      judges(judgement("not-met"), started, says(0, { expected: 8 })),
      "explanation-needed",
    ],
    ["has no card for what was not promised", judges(judgement("met"), started, "nothing"), "activity-not-in-report"],
    ["nor for another document's activity", judges(judgement("met", { activityId: "9.9" })), "activity-not-in-report"],
    ["names nobody", judges(judgement("met", { experience: "Ring 070-123 45 67" })), "names-a-person"],
    ["nor in a text", writes(started, "anna@example.se"), "names-a-person"],
    [
      "is not approved with a card left",
      approves({ ...written, assessments: [{ ...written.assessments[0]!, preset: "partly" }] }),
      "unassessed-activities",
    ],
    ["is not approved without one's own text", approves(started), "own-text-missing"],
    [
      "nor with an empty one",
      approves({ ...started, texts: [{ voice: "municipality", text: "" }] }),
      "own-text-missing",
    ],
    [
      "is not approved in an office that leads to somebody",
      approves(written, { ...karin, grants: [{ ...karin.grants[0]!, title: "samordnare, fråga Anna Lindh" }] }),
      "office-points-out",
    ],
    ["is approved once by each party", approves(half), "you-have-approved"],
    [
      "is not approved for both by one person",
      approves(half, { ...someone("karin", "police", "liaison") }),
      "same-person-for-both",
    ],
    ["is not let out as a draft", lets(written), "second-party-missing"],
    ["nor by one party alone", lets(half), "second-party-missing"],
    ["is not judged any more when it is out", judges(judgement("met"), published), "report-is-published"],
    ["nor written in", writes(published, "Mer"), "report-is-published"],
    ["nor approved", approves(published, sofia), "report-is-published"],
    ["nor let out twice", lets(published), "report-is-published"],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  test("is written by coordinator and kommunpolis, approved by signatories too, and read by the others", () => {
    const state = { ...where, report: started };
    const may = (person: Person) => [
      draft.may(person, newReport, drafting)?.why,
      assess.may(person, judgement("met"), { ...state, says: undefined })?.why,
      approve.may(person, {}, state)?.why,
      publish.may(person, {}, { ...state, parties })?.why,
    ];
    expect(may(karin)).toEqual([undefined, undefined, undefined, undefined]);
    expect(may(johan)).toEqual([undefined, undefined, undefined, undefined]);
    expect(may(sofia)).toEqual(["not-yours", "not-yours", undefined, undefined]);
    for (const person of [ingrid, petra]) expect(may(person)).toEqual(Array.from({ length: 4 }, () => "not-yours"));
  });

  test.each<[string, Person, Voice, string | undefined]>([
    ["the municipality writes its own text", karin, "municipality", undefined],
    ["not the police's", karin, "police", "not-your-text"],
    ["the police write theirs", johan, "police", undefined],
    ["not the municipality's", johan, "municipality", "not-your-text"],
    ["either writes the joint one", johan, "joint", undefined],
    ["a reader writes none", ingrid, "joint", "not-yours"],
  ])("%s", (_sentence, person, voice, refusal) =>
    expect(write.may(person, { voice, text: "Så gick det" }, { ...where, report: started })?.why).toBe(refusal),
  );

  test("has every party's word only when each came from a person of its own", () => {
    const person = fc.constantFrom("karin", "johan", "sofia");
    const approval = fc.record({ organisationId: fc.constantFrom(...parties), personId: person });
    fc.assert(
      fc.property(fc.array(approval, { maxLength: 4 }), (given) => {
        const approvals = given.map((one) => ({ ...one, title: "", at: published.publishedAt }));
        const organisations = new Set(approvals.map(({ organisationId }) => organisationId));
        const different = new Set(approvals.map(({ personId }) => personId)).size === approvals.length;
        expect(hasAllWords(approvals, parties)).toBe(organisations.size === parties.length && different);
      }),
    );
    expect(hasAllWords([], [])).toBe(false);
  });

  test("leaves no status that needs its reason without one", () => {
    for (const status of STATUSES)
      expect(judges(judgement(status)), status).toBe(status === "met" ? "yes" : "explanation-needed");
    expect(STATUSES.filter(needsExplanation)).toEqual(["partly", "not-met", "dropped", "not-measurable"]);
  });
});
