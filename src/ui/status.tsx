import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/**
 * The shapes a state can have. Wider words share them: "överträffad" exceeded, "efter plan" behind,
 * "utgår", "återkallat", "ersatt" ended, "utkast" and "förankras" waiting, "undertecknat" and "gäller" running.
 */
export type StatusKind =
  | "met"
  | "exceeded"
  | "partly"
  | "running"
  | "behind"
  | "waiting"
  | "missed"
  | "ended"
  | "unmeasurable";

const EDGE = "M8 1 15 8 8 15 1 8Z";
const edge = <path d={EDGE} fill="none" stroke="currentColor" strokeWidth="1.7" />;
const shapes: Readonly<Record<StatusKind, ReactNode>> = {
  met: (
    <>
      <path d={EDGE} fill="currentColor" />
      <path d="M5 8.2 7.2 10.4 11.2 5.8" fill="none" className="status-tick" strokeWidth="1.6" />
    </>
  ),
  exceeded: (
    <>
      <path d={EDGE} fill="currentColor" />
      <path d="M8 4.600V11.400M4.600 8H11.400" fill="none" className="status-tick" strokeWidth="1.6" />
    </>
  ),
  partly: (
    <>
      {edge}
      <path d="M8 1 8 15 1 8Z" fill="currentColor" />
    </>
  ),
  running: (
    <>
      {edge}
      <path d="M8 5 11 8 8 11 5 8Z" fill="currentColor" />
    </>
  ),
  behind: (
    <>
      {edge}
      <path d="M9.600 5.200 6.800 8 9.600 10.800" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  waiting: edge,
  missed: (
    <>
      {edge}
      <path d="M5.6 5.6 10.4 10.4M10.4 5.6 5.6 10.4" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  ended: (
    <>
      {edge}
      <path d="M1 8H15" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  unmeasurable: (
    <>
      <path d={EDGE} fill="none" stroke="currentColor" strokeWidth="1.7" strokeDasharray="2.6 2" />
      <path d="M5.4 8h5.2" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
};

/** The diamond alone: decoration, the word stands beside it. */
export function StatusDiamond({ kind }: { kind: StatusKind }) {
  return (
    <svg viewBox="0 0 16 16" className="status-diamond" aria-hidden="true">
      {shapes[kind]}
    </svg>
  );
}

/** Diamond and word. `tag` is on a wash, `text` in running text, `figure` where a number would have stood. */
export function Status(props: { kind: StatusKind; word: string; as?: "tag" | "text" | "figure" }) {
  const as = props.as ?? "tag";
  return (
    <span className={classes("status", `status-${props.kind}`, as !== "text" && `status-${as}`)}>
      <StatusDiamond kind={props.kind} />
      {props.word}
    </span>
  );
}
