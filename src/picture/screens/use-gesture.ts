import { useCallback, useEffect, useRef, useState } from "react";

/** A hand that nobody said has settled is at rest after so many milliseconds. */
const REST = 2000;
/** A hand that moves again so soon after it rested goes on with the same gesture: a key pressed again and again. */
const SAME = 1200;
/** The address follows a moving hand this often: browsers refuse more. */
const FOLLOW = 1000;

/**
 * What is asked, as the address says it, and as a moving hand says it until it rests. A gesture is one step in the browser's history: its first change makes a new entry, what follows changes that entry, and
 * Back goes to what was there before the hand moved.
 */
export function useGesture<Value>(said: string, read: (address: string) => Value, write: (value: Value) => string) {
  const [moving, setMoving] = useState<Value>();
  const gesture = useRef<{ rest: ReturnType<typeof setTimeout>; followed: number; last: Value; byHand: boolean }>(
    undefined,
  );
  const rested = useRef(-Infinity);
  const settle = useCallback(() => {
    const held = gesture.current;
    if (held === undefined) return;
    rested.current = held.byHand ? performance.now() : -Infinity;
    clearTimeout(held.rest);
    gesture.current = undefined;
    history.replaceState(null, "", write(held.last));
    setMoving(undefined);
  }, [write]);
  const move = useCallback(
    (value: Value, settled: boolean, byHand = false) => {
      const now = performance.now();
      const held = gesture.current;
      const goesOn = held === undefined && byHand && now - rested.current < SAME;
      if (goesOn) history.replaceState(null, "", write(value));
      else if (held === undefined) history.pushState(null, "", write(value));
      else {
        clearTimeout(held.rest);
        if (now - held.followed > FOLLOW) history.replaceState(null, "", write(value));
      }
      const followed = held === undefined || now - held.followed > FOLLOW ? now : held.followed;
      gesture.current = { rest: setTimeout(settle, REST), followed, last: value, byHand };
      setMoving(value);
      if (settled) settle();
    },
    [settle, write],
  );
  useEffect(() => {
    const leave = () => {
      const held = gesture.current;
      if (held === undefined) return;
      clearTimeout(held.rest);
      gesture.current = undefined;
      rested.current = -Infinity;
      setMoving(undefined);
    };
    addEventListener("popstate", leave);
    return () => {
      leave();
      removeEventListener("popstate", leave);
    };
  }, []);
  return { value: moving ?? read(said), isMoving: moving !== undefined, move, settle };
}
