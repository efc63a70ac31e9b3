import type { Words } from "../../ground/words.ts";
import type { DELIVERY_STATES, EventKind, Fault, WebhookWhy } from "./webhook.ts";

export const refusals = {
  "webhook-needs-https": {
    sv: "Skriv hela adressen. Den ska börja med https:// och inte ha något lösenord eller någon port i sig.",
    en: "Write the whole address. It must begin with https:// and have no password or port in it.",
  },
  "webhook-needs-events": {
    sv: "Välj minst en händelse att skicka.",
    en: "Choose at least one event to send.",
  },
  "too-many-webhooks": {
    sv: "Det finns redan {most} webhookar. Ta bort en först.",
    en: "There are {most} webhooks already. Remove one first.",
  },
  "too-many-trials": {
    sv: "Högst {most} prov i timmen. Vänta en stund.",
    en: "At most {most} trials an hour. Wait a while.",
  },
  "webhook-paused": {
    sv: "Webhooken är pausad. Återuppta den först.",
    en: "The webhook is paused. Resume it first.",
  },
} satisfies Words<Exclude<WebhookWhy, "not-yours">>;

export const eventKinds = {
  "promise.published": { sv: "Ett löfte publiceras", en: "A promise is published" },
  "promise.changed": { sv: "Ett löfte ändras", en: "A promise is changed" },
  "promise.ended": { sv: "Ett löfte tar slut", en: "A promise ends" },
  "report.published": { sv: "En uppföljning publiceras", en: "A follow-up is published" },
  "theme.answered": { sv: "Det invånare sagt får svar", en: "What residents said is answered" },
  "situation.published": { sv: "En lägesbild publiceras", en: "A situation report is published" },
  "action-plan.published": { sv: "En åtgärdsplan publiceras", en: "An action plan is published" },
  "action-plan.followed-up": { sv: "En åtgärdsplan följs upp", en: "An action plan is followed up" },
  "consultation.opened": { sv: "Ett utkast öppnas för synpunkter", en: "A draft opens for comments" },
  "consultation.closed": { sv: "Synpunkterna på ett utkast har fått svar", en: "The comments on a draft are answered" },
  "dialogue.told": { sv: "En dialog redovisas", en: "A dialogue is told" },
  "walk.told": { sv: "Ett vandringsprotokoll publiceras", en: "A walk's protocol is published" },
  "road.told": { sv: "En vägs sida publiceras eller får svar", en: "A road's page is published or answered" },
  "activity.done": { sv: "Något lovat blir gjort", en: "Something promised is done" },
  "activity.missed": { sv: "Något lovat blir inte av", en: "Something promised does not happen" },
} satisfies Words<EventKind>;

export const deliveryStates = {
  waiting: { sv: "Väntar", en: "Waiting" },
  delivered: { sv: "Framme", en: "Delivered" },
  "given-up": { sv: "Kom inte fram", en: "Did not arrive" },
} satisfies Words<(typeof DELIVERY_STATES)[number]>;

export const faults = {
  "not-public": { sv: "Adressen är inte allmän", en: "The address is not public" },
  "no-answer": { sv: "Inget svar inom tio sekunder", en: "No answer within ten seconds" },
  moved: {
    sv: "Svarade med en annan adress, som inte följs",
    en: "Answered with another address, which is not followed",
  },
  status: { sv: "Svarade med ett fel", en: "Answered with an error" },
  gone: { sv: "Svarade att ingen tar emot längre", en: "Answered that nobody receives any more" },
} satisfies Words<Fault>;

export const words = {
  heading: { sv: "Webhookar", en: "Webhooks" },
  lead: {
    sv: "Andra system får veta när något nytt berättas för alla. Inget skickas som inte redan går att läsa på de öppna sidorna.",
    en: "Other systems learn when something new is told to everybody. Nothing is sent that cannot be read on the public pages already.",
  },
  toWebhooks: { sv: "Webhookar", en: "Webhooks" },
  none: { sv: "Inga webhookar än", en: "No webhooks yet" },
  noneText: {
    sv: "En webhook skickar nyheter till kommunens webbplats, ett ärendesystem eller ett arkiv, så fort de är publicerade.",
    en: "A webhook sends news to the municipality's site, a case system or an archive as soon as they are published.",
  },
  keptBy: { sv: "Sköts av {organisation}", en: "Looked after by {organisation}" },
  sends: { sv: "Skickar: {kinds}", en: "Sends: {kinds}" },
  on: { sv: "Igång", en: "On" },
  pausedByPerson: { sv: "Pausad", en: "Paused" },
  pausedByGone: {
    sv: "Pausad, mottagaren svarade att ingen tar emot längre",
    en: "Paused, the receiver answered that nobody receives any more",
  },
  pause: { sv: "Pausa", en: "Pause" },
  resume: { sv: "Återuppta", en: "Resume" },
  roll: { sv: "Byt hemlighet", en: "Change the secret" },
  trial: { sv: "Skicka ett prov", en: "Send a trial" },
  remove: { sv: "Ta bort", en: "Remove" },
  removeSure: { sv: "Ja, ta bort {address}", en: "Yes, remove {address}" },
  deliveries: { sv: "Det som skickats till {address}", en: "What has been sent to {address}" },
  noDeliveries: { sv: "Inget har skickats än.", en: "Nothing has been sent yet." },
  event: { sv: "Händelse", en: "Event" },
  made: { sv: "Berättad", en: "Told" },
  how: { sv: "Hur det gick", en: "How it went" },
  next: { sv: "Nästa försök", en: "Next try" },
  attempts: { sv: "{count} försök", en: "{count} {count|try|tries}" },
  answered: { sv: "svar {status}", en: "answer {status}" },
  trialKind: { sv: "Prov", en: "Trial" },
  trialTitle: { sv: "Ett prov från Samsyn", en: "A trial from Samsyn" },
  ended: { sv: "Löftet gäller inte längre: {what}", en: "The promise is no longer in force: {what}" },
  addHeading: { sv: "Ny webhook", en: "New webhook" },
  address: { sv: "Adress", en: "Address" },
  addressGuide: {
    sv: "Börjar med https://. Den som sköter det andra systemet har den.",
    en: "Begins with https://. Whoever looks after the other system has it.",
  },
  events: { sv: "Skicka när", en: "Send when" },
  add: { sv: "Lägg till webhooken", en: "Add the webhook" },
  secretHeading: { sv: "Hemligheten visas bara nu", en: "The secret is shown only now" },
  secretText: {
    sv: "Ge den till den som sköter det andra systemet. Med den går det att se att det som kommer är härifrån. Tappas den bort byts den mot en ny.",
    en: "Give it to whoever looks after the other system. With it they can see that what comes is from here. If it is lost it is changed for a new one.",
  },
  trialSent: { sv: "Provet skickas inom en minut.", en: "The trial is sent within a minute." },
  readOnly: {
    sv: "De som företräder {organisation} sköter den här.",
    en: "Those who speak for {organisation} look after this one.",
  },
  format: {
    sv: "Formatet är CloudEvents 1.0, signerat enligt Standard Webhooks. Så ser innehållet ut:",
    en: "The format is CloudEvents 1.0, signed by Standard Webhooks. This is what is in it:",
  },
  schema: { sv: "JSON-schema", en: "JSON schema" },
} satisfies Words<string>;
