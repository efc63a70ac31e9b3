import type { TIME_SOURCES } from "./next-time.ts";
import type { Words } from "../ground/words.ts";
import { refusals as consultationRefusals } from "./consultation/words.ts";
import { refusals as amendmentRefusals } from "./amendments/words.ts";
import type { MODALITIES } from "./document.ts";
import { refusals as draftingRefusals } from "./drafting/words.ts";
import type { Closing, State, Why } from "./lifecycle.ts";
import { refusals as mandateRefusals } from "./mandates/words.ts";
import { refusals as ownerRefusals } from "./owners/words.ts";
import { refusals as paperRefusals } from "./paper/words.ts";
import { refusals as phaseRefusals } from "./phases/words.ts";
import { refusals as publicationRefusals } from "./publication/words.ts";
import { refusals as renderingRefusals } from "./renderings/words.ts";
import { refusals as renewalRefusals } from "./renewal/words.ts";
import type { Rule } from "./rules.ts";
import { refusals as specificationRefusals } from "./specification/words.ts";
import { takeBackRefusals } from "./take-back-words.ts";
import type { Per } from "./target.ts";

export const refusals = {
  ...mandateRefusals,
  ...phaseRefusals,
  ...ownerRefusals,
  ...consultationRefusals,
  ...specificationRefusals,
  ...renderingRefusals,
  ...takeBackRefusals,
  "already-signed-cannot-change": {
    sv: "Löftet är låst för ändringar. Det som är föreslaget eller undertecknat ändras inte; det krävs ett nytt dokument.",
    en: "The promise is locked. What is proposed or signed is not changed; a new document is needed.",
  },
  "writing-is-over": {
    sv: "Sista dagen att skriva var {day}. Texten är låst. Flytta dagen, med ett skäl, för att skriva mer.",
    en: "The last day of writing was {day}. The text is locked. Move the day, with a reason, to write more.",
  },
  "changed-meanwhile": {
    sv: "Någon annan har sparat en nyare version (nr {revision}) medan du skrev. Det du skrivit ligger kvar här. Läs den nya och välj.",
    en: "Somebody else saved a newer version (no. {revision}) while you wrote. What you wrote is still here. Read the new one and choose.",
  },
  "comments-go-on": {
    sv: "Utkastet är öppet för synpunkter, eller så väntar de på svar. Stäng synpunkterna först.",
    en: "The draft is open for comments, or they wait for answers. Close the comments first.",
  },
  "nothing-promised": {
    sv: "Löftet har ingen aktivitet än. Skriv minst en sak ni ska göra.",
    en: "The promise holds no activity yet. Write at least one thing you will do.",
  },
  "period-missing": {
    sv: "Löftet saknar första eller sista dag. Skriv datum, så att det går att följa upp.",
    en: "The promise lacks its first or last day. Write dates, so that it can be followed up.",
  },
  "unmet-without-reason": {
    sv: "{count} {count|anmärkning är varken löst|anmärkningar är varken lösta} eller har ett skäl. Lös, eller skriv «Behåll, skriv skäl» vid var och en. Skälen publiceras med löftet.",
    en: "{count} {count|remark is|remarks are} neither solved nor {count|has|have} a reason. Solve, or write a reason at each. The reasons are published with the promise.",
  },
  "no-promise-in-text": {
    sv: "Det finns inget i texten som läses som ett löfte. Skriv «Vi lovar …» före det ni lovar, med aktiviteterna som punkter under, och försök igen.",
    en: "Nothing in the text is read as a promise. Write “Vi lovar …” before what you promise, with the activities as points under it, and try again.",
  },
  "already-proposed": {
    sv: "Löftet är redan föreslaget för underskrift.",
    en: "The promise has already been proposed for signing.",
  },
  "not-proposed": {
    sv: "Löftet är inte klart att skriva under. Det ska först föreslås.",
    en: "The promise is not ready to be signed. It must be proposed first.",
  },
  "party-has-signed": {
    sv: "Din organisation har redan skrivit under. Den andra återstår.",
    en: "Your organisation has already signed. The other remains.",
  },
  "one-person-both-parties": {
    sv: "Du har redan skrivit under det här löftet, eller intygat ett papper på det. Den andra partens underskrift behöver någon annans nyckel.",
    en: "You have already signed this promise, or vouched for a paper of it. The other party’s signature takes somebody else’s key.",
  },
  "no-mandate": {
    sv: "Det finns inget registrerat uppdrag att skriva under för dig. Be samordnaren registrera beslutet.",
    en: "No mandate to sign is recorded for you. Ask the coordinator to record the decision.",
  },
  "mandate-over": {
    sv: "Ditt uppdrag gällde till {day}. Be samordnaren registrera det nya beslutet.",
    en: "Your mandate ended on {day}. Ask the coordinator to record the new decision.",
  },
  "mandate-not-begun": {
    sv: "Ditt uppdrag gäller från {day}. Skriv under då, eller be samordnaren registrera beslutet.",
    en: "Your mandate begins on {day}. Sign then, or ask the coordinator to record the decision.",
  },
  "other-text": {
    sv: "Texten ändrades sedan du läste. Läs det nya innan du skriver under.",
    en: "The text has changed since you read it. Read the new one before you sign.",
  },
  "not-a-party": {
    sv: "Underskriften hör inte till en av parterna.",
    en: "The signature belongs to none of the parties.",
  },
  "key-not-accepted": {
    sv: "Svaret godtogs inte: det var inte din nyckel, eller så frågade enheten inte efter ditt fingeravtryck eller din kod. Texten är oförändrad.",
    en: "The answer was not accepted: it was not your passkey, or the device did not ask for your fingerprint or code. The text is unchanged.",
  },
  "question-expired": {
    sv: "Det gick för lång tid, eller så är svaret redan använt. Texten är oförändrad. Försök igen.",
    en: "It took too long, or the answer has been used already. The text is unchanged. Try again.",
  },
  ...amendmentRefusals,
  "slug-taken": {
    sv: "Det finns redan ett löfte för den perioden.",
    en: "There is already a promise for that period.",
  },
  "open-item-lost": {
    sv: "{number} ur förra löftet skulle gå vidare men finns inte i utkastet. Lägg tillbaka det, eller ge ett nytt besked under «Förbered nästa».",
    en: "{number} of the former promise was to go on but is not in the draft. Put it back, or decide anew under “Prepare the next”.",
  },
  ...renewalRefusals,
  ...publicationRefusals,
  ...paperRefusals,
  ...draftingRefusals,
} satisfies Words<Exclude<Why, "not-yours">>;

export const states = {
  draft: { sv: "Utkast", en: "Draft" },
  proposed: { sv: "Klart att skriva under", en: "Ready to sign" },
  "half-signed": { sv: "En underskrift saknas", en: "One signature missing" },
  signed: { sv: "Undertecknat", en: "Signed" },
  published: { sv: "Gäller", en: "In force" },
  closed: { sv: "Avslutat", en: "Closed" },
} satisfies Words<State>;

/** What the time of the next promise is reckoned from. */
export const proposedAfter = {
  former: {
    sv: "direkt efter det förra löftet och lika länge",
    en: "right after the former promise and as long",
  },
  round: { sv: "två år från nyår efter omgången", en: "two years from the new year after the round" },
  "situation-report": {
    sv: "två år från nyår efter lägesbilden",
    en: "two years from the new year after the situation report",
  },
} satisfies Words<(typeof TIME_SOURCES)[number]>;

export const closings = {
  expired: { sv: "Löpte ut", en: "Expired" },
  "expired-without-follow-up": { sv: "Utgånget utan uppföljning", en: "Expired without follow-up" },
  succeeded: { sv: "Ersatt av nästa löfte", en: "Succeeded by the next promise" },
  withdrawn: { sv: "Återkallat", en: "Withdrawn" },
} satisfies Words<Closing>;

export const rules = {
  "no-problem": { sv: "Inte knutet till något problem i lägesbilden.", en: "Not tied to any problem in the picture." },
  "no-cause": {
    sv: "Inte knutet till någon orsak i en orsaksanalys.",
    en: "Not tied to any cause in a cause analysis.",
  },
  "no-owner": { sv: "Ingen ansvarig enhet.", en: "No accountable unit." },
  "cannot-fail": {
    sv: "«{said}» kan inte misslyckas. Skriv vad ni gör, hur ofta och var.",
    en: "“{said}” cannot fail. Write what you do, how often and where.",
  },
  "no-activity": { sv: "Ingen aktivitet.", en: "No activity." },
  "no-number": {
    sv: "Inget antal, och inget skäl till att det inte går att räkna.",
    en: "No number, and no reason why it cannot be counted.",
  },
  "no-place": { sv: "Ingen plats, inte ens «hela kommunen».", en: "No place, not even “the whole municipality”." },
  "no-date": { sv: "Ingen dag, och inte hur ofta.", en: "No date, and not how often." },
  "no-baseline": { sv: "Inget utgångsläge att jämföra med.", en: "No baseline to compare with." },
  "no-effect": { sv: "Det står inte vad det ska leda till.", en: "It does not say what should come of it." },
  "no-horizon": {
    sv: "Det står inte om effekten väntas på kort eller lång sikt.",
    en: "It does not say whether the effect is expected soon or in the long run.",
  },
  "change-out-of-sight": {
    sv: "Förändringen ni siktar på är mindre än den som syns i siffrorna, eller kan inte avgöras.",
    en: "The change you aim at is smaller than the one that is seen in the figures, or cannot be told.",
  },
  "no-follow-up": {
    sv: "Det står inte när och hur det följs upp.",
    en: "It does not say when and how it is followed up.",
  },
  "long-sentence": {
    sv: "En mening har {said} ord. Dela den.",
    en: "A sentence has {said} words. Split it.",
  },
  officialese: {
    sv: "«{said}» är kanslispråk. Skriv som ni säger det.",
    en: "“{said}” is officialese. Write it as you would say it.",
  },
  "plain-old": {
    sv: "Löftet har ändrats sedan klarspråkstexten skrevs. Läs den igen.",
    en: "The promise has changed since the plain text was written. Read it again.",
  },
  "plain-long": {
    sv: "En mening i klarspråkstexten har {said} ord. Dela den.",
    en: "A sentence of the plain text has {said} words. Split it.",
  },
  "easy-old": {
    sv: "Löftet har ändrats sedan den lättlästa texten skrevs. Läs den igen.",
    en: "The promise has changed since the easy text was written. Read it again.",
  },
  "easy-long": {
    sv: "En mening i den lättlästa texten har {said} ord. Dela den.",
    en: "A sentence of the easy text has {said} words. Split it.",
  },
  "no-equality": {
    sv: "Det står inte om det är olika för kvinnor och män, unga och gamla.",
    en: "It does not say whether it differs for women and men, young and old.",
  },
  "owner-not-accepted": { sv: "{said} har inte tackat ja.", en: "{said} has not accepted." },
  "a-duty-already": {
    sv: "«{said}» är något ni ska göra ändå. Skriv vad som är nytt.",
    en: "“{said}” is to be done anyway. Write what is new.",
  },
  "gives-control-away": {
    sv: "Tiden för en kontroll röjs. Skriv hur ofta, inte när.",
    en: "It gives away when a check takes place. Write how often, not when.",
  },
  "names-a-person": {
    sv: "«{said}» pekar ut någon. Löftet läses av alla.",
    en: "“{said}” points somebody out. Everybody reads the promise.",
  },
  "few-people": {
    sv: "«{said}»: så få att grannar kan veta vilka.",
    en: "“{said}”: so few that neighbours may know who.",
  },
} satisfies Words<Rule>;

export const pers = {
  total: { sv: "sammanlagt", en: "in all" },
  day: { sv: "per dag", en: "a day" },
  week: { sv: "per vecka", en: "a week" },
  month: { sv: "per månad", en: "a month" },
  quarter: { sv: "per kvartal", en: "a quarter" },
  term: { sv: "per termin", en: "a term" },
  year: { sv: "per år", en: "a year" },
} satisfies Words<Per>;

export const comparators = {
  "at-least": { sv: "minst", en: "at least" },
  exactly: { sv: "", en: "" },
  "at-most": { sv: "högst", en: "at most" },
} satisfies Words<"at-least" | "exactly" | "at-most">;

export const modalities = {
  "do-count": { sv: "ett visst antal gånger", en: "a number of times" },
  "do-recurring": { sv: "återkommande", en: "again and again" },
  "do-once": { sv: "en gång", en: "once" },
  start: { sv: "börja med något nytt", en: "begin something new" },
  maintain: { sv: "hålla i gång", en: "keep going" },
  "on-demand": { sv: "när någon ber om det", en: "when somebody asks" },
  "analyse-then-decide": { sv: "undersöka först, sedan bestämma", en: "look into it first, then decide" },
  intent: { sv: "bara en avsikt", en: "an intention only" },
} satisfies Words<(typeof MODALITIES)[number]>;

export const horizons = {
  short: { sv: "på kort sikt, inom ett år", en: "soon, within a year" },
  long: { sv: "på lång sikt", en: "in the long run" },
} satisfies Words<"short" | "long">;

export const wantedWays = {
  down: { sv: "Det ska minska", en: "It is to fall" },
  up: { sv: "Det ska öka", en: "It is to rise" },
} satisfies Words<"down" | "up">;

export const parties = {
  municipality: { sv: "Kommunen", en: "The municipality" },
  police: { sv: "Polisen", en: "The police" },
} satisfies Words<"municipality" | "police">;

export const words = {
  heading: { sv: "Löften", en: "Promises" },
  lead: {
    sv: "Varje löfte följer på det förra. Det som är undertecknat står kvar ord för ord; en ändring är ett eget dokument.",
    en: "Each promise follows the one before. What is signed stands word for word; a change is a document of its own.",
  },
  document: { sv: "Dokument", en: "Document" },
  period: { sv: "Period", en: "Period" },
  state: { sv: "Läge", en: "State" },
  pledges: { sv: "Löften", en: "Promises" },
  pledge: { sv: "Löfte {number}", en: "Promise {number}" },
  activity: { sv: "Aktivitet {number}", en: "Activity {number}" },
  noDocuments: { sv: "Inget löfte är skrivet än", en: "No promise has been written yet" },
  noDocumentsText: {
    sv: "Börja från ett valt problem, eller skriv rakt av.",
    en: "Start from a chosen problem, or write straight away.",
  },
  startFrom: { sv: "Börja från", en: "Begin from" },
  fromNothing: { sv: "Tomt", en: "Nothing" },
  fromText: { sv: "Klistra in text", en: "A pasted text" },
  pasted: { sv: "Texten", en: "The text" },
  pastedGuide: {
    sv: "Från er webbplats, polisens sida eller ett pressmeddelande. Stycken med «lovar» blir löften, punkterna under blir aktiviteter.",
    en: "From your site, the police's page or a press text. Paragraphs that promise (“lovar”) become promises, the points under them activities.",
  },
  pastedRead: {
    sv: "{pledges} {pledges|löfte|löften} och {activities} {activities|aktivitet|aktiviteter}",
    en: "{pledges} {pledges|promise|promises} and {activities} {activities|activity|activities}",
  },
  pastedLeft: {
    sv: "{count} {count|stycke|stycken} läses inte som löfte och följer inte med",
    en: "{count} {count|paragraph is not read as a promise and does|paragraphs are not read as promises and do} not come along",
  },
  startNew: { sv: "Börja ett nytt löfte", en: "Begin a new promise" },
  timeProposed: {
    sv: "Föreslagen tid: {period}, {why}. Skriv en annan period om ni vill; dagarna ändras i utkastet.",
    en: "Proposed time: {period}, {why}. Write another period if you wish; the days are changed in the draft.",
  },
  slug: { sv: "Period, t.ex. 2028-2030", en: "Period, e.g. 2028-2030" },
  remarks: { sv: "Anmärkningar", en: "Remarks" },
  answered: { sv: "{count} av {of} frågor besvarade", en: "{count} of {of} questions answered" },
  answeredExcept: {
    sv: "{count} av {of} frågor besvarade, {excepted} med skäl",
    en: "{count} of {of} questions answered, {excepted} with a reason",
  },
  stopsAndAdvice: { sv: "{stops} stoppar, {advice} råd", en: "{stops} stop, {advice} advise" },
  stopsLead: {
    sv: "Det som stoppar löses, eller får ett skäl som publiceras med löftet. Råden får ni följa eller lämna.",
    en: "What stops is solved, or is given a reason that is published with the promise. Advice you may follow or leave.",
  },
  stop: { sv: "Stoppar underskrift", en: "Stops the signature" },
  advise: { sv: "Råd", en: "Advice" },
  keepWithReason: { sv: "Behåll, skriv skäl", en: "Keep, write a reason" },
  reason: { sv: "Skälet, så som alla får läsa det", en: "The reason, as everybody will read it" },
  reasonGuide: {
    sv: "Till exempel: «Antalet bestäms när skolorna lagt sina scheman i augusti.»",
    en: "For example: “The number is decided when the schools have made their timetables in August.”",
  },
  reasonEverywhere: {
    sv: "Samma skäl på alla {count} ställen i löftet",
    en: "The same reason at all {count} places in the promise",
  },
  keepReason: { sv: "Behåll med skälet", en: "Keep with this reason" },
  dropReason: { sv: "Ta bort skälet", en: "Take the reason away" },
  cancel: { sv: "Avbryt", en: "Cancel" },
  withReasons: { sv: "Lämnat med skäl", en: "Left with a reason" },
  withReasonsLead: {
    sv: "Det här möter löftet inte. Parterna har skrivit varför.",
    en: "This the promise does not meet. The parties have written why.",
  },
  betterExample: { sv: "Visa ett bättre exempel", en: "Show a better example" },
  goToField: { sv: "Gå till fältet", en: "Go to the field" },
  noRemarks: { sv: "Inga anmärkningar", en: "No remarks" },
  whole: { sv: "Hela löftet", en: "The whole promise" },
  pledgeText: { sv: "Vad ni lovar", en: "What you promise" },
  activityText: { sv: "Vad ni gör", en: "What you do" },
  who: { sv: "Ansvarig enhet", en: "Accountable unit" },
  whoseUnit: { sv: "Vems enhet", en: "Whose unit" },
  howMuch: { sv: "Hur många", en: "How many" },
  unit: { sv: "Av vad, t.ex. hastighetskontroller", en: "Of what, e.g. speed checks" },
  howOften: { sv: "Hur ofta", en: "How often" },
  where: { sv: "Var", en: "Where" },
  notCountable: { sv: "Går inte att räkna, därför att", en: "Cannot be counted, because" },
  review: { sv: "Hur och när det följs upp", en: "How and when it is followed up" },
  dayUnknown: { sv: "dagen är inte publicerad", en: "the day is not published" },
  otherText: { sv: "Annan text", en: "Another text" },
  noted: { sv: "Anmärkning i löftet", en: "Note in the promise" },
  sources: { sv: "Källor", en: "Sources" },
  moreOfDocument: { sv: "Underlag, överenskommelse och återkoppling", en: "Basis, agreement and feedback" },
  moreOfPledge: { sv: "Orsaker och väntad effekt", en: "Causes and expected effect" },
  moreOfActivity: { sv: "När, utgångsläge, vilka som hjälper till", en: "When, baseline, who helps" },
  oneALine: { sv: "En per rad.", en: "One a line." },
  preamble: { sv: "Inledning", en: "Preamble" },
  basis: { sv: "Löftet bygger på", en: "The promise rests on" },
  agreement: { sv: "Samverkansöverenskommelse", en: "Cooperation agreement" },
  situationReport: { sv: "Lägesbild", en: "Situation report" },
  feedback: { sv: "När invånarna får veta", en: "When residents are told" },
  equality: { sv: "Vem det är olika för", en: "For whom it differs" },
  theme: { sv: "Ämne", en: "Theme" },
  targetGroup: { sv: "För vilka", en: "For whom" },
  causes: { sv: "Orsaker ni tar tag i", en: "Causes you act on" },
  fromAnalysis: {
    sv: "Ur orsaksanalysen: {count} {count|orsak eller åtgärd|orsaker och åtgärder}",
    en: "From the analysis of causes: {count} {count|cause or measure|causes and measures}",
  },
  allFromAnalysis: { sv: "Ur orsaksanalysen: allt är med", en: "From the analysis of causes: all is included" },
  causeTied: { sv: "är med", en: "is included" },
  untieCause: { sv: "Ta bort", en: "Leave out" },
  untieCauseNamed: { sv: "Ta bort orsaken «{text}»", en: "Leave out the cause “{text}”" },
  addCause: { sv: "Ta med orsaken", en: "Include the cause" },
  addCauseNamed: { sv: "Ta med orsaken «{text}»", en: "Include the cause “{text}”" },
  makeActivity: { sv: "Gör till aktivitet", en: "Turn into an activity" },
  makeActivityNamed: { sv: "Gör «{text}» till aktivitet", en: "Turn “{text}” into an activity" },
  effect: { sv: "Vad det ska leda till", en: "What should come of it" },
  horizon: { sv: "När det kan märkas", en: "When it can be noticed" },
  seen: { sv: "Syns det? Minsta förändring som går att se", en: "Is it seen? The smallest change that can be told" },
  seenLead: {
    sv: "Välj vad förändringen ska synas i. Bara det båda parter ser räknas, och svaret skrivs in i löftet.",
    en: "Choose what the change is to be seen in. Only what both parties see is counted, and the answer goes into the promise.",
  },
  seenIn: { sv: "Vad förändringen ska synas i", en: "What the change is to be seen in" },
  chooseMeasure: { sv: "Välj", en: "Choose" },
  eventsInPicture: { sv: "Händelser i lägesbilden", en: "Events in the picture" },
  speedOn: { sv: "Hastighet: {name}", en: "Speed: {name}" },
  statisticOf: { sv: "Statistik: {name}, {area}", en: "Statistics: {name}, {area}" },
  kindOfEvent: { sv: "Slag", en: "Kind" },
  everyKind: { sv: "Alla slag", en: "Every kind" },
  placeOfEvents: { sv: "Plats", en: "Place" },
  wholeMunicipality: { sv: "Hela kommunen", en: "The whole municipality" },
  timeBeforeFrom: { sv: "Före, första dag", en: "Before, first day" },
  timeBeforeTo: { sv: "Före, sista dag", en: "Before, last day" },
  monthsAfter: { sv: "Månader som räknas efteråt", en: "Months counted afterwards" },
  compareWith: { sv: "Jämför med", en: "Compare with" },
  nothingBeside: { sv: "Inget", en: "Nothing" },
  howManyAnswered: {
    sv: "Hur många som svarade, om serien inte säger det",
    en: "How many answered, where the series does not say",
  },
  wantedWay: { sv: "Vad ni vill", en: "What you want" },
  reckon: { sv: "Räkna ut", en: "Work it out" },
  chanceHead: { sv: "Syns i så många fall av tio", en: "Seen so many times of ten" },
  valueHead: { sv: "Efteråt, {unit}", en: "Afterwards, {unit}" },
  chanceSentence: {
    sv: "Så många gånger av tio syns det, beroende på vad det blir efteråt ({unit}).",
    en: "So many times of ten it is seen, by what it comes to afterwards ({unit}).",
  },
  putInPromise: { sv: "Lägg i löftet", en: "Put it in the promise" },
  effectFirst: { sv: "Skriv först vad det ska leda till.", en: "Write first what should come of it." },
  standsInPromise: {
    sv: "Det står i löftet. Spara utkastet när ni är klara.",
    en: "It stands in the promise. Save the draft when you are done.",
  },
  goal: { sv: "Ert mål, {unit}", en: "Your goal, {unit}" },
  goalIs: { sv: "Målet är {goal} {unit}.", en: "The goal is {goal} {unit}." },
  takeOut: { sv: "Ta bort ur löftet", en: "Take it out of the promise" },
  modality: { sv: "På vilket sätt", en: "In what way" },
  deadline: { sv: "Senast", en: "At the latest" },
  season: { sv: "Årstid eller termin", en: "Season or term" },
  condition: { sv: "Bara om", en: "Only if" },
  baseline: { sv: "Utgångsläge, antal", en: "Baseline, number" },
  baselineSource: { sv: "Varifrån ni vet utgångsläget", en: "How you know the baseline" },
  supporting: { sv: "Vilka som hjälper till", en: "Who helps" },
  placesBy: {
    sv: "Hur platserna väljs, om de inte är bestämda",
    en: "How the places are chosen, where they are not fixed",
  },
  forEach: { sv: "för varje {name}", en: "for each {name}" },
  forEachOf: { sv: "för varje {name} ({count})", en: "for each {name} ({count})" },
  beyondOrdinary: { sv: "Vad som är nytt jämfört med det ni ändå gör", en: "What is new beside what you do anyway" },
  unitUnknown: { sv: "antal", en: "number" },
  firstDay: { sv: "Första dag", en: "First day" },
  lastDay: { sv: "Sista dag", en: "Last day" },
  title: { sv: "Rubrik", en: "Title" },
  addPledge: { sv: "Lägg till ett löfte", en: "Add a promise" },
  addActivity: { sv: "Lägg till en aktivitet", en: "Add an activity" },
  remove: { sv: "Ta bort", en: "Remove" },
  save: { sv: "Spara utkastet", en: "Save the draft" },
  saved: { sv: "Sparat", en: "Saved" },
  saveFirst: {
    sv: "Spara utkastet först. Annars blir det den förra versionen som skrivs under.",
    en: "Save the draft first. Otherwise it is the former version that is signed.",
  },
  propose: { sv: "Klart att skriva under", en: "Ready to sign" },
  goSign: { sv: "Till underskrift", en: "Go to signing" },
  askPublish: { sv: "Klart för publicering", en: "Ready to publish" },
  toPublish: { sv: "Förhandsgranska och publicera", en: "Preview and publish" },
  secondKey: { sv: "Andra nyckeln behövs", en: "The second key is needed" },
  secondKeyText: {
    sv: "En från varje organisation behövs. Den andra är inte här än.",
    en: "One from each organisation is needed. The other is not here yet.",
  },
  seePublic: { sv: "Se den öppna sidan", en: "See the public page" },
  signatures: { sv: "Underskrifter", en: "Signatures" },
  signedByKey: { sv: "med nyckel", en: "with a passkey" },
  signedOnPaper: { sv: "på papper (svagare)", en: "on paper (weaker)" },
  missing: { sv: "saknas", en: "missing" },
  hash: { sv: "Textens kontrollsumma", en: "The text’s checksum" },
  evidence: { sv: "Bygger på", en: "Rests on" },
  restsOn: { sv: "Bygger på {count} problem", en: "Rests on {count} {count|problem|problems}" },
  previous: { sv: "Förra löftet", en: "The former promise" },
  isSigned: { sv: "Löftet är underskrivet", en: "The promise is signed" },
  toBeSigned: { sv: "Texten som skrivs under", en: "The text to be signed" },
  signHeading: { sv: "Din tur att skriva under", en: "Your turn to sign" },
  signExactly: {
    sv: "Du skriver under exakt den här texten, för {party}.",
    en: "You sign exactly this text, for {party}.",
  },
  signMandate: {
    sv: "Du skriver under som {office}. Beslut: {decision}.",
    en: "You sign as {office}. Decision: {decision}.",
  },
  readAndMay: {
    sv: "Jag har läst och har rätt att skriva under för {party}",
    en: "I have read it and have the right to sign for {party}",
  },
  mustTick: {
    sv: "Kryssa först i att du har läst och har rätt att skriva under.",
    en: "First tick that you have read it and may sign.",
  },
  signButton: { sv: "Skriv under med nyckel", en: "Sign with passkey" },
  signedAt: { sv: "Undertecknat {clock}.", en: "Signed at {clock}." },
  remains: { sv: "{party} återstår.", en: "{party} remains." },
  bothSigned: { sv: "Båda har skrivit under.", en: "Both have signed." },
  toDocument: { sv: "Till dokumentet", en: "To the document" },
  noAnswer: {
    sv: "Inget svar just nu. Det du skrivit ligger kvar.",
    en: "No answer just now. What you wrote is still here.",
  },
  noProblem: { sv: "inget problem valt", en: "no problem chosen" },
} satisfies Words<string>;
