import { type Lang, type Said, say, type Words } from "../../ground/words.ts";
import type { HeldWhy } from "./held-file.ts";
import type { Expectation, ImportProblem } from "./import-report.ts";
import type { FeedWhy } from "./polisen-feed.ts";
import type { UndoWhy } from "./undo.ts";
import type { PersonWhy } from "../person-in-text.ts";

export const refusals = {
  "file-is-empty": {
    sv: "Filen är tom. Inget är inläst och inget är ändrat.",
    en: "The file is empty. Nothing was read in and nothing is changed.",
  },
  "not-a-table": {
    sv: "Filen är ingen tabell i text (CSV). Spara den som CSV och försök igen. Inget är ändrat.",
    en: "The file is no table in text (CSV). Save it as CSV and try again. Nothing is changed.",
  },
  "not-a-workbook": {
    sv: "Filen är packad men är ingen Excel-bok. Spara den som .xlsx eller CSV och försök igen. Inget är ändrat.",
    en: "The file is packed but is no Excel workbook. Save it as .xlsx or CSV and try again. Nothing is changed.",
  },
  "older-workbook": {
    sv: "Det här är en äldre Excel-fil (.xls) eller en med lösenord. Öppna den i Excel, spara som .xlsx utan lösenord och försök igen.",
    en: "This is an older Excel file (.xls), or one with a password. Open it in Excel, save it as .xlsx without a password and try again.",
  },
  "workbook-is-broken": {
    sv: "Excel-filen är trasig eller avbruten. Öppna den i Excel, spara den på nytt och försök igen. Inget är ändrat.",
    en: "The Excel file is broken or cut off. Open it in Excel, save it anew and try again. Nothing is changed.",
  },
  "workbook-too-large": {
    sv: "Excel-filen packar upp till mer än Samsyn tar emot. Dela upp den, eller spara bladet som CSV. Inget är ändrat.",
    en: "The Excel file unpacks to more than Samsyn takes. Divide it, or save the sheet as CSV. Nothing is changed.",
  },
  "mapping-needed": {
    sv: "Säg först vilken kolumn som är vad.",
    en: "First say which column is what.",
  },
  "column-missing": {
    sv: "Filen har ingen kolumn som heter «{column}». Den har: {heading}. Inget är ändrat.",
    en: "The file has no column called “{column}”. It has: {heading}. Nothing is changed.",
  },
  "dialogue-needed": {
    sv: "Välj vilken dialog svaren hör till. Den ska vara er egen.",
    en: "Choose which dialogue the answers belong to. It must be your own.",
  },
  "no-such-form": {
    sv: "Filen har inga svar på dialogens frågor, eller inget nummer på formulären (KEY eller instanceID). Frågorna heter: {questions}. Filen har: {heading}. Inget är ändrat.",
    en: "The file has no answers to the questions of the dialogue, or no number of the forms (KEY or instanceID). The questions are called: {questions}. The file has: {heading}. Nothing is changed.",
  },
  "feed-is-off": {
    sv: "Hämtningen från polisen.se är avstängd.",
    en: "Fetching from polisen.se is switched off.",
  },
  "user-agent-needed": {
    sv: "Polisen vill veta vem som frågar. Ange namn och kontakt i inställningarna.",
    en: "The police want to know who asks. Give a name and a contact in the settings.",
  },
  "feed-asked-too-often": {
    sv: "Polisen frågas högst var tionde sekund och sextio gånger i timmen. Nästa gång: {until}.",
    en: "The police are asked at most every ten seconds and sixty times an hour. Next time: {until}.",
  },
  "feed-did-not-answer": {
    sv: "polisen.se svarade inte ({status}). Inget är ändrat.",
    en: "polisen.se did not answer ({status}). Nothing is changed.",
  },
  "source-needed": {
    sv: "Välj en källa, eller skriv vad en ny ska heta.",
    en: "Choose a source, or write what a new one is to be called.",
  },
  "import-is-running": {
    sv: "Filen läses fortfarande in. Vänta tills den är klar, eller kör samma fil igen om den avbröts.",
    en: "The file is still being read in. Wait until it is done, or read the same file again if it was cut off.",
  },
  "too-many-files": {
    sv: "Du har {most} filer som väntar här, och fler får inte plats. Läs in eller ta bort någon av dem. Det som legat ett dygn tas bort av sig självt.",
    en: "You have {most} files waiting here, and there is no room for more. Read one of them in, or take it away. What has lain for a day goes by itself.",
  },
  "too-much-waits": {
    sv: "Filerna som väntar får vara högst {most} MB tillsammans. Läs in eller ta bort någon av dem. Det som legat ett dygn tas bort av sig självt.",
    en: "The files that wait may be {most} MB together at most. Read one of them in, or take it away. What has lain for a day goes by itself.",
  },
  "file-is-being-read": {
    sv: "Filen prövas eller läses in just nu. Vänta tills det är klart.",
    en: "The file is being tried or read in right now. Wait until that is done.",
  },
  "file-already-read": {
    sv: "Filen är redan inläst. Välj den igen om den ska läsas en gång till.",
    en: "The file has been read in already. Choose it again to read it once more.",
  },
  "file-is-gone": {
    sv: "Filen ligger inte kvar här. Välj den igen. Inget är ändrat.",
    en: "The file is no longer here. Choose it again. Nothing is changed.",
  },
  "source-is-read-into": {
    sv: "En annan fil läses in i samma källa just nu. Vänta tills den är klar, och ångra sedan.",
    en: "Another file is being read into the same source right now. Wait until it is done, and undo then.",
  },
  "source-is-being-undone": {
    sv: "En tidigare inläsning i källan tas tillbaka just nu. Vänta tills det är klart. Inget är ändrat.",
    en: "An earlier reading into the source is being taken back right now. Wait until that is done. Nothing is changed.",
  },
  "import-already-undone": {
    sv: "Inläsningen är redan ångrad. Inget mer är ändrat.",
    en: "This has already been undone. Nothing more is changed.",
  },
} satisfies Words<Exclude<HeldWhy | FeedWhy | UndoWhy, "not-yours" | "campaign-not-open" | PersonWhy>>;

const expected = {
  "an-object": { sv: "en händelse i JSON", en: "an event in JSON" },
  "an-id": { sv: "ett nummer", en: "a number" },
  "a-title-with-time": {
    sv: "en rubrik som börjar med dag och klockslag",
    en: "a title that begins with day and time",
  },
  "a-publication-time": { sv: "tiden för publiceringen", en: "the time of publication" },
  "a-time": { sv: "en tid i det valda formatet", en: "a time in the chosen format" },
  "a-day": { sv: "en dag i det valda formatet", en: "a day in the chosen format" },
  "a-month": { sv: "en månad i det valda formatet", en: "a month in the chosen format" },
  "an-end-after-the-start": { sv: "ett slut efter början", en: "an end after the start" },
  "a-longitude": { sv: "en longitud mellan −180 och 180", en: "a longitude between −180 and 180" },
  "a-latitude": { sv: "en latitud mellan −90 och 90", en: "a latitude between −90 and 90" },
  "as-many-columns-as-the-heading": {
    sv: "lika många kolumner som rubrikraden",
    en: "as many columns as the heading",
  },
  "a-closed-quote": { sv: "ett citattecken som avslutas", en: "a quotation mark that is closed" },
  "a-category-of-ours": { sv: "en kategori", en: "a category" },
  "text-in-one-encoding": {
    sv: "text i samma teckenkodning som resten av filen",
    en: "text in the same encoding as the rest of the file",
  },
  "a-list-of-events": { sv: "en lista med händelser i JSON", en: "a list of events in JSON" },
  "a-whole-file": { sv: "en hel fil; den här är avbruten", en: "a whole file; this one is cut off" },
  "a-smaller-sheet": {
    sv: "ett mindre blad; resten är inte läst. Dela upp det, eller spara det som CSV",
    en: "a smaller sheet; the rest is not read. Divide it, or save it as CSV",
  },
  "a-column-with-that-name": { sv: "en kolumn med det namnet", en: "a column with that name" },
  "a-row-no-longer-than-a-megabyte": {
    sv: "en rad som slutar; ett citattecken kan ha lämnats öppet",
    en: "a row that ends; a quotation mark may have been left open",
  },
  "an-instance-id": {
    sv: "formulärets nummer (KEY eller instanceID)",
    en: "the number of the form (KEY or instanceID)",
  },
  "a-question-of-the-dialogue": {
    sv: "en fråga i dialogen; kolumnen läses inte",
    en: "a question of the dialogue; the column is not read",
  },
  "an-answer-of-the-question": {
    sv: "ett av frågans svar; resten av formuläret är läst",
    en: "one of the answers of the question; the rest of the form is read",
  },
  "an-answer": { sv: "minst ett svar på dialogens frågor", en: "at least one answer to the questions of the dialogue" },
  "words-about-no-person": {
    sv: "ord som inte pekar ut någon; de är täckta, och svaret väntar på att läsas",
    en: "words that point at nobody; they are covered, and the answer waits to be read",
  },
  "nobody-pointed-out": {
    sv: "ord som inte pekar ut någon; det är täckt, och raden är läst",
    en: "words that point at nobody; it is covered, and the row is read",
  },
  "a-shorter-text": {
    sv: "en kortare text; slutet är avklippt",
    en: "a shorter text; the end is cut off",
  },
} satisfies Words<Expectation>;

const problem = {
  withColumn: {
    sv: "Rad {line}, {column}: där står «{read}», väntade {expected}.",
    en: "Line {line}, {column}: it says “{read}”, expected {expected}.",
  },
  without: {
    sv: "Rad {line}: där står «{read}», väntade {expected}.",
    en: "Line {line}: it says “{read}”, expected {expected}.",
  },
  emptyWithColumn: {
    sv: "Rad {line}, {column}: där står ingenting, väntade {expected}.",
    en: "Line {line}, {column}: it says nothing, expected {expected}.",
  },
  empty: {
    sv: "Rad {line}: där står ingenting, väntade {expected}.",
    en: "Line {line}: it says nothing, expected {expected}.",
  },
} satisfies Words<string>;

/** What could not be read on a line of a file, as a sentence. */
export function sayProblem(told: ImportProblem, lang: Lang): string {
  return sayAtLine(told, expected[told.expected], lang);
}

/** The same of a file of any kind, with what was expected there. */
export function sayAtLine(
  { line, column, read }: Omit<ImportProblem, "expected">,
  expectedThere: Said,
  lang: Lang,
): string {
  const detail = { line, read, expected: say(expectedThere, lang) };
  if (column === undefined) return say(read === "" ? problem.empty : problem.without, lang, detail);
  return say(read === "" ? problem.emptyWithColumn : problem.withColumn, lang, { ...detail, column });
}

/** What stands on the screen of reading in, beside what the stage's screens share. */
export const screenWords = {
  handIn: {
    sv: "Filen visas först. Inget läses in förrän du säger till.",
    en: "The file is shown first. Nothing is read in until you say so.",
  },
  formats: {
    sv: "CSV, Excel (.xlsx), JSON, ndjson eller GeoJSON, gärna packad (.gz). Högst 25 MB. Större filer läses in av den som driver Samsyn.",
    en: "CSV, Excel (.xlsx), JSON, ndjson or GeoJSON, packed (.gz) is fine. At most 25 MB. The operator reads in larger files.",
  },
  sending: { sv: "Filen skickas …", en: "The file is being sent …" },
  goOn: { sv: "Du har en fil som inte är inläst", en: "You have a file that is not read in" },
  goOnWith: { sv: "Fortsätt med {file}", en: "Go on with {file}" },
  letGo: { sv: "Ta bort {file}", en: "Take {file} away" },
  otherFile: { sv: "Välj en annan fil", en: "Choose another file" },
  lookHeading: { sv: "Så börjar filen", en: "How the file begins" },
  firstRows: { sv: "De första raderna", en: "The first rows" },
  asText: {
    sv: "{columns} {columns|kolumn|kolumner}, teckenkodning {encoding}, åtskilda med «{separator}».",
    en: "{columns} {columns|column|columns}, encoding {encoding}, separated by “{separator}”.",
  },
  decimals: {
    ",": { sv: "Decimalerna står efter komma.", en: "Decimals stand after a comma." },
    ".": { sv: "Decimalerna står efter punkt.", en: "Decimals stand after a point." },
  },
  asWorkbook: {
    sv: "Excel-bok, {sheets} blad. Det här bladet har {columns} {columns|kolumn|kolumner}. Formler läses som de värden de hade när boken sparades.",
    en: "Excel workbook, {sheets} {sheets|sheet|sheets}. This one has {columns} {columns|column|columns}. Formulas are read as the values they had when the book was saved.",
  },
  asJson: { sv: "JSON med {columns} {columns|fält|fält}.", en: "JSON with {columns} {columns|field|fields}." },
  sheet: { sv: "Blad", en: "Sheet" },
  headingRow: { sv: "Rubrikrad", en: "Heading row" },
  headingRowGuide: { sv: "Det som står ovanför läses inte.", en: "What stands above it is not read." },
  known: {
    source: {
      sv: "Kolumnerna känns igen från källan {source}. Valen är desamma som förra gången.",
      en: "The columns are known from the source {source}. The choices are those of last time.",
    },
    ready: {
      sv: "Filen känns igen: {name}. Kolumnerna är redan valda.",
      en: "The file is known: {name}. The columns are chosen already.",
    },
    odk: {
      sv: "Filen känns igen som ifyllda formulär till en dialog.",
      en: "The file is known as filled-in forms of a dialogue.",
    },
    police: {
      sv: "Filen känns igen som händelser från polisen.se.",
      en: "The file is known as events from polisen.se.",
    },
  },
  odk: { sv: "Svar till en dialog (ODK)", en: "Answers to a dialogue (ODK)" },
  odkGuide: {
    sv: "Exporten från ODK Central, KoboToolbox eller liknande: en rad för varje ifyllt formulär.",
    en: "The export of ODK Central, KoboToolbox or the like: one row for each form that was filled in.",
  },
  dialogue: { sv: "Vilken dialog?", en: "Which dialogue?" },
  dialogueNone: { sv: "Välj en öppen dialog", en: "Choose an open dialogue" },
  met: { sv: "Hur möttes de som svarade?", en: "How were those who answered met?" },
  metGuide: {
    sv: "Svaren väntar på att läsas, som alla andra. Vem som fyllde i, på vilken telefon och när på dagen läses inte. Ålder, kön och ort räknas för sig, om minst fem svar är nya.",
    en: "The answers wait to be read, like all others. Who filled it in, on which phone and when in the day is not read. Age, sex and place are counted apart, if at least five answers are new.",
  },
  mappingKept: {
    sv: "Valen sparas med källan och föreslås nästa gång en fil har samma kolumner.",
    en: "The choices are kept with the source and suggested the next time a file has the same columns.",
  },
  hourColumn: { sv: "Timme (0–23)", en: "Hour (0–23)" },
  timeFormatGuide: {
    sv: "Till exempel yyyy-MM-dd HH:mm, dd/MM/yyyy eller iso.",
    en: "For instance yyyy-MM-dd HH:mm, dd/MM/yyyy or iso.",
  },
  zone: { sv: "Vilken klocka?", en: "Which clock?" },
  swedishTime: { sv: "Svensk tid", en: "Swedish time" },
  placeNameColumn: { sv: "Platsens namn", en: "The name of the place" },
  wordsHeading: { sv: "Filens egna ord för kategorier", en: "The file's own words for categories" },
  wordsLead: {
    sv: "Det som lämnas räknas som «{otherwise}».",
    en: "What is left counts as “{otherwise}”.",
  },
  wordRows: { sv: "{word} ({rows} {rows|rad|rader})", en: "{word} ({rows} {rows|row|rows})" },
  tryIt: { sv: "Prova utan att läsa in", en: "Try without reading in" },
  tryAgain: { sv: "Prova igen", en: "Try again" },
  lookOver: { sv: "Att se över", en: "To look over" },
  tried: { sv: "Så blir det om {file} läses in", en: "What there will be if {file} is read in" },
  triedSafe: { sv: "Inget är inläst och inget är ändrat.", en: "Nothing is read in and nothing is changed." },
  changedSince: {
    sv: "Du har ändrat något sedan provet.",
    en: "You have changed something since it was tried.",
  },
  trying: { sv: "Provar {file}", en: "Trying {file}" },
  reading: { sv: "Läser in {file}", en: "Reading in {file}" },
  rowsDone: { sv: "{done} rader", en: "{done} rows" },
  rowsDoneOf: { sv: "{done} av {rows} rader", en: "{done} of {rows} rows" },
  canLeave: {
    sv: "Du kan gå härifrån. Det fortsätter, också om Samsyn startas om.",
    en: "You can leave. It goes on, also if Samsyn is restarted.",
  },
  undoAsk: {
    sv: "Ta tillbaka hela inläsningen av {file}? Det nya försvinner och det ändrade blir som förut.",
    en: "Take back the whole reading of {file}? What is new goes, and what was changed becomes as before.",
  },
  undoYes: { sv: "Ja, ta tillbaka", en: "Yes, take it back" },
  undoNo: { sv: "Nej, låt stå", en: "No, leave it" },
  earlier: { sv: "Inläsningar", en: "Files read in" },
  when: { sv: "När", en: "When" },
  state: { sv: "Läge", en: "State" },
  states: {
    running: { sv: "Pågår eller avbruten", en: "Under way, or cut off" },
    finished: { sv: "Inläst", en: "Read in" },
    undoing: { sv: "Tas tillbaka", en: "Being taken back" },
    undone: { sv: "Ångrad", en: "Undone" },
  },
  takingBack: { sv: "Tar tillbaka {file}", en: "Taking {file} back" },
  undo: { sv: "Ångra", en: "Undo" },
} as const;
