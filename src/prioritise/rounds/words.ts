import type { PartyKind } from "../../ground/party.ts";
import type { Words } from "../../ground/words.ts";
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
} satisfies Words<Exclude<RoundWhy, "not-yours" | "names-a-person">>;

export const states = {
  preparing: { sv: "förbereds", en: "being prepared" },
  scoring: { sv: "poängsätts", en: "being scored" },
  closed: { sv: "stängd", en: "closed" },
} satisfies Words<RoundState>;

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
  backToAgreed: { sv: "Tillbaka till era vikter", en: "Back to your weights" },
} satisfies Words<string>;
