import type { ReactNode } from "react";

/** The heading says what is not shown, the text why and what can be seen instead. Never "data saknas". */
export function SmallNumberNotice(props: {
  heading: string;
  text: string;
  level?: 2 | 3 | undefined;
  children?: ReactNode;
}) {
  const Heading = props.level === 2 ? "h2" : "h3";
  return (
    <div className="unsaid">
      <div>
        <Heading>{props.heading}</Heading>
        <p>{props.text}</p>
        {props.children}
      </div>
    </div>
  );
}
