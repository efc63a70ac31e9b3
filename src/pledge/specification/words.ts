import { say, type Lang, type Words } from "../../ground/words.ts";
import type { Fault, FaultKind } from "./fault.ts";
import type { NotHeld } from "./held.ts";
import type { FileWhy, LeftBehind } from "./left.ts";

/** What is wrong, and what to do about it. */
const faults = {
  "not-utf8": {
    sv: "Filen är inte skriven i UTF-8. Spara den som «CSV UTF-8» i kalkylprogrammet.",
    en: "The file is not written in UTF-8. Save it as “CSV UTF-8” in the spreadsheet.",
  },
  "not-json": {
    sv: "Det går inte att läsa som JSON: {read}. Exportera filen på nytt.",
    en: "It cannot be read as JSON: {read}. Export the file again.",
  },
  "not-this-format": {
    sv: 'Filen säger inte att den är ett medborgarlöfte. Först ska stå "format": "medborgarlofte".',
    en: 'The file does not say that it is a citizen promise. It should begin with "format": "medborgarlofte".',
  },
  "other-version": {
    sv: "Filen har version «{read}». Här läses 1.0 och senare 1.x. Exportera den i en sådan version.",
    en: "The file has version “{read}”. What is read here is 1.0 and later 1.x. Export it in such a version.",
  },
  "no-documents": {
    sv: "Det finns inget löfte i filen. Lägg minst en rad under rubrikraden.",
    en: "There is no promise in the file. Put at least one row under the heading.",
  },
  "no-heading": {
    sv: "Första raden ska ha kolumnernas namn. Det saknas: {expected}.",
    en: "The first row should have the names of the columns. Missing: {expected}.",
  },
  "broken-quotes": {
    sv: 'Ett citattecken öppnas och stängs inte. Skriv "" för ett citattecken inne i en cell.',
    en: 'A quotation mark is opened and not closed. Write "" for one inside a cell.',
  },
  missing: { sv: "Uppgiften saknas. Fyll i den.", en: "It is missing. Fill it in." },
  "wrong-kind": {
    sv: "Här står «{read}», men det ska vara {expected}.",
    en: "Here stands “{read}”, and it should be {expected}.",
  },
  empty: {
    sv: "Uppgiften är tom. Skriv något, eller ta bort den.",
    en: "It is empty. Write something, or take it out.",
  },
  "too-long": {
    sv: "«{read}» är för långt. Högst {most} tecken.",
    en: "“{read}” is too long. {most} characters at most.",
  },
  "too-many": { sv: "Det är för många. Högst {most}.", en: "There are too many. {most} at most." },
  "too-few": { sv: "Det är för få. Minst {most}.", en: "There are too few. {most} at least." },
  "too-large": { sv: "{read} är för stort. Högst {most}.", en: "{read} is too large. {most} at most." },
  "too-small": { sv: "{read} är för litet. Minst {most}.", en: "{read} is too small. {most} at least." },
  "not-one-of": {
    sv: "«{read}» finns inte bland valen. Välj ett av: {expected}.",
    en: "“{read}” is not one of the choices. Choose one of: {expected}.",
  },
  "not-a-day": {
    sv: "«{read}» är ingen dag i kalendern. Skriv den som 2026-11-24.",
    en: "“{read}” is no day of the calendar. Write it as 2026-11-24.",
  },
  "not-a-number": {
    sv: "«{read}» är inget tal. Skriv bara siffror, som 8, 1000 eller 2,5.",
    en: "“{read}” is no number. Write digits only, as 8, 1000 or 2,5.",
  },
  "not-yes-or-no": { sv: "Här står «{read}». Skriv ja eller nej.", en: "Here stands “{read}”. Write ja or nej." },
  "not-an-id": {
    sv: "«{read}» är inget id. Det ska vara en UUID med små bokstäver.",
    en: "“{read}” is no id. It should be a UUID in small letters.",
  },
  "not-a-link": {
    sv: "«{read}» är ingen webbadress. Den ska börja med https:// eller http://.",
    en: "“{read}” is no web address. It should begin with https:// or http://.",
  },
  "not-a-code": {
    sv: "«{read}» har fel form. En kommunkod har fyra siffror och en länskod två.",
    en: "“{read}” has the wrong form. A municipality code has four digits and a county code two.",
  },
  "says-otherwise": {
    sv: "Här står «{read}», men en tidigare rad om samma löfte säger «{expected}». Skriv lika, eller lämna cellen tom.",
    en: "Here stands “{read}”, while an earlier row of the same promise says “{expected}”. Write the same, or leave the cell empty.",
  },
  "not-understood": {
    sv: "«{read}» går inte att förstå här. Jämför med exemplen i specifikationen.",
    en: "“{read}” cannot be understood here. Compare with the examples of the specification.",
  },
} satisfies Words<FaultKind>;

/** The kinds of value, as people name them. */
const kinds: Readonly<Record<string, { sv: string; en: string }>> = {
  string: { sv: "text", en: "text" },
  number: { sv: "ett tal", en: "a number" },
  int: { sv: "ett heltal", en: "a whole number" },
  boolean: { sv: "true eller false", en: "true or false" },
  array: { sv: "en lista", en: "a list" },
  object: { sv: "ett objekt med fält", en: "an object with fields" },
};

const places = {
  cell: { sv: "Rad {row}, kolumnen {column}: ", en: "Row {row}, column {column}: " },
  row: { sv: "Rad {row}: ", en: "Row {row}: " },
  way: { sv: "{way}: ", en: "{way}: " },
} as const;

/** «Rad 5, kolumnen antal: «många» är inget tal. …» */
export function sayFault(fault: Fault, lang: Lang): string {
  const { row, column, way, kind, read = "", most = 0 } = fault;
  const expected = kinds[fault.expected ?? ""]?.[lang] ?? fault.expected ?? "";
  const place = row === undefined ? (way ? places.way : undefined) : column === undefined ? places.row : places.cell;
  const where = place === undefined ? "" : say(place, lang, { row: row ?? 0, column: column ?? "", way: way ?? "" });
  return `${where}${say(faults[kind], lang, { read, expected, most })}`;
}

const unknown = {
  sv: "Det här känner formatet inte till, och det läses inte: {names}.",
  en: "This the format does not know, and it is not read: {names}.",
};
export function sayUnknown(names: readonly string[], lang: Lang): string {
  return say(unknown, lang, { names: names.join(", ") });
}

/** What the table leaves out. */
const notHeld = {
  positions: {
    sv: "sträckor, gränser och områdets punkter på kartan",
    en: "stretches, outlines and the area’s points on the map",
  },
  told: { sv: "resultat som har berättats", en: "results that have been told" },
  reckoned: {
    sv: "uträkningen av hur stor förändring som syns",
    en: "the reckoning of how large a change can be seen",
  },
} satisfies Words<NotHeld>;
const notInTable = {
  sv: "Tabellen har inte plats för {what}. JSON-filen har det.",
  en: "The table has no place for {what}. The JSON file has it.",
};
/** Undefined where the table holds all there is. */
export function sayNotHeld(what: readonly NotHeld[], lang: Lang): string | undefined {
  if (what.length === 0) return undefined;
  return say(notInTable, lang, { what: what.map((one) => say(notHeld[one], lang)).join(", ") });
}

export const refusals = {
  "file-has-faults": {
    sv: "Filen har {count} fel, och inget av den används. Rätta dem och välj filen igen.",
    en: "The file has {count} faults, and nothing of it is used. Put them right and choose the file again.",
  },
  "not-in-file": {
    sv: "Det löftet finns inte i filen. Välj ett av dem som visas.",
    en: "That promise is not in the file. Choose one of those that are shown.",
  },
} satisfies Words<FileWhy>;

/** What does not come along from the file. */
export const leftBehind = {
  signed: { sv: "vem som skrev under, och när", en: "who signed, and when" },
  told: {
    sv: "vad som berättats om hur det gick, och var det stått",
    en: "what was told of how it went, and where it has stood",
  },
  amends: { sv: "vilket löfte det ändrar", en: "which promise it changes" },
  exceptions: { sv: "skälen till det som lämnats som det är", en: "the reasons for what was left as it is" },
  problems: { sv: "kopplingar till problem och orsaker", en: "links to problems and causes" },
  continues: { sv: "vilka löften de fortsätter", en: "which promises they go on from" },
  measured: { sv: "uträkningen av vad som syns, och målet", en: "the reckoning of what can be seen, and the goal" },
  accepted: {
    sv: "att enheter har tackat ja: det frågas om igen",
    en: "that units have accepted: they are asked again",
  },
  parties: { sv: "parterna: det blir ert samarbetes", en: "the parties: they become your partnership's" },
  area: { sv: "området: det blir ert", en: "the area: it becomes yours" },
} satisfies Words<LeftBehind>;

export const words = {
  fromFile: { sv: "En fil i det öppna formatet", en: "A file in the open format" },
  file: { sv: "Fil med löfte", en: "File with a promise" },
  fileGuide: {
    sv: "JSON eller CSV (medborgarlofte 1.0), högst 2 MB. Inget sparas förrän du börjar.",
    en: "JSON or CSV (medborgarlofte 1.0), 2 MB at most. Nothing is kept until you begin.",
  },
  fileNeeded: { sv: "Välj en fil.", en: "Choose a file." },
  reading: { sv: "Läser filen", en: "Reading the file" },
  faulty: {
    sv: "Filen har {count} fel. Inget av den används.",
    en: "The file has {count} {count|fault|faults}. Nothing of it is used.",
  },
  faultsMore: { sv: "… och {count} till.", en: "… and {count} more." },
  choose: { sv: "Löfte i filen", en: "Promise in the file" },
  fileRead: {
    sv: "{pledges} {pledges|löfte|löften} och {activities} {activities|aktivitet|aktiviteter} lästa ur «{title}», {from}–{to}",
    en: "{pledges} {pledges|promise|promises} and {activities} {activities|activity|activities} read out of “{title}”, {from}–{to}",
  },
  notAlong: { sv: "Följer inte med: {what}.", en: "Does not come along: {what}." },
  asFile: { sv: "Som fil", en: "As a file" },
  asFileLead: {
    sv: "Det öppna formatet medborgarlofte 1.0, som det senast sparades. Ett annat samarbete kan börja från filen.",
    en: "The open format medborgarlofte 1.0, as last saved. Another partnership can begin from the file.",
  },
  json: { sv: "JSON, för andra program", en: "JSON, for other programs" },
  csv: { sv: "Tabell (CSV), för kalkylprogram", en: "Table (CSV), for a spreadsheet" },
} satisfies Words<string>;
