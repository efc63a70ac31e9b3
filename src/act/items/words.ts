import type { Words } from "../../ground/words.ts";
import type { PersonWhy } from "../../collect/person-in-text.ts";
import type { PhotoWhy } from "../../collect/photo.ts";
import type { StepPhotoWhy } from "./step-photo.ts";
import type { ItemState, ItemWhy, Manager, StepKind } from "./item.ts";

/** The rest are said by the platform, by collect and by the occasions. */
type OwnWhy =
  | Exclude<ItemWhy, "not-yours" | "public-reason-needed" | "future-not-written" | PersonWhy>
  | Exclude<StepPhotoWhy, "not-yours" | PhotoWhy>;

export const refusals = {
  "step-shows-nothing": {
    sv: "Det steget har ingen bild. Lägg bilden vid att det är gjort, eller vid att ni såg efter.",
    en: "That step has no picture. Put it with what was done, or with what you saw.",
  },
  "step-photos-full": {
    sv: "Det finns plats för {limit} bilder. Ta bort en som inte behövs.",
    en: "There is room for {limit} pictures. Take one away that is not needed.",
  },
  "item-not-now": {
    sv: "Det steget går inte att ta från där punkten står nu. Läs in sidan igen: någon kan ha skrivit under tiden.",
    en: "That step cannot be taken from where the item stands now. Load the page again: somebody may have written meanwhile.",
  },
  "item-without-owner": {
    sv: "Ingen ansvarig är utsedd än. Säg vems platsen är i vandringens mötesläge, eller vidarebefordra punkten.",
    en: "Nobody is responsible yet. Say whose the spot is in the walk’s meeting mode, or forward the item.",
  },
  "plan-day-passed": {
    sv: "Den dagen har redan varit. Välj en dag från i dag, eller skriv att det är gjort.",
    en: "That day has passed already. Choose a day from today, or write that it is done.",
  },
  "plan-no-season": {
    sv: "Ingen årstid och ingen termin slutar den dagen. Välj en i listan, eller skriv en dag.",
    en: "No season and no term ends on that day. Choose one from the list, or give a day.",
  },
  "item-day-too-early": {
    sv: "Dagen ligger före {earliest}, då det här började. Välj den dagen eller en senare.",
    en: "That day is before {earliest}, when this began. Choose that day or a later one.",
  },
  "item-sentence-needed": {
    sv: "Skriv en mening som alla får läsa: vad som gjordes, vad ni såg eller hur ni berättade det.",
    en: "Write one sentence that everybody may read: what was done, what you saw, or how you told it.",
  },
  "item-walk-elsewhere": {
    sv: "Den vandringen gick inte förbi samma stopp efter att det gjordes. Välj en annan, eller skriv vilken dag ni var där.",
    en: "That walk did not come past the same stop after it was done. Choose another, or say on what day you were there.",
  },
  "item-theirs-already": {
    sv: "Punkten är redan deras. Välj någon annan att vidarebefordra den till.",
    en: "The item is theirs already. Choose somebody else to forward it to.",
  },
  "item-same-as-none": {
    sv: "Välj vilken punkt den är samma som: en annan, som inte själv är en dubblett.",
    en: "Choose which item it is the same as: another, that is no duplicate itself.",
  },
} satisfies Words<OwnWhy>;

export const states = {
  registered: { sv: "Registrerad", en: "Registered" },
  sent: { sv: "Väntar på svar", en: "Waiting for an answer" },
  question: { sv: "Fråga tillbaka", en: "Asked about" },
  "not-ours": { sv: "Inte deras", en: "Not theirs" },
  received: { sv: "Mottagen", en: "Received" },
  investigated: { sv: "Utreds", en: "Being looked into" },
  decided: { sv: "Ska åtgärdas", en: "Will be done" },
  planned: { sv: "Planerad", en: "Planned" },
  underway: { sv: "Pågår", en: "Under way" },
  done: { sv: "Gjord, inte kontrollerad", en: "Done, not checked" },
  verified: { sv: "Kontrollerad", en: "Checked" },
  "fed-back": { sv: "Återkopplad", en: "Told of" },
  forwarded: { sv: "Vidarebefordrad", en: "Forwarded" },
  declined: { sv: "Avslagen", en: "Declined" },
  duplicate: { sv: "Dubblett", en: "Duplicate" },
} satisfies Words<ItemState>;

/** What a button does, and what the form under it is called. */
export const steps = {
  planned: { sv: "Planera", en: "Plan it" },
  underway: { sv: "Arbetet har börjat", en: "Work has begun" },
  done: { sv: "Det är gjort", en: "It is done" },
  verified: { sv: "Kontrollerat: det är gjort", en: "Checked: it is done" },
  "not-done": { sv: "Kontrollerat: inte gjort", en: "Checked: not done" },
  "fed-back": { sv: "Återkopplat till dem som sade det", en: "Told to those who said it" },
  declined: { sv: "Avslå", en: "Decline" },
  forwarded: { sv: "Vidarebefordra", en: "Forward" },
  duplicate: { sv: "Samma som en annan punkt", en: "The same as another item" },
  "taken-up": { sv: "Ta upp igen", en: "Take up again" },
} satisfies Words<StepKind>;

/** The same when it has been. */
export const taken = {
  planned: { sv: "Planerad", en: "Planned" },
  underway: { sv: "Arbetet började", en: "Work began" },
  done: { sv: "Gjord", en: "Done" },
  verified: { sv: "Kontrollerad", en: "Checked" },
  "not-done": { sv: "Kontrollerad: inte gjord", en: "Checked: not done" },
  "fed-back": { sv: "Återkopplad", en: "Told of" },
  declined: { sv: "Avslagen", en: "Declined" },
  forwarded: { sv: "Vidarebefordrad", en: "Forwarded" },
  duplicate: { sv: "Samma som en annan", en: "The same as another" },
  "taken-up": { sv: "Upptagen igen", en: "Taken up again" },
} satisfies Words<StepKind>;

/** Those that collect has no word for. */
export const otherManagers = {
  police: { sv: "Polisen", en: "The police" },
  other: { sv: "Annan part", en: "Another party" },
} satisfies Words<Extract<Manager, "police" | "other">>;

export const words = {
  heading: { sv: "Åtgärdspunkter", en: "Action items" },
  lead: {
    sv: "Det som kom fram på vandringar och föreslogs om vägar, tills det är gjort, kontrollerat och återkopplat.",
    en: "What came up on walks and was proposed about roads, until it is done, checked and told of.",
  },
  toActivities: { sv: "Löftets aktiviteter", en: "The promise’s activities" },
  toItems: { sv: "Alla åtgärdspunkter", en: "All action items" },
  loading: { sv: "Hämtar punkterna", en: "Fetching the items" },
  none: { sv: "Inga åtgärdspunkter än", en: "No action items yet" },
  noneText: {
    sv: "När ett protokoll från en vandring är upprättat, eller något har föreslagits om en väg, står punkterna här.",
    en: "When the protocol of a walk is established, or something has been proposed about a road, the items stand here.",
  },
  noneShown: { sv: "Inga punkter här just nu", en: "No items here just now" },
  show: { sv: "Visa", en: "Show" },
  all: { sv: "Alla", en: "All" },
  mine: { sv: "Våra", en: "Ours" },
  late: { sv: "Sena", en: "Late" },
  unowned: { sv: "Väntar på ansvarig", en: "Waiting for an owner" },
  nobody: { sv: "Ingen ansvarig än", en: "Nobody responsible yet" },
  isLate: { sv: "sen", en: "late" },
  by: { sv: "senast {day}", en: "by {day}" },
  saidWhen: { sv: "sagt: {when}", en: "said: {when}" },
  item: { sv: "Punkt {number}", en: "Item {number}" },
  itemAt: { sv: "Punkt {number}, {place}", en: "Item {number}, {place}" },
  proposed: { sv: "Förslag", en: "Proposal" },
  responsible: { sv: "Ansvarig", en: "Responsible" },
  from: { sv: "Kommer från", en: "Comes from" },
  plan: { sv: "Tidplan", en: "When" },
  way: { sv: "Punktens väg", en: "The item’s way" },
  registered: { sv: "Registrerad", en: "Registered" },
  sent: { sv: "Skickad till ansvarig", en: "Sent to whoever is responsible" },
  replied: { sv: "{unit} svarade", en: "{unit} replied" },
  decided: { sv: "Svar: {answer}", en: "Answer: {answer}" },
  waitsInCollect: {
    sv: "Punkten har inget svar än. Det ges i vandringens mötesläge eller på vägens sida.",
    en: "The item has no answer yet. It is given in the walk’s meeting mode or on the road’s page.",
  },
  toOrigin: { sv: "Till {title}", en: "To {title}" },
  notYours: {
    sv: "Den som är ansvarig skriver vad det blir av punkten. För den som står utanför samarbetet skriver kommunens samordnare.",
    en: "Whoever is responsible writes what becomes of the item. For those outside the partnership the municipality’s coordinator writes.",
  },
  next: { sv: "Nästa steg", en: "The next step" },
  otherSteps: { sv: "Något annat", en: "Something else" },
  nothingNext: { sv: "Punkten är klar", en: "The item has come to its end" },
  day: { sv: "Dag", en: "Day" },
  whichDay: { sv: "Vilken dag?", en: "On what day?" },
  atLatest: { sv: "När är det senast klart?", en: "When will it be done at the latest?" },
  aDay: { sv: "En bestämd dag", en: "A certain day" },
  dayMissing: { sv: "Välj en dag eller en årstid.", en: "Choose a day or a season." },
  doneSentence: { sv: "Vad gjordes? Alla får läsa det", en: "What was done? Everybody may read it" },
  lookSentence: { sv: "Vad såg ni? Alla får läsa det", en: "What did you see? Everybody may read it" },
  toldSentence: { sv: "Hur berättade ni det? Alla får läsa det", en: "How did you tell it? Everybody may read it" },
  reason: { sv: "Motivering som alla får läsa", en: "Reason that everybody may read" },
  sentenceGuide: {
    sv: "En mening om platsen, inget om någon person.",
    en: "One sentence on the place, nothing about a person.",
  },
  optional: { sv: "frivilligt", en: "optional" },
  howLooked: { sv: "Hur har ni kontrollerat?", en: "How did you check?" },
  byGoing: { sv: "Vi var på platsen", en: "We went there" },
  onWalk: { sv: "{title}, {day}", en: "{title}, {day}" },
  checkedOnWalk: { sv: "På {walk}", en: "On {walk}" },
  toWhom: { sv: "Till vem?", en: "To whom?" },
  sameAs: { sv: "Samma som", en: "The same as" },
  chooseItem: { sv: "Välj punkt", en: "Choose an item" },
  save: { sv: "Spara", en: "Save" },
  cancel: { sv: "Avbryt", en: "Cancel" },
  saved: {
    sv: "Sparat. Alla läser det på vandringens sida när protokollet är publicerat.",
    en: "Saved. Everybody reads it on the walk’s page once the protocol is published.",
  },
  notHere: { sv: "Punkten finns inte", en: "There is no such item" },
  figures: { sv: "Så går det", en: "How it goes" },
  figuresText: {
    sv: "Av alla {items} punkter. Det som väntar räknas som väntande, det som avslagits eller vidarebefordrats som inte gjort.",
    en: "Of all {items} items. What waits is counted as waiting, what was declined or forwarded as not done.",
  },
  duplicatesLeft: {
    sv: "{count} {count|dubblett|dubbletter} räknas inte.",
    en: "{count} {count|duplicate is|duplicates are} not counted.",
  },
  median: { sv: "Dagar till svar", en: "Days to an answer" },
  medianIs: {
    sv: "Hälften hade svar efter {days} {days|dag|dagar} ({answered} av {items} har svar)",
    en: "Half had an answer after {days} {days|day|days} ({answered} of {items} have one)",
  },
  medianNot: {
    sv: "Går inte att säga: hälften har inte fått svar än ({answered} av {items} har svar)",
    en: "Cannot be said: half have had no answer yet ({answered} of {items} have one)",
  },
  owned: { sv: "Har en ansvarig", en: "Have an owner" },
  inSixWeeks: { sv: "Svar inom sex veckor", en: "Answered within six weeks" },
  inSixMonths: { sv: "Gjort inom sex månader", en: "Done within six months" },
  share: { sv: "{part} av {of}", en: "{part} of {of}" },
  sharePercent: { sv: "{percent} % ({part} av {of})", en: "{percent}% ({part} of {of})" },
  noneOldEnough: { sv: "Ingen punkt är så gammal än", en: "No item is that old yet" },
  download: { sv: "Punkterna som tabell (CSV)", en: "The items as a table (CSV)" },
  downloadFigures: { sv: "Siffrorna som tabell (CSV)", en: "The figures as a table (CSV)" },
  measure: { sv: "Mått", en: "Measure" },
  value: { sv: "Värde", en: "Value" },
  count: { sv: "Antal", en: "Number" },
  ofHowMany: { sv: "Av", en: "Of" },
  number: { sv: "Nr", en: "No." },
  place: { sv: "Plats", en: "Place" },
  seen: { sv: "Iakttagelse", en: "Observation" },
  state: { sv: "Läge", en: "State" },
  doneOn: { sv: "Gjord", en: "Done" },
  checkedOn: { sv: "Kontrollerad", en: "Checked" },
  reasonHead: { sv: "Motivering", en: "Reason" },
  pictures: { sv: "Före och efter", en: "Before and after" },
  before: { sv: "Före: när det sågs", en: "Before: when it was seen" },
  pictureBefore: { sv: "Platsen när det sågs", en: "The place when it was seen" },
  pictureAfter: { sv: "Platsen {day}: {step}", en: "The place on {day}: {step}" },
  addPicture: { sv: "Lägg till bild: {step}", en: "Add a picture: {step}" },
  pictureGuide: {
    sv: "Av platsen, inte av människor. Du täcker ansikten och nummerplåtar innan bilden skickas.",
    en: "Of the place, not of people. You cover faces and number plates before the picture is sent.",
  },
  takeAwayPicture: { sv: "Ta bort bilden", en: "Take the picture away" },
  noPictureYet: { sv: "Ingen bild än", en: "No picture yet" },
  allMine: { sv: "Alla {count}", en: "All {count}" },
  waitingHere: { sv: "Åtgärdspunkter som är era", en: "Action items that are yours" },
} satisfies Words<string>;
