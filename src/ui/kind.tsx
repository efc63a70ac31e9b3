import { say, type Lang } from "../ground/words.ts";
import { words } from "./words.ts";

/** Someone said so, someone filed it, an instrument counted. */
export type KnowledgeKind = "felt" | "recorded" | "measured";

/** Circle, square, triangle: the same in chips, tables, map and charts. */
export function KindShape({ kind }: { kind: KnowledgeKind }) {
  return (
    <svg viewBox="0 0 12 12" className={`kind-shape kind-${kind}`} aria-hidden="true">
      {kind === "felt" && <circle cx="6" cy="6" r="5.4" fill="currentColor" />}
      {kind === "recorded" && <rect x=".8" y=".8" width="10.4" height="10.4" fill="currentColor" />}
      {kind === "measured" && <path d="M6 .3 11.8 11.2H.2Z" fill="currentColor" />}
    </svg>
  );
}

/** The shape with its word: "upplevt", "registrerat", "uppmätt", or the word handed in. */
export function KindChip({ kind, lang, word }: { kind: KnowledgeKind; lang: Lang; word?: string }) {
  return (
    <span className={`kind kind-${kind}`}>
      <KindShape kind={kind} />
      {word ?? kindWord(kind, lang)}
    </span>
  );
}

export function kindWord(kind: KnowledgeKind, lang: Lang): string {
  switch (kind) {
    case "felt":
      return say(words.kindFelt, lang);
    case "recorded":
      return say(words.kindRecorded, lang);
    case "measured":
      return say(words.kindMeasured, lang);
  }
}
