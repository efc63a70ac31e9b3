import type { ReactNode } from "react";
import { say, type Lang } from "../ground/words.ts";
import { KindChip, type KnowledgeKind } from "./kind.tsx";
import { Status, type StatusKind } from "./status.tsx";
import { words } from "./words.ts";

export type EvidenceColumn = {
  /** Set as large when it says "Går inte att säga" as when it says 47: not knowing is a result. */
  readonly figure?: string | undefined;
  /** What the figure is out of: "av minst 44 kontroller hittills". */
  readonly of?: ReactNode;
  /** Instead of a figure: "Ej mätbar". */
  readonly status?: { readonly kind: StatusKind; readonly word: string } | undefined;
  /** What kind of knowledge it is; the first column is a deed and has none. */
  readonly kind?: KnowledgeKind | undefined;
  readonly heading?: string | undefined;
  readonly body?: ReactNode;
};

export type ThreeColumnsProps = {
  readonly done: EvidenceColumn;
  readonly result: EvidenceColumn;
  readonly felt: EvidenceColumn;
};

/** What we did, what it led to, how it feels. They never merge: no total, no traffic light. */
export function ThreeColumns(props: ThreeColumnsProps & { lang: Lang; level?: 2 | 3 | 4 | undefined }) {
  const { lang, level } = props;
  const Heading = `h${level ?? 3}` as const;
  const column = (part: EvidenceColumn, heading: string, isDeed: boolean) => (
    <section>
      <div className="column-heading">
        <Heading>{part.heading ?? heading}</Heading>
        {isDeed ? (
          <span>{say(words.deed, lang)}</span>
        ) : (
          part.kind !== undefined && <KindChip kind={part.kind} lang={lang} />
        )}
      </div>
      {part.status !== undefined && (
        <p>
          <Status kind={part.status.kind} word={part.status.word} as="figure" />
        </p>
      )}
      {part.figure !== undefined && (
        <p className="column-figure">
          {part.figure} {part.of !== undefined && <small>{part.of}</small>}
        </p>
      )}
      {part.body !== undefined && <div className="column-body">{part.body}</div>}
    </section>
  );
  return (
    <div className="three-columns">
      <div>
        {column(props.done, say(words.done, lang), true)}
        {column(props.result, say(words.result, lang), false)}
        {column(props.felt, say(words.felt, lang), false)}
      </div>
    </div>
  );
}
