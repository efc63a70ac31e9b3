import { describe, expect, test } from "vitest";
import { chanceOf } from "../engine/numbers/random.ts";
import { PUBLIC } from "../engine/shown/threshold.ts";
import type { EventRow } from "./event-table.ts";
import { placesAnswer, type ShownTable, suppressAnswer, type TableWish } from "./shown.ts";

const rowsOf = (heads: readonly string[], ...rows: readonly (readonly (string | number)[])[]): EventRow[] =>
  rows.map((row, i) => ({
    line: i + 2,
    cells: Object.fromEntries(heads.map((head, column) => [head, String(row[column])])),
  }));
const wish: TableWish = {
  divisions: [{ column: "place" }, { column: "kind" }],
  count: "count",
  threshold: PUBLIC,
};
const heads = ["place", "kind", "count"];
const village = rowsOf(
  heads,
  ["Åmot", "theft", 20],
  ["Åmot", "fire", 8],
  ["Åmot", "noise", 3],
  ["Jädraås", "theft", 9],
  ["Jädraås", "fire", 12],
  ["Jädraås", "noise", 40],
  ["Lingbo", "theft", 0],
  ["Lingbo", "fire", 15],
  ["Lingbo", "noise", 31],
);
const table = (answer: ReturnType<typeof suppressAnswer>): ShownTable => {
  if (!answer.ok) throw new Error(answer.wrong);
  return answer;
};
const told = (answer: ShownTable, ...codes: readonly string[]) => {
  const { codes: _, ...count } = answer.cells.find((cell) => cell.codes.join() === codes.join())!;
  return count;
};

describe("a table that may be shown", () => {
  test("tells of few as fewer than five, withholds what would give them away, and shows the rest", () => {
    const answer = table(suppressAnswer(village, wish));
    expect(told(answer, "Åmot", "noise")).toEqual({ shown: "fewer-than", than: 5 });
    expect(told(answer, "Lingbo", "theft")).toEqual({ shown: "count", value: 0 });
    expect(told(answer, "", "")).toEqual({ shown: "count", value: 138 });
    expect(answer.cells.filter(({ shown }) => shown === "withheld").length).toBe(3);
    expect(answer.mayBeShown).toBe(true);
    expect(answer.sentence).toEqual({
      sv: "4 av 16 tal visas inte: 1 för att de gäller för få eller säger något om alla i en grupp, och 3 till för att de första inte ska gå att räkna ut. Det närmaste någon kan komma ett av de första är mellan 1 och 4.",
      en: "4 of 16 figures are not shown: 1 because they are of too few or tell something of everybody in a group, and 3 more so that the first cannot be worked out. The nearest anybody can come to one of the first is between 1 and 4.",
    });
  });

  test("tells all that is hidden alike when that is asked for", () => {
    const answer = table(suppressAnswer(village, { ...wish, told: "alike" }));
    expect(told(answer, "Åmot", "noise")).toEqual({ shown: "withheld" });
    expect(new Set(answer.cells.map(({ shown }) => shown))).toEqual(new Set(["count", "withheld"]));
    const few = answer.inside.hidden.find(({ role }) => role === "primary")!;
    expect(few.lower).toBeLessThanOrEqual(2);
    expect(few.upper).toBeGreaterThanOrEqual(5);
  });

  test("shown and hidden together are the whole table, and what is shown is what it is", () => {
    const answer = table(suppressAnswer(village, wish));
    const hidden = answer.inside.hidden.map(({ codes }) => codes.join());
    for (const cell of answer.cells) expect(cell.shown === "count").toBe(!hidden.includes(cell.codes.join()));
    const value = (codes: readonly string[]) =>
      village
        .filter(({ cells }) => codes.every((code, i) => code === "" || cells[heads[i]!] === code))
        .reduce((sum, { cells }) => sum + Number(cells["count"]), 0);
    const shown = answer.cells.flatMap((cell) => (cell.shown === "count" ? [cell] : []));
    expect(shown.length).toBe(12);
    for (const cell of shown) expect(cell.value).toBe(value(cell.codes));
    for (const { codes, lower, upper = Infinity } of answer.inside.hidden) {
      expect(lower).toBeLessThanOrEqual(value(codes));
      expect(upper).toBeGreaterThanOrEqual(value(codes));
    }
    expect(answer.inside).toMatchObject({ n: 138, gap: 0 });
  });

  test("of enough in every cell is shown whole", () => {
    const answer = table(suppressAnswer(rowsOf(heads, ["a", "x", 9], ["b", "x", 7]), wish));
    expect(answer.sentence.sv).toBe("Alla 6 tal kan visas.");
    expect(answer.inside.hidden).toEqual([]);
  });

  test("without its totals hides less: what is not published cannot be reckoned with", () => {
    const answer = table(suppressAnswer(village, { ...wish, totals: [] }));
    expect(answer.cells.length).toBe(9);
    expect(answer.cells.filter(({ shown }) => shown !== "count").length).toBe(1);
    expect(answer.sentence.sv).toContain("1 av 9 tal visas inte: 1 för att");
  });

  test("withholds all of a table that what was published before has given away", () => {
    const earlier = [{ cells: [["Åmot", "noise"]], lower: 3, upper: 3 }];
    const answer = table(suppressAnswer(village, { ...wish, earlier }));
    expect(answer.mayBeShown).toBe(false);
    expect(new Set(answer.cells.map(({ shown }) => shown))).toEqual(new Set(["withheld"]));
    expect(answer.inside.unprotected).toEqual([["Åmot", "noise"]]);
    expect(answer.sentence.sv).toMatch(/^Visa inte tabellen: 1 av talen/);
  });

  test("counts rows where there is no column of counts, and a row without a code under «?»", () => {
    const rows = rowsOf(["place"], ["a"], ["a"], ["a"], ["a"], ["a"], [""], [""], [""], [""], [""], [""]);
    const answer = table(suppressAnswer(rows, { divisions: [{ column: "place" }], threshold: PUBLIC }));
    expect(answer.cells).toEqual([
      { codes: [""], shown: "count", value: 11 },
      { codes: ["a"], shown: "count", value: 5 },
      { codes: ["?"], shown: "count", value: 6 },
    ]);
  });

  test("knows codes under codes, and that a group in which all are alike tells of each", () => {
    const above = { Åmot: "north", Jädraås: "north" };
    const answer = table(
      suppressAnswer(village, {
        ...wish,
        divisions: [
          { column: "place", above },
          { column: "kind", attribute: true },
        ],
      }),
    );
    expect(told(answer, "north", "")).toEqual({ shown: "count", value: 92 });
    const alike = rowsOf(heads, ["a", "yes", 12], ["a", "no", 0], ["b", "yes", 8], ["b", "no", 9]);
    const divisions = [{ column: "place" }, { column: "kind", attribute: true }];
    expect(told(table(suppressAnswer(alike, { ...wish, divisions })), "a", "no")).toEqual({ shown: "withheld" });
    expect(told(table(suppressAnswer(alike, wish)), "a", "no")).toEqual({ shown: "count", value: 0 });
  });

  test.each([
    ["no rows", [], {}, "no-rows"],
    ["no such column", village, { count: "number" }, "no-such-column"],
    ["half a count", rowsOf(heads, ["a", "x", "1,5"]), {}, "not-a-count"],
    ["less than none", rowsOf(heads, ["a", "x", "-1"]), {}, "not-a-count"],
    [
      "counts where there are codes under",
      village,
      { divisions: [{ column: "place", above: { Åmot: "Lingbo" } }] },
      "counts-above",
    ],
    [
      "a code under itself",
      village,
      { divisions: [{ column: "place", above: { Åmot: "x", x: "Åmot" } }] },
      "code-under-itself",
    ],
    [
      "an earlier code that is not there",
      village,
      { earlier: [{ cells: [["Älvkarleby", ""]], lower: 0, upper: 1 }] },
      "unknown-code",
    ],
    [
      "an earlier figure that is another",
      village,
      { earlier: [{ cells: [["Åmot", ""]], lower: 30, upper: 30 }] },
      "contradicts-earlier",
    ],
  ] as const)("is none of %s", (_, rows, change, wrong) => {
    expect(suppressAnswer(rows, { ...wish, ...change })).toMatchObject({ ok: false, wrong });
  });

  test("is none of more cells than can be tried", () => {
    const rows = Array.from({ length: 1100 }, (_, i) => [`p${i}`, `k${i}`, 1]);
    expect(suppressAnswer(rowsOf(heads, ...rows), wish)).toMatchObject({ ok: false, wrong: "too-many-cells" });
  });
});

describe("a map that may be shown", () => {
  const chance = chanceOf(3, 1);
  const events = Array.from({ length: 60 }, () => chance.below(16));
  const above = (cell: number): number | undefined => (cell < 100 ? 100 + (cell >> 2) : cell < 200 ? 200 : undefined);

  test("has every event once, and the total with them", () => {
    const answer = placesAnswer(
      events,
      events.map((_, i) => i),
      above,
      PUBLIC,
    );
    expect(answer.places.reduce((sum, place) => sum + place.events, 0)).toBe(60);
    expect(answer.total).toBe(60);
    expect(answer.sentence.sv).toContain("minst 5 händelser på minst 3 adresser.");
  });

  test("keeps the total to itself when it would tell of too few", () => {
    const answer = placesAnswer(
      [0, 0, 0, 0, 0, 4, 4],
      [1, 2, 3, 4, 5, 6, 7],
      (cell: number): number | undefined => (cell < 100 ? 100 + cell : undefined),
      PUBLIC,
    );
    expect(answer.places.length).toBe(1);
    expect(answer).not.toHaveProperty("total");
    expect(answer.sentence.en).toContain("Some more events are too few to be shown anywhere");
  });
});
