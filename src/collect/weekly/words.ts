import type { Lang, Said, Words } from "../../ground/words.ts";
import type { CellState } from "./coverage.ts";
import type { AnswerWhy, Part, ReportWhy } from "./report.ts";
import type { AbsenceWhy, ReporterWhy } from "./reporter.ts";
import type { PersonWhy } from "../person-in-text.ts";
import type { TreeWhy } from "./tree.ts";

type OwnWhy = Exclude<ReportWhy | AnswerWhy | ReporterWhy | AbsenceWhy | TreeWhy, "not-yours" | PersonWhy>;

export const refusals = {
  "not-a-reporter": {
    sv: "Du står inte som rapportör här. Samordnaren lägger till rapportörer under Lyssna, Veckorapporter.",
    en: "You are not a reporter here. The coordinator adds reporters under Listen, Weekly reports.",
  },
  "week-not-open": {
    sv: "Rapporten gäller en vecka som inte är öppen. Den kan gälla den här veckan eller de {weeks} före.",
    en: "The report is about a week that is not open. It can be about this week or the {weeks} before it.",
  },
  "no-such-place": {
    sv: "«{place}» står inte i din lista längre. Välj en annan plats och skicka igen.",
    en: "“{place}” is no longer in your list. Choose another place and send again.",
  },
  "home-in-text": {
    sv: "Skriv inte vem eller vilken lägenhet. Trapphus och gård räcker. Det här pekar på ett hem: «{found}».",
    en: "Do not write who or which flat. Stairwell and yard are enough. This points at a home: “{found}”.",
  },
  "event-twice": {
    sv: "Samma händelse står två gånger i rapporten. Ta bort den ena och skicka igen.",
    en: "The same event stands twice in the report. Take one away and send again.",
  },
  "say-what-it-led-to": {
    sv: "Skriv vad det ledde till, också om svaret är att inget görs.",
    en: "Write what it led to, also when the answer is that nothing is done.",
  },
  "role-and-area-needed": {
    sv: "Roll och område behövs: det är vad läsarna ser i stället för ett namn.",
    en: "Role and area are needed: they are what readers see in the place of a name.",
  },
  "places-needed": {
    sv: "Minst en plats behövs, en på varje rad. Rapportören väljer ur listan.",
    en: "At least one place is needed, one on each line. The reporter chooses from the list.",
  },
  "place-twice": {
    sv: "Samma plats står två gånger i listan. Ta bort den ena.",
    en: "The same place stands twice in the list. Take one away.",
  },
  "reports-already": {
    sv: "Personen rapporterar redan från ett annat område. Avsluta det först.",
    en: "The person already reports from another area. End that first.",
  },
  "until-is-past": {
    sv: "Dagen har varit. Välj den sista dagen du är ledig.",
    en: "That day has been. Choose the last day you are away.",
  },
  "too-long-away": {
    sv: "Så länge kan området inte vara utan rapportör. Be samordnaren låta någon annan ta över.",
    en: "The area cannot be without a reporter for so long. Ask the coordinator to let somebody else take over.",
  },
  "tree-is-empty": {
    sv: "Något måste gå att välja. Låt minst ett slag av händelser vara kvar.",
    en: "There must be something to choose. Keep at least one kind of event.",
  },
  "category-twice": {
    sv: "Samma slag står på två ställen. Låt det stå på ett.",
    en: "The same kind stands in two places. Keep it in one.",
  },
} satisfies Words<OwnWhy>;

export const parts = {
  day: { sv: "Dag", en: "Day" },
  evening: { sv: "Kväll", en: "Evening" },
  night: { sv: "Natt", en: "Night" },
  weekend: { sv: "Helg", en: "Weekend" },
} satisfies Words<Part>;

export const cellStates = {
  events: { sv: "{events} {events|händelse|händelser}", en: "{events} {events|event|events}" },
  nothing: { sv: "inget särskilt", en: "nothing particular" },
  away: { sv: "ledig", en: "away" },
  none: { sv: "ingen rapport", en: "no report" },
  waiting: { sv: "väntas", en: "expected" },
  outside: { sv: "–", en: "–" },
} satisfies Words<CellState>;

/** «tre veckor»: small numbers in words, as one says them. */
const SMALL: readonly Said[] = [
  { sv: "tre", en: "three" },
  { sv: "fyra", en: "four" },
  { sv: "fem", en: "five" },
  { sv: "sex", en: "six" },
  { sv: "sju", en: "seven" },
  { sv: "åtta", en: "eight" },
  { sv: "nio", en: "nine" },
  { sv: "tio", en: "ten" },
];
export function inWords(count: number, lang: Lang): string {
  return SMALL[count - 3]?.[lang] ?? String(count);
}
