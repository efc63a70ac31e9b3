import { type Lang, say, type Words } from "../../ground/words.ts";
import type { Holiday, SchoolBreak } from "../../ground/swedish-calendar.ts";
import { type Comparison, type Incomparable, moreThan, type RoadComparison } from "./comparison.ts";
import type { CameBy, ComplaintKind, ComplaintWhy } from "./complaint.ts";
import type { TextWhy } from "./stretch.ts";
import type { Flag } from "./flags.ts";
import type { MeasuredWhy, TrafficMeasurement } from "./measured.ts";
import type { HandedInWhy } from "./handed-in.ts";
import type { MeterMethod, OddRow } from "./meter.ts";
import type { PublishedWhy } from "./published.ts";
import type { TakenBackWhy } from "./taken-back.ts";
import type { Action, Judgement, Reply, RoadKeeper, ThreadState, ThreadWhy } from "./thread.ts";

/** What is said by others as well stands with them. */
type Elsewhere = "not-yours" | "reason-needed" | "column-missing" | Exclude<TextWhy, "plate-belongs-with-police">;

export const refusals = {
  "plate-belongs-with-police": {
    sv: "Det ser ut som ett registreringsnummer. Det hör till polisen, 114 14, och tas bort här.",
    en: "That looks like a registration number. It belongs with the police, 114 14, and is taken away here.",
  },
  "stretch-needed": {
    sv: "Skriv vilken sträcka det gäller, till exempel «Bruksvägen, Kyrkvägen till skolan».",
    en: "Write which stretch it is about, for example “Bruksvägen, Kyrkvägen to the school”.",
  },
  doorstep: {
    sv: "«{found}» är en adress. Skriv sträckan: vägen, och mellan vilka korsningar.",
    en: "“{found}” is an address. Write the stretch: the road, and between which crossings.",
  },
  "stretch-too-short": {
    sv: "Sträckan är kortare än {metres} meter och kan peka ut en dörr. Dra ut den till närmaste korsningar.",
    en: "The stretch is shorter than {metres} metres and may point at a door. Draw it out to the nearest crossings.",
  },
  "kind-needed": { sv: "Välj vad det gäller.", en: "Choose what it is about." },
  "happening-needed": {
    sv: "Skriv vad som händer på vägen, med en mening eller två.",
    en: "Write what happens on the road, in a sentence or two.",
  },
  "hours-needed": {
    sv: "Tiden börjar och slutar samma timme. Skriv från och till vilken timme.",
    en: "The time begins and ends at the same hour. Write from and to which hour.",
  },
  "not-now": {
    sv: "Det går inte att göra nu. Någon annan kan ha tagit nästa steg. Ladda om sidan.",
    en: "That cannot be done now. Somebody else may have taken the next step. Load the page anew.",
  },
  "road-keeper-needed": { sv: "Välj vem som är väghållare.", en: "Choose who keeps the road." },
  "limit-needed": {
    sv: "Skriv hastighetsgränsen. Utan den säger en mätning inget om för fort.",
    en: "Write the speed limit. Without it a measurement says nothing of too fast.",
  },
  "judgement-sentence-needed": {
    sv: "Skriv en egen mening till bedömningen. Den läses av dem som klagat.",
    en: "Write a sentence of your own with the judgement. Those who complained read it.",
  },
  "claims-cause": {
    sv: "«{sentence}» säger vad som var orsaken. Det vet ingen utan en jämförelseväg. Skriv vad ni gjort och vad som mättes i var sin mening.",
    en: "“{sentence}” says what the cause was. Without a road to compare with nobody knows. Write what you did and what was measured in a sentence each.",
  },
  "action-needed": {
    sv: "Det finns ingen part här att föreslå det för. Välj kommunen eller polisen.",
    en: "There is no such party here to propose it to. Choose the municipality or the police.",
  },
  "control-has-hours": {
    sv: "Framtida kontroller skrivs inte med dag eller klockslag. Skriv sträckan och varför.",
    en: "Controls to come are not written with day or hour. Write the stretch and why.",
  },
  "answer-needed": {
    sv: "Skriv svaret. Alla som hört av sig om sträckan får samma.",
    en: "Write the answer. Everybody who wrote about the stretch gets the same.",
  },
  "not-a-meter-file": {
    sv: "Filen är ingen tabell från en mätare. Spara den som CSV eller text med tabbar och försök igen. Inget är ändrat.",
    en: "The file is no table from a meter. Save it as CSV or as text with tabs and try again. Nothing is changed.",
  },
  "meter-name-needed": {
    sv: "Ge mätaren ett namn, så känns nästa fil från den igen.",
    en: "Name the meter, and its next file is known again.",
  },
  "meter-file-too-long": {
    sv: "Filen har fler än {most} rader. Dela upp den, till exempel en vecka i taget, och läs in delarna var för sig. Inget är ändrat.",
    en: "The file has more than {most} rows. Divide it, for example a week at a time, and read the parts in one by one. Nothing is changed.",
  },
  "measurement-too-long": {
    sv: "Filen räcker över {days} dagar, och en mätning är högst {most}. Kontrollera hur tiden skrivs, eller dela upp filen. Inget är ändrat.",
    en: "The file reaches over {days} days, and a measurement is at most {most}. Check how the time is written, or divide the file. Nothing is changed.",
  },
  "no-vehicles": {
    sv: "Ingen rad har en tid som går att läsa. Kontrollera kolumnen för tid och hur tiden skrivs. Inget är ändrat.",
    en: "No row has a time that can be read. Check the column for time and how it is written. Nothing is changed.",
  },
  "no-speeds": {
    sv: "Ingen rad har en hastighet. Kontrollera vilken kolumn som är hastighet. Inget är ändrat.",
    en: "No row has a speed. Check which column is the speed. Nothing is changed.",
  },
  "measured-already": {
    sv: "Filen är redan inläst i det här ärendet. Inget är ändrat.",
    en: "The file has been read into this matter already. Nothing is changed.",
  },
  "measurement-taken-back": {
    sv: "Mätningen är redan tillbakatagen. Inget mer är ändrat.",
    en: "The measurement has been taken back already. Nothing more is changed.",
  },
  "road-not-ready": {
    sv: "Det finns inget att berätta om vägen än. Mät, skicka vidare eller svara först.",
    en: "There is nothing to tell of the road yet. Measure, pass on or answer first.",
  },
  "road-published": {
    sv: "Vägens sida är redan publicerad. Inget är ändrat.",
    en: "The road's page is published already. Nothing is changed.",
  },
  "road-not-published": {
    sv: "Vägens sida är inte publicerad. Inget är ändrat.",
    en: "The road's page is not published. Nothing is changed.",
  },
  "road-is-the-stretch": {
    sv: "Jämförelsevägen är sträckan själv. Skriv en väg där inget görs, med samma slags trafik.",
    en: "The road to compare with is the stretch itself. Write a road where nothing is done, with the same kind of traffic.",
  },
} satisfies Words<
  Exclude<ComplaintWhy | HandedInWhy | ThreadWhy | MeasuredWhy | TakenBackWhy | PublishedWhy, Elsewhere>
>;

export const complaintKinds = {
  speed: { sv: "Hastighet", en: "Speed" },
  reckless: { sv: "Buskörning", en: "Reckless driving" },
  "a-tractor": { sv: "A-traktor", en: "A-tractor" },
  moped: { sv: "Moped", en: "Moped" },
  "cross-or-snowmobile": { sv: "Cross eller skoter", en: "Motocross or snowmobile" },
  noise: { sv: "Buller och burnouts", en: "Noise and burnouts" },
  heavy: { sv: "Tung trafik", en: "Heavy traffic" },
  "through-traffic": { sv: "Genomfart", en: "Through traffic" },
  parking: { sv: "Parkering", en: "Parking" },
  crossing: { sv: "Övergångsställe", en: "Crossing" },
  "school-way": { sv: "Skolväg", en: "Way to school" },
} satisfies Words<ComplaintKind>;

/** A complaint as it stands in the picture: of what, and nothing that anybody said. In Swedish, as everything that is kept. */
export function sayInPicture(kind: ComplaintKind): string {
  return `Synpunkt om trafiken: ${complaintKinds[kind].sv.toLowerCase()}`;
}

export const cameBy = {
  phone: { sv: "Telefon", en: "Telephone" },
  "e-mail": { sv: "E-post", en: "E-mail" },
  counter: { sv: "Besök", en: "At the counter" },
  letter: { sv: "Brev", en: "Letter" },
  meeting: { sv: "Möte", en: "Meeting" },
  form: { sv: "Formuläret", en: "The open form" },
} satisfies Words<CameBy>;

export const roadKeepers = {
  municipality: { sv: "Kommunen", en: "The municipality" },
  state: { sv: "Trafikverket (statlig väg)", en: "The Transport Administration (state road)" },
  "road-association": { sv: "Vägföreningen", en: "The road association" },
  private: { sv: "Privat", en: "Private" },
} satisfies Words<RoadKeeper>;

export const threadStates = {
  received: { sv: "Har kommit in", en: "Has come in" },
  "passed-on": { sv: "Skickad vidare", en: "Passed on" },
  measuring: { sv: "Väntar på mätning", en: "Waiting for a measurement" },
  measured: { sv: "Mätt, väntar på bedömning", en: "Measured, waiting for a judgement" },
  judged: { sv: "Bedömd", en: "Judged" },
  acting: { sv: "Åtgärd föreslagen", en: "Action proposed" },
  remeasuring: { sv: "Väntar på ny mätning", en: "Waiting for a new measurement" },
  remeasured: { sv: "Mätt igen", en: "Measured again" },
  answered: { sv: "Besvarad", en: "Answered" },
} satisfies Words<ThreadState>;

export const judgements = {
  justified: { sv: "Befogat", en: "Justified" },
  partly: { sv: "Delvis", en: "Partly" },
  "not-justified": { sv: "Inte befogat", en: "Not justified" },
} satisfies Words<Judgement["kind"]>;

export const actions = {
  control: { sv: "Hastighetskontroll", en: "Speed check" },
  calming: { sv: "Farthinder", en: "Traffic calming" },
  sign: { sv: "Skylt", en: "Sign" },
  display: { sv: "Digital fartskylt", en: "Speed display" },
  information: { sv: "Information", en: "Information" },
  other: { sv: "Annat", en: "Other" },
} satisfies Words<Action>;

export const replies = {
  will: { sv: "Ska göras", en: "Will be done" },
  declined: { sv: "Avböjt", en: "Declined" },
  done: { sv: "Gjort", en: "Done" },
} satisfies Words<Reply["kind"]>;

export const meterMethods = {
  radar: { sv: "Radar", en: "Radar" },
  tubes: { sv: "Slang", en: "Tubes" },
  display: { sv: "Fartskylt med display", en: "Speed display" },
  camera: { sv: "Kamera", en: "Camera" },
  other: { sv: "Annan mätare", en: "Another meter" },
} satisfies Words<MeterMethod>;

export const oddities = {
  "no-time": {
    sv: "Rad {line} har ingen tid som går att läsa: «{read}». Den räknas inte.",
    en: "Line {line} has no time that can be read: “{read}”. It is not counted.",
  },
  "no-count": {
    sv: "Rad {line} har ett antal som inte är ett tal: «{read}». Den räknas inte.",
    en: "Line {line} has a count that is no number: “{read}”. It is not counted.",
  },
  "impossible-speed": {
    sv: "Rad {line}: {read} km/h är ingen hastighet. Fordonet räknas i antal men inte i V85.",
    en: "Line {line}: {read} km/h is no speed. The vehicle is among those counted and not in V85.",
  },
  "broken-row": { sv: "Rad {line} är avbruten. Den räknas inte.", en: "Line {line} is cut off. It is not counted." },
} satisfies Words<OddRow["what"]>;

export const holidayWords = {
  "new-year": { sv: "nyårsdagen", en: "New Year's Day" },
  epiphany: { sv: "trettondedag jul", en: "Epiphany" },
  "good-friday": { sv: "långfredagen", en: "Good Friday" },
  "easter-eve": { sv: "påskafton", en: "Easter Eve" },
  easter: { sv: "påskdagen", en: "Easter Day" },
  "easter-monday": { sv: "annandag påsk", en: "Easter Monday" },
  "may-day": { sv: "första maj", en: "the first of May" },
  ascension: { sv: "Kristi himmelsfärdsdag", en: "Ascension Day" },
  pentecost: { sv: "pingstdagen", en: "Pentecost" },
  "national-day": { sv: "nationaldagen", en: "the National Day" },
  "midsummer-eve": { sv: "midsommarafton", en: "Midsummer Eve" },
  midsummer: { sv: "midsommardagen", en: "Midsummer Day" },
  "all-saints": { sv: "alla helgons dag", en: "All Saints' Day" },
  "christmas-eve": { sv: "julafton", en: "Christmas Eve" },
  christmas: { sv: "juldagen", en: "Christmas Day" },
  "boxing-day": { sv: "annandag jul", en: "Boxing Day" },
  "new-year-eve": { sv: "nyårsafton", en: "New Year's Eve" },
} satisfies Words<Holiday>;

export const breakWords = {
  sports: { sv: "sportlovet", en: "the sports break" },
  "easter-break": { sv: "påsklovet", en: "the Easter break" },
  summer: { sv: "sommarlovet", en: "the summer break" },
  autumn: { sv: "höstlovet", en: "the autumn break" },
  "christmas-break": { sv: "jullovet", en: "the Christmas break" },
  other: { sv: "ett skollov", en: "a school break" },
} satisfies Words<SchoolBreak>;

const flagged = {
  covers: {
    sv: "Mätningen täcker {what}. Den går att visa men inte att jämföra.",
    en: "The measurement covers {what}. It can be shown, and not compared.",
  },
  "own-display": {
    sv: "Mätaren visade farten för förarna, och det ändrar hur de kör. Mätningen går att visa men inte att jämföra.",
    en: "The meter showed the drivers their speed, which changes how they drive. It can be shown, and not compared.",
  },
  gap: {
    sv: "Inget fordon på {hours} timmar i sträck: mätaren kan ha stått still. Mätningen går att visa men inte att jämföra.",
    en: "No vehicle for {hours} hours on end: the meter may have stood still. It can be shown, and not compared.",
  },
  "not-a-week": {
    sv: "Mätningen är {days} dygn och ingen hel vecka. Den går att visa men inte att jämföra.",
    en: "The measurement is {days} days and no whole week. It can be shown, and not compared.",
  },
} satisfies Words<string>;

/** Why a measurement is not compared, as a sentence. */
export function sayFlag(flag: Flag, lang: Lang): string {
  switch (flag.kind) {
    case "holiday":
      return say(flagged.covers, lang, { what: say(holidayWords[flag.what], lang) });
    case "school-break":
      return say(flagged.covers, lang, { what: say(breakWords[flag.what], lang) });
    case "own-display":
      return say(flagged["own-display"], lang);
    case "gap":
      return say(flagged.gap, lang, { hours: flag.hours });
    case "not-a-week":
      return say(flagged["not-a-week"], lang, { days: String(flag.days).replace(".", lang === "sv" ? "," : ".") });
  }
}

export const incomparable = {
  flagged: {
    sv: "Minst en av mätningarna går att visa men inte att jämföra.",
    en: "At least one of the measurements can be shown, and not compared.",
  },
  "no-v85": { sv: "Minst en av mätningarna har ingen V85.", en: "At least one of the measurements has no V85." },
  "no-interval": {
    sv: "Minst en av mätningarna har för få fordon för att säga hur säker den är.",
    en: "At least one of the measurements has too few vehicles to say how sure it is.",
  },
  "other-limit": {
    sv: "Gränsen var inte densamma. Mätningarna jämförs inte.",
    en: "The limit was not the same. The measurements are not compared.",
  },
  "other-direction": {
    sv: "Mätningarna gäller olika riktningar. De jämförs inte.",
    en: "The measurements are of different directions. They are not compared.",
  },
  "other-kind": {
    sv: "Den ena filen har varje fordon och den andra klasser. De jämförs inte.",
    en: "One file has every vehicle and the other has bins. They are not compared.",
  },
  "other-time": {
    sv: "Vägarna mättes inte vid samma tid. De jämförs inte.",
    en: "The roads were not measured at the same time. They are not compared.",
  },
} satisfies Words<Incomparable>;

const landed = {
  v85: { sv: "V85 {place}", en: "V85 {place}" },
  over: { sv: "Kör över {limit} km/h, {place}", en: "Drive over {limit} km/h, {place}" },
  limit: { sv: "Gränsen är {limit} km/h.", en: "The limit is {limit} km/h." },
  without: {
    sv: "{count} fordon utan hastighet räknas inte.",
    en: "{count} {count|vehicle|vehicles} without a speed {count|is|are} not counted.",
  },
} satisfies Words<string>;

/** What a measurement is called among the partnership's measurements, and what one must know before believing it. In Swedish, as everything that is kept. */
export function namesOf(place: string, { summary, flags }: Pick<TrafficMeasurement, "summary" | "flags">) {
  const { limit, n, withSpeed } = summary;
  const without = n - withSpeed;
  const sentences = [
    say(landed.limit, "sv", { limit }),
    ...(without > 0 ? [say(landed.without, "sv", { count: without })] : []),
    ...flags.map((flag) => sayFlag(flag, "sv")),
  ];
  return {
    v85: say(landed.v85, "sv", { place }),
    over: say(landed.over, "sv", { place, limit }),
    caveat: sentences.join(" "),
  };
}

const compared = {
  fell: { sv: "V85 sjönk från {before} till {after} km/h.", en: "V85 fell from {before} to {after} km/h." },
  rose: { sv: "V85 steg från {before} till {after} km/h.", en: "V85 rose from {before} to {after} km/h." },
  stayed: { sv: "V85 är {after} km/h, som förut.", en: "V85 is {after} km/h, as before." },
  sure: {
    sv: "Båda mätningarna har fler än {count} fordon, så skillnaden är säker.",
    en: "Both measurements have more than {count} vehicles, so the difference is sure.",
  },
  unsure: {
    sv: "Intervallen går in i varandra, så skillnaden kan vara slump.",
    en: "The intervals reach into one another, so the difference may be chance.",
  },
  controls: {
    sv: "Hur mycket som beror på kontrollerna kan vi inte säga.",
    en: "How much of it is due to the controls we cannot say.",
  },
  anything: {
    sv: "Hur mycket som beror på det vi gjort kan vi inte säga.",
    en: "How much of it is due to what we have done we cannot say.",
  },
} satisfies Words<string>;

const told = (value: number, lang: Lang) =>
  new Intl.NumberFormat(lang === "sv" ? "sv-SE" : "en-GB", { maximumFractionDigits: 1 }).format(value);
const directionOf = (before: number, after: number, lang: Lang) =>
  told(before, lang) === told(after, lang) ? "stayed" : after < before ? "fell" : "rose";

/**
 * What two measurements say together. Why, they do not say, and so neither does the sentence: for that a road where nothing was done would have to be
 * measured at the same two times.
 */
export function sayComparison(
  { before, after, sure, leastVehicles }: Extract<Comparison, { can: true }>,
  done: "controls" | "anything",
  lang: Lang,
): string {
  const [old, now] = [told(before.value, lang), told(after.value, lang)];
  const change = say(compared[directionOf(before.value, after.value, lang)], lang, { before: old, after: now });
  const count = told(moreThan(leastVehicles), lang);
  if (!sure) return old === now ? change : `${change} ${say(compared.unsure, lang)}`;
  return [change, say(compared.sure, lang, { count }), say(compared[done], lang)].join(" ");
}

/** One way by itself: «Mot skolan: V85 sjönk från 41 till 36 km/h.» and whether that may be chance. */
export function sayDirection(direction: string, comparison: Comparison, lang: Lang): string {
  if (!comparison.can) return `${direction}: ${say(incomparable[comparison.because], lang)}`;
  const { before, after, sure } = comparison;
  const numbers = { before: told(before.value, lang), after: told(after.value, lang) };
  const change = say(compared[directionOf(before.value, after.value, lang)], lang, numbers);
  return `${direction}: ${change}${sure || numbers.before === numbers.after ? "" : ` ${say(compared.unsure, lang)}`}`;
}

const beside = {
  road: {
    sv: "På {road}, där inget gjordes, var V85 {before} och {after} km/h vid samma tider.",
    en: "On {road}, where nothing was done, V85 was {before} and {after} km/h at the same times.",
  },
  fellMore: {
    sv: "Sträckan sjönk {more} km/h mer än så ({low}–{high}).",
    en: "The stretch fell {more} km/h more than that ({low}–{high}).",
  },
  roseMore: {
    sv: "Sträckan steg {more} km/h mer än så ({low}–{high}).",
    en: "The stretch rose {more} km/h more than that ({low}–{high}).",
  },
  points: {
    sv: "Det talar för att det vi gjort har betydelse. Annat som bara hänt på sträckan går inte att utesluta.",
    en: "That speaks for what we have done having mattered. Other things that happened on this stretch only cannot be ruled out.",
  },
  chance: {
    sv: "Skillnaden mellan vägarna kan vara slump. Vad förändringen beror på kan vi inte säga.",
    en: "The difference between the roads may be chance. What the change came of we cannot say.",
  },
} satisfies Words<string>;

/** What a road where nothing was done adds; it never makes a cause certain. */
export function sayRoad(comparison: RoadComparison, lang: Lang): string {
  if (!comparison.can) return `${comparison.road}: ${say(incomparable[comparison.because], lang)}`;
  const { road, before, after, more, sure } = comparison;
  const numbers = { road, before: told(before.value, lang), after: told(after.value, lang) };
  const first = say(beside.road, lang, numbers);
  if (!sure) return `${first} ${say(beside.chance, lang)}`;
  const ends = [Math.abs(more.low), Math.abs(more.high)].toSorted((a, b) => a - b);
  const size = { more: told(Math.abs(more.value), lang), low: told(ends[0]!, lang), high: told(ends[1]!, lang) };
  const word = more.value < 0 ? beside.fellMore : beside.roseMore;
  return [first, say(word, lang, size), say(beside.points, lang)].join(" ");
}
