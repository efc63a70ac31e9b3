import { expect, test } from "vitest";
import type { Problem } from "../problem.ts";
import { formerOnTheme, formerPlace, type LastRound } from "./former.ts";
import type { Given, Round } from "./round.ts";

const given = (problemId: string, score: number): Given => ({ problemId, criterion: "fear", score, motive: "" });
const last: LastRound = {
  round: { year: 2025, weights: { fear: 2 }, problemIds: ["a", "b", "c"] } as unknown as Round,
  scores: [given("a", 2), given("b", 5), given("c", 4), given("a", 3), given("b", 4), given("c", 1)],
  answers: [
    { problemId: "a", kind: "open", reason: "Vi väntar på mätningen." },
    { problemId: "a", kind: "cause", reason: "Något annat" },
  ],
};
const problem = (id: string, state: Problem["state"], category = "place.lighting") =>
  ({ id, slug: id, what: id, state, category }) as Problem;

test("where a problem came among those weighed then, and why it was left open", () => {
  expect(formerPlace("b", last)).toEqual({ year: 2025, place: 1, of: 3, reason: "" });
  expect(formerPlace("a", last)).toEqual({ year: 2025, place: 2, of: 3, reason: "Vi väntar på mätningen." });
  expect(formerPlace("ny", last)).toBe(undefined);
});

test("what was answered on the same theme in that round, and nothing of another theme, another round or itself", () => {
  const all = [
    problem("a", "open"),
    problem("b", "chosen"),
    problem("c", "declined", "traffic.speeding"),
    problem("utanför", "chosen"),
  ];
  expect(formerOnTheme(all[0]!, last, all).map(({ slug, state }) => [slug, state])).toEqual([["b", "chosen"]]);
  expect(formerOnTheme(problem("b", "chosen"), last, all)).toEqual([]);
});
