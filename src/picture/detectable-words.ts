// What is said of how large a change must be to be seen: whole sentences with their figures, the same on the draft, in the signed text and on the public page.
import { type Lang, type Said, say, type Words } from "../ground/words.ts";
import { addDays, addMonths, daysBetween, monthsBetween } from "../ground/time.ts";
import { inBoth } from "./answers/basis.ts";
import type { Found, NothingToGoBy } from "./found.ts";

export const nothingToGoBy = {
  "no-period": {
    sv: "Välj första och sista dag för tiden före.",
    en: "Choose the first and the last day of the time before.",
  },
  "period-too-long": {
    sv: "Tiden före är längre än tio år. Välj en kortare: det som var då säger lite om nu.",
    en: "The time before is longer than ten years. Choose a shorter one: what was then says little of now.",
  },
  "no-events": {
    sv: "Kan inte avgöras: inget är registrerat av det slaget där och då.",
    en: "Cannot be told: nothing of that kind is recorded there and then.",
  },
  "no-measurement": {
    sv: "Kan inte avgöras: vägen har ingen mätning att utgå från, utan lov och avbrott.",
    en: "Cannot be told: the road has no measurement to start from, without holidays and gaps.",
  },
  "no-figure": {
    sv: "Kan inte avgöras: serien har ingen siffra att utgå från.",
    en: "Cannot be told: the series has no figure to start from.",
  },
  "answers-not-known": {
    sv: "Kan inte avgöras förrän ni vet hur många som svarade.",
    en: "Cannot be told until you know how many answered.",
  },
  "interval-not-known": {
    sv: "Kan inte avgöras: källan säger inte hur osäker siffran är.",
    en: "Cannot be told: the source does not say how unsure the figure is.",
  },
  "broken-line": {
    sv: "Kan inte avgöras: serien bytte innebörd mitt i den senaste perioden.",
    en: "Cannot be told: the series changed its meaning in the midst of the latest period.",
  },
} as const satisfies Words<NothingToGoBy>;

const sentences = {
  cannot: { sv: "Kan inte avgöras med de här siffrorna.", en: "Cannot be told with these figures." },
  handful: {
    sv: "Ni har för få händelser på {time} för att antalet ska kunna visas.",
    en: "You have too few events in {time} for the number to be shown.",
  },
  tooFew: {
    sv: "{before} händelser på {time} är för få för att en ändring ska synas på {after}.",
    en: "{before} events in {time} are too few for a change to be seen in {after}.",
  },
  fewCounted: {
    sv: "Så små antal ändrar slumpen ensam lika mycket.",
    en: "Chance alone moves such small counts as much.",
  },
  eventsBefore: { sv: "Ni har {before} händelser på {time}.", en: "You have {before} events in {time}." },
  seriesBefore: { sv: "Senaste siffran är {before}.", en: "The latest figure is {before}." },
  mustFall: {
    sv: "De måste bli {few} på {after} för att skillnaden ska synas.",
    en: "They must become {few} in {after} for the difference to be seen.",
  },
  mustRise: {
    sv: "De måste bli {seenAt} eller fler på {after} för att skillnaden ska synas.",
    en: "They must become {seenAt} or more in {after} for the difference to be seen.",
  },
  nextMustFall: {
    sv: "Nästa lika långa tid måste det bli {few} för att skillnaden ska synas.",
    en: "The next time as long it must become {few} for the difference to be seen.",
  },
  nextMustRise: {
    sv: "Nästa lika långa tid måste det bli {seenAt} eller fler för att skillnaden ska synas.",
    en: "The next time as long it must become {seenAt} or more for the difference to be seen.",
  },
  few: { sv: "{seenAt} eller färre", en: "{seenAt} or fewer" },
  mustEnd: {
    sv: "Bara om de upphör helt kan skillnaden synas, och då i åtta fall av tio.",
    en: "Only if they end altogether can the difference be seen, and then eight times of ten.",
  },
  eightOfTenDown: {
    sv: "Sikta på {level} eller färre: då syns det i åtta fall av tio.",
    en: "Aim for {level} or fewer: then it is seen eight times of ten.",
  },
  eightOfTenUp: {
    sv: "Sikta på {level} eller fler: då syns det i åtta fall av tio.",
    en: "Aim for {level} or more: then it is seen eight times of ten.",
  },
  eightOfTenNone: {
    sv: "Bara om de upphör helt syns det i åtta fall av tio.",
    en: "Only if they end altogether is it seen eight times of ten.",
  },
  roadDown: {
    sv: "V85 är {before} km/h. Så stor måste skillnaden bli för att synas: V85 ned minst {shift} km/h, till {level}. En ny mätning med lika många fordon visar det då i åtta fall av tio.",
    en: "V85 is {before} km/h. So large must the difference be to be seen: V85 down at least {shift} km/h, to {level}. A new measurement of as many vehicles then shows it eight times of ten.",
  },
  roadUp: {
    sv: "V85 är {before} km/h. Så stor måste skillnaden bli för att synas: V85 upp minst {shift} km/h, till {level}. En ny mätning med lika många fordon visar det då i åtta fall av tio.",
    en: "V85 is {before} km/h. So large must the difference be to be seen: V85 up at least {shift} km/h, to {level}. A new measurement of as many vehicles then shows it eight times of ten.",
  },
  roadSpread: {
    sv: "För få fordon är mätta för att säga hur mycket V85 måste ändras.",
    en: "Too few vehicles are measured to say how much V85 must change.",
  },
  shareDown: {
    sv: "Andelen är {before} procent. Den måste ned till {level} procent för att synas i åtta fall av tio, om lika många svarar igen.",
    en: "The share is {before} per cent. It must come down to {level} per cent to be seen eight times of ten, if as many answer again.",
  },
  shareUp: {
    sv: "Andelen är {before} procent. Den måste upp till {level} procent för att synas i åtta fall av tio, om lika många svarar igen.",
    en: "The share is {before} per cent. It must come up to {level} per cent to be seen eight times of ten, if as many answer again.",
  },
  fewAnswers: {
    sv: "{n} svar är för få: en andel behöver minst 30.",
    en: "{n} answers are too few: a share needs at least 30.",
  },
  noShare: {
    sv: "Med så få svar syns ingen ändring, hur stor den än är.",
    en: "With so few answers no change is seen, however large.",
  },
  measuredDown: {
    sv: "Senaste siffran är {before}. Den måste ned till {level} för att synas i åtta fall av tio.",
    en: "The latest figure is {before}. It must come down to {level} to be seen eight times of ten.",
  },
  measuredUp: {
    sv: "Senaste siffran är {before}. Den måste upp till {level} för att synas i åtta fall av tio.",
    en: "The latest figure is {before}. It must come up to {level} to be seen eight times of ten.",
  },
  unsteady: {
    sv: "Siffran är för osäker för att en ändring ska synas.",
    en: "The figure is too unsure for a change to be seen.",
  },
  besideFew: {
    sv: "{name} har för få att jämföra med.",
    en: "{name} has too few to compare with.",
  },
  beside: {
    sv: "Räknat bredvid {name}, om inget ändras där.",
    en: "Reckoned beside {name}, if nothing changes there.",
  },
  varies: {
    sv: "Antalen går upp och ned mer än slumpen gör. Det är inräknat.",
    en: "The counts go up and down more than chance makes them. That is reckoned with.",
  },
  oneYear: { sv: "ett år", en: "a year" },
  years: { sv: "{years} år", en: "{years} years" },
  months: { sv: "{months} {months|månad|månader}", en: "{months} {months|month|months}" },
  days: { sv: "{days} dygn", en: "{days} days" },
} as const satisfies Words<string>;

/** Everything that is said of it: how it is, what it must come to, and what was reckoned with. */
export function detectableSaid(found: Found): Said {
  return together([
    ...(found.level === undefined ? cannotTell(found) : visible(found)),
    ...besideSaid(found),
    ...(found.level !== undefined && found.dispersion !== undefined ? [sentences.varies] : []),
  ]);
}

function besideSaid({ comparison }: Found): Said[] {
  if (comparison === undefined) return [];
  const { name, before } = comparison;
  return [inBoth(before === undefined ? sentences.besideFew : sentences.beside, { name })];
}

function together(parts: readonly Said[]): Said {
  return { sv: parts.map(({ sv }) => sv).join(" "), en: parts.map(({ en }) => en).join(" ") };
}

function cannotTell(found: Found): Said[] {
  const { kind, before, n, months = 12 } = found;
  const time = timeBefore(found);
  if (kind === "events" && before === undefined) return [sentences.cannot, withTime(sentences.handful, { time })];
  if (kind === "events")
    return [sentences.cannot, withTime(sentences.tooFew, { time, after: timeOf(months) }, { before: before! })];
  if (kind === "road") return [sentences.cannot, sentences.roadSpread];
  if (kind === "share" && n !== undefined)
    return [sentences.cannot, before === undefined ? inBoth(sentences.fewAnswers, { n }) : sentences.noShare];
  return [sentences.cannot, kind === "count" ? sentences.fewCounted : sentences.unsteady];
}

function visible(found: Found): Said[] {
  const { kind, wanted, before = 0, seenAt, level = 0, months } = found;
  const down = wanted === "down";
  const measured = { before, level, shift: Math.round(Math.abs(before - level) * 10) / 10 };
  if (kind === "road") return [inBoth(down ? sentences.roadDown : sentences.roadUp, measured)];
  if (kind === "share") return [inBoth(down ? sentences.shareDown : sentences.shareUp, measured)];
  if (kind === "measured") return [inBoth(down ? sentences.measuredDown : sentences.measuredUp, measured)];
  const few = inBoth(sentences.few, { seenAt: seenAt ?? level });
  const aim =
    level === 0
      ? sentences.eightOfTenNone
      : inBoth(down ? sentences.eightOfTenDown : sentences.eightOfTenUp, { level });
  const figures = { seenAt: seenAt ?? level };
  const isCount = kind === "count" || months === undefined;
  if (down && seenAt === 0)
    return [
      isCount
        ? inBoth(sentences.seriesBefore, { before })
        : withTime(sentences.eventsBefore, { time: timeBefore(found) }, { before }),
      sentences.mustEnd,
    ];
  if (isCount)
    return [
      inBoth(sentences.seriesBefore, { before }),
      withTime(down ? sentences.nextMustFall : sentences.nextMustRise, { few }, figures),
      aim,
    ];
  return [
    withTime(sentences.eventsBefore, { time: timeBefore(found) }, { before }),
    withTime(down ? sentences.mustFall : sentences.mustRise, { few, after: timeOf(months) }, figures),
    aim,
  ];
}

/** A sentence with words in it that are said differently in the two languages. */
function withTime(
  said: Said,
  words: Readonly<Record<string, Said>>,
  figures: Readonly<Record<string, number>> = {},
): Said {
  const one = (lang: "sv" | "en") =>
    inBoth(said, { ...figures, ...Object.fromEntries(Object.entries(words).map(([key, word]) => [key, word[lang]])) })[
      lang
    ];
  return { sv: one("sv"), en: one("en") };
}

/** "ett år", "18 månader", "75 dygn": the time before as one says it. */
function timeBefore({ from, to }: Pick<Found, "from" | "to">): Said {
  const months = monthsBetween(from, addDays(to, 1));
  if (months > 0 && addMonths(from, months) === addDays(to, 1)) return timeOf(months);
  return inBoth(sentences.days, { days: daysBetween(from, to) + 1 });
}

function timeOf(months: number): Said {
  if (months === 12) return sentences.oneYear;
  return months % 12 === 0 ? inBoth(sentences.years, { years: months / 12 }) : inBoth(sentences.months, { months });
}

/** What it is counted in, in the reader's language where it is our own word; a source's unit stands as the source has it. */
export function unitOf({ kind, unit }: Pick<Found, "kind" | "unit">, lang: Lang): string {
  return kind === "events" ? say(eventsWord, lang) : unit;
}
const eventsWord = { sv: "händelser", en: "events" };
