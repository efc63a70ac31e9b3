import { describe, expect, test } from "vitest";
import { amina, by, ingrid, johan, karin, must, PARTNERSHIP, why } from "../../../test/people.ts";
import type { Day } from "../../ground/time.ts";
import {
  bandOf,
  keepPromise,
  type NewHearing,
  type NewStaffDialogue,
  noteHearing,
  noteStaffDialogue,
  observationsOf,
  WHOLE_AREA,
} from "./hearing.ts";
import { reviseHearing, reviseStaffDialogue } from "./revision.ts";
import { openPassage, sharePassage, withdrawPassage } from "./passage.ts";

const said = {
  heldOn: "2026-11-20" as Day,
  themes: [
    { category: "vandalism.damage" as const, text: "Fönster krossas på fredagsnätterna" },
    { category: "place.lighting" as const, text: "Mörkt på baksidan" },
  ],
  wishMunicipality: "Belysning på baksidan",
  wishPolice: "Fotpatrull efter tio",
  promise: "Svar om belysningen",
  promiseBy: "2026-12-15" as Day,
};
const heard: NewHearing = {
  ...said,
  actorKind: "trade",
  area: "Ockelbo",
  actors: 7,
  does: "Plockar in",
  reading: "own",
};
const state = { partnershipId: PARTNERSHIP, knownActors: undefined };
const note = (more: Partial<NewHearing> = {}, known = {}) =>
  noteHearing.decide({ ...heard, ...more }, { ...state, ...known }, by(karin));
const staff: NewStaffDialogue = { ...said, asked: 20, answered: 12, texts: ["Vi hinner inte gå runt"] };

describe("a hearing", () => {
  test("keeps what kind of actor, in their order, what they wish and what was promised back", () => {
    expect(must(note())).toMatchObject({
      form: "actor",
      actorKind: "trade",
      area: "Ockelbo",
      ownerOrganisationId: "municipality",
      themes: [{ text: "Fönster krossas på fredagsnätterna" }, { text: "Mörkt på baksidan" }],
      promised: { text: "Svar om belysningen", by: "2026-12-15" },
      keptOn: undefined,
    });
    expect(noteHearing.may(karin, heard, state)).toBeUndefined();
    for (const person of [amina, ingrid]) expect(noteHearing.may(person, heard, state)).toEqual({ why: "not-yours" });
  });

  test.each<[string, Partial<NewHearing>, object?]>([
    ["yes", { area: WHOLE_AREA, actors: undefined }],
    ["yes", { actors: undefined }, { knownActors: 3 }],
    ["yes", { promise: "", promiseBy: undefined }],
    ["area-needed", { area: " " }],
    ["how-many-actors", { actors: undefined }],
    ["too-few-actors", { actors: 2 }],
    ["too-few-actors", { actors: 2 }, { knownActors: 5 }],
    ["themes-needed", { themes: [{ category: "other.other", text: " " }] }],
    ["not-held-yet", { heldOn: "2026-11-25" as Day }],
    ["promise-needs-day", { promiseBy: undefined }],
    ["promise-needs-day", { promise: " " }],
    ["sounds-like-suspicion", { wishPolice: "Vi tror att grannen till torget säljer där" }],
    ["hearing-points-out", { reading: "shared", does: "ICA-butiken i Lingbo larmar" }],
    ["hearing-points-out", { reading: "counted", wishPolice: "Macken stänger åtta, gå förbi då" }],
    ["hearing-points-out", { reading: "shared", area: "vid Lingbo Livs" }],
    ["hearing-points-out", { reading: "shared", promise: "Svar till frisören vid torget" }],
    ["yes", { reading: "shared", does: "ICA-butiken i Lingbo larmar", anyway: true }],
    ["yes", { reading: "own", does: "ICA-butiken i Lingbo larmar" }],
    ["yes", { reading: "counted" }],
    ["text-has-phone", { does: "Ring 070-123 45 67" }],
  ])("says %s to %j", (whyNot, more, known) => expect(why(note(more, known))).toBe(whyNot));

  test("is in the picture by its themes, at the level it was released for", () => {
    const sharings = (["own", "shared", "counted"] as const).map((reading) =>
      observationsOf(must(note({ reading })), {
        sourceId: "s",
        word: "Handel",
        at: by(karin).at,
        newId: () => "o",
      }).map(({ sharing, text }) => [sharing, text]),
    );
    expect(sharings.map(([first]) => first?.[0])).toEqual(["own", "shared", "shared"]);
    expect(sharings[0]?.[1]).toEqual(["own", "Handel, Ockelbo: Mörkt på baksidan"]);
  });

  test("has a promise that is kept once, by those who heard", () => {
    const hearing = must(note());
    const holding = { partnershipId: PARTNERSHIP, hearing };
    expect(keepPromise.may(johan, {}, holding)).toEqual({ why: "not-yours" });
    const kept = must(keepPromise.decide({}, holding, by(karin)));
    expect(kept.keptOn).toBe("2026-11-24");
    const again = keepPromise.decide({}, { ...holding, hearing: kept }, by(karin, "2026-12-01T09:00:00.000Z"));
    expect(must(again).keptOn).toBe("2026-11-24");
  });

  test.each([
    [1, "1-4"],
    [4, "1-4"],
    [5, "5-9"],
    [10, "10+"],
  ])("is one of %i that are told as %s", (count, band) => expect(bandOf(count)).toBe(band));
});

describe("a correction", () => {
  const correct = (before: Partial<NewHearing>, more: Partial<NewHearing>) => {
    const hearing = { ...must(note(before)), passageIds: ["p"], keptOn: "2026-11-24" as Day };
    const held = { partnershipId: PARTNERSHIP, hearing, knownActors: undefined };
    return reviseHearing.decide(
      { ...heard, ...before, actors: undefined, ...more },
      held,
      by(karin, "2026-12-01T09:00:00.000Z"),
    );
  };
  test.each<[string, Partial<NewHearing>, Partial<NewHearing>]>([
    ["yes", {}, { does: "Plockar in skyltarna" }],
    ["yes", { reading: "shared" }, { reading: "own" }],
    ["yes", { reading: "counted" }, { reading: "shared" }],
    ["hearing-read-wider", {}, { reading: "shared" }],
    ["hearing-read-wider", { reading: "shared" }, { reading: "counted" }],
    ["yes", {}, { reading: "shared", anyway: true }],
    ["hearing-points-out", { does: "Macken larmar" }, { does: "Macken larmar", reading: "shared" }],
    ["hearing-points-out", { reading: "shared" }, { does: "Macken larmar", reading: "shared" }],
    ["how-many-actors", {}, { area: "Lingbo" }],
    ["themes-needed", {}, { themes: [] }],
    ["sounds-like-suspicion", {}, { does: "Grannens son har tagit cykeln" }],
  ])("says %s where %j becomes %j", (whyNot, before, more) => expect(why(correct(before, more))).toBe(whyNot));

  test("is its own organisation's, and keeps whose it is and what came of it", () => {
    const hearing = must(note());
    const held = { partnershipId: PARTNERSHIP, hearing, knownActors: undefined };
    expect(reviseHearing.may(karin, heard, held)).toBeUndefined();
    for (const person of [johan, amina, ingrid])
      expect(reviseHearing.may(person, heard, held)).toEqual({ why: "not-yours" });
    expect(must(correct({}, { does: "Stänger tidigare" }))).toMatchObject({
      does: "Stänger tidigare",
      ownerOrganisationId: "municipality",
      passageIds: ["p"],
      keptOn: "2026-11-24",
      notedAt: hearing.notedAt,
      revision: 2,
      revisedAt: "2026-12-01T09:00:00.000Z",
    });
    expect(must(correct({}, { promise: "", promiseBy: undefined })).keptOn).toBeUndefined();
    const dialogue = must(noteStaffDialogue.decide(staff, { partnershipId: PARTNERSHIP }, by(johan)));
    const own = { partnershipId: PARTNERSHIP, hearing: dialogue };
    expect(reviseStaffDialogue.may(karin, staff, own)).toEqual({ why: "not-yours" });
    expect(must(reviseStaffDialogue.decide({ ...staff, answered: 13 }, own, by(johan)))).toMatchObject({
      answered: 13,
      revision: 2,
    });
    expect(why(reviseStaffDialogue.decide({ ...staff, answered: 4 }, own, by(johan)))).toBe("too-few-for-texts");
  });
});

describe("a staff dialogue", () => {
  test.each<[string, Partial<NewStaffDialogue>]>([
    ["yes", {}],
    ["yes", { answered: 3, texts: [] }],
    ["too-few-for-texts", { answered: 4 }],
    ["more-staff-than-asked", { answered: 21 }],
    ["themes-needed", { themes: [] }],
    ["sounds-like-suspicion", { texts: ["Killen på hörnet langar"] }],
  ])("says %s to %j", (whyNot, more) => {
    const decided = noteStaffDialogue.decide({ ...staff, ...more }, { partnershipId: PARTNERSHIP }, by(johan));
    expect(why(decided)).toBe(whyNot);
  });
  test("is either organisation's own", () => {
    expect(noteStaffDialogue.may(amina, staff, { partnershipId: PARTNERSHIP })).toEqual({ why: "not-yours" });
    const noted = must(noteStaffDialogue.decide(staff, { partnershipId: PARTNERSHIP }, by(johan)));
    expect(noted).toMatchObject({ form: "staff", ownerOrganisationId: "police", texts: ["Vi hinner inte gå runt"] });
  });
});

describe("a passage", () => {
  const holding = { partnershipId: PARTNERSHIP, hearing: must(note()), recipient: { organisationId: "police" } };
  const share = (text: string, anyway = false, more = {}) =>
    sharePassage.decide({ text, anyway }, { ...holding, ...more }, by(karin));
  test.each<[string, string, boolean, object?]>([
    ["yes", "Fönster krossas på fredagsnätterna", false],
    ["passage-empty", "  ", false],
    ["passage-points-out", "Det krossas i vårt skyltfönster", false],
    ["yes", "Det krossas i vårt skyltfönster", true],
    ["passage-points-out", "Frisören vid torget får rutan krossad", false],
    ["sounds-like-suspicion", "Han på hörnet stjäl", true],
    ["text-has-phone", "Ring 070-123 45 67", true],
    ["passage-points-out", "Mörkt", false, { hearing: must(note({ area: "vid Lingbo Livs" })) }],
    ["nobody-to-share-with", "Mörkt", false, { recipient: undefined }],
  ])("says %s to «%s»", (whyNot, text, anyway, more) => expect(why(share(text, anyway, more))).toBe(whyNot));

  test("is taken back until the other has opened it, and each does only what is theirs", () => {
    const passage = must(share("Mörkt på baksidan"));
    const standing = { partnershipId: PARTNERSHIP, passage };
    expect(passage).toMatchObject({ toOrganisationId: "police", actorKind: "trade", area: "Ockelbo" });
    expect(withdrawPassage.may(johan, {}, standing)).toEqual({ why: "not-yours" });
    expect(openPassage.may(karin, {}, standing)).toEqual({ why: "not-yours" });
    expect(must(withdrawPassage.decide({}, standing, by(karin))).withdrawnAt).toBe(by(karin).at);
    const opened = must(openPassage.decide({}, standing, by(johan)));
    expect(why(withdrawPassage.decide({}, { ...standing, passage: opened }, by(karin)))).toBe("passage-opened");
  });
});
