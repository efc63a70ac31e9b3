import { describe, expect, test } from "vitest";
import { by, johan, karin, must, PARTNERSHIP, why } from "../../../test/people.ts";
import type { Instant } from "../../ground/time.ts";
import { saidBefore, standingOf, takeBack, takeBackMeasurement } from "./taken-back.ts";
import type { Thread } from "./thread.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const described = {
  id: "t",
  number: 14,
  ownerOrganisationId: "municipality",
  stretch: { kind: "area", name: "Bruksvägen" },
  complaints: 1,
  openedAt: AT,
  example: false,
  takenBack: [],
  roadKeeper: "municipality",
  limit: 30,
} as const;
const judgement = { kind: "partly" as const, sentence: "Farten är hög." };
const states = {
  "passed-on": { ...described, state: "passed-on", passedOn: "Till Trafikverket" },
  measuring: { ...described, state: "measuring" },
  measured: { ...described, state: "measured" },
  judged: { ...described, state: "judged", judgement },
  acting: { ...described, state: "acting", judgement },
  remeasured: { ...described, state: "remeasured", judgement },
  answered: { ...described, state: "answered", answer: "Tack", answeredAt: AT },
} satisfies Partial<Record<Thread["state"], Thread>>;
const own = (id: string): { readonly id: string; readonly withdrawn?: undefined } => ({ id });
const road = (id: string) => ({ id, comparisonRoad: "Norra infarten" });
const gone = (id: string) => ({ id, withdrawn: { at: AT, reason: "Fel fil", threadState: "measured" as const } });
const at = (thread: Thread, measurements: readonly { readonly id: string }[] = []) => ({
  partnershipId: PARTNERSHIP,
  thread,
  measurements,
});

describe("what the desk has said is taken back", () => {
  const back = (thread: Thread, measurements: readonly { readonly id: string }[] = []) =>
    must(takeBack.decide({ reason: " Fel väg " }, at(thread, measurements), by(karin)));

  test("one step, and stands with its reason", () => {
    const again = back(states["passed-on"]);
    expect(again).toMatchObject({ state: "received", roadKeeper: "municipality" });
    expect("passedOn" in again).toBe(false);
    expect(again.takenBack).toMatchObject([{ state: "passed-on", said: "Till Trafikverket", reason: "Fel väg" }]);
    expect(back(states.measuring).state).toBe("received");
    const unjudged = back(states.judged, [own("a")]);
    expect(unjudged).toMatchObject({ state: "measured", takenBack: [{ state: "judged", said: "Farten är hög." }] });
    expect("judgement" in unjudged).toBe(false);
    // What it was judged by may have been taken back before.
    expect(back(states.judged, [gone("a"), road("b")]).state).toBe("measuring");
    // Regretted twice, told twice.
    const twice = back({ ...states.measuring, takenBack: again.takenBack });
    expect(twice.takenBack.map(({ state }) => state)).toEqual(["passed-on", "measuring"]);
  });

  test.each<[string, string | undefined, string]>([
    ["not without a reason", why(takeBack.decide({ reason: " " }, at(states.judged), by(karin))), "reason-needed"],
    [
      "not with a plate in it",
      why(takeBack.decide({ reason: "Det var ABC 123" }, at(states.judged), by(karin))),
      "plate-belongs-with-police",
    ],
    ["not when it is acted on", why(takeBack.decide({ reason: "Fel" }, at(states.acting), by(karin))), "not-now"],
    ["not when it is answered", why(takeBack.decide({ reason: "Fel" }, at(states.answered), by(karin))), "not-now"],
    ["not by the other organisation", takeBack.may(johan, { reason: "Fel" }, at(states.judged))?.why, "not-yours"],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));
});

describe("a measurement is taken back", () => {
  const back = (thread: Thread, measurements: readonly { readonly id: string }[], id = "a") =>
    takeBackMeasurement.decide({ id, reason: "Fel fil" }, at(thread, measurements), by(karin));

  test.each<[string, Thread, readonly { readonly id: string }[], Thread["state"]]>([
    ["the only one is waited for again", states.measured, [own("a"), road("b")], "measuring"],
    ["one of two in a row leaves the other", states.measured, [own("a"), own("b")], "measured"],
    ["one of two around an action is waited for again", states.remeasured, [own("a"), own("b")], "remeasuring"],
    ["the third leaves two", states.remeasured, [own("a"), own("b"), own("c")], "remeasured"],
    ["a road to compare with takes nothing along", states.measured, [road("a"), own("b")], "measured"],
    ["a judgement stands", states.judged, [own("a")], "judged"],
    ["an answer stands", states.answered, [own("a")], "answered"],
  ])("%s", (_sentence, thread, measurements, state) => {
    const { thread: after, measurement } = must(back(thread, measurements));
    expect(after.state).toBe(state);
    expect(measurement).toMatchObject({ id: "a", withdrawn: { reason: "Fel fil", threadState: thread.state } });
  });

  test.each<[string, string | undefined, string]>([
    ["once", why(back(states.measured, [gone("a")])), "measurement-taken-back"],
    ["where it stands", why(back(states.measured, [own("b")])), "not-now"],
    [
      "with a reason",
      why(takeBackMeasurement.decide({ id: "a", reason: "" }, at(states.measured, [own("a")]), by(karin))),
      "reason-needed",
    ],
    [
      "by those who measured",
      takeBackMeasurement.may(johan, { id: "a", reason: "Fel" }, at(states.measured))?.why,
      "not-yours",
    ],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  test("nothing is reckoned with it, and what was said before it is told to rest on it", () => {
    expect(standingOf([own("a"), gone("b")])).toEqual([own("a")]);
    expect(saidBefore([own("a"), gone("b")])).toBe(false);
    const after = { id: "c", withdrawn: { at: AT, reason: "Fel fil", threadState: "answered" as const } };
    expect(saidBefore([own("a"), after])).toBe(true);
  });
});
