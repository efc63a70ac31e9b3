import { describe, expect, test } from "vitest";
import { amina, by, ingrid, johan, karin, must, PARTNERSHIP, petra, why } from "../../test/people.ts";
import type { Instant } from "../ground/time.ts";
import { askNewKey, askWitness, isOpen, type KeyRenewal, revokeKey, witness } from "./new-key.ts";

const goran = {
  partnershipId: PARTNERSHIP,
  personId: "goran",
  operator: false,
  organisationIds: ["municipality"],
  standing: undefined,
};
const renewal: KeyRenewal = {
  id: "renewal",
  organisationId: "municipality",
  personId: "goran",
  expiresAt: "2026-11-24T09:15:00.000Z" as Instant,
  witnesses: [],
};

describe("asking for a new key for somebody", () => {
  test("is for their own organisation, never for oneself or for who runs the installation, and stands a quarter of an hour", () => {
    expect(askNewKey.may(karin, {}, goran)).toBeUndefined();
    expect(askNewKey.may(ingrid, {}, goran)).toBeUndefined();
    expect(askNewKey.may(johan, {}, goran)).toEqual({ why: "witness-of-own" });
    expect(must(askNewKey.decide({}, goran, by(karin)))).toMatchObject({
      organisationId: "municipality",
      expiresAt: "2026-11-24T09:15:00.000Z",
      isNew: true,
    });
    expect(why(askNewKey.decide({}, { ...goran, personId: "karin" }, by(karin)))).toBe("witness-not-oneself");
    expect(why(askNewKey.decide({}, { ...goran, operator: true }, by(karin)))).toBe("key-of-operator");
    // What is asked already is not asked twice; what is over is.
    expect(must(askNewKey.decide({}, { ...goran, standing: renewal }, by(petra)))).toMatchObject({
      id: "renewal",
      isNew: false,
    });
    expect(
      must(askNewKey.decide({}, { ...goran, standing: renewal }, by(petra, "2026-11-24T09:15:00.000Z"))).isNew,
    ).toBe(true);
  });
});

describe("saying that one sees the person", () => {
  const state = (more: Partial<KeyRenewal> = {}) => ({
    partnershipId: PARTNERSHIP,
    renewal: { ...renewal, ...more },
    isNewHere: false,
    asked: true,
    genuine: true,
    keys: 1,
  });
  test("takes two of the same organisation, each with their own key", () => {
    expect(witness.may(johan, {}, state())).toEqual({ why: "witness-of-own" });
    expect(askWitness.may(johan, {}, state())).toEqual({ why: "witness-of-own" });
    expect(witness.may(petra, {}, state())).toBeUndefined();
    const first = must(witness.decide({}, state(), by(karin)));
    expect(first).toMatchObject({ isWhole: false, renewal: { witnesses: ["karin"] } });
    expect(must(witness.decide({}, state({ witnesses: ["karin"] }), by(petra))).isWhole).toBe(true);
  });

  const late = "2026-11-24T09:15:00.000Z";
  test.each([
    ["the person themself", { personId: "karin" }, undefined, "witness-not-oneself"],
    ["the same twice", { witnesses: ["karin"] }, undefined, "witness-twice"],
    ["when the time is over", {}, late, "new-key-too-old"],
    ["when two have", { witnesses: ["petra", "amina"] }, undefined, "new-key-too-old"],
  ] as const)("is not for %s", (_who, more, at, reason) => {
    expect(why(witness.decide({}, state(more), by(karin, at)))).toBe(reason);
    expect(why(askWitness.decide({}, state(more), by(karin, at)))).toBe(reason);
  });

  test("takes a key, asked about just this and answering for itself", () => {
    expect(why(askWitness.decide({}, { ...state(), keys: 0 }, by(amina)))).toBe("witness-needs-key");
    expect(askWitness.decide({}, state(), by(amina)).ok).toBe(true);
    expect(why(witness.decide({}, { ...state(), asked: false }, by(karin)))).toBe("question-too-old");
    expect(why(witness.decide({}, { ...state(), genuine: false }, by(karin)))).toBe("key-not-recognised");
    // Who came in lately could be anybody that one person has made up.
    expect(why(askWitness.decide({}, { ...state(), isNewHere: true }, by(amina)))).toBe("witness-too-new");
    expect(why(witness.decide({}, { ...state(), isNewHere: true }, by(amina)))).toBe("witness-too-new");
    expect(isOpen(renewal, late as Instant)).toBe(false);
  });
});

test("one's own lost key is revoked while there is another", () => {
  expect(must(revokeKey.decide({ credentialId: "a" }, { keys: ["a", "b"] }, by(karin)))).toEqual({ credentialId: "a" });
  expect(why(revokeKey.decide({ credentialId: "a" }, { keys: ["a"] }, by(karin)))).toBe("last-key");
  expect(why(revokeKey.decide({ credentialId: "x" }, { keys: ["a", "b"] }, by(karin)))).toBe("not-found");
});
