import { expect, test } from "vitest";
import type { Day } from "../ground/time.ts";
import { deadlineAtEnd, inWords, termEndsIn } from "./terms.ts";

const ends = (from: string, to: string) => termEndsIn(from as Day, to as Day).map(({ day, sv }) => `${day} ${sv}`);

test("terms and seasons that end in a span, in order", () => {
  expect(ends("2028-01-01", "2028-12-31")).toEqual([
    "2028-02-29 vintern 2027–2028",
    "2028-05-31 våren 2028",
    "2028-06-30 vårterminen 2028",
    "2028-08-31 sommaren 2028",
    "2028-11-30 hösten 2028",
    "2028-12-31 höstterminen 2028",
  ]);
});

test.each([
  [
    "the days themselves are in it",
    "2027-02-28",
    "2027-05-31",
    ["2027-02-28 vintern 2026–2027", "2027-05-31 våren 2027"],
  ],
  ["between two of them is none", "2028-07-01", "2028-08-30", []],
  ["a span that ends before it begins has none", "2028-07-01", "2027-08-30", []],
])("%s", (_name, from, to, expected) => {
  expect(ends(from, to)).toEqual(expected);
});

test("a span without an end in sight gives a list that can be read", () => {
  expect(ends("2028-01-01", "2999-12-31").length).toBe(66);
});

test("what is promised is said in words, with its day beside it", () => {
  const [autumn] = termEndsIn("2028-12-01" as Day, "2028-12-31" as Day);
  expect(deadlineAtEnd(autumn!)).toEqual({ said: "slutet av höstterminen 2028", on: "2028-12-31" });
});

test.each([
  ["2028-10-01", false],
  ["2019-02", false],
  ["hösten 2015", true],
])("%s is said in words: %s", (said, expected) => {
  expect(inWords({ said })).toBe(expected);
});
