// A promise in plain or in easy Swedish, as a page of its own beside the words that hold: a choice that works without script, with an address to give away.
import { say, type Lang } from "../../ground/words.ts";
import type { Content } from "../../pledge/document.ts";
import { AGAIN, type Again, isOlder } from "../../pledge/easy.ts";
import { Notice } from "../../ui/notice.tsx";
import { Paragraphs } from "../../ui/paragraphs.tsx";
import { contentTold } from "../promise-file.ts";
import type { Site, ToldDocument } from "../site.ts";
import { ways, weaknesses, words } from "../words.ts";
import { inLang } from "./frame.tsx";
import { placeOf } from "./kin.tsx";

/** The last part of the address of each. */
export const AGAIN_PATHS = { plain: "klarsprak", easyRead: "lattlast" } as const satisfies Record<Again, string>;
const OLD = { plain: weaknesses["plain-old"], easyRead: weaknesses["easy-old"] } as const;

type Of = { site: Pick<Site, "slug">; document: ToldDocument; lang: Lang };

/** In which ways a promise is said again: the whole of it, or one löfte of it. */
export function saidAgainIn(document: ToldDocument): readonly Again[] {
  const content = contentTold(document);
  if (content === undefined) return [];
  return AGAIN.filter((kind) => [content, ...content.pledges].some((part) => part[kind] !== undefined));
}

/** "Läs som: Löftets ord, Klarspråk, Lättläst"; nothing where there is nothing to choose. `held` is whose words are read, at the address of `document`. */
export function ChooseWords({ site, document, held, now, lang }: Of & { held: ToldDocument; now: Again | undefined }) {
  const kinds = saidAgainIn(held);
  if (kinds.length === 0) return null;
  const home = `/${site.slug}/medborgarlofte/${document.slug}`;
  const choices = [
    { kind: undefined, address: home, word: ways.exact },
    ...kinds.map((kind) => ({ kind, address: `${home}/${AGAIN_PATHS[kind]}`, word: ways[kind] })),
  ];
  return (
    <nav aria-label={say(ways.choose, lang)}>
      <ul className="row">
        <li aria-hidden>{say(ways.choose, lang)}:</li>
        {choices.map(({ kind, address, word }) => (
          <li key={address}>
            {kind === now ? (
              <b aria-current="page">{say(word, lang)}</b>
            ) : (
              <a href={inLang(address, lang)}>{say(word, lang)}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The whole and each löfte said again, with the way to the words that hold; without it on the page where those who publish read both. */
export function SaidAgainText({
  site,
  document,
  held,
  now,
  lang,
  isPreview = false,
}: Of & { held: ToldDocument; now: Again; isPreview?: boolean }) {
  const content = contentTold(held);
  if (content === undefined) return null;
  return (
    <div className="stack">
      <p className="measure">{say(ways.holds, lang)}</p>
      <article className="sheet clauses" aria-label={say(ways[now], lang)}>
        {content[now] !== undefined && (
          <div className="stack-tight">
            <Paragraphs text={content[now].text} large />
            <Older part={content} now={now} lang={lang} />
          </div>
        )}
        {content.pledges.map((pledge) => (
          <section key={pledge.id} className="clause">
            <h2>{say(words.pledgeNumber, lang, { number: pledge.order })}</h2>
            {pledge[now] === undefined ? <p>{say(ways.none, lang)}</p> : <Paragraphs text={pledge[now].text} large />}
            <Older part={pledge} now={now} lang={lang} />
            {!isPreview && (
              <p>
                <a href={`${inLang(`/${site.slug}/medborgarlofte/${document.slug}`, lang)}#${placeOf(pledge.order)}`}>
                  {`${say(ways.readExact, lang)}: ${say(words.pledgeNumber, lang, { number: pledge.order })}`}
                </a>
              </p>
            )}
          </section>
        ))}
      </article>
    </div>
  );
}

function Older({ part, now, lang }: { part: Content | Content["pledges"][number]; now: Again; lang: Lang }) {
  const again = part[now];
  if (again === undefined || !isOlder(part, again)) return null;
  return <Notice kind="advice" heading={say(OLD[now], lang)} level={3} />;
}
