import { CATEGORY_GROUPS } from "../../collect/category.ts";
import { say, type Lang } from "../../ground/words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatNumber, formatPeriod } from "../../ui/format.ts";
import { KindChip } from "../../ui/kind.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { TallyList, type Tally } from "../../ui/tally-list.tsx";
import { ELSEWHERE, UNPLACED } from "../areas.ts";
import { type AreaTally, FEW } from "../counts.ts";
import { categoryParts, type Question } from "../question.ts";
import { explorerWords, groups, words } from "../words.ts";
import type { Answer, StoreFacts } from "./explorer-messages.ts";
import type { Picture } from "./picture-data.ts";

type Props = {
  lang: Lang;
  explored: Answer["explored"];
  facts: StoreFacts;
  question: Question;
  known: Pick<Picture, "villages" | "sources"> | undefined;
  onChange: (changed: Partial<Question>) => void;
};

/** Kinds, sources and places: each counted under all but its own part of the question, and a box to tick. */
export function Tallies({ lang, explored, facts, question, known, onChange }: Props) {
  const isPublic = question.sharing === "public";
  const told = (tallies: readonly Tally[]) => (isPublic ? tallies.map(withheldIfFew) : tallies);
  const withheldWord = say(explorerWords.fewerThan, lang);
  const sources = facts.sources.flatMap((slug, code): Tally[] => {
    const count = Math.round(explored.sources[code] ?? 0);
    const name = known?.sources.find((source) => source.slug === slug)?.name ?? slug;
    return count > 0 || question.sources.includes(slug) ? [{ key: slug, word: name, count }] : [];
  });
  const areas = areaTallies(explored, facts, known?.villages ?? [], lang);
  return (
    <div className="explorer-thirds">
      <TallyList
        lang={lang}
        caption={say(explorerWords.byKind, lang)}
        heads={[say(words.category, lang), say(words.number, lang)]}
        tallies={told(groupTallies(explored, facts, lang))}
        withheldWord={withheldWord}
        chosen={question.categories}
        onChoose={(keys) => onChange({ categories: CATEGORY_GROUPS.filter((group) => keys.includes(group)) })}
      />
      {sources.length > 0 && (
        <TallyList
          lang={lang}
          caption={say(explorerWords.bySource, lang)}
          heads={[say(words.source, lang), say(words.number, lang)]}
          withheldWord={withheldWord}
          tallies={told(sources)}
          chosen={question.sources}
          onChoose={(keys) => onChange({ sources: keys })}
        />
      )}
      <TallyList
        lang={lang}
        caption={say(explorerWords.byPlace, lang)}
        heads={[say(words.area, lang), say(words.number, lang)]}
        tallies={told(areas)}
        withheldWord={withheldWord}
        chosen={question.area === undefined ? [] : [question.area]}
        // One place at a time: the one that was ticked last.
        onChoose={(keys) => onChange({ area: keys.find((key) => key !== question.area), box: undefined })}
      />
    </div>
  );
}

/** As everybody may see it: from one to four is not told. */
function withheldIfFew(tally: Tally): Tally {
  return tally.count !== undefined && tally.count > 0 && tally.count < FEW ? { ...tally, count: undefined } : tally;
}

function groupTallies({ categories }: Answer["explored"], facts: StoreFacts, lang: Lang): Tally[] {
  const counts = new Map<string, number>();
  for (const [code, word] of facts.categories.entries()) {
    const { group } = categoryParts(word);
    counts.set(group, (counts.get(group) ?? 0) + (categories[code] ?? 0));
  }
  return CATEGORY_GROUPS.flatMap((group): Tally[] => {
    const count = counts.get(group);
    return count === undefined ? [] : [{ key: group, word: say(groups[group], lang), count: Math.round(count) }];
  });
}

function areaTallies(
  { areas }: Answer["explored"],
  facts: StoreFacts,
  villages: Picture["villages"],
  lang: Lang,
): Tally[] {
  const count = (slug: string) => {
    const code = facts.areas.findIndex((area) => area.code === slug);
    return code < 0 ? 0 : Math.round(areas[code] ?? 0);
  };
  const inVillages = [
    ...villages.map(({ slug, name }) => ({ key: slug, word: name, count: count(slug) })),
    { key: ELSEWHERE, word: say(words.elsewhere, lang), count: count(ELSEWHERE) },
  ];
  const all = Math.round(areas.reduce((sum, one) => sum + one, 0));
  const rest = all - inVillages.reduce((sum, one) => sum + one.count, 0);
  return [...inVillages, { key: UNPLACED, word: say(words.unplaced, lang), count: Math.max(rest, 0) }];
}

/** A count with its warning: 1 to 4 says nothing for certain. */
function Count({ lang, count, few, withheld }: { lang: Lang; count: number; few: boolean; withheld: boolean }) {
  if (few && withheld) return say(explorerWords.fewerThan, lang);
  return (
    <>
      {formatNumber(count, lang)}
      {few && (
        <>
          {" "}
          <span className="small quiet">
            <abbr title={say(words.fewMeaning, lang)}>{say(words.few, lang)}</abbr>
          </span>
        </>
      )}
    </>
  );
}

/** The map's twin when it shows areas: in the order of the list of villages, never by how many. */
export function AreaTable({
  lang,
  explored,
  facts,
  known,
  withheld,
}: {
  lang: Lang;
  explored: Answer["explored"];
  facts: StoreFacts;
  known: Pick<Picture, "villages"> | undefined;
  withheld: boolean;
}) {
  const villages = known?.villages ?? [];
  return (
    <DataTable
      caption={say(explorerWords.areaTable, lang)}
      rows={areaTallies(explored, facts, villages, lang)}
      rowKey={({ key }) => key}
      columns={[
        { head: say(words.area, lang), names: true, cell: ({ word }) => word },
        {
          head: say(words.number, lang),
          number: true,
          cell: ({ count = 0 }) => (
            <Count lang={lang} count={count} few={count > 0 && count < FEW} withheld={withheld} />
          ),
        },
        {
          head: say(explorerWords.livingThere, lang),
          number: true,
          cell: ({ key }) => {
            const people = villages.find(({ slug }) => slug === key)?.population;
            return people === undefined ? "–" : formatNumber(people, lang);
          },
        },
      ]}
    />
  );
}

/** Two kinds of knowledge in two columns with their own units: never one figure, never a difference. */
export function Beside(props: {
  lang: Lang;
  byArea: readonly AreaTally[];
  villages: Picture["villages"];
  areaName: (area: string) => string;
  /** As everybody may see it: from one to four is not told. */
  withheld: boolean;
}) {
  const { lang } = props;
  const inhabitants = (area: string) => props.villages.find(({ slug }) => slug === area)?.population;
  const rows = props.byArea.filter(({ count }) => count > 0);
  if (rows.length === 0) return null;
  return (
    <section className="stack-tight">
      <SectionHeading heading={say(words.beside, lang)} />
      <DataTable
        caption={say(words.beside, lang)}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            head: say(words.where, lang),
            names: true,
            cell: ({ key }) => {
              const people = inhabitants(key);
              return (
                <>
                  {props.areaName(key)}
                  {people !== undefined && (
                    <span className="small quiet">
                      {" "}
                      {say(words.inhabitants, lang, { count: formatNumber(people, lang) })}
                    </span>
                  )}
                </>
              );
            },
          },
          {
            head: <KindChip kind="felt" lang={lang} word={say(words.voices, lang)} />,
            number: true,
            cell: ({ voices, felt }) => (
              <Count lang={lang} count={voices} few={felt > 0 && voices < 5} withheld={props.withheld} />
            ),
          },
          {
            head: <KindChip kind="recorded" lang={lang} word={say(words.recorded, lang)} />,
            number: true,
            cell: ({ recorded }) => (
              <Count lang={lang} count={recorded} few={recorded > 0 && recorded < 5} withheld={props.withheld} />
            ),
          },
        ]}
      />
      <p className="small quiet">
        {say(words.lead, lang)} {say(words.besideText, lang)}
      </p>
    </section>
  );
}

export function Measured({ lang, measurements }: { lang: Lang; measurements: Picture["measurements"] }) {
  if (measurements.length === 0) return null;
  return (
    <section>
      <SectionHeading heading={say(words.measured, lang)}>{measurements.length}</SectionHeading>
      <DataTable
        caption={say(words.measured, lang)}
        captionHidden
        rows={measurements}
        rowKey={({ id }) => id}
        columns={[
          {
            head: say(words.what, lang),
            names: true,
            cell: ({ name, example, caveat }) => (
              <>
                <span lang="sv">{name}</span> {example && <ExampleMark lang={lang} />}
                <br />
                <span className="small quiet" lang="sv">
                  {caveat}
                </span>
              </>
            ),
          },
          { head: say(words.when, lang), cell: ({ from, to }) => formatPeriod(from, to, lang) },
          {
            head: say(words.value, lang),
            number: true,
            cell: ({ value, unit, low, high, n }) =>
              low === null || high === null || n === null
                ? `${formatNumber(value, lang)} ${unit}`
                : say(words.interval, lang, {
                    value: formatNumber(value, lang),
                    unit,
                    low: formatNumber(low, lang),
                    high: formatNumber(high, lang),
                    n: formatNumber(n, lang),
                  }),
          },
        ]}
      />
    </section>
  );
}

/** The sources behind the selection, each with what must be known before believing it. */
export function Sources({ lang, used }: { lang: Lang; used: Picture["sources"] }) {
  if (used.length === 0) return null;
  return (
    <section>
      <SectionHeading heading={say(words.sources, lang)}>{used.length}</SectionHeading>
      <DataTable
        caption={say(words.sources, lang)}
        captionHidden
        rows={used}
        rowKey={({ slug }) => slug}
        columns={[
          {
            head: say(words.source, lang),
            names: true,
            cell: ({ name, example }) => (
              <>
                <span lang="sv">{name}</span> {example && <ExampleMark lang={lang} />}
              </>
            ),
          },
          { head: say(words.knowledge, lang), cell: ({ knowledge }) => <KindChip kind={knowledge} lang={lang} /> },
          { head: say(words.caveat, lang), cell: ({ caveat }) => <span lang="sv">{caveat}</span> },
        ]}
      />
    </section>
  );
}
