// A free text on a page for residents: looked through while it is written, where there is script, and covered by the server in any case.
import type { ReactNode } from "react";
import { coveredKinds } from "../open-form-words.ts";
import type { FormLang, FormSaid } from "../open-form.ts";
import { PERSON_KINDS } from "../person-in-text.ts";
import { htmlLang } from "./public-page.tsx";

/** What person-island.ts is handed in the page itself. */
export type OpenTextWords = {
  /** With `{kind}` for what it looks like. */
  readonly sentence: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly lang: string;
};

/** `sentence` is said under the field, with what was seen for `{kind}`. */
export function OpenText({ sentence, lang, children }: { sentence: FormSaid; lang: FormLang; children: ReactNode }) {
  const kinds = Object.fromEntries(
    PERSON_KINDS.flatMap((kind) => {
      const said = coveredKinds[kind]?.[lang];
      return said === undefined ? [] : [[kind, said]];
    }),
  );
  const words: OpenTextWords = { sentence: sentence[lang], kinds, lang: htmlLang(lang) };
  return (
    <div className="stack-tight" data-open-text={JSON.stringify(words)}>
      {children}
      <p role="status" className="small" />
    </div>
  );
}

/** «ett namn och ett telefonnummer», as the page says it. */
export function saidKinds(kinds: readonly string[], lang: FormLang): string {
  const said = kinds.map((kind) => coveredKinds[kind]?.[lang] ?? kind);
  return new Intl.ListFormat(htmlLang(lang)).format(said);
}
