import type { Words } from "../ground/words.ts";
import type { Per } from "../pledge/target.ts";
import { refusals as calendarRefusals } from "./calendar/words.ts";
import { refusals as faultRefusals } from "./faults/words.ts";
import { refusals as forumRefusals } from "./forums/words.ts";
import { refusals as itemRefusals } from "./items/words.ts";
import type { Cause, Why as DeviationWhy } from "./deviation.ts";
import type { Why as OccasionWhy } from "./occasion.ts";

type OwnWhy = Exclude<OccasionWhy | DeviationWhy, "not-yours" | "names-a-person" | "reason-needed">;

export const refusals = {
  ...calendarRefusals,
  ...faultRefusals,
  ...forumRefusals,
  ...itemRefusals,
  "other-party-owns-it": {
    sv: "Aktiviteten är den andra partens. Ni skriver bara vad ni själva gjort.",
    en: "The activity is the other party's. You write only what you did yourselves.",
  },
  "future-not-written": {
    sv: "Dagen har inte varit än: framtida kontroller skrivs inte här.",
    en: "That day has not been yet: future checks are not written here.",
  },
  "counted-nothing": {
    sv: "Skriv vad som räknades: kontroll, besök, vandring.",
    en: "Write what was counted: check, visit, walk.",
  },
  "parts-exceed-whole": {
    sv: "Delarna blir fler än helheten: {parts} av {whole} ({what}).",
    en: "The parts are more than the whole: {parts} of {whole} ({what}).",
  },
  "unusually-large": {
    sv: "Siffran är {times} gånger större än vanligt. Stämmer {value}?",
    en: "The figure is {times} times larger than usual. Is {value} right?",
  },
  "other-party-counted-it": {
    sv: "Den andra parten har redan räknat något den dagen. Är det ett annat tillfälle?",
    en: "The other party has counted something that day already. Is this another occasion?",
  },
  "already-struck": {
    sv: "Raden är redan struken. Den står kvar i historiken.",
    en: "The line is struck already. It stays in the history.",
  },
  "sentence-needed": {
    sv: "Skriv en mening om varför. Alla kan läsa den.",
    en: "Write one sentence on why. Everybody can read it.",
  },
  "new-day-has-passed": {
    sv: "Den nya tiden har redan varit. Välj en dag från i dag.",
    en: "The new time has passed already. Choose a day from today.",
  },
  "no-new-day-because-needed": {
    sv: "Skriv varför det inte blir någon ny tid, eller sätt en ny.",
    en: "Write why there is no new time, or set one.",
  },
} satisfies Words<OwnWhy | keyof typeof calendarRefusals | keyof typeof itemRefusals | keyof typeof faultRefusals>;

export const causes = {
  "special-event": { sv: "särskild händelse", en: "special event" },
  vacancy: { sv: "vakans", en: "vacancy" },
  weather: { sv: "väder", en: "weather" },
  equipment: { sv: "utrustning", en: "equipment" },
  reprioritised: { sv: "omprioriterat", en: "reprioritised" },
  other: { sv: "annat", en: "other" },
} satisfies Words<Cause>;

export const qualifiers = {
  exact: { sv: "exakt", en: "exactly" },
  "at-least": { sv: "minst", en: "at least" },
  approximately: { sv: "ca", en: "about" },
} satisfies Words<"exact" | "at-least" | "approximately">;

/** What is done, by what the promise counts for: «Klart för kvartalet.» */
export const periods = {
  day: { sv: "dagen", en: "the day" },
  week: { sv: "veckan", en: "the week" },
  month: { sv: "månaden", en: "the month" },
  quarter: { sv: "kvartalet", en: "the quarter" },
  term: { sv: "terminen", en: "the term" },
  year: { sv: "året", en: "the year" },
  total: { sv: "hela löftet", en: "the whole pledge" },
} satisfies Words<Per>;

export const words = {
  myMonth: { sv: "Min månad", en: "My month" },
  monthNothing: { sv: "Inget lovat den här månaden", en: "Nothing promised this month" },
  monthNothingText: {
    sv: "När ett löfte gäller och er enhet har tackat ja till en aktivitet står den här.",
    en: "When a pledge stands and your unit has accepted an activity, it stands here.",
  },
  done: { sv: "Det blev gjort", en: "It was done" },
  move: { sv: "Flytta", en: "Move" },
  didNot: { sv: "Blev inte av", en: "Did not happen" },
  beside: { sv: "Något annat vi gjorde", en: "Something else we did" },
  besideWhat: { sv: "Vad räknade ni?", en: "What did you count?" },
  besideGuide: {
    sv: "Det syns bredvid löftet, men räknas inte mot det. Skriv vad, inte vem: samtal, besök, lampor.",
    en: "It is seen beside the pledge, but not counted against it. Write what, not who: talks, visits, lamps.",
  },
  whichPlace: { sv: "Plats", en: "Place" },
  otherPlace: { sv: "Annan plats", en: "Another place" },
  wherePlace: { sv: "Vilken plats?", en: "Which place?" },
  more: { sv: "Mer: vad det gav, anteckning", en: "More: what came of it, a note" },
  ofExpected: { sv: "{done} av {expected}.", en: "{done} of {expected}." },
  nowWhole: { sv: "Klart för {period}.", en: "Done for {period}." },
  nowLeft: { sv: "{left} kvar, sista {day}.", en: "{left} left, by {day}." },
  soFar: { sv: "{done} {unit} hittills.", en: "{done} {unit} so far." },
  elsewhen: { sv: "Sparat. Det räknas för en annan period.", en: "Saved. It counts for another period." },
  besideSaved: {
    sv: "Sparat bredvid löftet. Tack för att det syns.",
    en: "Saved beside the pledge, where it is seen.",
  },
  deviationSaved: { sv: "Sparat, med skälet.", en: "Saved, with the reason." },
  savedOnPhone: { sv: "Sparat i telefonen {clock}.", en: "Saved on the phone {clock}." },
  goesLater: { sv: "Det skickas när det finns nät.", en: "It is sent when there is a network." },
  undo: { sv: "Ångra", en: "Undo" },
  undone: { sv: "Ångrat. Det räknas inte.", en: "Undone. It is not counted." },
  undoneReason: { sv: "Ångrad av den som skrev raden", en: "Undone by whoever wrote the line" },
  waits: { sv: "väntar", en: "waits" },
  phoneFull: {
    sv: "Telefonen är full. Inget sparades, men det du skrivit står kvar. Gör plats och spara igen.",
    en: "The phone is full. Nothing was saved, but what you wrote is still here. Make room and save again.",
  },
  keptHere: {
    sv: "Det ligger kvar i telefonen och räknas inte än.",
    en: "It is kept on the phone and is not counted yet.",
  },
  isRight: { sv: "Stämmer, spara ändå", en: "It is right, save it" },
  mend: { sv: "Rätta", en: "Correct" },
  remove: { sv: "Ta bort", en: "Remove" },
  notYoursNow: { sv: "Det gick inte att skicka", en: "It could not be sent" },
  chooseCause: { sv: "Välj vad som kom i vägen.", en: "Choose what got in the way." },
  chooseNext: { sv: "Välj ny tid, eller att det inte blir någon.", en: "Choose a new time, or that there is none." },
  newDay: { sv: "Vilken dag?", en: "Which day?" },
  chooseNewDay: { sv: "Välj den nya dagen.", en: "Choose the new day." },
  noNewTimeTold: { sv: "Ingen ny tid: {because}", en: "No new time: {because}" },
  newTimeTold: { sv: "Ny tid: {day}", en: "New time: {day}" },
  noneNewTime: { sv: "Ingen ny tid", en: "No new time" },
  because: { sv: "Därför att", en: "Because" },
  day: { sv: "Dag", en: "Day" },
  dayMissed: { sv: "Dagen det inte blev av", en: "The day it did not happen" },
  count: { sv: "Antal", en: "Count" },
  howExact: { sv: "Hur säkert är antalet?", en: "How exact is the count?" },
  counted: { sv: "Vad räknas", en: "What is counted" },
  place: { sv: "Plats", en: "Place" },
  note: { sv: "Anteckning", en: "Note" },
  noteGuide: { sv: "Skriv vad och var, inte vem.", en: "Write what and where, not who." },
  optional: { sv: "frivilligt", en: "optional" },
  countedElse: { sv: "tillfällen", en: "occasions" },
  ofWhich: { sv: "Vad det gav", en: "What came of it" },
  part: { sv: "varav {what}", en: "of which {what}" },
  ofWhichGuide: {
    sv: "En rad per sak: ”ordningsförelägganden 3” eller ”fordon ca 120”. Börja raden med > om den är en del av raden ovanför.",
    en: "One line each: “fines 3” or “vehicles about 120”. Begin a line with > when it is a part of the line above.",
  },
  ofWhichUnread: {
    sv: "Rad {line} saknar ett tal i slutet: «{text}».",
    en: "Line {line} lacks a number at its end: “{text}”.",
  },
  besideTold: { sv: "{counted} (räknas inte mot löftet)", en: "{counted} (not counted against the pledge)" },
  besidePromise: {
    sv: "Något annat vi gjorde, räknas inte mot löftet",
    en: "Something else we did, not counted against the pledge",
  },
  save: { sv: "Spara", en: "Save" },
  cancel: { sv: "Avbryt", en: "Cancel" },
  whyNot: { sv: "Vad kom i vägen?", en: "What got in the way?" },
  sentence: { sv: "En mening, som alla läser", en: "One sentence, which everybody reads" },
  newTime: { sv: "Ny tid", en: "New time" },
  next: { sv: "Vad händer nu?", en: "What happens now?" },
  preview: { sv: "Så här står det för alla:", en: "This is what everybody reads:" },
  noAnswer: { sv: "Inget svar just nu. Inget är borta.", en: "No answer just now. Nothing is lost." },
  notSaved: {
    sv: "Det sparades inte. Det du skrivit står kvar.",
    en: "It was not saved. What you wrote is still here.",
  },
  signedTarget: {
    sv: "Måltalet kan inte ändras här. Det är undertecknat; ett ändringslöfte krävs.",
    en: "The target cannot be changed here. It is signed; an amendment is needed.",
  },
  doing: { sv: "Det här gör vi", en: "This is what we do" },
  doingNothing: { sv: "Inget löfte gäller än", en: "No pledge stands yet" },
  doingNothingText: {
    sv: "När ett löfte är undertecknat och publicerat står dess aktiviteter här.",
    en: "When a pledge is signed and published, its activities stand here.",
  },
  activity: { sv: "Aktivitet", en: "Activity" },
  notHere: { sv: "Aktiviteten finns inte", en: "There is no such activity" },
  owner: { sv: "Ansvarig", en: "Responsible" },
  unit: { sv: "Enhet", en: "Unit" },
  latestOn: { sv: "senast {day}", en: "latest {day}" },
  never: { sv: "inget än", en: "nothing yet" },
  occasions: { sv: "Tillfällen", en: "Occasions" },
  noOccasions: { sv: "Inget är antecknat än", en: "Nothing has been noted yet" },
  noOccasionsText: {
    sv: "Det betyder inte att inget är gjort. Skriv vad som hänt, så syns det.",
    en: "That does not mean nothing was done. Write what happened and it will show.",
  },
  deviations: { sv: "Det som inte blev av", en: "What did not happen" },
  correct: { sv: "Rätta", en: "Correct" },
  withdraw: { sv: "Ta bort raden", en: "Strike the line" },
  correctReason: { sv: "Vad var fel?", en: "What was wrong?" },
  struck: { sv: "Struken: {reason}", en: "Struck: {reason}" },
  corrected: { sv: "Rättat. Den gamla raden står kvar struken.", en: "Corrected. The old line stays, struck." },
  lastDay: { sv: "senast {day}", en: "by {day}" },
  month: { sv: "i månaden", en: "this month" },
  total: { sv: "i hela löftet", en: "in the whole pledge" },
  numbered: { sv: "Aktivitet {number}", en: "Activity {number}" },
  ofDone: { sv: "av {expected} {unit}", en: "of {expected} {unit}" },
  inAll: {
    sv: "Hittills i löftet: {done}. Vid det här laget borde det vara {due}.",
    en: "So far in the pledge: {done}. By now it should be {due}.",
  },
  standsDone: { sv: "Gjort", en: "Done" },
  standsRunning: { sv: "Pågår", en: "Under way" },
  standsBehind: { sv: "Efter plan", en: "Behind plan" },
  standsWaiting: { sv: "Ej påbörjad", en: "Not started" },
  all: { sv: "Alla aktiviteter", en: "All activities" },
  loading: { sv: "Hämtar vad som är lovat", en: "Fetching what was promised" },
  results: { sv: "Vad det gav", en: "What came of it" },
  municipality: { sv: "Kommunen", en: "The municipality" },
} satisfies Words<string>;
