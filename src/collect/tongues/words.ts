// Words of a campaign's languages by file: the file's own headings, what is wrong in a file, and the screen.
import type { Words } from "../../ground/words.ts";
import type { Fault, TongueWhy } from "./tongue.ts";

/** The headings of the file, which is in Swedish whoever reads the screen: its first column is. */
export const FILE_HEADS = ["Svenska", "Översättning"] as const;

export const refusals = {
  "nothing-translated": {
    sv: "Filen har ingen översättning. Ladda ner filen härifrån, skriv i kolumnen Översättning och lämna in den igen. Inget är ändrat.",
    en: "The file has no translation. Download the file from here, write in the column Översättning and hand it in again. Nothing is changed.",
  },
  "translation-incomplete": {
    sv: "{count} {count|mening|meningar} saknar översättning. Språket kan inte öppnas förrän allt är översatt. Ladda ner filen, fyll i och lämna in den igen.",
    en: "{count} {count|sentence|sentences} have no translation. The language cannot be opened until everything is translated. Download the file, fill it in and hand it in again.",
  },
  "language-is-open": {
    sv: "Språket är redan öppet för invånare. Inget är ändrat.",
    en: "The language is open to residents already. Nothing is changed.",
  },
  "language-not-open": {
    sv: "Språket är inte öppet för invånare. Inget är ändrat.",
    en: "The language is not open to residents. Nothing is changed.",
  },
} satisfies Words<Exclude<TongueWhy, "not-yours">>;

export const faultWords = {
  "line-unread": {
    sv: "Rad {line} har ingen svensk mening, eller går inte att läsa. Ladda ner filen igen om raden är trasig.",
    en: "Line {line} has no Swedish sentence, or cannot be read. Download the file again if the line is broken.",
  },
  "blanks-differ": {
    sv: "Rad {line}: det som står inom klamrar ska stå likadant i översättningen. «{sentence}»",
    en: "Line {line}: what stands in braces is to stand alike in the translation. “{sentence}”",
  },
  "sentence-too-long": {
    sv: "Rad {line}: översättningen är för lång. «{sentence}»",
    en: "Line {line}: the translation is too long. “{sentence}”",
  },
  "said-twice": {
    sv: "Rad {line}: meningen har två olika översättningar i filen. Ta bort en. «{sentence}»",
    en: "Line {line}: the sentence has two different translations in the file. Take one away. “{sentence}”",
  },
  "points-at-a-person": {
    sv: "Rad {line}: översättningen har ett telefonnummer, en adress eller ett konto som inte finns i den svenska. «{sentence}»",
    en: "Line {line}: the translation has a telephone number, an address or an account that is not in the Swedish one. “{sentence}”",
  },
} satisfies Words<Fault["why"]>;

export const words = {
  languages: { sv: "Fler språk", en: "More languages" },
  lead: {
    sv: "Formuläret finns på svenska, engelska och lättläst. Ett språk till är en fil: ladda ner meningarna, låt någon som kan språket översätta dem, och lämna in filen. Invånare ser språket först när allt är översatt och ni har öppnat det.",
    en: "The form is in Swedish, English and easy Swedish. One more language is a file: download the sentences, have somebody who knows the language translate them, and hand the file in. Residents see the language only when everything is translated and you have opened it.",
  },
  language: { sv: "Språk att översätta till", en: "Language to translate into" },
  download: { sv: "Ladda ner meningarna", en: "Download the sentences" },
  file: { sv: "Den översatta filen", en: "The translated file" },
  fileGuide: {
    sv: "CSV, som Excel sparar den («CSV UTF-8»). Det inom klamrar, som {day}, ska stå kvar.",
    en: "CSV, as Excel saves it (“CSV UTF-8”). What is in braces, like {day}, is to stay.",
  },
  reading: { sv: "Filen läses.", en: "The file is being read." },
  faulty: {
    sv: "{count} {count|rad|rader} i filen är fel. Inget är sparat.",
    en: "{count} {count|line|lines} in the file are wrong. Nothing is saved.",
  },
  faultySafe: {
    sv: "Det som fanns förut är kvar. Rätta filen och lämna in den igen.",
    en: "What was there before is still there. Correct the file and hand it in again.",
  },
  complete: {
    sv: "Allt är översatt: {count} meningar. Granska, öppna sedan.",
    en: "Everything is translated: {count} sentences. Look it over, then open it.",
  },
  incomplete: {
    sv: "Sparat som utkast. {count} {count|mening|meningar} saknar översättning:",
    en: "Saved as a draft. {count} {count|sentence|sentences} have no translation:",
  },
  unknown: {
    sv: "{count} {count|rad|rader} hör inte till formuläret och är inte med:",
    en: "{count} {count|line|lines} do not belong to the form and are left out:",
  },
  unknownLine: { sv: "Rad {line}: «{sentence}»", en: "Line {line}: “{sentence}”" },
  shown: { sv: "Öppet för invånare", en: "Open to residents" },
  draft: { sv: "Utkast", en: "Draft" },
  lacks: {
    sv: "Visas inte: {count} {count|mening|meningar} saknas",
    en: "Not shown: {count} {count|sentence is|sentences are} missing",
  },
  changed: { sv: "Inlämnad {day}", en: "Handed in {day}" },
  preview: { sv: "Granska {language}", en: "Look over {language}" },
  open: { sv: "Öppna {language}", en: "Open {language}" },
  close: { sv: "Ta bort {language} ur formuläret", en: "Take {language} out of the form" },
} satisfies Words<string>;
