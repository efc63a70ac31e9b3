// One youth forum as it is when it has been held: 28 pupils of grade 8, asked before and after, and what was promised back. Invented.
import type { Forum } from "../../act/forums/forum.ts";
import { type Cell, CHOICES, type Question, ROUNDS } from "../../act/forums/poll.ts";
import { type Day, fromSwedishClock } from "../../ground/time.ts";
import { OCCASIONS } from "./occasions.ts";
import { demoId } from "./ids.ts";

const held = OCCASIONS.findLast(({ counted }) => counted === "forum");
if (held === undefined) throw new Error("The example has no forum among its occasions");
const { id, activityId, organisationId, on } = held;

/** Of 28 who answered before and 27 after, by the four answers. */
const COUNTED: Readonly<Partial<Record<Question, readonly [before: readonly number[], after: readonly number[]]>>> = {
  "risk-nicotine": [
    [6, 12, 7, 3],
    [1, 6, 11, 9],
  ],
  "norm-nicotine": [
    [7, 9, 8, 2],
    [2, 6, 12, 7],
  ],
  "say-no": [
    [2, 6, 11, 8],
    [1, 5, 11, 10],
  ],
  help: [
    [8, 8, 7, 5],
    [1, 3, 13, 10],
  ],
};
export const FORUM_CELLS: readonly Cell[] = Object.entries(COUNTED).flatMap(([question, rounds]) =>
  ROUNDS.flatMap((round, place) =>
    CHOICES.map((choice) => ({ round, question: question as Question, choice, count: rounds[place]![choice]! })),
  ),
);

export const FORUM: Forum = {
  // It is the occasion, as every forum is its own.
  id,
  number: 1,
  activityId,
  organisationId,
  on,
  spontaneous: false,
  venue: "class",
  placeName: "Skolan",
  grade: "8",
  band: "20-39",
  method: "dialogue",
  organisers: ["police", "youth-worker", "student-health"],
  themes: ["nicotine", "a-tractor"],
  questions: Object.keys(COUNTED) as Question[],
  notes:
    "Många har sett vitt snus säljas i kiosker utan att någon frågar om ålder. Gruppen vill veta vad som gäller för A-traktorer efter reglerna om bälte.",
  round: "after",
  code: undefined,
  openUntil: undefined,
  answers: { before: 28, after: 27 },
  shownAt: fromSwedishClock(on, 11, 20),
  closedAt: fromSwedishClock(on, 11, 30),
  plannedAt: fromSwedishClock("2026-08-26" as Day, 9),
  counted: true,
  promises: [
    {
      id: demoId("forum promise 1"),
      text: "Kontrolleras det att butikerna frågar om ålder?",
      by: "2026-11-04" as Day,
      answered: {
        on: "2026-11-03" as Day,
        text: "Ja. Kommunen gjorde tillsyn i höst och gör om den före jul. Två butiker fick en anmärkning.",
      },
    },
    {
      id: demoId("forum promise 2"),
      text: "Kan fritidsgården ha öppet på fredagar?",
      by: "2026-12-11" as Day,
      answered: undefined,
    },
  ],
  example: true,
};
