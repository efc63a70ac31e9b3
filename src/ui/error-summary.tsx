import { useEffect, useRef } from "react";

type Summary = {
  heading: string;
  errors: readonly { readonly fieldId: string; readonly text: string }[];
  /** Where a link alone does not lead to the field, since it may lie folded. */
  onGo?: ((fieldId: string) => void) | undefined;
};

/** What stands in the way of sending, each a link to its field. Takes the focus each time it says something new. */
export function ErrorSummary(props: Summary) {
  if (props.errors.length === 0) return null;
  return <Said key={props.errors.map((error) => error.text).join("\n")} {...props} />;
}

function Said({ heading, errors, onGo }: Summary) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{heading}</h2>
      <ul className="error-list">
        {errors.map((error) => (
          <li key={error.fieldId}>
            <a
              href={`#${error.fieldId}`}
              onClick={
                onGo &&
                ((event) => {
                  event.preventDefault();
                  onGo(error.fieldId);
                })
              }
            >
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
