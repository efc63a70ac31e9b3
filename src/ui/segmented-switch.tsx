import { useId } from "react";
import { Icon, type IconName } from "./icon.tsx";

export type Segment<Value extends string> = {
  readonly value: Value;
  readonly word: string;
  readonly icon?: IconName | undefined;
};

/** One of two or three views: radio buttons in one frame, the chosen one in ink. In a form it works without script. */
export function SegmentedSwitch<Value extends string>(props: {
  /** What is chosen between, for those who hear the page: "Visa som". */
  label: string;
  segments: readonly Segment<Value>[];
  value?: Value | undefined;
  defaultValue?: Value | undefined;
  name?: string | undefined;
  onChange?: ((value: Value) => void) | undefined;
}) {
  const made = useId();
  const { value, onChange } = props;
  return (
    <fieldset className="twin-switch">
      <legend className="visually-hidden">{props.label}</legend>
      {props.segments.map((segment) => (
        <label key={segment.value}>
          <input
            type="radio"
            name={props.name ?? made}
            value={segment.value}
            onChange={onChange === undefined ? undefined : () => onChange(segment.value)}
            {...(value === undefined || onChange === undefined
              ? { defaultChecked: (value ?? props.defaultValue) === segment.value }
              : { checked: value === segment.value })}
          />
          {segment.icon !== undefined && <Icon name={segment.icon} />}
          {segment.word}
        </label>
      ))}
    </fieldset>
  );
}
