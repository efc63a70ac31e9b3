import type { Said, Words } from "../ground/words.ts";
import type { Verdict } from "../follow/outcome.ts";
import type { Status } from "../follow/report.ts";

export const refusals = {
  "nothing-published": {
    sv: "Det finns inget publicerat för den adressen.",
    en: "Nothing is published at that address.",
  },
} satisfies Words<string>;

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

export const samples = {
  random: { sv: "Slumpmässigt urval.", en: "Random sample." },
  "self-selected": {
    sv: "De som ville svara svarade. Det säger inte hur alla har det.",
    en: "Those who wished to answered. It does not tell how everyone is.",
  },
  panel: { sv: "Samma personer tillfrågas flera gånger.", en: "The same people are asked several times." },
  total: { sv: "Alla tillfrågades.", en: "Everybody was asked." },
  "not-a-sample": { sv: "Inget urval: det här är vad som sades.", en: "Not a sample: this is what was said." },
} satisfies Words<string>;

export const answers = {
  chosen: { sv: "Vi gör", en: "We do" },
  declined: { sv: "Gör vi inte", en: "We will not" },
  merged: { sv: "Ihop med annat", en: "Joined with another" },
} satisfies Words<string>;

export const verdicts = {
  better: { sv: "Bättre, mer än slumpen brukar ge.", en: "Better, by more than chance usually gives." },
  worse: { sv: "Sämre, mer än slumpen brukar ge.", en: "Worse, by more than chance usually gives." },
  "no-clear-change": { sv: "Ingen tydlig förändring.", en: "No clear change." },
  "cannot-be-known": {
    sv: "Det går inte att avgöra med de här siffrorna.",
    en: "It cannot be known with these numbers.",
  },
} satisfies Words<Verdict["kind"]>;

/** What is counted on these pages, one and several. */
export const counts = {
  points: {
    sv: "{count} {count|punkt från vandring|punkter från vandringar}",
    en: "{count} {count|point from a walk|points from walks}",
  },
  observation: { sv: "{count} {count|iakttagelse|iakttagelser}", en: "{count} {count|observation|observations}" },
  theme: {
    sv: "{count} {count|tema|teman} från dialog",
    en: "{count} {count|theme of a dialogue|themes of dialogues}",
  },
  measurement: { sv: "{count} {count|mätning|mätningar}", en: "{count} {count|measurement|measurements}" },
  question: {
    sv: "{count} {count|fråga|frågor} till lägesbilden",
    en: "{count} {count|question|questions} to the picture",
  },
  voices: { sv: "{count} {count|röst|röster}", en: "{count} {count|voice|voices}" },
  voicesInDialogue: { sv: "{count} {count|röst|röster} i dialog", en: "{count} {count|voice|voices} in dialogue" },
  pieces: { sv: "bygger på {count} underlag", en: "rests on {count} {count|piece|pieces} of evidence" },
  walks: { sv: "{count} {count|vandring|vandringar}", en: "{count} {count|walk|walks}" },
  dialogues: { sv: "{count} {count|dialog|dialoger}", en: "{count} {count|dialogue|dialogues}" },
  walkPoints: { sv: "{count} {count|punkt|punkter} i protokollet", en: "{count} {count|point|points} in the protocol" },
  walkers: { sv: "{count} gick", en: "{count} walked" },
  sources: { sv: "bygger på {count} {count|källa|källor}", en: "rests on {count} {count|source|sources}" },
  problems: { sv: "{count} problem", en: "{count} {count|problem|problems}" },
  chosen: { sv: "{count} {count|valt|valda}", en: "{count} chosen" },
  pledges: { sv: "{count} {count|löfte|löften}", en: "{count} {count|promise|promises}" },
  activities: { sv: "{count} {count|aktivitet|aktiviteter}", en: "{count} {count|activity|activities}" },
  occasions: { sv: "{count} {count|tillfälle|tillfällen}", en: "{count} {count|occasion|occasions}" },
  answers: { sv: "{count} svar till er", en: "{count} {count|answer|answers} to you" },
  allAnswers: { sv: "{count|Läs svaret|Läs alla svar}", en: "{count|Read the answer|Read all answers}" },
  answered: { sv: "{count} svarade", en: "{count} answered" },
  themesSaid: { sv: "{count} {count|tema|teman}", en: "{count} {count|theme|themes}" },
  goodPlaces: { sv: "{count} bra {count|plats|platser}", en: "{count} good {count|place|places}" },
  daysAgo: { sv: "{count|dag|dagar} sedan", en: "{count|day|days} ago" },
  daysLate: { sv: "{count} {count|dag|dagar} över", en: "{count} {count|day|days} late" },
  daysLeft: { sv: "{count} {count|dag|dagar} kvar", en: "{count} {count|day|days} left" },
  hits: { sv: "{count} {count|löfte|löften} om «{what}»", en: "{count} {count|promise|promises} about “{what}”" },
  tooFew: { sv: "{count} svarade, det behövs 30.", en: "{count} answered, 30 are needed." },
} satisfies Words<string>;

/** What a promise needs so that anybody can see whether it was kept. */
export const needs = {
  who: { sv: "Vem", en: "Who" },
  howMuch: { sv: "Hur mycket", en: "How much" },
  where: { sv: "Var", en: "Where" },
  when: { sv: "När", en: "When" },
} satisfies Words<string>;
/** The same as what is lacking, in the middle of a sentence. */
export const lackings = {
  who: { sv: "ansvarig enhet", en: "an accountable unit" },
  howMuch: { sv: "antal", en: "a number" },
  where: { sv: "plats", en: "a place" },
  when: { sv: "tid", en: "a time" },
} satisfies Words<keyof typeof needs>;

/** What is weak in the wording or the ground of a promise, said to residents. What an activity lacks stands in its own table. */
export const weaknesses = {
  "cannot-fail": {
    sv: "«{said}» kan inte misslyckas. Därför går det inte att säga om löftet hölls.",
    en: "“{said}” cannot fail. So nobody can say whether the promise was kept.",
  },
  "no-problem": {
    sv: "Löftet pekar inte på något problem i lägesbilden.",
    en: "The promise points at no problem in the picture.",
  },
  "no-activity": { sv: "Löftet har ingen aktivitet.", en: "The promise has no activity." },
  "no-baseline": {
    sv: "Det står inte hur det var innan.",
    en: "It does not say how things were before.",
  },
  "no-follow-up": {
    sv: "Det står inte när löftet ska följas upp.",
    en: "It does not say when the promise is to be followed up.",
  },
  "owner-not-accepted": { sv: "{said} har inte tackat ja.", en: "{said} has not accepted." },
} satisfies Words<string>;

/** The stages as what happens in them, under their names. */
export const stageTexts = {
  collect: { sv: "någon ser något", en: "somebody sees something" },
  picture: { sv: "det syns på flera håll", en: "it shows in several places" },
  prioritise: { sv: "båda väljer, med skäl", en: "both choose, with reasons" },
  pledge: { sv: "båda skriver under", en: "both sign" },
  act: { sv: "det görs, och räknas", en: "it is done, and counted" },
  follow: { sv: "hölls det?", en: "was it kept?" },
  tell: { sv: "de som frågade får veta", en: "those who asked get to know" },
} satisfies Words<string>;

/** The tour's seven headings, and where each leads. */
export const tour = {
  collect: {
    heading: { sv: "Någon såg något", en: "Somebody saw something" },
    see: { sv: "Läs protokollet från vandringen", en: "Read the protocol of the walk" },
  },
  picture: {
    heading: { sv: "Det syntes i lägesbilden", en: "It showed in the picture" },
    see: { sv: "Se vad löftet bygger på", en: "See what the promise rests on" },
  },
  prioritise: {
    heading: { sv: "Det blev ett problem, valt av båda", en: "It became a problem, chosen by both" },
    see: { sv: "Läs alla svar, även nej", en: "Read all answers, the noes too" },
  },
  pledge: {
    heading: { sv: "Det blev ett löfte, undertecknat av två", en: "It became a promise, signed by two" },
    see: { sv: "Läs det undertecknade löftet", en: "Read the signed promise" },
  },
  act: {
    heading: { sv: "Det gjordes", en: "It was done" },
    see: { sv: "Se alla tillfällen", en: "See every occasion" },
  },
  follow: {
    heading: { sv: "Det följdes upp", en: "It was followed up" },
    see: { sv: "Läs uppföljningen", en: "Read the follow-up" },
  },
  tell: {
    heading: { sv: "Det berättades", en: "It was told" },
    see: { sv: "Gå till löftets sida", en: "Go to the page of the promise" },
  },
} satisfies Readonly<Record<string, { readonly heading: Said; readonly see: Said }>>;

export const words = {
  toldFirst: { sv: "Förstasidan: löftet nu", en: "The first page: the promise now" },
  toldHeading: { sv: "Det här läser invånarna", en: "This is what residents read" },
  toldLead: {
    sv: "Sidorna görs om av sig själva när något publiceras, loggas eller besvaras. Antal under fem visas inte exakt.",
    en: "The pages are made anew by themselves when something is published, logged or answered. Numbers under five are not shown exactly.",
  },
  toldNothing: {
    sv: "Inget visas förrän båda parter har tackat ja.",
    en: "Nothing is shown until both parties have accepted.",
  },
  citizenPromise: { sv: "medborgarlöfte", en: "citizen promise" },
  menuPledges: { sv: "Löften", en: "Promises" },
  menuSaid: { sv: "Du sa", en: "You said" },
  menuHow: { sv: "Så går det", en: "How it goes" },
  menuHandIn: { sv: "Lämna synpunkt", en: "Tell us" },
  menuAbout: { sv: "Om", en: "About" },
  siteTitle: { sv: "Samsyn", en: "Samsyn" },
  siteHeading: {
    sv: "Vad kommun och polis har lovat, och hur det går",
    en: "What municipality and police have promised, and how it goes",
  },
  siteLead: {
    sv: "Ett medborgarlöfte är undertecknat av båda och bygger på vad de som bor där har sagt. Här står orden, det som blivit gjort och det vi inte vet.",
    en: "A citizen promise is signed by both and rests on what the people who live there have said. Here are the words, what has been done and what we do not know.",
  },
  partnerships: { sv: "Löften som gäller", en: "Promises in force" },
  nothingPromised: { sv: "Inget löfte är publicerat än.", en: "No promise is published yet." },
  wordsToResidents: { sv: "Ord till invånarna", en: "Words to residents" },
  lastWordOn: { sv: "senaste ordet {day}", en: "last word {day}" },
  promisedBy: { sv: "lovat {day}", en: "promised {day}" },
  news: { sv: "Nytt", en: "New" },
  newsCaption: { sv: "Det senaste som gjorts och följts upp", en: "The latest that was done and followed up" },
  noHits: { sv: "Inget löfte har det ordet", en: "No promise has that word" },
  noHitsText: {
    sv: "Prova ett kortare ord, eller läs alla löften här under.",
    en: "Try a shorter word, or read all the promises below.",
  },
  noPartnerships: { sv: "Inget är publicerat än.", en: "Nothing is published yet." },
  search: { sv: "Sök bland löftena", en: "Search the promises" },
  searchGuide: { sv: "Till exempel trafik, unga, belysning", en: "For instance traffic, young people, lighting" },
  searchButton: { sv: "Sök", en: "Search" },
  logIn: { sv: "Logga in", en: "Log in" },
  tour: { sv: "Följ en iakttagelse hela vägen", en: "Follow one observation the whole way" },
  promiseOf: { sv: "Medborgarlöfte för {name} {period}", en: "Citizen promise for {name} {period}" },
  promiseLead: {
    sv: "Det här är {pledges} om det ni sagt är viktigast. Läs vad vi lovat, vad som blivit gjort och vad vi inte vet.",
    en: "These are {pledges} about what you said matters most. Read what we promised, what has been done and what we do not know.",
  },
  readDocument: { sv: "Läs hela löftet {period}", en: "Read the whole promise {period}" },
  signedOn: { sv: "undertecknat {day}", en: "signed {day}" },
  nextWordWasBy: { sv: "Vi lovade ett ord senast {day}. {late}.", en: "We promised a word by {day}. {late}." },
  noPromise: { sv: "Just nu gäller inget löfte", en: "No promise is in force just now" },
  noDocuments: { sv: "Inget löfte är publicerat än", en: "No promise is published yet" },
  noPromiseEver: {
    sv: "Parterna arbetar tillsammans, men har inte publicerat något löfte här än.",
    en: "The parties work together, but have published no promise here yet.",
  },
  noPromiseText: { sv: "Tidigare löften finns kvar att läsa.", en: "Earlier promises can still be read." },
  lastWord: { sv: "Senaste ordet från oss", en: "Our last word" },
  lastWordWhat: { sv: "{day}: {what}", en: "{day}: {what}" },
  nextWordBy: { sv: "Vi har lovat ett ord senast {day}", en: "We have promised a word by {day}" },
  wordpledge: { sv: "löftet publicerades", en: "the promise was published" },
  wordreport: { sv: "uppföljningen", en: "the follow-up" },
  wordanswer: { sv: "svar på vad ni sagt", en: "answers to what you said" },
  pledgeNumber: { sv: "Löfte {number}", en: "Promise {number}" },
  goesOn: { sv: "Fortsätter från förra löftet.", en: "Goes on from the former promise." },
  verbatim: { sv: "Ordagrant ur det undertecknade löftet", en: "Word for word from the signed promise" },
  doneOf: { sv: "av {due} hittills", en: "of {due} so far" },
  doneNoTarget: { sv: "tillfällen. Inget antal är lovat.", en: "occasions. No number was promised." },
  dueNow: { sv: "{due} vid det här laget", en: "{due} by now" },
  meterSentence: {
    sv: "Gjort: {done} av {total}. Vid det här laget borde det vara {due}.",
    en: "Done: {done} of {total}. By now it should be {due}.",
  },
  cannotSay: { sv: "Går inte att säga", en: "Cannot be known" },
  cannotSayText: { sv: "Ingen mätning hör till det här löftet än.", en: "No measurement belongs to this promise yet." },
  wasBefore: {
    sv: "Före: {value} {unit}. Nu: {low}–{high} är troligt, {n} mätta.",
    en: "Before: {value} {unit}. Now: {low}–{high} is likely, {n} measured.",
  },
  measured: { sv: "{low}–{high} är troligt, {n} mätta.", en: "{low}–{high} is likely, {n} measured." },
  why: { sv: "Varför", en: "Why" },
  pointOfWalk: { sv: "Punkt {number}, vandringen {day}", en: "Point {number}, the walk of {day}" },
  theProblem: { sv: "Problemet", en: "The problem" },
  nothingCited: { sv: "Bygger på inget som går att peka på", en: "Rests on nothing one can point at" },
  noAnswerYet: { sv: "Inget svar än", en: "No answer yet" },
  fromTo: { sv: "{from} till {to} {unit}", en: "{from} to {to} {unit}" },
  reportNamed: { sv: "Uppföljning {name}", en: "Follow-up {name}" },
  measuredHeading: { sv: "Det vi mätt", en: "What we measured" },
  value: { sv: "Värde", en: "Value" },
  likely: { sv: "Troligt", en: "Likely" },
  restsOnHead: { sv: "Antal", en: "Number" },
  whereAndWhat: { sv: "Var, och vad det gav", en: "Where, and what came of it" },
  whyNone: { sv: "Löftet är inte knutet till något problem.", en: "The promise is tied to no problem." },
  evidence: { sv: "Det bygger på", en: "It rests on" },
  fewerThan: { sv: "färre än {than}", en: "fewer than {than}" },
  withheld: { sv: "visas inte", en: "not shown" },
  smallNumbers: {
    sv: "Färre än 5. Vi visar inte exakt, så att ingen pekas ut.",
    en: "Fewer than 5. Not shown exactly, so that no one is singled out.",
  },
  activities: { sv: "Det vi gör", en: "What we do" },
  activity: { sv: "Aktivitet {number}", en: "Activity {number}" },
  accountable: { sv: "Ansvarig:", en: "Accountable:" },
  noOwner: { sv: "Ingen har tagit på sig det här än.", en: "No one has taken this on yet." },
  occasions: { sv: "Det blev gjort", en: "It was done" },
  noOccasions: { sv: "Inget tillfälle är noterat än.", en: "No occasion is noted yet." },
  day: { sv: "Dag", en: "Day" },
  count: { sv: "Antal", en: "Count" },
  what: { sv: "Vad", en: "What" },
  place: { sv: "Plats", en: "Place" },
  by: { sv: "Vem", en: "Who" },
  deviations: { sv: "Det som inte blev av", en: "What did not happen" },
  deviation: { sv: "Det blev inte av. Därför: {sentence}", en: "It did not happen. Because: {sentence}" },
  newDay: { sv: "Ny tid: {day}", en: "New date: {day}" },
  noNewDay: { sv: "Ingen ny tid:", en: "No new date:" },
  atLeast: { sv: "minst {value}", en: "at least {value}" },
  about: { sv: "ca {value}", en: "about {value}" },
  lineage: { sv: "Alla löften i ordning", en: "All promises in order" },
  lineageLead: {
    sv: "Varje löfte följer på det förra. Det som är undertecknat ändras aldrig.",
    en: "Each promise follows the one before. What is signed is never changed.",
  },
  inForce: { sv: "Gäller", en: "In force" },
  closed: { sv: "Avslutat", en: "Closed" },
  gap: { sv: "Mellan {from} och {to} gällde inget löfte.", en: "Between {from} and {to} no promise was in force." },
  signedBy: { sv: "Undertecknat", en: "Signed" },
  byKey: { sv: "med nyckel", en: "with a passkey" },
  onPaper: { sv: "på papper", en: "on paper" },
  theMunicipality: { sv: "Kommunen", en: "The municipality" },
  thePolice: { sv: "Polisen", en: "The police" },
  bothSigned: { sv: "Båda har skrivit under", en: "Both have signed" },
  missingSignature: { sv: "saknas", en: "missing" },
  checksum: { sv: "Textens kontrollsumma", en: "The text’s checksum" },
  checksumWhy: {
    sv: "Samma text ger alltid samma summa. Ändras ett tecken blir den en annan.",
    en: "The same text always gives the same sum. Change one character and it is another.",
  },
  lacks: { sv: "Det här saknas i löftet", en: "What this promise lacks" },
  lacksLead: {
    sv: "Vi visar det i stället för att gömma det. Vid varje aktivitet står vad som finns och vad som saknas.",
    en: "We show it instead of hiding it. At each activity you see what is there and what is missing.",
  },
  lacking: { sv: "saknas", en: "missing" },
  activitiesLack: { sv: "Aktiviteterna saknar {what}.", en: "The activities lack {what}." },
  notLaterThan: { sv: "senast {day}", en: "by {day}" },
  notSaid: { sv: "Det står inte.", en: "It does not say." },
  toKnow: { sv: "Att veta", en: "To know" },
  noPledge: { sv: "inget löfte", en: "no promise" },
  uncounted: { sv: "räknas inte: {because}", en: "not counted: {because}" },
  dayNotPublished: { sv: "dagen är inte publicerad", en: "the day is not published" },
  aboutDocument: { sv: "Om dokumentet", en: "About the document" },
  theWords: { sv: "Löftets ord", en: "The words of the promise" },
  basis: { sv: "Löftet bygger på", en: "The promise rests on" },
  sources: { sv: "Källor", en: "Sources" },
  youSaid: { sv: "Du sa", en: "You said" },
  youSaidWeDo: { sv: "Du sa, vi svarar", en: "You said, we answer" },
  answeredOn: { sv: "besvarat {day}", en: "answered {day}" },
  becamePledge: { sv: "blev löfte {number}", en: "became promise {number}" },
  youSaidLead: {
    sv: "Allt som lyfts av invånare och som vi har tagit ställning till, även när svaret är nej.",
    en: "Everything residents raised that we have taken a position on, also when the answer is no.",
  },
  noAnswers: { sv: "Inget är besvarat än", en: "Nothing is answered yet" },
  noAnswersText: { sv: "Det betyder inte att inget har sagts.", en: "That does not mean that nothing was said." },
  heard: { sv: "Så har vi lyssnat", en: "How we have listened" },
  walks: { sv: "Trygghetsvandringar", en: "Safety walks" },
  nothingHeard: { sv: "Ingen har gått eller frågat än", en: "Nobody has walked or asked yet" },
  nothingHeardText: {
    sv: "Här kommer vandringar och dialoger när de har hållits, med svar på det som sades.",
    en: "Walks and dialogues come here when they have been held, with answers to what was said.",
  },
  whoWalked: { sv: "De som gick", en: "Those who walked" },
  withUs: { sv: "Med var också", en: "Also there" },
  meetingPoint: { sv: "Samling", en: "Meeting point" },
  whatCameOfIt: { sv: "Så har det gått", en: "What came of it" },
  goodPlaces: { sv: "Bra platser", en: "Good places" },
  pointNumber: { sv: "Punkt", en: "Point" },
  protocol: { sv: "Det vi såg", en: "What we saw" },
  noProtocol: { sv: "Protokollet är inte klart än", en: "The protocol is not ready yet" },
  noProtocolText: {
    sv: "När det är granskat läggs det ut här, med svar på varje punkt.",
    en: "When it has been reviewed it is put here, with an answer to each point.",
  },
  proposal: { sv: "Åtgärdsförslag", en: "Proposal" },
  manager: { sv: "Ansvarig för platsen", en: "In charge of the place" },
  answer: { sv: "Svar", en: "Answer" },
  waitingForAnswer: { sv: "Väntar på svar", en: "Waiting for an answer" },
  dialogues: { sv: "Dialoger", en: "Dialogues" },
  how: { sv: "Så gick det till", en: "How it was done" },
  saidMost: { sv: "Mest sagt:", en: "Said most:" },
  whatWasSaid: { sv: "Det som sades", en: "What was said" },
  answersNotPublished: { sv: "Svaren är inte publicerade", en: "The answers are not published" },
  answersNotPublishedText: {
    sv: "Hur många som svarade och vad de sade går inte att läsa. Det betyder inte att inget sades.",
    en: "How many answered and what they said cannot be read. That does not mean that nothing was said.",
  },
  canInfluence: { sv: "Det här kan du påverka", en: "This you can influence" },
  cannotInfluence: { sv: "Det här kan vi inte ändra", en: "This we cannot change" },
  theme: { sv: "Tema", en: "Theme" },
  voicesHead: { sv: "Röster", en: "Voices" },
  howItGoes: { sv: "Så går det", en: "How it goes" },
  howItGoesLead: {
    sv: "Uppföljningar som båda har godkänt. Det vi gjort, vad det ledde till och hur det känns räknas aldrig ihop.",
    en: "Follow-ups that both have approved. What we did, what it led to and how it feels are never added up.",
  },
  report: { sv: "Uppföljning {period}", en: "Follow-up {period}" },
  publishedOn: { sv: "publicerad {day}", en: "published {day}" },
  whatWeSay: { sv: "Det vi säger om perioden", en: "What we say about the period" },
  judgedIn: { sv: "Bedömt i uppföljning {name}.", en: "Judged in follow-up {name}." },
  followUps: { sv: "Uppföljningar", en: "Follow-ups" },
  pledgesNow: { sv: "Löftena just nu", en: "The promises just now" },
  nothingWritten: { sv: "Har inte skrivit något.", en: "Has written nothing." },
  approvedByHeading: { sv: "Godkänd av", en: "Approved by" },
  reportLead: { sv: "Godkänd av båda parter.", en: "Approved by both parties." },
  noReports: { sv: "Ingen uppföljning är publicerad än", en: "No follow-up is published yet" },
  noReportsText: {
    sv: "Den kommer när båda parter har godkänt den.",
    en: "It comes when both parties have approved it.",
  },
  textmunicipality: { sv: "Kommunens text", en: "The municipality’s text" },
  textpolice: { sv: "Polisens text", en: "The police’s text" },
  textjoint: { sv: "Gemensam text", en: "Joint text" },
  handIn: { sv: "Lämna synpunkt", en: "Tell us" },
  handInLead: {
    sv: "Den här versionen tar inte emot synpunkter här än. Så når du oss:",
    en: "This version does not take in views here yet. This is how to reach us:",
  },
  handInText: {
    sv: "Ring eller skriv till kommunens växel eller medborgarkontor och säg att det gäller medborgarlöftet. Kom gärna med på nästa trygghetsvandring.",
    en: "Call or write to the municipality’s switchboard and say that it concerns the citizen promise. You are welcome on the next safety walk.",
  },
  urgent: {
    sv: "Pågår det nu? Ring 112. Vill du tipsa polisen? Ring 114 14. Det här är ingen polisanmälan.",
    en: "Happening now? Call 112. Tip the police: 114 14. This is not a police report.",
  },
  aboutHeading: { sv: "Om sidan", en: "About this site" },
  aboutWho: {
    sv: "Sidan görs av {parties} tillsammans. Publicering kräver en person från var och en.",
    en: "The site is made by {parties} together. Publishing takes one person from each.",
  },
  aboutPrivacy: { sv: "Personuppgifter", en: "Personal data" },
  aboutPrivacyText: {
    sv: "Vi sparar inga personuppgifter om dem som går med på vandringar eller svarar i dialoger. Antal under fem visas inte exakt. Sidan sätter inga kakor och anropar ingen annan webbplats.",
    en: "We keep no personal data about those who walk or answer. Numbers under five are not shown exactly. The site sets no cookies and calls no other site.",
  },
  aboutAccess: { sv: "Tillgänglighet", en: "Accessibility" },
  aboutAccessText: {
    sv: "Sidorna ska följa WCAG 2.2 AA och fungerar utan JavaScript. Varje karta och diagram finns också som tabell. Hittar du en brist, kontakta kommunen.",
    en: "The pages are to meet WCAG 2.2 AA and work without JavaScript. Every map and chart is there as a table too. If you find a fault, contact the municipality.",
  },
  aboutExample: { sv: "Exempel", en: "Example" },
  aboutExampleText: {
    sv: "Det här är en demo. Löftena 2018–2019 och 2022–2024, vandringarna hösten 2021 (dag, samling och vilka som gick med) och dialogens frågor är Ockelbos egna, ur offentliga källor. Det som är märkt Exempel är påhittat för att visa hela kedjan.",
    en: "This is a demo. The promises 2018–2019 and 2022–2024, the walks of autumn 2021 (day, meeting point and who walked along) and the dialogue’s questions are Ockelbo’s own, from public sources. What is marked Example is invented to show the whole chain.",
  },
  footerExample: { sv: "Demo. Det som är märkt Exempel är påhittat.", en: "Demo. What is marked Example is invented." },
  notFound: { sv: "Sidan finns inte", en: "There is no such page" },
  notFoundText: {
    sv: "Adressen kan vara felskriven. Börja om från startsidan.",
    en: "The address may be misspelt. Start again from the first page.",
  },
  toStart: { sv: "Till startsidan", en: "To the first page" },
  step: { sv: "Skede {number} av 7", en: "Stage {number} of 7" },
  tourLead: {
    sv: "Från det någon såg på en vandring till ett löfte som följs upp. Sju skeden, två minuter. Allt du ser ligger i databasen, och det som är märkt Exempel är påhittat.",
    en: "From what somebody saw on a walk to a promise that is followed up. Seven stages, two minutes. All you see lies in the database, and what is marked Example is invented.",
  },
  tourSee: { sv: "Se den öppna sidan", en: "See the public page" },
  tourWork: { sv: "Så arbetar parterna: {stage} (kräver inloggning)", en: "How the parties work: {stage} (log in)" },
  stageEmpty: { sv: "Här finns inget publicerat än.", en: "Nothing is published here yet." },
  tourPicture: {
    sv: "Det är inte ensamt. Samma sak kommer från flera håll:",
    en: "It is not alone. The same comes from several sides:",
  },
  tourPictureHow: {
    sv: "Parterna ser allt på samma karta. Det som bara är känt på kommunnivå ritas inte ut, det räknas vid kanten.",
    en: "The parties see it all on one map. What is known by municipality only is not drawn; it is counted at the edge.",
  },
  tourSigned: { sv: "Undertecknat av båda parter {day}.", en: "Signed by both parties on {day}." },
  tourTold: {
    sv: "Det är det du läser nu: samma ord, samma siffror, utan namn och utan små tal som kan peka ut någon. Och det du säger nästa gång börjar om vid skede 1.",
    en: "It is what you are reading: the same words, the same figures, without names and without small numbers that could point at somebody. And what you say next begins again at stage 1.",
  },
} satisfies Words<string>;
