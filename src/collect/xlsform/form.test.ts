import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ends, ENDS_TEST_MS } from "../../../test/ends.ts";
import { sharedData } from "../../../test/shared-data.ts";
import { workbookOf } from "../../../test/workbook.ts";
import { campaignForm } from "./campaign-form.ts";
import { readForm } from "./form.ts";
import { conditionsOf, namesIn } from "./relevant.ts";
import { writeWorkbook } from "../../platform/server/workbook.ts";
import { readSheets } from "./sheets.ts";
import { walkForm } from "./walk-form.ts";
import { sayAt } from "./words.ts";

type Cell = string | number | undefined;
type Given = {
  readonly survey?: readonly (readonly Cell[])[];
  readonly choices?: readonly (readonly Cell[])[];
  readonly settings?: readonly (readonly Cell[])[];
  readonly more?: readonly string[];
};

const HEAD = ["type", "name", "label", "relevant"];
const CHOICES = [
  ["list_name", "name", "label"],
  ["ja_nej", "ja", "Ja"],
  ["ja_nej", "nej", "Nej"],
];

async function read({ survey, choices = CHOICES, settings, more = [] }: Given) {
  const sheets = [
    ...(survey === undefined ? [] : [{ name: "survey", rows: survey }]),
    { name: "choices", rows: choices },
    ...(settings === undefined ? [] : [{ name: "settings", rows: settings }]),
    ...more.map((name) => ({ name, rows: [["x"]] })),
  ];
  const found = await readSheets(workbookOf(sheets));
  if (!found.ok) throw new Error(found.refusal.why);
  const form = campaignForm(readForm(found.value));
  return {
    ...form,
    saidFaults: form.faults.map((one) => sayAt(one, "sv")),
    saidLeft: form.left.map((one) => sayAt(one, "sv")),
  };
}

test("a form in three languages becomes the questions of a dialogue", async () => {
  const form = await read({
    survey: [
      [
        "Type",
        "Name",
        "label::Svenska (sv)",
        "label::English (en)",
        "Label :: Lättläst",
        "hint::Svenska (sv)",
        "relevant",
        "required",
        "appearance",
      ],
      ["note", "inledning", "Frågorna gäller Åmot efter klockan 18.", "The questions are about Åmot after six."],
      ["begin group", "kvall", "Om kvällen", "In the evening"],
      [
        "select_one trygg",
        "trygg",
        "Hur trygg är du?",
        "How safe are you?",
        "Är du trygg?",
        "Tänk på hösten.",
        "",
        "",
        "likert",
      ],
      [
        "select_multiple vad",
        "vad",
        "Vad gör dig otrygg?",
        "What makes you unsafe?",
        "",
        "",
        "${trygg} = 'n2' or ${trygg}=’n1’",
        "yes",
      ],
      ["text", "mer", "Berätta mer", "Tell us more", "", "", "selected(${vad}, 'mörkt')"],
      ["end group"],
      ["integer", "betyg", "Vilket betyg ger du?", "", "", "", "", "", "", ". >= 1 and . <= 5"],
    ].map((row, index) => (index === 0 ? [...row, "constraint"] : row)),
    choices: [
      ["list name", "name", "label::Svenska (sv)", "label::English (en)"],
      ["trygg", "n1", "Mycket otrygg", "Very unsafe"],
      ["trygg", "n2", "Otrygg", "Unsafe"],
      ["trygg", "n3", "Trygg", "Safe"],
      ["vad", "mörkt", "Det är mörkt", "It is dark"],
      ["vad", "folk", "Folk som skriker", "People shouting"],
    ],
    settings: [
      ["form_title", "form_id", "default_language"],
      ["Tryggt i Åmot", "amot", "Svenska (sv)"],
    ],
  });
  expect(form.saidFaults).toEqual([]);
  expect(form.title).toBe("Tryggt i Åmot");
  expect(form.items).toEqual([
    {
      words: { sv: "Hur trygg är du?", en: "How safe are you?", latt: "Är du trygg?" },
      kind: "scale",
      options: [
        { sv: "Mycket otrygg", en: "Very unsafe" },
        { sv: "Otrygg", en: "Unsafe" },
        { sv: "Trygg", en: "Safe" },
      ],
      help: {
        sv: "Frågorna gäller Åmot efter klockan 18.\nOm kvällen\nTänk på hösten.",
        en: "The questions are about Åmot after six.\nIn the evening\nTänk på hösten.",
      },
      called: { key: "trygg", options: ["n1", "n2", "n3"] },
    },
    {
      words: { sv: "Vad gör dig otrygg?", en: "What makes you unsafe?" },
      kind: "several",
      options: [
        { sv: "Det är mörkt", en: "It is dark" },
        { sv: "Folk som skriker", en: "People shouting" },
      ],
      shownWhen: { question: 0, answers: [0, 1] },
      called: { key: "vad", options: ["mörkt", "folk"] },
    },
    {
      words: { sv: "Berätta mer", en: "Tell us more" },
      kind: "text",
      options: [],
      shownWhen: { question: 1, answers: [0] },
      called: { key: "mer", options: [] },
    },
    {
      words: { sv: "Vilket betyg ger du?" },
      kind: "scale",
      options: ["1", "2", "3", "4", "5"].map((sv) => ({ sv })),
      called: { key: "betyg", options: ["1", "2", "3", "4", "5"] },
    },
  ]);
  expect(form.saidLeft).toEqual(["Rad 5: «vad» blir frivillig: här är inga frågor obligatoriska."]);
});

const LEFT: readonly (readonly [string, Given, readonly string[]])[] = [
  [
    "sound",
    { survey: [HEAD, ["text", "a", "Fråga"], ["audio", "ljud", "Spela in"]] },
    ["Rad 3: frågetypen audio finns inte här; frågan är utelämnad."],
  ],
  [
    "a number",
    { survey: [HEAD, ["text", "a", "Fråga"], ["decimal", "tal", "Hur många?"]] },
    ["Rad 3: tal (decimal) finns inte här annat än som en skala med högst elva steg; frågan är utelämnad."],
  ],
  [
    "a point on the map",
    { survey: [HEAD, ["text", "a", "Fråga"], ["geopoint", "plats", "Var?"]] },
    ["Rad 3: en punkt på kartan (geopoint) är ingen fråga här; den är utelämnad."],
  ],
  [
    "what the phone knows",
    { survey: [HEAD, ["start", "start"], ["text", "a", "Fråga"], ["phonenumber", "tele"]] },
    [
      "Rad 2: uppgifter om telefonen eller när det fylldes i (start) samlas inte in; raden är utelämnad.",
      "Rad 4: uppgifter om telefonen eller när det fylldes i (phonenumber) samlas inte in; raden är utelämnad.",
    ],
  ],
  [
    "choices from a file",
    { survey: [HEAD, ["text", "a", "Fråga"], ["select_one_from_file byar.csv", "by", "Vilken by?"]] },
    ["Rad 3: svaren ligger i en egen fil (select_one_from_file), som inte följer med; frågan är utelämnad."],
  ],
  [
    "what is repeated, with what hangs on it",
    {
      survey: [
        HEAD,
        ["begin repeat", "barn", "Barnen"],
        ["select_one ja_nej", "skola", "Går i skolan?"],
        ["end repeat"],
        ["text", "a", "Fråga", "${skola} = 'ja'"],
      ],
    },
    [
      "Rad 2: frågor som upprepas (begin_repeat barn) finns inte här; allt till end_repeat är utelämnat.",
      "Rad 5: villkoret (${skola} = 'ja') hänger på en fråga som är utelämnad; «a» visas för fler.",
    ],
  ],
  [
    "a condition that says more than ours can",
    {
      survey: [
        HEAD,
        ["select_one ja_nej", "a", "Fråga"],
        ["select_multiple ja_nej", "b", "Fråga två", "not(${a} = 'ja')"],
        ["text", "c", "Fråga tre", "${b} = 'ja'"],
        ["text", "d", "Fråga fyra", "${a} = 'ja' or selected(${b}, 'ja')"],
      ],
    },
    [
      "Rad 3: villkoret (not(${a} = 'ja')) kan inte sägas helt här; «b» visas för fler.",
      "Rad 4: villkoret (${b} = 'ja') kan inte sägas helt här; «c» visas för fler.",
      "Rad 5: villkoret (${a} = 'ja' or selected(${b}, 'ja')) kan inte sägas helt här; «d» visas för fler.",
    ],
  ],
  [
    "texts without an answer, at the end or at times",
    {
      survey: [
        HEAD,
        ["select_one ja_nej", "a", "Fråga"],
        ["note", "n1", "Bara ibland", "${a} = 'ja'"],
        ["note", "n2", "Tack!"],
      ],
    },
    [
      "Rad 3: «Bara ibland» visas bara ibland i formuläret; en sådan text finns inte här och är utelämnad.",
      "Rad 4: «Tack!» hör inte till någon fråga och är utelämnad.",
    ],
  ],
  [
    "conditions on the answer, filters, other columns and a language",
    {
      survey: [
        [...HEAD, "constraint", "choice_filter", "media::image", "label::Suomi (fi)"],
        ["select_one ja_nej", "a", "Fråga", "", ". != 'nej'", "x = 1", "bild.png", "Kysymys"],
      ],
      more: ["entities"],
    },
    [
      "Rad 1: kolumnen «media::image» läses inte.",
      "Rad 1: språket Suomi (fi) finns inte i formuläret här; kolumnen «label::Suomi (fi)» läses inte.",
      "Rad 2: villkoret på svaret (. != 'nej') prövas inte här.",
      "Rad 2: urvalet av svar (x = 1) görs inte här: alla svar i listan visas.",
      "Bladet entities, rad 1: bladet hör inte till formuläret och läses inte.",
    ],
  ],
  [
    "a language but not Swedish",
    {
      survey: [
        ["type", "name", "label::English (en)"],
        ["text", "a", "What?"],
      ],
    },
    ["Rad 2: svensk text saknas; «What?» står i stället tills du skriver en."],
  ],
];

test.each(LEFT)("left out and told: %s", async (_what, given, sentences) => {
  const form = await read(given);
  expect(form.saidFaults).toEqual([]);
  expect(form.saidLeft.toSorted()).toEqual([...sentences].toSorted());
});

const MANY = Array.from({ length: 31 }, (_, index) => ["text", `f${index}`, `Fråga ${index}`]);
const FAULTS: readonly (readonly [string, Given, readonly string[]])[] = [
  [
    "no survey",
    { more: ["Frågor"] },
    ["Rad 1: bladet «survey» saknas. Filen har: Frågor, choices. Kalla bladet med frågorna survey."],
  ],
  [
    "no column for names",
    {
      survey: [
        ["type", "label"],
        ["text", "Fråga"],
      ],
    },
    ["Rad 1: kolumnen «name» saknas. Lägg till den i rubrikraden."],
  ],
  [
    "a list that is not there",
    { survey: [HEAD, ["select_one ja nej", "a", "Fråga"]] },
    ["Rad 2: listan «ja nej» finns inte på bladet choices. Där finns: ja_nej. Rätta namnet eller lägg till listan."],
  ],
  [
    "no list",
    { survey: [HEAD, ["select_one", "a", "Fråga"]] },
    ["Rad 2: «select_one» säger inte vilken lista svaren finns i. Skriv listans namn efter."],
  ],
  [
    "a name twice",
    { survey: [HEAD, ["text", "Ång est", "x"], ["text", "fraga", "Fråga"], ["text", "fråga", "Fråga igen"]] },
    [
      "Rad 2: «Ång est» kan inte vara ett namn. Skriv bokstäver, siffror och understreck, utan mellanslag.",
      "Rad 4: namnet «fråga» finns redan på rad 3. Ge en av frågorna ett annat namn.",
    ],
  ],
  [
    "no name and no text",
    { survey: [HEAD, ["text", "", "Fråga"], ["text", "b", ""]] },
    [
      "Rad 2: frågan (text) har inget namn. Skriv ett i kolumnen name.",
      "Rad 3: «b» har ingen text. Skriv frågan i kolumnen label.",
    ],
  ],
  [
    "conditions that lead nowhere, forward, and to no answer",
    {
      survey: [
        HEAD,
        ["text", "a", "Fråga", "${finns_inte} = 'ja'"],
        ["text", "b", "Fråga", "${c} = 'ja'"],
        ["select_one ja_nej", "c", "Fråga"],
        ["text", "d", "Fråga", "${c} = 'kanske'"],
      ],
    },
    [
      "Rad 2: kolumnen relevant nämner frågan «finns_inte», som inte finns. Rätta namnet.",
      "Rad 3: kolumnen relevant nämner frågan «c», som ställs först senare. Flytta den dit upp, eller ändra villkoret.",
      "Rad 5: kolumnen relevant nämner svaret «kanske» på frågan «c», men frågan har inget sådant svar. Rätta namnet.",
    ],
  ],
  [
    "a group without end",
    { survey: [HEAD, ["begin_group", "g", "Grupp"], ["text", "a", "Fråga"]] },
    ["Rad 2: det som börjar här slutar aldrig. Lägg till en rad med end_group."],
  ],
  [
    "an end without beginning",
    { survey: [HEAD, ["text", "a", "Fråga"], ["end_group"]] },
    ["Rad 3: «end_group» avslutar något som inte är påbörjat. Ta bort raden, eller lägg till början."],
  ],
  [
    "only what cannot be asked here",
    { survey: [HEAD, ["image", "bild", "Ta en bild"]] },
    ["Rad 1: formuläret har ingen fråga som kan ställas här. Se vad som är utelämnat."],
  ],
  [
    "too many questions",
    { survey: [HEAD, ...MANY] },
    ["Rad 32: formuläret har 31 frågor. Högst 30 får plats. Dela upp det."],
  ],
  [
    "faults in the lists",
    {
      survey: [HEAD, ["select_one ja_nej", "a", "Fråga"], ["select_one en", "b", "Fråga"]],
      choices: [
        ...CHOICES,
        ["ja_nej", "JA", "Ja igen"],
        ["ja_nej", "", "Vet inte"],
        ["ja_nej", "+", "Plus"],
        ["en", "x", "Bara en"],
      ],
    },
    [
      "Rad 3: listan «en» har för få svar att välja på. Skriv minst två på bladet choices.",
      "Bladet choices, rad 4: svaret «JA» i listan «ja_nej» finns redan på rad 2. Ge ett av dem ett annat namn.",
      "Bladet choices, rad 5: ett svar i listan «ja_nej» har inget namn. Skriv ett i kolumnen name.",
      "Bladet choices, rad 6: «+» i listan «ja_nej» kan inte vara ett namn. Skriv bokstäver eller siffror i kolumnen name.",
    ],
  ],
  [
    "a long list, a long text, a column twice",
    {
      survey: [
        ["type", "name", "label", "label"],
        ["select_one lang", "a", "x".repeat(301)],
      ],
      choices: [
        ["list_name", "name", "label"],
        ...Array.from({ length: 31 }, (_, index) => ["lang", `n${index}`, `Svar ${index}`]),
      ],
    },
    [
      "Rad 1: kolumnen «label» finns två gånger. Ta bort en.",
      "Rad 2: texten i label har 301 tecken. Högst 300 får plats. Korta den.",
      "Bladet choices, rad 2: listan «lang» har 31 svar. Högst 30 får plats. Slå ihop några.",
    ],
  ],
];

test("explanations that are too long together, and one answer too many with «annat»", async () => {
  const long = "x".repeat(290);
  const { saidFaults } = await read({
    survey: [
      HEAD,
      ...["n1", "n2", "n3", "n4"].map((name) => ["note", name, long]),
      ["select_one full or_other", "a", "Fråga"],
    ],
    choices: [
      ["list_name", "name", "label"],
      ...Array.from({ length: 30 }, (_, index) => ["full", `s${index}`, `Svar ${index}`]),
    ],
  });
  expect(saidFaults).toEqual([
    "Rad 6: listan «full» har 31 svar. Högst 30 får plats. Slå ihop några.",
    "Rad 6: texten i note + hint har 1163 tecken. Högst 1000 får plats. Korta den.",
  ]);
});

test.each(FAULTS)("refused by sheet and row: %s", async (_what, given, sentences) => {
  expect((await read(given)).saidFaults.toSorted()).toEqual([...sentences].toSorted());
});

test("a list with a space in its name, and an answer of one's own", async () => {
  const { items, saidFaults } = await read({
    survey: [HEAD, ["select one mat och dryck or other", "mat", "Vad?"]],
    choices: [
      ["list_name", "name", "label"],
      ["mat och dryck", 1, "Bröd"],
    ],
  });
  expect(saidFaults).toEqual([]);
  expect(items.map(({ kind, options, shownWhen, called }) => ({ kind, options, shownWhen, called }))).toEqual([
    {
      kind: "one",
      options: [{ sv: "Bröd" }, { sv: "Annat", en: "Other" }],
      shownWhen: undefined,
      called: { key: "mat", options: ["1", "other"] },
    },
    { kind: "text", options: [], shownWhen: { question: 0, answers: [1] }, called: { key: "mat_other", options: [] } },
  ]);
});

test("conditions of the group and of the question hold together where the later follows from the earlier", async () => {
  const { items, saidLeft } = await read({
    survey: [
      HEAD,
      ["select_one ja_nej", "a", "Bor du här?"],
      ["begin_group", "g", "", "${a} = 'ja'"],
      ["select_one ja_nej", "b", "Länge?"],
      ["text", "c", "Varför?", "${b} = 'nej'"],
      ["text", "d", "Mer?", "${a} = 'ja' and (${b} = 'ja')"],
      ["end_group"],
    ],
  });
  expect(items.map(({ shownWhen }) => shownWhen)).toEqual([
    undefined,
    { question: 0, answers: [0] },
    { question: 1, answers: [1] },
    { question: 1, answers: [0] },
  ]);
  expect(saidLeft).toEqual([]);
});

test.each([
  ["${a} = 'x'", [{ name: "a", among: ["x"], exactly: true }]],
  ["selected(${a}, \"x\") or selected( ${a} , 'y')", [{ name: "a", among: ["x", "y"], exactly: false }]],
  [
    "(${a}=‘x’ or ${a} = 3) and ${b} = 'y'",
    [
      { name: "a", among: ["x", "3"], exactly: true },
      { name: "b", among: ["y"], exactly: true },
    ],
  ],
  ["${a} != 'x'", undefined],
  ["${a} > 3", undefined],
  ["count-selected(${a}) = 2", undefined],
  ["${a} = 'x", undefined],
  ["selected(${a}, 'x'", undefined],
])("the condition %s", (relevant, said) => {
  expect(conditionsOf(relevant)).toEqual(said);
});

test.each([
  ["a name of nothing but blanks", `\${${" ".repeat(200_000)}x`],
  ["names that are begun and never ended", "${ ".repeat(100_000)],
  ["a bracket and nothing but blanks", `(${" ".repeat(200_000)}x`],
  ["twenty thousand brackets", "(".repeat(20_000)],
  ["a thousand brackets around a condition", `${"(".repeat(900)}\${a} = 'x'${")".repeat(900)}`],
])(
  "a condition of %s says nothing that can be asked by, and is come to the end of",
  (_name, relevant) => {
    expect(ends(() => [namesIn(relevant).length < 2, conditionsOf(relevant)])).toEqual([true, undefined]);
  },
  ENDS_TEST_MS,
);

test("a form with a condition of twenty thousand brackets is read, and the condition told", async () => {
  const survey = [HEAD, ["select_one ja_nej", "c", "Fråga"], ["text", "d", "Fråga", "(".repeat(20_000)]];
  expect((await read({ survey })).left.map(({ what }) => what)).toContain("relevant");
});

test("what is no workbook, or one that never ends, is turned away", async () => {
  const why = async (bytes: Uint8Array) => {
    const found = await readSheets(bytes);
    return found.ok ? undefined : found.refusal.why;
  };
  expect(await why(new Uint8Array())).toBe("file-is-empty");
  expect(await why(new TextEncoder().encode("type,name,label"))).toBe("not-an-xlsform");
  expect(await why(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]))).toBe("older-workbook");
  const rows = Array.from({ length: 5001 }, (_, index) => ({ name: String(index) }));
  expect(await why(await writeWorkbook([{ name: "survey", columns: ["name"], rows }]))).toBe("form-too-long");
});

test("a note without words, a picture perhaps, is left out and told; the form is read", async () => {
  const { items, saidFaults, saidLeft } = await read({
    survey: [HEAD, ["note", "bild"], ["select_one ja_nej", "fraga", "Är det mörkt?"]],
  });
  expect(saidFaults).toEqual([]);
  expect(items).toHaveLength(1);
  expect(saidLeft).toEqual(["Rad 2: «bild» är en ruta utan ord, kanske en bild, och är utelämnad."]);
});

// Forms that others made, as a dialogue and as a walk: read, refused as a whole, or with every fault told by its row.
const REAL_FORMS: readonly (readonly [
  file: string,
  questions: number | "older-workbook",
  faults: readonly string[],
])[] = [
  ["xlsform/cascading_select_test_equivalent.xls", "older-workbook", []],
  [
    "xlsform/choice_filter_test.xlsx",
    3,
    ["Bladet choices, rad 6: svaret «king» i listan «counties» finns redan på rad 4. Ge ett av dem ett annat namn."],
  ],
  ["xlsform/extra_sheet_names.xlsx", 1, []],
  ["xlsform/gps.xls", "older-workbook", []],
  ["xlsform/loop.xlsx", 0, ["Rad 1: formuläret har ingen fråga som kan ställas här. Se vad som är utelämnat."]],
  ["xlsform/or_other.xlsx", 3, []],
  ["xlsform/repeat_date_test.xls", "older-workbook", []],
  ["xlsform/unknown_question_type.xls", "older-workbook", []],
  ["xlsform/widgets.xls", "older-workbook", []],
  ["xlsform/xlsform_spec_test.xlsx", 8, []],
  [
    "odk/all-question-types-v2024091201-3.xlsx",
    37,
    [
      "Rad 2: texten i label har 345 tecken. Högst 300 får plats. Korta den.",
      "Rad 2: texten i hint har 821 tecken. Högst 300 får plats. Korta den.",
      "Rad 94: formuläret har 37 frågor. Högst 30 får plats. Dela upp det.",
    ],
  ],
  ["odk/ifrc-distribution-site-assessment-v1.xlsx", "older-workbook", []],
];
test.skipIf(sharedData("forms") === undefined).each(REAL_FORMS)("%s", async (file, questions, faults) => {
  const found = await readSheets(readFileSync(sharedData(`forms/${file}`)!));
  const form = found.ok ? readForm(found.value) : undefined;
  const campaign = form && campaignForm(form);
  expect(found.ok ? campaign!.items.length : found.refusal.why).toBe(questions);
  expect((campaign?.faults ?? []).map((one) => sayAt(one, "sv"))).toEqual(faults);
  for (const told of [...(campaign?.left ?? []), ...(form === undefined ? [] : walkForm(form).left)])
    expect(sayAt(told, "sv")).toMatch(/^(Bladet .+, r|R)ad \d+: .+\.$/s);
});
