import { describe, expect, test } from "vitest";
import { PUBLIC, SENSITIVE, SURVEY, SURVEY_INSIDE, tooFine } from "./threshold.ts";

describe("a threshold", () => {
  test.each([
    ["what strangers see may be squares and days", PUBLIC, "cell", "day", undefined],
    ["but no area that a reader draws", PUBLIC, "drawn", "year", "place"],
    ["and no period that a reader chooses", PUBLIC, "municipality", "any", "time"],
    ["what is sensitive is told of a whole municipality", SENSITIVE, "district", "year", "place"],
    ["and of a whole year", SENSITIVE, "municipality", "month", "time"],
    ["coarser than that is coarse enough", SENSITIVE, "county", "year", undefined],
  ] as const)("%s", (_, threshold, place, time, fine) => {
    expect(tooFine(threshold, place, time)).toBe(fine);
  });

  test("is five, ten, thirty, and ten inside", () => {
    expect([PUBLIC, SENSITIVE, SURVEY, SURVEY_INSIDE].map(({ fewest }) => fewest)).toEqual([5, 10, 30, 10]);
  });
});
