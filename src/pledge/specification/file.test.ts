import { describe, expect, test } from "vitest";
import type { Content } from "../document.ts";
import { readPromiseFile, writePromiseFile } from "./file.ts";
import { notHeldOf } from "./held.ts";
import { tableOf } from "./table.ts";
import { sayFault, sayNotHeld, sayUnknown } from "./words.ts";

let made = 0;
const newId = () => `01900000-0000-7000-8000-${String((made += 1)).padStart(12, "0")}`;
const read = (text: string | Uint8Array) =>
  readPromiseFile(typeof text === "string" ? new TextEncoder().encode(text) : text, newId);
const said = (text: string | Uint8Array) => read(text).faults.map((fault) => sayFault(fault, "sv"));

const HEAD =
  "titel;parter;omrade;galler_fran;galler_till;lofte;lofte_text;tema;agare;aktivitet;aktivitet_text;antal;per;senast";
const ROW =
  "Löfte 2026;kommunen: Exempelby kommun;2101 Ockelbo;2026;2026;1;Vi lovar mer ljus;belysning;gemensamt;1.1;Byt lampor;8;år;2026-10-31";
const FIRST = ROW.split(";");
/** The row with cells by the column's name changed. */
const row = (changes: Readonly<Record<string, string>>) =>
  HEAD.split(";")
    .map((name, at) => changes[name] ?? FIRST[at])
    .join(";");
const table = (...rows: string[]) => [HEAD, ...rows].join("\r\n");

const CONTENT = {
  title: "Löfte 2026",
  parties: [{ standing: "municipality", name: "Exempelby kommun" }],
  area: [{ kind: "municipality", code: "2101", name: "Ockelbo" }],
  period: { from: { said: "2026" } },
  basis: [],
  pledges: [],
  sources: [],
};
const json = (changes: object = {}, whole: object = {}) =>
  JSON.stringify({ format: "medborgarlofte", version: "1.0", documents: [{ ...CONTENT, ...changes }], ...whole });

describe("a table that people have written", () => {
  test("is read: rows of one promise together, days and numbers as they are written in Sweden", () => {
    const { documents, faults } = read(
      table(
        row({ galler_fran: "1 januari 2026", antal: "1 000", senast: "okt 2026" }),
        row({
          titel: "",
          galler_fran: "",
          aktivitet: "1.2",
          aktivitet_text: "Räkna igen",
          antal: "2,5",
          senast: "31/10 2026",
        }),
        row({
          galler_fran: "",
          lofte: "2",
          lofte_text: "Vi lovar mer",
          aktivitet: "",
          aktivitet_text: "",
          antal: "",
          per: "",
          senast: "",
        }),
      ),
    );
    expect(faults).toEqual([]);
    expect(documents).toHaveLength(1);
    const [{ period, pledges } = { period: undefined, pledges: [] }] = documents;
    expect(period).toEqual({
      from: { said: "1 januari 2026", on: "2026-01-01" },
      to: { said: "2026", on: "2026-12-31" },
    });
    expect(pledges.map(({ order, activities }) => [order, activities.length])).toEqual([
      [1, 2],
      [2, 0],
    ]);
    expect(pledges[0]?.activities.map(({ target, deadline }) => [target?.value, deadline?.on])).toEqual([
      [1000, "2026-10-31"],
      [2.5, "2026-10-31"],
    ]);
  });

  test.each([",", "\t", ";"])(
    "may have «%s» between its cells, columns in any order and lines of any system",
    (mark) => {
      const turned = [HEAD, ROW].map((line) => line.split(";").toReversed().join(mark)).join("\n");
      expect(read(`\uFEFF${turned}\n\n`)).toMatchObject({ documents: [{ title: "Löfte 2026" }], faults: [] });
    },
  );

  test("several documents are told apart by their column, or by their titles", () => {
    expect(read(table(ROW, row({ titel: "Löfte 2027" }))).documents.map(({ title }) => title)).toEqual([
      "Löfte 2026",
      "Löfte 2027",
    ]);
    const numbered = [`dokument;${HEAD}`, `1;${ROW}`, `2;${ROW}`].join("\n");
    expect(read(numbered).documents).toHaveLength(2);
  });

  test("names the columns it does not know", () => {
    const { unknown, documents } = read([`${HEAD};Färg`, `${ROW};röd`].join("\n"));
    expect(documents).toHaveLength(1);
    expect(sayUnknown(unknown, "sv")).toBe("Det här känner formatet inte till, och det läses inte: färg.");
  });

  test("is written so that a spreadsheet carries nothing out, and read as it was", () => {
    const { documents } = read(table(row({ titel: "'=1+1", lofte_text: "@löfte" })));
    expect(documents[0]?.title).toBe("=1+1");
    const text = new TextDecoder().decode(tableOf(documents));
    expect(text).toContain(';"\'=1+1";');
    expect(read(text).documents[0]?.pledges[0]?.text).toBe("@löfte");
  });
});

// oxfmt-ignore
describe("what is wrong has a sentence with where, what and what to do", () => {
  test.each<[string, string | Uint8Array, string]>([
    ["another encoding", new Uint8Array([0x74, 0xe5]), "Filen är inte skriven i UTF-8. Spara den som «CSV UTF-8» i kalkylprogrammet."],
    ["nothing", "", "Rad 1: Första raden ska ha kolumnernas namn. Det saknas: titel, galler_fran."],
    ["a heading only", HEAD, "Det finns inget löfte i filen. Lägg minst en rad under rubrikraden."],
    ["a quote that is not closed", table(row({ titel: '"Löfte' })), "Rad 2: Ett citattecken öppnas och stängs inte. Skriv \"\" för ett citattecken inne i en cell."],
    ["a word for a number", table(row({ antal: "många" })), "Rad 2, kolumnen antal: «många» är inget tal. Skriv bara siffror, som 8, 1000 eller 2,5."],
    ["a number that may be two", table(row({ antal: "1.000" })), "Rad 2, kolumnen antal: «1.000» är inget tal. Skriv bara siffror, som 8, 1000 eller 2,5."],
    ["a number too large", table(row({ antal: "9000000" })), "Rad 2, kolumnen antal: 9000000 är för stort. Högst 1000000."],
    ["a word that is no choice", table(row({ per: "varv" })), "Rad 2, kolumnen per: «varv» finns inte bland valen. Välj ett av: sammanlagt, dag, vecka, månad, kvartal, termin, år."],
    ["no party", table(row({ parter: "" })), "Rad 2, kolumnen parter: Uppgiften saknas. Fyll i den."],
    ["no words of a promise", table(row({ lofte_text: "" })), "Rad 2, kolumnen lofte_text: Uppgiften saknas. Fyll i den."],
    ["an activity under no promise", table(row({ lofte: "", lofte_text: "", tema: "", agare: "" })), "Rad 2, kolumnen lofte_text: Uppgiften saknas. Fyll i den."],
    ["two rows that disagree", table(ROW, row({ galler_till: "2027", aktivitet: "1.2" })), "Rad 3, kolumnen galler_till: Här står «2027», men en tidigare rad om samma löfte säger «2026». Skriv lika, eller lämna cellen tom."],
    ["a title too long", table(row({ titel: "a".repeat(201) })), `Rad 2, kolumnen titel: «${"a".repeat(60)}…» är för långt. Högst 200 tecken.`],
    ["JSON cut off", '{"format": "medb', "Det går inte att läsa som JSON"],
    ["other JSON", '{"a": 1}', "Filen säger inte att den är ett medborgarlöfte. Först ska stå \"format\": \"medborgarlofte\"."],
    ["a later version", json({}, { version: "2.0" }), "Filen har version «2.0». Här läses 1.0 och senare 1.x. Exportera den i en sådan version."],
    ["no documents", json({}, { documents: [] }), "documents: Det är för få. Minst 1."],
    ["a field that is missing", json({ title: undefined }), "documents[0].title: Uppgiften saknas. Fyll i den."],
    ["an empty field", json({ title: " " }), "documents[0].title: Uppgiften är tom. Skriv något, eller ta bort den."],
    ["a number for a text", json({ title: 7 }), "documents[0].title: Här står «7», men det ska vara text."],
    ["no day of the calendar", json({ period: { from: { said: "x", on: "2023-02-29" } } }), "documents[0].period.from.on: «2023-02-29» är ingen dag i kalendern. Skriv den som 2026-11-24."],
    ["a link that runs something", json({ sources: [{ title: "t", url: "javascript:alert(1)" }] }), "documents[0].sources[0].url: «javascript:alert(1)» är ingen webbadress. Den ska börja med https:// eller http://."],
    ["a code of the wrong form", json({ area: [{ kind: "municipality", code: "21", name: "x" }] }), "documents[0].area[0].code: «21» har fel form. En kommunkod har fyra siffror och en länskod två."],
    ["a party's id", json({ parties: [{ standing: "police", name: "p", organisationId: "7" }] }), "documents[0].parties[0].organisationId: «7» är inget id. Det ska vara en UUID med små bokstäver."],
    ["a choice in JSON", json({ feedbackEvery: "decade" }), "documents[0].feedbackEvery: «decade» finns inte bland valen. Välj ett av: total, day, week, month, quarter, term, year."],
    ["too many", json({ basis: Array.from({ length: 41 }, () => "x") }), "documents[0].basis: Det är för många. Högst 40."],
    ["a promise numbered nought", json({ pledges: [{ id: newId(), order: 0, text: "x", theme: "y", owner: "joint", problemIds: [], activities: [] }] }), "documents[0].pledges[0].order: 0 är för litet. Minst 1."],
  ])("%s", (_name, text, sentence) => {
    const sentences = said(text);
    expect(sentences[0]).toContain(sentence);
    expect(read(text).documents).toEqual([]);
    for (const fault of read(text).faults) expect(sayFault(fault, "en")).toMatch(/[.]$/);
  });
});

test("a file of a later 1.x is read, and what it has that is new is named", () => {
  const later = json(
    { colour: "red", period: { from: { said: "2026", moon: 1 } } },
    { version: "1.7", licence: "CC0" },
  );
  const { documents, faults, unknown } = read(later);
  expect({ faults, unknown }).toEqual({
    faults: [],
    unknown: ["documents.period.from.moon", "documents.colour", "licence"],
  });
  expect(documents).toEqual([CONTENT]);
  expect(JSON.parse(writePromiseFile(documents))).toEqual(JSON.parse(json()));
});

describe("what a table carries beside the words", () => {
  const ID = "0190163d-8694-739b-aea5-966c26f8ad91";
  const wide = (columns: Readonly<Record<string, string>>, ...more: Readonly<Record<string, string>>[]) => {
    const names = Object.keys(columns);
    const line = (given: Readonly<Record<string, string>>) =>
      `${row(given)};${names.map((name) => given[name] ?? "").join(";")}`;
    return [`${HEAD};${names.join(";")}`, line(columns), ...more.map(line)].join("\r\n");
  };

  test("an id is kept, and a row that was copied is something new", () => {
    const { documents, faults } = read(
      wide({ lofte_id: ID, aktivitet_id: ID }, { lofte: "2", lofte_id: ID, aktivitet: "2.1", aktivitet_id: ID }),
    );
    expect(faults).toEqual([]);
    const ids = documents[0]!.pledges.flatMap(({ id, activities }) => [id, ...activities.map((one) => one.id)]);
    expect([ids[0], new Set(ids).size]).toEqual([ID, 4]);
  });

  test("positions make a point of the place, and one alone is refused by its column", () => {
    const { documents } = read(wide({ plats: "Torget", plats_longitud: "16,7167", plats_latitud: "60,8889" }));
    expect(documents[0]!.pledges[0]!.activities[0]!.place).toEqual({
      kind: "point",
      position: [16.7167, 60.8889],
      name: "Torget",
    });
    expect(said(wide({ plats: "Torget", plats_longitud: "16,7167" }))).toEqual([
      "Rad 2, kolumnen plats_latitud: Uppgiften saknas. Fyll i den.",
    ]);
  });

  test("parts of one thing stand with ~ between, with what is missing left empty", () => {
    const { documents, faults } = read(
      wide({
        undertecknare: "polisen: lokalpolisområdeschef ~ 2026-01-09 ~ tf. | kommunen: ordförande",
        undantag: "no-follow-up ~ Bestäms i januari",
        fran_forra: "2.1 ~ Fjorton lyktstolpar ~ lämnas över ~ ~ Trafikverket",
      }),
    );
    expect(faults).toEqual([]);
    const [{ signatories, exceptions, formerly }] = documents as [(typeof documents)[number]];
    expect(signatories).toEqual([
      {
        standing: "police",
        office: "lokalpolisområdeschef",
        on: { said: "2026-01-09", on: "2026-01-09" },
        acting: true,
      },
      { standing: "municipality", office: "ordförande" },
    ]);
    expect(exceptions).toEqual([{ rule: "no-follow-up", reason: "Bestäms i januari" }]);
    expect(formerly).toMatchObject([
      { number: "2.1", text: "Fjorton lyktstolpar", fate: "hand-over", handedTo: "Trafikverket" },
    ]);
  });

  test("a word that is none of the choices is told by its column", () => {
    expect(said(wide({ fran_forra: "2.1 ~ Fjorton lyktstolpar ~ glöms" }))).toEqual([
      "Rad 2, kolumnen fran_forra: «glöms» finns inte bland valen. Välj ett av: keep, change, end, hand-over.",
    ]);
    expect(said(wide({ vantad_effekt: "Färre skador", vantad_effekt_nar: "snart" }))).toEqual([
      "Rad 2, kolumnen vantad_effekt_nar: «snart» finns inte bland valen. Välj ett av: kort sikt, lång sikt.",
    ]);
  });
});

test("what a table has no place for is told by name, and nothing where it holds all", () => {
  const [plain] = read(json()).documents as [Content];
  const [drawn] = read(
    json({
      area: [
        {
          kind: "segment",
          line: [
            [16.7, 60.8],
            [16.8, 60.9],
          ],
          name: "E16",
        },
      ],
      toldResults: [{ period: "2025", results: [] }],
    }),
  ).documents as [Content];
  expect(sayNotHeld(notHeldOf([plain]), "sv")).toBeUndefined();
  expect(sayNotHeld(notHeldOf([plain, drawn]), "sv")).toBe(
    "Tabellen har inte plats för sträckor, gränser och områdets punkter på kartan, resultat som har berättats. JSON-filen har det.",
  );
  expect(sayNotHeld(notHeldOf([drawn]), "en")).toContain("The table has no place for");
});
