import { useEffect, useState } from "react";

/** `settled` is false while something is still being moved: worth a quick answer, not an address or a question to a server. */
export type Settling = { readonly settled: boolean };

/** Keys held down and keys that a screen reader sends without letting them go count as settled after this long. */
const REST_MILLISECONDS = 300;

type Tell<Value> = (value: Value, how: Settling) => void;

/** Tells at most once per animation frame while moving, and always, at once and last, what it came to. */
export function useTelling<Value>(tell: Tell<Value> | undefined) {
  const [telling] = useState(() => tellingTo<Value>());
  useEffect(() => telling.tells(tell));
  useEffect(() => telling.stop, [telling]);
  return telling;
}

function tellingTo<Value>() {
  let tell: Tell<Value> | undefined;
  let frame: number | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let value: { readonly is: Value } | undefined;
  const stop = () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(rest);
    frame = undefined;
    rest = undefined;
  };
  const settle = () => {
    stop();
    if (value !== undefined) tell?.(value.is, { settled: true });
    value = undefined;
  };
  const moving = (next: Value) => {
    value = { is: next };
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      if (value !== undefined) tell?.(value.is, { settled: false });
    });
  };
  return {
    /** Whom to tell from now on: the function of the latest render. */
    tells: (now: Tell<Value> | undefined) => {
      tell = now;
    },
    stop,
    moving,
    /** As moving, and settled of its own accord when nothing more comes. */
    stepping: (next: Value) => {
      moving(next);
      clearTimeout(rest);
      rest = setTimeout(settle, REST_MILLISECONDS);
    },
    /** What was last moved to has settled; nothing when nothing moved. */
    settle,
    settled: (next: Value) => {
      value = { is: next };
      settle();
    },
  };
}
