import { type Lang, say, type Words } from "../../../ground/words.ts";
import { numberWord } from "../../../ui/format.ts";

/** The sentences of the screens of traffic. What has a closed vocabulary stands in ../words.ts. */
export const words = {
  earlier: {
    sv: "Sträckan har haft ett ärende förut. Väghållare och gräns är tagna därifrån.",
    en: "The stretch has had a case before. Who keeps the road and the limit are taken from it.",
  },
  traffic: { sv: "Trafik", en: "Traffic" },
  lead: {
    sv: "Sträcka för sträcka: vad som sagts, vad som mätts, vad som gjorts och vad vi svarat.",
    en: "Stretch by stretch: what was said, measured, done and answered.",
  },
  takeIn: { sv: "Ta emot en synpunkt", en: "Take in a complaint" },
  none: { sv: "Ingen har hört av sig om trafiken än", en: "Nobody has written about traffic yet" },
  noneText: {
    sv: "Synpunkter om samma sträcka samlas i ett ärende, och alla får samma svar.",
    en: "Complaints about one stretch are gathered in one matter, and all get the same answer.",
  },
  waiting: { sv: "Att läsa", en: "To read" },
  waitingText: {
    sv: "Lämnat i det öppna formuläret. Det räknas när någon har läst det, och den som lämnade det ser i sitt kvitto vad som händer.",
    en: "Handed in on the open form. It counts when somebody has read it, and whoever handed it in sees in the receipt what happens.",
  },
  openForm: { sv: "Det öppna formuläret", en: "The open form" },
  openFormText: {
    sv: "Lägg länken på webben, eller sätt upp koden vid vägen.",
    en: "Put the link on the web, or the code up by the road.",
  },
  qrOfForm: { sv: "QR-kod till formuläret", en: "QR code to the form" },
  keepIn: { sv: "För till sträckans ärende", en: "Into the matter of the stretch" },
  ourName: { sv: "Sträckan, som vi skriver den", en: "The stretch, as we write it" },
  setAside: { sv: "Lägg åt sidan", en: "Set aside" },
  setAsideWhy: { sv: "Skälet, som den med kvittot läser", en: "The reason, as whoever holds the receipt reads it" },
  handedInOn: { sv: "Lämnad {day}", en: "Handed in {day}" },
  kept: { sv: "Läst. Den finns nu i ärende {number}.", en: "Read. It is in matter {number} now." },
  whenIs: { sv: "{days}, kl. {from}–{to}", en: "{days}, {from}–{to}" },
  workdays: { sv: "vardagar", en: "weekdays" },
  everyDay: { sv: "alla dagar", en: "every day" },
  stretch: { sv: "Sträcka", en: "Stretch" },
  state: { sv: "Läge", en: "State" },
  complaints: { sv: "Synpunkter", en: "Complaints" },
  measurements: { sv: "Mätningar", en: "Measurements" },

  stretchGuide: {
    sv: "Vägen och mellan vilka korsningar. Aldrig en dörr.",
    en: "The road, and between which crossings. Never a door.",
  },
  knownStretch: { sv: "Eller en sträcka någon redan hört av sig om", en: "Or a stretch somebody has written about" },
  onTheMap: { sv: "pekad ut på kartan", en: "pointed out on the map" },
  newStretch: { sv: "Ny sträcka", en: "A new stretch" },
  what: { sv: "Vad?", en: "What?" },
  direction: { sv: "Riktning", en: "Direction" },
  directionGuide: {
    sv: "Till exempel: mot skolan. Tomt är båda.",
    en: "For example: towards the school. Empty is both.",
  },
  when: { sv: "När brukar det vara?", en: "When is it usually?" },
  fromHour: { sv: "Från klockan", en: "From" },
  toHour: { sv: "Till klockan", en: "To" },
  effect: { sv: "Vad händer?", en: "What happens?" },
  effectGuide: {
    sv: "Vad som händer på vägen. Inga namn och inga registreringsnummer.",
    en: "What happens on the road. No names and no registration numbers.",
  },
  proposal: { sv: "Vad föreslår de?", en: "What do they propose?" },
  optional: { sv: "frivilligt", en: "optional" },
  cameBy: { sv: "Hur kom den in?", en: "How did it come in?" },
  receivedOn: { sv: "Dag", en: "Day" },
  registryNumber: { sv: "Ert ärendenummer", en: "Your registry number" },
  registryGuide: {
    sv: "Så får den som hörde av sig svaret. Vem det är skrivs inte här.",
    en: "That is how whoever wrote gets the answer. Who it is is not written here.",
  },
  save: { sv: "Spara synpunkten", en: "Save the complaint" },
  dayNeeded: { sv: "Välj vilken dag den kom in.", en: "Choose the day it came in." },

  one: { sv: "En har hört av sig om sträckan", en: "One has written about the stretch" },
  several: { sv: "{count} har hört av sig om samma sträcka", en: "{count} have written about the same stretch" },
  kind: { sv: "Slag", en: "Kind" },
  happens: { sv: "Vad händer", en: "What happens" },
  received: { sv: "Kom in", en: "Came in" },
  number: { sv: "Ärendenummer", en: "Registry number" },
  answered: { sv: "Svar", en: "Answer" },
  answeredYes: { sv: "Besvarad", en: "Answered" },
  answeredNo: { sv: "Väntar", en: "Waiting" },
  theirs: {
    sv: "Vad var och en har sagt läser bara den som tog emot synpunkten.",
    en: "What each has said is read by the one who took the complaint in only.",
  },

  next: { sv: "Nästa steg", en: "Next step" },
  roadKeeper: { sv: "Vem är väghållare?", en: "Who keeps the road?" },
  limit: { sv: "Hastighetsgräns, km/h", en: "Speed limit, km/h" },
  measure: { sv: "Mät", en: "Measure" },
  passOn: { sv: "För vidare", en: "Pass on" },
  passOnReason: { sv: "Vad vi skriver till dem som hört av sig", en: "What we write to those who wrote" },
  stateRoad: {
    sv: "Vägen är statlig. Vi skickar er synpunkt till Trafikverket och visar svaret här.",
    en: "The road is a state road. We send your complaint to the Transport Administration and show the answer here.",
  },
  passedOn: { sv: "Skickad vidare", en: "Passed on" },

  fileHeading: { sv: "Lägg in mätarens fil", en: "Put in the meter's file" },
  file: { sv: "Mätarens fil", en: "The meter's file" },
  fileGuide: {
    sv: "CSV eller text med tabbar: ett fordon per rad, eller antal per hastighetsklass. Dra filen hit eller välj den.",
    en: "CSV or text with tabs: one vehicle a row, or counts by speed. Drag the file here or choose it.",
  },
  sameFormat: { sv: "Samma format som i {month}", en: "The same format as in {month}" },
  newFormat: {
    sv: "Ny mätare: kontrollera att kolumnerna stämmer. Nästa gång känns den igen.",
    en: "A new meter: check that the columns are right. Next time it is known again.",
  },
  notGuessed: {
    sv: "Kolumnerna går inte att känna igen. Säg vilken som är vad.",
    en: "The columns cannot be told. Say which is what.",
  },
  meterName: { sv: "Mätarens namn", en: "The meter's name" },
  method: { sv: "Mätare", en: "Meter" },
  displayLit: { sv: "Förarna såg sin fart på mätaren", en: "The drivers saw their speed on the meter" },
  measuredDirection: { sv: "Riktning som mättes", en: "Direction measured" },
  schoolBreak: { sv: "Skollov under mätningen", en: "School break during the measurement" },
  asUsual: { sv: "Som lovveckorna brukar ligga", en: "As the weeks usually fall" },
  noBreak: { sv: "Nej, inget lov här", en: "No, none here" },
  yesBreak: { sv: "Ja, det var lov", en: "Yes, there was one" },
  timeColumn: { sv: "Tid", en: "Time" },
  clockColumn: { sv: "Klockslag i egen kolumn", en: "Clock in its own column" },
  timeFormat: { sv: "Så skrivs tiden", en: "How the time is written" },
  speedColumn: { sv: "Hastighet", en: "Speed" },
  directionColumn: { sv: "Kolumn för riktning", en: "Column for direction" },
  noColumn: { sv: "Finns inte", en: "None" },
  whichColumn: { sv: "Vilken kolumn är vad", en: "Which column is what" },
  beginning: { sv: "Så börjar filen", en: "How the file begins" },
  readHow: {
    sv: "{rows} rader, {vehicles} fordon, {from} till {to}.",
    en: "{rows} rows, {vehicles} vehicles, {from} to {to}.",
  },
  binsHow: {
    sv: "{count} hastighetsklasser, {minutes} minuter per rad.",
    en: "{count} speed bins, {minutes} minutes a row.",
  },
  readNothing: { sv: "Ingen rad gick att läsa så.", en: "No row could be read that way." },
  moreDirections: {
    sv: "Filen har {count} riktningar till. Det är fler än en väg har; kontrollera vilken kolumn som är riktning.",
    en: "The file has {count} more directions. That is more than a road has; check which column is the direction.",
  },
  shownOf: { sv: "Visar {from}–{to} av {total}.", en: "Shows {from}–{to} of {total}." },
  olderOnes: { sv: "De som kom före", en: "Those that came before" },
  nextOnes: { sv: "Visa {count} till", en: "Show {count} more" },
  andMore: { sv: "och {count} till", en: "and {count} more" },
  oddOnes: { sv: "{count} {count|udda rad|udda rader}", en: "{count} odd {count|row|rows}" },
  reckon: { sv: "Räkna", en: "Reckon" },

  resultOf: { sv: "Mätning {period}", en: "Measurement {period}" },
  base: {
    sv: "{days} dygn, {vehicles} fordon, gräns {limit}.",
    en: "{days} days, {vehicles} vehicles, limit {limit}.",
  },
  v85: { sv: "V85", en: "V85" },
  noV85: {
    sv: "V85 är minst {from} km/h. Filen slutar där och säger inte hur mycket mer.",
    en: "V85 is at least {from} km/h. The file ends there and does not say how much more.",
  },
  over: { sv: "{share} över gränsen, {more} mer än 20 över.", en: "{share} over the limit, {more} more than 20 over." },
  overHead: { sv: "Mer än {above} över", en: "More than {above} over" },
  overLimit: { sv: "Över gränsen", en: "Over the limit" },
  between: { sv: "mellan {low} och {high} %", en: "between {low} and {high}%" },
  lessThanOne: { sv: "mindre än 1 %", en: "less than 1%" },
  percent: { sv: "{count} %", en: "{count}%" },
  without: {
    sv: "Filen har {count} {count|rad|rader} utan hastighet. De räknas i antal fordon men inte i V85.",
    en: "The file has {count} {count|row|rows} without a speed. They are among the vehicles and not in V85.",
  },
  within: {
    sv: "Filen har bara klasser. V85 ligger i klassen {from}–{to} km/h, rätlinjigt räknat inom den.",
    en: "The file has bins only. V85 lies in the bin {from}–{to} km/h, on a straight line within it.",
  },
  means: {
    sv: "V85 är den fart som 85 av 100 håller sig under. Intervallet täcker slumpen bland fordonen, inte hur veckor skiljer sig.",
    en: "V85 is the speed that 85 of 100 stay under. The interval covers chance among vehicles, not how weeks differ.",
  },
  methodName: {
    sv: "V85: interpolation mellan ordnade hastigheter; intervall ur binomialfördelade rangtal. Andelar: Wilson.",
    en: "V85: interpolation between sorted speeds; interval from binomial ranks. Shares: Wilson.",
  },
  perDay: {
    sv: "ÅDT, uppskattad: {count} fordon per dygn. Varje timme i veckan väger lika. Inget är lagt till för årstid, lov eller väder, så årets medel kan ligga högre eller lägre.",
    en: "ÅDT, estimated: {count} vehicles a day. Every hour of the week weighs the same. Nothing is added for season, holidays or weather, so the year's mean may be higher or lower.",
  },
  noPerDay: {
    sv: "Ingen uppskattning av ÅDT: varje timme i veckan måste vara mätt.",
    en: "No estimate of ÅDT: every hour of the week must have been measured.",
  },
  mean: { sv: "Medel", en: "Mean" },
  median: { sv: "Median", en: "Median" },
  vehicles: { sv: "Fordon", en: "Vehicles" },
  unitVehicles: { sv: "{count} fordon", en: "{count} vehicles" },
  hour: { sv: "Timme", en: "Hour" },
  hourly: { sv: "Timme för timme", en: "Hour by hour" },
  hourSentence: {
    sv: "Flest fordon klockan {hour}: {count} av {total}, {period}.",
    en: "Most vehicles at {hour}: {count} of {total}, {period}.",
  },
  byDirection: { sv: "Åt vart och ett hållet", en: "Each way" },
  noDirection: { sv: "utan riktning", en: "no direction" },
  interval: { sv: "Intervall", en: "Interval" },

  judge: { sv: "Bedöm", en: "Judge" },
  judgeSentence: { sv: "Egen mening", en: "A sentence of your own" },
  judged: { sv: "Bedömning", en: "Judgement" },
  takeBack: { sv: "Ta tillbaka bedömningen", en: "Take the judgement back" },
  takeBackText: {
    sv: "Det som sagts står kvar med skälet, och ärendet går ett steg tillbaka.",
    en: "What was said stands with the reason, and the matter goes one step back.",
  },
  takeBackMeasurement: { sv: "Ta tillbaka mätningen", en: "Take the measurement back" },
  takeBackMeasurementText: {
    sv: "Mätningen står kvar som tillbakatagen med skälet. Inget räknas med den, och det som bygger på den säger det.",
    en: "The measurement stands as taken back, with the reason. Nothing is reckoned with it, and what rests on it says so.",
  },
  takeBackReason: { sv: "Varför?", en: "Why?" },
  takenBackHeading: { sv: "Tillbakataget", en: "Taken back" },
  takenBackOne: { sv: "{day}, {state}: {reason}", en: "{day}, {state}: {reason}" },
  takenBackSaid: { sv: "Det som stod: {said}", en: "What it said: {said}" },
  measurementTakenBack: {
    sv: "Tillbakatagen {day}: {reason}",
    en: "Taken back {day}: {reason}",
  },
  figuresTakenBack: { sv: "Vad den visade", en: "What it showed" },
  restsOnTakenBack: {
    sv: "En mätning togs tillbaka efter bedömningen. Det som sagts dessförinnan kan bygga på den.",
    en: "A measurement was taken back after the judgement. What was said before may rest on it.",
  },
  proposeHeading: { sv: "Föreslå åtgärd", en: "Propose an action" },
  action: { sv: "Åtgärd", en: "Action" },
  to: { sv: "Till", en: "To" },
  toMunicipality: { sv: "Kommunen", en: "The municipality" },
  toPolice: { sv: "Polisen", en: "The police" },
  toOther: { sv: "En annan part", en: "Another party" },
  actionWhat: { sv: "Var och varför", en: "Where and why" },
  actionGuide: {
    sv: "Kontroller föreslås utan dag och klockslag. De visas först efteråt, per månad och sträcka.",
    en: "Controls are proposed without day and hour. They are shown afterwards, by month and stretch.",
  },
  propose: { sv: "Föreslå", en: "Propose" },
  proposals: { sv: "Föreslaget och gjort", en: "Proposed and done" },
  reply: { sv: "Svar", en: "Reply" },
  noReply: { sv: "Väntar på svar", en: "Waiting for a reply" },
  replyHeading: { sv: "Svara på förslaget: {action}", en: "Reply to the proposal: {action}" },
  reason: { sv: "Skäl, eller vad som gjordes", en: "Reason, or what was done" },
  howMany: { sv: "Hur många gånger", en: "How many times" },
  times: { sv: "{count} {count|gång|gånger}", en: "{count} {count|time|times}" },
  sendReply: { sv: "Skicka svaret", en: "Send the reply" },
  measureAgain: { sv: "Mät om", en: "Measure again" },
  measureAgainText: {
    sv: "Samma plats, samma riktning ({direction}) och en vecka av samma slag: sju dygn utan röda dagar och lov.",
    en: "The same place, the same direction ({direction}) and a week of the same kind: seven days without holidays and breaks.",
  },
  bothWays: { sv: "båda", en: "both" },
  comparison: { sv: "Före och efter", en: "Before and after" },
  eachWay: { sv: "Åt vart och ett hållet", en: "Each way" },
  besideRoad: { sv: "Bredvid en väg där inget gjordes", en: "Beside a road where nothing was done" },
  noRoad: {
    sv: "Ingen jämförelseväg är mätt vid samma två tider. Vad förändringen beror på kan då ingen säga.",
    en: "No road to compare with has been measured at the same two times. What the change came of nobody can then say.",
  },
  layRoad: { sv: "Lägg in en jämförelseväg", en: "Put in a road to compare with" },
  layRoadText: {
    sv: "En väg av samma slag där inget görs, mätt samma vecka som sträckan: en gång före och en gång efter.",
    en: "A road of the same kind where nothing is done, measured in the same week as the stretch: once before and once after.",
  },
  roadName: { sv: "Jämförelsevägen", en: "The road to compare with" },
  roadLimit: { sv: "Hastighetsgräns där, km/h", en: "Speed limit there, km/h" },
  resultOfRoad: { sv: "Jämförelsevägen {road}, {period}", en: "The road to compare with, {road}, {period}" },
  kmh: { sv: "km/h", en: "km/h" },
  answerHeading: { sv: "Svara", en: "Answer" },
  answerText: { sv: "Svaret, samma till alla", en: "The answer, the same to all" },
  answerOne: { sv: "Svara", en: "Answer" },
  answerBoth: { sv: "Svara båda", en: "Answer both" },
  answerAll: { sv: "Svara alla {count}", en: "Answer all {count}" },
  publishAsk: { sv: "Publicera vägens sida?", en: "Publish the road's page?" },
  publishText: {
    sv: "Alla läser då hur många som hört av sig och om vad, mätningarna, bedömningen, det som är gjort och svaret. Aldrig vad någon skrivit. Kontroller står först efteråt, per månad. Det ni mäter och säger sedan följer med.",
    en: "Everybody then reads how many wrote and of what, the measurements, the judgement, what has been done and the answer. Never what anybody wrote. Checks stand afterwards only, by month. What you measure and say later follows.",
  },
  publish: { sv: "Publicera", en: "Publish" },
  roadPublished: { sv: "Vägens sida är publicerad", en: "The road's page is published" },
  publishedOn: {
    sv: "Alla läser den sedan {day}. Antalet som hört av sig är det som var då.",
    en: "Everybody has read it since {day}. How many wrote is as it was then.",
  },
  readAsAll: { sv: "Läs som alla läser", en: "Read as everybody reads" },
  takeBackRoad: { sv: "Ta tillbaka publiceringen", en: "Take the publication back" },
  ourAnswer: { sv: "Vårt svar", en: "Our answer" },
} satisfies Words<string>;

export const weekdayWords = [
  { sv: "Måndag", en: "Monday" },
  { sv: "Tisdag", en: "Tuesday" },
  { sv: "Onsdag", en: "Wednesday" },
  { sv: "Torsdag", en: "Thursday" },
  { sv: "Fredag", en: "Friday" },
  { sv: "Lördag", en: "Saturday" },
  { sv: "Söndag", en: "Sunday" },
] as const;

/** «Tre har hört av sig om samma sträcka». */
export function sayHowMany(count: number, lang: Lang): string {
  if (count === 1) return say(words.one, lang);
  const word = numberWord(count, lang);
  return say(words.several, lang, { count: word.charAt(0).toUpperCase() + word.slice(1) });
}

/** «Svara alla tre». */
export function sayAnswerAll(count: number, lang: Lang): string {
  if (count === 1) return say(words.answerOne, lang);
  return count === 2 ? say(words.answerBoth, lang) : say(words.answerAll, lang, { count: numberWord(count, lang) });
}
