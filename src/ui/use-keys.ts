import { useEffect, useRef } from "react";

/** Keys for the whole page, but not for letters that are being written somewhere. True where the key was for this. */
export function useKeys(act: (key: string) => boolean): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const isWriting =
        event.target instanceof HTMLElement && event.target.matches("textarea, select, input:not([type=radio])");
      if (isWriting && !event.key.startsWith("Page")) return;
      if (latest.current(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
