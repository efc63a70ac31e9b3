import type { Words } from "../ground/words.ts";
import type { TakenBack } from "../collect/traffic/thread.ts";

/** A road, as strangers read of it. */
export const roadWords = {
  roads: { sv: "Vägar", en: "Roads" },
  keeper: { sv: "Väghållare", en: "Who keeps the road" },
  limit: { sv: "Gräns", en: "Limit" },
  kmh: { sv: "{count} km/h", en: "{count} km/h" },
  state: { sv: "Läge", en: "State" },
  toldBy: { sv: "Berättas av", en: "Told by" },
  since: { sv: "{by}, sedan {day}", en: "{by}, since {day}" },
  said: { sv: "Vad som sagts", en: "What was said" },
  about: { sv: "Om vad", en: "Of what" },
  howMany: { sv: "Hur många", en: "How many" },
  saidInAll: {
    sv: "Om sträckan har {count} hört av sig, räknat {day}. Vad var och en skrev visas aldrig.",
    en: "About the stretch {count} have written, counted {day}. What each wrote is never shown.",
  },
  saidFew: {
    sv: "Så få har hört av sig om sträckan, räknat {day}, att antalet inte visas. Vad var och en skrev visas aldrig.",
    en: "So few have written about the stretch, counted {day}, that the number is not shown. What each wrote is never shown.",
  },
  passedOn: { sv: "Skickad vidare", en: "Passed on" },
  measured: { sv: "Vad som mätts", en: "What was measured" },
  notMeasured: { sv: "Vägen är inte mätt än.", en: "The road has not been measured yet." },
  measurementOf: { sv: "Mätning {period}", en: "Measurement {period}" },
  measurementOfRoad: {
    sv: "Vägen att jämföra med: {road}, {period}",
    en: "The road to compare with: {road}, {period}",
  },
  measurement: { sv: "Mätning", en: "Measurement" },
  how: { sv: "Hur", en: "How" },
  vehicles: { sv: "Fordon", en: "Vehicles" },
  rests: { sv: "{days} dygn, {method}", en: "{days} days, {method}" },
  withSpeed: { sv: "Med hastighet", en: "With a speed" },
  v85: { sv: "V85, km/h", en: "V85, km/h" },
  v85AtLeast: { sv: "minst {from}", en: "at least {from}" },
  mean: { sv: "Medel, km/h", en: "Mean, km/h" },
  median: { sv: "Median, km/h", en: "Median, km/h" },
  overLimit: { sv: "Över {limit} km/h", en: "Over {limit} km/h" },
  overEachLimit: { sv: "Över gränsen", en: "Over the limit" },
  over: { sv: "Mer än {above} över", en: "More than {above} over" },
  share: { sv: "{share} % ({low}–{high})", en: "{share}% ({low}–{high})" },
  shareBetween: { sv: "mellan {low} och {high} %", en: "between {low} and {high}%" },
  fewDrivers: { sv: "färre än fem fordon", en: "fewer than five vehicles" },
  means: {
    sv: "V85 är den fart som 85 av 100 håller sig under. Inom parentes står mellan vilka värden den säkert ligger, 95 gånger av 100. Det täcker slumpen bland fordonen, inte hur veckor skiljer sig.",
    en: "V85 is the speed that 85 of 100 stay under. In brackets stands between which values it surely lies, 95 times of 100. That covers chance among vehicles, not how weeks differ.",
  },
  tooFew: {
    sv: "Färre än 30 fordon mättes. Så få säger inget om hur fort alla kör, och farten visas inte.",
    en: "Fewer than 30 vehicles were measured. So few say nothing of how fast everybody drives, and their speed is not shown.",
  },
  few: {
    sv: "Färre än 200 fordon mättes. Siffrorna är osäkra.",
    en: "Fewer than 200 vehicles were measured. The figures are unsure.",
  },
  withdrawn: {
    sv: "Mätningen {period} togs tillbaka {day}. Den räknas inte.",
    en: "The measurement {period} was taken back {day}. It is not counted.",
  },
  withdrawnRoad: {
    sv: "Mätningen av {road} {period} togs tillbaka {day}. Den räknas inte.",
    en: "The measurement of {road} {period} was taken back {day}. It is not counted.",
  },
  restsOnTakenBack: {
    sv: "En mätning togs tillbaka efter bedömningen. Det som sagts dessförinnan kan bygga på den.",
    en: "A measurement was taken back after the judgement. What was said before may rest on it.",
  },
  beside: { sv: "Före och efter", en: "Before and after" },
  stretch: { sv: "Sträcka", en: "Stretch" },
  unit: { sv: "km/h", en: "km/h" },
  beforeAndNow: { sv: "V85 före och nu", en: "V85 before and now" },
  noRoad: {
    sv: "Ingen väg där inget gjordes är mätt vid samma två tider. Vad en förändring beror på går då inte att säga.",
    en: "No road where nothing was done has been measured at the same two times. What a change came of cannot then be said.",
  },
  judged: { sv: "Bedömningen", en: "The judgement" },
  notJudged: { sv: "Ingen bedömning är gjord än.", en: "No judgement has been made yet." },
  done: { sv: "Vad som gjorts", en: "What was done" },
  nothingDone: { sv: "Inget är gjort än.", en: "Nothing has been done yet." },
  controlsAfter: {
    sv: "Kontroller berättas först när de är gjorda.",
    en: "Checks are told only when they have been made.",
  },
  times: { sv: "{count} {count|gång|gånger}", en: "{count} {count|time|times}" },
  toldIn: { sv: "berättat {month}", en: "told {month}" },
  waiting: { sv: "Föreslaget", en: "Proposed" },
  answer: { sv: "Svaret till dem som hört av sig", en: "The answer to those who wrote" },
} satisfies Words<string>;

/** What the desk had said and took back. */
export const unsaidWords = {
  judged: { sv: "Bedömningen togs tillbaka {day}.", en: "The judgement was taken back {day}." },
  "passed-on": {
    sv: "Att ärendet skickades vidare togs tillbaka {day}.",
    en: "That the matter was passed on was taken back {day}.",
  },
  measuring: {
    sv: "Att vägen skulle mätas togs tillbaka {day}.",
    en: "That the road would be measured was taken back {day}.",
  },
} satisfies Words<TakenBack["state"]>;

/** To whom it was proposed, and who did it. */
export const whoWords = {
  municipality: { sv: "kommunen", en: "the municipality" },
  police: { sv: "polisen", en: "the police" },
  other: { sv: "en annan part", en: "another party" },
} satisfies Words<"municipality" | "police" | "other">;
