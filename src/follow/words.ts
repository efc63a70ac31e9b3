import type { Words } from "../ground/words.ts";
import type { ClockName } from "./clock.ts";
import { refusals as planRefusals } from "./actionplans/words.ts";
import { refusals as clockRefusals } from "./clocks/words.ts";
import type { VerdictKind } from "./indicators/outcome.ts";
import { refusals as handOverRefusals } from "./handover/words.ts";
import { refusals as indicatorRefusals } from "./indicators/words.ts";
import type { Status } from "./reports/report.ts";
import { refusals as reportRefusals } from "./reports/words.ts";

export const refusals = {
  ...clockRefusals,
  ...planRefusals,
  ...handOverRefusals,
  ...indicatorRefusals,
  ...reportRefusals,
};

export const statuses = {
  "not-started": { sv: "Ej påbörjad", en: "Not started" },
  running: { sv: "Pågår", en: "Under way" },
  "on-plan": { sv: "Enligt plan", en: "On plan" },
  behind: { sv: "Efter plan", en: "Behind plan" },
  met: { sv: "Uppfylld", en: "Met" },
  exceeded: { sv: "Överträffad", en: "Exceeded" },
  partly: { sv: "Delvis", en: "Partly" },
  "not-met": { sv: "Ej uppfylld", en: "Not met" },
  dropped: { sv: "Utgår", en: "Dropped" },
  "not-measurable": { sv: "Ej mätbar", en: "Not measurable" },
} satisfies Words<Status>;

/** What two readings say together, the judgement in words. */
export const verdicts = {
  better: { sv: "Bättre, mer än slumpen brukar ge.", en: "Better, by more than chance usually gives." },
  worse: { sv: "Sämre, mer än slumpen brukar ge.", en: "Worse, by more than chance usually gives." },
  "no-clear-change": { sv: "Ingen tydlig förändring.", en: "No clear change." },
  "cannot-be-known": {
    sv: "Det går inte att avgöra med de här siffrorna.",
    en: "It cannot be known with these numbers.",
  },
} satisfies Words<VerdictKind>;

/** What a promise led to, told to those who prepare the next one. */
export const led = {
  done: { sv: "Gjort: {done} {unit}. Inget antal är lovat.", en: "Done: {done} {unit}. No number was promised." },
  doneOf: { sv: "Gjort: {done} av {of} {unit}.", en: "Done: {done} of {of} {unit}." },
  "at-least": { sv: "minst {value}", en: "at least {value}" },
  approximately: { sv: "ca {value}", en: "about {value}" },
  missed: {
    sv: "Blev inte av {times} {times|gång|gånger}: {causes}. Utan ny dag: {without}.",
    en: "Did not happen {times} {times|time|times}: {causes}. Without a new day: {without}.",
  },
  disputed: {
    sv: "Ifrågasatt {times} {times|gång|gånger} av dem som sagt det. Utan svar: {open}.",
    en: "Disputed {times} {times|time|times} by those who had said it. Without an answer: {open}.",
  },
  judged: { sv: "Uppföljning {slug}: {status}.", en: "Follow-up {slug}: {status}." },
  measured: { sv: "{name}: {from} till {to} {unit}. {verdict}", en: "{name}: {from} to {to} {unit}. {verdict}" },
  measuredOnce: { sv: "{name}: inte mätt både före och efter.", en: "{name}: not measured both before and after." },
};

/** What stands on a work meeting's agenda. */
export const agenda = {
  deviation: { sv: "{title}: blev inte av ({cause})", en: "{title}: did not happen ({cause})" },
  behind: { sv: "{title}: {behind} efter plan", en: "{title}: {behind} behind plan" },
  theme: { sv: "{name}: nämnt {voices} gånger, utan svar", en: "{name}: mentioned {voices} times, without an answer" },
} as const;

export const clocks = {
  "situation-report": { sv: "Lägesbild, lag 2023:196", en: "Situation report, law 2023:196" },
  "action-plan": { sv: "Åtgärdsplan följs upp", en: "Action plan followed up" },
  silence: { sv: "Ord till invånarna", en: "A word to the residents" },
  document: { sv: "Löftet gäller", en: "The promise stands" },
} satisfies Words<ClockName>;

/** What to do about a clock that is running out. */
export const nextSteps = {
  "situation-report": { sv: "Gå igenom lägesbilden", en: "Go through the picture" },
  "action-plan": { sv: "Följ upp åtgärdsplanen", en: "Follow up the action plan" },
  silence: { sv: "Skriv ett ord till invånarna", en: "Write a word to the residents" },
  document: { sv: "Förbered nästa löfte", en: "Prepare the next promise" },
} satisfies Words<ClockName>;

export const words = {
  heading: { sv: "Följa upp", en: "Follow up" },
  /** To what is handed to those who ask how it goes. */
  toBriefs: { sv: "Rapport till fullmäktige", en: "Report to the council" },
  lead: {
    sv: "Det vi gjort, vad det ledde till och hur det känns. De räknas aldrig ihop.",
    en: "What we did, what it led to and how it feels. They are never added up.",
  },
  reports: { sv: "Uppföljningar", en: "Follow-ups" },
  noReports: { sv: "Ingen uppföljning är påbörjad", en: "No follow-up has been started" },
  noReportsText: {
    sv: "Den börjar från det som är loggat. Ni skriver bara bedömningen.",
    en: "It starts from what is logged. You only write the judgement.",
  },
  start: { sv: "Börja en uppföljning", en: "Start a follow-up" },
  slug: { sv: "År eller period i adressen, t.ex. 2026", en: "Year or period in the address, e.g. 2026" },
  from: { sv: "Första dag", en: "First day" },
  to: { sv: "Sista dag", en: "Last day" },
  period: { sv: "Period", en: "Period" },
  state: { sv: "Läge", en: "State" },
  clocksHeading: { sv: "Klockor", en: "Clocks" },
  unset: { sv: "inget datum angivet", en: "no date given" },
  daysLeft: { sv: "{days} {days|dag|dagar} kvar", en: "{days} {days|day|days} left" },
  daysOver: { sv: "{days} {days|dag|dagar} över", en: "{days} {days|day|days} over" },
  noAnswer: {
    sv: "Inget svar just nu. Det du skrivit står kvar.",
    en: "No answer just now. What you wrote is still here.",
  },
  loading: { sv: "Hämtar", en: "Fetching" },
  overview: { sv: "Översikt", en: "Overview" },
  yourTurn: { sv: "Din tur", en: "Your turn" },
  nothingWaits: { sv: "Inget väntar på dig", en: "Nothing waits for you" },
  nothingWaitsText: {
    sv: "När något behöver din hand står det här. Det här kommer härnäst.",
    en: "When something needs your hand it stands here. This is what comes next.",
  },
  nextWalk: { sv: "Nästa vandring: {title}", en: "Next walk: {title}" },
  nextMonth: { sv: "Se vad din enhet har lovat den här månaden", en: "See what your unit has promised this month" },
  nextMonthText: {
    sv: "Skriv vad som blev gjort, och vad som inte blev av.",
    en: "Write what was done, and what was not.",
  },
  open: { sv: "Öppna", en: "Open" },
  newest: { sv: "Nytt in", en: "Newest in" },
  allNewest: { sv: "Allt som kommit in", en: "All that came in" },
  what: { sv: "Vad", en: "What" },
  where: { sv: "Var", en: "Where" },
  source: { sv: "Källa", en: "Source" },
  when: { sv: "När", en: "When" },
  sign: { sv: "Skriv under «{title}»", en: "Sign “{title}”" },
  signText: { sv: "Din organisation har inte skrivit under än.", en: "Your organisation has not signed yet." },
  secondKey: { sv: "Godkänn publicering av «{title}»", en: "Approve publication of “{title}”" },
  secondKeyText: { sv: "Den andra parten har begärt publicering.", en: "The other party has asked for publication." },
  weigh: { sv: "Ta ställning till «{title}»", en: "Decide on “{title}”" },
  weighText: { sv: "Den andra parten har sagt sitt.", en: "The other party has said its word." },
  answerOwner: { sv: "Tackar ni ja till «{title}»?", en: "Do you accept “{title}”?" },
  answerOwnerText: {
    sv: "Er enhet föreslås äga aktiviteten. Svara under Min månad.",
    en: "Your unit is proposed as the owner of the activity. Answer in My month.",
  },
  openSlot: { sv: "Ingen har tagit «{title}»", en: "Nobody has taken “{title}”" },
  openSlotText: {
    sv: "Det är lämnat öppet med avsikt. När ni vet mer: skriv vad ni gör och fråga en enhet.",
    en: "It is left open on purpose. When you know more: write what you do and ask a unit.",
  },
  signReport: { sv: "Skriv under uppföljningen {title}", en: "Sign the follow-up {title}" },
  signReportText: { sv: "Din organisation har inte skrivit under än.", en: "Your organisation has not signed yet." },
  publishReport: { sv: "Publicera uppföljningen {title}", en: "Publish the follow-up {title}" },
  publishReportText: {
    sv: "Båda har skrivit under. En nyckel från varje organisation publicerar den.",
    en: "Both have signed. One key from each organisation publishes it.",
  },
  countObservations: {
    sv: "{count} {count|iakttagelse|iakttagelser}",
    en: "{count} {count|observation|observations}",
  },
  countPicture: { sv: "{count} {count|källa|källor}", en: "{count} {count|source|sources}" },
  countProblems: {
    sv: "{count} problem, {chosen} {chosen|valt|valda}",
    en: "{count} {count|problem|problems}, {chosen} chosen",
  },
  countPledge: { sv: "löfte {slug}", en: "promise {slug}" },
  countNoPledge: { sv: "inget löfte gäller", en: "no promise in force" },
  countAct: { sv: "{count} {count|aktivitet|aktiviteter}", en: "{count} {count|activity|activities}" },
  countFollow: {
    sv: "{count} {count|uppföljning|uppföljningar}",
    en: "{count} {count|follow-up|follow-ups}",
  },
  countTell: { sv: "{days} {days|dag|dagar} sedan sist", en: "{days} {days|day|days} since last" },
  countTellNever: { sv: "inget berättat än", en: "nothing told yet" },
} satisfies Words<string>;
