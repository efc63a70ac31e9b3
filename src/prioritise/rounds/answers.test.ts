import { describe, expect, test } from "vitest";
import type { Person } from "../../ground/party.ts";
import type { Instant } from "../../ground/time.ts";
import {
  type Answer,
  answerInRound,
  type Answering,
  closeRound,
  countedOnly,
  type HeardTheme,
  isOwed,
  themeIsAnswered,
} from "./answers.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const [partnershipId, MUNICIPALITY, POLICE] = ["p", "kommunen", "polisen"];
const karin: Person = {
  id: "karin",
  name: "",
  operator: false,
  grants: [{ partnershipId, organisationId: MUNICIPALITY, party: "municipality", role: "coordinator", title: "" }],
};
const by = { at: AT, by: karin, newId: () => "new" };
const theme = (more: Partial<HeardTheme> = {}): HeardTheme => ({
  id: "halka",
  name: "halkan",
  category: "place.lighting",
  voices: 9,
  problems: [],
  declinedBefore: false,
  ...more,
});
const cause = { id: "c", perspective: "situation", text: "", influenceableBy: "both" } as const;
const heavy = { id: "heavy", state: "declined", causes: [] } as const;
const state = (more: Partial<Answering> = {}): Answering => ({
  partnershipId,
  parties: [MUNICIPALITY, POLICE],
  round: {
    id: "r",
    year: 2026,
    state: "scoring",
    weights: { fear: 1 },
    problemIds: ["heavy", "light"],
    proposedBy: POLICE,
    proposedAt: AT,
    agreedAt: AT,
    closedAt: undefined,
    example: false,
  },
  locks: [MUNICIPALITY, POLICE].map((organisationId) => ({ organisationId, at: AT })),
  scores: [
    { problemId: "heavy", criterion: "fear", score: 5, motive: "" },
    { problemId: "light", criterion: "fear", score: 2, motive: "" },
  ],
  themes: [],
  problems: [heavy, { id: "light", state: "declined", causes: [] }],
  answers: [],
  ...more,
});
const close = (more: Partial<Answering> = {}) => closeRound.decide({}, state(more), by);
const say = (answer: Answer, more: Partial<Answering> = {}) =>
  answerInRound.decide(answer, state({ themes: [theme()], ...more }), by);

describe("an answer", () => {
  test("is owed to a theme that enough have spoken of, and takes more where it is sensitive", () => {
    expect(isOwed(theme({ voices: 4 }))).toBe(false);
    expect(isOwed(theme({ voices: 5 }))).toBe(true);
    expect(isOwed(theme({ voices: 9, category: "drugs.young" }))).toBe(false);
    expect(isOwed(theme({ voices: 10, category: "drugs.young" }))).toBe(true);
  });

  test("may come through a problem, in this round or in one before", () => {
    expect(themeIsAnswered(theme(), [])).toBe(false);
    expect(themeIsAnswered(theme({ declinedBefore: true }), [])).toBe(true);
    expect(themeIsAnswered(theme(), [{ themeId: "halka", kind: "open", reason: "" }])).toBe(true);
    expect(themeIsAnswered(theme({ problems: [{ id: "a", state: "chosen" }] }), [])).toBe(true);
    const open = theme({ problems: [{ id: "a", state: "open" }] });
    expect(themeIsAnswered(open, [])).toBe(false);
    expect(themeIsAnswered(open, [{ problemId: "a", kind: "open", reason: "" }])).toBe(true);
  });

  test("is given with its reason, for one's own organisation", () => {
    expect(say({ themeId: "halka", kind: "declined", reason: " Vägföreningen sandar. " })).toMatchObject({
      value: { themeId: "halka", reason: "Vägföreningen sandar.", organisationId: MUNICIPALITY, at: AT },
    });
    expect(say({ problemId: "light", kind: "open", reason: "" }).ok).toBe(true);
  });

  test.each([
    ["answer-needs-reason", { themeId: "halka", kind: "declined", reason: " " }, {}],
    ["answer-needs-reason", { problemId: "light", kind: "order", reason: "" }, {}],
    ["names-a-person", { themeId: "halka", kind: "declined", reason: "Ring Anna Karlsson på 070-123 45 67" }, {}],
    ["not-in-the-round", { themeId: "halka", kind: "order", reason: "Så" }, {}],
    ["not-in-the-round", { themeId: "annat", kind: "open", reason: "" }, {}],
    ["not-in-the-round", { problemId: "light", kind: "declined", reason: "Så" }, {}],
    ["not-in-the-round", { problemId: "annat", kind: "open", reason: "" }, {}],
    ["round-not-locked", { problemId: "light", kind: "open", reason: "" }, { locks: [] }],
    [
      "round-is-closed",
      { problemId: "light", kind: "open", reason: "" },
      { round: { ...state().round, state: "closed" } },
    ],
  ] as const)("%s", (why, answer, more) => {
    expect(say(answer, more as Partial<Answering>)).toMatchObject({ ok: false, refusal: { why } });
  });
});

describe("what is only counted", () => {
  const few = { voices: 2 };
  test.each<[string, Partial<HeardTheme>, readonly Answer[], boolean]>([
    ["too few have said it", few, [], true],
    ["and of what is sensitive more are few", { voices: 9, category: "drugs.young" }, [], true],
    ["enough have", {}, [], false],
    ["nobody whom both may read", { voices: 0 }, [], false],
    ["it is part of a problem", { ...few, problems: [{ id: "a", state: "open" }] }, [], false],
    ["it was turned down before", { ...few, declinedBefore: true }, [], false],
    ["it has an answer all the same", few, [{ themeId: "halka", kind: "open", reason: "" }], false],
  ])("%s", (_sentence, more, answers, isCounted) => {
    expect(countedOnly({ themes: [theme(more)], answers })).toEqual(isCounted ? ["halka"] : []);
  });
});

describe("closing", () => {
  test("is possible when everything has an answer, and only when both have locked", () => {
    expect(close()).toMatchObject({ value: { state: "closed", closedAt: AT } });
    expect(close({ locks: [{ organisationId: MUNICIPALITY, at: AT }] })).toMatchObject({
      refusal: { why: "round-not-locked" },
    });
  });

  test("waits for every theme that many have spoken of, and says how many", () => {
    const themes = [theme(), theme({ id: "b" }), theme({ id: "few", voices: 2 })];
    expect(close({ themes })).toMatchObject({ refusal: { why: "themes-unanswered", detail: { count: 2 } } });
    const answers: Answer[] = ["halka", "b"].map((themeId) => ({ themeId, kind: "open", reason: "" }));
    expect(close({ themes, answers }).ok).toBe(true);
  });

  test("waits for every problem that was weighed", () => {
    const problems = [heavy, { id: "light", state: "open" as const, causes: [] }];
    expect(close({ problems })).toMatchObject({ refusal: { why: "problems-unanswered", detail: { count: 1 } } });
    expect(close({ problems, answers: [{ problemId: "light", kind: "open", reason: "" }] }).ok).toBe(true);
  });

  test("takes a published reason where the choice goes past a cause nobody wrote, or past the order", () => {
    const chosen = { id: "light", state: "chosen" as const, causes: [] };
    expect(close({ problems: [heavy, chosen] })).toMatchObject({ refusal: { why: "cause-missing" } });
    const caused = [heavy, { ...chosen, causes: [cause] }];
    expect(close({ problems: caused })).toMatchObject({ refusal: { why: "order-needs-reason" } });
    expect(close({ problems: caused, answers: [{ problemId: "light", kind: "order", reason: "Billigt" }] }).ok).toBe(
      true,
    );
    const both = [
      { ...heavy, state: "chosen" as const, causes: [cause] },
      { ...chosen, causes: [cause] },
    ];
    expect(close({ problems: both }).ok).toBe(true);
  });
});
