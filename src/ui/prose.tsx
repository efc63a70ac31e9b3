import type { ReactNode } from "react";

/** Running text: 18 px, 66 characters. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>;
}
