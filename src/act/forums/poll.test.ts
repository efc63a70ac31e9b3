import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, CHOICES, outcomeOf, readAnswers, type Round, ROUNDS, shareOf } from "./poll.ts";

const cells = (before: readonly number[], after: readonly number[] = []): readonly Cell[] =>
  (
    [
      ["before", before],
      ["after", after],
    ] as const
  ).flatMap(([round, counts]) =>
    counts.map((count, place) => ({ round, question: "help", choice: CHOICES[place]!, count })),
  );
const shown = (answers: Readonly<Record<Round, number>>, all: readonly Cell[]) =>
  outcomeOf({ band: "20-39", questions: ["help"], answers, cells: all });
const groups = (answers: Readonly<Record<Round, number>>, all: readonly Cell[]) => {
  const outcome = shown(answers, all);
  return outcome.kind === "shown" ? outcome.questions[0]!.groups.map(({ from, to }) => [from, to]) : outcome.kind;
};

describe("what a class is shown", () => {
  test.each([
    ["nine answers are too few", { before: 9, after: 0 }, cells([0, 4, 5, 0]), "too-few"],
    ["one above the band is too many", { before: 40, after: 20 }, cells([10, 10, 10, 10]), "too-many"],
    ["too many after hides before as well", { before: 20, after: 41 }, cells([5, 5, 5, 5]), "too-many"],
    [
      "four groups of five",
      { before: 20, after: 0 },
      cells([5, 5, 5, 5]),
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    ],
    [
      "four are told with their neighbour",
      { before: 20, after: 0 },
      cells([4, 6, 5, 5]),
      [
        [0, 1],
        [2, 2],
        [3, 3],
      ],
    ],
    [
      "none are told with their neighbour as well",
      { before: 20, after: 0 },
      cells([10, 10, 0, 0]),
      [
        [0, 0],
        [1, 3],
      ],
    ],
    ["all alike are told as nothing", { before: 20, after: 0 }, cells([0, 0, 20, 0]), []],
    ["before and after are parted alike", { before: 28, after: 27 }, cells([8, 9, 7, 4], [1, 3, 13, 10]), []],
    [
      "few after leave before alone",
      { before: 20, after: 9 },
      cells([5, 5, 5, 5], [9, 0, 0, 0]),
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    ],
    ["where most skipped nothing is parted", { before: 28, after: 0 }, cells([3, 2, 2, 2]), []],
  ] as const)("%s", (_sentence, answers, all, expected) => {
    expect(groups(answers, all)).toEqual(expected);
  });

  test("no group that is shown has fewer than five in any round, and all answers are in one", () => {
    const counts = fc.array(fc.nat(15), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(counts, counts, (before, after) => {
        const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
        const outcome = outcomeOf({
          band: "60-99",
          questions: ["help"],
          answers: { before: sum(before), after: sum(after) },
          cells: cells(before, after),
        });
        const told = outcome.kind === "shown" ? outcome.questions[0]!.groups : [];
        const sizes = told.flatMap(({ from, to, ...shares }) =>
          ROUNDS.filter((round) => shares[round] !== null).map((round) =>
            sum((round === "before" ? before : after).slice(from, to + 1)),
          ),
        );
        expect(sizes.filter((size) => size < 5)).toEqual([]);
        expect(told.length).not.toBe(1);
      }),
    );
  });

  test.each([
    [5, 50, "few"],
    [7, 28, "quarter"],
    [14, 28, "half"],
    [20, 28, "three-quarters"],
    [27, 28, "most"],
  ] as const)("%i of %i is said as «%s»", (part, whole, share) => {
    expect(shareOf(part, whole)).toBe(share);
  });
});

test("an answer is one of four to a question that is asked; everything else is skipped", () => {
  const sent: Readonly<Record<string, string>> = { help: "3", "say-no": "4", adults: "1" };
  expect(readAnswers(["help", "say-no", "risk-alcohol"], (question) => sent[question] ?? null)).toEqual([
    { question: "help", choice: 3 },
  ]);
});
