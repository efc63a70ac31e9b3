import type { Words } from "../../ground/words.ts";
import type { HeardGroup, HeardVerdict, HeardWhy } from "./heard.ts";

export const refusals = {
  "groups-needed": {
    sv: "Fyll i båda könen eller alla fyra åldrarna. Grupper som saknas går inte att jämföra.",
    en: "Fill in both sexes or all four ages. Groups that are missing cannot be compared.",
  },
  "source-needed": {
    sv: "Skriv varifrån siffrorna kommer, till exempel «SCB, folkmängd 31 december».",
    en: "Write where the figures come from, for example “SCB, population 31 December”.",
  },
  "year-to-come": {
    sv: "Året har inte varit än. Skriv det år som siffrorna gäller.",
    en: "That year has not been yet. Write the year the figures are for.",
  },
} satisfies Words<Exclude<HeardWhy, "not-yours">>;

export const heardGroups: Words<HeardGroup> = {
  women: { sv: "kvinnor", en: "women" },
  men: { sv: "män", en: "men" },
  "under-18": { sv: "under 18 år", en: "under 18" },
  "18-29": { sv: "18–29 år", en: "18–29" },
  "30-64": { sv: "30–64 år", en: "30–64" },
  "65-up": { sv: "65 år och äldre", en: "65 and older" },
};

export const heardVerdicts: Words<HeardVerdict> = {
  fewer: { sv: "färre än bland dem som bor här", en: "fewer than among those who live here" },
  "as-many": { sv: "ungefär som bland dem som bor här", en: "about as among those who live here" },
  more: { sv: "fler än bland dem som bor här", en: "more than among those who live here" },
  "too-few": { sv: "för få räknade för att jämföra", en: "too few counted to compare" },
  unknown: { sv: "befolkningen är inte ifylld", en: "the population is not filled in" },
};

export const words = {
  heading: { sv: "Vem har inte hörts?", en: "Who has not been heard?" },
  lead: {
    sv: "{heads} huvuden vid {gatherings} {gatherings|tillfälle|tillfällen} sedan {from}. Den som har varit med två gånger är räknad två gånger, och bara de grupper som någon räknade är med.",
    en: "{heads} heads at {gatherings} {gatherings|occasion|occasions} since {from}. Whoever came twice is counted twice, and only the groups that somebody counted are in it.",
  },
  nobody: { sv: "Ingen har hörts än", en: "Nobody has been heard yet" },
  nobodyText: {
    sv: "När en vandring är avslutad, en dialog är införd eller en enkät är stängd syns här vilka som var med, bredvid vilka som bor här.",
    en: "When a walk is finished, a dialogue is recorded or a campaign is closed, those who took part are shown here beside those who live here.",
  },
  goOn: { sv: "Gå vidare hit", en: "Go on from here" },
  goOnGroup: { sv: "Färre {group} har hörts än det bor här.", en: "Fewer {group} have been heard than live here." },
  goOnVillage: {
    sv: "Ingen har hörts i {village} sedan {last}.",
    en: "Nobody has been heard in {village} since {last}.",
  },
  goOnNever: { sv: "Ingen har hörts i {village} än.", en: "Nobody has been heard in {village} yet." },
  goOnActors: { sv: "{kind} har inte hörts sedan {last}.", en: "{kind}: not heard since {last}." },
  goOnNowhere: {
    sv: "Inget sticker ut. Det säger inte att alla har hörts: de som inte kom syns inte här.",
    en: "Nothing stands out. That does not say that everybody has been heard: those who did not come are not seen here.",
  },
  groups: { sv: "Kön och ålder", en: "Sex and age" },
  group: { sv: "Grupp", en: "Group" },
  heard: { sv: "Hörda", en: "Heard" },
  heardOf: { sv: "{heard} av {of}", en: "{heard} of {of}" },
  share: { sv: "Andel", en: "Share" },
  shareSaid: { sv: "{share} % ({low}–{high})", en: "{share} % ({low}–{high})" },
  shareNone: { sv: "för få", en: "too few" },
  residentShare: { sv: "Bor här {year}", en: "Live here {year}" },
  residentSaid: { sv: "{share} %", en: "{share} %" },
  compared: { sv: "Jämfört", en: "Compared" },
  chance: {
    sv: "Inom parentes: så långt slumpen räcker om de som kom hade lottats fram. Det hade de inte, så skillnaderna är en fråga att ta vidare och inget svar.",
    en: "In brackets: how far chance reaches had those who came been drawn by lot. They were not, so the differences are a question to take further and no answer.",
  },
  villages: { sv: "Orter", en: "Villages" },
  village: { sv: "Ort", en: "Village" },
  residents: { sv: "Invånare", en: "Residents" },
  times: { sv: "Tillfällen", en: "Occasions" },
  last: { sv: "Senast", en: "Latest" },
  never: { sv: "aldrig", en: "never" },
  actors: { sv: "Lokala aktörer", en: "Local actors" },
  actorKind: { sv: "Slag", en: "Kind" },
  actorsText: {
    sv: "I det ni själva har hört och det som ni får läsa. Vem som hördes står inte här.",
    en: "In what you have heard yourselves and what you may read. Who was heard is not said here.",
  },
  detached: {
    sv: "Av en enkät är kön och ålder med när varje grupp är minst fem; uppgifterna är skilda från svaren.",
    en: "Of a campaign sex and age are in it where every group is at least five; they are detached from the answers.",
  },
  population: { sv: "Vilka som bor här", en: "Who lives here" },
  populationText: {
    sv: "Folkmängden efter kön och ålder finns hos SCB (tabellen «Folkmängd efter region, ålder och kön»). Den fylls i en gång om året.",
    en: "The population by sex and age is published by Statistics Sweden (SCB). It is filled in once a year.",
  },
  populationNow: { sv: "Ifyllt: {year}. Källa: {source}.", en: "Filled in: {year}. Source: {source}." },
  year: { sv: "År", en: "Year" },
  source: { sv: "Källa", en: "Source" },
  save: { sv: "Spara", en: "Save" },
  saved: { sv: "Sparat. Jämförelsen är räknad på nytt.", en: "Saved. The comparison has been made anew." },
  wholeNumber: { sv: "Skriv ett helt tal.", en: "Write a whole number." },
} satisfies Words<string>;
