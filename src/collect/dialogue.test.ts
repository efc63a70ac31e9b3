import { describe, expect, test } from "vitest";
import { by, ingrid, johan, karin, must, PARTNERSHIP, why } from "../../test/people.ts";
import type { Day } from "../ground/time.ts";
import { publishDialogue, recordDialogue, responseRate, type NewDialogue } from "./dialogue.ts";

const known = {
  partnershipId: PARTNERSHIP,
  source: { id: "enkäten", ownerOrganisationId: "municipality", secrecyClass: "public" as const },
  slugs: ["dialog-2025"],
};
const asked: NewDialogue = {
  title: "Dialog 2025",
  heldFrom: "2025-03-01" as Day,
  heldTo: "2025-03-31" as Day,
  method: "frågor vid affären",
  ladderLevel: "consultation",
  sampleType: "self-selected",
  canInfluence: "belysningen",
  cannotInfluence: "statens väg",
  invited: 200,
  answered: { all: 120, women: 70 },
  themes: [
    {
      theme: "mörkt",
      category: "place.lighting",
      count: { value: 31, qualifier: "at-least" },
      quote: "Jag går omvägen",
    },
  ],
};
const records = (more: Partial<NewDialogue>) => recordDialogue.decide({ ...asked, ...more }, known, by(karin));
const theme = asked.themes[0]!;

describe("a dialogue", () => {
  test("is kept as themes with counts, at an address of its own", () =>
    expect(must(records({}))).toMatchObject({
      slug: "dialog-2025-2",
      sourceId: "enkäten",
      themes: [{ id: "new-1", theme: "mörkt", count: { value: 31, qualifier: "at-least" } }],
    }));

  test.each<[string, string | undefined, string]>([
    ["has a name", why(records({ title: "…" })), "name-needed"],
    ["does not end before it begins", why(records({ heldTo: "2025-02-28" as Day })), "ends-before-it-starts"],
    ["has no more answers than people asked", why(records({ answered: { all: 201 } })), "more-answered-than-asked"],
    ["may have as many", why(records({ answered: { all: 200 } })), "yes"],
    ["may not know how many were asked", why(records({ invited: undefined, answered: { all: 900 } })), "yes"],
    [
      "quotes nobody by number",
      why(records({ themes: [{ ...theme, quote: "800161-1234" }] })),
      "text-has-personal-number",
    ],
    ["nor names anybody in how it was done", why(records({ method: "svar till anna@example.se" })), "text-has-e-mail"],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  test("is recorded by those who collect for its source's owner", () => {
    expect(recordDialogue.may(karin, asked, known)).toBeUndefined();
    expect(recordDialogue.may(johan, asked, known)?.why).toBe("not-yours");
    expect(recordDialogue.may(ingrid, asked, known)?.why).toBe("not-yours");
  });

  test("is published and taken back by those who lead the work of its source's owner", () => {
    const decided = (secrecyClass: "own" | "shared" | "public", publish: boolean, more = {}) =>
      publishDialogue.decide(
        { publish },
        { ...known, source: { ...known.source, secrecyClass }, decidedElsewhere: false, holdsMore: false, ...more },
        by(karin),
      );
    expect(must(decided("shared", true))).toEqual({ sourceId: "enkäten", from: "shared", to: "public" });
    expect(must(decided("public", false)).to).toBe("shared");
    expect(must(decided("own", false)).to).toBe("own");
    expect(must(decided("own", true)).to).toBe("public");
    expect(why(decided("own", true, { holdsMore: true }))).toBe("source-holds-more");
    expect(must(decided("shared", true, { holdsMore: true })).to).toBe("public");
    expect(why(decided("public", false, { decidedElsewhere: true }))).toBe("published-elsewhere");
  });

  test("has a response rate only where somebody knows how many were asked and how many answered", () => {
    expect(responseRate(asked)).toBe(0.6);
    expect(responseRate({ ...asked, invited: 0 })).toBeUndefined();
    expect(responseRate({ ...asked, answered: {} })).toBeUndefined();
  });
});
