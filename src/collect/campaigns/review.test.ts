import { describe, expect, test } from "vitest";
import { amina, by, ingrid, johan, karin, must, PARTNERSHIP, why } from "../../../test/people.ts";
import { reviewAnswers } from "./review.ts";

const owner = karin.grants[0]!.organisationId;
type State = Parameters<typeof reviewAnswers.decide>[1];
const answer = (id: string, more: Partial<State["answers"][number]> = {}): State["answers"][number] => ({
  id,
  state: "waiting",
  owner,
  ...more,
});
const standing = (...answers: State["answers"]): State => ({ partnershipId: PARTNERSHIP, answers });

describe("several answers read at once", () => {
  test.each<[string, readonly string[], State, readonly string[], readonly string[]]>([
    ["both of two that wait", ["a", "b"], standing(answer("a"), answer("b")), ["a", "b"], []],
    ["the same one chosen twice is read once", ["a", "a"], standing(answer("a")), ["a"], []],
    ["a photo that is covered", ["a"], standing(answer("a", { photo: "covered" })), ["a"], []],
    [
      "not the one whose photo nobody has seen, and still the others",
      ["a", "b"],
      standing(answer("a"), answer("b", { photo: "unseen" })),
      ["a"],
      ["b photo-not-seen"],
    ],
    [
      "not the one that is read already",
      ["a", "b"],
      standing(answer("a"), answer("b", { state: "kept" })),
      ["a"],
      ["b nothing-to-review"],
    ],
    ["not one that is not there", ["a", "b"], standing(answer("a")), ["a"], ["b nothing-to-review"]],
    [
      "not one that another organisation asked for, which is as if it were not there",
      ["a", "b"],
      standing(answer("a"), answer("b", { owner: "another" })),
      ["a"],
      ["b nothing-to-review"],
    ],
  ])("%s", (_how, ids, state, read, refused) => {
    const outcome = must(reviewAnswers.decide({ ids }, state, by(karin)));
    expect(outcome.reviewed.map(({ id }) => id)).toEqual(read);
    expect(outcome.refused.map((one) => `${one.id} ${one.why}`)).toEqual(refused);
  });

  test("hidden for a reason, also with a photo that nobody has seen; what points at somebody is forgotten", () => {
    const state = standing(answer("a"), answer("b", { photo: "unseen" }));
    const input = { ids: ["a", "b"], reason: "points-at-a-person" as const };
    expect(must(reviewAnswers.decide(input, state, by(karin))).reviewed).toEqual(
      ["a", "b"].map((id) => ({
        id,
        readOn: "2026-11-24",
        state: "set-aside",
        reason: "points-at-a-person",
        forget: true,
      })),
    );
  });

  test("none chosen is nothing to do, and who reads for nobody reads nothing", () => {
    expect(why(reviewAnswers.decide({ ids: [] }, standing(), by(karin)))).toBe("nothing-chosen");
    const may = [karin, amina, johan, ingrid].map((person) => reviewAnswers.may(person, { ids: [] }, standing())?.why);
    expect(may).toEqual([undefined, undefined, undefined, "not-yours"]);
  });
});
