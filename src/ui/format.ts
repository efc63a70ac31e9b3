// Numbers, days and lists as a Swede (and an English reader) writes them. Pure: whoever calls hands in the value.
import { SWEDISH_TIME, type Day, type Instant, type Month } from "../ground/time.ts";
import type { Lang } from "../ground/words.ts";

const LOCALES: Readonly<Record<Lang, string>> = { sv: "sv-SE", en: "en-GB" };

const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.ListFormat>();
/** Formatters are dear to make and are the same for everyone. */
function once<T extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.ListFormat>(key: string, make: () => T): T {
  const known = made.get(key);
  if (known !== undefined) return known as T;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

function dateFormat(lang: Lang, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(`date ${key} ${lang}`, () => new Intl.DateTimeFormat(LOCALES[lang], options));
}

/** Calendar days are formatted at noon UTC, so that no time zone can move them. */
function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** "21 april 2022", "21 April 2022". */
export function formatDay(day: Day, lang: Lang): string {
  return dateFormat(lang, "day", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" }).format(noon(day));
}

/** "måndag 7 december", "Monday 7 December": of a day that is near. */
export function formatWeekday(day: Day, lang: Lang): string {
  const format = { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" } as const;
  return dateFormat(lang, "weekday", format).format(noon(day)).replace(",", "");
}

/** "april 2022", "April 2022". */
export function formatMonth(month: Month, lang: Lang): string {
  return dateFormat(lang, "month", { timeZone: "UTC", month: "long", year: "numeric" }).format(noon(`${month}-01`));
}

/** "apr", for an axis. */
export function formatMonthShort(month: Month, lang: Lang): string {
  return dateFormat(lang, "month-short", { timeZone: "UTC", month: "short" })
    .format(noon(`${month}-01`))
    .replaceAll(".", "");
}

/** The Swedish clock: "14.07", in English "14:07"; 24 hours in both. */
export function formatClock(at: Instant, lang: Lang): string {
  const clock = dateFormat("en", "clock", {
    timeZone: SWEDISH_TIME,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(at));
  return lang === "sv" ? clock.replace(":", ".") : clock;
}

/** "21 april 2022 kl 14.07", "21 April 2022 at 14:07". */
export function formatInstant(at: Instant, lang: Lang): string {
  const day = dateFormat(lang, "instant-day", {
    timeZone: SWEDISH_TIME,
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(new Date(at));
  return `${day} ${lang === "sv" ? "kl" : "at"}\u00A0${formatClock(at, lang)}`;
}

/** From and to with what they share said once: "3–9 april 2022", "3 april–2 maj 2022", "2022–2024" for whole years. */
export function formatPeriod(from: Day, to: Day, lang: Lang): string {
  if (from.endsWith("-01-01") && to.endsWith("-12-31")) {
    const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
    return first === last ? first : `${first}–${last}`;
  }
  if (from === to) return formatDay(from, lang);
  const last = formatDay(to, lang);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${last}`;
  const first = formatDay(from, lang);
  return `${from.slice(0, 4) === to.slice(0, 4) ? first.slice(0, -5) : first}–${last}`;
}

/** "9 204", "47,3": space that does not break, decimal comma. `decimals` fixes how many are shown. */
export function formatNumber(value: number, lang: Lang, decimals?: number): string {
  return once(`number ${lang} ${decimals ?? "free"}`, () => {
    const digits =
      decimals === undefined
        ? { maximumFractionDigits: 1 }
        : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return new Intl.NumberFormat(LOCALES[lang], digits);
  }).format(value);
}

const NUMBERS = {
  sv: ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"],
  en: ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
} as const;

/** "tre", "three"; from thirteen in figures. */
export function numberWord(count: number, lang: Lang): string {
  return NUMBERS[lang][count] ?? String(count);
}

/** A share never without what it is out of: "38 av 120". */
export function formatOutOf(part: number, whole: number, lang: Lang): string {
  return `${formatNumber(part, lang)} ${lang === "sv" ? "av" : "of"}\u00A0${formatNumber(whole, lang)}`;
}

/** "Åmot, Jädraås och Lingbo", "Åmot, Jädraås and Lingbo". */
export function formatList(parts: readonly string[], lang: Lang): string {
  return once(`list ${lang}`, () => new Intl.ListFormat(LOCALES[lang], { style: "long", type: "conjunction" })).format(
    parts,
  );
}

/** Codes and hashes in groups of four: they are read aloud and compared by eye. */
export function formatHash(hash: string, groups = Number.POSITIVE_INFINITY): string {
  const parts = hash.match(/.{1,4}/g) ?? [];
  return parts.slice(0, groups).join(" ");
}

/** Where the long words of this field may be broken. The longest first: "lokalpolisområdes" before "lokalpolis". */
const JOINTS = [
  "kommunstyrelsens",
  "lokalpolis",
  "kommunpolis",
  "områdes",
  "medborgar",
  "trygghets",
  "nykterhets",
  "hastighets",
  "brottsförebyggande",
  "brotts",
  "förebyggande",
  "samverkans",
  "överens",
  "kommunikations",
  "information",
  "informations",
  "säkerhets",
  "uppföljnings",
  "fritids",
  "narkotika",
  "samhälls",
  "räddnings",
  "ordnings",
  "underskrifts",
  "åtgärds",
  "polis",
  "lednings",
  "kommun",
] as const;

/** As it stands first: «belysningen vid skolan» is «Belysningen vid skolan» in a heading. */
export function asHeading(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/**
 * Puts soft hyphens into compounds of fourteen letters or more, where Swedish may break them
 * ("lokalpolis-områdes-chef"). For narrow columns; the text is otherwise unchanged and reads the same aloud.
 */
export function softHyphens(text: string): string {
  return text.replace(/\p{L}{14,}/gu, (word) => {
    let rest = word;
    let parts = "";
    for (;;) {
      const joint = JOINTS.find(
        (part) => rest.length >= part.length + 3 && rest.slice(0, part.length).toLowerCase() === part,
      );
      if (joint === undefined) return parts + rest;
      parts += `${rest.slice(0, joint.length)}\u00AD`;
      rest = rest.slice(joint.length);
    }
  });
}
