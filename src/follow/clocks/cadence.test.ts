import { expect, test } from "vitest";
import { promisedDays } from "./cadence.ts";

test.each<[string, Parameters<typeof promisedDays>[0], number]>([
  ["the partnership has said where no promise does", [{}], 120],
  ["the partnership has said where no promise is in force", [], 120],
  ["the promise says", [{ feedbackEvery: "quarter" }], 90],
  ["the promise says, also where it is seldom", [{ feedbackEvery: "year" }], 365],
  ["one of two says that says it the most often", [{ feedbackEvery: "year" }, { feedbackEvery: "month" }], 30],
  ["the partnership has said where the promise says once in all", [{ feedbackEvery: "total" }], 120],
])("residents hear as often as %s", (_sentence, inForce, days) => expect(promisedDays(inForce, 120)).toBe(days));
