import { describe, expect, test } from "vitest";
import { by, johan, karin, must, PARTNERSHIP, petra, why } from "../../../test/people.ts";
import { no, yes } from "../../ground/result.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Step } from "./item.ts";
import { addStepPhoto, MOST_PHOTOS, takeAwayStepPhoto } from "./step-photo.ts";

const noted = {
  id: "s",
  number: 3,
  standsOn: "will-be-done" as const,
  organisationId: "municipality",
  office: "",
  notedAt: "2026-11-20T09:00:00.000Z" as Instant,
  example: false,
};
const done = { ...noted, kind: "done", on: "2026-11-20" as Day, sentence: "Häcken är klippt" } satisfies Step;
const photo = yes({ jpeg: new Uint8Array([1]), width: 4, height: 3 });
type State = Parameters<typeof addStepPhoto.decide>[1];
const state: State = { partnershipId: PARTNERSHIP, step: done, photoIds: [], photo };

describe("a photo of a step", () => {
  test.each<[string, Partial<State>, string]>([
    ["shows what was done", {}, "yes"],
    ["nothing is seen of a plan", { step: { ...noted, kind: "underway" } }, "step-shows-nothing"],
    ["three are enough", { photoIds: ["1", "2", "3"] }, "step-photos-full"],
    ["one that came before is no fourth", { photoIds: ["new", "2", "3"] }, "yes"],
    ["what is no photo is told as that", { photo: no("not-a-photo") }, "not-a-photo"],
  ])("%s", (_said, more, word) => {
    expect(MOST_PHOTOS).toBe(3);
    expect(why(addStepPhoto.decide({ id: "new" }, { ...state, ...more }, by(petra)))).toBe(word);
  });

  test("is added and taken away by the organisation whose step it is", () => {
    expect([petra, karin, johan].map((who) => addStepPhoto.may(who, { id: "p" }, state)?.why)).toEqual([
      undefined,
      undefined,
      "not-yours",
    ]);
    expect(takeAwayStepPhoto.may(johan, { id: "p" }, state)?.why).toBe("not-yours");
    expect(must(takeAwayStepPhoto.decide({ id: "p" }, state, by(petra)))).toBe("p");
  });
});
