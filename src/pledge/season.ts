// The time of year that something is promised for: «vinter», «mörkervandringar oktober–november», «höstterminen». It is written in the promise's own words; what is
// not one of the words known here is left to people, and counts as no season.
import { schoolTermsWithin } from "../ground/swedish-calendar.ts";
import { addDays, addMonths, type Day } from "../ground/time.ts";

export type Stretch = { readonly from: Day; readonly to: Day };
/** Months of the year, 1 to 12, and school terms. */
export type Season = { readonly months: readonly number[]; readonly terms: readonly ("spring" | "autumn")[] };

const MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const MONTH =
  /^(januari|jan|februari|feb|mars|april|apr|maj|juni|jun|juli|jul|augusti|aug|september|sept?|oktober|okt|november|nov|december|dec)$/;
/** Each season by its first month; it lasts three. */
const SEASONS = { vinter: 12, vår: 3, sommar: 6, höst: 9 } as const;
const SEASON = /^(vinter|vår|sommar|höst)(n|en|tid|månader|månaderna)?$/;
const TERM = /^(höst|vår)?(termin|terminen|terminerna)$/;
const SCHOOL_YEAR = /^(terminstid|läsåret|skolåret|terminer|terminerna)$/;
const SMALL = new Set(["på", "under", "i", "om", "varje", "hela"]);
/** What is done may be named first: «mörkervandringar oktober–november». */
const WHAT_IS_DONE = /^\p{L}{3,}(ar|or|arna|orna|erna)$/u;

type Part = { readonly first: number; readonly last: number } | { readonly terms: Season["terms"] };

/** Undefined where a single word of it is not understood: a season that is half read would count what was not promised. */
export function readSeason(said: string | undefined): Season | undefined {
  const tokens = (said ?? "")
    .toLowerCase()
    .replaceAll(/[.,;()]/g, " ")
    .replaceAll(/[–—-]/g, " till ")
    .split(/\s+/)
    .filter((token) => token !== "" && !SMALL.has(token));
  if (tokens.length > 1 && WHAT_IS_DONE.test(tokens[0]!) && partOf(tokens[0]!) === undefined) tokens.shift();
  const months = new Set<number>();
  const terms = new Set<"spring" | "autumn">();
  let joins: string | undefined;
  let before: Part | undefined;
  for (const token of tokens) {
    if (token === "till" || token === "och" || token === "samt") {
      if (before === undefined || joins !== undefined) return undefined;
      joins = token;
      continue;
    }
    const part = partOf(token);
    if (part === undefined || (before !== undefined && joins === undefined)) return undefined;
    if ("terms" in part) {
      if (joins === "till") return undefined;
      for (const term of part.terms) terms.add(term);
    } else {
      if (joins === "till" && (before === undefined || "terms" in before)) return undefined;
      const first = joins === "till" && before !== undefined && "first" in before ? before.first : part.first;
      for (let month = first; ; month = (month % 12) + 1) {
        months.add(month);
        if (month === part.last) break;
      }
    }
    before = part;
    joins = undefined;
  }
  if (before === undefined || joins !== undefined) return undefined;
  return { months: [...months], terms: [...terms] };
}

function partOf(token: string): Part | undefined {
  if (MONTH.test(token)) {
    const month = MONTHS.indexOf(token.slice(0, 3)) + 1;
    return { first: month, last: month };
  }
  const season = SEASON.exec(token)?.[1] as keyof typeof SEASONS | undefined;
  if (season !== undefined) return { first: SEASONS[season], last: ((SEASONS[season] + 1) % 12) + 1 };
  if (SCHOOL_YEAR.test(token)) return { terms: ["spring", "autumn"] };
  const term = TERM.exec(token);
  if (term === null) return undefined;
  return { terms: term[1] === undefined ? ["spring", "autumn"] : [term[1] === "vår" ? "spring" : "autumn"] };
}

/** The season's days between two days, both included, as stretches that do not touch each other; all of it where there is no season. */
export function seasonWithin(season: Season | undefined, from: Day, to: Day): readonly Stretch[] {
  if (to < from) return [];
  if (season === undefined) return [{ from, to }];
  const found: Stretch[] = schoolTermsWithin(from, to).filter(({ name }) => season.terms.includes(name));
  for (let first = `${from.slice(0, 7)}-01` as Day; first <= to; first = addMonths(first, 1))
    if (season.months.includes(Number(first.slice(5, 7))))
      found.push({ from: first, to: addDays(addMonths(first, 1), -1) });
  const joined: Stretch[] = [];
  for (const one of found.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last === undefined || one.from > addDays(last.to, 1)) joined.push(one);
    else joined[joined.length - 1] = { from: last.from, to: one.to > last.to ? one.to : last.to };
  }
  return joined.map((one) => ({ from: one.from > from ? one.from : from, to: one.to < to ? one.to : to }));
}
