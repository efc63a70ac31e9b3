import { describe, expect, test } from "vitest";
import { by, ingrid, johan, karin, must, PARTNERSHIP, petra, sofia, why } from "../../../test/people.ts";
import type { Activity, Content, Pledge } from "../document.ts";
import type { PledgeDocument } from "../lifecycle.ts";
import * as rule from "./comments.ts";
import { renumbered } from "./passages.ts";

const content: Content = renumbered({
  title: "Medborgarlöfte",
  parties: [{ standing: "municipality", name: "Ockelbo kommun" }],
  area: [{ kind: "municipality", code: "2101", name: "Ockelbo" }],
  period: { from: { said: "2028" } },
  basis: [],
  sources: [],
  pledges: [
    {
      id: "p1",
      order: 1,
      text: "Vi lovar lugna kvällar.",
      theme: "trygghet",
      owner: "joint",
      problemIds: [],
      activities: [
        { id: "a1", number: "1.1", text: "Vi går ut varje fredag.", owner: "joint", modality: "do-count" } as Activity,
      ],
    } as unknown as Pledge,
  ],
});
const document = { id: "d1", slug: "2028", revision: 3, content, state: "draft" } as PledgeDocument;
const proposed = { ...document, state: "proposed" } as PledgeDocument;
const here = { partnershipId: PARTNERSHIP, document };
const said = { at: "a1", field: "text", quote: "varje fredag", body: "Hinner vi det?" };
const other = { ...said, quote: "Vi går ut varje fredag.", body: "", suggestion: "Vi går ut två fredagar i månaden." };
const written = (input: object = {}, person = karin) =>
  must(rule.writeComment.decide({ ...said, ...input }, here, by(person)));

describe("a comment", () => {
  test("is by the organisation and the office, on the words as they stand", () => {
    expect(written()).toMatchObject({
      at: "a1",
      quote: "varje fredag",
      by: { organisationId: "municipality", office: "coordinator" },
      state: "open",
    });
    for (const person of [karin, johan, sofia, petra])
      expect(rule.writeComment.may(person, said, here)).toBeUndefined();
    expect(rule.writeComment.may(ingrid, said, here)).toEqual({ why: "not-yours" });
  });

  test.each<[string, object, string]>([
    ["on the whole document", { at: "", field: "", quote: "" }, "yes"],
    ["on a löfte without words marked", { at: "p1", field: "text", quote: "" }, "yes"],
    ["on words that are not there", { quote: "varje måndag" }, "passage-words-changed"],
    ["on a passage that is not there", { at: "a9" }, "passage-words-changed"],
    ["without a word", { body: "  " }, "comment-empty"],
    ["that names somebody", { body: "Fråga Anna Karlsson på 070-123 45 67" }, "names-a-person"],
    ["with other words", other, "yes"],
    ["with other words for half of the field", { ...other, quote: "varje fredag" }, "passage-words-changed"],
    ["with the same words", { ...other, suggestion: "Vi går ut varje fredag." }, "suggestion-same"],
    ["with no other words", { ...other, suggestion: " " }, "comment-empty"],
    ["with words that name somebody", { ...other, suggestion: "Ring Anna Karlsson, 070-123 45 67" }, "names-a-person"],
    ["with other words for a figure", { ...other, field: "target" }, "passage-words-changed"],
  ])("%s: %s", (_name, input, expected) => {
    expect(why(rule.writeComment.decide({ ...said, ...input }, here, by(karin)))).toBe(expected);
  });

  test("is written on a draft only", () => {
    expect(why(rule.writeComment.decide(said, { ...here, document: proposed }, by(karin)))).toBe(
      "already-signed-cannot-change",
    );
  });

  test("stays when the words change or the passage goes, and says so", () => {
    const standing = (text: string) =>
      rule.standingOf(
        { ...content, pledges: [{ ...content.pledges[0]!, text }] },
        { ...said, at: "p1", quote: "lugna" },
      );
    expect(standing("Vi lovar lugna kvällar.")).toBe("there");
    expect(standing("Vi lovar lyse.")).toBe("changed");
    expect(rule.standingOf({ ...content, pledges: [] }, said)).toBe("gone");
    expect(rule.standingOf({ ...content, pledges: [] }, { at: "", field: "", quote: "" })).toBe("there");
  });

  test("is answered, resolved and opened again by either organisation", () => {
    const comment = written();
    const state = { ...here, comment };
    expect(must(rule.answerComment.decide({ body: " Ja. " }, state, by(johan)))).toMatchObject({
      commentId: comment.id,
      body: "Ja.",
      by: { organisationId: "police" },
    });
    expect(why(rule.answerComment.decide({ body: " " }, state, by(johan)))).toBe("comment-empty");
    expect(why(rule.answerComment.decide({ body: "Fråga Anna Karlsson, 070-123 45 67" }, state, by(johan)))).toBe(
      "names-a-person",
    );
    expect(why(rule.reopenComment.decide({}, state, by(johan)))).toBe("comment-is-open");
    const resolved = must(rule.resolveComment.decide({}, state, by(johan)));
    expect(resolved).toMatchObject({ state: "resolved", settled: { organisationId: "police" } });
    expect(why(rule.resolveComment.decide({}, { ...here, comment: resolved }, by(karin)))).toBe("comment-settled");
    expect(must(rule.reopenComment.decide({}, { ...here, comment: resolved }, by(karin)))).toEqual(comment);
  });
});

describe("a proposal of other words", () => {
  test("that is accepted is a new version of the draft, in the place of the words it was written for", () => {
    const comment = written(other, johan);
    const accepted = must(rule.acceptSuggestion.decide({}, { ...here, comment }, by(karin)));
    expect(accepted.draft.revision).toBe(4);
    expect(accepted.draft.content.pledges[0]?.activities[0]?.text).toBe("Vi går ut två fredagar i månaden.");
    expect(accepted.comment).toMatchObject({ state: "accepted", settled: { organisationId: "municipality" } });
    const again = { ...here, comment: accepted.comment };
    expect(why(rule.acceptSuggestion.decide({}, again, by(karin)))).toBe("suggestion-answered");
    expect(why(rule.declineSuggestion.decide({ words: "Nej" }, again, by(karin)))).toBe("suggestion-answered");
    expect(why(rule.reopenComment.decide({}, again, by(karin)))).toBe("suggestion-answered");
  });

  test("is not put over words that have changed since, nor into what is proposed", () => {
    const comment = written(other, johan);
    const [pledge] = content.pledges as [Pledge];
    const activities = pledge.activities.map((one) => ({ ...one, text: "Vi går ut ibland." }));
    const changed = { ...document, content: { ...content, pledges: [{ ...pledge, activities }] } } as PledgeDocument;
    const gone = { ...document, content: { ...content, pledges: [] } } as PledgeDocument;
    const accept = (now: PledgeDocument) =>
      why(rule.acceptSuggestion.decide({}, { ...here, document: now, comment }, by(karin)));
    expect([accept(changed), accept(gone), accept(proposed)]).toEqual([
      "passage-words-changed",
      "passage-words-changed",
      "already-signed-cannot-change",
    ]);
  });

  test("is not put where it does not fit: nobody could open the draft", () => {
    const [pledge] = content.pledges as [Pledge];
    const id = "018f0000-0000-7000-8000-000000000001" as Pledge["id"];
    const kept = {
      ...document,
      content: { ...content, pledges: [{ ...pledge, id, activities: [] }] },
    } as PledgeDocument;
    const accept = (field: string, quote: string, suggestion: string) =>
      rule.acceptSuggestion.decide(
        {},
        { ...here, document: kept, comment: { ...written(other), at: id, field, quote, suggestion } },
        by(karin),
      );
    expect(why(accept("theme", "trygghet", "t".repeat(61)))).toBe("suggestion-does-not-fit");
    expect(why(accept("owner", "joint", "alla"))).toBe("suggestion-does-not-fit");
    expect(accept("theme", "trygghet", "trafik").ok).toBe(true);
  });

  test("is declined with a few words, by those who write the draft", () => {
    const state = { ...here, comment: written(other, johan) };
    expect(why(rule.declineSuggestion.decide({ words: " " }, state, by(karin)))).toBe("decline-needs-words");
    expect(why(rule.declineSuggestion.decide({ words: "Fråga Anna Karlsson, 070-123 45 67" }, state, by(karin)))).toBe(
      "names-a-person",
    );
    expect(must(rule.declineSuggestion.decide({ words: "Det räcker inte." }, state, by(karin)))).toMatchObject({
      state: "declined",
      answer: "Det räcker inte.",
    });
    for (const each of [rule.acceptSuggestion, rule.declineSuggestion])
      expect(each.may(petra, { words: "" }, state)).toEqual({ why: "not-yours" });
    expect(why(rule.acceptSuggestion.decide({}, { ...here, comment: written() }, by(karin)))).toBe(
      "suggestion-answered",
    );
  });
});
