import { describe, expect, test } from "vitest";
import { amina, by as byAt, ingrid, johan, karin, must, PARTNERSHIP, petra, why } from "../../../test/people.ts";
import type { Person } from "../../ground/party.ts";
import type { Instant } from "../../ground/time.ts";
import type { Activity, Content } from "../document.ts";
import { lint } from "../lint.ts";
import type { Draft } from "../lifecycle.ts";
import { answerOwner, answersAs, askOwner, type Answering } from "./asking.ts";
import { askedText, type HeldAsk, openSlotsIn, standingOf, withAnswers } from "./owner.ts";

const at = "2026-11-24T09:00:00.000Z" as Instant;
const by = (person: Person) => byAt(person, at);
const organisationId = karin.grants[0]!.organisationId as NonNullable<Activity["accountable"]>["organisationId"];

const activity: Activity = {
  id: "018f0000-0000-7000-8000-000000000002" as Activity["id"],
  number: "1.1",
  text: "Gatuenheten mäter hastigheten på fyra platser om året.",
  owner: "municipality",
  accountable: { organisationId, unit: "Gatuenheten", accepted: false },
  modality: "do-count",
  target: { comparator: "at-least", value: 4, unit: "mätningar", per: "year" },
};
const contentOf = (...activities: Activity[]): Content => ({
  title: "Medborgarlöfte",
  parties: [{ standing: "municipality", name: "Ockelbo kommun" }],
  area: [{ kind: "municipality", code: "2101", name: "Ockelbo" }],
  period: { from: { said: "2028" } },
  basis: [],
  sources: [],
  pledges: [
    {
      id: "018f0000-0000-7000-8000-000000000001" as Content["pledges"][number]["id"],
      order: 1,
      text: "Det ska gå långsammare förbi skolan.",
      theme: "trafik",
      owner: "municipality",
      problemIds: [],
      activities,
    },
  ],
});
const draft = (content: Content): Draft => ({
  state: "draft",
  id: "document",
  slug: "2028-2030",
  revision: 1,
  content,
  contentHash: "",
  predecessorId: undefined,
  example: false,
});
const ask: HeldAsk = {
  id: "ask",
  activityId: activity.id,
  organisationId,
  unit: "Gatuenheten",
  asked: askedText(activity),
  askedAt: at,
  askedBy: johan.id,
};
const accepted: HeldAsk = { ...ask, answer: { kind: "accepted", at, office: "ingenjör", said: "" } };
const declined: HeldAsk = {
  ...ask,
  answer: { kind: "declined", at, office: "ingenjör", said: "Vi har ingen mätare." },
};
const asked = (one: Activity = activity, asks: readonly HeldAsk[] = []) => ({
  partnershipId: PARTNERSHIP,
  document: draft(contentOf(one)),
  asks,
});

test("what is left open on purpose is taken when a unit has said yes to something in it, and not before", () => {
  const left = (isOpen: boolean, ...activities: Activity[]): Content => {
    const content = contentOf(...activities);
    return { ...content, pledges: content.pledges.map((one) => ({ ...one, openSlot: isOpen })) };
  };
  const open = (content: Content, asks: readonly HeldAsk[] = []) => openSlotsIn(withAnswers(content, asks)).length;
  expect([open(left(true)), open(left(true, activity)), open(left(true, activity), [ask])]).toEqual([1, 1, 1]);
  expect([open(left(true, activity), [declined]), open(left(true, activity), [accepted])]).toEqual([1, 0]);
  expect(open(left(false, activity))).toBe(0);
});

describe("asking a unit", () => {
  test("is for those who write, about an activity that has a unit, once for one text", () => {
    const input = { activityId: activity.id };
    expect(askOwner.may(ingrid, input, asked())).toEqual({ why: "not-yours" });
    expect(askOwner.may(petra, input, asked())).toEqual({ why: "not-yours" });
    expect(askOwner.may(johan, input, asked())).toBeUndefined();
    expect(must(askOwner.decide(input, asked(), by(johan)))).toMatchObject({
      unit: "Gatuenheten",
      asked: askedText(activity),
      askedBy: johan.id,
    });
    const { accountable: _nobody, ...unowned } = activity;
    const unnamed = { ...activity, accountable: { ...activity.accountable!, unit: " " } };
    const proposed = {
      ...asked(),
      document: { ...draft(contentOf(activity)), state: "proposed", proposedAt: at } as const,
    };
    for (const [state, reason] of [
      [asked(unowned), "owner-unit-missing"],
      [asked(unnamed), "owner-unit-missing"],
      [asked(activity, [ask]), "owner-is-asked"],
      [asked(activity, [accepted]), "owner-has-accepted"],
      [proposed, "owner-not-in-draft"],
    ] as const)
      expect(why(askOwner.decide(input, state, by(johan)))).toBe(reason);
    expect(why(askOwner.decide({ activityId: "annan" }, asked(), by(johan)))).toBe("owner-unit-missing");
    // After a no, and after another text, the unit is asked again.
    expect(askOwner.decide(input, asked(activity, [declined]), by(johan)).ok).toBe(true);
    expect(askOwner.decide(input, asked({ ...activity, text: "Annat." }, [accepted]), by(johan)).ok).toBe(true);
  });
});

describe("answering for a unit", () => {
  const state = (more: Partial<Answering> = {}): Answering => ({
    ...asked(activity, [ask]),
    ask,
    isEmpty: false,
    ...more,
  });
  const says = (person: Person, input: Partial<Parameters<typeof answerOwner.decide>[0]>, one = state()) =>
    answerOwner.decide({ answer: "accepted", said: "", vouched: "", ...input }, one, by(person));

  test.each([
    [petra, false, "own"],
    [karin, false, "own"],
    [amina, false, "not"],
    [ingrid, false, "not"],
    // The other party answers for nobody but where there is nobody to answer.
    [johan, false, "not"],
    [johan, true, "vouching"],
  ] as const)("%o where nobody works there: %s, answers as %s", (person, isEmpty, as) => {
    expect(answersAs(person, state({ isEmpty }))).toBe(as);
    expect(answerOwner.may(person, { answer: "accepted", said: "", vouched: "" }, state({ isEmpty }))).toEqual(
      as === "not" ? { why: "not-yours" } : undefined,
    );
  });

  test("is yes, other words or no with a reason, once, and to the text that was read", () => {
    expect(must(says(petra, {}))).toMatchObject({ kind: "accepted", said: "", vouched: undefined, by: petra.id });
    expect(must(says(petra, { answer: "declined", said: " Vi har ingen mätare. " }))).toMatchObject({
      kind: "declined",
      said: "Vi har ingen mätare.",
    });
    expect(must(says(petra, { answer: "wants-change", said: "Två platser." })).kind).toBe("wants-change");
    expect(why(says(petra, { answer: "declined" }))).toBe("owner-says-why");
    expect(why(says(petra, { answer: "wants-change", said: "  " }))).toBe("owner-says-why");
    expect(why(says(petra, { answer: "declined", said: "Ring Anna Karlsson på 070-123 45 67" }))).toBe(
      "names-a-person",
    );
    expect(why(says(petra, {}, state({ ask: accepted, asks: [accepted] })))).toBe("owner-has-answered");
    const other = draft(contentOf({ ...activity, text: "Gatuenheten mäter på åtta platser." }));
    expect(why(says(petra, {}, state({ document: other })))).toBe("owner-text-changed");
    expect(why(says(petra, {}, state({ document: draft(contentOf()) })))).toBe("owner-text-changed");
    const locked = { ...draft(contentOf(activity)), state: "proposed", proposedAt: at } as const;
    expect(why(says(petra, {}, state({ document: locked })))).toBe("owner-not-in-draft");
  });

  test("by whoever asked, or for a unit that has nobody here, says how the unit answered", () => {
    const hers = { ...ask, askedBy: karin.id };
    const own = state({ ask: hers, asks: [hers] });
    expect(answersAs(karin, own)).toBe("vouching");
    expect(why(says(karin, {}, own))).toBe("owner-asker-vouches");
    expect(must(says(karin, { vouched: "på mötet 3 mars" }, own)).vouched).toBe("på mötet 3 mars");
    expect(why(says(karin, { vouched: "av Anna Karlsson, 070-123 45 67" }, own))).toBe("names-a-person");
    expect(why(says(johan, {}, state({ isEmpty: true })))).toBe("owner-asker-vouches");
    expect(must(says(johan, { vouched: "i telefon" }, state({ isEmpty: true }))).office).toBe(johan.grants[0]!.title);
  });
});

describe("what counts as accepted", () => {
  const changes: readonly [string, Partial<Activity>][] = [
    ["its words", { text: "Gatuenheten mäter på åtta platser." }],
    ["its number", { target: { ...activity.target, value: 8 } }],
    ["its day", { deadline: { said: "2028-06-30" } }],
    ["its place", { place: { kind: "municipality", code: "2101", name: "Ockelbo" } }],
    ["its season", { season: "höst" }],
    ["its condition", { condition: "om mätaren är hel" }],
  ];
  test.each(changes)("a yes is to the text that was read: with another %s it is asked anew", (_what, change) => {
    const changed = { ...activity, ...change };
    expect(standingOf(changed, [accepted])).toMatchObject({ kind: "changed" });
    const read = withAnswers(contentOf(changed), [accepted]);
    expect(read.pledges[0]!.activities[0]!.accountable!.accepted).toBe(false);
    expect(lint(read).map(({ rule }) => rule)).toContain("owner-not-accepted");
  });

  test("follows the unit and the last answer, and never what a form says", () => {
    const ticked = { ...activity, accountable: { ...activity.accountable!, accepted: true } };
    const acceptedIn = (one: Activity, asks: readonly HeldAsk[]) =>
      withAnswers(contentOf(one), asks).pledges[0]!.activities[0]!.accountable?.accepted;
    expect(acceptedIn(ticked, [])).toBe(false);
    expect(acceptedIn(activity, [accepted])).toBe(true);
    expect(acceptedIn(activity, [accepted, { ...declined, id: "again" }])).toBe(false);
    expect(acceptedIn({ ...activity, number: "2.1", baseline: undefined as never }, [accepted])).toBe(true);
    const moved = { ...activity, accountable: { ...activity.accountable!, unit: "Parkenheten" } };
    expect(acceptedIn(moved, [accepted])).toBe(false);
    expect(standingOf(moved, [accepted])).toEqual({ kind: "not-asked" });
    expect(standingOf({ ...activity, text: "Annat." }, [ask])).toMatchObject({ kind: "changed" });
    // A no stands whatever is written, until the unit is asked again.
    expect(standingOf({ ...activity, text: "Annat." }, [declined])).toMatchObject({ kind: "declined" });
    const { accountable: _nobody, ...unowned } = activity;
    expect(acceptedIn(unowned, [accepted])).toBeUndefined();
    expect(lint(withAnswers(contentOf(activity), [accepted])).map(({ rule }) => rule)).not.toContain(
      "owner-not-accepted",
    );
  });
});

describe("a change of a promise that is signed", () => {
  const signed = contentOf({ ...activity, accountable: { organisationId, unit: "Gatuenheten", accepted: true } });
  const acceptedIn = (one: Activity, amended?: Content) =>
    withAnswers(contentOf(one), [], amended).pledges[0]!.activities[0]!.accountable!.accepted;
  test.each<[string, boolean, boolean]>([
    ["keeps the unit's yes to the same words", acceptedIn(activity, signed), true],
    ["also under a new number", acceptedIn({ ...activity, number: "2.1" }, signed), true],
    ["not to other words", acceptedIn({ ...activity, text: "Gatuenheten mäter på åtta platser." }, signed), false],
    [
      "nor for another unit",
      acceptedIn({ ...activity, accountable: { organisationId, unit: "Skolan", accepted: true } }, signed),
      false,
    ],
    ["nor what had no yes then", acceptedIn(activity, contentOf(activity)), false],
    ["and outside of a change nothing is taken on trust", acceptedIn(activity), false],
  ])("%s", (_sentence, accepted, expected) => {
    expect(accepted).toBe(expected);
  });
});
