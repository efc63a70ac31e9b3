import { useId } from "react";
import { classes } from "./classes.ts";
import { FormError } from "./form-error.tsx";

/** One thing to agree to or switch on; the whole line is the target. */
export function Checkbox(props: {
  label: string;
  guide?: string | undefined;
  error?: string | undefined;
  name?: string | undefined;
  value?: string | undefined;
  id?: string | undefined;
  checked?: boolean | undefined;
  defaultChecked?: boolean | undefined;
  required?: boolean | undefined;
  onChange?: ((checked: boolean) => void) | undefined;
}) {
  const made = useId();
  const id = props.id ?? made;
  const { onChange } = props;
  return (
    <div className={classes("field", props.error !== undefined && "field-wrong")}>
      <label className="checkbox" htmlFor={id}>
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value={props.value}
          checked={props.checked}
          defaultChecked={props.defaultChecked}
          required={props.required}
          aria-describedby={props.error === undefined ? undefined : `${id}-error`}
          aria-invalid={props.error === undefined ? undefined : true}
          onChange={onChange === undefined ? undefined : (event) => onChange(event.currentTarget.checked)}
        />
        <span>
          {props.label}
          {props.guide !== undefined && <span className="field-guide">{props.guide}</span>}
        </span>
      </label>
      {props.error !== undefined && <FormError id={`${id}-error`} text={props.error} />}
    </div>
  );
}
