import { say, type Lang } from "../ground/words.ts";
import { words } from "./words.ts";

/** First in the page; `<main id="content">` is where it leads. */
export function SkipLink({ lang, to = "content" }: { lang: Lang; to?: string }) {
  return (
    <a className="skip-link" href={`#${to}`}>
      {say(words.skip, lang)}
    </a>
  );
}
