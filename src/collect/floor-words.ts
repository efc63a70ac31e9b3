import type { Span } from "../ground/fewest.ts";
import type { Words } from "../ground/words.ts";
import type { FloorProposal, FloorWhy } from "./floor.ts";
import type { PersonWhy } from "./person-in-text.ts";

export const refusals = {
  "floors-not-lowered": {
    sv: "En gräns kan höjas men inte sänkas: den är ett löfte till dem som talade medan den gällde.",
    en: "A limit can be raised and not lowered: it is a promise to those who spoke while it held.",
  },
  "floors-unchanged": {
    sv: "Förslaget är det som redan gäller. Höj något, eller låt det vara.",
    en: "The proposal is what holds already. Raise something, or leave it.",
  },
  "floors-sensitive-below": {
    sv: "Gränsen för känsliga uppgifter kan inte vara lägre än den vanliga.",
    en: "The limit for what is sensitive cannot be lower than the ordinary one.",
  },
  "floors-asked-already": {
    sv: "Ett förslag väntar redan på svar. Svara på det, eller ta tillbaka det, först.",
    en: "A proposal waits for an answer already. Answer it, or take it back, first.",
  },
  "floors-answered": { sv: "Förslaget är redan besvarat.", en: "The proposal has been answered already." },
  "floors-other-party-agrees": {
    sv: "Den andra parten svarar ja. Ni har själva lagt förslaget.",
    en: "The other party says yes. Yours made the proposal.",
  },
} satisfies Words<Exclude<FloorWhy, "not-yours" | "reason-needed" | PersonWhy>>;

export const spans = {
  month: { sv: "månad", en: "month" },
  quarter: { sv: "kvartal", en: "quarter" },
  year: { sv: "år", en: "year" },
} satisfies Words<Span>;

export const proposalStates = {
  asked: { sv: "Väntar på svar", en: "Waits for an answer" },
  agreed: { sv: "Överens", en: "Agreed" },
  declined: { sv: "Blev inget", en: "Came to nothing" },
} satisfies Words<FloorProposal["state"]>;

export const floorWords = {
  heading: { sv: "Regler för vad som visas", en: "Rules for what is shown" },
  lead: {
    sv: "Hur grovt tal visas för allmänheten. Reglerna kan göras strängare, aldrig lindrigare, och båda parterna ska vara överens.",
    en: "How coarsely numbers are shown to the public. The rules can be made stricter, never more lenient, and both parties agree on it.",
  },
  inForce: { sv: "Gäller i dag", en: "In force today" },
  rule: { sv: "Regel", en: "Rule" },
  now: { sv: "Gäller", en: "In force" },
  default: { sv: "Minst", en: "At least" },
  few: { sv: "Minsta antal personer som visas", en: "Fewest persons shown" },
  sensitive: {
    sv: "Minsta antal när det är känsligt",
    en: "Fewest when it is sensitive",
  },
  sensitiveGuide: {
    sv: "Minderåriga, alkohol, droger, våld och sexualbrott.",
    en: "Minors, alcohol, drugs, violence and sexual offences.",
  },
  answers: {
    sv: "Minsta antal svar bakom en andel eller ett medelvärde",
    en: "Fewest answers behind a share or a mean",
  },
  span: { sv: "Lägesbildens tal delas upp per", en: "The situation report’s numbers are parted by" },
  rounded: { sv: "Avrunda avslutade tal till närmaste 5", en: "Round settled numbers to the nearest 5" },
  roundedGuide: {
    sv: "Deltagare, svarande, röster i avslutade dialoger och tal i lägesbilder.",
    en: "Walkers, those who answered, voices in closed dialogues and numbers in situation reports.",
  },
  yes: { sv: "ja", en: "yes" },
  no: { sv: "nej", en: "no" },
  coming: { sv: "Gäller från {day}: {rules}", en: "In force from {day}: {rules}" },
  summed: {
    sv: "{few} personer, {sensitive} när det är känsligt, {answers} svar, per {span}, avrundat: {rounded}",
    en: "{few} persons, {sensitive} when sensitive, {answers} answers, by {span}, rounded: {rounded}",
  },
  propose: { sv: "Föreslå strängare regler", en: "Propose stricter rules" },
  proposeText: {
    sv: "Nya regler gäller från dagen efter att den andra parten sagt ja. Det som skrevs in här före den dagen visas som förut: samma tal visat på två sätt skulle gå att räkna ut. En höjning går inte att ta tillbaka.",
    en: "New rules hold from the day after the other party has said yes. What was written down here before that day is shown as before: the same number shown in two ways could be worked out. A raise cannot be taken back.",
  },
  reason: { sv: "Varför", en: "Why" },
  reasonGuide: {
    sv: "Står på den öppna sidan om vad som inte visas.",
    en: "Stands on the public page on what is not shown.",
  },
  send: { sv: "Föreslå för den andra parten", en: "Propose to the other party" },
  waiting: { sv: "{party} föreslår: {rules}", en: "{party} proposes: {rules}" },
  because: { sv: "Skäl: {reason}", en: "Reason: {reason}" },
  answer: { sv: "Skäl för ert svar", en: "Reason for your answer" },
  agree: { sv: "Säg ja", en: "Say yes" },
  decline: { sv: "Säg nej", en: "Say no" },
  takeBack: { sv: "Ta tillbaka förslaget", en: "Take the proposal back" },
  waitsForOther: { sv: "Den andra parten svarar.", en: "The other party answers." },
  history: { sv: "Förslag och svar", en: "Proposals and answers" },
  asked: { sv: "Förslag", en: "Proposal" },
  day: { sv: "Dag", en: "Day" },
  state: { sv: "Svar", en: "Answer" },
  noHistory: {
    sv: "Inget har föreslagits: husets regler gäller.",
    en: "Nothing has been proposed: the house’s rules hold.",
  },
  toPublic: { sv: "Se vad som inte visas", en: "See what is not shown" },
} satisfies Words<string>;
