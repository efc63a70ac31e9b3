import type { Words } from "../ground/words.ts";
import type { Per } from "../pledge/target.ts";
import type { Group } from "./due.ts";

/** What a count is for: «1 av 2 i kvartalet». */
export const inPeriod = {
  day: { sv: "i månaden", en: "this month" },
  week: { sv: "i månadens veckor", en: "in the weeks of the month" },
  month: { sv: "i månaden", en: "this month" },
  quarter: { sv: "i kvartalet", en: "this quarter" },
  term: { sv: "i terminen", en: "this term" },
  year: { sv: "under året", en: "this year" },
  total: { sv: "i hela löftet", en: "in the whole pledge" },
} satisfies Words<Per>;

export const groups = {
  late: { sv: "Sent", en: "Late" },
  left: { sv: "Att göra", en: "To be done" },
  done: { sv: "Redan gjort", en: "Done already" },
  other: { sv: "Inget antal den här månaden", en: "No number this month" },
} satisfies Words<Group>;

export const monthWords = {
  leftOf: { sv: "{month}: {left} av {total} kvar", en: "{month}: {left} of {total} left" },
  allDone: { sv: "{month}: allt lovat är gjort", en: "{month}: everything promised is done" },
  nothing: { sv: "{month}: inget lovat", en: "{month}: nothing promised" },
  only: { sv: "{month}", en: "{month}" },
  groupIn: { sv: "{group}, {name}", en: "{group}, {name}" },
  late: { sv: "Sent: {missing} fattas sedan {day}", en: "Late: {missing} missing since {day}" },
  doneOf: { sv: "{done} av {expected} {period}", en: "{done} of {expected} {period}" },
  left: { sv: "{left} kvar {period}", en: "{left} left {period}" },
  whole: { sv: "klart {period}", en: "done {period}" },
  begins: { sv: "börjar {day}", en: "begins {day}" },
  lastWorkday: { sv: "sista vardag {day}", en: "last working day {day}" },
  planned: { sv: "planerat {days}", en: "planned {days}" },
  partOf: {
    sv: "Del av period, {period}: antalet är räknat på den delen.",
    en: "Part of a period, {period}: the number is reckoned on that part.",
  },
  partShort: { sv: "del av period", en: "part of a period" },
  calendarKey: { sv: "Fylld: gjort. Tom: kvar.", en: "Filled: done. Empty: left." },
  markDone: { sv: "gjort", en: "done" },
  markLeft: { sv: "kvar", en: "left" },
  today: { sv: "i dag", en: "today" },
  holiday: { sv: "{day}: {name}", en: "{day}: {name}" },
  stepMonth: { sv: "Byt månad", en: "Other month" },
  thisMonth: { sv: "Till den här månaden", en: "To this month" },
  readOnly: {
    sv: "Du läser en annan månad. Skriv det som är gjort på den här månadens sida.",
    en: "You are reading another month. Write what was done on this month's page.",
  },
  units: { sv: "Enheternas sidor", en: "The units' pages" },
  allUnits: { sv: "Alla enheter", en: "All units" },
  print: { sv: "Skriv ut månaden", en: "Print the month" },
  paperTitle: { sv: "Det här har ni lovat i {month}", en: "What you have promised in {month}" },
  paperLead: {
    sv: "Det som är gjort skrivs i Min månad: ett tryck för varje gång. Blev det inte av står där varför, och vilken dag det blir i stället.",
    en: "What is done is written in My month: one press for each time. Where it did not happen it says why, and what day it will be instead.",
  },
  activity: { sv: "Det ni lovat", en: "What you promised" },
  howOften: { sv: "Hur mycket", en: "How much" },
  until: { sv: "Sista dag", en: "Last day" },
  soFar: { sv: "Gjort hittills", en: "Done so far" },
  soFarIn: { sv: "{done} {period}", en: "{done} {period}" },
  andMore: { sv: "och {count} till, se Min månad", en: "and {count} more, see My month" },
  paperNothing: { sv: "Inget är lovat den här månaden.", en: "Nothing is promised this month." },
  printed: { sv: "utskrivet {day}", en: "printed {day}" },
  paperExample: { sv: "påhittat exempel", en: "invented example" },
} satisfies Words<string>;
