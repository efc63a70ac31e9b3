// What a pupil sees: one page of plain HTML that works on an old phone, without script and on bad wifi. With its style sheet and its script it is less than 12 kB.
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { type Lang, say } from "../../../ground/words.ts";
import type { Question, Round } from "../poll.ts";
import { choices, pupil, questions as asked } from "../words.ts";

type At = { readonly lang: Lang; readonly css: string; readonly scripts: readonly string[]; readonly place: string };

function page({ lang, css, scripts, place }: At, title: string, content: ReactNode): string {
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{[title, place].filter(Boolean).join(" · ")}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={css} />
        {scripts.map((script) => (
          <script key={script} type="module" src={script} />
        ))}
      </head>
      <body>
        <main>{content}</main>
      </body>
    </html>,
  )}`;
}

/** Every question at once, each answer a button as wide as the phone; «Skicka» last. */
export function askingPage(
  at: At & { readonly round: Round; readonly questions: readonly Question[]; readonly token: string },
): string {
  const { lang, round, questions, token } = at;
  return page(
    at,
    say(pupil[round], lang),
    <>
      <h1>{say(pupil[round], lang)}</h1>
      <p className="lead">{say(pupil.nobody, lang)}</p>
      <form method="post" autoComplete="off" data-waits={say(pupil.waits, lang)}>
        <input type="hidden" name="round" value={round} />
        <input type="hidden" name="token" value={token} />
        {questions.map((question) => (
          <fieldset key={question}>
            <legend>{say(asked[question], lang)}</legend>
            {choices[question].map((choice, place) => (
              <label key={place}>
                <input type="radio" name={question} value={place} />
                <span>{say(choice, lang)}</span>
              </label>
            ))}
          </fieldset>
        ))}
        <button>{say(pupil.send, lang)}</button>
        <p role="status" className="lead" />
      </form>
    </>,
  );
}

const TEXTS = {
  closed: pupil.closedText,
  full: pupil.fullText,
  missing: pupil.missingText,
  sent: undefined,
  waitAMinute: undefined,
} as const;

/** One thing said, and nothing to press. */
export function saidPage(at: At, what: keyof typeof TEXTS): string {
  const text = TEXTS[what];
  return page(
    at,
    say(pupil[what], at.lang),
    <>
      <h1>{say(pupil[what], at.lang)}</h1>
      {text !== undefined && <p className="lead">{say(text, at.lang)}</p>}
    </>,
  );
}
