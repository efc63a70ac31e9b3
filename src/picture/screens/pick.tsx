import { useEffect, useRef, useState, type ReactNode } from "react";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Icon } from "../../ui/icon.tsx";

/** A choice that opens under its own button and says on it what is chosen. One is open at a time; Escape closes it and gives the focus back. */
export function Pick(props: { label: string; value: string; isSet: boolean; children: ReactNode }) {
  const place = useRef<HTMLDetailsElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const details = place.current;
    if (details === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      details.querySelector("summary")?.focus();
    };
    const onDown = (event: PointerEvent) => {
      if (details.open && event.target instanceof Node && !details.contains(event.target)) details.open = false;
    };
    details.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onDown);
    return () => {
      details.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onDown);
    };
  }, []);
  return (
    <details
      className={props.isSet ? "pick pick-set" : "pick"}
      name="explorer-pick"
      ref={place}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>
        <b>{props.label}</b> <span>{props.value}</span>
        <Icon name="down" />
      </summary>
      <div className="pick-panel">{isOpen && props.children}</div>
    </details>
  );
}

/** Several of a few; none chosen is all of them. */
export function PickSeveral<Value extends string>(props: {
  label: string;
  options: readonly { readonly value: Value; readonly word: string }[];
  chosen: readonly Value[];
  onChange: (chosen: readonly Value[]) => void;
}) {
  const { chosen, options } = props;
  return (
    <fieldset className="field">
      <legend className="field-label">{props.label}</legend>
      {options.map(({ value, word }) => (
        <Checkbox
          key={value}
          label={word}
          checked={chosen.includes(value)}
          onChange={(on) =>
            props.onChange(
              options.map((option) => option.value).filter((one) => (one === value ? on : chosen.includes(one))),
            )
          }
        />
      ))}
    </fieldset>
  );
}
