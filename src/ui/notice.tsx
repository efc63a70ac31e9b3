import type { ReactNode } from "react";
import { StatusDiamond, type StatusKind } from "./status.tsx";

export type NoticeKind = "note" | "advice" | "error" | "done";

const signs: Readonly<Record<NoticeKind, StatusKind | undefined>> = {
  note: undefined,
  advice: "partly",
  error: "missed",
  done: "met",
};

/**
 * What happened (heading), what is safe (`safe`), what to do (`text`, `children`); the technical code last.
 * An error or a result that comes after an action is read out (`live`).
 */
export function Notice(props: {
  kind?: NoticeKind | undefined;
  heading: string;
  text?: string | undefined;
  safe?: string | undefined;
  code?: string | undefined;
  /** 1 where it is all there is on the page. */
  level?: 1 | 2 | 3 | undefined;
  live?: boolean | undefined;
  children?: ReactNode;
}) {
  const kind = props.kind ?? "note";
  const Heading = `h${props.level ?? 2}` as const;
  const sign = signs[kind];
  return (
    <div
      className={`notice notice-${kind}`}
      role={props.live === true ? (kind === "error" ? "alert" : "status") : undefined}
    >
      <Heading>
        {sign !== undefined && (
          <span className="notice-sign">
            <StatusDiamond kind={sign} />
          </span>
        )}
        {props.heading}
      </Heading>
      {props.safe !== undefined && <p className="notice-safe">{props.safe}</p>}
      {props.text !== undefined && <p>{props.text}</p>}
      {props.children}
      {props.code !== undefined && <p className="notice-code">{props.code}</p>}
    </div>
  );
}
