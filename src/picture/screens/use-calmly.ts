import { useEffect, useRef, useState } from "react";

/** Figures are read no faster than this while a hand moves. */
const EVERY_MS = 120;

/** A value for what is read and not felt: while somebody moves something it is another at most some eight times a second, so that it never holds up what moves. */
export function useCalmly<Value>(value: Value, isMoving: boolean): Value {
  const [shown, setShown] = useState(value);
  const last = useRef(-Infinity);
  if (!isMoving && shown !== value) setShown(value);
  useEffect(() => {
    if (!isMoving) return;
    const timer = setTimeout(
      () => {
        last.current = performance.now();
        setShown(value);
      },
      Math.max(0, last.current + EVERY_MS - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [value, isMoving]);
  return isMoving ? shown : value;
}
