import type { Said, Words } from "../ground/words.ts";
import type { LogKind } from "../pledge/logged.ts";
import { refusals as briefRefusals } from "./briefs/words.ts";
import { refusals as followerRefusals } from "./followers/words.ts";
import { refusals as letterRefusals } from "./letters/words.ts";
import { refusals as openRefusals } from "./open/words.ts";
import { refusals as webhookRefusals } from "./webhooks/words.ts";

export const refusals = {
  ...letterRefusals,
  ...briefRefusals,
  ...followerRefusals,
  ...openRefusals,
  ...webhookRefusals,
  "nothing-published": {
    sv: "Det finns inget publicerat för den adressen.",
    en: "Nothing is published at that address.",
  },
  "log-not-that-long": {
    sv: "Så många poster finns det inte i löfteslogen.",
    en: "There are not that many entries in the promises’ log.",
  },
} satisfies Words<string>;

/** What an entry of the promises' log is of; `party` is the one who signed. */
export const logged = {
  proposed: { sv: "lagt fram för underskrift", en: "put forward for signing" },
  signed: { sv: "undertecknat: {party}", en: "signed: {party}" },
  published: { sv: "publicerat", en: "published" },
  amended: { sv: "ändrat", en: "amended" },
  closed: { sv: "avslutat", en: "closed" },
  "report-signed": { sv: "uppföljning undertecknad: {party}", en: "follow-up signed: {party}" },
  "report-published": { sv: "uppföljning publicerad", en: "follow-up published" },
} satisfies Words<LogKind>;

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

/** What a choice goes past, before its reason. */
export const despite = {
  order: { sv: "Valt före något som vägde tyngre:", en: "Chosen before something that weighed more:" },
  cause: { sv: "Valt fast ingen orsak är skriven:", en: "Chosen though no cause is written:" },
} satisfies Words<string>;

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
  coded: {
    sv: "{count} {count|tema|teman} ur det som sagts",
    en: "{count} {count|theme|themes} of what was said",
  },
  measurement: { sv: "{count} {count|mätning|mätningar}", en: "{count} {count|measurement|measurements}" },
  series: {
    sv: "{count} {count|värde|värden} ur officiell statistik",
    en: "{count} {count|figure|figures} of official statistics",
  },
  situation: {
    sv: "{count} {count|antagen lägesbild|antagna lägesbilder}",
    en: "{count} {count|adopted situation report|adopted situation reports}",
  },
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
  "plain-old": {
    sv: "Löftet har ändrats sedan texten i klarspråk skrevs.",
    en: "The promise has changed since the text in plain Swedish was written.",
  },
  "easy-old": {
    sv: "Löftet har ändrats sedan den lättlästa texten skrevs.",
    en: "The promise has changed since the text in easy Swedish was written.",
  },
} satisfies Words<string>;

/** The words of a promise and the ways they are said again. */
export const ways = {
  exact: { sv: "Löftets ord", en: "The words of the promise" },
  plain: { sv: "Klarspråk", en: "Plain Swedish" },
  easyRead: { sv: "Lättläst", en: "Easy Swedish" },
  choose: { sv: "Läs som", en: "Read as" },
  holds: {
    sv: "Den här texten ska göra löftet lättare att läsa. Det är löftets ord som gäller.",
    en: "This text is to make the promise easier to read. The words of the promise are what holds.",
  },
  none: { sv: "Det här löftet finns bara med löftets ord.", en: "This one is there in the words of the promise only." },
  readExact: { sv: "Läs löftets ord", en: "Read the words of the promise" },
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
  disputedSome: {
    sv: "Ifrågasatt {day}: någon av dem som berättade säger att det inte är löst.",
    en: "Disputed {day}: somebody among those who told says that it is not solved.",
  },
  disputedMany: {
    sv: "Ifrågasatt {day}: {count} av dem som berättade säger att det inte är löst.",
    en: "Disputed {day}: {count} of those who told say that it is not solved.",
  },
  disputeWaits: { sv: "Svar ska komma inom 14 dagar.", en: "An answer is due within 14 days." },
  disputeAnswer: { sv: "Svar {day}: {reply}:", en: "Answer {day}: {reply}:" },
  disputesHeading: { sv: "Ifrågasatt", en: "Disputed" },
  disputesSome: {
    sv: "Under perioden har någon med kvitto sagt att något som berättats som klart inte är det. Hur många visas inte.",
    en: "During the period somebody with a receipt has said that something told as done is not. How many is not shown.",
  },
  disputesMany: {
    sv: "Under perioden har någon med kvitto {count} gånger sagt att något som berättats som klart inte är det.",
    en: "During the period somebody with a receipt has said {count} times that something told as done is not.",
  },
  disputesOpen: { sv: "På svar väntar {count}.", en: "Waiting for an answer: {count}." },
  disputesNotAll: { sv: "Alla har inte fått svar än.", en: "Not all have been answered yet." },
  disputesAnswered: { sv: "Alla har fått svar.", en: "All have been answered." },
  toldFirst: { sv: "Förstasidan: löftet nu", en: "The first page: the promise now" },
  tellResultsAsk: { sv: "Publicera svaren?", en: "Publish the answers?" },
  resultsAreTold: { sv: "Svaren är publicerade", en: "The answers are published" },
  tellResultsLead: {
    sv: "Teman och antal, aldrig någons ord. Det som är för litet för att visas står som det gör för alla.",
    en: "Themes and numbers, never anybody’s words. What is too small to show stands as it does for everybody.",
  },
  tellDialogueAsk: { sv: "Får alla läsa dialogen?", en: "May everybody read the dialogue?" },
  tellDialogueLead: {
    sv: "Det som står här är det alla får läsa. Små antal visas inte exakt, och citat inte alls när få har sagt samma sak.",
    en: "What stands here is what everybody may read. Small numbers are not shown exactly, and quotes not at all when few said the same.",
  },
  toDialogue: { sv: "Till dialogen", en: "To the dialogue" },
  besideRead: { sv: "Följer med: {title}", en: "Goes with it: {title}" },
  toCampaign: { sv: "Till kampanjen", en: "To the campaign" },
  toldBy: { sv: "Publicerat {day} av {who}", en: "Published {day} by {who}" },
  seePublicPage: { sv: "Se den öppna sidan", en: "See the open page" },
  closeFirst: { sv: "Kampanjen är öppen för svar", en: "The campaign is open for answers" },
  closeFirstText: {
    sv: "Stäng den först. Siffror som växer medan svaren kommer berättar vad den senaste svarade.",
    en: "Close it first. Figures that grow while answers come tell what the latest one said.",
  },
  readFirst: { sv: "{count} svar är inte lästa än", en: "{count|answer is|answers are} not read yet" },
  byThemselves: { sv: "De som själva valde att svara", en: "Those who chose to answer" },
  asRead: { sv: "Så här läser alla det", en: "As everybody reads it" },
  notAsked: { sv: "Vad frågade ni inte om?", en: "What did you not ask about?" },
  notAskedGuide: {
    sv: "Till exempel: hemmet, skolan inomhus, de som inte bor kvar. Det står bredvid siffrorna.",
    en: "For instance: the home, the school indoors, those who have moved. It stands beside the figures.",
  },
  tellResults: { sv: "Publicera svaren", en: "Publish the answers" },
  takeBack: { sv: "Ta tillbaka", en: "Take back" },
  takeBackSure: { sv: "Ja, ta tillbaka", en: "Yes, take back" },
  takeBackText: {
    sv: "De öppna sidorna slutar visa svaren. Den som redan läst har läst; beslutet står i loggen.",
    en: "The open pages cease to show the answers. Whoever has read has read; the decision stands in the log.",
  },
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
  quarter: { sv: "kvartal {number} {year}", en: "quarter {number} {year}" },
  period: { sv: "Tid", en: "Time" },
  byPeriod: { sv: "Över tid", en: "Over time" },
  smallNumbers: {
    sv: "Färre än 5. Vi visar inte exakt, så att ingen pekas ut.",
    en: "Fewer than 5. Not shown exactly, so that no one is singled out.",
  },
  paragraphsLeftOut: {
    sv: "Stycken som inte visas: {count}. Någon kan kännas igen på det som står där, eller så citeras en anteckning som har tagits tillbaka.",
    en: "Paragraphs that are not shown: {count}. Somebody could be recognised by what they say, or a note is quoted that has been taken back.",
  },
  notDecidedPublic: {
    sv: "Talet visas inte här. De som äger uppgifterna har inte beslutat att det får publiceras.",
    en: "The number is not shown here. Those who own the data have not decided that it may be published.",
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
  ofWhich: { sv: "varav {what}", en: "of which {what}" },
  deviations: { sv: "Det som inte blev av", en: "What did not happen" },
  deviation: { sv: "Det blev inte av. Därför: {sentence}", en: "It did not happen. Because: {sentence}" },
  newDay: { sv: "Ny tid: {day}", en: "New date: {day}" },
  noNewDay: { sv: "Ingen ny tid:", en: "No new date:" },
  atLeast: { sv: "minst {value}", en: "at least {value}" },
  about: { sv: "ca {value}", en: "about {value}" },
  lineage: { sv: "Alla löften i ordning", en: "All promises in order" },
  lineageLead: {
    sv: "Varje löfte följer på det förra. Det som är undertecknat står kvar ord för ord; en ändring är ett eget dokument.",
    en: "Each promise follows the one before. What is signed stands word for word; a change is a document of its own.",
  },
  inForce: { sv: "Gäller", en: "In force" },
  holdsFor: { sv: "Gäller {period}", en: "In force {period}" },
  heldFor: { sv: "Gällde {period}", en: "Was in force {period}" },
  sinceSaid: { sv: "från {from}", en: "from {from}" },
  closed: { sv: "Avslutat", en: "Closed" },
  gap: { sv: "Mellan {from} och {to} gällde inget löfte.", en: "Between {from} and {to} no promise was in force." },
  signedBy: { sv: "Undertecknat", en: "Signed" },
  byKey: { sv: "med nyckel", en: "with a passkey" },
  vouchedBy: {
    sv: "{as} intygar papperet med nyckel. Papperet självt kan filen inte bevisa.",
    en: "{as} vouches for the paper with a key. The paper itself the file cannot prove.",
  },
  onPaper: { sv: "på papper (svagare)", en: "on paper (weaker)" },
  theMunicipality: { sv: "Kommunen", en: "The municipality" },
  thePolice: { sv: "Polisen", en: "The police" },
  bothSigned: { sv: "Båda har skrivit under", en: "Both have signed" },
  missingSignature: { sv: "saknas", en: "missing" },
  checksum: { sv: "Textens kontrollsumma", en: "The text’s checksum" },
  checksumWhy: {
    sv: "Samma text ger alltid samma summa. Ändras ett tecken blir den en annan.",
    en: "The same text always gives the same sum. Change one character and it is another.",
  },
  inLog: { sv: "I löfteslogen", en: "In the promises’ log" },
  inLogWhy: { sv: "Om löfteslogen", en: "About the promises’ log" },
  logEntry: { sv: "post {index}", en: "entry {index}" },
  loggedAt: { sv: "{what}, inlagt {day}", en: "{what}, logged {day}" },
  logProof: { sv: "Bevis", en: "Proof" },
  logHeading: { sv: "Löfteslogen", en: "The promises’ log" },
  logLead: {
    sv: "Varje löfte som läggs fram, undertecknas, publiceras och avslutas, och varje uppföljning, läggs in här i ordning. Ingen kan ändra eller ta bort något utan att det syns.",
    en: "Every promise that is put forward, signed, published and closed, and every follow-up, is put in here in order. Nobody can change or remove anything without it showing.",
  },
  logSize: { sv: "Antal poster", en: "Number of entries" },
  logRoot: { sv: "Rot: en kontrollsumma över alla poster", en: "Root: one checksum over all entries" },
  logKey: { sv: "Loggens nyckel", en: "The log’s key" },
  logGet: { sv: "Hämta kontrollpunkten", en: "Get the checkpoint" },
  logHow: { sv: "Så kontrollerar du", en: "How you check" },
  logKeep: {
    sv: "Spara kontrollpunkten. Det är en liten textfil med antalet poster, roten och loggens underskrift.",
    en: "Keep the checkpoint. It is a small text file with the number of entries, the root and the log’s signature.",
  },
  logAgain: {
    sv: "Hämta en ny när du vill. Ett bevis visar att loggen fortfarande börjar precis som i den du sparade. Finns det inget sådant bevis har något ändrats.",
    en: "Get a new one when you like. A proof shows that the log still begins exactly as in the one you kept. If there is no such proof, something has been changed.",
  },
  logMirror: {
    sv: "Lägg gärna upp den på en egen webbplats. Ju fler som har en kopia, desto svårare är det att göra om loggen i tysthet, också för den som sköter servern.",
    en: "Do put it on a site of your own. The more who have a copy, the harder it is to make the log anew in silence, also for whoever runs the server.",
  },
  logNot: { sv: "Det här står inte i loggen", en: "What is not in the log" },
  logNotText: {
    sv: "Inga namn på personer och inget ur ett utkast. Vad en post säger kan läsas på löftets egen sida när löftet är publicerat. Dessförinnan syns bara postens kontrollsumma, som inte avslöjar något.",
    en: "No names of persons and nothing of a draft. What an entry says can be read on the promise’s own page when the promise is published. Before that only the entry’s checksum shows, which tells nothing.",
  },
  logBefore: {
    sv: "Det som undertecknades innan loggen fanns lades in i efterhand. Varje post säger när den lades in.",
    en: "What was signed before there was a log was put in afterwards. Each entry says when it was put in.",
  },
  logPrograms: { sv: "För den som programmerar", en: "For those who write programs" },
  logProgramsText: {
    sv: "Trädet räknas som i RFC 6962 och bevisen prövas som i RFC 9162. Kontrollpunkten har formatet C2SP tlog-checkpoint och är signerad med Ed25519. En post är kanonisk JSON (RFC 8785).",
    en: "The tree is hashed as in RFC 6962 and proofs are verified as in RFC 9162. The checkpoint has the format C2SP tlog-checkpoint and is signed with Ed25519. An entry is canonical JSON (RFC 8785).",
  },
  logDoorEntry: { sv: "Bevis för en post", en: "Proof of an entry" },
  logDoorGrowth: { sv: "Bevis för att loggen bara har växt", en: "Proof that the log has only grown" },
  logDoorHashes: { sv: "Alla posters kontrollsummor", en: "The checksums of all entries" },
  checkSignatures: { sv: "Kontrollera underskrifterna", en: "Check the signatures" },
  fetchPaper: { sv: "Ladda ner som PDF, med underskrifterna i", en: "Download as a PDF, with the signatures inside" },
  fetchBundle: { sv: "Ladda ner filen med underskrifter", en: "Download the file of signatures" },
  lacks: { sv: "Det här saknas i löftet", en: "What this promise lacks" },
  lacksLead: {
    sv: "Vi visar det i stället för att gömma det. Vid varje aktivitet står vad som finns och vad som saknas.",
    en: "We show it instead of hiding it. At each activity you see what is there and what is missing.",
  },
  lackReason: { sv: "Parternas skäl:", en: "The parties’ reason:" },
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
  agreement: { sv: "Överenskommelse", en: "Agreement" },
  situationReport: { sv: "Lägesbild", en: "Situation report" },
  followUp: { sv: "Uppföljning", en: "Follow-up" },
  equality: { sv: "För vem det är olika", en: "For whom it differs" },
  renderings: { sv: "Andra texter", en: "Other texts" },
  causes: { sv: "Orsaker vi tar tag i", en: "Causes we act on" },
  effect: { sv: "Det ska leda till", en: "What should come of it" },
  seen: { sv: "Så mycket måste ändras för att synas", en: "How much must change to be seen" },
  goalIs: { sv: "Målet är {goal} {unit}.", en: "The goal is {goal} {unit}." },
  sources: { sv: "Källor", en: "Sources" },
  youSaid: { sv: "Du sa", en: "You said" },
  youSaidWeDo: { sv: "Du sa, vi svarar", en: "You said, we answer" },
  answeredOn: { sv: "besvarat {day}", en: "answered {day}" },
  becamePledge: { sv: "blev löfte {number}", en: "became promise {number}" },
  youSaidLead: {
    sv: "Allt som lyfts av invånare och som vi har tagit ställning till, även när svaret är nej.",
    en: "Everything residents raised that we have taken a position on, also when the answer is no.",
  },
  nobodyYet: { sv: "Ingen ansvarig än", en: "Nobody responsible yet" },
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
  clock: { sv: "klockan {from}–{to}", en: "{from}–{to}" },
  readOn: { sv: "Källa", en: "Source" },
  protocol: { sv: "Det vi såg", en: "What we saw" },
  complemented: {
    sv: "Protokollet kompletterades {day} med punkter som kom in senare. De står sist i numreringen.",
    en: "The protocol was complemented {day} with points that came in later. They have the last numbers.",
  },
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
  notCounted: { sv: "inte räknat", en: "not counted" },
  canInfluence: { sv: "Det här kan du påverka", en: "This you can influence" },
  cannotInfluence: { sv: "Det här kan vi inte ändra", en: "This we cannot change" },
  theme: { sv: "Tema", en: "Theme" },
  voicesHead: { sv: "Röster", en: "Voices" },
  howItGoes: { sv: "Så går det", en: "How it goes" },
  howItGoesLead: {
    sv: "Uppföljningar som båda står bakom. Det vi gjort, vad det ledde till och hur det känns räknas aldrig ihop.",
    en: "Follow-ups that both stand behind. What we did, what it led to and how it feels are never added up.",
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
  reportSignedLead: { sv: "Undertecknad av båda parter.", en: "Signed by both parties." },
  noReports: { sv: "Ingen uppföljning är publicerad än", en: "No follow-up is published yet" },
  noReportsText: {
    sv: "Den kommer när båda parter har skrivit under den.",
    en: "It comes when both parties have signed it.",
  },
  textmunicipality: { sv: "Kommunens text", en: "The municipality’s text" },
  textpolice: { sv: "Polisens text", en: "The police’s text" },
  textjoint: { sv: "Gemensam text", en: "Joint text" },
  handIn: { sv: "Lämna synpunkt", en: "Tell us" },
  handInLead: {
    sv: "Om trafiken lämnar du synpunkten här, utan konto och utan namn. Du får ett kvitto och ser vad som händer.",
    en: "About traffic you hand it in here, without an account and without a name. You get a receipt and see what happens.",
  },
  handInTraffic: { sv: "Lämna en synpunkt om trafiken", en: "Hand in a complaint about traffic" },
  handInText: {
    sv: "Gäller det något annat: ring eller skriv till kommunens växel eller medborgarkontor och säg att det gäller medborgarlöftet. Kom gärna med på nästa trygghetsvandring.",
    en: "If it is about something else: call or write to the municipality’s switchboard and say that it concerns the citizen promise. You are welcome on the next safety walk.",
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
    sv: "Det här är en demo. Löftena 2018–2019 och 2022–2024, mötet 2014, formuläret 2021 och vandringarnas tider, samlingsplatser och deltagare hösten 2021 är hämtade ur offentliga källor. Det som är märkt Exempel är påhittat för att visa hela vägen. Varken Ockelbo kommun eller Polismyndigheten har varit med och gjort demon.",
    en: "This is a demo. The promises 2018–2019 and 2022–2024, the meeting of 2014, the form of 2021 and the times, meeting points and functions of the walks of autumn 2021 are taken from public sources. What is marked Example is invented to show the whole way. Neither Ockelbo municipality nor the Police Authority has taken part in making the demo.",
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
