import { say, type Lang } from "../ground/words.ts";
import { words } from "./words.ts";

/** First in the page; `<main id="content">` is where it leads. `text` is for a page in a language that is neither. */
export function SkipLink({ lang, to = "content", text }: { lang: Lang; to?: string; text?: string }) {
  return (
    <a className="skip-link" href={`#${to}`}>
      {text ?? say(words.skip, lang)}
    </a>
  );
}
