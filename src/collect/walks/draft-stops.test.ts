import { describe, expect, test } from "vitest";
import { draftOfStops, movedBy, stopsWritten } from "./draft-stops.ts";

const before = draftOfStops(
  [
    { id: "s1", name: "Skolan", question: "", position: [16.71, 60.89] },
    { id: "s2", name: "Bron", question: "Syns den som kommer?", position: [16.72, 60.89] },
    { id: "s3", name: "Parken", question: "" },
  ],
  { isOwn: true },
);
const idsAfter = (text: string) => stopsWritten(text, before).stops.map(({ id, name }) => [id, name]);

describe("stops written one a line", () => {
  test("stand as they were said, with the question after a colon", () =>
    expect(before.text).toBe("Skolan\nBron: Syns den som kommer?\nParken"));

  test.each([
    [
      "a new one in the middle",
      "Skolan\nBänken\nBron\nParken",
      [
        ["s1", "Skolan"],
        [undefined, "Bänken"],
        ["s2", "Bron"],
        ["s3", "Parken"],
      ],
    ],
    [
      "another order",
      "Parken\nSkolan\nBron",
      [
        ["s3", "Parken"],
        ["s1", "Skolan"],
        ["s2", "Bron"],
      ],
    ],
    [
      "another name",
      "Skolan\nGångbron\nParken",
      [
        ["s1", "Skolan"],
        ["s2", "Gångbron"],
        ["s3", "Parken"],
      ],
    ],
    [
      "one less",
      "Skolan\nParken",
      [
        ["s1", "Skolan"],
        ["s3", "Parken"],
      ],
    ],
    [
      "the same name twice",
      "Bron\nBron\nParken",
      [
        ["s2", "Bron"],
        [undefined, "Bron"],
        ["s3", "Parken"],
      ],
    ],
    ["nothing", "\n  \n", []],
  ])("%s", (_name, text, stops) => expect(idsAfter(text)).toEqual(stops));

  test("a stop keeps its place on the map under another name, and what was written stands as it was", () => {
    const draft = stopsWritten("Skolan\nGångbron: Är den hal? \n\nParken", before);
    expect(draft.text).toBe("Skolan\nGångbron: Är den hal? \n\nParken");
    expect(draft.stops[1]).toMatchObject({ id: "s2", question: "Är den hal?", position: [16.72, 60.89] });
  });

  test("each has a key of its own, however it came", () => {
    const draft = stopsWritten("Bänken\nSkolan\nLekplatsen", stopsWritten("Bänken\nSkolan", before));
    expect(new Set(draft.stops.map(({ key }) => key)).size).toBe(3);
  });

  test("taken from the last walk they are new stops on the same spots", () =>
    expect(draftOfStops(before.stops, { isOwn: false }).stops[0]).toMatchObject({
      id: undefined,
      name: "Skolan",
      position: [16.71, 60.89],
    }));

  test("one goes up or down a step, and no farther than to the end", () => {
    expect(movedBy(before.stops, 1, -1).map(({ id }) => id)).toEqual(["s2", "s1", "s3"]);
    expect(movedBy(before.stops, 2, 1)).toBe(before.stops);
    expect(movedBy(before.stops, 0, -1)).toBe(before.stops);
  });
});
