import { classes } from "./classes.ts";

/** Who has signed so far: the mark is a meter, not only a sign. */
export type MarkState = "none" | "municipality" | "police" | "whole";

/** Two legs that meet under a diamond. Decoration unless a name is given. */
export function Mark({ state = "whole", large, name }: { state?: MarkState; large?: boolean; name?: string }) {
  const left = state === "whole" || state === "municipality";
  const right = state === "whole" || state === "police";
  return (
    <svg
      viewBox="0 0 48 48"
      className={classes("mark", large && "mark-large")}
      {...(name === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": name })}
    >
      <path d="M2 45 19.4 15.6 24.6 24.4 12.4 45Z" {...leg(left)} />
      <path d="M46 45 28.6 15.6 23.4 24.4 35.6 45Z" {...leg(right)} />
      <path
        d="M24 2.5 31.6 15.3 24 28.1 16.4 15.3Z"
        className={classes("mark-diamond", state === "whole" && "mark-lit")}
        strokeWidth="2.6"
        strokeDasharray={state === "none" ? "3 2.4" : undefined}
      />
    </svg>
  );
}

function leg(signed: boolean) {
  return signed ? { fill: "currentColor" } : { fill: "none", stroke: "currentColor", strokeWidth: 2 };
}
