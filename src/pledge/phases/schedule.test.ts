import { describe, expect, test } from "vitest";
import { by, johan, karin, must, PARTNERSHIP, petra, sofia, someone, why } from "../../../test/people.ts";
import type { Person } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Content } from "../document.ts";
import type { Draft, HalfSigned, PledgeDocument, Proposed, Signed } from "../lifecycle.ts";
import { edit } from "../lifecycle.ts";
import {
  frozenSince,
  lateParties,
  misfitsOf,
  proposedDays,
  type Schedule,
  setSchedule,
  stepsOf,
  type Wish,
} from "./schedule.ts";
import { scheduleTurnsOf } from "./turns.ts";

const day = (text: string) => text as Day;
const period = (from: string, to: string) => ({ from: { said: from, on: day(from) }, to: { said: to, on: day(to) } });
const content = {
  title: "Medborgarlöfte 2028–2030",
  period: period("2028-01-01", "2030-12-31"),
  pledges: [],
} as unknown as Content;
const base = {
  id: "document",
  slug: "2028-2030",
  revision: 1,
  content,
  contentHash: "",
  predecessorId: undefined,
  example: false,
};
const at = "2027-03-01T09:00:00.000Z" as Instant;
const draft: Draft = { ...base, state: "draft" };
const proposed: Proposed = { ...base, state: "proposed", proposedAt: at };
const half = {
  ...proposed,
  state: "half-signed",
  signatures: [{ party: "municipality" }],
} as unknown as HalfSigned;
const signed = { ...base, state: "signed", signedAt: at, publication: undefined } as unknown as Signed;
const schedule: Schedule = {
  id: "schedule",
  documentId: "document",
  turn: 1,
  writtenBy: day("2027-03-31"),
  signedBy: day("2027-04-30"),
  reason: undefined,
  organisationId: karin.grants[0]!.organisationId,
  at,
  example: false,
};
const consultation = { state: "agreed", from: day("2027-03-10"), to: day("2027-03-20") } as const;
const state = (more: Partial<Parameters<typeof setSchedule.decide>[1]> = {}) => ({
  partnershipId: PARTNERSHIP,
  document: draft as PledgeDocument,
  schedule: undefined as Schedule | undefined,
  consultation: undefined as Parameters<typeof stepsOf>[0]["consultation"],
  ...more,
});
const first: Wish = { writtenBy: day("2027-03-31"), signedBy: day("2027-04-30"), turn: 0, reason: "" };
const set = (
  wish: Partial<Wish> = {},
  more: Partial<ReturnType<typeof state>> = {},
  on = "2027-03-01",
  who: Person = karin,
) => setSchedule.decide({ ...first, ...wish }, state(more), by(who, `${on}T09:00:00.000Z`));

describe("the days proposed for a draft", () => {
  const today = "2026-11-24" as Day;
  test("are reckoned back from the day it is to hold: comments, finishing, signing", () => {
    expect(proposedDays("2028-01-01" as Day, today)).toEqual({
      comments: { from: "2027-10-24", to: "2027-11-13" },
      writtenBy: "2027-12-04",
      signedBy: "2027-12-18",
      back: "2028-01-01",
    });
  });
  test.each([
    ["no day is said", undefined],
    ["there is too little time", "2027-01-01" as Day],
    ["it should have begun", "2026-01-01" as Day],
  ])("are reckoned forward where %s", (_why, from) => {
    expect(proposedDays(from, today)).toEqual({
      comments: { from: "2026-11-25", to: "2026-12-15" },
      writtenBy: "2027-01-05",
      signedBy: "2027-01-19",
      back: undefined,
    });
  });
});

describe("setting the days of a draft", () => {
  test("is for those who write for the municipality or the police", () => {
    const third = someone("bodil", "other", "coordinator");
    const may = (person: Person) => setSchedule.may(person, first, state());
    expect([karin, johan].map(may)).toEqual([undefined, undefined]);
    expect([petra, sofia, third].map((person) => may(person)?.why)).toEqual(["not-yours", "not-yours", "not-yours"]);
  });

  test("keeps whose organisation set them, as the next turn", () => {
    expect(must(set())).toMatchObject({ turn: 1, writtenBy: "2027-03-31", organisationId: "municipality" });
    const moved = must(set({ signedBy: day("2027-05-01"), turn: 1 }, { schedule }, "2027-03-02", johan));
    expect(moved).toMatchObject({ turn: 2, signedBy: "2027-05-01", organisationId: "police", reason: undefined });
  });

  const changing = { ...content, amends: { documentId: "d", contentHash: "", kind: "amendment", reason: "" } };
  const change = { ...draft, content: changing as unknown as Content };
  test.each<[string, Partial<Wish>, Partial<ReturnType<typeof state>>, string, string]>([
    ["the day itself is in time", { writtenBy: day("2027-03-01") }, {}, "2027-03-01", "yes"],
    ["a day that has been", { writtenBy: day("2027-02-28") }, {}, "2027-03-01", "schedule-day-passed"],
    ["signed on the last day of writing", { signedBy: day("2027-03-31") }, {}, "2027-03-01", "schedule-signing-last"],
    [
      "writing moved past the day of signing",
      { turn: 1, writtenBy: day("2027-04-30") },
      { schedule },
      "2027-03-01",
      "schedule-signing-last",
    ],
    [
      "days that passed before it was to hold are moved, when no day is left before it",
      { turn: 1, writtenBy: day("2028-01-10"), signedBy: day("2028-01-20"), reason: "Texten blev inte klar." },
      { schedule },
      "2028-01-01",
      "yes",
    ],
    [
      "so too those of a change of what has ended",
      { writtenBy: day("2030-12-31"), signedBy: day("2031-01-10") },
      { document: change },
      "2030-12-31",
      "yes",
    ],
    ["signed the day before it holds", { signedBy: day("2027-12-31") }, {}, "2027-03-01", "yes"],
    ["signed the day it holds", { signedBy: day("2028-01-01") }, {}, "2027-03-01", "schedule-after-beginning"],
    [
      "a change of what holds already is signed while it holds",
      { writtenBy: day("2028-05-01"), signedBy: day("2028-06-01") },
      { document: change },
      "2028-03-01",
      "yes",
    ],
    [
      "but not after it has ended",
      { signedBy: day("2031-01-01") },
      { document: change },
      "2027-03-01",
      "schedule-after-end",
    ],
    ["done after the comments", { writtenBy: day("2027-03-21") }, { consultation }, "2027-03-01", "yes"],
    [
      "done while there may be comments",
      { writtenBy: day("2027-03-20") },
      { consultation },
      "2027-03-01",
      "schedule-over-comments",
    ],
    [
      "so too where they are only proposed",
      { writtenBy: day("2027-03-20") },
      { consultation: { ...consultation, state: "asked" } },
      "2027-03-01",
      "schedule-over-comments",
    ],
    [
      "another moved them meanwhile",
      { turn: 0, signedBy: day("2027-05-01") },
      { schedule },
      "2027-03-01",
      "schedule-moved-meanwhile",
    ],
    [
      "writing again after the day, without a reason",
      { turn: 1, writtenBy: day("2027-04-10") },
      { schedule },
      "2027-04-01",
      "schedule-needs-reason",
    ],
    [
      "and with one",
      { turn: 1, writtenBy: day("2027-04-10"), reason: "Enheten svarade sent." },
      { schedule },
      "2027-04-01",
      "yes",
    ],
    [
      "a reason that names somebody",
      { turn: 1, writtenBy: day("2027-04-10"), reason: "Ring Anna på 070-123 45 67" },
      { schedule },
      "2027-04-01",
      "names-a-person",
    ],
    [
      "only the day of signing, when writing is over",
      { turn: 1, signedBy: day("2027-05-10") },
      { schedule },
      "2027-04-01",
      "yes",
    ],
    [
      "signing that is late, without a reason",
      { turn: 1, signedBy: day("2027-05-10") },
      { schedule, document: half },
      "2027-05-01",
      "schedule-needs-reason",
    ],
    [
      "the day of writing of a text that is locked",
      { turn: 1, writtenBy: day("2027-03-25") },
      { schedule, document: proposed },
      "2027-03-01",
      "schedule-while-draft",
    ],
    ["days for what is locked and had none", {}, { document: proposed }, "2027-03-01", "schedule-while-draft"],
    [
      "what both have signed",
      { turn: 1, signedBy: day("2027-05-10") },
      { schedule, document: signed },
      "2027-04-01",
      "schedule-is-over",
    ],
  ])("%s", (_what, wish, more, on, expected) => {
    expect(why(set(wish, more, on))).toBe(expected);
  });

  test("a period that is moved afterwards is told as what the days are against, and moves nothing", () => {
    const earlier = { ...draft, content: { ...content, period: period("2027-04-15", "2030-12-31") } };
    expect(misfitsOf(schedule, { document: draft, consultation })).toEqual([]);
    expect(misfitsOf(schedule, { document: earlier, consultation: undefined })).toEqual([
      { why: "schedule-after-beginning", field: "signedBy", day: "2027-04-15" },
    ]);
  });
});

describe("the clock switches", () => {
  const here = (on: string, document: PledgeDocument = draft, of: Partial<ReturnType<typeof state>> = {}) =>
    stepsOf({ document, schedule, consultation, ...of }, day(on)).find(({ standing }) => standing === "here");

  test.each<[string, PledgeDocument, string, string]>([
    ["2027-03-09", draft, "write", "writers"],
    ["2027-03-10", draft, "comments", "everybody"],
    ["2027-03-20", draft, "comments", "everybody"],
    ["2027-03-21", draft, "finish", "answers"],
    ["2027-03-31", draft, "finish", "answers"],
    ["2027-04-01", draft, "sign", "answers"],
    ["2027-03-12", proposed, "sign", "signatures"],
    ["2027-05-01", half, "sign", "signatures"],
    ["2027-05-01", signed, "holds", "publication"],
  ])("on %s", (on, document, phase, waitsFor) => {
    expect(here(on, document)).toMatchObject({ phase, waitsFor });
  });

  test("with all of it in one line, and without days none is made up", () => {
    expect(stepsOf({ document: draft, schedule, consultation }, day("2027-03-15"))).toEqual([
      { phase: "write", from: undefined, to: "2027-03-09", standing: "done", waitsFor: "writers" },
      { phase: "comments", from: "2027-03-10", to: "2027-03-20", standing: "here", waitsFor: "everybody" },
      { phase: "finish", from: "2027-03-21", to: "2027-03-31", standing: "future", waitsFor: "answers" },
      { phase: "sign", from: "2027-04-01", to: "2027-04-30", standing: "future", waitsFor: "signatures" },
      { phase: "holds", from: "2028-01-01", to: "2030-12-31", standing: "future", waitsFor: "day" },
    ]);
    const asked = { ...consultation, state: "asked" } as const;
    const bare = stepsOf({ document: draft, schedule: undefined, consultation: asked }, day("2027-03-15"));
    expect(bare.map(({ phase, to }) => [phase, to])).toEqual([
      ["write", undefined],
      ["sign", undefined],
      ["holds", "2030-12-31"],
    ]);
    const closed = { consultation: { ...consultation, state: "closed" as const } };
    expect(here("2027-03-25", draft, closed)?.waitsFor).toBe("writers");
    expect(here("2027-04-01", draft, closed)?.waitsFor).toBe("proposal");
    const published = { ...signed, state: "published", publishedAt: at } as unknown as PledgeDocument;
    expect(stepsOf({ document: published, schedule, consultation }, day("2027-05-01"))).toEqual([]);
  });

  test("the text stands from the day after its last day, and is told why", () => {
    expect([frozenSince(draft, schedule, day("2027-03-31")), frozenSince(draft, schedule, day("2027-04-01"))]).toEqual([
      undefined,
      "2027-03-31",
    ]);
    expect(frozenSince(proposed, schedule, day("2027-04-01"))).toBeUndefined();
    const editing = (on: string) =>
      edit.decide(
        { content: { ...content, parties: [], area: [], basis: [], sources: [] }, revision: 1 },
        { partnershipId: PARTNERSHIP, document: draft, writtenBy: schedule.writtenBy },
        by(karin, `${on}T09:00:00.000Z`),
      );
    expect(why(editing("2027-03-31"))).toBe("yes");
    expect(why(editing("2027-04-01"))).toBe("writing-is-over");
  });

  test.each<[string, PledgeDocument, readonly string[]]>([
    ["2027-04-30", half, []],
    ["2027-05-01", half, ["police"]],
    ["2027-05-01", draft, ["municipality", "police"]],
    ["2027-05-01", signed, []],
  ])("on %s it says whose signature is late", (on, document, late) => {
    expect(lateParties(document, schedule, day(on))).toEqual(late);
  });
});

describe("what waits for somebody", () => {
  const mandate = { party: "police", from: day("2027-01-01"), to: day("2027-12-31") } as const;
  const turns = (
    person: Person,
    on: string,
    document: PledgeDocument = draft,
    held = schedule as Schedule | undefined,
  ) =>
    scheduleTurnsOf(document, held, {
      person,
      partnershipId: PARTNERSHIP,
      mandate: person === sofia ? mandate : undefined,
      today: day(on),
    }).map(({ kind, day: of }) => [kind, of]);

  test.each<[string, Person, string, PledgeDocument, readonly (readonly [string, string])[]]>([
    ["long before, nothing", karin, "2027-03-20", draft, []],
    ["a week before, that it is to be done", karin, "2027-03-24", draft, [["writing-ends", "2027-03-31"]]],
    ["to those who write only", sofia, "2027-03-24", draft, []],
    ["that it is over", johan, "2027-04-01", draft, [["writing-is-over", "2027-03-31"]]],
    ["that signing is open, to who has a mandate", sofia, "2027-04-01", draft, [["signing-opened", "2027-04-30"]]],
    ["by when to sign", sofia, "2027-04-02", proposed, [["sign-by", "2027-04-30"]]],
    ["nothing more to those who write", karin, "2027-04-02", proposed, []],
    ["whose signature is late, to both who write", karin, "2027-05-01", half, [["signature-missing", "2027-04-30"]]],
    ["and to whoever it is", sofia, "2027-05-01", half, [["signature-missing", "2027-04-30"]]],
    ["not to others", petra, "2027-05-01", half, []],
    ["nothing once it is signed", karin, "2027-05-01", signed, []],
  ])("%s", (_what, person, on, document, expected) => {
    expect(turns(person, on, document)).toEqual(expected);
  });

  test("nothing of it where no days are set", () => {
    expect(
      scheduleTurnsOf(proposed, undefined, {
        person: sofia,
        partnershipId: PARTNERSHIP,
        mandate,
        today: day("2027-05-01"),
      }),
    ).toEqual([]);
  });
});
