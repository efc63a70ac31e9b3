import type { CategoryGroup } from "../collect/category.ts";
import type { Words } from "../ground/words.ts";

export const refusals = {} satisfies Words<never>;

export const groups = {
  place: { sv: "Platsen", en: "The place" },
  traffic: { sv: "Trafik", en: "Traffic" },
  vandalism: { sv: "Skadegörelse", en: "Vandalism" },
  disorder: { sv: "Ordning", en: "Disorder" },
  drugs: { sv: "Droger", en: "Drugs" },
  violence: { sv: "Våld", en: "Violence" },
  theft: { sv: "Stöld", en: "Theft" },
  fraud: { sv: "Bedrägeri", en: "Fraud" },
  staff: { sv: "Personal", en: "Staff" },
  event: { sv: "Evenemang", en: "Events" },
  rumour: { sv: "Rykten", en: "Rumours" },
  positive: { sv: "Bra platser", en: "Good places" },
  rescue: { sv: "Räddning", en: "Rescue" },
  police: { sv: "Polisens arbete", en: "Police work" },
  other: { sv: "Annat", en: "Other" },
} satisfies Words<CategoryGroup>;

export const words = {
  heading: { sv: "Lägesbild", en: "Picture" },
  lead: {
    sv: "Det båda parter får se. Upplevt och registrerat står sida vid sida och läggs aldrig ihop.",
    en: "What both parties may see. Felt and recorded stand side by side and are never added up.",
  },
  sentence: {
    sv: "{total} iakttagelser. Flest om {group}: {count}.",
    en: "{total} observations. Most about {group}: {count}.",
  },
  handful: {
    sv: "{total} iakttagelser. Det är för få för andelar och jämförelser.",
    en: "{total} observations. Too few for shares and comparisons.",
  },
  nothing: { sv: "Inget svarar mot frågan", en: "Nothing answers the question" },
  nothingText: {
    sv: "Det betyder inte att inget har hänt. Välj ett större urval.",
    en: "It does not mean that nothing happened. Choose a wider selection.",
  },
  from: { sv: "Från månad", en: "From month" },
  to: { sv: "Till månad", en: "To month" },
  category: { sv: "Kategori", en: "Category" },
  source: { sv: "Källa", en: "Source" },
  village: { sv: "Ort", en: "Village" },
  all: { sv: "Alla", en: "All" },
  show: { sv: "Visa", en: "Show" },
  clear: { sv: "Visa allt", en: "Show all" },
  map: { sv: "Karta", en: "Map" },
  mapLabel: {
    sv: "Karta över kommunen med {count} iakttagelser som har en plats",
    en: "Map of the municipality with {count} observations that have a place",
  },
  notPlaced: {
    sv: "{count} utan plats. De är bara kända på kommun- eller länsnivå och ritas därför inte.",
    en: "{count} not placed. They are known by municipality or county only and are therefore not drawn.",
  },
  bundles: {
    sv: "{count} sammanfattningar av flera händelser räknas inte som en händelse.",
    en: "{count} summaries of several events are not counted as one event.",
  },
  policeSelection: {
    sv: "Polisens händelser är ett urval som polisen valt att publicera, inte statistik.",
    en: "Police events are a selection that the police chose to publish, not statistics.",
  },
  month: { sv: "Månad", en: "Month" },
  number: { sv: "Antal", en: "Count" },
  byMonth: { sv: "Per månad", en: "By month" },
  byCategory: { sv: "Per kategori", en: "By category" },
  byVillage: { sv: "Per ort", en: "By village" },
  bySource: { sv: "Per källa", en: "By source" },
  kind: { sv: "Slags kunskap", en: "Kind of knowledge" },
  list: { sv: "Iakttagelser", en: "Observations" },
  when: { sv: "När", en: "When" },
  what: { sv: "Vad", en: "What" },
  where: { sv: "Var", en: "Where" },
  use: { sv: "Använd som underlag", en: "Use as evidence" },
  unknownTime: { sv: "okänt", en: "unknown" },
  noAnswer: { sv: "Inget svar just nu. Inget är borta.", en: "No answer just now. Nothing is lost." },
  attribution: {
    sv: "Kommungräns: Valmyndigheten. Orter: SCB och X-trafik.",
    en: "Boundary: Valmyndigheten. Villages: SCB and X-trafik.",
  },
} satisfies Words<string>;
