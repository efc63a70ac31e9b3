// A free text on a page for residents: looked through while it is written, where there is script, and covered by the server in any case.
import type { ReactNode } from "react";
import { coveredKinds } from "../open-form-words.ts";
import type { FormSaid, Spoken } from "../open-form.ts";
import { PERSON_KINDS } from "../person-in-text.ts";
import { langTag, told } from "./public-page.tsx";

/** What person-island.ts is handed in the page itself. */
export type OpenTextWords = {
  /** With `{kind}` for what it looks like. */
  readonly sentence: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly lang: string;
};

/** `sentence` is said under the field, with what was seen for `{kind}`. */
export function OpenText({ sentence, lang, children }: { sentence: FormSaid; lang: Spoken; children: ReactNode }) {
  const kinds = Object.fromEntries(
    PERSON_KINDS.flatMap((kind) => {
      const said = coveredKinds[kind];
      return said === undefined ? [] : [[kind, told(said, lang)]];
    }),
  );
  const words: OpenTextWords = { sentence: told(sentence, lang), kinds, lang: langTag(lang) };
  return (
    <div className="stack-tight" data-open-text={JSON.stringify(words)}>
      {children}
      <p role="status" className="small" />
    </div>
  );
}

/** «ett namn och ett telefonnummer», as the page says it. */
export function saidKinds(kinds: readonly string[], lang: Spoken): string {
  const said = kinds.map((kind) => {
    const words = coveredKinds[kind];
    return words === undefined ? kind : told(words, lang);
  });
  return new Intl.ListFormat([langTag(lang), "sv"]).format(said);
}
