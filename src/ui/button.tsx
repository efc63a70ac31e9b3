import { useId, useState, type ReactNode } from "react";
import { classes } from "./classes.ts";

/** main = ink, plain = ink edge, turn = reflex (the act that passes the turn on, at most one a view), bare = underlined. */
export type ButtonKind = "main" | "plain" | "turn" | "bare";

type Look = { kind?: ButtonKind | undefined; small?: boolean | undefined; wide?: boolean | undefined };

function look({ kind = "plain", small, wide }: Look): string {
  return classes("button", kind !== "plain" && `button-${kind}`, small && "button-small", wide && "button-wide");
}

/**
 * Verb and object: "Skriv under med passkey". A button that cannot act now stays pressable and says why (`blocked`),
 * so that nobody meets a grey mystery.
 */
export function Button(
  props: Look & {
    children: ReactNode;
    type?: "button" | "submit" | undefined;
    onPress?: (() => void) | undefined;
    /** The reason it cannot be done now; shown when pressed, and nothing else happens. */
    blocked?: string | undefined;
    busy?: boolean | undefined;
    name?: string | undefined;
    value?: string | undefined;
    form?: string | undefined;
    /** Only for icons that stand alone: zoom, camera, close. */
    label?: string | undefined;
    describedBy?: string | undefined;
  },
) {
  const whyId = useId();
  const [asked, setAsked] = useState(false);
  const blocked = props.blocked !== undefined;
  const button = (
    <button
      type={blocked ? "button" : (props.type ?? "button")}
      className={look(props)}
      name={props.name}
      value={props.value}
      form={props.form}
      aria-label={props.label}
      aria-busy={props.busy === true ? true : undefined}
      aria-describedby={blocked && asked ? whyId : props.describedBy}
      onClick={
        blocked
          ? () => setAsked(true)
          : props.busy === true
            ? (event) => event.preventDefault()
            : props.onPress === undefined
              ? undefined
              : () => props.onPress?.()
      }
    >
      {props.children}
    </button>
  );
  if (!blocked) return button;
  return (
    <div>
      {button}
      <p className="button-why" id={whyId} role="status">
        {asked ? props.blocked : ""}
      </p>
    </div>
  );
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton(
  props: Look & {
    href: string;
    children: ReactNode;
    current?: boolean | undefined;
    download?: boolean | undefined;
    /** Where several say the same: its words, and what it opens. */
    label?: string | undefined;
  },
) {
  return (
    <a
      className={look(props)}
      href={props.href}
      aria-label={props.label}
      aria-current={props.current === true ? "page" : undefined}
      download={props.download}
    >
      {props.children}
    </a>
  );
}
