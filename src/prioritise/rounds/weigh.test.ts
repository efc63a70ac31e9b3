import { assert, constantFrom, integer, property, record, tuple, uniqueArray } from "fast-check";
import { expect, test } from "vitest";
import {
  cellsOf,
  CRITERIA,
  MOST_WEIGHT,
  movedAmong,
  orderOf,
  type Score,
  tipsAt,
  weighedBy,
  type Weights,
} from "./weigh.ts";

const ids = uniqueArray(constantFrom("a", "b", "c", "d", "e"), { minLength: 1, maxLength: 5 });
const weights = record(
  Object.fromEntries(CRITERIA.map((criterion) => [criterion, integer({ min: 1, max: MOST_WEIGHT })])),
  { requiredKeys: [] },
) as ReturnType<typeof record<Weights>>;
/** Every cell scored, out of a row of chance. */
const scored = (problemIds: readonly string[], by: Weights, chance: readonly number[]): Score[] =>
  problemIds.flatMap((problemId, at) =>
    weighedBy(by).map((criterion, place) => ({
      problemId,
      criterion,
      score: chance[(at * CRITERIA.length + place) % chance.length]!,
    })),
  );
const chance = uniqueArray(integer({ min: 0, max: 999 }), { minLength: 40, maxLength: 40 });
const asScores = (numbers: readonly number[]) => numbers.map((number) => 1 + (number % 5));

test("the order is heaviest first, those who tie share their place, and everybody is in it once", () => {
  assert(
    property(tuple(ids, weights, chance), ([problemIds, by, numbers]) => {
      const order = orderOf(problemIds, scored(problemIds, by, asScores(numbers)), by);
      expect(order.map(({ problemId }) => problemId).toSorted()).toEqual(problemIds.toSorted());
      for (const [place, one] of order.entries()) {
        const before = order[place - 1];
        expect(one.rank).toBe(before?.sum === one.sum ? before.rank : place + 1);
        expect(before?.sum ?? one.sum).toBeGreaterThanOrEqual(one.sum);
      }
    }),
  );
});

test("no order comes of the order things were handed in, nor of all weights being so many times as large", () => {
  assert(
    property(tuple(ids, weights, chance, integer({ min: 2, max: 5 })), ([problemIds, by, numbers, times]) => {
      const scores = scored(problemIds, by, asScores(numbers));
      const ranks = (order: ReturnType<typeof orderOf>) =>
        new Map(order.map(({ problemId, rank }) => [problemId, rank]));
      const given = ranks(orderOf(problemIds, scores, by));
      expect(ranks(orderOf(problemIds.toReversed(), scores.toReversed(), by))).toEqual(given);
      const larger = Object.fromEntries(weighedBy(by).map((criterion) => [criterion, by[criterion]! * times]));
      expect(ranks(orderOf(problemIds, scores, larger))).toEqual(given);
    }),
  );
});

test("what agrees with both is never lost together: better by both is better together", () => {
  assert(
    property(tuple(ids, weights, chance, chance), ([problemIds, by, one, other]) => {
      const [first, second] = [scored(problemIds, by, asScores(one)), scored(problemIds, by, asScores(other))];
      const [a, b, both] = [first, second, [...first, ...second]].map((scores) => orderOf(problemIds, scores, by));
      const sum = (order: ReturnType<typeof orderOf>, id: string) =>
        order.find(({ problemId }) => problemId === id)!.sum;
      const pairs = problemIds.flatMap((x) => problemIds.map((y) => [x, y] as const));
      const agreed = pairs.filter(([x, y]) => [a!, b!].every((order) => sum(order, x) > sum(order, y)));
      expect(agreed.filter(([x, y]) => sum(both!, x) <= sum(both!, y))).toEqual([]);
    }),
  );
});

test("a weight tips the order where it is said to, and nowhere nearer", () => {
  assert(
    property(tuple(ids, weights, chance, constantFrom(...CRITERIA)), ([problemIds, by, numbers, criterion]) => {
      const scores = scored(problemIds, by, asScores(numbers));
      const before = orderOf(problemIds, scores, by);
      const isOther = (weight: number) =>
        movedAmong(before, orderOf(problemIds, scores, { ...by, [criterion]: weight }), problemIds.length).length > 0;
      const now = by[criterion] ?? 0;
      const { up, down } = tipsAt(problemIds, scores, by, criterion);
      const tips = Array.from({ length: MOST_WEIGHT + 1 }, (_, weight) => weight).filter(isOther);
      expect(up).toBe(tips.find((weight) => weight > now));
      expect(down).toBe(tips.findLast((weight) => weight < now));
    }),
  );
});

test("two apart is to disagree, one apart is not, and what only one has scored is not compared", () => {
  const by: Weights = { fear: 1, duty: 2 };
  const first: Score[] = [
    { problemId: "a", criterion: "fear", score: 5 },
    { problemId: "a", criterion: "duty", score: 2 },
    { problemId: "b", criterion: "fear", score: 3 },
  ];
  const second: Score[] = [
    { problemId: "a", criterion: "fear", score: 3 },
    { problemId: "a", criterion: "duty", score: 3 },
  ];
  expect(cellsOf(["a", "b"], by, [first, second])).toEqual([
    { problemId: "a", criterion: "fear", first: 5, second: 3, apart: true },
    { problemId: "a", criterion: "duty", first: 2, second: 3, apart: false },
  ]);
});

test("who moved is told among the first, whether they left or came in", () => {
  const rank = (problemId: string, place: number) => ({ problemId, sum: 10 - place, rank: place });
  const before = [rank("a", 1), rank("b", 2), rank("c", 3), rank("d", 4)];
  expect(movedAmong(before, [rank("a", 1), rank("b", 2), rank("d", 3), rank("c", 4)], 3)).toEqual([
    { problemId: "d", from: 4, to: 3 },
    { problemId: "c", from: 3, to: 4 },
  ]);
  expect(movedAmong(before, [rank("a", 1), rank("b", 2), rank("d", 3), rank("c", 4)], 2)).toEqual([]);
});
