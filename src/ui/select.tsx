import { Field, type FieldProps } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { textChange } from "./text-field.tsx";

export type Option = {
  readonly value: string;
  readonly word: string;
  readonly guide?: string | undefined;
  /** In a list: the heading it stands under, with those beside it that say the same. */
  readonly group?: string | undefined;
};

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
            {grouped(props.options).map(({ group, options }) =>
              group === undefined ? (
                options.map(asOption)
              ) : (
                <optgroup key={group} label={group}>
                  {options.map(asOption)}
                </optgroup>
              ),
            )}
          </select>
          <Icon name="down" />
        </span>
      )}
    </Field>
  );
}

const asOption = ({ value, word }: Option) => (
  <option key={value} value={value}>
    {word}
  </option>
);

function grouped(options: readonly Option[]): readonly { group: string | undefined; options: Option[] }[] {
  const groups: { group: string | undefined; options: Option[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last !== undefined && last.group === option.group) last.options.push(option);
    else groups.push({ group: option.group, options: [option] });
  }
  return groups;
}
