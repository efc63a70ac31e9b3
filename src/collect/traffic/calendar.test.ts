import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../test/shared-data.ts";
import type { Day } from "../../ground/time.ts";
import { holidaysOf, holidaysWithin, schoolBreaksWithin } from "./calendar.ts";

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
