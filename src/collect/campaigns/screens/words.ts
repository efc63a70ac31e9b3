import type { Words } from "../../../ground/words.ts";
import type { CampaignMethod, QuestionKind } from "../campaign.ts";
import type { CodedGroup, CodedTime, StepKind } from "../coding.ts";

export const campaignMethods = {
  form: { sv: "Formulär på nätet", en: "Form on the web" },
  square: { sv: "På torget", en: "In the square" },
  meeting: { sv: "Möte", en: "Meeting" },
  door: { sv: "Knacka dörr", en: "Knocking on doors" },
  paper: { sv: "Papper", en: "Paper" },
} satisfies Words<CampaignMethod>;

export const questionKinds = {
  scale: { sv: "Skala med ord", en: "Scale with words" },
  one: { sv: "Ett val", en: "One choice" },
  several: { sv: "Flera val", en: "Several choices" },
  text: { sv: "Fri text", en: "Free text" },
  place: { sv: "Plats", en: "Place" },
} satisfies Words<QuestionKind>;

export const campaignStates = {
  planned: { sv: "Planerad", en: "Planned" },
  open: { sv: "Öppen", en: "Open" },
  closed: { sv: "Stängd", en: "Closed" },
} satisfies Words<"planned" | "open" | "closed">;

export const breaksWords = {
  wording: {
    sv: "Frågan har fått andra ord. Siffror före och efter går inte att jämföra.",
    en: "The question has other words. Figures before and after cannot be compared.",
  },
  answers: {
    sv: "Svaren att välja på är ändrade. Siffror före och efter går inte att jämföra.",
    en: "The answers to choose from are changed. Figures before and after cannot be compared.",
  },
} satisfies Words<"wording" | "answers">;

export const codedTimes = {
  any: { sv: "När som helst", en: "Any time" },
  day: { sv: "Dag", en: "Day" },
  evening: { sv: "Kväll", en: "Evening" },
  night: { sv: "Natt", en: "Night" },
  school: { sv: "Skoltid", en: "School hours" },
  weekend: { sv: "Helg", en: "Weekend" },
  winter: { sv: "Vinter", en: "Winter" },
} satisfies Words<CodedTime>;

export const codedGroups = {
  everybody: { sv: "Alla", en: "Everybody" },
  children: { sv: "Barn", en: "Children" },
  young: { sv: "Unga", en: "Young people" },
  adults: { sv: "Vuxna", en: "Adults" },
  older: { sv: "Äldre", en: "Older people" },
  women: { sv: "Kvinnor", en: "Women" },
  men: { sv: "Män", en: "Men" },
  "road-users": { sv: "Trafikanter", en: "Road users" },
} satisfies Words<CodedGroup>;

export const stepKinds = {
  chosen: { sv: "Valt som problem", en: "Chosen as a problem" },
  "not-chosen": { sv: "Inte med i löftet", en: "Not in the promise" },
  promised: { sv: "Löfte", en: "Promise" },
  acting: { sv: "Åtgärd", en: "Action" },
  done: { sv: "Klart", en: "Done" },
} satisfies Words<StepKind>;

/** The sentences of the desk's screens. */
export const words = {
  campaigns: { sv: "Dialogkampanjer", en: "Dialogue campaigns" },
  campaign: { sv: "Kampanj", en: "Campaign" },
  newCampaign: { sv: "Ny kampanj", en: "New campaign" },
  newCampaignLead: {
    sv: "Samma frågor på nätet, på torget och vid dörren. Först berättar ni vad som går att påverka och vad som inte gör det.",
    en: "The same questions on the web, in the square and at the door. First you tell what can be influenced and what cannot.",
  },
  noCampaigns: { sv: "Ingen kampanj än", en: "No campaign yet" },
  noCampaignsText: {
    sv: "En kampanj ställer samma frågor till många, utan konto och utan namn.",
    en: "A campaign puts the same questions to many, without an account and without a name.",
  },
  title: { sv: "Namn", en: "Name" },
  titleIn: { sv: "Namn på {lang}", en: "Name in {lang}" },
  address: { sv: "Ordet i adressen", en: "The word in the address" },
  addressGuide: {
    sv: "/svara/ och sedan det här ordet, till exempel amot.",
    en: "/svara/ and then this word, for instance amot.",
  },
  firstDay: { sv: "Första dag", en: "First day" },
  lastDay: { sv: "Sista dag", en: "Last day" },
  ladder: { sv: "Steg på delaktighetstrappan", en: "Step on the ladder of participation" },
  canInfluence: { sv: "Det här kan du påverka", en: "This you can influence" },
  cannotInfluence: { sv: "Det här kan vi inte ändra", en: "This we cannot change" },
  otherLanguages: { sv: "På engelska och lättläst", en: "In English and easy Swedish" },
  inEnglish: { sv: "{what}, på engelska", en: "{what}, in English" },
  inEasy: { sv: "{what}, lättläst", en: "{what}, in easy Swedish" },
  target: { sv: "Vilka frågan gäller", en: "Who is asked" },
  sample: { sv: "Urval", en: "Sample" },
  invited: { sv: "Inbjudna", en: "Invited" },
  methods: { sv: "Sätt, sida vid sida", en: "Methods, side by side" },
  villages: { sv: "Orter att välja på", en: "Villages to choose from" },
  villagesGuide: {
    sv: "En på varje rad. Sparas skilt från svaren.",
    en: "One on each line. Kept apart from the answers.",
  },
  again: { sv: "Ställ samma frågor igen", en: "Ask the same questions again" },
  againNone: { sv: "Nej, en ny serie", en: "No, a new series" },
  againGuide: {
    sv: "En fråga med andra ord eller andra svar blir en ny version, och siffrorna jämförs inte.",
    en: "A question with other words or other answers is a new version, and the figures are not compared.",
  },
  questions: { sv: "Frågor", en: "Questions" },
  questionNumber: { sv: "Fråga {number}", en: "Question {number}" },
  question: { sv: "Frågan", en: "The question" },
  kind: { sv: "Slag", en: "Kind" },
  options: { sv: "Svar att välja på", en: "Answers to choose from" },
  optionsGuide: { sv: "Ett på varje rad, i ordning.", en: "One on each line, in order." },
  shownAfter: { sv: "Visas", en: "Shown" },
  shownAlways: { sv: "För alla", en: "To everybody" },
  shownAfterQuestion: { sv: "Efter vissa svar på fråga {number}", en: "After some answers to question {number}" },
  shownAnswers: { sv: "De här svaren", en: "These answers" },
  addQuestion: { sv: "Lägg till en fråga", en: "Add a question" },
  plan: { sv: "Spara kampanjen", en: "Save the campaign" },
  state: { sv: "Läge", en: "State" },
  when: { sv: "När", en: "When" },
  answers: { sv: "Svar", en: "Answers" },
  answersOf: { sv: "{count} svar", en: "{count|answer|answers}" },
  toRead: { sv: "Att läsa", en: "To read" },
  open: { sv: "Öppna för svar", en: "Open for answers" },
  close: { sv: "Stäng för svar", en: "Close for answers" },
  closeAsk: { sv: "Stänga för alla?", en: "Close for everybody?" },
  closeSure: { sv: "Ja, stäng", en: "Yes, close" },
  formAddress: { sv: "Formulärets adress", en: "The form's address" },
  qr: { sv: "QR-kod till formuläret", en: "QR code to the form" },
  printQr: {
    sv: "Koden går att skriva ut på lappar och affischer.",
    en: "The code can be printed on leaflets and posters.",
  },
  linkFor: { sv: "Länk för {method}", en: "Link for {method}" },
  come: { sv: "Så många har svarat", en: "So many have answered" },
  kept: { sv: "lästa och behållna", en: "read and kept" },
  waiting: { sv: "väntar på att läsas", en: "wait to be read" },
  setAside: { sv: "lagda åt sidan", en: "set aside" },
  method: { sv: "Sätt", en: "Method" },
  results: { sv: "Svaren, fråga för fråga", en: "The answers, question by question" },
  version: { sv: "version {version}", en: "version {version}" },
  answer: { sv: "Svar", en: "Answer" },
  count: { sv: "Antal", en: "Count" },
  textsAreCoded: {
    sv: "Fria texter räknas inte. De kodas till teman.",
    en: "Free texts are not counted. They are coded to themes.",
  },
  groups: { sv: "Vilka som svarat", en: "Who has answered" },
  groupsText: {
    sv: "Visas när kampanjen är stängd, och bara grupper om minst fem. De går inte att koppla till svaren.",
    en: "Shown when the campaign is closed, and only groups of five or more. They cannot be joined to the answers.",
  },
  group: { sv: "Grupp", en: "Group" },
  queue: { sv: "Läs innan andra läser", en: "Read before others do" },
  queueEmpty: { sv: "Inget väntar på att läsas", en: "Nothing waits to be read" },
  queueEmptyText: { sv: "Nya svar kommer hit först.", en: "New answers come here first." },
  keep: { sv: "Behåll", en: "Keep" },
  reason: { sv: "Lägg åt sidan därför att", en: "Set aside because" },
  reasonNone: { sv: "Välj skäl", en: "Choose a reason" },
  reasonPublic: { sv: "Den som har kvittot läser: {text}", en: "Whoever has the receipt reads: {text}" },
  putAside: { sv: "Lägg åt sidan", en: "Set aside" },
  contacts: { sv: "Vill bli uppringda", en: "Want to be called" },
  contactsText: {
    sv: "I bokstavsordning. Det går inte att se vad de svarade.",
    en: "In alphabetical order. What they answered cannot be seen.",
  },
  contactsNone: { sv: "Ingen har bett om det.", en: "Nobody has asked for it." },
  revise: { sv: "Ändra frågan", en: "Change the question" },
  reviseText: {
    sv: "Kampanjen är öppen. Andra ord eller andra svar blir en ny version: siffrorna före och efter räknas inte ihop.",
    en: "The campaign is open. Other words or other answers make a new version: figures before and after are not added up.",
  },
  saveRevision: { sv: "Spara ändringen", en: "Save the change" },
  code: { sv: "Koda", en: "Code" },
  codeLead: {
    sv: "Svar, anteckningar och dialogteman som ingen har kodat. Ett förslag är bara ett förslag.",
    en: "Answers, notes and dialogue themes that nobody has coded. A suggestion is only a suggestion.",
  },
  codeKeys: {
    sv: "Pil upp och ner flyttar, mellanslag markerar, 1–3 kodar till förslaget, Å ångrar.",
    en: "Arrows up and down move, space marks, 1–3 code to the suggestion, Z undoes.",
  },
  codeEmpty: { sv: "Allt är kodat", en: "Everything is coded" },
  codeEmptyText: { sv: "Nya svar och anteckningar kommer hit.", en: "New answers and notes come here." },
  marked: { sv: "{count} markerade", en: "{count} marked" },
  theme: { sv: "Tema", en: "Theme" },
  themeGuide: {
    sv: "Plats och sak, inte person. Båda parter läser det.",
    en: "Place and matter, not a person. Both parties read it.",
  },
  category: { sv: "Kategori", en: "Category" },
  place: { sv: "Plats", en: "Place" },
  time: { sv: "Tid", en: "Time" },
  concerns: { sv: "Vem det gäller", en: "Whom it concerns" },
  codeMarked: { sv: "Koda det markerade", en: "Code what is marked" },
  codedTo: { sv: "{count} kodade till {theme}.", en: "{count} coded to {theme}." },
  undo: { sv: "Ångra", en: "Undo" },
  undone: { sv: "Ångrat.", en: "Undone." },
  themes: { sv: "Teman", en: "Themes" },
  themesLead: {
    sv: "Vad flera källor säger om samma sak. Ju fler slags källor, desto säkrare.",
    en: "What several sources say of the same thing. The more kinds of source, the surer.",
  },
  noThemes: { sv: "Inga teman än", en: "No themes yet" },
  noThemesText: {
    sv: "Koda svar och anteckningar, så syns de här.",
    en: "Code answers and notes, and they show here.",
  },
  source: { sv: "Källa", en: "Source" },
  pieces: { sv: "Underlag", en: "Pieces" },
  voices: { sv: "Röster", en: "Voices" },
  latest: { sv: "Senast", en: "Latest" },
  sourceKinds: { sv: "{count} slags {count|källa|källor}", en: "{count} {count|kind|kinds} of source" },
  facets: { sv: "Var, när och vem", en: "Where, when and whom" },
  became: { sv: "Vad det blev av det", en: "What became of it" },
  tell: { sv: "Berätta för dem som har kvitto", en: "Tell those who have a receipt" },
  tellText: { sv: "Vad alla med kvitto läser", en: "What everybody with a receipt reads" },
  tellStep: { sv: "Steg", en: "Step" },
  tellSave: { sv: "Berätta", en: "Tell" },
  incomplete: {
    sv: "Skriv namn, första och sista dag och minst en fråga.",
    en: "Write name, first and last day and at least one question.",
  },
} satisfies Words<string>;
