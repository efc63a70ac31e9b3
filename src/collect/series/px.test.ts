// PC-Axis beyond its plainest form: rows with keys, remarks on single values and cells, times by TIMEVAL, letters by their name. After Statistics Sweden's
// description of the format ("Data in the PX-file", "Keywords").
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ends, ENDS_TEST_MS } from "../../../test/ends.ts";
import type { SeriesFile } from "./found.ts";
import { cubeOfPx } from "./px.ts";
import { textOfPx } from "./px-letters.ts";
import { readSeriesFile } from "./series-file.ts";

const HEAD = [
  'CHARSET="ANSI";',
  'CODEPAGE="utf-8";',
  'LANGUAGE="sv";',
  'MATRIX="T1";',
  'CONTENTS="Anmälda brott";',
  'UNITS="antal";',
  'STUB="region","brott";',
  'HEADING="år";',
  'VALUES("region")="Ockelbo","Gävleborgs län";',
  'CODES("region")="2101","21";',
  'VALUES("brott")="Stöld","Rån","Klotter";',
  'VALUES("år")="2023","2024";',
  'TIMEVAL("år")=TLIST(A1),"2023","2024";',
];
const KEYS = ['KEYS("region")=CODES;', 'KEYS("brott")=VALUES;'];
const px = (more: readonly string[], data: string) => `${[...HEAD, ...more].join("\n")}\nDATA=\n${data}`;
async function read(text: string): Promise<SeriesFile> {
  const result = await readSeriesFile(new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.refusal.why);
  return result.value;
}
const cellsOf = (text: string) => {
  const cube = cubeOfPx(text);
  if (!cube.ok) throw new Error(cube.refusal.why);
  return cube.value.cells;
};

/** Ockelbo and the county; theft, robbery, graffiti; two years. */
const ROWS = ['"2101","Stöld",4 "..";', '"2101","Klotter",0 2;', '"21","Stöld",40 51;', '"21","Rån","." -;'];
const unsaid = (length: number) => Array.from({ length }, () => undefined);
const rows = (given: readonly string[]) => `${given.map((row) => row.replace(/;$/, "")).join(" \n")};\n`;

describe("rows with keys", () => {
  test.each<[string, readonly string[], string, readonly unknown[], readonly string[]]>([
    [
      "lie where their keys say, in any order; a row that is left out is none",
      KEYS,
      rows(ROWS.toReversed()),
      [4, "..", 0, 0, 0, 2, 40, 51, ".", 0, 0, 0],
      [],
    ],
    [
      "may all be called by their words",
      ['KEYS("region")=VALUES;', 'KEYS("brott")=values;'],
      '"Gävleborgs län","Rån",7 8 ;',
      [0, 0, 0, 0, 0, 0, 0, 0, 7, 8, 0, 0],
      [],
    ],
    [
      "may stand in one line, with commas between",
      KEYS,
      '"2101","Stöld",4,5,"2101","Rån","..","-";',
      [4, 5, "..", 0, 0, 0, 0, 0, 0, 0, 0, 0],
      [],
    ],
    ["may all be left out", KEYS, ";", Array.from({ length: 12 }, () => 0), []],
    [
      "with a key that the table has not are told, and then no row that is missing is none",
      KEYS,
      rows([...ROWS.slice(0, 1), '"2101","Mord",1 1', ...ROWS.slice(2, 3)]),
      [4, "..", ...unsaid(4), 40, 51, ...unsaid(4)],
      ["18 2101, Mord, 2 / 2 keys-of-the-table"],
    ],
    [
      "with too few or too many figures are told, and the rest is read",
      KEYS,
      rows(['"2101","Stöld",4', '"2101","Rån",1 2 3', '"21","Rån",5 6']),
      [...unsaid(4), 0, 0, 0, 0, 5, 6, 0, 0],
      ["17 2101, Stöld, 1 / 2 as-many-figures-as-columns", "18 2101, Rån, 3 / 2 as-many-figures-as-columns"],
    ],
    [
      "that come twice are told, and the first holds",
      KEYS,
      rows(['"2101","Stöld",4 5', '"2101","Stöld",6 7']),
      [4, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      ["18 2101, Stöld, 2 / 2 one-figure-for-each"],
    ],
    [
      "with a key too few are told",
      KEYS,
      rows(['"2101",4 5', '"21","Rån",5 6']),
      [...unsaid(8), 5, 6, ...unsaid(2)],
      ["17 2101, 2 / 2 keys-of-the-table"],
    ],
    ["that nobody has named are told once", KEYS, "1 2 3 4 5 6 7 8;", unsaid(12), ["17 3 / 2 keys-of-the-table"]],
    [
      "without an end are told, and what is missing is not none",
      KEYS,
      '"2101","Stöld",4 5\n"2101","Rå',
      [4, 5, ...unsaid(10)],
      ["18 2101, 1 / 2 keys-of-the-table", "18 1 / 6 an-end-to-the-rows"],
    ],
  ])("%s", async (_, keys, data, cells, problems) => {
    const text = px(keys, data);
    expect(cellsOf(text)).toEqual(cells);
    const file = await read(text);
    expect(file.problems.map((one) => `${one.line} ${one.read} ${one.expected}`)).toEqual(problems);
    expect(file.unreadable).toBe(problems.length);
  });

  test("say that what they leave out is read as none", async () => {
    const caveats = async (data: string) => (await read(px(KEYS, data))).series.map(({ caveat }) => caveat);
    expect(await caveats(rows(ROWS))).toContain(
      "Filen utelämnar rader som bara har nollor; de läses som 0, så som formatet säger.",
    );
  });

  test.each<[string, readonly string[]]>([
    ["one variable of the stub has none", ['KEYS("region")=CODES;']],
    ["they are neither codes nor values", ['KEYS("region")=CODES;', 'KEYS("brott")=NAMES;']],
    ["two rows are called the same", [...KEYS, 'VALUES("brott")="Stöld","Stöld","Klotter";']],
    ["they are of a heading", ['KEYS("år")=VALUES;']],
  ])("are refused where %s", async (_, keys) => {
    expect(await readSeriesFile(new TextEncoder().encode(px(keys, ";")))).toMatchObject({
      refusal: { why: "px-keys-unclear" },
    });
  });

  test("give what the same table gives without keys, whatever it holds", () => {
    const cell = fc.oneof(fc.constant("0"), fc.integer({ min: 0, max: 99_999 }).map(String), fc.constant('".."'));
    const table = fc
      .record({
        stub: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
        heading: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
        byCode: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        shuffled: fc.integer({ min: 0, max: 5 }),
        empty: fc.array(fc.boolean(), { minLength: 1, maxLength: 64 }),
      })
      .chain((shape) => {
        const width = shape.heading.reduce((a, b) => a * b, 1);
        const height = shape.stub.reduce((a, b) => a * b, 1);
        return fc.record({
          shape: fc.constant(shape),
          cells: fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
            minLength: height,
            maxLength: height,
          }),
        });
      });
    fc.assert(
      fc.property(table, ({ shape, cells }) => {
        const names = [...shape.stub, ...shape.heading].map((_, at) => `v${at}`);
        const sizes = [...shape.stub, ...shape.heading];
        const list = (of: readonly string[]) => of.map((one) => `"${one}"`).join(",");
        const value = (variable: number, at: number) => `värde ${variable}.${at}`;
        const places = (variable: number) => Array.from({ length: sizes[variable]! }, (_, at) => at);
        const head = [
          'CODEPAGE="utf-8";',
          'MATRIX="T";',
          `STUB=${list(names.slice(0, shape.stub.length))};`,
          ...(shape.heading.length === 0 ? [] : [`HEADING=${list(names.slice(shape.stub.length))};`]),
          ...names.map((name, at) => `VALUES("${name}")=${list(places(at).map((place) => value(at, place)))};`),
          ...names.map((name, at) => `CODES("${name}")=${list(places(at).map((place) => `k${place}`))};`),
        ].join("\n");
        const given = cells.map((row, at) => (shape.empty[at % shape.empty.length] ? row.map(() => "0") : row));
        const keyed = given.flatMap((row, at) => {
          if (row.every((one) => one === "0")) return [];
          let rest = at;
          const keys = shape.stub
            .map((size, variable) => ({ size, variable }))
            .toReversed()
            .map(({ size, variable }) => {
              const place = rest % size;
              rest = Math.floor(rest / size);
              return shape.byCode[variable] ? `"k${place}"` : `"${value(variable, place)}"`;
            })
            .toReversed();
          return [`${keys.join(",")},${row.join(" ")}`];
        });
        const keywords = shape.stub.map((_, at) => `KEYS("v${at}")=${shape.byCode[at] ? "CODES" : "VALUES"};`);
        const turned = [...keyed.slice(shape.shuffled), ...keyed.slice(0, shape.shuffled)];
        const sparse = cellsOf(`${head}\n${keywords.join("\n")}\nDATA=\n${turned.join(" \n")};`);
        const dense = cellsOf(`${head}\nDATA=\n${given.map((row) => row.join(" ")).join(" \n")};`);
        expect(sparse).toEqual(dense);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what is said of some figures only", () => {
  const DENSE = "1 2\n3 4\n5 6\n7 8\n9 10\n11 12;";
  const caveats = async (more: readonly string[]) =>
    (await read(px(more, DENSE))).series.map(({ name, area, caveat }) => `${area.name} ${name}: ${caveat}`);

  test.each<[string, string, RegExp, number]>([
    ["a note on all of it", 'NOTEX="Ny räkning#från 2024";', /: Ny räkning från 2024$/, 6],
    ["a note on one value", 'VALUENOTE("brott","Rån")="Även försök.";', /Rån: Även försök\.$/, 2],
    ["a note on one cell", 'CELLNOTE("Ockelbo","Stöld","2024")="En serie.";', /Ockelbo .*Stöld: 2024: En serie\.$/, 1],
    ["a note on a row", 'CELLNOTEX("Ockelbo","*","*")="Få fall.";', /Ockelbo .*: Få fall\.$/, 3],
    ["a note on a year", 'CELLNOTE("*","*","2023")="Preliminär.";', /: 2023: Preliminär\.$/, 6],
    ["a note on every cell", 'CELLNOTE("*","*","*")="Avrundat.";', /: Avrundat\.$/, 6],
    ["a note on what is not there", 'CELLNOTE("Gävle","*","*")="x";', /: x$/, 0],
  ])("%s stands with the series it is about", async (_, keyword, says, many) => {
    const said = await caveats([keyword]);
    expect(said).toHaveLength(6);
    expect(said.filter((one) => says.test(one))).toHaveLength(many);
    expect(said.filter((one) => one.endsWith(": "))).toHaveLength(6 - many);
  });

  test("how many decimals are shown changes no figure", async () => {
    const decimals = ["DECIMALS=0;", "SHOWDECIMALS=1;", 'PRECISION("brott","Stöld")=2;'];
    expect(cellsOf(px(decimals, "1.25 2\n3 4\n5 6\n7 8\n9 10\n11 12;")).slice(0, 2)).toEqual([1.25, 2]);
  });

  test("dots mean what the file says that they mean", async () => {
    const file = await read(px(['DATASYMBOL2="Sekretess";', 'DATASYMBOL1="saknas";'], `".." "." ${DENSE.slice(4)}`));
    expect(file.series[0]?.values.map(({ absent, mark }) => [absent, mark])).toEqual([
      ["withheld", "Sekretess"],
      ["missing", "saknas"],
    ]);
  });
});

test.each<[string, string, readonly string[]]>([
  ["months", 'TLIST(M1),"202311","202312"', ["2023-11-01", "2023-12-01"]],
  ["months from and to", 'TLIST(M1,"202312"-"202401")', ["2023-12-01", "2024-01-01"]],
  ["quarters from and to", 'TLIST(Q1,"20234"-"20241")', ["2023-10-01", "2024-01-01"]],
  ["years from and to", 'TLIST(A1,"2023"-"2024")', ["2023-01-01", "2024-01-01"]],
  ["half-years, which nothing else is kept by", 'TLIST(H1),"20231","20232"', []],
])("times that are written in words are read by TIMEVAL: %s", async (_, timeval, from) => {
  const text = px([], "1 2\n3 4\n5 6\n7 8\n9 10\n11 12;")
    .replace('VALUES("år")="2023","2024"', 'VALUES("år")="den förra","den nya"')
    .replace('TLIST(A1),"2023","2024"', timeval);
  const file = await read(text);
  expect(file.series[0]?.values.map((one) => one.from) ?? []).toEqual(from);
  expect(file.problems.map(({ expected }) => expected)).toEqual(from.length > 0 ? [] : ["a-period", "a-period"]);
});

test.each<[string, string, readonly number[]]>([
  ["Windows's, where only ANSI is said", 'CHARSET="ANSI";', [0xe5, 0xe4, 0xf6]],
  ["Latin 1", 'CHARSET="ANSI";CODEPAGE="iso-8859-1";', [0xe5, 0xe4, 0xf6]],
  ["Latin 9, with its own letters", 'CHARSET="ANSI";CODEPAGE="iso-8859-15";', [0xe5, 0xe4, 0xf6]],
  ["by Windows's number", 'CHARSET="ANSI";CODEPAGE="1252";', [0xe5, 0xe4, 0xf6]],
  ["DOS's, where nothing is said", "", [0x86, 0x84, 0x94]],
  ["DOS's by name, whatever CHARSET says", 'CHARSET="ANSI";CODEPAGE="ibm850";', [0x86, 0x84, 0x94]],
  ["UTF-8, though it says Latin 1", 'CODEPAGE="iso-8859-1";', [0xc3, 0xa5, 0xc3, 0xa4, 0xc3, 0xb6]],
  ["a name nobody knows, by CHARSET", 'CHARSET="ANSI";CODEPAGE="klingon";', [0xe5, 0xe4, 0xf6]],
])("letters are %s", (_, head, bytes) => {
  expect(textOfPx(Uint8Array.from([...new TextEncoder().encode(head), ...bytes]))).toBe(`${head}åäö`);
});
test("letters of two bytes each are read", () => {
  const text = '\ufeffMATRIX="åäö";';
  expect(textOfPx(new Uint8Array(Uint16Array.from(text, (one) => one.codePointAt(0)!).buffer))).toBe(text.slice(1));
});

test("a table with as many remarks as cells is read in the time it takes to read", async () => {
  const values = Array.from({ length: 2000 }, (_, at) => `"o${at}"`).join(",");
  const notes = Array.from({ length: 2000 }, (_, at) => `CELLNOTE("Ockelbo","o${at}","*")="n${at}";`);
  const file = await read(px([`VALUES("brott")=${values};`, ...notes], `${"1 ".repeat(8000)};`));
  expect(file.series).toHaveLength(4000);
  expect(file.series.filter(({ caveat }) => caveat !== "")).toHaveLength(500);
});

test(
  "notes on a hundred thousand values that are not there are passed over",
  () => {
    const values = Array.from({ length: 100_000 }, (_, at) => `"o${at}"`).join(",");
    const notes = Array.from({ length: 100_000 }, (_, at) => `CELLNOTE("zz${at}","*")="n";`).join("\n");
    const text = `MATRIX="A";STUB="a";HEADING="tid";VALUES("a")=${values};VALUES("tid")="2020";\n${notes}\nDATA=\n${"1 ".repeat(100_000)};`;
    const cube = ends(() => cubeOfPx(text));
    expect(cube.ok && [cube.value.cells.length, cube.value.remarks]).toEqual([100_000, []]);
  },
  ENDS_TEST_MS,
);

test("a table that is divided in a hundred ways is refused", () => {
  const names = Array.from({ length: 100 }, (_, at) => `"v${at}"`);
  const text = `MATRIX="A";STUB=${names.join(",")};${names.map((name) => `VALUES(${name})="1";`).join("")}DATA=1;`;
  expect(cubeOfPx(text)).toMatchObject({ ok: false, refusal: { why: "table-too-large" } });
});
