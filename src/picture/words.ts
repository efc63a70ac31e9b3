import type { CategoryGroup } from "../collect/category.ts";
import type { Knowledge } from "../collect/source.ts";
import type { Words } from "../ground/words.ts";
import type { SharingAsked } from "./question.ts";

/** The picture only answers; what is refused, platform refuses in its own words. */
export const refusals = {} satisfies Words<never>;

export const groups = {
  place: { sv: "Platsen", en: "The place" },
  traffic: { sv: "Trafik", en: "Traffic" },
  vandalism: { sv: "Skadegörelse", en: "Vandalism" },
  disorder: { sv: "Ordning", en: "Disorder" },
  drugs: { sv: "Droger", en: "Drugs" },
  violence: { sv: "Våld och hot", en: "Violence and threats" },
  theft: { sv: "Stöld", en: "Theft" },
  fraud: { sv: "Bedrägeri", en: "Fraud" },
  staff: { sv: "Personal", en: "Staff" },
  event: { sv: "Arrangemang", en: "Events" },
  rumour: { sv: "Rykten", en: "Rumours" },
  positive: { sv: "Det som blivit bättre", en: "What has become better" },
  rescue: { sv: "Olyckor och bränder", en: "Accidents and fires" },
  police: { sv: "Polisens arbete", en: "Police work" },
  other: { sv: "Annat", en: "Other" },
} satisfies Words<CategoryGroup>;

export const knowledges = {
  felt: { sv: "Upplevt", en: "Felt" },
  recorded: { sv: "Registrerat", en: "Recorded" },
  measured: { sv: "Uppmätt", en: "Measured" },
} satisfies Words<Knowledge>;

export const sharingsAsked = {
  all: { sv: "Allt jag får se", en: "All I may see" },
  shared: { sv: "Bara det båda har delat (mötesläge)", en: "Only what both have shared (meeting)" },
  public: { sv: "Bara det alla får se", en: "Only what everybody may see" },
} satisfies Words<SharingAsked>;

export const words = {
  heading: { sv: "Lägesbild", en: "Picture" },
  lead: {
    sv: "Upplevt, registrerat och uppmätt står bredvid varandra och läggs aldrig ihop.",
    en: "Felt, recorded and measured stand beside each other and are never added up.",
  },
  meeting: {
    sv: "Bara det som båda parter har delat visas på skärmen.",
    en: "Only what both parties have shared is on the screen.",
  },
  sentence: {
    sv: "{total} iakttagelser i urvalet. Flest om {group}: {count} av {total}.",
    en: "{total} observations in the selection. Most about {group}: {count} of {total}.",
  },
  sentencePlain: { sv: "{total} iakttagelser i urvalet.", en: "{total} observations in the selection." },
  sentenceOne: { sv: "1 iakttagelse i urvalet.", en: "1 observation in the selection." },
  handful: {
    sv: "Det är för få för att säga något om platser och tider.",
    en: "That is too few to say anything of places and times.",
  },
  changePercent: {
    sv: "Registrerat: {after}, mot {before} under lika lång tid dessförinnan ({percent} procent). Fler rapporter betyder inte alltid fler händelser.",
    en: "Recorded: {after}, against {before} in the equally long time before ({percent} per cent). More reports do not always mean more happenings.",
  },
  changeCounts: {
    sv: "Registrerat: {after}, mot {before} under lika lång tid dessförinnan. Det är för få för en förändring i procent.",
    en: "Recorded: {after}, against {before} in the equally long time before. Too few for a change in per cent.",
  },
  nothing: { sv: "Inget svarar mot frågan", en: "Nothing answers the question" },
  nothingText: {
    sv: "Det betyder inte att inget har hänt. Välj ett större urval.",
    en: "It does not mean that nothing happened. Choose a wider selection.",
  },
  unread: { sv: "En del av adressen gick inte att förstå", en: "Part of the address could not be understood" },
  unreadText: {
    sv: "Det här räknades inte in i urvalet: {what}. Du ser därför mer än adressen frågade efter.",
    en: "This was not part of the selection: {what}. You therefore see more than the address asked for.",
  },
  filters: { sv: "Välj urval", en: "Choose what to see" },
  more: { sv: "Fler val", en: "More choices" },
  from: { sv: "Från månad", en: "From month" },
  to: { sv: "Till månad", en: "To month" },
  category: { sv: "Kategori", en: "Category" },
  kind: { sv: "Slag", en: "Kind" },
  knowledge: { sv: "Hur vi vet det", en: "How it is known" },
  source: { sv: "Källa", en: "Source" },
  area: { sv: "Ort", en: "Village" },
  sharing: { sv: "Delning", en: "Sharing" },
  all: { sv: "Alla", en: "All" },
  elsewhere: { sv: "Övriga kommunen", en: "Rest of the municipality" },
  unplaced: { sv: "Utan plats", en: "Without a place" },
  show: { sv: "Visa urvalet", en: "Show the selection" },
  clear: { sv: "Visa allt", en: "Show all" },
  mapLabel: {
    sv: "Karta över {name}, {count} iakttagelser ritade. Samma innehåll finns i tabellen.",
    en: "Map of {name}, {count} observations drawn. The table holds the same.",
  },
  mapSentence: {
    sv: "{placed} av {total} har en plats och är ritade.",
    en: "{placed} of {total} have a place and are drawn.",
  },
  mapForemost: { sv: "Flest i {area}: {count}.", en: "Most in {area}: {count}." },
  zoomIn: { sv: "Zooma in", en: "Zoom in" },
  zoomOut: { sv: "Zooma ut", en: "Zoom out" },
  whole: { sv: "Visa hela kommunen", en: "Show the whole municipality" },
  scrollHint: { sv: "Håll ned Ctrl och rulla för att zooma kartan", en: "Hold Ctrl and scroll to zoom the map" },
  touchHint: { sv: "Använd två fingrar för att flytta kartan", en: "Use two fingers to move the map" },
  unplacedOne: { sv: "1 iakttagelse utan plats", en: "1 observation without a place" },
  unplacedMany: { sv: "{count} iakttagelser utan plats", en: "{count} observations without a place" },
  unplacedText: {
    sv: "De är bara kända på kommun- eller länsnivå. De räknas i tid och i listan men ritas inte.",
    en: "They are known by municipality or county only. They are counted in time and listed, but not drawn.",
  },
  legendFew: { sv: "1–4 iakttagelser i rutan", en: "1–4 observations in the cell" },
  legendClass1: { sv: "5–7", en: "5–7" },
  legendClass2: { sv: "8–11", en: "8–11" },
  legendClass3: { sv: "12–16", en: "12–16" },
  legendClass4: { sv: "17 eller fler", en: "17 or more" },
  legendFelt: { sv: "upplevt, någon sade det", en: "felt, somebody said so" },
  legendRecorded: { sv: "registrerat, någon skrev upp det", en: "recorded, somebody wrote it down" },
  legendMeasured: {
    sv: "uppmätt. V85: 85 av 100 kör högst så fort",
    en: "measured. V85: 85 of 100 drive at most that fast",
  },
  legendStretch: { sv: "sträcka, tjockare för fler röster", en: "stretch, wider for more voices" },
  credit: {
    sv: "Schematisk karta. Gränser: Valmyndigheten. Tätorter: SCB. Hållplatser: X-trafik. Sjöar: Natural Earth. Postorter: GeoNames.",
    en: "Schematic map. Boundaries: Valmyndigheten. Localities: SCB. Stops: X-trafik. Lakes: Natural Earth. Postal places: GeoNames.",
  },
  summaries: {
    sv: "{count} sammanfattningar med flera händelser i varje står i listan men räknas inte.",
    en: "{count} summaries with several happenings each are listed but not counted.",
  },
  press: {
    sv: "{count} är händelser som polisen har valt att publicera. De är ett urval för pressen, ingen statistik.",
    en: "{count} are events that the police have chosen to publish. They are a selection for the press, no statistics.",
  },
  undated: { sv: "{count} har ingen känd tid.", en: "{count} have no known time." },
  month: { sv: "Månad", en: "Month" },
  number: { sv: "Antal", en: "Count" },
  entries: { sv: "Iakttagelser", en: "Observations" },
  byMonth: { sv: "Per månad", en: "By month" },
  byMonthSentence: { sv: "Flest i {month}: {count} av {total}.", en: "Most in {month}: {count} of {total}." },
  byMonthEven: { sv: "Ingen enskild månad sticker ut.", en: "No single month stands out." },
  byCategory: { sv: "Per kategori", en: "By category" },
  few: { sv: "få", en: "few" },
  fewMeaning: { sv: "färre än 5, säger inget säkert", en: "fewer than 5, says nothing for certain" },
  beside: { sv: "Upplevt bredvid registrerat", en: "Felt beside recorded" },
  besideText: {
    sv: "Det ena är inte rätt och det andra fel. Otrygghet syns ofta där lite är registrerat, och tvärtom. Byar rangordnas inte.",
    en: "Neither is right or wrong. Feeling unsafe often shows where little is recorded, and the other way round. Villages are not ranked.",
  },
  voices: { sv: "röster", en: "voices" },
  recorded: { sv: "poster", en: "entries" },
  inhabitants: { sv: "{count} invånare", en: "{count} inhabitants" },
  measured: { sv: "Uppmätt", en: "Measured" },
  interval: { sv: "{value} {unit} ({low}–{high}), {n} st", en: "{value} {unit} ({low}–{high}), n {n}" },
  value: { sv: "Värde", en: "Value" },
  when: { sv: "När", en: "When" },
  what: { sv: "Vad", en: "What" },
  where: { sv: "Var", en: "Where" },
  latest: { sv: "Senaste", en: "Latest" },
  listed: { sv: "{shown} av {total}, resten i tabellen", en: "{shown} of {total}, the rest in the table" },
  listCut: {
    sv: "Tabellen visar de {shown} senaste av {total}. Antalen ovan är av alla.",
    en: "The table shows the latest {shown} of {total}. The counts above are of all.",
  },
  sources: { sv: "Källor i bilden", en: "Sources in the picture" },
  caveat: { sv: "Att veta", en: "To know" },
  open: { sv: "Öppna", en: "Open" },
  close: { sv: "Stäng", en: "Close" },
  use: { sv: "Använd som underlag", en: "Use as evidence" },
  unknownTime: { sv: "okänd tid", en: "unknown time" },
  unknownPlace: { sv: "utan plats", en: "no place" },
  agreed: { sv: "{count} höll med", en: "{count} agreed" },
  leadsTo: { sv: "Leder till", en: "Leads to" },
  wish: { sv: "Förslag", en: "Proposal" },
  manager: { sv: "Sköts av", en: "Looked after by" },
  summary: { sv: "flera händelser", en: "several happenings" },
  noAnswer: { sv: "Inget svar just nu. Inget är borta.", en: "No answer just now. Nothing is lost." },
} satisfies Words<string>;
