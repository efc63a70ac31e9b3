import { type Lang, say, type Words } from "../../ground/words.ts";
import type { PersonWhy } from "../../collect/person-in-text.ts";
import type { AddressWhy } from "./address.ts";
import type { EntryKind } from "./entry.ts";
import type { Standing, WheelWhy } from "./wheel.ts";

type OwnWhy = Exclude<AddressWhy | WheelWhy, "not-yours" | PersonWhy>;

export const refusals = {
  "no-such-unit": {
    sv: "Ingen enhet med det namnet har lovat något som gäller nu. Välj en i listan, eller hela samarbetet.",
    en: "No unit of that name has promised anything that holds now. Choose one from the list, or all of the partnership.",
  },
  "too-many-addresses": {
    sv: "Du har redan {most} kalenderadresser. Stäng en som du inte använder.",
    en: "You have {most} calendar addresses already. Close one you do not use.",
  },
  "wheel-begun": {
    sv: "Årshjulet är redan påbörjat. Lägg till det som saknas, en uppgift i taget.",
    en: "The year wheel has been begun already. Add what is missing, one task at a time.",
  },
  "wheel-full": {
    sv: "Årshjulet har redan {most} uppgifter. Ta bort någon som inte behövs.",
    en: "The year wheel has {most} tasks already. Take one away that is not needed.",
  },
  "task-text-needed": {
    sv: "Skriv vad som ska göras den månaden.",
    en: "Write what is to be done that month.",
  },
} satisfies Words<OwnWhy>;

export const kinds = {
  due: { sv: "Sista dag", en: "Last day" },
  moved: { sv: "Ny dag", en: "New day" },
  "before-walk": { sv: "Möte före vandring", en: "Meeting before a walk" },
  walk: { sv: "Trygghetsvandring", en: "Safety walk" },
  "after-walk": { sv: "Möte efter vandring", en: "Meeting after a walk" },
  meeting: { sv: "Arbetsmöte", en: "Work meeting" },
  item: { sv: "Åtgärdspunkt", en: "Action item" },
  "runs-out": { sv: "Löftet löper ut", en: "The promise runs out" },
  year: { sv: "Årshjulet", en: "Year wheel" },
} satisfies Words<EntryKind>;

export const standings = {
  done: { sv: "Gjort", en: "Done" },
  ahead: { sv: "Kommer", en: "Ahead" },
  now: { sv: "Den här månaden", en: "This month" },
  left: { sv: "Kvar", en: "Left" },
} satisfies Words<Standing>;

export const words = {
  heading: { sv: "Kalender", en: "Calendar" },
  lead: {
    sv: "Det som ligger ett halvår framåt: sista dagar för det ni lovat, vandringar, möten och löften som löper ut.",
    en: "What lies ahead for half a year: last days for what you have promised, walks, meetings and promises that run out.",
  },
  whose: { sv: "Visa", en: "Show" },
  everything: { sv: "Hela samarbetet", en: "All of the partnership" },
  unitCalendar: { sv: "{name}: {unit}", en: "{name}: {unit}" },
  nothing: { sv: "Inget ligger framåt", en: "Nothing lies ahead" },
  nothingText: {
    sv: "När ett löfte med tal gäller, eller en vandring är planerad, står dagarna här.",
    en: "Once a promise with numbers holds, or a walk is planned, the days stand here.",
  },
  calledOff: { sv: "Inställt: ", en: "Called off: " },
  exampleMark: { sv: "Exempel: ", en: "Example: " },
  inYours: { sv: "I din egen kalender", en: "In your own calendar" },
  inYoursText: {
    sv: "Skapa en adress och lägg in den i telefonens eller datorns kalender («lägg till via webbadress»). Kalendern hämtar själv det som ändras. Den som har adressen kan läsa, så ge den inte till någon annan.",
    en: "Make an address and put it into the calendar of your phone or computer (“add by web address”). The calendar fetches what changes by itself. Whoever has the address can read, so give it to nobody else.",
  },
  make: { sv: "Skapa adress", en: "Make an address" },
  shownOnce: {
    sv: "Adressen visas bara nu. Kopiera den innan du lämnar sidan.",
    en: "The address is shown now only. Copy it before you leave the page.",
  },
  copy: { sv: "Kopiera", en: "Copy" },
  copied: { sv: "Kopierad", en: "Copied" },
  yours: { sv: "Adresser du har", en: "Addresses you have" },
  madeOn: { sv: "Skapad {day}", en: "Made {day}" },
  readOn: { sv: "hämtades senast {day}", en: "last fetched {day}" },
  neverRead: { sv: "har aldrig hämtats", en: "never fetched" },
  close: { sv: "Stäng adressen", en: "Close the address" },
  closed: {
    sv: "Adressen är stängd. Kalendern slutar få något.",
    en: "The address is closed. The calendar gets nothing more.",
  },
  wheel: { sv: "Årshjul", en: "Year wheel" },
  wheelLead: {
    sv: "Det som kommer tillbaka varje år, månad för månad. Bocka av det som är gjort i år; nästa år börjar hjulet om.",
    en: "What comes back every year, month by month. Tick what is done this year; next year the wheel begins anew.",
  },
  noWheel: { sv: "Årshjulet är tomt", en: "The year wheel is empty" },
  noWheelText: {
    sv: "Börja från ett förslag, och ändra det till ert eget år.",
    en: "Begin from a proposal, and change it into a year of your own.",
  },
  noWheelYet: {
    sv: "Samordnaren eller kommunpolisen lägger in det som återkommer varje år.",
    en: "The coordinator or the municipal police officer puts in what comes back every year.",
  },
  beginWheel: { sv: "Börja från förslaget", en: "Begin from the proposal" },
  doneOf: { sv: "{done} av {all} gjorda i år", en: "{done} of {all} done this year" },
  tickDone: { sv: "Gjort", en: "Done" },
  tickUndo: { sv: "Inte gjort", en: "Not done" },
  doneLabel: { sv: "Gjort i år: {text}", en: "Done this year: {text}" },
  add: { sv: "Lägg till uppgift", en: "Add a task" },
  change: { sv: "Ändra", en: "Change" },
  changeLabel: { sv: "Ändra: {text}", en: "Change: {text}" },
  strike: { sv: "Ta bort", en: "Take away" },
  month: { sv: "Månad", en: "Month" },
  what: { sv: "Vad ska göras?", en: "What is to be done?" },
  where: { sv: "Var i Samsyn", en: "Where in Samsyn" },
  save: { sv: "Spara", en: "Save" },
  cancel: { sv: "Avbryt", en: "Cancel" },
} satisfies Words<string>;

/** What a calendar program calls it. */
export function calendarTitle(name: string, unit: string | undefined, lang: Lang): string {
  return unit === undefined ? `Samsyn ${name}` : say(words.unitCalendar, lang, { name: `Samsyn ${name}`, unit });
}
