import type { ReactNode } from "react";

/** A section's name over a 2 px ink rule, with at most a count or a link at its end. Rules before boxes. */
export function SectionHeading(props: {
  heading: ReactNode;
  level?: 2 | 3 | undefined;
  id?: string | undefined;
  children?: ReactNode;
}) {
  const Heading = props.level === 3 ? "h3" : "h2";
  return (
    <div className="section-heading">
      <Heading id={props.id}>{props.heading}</Heading>
      {props.children !== undefined && <span>{props.children}</span>}
    </div>
  );
}
