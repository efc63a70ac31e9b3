import type { Day } from "../../ground/time.ts";
import { type Lang, say, type Words } from "../../ground/words.ts";
import type { SeriesArea } from "./area.ts";
import type { Absence, SeriesExpectation, SeriesKind, SeriesProblem, Sex, Standing } from "./found.ts";
import { sayAtLine } from "../imports/words.ts";
import type { WorkbookWhy } from "../imports/zip.ts";
import type { KoladaWhy } from "./kolada-live.ts";
import type { BreakWhy } from "./noted-break.ts";
import { pooledYears, type Step } from "./period.ts";
import type { Areas, ReadingWhy, UndoReadingWhy } from "./reading.ts";
import type { PersonWhy } from "../person-in-text.ts";

/** What is said by others as well stands with them. */
type Elsewhere = "not-yours" | "file-is-empty" | WorkbookWhy | PersonWhy;

export const refusals = {
  "kolada-did-not-answer": {
    sv: "Kolada svarade inte ({status}) på {address}. Inget är ändrat. Försök igen senare, eller läs in ett sparat svar.",
    en: "Kolada did not answer ({status}) at {address}. Nothing is changed. Try again later, or read a kept answer in.",
  },
  "years-needed": {
    sv: "Skriv åren från det första till det sista, till exempel 2010-2025.",
    en: "Write the years from the first to the last, for example 2010-2025.",
  },
  "key-figures-needed": {
    sv: "Skriv nyckeltalen som Kolada skriver dem, till exempel N07403,U07417.",
    en: "Write the key figures as Kolada writes them, for example N07403,U07417.",
  },
  "not-a-series-file": {
    sv: "Filen har ingen form som känns igen. Här läses Brås tabeller, Kolada, PxWeb (json-stat2) och PC-Axis (.px). Hämta filen i någon av dem och försök igen. Inget är ändrat.",
    en: "The file has no form that is known. Brå's tables, Kolada, PxWeb (json-stat2) and PC-Axis (.px) are read here. Fetch the file in one of them and try again. Nothing is changed.",
  },
  "table-too-large": {
    sv: "Tabellen är tom eller för stor för att läsas in hel. Välj färre rader eller år hos källan och hämta den igen. Inget är ändrat.",
    en: "The table is empty or too large to be read in whole. Choose fewer rows or years at the source and fetch it again. Nothing is changed.",
  },
  "px-keys-unclear": {
    sv: "Tabellen är skriven med nycklar (KEYS), men de säger inte för varje variabel i förspalten vad raderna heter, eller så heter två rader likadant. Hämta den igen hos källan som json-stat2, eller som PC-Axis utan nycklar. Inget är ändrat.",
    en: "The table is written with keys (KEYS), but they do not say for each variable of the stub what its rows are called, or two rows are called the same. Fetch it again at the source as json-stat2, or as PC-Axis without keys. Nothing is changed.",
  },
  "file-cut-off": {
    sv: "Filen är avbruten eller trasig. Hämta den igen från källan. Inget är ändrat.",
    en: "The file is cut off or broken. Fetch it again from its source. Nothing is changed.",
  },
  "fetched-later": {
    sv: "Dagen då filen hämtades ligger i framtiden. Skriv dagen den hämtades från källan.",
    en: "The day the file was fetched lies ahead. Write the day it was fetched from its source.",
  },
  "nothing-near": {
    sv: "Filen har inget om kommunen, länet eller landet. Den har: {areas}. Välj «Allt i filen» om det är meningen.",
    en: "The file has nothing on the municipality, the county or the country. It has: {areas}. Choose “Everything in the file” if that is meant.",
  },
  "too-many-series": {
    sv: "Filen har {count} serier, och högst {most} läses in åt gången. Välj färre rader hos källan, eller bara det som gäller er. Inget är ändrat.",
    en: "The file has {count} series, and at most {most} are read in at a time. Choose fewer rows at the source, or only what is yours. Nothing is changed.",
  },
  "series-read-already": {
    sv: "Filen är redan inläst. Inget är ändrat.",
    en: "The file has been read in already. Nothing is changed.",
  },
  "series-of-another-unit": {
    sv: "«{series}» räknas här i «{unit}», och det bestämmer den organisation som läste in den först. Filen räknar i «{other}». Hämta den i samma enhet, eller be dem läsa in filen. Inget är ändrat.",
    en: "“{series}” is counted here in “{unit}”, which is for the organisation that read it in first to say. The file counts in “{other}”. Fetch it in the same unit, or ask them to read the file in. Nothing is changed.",
  },
  "reading-already-undone": {
    sv: "Inläsningen är redan tillbakatagen. Inget mer är ändrat.",
    en: "This reading has been taken back already. Nothing more is changed.",
  },
  "break-reason-needed": {
    sv: "Skriv vad som blev annorlunda, så att den som läser vet varför åren inte jämförs.",
    en: "Write what became different, so that the reader knows why the years are not compared.",
  },
  "break-noted-already": {
    sv: "Det finns redan ett jämförbarhetsbrott den dagen.",
    en: "There is a break in the series on that day already.",
  },
  "break-outside": {
    sv: "Dagen ligger utanför serien. Ett jämförbarhetsbrott har värden på båda sidor om sig.",
    en: "The day lies outside the series. A break has figures on both sides.",
  },
} satisfies Words<Exclude<ReadingWhy | UndoReadingWhy | BreakWhy | KoladaWhy, Elsewhere>>;

export const seriesKinds = {
  "bra-offences": { sv: "Brå: anmälda brott", en: "Brå: reported offences" },
  "bra-indicators": { sv: "Brå: indikatorer för kommuners lägesbild", en: "Brå: indicators for municipalities" },
  kolada: { sv: "Kolada", en: "Kolada" },
  "json-stat": { sv: "PxWeb (json-stat2)", en: "PxWeb (json-stat2)" },
  px: { sv: "PC-Axis", en: "PC-Axis" },
} satisfies Words<SeriesKind>;

export const areaChoices = {
  near: { sv: "Kommunen, länet och landet", en: "The municipality, the county and the country" },
  all: { sv: "Allt i filen", en: "Everything in the file" },
} satisfies Words<Areas>;

export const sexes = {
  all: { sv: "Alla", en: "All" },
  women: { sv: "Kvinnor och flickor", en: "Women and girls" },
  men: { sv: "Män och pojkar", en: "Men and boys" },
} satisfies Words<Sex>;

export const standings = {
  final: { sv: "Slutlig", en: "Final" },
  preliminary: { sv: "Preliminär", en: "Preliminary" },
  revised: { sv: "Reviderad", en: "Revised" },
} satisfies Words<Standing>;

export const absences = {
  missing: { sv: "uppgift saknas", en: "not available" },
  withheld: { sv: "hålls tillbaka av källan", en: "withheld by the source" },
  "not-applicable": { sv: "kan inte förekomma", en: "cannot occur" },
} satisfies Words<Absence>;

const expected = {
  "a-period": { sv: "ett år, flera år, ett kvartal eller en månad", en: "a year, several years, a quarter or a month" },
  "a-figure": { sv: "ett tal eller ett tecken för att uppgift saknas", en: "a number, or a sign that there is none" },
  "an-area": { sv: "en kommun, ett län eller hela landet", en: "a municipality, a county or the whole country" },
  "a-key": { sv: "vad som räknas", en: "what is counted" },
  "one-figure-for-each": {
    sv: "ett värde för varje plats och period; det första gäller",
    en: "one figure for each place and period; the first holds",
  },
  "a-known-sheet": {
    sv: "ett blad som Brås beskrivning nämner; bladet lästes inte",
    en: "a sheet that Brå's description names; the sheet was not read",
  },
  "a-heading-with-years": {
    sv: "en rubrikrad med år; bladet lästes inte",
    en: "a heading with years; the sheet was not read",
  },
  "as-many-figures-as-cells": {
    sv: "lika många värden som tabellen har rutor; filen kan vara avbruten",
    en: "as many figures as the table has cells; the file may be cut off",
  },
  "an-interval-around-the-figure": {
    sv: "ett intervall som rymmer sitt värde",
    en: "an interval that holds its figure",
  },
  "keys-of-the-table": {
    sv: "en nyckel för varje variabel i förspalten, så som tabellen skriver den; raden lästes inte, och rader som saknas läses inte som noll",
    en: "a key for each variable of the stub, as the table writes it; the row was not read, and rows left out are not read as none",
  },
  "as-many-figures-as-columns": {
    sv: "lika många värden på raden som tabellen har kolumner; raden lästes inte",
    en: "as many figures in the row as the table has columns; the row was not read",
  },
  "an-end-to-the-rows": {
    sv: "ett semikolon efter sista raden; filen kan vara avbruten, och rader som saknas läses inte som noll",
    en: "a semicolon after the last row; the file may be cut off, and rows left out are not read as none",
  },
} satisfies Words<SeriesExpectation>;

/** What could not be read of a file, as a sentence. */
export function saySeriesProblem(told: SeriesProblem, lang: Lang): string {
  return sayAtLine(told, expected[told.expected], lang);
}

const periods = {
  quarter: { sv: "kvartal {quarter} {year}", en: "quarter {quarter} of {year}" },
} satisfies Words<string>;

const MONTHS: Readonly<Record<Lang, readonly string[]>> = {
  sv: "januari februari mars april maj juni juli augusti september oktober november december".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** "2024", "2017–2018", "augusti 2026", "kvartal 3 2025". */
export function sayPeriod({ step, from, to }: { step: Step; from: string; to: string }, lang: Lang): string {
  const year = from.slice(0, 4);
  switch (step) {
    case "year":
      return year;
    case "years":
      return `${year}–${to.slice(0, 4)}`;
    case "quarter":
      return say(periods.quarter, lang, { quarter: Math.ceil(Number(from.slice(5, 7)) / 3), year });
    case "month":
      return `${MONTHS[lang][Number(from.slice(5, 7)) - 1]} ${year}`;
  }
}

const pooled = {
  years: {
    sv: "Varje värde lägger ihop {count} år för att fler ska ligga bakom.",
    en: "Each figure pools {count} years so that more lie behind it.",
  },
} satisfies Words<string>;

/** That several years lie behind every figure, where they do. */
export function sayPooled(value: { from: string; to: string } | undefined, lang: Lang): string | undefined {
  const years = value === undefined ? 1 : pooledYears({ from: value.from as Day, to: value.to as Day });
  return years === 1 ? undefined : say(pooled.years, lang, { count: years });
}

/** "Ockelbo", "Gävleborgs län", "Riket" as a place in a table's head. */
export function sayArea({ kind, name }: SeriesArea, lang: Lang): string {
  return kind === "country" ? say({ sv: "Riket", en: "Sweden" }, lang) : name;
}
