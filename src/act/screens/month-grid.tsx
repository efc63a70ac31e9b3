import { holidayWords } from "../../collect/traffic/words.ts";
import { holidaysOf } from "../../ground/swedish-calendar.ts";
import { addDays, addMonths, type Day, type Month, monthOf, weekdayOf } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { classes } from "../../ui/classes.ts";
import { asHeading, formatDay, formatMonth } from "../../ui/format.ts";
import { weekdayName } from "../../ui/hour-cells.ts";
import { monthWords as words } from "../month-words.ts";

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

/** A month, week by week from Monday: what was done on which day, what has its last or new day when, what is a holiday. */
export function MonthGrid({
  month,
  today,
  done,
  left,
  lang,
}: {
  month: Month;
  today: Day;
  done: ReadonlySet<string>;
  left: ReadonlySet<string>;
  lang: Lang;
}) {
  const first = `${month}-01` as Day;
  const last = addDays(addMonths(first, 1), -1);
  const monday = addDays(first, 1 - weekdayOf(first));
  const weeks = [0, 1, 2, 3, 4, 5].map((week) => addDays(monday, week * 7)).filter((day) => day <= last);
  const holidays = holidaysOf(Number(month.slice(0, 4)));
  const named = [...holidays].filter(([day]) => monthOf(day) === month);
  return (
    <div className="month-grid stack-tight">
      <table>
        <caption className="visually-hidden">{asHeading(formatMonth(month, lang))}</caption>
        <thead>
          <tr>
            {WEEK.map((day) => (
              <th key={day} scope="col">
                <span aria-hidden="true">{weekdayName(day, lang).slice(0, 1).toLowerCase()}</span>
                <span className="visually-hidden">{weekdayName(day, lang)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week}>
              {WEEK.map((offset) => addDays(week, offset)).map((day) =>
                monthOf(day) === month ? (
                  <td
                    key={day}
                    aria-current={day === today ? "date" : undefined}
                    className={classes(
                      day < today && "month-grid-past",
                      day === today && "month-grid-today",
                      holidays.has(day) && "month-grid-holiday",
                    )}
                  >
                    <time dateTime={day}>{Number(day.slice(8))}</time>
                    <span className="month-grid-marks">
                      {done.has(day) && <Mark filled word={say(words.markDone, lang)} />}
                      {left.has(day) && <Mark word={say(words.markLeft, lang)} />}
                    </span>
                    {day === today && <span className="visually-hidden"> {say(words.today, lang)}</span>}
                  </td>
                ) : (
                  <td key={day} className="month-grid-other">
                    {"\u00A0"}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small quiet">
        {[
          say(words.calendarKey, lang),
          ...named.map(
            ([day, name]) =>
              `${say(words.holiday, lang, {
                day: formatDay(day, lang).replace(/ \d{4}$/, ""),
                name: say(holidayWords[name], lang),
              })}.`,
          ),
        ].join(" ")}
      </p>
    </div>
  );
}

/** The diamond of the house, and what it says for those who hear it. */
function Mark({ filled = false, word }: { filled?: boolean; word: string }) {
  return (
    <>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 1 15 8 8 15 1 8Z" fill={filled ? "currentColor" : "none"} stroke="currentColor" strokeWidth="2.4" />
      </svg>
      <span className="visually-hidden"> {word}</span>
    </>
  );
}
