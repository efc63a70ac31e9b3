import type { ReactNode } from "react";
import type { MenuLink } from "./public-header.tsx";

/** The ink band that ends a page: who answers for it, and the links every page has. */
export function PublicFooter(props: { links: readonly MenuLink[]; children?: ReactNode }) {
  return (
    <footer className="footer">
      <div className="wrap">
        {props.children}
        <ul className="footer-links">
          {props.links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.word}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
