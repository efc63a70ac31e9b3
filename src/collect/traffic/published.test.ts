import { describe, expect, test } from "vitest";
import { amina, by, johan, karin, must, PARTNERSHIP, why } from "../../../test/people.ts";
import type { Instant } from "../../ground/time.ts";
import { countKinds, isTellable, publishRoad, roadSlug, takeBackRoad } from "./published.ts";
import { THREAD_STATES, type Thread } from "./thread.ts";

const thread: Thread = {
  id: "t",
  number: 14,
  ownerOrganisationId: "municipality",
  stretch: { kind: "area", name: "Åmotsvägen, bron till skolan" },
  complaints: 3,
  openedAt: "2026-10-05T09:00:00.000Z" as Instant,
  example: false,
  takenBack: [],
  roadKeeper: "municipality",
  limit: 30,
  state: "measured",
};
const at = (more: { thread?: Thread; isPublished?: boolean } = {}) => ({
  partnershipId: PARTNERSHIP,
  thread,
  complaints: ["heavy", "speed", "speed"] as const,
  isPublished: false,
  ...more,
});

describe("a road's page", () => {
  test("tells what had been complained of when it was published, kind by kind", () => {
    expect(must(publishRoad.decide({}, at(), by(karin)))).toMatchObject({
      threadId: "t",
      complaints: [
        { kind: "speed", count: 2 },
        { kind: "heavy", count: 1 },
      ],
    });
    expect(countKinds([])).toEqual([]);
  });

  test("is published and taken back by those who lead where the thread is", () => {
    for (const rule of [publishRoad, takeBackRoad]) {
      expect(rule.may(karin, {}, at())).toBeUndefined();
      expect(rule.may(johan, {}, at())?.why).toBe("not-yours");
      expect(rule.may(amina, {}, at())?.why).toBe("not-yours");
    }
  });

  test.each([
    ["while nothing has come of it", { thread: { ...thread, state: "measuring" as const } }, "road-not-ready"],
    ["twice", { isPublished: true }, "road-published"],
  ])("is not published %s", (_how, more, expected) =>
    expect(why(publishRoad.decide({}, at(more), by(karin)))).toBe(expected),
  );

  test("is taken back only where it is", () => {
    expect(why(takeBackRoad.decide({}, at(), by(karin)))).toBe("road-not-published");
    expect(must(takeBackRoad.decide({}, at({ isPublished: true }), by(karin))).id).toBe("t");
  });

  test("has an address of its stretch and number", () => {
    expect(roadSlug(thread)).toBe("amotsvagen-bron-till-skolan-14");
    expect(THREAD_STATES.filter((state) => !isTellable({ state }))).toEqual(["received", "measuring"]);
  });
});
