import { describe, expect, test } from "vitest";
import { amina, by, johan, must, PARTNERSHIP, why } from "../../test/people.ts";
import { no, yes } from "../ground/result.ts";
import type { Observation } from "./observation.ts";
import { attachPhoto, PHOTO_LIMITS, type PhotoWhy } from "./photo.ts";

const clean = { jpeg: new Uint8Array([1]), width: 20, height: 10 };
const state = (
  photoIds: readonly string[] = [],
  photo: Parameters<typeof attachPhoto.decide>[1]["photo"] = yes(clean),
) => ({
  partnershipId: PARTNERSHIP,
  observation: { id: "o", ownerOrganisationId: "municipality" } as Observation,
  imported: false,
  photo,
  photoIds,
});
const attaches = (given: ReturnType<typeof state>, alt = " Släckt lykta ") =>
  attachPhoto.decide({ id: "p", alt }, given, by(amina));
const full = Array.from({ length: PHOTO_LIMITS.perObservation }, (_, n) => `p${n}`);

describe("a photo", () => {
  test("belongs to an observation, with words for those who do not see it", () =>
    expect(must(attaches(state()))).toEqual({ id: "p", alt: "Släckt lykta", photo: clean, repeated: false }));

  test("that is sent twice is one photo, also where there is no room for more", () =>
    expect(must(attaches(state([...full.slice(1), "p"])))).toMatchObject({ repeated: true }));

  test.each<[string, string | undefined, string]>([
    ["finds no room after the sixth", why(attaches(state(full))), "photo-limit"],
    ["finds room for the sixth", why(attaches(state(full.slice(1)))), "yes"],
    ["has words that name nobody", why(attaches(state(), "bilen ABC 123")), "text-has-plate"],
    [
      "is refused as it was when it could not be read",
      why(attaches(state([], no<PhotoWhy>("not-a-photo")))),
      "not-a-photo",
    ],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  test("is added by those whose observation it is", () => {
    expect(attachPhoto.may(amina, {} as never, state())).toBeUndefined();
    expect(attachPhoto.may(johan, {} as never, state())?.why).toBe("not-yours");
  });
});
