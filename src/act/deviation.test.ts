import { describe, expect, test } from "vitest";
import { by, ingrid, johan, karin, must, PARTNERSHIP, sofia, why } from "../../test/people.ts";
import type { Person } from "../ground/party.ts";
import type { Day } from "../ground/time.ts";
import { noteDeviation, type NewDeviation, withdrawDeviation } from "./deviation.ts";

const state = { partnershipId: PARTNERSHIP, activityId: "1.1", owners: ["municipality", "police"] };
const deviation: NewDeviation = {
  on: "2026-11-20" as Day,
  cause: "vacancy",
  sentence: " Ingen bil fanns den kvällen ",
  unitName: "Gatuenheten",
  next: { kind: "new-day", day: "2026-12-01" as Day },
};

describe("a deviation", () => {
  const notes = (more: Partial<NewDeviation>) => noteDeviation.decide({ ...deviation, ...more }, state, by(johan));

  test("says what did not happen, for the organisation whose it was, and when it will", () =>
    expect(must(notes({}))).toMatchObject({
      deviation: {
        organisationId: "police",
        sentence: "Ingen bil fanns den kvällen",
        next: { kind: "new-day", day: "2026-12-01" },
        notedAt: "2026-11-24T09:00:00.000Z",
        struck: undefined,
      },
      repeated: false,
    }));

  const { deviation: noted } = must(notes({ id: "made there" }));
  const takenBack = (reason: string, before = noted) =>
    withdrawDeviation.decide({ reason }, { ...state, deviation: before }, by(johan));
  const struck = must(takenBack(" Fel månad ")).deviation;

  test("keeps the id it was given on the phone, and is one when it is sent twice, also when it was taken back in between", () => {
    expect(noted.id).toBe("made there");
    for (const same of [noted, struck]) {
      const again = noteDeviation.decide({ ...deviation, sentence: "" }, { ...state, same }, by(johan));
      expect(must(again)).toEqual({ deviation: same, repeated: true });
    }
  });

  test("is taken back with a reason that stays", () =>
    expect(struck).toEqual({ ...noted, struck: { at: "2026-11-24T09:00:00.000Z", reason: "Fel månad" } }));

  test.each<[string, string | undefined, string]>([
    ["the reason is said", why(takenBack(" ")), "reason-needed"],
    ["and names nobody", why(takenBack("anna@example.se skrev fel")), "names-a-person"],
    ["the same reason twice is once", why(takenBack("Fel månad", struck)), "yes"],
    ["another is too late", why(takenBack("Fel dag", struck)), "already-struck"],
  ])("taking back: %s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  test("only the one whose it is takes it back", () => {
    expect(withdrawDeviation.may(johan, { reason: "x" }, { ...state, deviation: noted })).toBeUndefined();
    expect(withdrawDeviation.may(karin, { reason: "x" }, { ...state, deviation: noted })?.why).toBe(
      "other-party-owns-it",
    );
  });

  test.each<[string, string | undefined, string]>([
    ["is not told before the day", why(notes({ on: "2026-11-25" as Day })), "future-not-written"],
    ["has a sentence", why(notes({ sentence: "  " })), "sentence-needed"],
    ["that names nobody", why(notes({ sentence: "Sjuk: 070-123 45 67" })), "names-a-person"],
    [
      "has a new day that has not been",
      why(notes({ next: { kind: "new-day", day: "2026-11-23" as Day } })),
      "new-day-has-passed",
    ],
    ["which may be today", why(notes({ next: { kind: "new-day", day: "2026-11-24" as Day } })), "yes"],
    ["or a reason why there is none", why(notes({ next: { kind: "none", because: "" } })), "no-new-day-because-needed"],
    ["that names nobody", why(notes({ next: { kind: "none", because: "fråga anna@example.se" } })), "names-a-person"],
    ["and is then enough", why(notes({ next: { kind: "none", because: "Avtalet är slut" } })), "yes"],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));
});

test.each<[string, Person, string | undefined]>([
  ["the owner's kommunpolis notes it", johan, undefined],
  ["the other party does not", karin, "other-party-owns-it"],
  ["a signatory notes nothing", sofia, "not-yours"],
  ["nor does a reader", ingrid, "not-yours"],
])("%s", (_sentence, person, refusal) =>
  expect(noteDeviation.may(person, deviation, { ...state, owners: ["police"] })?.why).toBe(refusal),
);
