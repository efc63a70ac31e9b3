// What is said of what is not told. The single words stand in open data too, where a word that is somebody's key is not bettered.
import type { Words } from "../ground/words.ts";
import type { HeldBackWhat, HeldBackWhy } from "./held-back.ts";

export const heldBackKinds = {
  voices: { sv: "röster", en: "voices" },
  notes: { sv: "anteckningar", en: "notes" },
  pieces: { sv: "underlag", en: "evidence" },
  walkers: { sv: "deltagare", en: "walkers" },
  answers: { sv: "svarande", en: "those who answered" },
  disputes: { sv: "invändningar", en: "disputes" },
  outputs: { sv: "utfall", en: "outputs" },
  complaints: { sv: "klagomål", en: "complaints" },
  vehicles: { sv: "fordon", en: "vehicles" },
  comments: { sv: "synpunkter", en: "comments" },
  counted: { sv: "räknat", en: "counted" },
  figure: { sv: "mått", en: "figure" },
  paragraph: { sv: "stycke", en: "paragraph" },
} satisfies Words<HeldBackWhat>;

export const heldBackReasons = {
  few: { sv: "så få att någon kan kännas igen", en: "so few that somebody could be known" },
  beside: {
    sv: "få, eller dolt för att få inte ska gå att räkna ut",
    en: "few, or hidden so that few cannot be worked out",
  },
  grows: {
    sv: "växer; ett exakt tal skulle visa när någon kom",
    en: "grows; an exact number would show when somebody came",
  },
  rounded: { sv: "avrundat till närmaste 5", en: "rounded to the nearest 5" },
  thin: { sv: "vilar på för få för att säga något", en: "rests on too few to say anything" },
  named: { sv: "någon kan kännas igen i texten", en: "somebody could be known in the text" },
} satisfies Words<HeldBackWhy>;

export const heldBackWords = {
  heading: { sv: "Vad som inte visas", en: "What is not shown" },
  lead: {
    sv: "Ett litet antal kan peka ut någon, och därför visas en del grovt eller inte alls. Här står allt som är dolt på de här sidorna, och varför. Hur många det var står ingenstans.",
    en: "A small number can point at somebody, so some of it is shown coarsely or not at all. All that is hidden on these pages stands here, and why. How many there were stands nowhere.",
  },
  none: { sv: "Inget är dolt på de här sidorna.", en: "Nothing is hidden on these pages." },
  inAll: { sv: "{count} tal, mått eller stycken", en: "{count} numbers, figures or paragraphs" },
  caption: { sv: "Dolt, sida för sida", en: "Hidden, page by page" },
  page: { sv: "Sida", en: "Page" },
  what: { sv: "Vad", en: "What" },
  instead: { sv: "Visas som", en: "Shown as" },
  why: { sv: "Varför", en: "Why" },
  times: { sv: "Antal", en: "How many" },
  fewerThan: { sv: "färre än {number}", en: "fewer than {number}" },
  atLeast: { sv: "minst {number}", en: "at least {number}" },
  about: { sv: "cirka {number}", en: "about {number}" },
  notShown: { sv: "visas inte", en: "not shown" },
  rules: { sv: "Reglerna", en: "The rules" },
  rulesText: {
    sv: "Färre än {fewest} personer visas inte som antal. Där det gäller minderåriga, alkohol, droger, våld eller sexualbrott är gränsen {sensitive}, och en andel eller ett medelvärde kräver minst {answers} svar. Det som går att räkna ut ur andra tal göms också.",
    en: "Fewer than {fewest} persons are not shown as a number. Where it is about minors, alcohol, drugs, violence or sexual offences the limit is {sensitive}, and a share or a mean needs at least {answers} answers. What could be worked out from other numbers is hidden as well.",
  },
  rule: { sv: "Regel", en: "Rule" },
  inForce: { sv: "Gäller här", en: "In force here" },
  least: { sv: "Alltid minst", en: "Always at least" },
  asDefault: {
    sv: "Parterna har inte kommit överens om strängare regler, så de minsta gäller.",
    en: "The parties have not agreed on stricter rules, so the least ones hold.",
  },
  agreed: {
    sv: "Parterna kan komma överens om strängare regler, aldrig om lindrigare. Det som skrevs in i Samsyn före en ändring visas som det visades då.",
    en: "The parties can agree on stricter rules, never on more lenient ones. What was written down in Samsyn before a change is shown as it was then.",
  },
  agreedFrom: { sv: "Från {day}: {rules}.", en: "From {day}: {rules}." },
  because: { sv: "Skäl: {reason}", en: "Reason: {reason}" },
  asData: { sv: "Samma lista rad för rad som öppna data", en: "The same list row by row as open data" },
  toHeldBack: { sv: "Se allt som är dolt, och varför", en: "See all that is hidden, and why" },
} as const;
