import type { Words } from "../../ground/words.ts";
import type { PersonWhy } from "../../collect/person-in-text.ts";
import type { ForumState, ForumWhy, Grade, Method, Organiser, Theme, Venue } from "./forum.ts";
import type { Band, Question, Round, Share } from "./poll.ts";

type OwnWhy = Exclude<ForumWhy, "not-yours" | "other-party-owns-it" | "future-not-written" | PersonWhy>;

export const refusals = {
  "forum-activity-unknown": {
    sv: "Välj vilken av löftets aktiviteter forumet hör till. Den ska gälla nu.",
    en: "Choose which of the promise’s activities the forum belongs to. It must hold now.",
  },
  "forum-place-needed": {
    sv: "Skriv var forumet hålls: skolan eller platsen.",
    en: "Write where the forum is held: the school or the place.",
  },
  "forum-theme-needed": { sv: "Välj minst ett tema.", en: "Choose at least one theme." },
  "forum-organiser-needed": {
    sv: "Välj minst en roll som håller i forumet.",
    en: "Choose at least one role that runs the forum.",
  },
  "forum-counts-few": {
    sv: "Så få att andra kan gissa vilka: ”{found}”. Skriv om gruppen.",
    en: "So few that others can guess who: “{found}”. Write of the group.",
  },
  "forum-begun": {
    sv: "Frågorna är redan ställda. Årskurs, antal och frågor står fast; planera ett nytt forum.",
    en: "The questions have been asked already. Grade, number and questions stand; plan a new forum.",
  },
  "forum-closed": {
    sv: "Forumet är avslutat. Bara summorna finns kvar.",
    en: "The forum is closed. Only the totals are left.",
  },
  "forum-shown": {
    sv: "Resultatet har visats, och då tas inga fler svar emot. Avsluta forumet.",
    en: "The result has been shown, so no more answers are taken in. Close the forum.",
  },
  "forum-without-questions": {
    sv: "Forumet har inga frågor. Ändra planen och välj någon, eller avsluta forumet.",
    en: "The forum has no questions. Change the plan and choose one, or close the forum.",
  },
  "forum-after-begun": {
    sv: "Frågorna efteråt är redan öppnade. Öppna dem igen i stället.",
    en: "The questions afterwards have been opened already. Open those again instead.",
  },
  "forum-nothing-asked": {
    sv: "Inga frågor är ställda än. Visa dem på tavlan först.",
    en: "No questions have been asked yet. Show them on the board first.",
  },
  "forum-not-yet": {
    sv: "Forumets dag har inte varit än. Ändra dagen i planen om det hölls tidigare.",
    en: "The day of the forum has not been yet. Change the day in the plan if it was held earlier.",
  },
  "forum-text-needed": {
    sv: "Skriv en mening som gruppen får läsa.",
    en: "Write one sentence that the group may read.",
  },
  "forum-day-passed": {
    sv: "Den dagen har redan varit. Välj en dag från i dag.",
    en: "That day has passed already. Choose a day from today.",
  },
  "forum-answered": {
    sv: "Den frågan är redan besvarad. Läs in sidan igen.",
    en: "That question has been answered already. Load the page again.",
  },
} satisfies Words<OwnWhy>;

export const states = {
  planned: { sv: "Planerat", en: "Planned" },
  asking: { sv: "Frågorna är öppna", en: "The questions are open" },
  paused: { sv: "Frågorna är stängda", en: "The questions are closed" },
  shown: { sv: "Resultatet är visat", en: "The result has been shown" },
  closed: { sv: "Avslutat", en: "Closed" },
} satisfies Words<ForumState>;

export const venues = {
  class: { sv: "Klassrum", en: "Classroom" },
  "youth-centre": { sv: "Fritidsgård", en: "Youth centre" },
  "sports-club": { sv: "Idrottsförening", en: "Sports club" },
  "holiday-activity": { sv: "Lovaktivitet", en: "Holiday activity" },
  digital: { sv: "Digitalt", en: "Online" },
} satisfies Words<Venue>;

export const grades = {
  "4": { sv: "årskurs 4", en: "grade 4" },
  "5": { sv: "årskurs 5", en: "grade 5" },
  "6": { sv: "årskurs 6", en: "grade 6" },
  "7": { sv: "årskurs 7", en: "grade 7" },
  "8": { sv: "årskurs 8", en: "grade 8" },
  "9": { sv: "årskurs 9", en: "grade 9" },
  "gy-1": { sv: "gymnasiet, år 1", en: "upper secondary, year 1" },
  "gy-2": { sv: "gymnasiet, år 2", en: "upper secondary, year 2" },
  "gy-3": { sv: "gymnasiet, år 3", en: "upper secondary, year 3" },
  mixed: { sv: "blandade åldrar", en: "mixed ages" },
} satisfies Words<Grade>;

export const bands = {
  "10-19": { sv: "10–19", en: "10–19" },
  "20-39": { sv: "20–39", en: "20–39" },
  "40-59": { sv: "40–59", en: "40–59" },
  "60-99": { sv: "60–99", en: "60–99" },
  "100-199": { sv: "100–199", en: "100–199" },
} satisfies Words<Band>;

export const methods = {
  lecture: { sv: "Föreläsning", en: "Lecture" },
  "values-exercise": { sv: "Värderingsövning", en: "Values exercise" },
  dialogue: { sv: "Dialog i grupper", en: "Dialogue in groups" },
  quiz: { sv: "Frågesport", en: "Quiz" },
  "guided-tour": { sv: "Rundvandring", en: "Guided tour" },
} satisfies Words<Method>;

export const organisers = {
  police: { sv: "Polisen", en: "The police" },
  "youth-worker": { sv: "Fältare eller fritidsledare", en: "Youth worker" },
  "andt-coordinator": { sv: "ANDT-samordnare", en: "ANDT coordinator" },
  "student-health": { sv: "Elevhälsan", en: "Student health" },
  "sspf-coordinator": { sv: "SSPF-koordinator", en: "SSPF coordinator" },
  school: { sv: "Skolan", en: "The school" },
  association: { sv: "Förening", en: "Association" },
  "young-leader": { sv: "Unga ledare", en: "Young leaders" },
} satisfies Words<Organiser>;

export const themes = {
  alcohol: { sv: "alkohol", en: "alcohol" },
  narcotics: { sv: "narkotika", en: "narcotics" },
  doping: { sv: "dopning", en: "doping" },
  nicotine: { sv: "nikotin", en: "nicotine" },
  gambling: { sv: "spel om pengar", en: "gambling" },
  violence: { sv: "våld", en: "violence" },
  net: { sv: "nätet", en: "the net" },
  traffic: { sv: "trafik", en: "traffic" },
  "a-tractor": { sv: "A-traktor", en: "A-tractor" },
} satisfies Words<Theme>;

/** What one thinks and knows; never what one has done, and never about somebody else. */
export const questions = {
  "risk-nicotine": {
    sv: "Hur stor risk tror du det är att skada sig av vitt snus eller vejp?",
    en: "How large do you think the risk is of being harmed by white snus or vapes?",
  },
  "risk-alcohol": {
    sv: "Hur stor risk tror du det är att råka illa ut när unga dricker alkohol?",
    en: "How large do you think the risk is of coming to harm when young people drink alcohol?",
  },
  "norm-nicotine": {
    sv: "De flesta i min ålder låter bli nikotin.",
    en: "Most people my age stay away from nicotine.",
  },
  "say-no": { sv: "Jag skulle våga säga nej.", en: "I would dare to say no." },
  help: { sv: "Jag vet var jag kan få hjälp.", en: "I know where I can get help." },
  adults: { sv: "Vuxna här bryr sig.", en: "Adults here care." },
  "easy-nicotine": {
    sv: "Hur lätt tror du det är för någon i din ålder att få tag på vitt snus eller vejp?",
    en: "How easy do you think it is for somebody your age to get hold of white snus or vapes?",
  },
} satisfies Words<Question>;

const agree = [
  { sv: "Stämmer inte alls", en: "Not true at all" },
  { sv: "Stämmer lite", en: "A little true" },
  { sv: "Stämmer ganska bra", en: "Quite true" },
  { sv: "Stämmer helt", en: "Completely true" },
] as const;
const risk = [
  { sv: "Ingen risk", en: "No risk" },
  { sv: "Liten risk", en: "Small risk" },
  { sv: "Ganska stor risk", en: "Fairly large risk" },
  { sv: "Stor risk", en: "Large risk" },
] as const;
/** Four each, in their order: the place of an answer is what is counted. */
export const choices: Readonly<Record<Question, readonly [Said, Said, Said, Said]>> = {
  "risk-nicotine": risk,
  "risk-alcohol": risk,
  "norm-nicotine": agree,
  "say-no": agree,
  help: agree,
  adults: agree,
  "easy-nicotine": [
    { sv: "Mycket svårt", en: "Very hard" },
    { sv: "Ganska svårt", en: "Fairly hard" },
    { sv: "Ganska lätt", en: "Fairly easy" },
    { sv: "Mycket lätt", en: "Very easy" },
  ],
};
type Said = { readonly sv: string; readonly en: string };

export const shares = {
  few: { sv: "några få", en: "a few" },
  quarter: { sv: "ungefär en fjärdedel", en: "about a quarter" },
  third: { sv: "ungefär en tredjedel", en: "about a third" },
  half: { sv: "ungefär hälften", en: "about half" },
  "two-thirds": { sv: "ungefär två tredjedelar", en: "about two thirds" },
  "three-quarters": { sv: "ungefär tre fjärdedelar", en: "about three quarters" },
  most: { sv: "nästan alla", en: "almost all" },
} satisfies Words<Share>;

export const rounds = {
  before: { sv: "Före", en: "Before" },
  after: { sv: "Efter", en: "After" },
} satisfies Words<Round>;

/** On the pupils' own phones. */
export const pupil = {
  title: { sv: "Forum", en: "Forum" },
  before: { sv: "Innan vi börjar", en: "Before we begin" },
  after: { sv: "Nu när vi har pratat", en: "Now that we have talked" },
  nobody: {
    sv: "Ingen kan se vad just du svarar. Du får hoppa över.",
    en: "Nobody can see what you answer. You may skip.",
  },
  send: { sv: "Skicka", en: "Send" },
  sent: { sv: "Skickat. Lägg undan telefonen.", en: "Sent. Put the phone away." },
  waits: {
    sv: "Ditt svar väntar, lägg telefonen på bänken.",
    en: "Your answer is waiting. Put the phone on the desk.",
  },
  closed: { sv: "Frågorna är stängda just nu.", en: "The questions are closed just now." },
  closedText: {
    sv: "Titta på tavlan, eller fråga den som håller i forumet. Inget är skickat.",
    en: "Look at the board, or ask whoever runs the forum. Nothing has been sent.",
  },
  missing: { sv: "Det finns inget forum här.", en: "There is no forum here." },
  missingText: { sv: "Skriv av koden på tavlan en gång till.", en: "Copy the code on the board once more." },
  waitAMinute: {
    sv: "Det blev många försök. Vänta några minuter och skanna koden på tavlan.",
    en: "There were many attempts. Wait some minutes and scan the code on the board.",
  },
  full: { sv: "Det har kommit fler svar än ni är.", en: "There are more answers than there are of you." },
  fullText: {
    sv: "Ditt svar är inte skickat. Säg till den som håller i forumet.",
    en: "Your answer has not been sent. Tell whoever runs the forum.",
  },
} satisfies Words<string>;

export const words = {
  heading: { sv: "Ungdomsforum", en: "Youth forums" },
  lead: {
    sv: "Utan register: antal i spann, roller i stället för namn och svar som bara finns som summor.",
    en: "Without registers: numbers in bands, roles instead of names, and answers that exist as totals only.",
  },
  toForums: { sv: "Alla ungdomsforum", en: "All youth forums" },
  toActivities: { sv: "Löftets aktiviteter", en: "The promise’s activities" },
  plan: { sv: "Planera ett forum", en: "Plan a forum" },
  none: { sv: "Inga forum än", en: "No forums yet" },
  noneText: {
    sv: "Planera ett när ni har en dag och en grupp. Frågorna ställs på elevernas egna telefoner, utan konto.",
    en: "Plan one when you have a day and a group. The questions are asked on the pupils’ own phones, without an account.",
  },
  forum: { sv: "Forum {number}", en: "Forum {number}" },
  line: { sv: "{band} elever i {grade}", en: "{band} pupils in {grade}" },
  themesAre: { sv: "Teman: {themes}", en: "Themes: {themes}" },
  told: { sv: "{band} elever i {grade}, teman: {themes}", en: "{band} pupils in {grade}, themes: {themes}" },
  toAnswer: { sv: "{count} kvar att svara på", en: "{count} still to answer" },
  activity: { sv: "Löftets aktivitet", en: "The promise’s activity" },
  chooseActivity: { sv: "Välj aktivitet", en: "Choose an activity" },
  day: { sv: "Dag", en: "Day" },
  how: { sv: "Hur kom det till?", en: "How did it come about?" },
  planned: { sv: "Planerat i förväg", en: "Planned beforehand" },
  spontaneous: { sv: "Spontant", en: "Spontaneous" },
  venue: { sv: "Sorts plats", en: "Kind of place" },
  place: { sv: "Skola eller plats", en: "School or place" },
  placeGuide: {
    sv: "Visas inte för allmänheten: en skola med så få elever skulle peka ut dem.",
    en: "Not shown to the public: a school with so few pupils would point at them.",
  },
  grade: { sv: "Årskurs", en: "Grade" },
  band: { sv: "Ungefär hur många?", en: "About how many?" },
  method: { sv: "Metod", en: "Method" },
  organisers: { sv: "Vilka håller i det?", en: "Who runs it?" },
  organisersGuide: { sv: "Roller, inga namn.", en: "Roles, no names." },
  themes: { sv: "Teman", en: "Themes" },
  questions: { sv: "Frågor på telefonen, högst fyra", en: "Questions on the phone, four at most" },
  questionsGuide: {
    sv: "Samma frågor före och efter. Ingen fråga handlar om vad någon har gjort.",
    en: "The same questions before and after. No question is about what anybody has done.",
  },
  tooManyQuestions: { sv: "Välj högst fyra frågor.", en: "Choose four questions at most." },
  savePlan: { sv: "Spara planen", en: "Save the plan" },
  changePlan: { sv: "Ändra planen", en: "Change the plan" },
  cancel: { sv: "Avbryt", en: "Cancel" },
  thePlan: { sv: "Planen", en: "The plan" },
  guardians: { sv: "Information till vårdnadshavare", en: "Information to guardians" },
  guardiansGuide: {
    sv: "Skolan skickar texten. Den är skriven efter planen.",
    en: "The school sends the text. It is written from the plan.",
  },
  guardiansText: {
    sv: "{day} håller {organisers} ett forum på {place} för {grade}. Vi pratar om {themes}. Eleverna får några frågor med fasta svar på sina egna telefoner, före och efter. Det är frivilligt, varje fråga går att hoppa över, och ingen fråga handlar om vad eleven själv eller någon annan har gjort. Svaren räknas direkt till summor: inget namn, konto, nummer eller nätadress sparas, och ingen kan ta fram vad en elev har svarat. Gruppen får se resultatet samma dag om minst tio har svarat.",
    en: "On {day}, {organisers} hold a forum at {place} for {grade}. We talk about {themes}. The pupils get a few questions with fixed answers on their own phones, before and after. It is voluntary, every question can be skipped, and no question is about what the pupil or anybody else has done. The answers are counted into totals at once: no name, account, number or network address is kept, and nobody can find out what a pupil answered. The group sees the result the same day if at least ten have answered.",
  },
  asking: { sv: "Frågorna", en: "The questions" },
  askBefore: { sv: "Visa på tavlan: före", en: "Show on the board: before" },
  askAfter: { sv: "Visa på tavlan: efter", en: "Show on the board: after" },
  askAgain: { sv: "Öppna igen och visa på tavlan", en: "Open again and show on the board" },
  toBoard: { sv: "Till tavlan", en: "To the board" },
  stop: { sv: "Stäng frågorna", en: "Close the questions" },
  show: { sv: "Visa resultatet", en: "Show the result" },
  showGuide: {
    sv: "När resultatet är visat tas inga fler svar emot.",
    en: "Once the result is shown no more answers are taken in.",
  },
  noQuestions: { sv: "Inga frågor är valda.", en: "No questions are chosen." },
  answersSo: { sv: "{count} {count|svar|svar} {round}", en: "{count} {count|answer|answers} {round}" },
  roundBefore: { sv: "före", en: "before" },
  roundAfter: { sv: "efter", en: "after" },
  openUntil: { sv: "Öppet till {clock}", en: "Open until {clock}" },
  onlyTotals: {
    sv: "Varje svar läggs direkt till summorna. Inget enskilt svar finns att läsa, inte heller nu.",
    en: "Each answer is added to the totals at once. No single answer is there to be read, not even now.",
  },
  scan: { sv: "Skanna, eller gå till", en: "Scan, or go to" },
  qr: { sv: "QR-kod till {address}", en: "QR code to {address}" },
  boardClosed: { sv: "Frågorna är stängda", en: "The questions are closed" },
  backToForum: { sv: "Tillbaka till forumet", en: "Back to the forum" },
  result: { sv: "Så svarade gruppen", en: "How the group answered" },
  ofGroup: {
    sv: "Förändringen gäller gruppen, inte någon enskild.",
    en: "The change is of the group, not of anybody in it.",
  },
  tooFew: {
    sv: "Vi är för få för att visa svaren utan att någon kan gissa. Prata om frågorna i stället.",
    en: "We are too few to show the answers without anybody guessing. Talk about the questions instead.",
  },
  tooMany: {
    sv: "Fler svar än personer. Resultatet visas inte.",
    en: "More answers than people. The result is not shown.",
  },
  noGroups: {
    sv: "Svaren går inte att dela upp utan att några få syns.",
    en: "The answers cannot be parted without a few being seen.",
  },
  eitherOf: { sv: "{from} eller {to}", en: "{from} or {to}" },
  toRange: { sv: "{from} till {to}", en: "{from} to {to}" },
  answer: { sv: "Svar", en: "Answer" },
  notAsked: { sv: "inte frågat", en: "not asked" },
  notes: { sv: "Det här tog gruppen upp", en: "What the group brought up" },
  notesGuide: {
    sv: "Om gruppen, aldrig om en elev. Namn och några få går inte att spara.",
    en: "Of the group, never of a pupil. Names and a few cannot be saved.",
  },
  notesLabel: { sv: "Vad tog gruppen upp?", en: "What did the group bring up?" },
  saveNotes: { sv: "Spara anteckningen", en: "Save the note" },
  saved: { sv: "Sparat", en: "Saved" },
  promises: { sv: "Det här lovade vi svara på", en: "What we promised to answer" },
  noPromises: { sv: "Inget är lovat än.", en: "Nothing is promised yet." },
  promiseText: { sv: "Vad lovade ni svara på?", en: "What did you promise to answer?" },
  promiseBy: { sv: "Senast", en: "By" },
  addPromise: { sv: "Lägg till", en: "Add" },
  byDay: { sv: "senast {day}", en: "by {day}" },
  answeredOn: { sv: "Svar {day}", en: "Answer {day}" },
  writeAnswer: { sv: "Svara gruppen", en: "Answer the group" },
  saveAnswer: { sv: "Spara svaret", en: "Save the answer" },
  sheet: { sv: "Blad till klassens tavla", en: "Sheet for the class board" },
  sheetHeading: { sv: "Det här svarade vi er", en: "This is what we answered you" },
  sheetLead: { sv: "Efter forumet {day}, {grade}", en: "After the forum on {day}, {grade}" },
  notAnswered: { sv: "Svaret kommer senast {day}.", en: "The answer comes by {day}." },
  print: { sv: "Skriv ut", en: "Print" },
  close: { sv: "Avsluta forumet", en: "Close the forum" },
  closeGuide: {
    sv: "Adressen slutar gälla, det som hindrar dubbla svar tas bort och bara summorna finns kvar. Forumet räknas som ett tillfälle i löftet. Det går inte att ångra.",
    en: "The address stops working, what prevents double answers is removed and only the totals are left. The forum counts as one occasion of the promise. It cannot be undone.",
  },
  countIt: { sv: "Räkna forumet i löftet", en: "Count the forum in the promise" },
  notCounted: {
    sv: "Forumet är inte räknat i löftet än. Den som har aktiviteten räknar det här.",
    en: "The forum is not counted in the promise yet. Whoever has the activity counts it here.",
  },
  closedOn: { sv: "Avslutat {day}. Bara summorna finns kvar.", en: "Closed {day}. Only the totals are left." },
  notHere: { sv: "Forumet finns inte", en: "There is no such forum" },
} satisfies Words<string>;
