import type { ReactNode } from "react";

/** Says what emptiness means ("Ingen har gått eller frågat") and offers one thing to do. */
export function Empty(props: { heading: string; text: string; level?: 2 | 3 | undefined; action?: ReactNode }) {
  const Heading = props.level === 2 ? "h2" : "h3";
  return (
    <div className="empty">
      <Heading>{props.heading}</Heading>
      <p>{props.text}</p>
      {props.action}
    </div>
  );
}
