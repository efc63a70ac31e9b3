// The same week in earlier years, by the calendar: 52 weeks are a day and a quarter short of a year, and in ten years Midsummer has moved out of its window.

/** Days since 1970-01-01 of a civil date; a day past the month's end runs over into the next (Hinnant 2013, days_from_civil). */
function daysOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** Year, month and day of a number of days since 1970-01-01. */
function civilOf(days: number): readonly [year: number, month: number, day: number] {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day];
}

/**
 * Places in a weekly series of the week at `at` and of the same week one to `years` years before: of each year the week that begins on the weekday of this one, nearest to the same date.
 * `firstDay` is the first week's first day, in days since 1970-01-01. As surveillance's reference time points.
 */
export function sameWeeks(at: number, firstDay: number, years: number): number[] {
  const today = firstDay + 7 * at;
  const [year, month, day] = civilOf(today);
  return Array.from({ length: years + 1 }, (_, back) => at - Math.round((today - daysOf(year - back, month, day)) / 7));
}
