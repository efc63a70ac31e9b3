import { useEffect, useRef, type RefObject } from "react";

/**
 * What comes instead of what was pressed: whoever waited for it is taken to it when it comes, also by keyboard and by ear. The element is given `tabIndex={-1}`.
 */
export function useComing<E extends HTMLElement = HTMLElement>(): RefObject<E | null> {
  const place = useRef<E>(null);
  useEffect(() => place.current?.focus(), []);
  return place;
}
