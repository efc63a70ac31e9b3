import { classes } from "./classes.ts";
import { Field, type FieldProps } from "./field.tsx";

export type TextProps = FieldProps & {
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: ((text: string) => void) | undefined;
  readonly maxLength?: number | undefined;
};

/** One line of text. With `value` and `onChange` the screen holds the text; without, the form does. */
export function TextField(
  props: TextProps & {
    type?: "text" | "email" | "search" | "url" | "tel" | "time" | "month" | "datetime-local" | undefined;
    autoComplete?: string | undefined;
    short?: boolean | undefined;
  },
) {
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          type={props.type ?? "text"}
          className={classes("input", props.short && "input-short")}
          value={props.value}
          defaultValue={props.defaultValue}
          maxLength={props.maxLength}
          autoComplete={props.autoComplete}
          onChange={textChange(props.onChange)}
        />
      )}
    </Field>
  );
}

export function textChange(onChange: ((text: string) => void) | undefined) {
  if (onChange === undefined) return undefined;
  return (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value);
}
