import type { ReactNode } from "react";
import type { PartyKind } from "../ground/party.ts";
import { say, type Lang } from "../ground/words.ts";
import { LanguageLink } from "./language-link.tsx";
import { Mark } from "./mark.tsx";
import { PartyName } from "./party-name.tsx";
import type { MenuLink } from "./public-header.tsx";
import { words } from "./words.ts";

/** Which partnership, and in which role the reader sits. `children` come last: log out, theme. */
export function StaffHeader(props: {
  lang: Lang;
  home: string;
  /** "Ockelbo kommun och Polisen Gästrikland"; missing where no partnership is chosen. */
  partnershipName?: string | undefined;
  links?: readonly MenuLink[] | undefined;
  /** Role and organisation: "Säkerhetschef, Ockelbo kommun". */
  person?: { readonly party: PartyKind; readonly role: string } | undefined;
  otherLanguage?: string | undefined;
  children?: ReactNode;
}) {
  const { lang, links = [] } = props;
  return (
    <header className="header header-staff">
      <div className="wrap header-row">
        <a className="brand" href={props.home}>
          <Mark />
          Samsyn
          {props.partnershipName !== undefined && <small>{props.partnershipName}</small>}
        </a>
        <div className="header-end">
          {links.length > 0 && (
            <nav aria-label={say(words.menu, lang)}>
              <ul className="header-menu">
                {links.map((link) => (
                  <li key={link.href}>
                    <a href={link.href} aria-current={link.current === true ? "page" : undefined}>
                      {link.word}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {props.person !== undefined && <PartyName party={props.person.party}>{props.person.role}</PartyName>}
          {props.otherLanguage !== undefined && <LanguageLink lang={lang} href={props.otherLanguage} />}
          {props.children}
        </div>
      </div>
    </header>
  );
}
