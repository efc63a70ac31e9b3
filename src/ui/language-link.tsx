import { say, type Lang } from "../ground/words.ts";
import { words } from "./words.ts";

/** The same page in the other language, named in that language. */
export function LanguageLink({ lang, href }: { lang: Lang; href: string }) {
  const other = lang === "sv" ? "en" : "sv";
  return (
    <a href={href} lang={other} hrefLang={other}>
      {say(words.otherLanguage, lang)}
    </a>
  );
}
