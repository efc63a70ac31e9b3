import { describe, expect, test } from "vitest";
import { amina, by, johan, karin, must, PARTNERSHIP, why } from "../../../test/people.ts";
import type { Day } from "../../ground/time.ts";
import type { Campaign } from "./campaign.ts";
import { takeBackResults, tellResults } from "./results.ts";

const closed = { id: "amot", state: "closed", closedOn: "2026-12-14" as Day } as Campaign;
const light = { theme: "belysningen vid skolan", category: "place.lighting", voices: 14 } as const;
const standing = {
  partnershipId: PARTNERSHIP,
  owner: karin.grants[0]!.organisationId,
  campaign: closed,
  results: { answered: 20, themes: [light] },
  unread: 0,
  mayPublish: true,
  isTold: false,
};
const notAsked = "Hur det är hemma";
const decide = (input: { notAsked: string }, state: typeof standing) => tellResults.decide(input, state, by(karin));

describe("«Publicera svaren?»", () => {
  test("those who chose to answer are told by themselves, also when the sample is not coded", () => {
    const results = { answered: 0, themes: [], byChoice: standing.results };
    const told = must(decide({ notAsked }, { ...standing, results }));
    expect(told).toMatchObject({ answered: 0, themes: [], byChoice: { answered: 20, themes: [light] } });
  });

  test.each([
    ["campaign-still-open", notAsked, { campaign: { ...closed, state: "open" } as Campaign }],
    ["answers-unread", notAsked, { unread: 2 }],
    ["nothing-coded", notAsked, { results: { answered: 20, themes: [] } }],
    ["not-asked-needed", "", {}],
    ["text-has-phone", "Ring 070-123 45 67", {}],
    ["not-for-publishing", notAsked, { mayPublish: false }],
    ["results-told", notAsked, { isTold: true }],
  ] as const)("is refused with %s", (reason, text, state) => {
    expect(why(decide({ notAsked: text }, { ...standing, ...state } as typeof standing))).toBe(reason);
  });

  test("tells what there was then, with what was not asked beside it", () => {
    expect(must(decide({ notAsked }, standing))).toMatchObject({ campaignId: "amot", answered: 20, notAsked });
  });

  test("is taken back by those who may tell, once it is told", () => {
    expect(must(takeBackResults.decide({}, { ...standing, isTold: true }, by(karin)))).toEqual({ id: "amot" });
    expect(why(takeBackResults.decide({}, standing, by(karin)))).toBe("results-not-told");
  });

  test("is for those who lead it in the organisation that asked", () => {
    expect(tellResults.may(karin, { notAsked }, standing)).toBeUndefined();
    for (const other of [johan, amina])
      for (const rule of [tellResults, takeBackResults])
        expect(rule.may(other, { notAsked }, standing)).toEqual({ why: "not-yours" });
  });
});
