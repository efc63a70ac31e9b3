import { expect, test } from "vitest";
import { johan, karin, PARTNERSHIP, petra, someone } from "../../../test/people.ts";
import type { Person } from "../../ground/party.ts";
import type { Day } from "../../ground/time.ts";
import type { Comment } from "./comment.ts";
import type { Consultation } from "./consultation.ts";
import { turnsOf } from "./turns.ts";

const consultation = (state: Consultation["state"]) =>
  ({
    state,
    from: "2026-12-01",
    to: "2026-12-20",
    askedBy: karin.grants[0]!.organisationId,
    partnershipId: PARTNERSHIP,
  }) as Consultation & { partnershipId: string };
const known = { id: "c", passage: "whole", sentence: undefined, receivedOn: "2026-12-05" as Day, text: "t" };
const waiting: Comment = { ...known, state: "waiting" };
const shown: Comment = { ...known, state: "shown", readOn: "2026-12-06" as Day, answer: undefined };

test.each<[Consultation["state"], string, readonly Comment[], Person, readonly string[]]>([
  ["asked", "2026-11-24", [], johan, ["consultation-asked"]],
  ["asked", "2026-11-24", [], karin, []],
  ["agreed", "2026-11-24", [], karin, []],
  ["agreed", "2026-12-05", [], karin, []],
  ["agreed", "2026-12-05", [waiting, shown, shown], karin, ["comments-unread 1", "comments-unanswered 2"]],
  ["agreed", "2026-12-05", [waiting, shown], petra, []],
  ["agreed", "2026-12-05", [waiting, shown], someone("bodil", "other", "coordinator"), []],
  ["agreed", "2026-12-18", [], johan, []],
  ["agreed", "2026-12-19", [shown], johan, ["comments-unanswered 1", "consultation-ends"]],
  ["agreed", "2026-12-20", [], johan, []],
  ["agreed", "2026-12-21", [shown], johan, ["comments-unanswered 1"]],
  ["agreed", "2026-12-21", [], johan, ["consultation-to-close"]],
  ["closed", "2026-12-21", [], johan, []],
])("%s on %s with %j waits for the one who is to do it", (state, today, comments, person, turns) => {
  const told = turnsOf(consultation(state), comments, { person, today: today as Day });
  expect(told.map(({ kind, count }) => (count === undefined ? kind : `${kind} ${count}`))).toEqual(turns);
});
