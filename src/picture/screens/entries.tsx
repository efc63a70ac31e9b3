import { categories, kinds, managers } from "../../collect/words.ts";
import { nameOfPlace } from "../../ground/place.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { LinkButton } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Facts, type Fact } from "../../ui/facts.tsx";
import { formatDay, formatInstant, formatNumber } from "../../ui/format.ts";
import { KindChip } from "../../ui/kind.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { dayOf } from "../../ground/time.ts";
import { openEntry, type ToldEntry } from "../api.ts";
import { words } from "../words.ts";

type Linked = { lang: Lang; partnership: string; opened: (id: string | undefined) => string };

export function whenOf({ happenedFrom, precision }: ToldEntry, lang: Lang): string {
  if (happenedFrom === null) return say(words.unknownTime, lang);
  // Hours are said when somebody knew the hour.
  return precision === "minute" || precision === "hour"
    ? formatInstant(happenedFrom, lang)
    : formatDay(dayOf(happenedFrom), lang);
}

export function whereOf({ place, placeName }: ToldEntry, lang: Lang): string {
  return nameOfPlace(place) || (placeName ?? say(words.unknownPlace, lang));
}

/** The newest few, beside the map. */
export function EntryList({ lang, entries, opened }: Linked & { entries: readonly ToldEntry[] }) {
  return (
    <ul className="list">
      {entries.map((entry) => (
        <li key={entry.id}>
          <a href={opened(entry.id)} lang="sv" className="strong">
            {entry.text}
          </a>
          <span className="row small quiet">
            <KindChip kind={entry.knowledge} lang={lang} />
            <span>{whereOf(entry, lang)}</span>
            <span className="no-wrap">{whenOf(entry, lang)}</span>
            {entry.agreed !== null && <span>{say(words.agreed, lang, { count: entry.agreed })}</span>}
            {entry.bundle && <span>{say(words.summary, lang)}</span>}
            {entry.example && <ExampleMark lang={lang} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The map's twin: the same things, one a row. */
export function EntryTable({
  lang,
  entries,
  partnership,
  opened,
  total,
}: Linked & { entries: readonly ToldEntry[]; total: number }) {
  return (
    <>
      <DataTable
        caption={say(words.entries, lang)}
        captionHidden
        rows={entries}
        rowKey={(entry) => entry.id}
        columns={[
          { head: say(words.when, lang), cell: (entry) => whenOf(entry, lang) },
          {
            head: say(words.what, lang),
            names: true,
            cell: (entry) => (
              <>
                <a href={opened(entry.id)} lang="sv">
                  {entry.text}
                </a>{" "}
                {entry.example && <ExampleMark lang={lang} />}
              </>
            ),
          },
          { head: say(words.where, lang), cell: (entry) => <span lang="sv">{whereOf(entry, lang)}</span> },
          { head: say(words.category, lang), cell: (entry) => say(categories[entry.category], lang) },
          { head: say(words.source, lang), cell: (entry) => <span lang="sv">{entry.sourceName}</span> },
          {
            head: say(words.use, lang),
            cell: (entry) => (
              <a href={evidenceAddress(partnership, entry.id)} aria-label={`${say(words.use, lang)}: ${entry.text}`}>
                {say(words.use, lang)}
              </a>
            ),
          },
        ]}
      />
      {entries.length < total && (
        <p className="small quiet">
          {say(words.listCut, lang, { shown: entries.length, total: formatNumber(total, lang) })}
        </p>
      )}
    </>
  );
}

function evidenceAddress(partnership: string, id: string): string {
  return `/prioritera/${partnership}?underlag=${id}`;
}

/** One thing, with its source and what must be known before believing it. */
export function OpenedEntry({ lang, partnership, id, opened }: Linked & { id: string }) {
  const asked = useAnswer(openEntry, { partnership, entry: id });
  if (asked.state === "waiting") return <Loading text={say(words.open, lang)} />;
  if (asked.state !== "answered")
    return <Notice heading={asked.state === "refused" ? asked.refusal.sentence : say(words.noAnswer, lang)} />;
  const entry = asked.value;
  const facts: Fact[] = [
    { name: say(words.when, lang), value: whenOf(entry, lang) },
    { name: say(words.where, lang), value: <span lang="sv">{whereOf(entry, lang)}</span> },
    { name: say(words.category, lang), value: say(categories[entry.category], lang) },
    { name: say(words.kind, lang), value: say(kinds[entry.kind], lang) },
    { name: say(words.manager, lang), value: say(managers[entry.spotManager], lang) },
    ...(entry.consequence === ""
      ? []
      : [{ name: say(words.leadsTo, lang), value: <span lang="sv">{entry.consequence}</span> }]),
    ...(entry.proposal === "" ? [] : [{ name: say(words.wish, lang), value: <span lang="sv">{entry.proposal}</span> }]),
    { name: say(words.source, lang), value: <span lang="sv">{entry.sourceName}</span> },
    { name: say(words.caveat, lang), value: <span lang="sv">{entry.sourceCaveat}</span> },
  ];
  return (
    <article className="sheet-acting stack">
      <p className="row small">
        <KindChip kind={entry.knowledge} lang={lang} />
        {entry.agreed !== null && <span>{say(words.agreed, lang, { count: entry.agreed })}</span>}
        {entry.bundle && <span>{say(words.summary, lang)}</span>}
        {entry.example && <ExampleMark lang={lang} />}
      </p>
      <p className="word" lang="sv">
        {entry.text}
      </p>
      <Facts facts={facts} />
      <div className="row">
        <LinkButton href={evidenceAddress(partnership, entry.id)} kind="main">
          {say(words.use, lang)}
        </LinkButton>
        <LinkButton href={opened(undefined)}>{say(words.close, lang)}</LinkButton>
      </div>
    </article>
  );
}
