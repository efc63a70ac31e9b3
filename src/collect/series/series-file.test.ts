import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../test/shared-data.ts";
import { workbookOf } from "../../../test/workbook.ts";
import { readArea } from "./area.ts";
import type { SeriesFile } from "./found.ts";
import { readPeriod } from "./period.ts";
import { readSeriesFile } from "./series-file.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = async (given: string | Uint8Array) => readSeriesFile(typeof given === "string" ? bytesOf(given) : given);
async function readWhole(given: string | Uint8Array): Promise<SeriesFile> {
  const result = await read(given);
  if (!result.ok) throw new Error(result.refusal.why);
  return result.value;
}
const brief = ({ series }: SeriesFile) =>
  series.map(({ name, area, sex, unit, values }) => [
    name,
    area.name,
    sex,
    unit,
    values.map(({ from, to, value, absent, mark, low, high, n, standing }) => ({
      period: `${from} ${to}`,
      ...(value === undefined ? { absent, mark } : { value }),
      ...(low === undefined ? {} : { low, high }),
      ...(n === undefined ? {} : { n }),
      ...(standing === "final" ? {} : { standing }),
    })),
  ]);

describe("periods", () => {
  test.each<[string, string | undefined]>([
    ["2024", "year 2024-01-01 2024-12-31"],
    ["2017/2018", "years 2017-01-01 2018-12-31"],
    ["2021–2024", "years 2021-01-01 2024-12-31"],
    ["2023/24", "years 2023-01-01 2024-12-31"],
    ["2024M02", "month 2024-02-01 2024-02-29"],
    ["2026-08", "month 2026-08-01 2026-08-31"],
    ["2025K4", "quarter 2025-10-01 2025-12-31"],
    ["2025Q1", "quarter 2025-01-01 2025-03-31"],
    ["2024/2022", undefined],
    ["1990-2024", undefined],
    ["2024M13", undefined],
    ["vecka 7", undefined],
    ["", undefined],
  ])("«%s» is %s", (text, expected) => {
    const period = readPeriod(text);
    expect(period && `${period.step} ${period.from} ${period.to}`).toBe(expected);
  });
});

describe("areas", () => {
  test.each<[{ code?: string; name?: string }, string]>([
    [{ code: "2101" }, "municipality 2101 Ockelbo"],
    [{ code: "0021", name: "Region Gävleborg" }, "county 21 Gävleborgs län"],
    [{ code: "21" }, "county 21 Gävleborgs län"],
    [{ code: "0000" }, "country 00 Riket"],
    [{ code: "00", name: "00 Riket" }, "country 00 Riket"],
    [{ name: "Hela landet" }, "country 00 Riket"],
    [{ name: "Ockelbo kommun" }, "municipality 2101 Ockelbo"],
    [{ name: "Gävleborgs län" }, "county 21 Gävleborgs län"],
    [{ code: "2101A0010", name: "2101A0010" }, "area 2101A0010 2101A0010"],
    [{ code: "G123914", name: "Liknande kommuner" }, "area G123914 Liknande kommuner"],
    [{ code: "SE", name: "Sverige" }, "country 00 Riket"],
    [{ name: "Atlantis" }, "area  Atlantis"],
  ])("%j", (given, expected) => {
    const { kind, code, name } = readArea(given);
    expect(`${kind} ${code} ${name}`).toBe(expected);
  });
});

const LONG_HEADING =
  "År,Månad,Kvartal,Periodtyp,Periodetikett,Periodnyckel,Period_start,Period_slut,Preliminär,Kommun,Region_ID,Brott,Brott_ID,Brottsnivå,Förälder_ID,Förälder,Nivå1,Nivå2,Nivå3,Nivå4,Nivå5,Antal,Per100000,Status_Antal,Status_Per100000";
const longRow = (
  more: Partial<
    Record<"count" | "rate" | "id" | "prel" | "start" | "end" | "kind" | "offence" | "status" | "place", string>
  >,
) =>
  [
    `2025,,,${more.kind ?? "År"},2025,2025,${more.start ?? "2025-01-01"},${more.end ?? "2025-12-31"},${more.prel ?? "False"}`,
    `${more.place ?? "Ockelbo"},8399,"${more.offence ?? "Brott mot brottsbalken, 8 kap. Stöld, därav fickstöld"}",${more.id ?? "13551.0"},4`,
    '13207.0,"Brott mot brottsbalken, 8 kap. Stöld",Brott mot brottsbalken,,,,',
    `${more.count ?? "2239.0"},${more.rate ?? "38.5"},${more.status ?? ""},${more.status ?? ""}`,
  ].join(",");

describe("Brå's reported offences", () => {
  test("numbers as numbers, the count behind the rate, a part as a part, the same category by its name", async () => {
    const file = await readWhole(
      [LONG_HEADING, longRow({}), longRow({ id: "5036", start: "2024-01-01", end: "2024-12-31", count: "2239" })].join(
        "\n",
      ),
    );
    expect([file.kind, file.publisher.name]).toEqual(["bra-offences", "Brå: anmälda brott"]);
    expect(brief(file)).toEqual([
      [
        "8 kap. Stöld, därav fickstöld",
        "Ockelbo",
        "all",
        "anmälda brott",
        [
          { period: "2024-01-01 2024-12-31", value: 2239 },
          { period: "2025-01-01 2025-12-31", value: 2239 },
        ],
      ],
      [
        "8 kap. Stöld, därav fickstöld",
        "Ockelbo",
        "all",
        "anmälda brott per 100 000 invånare",
        [
          { period: "2024-01-01 2024-12-31", value: 38.5, n: 2239 },
          { period: "2025-01-01 2025-12-31", value: 38.5, n: 2239 },
        ],
      ],
    ]);
    expect(file.series[0]?.partOf).toBe("brott mot brottsbalken, 8 kap. stöld");
    expect(file.series[0]?.caveat).toContain("läggs inte ihop");
  });

  test("a negative number is a figure that is not there, and so is a status; a nought is a nought", async () => {
    const file = await readWhole(
      [
        LONG_HEADING,
        longRow({ count: "-555.0", rate: "-555.0" }),
        longRow({ count: "", rate: "", status: "..", start: "2024-01-01", end: "2024-12-31" }),
        longRow({ count: "0.0", rate: "0.0", start: "2023-01-01", end: "2023-12-31" }),
      ].join("\n"),
    );
    expect(file.series[0]?.values.map(({ value, absent, mark }) => [value, absent, mark])).toEqual([
      [0, undefined, ""],
      [undefined, "missing", ".."],
      [undefined, "missing", "-555.0"],
    ]);
  });

  test("the file that Brå's own search page gives, in its own letters", async () => {
    const text = [
      "Region;Brott;År;Period;Antal;/100 000 inv",
      "Hela landet;Befogenhetsbedrägeri;År;2025;14278;135;",
      "Ockelbo;Befogenhetsbedrägeri;2026 prel.;Aug;4;68;",
      "Ockelbo;Befogenhetsbedrägeri;2026 prel.;Kvartal 2;11;188;",
      "Ockelbo;Bedrägeri;2026 prel.;Aug;..;..;",
      "Ockelbo;Befogenhetsbedrägeri;2026;Vecka 8;1;2;",
      "Ockelbo;Befogenhetsbedrägeri;2025 prel.;Aug;många;2;",
    ].join("\r\n");
    const file = await readWhole(Uint8Array.from(text, (letter) => letter.codePointAt(0)!));
    expect(brief(file).filter(([, , , unit]) => unit === "anmälda brott")).toEqual([
      ["Befogenhetsbedrägeri", "Riket", "all", "anmälda brott", [{ period: "2025-01-01 2025-12-31", value: 14278 }]],
      [
        "Befogenhetsbedrägeri",
        "Ockelbo",
        "all",
        "anmälda brott",
        [{ period: "2026-08-01 2026-08-31", value: 4, standing: "preliminary" }],
      ],
      [
        "Befogenhetsbedrägeri",
        "Ockelbo",
        "all",
        "anmälda brott",
        [{ period: "2026-04-01 2026-06-30", value: 11, standing: "preliminary" }],
      ],
    ]);
    expect(file.problems.map(({ line, read: stood, expected }) => [line, stood, expected])).toEqual([
      [6, "2026 Vecka 8", "a-period"],
      [7, "många", "a-figure"],
    ]);
  });

  test("two figures for one place and period are told, and the first holds", async () => {
    const file = await readWhole(
      [LONG_HEADING, longRow({ count: "3.0" }), longRow({ count: "4.0" }), longRow({ count: "3" })].join("\n"),
    );
    expect(file.series[0]?.values.map(({ value }) => value)).toEqual([3]);
    expect(file.problems.map(({ line, read: stood, expected }) => [line, stood, expected])).toEqual([
      [3, "4", "one-figure-for-each"],
      [3, "38.5", "one-figure-for-each"],
    ]);
  });
});

describe("Kolada", () => {
  const answer = (values: readonly unknown[], kolada?: unknown) =>
    JSON.stringify({ values, count: values.length, next_url: null, ...(kolada === undefined ? {} : { kolada }) });
  const said = (value: number | null, gender = "T", status = "") => ({ gender, count: 1, status, value });

  test("an answer of version 3: null is not there, the sexes apart, the break of violent crime", async () => {
    const file = await readWhole(
      answer([
        { kpi: "N07403", municipality: "2101", period: 2023, values: [said(913.2), said(null, "K"), said(880, "M")] },
        { kpi: "N07403", municipality: "0021", period: 2023, values: [said(1020)] },
        { kpi: "N07403", municipality: "0000", period: "2023", values: [said(null, "T", "Private")] },
      ]),
    );
    expect(brief(file)).toEqual([
      [
        "Anmälda våldsbrott",
        "Ockelbo",
        "all",
        "antal/100 000 inv",
        [{ period: "2023-01-01 2023-12-31", value: 913.2 }],
      ],
      [
        "Anmälda våldsbrott",
        "Ockelbo",
        "women",
        "antal/100 000 inv",
        [{ period: "2023-01-01 2023-12-31", absent: "missing", mark: "" }],
      ],
      ["Anmälda våldsbrott", "Ockelbo", "men", "antal/100 000 inv", [{ period: "2023-01-01 2023-12-31", value: 880 }]],
      [
        "Anmälda våldsbrott",
        "Gävleborgs län",
        "all",
        "antal/100 000 inv",
        [{ period: "2023-01-01 2023-12-31", value: 1020 }],
      ],
      [
        "Anmälda våldsbrott",
        "Riket",
        "all",
        "antal/100 000 inv",
        [{ period: "2023-01-01 2023-12-31", absent: "withheld", mark: "Private" }],
      ],
    ]);
    expect(file.series[0]?.breaks.map(({ on }) => on)).toEqual(["2015-01-01"]);
  });

  test("the uncertainty of a survey is a key figure of its own, and becomes the interval of the one it is of", async () => {
    const kpis = [
      { id: "N1", title: "Trygghet på kvällen, andel (%)", description: "Ur medborgarundersökningen." },
      { id: "N2", title: "Osäkerhetstal - Trygghet på kvällen, andel (%)", description: "" },
    ];
    const file = await readWhole(
      answer(
        [
          { kpi: "N1", municipality: "2101", period: 2024, values: [said(62)] },
          { kpi: "N2", municipality: "2101", period: 2024, values: [said(5)] },
        ],
        { fetchedAt: "2026-11-02T10:00:00.000Z", kpis, municipalities: [] },
      ),
    );
    expect(file.asOf).toBe("2026-11-02");
    expect(brief(file)).toEqual([
      [
        "Trygghet på kvällen",
        "Ockelbo",
        "all",
        "andel (%)",
        [{ period: "2024-01-01 2024-12-31", value: 62, low: 57, high: 67 }],
      ],
    ]);
    expect(file.series[0]?.caveat).toBe("Ur medborgarundersökningen.");
  });
});

const jsonStat = (more: Record<string, unknown> = {}) => ({
  version: "2.0",
  class: "dataset",
  label: "Nedsatt psykiskt välbefinnande efter region, andel, kön och år",
  source: "Folkhälsomyndigheten",
  updated: "2026-03-01T06:00:00Z",
  note: ["Uppgift saknas (..) där färre än 50 svarat."],
  role: { time: ["År"], geo: ["Region"] },
  id: ["Region", "Andel och konfidensintervall", "Kön", "År"],
  size: [2, 4, 2, 2],
  dimension: {
    Region: {
      label: "Region",
      category: { index: { "2101": 0, "00": 1 }, label: { "2101": "Ockelbo", "00": "Riket" } },
    },
    "Andel och konfidensintervall": {
      label: "Andel och konfidensintervall",
      category: {
        index: ["01", "02", "03", "04"],
        label: {
          "01": "Andel",
          "02": "Konfidensintervall nedre gräns",
          "03": "Konfidensintervall övre gräns",
          "04": "Antal svar",
        },
      },
    },
    Kön: { label: "Kön", category: { index: { "1": 0, "2": 1 }, label: { "1": "Kvinnor", "2": "Män" } } },
    År: {
      label: "År",
      category: {
        index: { "2018-2021": 0, "2021-2024": 1 },
        label: { "2018-2021": "2018-2021", "2021-2024": "2021-2024" },
      },
    },
  },
  value: [
    20,
    null,
    14,
    13,
    15,
    null,
    9,
    8,
    25,
    null,
    19,
    18,
    210,
    null,
    190,
    180,
    ...Array.from({ length: 16 }, () => null),
  ],
  status: { "1": "..", "5": "..", "9": "..", "13": ".." },
  ...more,
});

describe("PxWeb, json-stat2", () => {
  test("share, interval and answers come together as one figure; pooled years; the sexes by their names", async () => {
    const file = await readWhole(JSON.stringify(jsonStat()));
    expect([file.kind, file.asOf, file.publisher.name, file.unreadable]).toEqual([
      "json-stat",
      "2026-03-01",
      "Tabell: Folkhälsomyndigheten",
      0,
    ]);
    expect(brief(file).slice(0, 2)).toEqual([
      [
        "Nedsatt psykiskt välbefinnande, Andel",
        "Ockelbo",
        "women",
        "procent",
        [
          { period: "2018-01-01 2021-12-31", value: 20, low: 15, high: 25, n: 210 },
          { period: "2021-01-01 2024-12-31", absent: "missing", mark: ".." },
        ],
      ],
      [
        "Nedsatt psykiskt välbefinnande, Andel",
        "Ockelbo",
        "men",
        "procent",
        [
          { period: "2018-01-01 2021-12-31", value: 14, low: 9, high: 19, n: 190 },
          { period: "2021-01-01 2024-12-31", value: 13, low: 8, high: 18, n: 180 },
        ],
      ],
    ]);
  });

  test("an interval that does not hold its figure is told and not kept", async () => {
    const file = await readWhole(
      JSON.stringify(jsonStat({ value: Array.from({ length: 32 }, (_, place) => place), status: {} })),
    );
    expect(file.series).toEqual([]);
    expect(file.problems[0]).toMatchObject({ expected: "an-interval-around-the-figure", read: "4 0 8" });
    expect(file.unreadable).toBe(8);
  });

  test("what is too large, or cut off, is refused", async () => {
    expect(await read(JSON.stringify(jsonStat()).slice(0, 900))).toMatchObject({ refusal: { why: "file-cut-off" } });
    const years = Object.fromEntries(Array.from({ length: 300_000 }, (_, place) => [String(place), place]));
    const dimension = { ...jsonStat().dimension, År: { label: "År", category: { index: years } } };
    expect(await read(JSON.stringify(jsonStat({ dimension })))).toMatchObject({ refusal: { why: "table-too-large" } });
  });
});

describe("Brå's indicators, a workbook a municipality", () => {
  const heading = ["", "2023\nAntal", "2023\nAntal per 100 000", "2024\nAntal", "2024\nAntal per 100 000"];
  const offences = (title: string) => [
    [title],
    heading,
    ["Ockelbo", 41, 702.4, 12, 207],
    ["Gävleborgs län", 2900, 1013, 2850, 995],
    ["Hela landet", "101\u00a0000", 957, "..", ".."],
    [],
    ["Källa: Brå"],
  ];
  const names = [
    "Om",
    "Skadegörelse",
    "Narkotika",
    "Våld utomhus vuxna",
    "VINR kvinnor",
    "VINR män",
    "Inne flickor",
    "Ute flickor",
  ];
  const rest = ["Inne pojkar", "Ute pojkar", "Personrån unga", "Stöld", "Bilbrott", "Bostadsinbrott", "Trafikbrott"];
  const titles: Readonly<Record<string, string>> = {
    "VINR kvinnor": "Anmält våld i nära relation, kvinnor",
    "VINR män": "Anmält våld i nära relation, män",
  };
  const title = (name: string) =>
    titles[name] ?? (/flickor|pojkar/.test(name) ? `Anmält våld mot barn, ${name}` : `Anmälda brott: ${name}`);
  const survey = [
    ["Problem med fortkörning i det egna bostadsområdet, enligt NTU 2018–2024. Andel (%) i befolkningen (16–84 år)."],
    ["", "2018/2019", "2020/2021", "2023/2024"],
    ["Ockelbo", "..", 31.2, 28],
    ["Gävleborgs län", 22, 23.5, 24],
    ["Hela landet", 20, 21, 21.4],
  ];
  const book = (sheets = [...names, ...rest]) =>
    workbookOf([
      ...sheets.map((name, place) => ({ name, rows: place === 0 ? [["Om indikatorerna"]] : offences(title(name)) })),
      { name: "Fortkörning-NTU", rows: survey },
    ]);

  test("fourteen sheets of offences by their place, the survey's by their name; counts behind rates; pooled years", async () => {
    const file = await readWhole(book());
    expect([file.kind, file.unreadable, file.problems]).toEqual(["bra-indicators", 0, []]);
    expect(file.series).toHaveLength(14 * 2 * 3 + 3);
    const of = (name: string, area: string, unit = "anmälda brott per 100 000 invånare") =>
      brief(file).find((one) => one[0] === name && one[1] === area && one[3] === unit)?.[4];
    expect(of("Skadegörelse", "Ockelbo")).toEqual([
      { period: "2023-01-01 2023-12-31", value: 702.4, n: 41 },
      { period: "2024-01-01 2024-12-31", value: 207, n: 12 },
    ]);
    expect(of("Skadegörelse", "Riket", "anmälda brott")).toEqual([
      { period: "2023-01-01 2023-12-31", value: 101_000 },
      { period: "2024-01-01 2024-12-31", absent: "missing", mark: ".." },
    ]);
    expect(of("Fortkörning (NTU)", "Ockelbo", "procent av befolkningen 16–84 år")).toEqual([
      { period: "2018-01-01 2019-12-31", absent: "missing", mark: ".." },
      { period: "2020-01-01 2021-12-31", value: 31.2 },
      { period: "2023-01-01 2024-12-31", value: 28 },
    ]);
    expect(
      brief(file)
        .filter(
          ([name, area, , unit]) => name === "Våld i nära relation" && area === "Ockelbo" && unit === "anmälda brott",
        )
        .map(([, , sex]) => sex),
    ).toEqual(["women", "men"]);
    expect(file.series.find(({ key }) => key === "ntu|Fortkörning")?.caveat).toContain("enligt NTU 2018–2024");
  });

  test("a sheet that is not where it was is told by name and left out, and so is an area nobody knows", async () => {
    const moved = [...names, ...rest];
    [moved[1], moved[14]] = [moved[14]!, moved[1]!];
    const file = await readWhole(book(moved));
    expect(file.problems.map(({ column, expected }) => [column, expected])).toEqual([
      ["Trafikbrott", "a-known-sheet"],
      ["Skadegörelse", "a-known-sheet"],
    ]);
    const odd = await readWhole(
      workbookOf([
        { name: "Om", rows: [["Om"]] },
        {
          name: "Klotter-NTU",
          rows: [["Andel"], ["", "2017/2018", "2019/2020"], ["Storstad", 1, 2], ["Ockelbo", "många", 2]],
        },
        { name: "Rån-NTU", rows: [["Andel"], ["", "före", "efter"], ["Ockelbo", 1, 2]] },
      ]),
    );
    expect(odd.problems.map(({ line, column, read: stood, expected }) => [line, column, stood, expected])).toEqual([
      [3, "Klotter-NTU", "Storstad", "an-area"],
      [4, "Klotter-NTU, 2017/2018", "många", "a-figure"],
      [1, "Rån-NTU", "före efter", "a-heading-with-years"],
    ]);
  });
});

const px = (head: string, more = "") =>
  `${head}LANGUAGE="sv";\nMATRIX="T1";\nSUBJECT-AREA="Trygghet";\nTITLE="Anmälda brott efter region och\n"\n" år";\nCONTENTS="Anmälda brott";\nUNITS="antal";\nSTUB="region";\nHEADING="år";\nVALUES("region")="Ockelbo",\n"Gävleborgs län";\nVALUES("år")="2023","2024";\nCODES("region")="2101","21";\nTIMEVAL("år")=TLIST(A1),"2023","2024";\nSOURCE="SCB; Statistikmyndigheten";\nLAST-UPDATED="20250320 09:30";\n${more}DATA=\n- ".."\n12.5 "." ;\n`;

describe("PC-Axis", () => {
  test.each<[string, Uint8Array]>([
    ["Windows's letters", Uint8Array.from(px('CHARSET="ANSI";\n'), (letter) => letter.codePointAt(0)!)],
    ["UTF-8", bytesOf(px('CHARSET="ANSI";\nCODEPAGE="utf-8";\n'))],
    [
      "the letters of DOS",
      Uint8Array.from(px(""), (letter) => ({ å: 0x86, ä: 0x84, ö: 0x94 })[letter] ?? letter.codePointAt(0)!),
    ],
  ])("is read in %s; a dash is none, and two dots are no figure", async (_letters, bytes) => {
    const file = await readWhole(bytes);
    expect([file.kind, file.asOf, file.publisher.name, file.unreadable]).toEqual([
      "px",
      "2025-03-20",
      "Tabell: SCB; Statistikmyndigheten",
      0,
    ]);
    expect(brief(file)).toEqual([
      [
        "Anmälda brott",
        "Ockelbo",
        "all",
        "antal",
        [
          { period: "2023-01-01 2023-12-31", value: 0 },
          { period: "2024-01-01 2024-12-31", absent: "missing", mark: ".." },
        ],
      ],
      [
        "Anmälda brott",
        "Gävleborgs län",
        "all",
        "antal",
        [
          { period: "2023-01-01 2023-12-31", value: 12.5 },
          { period: "2024-01-01 2024-12-31", absent: "not-applicable", mark: "." },
        ],
      ],
    ]);
  });

  test("one that is cut off says so", async () => {
    const file = await readWhole(px('CHARSET="ANSI";\nCODEPAGE="utf-8";\n').replace('12.5 "." ;\n', ""));
    expect(file.problems).toMatchObject([{ read: "2 / 4", expected: "as-many-figures-as-cells" }]);
    expect(file.series.map(({ area }) => area.name)).toEqual(["Ockelbo"]);
  });

  // Each of these would keep a server busy for minutes where blanks are tried in more ways than one.
  test.each([
    ["blanks before an equals sign that never comes", `MATRIX="x";\nA${" ".repeat(20_000)}x\nDATA=1;`],
    ["lines of nothing", `MATRIX="x";\n${"\n".repeat(200_000)}`],
    ["brackets that never close", `MATRIX="x";\nKEYS${"[a".repeat(20_000)}\nDATA=1;`],
  ])("%s are no table", async (_, text) => {
    expect((await read(text)).ok).toBe(false);
  });

  test("a list of more rows than a country has is refused", async () => {
    const kolada = "kpi,municipality_id,year,value,gender\n";
    expect(await read(`${kolada}${"N1,2101,2024,1,T\n".repeat(200_001)}`)).toMatchObject({
      refusal: { why: "table-too-large" },
    });
    // Something else of that length is something else, and is no cut-off file either where each line is whole.
    expect(await read(`a;b\n${"1;2\n".repeat(200_001)}`)).toMatchObject({ refusal: { why: "not-a-series-file" } });
    expect(await read('{"id":1}\n{"id":2}\n')).toMatchObject({ refusal: { why: "not-a-series-file" } });
    expect(await read("[Input]\nCaseFile=a.cas\n")).toMatchObject({ refusal: { why: "not-a-series-file" } });
  });

  test("one with too many figures gives none", async () => {
    const plain = px('CHARSET="ANSI";\nCODEPAGE="utf-8";\n');
    const file = await readWhole(plain.replace("12.5", "12.5 13 14"));
    expect([file.series.length, file.problems[0]?.expected]).toEqual([0, "as-many-figures-as-cells"]);
  });
});

test("what has no form that is known is refused, packed or not", async () => {
  expect(await read("")).toMatchObject({ refusal: { why: "file-is-empty" } });
  expect(await read("namn;tal\na;1\n")).toMatchObject({ refusal: { why: "not-a-series-file" } });
  expect(await read('{"hello": 1}')).toMatchObject({ refusal: { why: "not-a-series-file" } });
  expect(await read(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toMatchObject({ refusal: { why: "not-a-workbook" } });
  expect(await read(workbookOf([{ name: "Blad1", rows: [["a"]] }]))).toMatchObject({
    refusal: { why: "not-a-series-file" },
  });
  const packed = gzipSync(bytesOf([LONG_HEADING, longRow({})].join("\n")));
  expect((await readWhole(packed)).series).toHaveLength(2);
  expect(await read(packed.subarray(0, packed.length - 20))).toMatchObject({ refusal: { why: "file-cut-off" } });
});

const BRA = sharedData("statistics/bra/anmalda-brott-boden-2026-08.csv");
const KOLADA_TABLE = sharedData("statistics/kolada/sample-values-head.csv");
const PX = ["TAB001", "TAB002", "TAB003"].map((name) => sharedData(`statistics/px/${name}.px`));
const METADATA = sharedData("statistics/kolada/kpi-metadata.csv.gz");

describe("the real files", () => {
  test.skipIf(BRA === undefined)(
    "Boden in August 2026: 41 categories, counts and rates, all preliminary, none unreadable",
    async () => {
      const file = await readWhole(readFileSync(BRA!));
      expect([file.kind, file.series.length, file.unreadable]).toEqual(["bra-offences", 82, 0]);
      expect(new Set(file.series.flatMap(({ values }) => values.map(({ standing }) => standing)))).toEqual(
        new Set(["preliminary"]),
      );
      expect(new Set(file.series.map(({ area }) => `${area.kind} ${area.code}`))).toEqual(
        new Set(["municipality 2582"]),
      );
      const total = file.series.find(({ key }) => key === "totalt antal brott|100000");
      expect(total?.values).toMatchObject([{ from: "2026-08-01", to: "2026-08-31", value: 786, n: 225 }]);
      const pickpocket = file.series.find(({ name }) => name.endsWith("därav fickstöld"));
      expect(pickpocket?.partOf).toBe(
        "brott mot brottsbalken, 8-12 kap. brott mot förmögenhet, 8 kap. stöld, rån m.m.",
      );
    },
  );

  test.skipIf(KOLADA_TABLE === undefined)("a saved answer of Kolada: two key figures, three cities", async () => {
    const file = await readWhole(readFileSync(KOLADA_TABLE!));
    expect([file.kind, file.series.length, file.unreadable]).toEqual(["kolada", 6, 0]);
    const malmo = file.series.find(({ key, area }) => key === "N03703" && area.code === "1280");
    expect(malmo?.values.map(({ from, value }) => [from, value])).toEqual([
      ["2012-01-01", 782],
      ["2013-01-01", 794],
      ["2014-01-01", 834],
    ]);
  });

  test.skipIf(PX.includes(undefined))("three PC-Axis tables, as their own totals say", async () => {
    const [population, citizens, waste] = await Promise.all(PX.map((path) => readWhole(readFileSync(path!))));
    expect([population, citizens, waste].map((file) => [file?.series.length, file?.unreadable, file?.asOf])).toEqual([
      [30 * 3 * 22, 0, "2023-05-25"],
      [30 * 3 * 22 * 5, 0, "2023-05-25"],
      [9 * 34 * 2, 0, "2023-05-25"],
    ]);
    // In Swedish, though the file is written in English.
    const sweden = population!.series.filter(({ area }) => area.kind === "country");
    expect(sweden).toHaveLength(3 * 22);
    const of = (sex: string) =>
      sweden.find((one) => one.sex === sex && /, Totalt?$/.test(one.name))?.values.map(({ value }) => value);
    const [women, men, both] = [of("women"), of("men"), of("all")];
    expect(both?.slice(1).map((value, place) => value! - women![place + 1]! - men![place + 1]!)).toEqual([0, 0]);
    expect(waste!.series[0]).toMatchObject({ unit: "ton" });
  });

  test.skipIf(METADATA === undefined)("what Kolada calls its key figures is no statistics", async () => {
    expect(await read(gunzipSync(readFileSync(METADATA!)))).toMatchObject({ refusal: { why: "not-a-series-file" } });
  });
});
