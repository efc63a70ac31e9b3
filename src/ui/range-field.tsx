import { Field, type FieldProps } from "./field.tsx";

/** A whole number along a line, with the number in words beside it. The arrow keys go one step. */
export function RangeField(
  props: FieldProps & {
    value: number;
    min: number;
    max: number;
    /** The value as it is read: "vikt 2". */
    words: string;
    onChange: (value: number) => void;
  },
) {
  return (
    <Field {...props}>
      {(control) => (
        <span className="range">
          <input
            {...control}
            type="range"
            min={props.min}
            max={props.max}
            step={1}
            value={props.value}
            aria-valuetext={props.words}
            onChange={(event) => props.onChange(event.currentTarget.valueAsNumber)}
          />
          <output htmlFor={control.id} className="number">
            {props.words}
          </output>
        </span>
      )}
    </Field>
  );
}
