import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boxWritten, hoursWritten, readBox, readHours } from "./question.ts";

describe("hours of the week in words", () => {
  test.each([
    ["fre-lor21-01", "fre21-24,lor00-01,lor21-24,son00-01"],
    ["man-fre08-16", "man-fre08-16"],
    ["son23-02", "man00-02,son23-24"],
    ["lor-man22-24", "man22-24,lor-son22-24"],
    ["tis00-24", "tis00-24"],
    ["ons07-08,ons08-09", "ons07-09"],
    ["", ""],
  ])("%s is %s", (said, written) => {
    const { hours, unread } = readHours(said);
    expect(unread).toEqual([]);
    expect(hoursWritten(hours)).toBe(written);
  });

  test("what is not understood is told, and the rest is kept", () => {
    expect(readHours("fre21-22,fredag,xyz01-02,man25-26,tis")).toEqual({
      hours: [117],
      unread: ["fredag", "xyz01-02", "man25-26", "tis"],
    });
  });

  test("any hours can be written and read again, and the same hours are always the same words", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(167)), (hours) => {
        const rising = hours.toSorted((a, b) => a - b);
        const written = hoursWritten(hours);
        expect(readHours(written)).toEqual({ hours: rising, unread: [] });
        expect(hoursWritten(rising)).toBe(written);
      }),
    );
  });
});

describe("a box in words", () => {
  test.each(["", "1,2,3", "1,2,3,x", "17,60,16,61", "16,61,17,60", "-181,60,17,61", "16,60,17,91"])(
    "«%s» is none",
    (said) => expect(readBox(said)).toBeUndefined(),
  );

  test("is west, south, east, north to a metre", () => {
    const box = readBox("16.16,60.74,16.98,61.123456");
    expect(box).toEqual({ west: 16.16, south: 60.74, east: 16.98, north: 61.123456 });
    expect(boxWritten(box!)).toBe("16.16,60.74,16.98,61.12346");
  });
});
