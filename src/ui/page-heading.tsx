import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** The heading is a sentence: what is asked, or what the reader is looking at. `document` is for a signed document's name. */
export function PageHeading(props: {
  heading: ReactNode;
  /** A quiet line over it: a date, the parties. */
  over?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  document?: boolean | undefined;
  /** 2 where it is shown inside another page. */
  level?: 2 | undefined;
}) {
  const Heading = props.level === 2 ? "h2" : "h1";
  return (
    <div className={classes("page-heading", props.document && "document-heading")}>
      {props.over !== undefined && <div className="page-heading-over">{props.over}</div>}
      <Heading>{props.heading}</Heading>
      {props.lead !== undefined && <p className="page-heading-lead">{props.lead}</p>}
      {props.actions !== undefined && <div className="page-heading-actions">{props.actions}</div>}
    </div>
  );
}
