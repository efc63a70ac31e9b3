import type { Words } from "../../ground/words.ts";
import type { PlanWhy } from "./drafting.ts";
import type { FollowUpWhy } from "./follow-up.ts";
import type { ActionPlan, MeasureStatus } from "./plan.ts";
import type { PlanDecisionWhy } from "./plan-decision.ts";
import type { PlanTellingWhy } from "./telling.ts";

/** The rest are said by the platform, by collect and by the clocks. */
type OwnWhy = Exclude<
  PlanWhy | PlanDecisionWhy | FollowUpWhy | PlanTellingWhy,
  "not-yours" | "not-found" | "names-a-person" | "future-not-decided" | "correction-says-why" | "decision-is-corrected"
>;

export const refusals = {
  "plan-needs-situation": {
    sv: "Åtgärdsplanen ska ha en lägesbild som underlag. Anteckna först att lägesbilden är antagen.",
    en: "The action plan rests on a situation report. First note that the situation report has been adopted.",
  },
  "plan-in-work": {
    sv: "En åtgärdsplan är redan i arbete. Skriv vidare i den.",
    en: "An action plan is in work already. Go on with that one.",
  },
  "plan-is-decided": {
    sv: "Åtgärdsplanen är beslutad och ändras inte mer. Det som är nytt skrivs i nästa plan.",
    en: "The action plan has been decided and changes no more. What is new is written in the next plan.",
  },
  "plan-not-decided": {
    sv: "Åtgärdsplanen är inte beslutad än. Anteckna beslutet först.",
    en: "The action plan has not been decided yet. Note the decision first.",
  },
  "plan-ground-stands": {
    sv: "Planen vilar redan på den lägesbild som antogs senast.",
    en: "The plan rests on the latest adopted situation report already.",
  },
  "plan-has-no-measure": {
    sv: "Planen har ingen åtgärd. Skriv minst en innan beslutet antecknas.",
    en: "The plan has no measure. Write one at least before the decision is noted.",
  },
  "plan-changed-meanwhile": {
    sv: "Planen har ändrats sedan du öppnade den. Läs in sidan igen och se att den är den som beslutades.",
    en: "The plan has changed since you opened it. Load the page again and see that it is the one that was decided.",
  },
  "plan-before-its-ground": {
    sv: "Lägesbilden antogs senare än så. Planen ska ha den som underlag, så beslutet kom samma dag eller efter.",
    en: "The situation report was adopted later than that. The plan rests on it, so it was decided that day or after.",
  },
  "plan-out-of-order": {
    sv: "En annan åtgärdsplan är beslutad samma dag, eller så byter de plats. Se efter vilken dag beslutet fattades.",
    en: "Another action plan was decided that day, or the two would change places. Look up the day of the decision.",
  },
  "plan-is-superseded": {
    sv: "En senare åtgärdsplan gäller. Följ upp den i stället.",
    en: "A later action plan holds. Follow up that one instead.",
  },
  "plan-followed-in-future": {
    sv: "Den dagen har inte varit än. Skriv dagen då planen följdes upp.",
    en: "That day has not come yet. Give the day on which the plan was followed up.",
  },
  "plan-followed-before-decided": {
    sv: "Planen var inte beslutad den dagen. Skriv en senare dag.",
    en: "The plan had not been decided that day. Give a later day.",
  },
  "plan-followed-that-day": {
    sv: "Planen är redan uppföljd den dagen. Rätta den uppföljningen i stället.",
    en: "The plan has been followed up that day already. Put that follow-up right instead.",
  },
  "plan-told-already": {
    sv: "Åtgärdsplanen är redan publicerad.",
    en: "The action plan has been published already.",
  },
  "plan-not-told": {
    sv: "Åtgärdsplanen är inte publicerad, så det finns inget att ta tillbaka.",
    en: "The action plan has not been published, so there is nothing to take back.",
  },
  "measure-changed-meanwhile": {
    sv: "Någon ändrade åtgärden medan du skrev. Det du skrev står kvar; läs in sidan igen för att se den nya.",
    en: "Somebody changed the measure while you wrote. What you wrote is still here; load the page again to see the new one.",
  },
  "measure-ends-before": {
    sv: "Åtgärden slutar före den börjar. Ändra en av dagarna.",
    en: "The measure ends before it begins. Change one of the days.",
  },
  "measure-not-promised": {
    sv: "Den aktiviteten är inte kommunens i ett löfte som gäller. Välj en annan, eller ingen.",
    en: "That activity is not the municipality’s in a promise in force. Choose another, or none.",
  },
  "measure-unanswered": {
    sv: "Säg hur det går för varje åtgärd i planen.",
    en: "Say how it goes for every measure of the plan.",
  },
  "measure-says-why": {
    sv: "Skriv varför, för det som inte är påbörjat, har ändrats eller utgår.",
    en: "Say why, for what is not begun, was changed or is dropped.",
  },
  "follow-up-is-corrected": {
    sv: "Den uppföljningen är redan rättad. Läs in sidan igen och rätta den som gäller.",
    en: "That follow-up has been put right already. Load the page again and put right the one that stands.",
  },
} satisfies Words<OwnWhy>;

export const states = {
  draft: { sv: "i arbete", en: "in work" },
  decided: { sv: "beslutad", en: "decided" },
} satisfies Words<ActionPlan["state"]>;

export const measureStatuses = {
  done: { sv: "Genomförd", en: "Done" },
  "under-way": { sv: "Pågår", en: "Under way" },
  "not-begun": { sv: "Ej påbörjad", en: "Not begun" },
  changed: { sv: "Ändrad", en: "Changed" },
  dropped: { sv: "Utgår", en: "Dropped" },
} satisfies Words<MeasureStatus>;

/** What stands in the plan itself, on the page and on paper alike. */
export const planWords = {
  plan: { sv: "Åtgärdsplan {slug}", en: "Action plan {slug}" },
  draft: { sv: "Åtgärdsplan, i arbete", en: "Action plan, in work" },
  title: { sv: "{plan}, {partnership}", en: "{plan}, {partnership}" },
  law: {
    sv: "De åtgärder som kommunen avser att vidta, enligt 5 § lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete.",
    en: "The measures that the municipality intends to take, by section 5 of the act (2023:196) on municipalities’ responsibility for crime prevention.",
  },
  decided: {
    sv: "Beslutad den {day} av {body}{section}, dnr {number}.",
    en: "Decided on {day} by {body}{section}, registry number {number}.",
  },
  section: { sv: ", § {section}", en: ", § {section}" },
  notDecided: { sv: "Förslag, inte beslutat.", en: "A proposal, not decided." },
  ground: {
    sv: "Underlag: lägesbilden {period}, antagen den {day}.",
    en: "Its ground: the situation report of {period}, adopted on {day}.",
  },
  superseded: {
    sv: "En senare plan gäller sedan den {day}: {plan}.",
    en: "A later plan holds since {day}: {plan}.",
  },
  hash: { sv: "Kontrollsumma för åtgärderna (SHA-256): {hash}", en: "Checksum of the measures (SHA-256): {hash}" },
  leftOut: {
    sv: "Texter som inte visas: {count}. Någon kan kännas igen på det som står där.",
    en: "Texts that are not shown: {count}. Somebody could be recognised by what they say.",
  },
  notShown: { sv: "visas inte", en: "not shown" },
  measures: { sv: "Åtgärder", en: "Measures" },
  noMeasures: { sv: "Ingen åtgärd är skriven.", en: "No measure has been written." },
  why: { sv: "Varför: {why} (lägesbilden, {chapter})", en: "Why: {why} (the situation report, {chapter})" },
  who: { sv: "Ansvarig: {office}", en: "Responsible: {office}" },
  when: { sv: "När: {when}", en: "When: {when}" },
  how: { sv: "Så följs den upp: {how}", en: "How it is followed up: {how}" },
  promise: {
    sv: "Också lovat: aktivitet {number} i löftet {document}. Gjort hittills: {done}.",
    en: "Promised as well: activity {number} of the promise {document}. Done so far: {done}.",
  },
  doneOf: { sv: "{done} av {promised} {unit}", en: "{done} of {promised} {unit}" },
  doneOnly: { sv: "{done} {unit}", en: "{done} {unit}" },
  goesOn: { sv: "löpande", en: "all the time" },
  fromDay: { sv: "från {day}", en: "from {day}" },
  toDay: { sv: "senast {day}", en: "by {day}" },
  followUp: { sv: "Uppföljning {day}", en: "Follow-up {day}" },
  followedBy: { sv: "Följd upp av {office}.", en: "Followed up by {office}." },
  notFollowed: {
    sv: "Planen är inte uppföljd än. Lagen säger minst vartannat år.",
    en: "The plan has not been followed up yet. The law says at least every second year.",
  },
  measure: { sv: "Åtgärd", en: "Measure" },
  status: { sv: "Hur det går", en: "How it goes" },
  sentence: { sv: "Vad vi ser", en: "What we see" },
  log: { sv: "Ur loggen", en: "Out of the log" },
} satisfies Words<string>;

export const words = {
  heading: { sv: "Åtgärdsplan", en: "Action plan" },
  link: { sv: "Åtgärdsplan", en: "Action plan" },
  lead: {
    sv: "Det kommunen avser att göra, enligt 5 § lag 2023:196. Planen är kommunens; löftet är bådas. En åtgärd kan också vara lovad.",
    en: "What the municipality intends to do, by section 5 of act 2023:196. The plan is the municipality’s; the promise is both parties’. A measure may be promised as well.",
  },
  none: { sv: "Ingen åtgärdsplan finns här", en: "There is no action plan here" },
  noneText: {
    sv: "Lagen säger att kommunen ska besluta en och följa upp den minst vartannat år.",
    en: "The law says that the municipality decides one and follows it up at least every second year.",
  },
  noneReader: {
    sv: "Kommunen skriver den, och du läser den när den är beslutad.",
    en: "The municipality writes it, and you read it once it is decided.",
  },
  begin: { sv: "Börja en åtgärdsplan", en: "Begin an action plan" },
  beginFirstText: {
    sv: "Den vilar på lägesbilden {period}, som antogs senast. Polisen läser planen när den är beslutad.",
    en: "It rests on the situation report of {period}, the latest adopted. The police read the plan once it is decided.",
  },
  beginText: {
    sv: "Den vilar på lägesbilden {period} och tar med det som återstår av planen som gäller.",
    en: "It rests on the situation report of {period} and brings what is left of the plan in force.",
  },
  toSituations: { sv: "Till lägesbilderna", en: "To the situation reports" },
  all: { sv: "Alla åtgärdsplaner", en: "All action plans" },
  name: { sv: "Plan", en: "Plan" },
  state: { sv: "Läge", en: "State" },
  holds: { sv: "gäller", en: "holds" },
  superseded: { sv: "ersatt", en: "superseded" },
  told: { sv: "publicerad", en: "published" },
  decidedBy: { sv: "beslutad den {day} av {body}", en: "decided on {day} by {body}" },
  decided: { sv: "Beslutad", en: "Decided" },
  decidedOn: { sv: "Beslutad den", en: "Decided on" },
  followedOn: { sv: "Följd upp", en: "Followed up" },
  count: { sv: "Åtgärder", en: "Measures" },
  body: { sv: "Beslutad av", en: "Decided by" },
  bodyGuide: {
    sv: "T.ex. kommunfullmäktige. Skriv organet, inte vem.",
    en: "For instance the municipal council. The body, not who.",
  },
  section: { sv: "Paragraf", en: "Paragraph" },
  sectionGuide: { sv: "Numret i protokollet, om det finns.", en: "The number in the minutes, if there is one." },
  registryNumber: { sv: "Dnr", en: "Registry number" },
  ground: { sv: "Underlag", en: "Its ground" },
  situation: { sv: "Lägesbilden {period}", en: "The situation report of {period}" },
  pdf: { sv: "Hämta som PDF", en: "Download as PDF" },
  docx: { sv: "Hämta som DOCX", en: "Download as DOCX" },
  toPage: { sv: "Den publika sidan", en: "The public page" },
  onlyReads: {
    sv: "Kommunens samordnare skriver planen. Du kan läsa den.",
    en: "The municipality’s coordinator writes the plan. You can read it.",
  },
  newerGround: { sv: "En nyare lägesbild är antagen", en: "A newer situation report has been adopted" },
  newerGroundText: {
    sv: "Lägesbilden {period} antogs den {day}. Planen vilar på den förra tills du byter.",
    en: "The situation report of {period} was adopted on {day}. The plan rests on the one before until you change.",
  },
  groundTaken: {
    sv: "Planen vilar nu på lägesbilden {period}.",
    en: "The plan now rests on the situation report of {period}.",
  },
  takeGround: { sv: "Lägg planen på den", en: "Rest the plan on it" },
  edit: { sv: "Ändra", en: "Change" },
  editOf: { sv: "Ändra åtgärd {place}", en: "Change measure {place}" },
  takeOut: { sv: "Ta bort", en: "Take out" },
  takeOutOf: { sv: "Ta bort åtgärd {place}", en: "Take out measure {place}" },
  newMeasure: { sv: "Ny åtgärd", en: "New measure" },
  what: { sv: "Vad ska göras?", en: "What is to be done?" },
  chapter: {
    sv: "Vilket kapitel i lägesbilden svarar den på?",
    en: "Which chapter of the situation report does it answer?",
  },
  why: { sv: "Varför?", en: "Why?" },
  office: { sv: "Ansvarig enhet eller befattning", en: "Responsible unit or office" },
  officeGuide: { sv: "Inte vem: planen är offentlig.", en: "Not who: the plan is public." },
  from: { sv: "Från", en: "From" },
  to: { sv: "Till", en: "To" },
  ifSet: { sv: "Tomt om löpande.", en: "Empty if it goes on." },
  how: { sv: "Hur följs den upp?", en: "How is it followed up?" },
  activity: { sv: "Är den också en aktivitet i ett löfte?", en: "Is it an activity of a promise as well?" },
  activityGuide: {
    sv: "Då läses hur långt den kommit ur loggen; ingen skriver siffran.",
    en: "Then how far it has come is read out of the log; nobody types the figure.",
  },
  noActivity: { sv: "Nej, bara i planen", en: "No, in the plan only" },
  saveMeasure: { sv: "Spara åtgärden", en: "Save the measure" },
  cancel: { sv: "Avbryt", en: "Cancel" },
  measureSaved: { sv: "Åtgärden är sparad.", en: "The measure is saved." },
  measureGone: { sv: "Åtgärden är borttagen.", en: "The measure has been taken out." },
  decide: { sv: "Är den beslutad?", en: "Has it been decided?" },
  decideText: {
    sv: "När organet har fattat beslutet antecknar du det här. Åtgärderna fryses, polisen läser planen, och lagens två år räknas från den dagen.",
    en: "When the body has decided you note it here. The measures are frozen, the police read the plan, and the law’s two years run from that day.",
  },
  decisionNoted: {
    sv: "Beslutet är antecknat. Polisen kan läsa planen.",
    en: "The decision is noted. The police can read the plan.",
  },
  noteDecision: { sv: "Anteckna beslutet", en: "Note the decision" },
  correct: { sv: "Rätta beslutet", en: "Put the decision right" },
  correctText: {
    sv: "Åtgärderna ändras inte. Det som stod om beslutet finns kvar.",
    en: "The measures do not change. What was said of the decision is kept.",
  },
  reason: { sv: "Varför rättas det?", en: "Why is it put right?" },
  saveCorrection: { sv: "Spara rättelsen", en: "Save the correction" },
  corrected: { sv: "Rättat: {reason}", en: "Put right: {reason}" },
  before: {
    sv: "Stod förut: {day}, {body}, dnr {number}. Rättat: {reason}",
    en: "It said before: {day}, {body}, registry number {number}. Put right: {reason}",
  },
  follow: { sv: "Följ upp planen", en: "Follow up the plan" },
  followText: {
    sv: "Minst vartannat år, enligt 6 §. Klockan går från dagen du skriver. Är planen publicerad så publiceras uppföljningen med den.",
    en: "At least every second year, by section 6. The clock runs from the day you give. Where the plan is published the follow-up is published with it.",
  },
  followDay: { sv: "Följd upp den", en: "Followed up on" },
  sentenceOf: { sv: "Vad ser ni? Åtgärd {place}", en: "What do you see? Measure {place}" },
  statusOf: { sv: "Hur går det? Åtgärd {place}", en: "How does it go? Measure {place}" },
  choose: { sv: "Välj", en: "Choose" },
  logSays: { sv: "Loggen säger i dag: {done}", en: "The log says today: {done}" },
  saveFollowUp: { sv: "Spara uppföljningen", en: "Save the follow-up" },
  followed: {
    sv: "Uppföljningen är sparad. Klockan går från {day}.",
    en: "The follow-up is saved. The clock runs from {day}.",
  },
  followAgain: { sv: "Följ upp igen", en: "Follow up again" },
  correctFollowUp: { sv: "Rätta uppföljningen {day}", en: "Put the follow-up of {day} right" },
  tell: { sv: "Publicera", en: "Publish" },
  tellText: {
    sv: "Planen är kommunens, så kommunens ja räcker. Den får en egen sida, som PDF och DOCX, och hur den följs upp står där. Texter där någon kan kännas igen visas inte.",
    en: "The plan is the municipality’s, so the municipality’s yes is enough. It gets a page of its own, as PDF and DOCX, and how it is followed up stands there. Texts in which somebody could be recognised are not shown.",
  },
  isTold: { sv: "Planen är publicerad.", en: "The plan is published." },
  takeBack: { sv: "Ta tillbaka", en: "Take back" },
  takenBack: { sv: "Planen är inte publicerad längre.", en: "The plan is no longer published." },
} satisfies Words<string>;
