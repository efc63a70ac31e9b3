import { say, type Lang } from "../ground/words.ts";
import { words } from "./words.ts";

/** The address in words. The last part is where the reader is. */
export function Breadcrumb(props: {
  lang: Lang;
  parts: readonly { readonly word: string; readonly href?: string | undefined }[];
}) {
  const last = props.parts.length - 1;
  return (
    <nav aria-label={say(words.breadcrumb, props.lang)}>
      <ol className="breadcrumb">
        {props.parts.map((part, place) => (
          <li key={part.word}>
            {place < last && part.href !== undefined ? (
              <a href={part.href}>{part.word}</a>
            ) : (
              <span aria-current={place === last ? "page" : undefined}>{part.word}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
