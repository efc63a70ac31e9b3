import { useId } from "react";
import { classes } from "./classes.ts";
import type { FieldProps } from "./field.tsx";
import { FormError } from "./form-error.tsx";
import type { Option } from "./select.tsx";

type Choosing =
  | {
      readonly many?: false | undefined;
      readonly value?: string | undefined;
      readonly defaultValue?: string | undefined;
      readonly onChange?: ((value: string) => void) | undefined;
    }
  | {
      readonly many: true;
      readonly value?: readonly string[] | undefined;
      readonly defaultValue?: readonly string[] | undefined;
      readonly onChange?: ((values: readonly string[]) => void) | undefined;
    };

/** A few choices in sight; the whole row is the target. Two columns in the field and with `columns={2}`. */
export function ChoiceGroup(
  props: FieldProps & Choosing & { options: readonly Option[]; columns?: 1 | 2 | undefined },
) {
  const made = useId();
  const id = props.id ?? made;
  const name = props.name ?? id;
  const described = [props.guide !== undefined && `${id}-guide`, props.error !== undefined && `${id}-error`].filter(
    (part) => part !== false,
  );
  return (
    <fieldset
      className={classes("field", props.error !== undefined && "field-wrong")}
      aria-describedby={described.length > 0 ? described.join(" ") : undefined}
    >
      <legend className="field-label">
        {props.label}
        {props.optional !== undefined && <span className="field-optional"> ({props.optional})</span>}
      </legend>
      {props.guide !== undefined && (
        <p className="field-guide" id={`${id}-guide`}>
          {props.guide}
        </p>
      )}
      <div className={classes("choices", props.columns === 2 && "choices-two", props.columns === 1 && "choices-one")}>
        {props.options.map((option, place) => (
          <label className="choice" key={option.value}>
            <input
              type={props.many === true ? "checkbox" : "radio"}
              id={place === 0 ? id : undefined}
              name={name}
              value={option.value}
              required={props.many === true ? undefined : props.required}
              {...chosen(props, option.value)}
            />
            <span>
              {option.word}
              {option.guide !== undefined && <span className="choice-guide">{option.guide}</span>}
            </span>
          </label>
        ))}
      </div>
      {props.error !== undefined && <FormError id={`${id}-error`} text={props.error} />}
    </fieldset>
  );
}

function chosen(props: Choosing, value: string) {
  if (props.many === true) {
    const { onChange, value: values } = props;
    if (values === undefined || onChange === undefined)
      return { defaultChecked: (values ?? props.defaultValue ?? []).includes(value) };
    return {
      checked: values.includes(value),
      onChange: () => onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value]),
    };
  }
  const { onChange } = props;
  if (props.value === undefined || onChange === undefined)
    return {
      defaultChecked: (props.value ?? props.defaultValue) === value,
      ...(onChange === undefined ? {} : { onChange: () => onChange(value) }),
    };
  return { checked: props.value === value, onChange: () => onChange(value) };
}
