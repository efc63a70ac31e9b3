import type { Words } from "../../ground/words.ts";
import type { DecisionKind, DecisionWhy } from "./decision.ts";
import type { RedKind } from "./red.ts";

export const refusals = {
  "future-not-decided": {
    sv: "Den dagen har inte varit än. Skriv dagen då beslutet togs.",
    en: "That day has not come yet. Give the day on which it was decided.",
  },
  "decision-is-noted": {
    sv: "Det beslutet är redan inskrivet. Rätta det som står där i stället.",
    en: "That decision is noted already. Put right the note that is there instead.",
  },
  "decision-is-corrected": {
    sv: "Den noteringen är redan rättad. Läs in sidan igen och rätta den som gäller.",
    en: "That note has been put right already. Load the page again and put right the one that stands.",
  },
  "correction-says-why": {
    sv: "Skriv varför den rättas. Det som stod där förut finns kvar.",
    en: "Say why it is put right. What it said before is kept.",
  },
} satisfies Words<Exclude<DecisionWhy, "not-yours" | "names-a-person" | "not-found">>;

/** What waits. */
export const whats = {
  "situation-report": {
    sv: "Lägesbilden ska beslutas på nytt, lag 2023:196",
    en: "The situation report is to be decided anew, law 2023:196",
  },
  "action-plan": {
    sv: "Åtgärdsplanen ska följas upp, lag 2023:196",
    en: "The action plan is to be followed up, law 2023:196",
  },
  document: { sv: "{title}: sista dagen", en: "{title}: the last day" },
  report: { sv: "Uppföljning av {title}", en: "Follow-up of {title}" },
  silence: { sv: "Ett ord till invånarna, som lovat", en: "A word to the residents, as promised" },
  owner: { sv: "Svar från {unit} om «{title}»", en: "An answer from {unit} about “{title}”" },
  activity: { sv: "{title}: {count} saknas", en: "{title}: {count} missing" },
  disputes: {
    sv: "{count} {count|ifrågasatt «Klart»|ifrågasatta «Klart»} utan svar",
    en: "{count} disputed “Done” without an answer",
  },
  themes: { sv: "{count} {count|tema|teman} utan svar", en: "{count} {count|theme|themes} without an answer" },
  points: {
    sv: "{count} {count|punkt|punkter} ur vandringar utan svar",
    en: "{count} {count|point|points} from walks without an answer",
  },
  proposals: {
    sv: "{count} förslag om vägar utan svar",
    en: "{count} {count|proposal|proposals} about roads without an answer",
  },
  complaints: {
    sv: "{count} {count|trafikärende|trafikärenden} utan svar",
    en: "{count} {count|traffic matter|traffic matters} without an answer",
  },
  unowned: {
    sv: "{count} {count|punkt|punkter} utan ansvarig",
    en: "{count} {count|item|items} that nobody has taken",
  },
  "late-items": {
    sv: "{count} {count|punkt|punkter} efter utlovad dag",
    en: "{count} {count|item|items} past the promised day",
  },
} satisfies Words<RedKind>;

/** What to do about it. */
export const todos = {
  "situation-report": {
    sv: "Gå igenom lägesbilden, ta upp den för beslut och skriv in beslutet.",
    en: "Go through the picture, have it decided, and note the decision.",
  },
  "action-plan": {
    sv: "Följ upp åtgärdsplanen, åtgärd för åtgärd, eller skriv in beslutet om en ny.",
    en: "Follow up the action plan, measure by measure, or note the decision of a new one.",
  },
  document: { sv: "Förbered nästa löfte.", en: "Prepare the next promise." },
  report: { sv: "Skriv uppföljningen och publicera den.", en: "Write the follow-up and publish it." },
  silence: { sv: "Publicera en uppföljning eller ett svar.", en: "Publish a follow-up or an answer." },
  owner: { sv: "Påminn enheten, eller fråga en annan.", en: "Remind the unit, or ask another." },
  activity: {
    sv: "Skriv vad som gjordes, eller varför det inte blev av.",
    en: "Write what was done, or why it was not.",
  },
  disputes: { sv: "Läs vad som är kvar och svara.", en: "Read what is left and answer." },
  themes: { sv: "Gör ett problem av dem, eller säg varför inte.", en: "Make a problem of them, or say why not." },
  points: { sv: "Svara på dem i vandringens mötesläge.", en: "Answer them in the walk’s meeting mode." },
  proposals: { sv: "Svara ja eller nej, med skäl.", en: "Answer yes or no, with the reason." },
  complaints: { sv: "Svara dem som har hört av sig.", en: "Answer those who have written." },
  unowned: { sv: "Säg vems de är, eller vidarebefordra dem.", en: "Say whose they are, or forward them." },
  "late-items": {
    sv: "Skriv att de är gjorda, eller ge en ny dag.",
    en: "Write that they are done, or give a new day.",
  },
} satisfies Words<RedKind>;

export const decided = {
  "situation-report": { sv: "Lägesbild", en: "Situation report" },
  "action-plan": { sv: "Åtgärdsplan", en: "Action plan" },
} satisfies Words<DecisionKind>;

export const words = {
  heading: { sv: "Klockor och röd lista", en: "Clocks and red list" },
  lead: {
    sv: "Det som är sent står först, med sedan när, vems det är och vad ni gör åt det. En dag som passerats syns här tills den är åtgärdad.",
    en: "What is late stands first, with since when, whose it is and what you do about it. A day that has passed stands here until it is mended.",
  },
  redList: { sv: "Röda listan", en: "The red list" },
  nothing: { sv: "Inget är sent", en: "Nothing is late" },
  nothingText: {
    sv: "När en dag närmar sig eller har passerat står det här, med vägen dit.",
    en: "When a day comes near or has passed it stands here, with the way there.",
  },
  since: { sv: "sedan {span}", en: "for {span}" },
  days: { sv: "{count} {count|dag|dagar}", en: "{count} {count|day|days}" },
  weeks: { sv: "{count} veckor", en: "{count} weeks" },
  months: { sv: "{count} {count|månad|månader}", en: "{count} {count|month|months}" },
  years: { sv: "{count} år", en: "{count} years" },
  leftDays: { sv: "om {days} {days|dag|dagar}", en: "in {days} {days|day|days}" },
  today: { sv: "i dag", en: "today" },
  by: { sv: "senast {day}", en: "by {day}" },
  alsoTold: { sv: "står också i veckobrevet till {titles}", en: "stands in the weekly letter to {titles} as well" },
  nobodyToTell: {
    sv: "ingen som leder organisationen är inlagd här",
    en: "nobody who leads the organisation is in here",
  },
  ages: {
    sv: "hälften har väntat {median}, den äldsta {oldest}",
    en: "half have waited {median}, the oldest {oldest}",
  },
  agesOne: { sv: "har väntat {oldest}", en: "has waited {oldest}" },
  waitsFor: { sv: "väntar på {who}", en: "waits for {who}" },
  open: { sv: "Öppna", en: "Open" },
  late: { sv: "Sent", en: "Late" },
  all: { sv: "Hela röda listan ({count})", en: "The whole red list ({count})" },
  toClocks: { sv: "Klockor och röd lista", en: "Clocks and red list" },
  decisions: { sv: "Beslut som lagen räknar från", en: "Decisions that the law counts from" },
  decisionsText: {
    sv: "Minst vartannat år ska lägesbilden uppdateras och åtgärdsplanen följas upp. Klockan går från det senaste beslutet. En lägesbild som antagits och en åtgärdsplan som beslutats eller följts upp i Samsyn räknas av sig själva.",
    en: "At least every second year the situation report is brought up to date and the action plan followed up. The clock runs from the latest decision. A situation report adopted, and an action plan decided or followed up, in Samsyn count by themselves.",
  },
  none: { sv: "Inget beslut är inskrivet", en: "No decision is noted" },
  kind: { sv: "Vad", en: "What" },
  decidedOn: { sv: "Beslutat den", en: "Decided on" },
  body: { sv: "Av", en: "By" },
  bodyHint: {
    sv: "T.ex. kommunstyrelsen. Skriv organet, inte vem.",
    en: "For instance the municipal board. The body, not who.",
  },
  registryNumber: { sv: "Dnr", en: "Registry number" },
  stands: { sv: "Gäller", en: "Stands" },
  corrected: { sv: "Rättad: {reason}", en: "Put right: {reason}" },
  correct: { sv: "Rätta", en: "Put right" },
  correctOf: { sv: "Rätta beslutet {day}", en: "Put right the decision of {day}" },
  reason: { sv: "Varför rättas den?", en: "Why is it put right?" },
  note: { sv: "Skriv in ett beslut", en: "Note a decision" },
  save: { sv: "Spara", en: "Save" },
  cancel: { sv: "Avbryt", en: "Cancel" },
  saved: {
    sv: "Beslutet är inskrivet. Klockan går från {day}.",
    en: "The decision is noted. The clock runs from {day}.",
  },
} satisfies Words<string>;
