import { say, type Lang } from "../../../ground/words.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import type { FormerItem } from "../formerly.ts";
import { fatesTold, words } from "../words.ts";

/** What became of everything in the promise before, as it stands in the text that is signed. */
export function Formerly({ items, lang }: { items: readonly FormerItem[]; lang: Lang }) {
  if (items.length === 0) return null;
  return (
    <section className="stack-tight">
      <SectionHeading heading={say(words.formerHeading, lang)}>{items.length}</SectionHeading>
      <ul className="list">
        {items.map(({ id, number, text, fate, reason, handedTo = "" }) => (
          <li key={id} className="stack-tight">
            <p className="small">
              <b>{number}</b> {say(fatesTold[fate], lang, { to: handedTo })}
              {reason !== undefined && (
                <>
                  {": "}
                  <span lang="sv">{reason}</span>
                </>
              )}
            </p>
            <p className="word" lang="sv">
              {text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
