import { describe, expect, test } from "vitest";
import { amina, by, ingrid, johan, karin, must, PARTNERSHIP, why } from "../../../test/people.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { type NewComplaint, takeInComplaint, type Taking } from "./complaint.ts";
import * as rules from "./thread.ts";
import { takeBack } from "./taken-back.ts";
import { canNow, type Thread, THREAD_STATES, type ThreadAct } from "./thread.ts";

const said: NewComplaint = {
  stretch: { kind: "area", name: "Bruksvägen, Kyrkvägen till skolan" },
  kind: "speed",
  direction: "mot skolan",
  weekdays: [1, 2, 3, 4, 5],
  fromHour: 7,
  toHour: 9,
  effect: "Barnen vågar inte gå över",
  proposal: "Ett farthinder",
  cameBy: "phone",
  receivedOn: "2026-11-20" as Day,
  registryNumber: "KS 2026/114",
};
const nothing: Taking = { partnershipId: PARTNERSHIP, threads: [], lastNumber: 13 };
const take = (more: Partial<NewComplaint> = {}, state = nothing) =>
  takeInComplaint.decide({ ...said, ...more }, state, by(amina));
const begun = must(take()).thread;

describe("a complaint", () => {
  test("about a new stretch begins a thread, about one that is known it joins it", () => {
    expect(begun).toMatchObject({ number: 14, complaints: 1, state: "received", ownerOrganisationId: "municipality" });
    const named = { kind: "area" as const, name: "bruksvägen,  Kyrkvägen till skolan" };
    const joined = must(take({ stretch: named }, { ...nothing, threads: [begun] }));
    expect(joined).toMatchObject({ isNew: false, thread: { number: 14, complaints: 2 } });
    // Once it is answered a new one begins, and what is known of the road is not asked again.
    const answeredAt = "2026-11-24T09:00:00.000Z" as Instant;
    const answered = {
      ...begun,
      state: "answered" as const,
      answer: "Gränsen sänks.",
      answeredAt,
      roadKeeper: "state" as const,
      limit: 40,
    };
    expect(must(take({ stretch: named }, { ...nothing, threads: [answered] }))).toMatchObject({
      isNew: true,
      thread: { state: "received", roadKeeper: "state", limit: 40, complaints: 1 },
    });
  });

  test.each<[string, Partial<NewComplaint>, string]>([
    ["names its stretch", { stretch: { kind: "area", name: " " } }, "stretch-needed"],
    ["is no address", { stretch: { kind: "area", name: "Bruksvägen 12" } }, "doorstep"],
    ["but a road has a number", { stretch: { kind: "area", name: "Väg 272 genom Åmot" } }, "yes"],
    [
      "is no dot drawn as a line",
      {
        stretch: {
          kind: "segment",
          name: "Infarten",
          line: [
            [16.7, 60.9],
            [16.7002, 60.9],
          ],
        },
      },
      "stretch-too-short",
    ],
    [
      "may be a line",
      {
        stretch: {
          kind: "segment",
          name: "Infarten",
          line: [
            [16.7, 60.9],
            [16.71, 60.9],
          ],
        },
      },
      "yes",
    ],
    ["names no car", { effect: "Det är en röd bil, ABC 123" }, "plate-belongs-with-police"],
    ["nor in the proposal", { proposal: "Ta ABC123" }, "plate-belongs-with-police"],
    ["nor who complained", { effect: "Ring 070-123 45 67" }, "text-has-phone"],
    ["has hours", { fromHour: 9, toHour: 9 }, "hours-needed"],
    ["may be at night", { fromHour: 22, toHour: 5 }, "yes"],
  ])("%s", (_sentence, more, expected) => expect(why(take(more))).toBe(expected));

  test("is taken in by those who collect", () => {
    expect(takeInComplaint.may(amina, said, nothing)).toBeUndefined();
    expect(takeInComplaint.may(ingrid, said, nothing)?.why).toBe("not-yours");
  });
});

const at = (thread: Thread) => ({ partnershipId: PARTNERSHIP, thread });
const judgement = { kind: "partly" as const, sentence: "Farten är hög på morgonen." };
const states = {
  received: begun,
  "passed-on": { ...begun, roadKeeper: "state", state: "passed-on", passedOn: "Till Trafikverket" },
  measuring: { ...begun, roadKeeper: "municipality", limit: 30, state: "measuring" },
  measured: { ...begun, roadKeeper: "municipality", limit: 30, state: "measured" },
  judged: { ...begun, limit: 30, state: "judged", judgement },
  acting: { ...begun, limit: 30, state: "acting", judgement },
  remeasuring: { ...begun, limit: 30, state: "remeasuring", judgement },
  remeasured: { ...begun, limit: 30, state: "remeasured", judgement },
  answered: { ...begun, state: "answered", answer: "Tack", answeredAt: "2026-11-24T09:00:00.000Z" as Instant },
} satisfies Record<(typeof THREAD_STATES)[number], Thread>;

const acts: Record<
  Exclude<ThreadAct, "measure" | "measure-road">,
  (thread: Thread) => { ok: boolean; refusal?: { why: string } }
> = {
  triage: (thread) =>
    rules.triage.decide(
      { choice: "measure", roadKeeper: "municipality", limit: 30, reason: "" },
      at(thread),
      by(karin),
    ),
  judge: (thread) => rules.judge.decide(judgement, at(thread), by(karin)),
  "take-back": (thread) => takeBack.decide({ reason: "Fel väg" }, { ...at(thread), measurements: [] }, by(karin)),
  propose: (thread) =>
    rules.proposeAction.decide(
      { action: "control", to: "police", what: "" },
      { ...at(thread), toOrganisationId: "police" },
      by(karin),
    ),
  "measure-again": (thread) => rules.measureAgain.decide({}, at(thread), by(karin)),
  answer: (thread) => rules.answerThread.decide({ text: "Tack" }, { ...at(thread), causeKnown: false }, by(karin)),
};

describe("a thread", () => {
  test.each(Object.keys(acts) as (keyof typeof acts)[])(
    "can be taken to %s from where it can, and nowhere else",
    (act) => {
      for (const state of THREAD_STATES)
        expect([state, why(acts[act](states[state]))]).toEqual([state, canNow(act, states[state]) ? "yes" : "not-now"]);
    },
  );

  const triage = (more: Partial<rules.Triage>) =>
    why(
      rules.triage.decide(
        { choice: "measure", roadKeeper: "municipality", limit: 30, reason: "", ...more },
        at(begun),
        by(karin),
      ),
    );
  const judged = (sentence: string) =>
    why(rules.judge.decide({ kind: "partly", sentence }, at(states.measured), by(karin)));
  const answered = (text: string, causeKnown = false) =>
    why(rules.answerThread.decide({ text }, { ...at(states.remeasured), causeKnown }, by(karin)));
  const proposed = (what: string, toOrganisationId: string | undefined = "police") =>
    why(
      rules.proposeAction.decide(
        { action: "control", to: "police", what },
        { ...at(states.judged), toOrganisationId },
        by(karin),
      ),
    );

  test.each<[string, string | undefined, string]>([
    ["asks first who keeps the road", triage({ roadKeeper: undefined }), "road-keeper-needed"],
    ["is not measured without a limit", triage({ limit: undefined }), "limit-needed"],
    ["is passed on with a reason", triage({ choice: "pass-on" }), "reason-needed"],
    ["is passed on without a limit", triage({ choice: "pass-on", limit: undefined, reason: "Statlig väg" }), "yes"],
    ["is not passed on with a plate", triage({ choice: "pass-on", reason: "ABC 123" }), "plate-belongs-with-police"],
    ["is judged with a sentence", judged(" "), "judgement-sentence-needed"],
    ["is judged without a car", judged("Det var ABC 123"), "plate-belongs-with-police"],
    ["is judged without a cause", judged("Farten sjönk tack vare skylten."), "claims-cause"],
    ["is answered with words", answered(""), "answer-needed"],
    [
      "is answered without a cause",
      answered("V85 sjönk från 41 till 36 km/h. Det beror på kontrollerna."),
      "claims-cause",
    ],
    ["is passed on without a cause", triage({ choice: "pass-on", reason: "Skylten hjälpte." }), "claims-cause"],
    ["may name a cause that a road to compare with has shown", answered("Det beror på kontrollerna.", true), "yes"],
    [
      "may say that the cause is not known",
      answered("V85 sjönk från 41 till 36 km/h. Hur mycket som beror på kontrollerna kan vi inte säga."),
      "yes",
    ],
    ["proposes a control without hours", proposed("Fredagar kl 21"), "control-has-hours"],
    ["nor days", proposed("varje måndag"), "control-has-hours"],
    ["but with the stretch", proposed("Vid skolan, åtta gånger under våren"), "yes"],
    [
      "proposes to somebody who is here",
      why(
        rules.proposeAction.decide(
          { action: "sign", to: "other", what: "" },
          { ...at(states.judged), toOrganisationId: undefined },
          by(karin),
        ),
      ),
      "action-needed",
    ],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  test("is taken further by those who took it in, and replied to by the one it is proposed to", () => {
    expect(rules.judge.may(karin, judgement, at(begun))).toBeUndefined();
    expect(rules.judge.may(johan, judgement, at(begun))?.why).toBe("not-yours");
    expect(rules.judge.may(ingrid, judgement, at(begun))?.why).toBe("not-yours");
    const proposal = {
      id: "p",
      action: "control",
      to: "police",
      what: "",
      toOrganisationId: "police",
      proposedAt: "2026-11-24T09:00:00.000Z" as Instant,
    } as const;
    const state = { partnershipId: PARTNERSHIP, proposal };
    const declined = { kind: "declined" as const, reason: "" };
    expect(rules.replyToProposal.may(karin, declined, state)?.why).toBe("not-yours");
    expect(rules.replyToProposal.may(johan, declined, state)).toBeUndefined();
    expect(why(rules.replyToProposal.decide(declined, state, by(johan)))).toBe("reason-needed");
    const reason = "Polisen prioriterar en annan plats den här månaden";
    expect(must(rules.replyToProposal.decide({ ...declined, reason }, state, by(johan))).reply).toMatchObject({
      reason,
    });
    expect(why(rules.replyToProposal.decide({ kind: "done", reason: "ABC 123" }, state, by(johan)))).toBe(
      "plate-belongs-with-police",
    );
  });
});
