import type { ReactNode } from "react";

/** Somebody's own words, exactly. Quotation marks are part of the part; who or when stands under. */
export function SerifQuote(props: { text: string; textLang?: string | undefined; from?: ReactNode }) {
  return (
    <blockquote className="serif-quote">
      <p lang={props.textLang}>”{props.text}”</p>
      {props.from !== undefined && <footer>{props.from}</footer>}
    </blockquote>
  );
}
