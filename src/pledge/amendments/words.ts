import type { Words } from "../../ground/words.ts";
import type { AmendmentKind } from "./amendment.ts";
import type { StartWhy } from "./start.ts";

export const refusals = {
  "not-in-force": {
    sv: "Bara ett publicerat löfte kan ändras eller förlängas. Ett utkast skriver ni om som det är.",
    en: "Only a published promise can be amended or extended. A draft is rewritten as it is.",
  },
  "amended-is-closed": {
    sv: "Löftet är avslutat. Det ändras inte mer; skriv nästa löfte.",
    en: "The promise is closed. It is changed no more; write the next one.",
  },
  "amendment-open": {
    sv: "En ändring av löftet är redan påbörjad. Gör klart den först.",
    en: "A change of the promise has been begun already. Finish that one first.",
  },
  "extended-already": {
    sv: "Löftet är redan förlängt en gång. Skriv nästa löfte i stället.",
    en: "The promise has been extended once already. Write the next one instead.",
  },
  "extension-not-later": {
    sv: "Den nya sista dagen måste vara senare än den som gäller.",
    en: "The new last day must be later than the one that holds.",
  },
  "promise-has-run-out": {
    sv: "Löftet gällde till {day}. Det som har löpt ut varken ändras eller förlängs. Skriv nästa löfte i stället.",
    en: "The promise ended on {day}. What has run out is neither amended nor extended. Write the next one instead.",
  },
  "extension-only-last-day": {
    sv: "En förlängning ändrar bara sista dagen. Gör en ändring av löftet för att ändra något mer.",
    en: "An extension changes the last day only. Amend the promise to change anything more.",
  },
  "amendment-keeps-frame": {
    sv: "En ändring rör inte parterna eller perioden. Förläng löftet för att flytta sista dagen, eller skriv nästa löfte.",
    en: "A change leaves the parties and the period as they are. Extend the promise to move its last day, or write the next one.",
  },
  "amends-another": {
    sv: "Vilken text ändringen gäller står fast. Läs in sidan igen.",
    en: "Which text the change is of stands firm. Load the page again.",
  },
  "withdrawn-needs-reason": {
    sv: "Aktivitet {number} är borttagen utan skäl. Skriv varför den utgår, eller lägg tillbaka den.",
    en: "Activity {number} is taken out without a reason. Write why it goes, or put it back.",
  },
  "nothing-amended": {
    sv: "Texten är densamma som den som gäller. Ändra det ni vill ändra, och spara.",
    en: "The text is the same as the one that holds. Change what you want to change, and save.",
  },
} satisfies Words<Exclude<StartWhy, "not-yours" | "period-missing">>;

export const kinds = {
  amendment: { sv: "Ändring", en: "Amendment" },
  extension: { sv: "Förlängning", en: "Extension" },
} satisfies Words<AmendmentKind>;

export const words = {
  heading: { sv: "Ändra eller förlänga", en: "Amend or extend" },
  lead: {
    sv: "Det som är undertecknat står kvar. En ändring är ett eget dokument som båda skriver under på nytt.",
    en: "What is signed stands. A change is a document of its own that both sign anew.",
  },
  amend: { sv: "Ändra löftet", en: "Amend the promise" },
  extend: { sv: "Förläng till …", en: "Extend until …" },
  begin: { sv: "Börja ändringen", en: "Begin the amendment" },
  beginExtension: { sv: "Börja förlängningen", en: "Begin the extension" },
  reason: { sv: "Varför, så som alla får läsa det", en: "Why, as everybody will read it" },
  reasonGuide: {
    sv: "Till exempel: «Skolan har flyttat, så kontrollerna görs vid den nya.»",
    en: "For example: “The school has moved, so the checks are made at the new one.”",
  },
  newLastDay: { sv: "Ny sista dag", en: "New last day" },
  lastDayNow: { sv: "Nu gäller det till {day}.", en: "It now holds until {day}." },
  amends: { sv: "Ändrar", en: "Changes" },
  why: { sv: "Skäl", en: "Reason" },
  changedBy: { sv: "Ändringar av löftet", en: "Changes of the promise" },
  firstText: {
    sv: "Texten nedan är den som skrevs under först. Den som gäller nu:",
    en: "The text below is the one that was signed first. The one that holds now:",
  },
  whyOut: { sv: "Varför aktivitet {number} utgår", en: "Why activity {number} goes" },
  out: { sv: "Utgår: aktivitet {number}", en: "Taken out: activity {number}" },
  difference: { sv: "Det här ändras", en: "This is changed" },
  sameWords: { sv: "Orden är desamma.", en: "The words are the same." },
} satisfies Words<string>;
