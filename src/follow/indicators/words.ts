import type { PersonWhy } from "../../collect/person-in-text.ts";
import type { Words } from "../../ground/words.ts";
import type { EffectWords } from "./effect.ts";
import type { FromKind, IndicatorWhy } from "./indicator.ts";
import type { Column, Wanted } from "./outcome.ts";

/** The rest are said by the platform, by collect and by act. */
type OwnWhy = Exclude<
  IndicatorWhy,
  "not-yours" | "report-counts-few" | "interval-misses-value" | "future-not-written" | PersonWhy
>;

export const refusals = {
  "pledge-not-promised": {
    sv: "Ett mått hör till ett löfte som är publicerat. Välj ett av dem.",
    en: "An indicator belongs to a promise that is published. Choose one of them.",
  },
  "source-not-there": {
    sv: "Det du valde finns inte här längre. Läs in sidan igen och välj något annat.",
    en: "What you chose is not here any more. Load the page again and choose something else.",
  },
  "indicator-name-needed": {
    sv: "Skriv vad som mäts och i vilken enhet, till exempel «V85 förbi skolan» och «km/h».",
    en: "Write what is measured and in what unit, for example “V85 past the school” and “km/h”.",
  },
  "indicator-exists": {
    sv: "Löftet har redan ett mått med det namnet. Öppna det, eller välj ett annat namn.",
    en: "The promise has an indicator by that name already. Open it, or choose another name.",
  },
  "baseline-not-there": {
    sv: "Den dagen finns ingen siffra att ha som utgångsläge. Välj en av dagarna i listan.",
    en: "There is no figure of that day to have as a baseline. Choose one of the days in the list.",
  },
  "target-day-passed": {
    sv: "Måldagen har redan varit. Välj en dag från i dag.",
    en: "The day of the target has passed already. Choose a day from today.",
  },
  "indicator-aside": {
    sv: "Måttet är lagt åt sidan och ändras inte mer. Börja ett nytt.",
    en: "The indicator is laid aside and does not change any more. Begin a new one.",
  },
  "part-over-whole": {
    sv: "Delen kan inte vara större än helheten, och helheten är minst en. Rätta talen.",
    en: "The part cannot be greater than the whole, and the whole is at least one. Correct the numbers.",
  },
  "interval-one-end": {
    sv: "Ett intervall har två ändar. Skriv båda, eller ingen.",
    en: "An interval has two ends. Write both, or neither.",
  },
  "reading-there": {
    sv: "Den dagen har redan en siffra. Skriv varför den rättas, så står båda kvar.",
    en: "There is a figure of that day already. Write why it is corrected, and both stay.",
  },
  "reading-not-there": {
    sv: "Den dagen finns ingen siffra att rätta. Lämna skälet tomt, eller välj en annan dag.",
    en: "There is no figure of that day to correct. Leave the reason empty, or choose another day.",
  },
  "break-sentence-needed": {
    sv: "Skriv vad som ändrades, till exempel «Frågan ställdes med en annan skala 2023».",
    en: "Write what changed, for example “The question was put with another scale in 2023”.",
  },
  "break-there": {
    sv: "Linjen bryts redan den dagen. Välj en annan dag.",
    en: "The line is broken on that day already. Choose another day.",
  },
  "nothing-new": {
    sv: "Källan har inget nytt att hämta. Kom tillbaka när den har fått fler siffror.",
    en: "The source has nothing new to fetch. Come back when it has more figures.",
  },
  "effect-of-output": {
    sv: "Det här säger hur mycket som gjordes. Fråga vad det ledde till i ett mått på resultat eller upplevelse.",
    en: "This says how much was done. Ask what it led to in an indicator of outcome or experience.",
  },
  "effect-began-later": {
    sv: "Dagen då det började kan inte ligga framåt i tiden. Välj en dag som har varit.",
    en: "The day it began cannot lie ahead. Choose a day that has been.",
  },
  "indicator-told": {
    sv: "Måttet kan inte visas för alla: antingen visas det redan, eller så är källan bara er. Läs in sidan igen.",
    en: "The indicator cannot be shown to everybody: either it is already, or its source is yours alone. Load the page again.",
  },
  "events-not-told": {
    sv: "Händelser ur lägesbilden visas bara för parterna: månad för månad på en plats blir de för få. Berätta om dem i uppföljningen.",
    en: "Events of the picture are shown to the parties only: month by month at one place they are too few. Tell of them in the follow-up.",
  },
  "aside-reason-needed": {
    sv: "Skriv varför måttet läggs åt sidan. Skälet står kvar.",
    en: "Write why the indicator is laid aside. The reason stays.",
  },
} satisfies Words<OwnWhy>;

export const columns = {
  output: { sv: "Prestation", en: "Output" },
  outcome: { sv: "Resultat", en: "Outcome" },
  experience: { sv: "Upplevelse", en: "Experience" },
} satisfies Words<Column>;
export const columnTexts = {
  output: { sv: "Det vi gjorde", en: "What we did" },
  outcome: { sv: "Vad det ledde till", en: "What it led to" },
  experience: { sv: "Hur det känns", en: "How it feels" },
} satisfies Words<Column>;
export const wantedWords = {
  down: { sv: "Lägre är bättre", en: "Lower is better" },
  up: { sv: "Högre är bättre", en: "Higher is better" },
  level: { sv: "Ska vara som det var", en: "Should stay as it was" },
} satisfies Words<Wanted>;
export const fromWords = {
  series: { sv: "Statistik", en: "Statistics" },
  measurement: { sv: "Mätningar på en plats", en: "Measurements at a place" },
  events: { sv: "Händelser i lägesbilden", en: "Events in the picture" },
  campaign: { sv: "En fråga i en dialog", en: "A question of a dialogue" },
  log: { sv: "Aktivitetens egen logg", en: "The activity’s own log" },
  own: { sv: "Egna mätningar", en: "Measurements of one’s own" },
} satisfies Words<FromKind>;
/** How a figure came about, where the source says it by a word. */
export const methods: Words<string> = {
  "official-figure": { sv: "som källan har den", en: "as the source has it" },
  "as-measured": { sv: "som den mättes", en: "as it was measured" },
  dialogue: { sv: "svar i en dialog", en: "answers of a dialogue" },
  log: { sv: "räknat i loggen", en: "counted in the log" },
  picture: { sv: "räknat i lägesbilden", en: "counted in the picture" },
};

export const effectWords: EffectWords = {
  designs: {
    comparison: { sv: "Före och efter, bredvid andra platser", en: "Before and after, beside other places" },
    displacement: { sv: "Före och efter, med området omkring", en: "Before and after, with the surroundings" },
    interrupted: { sv: "En lång serie som bryts den dagen", en: "A long series interrupted on that day" },
    "small-counts": { sv: "Små tal före och efter", en: "Small counts before and after" },
    "before-after": { sv: "Mätt före och mätt efter", en: "Measured before and measured after" },
    none: { sv: "Inget sätt räcker", en: "No way is enough" },
  },
  lacks: {
    "measured-by-measurement": {
      sv: "Det här sättet räknar händelser, och det här är mätt.",
      en: "This way counts events, and this is measured.",
    },
    "counted-not-measured": {
      sv: "Det här sättet jämför mätningar, och det här är räknat.",
      en: "This way compares measurements, and this is counted.",
    },
    "nothing-before": { sv: "Ingen siffra från tiden före.", en: "No figure from the time before." },
    "nothing-after": { sv: "Ingen siffra från tiden efter än.", en: "No figure from the time after yet." },
    "few-events": {
      sv: "Färre än tio före eller efter. Slumpen ensam kan göra skillnaden.",
      en: "Fewer than ten before or after. Chance alone may make the difference.",
    },
    "no-comparison": {
      sv: "Samma sak är inte räknad någon annanstans under samma tid.",
      en: "The same is not counted anywhere else in the same time.",
    },
    "no-surroundings": {
      sv: "Ingen plats är ritad på kartan, så området omkring går inte att räkna.",
      en: "No place is drawn on the map, so its surroundings cannot be counted.",
    },
    "few-times": {
      sv: "Det behövs minst 24 månader eller kvartal före och 12 efter, med minst 80 fall i vardera.",
      en: "It takes at least 24 months or quarters before and 12 after, with at least 80 cases in each.",
    },
    "no-interval": {
      sv: "Ingen vet hur säkra siffrorna är: de saknar intervall.",
      en: "Nobody knows how sure the figures are: they have no interval.",
    },
    "few-answers": { sv: "Färre än trettio före eller efter.", en: "Fewer than thirty before or after." },
    "line-broken": {
      sv: "Linjen bryts mellan före och efter. De går inte att jämföra.",
      en: "The line is broken between before and after. They cannot be compared.",
    },
    "other-time": {
      sv: "Före och efter är inte lika långa tider på samma del av året.",
      en: "Before and after are not equally long times in the same part of the year.",
    },
    "change-too-small": {
      sv: "Det kan ha blivit bättre eller sämre. Skillnaden ryms i slumpen, och en förändring att sikta på hade inte heller säkert synts.",
      en: "It may have become better or worse. The difference is within chance, and a change worth aiming at would not surely have shown either.",
    },
  },
  assumptions: {
    "same-way-measured": {
      sv: "Båda gångerna mättes på samma sätt, på samma plats och samma tid på året.",
      en: "It was measured in the same way both times, at the same place and time of year.",
    },
    "others-alike": {
      sv: "Utan insatsen hade det gått som på de andra platserna.",
      en: "Without what was done it would have gone as in the other places.",
    },
    "same-reporting": {
      sv: "Lika stor del anmäls eller noteras nu som förut.",
      en: "As large a part is reported or noted now as before.",
    },
    "control-effort": {
      sv: "Kontrollerna är lika många nu som förut. Siffran stiger när polisen kontrollerar mer.",
      en: "There are as many controls now as before. This figure rises when the police check more.",
    },
    "season-alike": {
      sv: "Åren liknar varandra i hur de går upp och ned.",
      en: "The years are alike in how they go up and down.",
    },
    "nothing-else": {
      sv: "Inget annat ändrades samtidigt. Varför det ändrades säger siffrorna inte.",
      en: "Nothing else changed at the same time. Why it changed the figures do not say.",
    },
    "not-moved-further": {
      sv: "Det som flyttade på sig flyttade inte längre än till området omkring.",
      en: "What moved did not move further than to the surroundings.",
    },
    "regression-to-mean": {
      sv: "Platsen och måttet valdes inte för att det just då såg värst ut. Det som ser värst ut brukar se bättre ut nästa gång, vad man än gör.",
      en: "The place and the indicator were not chosen because it looked worst just then. What looks worst usually looks better the next time, whatever is done.",
    },
    "self-selection": {
      sv: "De som ville svara liknar varandra båda gångerna. Det säger inte hur alla har det.",
      en: "Those who wished to answer are alike both times. It does not tell how everyone is.",
    },
    "prior-unknown": {
      sv: "Inget är känt i förväg om hur vanligt det brukar vara.",
      en: "Nothing is known beforehand of how common it usually is.",
    },
  },
  turns: {
    "longer-time": { sv: "Fler månader eller år efter.", en: "More months or years afterwards." },
    "more-answers": {
      sv: "Fler svar eller fler mätta, båda gångerna.",
      en: "More answers or more measured, both times.",
    },
    "a-comparison": {
      sv: "Samma sak räknad på en plats där inget gjordes.",
      en: "The same counted at a place where nothing was done.",
    },
    "other-comparison": {
      sv: "Att platserna bredvid gick åt ett annat håll av skäl som inte gäller här.",
      en: "That the places beside went another way for reasons that do not hold here.",
    },
    "interval-needed": {
      sv: "Ett intervall från källan, eller hur många siffran bygger på.",
      en: "An interval from the source, or how many the figure rests on.",
    },
    "same-question": {
      sv: "Två siffror från samma sida av brottet.",
      en: "Two figures from the same side of the break.",
    },
    "control-counted": {
      sv: "Hur många kontroller som gjordes före och efter.",
      en: "How many controls there were before and after.",
    },
  },
};

export const words = {
  heading: { sv: "Mått", en: "Indicators" },
  lead: {
    sv: "Det vi gjorde, vad det ledde till och hur det känns. Tre kolumner som aldrig räknas ihop.",
    en: "What we did, what it led to and how it feels. Three columns that are never added up.",
  },
  loading: { sv: "Hämtar måtten", en: "Fetching the indicators" },
  back: { sv: "Följa upp", en: "Follow up" },
  toIndicators: { sv: "Alla mått", en: "All indicators" },
  link: { sv: "Mått och effekt", en: "Indicators and effect" },
  none: { sv: "Inget löfte att mäta än", en: "No promise to measure yet" },
  noneText: {
    sv: "När ett löfte är publicerat väljer ni här vad det ska märkas på, och ser utgångsläge, mål och hur det går.",
    en: "When a promise is published you choose here what it is to show in, and see baseline, target and how it goes.",
  },
  promise: { sv: "Löfte {order}", en: "Promise {order}" },
  nothingInColumn: { sv: "Mäts inte", en: "Not measured" },
  now: { sv: "Nu", en: "Now" },
  baseline: { sv: "Utgångsläge", en: "Baseline" },
  target: { sv: "Mål", en: "Target" },
  targetBy: { sv: "{value} {unit} senast {day}", en: "{value} {unit} by {day}" },
  targetOnly: { sv: "{value} {unit}", en: "{value} {unit}" },
  noTarget: { sv: "inget satt", en: "none set" },
  figure: { sv: "{value} {unit}", en: "{value} {unit}" },
  sure: { sv: "{low}–{high}; bygger på {n}", en: "{low}–{high}; rests on {n}" },
  sureNoCount: { sv: "{low}–{high}", en: "{low}–{high}" },
  restsOn: { sv: "bygger på {n}, utan intervall", en: "rests on {n}, without an interval" },
  noInterval: { sv: "utan intervall", en: "without an interval" },
  noReading: { sv: "ingen siffra än", en: "no figure yet" },
  control: { sv: "Beror på hur mycket kontroll som görs", en: "Depends on how much control there is" },
  controlText: {
    sv: "Siffran stiger när polisen kontrollerar mer.",
    en: "This figure rises when the police check more.",
  },
  onlyParties: { sv: "Bara parterna ser det här", en: "Only the parties see this" },
  tell: { sv: "Visa på löftets sida", en: "Show on the page of the promise" },
  tellGuide: {
    sv: "Alla kan läsa måttet där. Är källan den andra partens, bestämmer de det.",
    en: "Everybody can read the indicator there. If the source is the other party’s, they decide.",
  },
  own: { sv: "Bara ni ser det här", en: "Only you see this" },
  outputSays: {
    sv: "Det här säger hur mycket som gjordes, inte vad det ledde till.",
    en: "This says how much was done, not what it led to.",
  },
  besidePerceived: { sv: "Registrerat bredvid", en: "Recorded, beside it" },
  besideRecorded: { sv: "Upplevt bredvid", en: "Perceived, beside it" },
  notMeasured: { sv: "mäts inte", en: "not measured" },
  begin: { sv: "Börja ett mått", en: "Begin an indicator" },
  beginText: {
    sv: "Siffrorna hämtas från det som redan finns. Utgångsläget fryses den dag ni börjar.",
    en: "The figures are fetched from what is there already. The baseline is frozen on the day you begin.",
  },
  whichPledge: { sv: "Vilket löfte?", en: "Which promise?" },
  fromWhere: { sv: "Varifrån kommer siffrorna?", en: "Where do the figures come from?" },
  proposed: { sv: "Det löftet säger", en: "What the promise says" },
  proposedText: { sv: "Står i den undertecknade texten", en: "Stands in the signed text" },
  search: { sv: "Sök", en: "Search" },
  chooseWhat: { sv: "Vad mäts?", en: "What is measured?" },
  choose: { sv: "Välj", en: "Choose" },
  choosePledge: { sv: "Välj vilket löfte det gäller.", en: "Choose which promise it is about." },
  chooseFigures: { sv: "Välj vad som mäts.", en: "Choose what is measured." },
  figures: { sv: "{count} {count|siffra|siffror}", en: "{count} {count|figure|figures}" },
  name: { sv: "Vad måttet heter", en: "What the indicator is called" },
  unit: { sv: "Enhet, t.ex. km/h", en: "Unit, e.g. km/h" },
  kind: { sv: "Vilken kolumn?", en: "Which column?" },
  measureHow: { sv: "Vad är siffran?", en: "What is the figure?" },
  share: { sv: "En andel av dem som svarat", en: "A share of those who answered" },
  count: { sv: "Ett antal", en: "A count" },
  measured: { sv: "Något som mäts", en: "Something measured" },
  whatWanted: { sv: "Vad är bra?", en: "What is good?" },
  baselineDay: { sv: "Utgångsläge", en: "Baseline" },
  baselineGuide: {
    sv: "Den sista siffran innan löftet började är vald. Den ändras inte sedan.",
    en: "The last figure before the promise began is chosen. It does not change afterwards.",
  },
  targetValue: { sv: "Mål, i samma enhet", en: "Target, in the same unit" },
  targetDay: { sv: "Senast", en: "By" },
  optional: { sv: "kan vänta", en: "can wait" },
  besideWhich: { sv: "Visas bredvid", en: "Shown beside" },
  besideGuide: {
    sv: "Det registrerade bredvid det upplevda, så att ingen läser det ena utan det andra.",
    en: "The recorded beside the perceived, so that nobody reads one without the other.",
  },
  beginNow: { sv: "Börja måttet", en: "Begin the indicator" },
  cancel: { sv: "Avbryt", en: "Cancel" },
  save: { sv: "Spara", en: "Save" },
  saved: { sv: "Sparat", en: "Saved" },
  period: { sv: "Tid", en: "Time" },
  method: { sv: "Hur", en: "How" },
  note: { sv: "Att veta", en: "To know" },
  corrected: { sv: "Rättad: {reason}. Förut {value}.", en: "Corrected: {reason}. Before {value}." },
  correctedBySource: { sv: "källan har rättat", en: "the source has corrected it" },
  isBaseline: { sv: "Utgångsläge", en: "Baseline" },
  lineBroken: { sv: "{why} Linjen bryts.", en: "{why} The line is broken." },
  chart: { sv: "{name}: {value} {unit}", en: "{name}: {value} {unit}" },
  chartChange: { sv: "{name}: från {from} till {value} {unit}", en: "{name}: from {from} to {value} {unit}" },
  fetchNew: { sv: "Hämta det nya från källan", en: "Fetch what is new from the source" },
  pending: {
    sv: "Källan har {count} {count|siffra|siffror} som inte är med här.",
    en: "The source has {count} {count|figure that is|figures that are} not here.",
  },
  addReading: { sv: "Lägg till en siffra", en: "Add a figure" },
  day: { sv: "Dag", en: "Day" },
  part: { sv: "Hur många", en: "How many" },
  whole: { sv: "av hur många som svarade", en: "of how many who answered" },
  howMany: { sv: "Antal", en: "Count" },
  value: { sv: "Värde", en: "Value" },
  low: { sv: "Lägst (95 %)", en: "Lowest (95 %)" },
  high: { sv: "Högst (95 %)", en: "Highest (95 %)" },
  basis: { sv: "Hur många mätta", en: "How many measured" },
  howDone: { sv: "Hur det gick till", en: "How it was done" },
  asBaseline: { sv: "Det här är utgångsläget", en: "This is the baseline" },
  correction: { sv: "Skäl, om siffran rättar en som står", en: "Reason, if the figure corrects one that stands" },
  numbersNeeded: { sv: "Skriv dagen och talen.", en: "Write the day and the numbers." },
  markBreak: { sv: "Markera ett jämförbarhetsbrott", en: "Mark a break in comparability" },
  breakDay: { sv: "Från och med", en: "From" },
  breakWhy: { sv: "Vad ändrades?", en: "What changed?" },
  breakGuide: {
    sv: "T.ex. «Frågan ställdes med en annan skala 2023.» Före och efter jämförs inte sedan.",
    en: "E.g. “The question was put with another scale in 2023.” Before and after are not compared any more.",
  },
  effect: { sv: "Vad ledde det till?", en: "What did it lead to?" },
  began: { sv: "När började det göras?", en: "When did it begin to be done?" },
  designs: { sv: "Hur går det att svara?", en: "How can it be answered?" },
  designsText: {
    sv: "Det sätt som siffrorna räcker till och som säger mest om varför är valt.",
    en: "The way that the figures are enough for and that says most of why is chosen.",
  },
  canBe: { sv: "Siffrorna räcker", en: "The figures are enough" },
  cannotBe: { sv: "Räcker inte", en: "Not enough" },
  ask: { sv: "Räkna fram svaret", en: "Work out the answer" },
  assumes: { sv: "Det här förutsätter svaret", en: "What the answer takes for granted" },
  wouldChange: { sv: "Det här skulle ändra svaret", en: "This would change the answer" },
  answeredOn: {
    sv: "{design}. Räknat {day} med {method}, version {version}.",
    en: "{design}. Worked out on {day} by {method}, version {version}.",
  },
  noneOn: { sv: "{design}. Prövat {day}.", en: "{design}. Tried on {day}." },
  hash: { sv: "Underlagets kontrollsumma", en: "Checksum of the figures" },
  preRegistered: {
    sv: "Måttet stod i löftet innan någon visste hur det skulle gå.",
    en: "The indicator stood in the promise before anybody knew how it would go.",
  },
  notPreRegistered: {
    sv: "Måttet valdes efter att löftet skrevs under.",
    en: "The indicator was chosen after the promise was signed.",
  },
  newerFigures: {
    sv: "Siffrorna har ändrats sedan svaret räknades fram. Räkna om det.",
    en: "The figures have changed since the answer was worked out. Work it out again.",
  },
  earlierAnswers: { sv: "Tidigare svar", en: "Earlier answers" },
  layAside: { sv: "Lägg måttet åt sidan", en: "Lay the indicator aside" },
  reason: { sv: "Skäl", en: "Reason" },
  laidAside: { sv: "Lagt åt sidan {day}: {reason}", en: "Laid aside on {day}: {reason}" },
  source: { sv: "Källa", en: "Source" },
  about: { sv: "Om måttet", en: "About the indicator" },
  caveat: { sv: "Att veta om siffrorna", en: "To know of the figures" },
  logSource: { sv: "Loggen: {unit}", en: "The log: {unit}" },
  pictureSource: { sv: "Den gemensamma lägesbilden", en: "The joint picture" },
  pictureCaveat: { sv: "Det som är registrerat och båda parter ser.", en: "What is recorded and both parties see." },
  // What the verdict rests on, said after it.
  counts: { sv: "{before} före, {after} efter.", en: "{before} before, {after} after." },
  valuesTold: { sv: "{before} {unit} före, {after} efter.", en: "{before} {unit} before, {after} after." },
  cannotCounts: {
    sv: "Kan inte avgöras med de här siffrorna ({before} före, {after} efter).",
    en: "It cannot be known with these numbers ({before} before, {after} after).",
  },
  cannot: { sv: "Kan inte avgöras med de här siffrorna.", en: "It cannot be known with these numbers." },
  percentLess: { sv: "{percent} procent färre.", en: "{percent} per cent fewer." },
  percentMore: { sv: "{percent} procent fler.", en: "{percent} per cent more." },
  chanceOfFall: {
    sv: "Chansen att det verkligen är färre nu: {chance}.",
    en: "The chance that there truly are fewer now: {chance}.",
  },
} satisfies Words<string>;
