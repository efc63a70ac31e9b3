// Every file of official statistics that lies beside the project, cell by cell against what stands in it: the cells were picked by chance and read by
// another program, or by eye. Each of the PC-Axis tables is also written anew with keys, and gives the same.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../test/shared-data.ts";
import { cubeOfPx } from "./px.ts";
import { textOfPx } from "./px-letters.ts";
import { readSeriesFile } from "./series-file.ts";

const folder = sharedData("statistics");
const filesIn = (path: string): readonly string[] =>
  readdirSync(path).flatMap((name) => {
    const file = join(path, name);
    return statSync(file).isDirectory() ? filesIn(file) : [file];
  });
async function seriesIn(path: string) {
  const result = await readSeriesFile(readFileSync(join(folder!, path)));
  if (!result.ok) throw new Error(result.refusal.why);
  return result.value;
}

describe.skipIf(folder === undefined)("what lies in ../shared/data/statistics", () => {
  test("is read or said to be something else, file by file", async () => {
    const told: string[] = [];
    for (const path of filesIn(folder!)) {
      const result = await readSeriesFile(readFileSync(path));
      const name = path.slice(folder!.length + 1);
      if (!result.ok) told.push(`${name}: ${result.refusal.why}`);
      else {
        const { kind, series, unreadable } = result.value;
        const values = series.reduce((sum, one) => sum + one.values.length, 0);
        told.push(`${name}: ${kind}, ${series.length} series, ${values} values, ${unreadable} unreadable`);
      }
    }
    console.info(told.join("\n"));
    expect(told.filter((line) => !/not-a-series-file$|, 0 unreadable$/.test(line))).toEqual([]);
  });

  test.each<[string, readonly (readonly [string, number | string])[]]>([
    [
      "TAB001",
      [
        ["HU|M|Y_LT15|HNMGA|1981", ".."],
        ["DE|F|Y60-64|HNMGA|2001", 3_068_392],
        ["IT|M|TOTAL|HNMGA|1981", 27_506_354],
        ["SE|T|Y_GE65|HNMGA|1991", 1_540_041],
        ["BE|T|UNK|HNMGA|2001", ".."],
        ["NO|F|Y40-44|HNMGA|1981", ".."],
        ["IS|F|Y25-29|HNMGA|1991", 10_757],
        ["PT|F|Y20-24|HNMGA|1991", 378_404],
        ["BG|M|Y_LT15|HNMGA|1991", ".."],
        ["LV|T|UNK|HNMGA|1991", ".."],
      ],
    ],
    [
      "TAB002",
      [
        ["FI|M|UNK|STLS|HNCTZ|2001", ".."],
        ["BE|T|Y45-49|UNK|HNCTZ|1991", 350],
        ["CY|F|Y_GE65|TOTAL|HNCTZ|1991", 44_478],
        ["LV|T|Y15-64|NAT|HNCTZ|1991", 1_528_701],
        ["FR|T|Y70-74|TOTAL|HNCTZ|1991", 2_473_512],
        ["CY|M|Y40-44|NAT|HNCTZ|1991", 23_462],
        ["SI|M|Y_LT5|TOTAL|HNCTZ|1991", 45_545],
        ["NL|F|Y15-19|FOR|HNCTZ|1991", 22_479],
        ["BG|T|Y_GE65|TOTAL|HNCTZ|1991", 843_933],
        ["SK|F|Y_LT15|UNK|HNCTZ|1991", 9938],
      ],
    ],
    [
      "TAB003",
      [
        ["10|12.4|WasteHazard|2016", 0],
        ["30|07.3|WasteHazard|2014", 0],
        ["90|11|WasteHazard|2016", 0],
        ["05|12.7|WasteNonHazard|2012", 0],
        ["90|12.1|WasteNonHazard|2014", 479_000],
        ["50|TOT|WasteHazard|2010", 85_800],
        ["05|10.3|WasteHazard|2016", 0],
        ["05|10.1|WasteNonHazard|2014", 0],
        ["90|07.4|WasteHazard|2010", 0],
        ["20|01.1|WasteHazard|2012", 0],
      ],
    ],
  ])("%s: ten cells, and the same table with keys", (name, cells) => {
    const text = textOfPx(readFileSync(join(folder!, "px", `${name}.px`)));
    const read = cubeOfPx(text);
    if (!read.ok) throw new Error(read.refusal.why);
    const { dimensions, cells: found } = read.value;
    const at = (which: string) =>
      which
        .split("|")
        .reduce(
          (place, code, dimension) =>
            place * dimensions[dimension]!.categories.length +
            dimensions[dimension]!.categories.findIndex((one) => one.code === code),
          0,
        );
    expect(cells.map(([which]) => [which, found[at(which)]])).toEqual(cells);

    const stub = /\nSTUB=([^;]*);/.exec(text)![1]!.match(/"([^"]*)"/g)!;
    const [head = "", data = ""] = text.split(/^DATA=/m);
    const width = dimensions.slice(stub.length).reduce((product, one) => product * one.categories.length, 1);
    const figures = data.match(/[^\s;]+/g)!;
    const rows: string[] = [];
    for (let row = 0; row * width < figures.length; row++) {
      let rest = row;
      const keys = stub.map((_, variable) => dimensions[variable]!.categories).toReversed();
      const named = keys.map((categories) => {
        const code = categories[rest % categories.length]!.code;
        rest = Math.floor(rest / categories.length);
        return `"${code}"`;
      });
      const given = figures.slice(row * width, (row + 1) * width);
      if (given.some((one) => one !== "0")) rows.push(`${named.toReversed().join(",")},${given.join(" ")}`);
    }
    const keyed = cubeOfPx(
      `${head}${stub.map((one) => `KEYS(${one})=CODES;`).join("\n")}\nDATA=\n${rows.join(" \n")};\n`,
    );
    if (!keyed.ok) throw new Error(keyed.refusal.why);
    expect(keyed.value.misread).toEqual([]);
    expect(keyed.value.cells).toEqual(found);
  });

  test("Brå's reported offences of Boden: twelve counts with their rates", async () => {
    const { series } = await seriesIn("bra/anmalda-brott-boden-2026-08.csv");
    const law = "brott mot brottsbalken, ";
    const property = `${law}8-12 kap. brott mot förmögenhet`;
    const special = "brott mot specialstraffrättsliga författningar, ";
    const cells: readonly (readonly [string, number, number])[] = [
      [`${special}vapenlagen`, 4, 14],
      [`${property}, 8 kap. stöld, rån m.m., därav inbrottsstöld i bostad`, 0, 0],
      [`${property}, 8 kap. stöld, rån m.m., därav biltillgrepp`, 3, 10],
      [`${special}alkohollagen`, 0, 0],
      [`${law}3-7 kap. brott mot person, 3 kap. brott mot liv och hälsa`, 24, 84],
      [`${property}, 12 kap. skadegörelsebrott`, 21, 73],
      [`${law}16-20 kap. brott mot staten`, 9, 31],
      ["brott mot brottsbalken", 181, 632],
      [`${property}, 8 kap. stöld, rån m.m., därav cykeltillgrepp`, 7, 24],
      [`${special}övriga specialstraffrättsliga författningar`, 10, 35],
      [`${law}13-15 kap. brott mot allmänheten, 13 kap. allmänfarliga brott`, 1, 3],
      [property, 108, 377],
    ];
    const valueOf = (key: string) => series.find((one) => one.key === key)?.values[0]?.value;
    expect(cells.map(([key]) => [key, valueOf(key), valueOf(`${key}|100000`)])).toEqual(cells);
  });

  test("Kolada's saved answer: twelve cells", async () => {
    const { series } = await seriesIn("kolada/sample-values-head.csv");
    const cells: readonly (readonly [string, string, string, number])[] = [
      ["N03702", "0180", "2012", 777.735791],
      ["N03702", "1280", "2012", 432.654878],
      ["N03702", "1480", "2013", 532.53224],
      ["N03702", "0180", "2015", 904.557149],
      ["N03702", "1280", "2016", 499.936072],
      ["N03702", "1480", "2017", 682.803849],
      ["N03702", "1280", "2018", 545.145632],
      ["N03703", "0180", "2012", 1038],
      ["N03703", "1280", "2013", 794],
      ["N03703", "1480", "2014", 880],
      ["N03703", "0180", "2014", 1114],
      ["N03703", "1480", "2012", 821],
    ];
    expect(
      cells.map(([kpi, place, year]) => [
        kpi,
        place,
        year,
        series
          .find((one) => one.key === kpi && one.area.code === place)
          ?.values.find(({ from }) => from.startsWith(year))?.value,
      ]),
    ).toEqual(cells);
  });
});
