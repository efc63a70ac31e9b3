import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { base64Of, bytesOfBase64 } from "./bytes.ts";
import { canonicalText, type Json } from "./canonical.ts";
import { sumOfCounts } from "./count.ts";
import { isId, uuidv7 } from "./id.ts";
import { insideRing, metresBetween } from "./earth.ts";
import {
  addDays,
  addMonths,
  daysBetween,
  fromSwedishClock,
  instantOf,
  readDay,
  readInstant,
  swedishClock,
  type Day,
} from "./time.ts";
import { inSwedishOrder, say, slugOf } from "./words.ts";

describe("time", () => {
  test.each([
    ["summer noon", "2022-07-01", 12, "2022-07-01T10:00:00.000Z"],
    ["winter noon", "2022-01-01", 12, "2022-01-01T11:00:00.000Z"],
    ["the hour autumn repeats means the first", "2025-10-26", 2, "2025-10-26T00:00:00.000Z"],
    ["the hour spring skips has moved forward", "2025-03-30", 2, "2025-03-30T01:00:00.000Z"],
  ])("a Swedish clock becomes an instant: %s", (_name, day, hour, expected) => {
    expect(fromSwedishClock(day as Day, hour)).toBe(expected);
  });

  test("an instant becomes a Swedish clock and back again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_500_000_000, max: 1_900_000_000 }), (minutes60) => {
        const at = instantOf(Math.floor(minutes60 / 60) * 60_000);
        const clock = swedishClock(at);
        const back = fromSwedishClock(clock.day, clock.hour, clock.minute);
        // In the repeated autumn hour the earlier of the two instants is meant.
        expect([0, 3_600_000]).toContain(Date.parse(at) - Date.parse(back));
      }),
    );
  });

  test.each(["2023-02-29", "2023-13-01", "23-01-01", "2023-1-1", ""])("%j is not a day", (text) =>
    expect(readDay(text)).toBeUndefined(),
  );
  test.each(["2022-04-21", "2022-04-21T12:00", "igår"])("%j is not an instant", (text) =>
    expect(readInstant(text)).toBeUndefined(),
  );
  test("an offset is read as the moment it names", () =>
    expect(readInstant("2022-04-21T14:07:00+02:00")).toBe("2022-04-21T12:07:00.000Z"));
  test("a month later ends with the month", () => expect(addMonths("2024-01-31" as Day, 1)).toBe("2024-02-29"));
  test("days added are days between", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -4000, max: 4000 }),
        (n) => daysBetween("2022-04-21" as Day, addDays("2022-04-21" as Day, n)) === n,
      ),
    );
  });
});

describe("ids", () => {
  test("are ids whatever time and chance bring, and sort by time", () => {
    const chance = fc.uint8Array({ minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(fc.nat(2 ** 40), chance, chance, (ms, a, b) => {
        const [first, second] = [uuidv7(ms, a), uuidv7(ms + 1, b)];
        expect(isId(first)).toBe(true);
        expect(first < second).toBe(true);
      }),
    );
  });
});

describe("words", () => {
  test("å, ä and ö come last", () =>
    expect(["ö", "a", "å", "z", "ä"].toSorted(inSwedishOrder)).toEqual(["a", "z", "å", "ä", "ö"]));
  test("details fill the sentence and a missing one shows", () =>
    expect(say({ sv: "{antal} av {alla}", en: "" }, "sv", { antal: 3 })).toBe("3 av {alla}"));
  test("one and many have each their word", () => {
    const days = { sv: "{n} {n|dag|dagar} kvar", en: "{n} {n|day|days} left" };
    expect([0, 1, 2, "1"].map((n) => say(days, "sv", { n }))).toEqual([
      "0 dagar kvar",
      "1 dag kvar",
      "2 dagar kvar",
      "1 dag kvar",
    ]);
    expect(say(days, "en", { n: 1 })).toBe("1 day left");
    expect(say(days, "en")).toBe("{n} {n|day|days} left");
  });
  test.each([
    ["Åmot", "amot"],
    ["2022–2024", "2022-2024"],
    ["Du sa: går det?", "du-sa-gar-det"],
  ])("%s is addressed as %s", (text, slug) => expect(slugOf(text)).toBe(slug));
});

describe("counts", () => {
  test("a sum is only as exact as its weakest part", () => {
    expect(
      sumOfCounts([
        { value: 3, qualifier: "exact" },
        { value: 40, qualifier: "at-least" },
      ]),
    ).toEqual({ value: 43, qualifier: "at-least" });
    expect(
      sumOfCounts([
        { value: 3, qualifier: "at-least" },
        { value: 40, qualifier: "approximately" },
      ]).qualifier,
    ).toBe("approximately");
  });
});

describe("canonical text", () => {
  test("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalText(turned as Json)).toBe(canonicalText(value as Json));
      }),
    );
  });
});

/** From RFC 8785: section 3.2 and appendix B, and the data its author publishes beside it. */
describe("canonical text of the published examples", () => {
  test.each([
    ['[56, {"d": true, "10": null, "1": [ ]}]', '[56,{"1":[],"10":null,"d":true}]'],
    [
      '{"peach": "This sorting order", "péché": "is wrong according to French", "pêche": "but canonicalization MUST", "sin": "ignore locale"}',
      '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}',
    ],
    [
      String.raw`{"1": {"f": {"f": "hi","F": 5} ,"\n": 56.0}, "10": { }, "": "empty", "a": { }, "111": [ {"e": "yes","E": "no" } ], "A": {"b": "123"}}`,
      String.raw`{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{"b":"123"},"a":{}}`,
    ],
    [
      String.raw`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001], "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`,
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    ],
    [
      String.raw`{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}`,
      `{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}`,
    ],
  ])("%s", (written, canonical) => expect(canonicalText(JSON.parse(written) as Json)).toBe(canonical));

  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("the number %s is %s", (bits, written) =>
    expect(canonicalText(new DataView(Uint8Array.from(Buffer.from(bits, "hex")).buffer).getFloat64(0))).toBe(written),
  );

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("%s has none", (number) =>
    expect(() => canonicalText(number)).toThrow(/NaN|Infinity/),
  );
});

describe("places", () => {
  test("Ockelbo to Åmot is about sixteen kilometres", () =>
    expect(metresBetween([16.718, 60.8985], [16.4518, 60.9633])).toBeCloseTo(16_100, -3));
  test("a point is inside its ring", () => {
    const square = [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ] as const;
    expect(insideRing([1, 1], square)).toBe(true);
    expect(insideRing([3, 1], square)).toBe(false);
  });
});

describe("base64", () => {
  test.each(["A", "AA", "AA=", "AB==", "AAA", " AAAA", "AA-_", "A=B=", "AB=A", "=AAA", "===="])(
    "«%s» is not how bytes are written",
    (text) => expect(bytesOfBase64(text)).toBeUndefined(),
  );
  test.each([0, 1, 2, 3, 100_001, 6_000_000])("%i bytes come back as they were", (count) => {
    const many = Uint8Array.from({ length: count }, (_, at) => at % 251);
    expect(Buffer.compare(bytesOfBase64(base64Of(many))!, many)).toBe(0);
  });
});
