// A whole workbook as Brå lays it out (domain.md 8.3), made here because the real ones may not be copied: a first sheet that tells of the others, fourteen of
// offences by their place, twenty-one of the survey by their names, with what is odd in such files: titles over merged cells, years over two columns,
// blanks that do not break, marks of footnotes, signs for no figure, a municipality that is missing, sources and notes below.
import { describe, expect, test } from "vitest";
import { type GivenSheet, workbookOf } from "../../../test/workbook.ts";
import type { FoundSeries } from "./found.ts";
import { readSeriesFile } from "./series-file.ts";

const NB = "\u00a0";
/** In the order of Brå's sheets 2 to 15. */
const OFFENCE_SHEETS = [
  ["Skadegörelse", "Anmäld skadegörelse"],
  ["Narkotika", "Anmälda narkotikabrott"],
  ["Våld utomhus vuxna", "Anmäld misshandel utomhus mot personer 18 år och äldre"],
  ["Våld nära relation kvinnor", "Anmäld misshandel i nära relation mot kvinnor"],
  ["Våld nära relation män", "Anmäld misshandel i nära relation mot män"],
  ["Våld barn inomhus flickor", "Anmäld misshandel inomhus mot flickor 0–17 år"],
  ["Våld barn utomhus flickor", "Anmäld misshandel utomhus mot flickor 0–17 år"],
  ["Våld barn inomhus pojkar", "Anmäld misshandel inomhus mot pojkar 0–17 år"],
  ["Våld barn utomhus pojkar", "Anmäld misshandel utomhus mot pojkar 0–17 år"],
  ["Personrån unga", "Anmälda personrån mot personer under 18 år"],
  ["Stöld", "Anmäld stöld"],
  ["Bilbrott", "Anmälda biltillgrepp och stöld ur och från fordon"],
  ["Bostadsinbrott", "Anmälda bostadsinbrott"],
  ["Trafikbrott", "Anmälda trafikbrott"],
] as const;
const SURVEY_SHEETS = [
  "Misshandel-NTU",
  "Sexualbrott-NTU",
  "Rån-NTU",
  "Försäljningsbedrägeri-NTU",
  "Kort_kreditbedrägeri-NTU",
  "Cykelstöld-NTU",
  "Otrygghet utomhus-NTU",
  "Oro för misshandel-NTU",
  "Oro för sexualbrott-NTU",
  "Oro för rån-NTU",
  "Oro för bostadsinbrott-NTU",
  "Oro stöld skadegörelse bil-NTU",
  "Valt annan väg-NTU",
  "Avstått aktivitet-NTU",
  "Skadegörelse-NTU",
  "Klotter-NTU",
  "Fortkörning-NTU",
  "Störande körning-NTU",
  "Påverkad alkohol droger-NTU",
  "Gäng i området-NTU",
  "Öppen narkotikahandel-NTU",
] as const;
/** What is asked about one's own area since 2018 only. */
const SINCE_2018: readonly string[] = SURVEY_SHEETS.slice(14);

const offenceSheet = ([name, title]: readonly [string, string], place: number): GivenSheet => ({
  name,
  rows: [
    [`${title}, antal och antal per 100${NB}000 invånare, åren 2022–2024.`],
    ["", "2022", undefined, "2023", undefined, "2024 prel.", undefined],
    [undefined, ...["", "", ""].flatMap(() => ["Antal", `Antal per 100${NB}000`])],
    [`Ockelbo${place % 2 === 0 ? "" : "*"}`, 10 + place, 170.5 + place, "-", "-", `1${NB}234`, "21067,3"],
    ["Gävleborgs län", 2900, 1013, "2 850", "995,4", 2801, 978],
    [`Hela landet 1)`, 101_000, 957, "..", "..", 98_000, 930],
    [],
    ["* Kommunen bytte polisområde 2023."],
    ["1) Även brott utan känd kommun.", undefined],
    ["Källa: Brå, statistik över anmälda brott. Uppgifterna för 2024 är preliminära.", "", "", "", "", "", ""],
  ],
  merged: ["A1:G1", "B2:C2", "D2:E2", "F2:G2", "A10:G10"],
});
const surveySheet = (name: string): GivenSheet => ({
  name,
  rows: [
    [`${name.replace(/-NTU$/, "")}, enligt NTU. Andel (%) i befolkningen (16–84 år).`],
    SINCE_2018.includes(name)
      ? ["", "2018/2019", "2020/2021", "2022/2023"]
      : ["", "2017/2018", "2019/2020", "2021/2022", "2023/2024"],
    // A small municipality has no row of its own where too few have answered.
    ...(name === "Rån-NTU" ? [] : [["Ockelbo", "..", "31,2", 28]]),
    ["Gävleborgs län", 22, 23.5, 24, 25],
    ["Hela landet", 20, 21, 21.4, "22,0"],
    [],
    [".. Färre än 100 svarande."],
    ["Källa: Brå, Nationella trygghetsundersökningen."],
  ],
  merged: ["A1:E1"],
});
const sheets: readonly GivenSheet[] = [
  {
    name: "Innehåll",
    rows: [["Indikatorer för kommuners lägesbild: Ockelbo"], [], ...OFFENCE_SHEETS.map((sheet) => [...sheet])],
  },
  ...OFFENCE_SHEETS.map(offenceSheet),
  ...SURVEY_SHEETS.map(surveySheet),
];

async function read(given: readonly GivenSheet[] = sheets) {
  const result = await readSeriesFile(workbookOf(given));
  if (!result.ok) throw new Error(result.refusal.why);
  return result.value;
}
const told = ({ values }: FoundSeries) =>
  values.map(({ from, to, value, mark, n, standing }) =>
    [
      to.slice(0, 4) === from.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}-${to.slice(0, 4)}`,
      value ?? `«${mark}»`,
      n === undefined ? "" : `n=${n}`,
      standing === "final" ? "" : standing,
    ]
      .filter((part) => part !== "")
      .join(" "),
  );

describe("Brå's workbook for a municipality, whole", () => {
  test("every sheet is read, nothing is left over, nothing is misread", async () => {
    const { kind, series, problems, unreadable } = await read();
    expect([kind, unreadable, problems]).toEqual(["bra-indicators", 0, []]);
    expect(series.filter(({ key }) => !key.startsWith("ntu|"))).toHaveLength(14 * 2 * 3);
    expect(series.filter(({ key }) => key.startsWith("ntu|"))).toHaveLength(21 * 3 - 1);
    expect(new Set(series.map(({ area }) => `${area.kind} ${area.name}`))).toEqual(
      new Set(["municipality Ockelbo", "county Gävleborgs län", "country Riket"]),
    );
    expect(new Set(series.map(({ key, area, sex }) => `${key} ${area.code} ${sex}`)).size).toBe(series.length);
  });

  test.each<[key: string, area: string, sex: string, readonly string[]]>([
    ["Skadegörelse", "2101", "all", ["2022 10", "2023 «-»", "2024 1234 preliminary"]],
    ["Skadegörelse|100000", "2101", "all", ["2022 170.5 n=10", "2023 «-»", "2024 21067.3 n=1234 preliminary"]],
    ["Narkotikabrott", "2101", "all", ["2022 11", "2023 «-»", "2024 1234 preliminary"]],
    ["Våld i nära relation", "2101", "women", ["2022 13", "2023 «-»", "2024 1234 preliminary"]],
    ["Våld i nära relation", "2101", "men", ["2022 14", "2023 «-»", "2024 1234 preliminary"]],
    ["Våld utomhus mot barn", "2101", "men", ["2022 18", "2023 «-»", "2024 1234 preliminary"]],
    ["Trafikbrott", "2101", "all", ["2022 23", "2023 «-»", "2024 1234 preliminary"]],
    ["Trafikbrott|100000", "21", "all", ["2022 1013 n=2900", "2023 995.4 n=2850", "2024 978 n=2801 preliminary"]],
    ["Bilbrott", "00", "all", ["2022 101000", "2023 «..»", "2024 98000 preliminary"]],
    ["ntu|Otrygghet utomhus", "2101", "all", ["2017-2018 «..»", "2019-2020 31.2", "2021-2022 28", "2023-2024 «»"]],
    ["ntu|Kort/kreditbedrägeri", "00", "all", ["2017-2018 20", "2019-2020 21", "2021-2022 21.4", "2023-2024 22"]],
    ["ntu|Fortkörning", "21", "all", ["2018-2019 22", "2020-2021 23.5", "2022-2023 24"]],
    ["ntu|Rån", "21", "all", ["2017-2018 22", "2019-2020 23.5", "2021-2022 24", "2023-2024 25"]],
  ])("%s, %s, %s", async (key, area, sex, values) => {
    const { series } = await read();
    const one = series.find(
      (candidate) => candidate.key === key && candidate.area.code === area && candidate.sex === sex,
    );
    expect(one && told(one)).toEqual(values);
  });

  test("a survey that lacks the municipality lacks it, and says nothing in its place", async () => {
    const { series } = await read();
    expect(series.filter(({ key }) => key === "ntu|Rån").map(({ area }) => area.code)).toEqual(["21", "00"]);
  });

  test("a figure that is not there is never a nought", async () => {
    const { series } = await read();
    const gaps = series.flatMap(({ values }) => values).filter(({ absent }) => absent !== undefined);
    // The dashes, the country's dots of fourteen sheets, the municipality's dots of twenty surveys, and the cells left empty in the thirteen with four periods.
    expect(gaps).toHaveLength(28 + 28 + 20 + 13);
    expect(gaps.every(({ value, absent }) => value === undefined && absent === "missing")).toBe(true);
  });
});
