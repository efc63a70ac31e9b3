import type { PartyKind } from "../../ground/party.ts";
import type { Words } from "../../ground/words.ts";
import type { AnswerWhy } from "./answers.ts";
import type { RoundState, RoundWhy } from "./round.ts";

export const refusals = {
  "round-is-there": {
    sv: "Årets omgång är redan öppnad. Inget är ändrat.",
    en: "This year’s round is open already. Nothing is changed.",
  },
  "round-needs-problems": {
    sv: "Välj minst ett problem att väga.",
    en: "Choose at least one problem to weigh.",
  },
  "round-needs-weights": {
    sv: "Minst ett kriterium behöver en vikt, ett helt tal från 1 till 10.",
    en: "At least one criterion needs a weight, a whole number from 1 to 10.",
  },
  "round-problem-answered": {
    sv: "Ett av problemen är redan besvarat. Läs in sidan igen och välj bland dem som är kvar.",
    en: "One of the problems has been answered already. Load the page again and choose among those left.",
  },
  "round-is-agreed": {
    sv: "Ni är redan överens om vad som vägs. Det står kvar under hela omgången.",
    en: "You have agreed on what is weighed. It stands for the whole round.",
  },
  "proposal-changed": {
    sv: "Förslaget ändrades medan du läste. Läs det nya och säg ja till det, eller föreslå något annat.",
    en: "The proposal was changed while you read. Read the new one and say yes to it, or propose something else.",
  },
  "round-not-agreed": {
    sv: "Båda parter måste först vara överens om vad som vägs och hur tungt.",
    en: "Both parties must first agree on what is weighed and by how much.",
  },
  "other-party-agrees": {
    sv: "Förslaget är ert. Den andra parten säger ja till det, eller föreslår något annat.",
    en: "The proposal is yours. The other party agrees to it, or proposes something else.",
  },
  "round-is-closed": {
    sv: "Omgången är stängd. Det som sades står kvar.",
    en: "The round is closed. What was said stands.",
  },
  "not-in-the-round": {
    sv: "Det vägs inte i den här omgången.",
    en: "That is not weighed in this round.",
  },
  "scores-are-locked": {
    sv: "Era poäng är låsta. De ändras inte mer.",
    en: "Your scores are locked. They change no more.",
  },
  "scores-missing": {
    sv: "{count} poäng saknas. Sätt dem innan ni låser.",
    en: "{count} {count|score is|scores are} missing. Give {count|it|them} before you lock.",
  },
  "motive-needed": {
    sv: "{count} {count|etta eller femma|ettor eller femmor} saknar motiv. Skriv en rad om varför innan ni låser.",
    en: "{count} {count|one or five has|ones or fives have} no reason. Write a line of why before you lock.",
  },
  "round-not-locked": {
    sv: "Båda parter låser sina poäng innan något besvaras eller stängs här.",
    en: "Both parties lock their scores before anything is answered or closed here.",
  },
  "themes-unanswered": {
    sv: "{count} {count|tema|teman} saknar svar. Omgången kan inte stängas förrän alla som hörts får veta.",
    en: "{count} {count|theme has|themes have} no answer. The round cannot be closed before everybody who was heard is told.",
  },
  "problems-unanswered": {
    sv: "{count} problem saknar svar. Välj, säg nej med ett skäl eller lämna öppet till nästa omgång.",
    en: "{count} {count|problem has|problems have} no answer. Choose, say no with a reason or leave open to the next round.",
  },
  "cause-missing": {
    sv: "Problemet saknar orsak. Gå vidare ändå kräver ett skäl som publiceras.",
    en: "The problem has no cause. Going on anyway takes a reason that is published.",
  },
  "order-needs-reason": {
    sv: "Ett problem är valt före ett som vägde tyngre. Det kräver ett skäl som publiceras.",
    en: "A problem is chosen before one that weighed more. That takes a reason that is published.",
  },
} satisfies Words<Exclude<RoundWhy | AnswerWhy, "not-yours" | "names-a-person" | "answer-needs-reason">>;

export const states = {
  preparing: { sv: "förbereds", en: "being prepared" },
  scoring: { sv: "poängsätts", en: "being scored" },
  closed: { sv: "stängd", en: "closed" },
} satisfies Words<RoundState>;

/** «Tas inte upp, därför att …»: how it may begin; the rest is for those who know. */
export const templates = {
  elsewhere: {
    sv: "Någon annan har ansvaret: vi har fört det vidare till ",
    en: "Somebody else is responsible: we have passed it on to ",
  },
  plan: { sv: "Det ligger redan i en annan plan: ", en: "It is in another plan already: " },
  uncertain: {
    sv: "Underlaget är för osäkert än. Vi tittar igen när ",
    en: "What it rests on is too uncertain yet. We look again when ",
  },
  resources: {
    sv: "Det räcker inte till allt, och det här fick stå tillbaka för ",
    en: "There is not enough for everything, and this stands back for ",
  },
} satisfies Words<string>;

/** In running text, where there is one of each. */
export const parties = {
  municipality: { sv: "Kommunen", en: "The municipality" },
  police: { sv: "Polisen", en: "The police" },
  other: { sv: "Den andra parten", en: "The other party" },
} satisfies Words<PartyKind>;

/** The same after «för». */
export const partiesFor = {
  municipality: { sv: "kommunen", en: "the municipality" },
  police: { sv: "polisen", en: "the police" },
  other: { sv: "er organisation", en: "your organisation" },
} satisfies Words<PartyKind>;

export const words = {
  round: { sv: "Omgång {year}", en: "Round {year}" },
  rounds: { sv: "Omgångar", en: "Rounds" },
  roundsLead: {
    sv: "En gång om året väger ni problemen mot varandra: först var för sig, sedan tillsammans.",
    en: "Once a year you weigh the problems against each other: first apart, then together.",
  },
  toRound: { sv: "Öppna omgången {year}", en: "Open the round of {year}" },
  lead: {
    sv: "Ni kommer överens om vad som vägs, poängsätter var för sig och ser sedan var ni är oense. Ingen ser den andras poäng innan båda har låst.",
    en: "You agree on what is weighed, score apart and then see where you disagree. Neither sees the other’s scores before both have locked.",
  },
  back: { sv: "Alla problem", en: "All problems" },
  loading: { sv: "Hämtar omgången", en: "Fetching the round" },
  notFetched: { sv: "Omgången gick inte att hämta.", en: "The round could not be fetched." },
  standing: { sv: "Så långt har ni kommit", en: "How far you have come" },
  hasLocked: { sv: "har låst sina poäng", en: "has locked its scores" },
  notLocked: { sv: "har inte låst sina poäng", en: "has not locked its scores" },
  onlyOwn: {
    sv: "{party} har inte låst sina poäng. Ni ser bara era egna.",
    en: "{party} has not locked its scores. You see your own only.",
  },
  bothLocked: { sv: "Båda har låst sina poäng.", en: "Both have locked their scores." },
  whatIsWeighed: { sv: "Vad vägs, och hur tungt?", en: "What is weighed, and by how much?" },
  nothingToWeigh: { sv: "Inget att väga än", en: "Nothing to weigh yet" },
  nothingToWeighText: {
    sv: "En omgång väger de problem som inte är besvarade. Gör något som setts eller sagts till problem först.",
    en: "A round weighs the problems that have no answer. Turn something seen or said into a problem first.",
  },
  problems: { sv: "Problem i omgången", en: "Problems of the round" },
  weight: { sv: "Vikt för {criterion}", en: "Weight of {criterion}" },
  weightLess: { sv: "vägs inte", en: "is not weighed" },
  weights: { sv: "Kriterier och vikter", en: "Criteria and weights" },
  weightsGuide: {
    sv: "1 väger lika. 2 väger dubbelt. Noll vägs inte alls.",
    en: "1 weighs the same. 2 weighs double. Nought is not weighed at all.",
  },
  weightsBefore: {
    sv: "Här står vikterna från omgången {year}. Ändra dem om ni vill väga annorlunda nu.",
    en: "These are the weights of the round of {year}. Change them if you wish to weigh otherwise now.",
  },
  weightsCaption: { sv: "Vad som vägs, och hur tungt", en: "What is weighed, and by how much" },
  criterion: { sv: "Kriterium", en: "Criterion" },
  weighs: { sv: "Vikt", en: "Weight" },
  openRound: { sv: "Föreslå och öppna omgången", en: "Propose and open the round" },
  propose: { sv: "Föreslå det här i stället", en: "Propose this instead" },
  proposeOther: { sv: "Föreslå något annat", en: "Propose something else" },
  agree: { sv: "Säg ja och börja poängsätta", en: "Agree and begin scoring" },
  proposedByYou: {
    sv: "Förslaget är ert. Poängsättningen börjar när den andra parten har sagt ja.",
    en: "The proposal is yours. Scoring begins when the other party has agreed.",
  },
  proposedByOther: {
    sv: "{party} föreslår det här. Säg ja, eller föreslå något annat.",
    en: "{party} proposes this. Agree, or propose something else.",
  },
  youOnlyRead: {
    sv: "Du läser. Samordnare, kommunpolis och de som skriver under poängsätter.",
    en: "You read. Coordinators, municipal police and signatories score.",
  },
  scoreFor: { sv: "Poängsätt för {party}", en: "Score for {party}" },
  scoreLead: {
    sv: "Från 1 till 5. Allt sparas som utkast medan du går, och bara er egen organisation läser det.",
    en: "From 1 to 5. Everything is kept as a draft as you go, and only your own organisation reads it.",
  },
  howFar: {
    sv: "{done} av {cells} poäng satta",
    en: "{done} of {cells} scores given",
  },
  motive: { sv: "Motiv", en: "Reason" },
  motiveGuide: {
    sv: "En rad om varför. Behövs för en etta eller en femma.",
    en: "One line of why. Needed for a one or a five.",
  },
  saving: { sv: "Sparar", en: "Saving" },
  saved: { sv: "Sparat som utkast.", en: "Kept as a draft." },
  notSaved: {
    sv: "Det sparades inte. Försök igen, det du skrev står kvar.",
    en: "It was not saved. Try again, what you wrote is still here.",
  },
  restsOn: { sv: "Det bygger på", en: "It rests on" },
  strengthOf: { sv: "({strength} underlag)", en: "({strength} evidence)" },
  agreementOf: { sv: "Vilka källor säger samma: {agreement}", en: "Which sources say the same: {agreement}" },
  lastTime: { sv: "Förra gången", en: "The last time" },
  notWeighedBefore: {
    sv: "Vägdes inte i förra omgången.",
    en: "It was not weighed in the last round.",
  },
  placeThen: { sv: "plats {place} av {of}.", en: "place {place} of {of}." },
  sameThemeThen: { sv: "På samma tema, så står det nu:", en: "On the same theme, as it stands now:" },
  promisedThen: { sv: "Löfte {order} i {slug}:", en: "Promise {order} of {slug}:" },
  ledTo: { sv: "Vad det ledde till", en: "What it led to" },
  nothingTold: {
    sv: "Inget är räknat eller bedömt av det än.",
    en: "Nothing of it has been counted or judged yet.",
  },
  ownSource: { sv: "egen källa, syns bara för er", en: "own source, visible to you only" },
  keptApart: { sv: "underlag som du inte läser", en: "evidence that you do not read" },
  lock: { sv: "Lås våra poäng", en: "Lock our scores" },
  lockGuide: {
    sv: "När ni har låst går poängen inte att ändra. Den andra parten får veta att ni har låst, inte vad ni satte.",
    en: "When you have locked, the scores cannot be changed. The other party is told that you have locked, not what you gave.",
  },
  ownScores: { sv: "Era poäng", en: "Your scores" },
  ownCaption: { sv: "Det ni har satt, problem för problem", en: "What you have given, problem by problem" },
  problem: { sv: "Problem", en: "Problem" },
  together: { sv: "Tillsammans", en: "Together" },
  apart: {
    sv: "Ni är oense om {count} av {cells}: börja där.",
    en: "You disagree on {count} of {cells}: begin there.",
  },
  agreed: {
    sv: "Ni är inte oense om någon av {cells} poäng: högst ett steg skiljer.",
    en: "You disagree on none of {cells} scores: one step apart at most.",
  },
  beginHere: { sv: "Börja här", en: "Begin here" },
  twoDots: {
    sv: "Fylld prick: {first}. Öppen prick: {second}. Ram där två steg eller mer skiljer. Linjen går från 1 till 5.",
    en: "Full dot: {first}. Open dot: {second}. A frame where two steps or more part you. The line goes from 1 to 5.",
  },
  scores: { sv: "{first} och {second}", en: "{first} and {second}" },
  scoresApart: { sv: "{first} och {second}, oense", en: "{first} and {second}, apart" },
  togetherCaption: {
    sv: "Båda parters poäng med motiv, de ni är oense om först",
    en: "Both parties’ scores with reasons, those you disagree on first",
  },
  gap: { sv: "Skillnad", en: "Difference" },
  order: { sv: "Ordningen", en: "The order" },
  orderCaption: {
    sv: "Ordningen tillsammans, med varje parts egen plats bredvid",
    en: "The order together, with each party’s own place beside it",
  },
  place: { sv: "Plats", en: "Place" },
  apartHead: { sv: "Hur långt isär", en: "How far apart" },
  samePlace: { sv: "samma plats", en: "the same place" },
  placesApart: { sv: "{count} {count|plats|platser} isär", en: "{count} {count|place|places} apart" },
  agreedOrder: {
    sv: "Ordningen följer de vikter ni kom överens om.",
    en: "The order follows the weights you agreed on.",
  },
  onlyOne: { sv: "Det finns bara ett problem att ordna.", en: "There is one problem only to order." },
  orderStands: { sv: "Ordningen på plats 1–{last} står kvar.", en: "The order of places 1–{last} stands." },
  moves: {
    sv: "«{problem}» går från plats {from} till plats {to}.",
    en: "“{problem}” goes from place {from} to place {to}.",
  },
  whatIf: { sv: "Vad händer om något väger tyngre?", en: "What if something weighed heavier?" },
  whatIfGuide: {
    sv: "Dra för att pröva. Det ni kom överens om ändras inte.",
    en: "Drag to try. What you agreed on is not changed.",
  },
  whatIfHeavier: { sv: "Om {criterion} vägde annorlunda", en: "If {criterion} weighed otherwise" },
  weightIs: { sv: "vikt {weight}", en: "weight {weight}" },
  tipsBoth: {
    sv: "Ordningen ändras först vid vikt {up} eller {down}.",
    en: "The order changes at weight {up} or {down}, and not before.",
  },
  tipsUp: { sv: "Ordningen ändras först vid vikt {up}.", en: "The order changes at weight {up}, and not before." },
  tipsDown: {
    sv: "Ordningen ändras först vid vikt {down}.",
    en: "The order changes at weight {down}, and not before.",
  },
  tipsNever: {
    sv: "Ingen vikt från 0 till {most} ändrar ordningen.",
    en: "No weight from 0 to {most} changes the order.",
  },
  decide: { sv: "Svar på allt", en: "An answer to everything" },
  decideLead: {
    sv: "Allt som vägts och allt som många har sagt får ett svar: valt, ihop med annat, tas inte upp eller lämnas öppet. Skälen läser alla.",
    en: "Everything that was weighed and everything that many have said gets an answer: chosen, joined with another, not taken up or left open. Everybody reads the reasons.",
  },
  toProblem: { sv: "Ta ställning till problemet", en: "Decide on the problem" },
  leaveOpen: { sv: "Lämna öppet till nästa omgång", en: "Leave open to the next round" },
  leftOpen: { sv: "lämnas öppet till nästa omgång", en: "left open to the next round" },
  orderReason: {
    sv: "Varför väljs det före något som vägde tyngre?",
    en: "Why is it chosen before something that weighed more?",
  },
  causeReason: {
    sv: "Varför går ni vidare fast ingen orsak är skriven?",
    en: "Why do you go on though no cause is written?",
  },
  reasonPublic: { sv: "Alla läser det när omgången är stängd.", en: "Everybody reads it when the round is closed." },
  keepReason: { sv: "Spara skälet", en: "Keep the reason" },
  themes: { sv: "Teman som många har talat om", en: "Themes that many have spoken of" },
  themesNone: {
    sv: "Inget tema är så vanligt att det kräver ett svar.",
    en: "No theme is so common that it takes an answer.",
  },
  themeVoices: { sv: "{voices} har sagt det", en: "{voices} have said it" },
  themeIsProblem: { sv: "ingår i ett problem", en: "part of a problem" },
  themeDeclinedBefore: { sv: "besvarat i en tidigare omgång", en: "answered in an earlier round" },
  noAnswer: { sv: "saknar svar", en: "has no answer" },
  makeProblem: { sv: "Gör till problem", en: "Turn into a problem" },
  decline: { sv: "Tas inte upp, därför att …", en: "Not taken up, because …" },
  because: { sv: "Därför att", en: "Because" },
  template: { sv: "Börja från", en: "Begin from" },
  templateNone: { sv: "egna ord", en: "own words" },
  answerTheme: { sv: "Spara svaret", en: "Keep the answer" },
  heard: { sv: "Det ni har hört om det", en: "What you have heard of it" },
  heardOf: {
    sv: "«{theme}» i {source}: {voices} {voices|röst|röster}. {sample}",
    en: "“{theme}” in {source}: {voices} {voices|voice|voices}. {sample}",
  },
  heardNone: {
    sv: "Inget tema ur det ni har hört är underlag för problemet.",
    en: "No theme of what you have heard is evidence of the problem.",
  },
  close: { sv: "Stäng omgången", en: "Close the round" },
  closeGuide: {
    sv: "När omgången är stängd får alla som hörts veta hur det gick, och svaren står på «Du sa».",
    en: "When the round is closed everybody who was heard is told what came of it, and the answers stand on “You said”.",
  },
  isClosed: {
    sv: "Omgången är stängd. Varje problem och varje tema som många har talat om har fått ett svar eller lämnats öppet till nästa omgång.",
    en: "The round is closed. Every problem and every theme that many have spoken of has an answer or is left open to the next round.",
  },
  counted: {
    sv: "{count} {count|tema|teman} till är {count|räknat|räknade}, men för få har talat om {count|det|dem} för ett eget svar. Det står på kvittot för den som sagt det.",
    en: "{count} more {count|theme is|themes are} counted, but too few have spoken of {count|it|them} for an answer of {count|its|their} own. The receipt says so to whoever said it.",
  },
  backToAgreed: { sv: "Tillbaka till era vikter", en: "Back to your weights" },
} satisfies Words<string>;
