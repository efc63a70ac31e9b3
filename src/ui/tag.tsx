import type { ReactNode } from "react";

/** A plain word that sorts a thing: a theme, a kind of place. No status, no colour. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>;
}
