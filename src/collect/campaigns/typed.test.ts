import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amina, by, johan, karin, must, PARTNERSHIP, why } from "../../../test/people.ts";
import { DEMO_CAMPAIGN } from "../../../test/resident.ts";
import { askedOnPaper, readTyped, type TypedForm, typeAnswer, undoTyped } from "./typed.ts";

const owner = karin.grants[0]!.organisationId;
const standing = { partnershipId: PARTNERSHIP, owner, campaign: DEMO_CAMPAIGN };
const saidOf = (typed: TypedForm) => {
  const read = readTyped(DEMO_CAMPAIGN, typed);
  return read.ok
    ? read.value.answers.map(({ key, values }) => `${key}: ${values.join(", ")}`)
    : [`${read.refusal.field}: ${read.refusal.why}`];
};

describe("a paper as it is typed", () => {
  test.each<[string, TypedForm, string[]]>([
    ["one number", { "hur-trygg": "2" }, ["hur-trygg: ganska-trygg"]],
    ["several with spaces", { "vad-gor-dig-otrygg": "1 3" }, ["vad-gor-dig-otrygg: morkt, odsligt"]],
    ["several with commas", { "vad-gor-dig-otrygg": "1, 3" }, ["vad-gor-dig-otrygg: morkt, odsligt"]],
    ["several run together", { "vad-gor-dig-otrygg": "13" }, ["vad-gor-dig-otrygg: morkt, odsligt"]],
    ["the same twice is once", { "vad-gor-dig-otrygg": "11" }, ["vad-gor-dig-otrygg: morkt"]],
    ["a place and words", { plats: "1", "plats.words": " bakom " }, ["plats: skolan", "plats.words: bakom"]],
    ["words", { "vad-behovs": "Mer ljus" }, ["vad-behovs: Mer ljus"]],
    ["nothing", { "hur-trygg": "  " }, []],
    ["a number that is not there", { "hur-trygg": "7" }, ["hur-trygg: no-such-number"]],
    ["nought", { "hur-trygg": "0" }, ["hur-trygg: no-such-number"]],
    ["a letter", { "hur-trygg": "a" }, ["hur-trygg: no-such-number"]],
    ["two where one is possible", { "hur-trygg": "1 2" }, ["hur-trygg: one-number"]],
    ["an age that is not there", { "about.age": "5" }, ["about.age: no-such-number"]],
  ])("%s", (_what, typed, expected) => expect(saidOf(typed)).toEqual(expected));

  test("says which field cannot be meant, and how many answers there are", () => {
    const refusal = (typed: TypedForm) => {
      const read = readTyped(DEMO_CAMPAIGN, typed);
      return read.ok ? undefined : read.refusal;
    };
    const tooLarge = { why: "no-such-number", field: "hur-trygg", detail: { typed: "9", last: 6 } };
    expect(refusal({ "hur-trygg": "9" })).toEqual(tooLarge);
    expect(refusal({ "about.sex": "12" })).toEqual({ why: "one-number", field: "about.sex" });
  });

  test("who it is from is read beside it", () => {
    const read = must(readTyped(DEMO_CAMPAIGN, { "about.age": "4", "about.sex": "1", "about.village": "2" }));
    expect(read.about).toEqual({ age: "65-up", sex: "woman", village: "jadraas" });
  });

  test("a question is there to type in when whoever answered was asked it", () => {
    const keys = (typed: TypedForm) => askedOnPaper(DEMO_CAMPAIGN, typed).map(({ key }) => key);
    expect(keys({})).toEqual(["hur-trygg", "plats", "vad-behovs"]);
    expect(keys({ "hur-trygg": "1" })).toEqual(["hur-trygg", "plats", "vad-behovs"]);
    expect(keys({ "hur-trygg": "5" })).toEqual(["hur-trygg", "vad-gor-dig-otrygg", "plats", "vad-behovs"]);
  });

  test("whatever is typed, what comes of it can be chosen", () => {
    const options = DEMO_CAMPAIGN.items.flatMap(({ question }) =>
      question.kind === "text" ? [] : question.options.map(({ key }) => key),
    );
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, several) => {
        const read = readTyped(DEMO_CAMPAIGN, { "hur-trygg": one, "vad-gor-dig-otrygg": several });
        const values = read.ok ? read.value.answers.flatMap((answer) => answer.values) : [];
        expect(options).toEqual(expect.arrayContaining(values));
      }),
    );
  });
});

describe("typing in", () => {
  const typed = (form: TypedForm) => must(readTyped(DEMO_CAMPAIGN, form));
  test("covers what points at a person, and answers nothing that was not asked", () => {
    const form = typed({ "hur-trygg": "1", "vad-gor-dig-otrygg": "1", "vad-behovs": "Ring 070-123 45 67" });
    expect(must(typeAnswer.decide(form, standing, by(karin)))).toMatchObject({
      given: { "hur-trygg": "mycket-trygg", "vad-behovs": "Ring [telefonnummer]" },
      covered: ["phone"],
    });
  });
  test("counts groups beside, and only villages that can be chosen", () => {
    const form = { ...typed({ "hur-trygg": "1", "about.age": "4" }), about: { age: "65-up" as const, village: "x" } };
    expect(must(typeAnswer.decide(form, standing, by(karin))).groups).toEqual(["age.65-up"]);
  });
  test("is for those who lead the dialogue, while it is open, and for something that is said", () => {
    const form = typed({ "hur-trygg": "1" });
    expect([karin, johan, amina].map((person) => typeAnswer.may(person, form, standing)?.why)).toEqual([
      undefined,
      "not-yours",
      "not-yours",
    ]);
    const closed = {
      ...standing,
      campaign: { ...DEMO_CAMPAIGN, state: "closed" as const, closedOn: DEMO_CAMPAIGN.from },
    };
    expect(why(typeAnswer.decide(form, closed, by(karin)))).toBe("campaign-not-open");
    expect(why(typeAnswer.decide(typed({}), standing, by(karin)))).toBe("nothing-typed-in");
  });

  const latest = { id: "a", on: "2026-11-24" as typeof DEMO_CAMPAIGN.from, isRead: false, isSame: true };
  test.each<[string, typeof latest | undefined, string]>([
    ["one's own of today", latest, "yes"],
    ["none", undefined, "nothing-to-undo"],
    ["yesterday's", { ...latest, on: "2026-11-23" as typeof latest.on }, "nothing-to-undo"],
    ["one that is read", { ...latest, isRead: true }, "typed-was-read"],
    ["another paper, or with another on it", { ...latest, isSame: false }, "not-what-was-typed"],
  ])("is undone: %s", (_what, found, expected) => {
    expect(why(undoTyped.decide({ about: {} }, { ...standing, latest: found }, by(karin)))).toBe(expected);
  });
});
