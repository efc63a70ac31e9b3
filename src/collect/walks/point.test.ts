import { describe, expect, test } from "vitest";
import { amina, by, johan, karin, must, PARTNERSHIP, petra, why } from "../../../test/people.ts";
import type { ProtocolRow } from "../walk.ts";
import { type PointReplyKind, replyToPoint, silentPoints, stateOf } from "./point.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { protocolCells } from "./screens/paper.ts";

const asked = {
  partnershipId: PARTNERSHIP,
  managerOrganisationId: petra.grants[0]!.organisationId,
  rowId: "row",
  isSent: true,
  isAnswered: false,
};
const say = (kind: PointReplyKind, text = "", state = asked) =>
  replyToPoint.decide({ kind, text, mayBe: "road-authority" }, state, by(petra));

describe("«Ta emot / Inte vårt / Fråga»", () => {
  test("is one press to take, and words with the others", () => {
    expect(must(say("received", "lagas i vår")).reply).toMatchObject({ kind: "received", text: "", mayBe: undefined });
    expect(why(say("not-ours"))).toBe("reason-needed");
    expect(must(say("not-ours", "Vägen är statlig")).reply).toMatchObject({ mayBe: "road-authority" });
    expect(why(say("question"))).toBe("asked-what-needed");
    expect(must(say("question", "Vilken stolpe?")).reply).toMatchObject({ text: "Vilken stolpe?", mayBe: undefined });
    expect(why(say("question", "Ring 070-123 45 67"))).toBe("text-has-phone");
  });
  test("tells the office that said so, never the person", () => {
    expect(must(say("received")).reply.unit).toBe(petra.grants[0]!.title);
  });
  test("is of a point that has been sent and is not decided", () => {
    expect(why(say("received", "", { ...asked, isSent: false }))).toBe("point-not-sent");
    expect(why(say("received", "", { ...asked, isAnswered: true }))).toBe("point-answered");
  });
  test("is for the organisation that was asked", () => {
    for (const person of [karin, petra])
      expect(replyToPoint.may(person, { kind: "received", text: "" }, asked)).toBeUndefined();
    for (const person of [johan, amina])
      expect(replyToPoint.may(person, { kind: "received", text: "" }, asked)).toEqual({ why: "not-yours" });
  });
  test.each([
    [{ isSent: false, isAnswered: false }, "registered"],
    [{ isSent: true, isAnswered: false }, "sent"],
    [{ isSent: true, isAnswered: false, reply: { kind: "question" } }, "question"],
    [{ isSent: true, isAnswered: true, reply: { kind: "received" } }, "answered"],
    [{ isSent: false, isAnswered: true }, "answered"],
  ] as const)("a point %j is %s", (point, state) => {
    expect(stateOf(point)).toBe(state);
  });
  test("stands in the protocol where its status stands, until it is decided", () => {
    const row: ProtocolRow = {
      id: "row",
      number: 1,
      observationId: "note",
      kind: "problem",
      category: "place.lighting",
      placeName: "Trappan",
      text: "Mörkt",
      proposal: "",
      spotManager: "municipality",
      answer: undefined,
    };
    const status = (reply: Parameters<typeof say>, lang: "sv" | "en", answered: Partial<ProtocolRow> = {}) =>
      protocolCells({ ...row, ...answered }, [{ ...must(say(...reply)).reply, rowId: "row" }], lang).at(-1);
    expect(status(["received"], "sv")).toBe("Väntar på svar. Mottagen av activity-owner 24 november 2026.");
    expect(status(["received"], "en")).toBe("Waiting for an answer. Taken by activity-owner 24 November 2026.");
    expect(status(["question", "Vilken stolpe?"], "sv")).toBe(
      "Väntar på svar. Fråga från activity-owner 24 november 2026: Vilken stolpe?",
    );
    const answer = { kind: "will-be-done", when: "maj", reason: "", answeredAt: "2026-11-25T09:00:00.000Z" } as const;
    expect(status(["received"], "sv", { answer: answer as ProtocolRow["answer"] })).toBe("Åtgärdas");
    expect(protocolCells(row, [], "sv").at(-1)).toBe("Väntar på svar");
  });
});

describe("a point that nobody has taken", () => {
  const row = (number: number, more: object = {}) => ({
    id: `row ${number}`,
    number,
    kind: "problem" as const,
    spotManager: "municipality" as const,
    answer: undefined,
    ...more,
  });
  const rows = [
    row(1),
    row(2, { kind: "positive" as const }),
    row(3, { spotManager: "road-authority" as const }),
    row(4, { answer: { kind: "done" } }),
    row(5),
    row(6),
  ];
  const sent = { sentAt: "2026-11-05T09:00:00.000Z" as Instant };
  const on = (day: string) => silentPoints(rows, sent, [{ rowId: "row 5" }], day as Day);
  test("is told when ten days have gone by since it was sent, until a unit or the meeting has said something", () => {
    expect(on("2026-11-14").numbers).toEqual([]);
    expect(on("2026-11-15")).toEqual({ numbers: [1, 6], days: 10 });
    expect(silentPoints(rows, undefined, [], "2027-01-01" as Day).numbers).toEqual([]);
  });
});
