import { Field, type FieldProps } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { textChange } from "./text-field.tsx";

export type Option = { readonly value: string; readonly word: string; readonly guide?: string | undefined };

/** One of many. The phone's own list; for up to six choices ChoiceGroup shows more and asks less. */
export function Select(
  props: FieldProps & {
    options: readonly Option[];
    /** The first, empty choice: "Välj väg". */
    empty?: string | undefined;
    value?: string | undefined;
    defaultValue?: string | undefined;
    onChange?: ((value: string) => void) | undefined;
  },
) {
  return (
    <Field {...props}>
      {(control) => (
        <span className="select">
          <select
            {...control}
            className="input"
            value={props.value}
            defaultValue={props.defaultValue}
            onChange={textChange(props.onChange)}
          >
            {props.empty !== undefined && <option value="">{props.empty}</option>}
            {props.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.word}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </span>
      )}
    </Field>
  );
}
