import type { Words } from "../../ground/words.ts";
import type { DecisionKind } from "../../follow/clocks/decision.ts";
import type { Brief, BriefKind, BriefWhy, Length, Passage } from "./brief.ts";
import type { Question } from "./law.ts";

type SaidBefore = "not-yours" | "names-a-person" | "report-counts-few" | "future-not-decided" | "reason-needed";

export const refusals = {
  "brief-is-closed": {
    sv: "Handlingen är avslutad och ändras inte. Börja en ny.",
    en: "The paper is closed and does not change. Begin a new one.",
  },
  "before-its-figures": {
    sv: "Siffrorna är tagna senare än så. Den dag handlingen behandlades kan inte ligga före den dag siffrorna togs.",
    en: "The figures were taken later than that. The day the paper was dealt with cannot be before the day its figures were taken.",
  },
  "brief-says-how": {
    sv: "Skriv hur den behandlades: KF § 14, inskickad till Brå.",
    en: "Say how it was dealt with: Council § 14, sent to Brå.",
  },
} satisfies Words<Exclude<BriefWhy, SaidBefore>>;

export const kinds = {
  council: { sv: "Rapport till fullmäktige", en: "Report to the council" },
  survey: { sv: "Svar till Brå", en: "Answers to Brå" },
  grant: { sv: "Underlag för bidrag", en: "Material for a grant" },
} satisfies Words<BriefKind>;

export const kindGuides = {
  council: {
    sv: "Vad som lovats, gjorts och bedömts, med förslag till beslut.",
    en: "What was promised, done and judged, with a proposed decision.",
  },
  survey: {
    sv: "Brås årliga frågor om lag 2023:196, besvarade med det som finns.",
    en: "Brå’s yearly questions on law 2023:196, answered with what there is.",
  },
  grant: {
    sv: "Problem, läge, åtgärder, mått och parter, att föra in i en ansökan.",
    en: "Problem, situation, measures, indicators and parties, to put into an application.",
  },
} satisfies Words<BriefKind>;

export const lengths = {
  1: { sv: "1 sida: beslut, sammanfattning och en tabell", en: "1 page: decision, summary and one table" },
  2: { sv: "2 sidor: också löfte för löfte", en: "2 pages: also promise by promise" },
  8: {
    sv: "8 sidor: allt, med mått, avvikelser och vad invånarna sagt",
    en: "8 pages: everything, with indicators, deviations and what residents said",
  },
} satisfies Words<`${Length}`>;

export const states = {
  draft: { sv: "Utkast", en: "Draft" },
  settled: { sv: "Behandlad", en: "Dealt with" },
  aside: { sv: "Undanlagd", en: "Laid aside" },
} satisfies Words<Brief["state"]>;

export const passages = {
  matter: { sv: "Ärendet", en: "The matter" },
  proposal: { sv: "Förslag till beslut", en: "Proposed decision" },
  summary: { sv: "Sammanfattning", en: "Summary" },
  comment: { sv: "Kommunens kommentar", en: "The municipality’s comment" },
  "council-answer": { sv: "Svar om strategiskt råd", en: "Answer on the strategic council" },
  "leads-answer": { sv: "Svar om vem som leder arbetet", en: "Answer on who leads the work" },
  use: { sv: "Vad bidraget ska användas till", en: "What the grant is for" },
  plan: { sv: "Tidsplan", en: "Timetable" },
  costs: { sv: "Kostnader och andra bidrag", en: "Costs and other grants" },
  evaluation: { sv: "Hur det utvärderas", en: "How it is evaluated" },
} satisfies Words<Passage>;

/** What a passage says when nobody has written anything. */
export const itself = {
  matter: {
    sv: "Kommunstyrelsen, eller den nämnd som fullmäktige har utsett, leder arbetet enligt lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete och rapporterar fortlöpande till kommunfullmäktige enligt 13 §. Den här rapporten gäller {titles}, som {parties} står bakom.",
    en: "The municipal board, or the board the council has named, leads the work under the Act (2023:196) on municipalities’ responsibility for crime prevention and reports continuously to the municipal council under section 13. This report concerns {titles}, which {parties} stand behind.",
  },
  noPromise: {
    sv: "Kommunstyrelsen, eller den nämnd som fullmäktige har utsett, leder arbetet enligt lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete och rapporterar fortlöpande till kommunfullmäktige enligt 13 §. Inget medborgarlöfte gäller den dag siffrorna är tagna.",
    en: "The municipal board, or the board the council has named, leads the work under the Act (2023:196) on municipalities’ responsibility for crime prevention and reports continuously to the municipal council under section 13. No citizens’ promise is in force on the day the figures are taken.",
  },
  proposal: {
    sv: "Kommunfullmäktige lägger rapporten till handlingarna.",
    en: "The municipal council takes note of the report.",
  },
  use: {
    sv: "Saknas: skriv vad pengarna ska gå till och vad som redan är ordinarie verksamhet.",
    en: "Missing: say what the money is for and what is ordinary work already.",
  },
  plan: { sv: "Saknas: skriv när det börjar och slutar.", en: "Missing: say when it begins and ends." },
  costs: {
    sv: "Saknas: skriv kostnaderna och vilka andra bidrag som söks.",
    en: "Missing: give the costs and which other grants are applied for.",
  },
  evaluation: {
    sv: "Saknas: skriv vem som utvärderar, när och med vilka mått.",
    en: "Missing: say who evaluates, when and by which indicators.",
  },
} as const;

/** Brå's questions, in the words of the law. */
export const questions = {
  picture: {
    sv: "Finns en lägesbild över brottsligheten i kommunen?",
    en: "Is there a situation report of crime in the municipality?",
  },
  plan: {
    sv: "Har kommunen beslutat en åtgärdsplan utifrån lägesbilden?",
    en: "Has the municipality decided an action plan from the situation report?",
  },
  followed: {
    sv: "Har åtgärderna följts upp de senaste två åren?",
    en: "Have the measures been followed up in the last two years?",
  },
  measures: { sv: "Vilka åtgärder pågår?", en: "Which measures are under way?" },
  agreement: {
    sv: "Finns en skriftlig överenskommelse om samverkan med polisen?",
    en: "Is there a written agreement on cooperation with the police?",
  },
  council: {
    sv: "Finns ett strategiskt råd där parternas ledande befattningar sitter?",
    en: "Is there a strategic council with the parties’ leading offices?",
  },
  coordination: { sv: "Finns en samordningsfunktion?", en: "Is there a coordinating function?" },
  residents: {
    sv: "Hur får invånarna veta vad som görs?",
    en: "How do residents hear what is done?",
  },
  leads: {
    sv: "Vilken nämnd leder det brottsförebyggande arbetet?",
    en: "Which board leads the crime prevention work?",
  },
  reported: {
    sv: "Har arbetet rapporterats till kommunfullmäktige?",
    en: "Has the work been reported to the municipal council?",
  },
} satisfies Words<Question>;

/** The answer where something is there. */
export const found = {
  picture: {
    sv: "Ja. Beslutad av {body}, diarienummer {registryNumber}.",
    en: "Yes. Decided by {body}, registry number {registryNumber}.",
  },
  plan: {
    sv: "Ja. Beslutad av {body}, diarienummer {registryNumber}.",
    en: "Yes. Decided by {body}, registry number {registryNumber}.",
  },
  followed: {
    sv: "Medborgarlöftets åtgärder följdes upp {day}. Om det är planens åtgärder vet kommunen.",
    en: "The measures of the citizens’ promise were followed up on {day}. Whether they are the plan’s the municipality knows.",
  },
  measures: {
    sv: "{count} {count|aktivitet|aktiviteter} är lovade och följs i en logg. De står sist i den här handlingen.",
    en: "{count} {count|activity is|activities are} promised and followed in a log. They stand last in this paper.",
  },
  agreement: { sv: "Ja. {text}", en: "Yes. {text}" },
  council: { sv: "Se kommunens svar.", en: "See the municipality’s answer." },
  coordination: { sv: "Ja: {offices}.", en: "Yes: {offices}." },
  residents: {
    sv: "På en öppen sida och i det som berättas därifrån. Lovat är minst var {days}:e dag.",
    en: "On an open page and in what is told from it. What is promised is at least every {days} days.",
  },
  leads: { sv: "Se kommunens svar.", en: "See the municipality’s answer." },
  reported: { sv: "Ja. En rapport är behandlad.", en: "Yes. A report has been dealt with." },
} satisfies Words<Question>;

/** Where the answer is from. */
export const sources = {
  picture: { sv: "besluten under Lagens klockor", en: "the decisions under the law’s clocks" },
  plan: { sv: "besluten under Lagens klockor", en: "the decisions under the law’s clocks" },
  followed: { sv: "den publicerade uppföljningen", en: "the published follow-up" },
  measures: { sv: "löftet som gäller", en: "the promise in force" },
  agreement: { sv: "samarbetets uppgifter och löftets text", en: "the partnership’s facts and the promise’s text" },
  council: { sv: "kommunen", en: "the municipality" },
  coordination: { sv: "vilka befattningar som samordnar i Samsyn", en: "the offices that coordinate in Samsyn" },
  residents: { sv: "den öppna sidan", en: "the open page" },
  leads: { sv: "kommunen", en: "the municipality" },
  reported: { sv: "rapporterna till fullmäktige i Samsyn", en: "the reports to the council in Samsyn" },
} satisfies Words<Question>;

/** The answer where what was there is over. */
export const overdue = {
  followed: {
    sv: "Nej. Medborgarlöftets åtgärder följdes senast upp {day}. Gör en ny uppföljning.",
    en: "No. The measures of the citizens’ promise were last followed up on {day}. Make a new follow-up.",
  },
  agreement: {
    sv: "Nej. Den som finns gällde till {day}. Ta upp den på nytt.",
    en: "No. The one there is was in force until {day}. Take it up anew.",
  },
} satisfies Words<"followed" | "agreement">;

/** What to do where nothing is there. */
export const missing = {
  picture: {
    sv: "Saknas: ingen beslutad lägesbild är inskriven. Skriv in beslutet under Klockor, eller ta upp lägesbilden för beslut.",
    en: "Missing: no decided situation report is noted. Note the decision under Clocks, or have the situation report decided.",
  },
  plan: {
    sv: "Saknas: inget beslut om åtgärdsplan är inskrivet. Skriv in det under Klockor.",
    en: "Missing: no decision on an action plan is noted. Note it under Clocks.",
  },
  followed: {
    sv: "Saknas: ingen uppföljning är publicerad. Börja en under Följa upp.",
    en: "Missing: no follow-up is published. Begin one under Follow up.",
  },
  measures: {
    sv: "Saknas: inget löfte gäller. Skriv ett under Lova, eller svara med planens åtgärder.",
    en: "Missing: no promise is in force. Write one under Promise, or answer with the plan’s measures.",
  },
  agreement: {
    sv: "Saknas: inget löfte som gäller nämner någon överenskommelse. Skriv den i löftets text om samverkan.",
    en: "Missing: no promise in force names an agreement. Write it in the promise’s text on cooperation.",
  },
  council: {
    sv: "Saknas: vilka som sitter i rådet finns inte i Samsyn. Skriv kommunens svar.",
    en: "Missing: who sits in the council is not in Samsyn. Write the municipality’s answer.",
  },
  coordination: {
    sv: "Saknas: ingen samordnar kommunens arbete i Samsyn. Bjud in den som gör det.",
    en: "Missing: nobody coordinates the municipality’s work in Samsyn. Invite whoever does.",
  },
  residents: {
    sv: "Saknas: inget är berättat för invånarna. Publicera ett löfte eller ett svar.",
    en: "Missing: nothing has been told to residents. Publish a promise or an answer.",
  },
  leads: {
    sv: "Saknas: vilken nämnd som leder finns inte i Samsyn. Skriv kommunens svar.",
    en: "Missing: which board leads is not in Samsyn. Write the municipality’s answer.",
  },
  reported: {
    sv: "Saknas: ingen rapport till fullmäktige är behandlad. Gör en under Handlingar och skriv in när den behandlats.",
    en: "Missing: no report to the council has been dealt with. Make one under Papers and note when it was.",
  },
} satisfies Words<Question>;

export const clocks = {
  "situation-report": { sv: "Lägesbilden uppdaterad", en: "The situation report updated" },
  "action-plan": { sv: "Åtgärdsplanen följd upp", en: "The action plan followed up" },
} satisfies Words<DecisionKind>;

export const words = {
  // On the screens.
  heading: { sv: "Handlingar", en: "Papers" },
  lead: {
    sv: "De skriver sig själva av det som är loggat och berättat. Siffrorna fryses med dagens datum och är de som står på den öppna sidan; ni skriver det som står runt dem.",
    en: "They write themselves of what is logged and told. The figures are frozen with today’s date and are those of the open page; you write what stands around them.",
  },
  start: { sv: "Börja en handling", en: "Begin a paper" },
  kind: { sv: "Vad behövs?", en: "What is needed?" },
  length: { sv: "Hur lång?", en: "How long?" },
  begin: { sv: "Frys siffrorna och börja", en: "Freeze the figures and begin" },
  none: { sv: "Ingen handling är gjord än", en: "No paper has been made yet" },
  noneText: { sv: "Den första är klar att läsa på några sekunder.", en: "The first can be read in a few seconds." },
  noneTextReader: {
    sv: "Kommunens samordnare börjar dem.",
    en: "The municipality’s coordinator begins them.",
  },
  all: { sv: "Gjorda handlingar", en: "Papers made" },
  name: { sv: "Handling", en: "Paper" },
  figuresOf: { sv: "Siffrorna är från", en: "Figures of" },
  state: { sv: "Läge", en: "State" },
  registryNumber: { sv: "Diarienummer", en: "Registry number" },
  toAll: { sv: "Alla handlingar", en: "All papers" },
  docx: { sv: "Ladda ner DOCX", en: "Download DOCX" },
  pdf: { sv: "Ladda ner PDF", en: "Download PDF" },
  write: { sv: "Skriv runt siffrorna", en: "Write around the figures" },
  writeText: {
    sv: "Det som är tomt skriver sig självt. Skriv inga siffror här: de står i tabellerna, så som alla får läsa dem.",
    en: "What is empty writes itself. Write no figures here: they stand in the tables, as everybody may read them.",
  },
  startFrom: { sv: "Utgå från texten", en: "Start from the text" },
  save: { sv: "Spara", en: "Save" },
  saved: { sv: "Sparat", en: "Saved" },
  retake: { sv: "Ta siffrorna på nytt", en: "Take the figures anew" },
  retaken: {
    sv: "Siffrorna är tagna på nytt. Det ni skrivit står kvar.",
    en: "The figures are taken anew. What you wrote stands.",
  },
  settle: { sv: "Den är behandlad", en: "It has been dealt with" },
  settleText: {
    sv: "När fullmäktige har tagit upp den eller den är inskickad. Efter det ändras den inte.",
    en: "When the council has taken it up or it has been sent. After that it does not change.",
  },
  settledOn: { sv: "Vilken dag", en: "Which day" },
  settledAs: { sv: "Hur, t.ex. KF § 14", en: "How, e.g. Council § 14" },
  settledAt: { sv: "Behandlad {day}: {as}", en: "Dealt with {day}: {as}" },
  aside: { sv: "Lägg undan", en: "Lay aside" },
  asideText: {
    sv: "Den leder inte vidare, och står kvar med skälet.",
    en: "It leads nowhere, and stays with the reason.",
  },
  reason: { sv: "Varför", en: "Why" },
  reading: { sv: "Så läses den", en: "As it reads" },

  // In the papers.
  title: { sv: "{kind}, {partnership}", en: "{kind}, {partnership}" },
  number: { sv: "Diarienummer: {number}", en: "Registry number: {number}" },
  noNumber: { sv: "Diarienummer: inte satt", en: "Registry number: not set" },
  taken: {
    sv: "Siffrorna är tagna {day} och är desamma som på den öppna sidan den dagen.",
    en: "The figures were taken {day} and are those of the open page that day.",
  },
  gist: { sv: "Löftena i korthet", en: "The promises in brief" },
  gistTable: { sv: "Vad som är gjort och hur det bedöms", en: "What has been done and how it is judged" },
  noPromise: { sv: "Inget medborgarlöfte gäller.", en: "No citizens’ promise is in force." },
  inForce: { sv: "{title} gäller {period}.", en: "{title} is in force {period}." },
  judged: { sv: "Aktiviteternas bedömning: {statuses}.", en: "How the activities are judged: {statuses}." },
  notJudged: { sv: "Inte bedömd än", en: "Not judged yet" },
  decidedOn: { sv: "{what}: beslutad {day}, nästa senast {due}.", en: "{what}: decided {day}, next by {due}." },
  notDecided: { sv: "{what}: inget beslut är inskrivet.", en: "{what}: no decision is noted." },
  pledge: { sv: "Löfte {number}", en: "Promise {number}" },
  /** Where several promises are in force, each has its own first. */
  pledgeIn: { sv: "Löfte {number}, {title}", en: "Promise {number}, {title}" },
  pledgeTable: {
    sv: "{name}: lovat, gjort, ledde till och bedömning",
    en: "{name}: promised, done, led to and judgement",
  },
  activity: { sv: "Aktivitet", en: "Activity" },
  promised: { sv: "Lovat", en: "Promised" },
  done: { sv: "Gjort", en: "Done" },
  ledTo: { sv: "Ledde till", en: "Led to" },
  judgement: { sv: "Bedömning", en: "Judgement" },
  fromReport: {
    sv: "Gjort, ledde till och bedömning är ur uppföljningen {period}, som båda parterna har skrivit under.",
    en: "Done, led to and judgement are out of the follow-up of {period}, which both parties have signed.",
  },
  fromLog: {
    sv: "Gjort är ur loggen {day}. Ingen uppföljning som båda skrivit under säger något om de här aktiviteterna än.",
    en: "Done is out of the log {day}. No follow-up that both have signed says anything of these activities yet.",
  },
  sinceLog: { sv: "Hela löftestiden, {day}: {done}", en: "The whole time of the promise, {day}: {done}" },
  fromBoth: {
    sv: "Det som står i uppföljningen {period}, som båda parterna har skrivit under, är därifrån. Annat är ur loggen {day}.",
    en: "What stands in the follow-up of {period}, which both parties have signed, is from there. The rest is out of the log {day}.",
  },
  judgedIn: { sv: "{status} ({name})", en: "{status} ({name})" },
  missed: { sv: "Det som inte blev av", en: "What did not happen" },
  measured: { sv: "Mått", en: "Indicators" },
  measuredTable: {
    sv: "{name}: mått, bedömning och avläsningar",
    en: "{name}: indicators, verdicts and readings",
  },
  measure: { sv: "Mått", en: "Indicator" },
  verdict: { sv: "Vad siffrorna säger", en: "What the figures say" },
  readings: { sv: "Avläsningar", en: "Readings" },
  baselineOf: { sv: "{reading}, utgångsläge", en: "{reading}, baseline" },
  law: { sv: "Lagens klockor", en: "The law’s clocks" },
  lawTable: {
    sv: "Vad lag 2023:196, 4–6 §§, kräver minst vartannat år",
    en: "What law 2023:196, sections 4 to 6, asks at least every second year",
  },
  what: { sv: "Vad", en: "What" },
  decided: { sv: "Senast", en: "Last" },
  nextBy: { sv: "Nästa senast", en: "Next by" },
  late: { sv: "{due}, försenad", en: "{due}, late" },
  decidedBy: { sv: "{day}, {body}, dnr {number}", en: "{day}, {body}, no. {number}" },
  noDecision: { sv: "Inget beslut är inskrivet", en: "No decision is noted" },
  residents: { sv: "Vad invånarna sagt", en: "What residents said" },
  youSaid: { sv: "Du sa – vi gjorde: {answers}.", en: "You said – we did: {answers}." },
  chosen: {
    sv: "{count} problem har blivit något vi gör",
    en: "{count} {count|problem has|problems have} become something we do",
  },
  merged: { sv: "{count} har gått ihop med ett annat", en: "{count} joined with another" },
  declined: { sv: "{count} har fått nej med skäl", en: "{count} got a no with reasons" },
  noneAnswered: { sv: "Inget problem har besvarats än.", en: "No problem has been answered yet." },
  waiting: {
    sv: "Det finns teman som väntar på svar. Var och en som sagt något kan följa sitt svar.",
    en: "There are themes that wait for an answer. Everybody who said something can follow theirs.",
  },
  disputed: {
    sv: "«{theme}»: ifrågasatt sedan {day}. {state}",
    en: "“{theme}”: disputed since {day}. {state}",
  },
  disputeOpen: { sv: "Svar saknas.", en: "No answer yet." },
  disputeAnswered: { sv: "Besvarat.", en: "Answered." },
  dialoguesTable: { sv: "Var invånarna har kunnat säga sitt", en: "Where residents could have their say" },
  dialogue: { sv: "Dialog", en: "Dialogue" },
  when: { sv: "När", en: "When" },
  answered: { sv: "Svar", en: "Answers" },
  texts: { sv: "Parternas egna ord", en: "The parties’ own words" },
  toldWhere: { sv: "Var det har berättats", en: "Where it has been told" },
  method: { sv: "Så är siffrorna tagna", en: "How the figures are taken" },
  methodText: {
    sv: "Varje siffra är den som står på den öppna sidan. Antal människor som är så få att någon kan kännas igen visas som «färre än 5» eller inte alls, också här. Prestation, resultat och upplevelse räknas aldrig ihop.",
    en: "Every figure is the one on the open page. Numbers of people so few that somebody could be recognised are shown as “fewer than 5” or not at all, here too. What was done, what it led to and how it feels are never added up.",
  },
  controls: {
    sv: "Det som hittas vid kontroller beror på hur många kontroller som görs. Att det ökat säger inte att det blivit vanligare.",
    en: "What is found in checks depends on how many checks are made. That there is more of it does not say that it has become more common.",
  },
  laws: { sv: "Lagrum", en: "The law" },
  law4: {
    sv: "4 §: lägesbild över brottsligheten, med kartläggning och analys",
    en: "Section 4: a situation report of crime, with mapping and analysis",
  },
  law5: { sv: "5 §: beslut om åtgärdsplan", en: "Section 5: a decision on an action plan" },
  law6: {
    sv: "6 §: uppdatering och uppföljning minst vartannat år",
    en: "Section 6: updated and followed up at least every second year",
  },
  law13: {
    sv: "13 §: kommunstyrelsen, eller den nämnd fullmäktige utsett, leder arbetet och rapporterar till kommunfullmäktige",
    en: "Section 13: the municipal board, or the board the council has named, leads the work and reports to the council",
  },
  signature: { sv: "Underskrift", en: "Signature" },
  signHere: { sv: "Namn, befattning och datum", en: "Name, office and date" },

  surveyLead: {
    sv: "{answered} av {all} frågor har ett svar här. Varje svar har sin källa och sin dag; inget är gissat.",
    en: "{answered} of {all} questions are answered here. Every answer has its source and day; nothing is guessed.",
  },
  toDo: { sv: "Det som saknas", en: "What is missing" },
  answers: { sv: "Frågor och svar", en: "Questions and answers" },
  question: { sv: "{section} § {question}", en: "Section {section}: {question}" },
  source: { sv: "Källa: {source}, {day}.", en: "Source: {source}, {day}." },
  sourceOnly: { sv: "Källa: {source}.", en: "Source: {source}." },
  untilDay: { sv: "Gäller till {day}.", en: "In force until {day}." },
  tooOld: {
    sv: "Den är äldre än två år. Ta upp den på nytt.",
    en: "It is more than two years old. Take it up anew.",
  },
  ownAnswer: { sv: "skrivet av kommunen", en: "written by the municipality" },
  measures: { sv: "Åtgärder", en: "Measures" },
  measuresTable: { sv: "Åtgärder som är lovade", en: "Measures that are promised" },
  who: { sv: "Vem", en: "Who" },
  howMuch: { sv: "Hur mycket", en: "How much" },

  problem: { sv: "Problemet", en: "The problem" },
  cause: { sv: "Orsak: {cause}", en: "Cause: {cause}" },
  expected: { sv: "Väntad effekt: {effect}", en: "Expected effect: {effect}" },
  situation: { sv: "Läget", en: "The situation" },
  situationOf: {
    sv: "Den gemensamma lägesbilden {period} beslutades {day} av {body}.",
    en: "The joint situation report of {period} was decided {day} by {body}.",
  },
  noSituation: {
    sv: "Saknas: ingen lägesbild är publicerad. Skriv läget, eller publicera lägesbilden först.",
    en: "Missing: no situation report is published. Write the situation, or publish the report first.",
  },
  noMeasures: { sv: "Saknas: inget löfte gäller.", en: "Missing: no promise is in force." },
  indicatorsTable: { sv: "Mått, utgångsläge och källa", en: "Indicators, baseline and source" },
  baseline: { sv: "Utgångsläge", en: "Baseline" },
  noBaseline: { sv: "Saknas", en: "Missing" },
  sourceHead: { sv: "Källa", en: "Source" },
  noIndicators: {
    sv: "Saknas: inget mått är valt. Välj ett under Följa upp.",
    en: "Missing: no indicator is chosen. Choose one under Follow up.",
  },
  parties: { sv: "Parter", en: "Parties" },
} as const;
