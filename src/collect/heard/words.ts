import type { Words } from "../../ground/words.ts";
import type { SeriesFileWhy } from "../series/series-file.ts";
import type { HeardGroup, HeardVerdict, HeardWhy } from "./heard.ts";
import type { FileRemark, PopulationFileWhy } from "./population-file.ts";

/** What a file of statistics can be refused for wherever it is read stands with them. */
type Elsewhere = "not-yours" | "fetched-later" | SeriesFileWhy;

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
  "not-a-population-file": {
    sv: "Filen är ingen tabell ur SCB:s statistikdatabas. Hämta «Folkmängden efter region, ålder, kön och år» därifrån som json-stat2, PC-Axis (.px), Excel eller CSV med rubrik och försök igen. Inget är ändrat.",
    en: "The file is no table of Statistics Sweden's database. Fetch “Population by region, age, sex and year” from there as json-stat2, PC-Axis (.px), Excel or CSV with a heading and try again. Nothing is changed.",
  },
  "not-about-population": {
    sv: "Tabellen «{title}» räknar inte hur många som bor någonstans. Hämta en tabell med folkmängd, med tabellinnehållet «Folkmängd» valt. Inget är ändrat.",
    en: "The table “{title}” does not count how many live somewhere. Fetch a table of population, with the contents “Population” chosen. Nothing is changed.",
  },
  "not-by-year": {
    sv: "Tabellen är inte delad efter hela år: {periods}. Hämta folkmängden den 31 december, år för år. Inget är ändrat.",
    en: "The table is not divided by whole years: {periods}. Fetch the population of 31 December, year by year. Nothing is changed.",
  },
  "year-not-been": {
    sv: "Filens senaste år, {year}, har inte varit än. En framskrivning säger inte vilka som bor här. Hämta folkmängden för ett år som har varit. Inget är ändrat.",
    en: "The last year of the file, {year}, has not been yet. A projection does not say who lives here. Fetch the population of a year that has been. Nothing is changed.",
  },
  "place-needed": {
    sv: "Tabellen säger inte vilken kommun siffrorna gäller; det kan vara hela landet. Välj kommunen under «region» hos SCB och hämta filen igen. Inget är ändrat.",
    en: "The table does not say which municipality the figures are of; it may be the whole country. Choose the municipality under “region” at Statistics Sweden and fetch the file again. Nothing is changed.",
  },
  "other-municipality": {
    sv: "Filen har inget om {municipality}. Den har: {areas}. Välj rätt kommun under «region» hos SCB och hämta filen igen. Inget är ändrat.",
    en: "The file has nothing on {municipality}. It has: {areas}. Choose the right municipality under “region” at Statistics Sweden and fetch the file again. Nothing is changed.",
  },
  "divided-otherwise": {
    sv: "Tabellen är delad efter «{by}» också ({values}), och det syns inte om det är alla som bor här. Hämta den utan «{by}», eller med «totalt» valt där. Inget är ändrat.",
    en: "The table is divided by “{by}” too ({values}), and whether that is everybody who lives here is not seen. Fetch it without “{by}”, or with the total chosen there. Nothing is changed.",
  },
  "one-sex-only": {
    sv: "Under «kön» har tabellen bara: {sex}. Välj både kvinnor och män hos SCB, eller inget av dem, och hämta filen igen. Inget är ändrat.",
    en: "Under “sex” the table has only: {sex}. Choose both women and men at Statistics Sweden, or neither, and fetch the file again. Nothing is changed.",
  },
  "ages-missing": {
    sv: "Åldern {age} år saknas i tabellen, som har: {ages}. Då skulle alla summor bli för låga. Välj alla åldrar från 0 till 100+, eller «totalt», och hämta filen igen. Inget är ändrat.",
    en: "Age {age} is missing in the table, which has: {ages}. Every sum would come out too low. Choose all ages from 0 to 100+, or the total, and fetch the file again. Nothing is changed.",
  },
  "figure-missing": {
    sv: "SCB har ingen uppgift («{mark}») för {where}; {count} {count|ruta|rutor} saknas. Då skulle summan bli för låg. Välj ett år där alla uppgifter finns och hämta filen igen. Inget är ändrat.",
    en: "Statistics Sweden has no figure (“{mark}”) for {where}; {count} {count|cell|cells} missing. The sum would come out too low. Choose a year with every figure and fetch the file again. Nothing is changed.",
  },
  "figure-not-people": {
    sv: "{figure} för {where} är inget antal människor. Välj tabellinnehållet «Folkmängd» hos SCB, inte en andel eller förändring, och hämta filen igen. Inget är ändrat.",
    en: "{figure} for {where} is no number of people. Choose the contents “Population” at Statistics Sweden, not a share or a change, and fetch the file again. Nothing is changed.",
  },
  "total-differs": {
    sv: "Totalen i filen är {total}, men delarna blir tillsammans {sum}. Något är inte med. Hämta filen igen med alla åldrar och båda könen. Inget är ändrat.",
    en: "The total of the file is {total}, but its parts come to {sum}. Something is not in it. Fetch the file again with all ages and both sexes. Nothing is changed.",
  },
  "nothing-to-compare": {
    sv: "Tabellen är varken delad efter kön eller efter åldrar som går att jämföra, och har inga orter i kommunen. Välj kön och alla ettåriga åldersklasser hos SCB och hämta filen igen. Inget är ändrat.",
    en: "The table is divided neither by sex nor by ages that can be compared, and has no localities of the municipality. Choose sex and all one-year ages at Statistics Sweden and fetch the file again. Nothing is changed.",
  },
} satisfies Words<Exclude<HeardWhy | PopulationFileWhy, Elsewhere>>;

/** What one must know before a file is taken in. */
export const fileRemarks: Words<FileRemark["what"]> = {
  "newest-year": {
    sv: "Filen har {years} år. Bara det senaste, {year}, tas in.",
    en: "The file has {years} years. Only the last, {year}, is taken in.",
  },
  "totals-agree": {
    sv: "Filen har totaler bredvid delarna. De stämmer överens, och räknas inte en gång till.",
    en: "The file has totals beside the parts. They agree, and are not counted once more.",
  },
  "no-sexes": {
    sv: "Filen är inte delad efter kön. Tas den in går könen inte att jämföra för året.",
    en: "The file is not divided by sex. When it is taken in, the sexes cannot be compared for the year.",
  },
  "no-ages": {
    sv: "Filen är inte delad efter ålder. Tas den in går åldrarna inte att jämföra för året.",
    en: "The file is not divided by age. When it is taken in, the ages cannot be compared for the year.",
  },
  "ages-cross": {
    sv: "Åldrarna tas inte in: {ages} ligger på båda sidor om en gräns ({limits} år) och går inte att dela. Hämta filen med ettåriga klasser så kommer åldrarna med.",
    en: "The ages are not taken in: {ages} lie on both sides of a limit ({limits}) and cannot be divided. Fetch the file with one-year ages and they come along.",
  },
  "ages-partial": {
    sv: "Åldrarna tas inte in: åldern {age} år saknas, och en grupp skulle bli för liten. Välj alla åldrar från 0 till 100+ hos SCB så kommer de med.",
    en: "The ages are not taken in: age {age} is missing, and a group would come out too small. Choose all ages from 0 to 100+ at Statistics Sweden and they come along.",
  },
  "no-municipality": {
    sv: "Filen har orter, men inte kommunen som helhet. Kön och ålder står kvar som de är.",
    en: "The file has localities, but not the municipality as a whole. Sex and age stand as they are.",
  },
  "other-places": {
    sv: "{count} {count|annan plats|andra platser} i filen tas inte in.",
    en: "{count} other {count|place|places} in the file {count|is|are} not taken in.",
  },
  "locality-without-figure": {
    sv: "Orter utan uppgift för {year}, som inte tas in: {names}.",
    en: "Localities without a figure for {year}, which are not taken in: {names}.",
  },
  "areas-without-place": {
    sv: "{count} {count|område|områden} som SCB har ritat (DeSO, RegSO) tas inte in: de heter inte som någon ort här. Hämta folkmängden per tätort för orterna.",
    en: "{count} {count|area|areas} that Statistics Sweden has drawn (DeSO, RegSO) {count|is|are} not taken in: no village here has the name. Fetch the population per locality for the villages.",
  },
  "younger-known": {
    sv: "Här finns redan siffror för {known}. Jämförelsen görs fortfarande mot dem, inte mot {year}.",
    en: "There are figures for {known} here already. The comparison is still made with them, not with {year}.",
  },
  "year-replaced": {
    sv: "Det som nu står för {year} ersätts.",
    en: "What stands for {year} now is replaced.",
  },
  "localities-younger": {
    sv: "Yngre siffror än {year} är redan kända, och fortsätter att visas, för: {names}.",
    en: "Younger figures than {year} are known already, and go on being shown, for: {names}.",
  },
};

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
  goOnGroup: {
    sv: "{group}: en mindre del av de hörda än av dem som bor här.",
    en: "{group}: a smaller part of those heard than of those who live here.",
  },
  goOnMore: {
    sv: "Och {count} {count|ort|orter} till som inte har hörts; de står i tabellen över orter.",
    en: "And {count} more {count|village|villages} not heard; they stand in the table of villages.",
  },
  goOnCaveat: {
    sv: "Räknat är huvuden vid varje tillfälle, inte personer: den som har varit med flera gånger är räknad lika många gånger, och vem som helst kan ha räknats i mer än en grupp. En skillnad säger var ni kan gå vidare, inte vad någon tycker. Orter känns igen på namnet.",
    en: "Heads are counted at each occasion, not persons: whoever came several times is counted as many times, and anybody may have been counted in more than one group. A difference says where to go on, not what anybody thinks. Villages are known by their names.",
  },
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
    sv: "Inom parentes: så långt slumpen räcker om de som kom hade lottats fram och var och en kommit en gång. Det hade de inte, så skillnaderna är en fråga att ta vidare och inget svar. Under 18 år är alla barn, också de minsta.",
    en: "In brackets: how far chance reaches had those who came been drawn by lot and each come once. They were not, so the differences are a question to take further and no answer. Under 18 are all children, the smallest too.",
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
  residentsIn: { sv: "{count} ({year})", en: "{count} ({year})" },
  population: { sv: "Vilka som bor här", en: "Who lives here" },
  populationText: {
    sv: "Folkmängden finns hos SCB och blir ny en gång om året. Ta in den ur SCB:s egen fil, eller skriv in siffrorna för hand.",
    en: "The population is published by Statistics Sweden (SCB), anew once a year. Take it in from their own file, or type the figures.",
  },
  populationNone: { sv: "Inget är ifyllt än.", en: "Nothing is filled in yet." },
  populationTyped: {
    sv: "Bor här: {year}, inskrivet för hand. Källa: {source}.",
    en: "Live here: {year}, typed in. Source: {source}.",
  },
  populationFile: { sv: "Bor här: {file}.", en: "Live here: {file}." },
  localityFile: { sv: "Invånare i orterna: {file}.", en: "Residents of the villages: {file}." },
  fileSaid: {
    sv: "{source}, {contents} {year}{table}{updated}, hämtad {retrieved}. {licence}",
    en: "{source}, {contents} {year}{table}{updated}, fetched {retrieved}. {licence}",
  },
  fileTable: { sv: ", tabell {id}", en: ", table {id}" },
  fileUpdated: { sv: ", uppdaterad hos källan {day}", en: ", updated at the source {day}" },
  fromFile: { sv: "Ur SCB:s fil", en: "From Statistics Sweden's file" },
  fromFileSteps: {
    sv: "Hos SCB: öppna statistikdatabasen, Befolkning, «Folkmängden efter region, ålder, kön och år». Välj kommunen, alla ettåriga åldrar, kvinnor och män, och det senaste året. Spara som json-stat2, PC-Axis (.px), Excel eller CSV; de två första säger själva tabellens nummer, dag och villkor. För orterna: «Folkmängd per tätort».",
    en: "At Statistics Sweden: open the statistical database, Population, “Population by region, age, sex and year”. Choose the municipality, all one-year ages, women and men, and the last year. Save as json-stat2, PC-Axis (.px), Excel or CSV; the first two say the number of the table, its day and its terms themselves. For the villages: “Population per locality”.",
  },
  file: { sv: "Fil", en: "File" },
  fileGuide: {
    sv: "json-stat2 (.json), PC-Axis (.px), Excel (.xlsx) eller CSV",
    en: "json-stat2 (.json), PC-Axis (.px), Excel (.xlsx) or CSV",
  },
  fileNeeded: { sv: "Välj en fil.", en: "Choose a file." },
  retrieved: { sv: "Hämtad", en: "Fetched" },
  retrievedGuide: { sv: "Dagen filen hämtades från SCB.", en: "The day the file was fetched from Statistics Sweden." },
  dayNeeded: { sv: "Välj vilken dag filen hämtades.", en: "Choose the day the file was fetched." },
  tryOut: { sv: "Visa vad filen ger", en: "Show what the file comes to" },
  tried: { sv: "{said}. Inget är intaget än.", en: "{said}. Nothing has been taken in yet." },
  triedTotal: { sv: "{year}: {total} invånare", en: "{year}: {total} residents" },
  triedAges: { sv: "{count} {count|åldersgrupp|åldersgrupper}", en: "{count} {count|age group|age groups}" },
  triedSexes: { sv: "{count} kön", en: "{count} sexes" },
  triedLocalities: { sv: "{count} {count|ort|orter}", en: "{count} {count|locality|localities}" },
  triedGroups: { sv: "Så fördelas de på grupperna", en: "How they divide into the groups" },
  triedVillages: { sv: "Orter i filen", en: "Localities in the file" },
  residentsBefore: { sv: "Förut", en: "Before" },
  residentsNow: { sv: "I filen", en: "In the file" },
  toKnow: { sv: "Att veta", en: "To know" },
  table: { sv: "Tabell", en: "Table" },
  updated: { sv: "Uppdaterad hos källan", en: "Updated at the source" },
  notSaid: { sv: "Filen säger inte", en: "The file does not say" },
  licence: { sv: "Villkor", en: "Terms" },
  takeIn: { sv: "Ta in", en: "Take in" },
  takenIn: { sv: "Folkmängden {year} är intagen", en: "The population of {year} has been taken in" },
  takenInText: {
    sv: "Jämförelsen är räknad på nytt. Blev det fel: ta in rätt fil, eller skriv in siffrorna för hand.",
    en: "The comparison has been made anew. If it came out wrong: take the right file in, or type the figures.",
  },
  byHand: { sv: "Skriv in för hand", en: "Type in" },
  onlyKeepers: {
    sv: "Samordnaren eller kommunpolisen fyller i vilka som bor här.",
    en: "The coordinator or the liaison officer fills in who lives here.",
  },
  year: { sv: "År", en: "Year" },
  source: { sv: "Källa", en: "Source" },
  save: { sv: "Spara", en: "Save" },
  saved: { sv: "Sparat. Jämförelsen är räknad på nytt.", en: "Saved. The comparison has been made anew." },
  wholeNumber: { sv: "Skriv ett helt tal.", en: "Write a whole number." },
} satisfies Words<string>;
