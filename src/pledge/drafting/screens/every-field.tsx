import { canonicalText } from "../../../ground/canonical.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { Facts } from "../../../ui/facts.tsx";
import type { Content } from "../../document.ts";
import { fields } from "../field-words.ts";
import { partsOf } from "../passages.ts";
import { words } from "../words.ts";
import { sayField, sayPlace, sayValue } from "./said.ts";

/** Everything a text says, passage by passage and field by field: what is signed is shown, also where nobody has given it a place on the page. */
export function EveryField({ content, lang }: { content: Content; lang: Lang }) {
  return (
    <details>
      <summary>{say(words.everyField, lang)}</summary>
      <div className="stack">
        {[...partsOf(content)].map(([at, part]) => (
          <section key={at}>
            <h3>{sayPlace({ of: part.kind, number: part.number }, lang)}</h3>
            <Facts
              facts={Object.entries(part.fields).map(([field, value]) => ({
                // Two fields without a name of their own are not the same one.
                name: field === "text" || field in fields ? sayField({ of: part.kind, field }, lang) : field,
                value: <span lang="sv">{sayValue(field, value, lang) || canonicalText(value)}</span>,
              }))}
            />
          </section>
        ))}
      </div>
    </details>
  );
}
