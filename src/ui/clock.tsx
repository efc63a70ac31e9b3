import { useId, type ReactNode } from "react";
import { classes } from "./classes.ts";

type Track = {
  /** How much of the time is gone, 0 to 1. */
  readonly gone: number;
  readonly late?: boolean | undefined;
  /** Both ends dated in words: "20 okt 2026 halvårsrapport", "senast 18 jan 2027". */
  readonly from: ReactNode;
  readonly to: ReactNode;
};

/** The public's clock: how many days since the parties last said a word, and when the next is promised. */
export function SilenceClock(
  props: Track & { heading: string; figure: string; words: string; level?: 2 | 3 | undefined },
) {
  const Heading = props.level === 3 ? "h3" : "h2";
  return (
    <section className={classes("clock", props.late && "clock-late")}>
      <Heading>{props.heading}</Heading>
      <p className="clock-figure">
        <span className="figure">{props.figure}</span> <span>{props.words}</span>
      </p>
      <ClockTrack {...props} />
    </section>
  );
}

/** One line of a list of clocks: what it counts, and how long is left. The same for legal clocks. */
export function Clock(props: Track & { name: ReactNode; left: string }) {
  return (
    <div className={classes("clock", props.late && "clock-late")}>
      <p className="clock-row">
        <b>{props.name}</b>
        <span>{props.left}</span>
      </p>
      <ClockTrack {...props} />
    </div>
  );
}

function ClockTrack({ gone, late, from, to }: Track) {
  const pattern = useId();
  const place = `${Math.round(Math.min(Math.max(gone, 0), 1) * 10_000) / 100}%`;
  return (
    <>
      <svg className="track" aria-hidden="true">
        <rect className="track-bed" x="0" y="5" width="100%" height="8" />
        {late === true ? (
          <>
            <defs>
              <pattern id={pattern} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(30)">
                <rect className="track-late" width="9" height="9" />
                <path className="track-late-stripe" d="M7.5 0V9" strokeWidth="3" />
              </pattern>
            </defs>
            <rect fill={`url(#${pattern})`} x="0" y="5" width="100%" height="8" />
          </>
        ) : (
          <>
            <rect className="track-done" x="0" y="5" width={place} height="8" />
            <svg x={place} y="9" overflow="visible">
              <path className="track-now" d="M0-8 8 0 0 8-8 0Z" />
            </svg>
          </>
        )}
      </svg>
      <p className="clock-ends">
        <span>{from}</span>
        <span>{to}</span>
      </p>
    </>
  );
}
