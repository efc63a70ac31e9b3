import type { ReactNode } from "react";
import type { Lang } from "../ground/words.ts";
import { classes } from "./classes.ts";
import { ExampleMark } from "./example-mark.tsx";
import { Lineage, type LineageStep } from "./lineage.tsx";
import { Status, type StatusKind } from "./status.tsx";
import { ThreeColumns, type ThreeColumnsProps } from "./three-columns.tsx";

/** One promise: number and status, the signed words in full, three columns, where it comes from. */
export function PromiseCard(props: {
  lang: Lang;
  /** "Löfte 1". */
  number: string;
  /** The exact words. Never shortened, never paraphrased. */
  text: string;
  /** The language the promise was signed in, when it is not the page's. */
  textLang?: Lang | undefined;
  href?: string | undefined;
  status?: { readonly kind: StatusKind; readonly word: string } | undefined;
  /** "Ordagrant ur det undertecknade löftet, sidan 1". */
  source?: ReactNode;
  columns?: ThreeColumnsProps | undefined;
  lineage?: readonly LineageStep[] | undefined;
  example?: boolean | undefined;
  first?: boolean | undefined;
  /** 1 where the card is the page. */
  level?: 1 | 2 | 3 | undefined;
  children?: ReactNode;
}) {
  const level = props.level ?? 2;
  const Heading = `h${level}` as const;
  return (
    <article className={classes("promise-card", props.first && "promise-card-first")}>
      <header className="promise-card-head">
        <div className="promise-card-number">
          <Heading>{props.number}</Heading>
          {props.status !== undefined && <Status {...props.status} />}
          {props.example === true && <ExampleMark lang={props.lang} />}
        </div>
        <div>
          <p className="word promise-words" lang={props.textLang}>
            {props.href === undefined ? props.text : <a href={props.href}>{props.text}</a>}
          </p>
          {props.source !== undefined && <p className="promise-card-source">{props.source}</p>}
        </div>
      </header>
      {props.columns !== undefined && (
        <ThreeColumns lang={props.lang} {...props.columns} level={level === 1 ? 2 : level === 2 ? 3 : 4} />
      )}
      {props.children}
      {props.lineage !== undefined && <Lineage lang={props.lang} steps={props.lineage} of={props.number} />}
    </article>
  );
}
