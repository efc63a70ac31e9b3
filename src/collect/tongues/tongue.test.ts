// What a file of translations may hold, line by line.
import { describe, expect, test } from "vitest";
import { DEMO_CAMPAIGN } from "../../../test/resident.ts";
import { sentencesOf } from "./sentences.ts";
import { type FileLine, lacking, readLines, TONGUE_CODES, tongueOf } from "./tongue.ts";

const sentences = ["Nästa", "Öppnar den {day}.", "{count|dag|dagar} kvar", "Ring 112."];
const lines = (...rows: readonly (readonly [string, string])[]): FileLine[] =>
  rows.map(([sv, said], place) => ({ line: place + 2, sv, said }));
const whys = (...rows: readonly (readonly [string, string])[]) =>
  readLines(lines(...rows), sentences).faults.map(({ line, why }) => `${line} ${why}`);

describe("a file of translations", () => {
  test("says what is missing and what it does not know, and keeps the rest", () => {
    const read = readLines(lines(["Nästa", " التالي "], ["Hej", "مرحبا"], ["Ring 112.", ""], ["", ""]), sentences);
    expect(read.entries).toEqual({ Nästa: "التالي" });
    expect(read.faults).toEqual([]);
    expect(read.unknown).toEqual([{ line: 3, sv: "Hej" }]);
    expect(read.missing).toEqual(["Öppnar den {day}.", "{count|dag|dagar} kvar", "Ring 112."]);
  });

  test.each([
    ["the blank kept", "Öppnar den {day}.", "يفتح في {day}.", []],
    ["the blank lost", "Öppnar den {day}.", "يفتح.", ["2 blanks-differ"]],
    ["another blank", "Öppnar den {day}.", "يفتح {dag}.", ["2 blanks-differ"]],
    ["a blank too many", "Nästa", "{day}", ["2 blanks-differ"]],
    ["a brace left open", "Öppnar den {day}.", "يفتح {day}. {", ["2 blanks-differ"]],
    ["two words of its own", "{count|dag|dagar} kvar", "{count|يوم|أيام}", []],
    ["two words made one", "{count|dag|dagar} kvar", "{count}", ["2 blanks-differ"]],
    ["the blank's words made three", "{count|dag|dagar} kvar", "{count|a|b|c}", ["2 blanks-differ"]],
    ["far too long", "Nästa", "x".repeat(121), ["2 sentence-too-long"]],
    ["a telephone number that the Swedish does not have", "Nästa", "070-123 45 67", ["2 points-at-a-person"]],
    ["no Swedish sentence", "", "التالي", ["2 line-unread"]],
    ["an emergency number", "Ring 112.", "اتصل 112.", []],
  ])("%s", (_name, sv, said, faults) => {
    expect(whys([sv, said])).toEqual(faults);
  });

  test("refuses two translations of one sentence, and takes the same one twice", () => {
    expect(whys(["Nästa", "a"], ["Nästa", "b"])).toEqual(["3 said-twice"]);
    expect(whys(["Nästa", "a"], ["Nästa", "a"])).toEqual([]);
  });

  test("knows a sentence again as a spreadsheet sends it back", () => {
    const known = ["Ja\nnej", "-12 grader"];
    const read = readLines(lines(["Ja\r\nnej ", "a"], ["'-12 grader", "b"]), known);
    expect(lacking(read.entries, known)).toEqual([]);
  });
});

test("every language has its own name, and those that run from the right say so", () => {
  for (const code of TONGUE_CODES) expect(() => new Intl.Locale(code)).not.toThrow();
  expect(tongueOf({ code: "ar", entries: {} })).toMatchObject({ name: "العربية", dir: "rtl" });
  expect(tongueOf({ code: "ar", entries: { a: "ا 114 14 ب 112" } }).entries).toEqual({
    a: "ا \u2066114 14\u2069 ب 112",
  });
  expect(tongueOf({ code: "so", entries: {} }).dir).toBe("ltr");
});

test("the form's sentences are its own and the campaign's, each once, with no names of places to translate", () => {
  const all = sentencesOf(DEMO_CAMPAIGN);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toContain("Nästa");
  expect(all).toContain("Svaret var reklam.");
  expect(all).not.toContain("18–29");
  expect(all).not.toContain("Skriv koden på ditt kvitto.");
});
