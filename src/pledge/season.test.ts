import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day, daysBetween } from "../ground/time.ts";
import { readSeason, seasonWithin } from "./season.ts";

const both = ["spring", "autumn"];

test.each<[string, readonly number[], readonly string[]]>([
  ["vinter", [12, 1, 2], []],
  ["På sommaren", [6, 7, 8], []],
  ["under vintermånaderna", [12, 1, 2], []],
  ["oktober–november", [10, 11], []],
  ["mörkervandringar oktober–november", [10, 11], []],
  ["november till mars", [11, 12, 1, 2, 3], []],
  ["april, maj".replace(",", " och"), [4, 5], []],
  ["okt - nov", [10, 11], []],
  ["höst–vinter", [9, 10, 11, 12, 1, 2], []],
  ["vår och höst", [3, 4, 5, 9, 10, 11], []],
  ["höstterminen", [], ["autumn"]],
  ["vårterminen och höstterminen", [], both],
  ["under terminerna", [], both],
  ["läsåret", [], both],
])("«%s» is read", (said, months, terms) => expect(readSeason(said)).toEqual({ months, terms }));

test.each([
  undefined,
  "",
  "utom juli",
  "inte juli",
  "efter oktober",
  "senast i oktober",
  "början av oktober",
  "hösten 2027",
  "när det är mörkt",
  "oktober november",
  "oktober och",
  "till oktober",
  "oktober till höstterminen",
  "höstterminen till maj",
  "vandringar",
  "älgjakten",
])("«%s» is left to people", (said) => expect(readSeason(said)).toBeUndefined());

test.each<[string, string, string, readonly (readonly [string, string])[]]>([
  [
    "vinter",
    "2026-01-01",
    "2026-12-31",
    [
      ["2026-01-01", "2026-02-28"],
      ["2026-12-01", "2026-12-31"],
    ],
  ],
  ["vinter", "2027-10-01", "2028-04-01", [["2027-12-01", "2028-02-29"]]],
  ["höstterminen", "2026-01-01", "2026-12-31", [["2026-08-18", "2026-12-19"]]],
  ["terminerna och sommar", "2026-05-01", "2026-10-01", [["2026-05-01", "2026-10-01"]]],
  ["juli", "2026-01-01", "2026-06-30", []],
])("«%s» from %s to %s", (said, from, to, expected) =>
  expect(seasonWithin(readSeason(said), from as Day, to as Day).map((one) => [one.from, one.to])).toEqual(expected),
);

test("two neighbouring times have the season's days of both, each day once", () => {
  const days = (said: string, from: Day, to: Day) =>
    seasonWithin(readSeason(said), from, to).reduce((sum, one) => sum + daysBetween(one.from, one.to) + 1, 0);
  const said = fc.constantFrom(
    "vinter",
    "höstterminen",
    "oktober–mars",
    "vår och vårterminen",
    "läsåret",
    "obegripligt",
  );
  fc.assert(
    fc.property(said, fc.nat(900), fc.nat(900), (season, first, second) => {
      const from = "2025-03-10" as Day;
      const [middle, to] = [addDays(from, first), addDays(from, first + second + 1)];
      expect(days(season, from, middle) + days(season, addDays(middle, 1), to)).toBe(days(season, from, to));
    }),
  );
});
