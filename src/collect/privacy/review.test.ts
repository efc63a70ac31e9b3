import { describe, expect, test } from "vitest";
import type { Person } from "../../ground/party.ts";
import type { Instant } from "../../ground/time.ts";
import type { Observation } from "../observation.ts";
import { heldBack } from "./held-back.ts";
import { coveredNote, type Override, reviewPersons } from "./review.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const grant = (organisationId: string) => ({
  partnershipId: "ockelbo",
  organisationId,
  party: "municipality" as const,
  role: "note-taker" as const,
  title: "",
});
const person = (id: string, organisationId = "kommunen"): Person => ({
  id,
  name: id,
  grants: [grant(organisationId)],
  operator: false,
});
const note = {
  text: "Lampan vid torget är trasig, Kalle Svensson",
  consequence: "",
  proposal: "",
  place: { kind: "area" as const, name: "Storvägen 4 B" },
  sharing: "own" as const,
  wishedSharing: "shared" as const,
  revision: 2,
  ownerOrganisationId: "kommunen",
} as Observation;
const review: Override = {
  id: "r",
  observationId: "o",
  kinds: ["name"],
  reason: "en kiosk",
  overriddenBy: "amina",
  overriddenAt: AT,
};
const state = { partnershipId: "ockelbo", observation: note, review };
const moment = (by: Person) => ({ at: AT, by, newId: () => "new" });

describe("a warning that is set aside", () => {
  const written = { ...note, sharing: "shared" as const };
  test("is refused without a reason, and the reason itself points at nobody", () => {
    expect(heldBack(written)).toMatchObject({ refusal: { why: "text-has-name", field: "text" } });
    expect(heldBack({ ...written, override: "  " })).toMatchObject({ refusal: { why: "text-has-name" } });
    expect(heldBack({ ...written, override: "det är Anna Lind" })).toMatchObject({
      refusal: { why: "text-has-name", field: "override" },
    });
  });
  test("holds the note back, with what it wished and the kinds that were found", () =>
    expect(heldBack({ ...written, override: "det är en kiosk" })).toEqual({
      wished: "shared",
      reason: "det är en kiosk",
      kinds: ["address", "name"],
    }));
  test("is not needed where nothing points at anybody", () =>
    expect(
      heldBack({ ...written, text: "lampan är trasig", place: { kind: "unknown" }, override: "x" }),
    ).toBeUndefined());
});

describe("the second pair of eyes", () => {
  const decide = (verdict: "released" | "covered", by = person("karin"), given: typeof state | object = {}) =>
    reviewPersons.decide({ verdict }, { ...state, ...given }, moment(by));
  test("is another person of the same organisation", () => {
    expect(reviewPersons.may(person("johan", "polisen"), { verdict: "released" }, state)).toEqual({ why: "not-yours" });
    expect(reviewPersons.may(person("karin"), { verdict: "released" }, state)).toBeUndefined();
    expect(decide("released", person("amina"))).toMatchObject({ refusal: { why: "another-person-needed" } });
    // Amina's phone sent what Malin had written on it.
    const observation = { ...note, notedBy: "malin" };
    expect(decide("released", person("malin"), { observation })).toMatchObject({
      refusal: { why: "another-person-needed" },
    });
  });
  test("finds nothing where nothing waits", () =>
    expect(decide("released", person("karin"), { review: undefined })).toMatchObject({
      refusal: { why: "nothing-to-review" },
    }));
  test("lets it stand, and it is shared as it wished", () =>
    expect(decide("released")).toMatchObject({
      value: { observation: { text: note.text, sharing: "shared", reviewedRevision: 2 } },
    }));
  test("or covers what points at somebody, and keeps nothing of it", () =>
    expect(decide("covered")).toMatchObject({
      value: {
        observation: {
          text: "Lampan vid torget är trasig, [namn]",
          place: { name: "Storvägen [nummer]" },
          sharing: "shared",
        },
      },
    }));
  test("a place without a name is left alone", () =>
    expect(coveredNote({ ...note, place: { kind: "unknown" } }).place).toEqual({ kind: "unknown" }));
});
