import { say, type Lang } from "../ground/words.ts";
import { Field, type FieldProps } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { words } from "./words.ts";

/**
 * A count between two buttons, − 4 +, for thumbs in gloves. Without script it is a plain number field.
 * An emptied field is handed on as undefined.
 */
export function NumberStepper(
  props: FieldProps & {
    lang: Lang;
    value?: number | undefined;
    defaultValue?: number | undefined;
    onChange?: ((value: number | undefined) => void) | undefined;
    min?: number | undefined;
    max?: number | undefined;
    step?: number | undefined;
  },
) {
  const { onChange, min = 0, max, step = 1 } = props;
  const move = (by: number) => {
    if (onChange === undefined) return;
    const next = (props.value ?? min) + by;
    onChange(Math.min(Math.max(next, min), max ?? Number.POSITIVE_INFINITY));
  };
  return (
    <Field {...props}>
      {(control) => {
        const input = (
          <input
            {...control}
            type="number"
            inputMode={Number.isInteger(step) ? "numeric" : "decimal"}
            className="input"
            min={min}
            max={max}
            step={step}
            value={onChange === undefined ? undefined : (props.value ?? "")}
            defaultValue={onChange === undefined ? (props.value ?? props.defaultValue) : undefined}
            onChange={
              onChange === undefined
                ? undefined
                : (event) => {
                    const typed = event.currentTarget.valueAsNumber;
                    onChange(Number.isNaN(typed) ? undefined : typed);
                  }
            }
          />
        );
        if (onChange === undefined) return <span className="stepper stepper-bare">{input}</span>;
        return (
          <span className="stepper">
            <button
              type="button"
              aria-label={say(words.fewer, props.lang, { label: props.label })}
              onClick={() => move(-step)}
            >
              <Icon name="minus" />
            </button>
            {input}
            <button
              type="button"
              aria-label={say(words.more, props.lang, { label: props.label })}
              onClick={() => move(step)}
            >
              <Icon name="plus" />
            </button>
          </span>
        );
      }}
    </Field>
  );
}
