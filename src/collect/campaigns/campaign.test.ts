import { describe, expect, test } from "vitest";
import { amina, by, ingrid, johan, karin, must, PARTNERSHIP, why } from "../../../test/people.ts";
import type { Day } from "../../ground/time.ts";
import {
  broken,
  closeCampaign,
  extendCampaign,
  formOn,
  isPointedOut,
  type NewCampaign,
  type NewItem,
  openCampaign,
  planCampaign,
  reviseItem,
} from "./campaign.ts";

const scale: NewItem = {
  kind: "scale",
  words: { sv: "Hur trygg känner du dig?", en: "How safe do you feel?" },
  options: ["Mycket", "Ganska", "Inte alls"].map((sv) => ({ sv })),
};
const text: NewItem = { kind: "text", words: { sv: "Vad behövs?" }, options: [] };
const wanted = (more: Partial<NewCampaign> = {}): NewCampaign => ({
  words: {
    title: { sv: "Hur har du det i Åmot?" },
    canInfluence: { sv: "Vad vi prioriterar" },
    cannotInfluence: { sv: "Lagar och statliga vägar" },
  },
  ladderLevel: "participation",
  targetGroup: "Alla i Åmot",
  sampleType: "self-selected",
  methods: ["form"],
  villages: ["Åmot"],
  from: "2026-11-01" as Day,
  to: "2026-11-30" as Day,
  items: [scale, text],
  ...more,
});
const none = { partnershipId: PARTNERSHIP, slugs: [], earlier: undefined };
const planned = (more: Partial<NewCampaign> = {}) => must(planCampaign.decide(wanted(more), none, by(karin)));
const standing = <C>(campaign: C) => ({ partnershipId: PARTNERSHIP, owner: "municipality", campaign });

describe("a campaign is planned", () => {
  test.each<[string, Partial<NewCampaign>, string]>([
    ["as it should be", {}, "yes"],
    ["without a name", { words: { ...wanted().words, title: { sv: " – " } } }, "name-needed"],
    ["backwards in time", { to: "2026-10-01" as Day }, "ends-before-it-starts"],
    [
      "without saying what can be influenced",
      { words: { ...wanted().words, canInfluence: { sv: "" } } },
      "influence-needed",
    ],
    ["without saying what cannot", { words: { ...wanted().words, cannotInfluence: { sv: "" } } }, "influence-needed"],
    ["without questions", { items: [] }, "question-needed"],
    ["with a question that asks nothing", { items: [{ ...text, words: { sv: "" } }] }, "question-needed"],
    ["with a scale of one step", { items: [{ ...scale, options: [{ sv: "Ja" }] }] }, "answers-needed"],
    ["with a place that is the only one", { items: [{ ...scale, kind: "place", options: [{ sv: "Skolan" }] }] }, "yes"],
    [
      "with a branch from a later question",
      { items: [{ ...text, shownWhen: { question: 1, answers: [0] } }, scale] },
      "branch-leads-nowhere",
    ],
    [
      "with a branch from an answer that is not there",
      { items: [scale, { ...text, shownWhen: { question: 0, answers: [7] } }] },
      "branch-leads-nowhere",
    ],
    [
      "with a branch from free text",
      { items: [text, { ...text, shownWhen: { question: 0, answers: [0] } }] },
      "branch-leads-nowhere",
    ],
    [
      "with a telephone number in a question",
      { items: [{ ...text, words: { sv: "Ring 070-123 45 67" } }] },
      "text-has-phone",
    ],
  ])("%s", (_how, more, expected) => {
    expect(why(planCampaign.decide(wanted(more), none, by(karin)))).toBe(expected);
  });

  test("by those who lead, and the address is a word of its own in the whole house", () => {
    const may = [karin, johan, amina, ingrid].map((person) => planCampaign.may(person, wanted(), none)?.why);
    expect(may).toEqual([undefined, undefined, "not-yours", "not-yours"]);
    expect(planned({ address: "Åmot" }).slug).toBe("amot");
    const taken = planCampaign.decide(wanted({ address: "Åmot" }), { ...none, slugs: ["amot"] }, by(karin));
    expect(must(taken).slug).toBe("amot-2");
  });

  test("a branch knows its question and answers by their keys", () => {
    const { items } = planned({ items: [scale, { ...text, shownWhen: { question: 0, answers: [1, 2] } }] });
    expect(items[1]?.shownWhen).toEqual({ key: items[0]!.key, among: ["ganska", "inte-alls"] });
  });
});

describe("planned, open, closed", () => {
  test("one way only, and only by the organisation whose it is", () => {
    const first = planned();
    const opened = must(openCampaign.decide({}, standing(first), by(karin)));
    expect(opened).toMatchObject({ state: "open", openedOn: "2026-11-24" });
    expect(why(openCampaign.decide({}, standing(opened), by(karin)))).toBe("campaign-not-planned");
    expect(why(closeCampaign.decide({}, standing(first), by(karin)))).toBe("campaign-not-open");
    const closed = must(closeCampaign.decide({}, standing(opened), by(karin)));
    expect(closed).toMatchObject({ state: "closed", openedOn: "2026-11-24", closedOn: "2026-11-24" });
    expect(openCampaign.may(johan, {}, standing(first))?.why).toBe("not-yours");
  });
});

describe("the last day", () => {
  const opened = must(openCampaign.decide({}, standing(planned()), by(karin)));
  const closed = must(closeCampaign.decide({}, standing(opened), by(karin)));

  test.each<[string, Parameters<typeof formOn>[0], Day, string]>([
    ["planned, whatever the day", planned(), "2026-11-24" as Day, "planned"],
    ["opened before its first day", opened, "2026-10-31" as Day, "not-yet"],
    ["on the first day", opened, "2026-11-01" as Day, "open"],
    ["on the last day", opened, "2026-11-30" as Day, "open"],
    ["the day after the last", opened, "2026-12-01" as Day, "past"],
    ["closed by hand before the last day", closed, "2026-11-25" as Day, "closed"],
  ])("the form is %s: %#", (_how, campaign, day, expected) => {
    expect(formOn(campaign, day)).toBe(expected);
  });

  test.each<[string, Parameters<typeof standing>[0], string, string]>([
    ["to a day to come", opened, "2026-12-31", "yes"],
    ["to today", opened, "2026-11-24", "yes"],
    ["to yesterday", opened, "2026-11-23", "last-day-passed"],
    ["before it begins", { ...opened, from: "2026-12-10" as Day }, "2026-12-01", "ends-before-it-starts"],
    ["before it is opened", planned(), "2026-12-31", "campaign-not-open"],
    ["after it is closed", closed, "2026-12-31", "campaign-not-open"],
  ])("extended %s", (_how, campaign, to, expected) => {
    const state = standing(campaign as typeof opened);
    expect(why(extendCampaign.decide({ to: to as Day }, state, by(karin)))).toBe(expected);
  });

  test("extended by whoever may lead it, and by nobody else", () => {
    const to = "2026-12-31" as Day;
    const may = [karin, johan, amina, ingrid].map((one) => extendCampaign.may(one, { to }, standing(opened))?.why);
    expect(may).toEqual([undefined, "not-yours", "not-yours", "not-yours"]);
    expect(must(extendCampaign.decide({ to }, standing(opened), by(karin)))).toMatchObject({ state: "open", to });
  });
});

describe("a changed question", () => {
  const first = planned();
  const opened = must(openCampaign.decide({}, standing(first), by(karin)));
  const key = first.items[0]!.key;
  const other = { ...scale, key, words: { sv: "Hur otrygg känner du dig?" } };

  test.each([
    ["other words in Swedish", { words: { sv: "Hur otrygg känner du dig?" } }, "wording"],
    ["another step in the scale", { options: ["Mycket", "Inte alls"].map((sv) => ({ sv })) }, "answers"],
    ["the steps in another order", { options: ["Inte alls", "Ganska", "Mycket"].map((sv) => ({ sv })) }, "answers"],
    ["a scale turned into a choice", { kind: "one" as const }, "answers"],
    ["one language more", { words: { ...scale.words, latt: "Är du trygg?" } }, undefined],
  ])("%s breaks: %s", (_how, more, breaks) => {
    const { after } = must(reviseItem.decide({ ...scale, key, ...more }, standing(opened), by(karin)));
    expect([after.breaks, after.version]).toEqual([breaks, breaks === undefined ? 1 : 2]);
  });

  test("with the map turned off is answered in another way, and stays without one until somebody says otherwise", () => {
    const place = { kind: "place" as const, words: { sv: "Var undviker du att gå?" }, options: [{ sv: "Skolan" }] };
    const asked = planned({ items: [place] });
    const of = { ...place, key: asked.items[0]!.key };
    expect(asked.items[0]!.question).not.toHaveProperty("map");
    const held = standing(must(openCampaign.decide({}, standing(asked), by(karin))));
    const { after } = must(reviseItem.decide({ ...of, map: "off" }, held, by(karin)));
    expect(after).toMatchObject({ version: 2, breaks: "answers", question: { map: "off" } });
    const off = { ...held, campaign: { ...held.campaign, items: [after] } };
    expect(must(reviseItem.decide(of, off, by(karin))).after).toMatchObject({ version: 2, question: { map: "off" } });
    const { after: on } = must(reviseItem.decide({ ...of, map: "on" }, off, by(karin)));
    expect([on.version, isPointedOut(on.question)]).toEqual([3, true]);
    const begun = planned({
      items: [
        { ...place, map: "off" },
        { ...scale, map: "off" },
      ],
    });
    expect(begun.items.map(({ question }) => isPointedOut(question))).toEqual([false, false]);
    expect(begun.items[1]!.question).not.toHaveProperty("map");
  });

  test("is the same version while nobody has been asked", () => {
    const { before, after } = must(reviseItem.decide(other, standing(first), by(karin)));
    expect(after).toMatchObject({ id: before.id, version: 1, words: other.words });
  });

  test("is none in a closed campaign, nor where there is no such question", () => {
    const closed = must(closeCampaign.decide({}, standing(opened), by(karin)));
    expect(why(reviseItem.decide(other, standing(closed), by(karin)))).toBe("campaign-not-open");
    expect(why(reviseItem.decide({ ...other, key: "x" }, standing(opened), by(karin)))).toBe("no-such-question");
  });

  test("asked again another year: the same is the same version, the changed says that it breaks", () => {
    const again = must(
      planCampaign.decide(
        wanted({ items: [scale, { ...text, words: { sv: "Vad saknas?" } }] }),
        { ...none, slugs: [first.slug], earlier: first },
        by(karin),
      ),
    );
    expect(again.series).toBe(first.series);
    expect(again.items.map(({ version, breaks }) => [version, breaks])).toEqual([
      [1, undefined],
      [2, "wording"],
    ]);
    expect(broken(again.items[0]!, first.items[0]!)).toBeUndefined();
  });
});
