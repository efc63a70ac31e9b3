// The Swedish year: public holidays (lagen 1989:253 om allmänna helgdagar, with the eves that are kept as such), school breaks and the terms between them. A
// measurement that covers a holiday or a break can be shown, and cannot be compared; what is promised by the term is due by these terms.
import { addDays, type Day, weekdayOf } from "./time.ts";

export const HOLIDAYS = [
  "new-year",
  "epiphany",
  "good-friday",
  "easter-eve",
  "easter",
  "easter-monday",
  "may-day",
  "ascension",
  "pentecost",
  "national-day",
  "midsummer-eve",
  "midsummer",
  "all-saints",
  "christmas-eve",
  "christmas",
  "boxing-day",
  "new-year-eve",
] as const;
export type Holiday = (typeof HOLIDAYS)[number];
export const SCHOOL_BREAKS = ["sports", "easter-break", "summer", "autumn", "christmas-break", "other"] as const;
export type SchoolBreak = (typeof SCHOOL_BREAKS)[number];
export type SchoolTerm = { readonly name: "spring" | "autumn"; readonly from: Day; readonly to: Day };

/** The two breaks that terms lie between, as they usually fall; each municipality decides the very day. */
const SUMMER = { first: "06-11", last: "08-17" } as const;
const CHRISTMAS = { first: "12-20", last: "01-08" } as const;

/** The holidays of a year. Movable ones follow Easter (the Gregorian computus of Meeus, Jones and Butcher) or a weekday within a week. */
export function holidaysOf(year: number): ReadonlyMap<Day, Holiday> {
  const easter = easterOf(year);
  const saturdayFrom = (first: string) => onOrAfter(`${year}-${first}` as Day, 6);
  const days: readonly (readonly [Day, Holiday])[] = [
    [`${year}-01-01` as Day, "new-year"],
    [`${year}-01-06` as Day, "epiphany"],
    [addDays(easter, -2), "good-friday"],
    [addDays(easter, -1), "easter-eve"],
    [easter, "easter"],
    [addDays(easter, 1), "easter-monday"],
    [`${year}-05-01` as Day, "may-day"],
    [addDays(easter, 39), "ascension"],
    [addDays(easter, 49), "pentecost"],
    [`${year}-06-06` as Day, "national-day"],
    [addDays(saturdayFrom("06-20"), -1), "midsummer-eve"],
    [saturdayFrom("06-20"), "midsummer"],
    [saturdayFrom("10-31"), "all-saints"],
    [`${year}-12-24` as Day, "christmas-eve"],
    [`${year}-12-25` as Day, "christmas"],
    [`${year}-12-26` as Day, "boxing-day"],
    [`${year}-12-31` as Day, "new-year-eve"],
  ];
  return new Map(days.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Holidays a period covers, in order. Ordinary Sundays are part of any week and are none. */
export function holidaysWithin(from: Day, to: Day): readonly Holiday[] {
  return yearsOf(from, to).flatMap((year) =>
    [...holidaysOf(year)].filter(([day]) => day >= from && day <= to).map(([, holiday]) => holiday),
  );
}

/**
 * School breaks a period touches, by the weeks they usually fall in: sports week 9 in Gävleborg and in one of the weeks 7 to 10 elsewhere, the week from
 * Palm Sunday to Easter Monday with the four working days after it, 11 June to 17 August, week 44, 20 December to 8 January. The municipality decides, so whoever
 * measures may say otherwise.
 */
export function schoolBreaksWithin(from: Day, to: Day, countyCode: string): readonly SchoolBreak[] {
  const touched = yearsOf(from, to).flatMap((year) => {
    const easter = easterOf(year);
    const sports = countyCode === "21" ? [9, 9] : [7, 10];
    const breaks: readonly (readonly [SchoolBreak, Day, Day])[] = [
      ["christmas-break", `${year}-01-01` as Day, `${year}-${CHRISTMAS.last}` as Day],
      ["sports", mondayOfWeek(year, sports[0]!), addDays(mondayOfWeek(year, sports[1]!), 6)],
      ["easter-break", addDays(easter, -6), addDays(easter, 5)],
      ["summer", `${year}-${SUMMER.first}` as Day, `${year}-${SUMMER.last}` as Day],
      ["autumn", mondayOfWeek(year, 44), addDays(mondayOfWeek(year, 44), 6)],
      ["christmas-break", `${year}-${CHRISTMAS.first}` as Day, `${year}-12-31` as Day],
    ];
    return breaks.filter(([, first, last]) => first <= to && last >= from).map(([name]) => name);
  });
  return [...new Set(touched)];
}

/** School terms that a period touches, each whole: from the break before to the break after. Shorter breaks lie within a term. */
export function schoolTermsWithin(from: Day, to: Day): readonly SchoolTerm[] {
  const on = (year: number, day: string, days: number) => addDays(`${year}-${day}` as Day, days);
  return yearsOf(from, to)
    .flatMap((year): readonly SchoolTerm[] => [
      { name: "spring", from: on(year, CHRISTMAS.last, 1), to: on(year, SUMMER.first, -1) },
      { name: "autumn", from: on(year, SUMMER.last, 1), to: on(year, CHRISTMAS.first, -1) },
    ])
    .filter((term) => term.from <= to && term.to >= from);
}

/** The last day until then, that day included, when an office is open: no weekend, holiday or eve that is kept as one. */
export function workdayUntil(day: Day): Day {
  const isFree = weekdayOf(day) > 5 || holidaysOf(Number(day.slice(0, 4))).has(day);
  return isFree ? workdayUntil(addDays(day, -1)) : day;
}

function yearsOf(from: Day, to: Day): readonly number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function onOrAfter(day: Day, weekday: number): Day {
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7);
}

/** ISO 8601: week 1 holds 4 January. */
function mondayOfWeek(year: number, week: number): Day {
  const fourth = `${year}-01-04` as Day;
  return addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
}

function easterOf(year: number): Day {
  const golden = year % 19;
  const [century, rest] = [Math.floor(year / 100), year % 100];
  const correction = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const days = moon + sunday - 7 * late + 114;
  const two = (number: number) => String(number).padStart(2, "0");
  return `${year}-${two(Math.floor(days / 31))}-${two((days % 31) + 1)}` as Day;
}
