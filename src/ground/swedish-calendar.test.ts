import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../test/shared-data.ts";
import type { Day } from "./time.ts";
import { holidaysOf, holidaysWithin, schoolBreaksWithin, schoolTermsWithin, workdayUntil } from "./swedish-calendar.ts";

const day = (text: string) => text as Day;
const published = sharedData("holidays/holidata-sv-SE-2011-2026.csv");

describe("holidays", () => {
  test.skipIf(published === undefined)(
    "are those of the published calendars 2011 to 2026, and Easter eve besides",
    () => {
      const lines = readFileSync(published!, "utf8").trim().split("\n").slice(1);
      const expected = lines.map((line) => line.split(",")[2]!.replaceAll('"', ""));
      expect(expected).toHaveLength(256);
      const ours = Array.from({ length: 16 }, (_, index) => [...holidaysOf(2011 + index)]).flat();
      expect(ours.flatMap(([on, name]) => (name === "easter-eve" ? [] : on))).toEqual(expected);
    },
  );

  test.each<[string, string, string, readonly string[]]>([
    ["an ordinary week has none", "2026-05-04", "2026-05-10", []],
    ["Ascension is one", "2026-05-11", "2026-05-17", ["ascension"]],
    ["over New Year there are several", "2025-12-30", "2026-01-06", ["new-year-eve", "new-year", "epiphany"]],
  ])("%s", (_sentence, from, to, expected) => expect(holidaysWithin(day(from), day(to))).toEqual(expected));
});

describe("school breaks, by the weeks they usually fall in", () => {
  test.each<[string, string, string, string, readonly string[]]>([
    ["week 9 of 2026 is the sports break in Gävleborg", "2026-02-23", "2026-03-01", "21", ["sports"]],
    ["week 8 is not", "2026-02-16", "2026-02-22", "21", []],
    ["but may be elsewhere", "2026-02-16", "2026-02-22", "12", ["sports"]],
    ["week 44", "2026-10-26", "2026-11-01", "21", ["autumn"]],
    ["the week before Easter", "2026-03-30", "2026-04-02", "21", ["easter-break"]],
    ["over New Year it is one break", "2025-12-29", "2026-01-07", "21", ["christmas-break"]],
    ["a week in September is none", "2026-09-14", "2026-09-20", "21", []],
  ])("%s", (_sentence, from, to, county, expected) =>
    expect(schoolBreaksWithin(day(from), day(to), county)).toEqual(expected),
  );
});

describe("school terms", () => {
  test.each<[string, string, string, readonly (readonly [string, string, string])[]]>([
    [
      "a year has two",
      "2026-01-01",
      "2026-12-31",
      [
        ["spring", "2026-01-09", "2026-06-10"],
        ["autumn", "2026-08-18", "2026-12-19"],
      ],
    ],
    ["the autumn break lies within one", "2026-10-28", "2026-10-28", [["autumn", "2026-08-18", "2026-12-19"]]],
    ["the summer lies in none", "2026-06-11", "2026-08-17", []],
    ["nor does Christmas", "2026-12-20", "2027-01-08", []],
  ])("%s", (_sentence, from, to, expected) =>
    expect(schoolTermsWithin(day(from), day(to)).map((term) => [term.name, term.from, term.to])).toEqual(expected),
  );

  test("never meet a summer or a Christmas break", () => {
    for (const { from, to } of schoolTermsWithin(day("2020-01-01"), day("2030-12-31")))
      expect(schoolBreaksWithin(from, to, "21")).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(summer|christmas-break)$/)]),
      );
  });
});

test.each([
  ["an ordinary Tuesday is its own", "2026-11-24", "2026-11-24"],
  ["a Sunday", "2026-05-31", "2026-05-29"],
  ["New Year's Eve, after a day that is open", "2026-12-31", "2026-12-30"],
  ["Boxing Day on a Saturday, after Christmas on Thursday and Friday", "2026-12-26", "2026-12-23"],
  ["Easter Monday, after four days", "2026-04-06", "2026-04-02"],
])("the last working day until then: %s", (_sentence, until, expected) =>
  expect(workdayUntil(day(until))).toBe(expected),
);
