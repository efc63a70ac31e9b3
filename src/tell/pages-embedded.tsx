// What other sites show of a partnership: a frame that may stand anywhere, and a picture. One answer each, with nothing to fetch beside it.
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { base64Of } from "../ground/bytes.ts";
import type { PageAnswer } from "../platform/server/pages.ts";
import { sha256Bytes, sha256Hex } from "../platform/server/secrets.ts";
import { BOX_STYLE, PICTURE_STYLE } from "./screens/embedded-look.ts";
import { EmbeddedBox, EmbeddedPicture } from "./screens/embedded.tsx";
import { inLang, type PageProps } from "./screens/frame.tsx";
import { partnershipHeading } from "./screens/partnership.tsx";

/** Only its own few rules of looks, in any frame. */
const policyWith = (style: string) =>
  `default-src 'none'; style-src 'sha256-${base64Of(sha256Bytes(style))}'; base-uri 'none'; form-action 'none'; frame-ancestors *`;
const [BOX_POLICY, PICTURE_POLICY] = [policyWith(BOX_STYLE), policyWith(PICTURE_STYLE)];

/** The page that shows them has the frame in it, and may itself stand in none. */
export const SHOWING_POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The frame or the picture at an address below the partnership's; undefined where it is neither. */
export function embeddedAt(address: string, props: PageProps & { readonly origin: string }): PageAnswer | undefined {
  const { lang } = props;
  const common = { status: 200, lang, isEmbedded: true } as const;
  if (address === "ruta") {
    const html = `<!doctype html>${renderToStaticMarkup(boxPage(props, <EmbeddedBox {...props} />))}`;
    return { ...common, html, etag: etagOf(html), policy: BOX_POLICY, lasts: true };
  }
  if (address !== "ruta.svg") return undefined;
  const plain = renderToStaticMarkup(<EmbeddedPicture {...props} />);
  const file = { contentType: "image/svg+xml; charset=utf-8" };
  return { ...common, html: "", plain, file, etag: etagOf(plain), policy: PICTURE_POLICY };
}

function boxPage({ site, lang, origin }: PageProps & { readonly origin: string }, body: ReactNode) {
  return (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${partnershipHeading(site, lang)} · ${site.name}`}</title>
        <link rel="canonical" href={`${origin}${inLang(`/${site.slug}`, lang)}`} />
        <style>{BOX_STYLE}</style>
      </head>
      <body>{body}</body>
    </html>
  );
}

const etagOf = (text: string) => `"${sha256Hex(text).slice(0, 24)}"`;
