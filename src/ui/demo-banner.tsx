import type { ReactNode } from "react";
import { say, type Lang } from "../ground/words.ts";
import { ExampleMark } from "./example-mark.tsx";
import { words } from "./words.ts";

/** At the head of every page of a demonstration: what is real here and what is invented. */
export function DemoBanner({ lang, children }: { lang: Lang; children: ReactNode }) {
  return (
    <aside className="demo-banner" aria-label={say(words.example, lang)}>
      <div className="wrap">
        <ExampleMark lang={lang} />
        <span>{children}</span>
      </div>
    </aside>
  );
}
