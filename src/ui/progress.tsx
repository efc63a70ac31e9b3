import { useId } from "react";

/** How far something long has come. Without `of` nobody knows how long it is, and the bar says only that it goes on. */
export function Progress(props: { label: string; done: number; of?: number | undefined; words: string }) {
  const id = useId();
  return (
    <div className="progress">
      <p className="strong" id={id}>
        {props.label}
      </p>
      <progress
        aria-labelledby={id}
        aria-valuetext={props.words}
        max={props.of}
        value={props.of === undefined ? undefined : Math.min(props.done, props.of)}
      />
      <p className="quiet" role="status">
        {props.words}
      </p>
    </div>
  );
}
