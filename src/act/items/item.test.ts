import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amina, by, ingrid, johan, karin, must, PARTNERSHIP, petra, why } from "../../../test/people.ts";
import type { Day, Instant } from "../../ground/time.ts";
import {
  canNow,
  type Decision,
  factsOf,
  grantToTake,
  isClosed,
  isLate,
  ITEM_STATES,
  type ItemState,
  managerOf,
  type NewStep,
  nextStep,
  type OnItem,
  type Origin,
  standingOf,
  type Step,
  STEP_KINDS,
  takeStep,
  waitsForOwner,
} from "./item.ts";

const day = (text: string) => text as Day;
const municipality = petra.grants[0]!.organisationId;
const answered = (kind: Decision["kind"], more: Partial<Decision> = {}): Decision => ({
  kind,
  reason: kind === "declined" || kind === "passed-on" ? "Marken är privat" : "",
  when: "i vår",
  at: "2026-05-01T09:00:00.000Z" as Instant,
  ...more,
});
const origin = (more: Partial<Origin> = {}): Origin => ({
  id: "row",
  from: "walk",
  registeredOn: day("2026-04-01"),
  manager: "municipality",
  early: "registered",
  decision: answered("will-be-done"),
  ...more,
});
const on = (more: Partial<OnItem> = {}): OnItem => ({
  partnershipId: PARTNERSHIP,
  origin: origin(),
  steps: [],
  organisationId: municipality,
  walks: [{ id: "walk", on: day("2026-10-08") }],
  others: ["other"],
  ...more,
});
const DONE = { kind: "done", on: day("2026-09-01"), sentence: "Lampan är bytt" } as const;
const SEEN = { kind: "verified", on: day("2026-10-02"), sentence: "Den lyser" } as const;
const PLAN = { kind: "planned", by: day("2027-05-31"), inSeason: true } as const;
/** The item after these steps, each taken by a rule that said yes. */
const taken = (state: OnItem, ...steps: readonly NewStep[]): OnItem =>
  steps.reduce<OnItem>(
    (now, step) => ({ ...now, steps: [...now.steps, must(takeStep.decide({ step }, now, by(karin)))] }),
    state,
  );
const stands = ({ origin: of, steps }: OnItem) => standingOf(of, steps);

describe("the way of an action item", () => {
  test("planned to a season, underway, done, seen and told of, a step at a time", () => {
    const TOLD = { kind: "fed-back", on: day("2026-10-05"), sentence: "Anslag vid affären" } as const;
    const whole = taken(on(), PLAN, { kind: "underway" }, DONE, SEEN, TOLD);
    expect(factsOf(stands(whole))).toMatchObject({
      state: "fed-back",
      done: { on: "2026-09-01", sentence: "Lampan är bytt" },
      look: { on: "2026-10-02", sentence: "Den lyser" },
      told: { sentence: "Anslag vid affären" },
      restsOn: "verified",
    });
    expect(whole.steps.map(({ number, standsOn }) => [number, standsOn])).toEqual([
      [1, "will-be-done"],
      [2, "will-be-done"],
      [3, "will-be-done"],
      [4, "will-be-done"],
      [5, "will-be-done"],
    ]);
    expect(whole.steps[0]).toMatchObject({ office: karin.grants[0]!.title, organisationId: municipality });
    expect(JSON.stringify(whole.steps)).not.toContain(karin.name);
  });

  test.each<[string, Partial<Origin>, ItemState]>([
    ["registered and nothing more", { decision: undefined }, "registered"],
    ["sent and asked about", { decision: undefined, early: "question" }, "question"],
    ["will be done", {}, "decided"],
    ["planned before", { decision: answered("already-planned") }, "decided"],
    ["looked into", { decision: answered("investigated") }, "investigated"],
    ["declined", { decision: answered("declined") }, "declined"],
    ["passed on", { decision: answered("passed-on") }, "forwarded"],
    ["done already", { decision: answered("done") }, "done"],
  ])("begins where collect left it: %s", (_name, more, state) => {
    expect(standingOf(origin(more), []).state).toBe(state);
  });

  test("what was said to be done and was not is underway again, and says who saw what", () => {
    const back = taken(on(), DONE, { kind: "not-done", on: day("2026-10-08"), sentence: "Mörkt", walkId: "walk" });
    expect(stands(back)).toEqual({
      state: "underway",
      plan: undefined,
      notDone: { on: "2026-10-08", sentence: "Mörkt", walkId: "walk" },
    });
    expect(stands(taken(back, DONE, SEEN)).state).toBe("verified");
    expect(stands(taken(on(), DONE, SEEN, { kind: "not-done", on: day("2026-11-01"), sentence: "Trasig" })).state).toBe(
      "underway",
    );
  });

  test("another answer at another meeting begins the way anew; the same one written over does not, and a duplicate stays", () => {
    const later = "2027-05-01T09:00:00.000Z" as Instant;
    const done = taken(on(), DONE);
    const again = (kind: Decision["kind"], state: OnItem) => ({
      ...state,
      origin: { ...state.origin, decision: answered(kind, { at: later }) },
    });
    expect(stands(again("will-be-done", done)).state).toBe("done");
    const declined = again("declined", done);
    expect(factsOf(stands(declined))).toMatchObject({ state: "declined", reason: "Marken är privat", done: undefined });
    expect(declined.steps).toHaveLength(1);
    const duplicate = taken(on({ origin: origin({ decision: undefined }) }), { kind: "duplicate", of: "other" });
    expect(stands(again("will-be-done", duplicate)).state).toBe("duplicate");
    const none = taken(duplicate, { kind: "taken-up", reason: "Det är två lampor" });
    expect(stands(none).state).toBe("registered");
  });

  test("whom it is forwarded to has it, and a forwarded item can be answered by them", () => {
    const sent = taken(on(), { kind: "forwarded", reason: "Vägen är statlig", to: "road-authority" });
    expect(managerOf(sent.origin, sent.steps)).toBe("road-authority");
    expect(stands(taken(sent, PLAN)).state).toBe("planned");
    expect(stands(taken(sent, { kind: "fed-back", on: day("2026-10-05"), sentence: "Brev" }))).toMatchObject({
      state: "fed-back",
      of: { state: "forwarded", reason: "Vägen är statlig" },
    });
  });

  test("is late when its day has been, waits for an owner where nobody has it, is closed when somebody has seen it", () => {
    const planned = stands(taken(on(), { kind: "planned", by: day("2026-12-01"), inSeason: false }));
    expect(isLate(planned, day("2026-12-01"))).toBe(false);
    expect(isLate(planned, day("2026-12-02"))).toBe(true);
    expect(isLate({ state: "decided" }, day("2030-01-01"))).toBe(false);
    expect(waitsForOwner({ state: "decided" }, "unknown")).toBe(true);
    expect(waitsForOwner({ state: "sent" }, "municipality")).toBe(true);
    expect(waitsForOwner({ state: "received" }, "municipality")).toBe(false);
    expect(waitsForOwner({ state: "declined" }, "unknown")).toBe(false);
    expect(ITEM_STATES.filter((state) => isClosed({ state }))).toEqual([
      "verified",
      "fed-back",
      "declined",
      "duplicate",
    ]);
    for (const state of ITEM_STATES) {
      const next = nextStep({ state });
      expect(next === undefined || canNow(next, state)).toBe(true);
    }
  });
});

describe("a step is refused", () => {
  const outside = on({ origin: origin({ manager: "road-authority" }) });
  test.each<[string, NewStep, OnItem, string]>([
    ["from where it cannot be taken", SEEN, on(), "item-not-now"],
    ["before anything is decided", PLAN, on({ origin: origin({ decision: undefined }) }), "item-not-now"],
    ["twice", { kind: "underway" }, taken(on(), { kind: "underway" }), "item-not-now"],
    ["by nobody’s spot", PLAN, on({ origin: origin({ manager: "unknown" }) }), "item-without-owner"],
    ["to a day that has been", { ...PLAN, by: day("2026-11-23"), inSeason: false }, on(), "plan-day-passed"],
    ["to a season that ends on no such day", { ...PLAN, by: day("2027-05-30") }, on(), "plan-no-season"],
    ["on a day to come", { ...DONE, on: day("2026-11-25") }, on(), "future-not-written"],
    ["before it was heard", { ...DONE, on: day("2026-03-31") }, on(), "item-day-too-early"],
    ["without a word on what was done", { ...DONE, sentence: " " }, on(), "item-sentence-needed"],
    ["with somebody in it", { ...DONE, sentence: "Ring 070-123 45 67" }, on(), "text-has-phone"],
    ["looked at before it was done", { ...SEEN, on: day("2026-08-31") }, taken(on(), DONE), "item-day-too-early"],
    ["looked at on a walk elsewhere", { ...SEEN, walkId: "else" }, taken(on(), DONE), "item-walk-elsewhere"],
    ["looked at on a walk of another day", { ...SEEN, walkId: "walk" }, taken(on(), DONE), "item-walk-elsewhere"],
    [
      "not done, without what was seen",
      { kind: "not-done", on: day("2026-10-02"), sentence: "" },
      taken(on(), DONE),
      "item-sentence-needed",
    ],
    ["a look with somebody in it", { ...SEEN, sentence: "Ring 070-123 45 67" }, taken(on(), DONE), "text-has-phone"],
    ["a no without a reason", { kind: "declined", reason: " " }, on(), "public-reason-needed"],
    ["a no about somebody", { kind: "declined", reason: "Ring 070-123 45 67" }, on(), "text-has-phone"],
    ["handed on without a reason", { kind: "forwarded", reason: "", to: "region" }, on(), "public-reason-needed"],
    [
      "handed on to those who have it",
      { kind: "forwarded", reason: "Statlig väg", to: "road-authority" },
      outside,
      "item-theirs-already",
    ],
    ["taken up without a reason", { kind: "taken-up", reason: "" }, taken(on(), DONE), "public-reason-needed"],
    ["the same as itself", { kind: "duplicate", of: "row" }, on(), "item-same-as-none"],
    [
      "told without how",
      { kind: "fed-back", on: day("2026-10-05"), sentence: "" },
      on({ origin: origin({ decision: answered("declined") }) }),
      "item-sentence-needed",
    ],
  ])("%s", (_name, step, state, refusal) => {
    expect(why(takeStep.decide({ step }, state, by(karin)))).toBe(refusal);
  });

  test.each<[string, Partial<OnItem>, NewStep, readonly string[]]>([
    ["the manager’s own people say what becomes of it", {}, PLAN, ["karin", "petra"]],
    [
      "what somebody outside answered is written by the municipality’s coordinator",
      { origin: origin({ manager: "road-authority" }) },
      PLAN,
      ["karin"],
    ],
    ["the police of what they were asked for", { organisationId: johan.grants[0]!.organisationId }, PLAN, ["johan"]],
    ["that it is there either party may say", {}, SEEN, ["karin", "petra", "johan"]],
  ])("to others: %s", (_name, more, step, may) => {
    const people = { karin, petra, johan, amina, ingrid };
    const allowed = Object.entries(people).filter(
      ([, person]) => takeStep.may(person, { step }, on(more)) === undefined,
    );
    expect(allowed.map(([name]) => name)).toEqual(may);
    expect(takeStep.may(amina, { step }, on(more))).toEqual({ why: "not-yours" });
  });

  test("whoever looks for the other party says so as their own", () => {
    const state = taken(on(), DONE);
    expect(grantToTake(johan, state, "verified")?.organisationId).toBe(johan.grants[0]!.organisationId);
    expect(must(takeStep.decide({ step: SEEN }, state, by(johan))).organisationId).toBe(
      johan.grants[0]!.organisationId,
    );
  });
});

test("whatever is tried, in any order, it stands in one of its states, nothing said is lost, and what is offered is what is taken", () => {
  const step: fc.Arbitrary<NewStep> = fc.oneof(
    fc.constant<NewStep>(PLAN),
    fc.constant<NewStep>({ kind: "underway" }),
    fc.constant<NewStep>(DONE),
    fc.constant<NewStep>({ kind: "fed-back", on: day("2026-11-02"), sentence: "Anslag" }),
    fc.constantFrom<NewStep>(
      { kind: "verified", on: day("2026-11-01"), sentence: "" },
      { kind: "not-done", on: day("2026-11-01"), sentence: "Mörkt" },
    ),
    fc.constantFrom<NewStep>({ kind: "declined", reason: "Nej" }, { kind: "taken-up", reason: "Jo" }),
    fc.constantFrom<NewStep>(
      { kind: "forwarded", reason: "Deras", to: "region" },
      { kind: "forwarded", reason: "Deras", to: "housing" },
    ),
    fc.constant<NewStep>({ kind: "duplicate", of: "other" }),
  );
  const kinds = [
    undefined,
    "will-be-done",
    "investigated",
    "declined",
    "passed-on",
    "already-planned",
    "done",
  ] as const;
  const begun = fc.constantFrom(...kinds).map((kind) => origin({ decision: kind && answered(kind) }));
  fc.assert(
    fc.property(begun, fc.array(step, { maxLength: 25 }), (of, tried) => {
      const history: Step[] = [];
      for (const one of tried) {
        const state = on({ origin: of, steps: [...history] });
        const before = standingOf(of, history);
        const result = takeStep.decide({ step: one }, state, by(karin));
        expect(result.ok && !canNow(one.kind, before.state)).toBe(false);
        if (result.ok) history.push(result.value);
        expect(ITEM_STATES).toContain(standingOf(of, history).state);
        expect(history.map(({ number }) => number)).toEqual(history.map((_one, place) => place + 1));
      }
      // Every step that stands was one that could be taken where it was taken.
      for (const [place, one] of history.entries())
        expect(canNow(one.kind, standingOf(of, history.slice(0, place)).state)).toBe(true);
      expect(STEP_KINDS.every((kind) => typeof canNow(kind, standingOf(of, history).state) === "boolean")).toBe(true);
    }),
  );
});
