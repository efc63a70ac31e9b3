// The printed forms of a table: CSV with its heading, and Excel that says once what holds for the rows below.
import { describe, expect, test } from "vitest";
import { workbookOf } from "../../../test/workbook.ts";
import { readTableFile } from "./series-file.ts";

async function read(bytes: Uint8Array) {
  const cube = await readTableFile(bytes);
  if (!cube.ok) throw new Error(cube.refusal.why);
  const { dimensions, cells, title, source, updated, misread } = cube.value;
  const labels = dimensions.map(({ label, categories }) => [label, categories.map(({ code }) => code)]);
  return { labels, cells, title, source, updated, misread };
}
const text = (...lines: string[]) => new TextEncoder().encode(lines.join("\r\n"));
const TITLE = "Folkmängden efter region, ålder, kön, tabellinnehåll och år";
const CELLS = [4, 5, 6, "..", 0, 9, 10, 11];
const YEARS = ["år", ["2022", "2023"]];

describe("a table as it is printed", () => {
  test("CSV with a title whose commas part nothing", async () => {
    const csv = text(
      `"${TITLE}"`,
      "",
      '"region";"ålder";"kön";"Folkmängd 2022";"Folkmängd 2023"',
      '"2101 Ockelbo";"0 år";"män";4;5',
      '"2101 Ockelbo";"0 år";"kvinnor";6;..',
      '"2101 Ockelbo";"100+ år";"män";-;9',
      '"2101 Ockelbo";"100+ år";"kvinnor";10;11',
    );
    expect(await read(csv)).toEqual({
      labels: [
        ["region", ["2101 Ockelbo"]],
        ["ålder", ["0 år", "100+ år"]],
        ["kön", ["män", "kvinnor"]],
        ["tabellinnehåll", ["Folkmängd"]],
        YEARS,
      ],
      cells: CELLS,
      title: TITLE,
      source: "",
      updated: undefined,
      misread: [],
    });
  });

  test("Excel without names over what the rows are of, and with where it comes from below", async () => {
    const rows = [
      [TITLE],
      [],
      [undefined, undefined, undefined, "Folkmängd"],
      [undefined, undefined, undefined, "2022", "2023"],
      ["2101 Ockelbo", "0 år", "män", 4, 5],
      [undefined, undefined, "kvinnor", 6, ".."],
      [undefined, "100+ år", "män", "-", 9],
      [undefined, undefined, "kvinnor", 10, 11],
      [],
      ["Senaste uppdatering:"],
      ["20240222 08:00"],
      ["Källa:"],
      ["SCB"],
    ];
    expect(await read(workbookOf([{ name: "Folkmängd", rows }]))).toMatchObject({
      labels: [
        ["region", ["2101 Ockelbo"]],
        ["ålder", ["0 år", "100+ år"]],
        ["kön", ["män", "kvinnor"]],
        ["tabellinnehåll", ["Folkmängd"]],
        YEARS,
      ],
      cells: CELLS,
      title: TITLE,
      source: "SCB",
      updated: "2024-02-22",
    });
  });

  test("Excel with codes in columns of their own", async () => {
    const rows = [
      [TITLE],
      [],
      [undefined, undefined, undefined, undefined, undefined, undefined, "2023"],
      ["2101", "Ockelbo", "0", "0 år", "1", "män", 4],
      [undefined, undefined, undefined, undefined, "2", "kvinnor", 5],
      ["2104", "Hofors", "0", "0 år", "1", "män", 6],
      [undefined, undefined, undefined, undefined, "2", "kvinnor", 7],
    ];
    expect(await read(workbookOf([{ name: "x", rows }]))).toMatchObject({
      labels: [
        ["region", ["2101", "2104"]],
        ["ålder", ["0"]],
        ["kön", ["1", "2"]],
        ["år", ["2023"]],
      ],
      cells: [4, 5, 6, 7],
    });
  });

  test("a row said twice is told, and what is no such table is refused", async () => {
    const twice = text('"region","2023"', '"2101 Ockelbo",4', '"2101 Ockelbo",5');
    expect((await read(twice)).misread).toEqual([{ line: 3, read: "5", expected: "one-figure-for-each" }]);
    for (const other of [
      text("namn;antal", "lampor;3"),
      text('"region";"ålder"', '"Ockelbo";"0 år"'),
      text("2022;2023", "1;2"),
      workbookOf([{ name: "tom", rows: [] }]),
      workbookOf([
        {
          name: "annat",
          rows: [
            ["Brott", "Antal"],
            ["Stöld", 3],
          ],
        },
      ]),
    ])
      expect(await readTableFile(other)).toMatchObject({ ok: false, refusal: { why: "not-a-series-file" } });
  });
});
