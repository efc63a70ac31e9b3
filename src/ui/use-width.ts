import { useEffect, useState, type RefObject } from "react";

/** `rem`: in sizes of the reader's text, for what has words in it. */
type Width = { readonly pixels: number; readonly rem: number };

/** How wide a part has become; undefined on the server and before the first measuring. */
export function useWidth(part: RefObject<Element | null>): Width | undefined {
  const [width, setWidth] = useState<Width>();
  useEffect(() => {
    const element = part.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const pixels = entry?.contentRect.width ?? 0;
      // In a hidden tab a part has no width: what it had before still holds.
      if (pixels === 0) return;
      const text = Number.parseFloat(getComputedStyle(element.ownerDocument.documentElement).fontSize);
      setWidth((before) => (before?.pixels === pixels ? before : { pixels, rem: pixels / text }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [part]);
  return width;
}
