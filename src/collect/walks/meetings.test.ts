import { describe, expect, test } from "vitest";
import type { Grant, Person, Role } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { ProtocolRow, Walk } from "../walk.ts";
import { sendPoints, pointsOf } from "./letter.ts";
import { sumOf, pointsToAnswer } from "./meeting.ts";
import { arrangeWalk, meetingsOf, NOTHING_ARRANGED } from "./meetings.ts";
import { letterText } from "./screens/letter-paper.ts";

const AT = "2021-11-20T08:00:00.000Z" as Instant;
const person = (role: Role, organisationId = "kommun"): Person => ({
  id: role,
  name: role,
  operator: false,
  grants: [{ partnershipId: "p", organisationId, party: "municipality", role, title: "" } satisfies Grant],
});
const moment = { at: AT, by: person("coordinator"), newId: () => "id" };
const walk = {
  id: "w",
  slug: "amot-2021",
  title: "Trygghetsvandring i Åmot",
  village: "Åmot",
  meetingPoint: "Utanför skolan",
  startsAt: "2021-11-08T17:00:00.000Z",
  endsAt: "2021-11-08T19:30:00.000Z",
  state: "protocol",
} as unknown as Walk;
const state = { partnershipId: "p", walk, ownerOrganisationId: "kommun" };
const row = (number: number, more: Partial<ProtocolRow> = {}) =>
  ({
    id: `${number}`,
    number,
    kind: "problem",
    placeName: "Bron",
    text: "Hal när det regnar",
    proposal: "Halkskydd",
    spotManager: "road-association",
    answer: undefined,
    ...more,
  }) as ProtocolRow;

describe("the three meetings of a walk", () => {
  const arrange = (more: object) => arrangeWalk.decide({ ...NOTHING_ARRANGED, ...more }, state, moment);
  test("the first is before the walk and the third after it, and the place is nobody's name", () => {
    expect(arrange({ premeetingAt: walk.startsAt })).toMatchObject({ refusal: { why: "premeeting-after-walk" } });
    expect(arrange({ aftermeetingAt: walk.endsAt })).toMatchObject({ refusal: { why: "aftermeeting-before-walk" } });
    expect(arrange({ meetingPlace: "Hos Anna, 070-123 45 67" }).ok).toBe(false);
    const [before, after] = ["2021-10-25T16:00:00.000Z", "2021-11-29T17:00:00.000Z"];
    expect(arrange({ premeetingAt: before, aftermeetingAt: after, meetingPlace: " Bygdegården " })).toMatchObject({
      value: { walkId: "w", arranged: { premeetingAt: before, meetingPlace: "Bygdegården", registered: 0 } },
    });
  });
  test("only those whose walk it is arrange it", () => {
    expect(arrangeWalk.may(person("coordinator"), NOTHING_ARRANGED, state)).toBeUndefined();
    expect(arrangeWalk.may(person("note-taker"), NOTHING_ARRANGED, state)).toEqual({ why: "not-yours" });
    expect(arrangeWalk.may(person("coordinator", "polis"), NOTHING_ARRANGED, state)).toEqual({ why: "not-yours" });
  });
  test("those that have a time go into the calendar, in their order", () => {
    expect(meetingsOf(walk, NOTHING_ARRANGED).map(({ which, place }) => [which, place])).toEqual([
      ["walk", "Utanför skolan"],
    ]);
    const all = meetingsOf(walk, {
      premeetingAt: "2021-10-25T16:00:00.000Z" as Instant,
      aftermeetingAt: "2021-11-29T17:00:00.000Z" as Instant,
      meetingPlace: "Bygdegården",
      registered: 3,
    });
    expect(all.map(({ which, to, place }) => [which, to, place])).toEqual([
      ["before", "2021-10-25T17:00:00.000Z", "Bygdegården"],
      ["walk", walk.endsAt, "Utanför skolan"],
      ["after", "2021-11-29T18:00:00.000Z", "Bygdegården"],
    ]);
  });
});

describe("points go to those who look after the spots", () => {
  const rows = [
    row(1),
    row(2, { kind: "positive" }),
    row(3, { spotManager: "municipality", proposal: "" }),
    row(4, { spotManager: "unknown" }),
  ];
  const send = (more: object, walked: Walk = walk) =>
    sendPoints.decide(
      { manager: "road-association", replyBy: "2021-12-04" as Day, ...more },
      { ...state, walk: walked, rows },
      moment,
    );
  test("each gets own points and nothing that is good", () => {
    expect(pointsOf(rows, "road-association").map(({ number }) => number)).toEqual([1]);
    expect(send({})).toMatchObject({ value: { letter: { points: 1, replyBy: "2021-12-04", sentAt: AT } } });
  });
  test("not before there is a protocol, not to somebody without points, not with a day that has gone", () => {
    expect(send({}, { ...walk, state: "walked" } as Walk)).toMatchObject({
      refusal: { why: "protocol-not-established" },
    });
    expect(send({ manager: "region" })).toMatchObject({ refusal: { why: "nothing-for-manager" } });
    expect(send({ replyBy: "2021-11-20" })).toMatchObject({ refusal: { why: "reply-day-passed" } });
  });
  test("the text is plain lines that any form takes in", () => {
    const wish = { partnershipName: "Ockelbo", replyBy: "2021-12-04" as Day, lang: "sv" as const };
    const { subject, text } = letterText(walk, [rows[0]!, rows[2]!], wish);
    expect(subject).toBe("Punkter från Trygghetsvandring i Åmot");
    expect(text.split("\n\n")).toEqual([
      expect.stringContaining("8 november 2021 i Åmot") as string,
      "1. Bron: Hal när det regnar\n   Förslag: Halkskydd",
      "3. Bron: Hal när det regnar",
      expect.stringContaining("4 december 2021") as string,
      "Hälsningar, Ockelbo",
    ]);
  });
});

test("the third meeting ends with a sum: each answer that was given, and how many wait", () => {
  const answered = (kind: "will-be-done" | "declined") => ({
    answer: { kind, reason: "", when: "", answeredAt: AT },
  });
  const rows = [row(1, answered("will-be-done")), row(2, { kind: "positive" }), row(3), row(4, answered("declined"))];
  expect(sumOf(pointsToAnswer(rows))).toEqual([
    { kind: "will-be-done", count: 1 },
    { kind: "declined", count: 1 },
    { kind: "waiting", count: 1 },
  ]);
});
