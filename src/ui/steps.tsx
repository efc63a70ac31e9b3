import type { ReactNode } from "react";
import { StatusDiamond } from "./status.tsx";

export type Step = {
  readonly heading: string;
  readonly text?: ReactNode;
  readonly state?: "done" | "here" | "future" | undefined;
};

/** The way so far, where it is now, and what is said to come (dotted). */
export function Steps({ steps, level = 3 }: { steps: readonly Step[]; level?: 3 | 4 }) {
  const Heading = level === 4 ? "h4" : "h3";
  return (
    <ol className="steps">
      {steps.map((step, place) => (
        <li
          // The same can have happened twice on a day.
          key={`${place} ${step.heading}`}
          className={`step-${step.state ?? "done"}`}
          aria-current={step.state === "here" ? "step" : undefined}
        >
          <Heading>{step.heading}</Heading>
          {step.text !== undefined && <div className="step-text">{step.text}</div>}
        </li>
      ))}
    </ol>
  );
}

/** Things that must be in order before an act: a tick for what is, a diamond with words for what is not. */
export function Checks({ checks }: { checks: readonly { readonly text: ReactNode; readonly met: boolean }[] }) {
  return (
    <ul className="checks">
      {checks.map((check, place) => (
        <li key={place} className={check.met ? "status-met" : "status-missed"}>
          <StatusDiamond kind={check.met ? "met" : "missed"} />
          <div>{check.text}</div>
        </li>
      ))}
    </ul>
  );
}
