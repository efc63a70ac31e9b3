// The open form about traffic, in every language the forms for residents have.
import type { FormSaid, SetAsideReason } from "../open-form.ts";
import type { ComplaintStep, PartOfDay } from "./handed-in.ts";

export const handIn = {
  what: { sv: "synpunkt", en: "complaint", latt: "synpunkt" },
  heading: { sv: "Vad är det med trafiken?", en: "What is it about the traffic?", latt: "Vad är det med trafiken?" },
  lead: {
    sv: "Alla som hör av sig om samma sträcka får samma svar. Vi kan mäta, skylta och bygga på kommunens vägar. Statliga vägar kan vi inte ändra, men vi för det vidare.",
    en: "Everybody who writes about the same stretch gets the same answer. On the municipality’s roads we can measure, put up signs and build. State roads we cannot change, but we pass it on.",
    latt: "Du kan berätta om trafiken. Vi kan ändra på kommunens vägar. Andra vägar kan vi inte ändra. Då skickar vi det vidare.",
  },
  known: {
    sv: "En sträcka vi redan arbetar med",
    en: "A stretch we already work with",
    latt: "En väg vi redan vet om",
  },
  another: { sv: "En annan sträcka", en: "Another stretch", latt: "En annan väg" },
  stretch: { sv: "Vilken väg?", en: "Which road?", latt: "Vilken väg?" },
  stretchElse: { sv: "Eller skriv vilken väg", en: "Or write which road", latt: "Eller skriv vilken väg" },
  stretchGuide: {
    sv: "Vägen och mellan vilka korsningar, till exempel «Bruksvägen, Kyrkvägen till skolan». Aldrig en dörr.",
    en: "The road, and between which crossings, for example “Bruksvägen, Kyrkvägen to the school”. Never a door.",
    latt: "Skriv vägens namn. Skriv också var på vägen. Skriv inte någons adress.",
  },
  kind: { sv: "Vad?", en: "What?", latt: "Vad är det?" },
  choose: { sv: "Välj", en: "Choose", latt: "Välj" },
  direction: { sv: "Åt vilket håll?", en: "Which way?", latt: "Åt vilket håll?" },
  directionGuide: {
    sv: "Till exempel: mot skolan. Tomt är båda hållen.",
    en: "For example: towards the school. Empty is both ways.",
    latt: "Till exempel: mot skolan.",
  },
  optional: { sv: "frivilligt", en: "optional", latt: "du måste inte" },
  when: { sv: "När brukar det vara?", en: "When is it usually?", latt: "Vilka dagar är det?" },
  whenGuide: {
    sv: "Tomt är alla dagar, eller att det växlar.",
    en: "Empty is every day, or that it varies.",
    latt: "Du kan välja flera dagar.",
  },
  part: { sv: "När på dygnet?", en: "At what time of day?", latt: "När på dagen?" },
  effect: { sv: "Vad händer?", en: "What happens?", latt: "Vad händer?" },
  effectGuide: {
    sv: "Skriv vad och var, inte vem. Inga namn och inga registreringsnummer.",
    en: "Write what and where, not who. No names and no registration numbers.",
    latt: "Skriv vad som händer. Skriv inte vem. Skriv inga bilnummer.",
  },
  proposal: { sv: "Vad skulle hjälpa?", en: "What would help?", latt: "Vad skulle göra det bättre?" },
  send: { sv: "Skicka", en: "Send", latt: "Skicka" },
  noAccount: {
    sv: "Inget konto, inga kakor. Vi vet inte vem du är. Du får ett kvitto.",
    en: "No account, no cookies. We do not know who you are. You get a receipt.",
    latt: "Du behöver inte logga in. Vi vet inte vem du är. Du får ett kvitto.",
  },
  covered: {
    sv: "Det ser ut som {kind}. Vi har täckt det. Läs igenom och tryck Skicka igen.",
    en: "It looks like {kind}. We have covered it. Read it through and press Send again.",
    latt: "Det ser ut som {kind}. Vi har tagit bort det. Läs och tryck Skicka igen.",
  },
  receiptTitle: { sv: "Synpunkt om trafiken", en: "Complaint about traffic", latt: "Din synpunkt om trafiken" },
  notThere: {
    sv: "Här går det inte att lämna en synpunkt",
    en: "Nothing can be handed in here",
    latt: "Sidan finns inte",
  },
  notThereText: {
    sv: "Kontrollera adressen, eller ring kommunens växel.",
    en: "Check the address, or call the municipality’s switchboard.",
    latt: "Skriv adressen igen. Du kan också ringa kommunen.",
  },
} satisfies Readonly<Record<string, FormSaid>>;

export const partsOfDay: Readonly<Record<PartOfDay, FormSaid>> = {
  any: { sv: "När som helst", en: "At any time", latt: "När som helst" },
  morning: { sv: "Morgon, 6–9", en: "Morning, 6–9", latt: "På morgonen" },
  day: { sv: "Dag, 9–15", en: "Day, 9–15", latt: "På dagen" },
  afternoon: { sv: "Eftermiddag, 15–18", en: "Afternoon, 15–18", latt: "På eftermiddagen" },
  evening: { sv: "Kväll, 18–22", en: "Evening, 18–22", latt: "På kvällen" },
  night: { sv: "Natt, 22–5", en: "Night, 22–5", latt: "På natten" },
};

/** Public templates: what whoever holds the receipt reads when a complaint was set aside. */
export const complaintSetAside = {
  "points-at-a-person": {
    sv: "Synpunkten pekade ut en person. Vi sparar inte sådant. Skriv gärna igen om vägen och vad som händer.",
    en: "The complaint pointed at a person. We do not keep such things. You are welcome to write again about the road and what happens.",
  },
  threat: {
    sv: "Synpunkten var ett hot. Pågår det något: ring 112. Vill du tipsa polisen: ring 114 14.",
    en: "The complaint was a threat. If something is happening: call 112. To tip the police: call 114 14.",
  },
  advertisement: { sv: "Synpunkten var reklam.", en: "The complaint was an advertisement." },
  "off-topic": {
    sv: "Synpunkten handlade inte om trafik. Kommunen tar emot annat på andra vägar.",
    en: "The complaint was not about traffic. The municipality takes other things in other ways.",
  },
  "sent-before": {
    sv: "Samma synpunkt hade kommit förut. Den första räknas.",
    en: "The same complaint had come before. The first one counts.",
  },
} satisfies Readonly<Record<SetAsideReason, { readonly sv: string; readonly en: string }>>;

export const complaintStepWords = {
  received: { sv: "Mottaget {on}", en: "Received {on}", latt: "Vi fick det {on}" },
  read: { sv: "Läst {on}", en: "Read {on}", latt: "Vi läste det {on}" },
  "set-aside": { sv: "Lagt åt sidan {on}", en: "Set aside {on}", latt: "Vi använder det inte" },
  disposed: {
    sv: "Gallrad enligt beslut {day} {paragraph} innan någon hade läst den. Skriv gärna igen.",
    en: "Disposed of by decision {day} {paragraph} before anybody had read it. You are welcome to write again.",
    latt: "Vi tog bort din text innan någon hade läst den. Beslut {day} {paragraph}. Skriv gärna igen.",
  },
  together: { sv: "Hör till ‹{stretch}›", en: "Belongs to ‹{stretch}›", latt: "Hör till ‹{stretch}›" },
  "passed-on": { sv: "Skickat vidare", en: "Passed on", latt: "Vi har skickat det vidare" },
  "to-be-measured": { sv: "Ska mätas", en: "To be measured", latt: "Vi ska mäta farten" },
  measured: { sv: "Mätt", en: "Measured", latt: "Vi har mätt farten" },
  "measurement-taken-back": {
    sv: "En mätning är tillbakatagen. Uppgifter som bygger på den gäller inte",
    en: "A measurement has been taken back. What rests on it no longer holds",
    latt: "En mätning blev fel. Vi räknar inte med den",
  },
  judged: { sv: "Bedömt: {judgement}", en: "Judged: {judgement}", latt: "Vi tycker: {judgement}" },
  acting: { sv: "Åtgärd: {action}", en: "Action: {action}", latt: "Det här gör vi: {action}" },
  answered: { sv: "Svar {on}", en: "Answer {on}", latt: "Vårt svar {on}" },
} satisfies Readonly<Record<ComplaintStep["kind"], FormSaid>>;
