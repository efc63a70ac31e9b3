import type { ReactNode } from "react";
import { say, type Lang } from "../ground/words.ts";
import { LanguageLink } from "./language-link.tsx";
import { Mark } from "./mark.tsx";
import { words } from "./words.ts";

export type MenuLink = { readonly word: string; readonly href: string; readonly current?: boolean | undefined };

/** Whose promise it is and the five words of the public menu. No crest, no party colour. */
export function PublicHeader(props: {
  lang: Lang;
  /** "Ockelbo"; "Samsyn" on the page of all partnerships. */
  place: string;
  home: string;
  /** What kind of page it is: "medborgarlöfte". */
  what?: string | undefined;
  menu?: readonly MenuLink[] | undefined;
  otherLanguage?: string | undefined;
  children?: ReactNode;
}) {
  const { lang, menu = [] } = props;
  return (
    <header className="header header-public">
      <div className="wrap header-row">
        <a className="brand" href={props.home}>
          <Mark />
          {props.place}
          {props.what !== undefined && <small>{props.what}</small>}
        </a>
        {menu.length > 0 && (
          <nav aria-label={say(words.menu, lang)}>
            <ul className="header-menu">
              {menu.map((link) => (
                <li key={link.href}>
                  <a href={link.href} aria-current={link.current === true ? "page" : undefined}>
                    {link.word}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div className="header-end">
          {props.children}
          {props.otherLanguage !== undefined && <LanguageLink lang={lang} href={props.otherLanguage} />}
        </div>
      </div>
    </header>
  );
}
