import { useId, type ReactNode } from "react";
import { classes } from "./classes.ts";
import { FormError } from "./form-error.tsx";

/** What every field is told. `id` is needed only when an error summary links to it. */
export type FieldProps = {
  readonly label: string;
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  /** One line: why it is asked, or an example. */
  readonly guide?: string | undefined;
  readonly error?: string | undefined;
  /** A word after the label, "frivilligt", where most other fields must be filled in. */
  readonly optional?: string | undefined;
  readonly required?: boolean | undefined;
};

/** What the control inside a field carries to belong to its label, guidance and error. */
export type ControlAttributes = {
  id: string;
  name: string | undefined;
  required: boolean | undefined;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

/** Label, guidance, control, error: in that order, for every control with one label. */
export function Field(props: FieldProps & { children: (control: ControlAttributes) => ReactNode }) {
  const made = useId();
  const id = props.id ?? made;
  const described = [props.guide !== undefined && `${id}-guide`, props.error !== undefined && `${id}-error`].filter(
    (part) => part !== false,
  );
  return (
    <div className={classes("field", props.error !== undefined && "field-wrong")}>
      <label className="field-label" htmlFor={id}>
        {props.label}
        {props.optional !== undefined && <span className="field-optional"> ({props.optional})</span>}
      </label>
      {props.guide !== undefined && (
        <p className="field-guide" id={`${id}-guide`}>
          {props.guide}
        </p>
      )}
      {props.children({
        id,
        name: props.name,
        required: props.required,
        "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
        "aria-invalid": props.error !== undefined ? true : undefined,
      })}
      {props.error !== undefined && <FormError id={`${id}-error`} text={props.error} />}
    </div>
  );
}
