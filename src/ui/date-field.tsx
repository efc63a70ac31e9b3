import { readDay, type Day } from "../ground/time.ts";
import { Field, type FieldProps } from "./field.tsx";

/** A calendar day by the phone's own picker. An emptied or unreal day is handed on as undefined. */
export function DateField(
  props: FieldProps & {
    value?: Day | "" | undefined;
    defaultValue?: Day | undefined;
    onChange?: ((day: Day | undefined) => void) | undefined;
    min?: Day | undefined;
    max?: Day | undefined;
  },
) {
  const { onChange } = props;
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          type="date"
          className="input input-short"
          value={props.value}
          defaultValue={props.defaultValue}
          min={props.min}
          max={props.max}
          onChange={onChange === undefined ? undefined : (event) => onChange(readDay(event.currentTarget.value))}
        />
      )}
    </Field>
  );
}
