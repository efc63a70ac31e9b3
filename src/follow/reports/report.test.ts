import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { by, ingrid, johan, karin, must, PARTNERSHIP, petra, sofia, someone, why } from "../../../test/people.ts";
import { QUALIFIERS } from "../../ground/count.ts";
import type { Person } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { type Parting, publishPart } from "./part.ts";
import {
  assess,
  countsWhatIsLookedFor,
  draft,
  freeze,
  handIn,
  isJudged,
  needsExplanation,
  presetOf,
  reopen,
  STATUSES,
  view,
  write,
  type Draft,
  type Judgement,
  type LogSays,
  type PeriodReport,
  type Published,
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
  taken: [{ slug: "2025", from: "2025-01-01" as Day, to: "2025-12-31" as Day }],
  log: [{ activityId: "1.1", ...says(8, { expected: 8 }) }],
};
const started = must(draft.decide(newReport, drafting, by(karin)));
const written: Draft = {
  ...started,
  texts: (["municipality", "police"] as const).map((voice) => ({
    voice,
    text: `Det här säger ${voice}`,
    handedIn: true,
  })),
};
const frozen = { content: "{}", contentHash: "hash", frozenAt: "2026-11-24T09:00:00.000Z" as Instant };
const ready: Ready = must(freeze.decide({}, { ...where, report: written, log: drafting.log, frozen }, by(karin)));
const published: Published = {
  ...written,
  state: "published",
  publishedAt: frozen.frozenAt,
  frozen,
  signatures: [],
  approvals: [],
};

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
    ["more than at most is not kept", { ...says(3, { expected: 2 }), atMost: true }, "not-met"],
    ["fewer than at most is kept", { ...says(1, { expected: 2 }), atMost: true }, "met"],
    ["what has its last day after the period is running", { ...says(3), isDueLater: true }, "running"],
    ["and else not begun", { ...says(0), isDueLater: true }, "not-started"],
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

  const drafts = (more: object) => why(draft.decide({ ...newReport, ...more }, drafting, by(karin)));
  const judges = (
    input: Judgement,
    report: PeriodReport = started,
    log: LogSays | "nothing" = says(8, { expected: 8 }),
  ) => why(assess.decide(input, { ...where, report, says: log === "nothing" ? undefined : log }, by(karin)));
  const writes = (report: PeriodReport, text: string) =>
    why(write.decide({ voice: "municipality", text }, { ...where, report }, by(karin)));
  const views = (more: object, report: PeriodReport = started, person = johan) => {
    const input = { activityId: "1.1", status: "not-met" as const, explanation: "Vi hann inte", ...more };
    return why(view.decide(input, { ...where, report }, by(person)));
  };
  const hands = (report: PeriodReport, person = karin) => why(handIn.decide({}, { ...where, report }, by(person)));
  const closes = (report: PeriodReport, log = drafting.log, person = karin) =>
    why(freeze.decide({}, { ...where, report, log, frozen }, by(person)));
  const opens = (report: PeriodReport, reason = "En siffra till") =>
    why(reopen.decide({ reason }, { ...where, report }, by(karin)));
  const judged = (explanation: string, done: number): Draft => ({
    ...written,
    assessments: [{ ...written.assessments[0]!, explanation, figures: says(done, { expected: 8 }).figures }],
  });
  const third = someone("frida", "other", "coordinator");

  test.each<[string, string | undefined, string]>([
    ["does not end before it begins", drafts({ to: "2025-12-31" }), "period-backwards"],
    ["may be of a single day", drafts({ to: "2026-01-01" }), "yes"],
    ["has an address of its own", drafts({ slug: "2025" }), "report-exists"],
    ["is of no day that another is of", drafts({ from: "2025-12-31" }), "report-exists"],
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
    ["counts nobody so few that they can be known", writes(started, "Det gällde två pojkar."), "report-counts-few"],
    ["nor in a judgement", judges(judgement("met", { outcome: "En 14-årig flicka hördes." })), "report-counts-few"],
    ["is judged otherwise by one organisation, which says with what it disagrees", views({}), "yes"],
    ["and not without saying so", views({ explanation: " " }), "explanation-needed"],
    ["nor naming anybody", views({ explanation: "anna@example.se" }), "names-a-person"],
    ["takes its own judgement back", views({ status: null }), "yes"],
    ["has no view of what was not promised", views({ activityId: "9.9" }), "activity-not-in-report"],
    ["has no view of those who sign for neither", views({}, started, third), "not-your-text"],
    ["hands in what it has written", hands(written), "yes"],
    ["and nothing else", hands(started), "own-text-missing"],
    ["nor for those who write for neither", hands(written, third), "not-your-text"],
    ["is closed when all is judged and both have handed in", closes(written), "yes"],
    [
      "is not closed with a card left",
      closes(written, [{ activityId: "1.1", ...says(7, { expected: 8 }) }]),
      "unassessed-activities",
    ],
    ["nor on figures that have changed since they were judged", closes(judged("Så blev det", 7)), "log-has-changed"],
    ["and is on those that have not", closes(judged("Så blev det", 8)), "yes"],
    ["nor without one's own text", closes({ ...written, texts: [] }), "own-text-missing"],
    ["nor without the other's", closes({ ...written, texts: written.texts.slice(0, 1) }), "other-text-missing"],
    [
      "nor while that is only written",
      closes({ ...written, texts: written.texts.map((one) => ({ ...one, handedIn: one.voice === "municipality" })) }),
      "other-text-missing",
    ],
    ["is not closed twice", closes(ready), "report-is-frozen"],
    ["is not judged while it waits for signatures", judges(judgement("met"), ready), "report-is-frozen"],
    ["nor written in", writes(ready, "Mer"), "report-is-frozen"],
    ["nor viewed", views({}, ready), "report-is-frozen"],
    ["is opened again with a reason", opens(ready), "yes"],
    ["and not without", opens(ready, " "), "reason-needed"],
    ["nor where it is open", opens(written), "report-is-open"],
    ["is not judged any more when it is out", judges(judgement("met"), published), "report-is-published"],
    ["nor written in", writes(published, "Mer"), "report-is-published"],
    ["nor handed in", hands(published), "report-is-published"],
    ["nor closed", closes(published), "report-is-published"],
    ["nor opened", opens(published), "report-is-published"],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  const ours = (voice: "municipality" | "police", handedIn = true): Draft => ({
    ...written,
    texts: [{ voice, text: "Vi", handedIn }],
  });
  const parts = (
    report: PeriodReport,
    more: Partial<Parting> = {},
    person = karin,
    at = "2027-04-02T09:00:00.000Z",
  ) => {
    const state = {
      ...where,
      report,
      log: drafting.log,
      frozen,
      feedbackDays: 90,
      begunOn: "2027-01-10" as Day,
      out: undefined,
    };
    return why(publishPart.decide({}, { ...state, ...more }, by(person, at)));
  };
  const lastDay = "2027-03-31T09:00:00.000Z";

  test.each<[string, string | undefined, string]>([
    ["is let out after the promised day", parts(ours("municipality")), "yes"],
    [
      "not before the other has had a month with it",
      parts(ours("municipality"), { begunOn: "2027-03-20" as Day }),
      "part-not-due",
    ],
    ["by the police as well", parts(ours("police"), {}, johan), "yes"],
    ["never on or before it", parts(ours("municipality"), {}, karin, lastDay), "part-not-due"],
    ["not before it is handed in", parts(ours("municipality", false)), "own-text-missing"],
    ["not when the other has handed in", parts(written), "other-has-handed-in"],
    ["not twice", parts(ours("municipality"), { out: { party: "police" } }), "part-is-out"],
    ["not by those who write for neither", parts(ours("municipality"), {}, third), "not-your-text"],
    ["not when it waits for signatures", parts(ready), "report-is-frozen"],
    ["nor when all of it is out", parts(published), "report-is-published"],
    [
      "not with a card left",
      parts(ours("municipality"), { log: [{ activityId: "1.1", ...says(7, { expected: 8 }) }] }),
      "unassessed-activities",
    ],
  ])("one party's part alone %s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  test("is opened as the next version, and closed with what the log says where nobody has said anything", () => {
    expect(must(reopen.decide({ reason: " Fel siffra " }, { ...where, report: ready }, by(karin)))).toEqual({
      version: 2,
      reason: "Fel siffra",
    });
    const grown = { ...where, report: written, log: [{ activityId: "1.1", ...says(9, { expected: 8 }) }], frozen };
    expect(must(freeze.decide({}, grown, by(karin))).assessments).toMatchObject([
      { status: "exceeded", preset: "exceeded", figures: { done: { value: 9 } } },
    ]);
  });

  test("is written by coordinator and kommunpolis, and by nobody else", () => {
    const state = { ...where, report: started };
    const may = (person: Person) => [
      draft.may(person, newReport, drafting)?.why,
      assess.may(person, judgement("met"), { ...state, says: undefined })?.why,
      freeze.may(person, {}, { ...state, log: [], frozen })?.why,
      reopen.may(person, { reason: "" }, state)?.why,
    ];
    for (const person of [karin, johan]) expect(may(person)).toEqual([undefined, undefined, undefined, undefined]);
    for (const person of [sofia, ingrid, petra])
      expect(may(person)).toEqual(Array.from({ length: 4 }, () => "not-yours"));
  });

  test.each<[string, boolean]>([
    ["Antalet rattfyllerier har ökat.", true],
    ["Fler narkotikabrott upptäcktes än 2024.", true],
    ["Vi gjorde fler kontroller. Rattfyllerierna var elva.", false],
    ["Elva kontroller på tre vägar.", false],
  ])("«%s» counts what is looked for: %s", (text, does) => expect(countsWhatIsLookedFor(text)).toBe(does));

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

  test("leaves no status that needs its reason without one", () => {
    for (const status of STATUSES)
      expect(judges(judgement(status)), status).toBe(status === "met" ? "yes" : "explanation-needed");
    expect(STATUSES.filter(needsExplanation)).toEqual(["partly", "not-met", "dropped", "not-measurable"]);
  });
});
