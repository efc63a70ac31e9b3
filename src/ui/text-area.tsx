import { useRef } from "react";
import { classes } from "./classes.ts";
import { Field } from "./field.tsx";
import { textChange, type TextProps } from "./text-field.tsx";

/** A stretch of the text that is pointed out while it is written: characters from the start. */
export type TextMark = { readonly at: number; readonly length: number };

/** Several lines. `word` sets it in serif: only for texts that are signed or quoted exactly as written. `marks` needs `value`. */
export function TextArea(
  props: TextProps & {
    rows?: number | undefined;
    word?: boolean | undefined;
    marks?: readonly TextMark[] | undefined;
  },
) {
  const behind = useRef<HTMLDivElement>(null);
  return (
    <Field {...props}>
      {(control) => {
        const area = (
          <textarea
            {...control}
            className={classes("input", props.word && "input-word")}
            rows={props.rows ?? 4}
            value={props.value}
            defaultValue={props.defaultValue}
            maxLength={props.maxLength}
            onChange={textChange(props.onChange)}
            onScroll={(event) => behind.current?.scrollTo(0, event.currentTarget.scrollTop)}
          />
        );
        if (props.marks === undefined) return area;
        return (
          <div className="marked-input">
            <div className={classes("input", props.word && "input-word")} aria-hidden ref={behind}>
              {piecesOf(props.value ?? "", props.marks)}
            </div>
            {area}
          </div>
        );
      }}
    </Field>
  );
}

/** The text again behind the letters, with the stretches tinted. */
function piecesOf(text: string, marks: readonly TextMark[]) {
  const edges = [...new Set([0, ...marks.flatMap(({ at, length }) => [at, at + length]), text.length])].toSorted(
    (a, b) => a - b,
  );
  return edges.slice(0, -1).map((from, index) => {
    const piece = text.slice(from, edges[index + 1]);
    const isMarked = marks.some(({ at, length }) => at <= from && from < at + length);
    return isMarked ? <mark key={from}>{piece}</mark> : <span key={from}>{piece}</span>;
  });
}
