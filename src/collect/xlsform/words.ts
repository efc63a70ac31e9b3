import { type Lang, say, type Words } from "../../ground/words.ts";
import type { At, FaultWhy, LeftWhy } from "./form.ts";

export const refusals = {
  "not-an-xlsform": {
    sv: "Filen är ingen Excel-bok (.xlsx). En XLSForm har bladen survey, choices och settings. Spara den som .xlsx och försök igen. Inget är ändrat.",
    en: "The file is no Excel workbook (.xlsx). An XLSForm has the sheets survey, choices and settings. Save it as .xlsx and try again. Nothing is changed.",
  },
  "form-too-long": {
    sv: "Bladet «{sheet}» har fler än {most} rader. Ett formulär är kortare än så. Ta bort det som inte hör dit och försök igen.",
    en: "The sheet “{sheet}” has more than {most} rows. A form is shorter than that. Take away what does not belong there and try again.",
  },
} satisfies Words<string>;

/** What is wrong with a form, and what to do. */
const faults = {
  "no-survey-sheet": {
    sv: "bladet «survey» saknas. Filen har: {sheets}. Kalla bladet med frågorna survey.",
    en: "the sheet “survey” is missing. The file has: {sheets}. Call the sheet with the questions survey.",
  },
  "column-needed": {
    sv: "kolumnen «{column}» saknas. Lägg till den i rubrikraden.",
    en: "the column “{column}” is missing. Add it to the heading.",
  },
  "column-twice": {
    sv: "kolumnen «{column}» finns två gånger. Ta bort en.",
    en: "the column “{column}” is there twice. Take one away.",
  },
  "list-needed": {
    sv: "«{type}» säger inte vilken lista svaren finns i. Skriv listans namn efter.",
    en: "“{type}” does not say in which list the answers are. Write the name of the list after it.",
  },
  "list-unknown": {
    sv: "listan «{list}» finns inte på bladet choices. Där finns: {lists}. Rätta namnet eller lägg till listan.",
    en: "the list “{list}” is not on the sheet choices. There are: {lists}. Correct the name or add the list.",
  },
  "list-too-short": {
    sv: "listan «{list}» har för få svar att välja på. Skriv minst två på bladet choices.",
    en: "the list “{list}” has too few answers to choose from. Write at least two on the sheet choices.",
  },
  "list-too-long": {
    sv: "listan «{list}» har {count} svar. Högst {most} får plats. Slå ihop några.",
    en: "the list “{list}” has {count} answers. There is room for at most {most}. Put some together.",
  },
  "name-needed": {
    sv: "frågan ({type}) har inget namn. Skriv ett i kolumnen name.",
    en: "the question ({type}) has no name. Write one in the column name.",
  },
  "name-twice": {
    sv: "namnet «{name}» finns redan på rad {other}. Ge en av frågorna ett annat namn.",
    en: "the name “{name}” is on row {other} already. Give one of the questions another name.",
  },
  "name-impossible": {
    sv: "«{name}» kan inte vara ett namn. Skriv bokstäver, siffror och understreck, utan mellanslag.",
    en: "“{name}” cannot be a name. Write letters, figures and underscores, without spaces.",
  },
  "choice-name-needed": {
    sv: "ett svar i listan «{list}» har inget namn. Skriv ett i kolumnen name.",
    en: "an answer in the list “{list}” has no name. Write one in the column name.",
  },
  "choice-twice": {
    sv: "svaret «{choice}» i listan «{list}» finns redan på rad {other}. Ge ett av dem ett annat namn.",
    en: "the answer “{choice}” in the list “{list}” is on row {other} already. Give one of them another name.",
  },
  "choice-name-impossible": {
    sv: "«{choice}» i listan «{list}» kan inte vara ett namn. Skriv bokstäver eller siffror i kolumnen name.",
    en: "“{choice}” in the list “{list}” cannot be a name. Write letters or figures in the column name.",
  },
  "label-needed": {
    sv: "«{name}» har ingen text. Skriv frågan i kolumnen label.",
    en: "“{name}” has no text. Write the question in the column label.",
  },
  "label-too-long": {
    sv: "texten i {column} har {length} tecken. Högst {most} får plats. Korta den.",
    en: "the text in {column} has {length} characters. There is room for at most {most}. Shorten it.",
  },
  "relevant-nowhere": {
    sv: "kolumnen relevant nämner frågan «{question}», som inte finns. Rätta namnet.",
    en: "the column relevant speaks of the question “{question}”, which is not there. Correct the name.",
  },
  "relevant-forward": {
    sv: "kolumnen relevant nämner frågan «{question}», som ställs först senare. Flytta den dit upp, eller ändra villkoret.",
    en: "the column relevant speaks of the question “{question}”, which is asked only later. Move it up, or change the condition.",
  },
  "relevant-answer-unknown": {
    sv: "kolumnen relevant nämner svaret «{answer}» på frågan «{question}», men frågan har inget sådant svar. Rätta namnet.",
    en: "the column relevant speaks of the answer “{answer}” to the question “{question}”, which has no such answer. Correct the name.",
  },
  "end-without-begin": {
    sv: "«{end}» avslutar något som inte är påbörjat. Ta bort raden, eller lägg till början.",
    en: "“{end}” ends something that has not begun. Take the row away, or add the beginning.",
  },
  "begin-without-end": {
    sv: "det som börjar här slutar aldrig. Lägg till en rad med {end}.",
    en: "what begins here never ends. Add a row with {end}.",
  },
  "no-questions": {
    sv: "formuläret har ingen fråga som kan ställas här. Se vad som är utelämnat.",
    en: "the form has no question that can be asked here. See what is left out.",
  },
  "too-many-questions": {
    sv: "formuläret har {count} frågor. Högst {most} får plats. Dela upp det.",
    en: "the form has {count} questions. There is room for at most {most}. Divide it.",
  },
} satisfies Words<FaultWhy>;

const left = {
  "type-unknown": {
    sv: "frågetypen {type} finns inte här; frågan är utelämnad.",
    en: "there is no question of the type {type} here; the question is left out.",
  },
  "type-number": {
    sv: "tal ({type}) finns inte här annat än som en skala med högst elva steg; frågan är utelämnad.",
    en: "there are no numbers ({type}) here other than as a scale of at most eleven steps; the question is left out.",
  },
  "type-position": {
    sv: "en punkt på kartan ({type}) är ingen fråga här; den är utelämnad.",
    en: "a point on the map ({type}) is no question here; it is left out.",
  },
  "type-of-the-phone": {
    sv: "uppgifter om telefonen eller när det fylldes i ({type}) samlas inte in; raden är utelämnad.",
    en: "facts about the phone or of when it was filled in ({type}) are not collected; the row is left out.",
  },
  "type-from-file": {
    sv: "svaren ligger i en egen fil ({type}), som inte följer med; frågan är utelämnad.",
    en: "the answers lie in a file of their own ({type}), which does not come along; the question is left out.",
  },
  "row-disabled": {
    sv: "raden är avstängd i formuläret (disabled) och är utelämnad.",
    en: "the row is switched off in the form (disabled) and is left out.",
  },
  repeat: {
    sv: "frågor som upprepas (begin_repeat {name}) finns inte här; allt till end_repeat är utelämnat.",
    en: "there are no questions that are repeated (begin_repeat {name}) here; everything to end_repeat is left out.",
  },
  required: {
    sv: "«{name}» blir frivillig: här är inga frågor obligatoriska.",
    en: "“{name}” becomes voluntary: no questions are compulsory here.",
  },
  constraint: {
    sv: "villkoret på svaret ({constraint}) prövas inte här.",
    en: "the condition on the answer ({constraint}) is not tried here.",
  },
  "choice-filter": {
    sv: "urvalet av svar ({filter}) görs inte här: alla svar i listan visas.",
    en: "the answers are not filtered ({filter}) here: all answers of the list are shown.",
  },
  column: { sv: "kolumnen «{column}» läses inte.", en: "the column “{column}” is not read." },
  language: {
    sv: "språket {language} finns inte i formuläret här; kolumnen «{column}» läses inte.",
    en: "the form here has no {language}; the column “{column}” is not read.",
  },
  sheet: {
    sv: "bladet hör inte till formuläret och läses inte.",
    en: "the sheet is not part of the form and is not read.",
  },
  "swedish-missing": {
    sv: "svensk text saknas; «{text}» står i stället tills du skriver en.",
    en: "there is no Swedish text; “{text}” stands instead until you write one.",
  },
  relevant: {
    sv: "villkoret ({relevant}) kan inte sägas helt här; «{name}» visas för fler.",
    en: "the condition ({relevant}) cannot be said in full here; “{name}” is shown to more people.",
  },
  "relevant-on-left-out": {
    sv: "villkoret ({relevant}) hänger på en fråga som är utelämnad; «{name}» visas för fler.",
    en: "the condition ({relevant}) hangs on a question that is left out; “{name}” is shown to more people.",
  },
  "note-with-relevant": {
    sv: "«{text}» visas bara ibland i formuläret; en sådan text finns inte här och är utelämnad.",
    en: "“{text}” is shown only at times in the form; there is no such text here and it is left out.",
  },
  "note-alone": {
    sv: "«{text}» hör inte till någon fråga och är utelämnad.",
    en: "“{text}” belongs to no question and is left out.",
  },
  "note-without-words": {
    sv: "«{name}» är en ruta utan ord, kanske en bild, och är utelämnad.",
    en: "“{name}” is a box without words, a picture perhaps, and is left out.",
  },
  "walk-question": {
    sv: "«{text}» ställs inte: på en vandring antecknas vad och var vid varje stopp.",
    en: "“{text}” is not asked: on a walk what and where is noted at each stop.",
  },
  "walk-category": {
    sv: "«{choice}» står inte i temats lista; det kan ändå antecknas.",
    en: "“{choice}” is not in the list of the theme; it can be noted all the same.",
  },
  "walk-choice": {
    sv: "«{choice}» är ingen kategori här och är utelämnad.",
    en: "“{choice}” is no category here and is left out.",
  },
  "walk-relevant": {
    sv: "«{text}» visas vid alla stopp: en vandrings lista har inga villkor.",
    en: "“{text}” is shown at all stops: the list of a walk has no conditions.",
  },
} satisfies Words<LeftWhy>;

const places = {
  survey: { sv: "Rad {row}: {what}", en: "Row {row}: {what}" },
  elsewhere: { sv: "Bladet {sheet}, rad {row}: {what}", en: "Sheet {sheet}, row {row}: {what}" },
} as const;

/** Where in the workbook, and what. */
export function sayAt({ sheet, row, what: which, detail }: At<FaultWhy | LeftWhy>, lang: Lang): string {
  const what = say({ ...faults, ...left }[which], lang, detail);
  return say(sheet === "survey" ? places.survey : places.elsewhere, lang, { sheet, row, what });
}

export const screenWords = {
  file: { sv: "Läs in ett formulär (XLSForm)", en: "Read in a form (XLSForm)" },
  fileGuide: {
    sv: "En Excel-fil (.xlsx) med bladen survey, choices och settings, som ODK, KoboToolbox och Survey123 gör dem. Inget sparas förrän du säger till.",
    en: "An Excel file (.xlsx) with the sheets survey, choices and settings, as ODK, KoboToolbox and Survey123 make them. Nothing is saved until you say so.",
  },
  reading: { sv: "Formuläret läses …", en: "The form is being read …" },
  faulty: {
    sv: "Formuläret kan inte läsas in än. {count} {count|fel|fel} att rätta:",
    en: "The form cannot be read in yet. {count} {count|fault|faults} to correct:",
  },
  faultySafe: {
    sv: "Rätta filen och välj den igen. Inget är ändrat.",
    en: "Correct the file and choose it again. Nothing is changed.",
  },
  readQuestions: {
    sv: "{count} {count|fråga|frågor} är inlästa. Läs igenom dem nedanför innan du planerar.",
    en: "{count} {count|question is|questions are} read in. Read them through below before you plan.",
  },
  readStops: {
    sv: "{count} {count|stopp|stopp} är inlästa. Läs igenom dem nedanför innan du planerar.",
    en: "{count} {count|stop is|stops are} read in. Read them through below before you plan.",
  },
  notSaved: { sv: "Inget är sparat än.", en: "Nothing is saved yet." },
  left: { sv: "Det här följde inte med", en: "This did not come along" },
  nothingLeft: { sv: "Allt i formuläret följde med.", en: "Everything in the form came along." },
  download: { sv: "Hämta som formulär (XLSForm)", en: "Download as a form (XLSForm)" },
  downloadGuide: {
    sv: "En Excel-fil för ODK, KoboToolbox och andra program som tar XLSForm. Svaren därifrån läses in under «Läs in».",
    en: "An Excel file for ODK, KoboToolbox and other programs that take XLSForm. The answers from there are read in under “Read in”.",
  },
} as const;
