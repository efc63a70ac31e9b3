import { Icon, type IconName } from "./icon.tsx";

/** A mode of the same picture, on or off: filled with ink while it is on. "Som allmänheten ser den". In a form it works without script. */
export function InkSwitch(props: {
  word: string;
  icon?: IconName | undefined;
  on?: boolean | undefined;
  defaultOn?: boolean | undefined;
  name?: string | undefined;
  value?: string | undefined;
  onChange?: ((on: boolean) => void) | undefined;
}) {
  const { on, onChange } = props;
  return (
    <label className="ink-switch">
      <input
        type="checkbox"
        name={props.name}
        value={props.value}
        onChange={onChange === undefined ? undefined : (event) => onChange(event.currentTarget.checked)}
        {...(on === undefined || onChange === undefined
          ? { defaultChecked: on ?? props.defaultOn ?? false }
          : { checked: on })}
      />
      {props.icon !== undefined && <Icon name={props.icon} />}
      {props.word}
    </label>
  );
}
