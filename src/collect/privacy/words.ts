import type { Words } from "../../ground/words.ts";
import type { PersonKind, PersonWhy } from "../person-in-text.ts";
import type { RetentionWhy } from "./retention.ts";
import type { ReviewWhy } from "./review.ts";

type OwnWhy =
  | Exclude<ReviewWhy, "not-yours" | PersonWhy>
  | Exclude<RetentionWhy, "not-yours" | "reason-needed" | PersonWhy>
  | "person-review-waits";

export const refusals = {
  "nothing-to-review": {
    sv: "Här finns inget att granska. Någon annan kan ha hunnit före.",
    en: "There is nothing to review here. Somebody else may have been first.",
  },
  "another-person-needed": {
    sv: "En annan person i din organisation behöver granska det här. Du skrev det själv.",
    en: "Another person in your organisation needs to review this. You wrote it yourself.",
  },
  "person-review-waits": {
    sv: "Anteckningar som väntar på granskning: {count}. Öppna «Granska personuppgifter» och gör klart dem först.",
    en: "Notes that wait for review: {count}. Open “Review personal data” and finish them first.",
  },
  "decision-needed": {
    sv: "Regeln saknar gallringsbeslut. Inget tas bort. Skriv vem som beslutade, när och under vilken paragraf.",
    en: "The rule has no disposal decision. Nothing is removed. Write who decided, when and under which paragraph.",
  },
  "decision-to-come": {
    sv: "Beslutet är daterat i framtiden. Skriv dagen då det fattades.",
    en: "The decision is dated in the future. Write the day it was made.",
  },
  "second-person-needed": {
    sv: "En annan person i din organisation godkänner beslutet. Du skrev in det själv.",
    en: "Another person in your organisation approves the decision. You entered it yourself.",
  },
  "approved-already": { sv: "Beslutet är redan godkänt.", en: "The decision is approved already." },
  "held-already": { sv: "Källan ligger redan under utlämnandespärr.", en: "The source is on hold already." },
  "not-held": { sv: "Källan ligger inte under någon utlämnandespärr.", en: "The source is not on hold." },
} satisfies Words<OwnWhy>;

/** What a mark is called beside the field. */
export const personKinds: Words<PersonKind> = {
  "personal-number": { sv: "personnummer eller födelsedag", en: "personal number or birthday" },
  phone: { sv: "telefonnummer", en: "telephone number" },
  "e-mail": { sv: "e-postadress", en: "e-mail address" },
  plate: { sv: "registreringsnummer", en: "registration number" },
  account: { sv: "konto i sociala medier", en: "account in social media" },
  address: { sv: "någons bostad", en: "somebody's home" },
  name: { sv: "namn", en: "name" },
  speech: { sv: "ord som någon sagt", en: "words somebody said" },
};

/** What may be written in a field, what not, and why: one sentence beside it. */
export const guides = {
  note: {
    sv: "Skriv vad och var, inte vem: andra läser det, och det kan begäras ut.",
    en: "Write what and where, not who: others read it, and it can be asked for.",
  },
  consequence: {
    sv: "Vad det leder till för dem som rör sig här, inte för någon du känner igen.",
    en: "What it leads to for those who pass here, not for somebody you recognise.",
  },
  proposal: {
    sv: "Vad som kan göras med platsen; förslaget kan stå i protokollet, som alla får läsa.",
    en: "What can be done with the spot; the proposal may stand in the protocol, which everybody may read.",
  },
  place: {
    sv: "Platsens namn eller gatan utan nummer: ett nummer kan visa vem som bor där.",
    en: "The spot's name or the street without a number: a number can tell who lives there.",
  },
  reason: {
    sv: "Varför, utan att peka ut någon: skälet står kvar i historiken.",
    en: "Why, without pointing at anybody: the reason stays in the history.",
  },
  theme: {
    sv: "Ord för saken och platsen, inte för någon: de ligger i formuläret, som alla kan öppna.",
    en: "Words for the matter and the place, not for anybody: they lie in the form, which everybody can open.",
  },
  matter: {
    sv: "Skriv om saken, inte om någon: det kan begäras ut.",
    en: "Write of the matter, not of anybody: it can be asked for.",
  },
  public: {
    sv: "Andra läser det ordagrant: skriv om saken och platsen, inte om någon.",
    en: "Others read it word for word: write of the matter and the place, not of anybody.",
  },
  quote: {
    sv: "Som det sades, utan namn och utan det som visar vem som sa det.",
    en: "As it was said, without names and without what shows who said it.",
  },
  told: {
    sv: "Skriv om saken och platsen, inte om någon: alla med kvitto läser det ordagrant.",
    en: "Write of the matter and the place, not of anybody: everybody with a receipt reads it word for word.",
  },
} satisfies Words<string>;

export const retentionWords = {
  disposal: { sv: "Gallring", en: "Disposal" },
  lead: {
    sv: "Råa anteckningar går bort enligt beslut. Antal, plats och tid står kvar, så ingen siffra ändras. Här syns bara det din organisation äger.",
    en: "Raw notes go by decision. Counts, places and times stay, so no figure changes. Only what your organisation owns is shown here.",
  },
  whatIsHere: { sv: "Vad finns här", en: "What is here" },
  kind: { sv: "Slag", en: "Kind" },
  raw: { sv: "Råa", en: "Raw" },
  gone: { sv: "Gallrade", en: "Disposed of" },
  oldest: { sv: "Äldst", en: "Oldest" },
  goes: { sv: "Går bort", en: "Goes" },
  never: { sv: "Beslut saknas, står kvar", en: "No decision, stays" },
  onHold: { sv: "Utlämnandespärr: {reason}", en: "On hold: {reason}" },
  registryNumber: { sv: "Diarienummer", en: "Registry number" },
  secrecyMark: { sv: "Sekretessmarkering", en: "Secrecy mark" },
  secrecyGuide: {
    sv: "Lagrummet, till exempel «OSL 35 kap. 1 §». Tomt om ingen behövs.",
    en: "The section of law, for example “OSL ch. 35 § 1”. Empty when none is needed.",
  },
  rules: { sv: "Gallringsbeslut", en: "Disposal decisions" },
  rule: {
    sv: "{kind}: {months} månader. {body} {day}, {paragraph}",
    en: "{kind}: {months} months. {body} {day}, {paragraph}",
  },
  trial: {
    sv: "Provkört: {due} är äldre än så och går i natt. {held} ligger under utlämnandespärr.",
    en: "Tried: {due} are older than that and go tonight. {held} are on hold.",
  },
  trialWaiting: {
    sv: "Provkört: {due} är äldre än så. Inget går bort förrän beslutet är godkänt. {held} ligger under utlämnandespärr.",
    en: "Tried: {due} are older than that. Nothing goes until the decision is approved. {held} are on hold.",
  },
  approve: { sv: "Godkänn", en: "Approve" },
  approved: { sv: "Godkänt", en: "Approved" },
  waitsForSecond: { sv: "Väntar på en andra person", en: "Waits for a second person" },
  newRule: { sv: "Nytt gallringsbeslut", en: "New disposal decision" },
  months: { sv: "Efter hur många månader", en: "After how many months" },
  body: { sv: "Vem beslutade", en: "Who decided" },
  bodyGuide: { sv: "Nämnden eller styrelsen, aldrig en person.", en: "The board or committee, never a person." },
  decidedOn: { sv: "Beslutsdag", en: "Day of the decision" },
  paragraph: { sv: "Paragraf", en: "Paragraph" },
  saveRule: { sv: "Skriv in beslutet", en: "Enter the decision" },
  holdOrMark: { sv: "Spärr, diarienummer och sekretess", en: "Hold, registry number and secrecy" },
  source: { sv: "Källa", en: "Source" },
  holdReason: { sv: "Skäl till spärren", en: "Reason for the hold" },
  hold: { sv: "Lägg utlämnandespärr", en: "Put on hold" },
  letGo: { sv: "Häv spärren", en: "End the hold" },
  saveMark: { sv: "Spara nummer och markering", en: "Save number and mark" },
  done: { sv: "Sparat.", en: "Saved." },
  runs: { sv: "Vad som har gallrats", en: "What has been disposed of" },
  noRuns: { sv: "Inget har gallrats än.", en: "Nothing has been disposed of yet." },
  noRunsText: {
    sv: "Det sker på natten, när ett beslut är godkänt och något är gammalt nog.",
    en: "It happens at night, when a decision is approved and something is old enough.",
  },
  run: {
    sv: "{notes} anteckningar, {texts} svar, höranden och synpunkter, {photos} bilder och papper, {quotes} citat",
    en: "{notes} notes, {texts} answers, hearings and complaints, {photos} pictures and papers, {quotes} quotes",
  },
  digest: { sv: "Kontrollsumma", en: "Checksum" },
  backups: {
    sv: "Säkerhetskopior kan ha kvar gallrade texter tills de själva förstörs. Skriv det också i beslutet.",
    en: "Backups can still hold what was disposed of until they are destroyed themselves. Say so in the decision as well.",
  },
  disposedText: {
    sv: "Texten är gallrad enligt beslut. Vad den ledde till finns kvar.",
    en: "The text was disposed of by decision. What it led to is still here.",
  },
} satisfies Words<string>;

export const words = {
  found: { sv: "Ser ut som", en: "Looks like" },
  edit: { sv: "Ändra iakttagelsen", en: "Change the observation" },
  save: { sv: "Spara ändringen", en: "Save the change" },
  saved: { sv: "Ändringen är sparad.", en: "The change is saved." },
  savedHeld: {
    sv: "Sparat. Bara din organisation ser den tills en kollega har granskat den.",
    en: "Saved. Only your organisation sees it until a colleague has reviewed it.",
  },
  review: { sv: "Granska personuppgifter", en: "Review personal data" },
  reviewCount: { sv: "Granska personuppgifter ({count})", en: "Review personal data ({count})" },
  reviewLead: {
    sv: "Här ser något ut att peka ut en person, men den som skrev menar att det inte gör det. Bara din organisation ser anteckningen tills någon annan än skribenten har tittat.",
    en: "Something here looks as if it points at a person, but whoever wrote it says it does not. Only your organisation sees the note until somebody other than the writer has looked.",
  },
  nothingWaits: { sv: "Inget väntar på granskning", en: "Nothing waits for review" },
  nothingWaitsText: {
    sv: "Skriv vad och var, inte vem, så behövs ingen granskning.",
    en: "Write what and where, not who, and no review is needed.",
  },
  wroteBecause: { sv: "Skälet till att det får stå", en: "Why it may stand" },
  willBe: { sv: "Visas sedan för", en: "Then shown to" },
  letStand: { sv: "Låt stå, ingen pekas ut", en: "Let it stand, nobody is pointed at" },
  coverIt: { sv: "Täck över och dela", en: "Cover and share" },
  own: {
    sv: "Du skrev det här. En annan i din organisation granskar det.",
    en: "You wrote this. Another in your organisation reviews it.",
  },
  released: { sv: "Anteckningen står kvar som den är.", en: "The note stands as it is." },
  coveredDone: { sv: "Det som pekade ut någon är övertäckt.", en: "What pointed at somebody is covered." },
  looksLike: { sv: "Ser ut som {kind}: «{found}»", en: "Looks like: {kind}, “{found}”" },
  couldBe: { sv: "Kan vara {kind}: «{found}»", en: "Could be: {kind}, “{found}”" },
  speechAdvice: {
    sv: "Ord som någon sagt kan visa vem det var. Skriv hellre vad det handlar om.",
    en: "Words somebody said can tell who it was. Rather write what it is about.",
  },
  cover: { sv: "Täck över", en: "Cover" },
  why: {
    sv: "Texten läses av andra och kan begäras ut. Skriv vad och var, inte vem.",
    en: "The text is read by others and can be asked for. Write what and where, not who.",
  },
  setAsideReason: { sv: "Varför pekar det inte ut någon?", en: "Why does it point at nobody?" },
  setAsideGuide: {
    sv: "Till exempel: «Det är namnet på en kiosk.» Bara din organisation ser anteckningen tills en kollega har granskat den.",
    en: "For example: “It is the name of a kiosk.” Only your organisation sees the note until a colleague has reviewed it.",
  },
  waits: { sv: "Väntar på granskning av personuppgifter", en: "Waits for a review of personal data" },
} satisfies Words<string>;
