import { useId } from "react";
import type { Qualifier } from "../ground/count.ts";

/**
 * Track = the whole period, fill = done, tick = due by now. The qualifier decides the end of the fill:
 * square, pointed, or hatched throughout. More than the whole fills the track and says so in words.
 */
export function TargetMeter(props: {
  done: number;
  total: number;
  due?: number | undefined;
  qualifier?: Qualifier | undefined;
  /** The whole as a sentence, for those who hear the page. */
  sentence: string;
  /** "44 vid det här laget". */
  dueWords?: string | undefined;
  /** "72". */
  totalWords?: string | undefined;
}) {
  const pattern = useId();
  const done = share(props.done, props.total);
  const due = props.due === undefined ? undefined : share(props.due, props.total);
  const crowded = due !== undefined && props.dueWords !== undefined && due > 72;
  const anchor = due === undefined ? "start" : due > 50 ? "end" : due < 20 ? "start" : "middle";
  return (
    <div className="target-meter">
      <svg
        className={crowded && props.totalWords !== undefined ? "track track-two-rows" : "track"}
        role="img"
        aria-label={props.sentence}
      >
        <rect className="track-bed" x="0" y="4" width="100%" height="10" />
        {props.qualifier === "approximately" ? (
          <>
            <defs>
              <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(30)">
                <rect className="track-done" width="3.5" height="6" />
              </pattern>
            </defs>
            <rect fill={`url(#${pattern})`} x="0" y="4" width={`${done}%`} height="10" />
          </>
        ) : (
          <rect className="track-done" x="0" y="4" width={`${done}%`} height="10" />
        )}
        {props.qualifier === "at-least" && done > 0 && done < 98 && (
          <svg x={`${done}%`} y="4" overflow="visible">
            <path className="track-done" d="M-.5 0 9 5-.5 10Z" />
          </svg>
        )}
        {due !== undefined && <line className="track-due" x1={`${due}%`} x2={`${due}%`} y1="0" y2="18" />}
        {due !== undefined && props.dueWords !== undefined && (
          <text className="track-words" x={`${due}%`} y="30" textAnchor={anchor}>
            {props.dueWords}
          </text>
        )}
        {props.totalWords !== undefined && (
          <text className="track-words" x="100%" y={crowded ? 46 : 30} textAnchor="end">
            {props.totalWords}
          </text>
        )}
      </svg>
    </div>
  );
}

/** Per cent of the track, within it, to two decimals. */
function share(part: number, whole: number): number {
  if (whole <= 0) return 0;
  return Math.round(Math.min(Math.max(part / whole, 0), 1) * 10_000) / 100;
}
