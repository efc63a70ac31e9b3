import type { Words } from "../../ground/words.ts";
import { SCAN_MEGABYTES, type PaperWhy } from "./paper.ts";

type Known =
  | "not-proposed"
  | "party-has-signed"
  | "one-person-both-parties"
  | "question-expired"
  | "other-text"
  | "not-a-party";
export const refusals = {
  "office-points-out": {
    sv: "Din befattning visas för alla, och i den står ett namn eller ett nummer som leder till någon. En kollega avslutar rollen och bjuder in dig igen, med bara befattningen.",
    en: "Your office is shown to everybody, and holds a name or a number that leads to somebody. A colleague ends the role and invites you again, with the office alone.",
  },
  "paper-not-yours": {
    sv: "Papperet lämnas in och intygas av parten själv. Den andra parten gör det bara där ingen finns kvar här.",
    en: "The paper is handed in and vouched for by the party itself. The other party does so only where nobody is left here.",
  },
  "paper-mandate-missing": {
    sv: "Uppdraget att skriva under finns inte registrerat. Registrera det under «Uppdrag» först.",
    en: "The mandate to sign is not recorded. Record it under “Mandates” first.",
  },
  "paper-day-ahead": {
    sv: "Dagen på papperet har inte varit än. Skriv den dag det skrevs under.",
    en: "The day on the paper has not been yet. Write the day it was signed.",
  },
  "paper-before-proposed": {
    sv: "Texten blev klar att skriva under {day}. Ett papper från tidigare gäller en annan text.",
    en: "The text became ready to sign on {day}. A paper from before is of another text.",
  },
  "paper-outside-mandate": {
    sv: "Uppdraget gällde inte den dagen. Kontrollera dagen, eller registrera beslutet.",
    en: "The mandate did not hold on that day. Check the day, or record the decision.",
  },
  "paper-not-readable": {
    sv: `Filen är varken PDF, JPEG eller PNG, eller större än ${SCAN_MEGABYTES} MB. Inget är sparat. Läs in papperet igen.`,
    en: `The file is neither PDF, JPEG nor PNG, or larger than ${SCAN_MEGABYTES} MB. Nothing is kept. Scan the paper again.`,
  },
  "paper-of-other-text": {
    sv: "Papperet gäller en annan text än den som ska skrivas under nu.",
    en: "The paper is of another text than the one to be signed now.",
  },
  "paper-own-signature": {
    sv: "Den som skrev under papperet kan inte intyga det. Skriv under med din nyckel i stället, eller be en kollega.",
    en: "Whoever signed the paper cannot vouch for it. Sign with your key instead, or ask a colleague.",
  },
  "paper-holder-has-key": {
    sv: "{name} har en nyckel: skriv under med den, eller återkalla den först.",
    en: "{name} has a key: sign with it, or revoke it first.",
  },
  "paper-handed-in-by-you": {
    sv: "Du lämnade in papperet. En kollega hos samma part intygar det med sin nyckel.",
    en: "You handed in the paper. A colleague of the same party vouches for it with their key.",
  },
  "voucher-key-not-accepted": {
    sv: "Nyckeln godtogs inte. Papperet är inte intygat. Försök igen, eller byt enhet.",
    en: "The key was not accepted. The paper is not vouched for. Try again, or use another device.",
  },
} satisfies Words<Exclude<PaperWhy, Known>>;

export const words = {
  heading: { sv: "Skriv under på papper", en: "Sign on paper" },
  lead: {
    sv: "För den som inte har någon nyckel. En underskrift på papper är svagare: filen kan inte bevisa den, bara vem som intygar den. Det står överallt där löftet visas.",
    en: "For whoever has no key. A signature on paper is weaker: the file cannot prove it, only who vouches for it. It says so wherever the promise is shown.",
  },
  toSigning: { sv: "Till underskrift med nyckel", en: "To signing with a key" },
  toDocument: { sv: "Till dokumentet", en: "To the document" },
  who: { sv: "Vem som skriver under", en: "Who signs" },
  choose: { sv: "Välj", en: "Choose" },
  person: { sv: "{office}, {organisation}", en: "{office}, {organisation}" },
  nobody: { sv: "Ingen kan skriva under på papper nu", en: "Nobody can sign on paper now" },
  nobodyText: {
    sv: "Parten har redan skrivit under, löftet är inte klart att skriva under, eller så finns inget registrerat uppdrag hos din organisation.",
    en: "The party has signed already, the promise is not ready to be signed, or no mandate is recorded in your organisation.",
  },
  mandates: { sv: "Uppdrag", en: "Mandates" },
  stepPrint: { sv: "1. Skriv ut", en: "1. Print" },
  print: { sv: "Hämta papperet (PDF)", en: "Get the paper (PDF)" },
  printText: {
    sv: "Hela texten, dess kontrollsumma och raden att skriva på. Skriv ut, skriv under med datum och läs in alla sidor.",
    en: "The whole text, its checksum and the line to sign on. Print, sign with the date and scan every page.",
  },
  stepHandIn: { sv: "2. Lämna in", en: "2. Hand in" },
  file: { sv: "Det inlästa papperet", en: "The scanned paper" },
  fileGuide: {
    sv: `PDF, JPEG eller PNG, högst ${SCAN_MEGABYTES} MB. Det stannar här inne: ute visas bara dagen, befattningen och vem som intygar. Blir det en underskrift bevaras det med löftet; annars går det bort först när er organisation har beslutat om gallring.`,
    en: `PDF, JPEG or PNG, at most ${SCAN_MEGABYTES} MB. It stays inside: outside only the day, the office and who vouches are shown. As a signature it is kept with the promise; otherwise it goes only when your organisation has decided on disposal.`,
  },
  on: { sv: "Dagen på papperet", en: "The day on the paper" },
  handIn: { sv: "Lämna in papperet", en: "Hand in the paper" },
  handedIn: {
    sv: "Papperet är inlämnat. Nu ska det intygas.",
    en: "The paper is handed in. Now it is to be vouched for.",
  },
  chooseFirst: { sv: "Välj först vem som skriver under.", en: "First choose who signs." },
  fileFirst: { sv: "Välj filen och dagen först.", en: "First choose the file and the day." },
  stepVouch: { sv: "3. Intyga med nyckel", en: "3. Vouch with a key" },
  vouchText: {
    sv: "Den som intygar har sett papperet och svarar för att det är undertecknat av den som står där. Det ska vara en annan än den som skrev under, och en annan än den som lämnade in papperet om det finns någon.",
    en: "Whoever vouches has seen the paper and answers for it being signed by the one named on it. It is somebody else than the signatory, and somebody else than who handed it in if there is anybody.",
  },
  noPapers: { sv: "Inget papper är inlämnat.", en: "No paper has been handed in." },
  seeScan: { sv: "Se det inlästa papperet", en: "See the scanned paper" },
  scanHash: { sv: "Kopians kontrollsumma", en: "The scan’s checksum" },
  iHaveSeen: {
    sv: "Jag har sett papperet och intygar att det är undertecknat",
    en: "I have seen the paper and vouch that it is signed",
  },
  mustTick: { sv: "Kryssa först i att du har sett papperet.", en: "First tick that you have seen the paper." },
  vouch: { sv: "Intyga med nyckel", en: "Vouch with key" },
  vouched: {
    sv: "Papperet är intygat. {party} har skrivit under på papper (svagare).",
    en: "The paper is vouched for. {party} has signed on paper (weaker).",
  },
  acting: { sv: "tf. {office}", en: "acting {office}" },
  onPaper: {
    sv: "Ingen nyckel? Skriv under på papper",
    en: "No key? Sign on paper",
  },
  paperTitle: { sv: "Att skriva under: {title}", en: "To be signed: {title}" },
  signsFor: { sv: "Undertecknas för {party}", en: "Signed for {party}" },
  office: { sv: "Befattning", en: "Office" },
  decision: { sv: "Beslut", en: "Decision" },
  hash: { sv: "Textens kontrollsumma", en: "The text’s checksum" },
  hashText: {
    sv: "Samma tecken ska stå på skärmen. Underskriften gäller exakt den texten.",
    en: "The same signs must stand on the screen. The signature is of exactly that text.",
  },
  name: { sv: "Namnförtydligande", en: "Name in print" },
  place: { sv: "Ort", en: "Place" },
  day: { sv: "Datum", en: "Date" },
  signature: { sv: "Underskrift", en: "Signature" },
} satisfies Words<string>;
