// A page where a resident hands something in or looks up what became of it: static HTML that works on an old phone without script, in every language the forms have.
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Day } from "../../ground/time.ts";
import type { Lang } from "../../ground/words.ts";
import { LinkButton } from "../../ui/button.tsx";
import { formatDay } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { PublicFooter } from "../../ui/public-footer.tsx";
import { PublicHeader } from "../../ui/public-header.tsx";
import { Receipt } from "../../ui/receipt.tsx";
import { SkipLink } from "../../ui/skip-link.tsx";
import { Steps } from "../../ui/steps.tsx";
import { FORM_LANGS, type FormLang, type FormSaid } from "../open-form.ts";
import { formLangs, openForm } from "../open-form-words.ts";

export type Hidden = readonly (readonly [name: string, value: string])[];
type Look = { readonly lang: FormLang; readonly css: string };
/** Where the page is, for the links to the same page in the other languages. */
export type At = Look & {
  readonly address: string;
  readonly place?: string | undefined;
  readonly home?: string | undefined;
};

/** What became of what was handed in elsewhere, by the code of its receipt; undefined when it is none of theirs. */
export type ReceiptReader = (at: At, code: string) => Promise<string | undefined>;

/** As it was chosen in the form or in the address, else as the browser would rather read. */
export function lookOf(
  assets: Readonly<Record<string, string>>,
  { form: sent, query, lang }: { form: URLSearchParams | undefined; query: URLSearchParams; lang: Lang },
): Look {
  const wanted = sent?.get("lang") ?? query.get("lang") ?? lang;
  return {
    lang: FORM_LANGS.find((one) => one === wanted) ?? FORM_LANGS[0],
    css: assets["public.css"] ?? "/public.css",
  };
}

/** «Steg {step} av {steps}» with its blanks filled in. */
export function told(said: FormSaid, lang: FormLang, detail: Readonly<Record<string, string | number>> = {}): string {
  return said[lang].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(detail[name] ?? whole));
}
/** Easy Swedish is Swedish to a browser, and to everything that knows two languages. */
export const htmlLang = (lang: FormLang): Lang => (lang === "en" ? "en" : "sv");

/** `scripts` are for a page that does more where there is script; every page works without. */
export function pageHtml(
  at: At,
  what: FormSaid,
  title: string,
  content: ReactNode,
  scripts: readonly string[] = [],
): string {
  const { lang } = at;
  const place = at.place ?? openForm.siteName[lang];
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={htmlLang(lang)} data-density="public">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${place}`}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={at.css} />
        {scripts.map((script) => (
          <script key={script} type="module" src={script} />
        ))}
      </head>
      <body>
        <SkipLink lang={htmlLang(lang)} />
        <PublicHeader lang={htmlLang(lang)} place={place} home={at.home ?? "/"} what={what[lang]}>
          <ul className="header-menu">
            {FORM_LANGS.filter((other) => other !== lang).map((other) => (
              <li key={other}>
                <a href={inFormAddress(at.address, other)} lang={htmlLang(other)} hrefLang={htmlLang(other)}>
                  {formLangs[other]}
                </a>
              </li>
            ))}
          </ul>
        </PublicHeader>
        <main id="content" tabIndex={-1}>
          <div className="wrap page stack-loose">{content}</div>
        </main>
        <PublicFooter links={[{ word: openForm.lookUp[lang], href: inFormAddress("/kvitto", lang) }]}>
          <p>{openForm.urgent[lang]}</p>
        </PublicFooter>
      </body>
    </html>,
  )}`;
}

export function inFormAddress(address: string, lang: FormLang): string {
  return lang === "sv" ? address : `${address}${address.includes("?") ? "&" : "?"}lang=${lang}`;
}

/** A form that comes back to its own address (or `action`) with everything it was told before. */
export function Sending({
  hidden,
  action,
  file,
  children,
}: {
  hidden: Hidden;
  action?: string | undefined;
  /** It can carry a file. */
  file?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <form
      method="post"
      action={action}
      encType={file === true ? "multipart/form-data" : undefined}
      className="stack-loose measure"
      autoComplete="off"
    >
      {hidden.map(([name, value], place) => (
        <input type="hidden" key={place} name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

export function sentPage({ code, day, qr, ...at }: At & { code: string; day: Day; qr: string }): string {
  const { lang } = at;
  return pageHtml(
    at,
    openForm.receipt,
    openForm.thanks[lang],
    <>
      <PageHeading heading={openForm.thanks[lang]} />
      <Receipt
        codeWords={openForm.code[lang]}
        code={code}
        note={told(openForm.handedIn, lang, { day: formatDay(day, htmlLang(lang)) })}
      >
        <img src={qr} alt={told(openForm.qr, lang, { code })} width="132" height="132" />
      </Receipt>
      <div className="stack measure">
        <p className="strong">{openForm.codeSays[lang]}</p>
        <p>{openForm.keepCode[lang]}</p>
        <p className="small quiet">
          {openForm.codeLost[lang]} {openForm.sentOnce[lang]}
        </p>
        <LinkButton href={inFormAddress(`/kvitto/${code}`, lang)}>{openForm.toReceipt[lang]}</LinkButton>
      </div>
    </>,
  );
}

/** What the holder of a receipt sees: how far it has come, never the words that were written. */
export function followedHtml(
  at: At,
  followed: {
    readonly code: string;
    readonly title: string;
    readonly receivedOn: Day;
    readonly steps: readonly { readonly heading: string; readonly text?: string }[];
    /** Nobody has read it yet. */
    readonly isWaiting: boolean;
    /** What is asked of the holder, under the steps. */
    readonly asked?: ReactNode;
  },
): string {
  const { lang } = at;
  const { code, title, steps } = followed;
  const shown = steps.map((step, place) => ({
    ...step,
    state: place === steps.length - 1 ? ("here" as const) : ("done" as const),
  }));
  return pageHtml(
    at,
    openForm.receipt,
    title,
    <>
      <PageHeading heading={title} />
      <Receipt
        codeWords={openForm.code[lang]}
        code={code}
        note={told(openForm.handedIn, lang, { day: formatDay(followed.receivedOn, htmlLang(lang)) })}
      />
      <h2>{openForm.happened[lang]}</h2>
      <Steps
        steps={[
          ...shown,
          ...(followed.isWaiting ? [{ heading: openForm.waiting[lang], state: "future" as const }] : []),
        ]}
      />
      {followed.asked}
    </>,
  );
}
