// What is said of open data: of each dataset, of the format and on the pages.
import type { Day } from "../../ground/time.ts";
import type { Said, Words } from "../../ground/words.ts";
import type { Change, ColumnType, Dataset } from "./dataset.ts";

export const refusals = {
  "fetched-too-often": {
    sv: "Hämta högst 10 gånger i minuten, eller ladda ner allt på en gång här ({address}).",
    en: "Fetch at most 10 times a minute, or download everything at once here ({address}).",
  },
} satisfies Words<string>;

/** Where a program asked for what is not there; said in the problem details of the API. */
export const faults = {
  "unknown-parameter": {
    sv: "Parametern {name} finns inte här. De som finns: {known}.",
    en: "There is no parameter {name} here. Those there are: {known}.",
  },
  "said-twice": { sv: "Parametern {name} får sägas en gång.", en: "The parameter {name} may be said once." },
  "bad-limit": {
    sv: "limit ska vara ett heltal från 1. Fler än {most} ges inte åt gången; följ länken next.",
    en: "limit must be a whole number from 1. More than {most} are not given at a time; follow the link next.",
  },
  "bad-offset": { sv: "offset ska vara ett heltal från 0.", en: "offset must be a whole number from 0." },
  "bad-bbox": {
    sv: "bbox ska vara fyra eller sex tal med komma emellan, i grader: väst, syd, öst, nord. Syd får inte vara större än nord.",
    en: "bbox must be four or six numbers with commas between, in degrees: west, south, east, north. South must not exceed north.",
  },
  "bad-datetime": {
    sv: "datetime ska vara en dag eller en tidpunkt (2026-11-24), eller två med / emellan; .. är en öppen ände.",
    en: "datetime must be a day or an instant (2026-11-24), or two with / between; .. is an open end.",
  },
  "bad-format": { sv: "f kan bara vara json.", en: "f can only be json." },
  "no-collection": {
    sv: "Det finns ingen datamängd med det namnet. De som finns står under /oppna-data/api/collections.",
    en: "There is no dataset by that name. Those there are stand under /oppna-data/api/collections.",
  },
  "no-row": { sv: "Det finns ingen rad med det id:t.", en: "There is no row with that id." },
  "no-address": {
    sv: "Här finns inget. API:et börjar på /oppna-data/api.",
    en: "There is nothing here. The API begins at /oppna-data/api.",
  },
} satisfies Words<string>;

export const types = {
  text: { sv: "text", en: "text" },
  integer: { sv: "heltal", en: "whole number" },
  number: { sv: "tal", en: "number" },
  boolean: { sv: "true/false", en: "true/false" },
  day: { sv: "dag", en: "day" },
  address: { sv: "adress", en: "address" },
} satisfies Words<ColumnType>;

const NOT_ALL: Said = {
  sv: "Här finns det som har publicerats. Det som bara står i parternas egna system, eller som de inte har beslutat att visa, finns inte här och räknas inte.",
  en: "What has been published is here. What stands in the parties' own systems only, or what they have not decided to show, is not here and not counted.",
};
const FEW: Said = {
  sv: "Ett tomt fält är inte noll. Där ett antal är för litet för att visas är fältet tomt, undanhallet är true och skälet står bredvid.",
  en: "An empty field is not zero. Where a number is too small to be shown the field is empty, undanhallet is true and the reason stands beside.",
};
const NO_CAUSE: Said = {
  sv: "Att något gjordes och att något blev bättre säger inte att det ena ledde till det andra.",
  en: "That something was done and that something got better does not say that the one led to the other.",
};

type Told = Pick<Dataset, "title" | "what" | "silent" | "keywords">;
const keywords = (sv: string, en: string): readonly Said[] => {
  const english = en.split(", ");
  return sv.split(", ").map((word, at) => ({ sv: word, en: english[at] ?? word }));
};

export const datasetWords = {
  loften: {
    title: { sv: "Löften och aktiviteter", en: "Promises and activities" },
    what: {
      sv: "Varje publicerat medborgarlöfte, en rad per aktivitet: vad som är lovat, av vem, hur mycket, vad som är gjort hittills och hur parterna bedömer det.",
      en: "Every published citizen promise, a row for each activity: what is promised, by whom, how much, what has been done so far and how the parties judge it.",
    },
    silent: [
      {
        sv: "Utfallet är vad som är gjort, inte vad det ledde till.",
        en: "The outcome column is what has been done, not what it led to.",
      },
      {
        sv: "Löften är olika svåra. Den som lovar lite håller lättare, så andelen hållna löften rangordnar ingen.",
        en: "Promises differ in how hard they are. Who promises little keeps it more easily, so the share of kept promises ranks nobody.",
      },
      {
        sv: "En text som har ändrats står kvar som en egen rad. Räkna de rader där tillstand är publicerat.",
        en: "A text that has been changed stays as a row of its own. Count the rows where tillstand is publicerat.",
      },
      NOT_ALL,
    ],
    keywords: keywords(
      "medborgarlöfte, trygghet, brottsförebyggande, kommun, polis",
      "citizen promise, safety, crime prevention, municipality, police",
    ),
  },
  tillfallen: {
    title: { sv: "Tillfällen", en: "Occasions" },
    what: {
      sv: "Vad som har gjorts av det som är lovat och gäller nu, ett tillfälle per rad, med hur säkert det är räknat.",
      en: "What has been done of what is promised and holds now, an occasion a row, with how surely it was counted.",
    },
    silent: [
      {
        sv: "Fler tillfällen betyder inte tryggare. Det är vad som gjordes, inte vad det ledde till.",
        en: "More occasions do not mean safer. It is what was done, not what it led to.",
      },
      {
        sv: "Det som inte har skrivits in finns inte här: en enhet som skriver in sent ser ut att göra lite.",
        en: "What has not been entered is not here: a unit that enters late seems to do little.",
      },
      {
        sv: "Det som gjordes vid sidan av löftet, och handlar om så få att de kan kännas igen, visas inte alls.",
        en: "What was done beside the promise, and is about so few that they could be recognised, is not shown at all.",
      },
    ],
    keywords: keywords(
      "aktiviteter, tillfällen, trafikkontroll, uppföljning",
      "activities, occasions, traffic control, follow-up",
    ),
  },
  resultat: {
    title: { sv: "Resultat av tillfällen", en: "Results of occasions" },
    what: {
      sv: "Vad som kom av varje tillfälle, med «varav» på egna rader. Antal som är för små visas inte.",
      en: "What came of each occasion, with “of which” on rows of their own. Numbers that are too small are not shown.",
    },
    silent: [
      FEW,
      {
        sv: "Det som upptäcks beror på hur mycket någon kontrollerar. Fler rapporter kan vara fler kontroller.",
        en: "What is found depends on how much somebody controls. More reports can be more controls.",
      },
      NO_CAUSE,
    ],
    keywords: keywords("resultat, kontroller, trafik", "results, controls, traffic"),
  },
  svar: {
    title: { sv: "Du sa – vi gjorde", en: "You said – we did" },
    what: {
      sv: "Det som togs upp och fick svar: vad som blev av det, skälet och löftet det ledde till.",
      en: "What was raised and answered: what became of it, the reason, and the promise it led to.",
    },
    silent: [
      FEW,
      {
        sv: "Det här är vad som hördes av dem som hördes. Det säger inte hur alla har det.",
        en: "This is what was heard of those who were heard. It does not tell how everybody is.",
      },
      {
        sv: "Många belägg gör inte ett problem större än ett annat.",
        en: "Many pieces of evidence do not make one problem larger than another.",
      },
    ],
    keywords: keywords("medborgardialog, återkoppling, svar", "citizen dialogue, feedback, answers"),
  },
  uppfoljningar: {
    title: { sv: "Uppföljningar", en: "Follow-ups" },
    what: {
      sv: "Periodrapporterna rad för rad: vad som gjordes av det väntade och hur kommunen och polisen tillsammans bedömer varje aktivitet.",
      en: "The period reports row by row: what was done of what was expected, and how the municipality and the police together judge each activity.",
    },
    silent: [
      {
        sv: "Statusen är parternas egen bedömning av sitt eget arbete. Motiveringen står bredvid.",
        en: "The status is the parties' own judgement of their own work. The explanation stands beside.",
      },
      NO_CAUSE,
      NOT_ALL,
    ],
    keywords: keywords("uppföljning, omdöme, medborgarlöfte", "follow-up, judgement, citizen promise"),
  },
  vandringar: {
    title: { sv: "Punkter från trygghetsvandringar", en: "Points of safety walks" },
    what: {
      sv: "Varje punkt i publicerade protokoll: vad som sågs, vad som svarades och hur långt det har kommit. Platsen är mitten av en ruta på 50 meter.",
      en: "Every point of published protocols: what was seen, what was answered and how far it has come. The place is the middle of a square of 50 metres.",
    },
    silent: [
      {
        sv: "Punkter finns där någon har gått. En ort utan punkter är en ort utan vandring, inte en trygg ort.",
        en: "There are points where somebody has walked. A village without points is one without a walk, not a safe one.",
      },
      {
        sv: "En punkt är vad de som gick såg en kväll. Den säger inget om brott.",
        en: "A point is what those who walked saw one evening. It says nothing of crime.",
      },
      FEW,
    ],
    keywords: keywords("trygghetsvandring, belysning, utemiljö", "safety walk, lighting, outdoor environment"),
  },
  vagmatningar: {
    title: { sv: "Hastighetsmätningar", en: "Speed measurements" },
    what: {
      sv: "Publicerade mätningar av vägsträckor som någon har klagat på, och av vägar att jämföra med.",
      en: "Published measurements of stretches that somebody has complained of, and of roads to compare with.",
    },
    silent: [
      {
        sv: "Det mättes där någon hade klagat. Sträckorna är inget urval av vägarna.",
        en: "It was measured where somebody had complained. The stretches are no sample of the roads.",
      },
      {
        sv: "Två mätningar med olika metod, årstid eller riktning är inte samma mätning två gånger.",
        en: "Two measurements by different methods, in different seasons or directions are not the same twice.",
      },
      FEW,
    ],
    keywords: keywords("hastighet, trafik, mätning, v85", "speed, traffic, measurement, v85"),
  },
  indikatorer: {
    title: { sv: "Mått", en: "Indicators" },
    what: {
      sv: "Vad löftena söks i: avläsningar med intervall, utgångsläge och vad de vilar på, i tre slag som aldrig räknas ihop.",
      en: "What the promises are looked for in: readings with interval, baseline and what they rest on, in three kinds that are never added up.",
    },
    silent: [
      FEW,
      NO_CAUSE,
      {
        sv: "Två värden vars intervall går i varandra kan vara samma. Där beror_pa_kontroll är true följer siffran hur mycket någon kontrollerar.",
        en: "Two values whose intervals overlap may be the same. Where beror_pa_kontroll is true the figure follows how much somebody controls.",
      },
    ],
    keywords: keywords("mått, indikator, trygghet, utgångsläge", "measure, indicator, safety, baseline"),
  },
  dolt: {
    title: { sv: "Vad som inte visas", en: "What is not shown" },
    what: {
      sv: "Varje tal, mått eller stycke på sidorna som visas grovt eller inte alls, en rad för varje: vad det är, vad som står i stället och varför.",
      en: "Every number, figure or paragraph on the pages that is shown coarsely or not at all, a row for each: what it is, what stands there instead and why.",
    },
    silent: [
      {
        sv: "Hur många det var står inte här och går inte att räkna ut. Det som en part inte har beslutat att visa är inte dolt av regler, och står inte heller här.",
        en: "How many there were does not stand here and cannot be worked out. What a party has not decided to show is not hidden by rules, and does not stand here either.",
      },
    ],
    keywords: keywords("röjandekontroll, sekretess, integritet", "disclosure control, confidentiality, privacy"),
  },
} satisfies Readonly<Record<string, Told>>;

/** What has changed in the format, newest first. A column is never given another meaning: it gets another name. */
export const changes: readonly Change[] = [
  {
    on: "2026-11-29" as Day,
    what: {
      sv: "1.1: datamängden dolt. Antal som växer är tomma, med «minst» i undanhallet_skal.",
      en: "1.1: the dataset dolt. Numbers that grow are empty, with «minst» (at least) in undanhallet_skal.",
    },
  },
  {
    on: "2026-11-29" as Day,
    what: {
      sv: "1.0: åtta datamängder som CSV, JSON och GeoJSON, ett API och en katalog.",
      en: "1.0: eight datasets as CSV, JSON and GeoJSON, an API and a catalogue.",
    },
  },
];
export const FORMAT_VERSION = "1.1";

export const words = {
  heading: { sv: "Öppna data", en: "Open data" },
  lead: {
    sv: "Allt som står på de öppna sidorna, som filer och genom ett API. Ingen nyckel, inget konto. Samma skyddsgrind: det som inte visas på sidorna finns inte här heller.",
    en: "All that stands on the public pages, as files and through an API. No key, no account. The same gate: what is not shown on the pages is not here either.",
  },
  catalogueTitle: { sv: "Öppna data om medborgarlöften", en: "Open data on citizen promises" },
  catalogueTitleOf: { sv: "Öppna data om medborgarlöften: {name}", en: "Open data on citizen promises: {name}" },
  publisher: { sv: "Samsyn på {host}", en: "Samsyn at {host}" },
  contact: { sv: "Frågor om öppna data", en: "Questions about open data" },
  datasets: { sv: "Datamängder", en: "Datasets" },
  rows: { sv: "{count} {count|rad|rader}", en: "{count} {count|row|rows}" },
  changedOn: { sv: "senast ändrad {day}", en: "last changed {day}" },
  allAtOnce: { sv: "Allt på en gång", en: "Everything at once" },
  allAtOnceText: {
    sv: "Alla datamängder som CSV, JSON och GeoJSON i en fil, med beskrivningen. Räcker för den som hämtar varje natt: är inget ändrat svarar servern 304 och skickar ingenting.",
    en: "All datasets as CSV, JSON and GeoJSON in one file, with the description. Enough for whoever fetches every night: if nothing has changed the server answers 304 and sends nothing.",
  },
  ownPartnershipText: {
    sv: "Varje fil finns också för ett samarbete: sätt dess adress sist, som i {example}.",
    en: "Every file is there for one partnership as well: put its address last, as in {example}.",
  },
  api: { sv: "API", en: "API" },
  apiText: {
    sv: "OGC API Features 1.0: läs rader efter plats (bbox), tid (datetime) och kolumn, sida för sida. QGIS, GDAL och andra program läser det utan tillägg. Adressen är",
    en: "OGC API Features 1.0: read rows by place (bbox), time (datetime) and column, page by page. QGIS, GDAL and other programs read it as it is. The address is",
  },
  apiDescription: { sv: "API:ets beskrivning (OpenAPI 3.0)", en: "The API's description (OpenAPI 3.0)" },
  catalogue: { sv: "Katalog för dataportaler", en: "Catalogue for data portals" },
  catalogueText: {
    sv: "DCAT-AP-SE, så att dataportal.se och andra kan hämta beskrivningarna själva. I tre former som säger samma sak:",
    en: "DCAT-AP-SE, so that dataportal.se and others can fetch the descriptions by themselves. In three forms that say the same:",
  },
  promiseFormat: { sv: "Löftet självt, i ett öppet format", en: "The promise itself, in an open format" },
  promiseFormatText: {
    sv: "Varje publicerat löfte kan hämtas helt, ordagrant som det undertecknades, från sin egen sida. Formatet är öppet och följer med programmet, i mappen spec/medborgarlofte.",
    en: "Every published promise can be fetched whole, word for word as it was signed, from its own page. The format is open and comes with the program, in the folder spec/medborgarlofte.",
  },
  rules: { sv: "Villkor", en: "Terms" },
  licence: {
    sv: "Fritt att använda, ändra och sprida, utan att fråga (CC0 1.0). Skriv gärna varifrån det kommer.",
    en: "Free to use, change and spread, without asking (CC0 1.0). Do say where it comes from.",
  },
  pace: {
    sv: "Hela filer kan hämtas högst 10 gånger i minuten. Svar utan ändring (304) räknas inte.",
    en: "Whole files can be fetched at most 10 times a minute. Answers without change (304) are not counted.",
  },
  stable: {
    sv: "Adresser och id:n står kvar över åren. En kolumn får aldrig en annan mening; då får den ett nytt namn, och det står här nedanför.",
    en: "Addresses and ids stay over the years. A column never gets another meaning; then it gets a new name, and that is said below.",
  },
  noTrace: {
    sv: "Ingen får veta vem som hämtar vad.",
    en: "Nobody is told who fetches what.",
  },
  formatChanges: { sv: "Ändringar i formatet", en: "Changes of the format" },
  about: { sv: "Om datamängden", en: "About the dataset" },
  files: { sv: "Ladda ner", en: "Download" },
  csvText: {
    sv: "Tabell: UTF-8, semikolon mellan kolumnerna, öppnas i Excel. En text som ett kalkylprogram skulle ta för en formel börjar med ett '.",
    en: "Table: UTF-8, semicolons between columns, opens in Excel. Text that a spreadsheet would take for a formula begins with a '.",
  },
  jsonText: { sv: "Samma rader för program", en: "The same rows for programs" },
  geojsonText: {
    sv: "Samma rader på en karta (WGS 84); rader utan plats är också med",
    en: "The same rows on a map (WGS 84); rows without a place are there as well",
  },
  silent: { sv: "Vad siffrorna inte säger", en: "What the figures do not say" },
  columns: { sv: "Kolumner", en: "Columns" },
  columnsCaption: {
    sv: "Kolumnerna i {title}, i den ordning de står",
    en: "The columns of {title}, in the order they stand",
  },
  column: { sv: "Kolumn", en: "Column" },
  type: { sv: "Typ", en: "Type" },
  meaning: { sv: "Betyder", en: "Means" },
  typesText: {
    sv: "Dagar skrivs 2026-11-24 och decimaler med punkt. Tomt är inte noll: det är okänt, gäller inte raden eller är undanhållet.",
    en: "Days are written 2026-11-24 and decimals with a point. Empty is not zero: it is not known, does not apply to the row or is withheld.",
  },
  inUnit: { sv: "Enhet: {unit}.", en: "Unit: {unit}." },
  valuesAre: { sv: "Något av:", en: "One of:" },
  examples: { sv: "Fråga API:et", en: "Ask the API" },
  exampleAll: { sv: "De första tio raderna", en: "The first ten rows" },
  exampleOf: { sv: "Ett samarbetes rader", en: "One partnership's rows" },
  exampleSince: { sv: "Rader från 2026 och framåt", en: "Rows from 2026 onwards" },
  exampleNear: { sv: "Rader inom en ruta på kartan", en: "Rows within a box on the map" },
  facts: {
    rows: { sv: "Rader", en: "Rows" },
    changed: { sv: "Senast ändrad", en: "Last changed" },
    licence: { sv: "Licens", en: "Licence" },
    renewed: { sv: "Förnyas", en: "Renewed" },
    renewedText: { sv: "när något ändras på sidorna", en: "when something changes on the pages" },
    version: { sv: "Formatets version", en: "Version of the format" },
  },
  allDatasets: { sv: "Alla datamängder", en: "All datasets" },
  toOpenData: { sv: "Öppna data: hämta allt som filer", en: "Open data: fetch everything as files" },
} as const;
