// A promise that has been changed: what holds, what was changed when and why, and the way between the texts in both directions.
import { say, type Lang } from "../../ground/words.ts";
import { changedBy } from "../../pledge/amendments/amendment.ts";
import type { Content } from "../../pledge/document.ts";
import { Changes } from "../../pledge/drafting/screens/changes.tsx";
import { formatDay } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { changeWords } from "../change-words.ts";
import type { Site, ToldDocument } from "../site.ts";
import { inLang } from "./frame.tsx";

type Of = { document: ToldDocument; site: Pick<Site, "slug" | "documents">; lang: Lang };

/** The promises by themselves: a change stands with what it changes. */
export function promisesOf({ documents }: Pick<Site, "documents">): readonly ToldDocument[] {
  return documents.filter(({ amends }) => amends === undefined);
}

/** Whose text holds: its last change, or itself. */
export function heldBy(document: ToldDocument, { documents }: Pick<Site, "documents">): ToldDocument {
  const last = document.changes?.at(-1);
  return documents.find(({ slug }) => slug === last) ?? document;
}

/** "Ändrat 3 mars 2026". */
function sayChanged({ amends, publishedOn }: ToldDocument, lang: Lang): string {
  const said = amends?.kind === "extension" ? changeWords.extendedOn : changeWords.changedOn;
  return say(said, lang, { day: publishedOn === undefined ? "" : formatDay(publishedOn, lang) });
}

const changesIn = ({ document, site }: Omit<Of, "lang">) =>
  (document.changes ?? []).flatMap((slug) => site.documents.filter((one) => one.slug === slug));

/** One line a change, under the promise in the list of them. */
export function ChangeList({ document, site, lang }: Of) {
  return changesIn({ document, site }).map((change) => (
    <p key={change.slug} className="small">
      <a href={inLang(`/${site.slug}/medborgarlofte/${change.slug}`, lang)}>{sayChanged(change, lang)}</a>
    </p>
  ));
}

/** On the promise's own page: every change, the latest first, each with why and with what differs. */
export function ChangesOf({ document, site, lang }: Of) {
  const changes = changesIn({ document, site });
  if (changes.length === 0) return null;
  return (
    <section className="stack" id="andringar">
      {changes.toReversed().map((change, place) => (
        <div key={change.slug} className="stack-tight">
          <SectionHeading heading={sayChanged(change, lang)} />
          <Why document={change} lang={lang} />
          {place === 0 && <Difference document={change} site={site} lang={lang} />}
          <p>
            <a href={inLang(`/${site.slug}/medborgarlofte/${change.slug}`, lang)}>
              {say(changeWords.wholeChange, lang)}
            </a>
          </p>
        </div>
      ))}
      <p>{say(changeWords.holdsNow, lang)}</p>
    </section>
  );
}

/** On the change's own page: what it is a change of, why, and what differs. */
export function ChangeItself({ document, site, lang }: Of) {
  const { amends } = document;
  if (amends === undefined) return null;
  const original = site.documents.find(({ slug }) => slug === amends.original);
  const isLast = original?.changes?.at(-1) === document.slug;
  return (
    <section className="stack-tight" id="andring">
      <SectionHeading heading={sayChanged(document, lang)} />
      {original !== undefined && (
        <p>
          {say(changeWords.isChangeOf[amends.kind], lang)}{" "}
          <a href={inLang(`/${site.slug}/medborgarlofte/${original.slug}`, lang)} lang="sv">
            {original.title}
          </a>
          .
        </p>
      )}
      {!isLast && <Notice heading={say(changeWords.changedLater, lang)} />}
      <Why document={document} lang={lang} />
      <Difference document={document} site={site} lang={lang} />
    </section>
  );
}

function Why({ document: { amends }, lang }: { document: ToldDocument; lang: Lang }) {
  return (
    <p className="measure">
      {`${say(changeWords.why, lang)}: `}
      <span className="word" lang="sv">
        {amends?.reason}
      </span>
    </p>
  );
}

/** Word by word against the text it changed, from the very texts that were signed. */
function Difference({ document, site, lang }: Of) {
  const { amends, evidence } = document;
  const before = site.documents.find(({ slug }) => slug === amends?.changed)?.evidence;
  if (amends === undefined || evidence === undefined || before === undefined) return null;
  const changed = changedBy(JSON.parse(before.text) as Content, JSON.parse(evidence.text) as Content);
  return (
    <div className="sheet stack-tight">
      <h3>{say(changeWords.difference, lang)}</h3>
      <Changes changes={changed} lang={lang} level={4} />
      {amends.withdrawn.map(({ number, reason }) => (
        <p key={number}>
          {`${say(changeWords.takenOut, lang, { number })}: `}
          <span className="word" lang="sv">
            {reason}
          </span>
        </p>
      ))}
    </div>
  );
}
