import { allMunicipalities, countyOf } from "../ground/municipalities.ts";
import type { Words } from "../ground/words.ts";

/** The promise as a file in the open format. */
export const promiseFiles = {
  json: { sv: "Ladda ner löftet som JSON", en: "Download the promise as JSON" },
  csv: { sv: "Ladda ner löftet som tabell (CSV)", en: "Download the promise as a table (CSV)" },
} satisfies Words<"json" | "csv">;

export const overviewWords = {
  heading: { sv: "Alla medborgarlöften", en: "All citizen promises" },
  lead: {
    sv: "Löften som är undertecknade här, och löften ur filer som den som driver sidan har lagt in. Sök på ord, ämne, plats och tid.",
    en: "Promises that were signed here, and promises out of files that whoever runs this site has put in. Search by words, theme, place and time.",
  },
  toOverview: { sv: "Sök bland alla löften, även avslutade", en: "Search all promises, also those that have ended" },
  found: {
    sv: "{count} {count|löftesdokument|löftesdokument}",
    en: "{count} {count|promise document|promise documents}",
  },
  foundInFiles: {
    sv: "{count} av {all} är ur filer och inte undertecknade här.",
    en: "{count} of {all} are out of files and not signed here.",
  },
  undated: {
    sv: "{count} till passar, men säger inte både första och sista dag. {count|Det|De} är inte med.",
    en: "{count} more {count|fits|fit}, but {count|does|do} not say both first and last day. Left out here.",
  },
  nothing: { sv: "Inget löfte passar", en: "No promise fits" },
  nothingText: {
    sv: "Ta bort något av det du valt, eller pröva ett annat ord. Sökningen hittar ord som börjar så som du skriver.",
    en: "Take out some of what you chose, or try another word. The search finds words that begin as you write.",
  },
  noSuchPage: {
    sv: "Så många sidor finns det inte. Börja från den första.",
    en: "There are not that many pages. Begin with the first.",
  },
  words: { sv: "Ord", en: "Words" },
  wordsGuide: {
    sv: "Rubriker, löften, aktiviteter och platser. Början av ett ord räcker.",
    en: "Titles, promises, activities and places, in Swedish. The beginning of a word is enough.",
  },
  more: { sv: "Ämne, plats, tid och mer", en: "Theme, place, time and more" },
  theme: { sv: "Ämne", en: "Theme" },
  area: { sv: "Kommun eller län", en: "Municipality or county" },
  every: { sv: "Alla", en: "All" },
  from: { sv: "Gällde någon tid från", en: "In force some time from" },
  to: { sv: "Gällde någon tid till", en: "In force some time to" },
  notADay: {
    sv: "«{read}» är ingen dag. Skriv den som 2026-11-24.",
    en: "“{read}” is no day. Write it as 2026-11-24.",
  },
  measurable: { sv: "Mätbart", en: "Measurable" },
  withNumber: { sv: "Minst en aktivitet har ett antal", en: "At least one activity has a number" },
  withoutNumber: { sv: "Ingen aktivitet har ett antal", en: "No activity has a number" },
  expiredAlone: { sv: "Bara utgångna utan efterföljare", en: "Only expired without a successor" },
  expiredAloneGuide: {
    sv: "Tiden är ute, och inget senare löfte för samma område finns här.",
    en: "The time is over, and no later promise for the same area is here.",
  },
  show: { sv: "Visa", en: "Show" },
  showAll: { sv: "Visa alla", en: "Show all" },
  pages: { sv: "Sidor med löften", en: "Pages of promises" },
  former: { sv: "Föregående sida", en: "Previous page" },
  next: { sv: "Nästa sida", en: "Next page" },
  pageOf: { sv: "Sida {page} av {pages}", en: "Page {page} of {pages}" },
  fromFile: {
    sv: "Ur fil, inte undertecknat här. Källa: {source}, hämtad {day}.",
    en: "Out of a file, not signed here. Source: {source}, fetched {day}.",
  },
  morePromises: { sv: "{count} {count|löfte|löften} till", en: "{count} more {count|promise|promises}" },
  numbered: {
    sv: "{numbered} av {count} {count|aktivitet|aktiviteter} har ett antal",
    en: "{numbered} of {count} {count|activity|activities} {numbered|has|have} a number",
  },
  noActivities: { sv: "Ingen aktivitet är skriven", en: "No activity is written" },
  withheld: {
    sv: "Visas inte här: orden kan peka ut en person.",
    en: "Not shown here: the words may point at a person.",
  },
  withdrawn: { sv: "Tillbakadraget", en: "Withdrawn" },
  isExpired: { sv: "Tiden är ute", en: "The time is over" },
  isExpiredAlone: { sv: "Utgånget utan efterföljare", en: "Expired without a successor" },
  timeUnknown: { sv: "Tiden är inte känd", en: "The time is not known" },
  noLastDay: { sv: "Sista dagen är inte sagd", en: "The last day is not said" },
  notBegun: { sv: "Har inte börjat", en: "Has not begun" },
  inForce: { sv: "Gäller nu", en: "In force" },
} satisfies Words<string>;

const names = new Map(
  allMunicipalities().flatMap((place) => {
    const county = countyOf(place);
    return [[place.code, place.name] as const, ...(county === undefined ? [] : [[county.code, county.name] as const])];
  }),
);
/** «Ockelbo», «Gävleborgs län»; the code itself where there is none such. */
export function areaName(code: string): string {
  return names.get(code) ?? code;
}
