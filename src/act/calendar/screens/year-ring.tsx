import type { Lang } from "../../../ground/words.ts";
import { MONTHS, type Standing } from "../wheel.ts";
import { monthShort } from "./month-name.ts";

const [OUTER, INNER, MARKS] = [100, 62, 52] as const;
/** A gap between two months, in degrees. */
const GAP = 1;

/** The year as a ring, January at the top and on with the sun: filled what is done, marked what is left. The list beside says the same in words. */
export function YearRing(props: {
  readonly year: number;
  /** This month, 1 to 12. */
  readonly month: number;
  /** Of the tasks of each month. */
  readonly standings: readonly (readonly Standing[])[];
  readonly lang: Lang;
}) {
  const { year, month: now, standings, lang } = props;
  return (
    <svg className="year-ring" viewBox="-104 -104 208 208" aria-hidden="true">
      {MONTHS.map((month) => {
        const tasks = standings[month - 1] ?? [];
        const [x, y] = at((OUTER + INNER) / 2, month * 30 - 15);
        return (
          <g key={month} className={month === now ? "year-now" : month < now ? "year-past" : undefined}>
            <path d={arc(month)} className="year-month" />
            <text x={x} y={y + 4}>
              {monthShort(month, lang)}
            </text>
            {tasks.map((standing, place) => {
              const [cx, cy] = at(MARKS, month * 30 - 15 + (place - (tasks.length - 1) / 2) * 9);
              return <circle key={place} cx={cx} cy={cy} r="3.2" className={`year-mark year-mark-${standing}`} />;
            })}
          </g>
        );
      })}
      <text className="year-number" y="9">
        {year}
      </text>
    </svg>
  );
}

/** A point so far out, so many degrees from the top. */
function at(radius: number, degrees: number): readonly [number, number] {
  const turn = ((degrees - 90) * Math.PI) / 180;
  return [Math.round(radius * Math.cos(turn) * 100) / 100, Math.round(radius * Math.sin(turn) * 100) / 100];
}

function arc(month: number): string {
  const [from, to] = [(month - 1) * 30 + GAP, month * 30 - GAP];
  const [a, b, c, d] = [at(OUTER, from), at(OUTER, to), at(INNER, to), at(INNER, from)];
  const said = (point: readonly [number, number]) => point.join(" ");
  return `M${said(a)} A${OUTER} ${OUTER} 0 0 1 ${said(b)} L${said(c)} A${INNER} ${INNER} 0 0 0 ${said(d)} Z`;
}
