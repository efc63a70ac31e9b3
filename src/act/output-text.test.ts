import { describe, expect, test } from "vitest";
import { partsRefused } from "./occasion.ts";
import { inReadingOrder, readOutputs, writeOutputs } from "./output-text.ts";

const exact = (value: number) => ({ value, qualifier: "exact" as const });

describe("what came of an occasion, as it is written", () => {
  test("a line each, with parts of parts under what they are parts of", () => {
    const read = readOutputs(
      "ordningsförelägganden 71\n> för hastighet 39\n\nrattfylleri: 8\n> droger 6\n> alkohol 2\n>> över 1 promille 1",
    );
    expect(read).toEqual({
      outputs: [
        {
          what: "ordningsförelägganden",
          count: exact(71),
          relation: "result",
          parts: [{ what: "för hastighet", count: exact(39), relation: "part", parts: [] }],
        },
        {
          what: "rattfylleri",
          count: exact(8),
          relation: "result",
          parts: [
            { what: "droger", count: exact(6), relation: "part", parts: [] },
            {
              what: "alkohol",
              count: exact(2),
              relation: "part",
              parts: [{ what: "över 1 promille", count: exact(1), relation: "part", parts: [] }],
            },
          ],
        },
      ],
    });
    if (!("outputs" in read)) throw new Error("not read");
    expect(inReadingOrder(read.outputs).map(({ what, depth }) => `${depth} ${what}`)).toEqual([
      "0 ordningsförelägganden",
      "1 för hastighet",
      "0 rattfylleri",
      "1 droger",
      "1 alkohol",
      "2 över 1 promille",
    ]);
  });

  test.each([
    ["fordon ca 9 310", { value: 9310, qualifier: "approximately" }],
    ["kontroller minst 43", { value: 43, qualifier: "at-least" }],
    ["fines about 12", { value: 12, qualifier: "approximately" }],
    ["fines at least 12", { value: 12, qualifier: "at-least" }],
    ["bilar 3", { value: 3, qualifier: "exact" }],
  ])("%s is read with how sure it is", (line, count) => {
    const read = readOutputs(line);
    expect("outputs" in read ? read.outputs[0]?.count : read).toEqual(count);
  });

  test("a part on the first line is a part of the count itself, and never more than it", () => {
    const read = readOutputs("> tillsammans med nattvandrare 4");
    if (!("outputs" in read)) throw new Error("not read");
    expect(inReadingOrder(read.outputs)).toEqual([{ what: "tillsammans med nattvandrare", count: exact(4), depth: 1 }]);
    expect(partsRefused("kvällar", exact(6), read.outputs)).toBeUndefined();
    expect(partsRefused("kvällar", exact(3), read.outputs)?.why).toBe("parts-exceed-whole");
  });

  test("a line without a number is named, and nothing is guessed", () =>
    expect(readOutputs("bilar 3\nflera bötfällda")).toEqual({ unread: { line: 2, text: "flera bötfällda" } }));

  test("written out again it is read back as the same", () => {
    const text = "> kvinnor 3\nfordon ca 4100\n> över gränsen minst 300\n> > mycket 12\nböter 2";
    const read = readOutputs(text);
    if (!("outputs" in read)) throw new Error("not read");
    expect(writeOutputs(read.outputs)).toBe(text);
  });
});
