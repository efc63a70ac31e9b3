// The ends of school terms and seasons, as days: «slutet av höstterminen 2028» is promised in words and followed up by the calendar.
import { addDays, type Day } from "../ground/time.ts";
import { say, type Said } from "../ground/words.ts";
import type { SaidDay } from "./document.ts";
import { seasonWords, termWords } from "./draft-words.ts";

/** The day a term or season is over at the latest. A school decides the very day; a spring term ends in June and an autumn term by the new year (skolförordningen 3:2–3). */
const ENDS = [
  { words: seasonWords.winter, end: "03-01", before: 1 },
  { words: seasonWords.spring, end: "05-31", before: 0 },
  { words: termWords.spring, end: "06-30", before: 0 },
  { words: seasonWords.summer, end: "08-31", before: 0 },
  { words: seasonWords.autumn, end: "11-30", before: 0 },
  { words: termWords.autumn, end: "12-31", before: 0 },
] as const;
/** More than this is no list to choose from. */
const MOST_YEARS = 10;

/** "höstterminen 2028" and the day it is over; a winter is called by both its years. */
export type TermEnd = Said & { readonly day: Day };

/** Every term and season that ends between two days, both included, in order. */
export function termEndsIn(from: Day, to: Day): readonly TermEnd[] {
  const first = Number(from.slice(0, 4));
  const last = Math.min(Number(to.slice(0, 4)), first + MOST_YEARS);
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_none, place) => first + place);
  return years
    .flatMap((year) =>
      ENDS.map(({ words, end, before }) => {
        const day = `${year}-${end}` as Day;
        const named = before === 0 ? String(year) : `${year - 1}–${year}`;
        return {
          // The last of February, also where it has twenty-nine days.
          day: before === 0 ? day : addDays(day, -1),
          sv: say(words, "sv", { year: named }),
          en: say(words, "en", { year: named }),
        };
      }),
    )
    .filter(({ day }) => from <= day && day <= to);
}

/** "slutet av höstterminen 2028", with its day: in the words of the promise, which are Swedish. */
export function deadlineAtEnd({ day, sv }: TermEnd): SaidDay {
  return { said: `slutet av ${sv}`, on: day };
}

/** Said in words and not only as a day, a month or a year. */
export function inWords({ said }: SaidDay): boolean {
  return /\p{L}/u.test(said);
}
