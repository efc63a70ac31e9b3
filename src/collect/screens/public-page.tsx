// A page where a resident hands something in or looks up what became of it: static HTML that works on an old phone without script, in every language the forms have.
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Day } from "../../ground/time.ts";
import { type Lang, type Said, say } from "../../ground/words.ts";
import { LinkButton } from "../../ui/button.tsx";
import { formatDay } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { PublicFooter } from "../../ui/public-footer.tsx";
import { PublicHeader } from "../../ui/public-header.tsx";
import { Receipt } from "../../ui/receipt.tsx";
import { SkipLink } from "../../ui/skip-link.tsx";
import { Steps } from "../../ui/steps.tsx";
import { FORM_LANGS, type FormLang, type FormSaid, type Spoken, type Tongue } from "../open-form.ts";
import { formLangs, openForm } from "../open-form-words.ts";

export type Hidden = readonly (readonly [name: string, value: string])[];
type Look = { readonly lang: FormLang; readonly css: string };
/** Where the page is, for the links to the same page in the other languages. */
export type At = Look & {
  readonly address: string;
  readonly place?: string | undefined;
  readonly home?: string | undefined;
};
/** A page that may be said in a language by file as well: `tongues` are those it is offered in. */
export type SpokenAt = Omit<At, "lang"> & { readonly lang: Spoken; readonly tongues?: readonly Tongue[] | undefined };

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

type Detail = Readonly<Record<string, string | number>>;

/** «Steg {step} av {steps}» with its blanks filled in. */
export function told(said: FormSaid, lang: Spoken, detail: Detail = {}): string {
  return typeof lang === "string" ? filled(said[lang], detail) : inTongue(said.sv, lang, detail);
}

/** What the forms say in two languages only: those who read easy Swedish are told it in Swedish. */
export function toldInTwo(said: Said, lang: Spoken, detail: Detail = {}): string {
  return typeof lang === "string" ? say(said, htmlLang(lang), detail) : inTongue(said.sv, lang, detail);
}

/** A name in Swedish letters within a line that runs the other way keeps to itself (the isolates of Unicode's bidirectional algorithm). */
function inTongue(sv: string, { entries }: Tongue, detail: Detail): string {
  const isolated = Object.entries(detail).map(([name, value]) =>
    typeof value === "number" ? ([name, value] as const) : ([name, `\u2068${value}\u2069`] as const),
  );
  return filled(entries[sv] ?? sv, Object.fromEntries(isolated));
}

const filled = (text: string, detail: Detail) => say({ sv: text, en: text }, "sv", detail);

/** Easy Swedish is Swedish to a browser, and so is all that is not translated in a language by file. */
export const htmlLang = (lang: Spoken): Lang => (lang === "en" ? "en" : "sv");
/** What the browser is told that the page is in, and what its day and its lists are written by. */
export const langTag = (lang: Spoken): string => (typeof lang === "string" ? htmlLang(lang) : lang.code);
/** As the address and the form carry it. */
export const langCode = (lang: Spoken): string => (typeof lang === "string" ? lang : lang.code);

/** A day as the page says it, by the calendar and with the figures of the leaflet; in Swedish where the language has no names for months. */
export function formDay(day: Day, lang: Spoken): string {
  if (typeof lang === "string") return formatDay(day, htmlLang(lang));
  const format = new Intl.DateTimeFormat([`${lang.code}-u-ca-gregory-nu-latn`, "sv"], {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return format.format(new Date(`${day}T12:00:00Z`));
}

/** `scripts` are for a page that does more where there is script; every page works without. */
export function pageHtml(
  at: SpokenAt,
  what: FormSaid,
  title: string,
  content: ReactNode,
  scripts: readonly string[] = [],
): string {
  const { lang, tongues = [] } = at;
  const place = at.place ?? told(openForm.siteName, lang);
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={langTag(lang)} dir={dirOf(lang)} data-density="public">
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
        <SkipLink lang={htmlLang(lang)} text={told(openForm.skip, lang)} />
        <PublicHeader lang={htmlLang(lang)} place={place} home={at.home ?? "/"} what={told(what, lang)}>
          <ul className="header-menu">
            {FORM_LANGS.filter((other) => other !== lang).map((other) => (
              <li key={other}>
                <a href={inFormAddress(at.address, other)} lang={htmlLang(other)} hrefLang={htmlLang(other)}>
                  {formLangs[other]}
                </a>
              </li>
            ))}
            {tongues
              .filter(({ code }) => code !== langCode(lang))
              .map((tongue) => (
                <li key={tongue.code}>
                  <a
                    href={inFormAddress(at.address, tongue)}
                    lang={tongue.code}
                    dir={tongue.dir}
                    hrefLang={tongue.code}
                  >
                    {tongue.name}
                  </a>
                </li>
              ))}
          </ul>
        </PublicHeader>
        <main id="content" tabIndex={-1}>
          <div className="wrap page stack-loose">{content}</div>
        </main>
        <PublicFooter links={[{ word: told(openForm.lookUp, lang), href: inFormAddress("/kvitto", lang) }]}>
          <p>{told(openForm.urgent, lang)}</p>
        </PublicFooter>
      </body>
    </html>,
  )}`;
}

/** Only where it is not what a page is anyway. */
const dirOf = (lang: Spoken) => (typeof lang === "string" || lang.dir === "ltr" ? undefined : lang.dir);

export function inFormAddress(address: string, lang: Spoken): string {
  return lang === "sv" ? address : `${address}${address.includes("?") ? "&" : "?"}lang=${langCode(lang)}`;
}

/** What a clerk wrote stays in Swedish, and says so on a page in a language by file. */
export function InSwedish({ text, lang }: { text: string; lang: Spoken }) {
  if (typeof lang === "string") return text;
  return (
    <span lang="sv" dir="ltr">
      {text}
    </span>
  );
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

export function sentPage({ code, day, qr, ...at }: SpokenAt & { code: string; day: Day; qr: string }): string {
  const { lang } = at;
  return pageHtml(
    at,
    openForm.receipt,
    told(openForm.thanks, lang),
    <>
      <PageHeading heading={told(openForm.thanks, lang)} />
      <Receipt
        codeWords={told(openForm.code, lang)}
        code={code}
        note={told(openForm.handedIn, lang, { day: formDay(day, lang) })}
      >
        <img src={qr} alt={told(openForm.qr, lang, { code })} width="132" height="132" />
      </Receipt>
      <div className="stack measure">
        <p className="strong">{told(openForm.codeSays, lang)}</p>
        <p>{told(openForm.keepCode, lang)}</p>
        <p className="small quiet">
          {told(openForm.codeLost, lang)} {told(openForm.sentOnce, lang)}
        </p>
        <LinkButton href={inFormAddress(`/kvitto/${code}`, lang)}>{told(openForm.toReceipt, lang)}</LinkButton>
      </div>
    </>,
  );
}

/** What the holder of a receipt sees: how far it has come, never the words that were written. */
export function followedHtml(
  at: SpokenAt,
  followed: {
    readonly code: string;
    readonly title: string;
    readonly receivedOn: Day;
    readonly steps: readonly { readonly heading: string; readonly text?: ReactNode }[];
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
        codeWords={told(openForm.code, lang)}
        code={code}
        note={told(openForm.handedIn, lang, { day: formDay(followed.receivedOn, lang) })}
      />
      <h2>{told(openForm.happened, lang)}</h2>
      <Steps
        steps={[
          ...shown,
          ...(followed.isWaiting ? [{ heading: told(openForm.waiting, lang), state: "future" as const }] : []),
        ]}
      />
      {followed.asked}
    </>,
  );
}
