import type { Words } from "../../ground/words.ts";
import type { SigningParty } from "../signature.ts";
import type { MandateWhy } from "./mandate.ts";

export const refusals = {
  "mandate-of-other-party": {
    sv: "Den andra parten registrerar sina egna uppdrag.",
    en: "The other party records its own mandates.",
  },
  "mandate-not-a-party": {
    sv: "Bara kommunen och polisen skriver under, så bara de har uppdrag att göra det.",
    en: "Only the municipality and the police sign, so only they have mandates to do so.",
  },
  "mandate-needs-signatory": {
    sv: "Personen är inte undertecknare i er organisation. Bjud in till den rollen först.",
    en: "The person is not a signatory of your organisation. Invite them to that role first.",
  },
  "mandate-needs-decision": {
    sv: "Skriv befattningen, och vem som beslutade om uppdraget.",
    en: "Write the office, and who decided on the mandate.",
  },
  "mandate-days-turned": {
    sv: "Dagarna ligger i fel ordning. Ett uppdrag slutar tidigast den dag det börjar, och förlängs med ett nytt beslut.",
    en: "The days are in the wrong order. A mandate ends on its first day at the earliest, and is made longer by a new decision.",
  },
  "mandate-before-decision": {
    sv: "Uppdraget kan inte börja innan det är beslutat.",
    en: "The mandate cannot begin before it was decided.",
  },
  "mandate-decided-later": {
    sv: "Beslutet ligger i framtiden. Registrera uppdraget när det är fattat.",
    en: "The decision lies ahead. Record the mandate when it has been made.",
  },
  "mandate-overlaps": {
    sv: "Personen har redan ett uppdrag som gäller då ({from} – {to}). Avsluta det först, eller låt det nya börja dagen efter.",
    en: "The person already has a mandate for that time ({from} – {to}). End it first, or let the new one begin the day after.",
  },
  "mandate-ends-ahead": {
    sv: "Ett uppdrag avslutas tidigast i dag. Det som redan är undertecknat gäller.",
    en: "A mandate ends today at the earliest. What has been signed already stands.",
  },
  "mandate-is-over": { sv: "Uppdraget tog slut {day}.", en: "The mandate ended on {day}." },
} satisfies Words<Exclude<MandateWhy, "not-yours" | "names-a-person">>;

export const standings = {
  holds: { sv: "Gäller nu", en: "Holds now" },
  coming: { sv: "Börjar senare", en: "Begins later" },
  over: { sv: "Slut", en: "Over" },
} satisfies Words<string>;

export const lacking = {
  municipality: {
    sv: "Kommunen har ingen som får skriva under.",
    en: "The municipality has nobody who may sign.",
  },
  police: { sv: "Polisen har ingen som får skriva under.", en: "The police have nobody who may sign." },
} satisfies Words<SigningParty>;
export const lackingAfter = {
  municipality: {
    sv: "Kommunen har ingen som får skriva under efter {day}.",
    en: "The municipality has nobody who may sign after {day}.",
  },
  police: {
    sv: "Polisen har ingen som får skriva under efter {day}.",
    en: "The police have nobody who may sign after {day}.",
  },
} satisfies Words<SigningParty>;

export const words = {
  heading: { sv: "Uppdrag att skriva under", en: "Mandates to sign" },
  lead: {
    sv: "Vem som får skriva under löften för vilken part. Varje part registrerar sina egna. Ett uppdrag avslutas med en dag och tas aldrig bort: det som skrevs under med det gäller.",
    en: "Who may sign promises for which party. Each party records its own. A mandate is ended with a day and never removed: what was signed by it stands.",
  },
  loading: { sv: "Hämtar uppdragen", en: "Fetching the mandates" },
  notFetched: { sv: "Uppdragen gick inte att hämta.", en: "The mandates could not be fetched." },
  lackingText: {
    sv: "Utan uppdrag kan ingen skriva under för parten. Registrera beslutet här när det är fattat.",
    en: "Without a mandate nobody can sign for the party. Record the decision here when it has been made.",
  },
  lackingOther: {
    sv: "Den andra parten registrerar det hos sig.",
    en: "The other party records it on its side.",
  },
  caption: { sv: "Uppdrag för {party}", en: "Mandates of {party}" },
  none: { sv: "Inget uppdrag är registrerat.", en: "No mandate is recorded." },
  who: { sv: "Vem", en: "Who" },
  asWhat: { sv: "Som", en: "As" },
  decision: { sv: "Beslut", en: "Decision" },
  days: { sv: "Gäller", en: "Holds" },
  standing: { sv: "Läge", en: "Standing" },
  key: { sv: "Nyckel", en: "Passkey" },
  hasKey: { sv: "Har nyckel", en: "Has a passkey" },
  lacksKey: { sv: "Saknar nyckel", en: "Has no passkey" },
  lacksKeyText: {
    sv: "Be {name} logga in och lägga till en under Inställning i god tid. Annars blir det papper.",
    en: "Ask {name} to log in and add one in the settings in good time. Otherwise it is paper.",
  },
  fromOn: { sv: "från {day}", en: "from {day}" },
  endedEarly: { sv: "avslutat i förtid", en: "ended early" },
  record: { sv: "Registrera ett uppdrag", en: "Record a mandate" },
  person: { sv: "Vem får skriva under", en: "Who may sign" },
  noSignatories: {
    sv: "Ni har ingen med rollen undertecknare. Bjud in en under Inställning.",
    en: "You have nobody with the role of signatory. Invite one in the settings.",
  },
  toSettings: { sv: "Till Inställning", en: "To the settings" },
  office: { sv: "Befattning, så som alla får läsa den", en: "Office, as everybody reads it" },
  acting: { sv: "Tillförordnad (tf.)", en: "Acting" },
  body: { sv: "Beslutat av", en: "Decided by" },
  bodyGuide: { sv: "Till exempel kommunstyrelsen.", en: "Such as the municipal executive board." },
  decidedOn: { sv: "Beslutsdag", en: "Day of the decision" },
  paragraph: { sv: "Paragraf (§)", en: "Paragraph (§)" },
  optional: { sv: "frivilligt", en: "optional" },
  from: { sv: "Från och med", en: "From" },
  to: { sv: "Till och med", en: "To" },
  toGuide: { sv: "Lämna tomt om det gäller tills vidare.", en: "Leave empty where it has no last day." },
  save: { sv: "Registrera uppdraget", en: "Record the mandate" },
  saved: { sv: "Uppdraget är registrerat.", en: "The mandate is recorded." },
  end: { sv: "Avsluta", en: "End" },
  endOf: { sv: "Avsluta uppdraget för {name}", en: "End the mandate of {name}" },
  lastDay: { sv: "Sista dag", en: "Last day" },
  endNow: { sv: "Avsluta uppdraget", en: "End the mandate" },
  ended: {
    sv: "Uppdraget är avslutat. Det som är undertecknat gäller.",
    en: "The mandate is ended. What has been signed stands.",
  },
  cancel: { sv: "Avbryt", en: "Cancel" },
  needsDays: { sv: "Fyll i beslutsdag och från och med.", en: "Fill in the day of the decision and the first day." },
} satisfies Words<string>;
