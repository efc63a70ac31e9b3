// The sentences the engine's answers are told by: they come from the numbers, and say what the numbers cannot carry.
import type { Words } from "../../ground/words.ts";
import type { RowProblem } from "./event-table.ts";

type Sentence =
  | "count"
  | "rate"
  | "tooFewEvents"
  | "tooManyCells"
  | "noHotspot"
  | "hotspots"
  | "density"
  | "noDensity"
  | "cluster"
  | "scan"
  | "scanWithinChance"
  | "noScan"
  | "knox"
  | "knoxWithinChance"
  | "knoxTooFew"
  | "outbreak"
  | "asExpected"
  | "noHistory"
  | "helped"
  | "worse"
  | "cannotTell"
  | "visibleFall"
  | "nothingVisible";

export const sentences = {
  count: {
    sv: "{count} händelser. Med slumpen inräknad kan det vara allt mellan {low} och {high}.",
    en: "{count} events. Allowing for chance, anything between {low} and {high}.",
  },
  rate: {
    sv: "{rate} per 1 000 invånare i de {areas} områdena tillsammans. Små områden visas både som de är och vägda mot de andra; de rangordnas inte.",
    en: "{rate} per 1,000 residents in the {areas} areas together. Small areas are shown both as they are and weighed with the others; they are not ranked.",
  },
  tooFewEvents: {
    sv: "{count} händelser räcker inte för att kalla en plats en hot spot. Det behövs minst {fewest}.",
    en: "{count} events are not enough to call a place a hot spot. At least {fewest} are needed.",
  },
  tooManyCells: {
    sv: "Det blir {cells} rutor, och högst {most} går att pröva. Ligger någon händelse långt bort? Ta bort den, eller gör rutorna större.",
    en: "That makes {cells} cells, and at most {most} can be tested. Does an event lie far away? Leave it out, or make the cells larger.",
  },
  noHotspot: {
    sv: "Ingen av {tested} rutor sticker ut mer än slumpen gör.",
    en: "None of {tested} cells stands out more than chance makes them.",
  },
  hotspots: {
    sv: "{found} av {tested} rutor har fler händelser än slumpen ger, prövat mot alla rutor samtidigt.",
    en: "{found} of {tested} cells hold more events than chance gives, tested against all cells together.",
  },
  density: {
    sv: "{count} händelser utjämnade med bandbredden {bandwidth} meter. Ytan är ett sätt att se, inget test.",
    en: "{count} events smoothed with a bandwidth of {bandwidth} metres. The surface is a way to see, not a test.",
  },
  noDensity: {
    sv: "Det finns för få olika platser för att jämna ut.",
    en: "There are too few different places to smooth.",
  },
  cluster: {
    sv: "{groups} grupper med tillsammans {grouped} av {count} händelser: minst {fewest} inom {reach} meter.",
    en: "{groups} groups holding {grouped} of {count} events: at least {fewest} within {reach} metres.",
  },
  scan: {
    sv: "{cases} händelser på {days} dygn där {expected} var att vänta. Något så ovanligt kommer av en slump ungefär var {recurrence}:e dag.",
    en: "{cases} events in {days} days where {expected} were to be expected. Something this unusual comes by chance about once in {recurrence} days.",
  },
  scanWithinChance: {
    sv: "Det tätaste är {cases} händelser på {days} dygn där {expected} var att vänta. Det är inom det vanliga (p {p}).",
    en: "The densest is {cases} events in {days} days where {expected} were to be expected. That is within the usual (p {p}).",
  },
  noScan: {
    sv: "Inget i filen ligger tätare i tid och rum än väntat, eller så är händelserna för få.",
    en: "Nothing in the file lies closer in time and space than expected, or the events are too few.",
  },
  knox: {
    sv: "{pairs} par nära varandra i tid och rum, {ratio} gånger så många som om tid och plats inte hängde ihop (p {p}).",
    en: "{pairs} pairs close in time and space, {ratio} times as many as if time and place had nothing to do with each other (p {p}).",
  },
  knoxWithinChance: {
    sv: "{pairs} par nära varandra i tid och rum. Det är inom det vanliga (p {p}).",
    en: "{pairs} pairs close in time and space. That is within the usual (p {p}).",
  },
  knoxTooFew: {
    sv: "{pairs} par är för få för att säga om händelser följer på varandra.",
    en: "{pairs} pairs are too few to say whether events follow each other.",
  },
  outbreak: {
    sv: "{alarms} av {asked} kategorier ligger över det väntade senaste veckan. Så många prövades samtidigt; några larm kommer av en slump.",
    en: "{alarms} of {asked} categories are above what was expected last week. That many were tested at once; some alarms come by chance.",
  },
  asExpected: {
    sv: "Alla {asked} kategorier ligger inom det väntade senaste veckan.",
    en: "All {asked} categories are within what was expected last week.",
  },
  noHistory: {
    sv: "{weeks} veckor räcker inte för att säga vad som är väntat.",
    en: "{weeks} weeks are not enough to say what is to be expected.",
  },
  helped: {
    sv: "Färre än väntat: kvoten mot jämförelseområdet är {ratio} ({low}–{high}).",
    en: "Fewer than expected: the ratio to the comparison area is {ratio} ({low}–{high}).",
  },
  worse: {
    sv: "Fler än väntat: kvoten mot jämförelseområdet är {ratio} ({low}–{high}).",
    en: "More than expected: the ratio to the comparison area is {ratio} ({low}–{high}).",
  },
  cannotTell: {
    sv: "Det går inte att avgöra med de här siffrorna.",
    en: "It cannot be known with these numbers.",
  },
  visibleFall: {
    sv: "Först en minskning med {percent} procent skulle synas i åtta fall av tio.",
    en: "Only a fall of {percent} per cent would be seen eight times out of ten.",
  },
  nothingVisible: {
    sv: "Med så få händelser syns ingen minskning, hur stor den än är.",
    en: "With so few events no fall would be seen, however large.",
  },
} as const satisfies Words<Sentence>;

/** What could not be read in a file of events. */
export const rowProblems = {
  "not-a-number": {
    sv: "{file}, rad {line}, {column}: «{read}» är inget tal. Raden räknas, men placeras inte.",
    en: '{file}, line {line}, {column}: "{read}" is not a number. The row is counted, but not placed.',
  },
  "not-on-earth": {
    sv: "{file}, rad {line}, {column}: {read} är ingen plats på jorden i grader. Är det meter? Använd då --x och --y.",
    en: "{file}, line {line}, {column}: {read} is no place on earth in degrees. Are these metres? Then use --x and --y.",
  },
  "maybe-swapped": {
    sv: "{file}, rad {line}, {column}: {read} ser ut som en latitud i Sverige. Har --lon och --lat bytt plats?",
    en: "{file}, line {line}, {column}: {read} looks like a latitude in Sweden. Have --lon and --lat changed places?",
  },
  "not-a-day": {
    sv: "{file}, rad {line}, {column}: «{read}» är ingen dag. Skriv 2024-03-01, med eller utan klockslag.",
    en: '{file}, line {line}, {column}: "{read}" is not a day. Write 2024-03-01, with or without a time.',
  },
} as const satisfies Words<RowProblem["wrong"]>;
