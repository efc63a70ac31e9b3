// Tables as Statistics Sweden's database gives them, made small: what they come to, and what each that falls short is told. The codes are the database's own
// (BefolkningNy and TAB638: Region, Alder, Kon, ContentsCode BE0101N1, Tid; FolkmDesoAldKon: "-4", "80-", "1+2"; localities "2101TC103").
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type At, BOTH, type Given, jsonStat, OCKELBO, type Values, YEARLY } from "../../../test/population-table.ts";
import { ends, ENDS_TEST_MS } from "../../../test/ends.ts";
import { workbookOf } from "../../../test/workbook.ts";
import { say } from "../../ground/words.ts";
import type { Cube } from "../series/cube.ts";
import { cubeOfJsonStat } from "../series/json-stat.ts";
import { cubeOfPx } from "../series/px.ts";
import { readTableFile } from "../series/series-file.ts";
import { AGES, type HeardGroup, SEXES } from "./heard.ts";
import { type AgeClass, coverOf, readAge, readPopulationTable, type TableWish } from "./population-table.ts";
import { fileRemarks, refusals } from "./words.ts";

const WISH: TableWish = { municipalityCode: "2101", municipalityName: "Ockelbo", villages: ["Åmot"], thisYear: 2026 };
function cube(given: Given, at: At): Cube {
  return cubeOfJsonStat(jsonStat(given, at))!;
}
const read = (given: Given, at: At, wish = WISH) => readPopulationTable(cube(given, at), wish);
function told(given: Given, at: At, wish = WISH) {
  const result = read(given, at, wish);
  if (!result.ok) throw new Error(`${result.refusal.why} ${JSON.stringify(result.refusal.detail)}`);
  return result.value;
}
/** The sentence that somebody reads. */
function refused(given: Given, at: At, wish = WISH): string {
  const result = read(given, at, wish);
  if (result.ok) throw new Error(JSON.stringify(result.value));
  return say(refusals[result.refusal.why as keyof typeof refusals], "sv", result.refusal.detail);
}
const remarksOf = (given: Given, at: At, wish = WISH) =>
  told(given, at, wish).remarks.map(({ what, detail }) => say(fileRemarks[what], "sv", detail));
const one: At = () => 1;

describe("ages", () => {
  test.each<[string, string, AgeClass | "all" | undefined]>([
    ["0", "0 år", { from: 0, to: 0 }],
    ["100+", "100+ år", { from: 100, to: Infinity }],
    ["-4", "0-4 år", { from: 0, to: 4 }],
    ["-4", "-4", { from: 0, to: 4 }],
    ["80-", "80- år", { from: 80, to: Infinity }],
    ["x", "65 år och äldre", { from: 65, to: Infinity }],
    ["x", "18–29 år", { from: 18, to: 29 }],
    ["x", "65 years and older", { from: 65, to: Infinity }],
    ["tot", "totalt ålder", "all"],
    ["totalt", "totalt", "all"],
    ["TotSA", "totalt, samtliga åldrar", "all"],
    ["x", "uppgift saknas", undefined],
    ["x", "29-18", undefined],
  ])("«%s», «%s»", (code, label, age) => {
    expect(readAge({ code, label })).toEqual(age);
  });

  test("classes that cover everybody do so once, whatever lies beside them", () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 110 }), { maxLength: 12 });
    const more = fc.array(fc.tuple(fc.nat(110), fc.nat(40)), { maxLength: 5 });
    fc.assert(
      fc.property(cuts, more, (at, extra) => {
        const ends = [0, ...at.toSorted((a, b) => a - b), Infinity];
        const parts = ends.slice(0, -1).map((from, place) => ({ from, to: ends[place + 1]! - 1 }));
        const classes = [...parts, undefined, ...extra.map(([from, length]) => ({ from, to: from + length }))];
        const cover = coverOf(classes, [])!.map((place) => classes[place]!);
        const ages = Array.from({ length: 200 }, (_, age) => age);
        for (const age of ages) expect(cover.filter(({ from, to }) => from <= age && age <= to)).toHaveLength(1);
      }),
    );
  });
});

describe("population by age and sex", () => {
  test("folding one-year ages into the house's groups keeps the sum", () => {
    const people = fc.array(fc.nat(500), { minLength: 202, maxLength: 202 });
    fc.assert(
      fc.property(people, (counts) => {
        const codes = Object.keys(YEARLY);
        const at: At = ({ Alder, Kon }) => counts[codes.indexOf(Alder!) * 2 + (Kon === "2" ? 1 : 0)]!;
        const { counts: found, total, ages, sexes } = told({ age: YEARLY, sex: BOTH }, at);
        const sum = counts.reduce((all, count) => all + count, 0);
        expect(total).toBe(sum);
        expect(found.women! + found.men!).toBe(sum);
        expect(found["under-18"]! + found["18-29"]! + found["30-64"]! + found["65-up"]!).toBe(sum);
        expect([ages, sexes]).toEqual([101, 2]);
        const under18 = codes.filter((code) => Number.parseInt(code, 10) < 18);
        expect(found["under-18"]).toBe(
          under18.reduce((all, Alder) => all + Number(at({ Alder, Kon: "1" })) + Number(at({ Alder, Kon: "2" })), 0),
        );
      }),
      { numRuns: 40 },
    );
  });

  test("says which table it was, of which day and on which terms", () => {
    const given = { age: YEARLY, sex: BOTH, refPeriod: "Den 31 december respektive år" };
    expect(told(given, one)).toMatchObject({
      source: "SCB",
      tableId: "TAB638",
      contents: "Folkmängd 31 december",
      updatedOn: "2024-02-22",
      licence: "Filen säger att den inte är skyddad av upphovsrätt: ange källan",
      year: 2023,
      total: 202,
      remarks: [],
    });
  });

  test("a total beside its parts is never counted to them, and is held against them", () => {
    const age = { ...YEARLY, tot: "totalt ålder" };
    const sex = { ...BOTH, "1+2": "totalt" };
    const at: At = ({ Alder, Kon }) => (Alder === "tot" ? 101 : 1) * (Kon === "1+2" ? 2 : 1);
    expect(told({ age, sex }, at)).toMatchObject({ total: 202, counts: { women: 101, men: 101, "under-18": 36 } });
    expect(remarksOf({ age, sex }, at)).toEqual([
      "Filen har totaler bredvid delarna. De stämmer överens, och räknas inte en gång till.",
    ]);
    expect(refused({ age, sex }, (codes) => Number(at(codes)) + (codes.Alder === "tot" ? 3 : 0))).toBe(
      "Totalen i filen är 208, men delarna blir tillsammans 202. Något är inte med. Hämta filen igen med alla åldrar och båda könen. Inget är ändrat.",
    );
    // A total that is not given says nothing against the parts.
    expect(told({ age, sex }, (codes) => (codes.Alder === "tot" ? ".." : at(codes))).total).toBe(202);
  });

  test("classes that keep within the groups are folded as ages are", () => {
    const age = { "0-17": "0-17 år", "18-29": "18-29 år", "30-64": "30-64 år", "65+": "65+ år" };
    expect(told({ age, sex: BOTH }, one)).toMatchObject({ ages: 4, counts: { "under-18": 2, "65-up": 2, women: 4 } });
  });

  test("classes of five years lie across the limits: the sexes are taken in, and why not the ages is told", () => {
    const codes = ["-4", ...Array.from({ length: 15 }, (_, place) => `${place * 5 + 5}-${place * 5 + 9}`), "80-"];
    const age = Object.fromEntries([...codes.map((code) => [code, `${code} år`]), ["totalt", "totalt"]]);
    const at: At = ({ Alder }) => (Alder === "totalt" ? 17 : 1);
    expect(told({ age, sex: BOTH }, at)).toMatchObject({ total: 34, counts: { women: 17, men: 17 }, ages: 0 });
    expect(remarksOf({ age, sex: BOTH }, at)).toContain(
      "Åldrarna tas inte in: 15-19 år ligger på båda sidor om en gräns (18 år) och går inte att dela. Hämta filen med ettåriga klasser så kommer åldrarna med.",
    );
  });

  test("the newest of several years, and a civil status that is there in all its four", () => {
    const time = { "2021": "2021", "2023": "2023", "2022": "2022" };
    const at: At = ({ Tid }) => (Tid === "2023" ? 2 : 1);
    expect(told({ age: YEARLY, sex: BOTH, time }, at)).toMatchObject({ year: 2023, total: 404 });
    expect(remarksOf({ age: YEARLY, sex: BOTH, time }, at)).toEqual([
      "Filen har 3 år. Bara det senaste, 2023, tas in.",
    ]);
    const civil = { OG: "ogifta", G: "gifta", SK: "skilda", ÄNKL: "änkor/änklingar" };
    expect(told({ sex: BOTH, more: [["Civilstand", "civilstånd", civil]] }, one).total).toBe(8);
  });

  test("the contents that count people are chosen among the others", () => {
    const contents = { BE0101N2: "Folkökning", BE0101N1: "Folkmängd" };
    expect(told({ sex: BOTH, contents }, ({ ContentsCode }) => (ContentsCode === "BE0101N1" ? 5 : -1)).total).toBe(10);
    const deso = { contents: { "000007Y7": "Antal" }, title: "Folkmängden per region efter ålder och kön", sex: BOTH };
    expect(told(deso, one).total).toBe(2);
  });

  test.each<[string, Given, string]>([
    [
      "without ages",
      { sex: BOTH },
      "Filen är inte delad efter ålder. Tas den in går åldrarna inte att jämföra för året.",
    ],
    [
      "without sexes",
      { age: YEARLY },
      "Filen är inte delad efter kön. Tas den in går könen inte att jämföra för året.",
    ],
    [
      "with other places",
      { sex: BOTH, region: { ...OCKELBO, "2104": "2104 Hofors", "21": "21 Gävleborgs län" } },
      "2 andra platser i filen tas inte in.",
    ],
    [
      "with some ages and the total",
      { sex: BOTH, age: { "15": "15 år", "16": "16 år", tot: "totalt ålder" } },
      "Åldrarna tas inte in: åldern 0 år saknas, och en grupp skulle bli för liten. Välj alla åldrar från 0 till 100+ hos SCB så kommer de med.",
    ],
  ])("%s", (_says, given, sentence) => {
    expect(remarksOf(given, one)).toContain(sentence);
  });

  test.each<[string, Given, At, string]>([
    [
      "another municipality",
      { sex: BOTH, region: { "2104": "2104 Hofors", "2180": "2180 Gävle" } },
      one,
      "Filen har inget om Ockelbo. Den har: Hofors, Gävle. Välj rätt kommun under «region» hos SCB och hämta filen igen. Inget är ändrat.",
    ],
    [
      "a missing cell",
      { sex: BOTH, age: YEARLY },
      ({ Alder, Kon }) => (Alder === "17" && Kon === "2" ? ".." : 1),
      "SCB har ingen uppgift («..») för Ockelbo, 17 år, kvinnor, 2023; 1 ruta saknas. Då skulle summan bli för låg. Välj ett år där alla uppgifter finns och hämta filen igen. Inget är ändrat.",
    ],
    [
      "some ages only",
      { sex: BOTH, age: { "15": "15 år", "16": "16 år" } },
      one,
      "Åldern 0 år saknas i tabellen, som har: 15 år, 16 år. Då skulle alla summor bli för låga. Välj alla åldrar från 0 till 100+, eller «totalt», och hämta filen igen. Inget är ändrat.",
    ],
    [
      "one sex only",
      { sex: { "2": "kvinnor" }, age: YEARLY },
      one,
      "Under «kön» har tabellen bara: kvinnor. Välj både kvinnor och män hos SCB, eller inget av dem, och hämta filen igen. Inget är ändrat.",
    ],
    [
      "a division more",
      { sex: BOTH, more: [["Fodelseregion", "födelseregion", { SE: "Sverige", UT: "utlandet" }]] },
      one,
      "Tabellen är delad efter «födelseregion» också (Sverige, utlandet), och det syns inte om det är alla som bor här. Hämta den utan «födelseregion», eller med «totalt» valt där. Inget är ändrat.",
    ],
    [
      "two civil statuses of four",
      { sex: BOTH, more: [["Civilstand", "civilstånd", { OG: "ogifta", G: "gifta" }]] },
      one,
      "Tabellen är delad efter «civilstånd» också (ogifta, gifta), och det syns inte om det är alla som bor här. Hämta den utan «civilstånd», eller med «totalt» valt där. Inget är ändrat.",
    ],
    [
      "a projection",
      { sex: BOTH, time: { "2026": "2026", "2070": "2070" } },
      one,
      "Filens senaste år, 2070, har inte varit än. En framskrivning säger inte vilka som bor här. Hämta folkmängden för ett år som har varit. Inget är ändrat.",
    ],
    [
      "months",
      { sex: BOTH, time: { "2024M08": "2024M08" } },
      one,
      "Tabellen är inte delad efter hela år: 2024M08. Hämta folkmängden den 31 december, år för år. Inget är ändrat.",
    ],
    [
      "something else that is counted",
      { title: "Anmälda brott efter region och år", contents: { A: "Antal" } },
      one,
      "Tabellen «Anmälda brott efter region och år» räknar inte hur många som bor någonstans. Hämta en tabell med folkmängd, med tabellinnehållet «Folkmängd» valt. Inget är ändrat.",
    ],
    [
      "a change and no count",
      { sex: BOTH, contents: { BE0101N2: "Folkökning" } },
      one,
      "Tabellen «Folkmängden efter region, ålder, kön, tabellinnehåll och år» räknar inte hur många som bor någonstans. Hämta en tabell med folkmängd, med tabellinnehållet «Folkmängd» valt. Inget är ändrat.",
    ],
    [
      "a figure that is no people",
      { sex: BOTH },
      ({ Kon }) => (Kon === "1" ? 0.5 : 1),
      "0.5 för Ockelbo, män, 2023 är inget antal människor. Välj tabellinnehållet «Folkmängd» hos SCB, inte en andel eller förändring, och hämta filen igen. Inget är ändrat.",
    ],
    [
      "nothing that divides",
      {},
      one,
      "Tabellen är varken delad efter kön eller efter åldrar som går att jämföra, och har inga orter i kommunen. Välj kön och alla ettåriga åldersklasser hos SCB och hämta filen igen. Inget är ändrat.",
    ],
  ])("%s is refused in a sentence", (_says, given, at, sentence) => {
    expect(refused(given, at)).toBe(sentence);
  });

  test("a table without places, and one that is cut off", () => {
    const { dimension, id, size, role, ...rest } = jsonStat({ sex: BOTH }, one);
    const bare = { ...rest, dimension, role, id: id.slice(1), size: size.slice(1) };
    expect(readPopulationTable(cubeOfJsonStat(bare)!, WISH)).toMatchObject({ refusal: { why: "place-needed" } });
    const short = { ...jsonStat({ sex: BOTH }, one), value: [1], status: {} };
    expect(readPopulationTable(cubeOfJsonStat(short)!, WISH)).toMatchObject({ refusal: { why: "file-cut-off" } });
  });

  test("as PC-Axis, with codes and without", () => {
    const lines = (codes: boolean) => [
      'CHARSET="ANSI";',
      'CODEPAGE="utf-8";',
      'LANGUAGE="sv";',
      'MATRIX="BE0101N1";',
      'CONTENTS="Folkmängd";',
      'TITLE="Folkmängden efter region, ålder, kön och år";',
      'UNITS="antal";',
      'SOURCE="SCB";',
      "COPYRIGHT=NO;",
      'LAST-UPDATED="20240222 08:00";',
      'REFPERIOD="31 december respektive år";',
      'STUB="region","ålder","kön";',
      'HEADING="år";',
      'VALUES("region")="2101 Ockelbo";',
      'VALUES("ålder")="0-17 år","18-29 år","30-64 år","65+ år";',
      'VALUES("kön")="män","kvinnor";',
      'VALUES("år")="2022","2023";',
      ...(codes ? ['CODES("region")="2101";', 'CODES("kön")="1","2";'] : []),
      "DATA=",
      "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16;",
    ];
    for (const codes of [true, false]) {
      const px = cubeOfPx(lines(codes).join("\n"));
      if (!px.ok) throw new Error(px.refusal.why);
      const found = readPopulationTable(px.value, WISH);
      if (!found.ok) throw new Error(JSON.stringify(found.refusal));
      expect(found.value).toMatchObject({
        year: 2023,
        total: 72,
        counts: { men: 32, women: 40, "under-18": 6, "18-29": 14, "30-64": 22, "65-up": 30 },
        tableId: "BE0101N1",
        contents: "Folkmängd 31 december",
        updatedOn: "2024-02-22",
      });
    }
  });
});

describe("as it is printed", () => {
  const bytes = (lines: readonly string[]) => new TextEncoder().encode(lines.join("\r\n"));
  const rows = Object.values(YEARLY).flatMap((age) => [
    ["2101 Ockelbo", age, "män", 3],
    ["2101 Ockelbo", age, "kvinnor", 4],
  ]);
  const CSV = bytes([
    '"Folkmängden efter region, ålder, kön och år"',
    "",
    '"region";"ålder";"kön";"2023"',
    ...rows.map(([region, age, sex, count]) => `"${region}";"${age}";"${sex}";${count}`),
  ]);
  const EXCEL = workbookOf([
    {
      name: "Folkmängd",
      rows: [
        ["Folkmängden efter region, ålder, kön och år"],
        [],
        [undefined, undefined, undefined, "2023"],
        ...rows.map(([region, age, sex, count], at) => [at === 0 ? region : "", sex === "män" ? age : "", sex, count]),
        [],
        ["Källa:"],
        ["SCB"],
      ],
    },
  ]);
  test.each([
    ["CSV", CSV, "Källan står inte i filen"],
    ["Excel", EXCEL, "SCB"],
  ])("%s comes to the same as the others", async (_form, given, source) => {
    const table = await readTableFile(given);
    if (!table.ok) throw new Error(table.refusal.why);
    const found = readPopulationTable(table.value, WISH);
    if (!found.ok) throw new Error(JSON.stringify(found.refusal));
    expect(found.value).toMatchObject({
      total: 707,
      counts: { women: 404, men: 303, "under-18": 126, "18-29": 84, "30-64": 245, "65-up": 252 },
      ages: 101,
      source,
      tableId: "",
      contents: "Folkmängden",
      remarks: [],
    });
  });
});

test("what is made to be slow is not: long names, many ages and many places", { timeout: ENDS_TEST_MS }, () => {
  const many = (count: number, name: (nth: number) => string): Values =>
    Object.fromEntries(Array.from({ length: count }, (_, nth) => [name(nth), name(nth)]));
  const blanks = `a${" ".repeat(200_000)}b`;
  const brackets = "(".repeat(200_000);
  const tables: readonly Given[] = [
    { region: { "2101": blanks, "2101TC1": brackets }, title: `Folkmängd${" ".repeat(4000)}b`, refPeriod: blanks },
    { age: { a: blanks, b: brackets }, sex: BOTH },
    { age: many(20_000, (nth) => `${nth % 900}-${nth}`), region: OCKELBO },
    { region: many(20_000, (nth) => `2101TC${nth}`) },
  ];
  const told = tables.map((given) => {
    const table = cube(given, one);
    return ends(() => readPopulationTable(table, WISH));
  });
  expect(told.map((result) => (result.ok ? "read" : result.refusal.why))).toEqual([
    "read",
    "ages-missing",
    "ages-missing",
    "table-too-large",
  ]);
});

describe("localities", () => {
  const region = {
    "2101TC103": "2101TC103 Ockelbo",
    "2101TB102": "Lingbo (Ockelbo)",
    "2101SB110": "Wij",
    "2104TC101": "2104TC101 Hofors",
    T0444: "Åmot",
  };
  const residents: Readonly<Record<string, number>> = { "2101TC103": 2984, "2101TB102": 288, "2101SB110": 61 };
  const given = { region, title: "Folkmängd per tätort, efter region och år", contents: { N: "Folkmängd" } };
  const at: At = ({ Region }) => residents[Region!] ?? 9999;

  test("are taken in by their names, the municipality's own only", () => {
    const found = told(given, at);
    expect(found).toMatchObject({ total: undefined, counts: {}, ages: 0, sexes: 0 });
    expect(found.localities).toEqual([
      { code: "2101TC103", name: "Ockelbo", residents: 2984 },
      { code: "2101TB102", name: "Lingbo", residents: 288 },
      { code: "2101SB110", name: "Wij", residents: 61 },
    ]);
    expect(remarksOf(given, at)).toEqual([
      "Filen har orter, men inte kommunen som helhet. Kön och ålder står kvar som de är.",
      "2 andra platser i filen tas inte in.",
    ]);
  });

  test("one without a figure is told and not taken in; the others are", () => {
    const missing: At = (codes) => (codes.Region === "2101SB110" ? ".." : at(codes));
    expect(told(given, missing).localities.map(({ name }) => name)).toEqual(["Ockelbo", "Lingbo"]);
    expect(remarksOf(given, missing)).toContain("Orter utan uppgift för 2023, som inte tas in: Wij.");
  });

  test("areas that Statistics Sweden drew are taken in where a village has the name, and by no other name", () => {
    const drawn = {
      ...OCKELBO,
      "2101R001_RegSO2025": "2101R001 Ockelbo (Centrum)",
      "2101R002_RegSO2025": "2101R002 Ockelbo (Åmot)",
      "2101A0010_DeSO2025": "2101A0010",
      "2101A0010": "2101A0010",
    };
    const table = { region: drawn, sex: { ...BOTH, "1+2": "totalt" }, age: { totalt: "totalt" } };
    const counted: At = ({ Kon }) => (Kon === "1+2" ? 14 : 7);
    expect(told(table, counted).localities).toEqual([{ code: "2101R002", name: "Åmot", residents: 14 }]);
    expect(remarksOf(table, counted)).toContain(
      "3 områden som SCB har ritat (DeSO, RegSO) tas inte in: de heter inte som någon ort här. Hämta folkmängden per tätort för orterna.",
    );
    expect(told(table, counted).counts).toEqual({ women: 7, men: 7 });
  });
});

test("what is given is always whole groups of one municipality, whatever a file holds", () => {
  const ages = fc.uniqueArray(
    fc.constantFrom("0", "5", "17", "18", "-4", "0-17", "15-19", "18-29", "30-64", "65+", "tot"),
    {
      maxLength: 8,
    },
  );
  const sexes = fc.uniqueArray(fc.constantFrom("1", "2", "1+2"), { maxLength: 3 });
  const cells = fc.infiniteStream(
    fc.oneof({ weight: 9, arbitrary: fc.nat(9) }, { weight: 1, arbitrary: fc.constant("..") }),
  );
  const words: Values = { ...BOTH, "1+2": "totalt" };
  fc.assert(
    fc.property(ages, sexes, cells, (age, sex, values) => {
      const given = {
        ...(age.length === 0 ? {} : { age: Object.fromEntries(age.map((code) => [code, code])) }),
        ...(sex.length === 0 ? {} : { sex: Object.fromEntries(sex.map((code) => [code, words[code]!])) }),
      };
      const result = read(given, () => values.next().value as number | string);
      if (!result.ok) return result.refusal.why in refusals;
      const { counts, total } = result.value;
      return [SEXES, AGES].every((kin: readonly HeardGroup[]) => {
        const known = kin.flatMap((group) => counts[group] ?? []);
        const sum = known.reduce((all, count) => all + count, 0);
        return known.length === 0 || (known.length === kin.length && sum === total);
      });
    }),
  );
});
