import { classes } from "./classes.ts";
import { Field } from "./field.tsx";
import { textChange, type TextProps } from "./text-field.tsx";

/** Several lines. `word` sets it in serif: only for texts that are signed or quoted exactly as written. */
export function TextArea(props: TextProps & { rows?: number | undefined; word?: boolean | undefined }) {
  return (
    <Field {...props}>
      {(control) => (
        <textarea
          {...control}
          className={classes("input", props.word && "input-word")}
          rows={props.rows ?? 4}
          value={props.value}
          defaultValue={props.defaultValue}
          maxLength={props.maxLength}
          onChange={textChange(props.onChange)}
        />
      )}
    </Field>
  );
}
