import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { formatDay, formatNumber } from "../../../ui/format.ts";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Asked } from "../../../ui/asked.tsx";
import { actorKinds } from "../../hearings/words.ts";
import { listHeard } from "../api.ts";
import { KEEPERS } from "../heard.ts";
import { heardGroups, heardVerdicts, words } from "../words.ts";
import { capital, PopulationSaid, sayFile } from "./population-said.tsx";
import { PopulationSection } from "./population.tsx";

type Heard = OutputOf<typeof listHeard>;

/** Of the villages that nobody was heard in so many are told by name; the others are counted. */
const VILLAGES_TOLD = 8;

/** /lyssna/<p>/vem-har-inte-horts: who came, beside who lives here, and where to go next. */
export function HeardScreen({ partnership, partnershipName, person, lang }: ScreenProps) {
  const answer = useAnswer(listHeard, { partnership });
  return (
    <Asked answer={answer} lang={lang} page>
      {(heard) => (
        <div className="stack-loose">
          <PageHeading
            heading={say(words.heading, lang)}
            over={partnershipName}
            lead={
              heard.from &&
              say(words.lead, lang, {
                heads: formatNumber(heard.heads, lang),
                gatherings: heard.gatherings,
                from: formatDay(heard.from as Day, lang),
              })
            }
          />
          {heard.gatherings === 0 ? (
            <Empty heading={say(words.nobody, lang)} text={say(words.nobodyText, lang)} />
          ) : (
            <>
              <Next next={heard.next} lang={lang} />
              <Groups heard={heard} lang={lang} />
              {heard.villages.length > 0 && (
                <Villages villages={heard.villages} files={heard.localityFiles} lang={lang} />
              )}
            </>
          )}
          {heard.actors.some(({ times }) => times > 0) && <Actors actors={heard.actors} lang={lang} />}
          <PopulationSection
            partnership={partnership}
            known={heard.population}
            isKeeper={person.grants.some(({ role }) => KEEPERS.includes(role))}
            lang={lang}
          />
        </div>
      )}
    </Asked>
  );
}

function Next({ next, lang }: { next: Heard["next"]; lang: Lang }) {
  const hints = [
    ...next.groups.map((group) => say(words.goOnGroup, lang, { group: capital(say(heardGroups[group], lang)) })),
    ...next.villages
      .slice(0, VILLAGES_TOLD)
      .map(({ name, last }) =>
        last === undefined
          ? say(words.goOnNever, lang, { village: name })
          : say(words.goOnVillage, lang, { village: name, last: formatDay(last as Day, lang) }),
      ),
    ...(next.villages.length > VILLAGES_TOLD
      ? [say(words.goOnMore, lang, { count: next.villages.length - VILLAGES_TOLD })]
      : []),
    ...next.actors.map(({ kind, last }) =>
      say(words.goOnActors, lang, { kind: say(actorKinds[kind], lang), last: formatDay(last as Day, lang) }),
    ),
  ];
  return (
    <section className="stack">
      <SectionHeading heading={say(words.goOn, lang)} />
      {hints.length === 0 ? (
        <p>{say(words.goOnNowhere, lang)}</p>
      ) : (
        <ul className="list">
          {hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      )}
      <p className="small quiet measure">{say(words.goOnCaveat, lang)}</p>
    </section>
  );
}

function Groups({ heard, lang }: { heard: Heard; lang: Lang }) {
  const percent = (share: number) => formatNumber(Math.round(share * 100), lang);
  return (
    <section className="stack">
      <SectionHeading heading={say(words.groups, lang)} />
      <DataTable
        caption={say(words.groups, lang)}
        captionHidden
        rows={heard.groups}
        rowKey={({ group }) => group}
        columns={[
          { head: say(words.group, lang), names: true, cell: ({ group }) => say(heardGroups[group], lang) },
          {
            head: say(words.heard, lang),
            number: true,
            cell: (row) =>
              say(words.heardOf, lang, { heard: formatNumber(row.heard, lang), of: formatNumber(row.of, lang) }),
          },
          {
            head: say(words.share, lang),
            number: true,
            cell: ({ share }) =>
              share === undefined
                ? say(words.shareNone, lang)
                : say(words.shareSaid, lang, {
                    share: percent(share.value),
                    low: percent(share.low),
                    high: percent(share.high),
                  }),
          },
          ...(heard.population === undefined
            ? []
            : [
                {
                  head: say(words.residentShare, lang, { year: heard.population.year }),
                  number: true,
                  cell: ({ residentShare }: Heard["groups"][number]) =>
                    residentShare === undefined
                      ? "–"
                      : say(words.residentSaid, lang, { share: percent(residentShare) }),
                },
              ]),
          { head: say(words.compared, lang), cell: ({ verdict }) => say(heardVerdicts[verdict], lang) },
        ]}
      />
      <PopulationSaid known={heard.population} lang={lang} />
      <p className="small quiet measure">{say(words.chance, lang)}</p>
      <p className="small quiet measure">{say(words.detached, lang)}</p>
    </section>
  );
}

function Villages(props: { villages: Heard["villages"]; files: Heard["localityFiles"]; lang: Lang }) {
  const { villages, files, lang } = props;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.villages, lang)} />
      <DataTable
        caption={say(words.villages, lang)}
        captionHidden
        rows={villages}
        rowKey={({ name }) => name}
        columns={[
          { head: say(words.village, lang), names: true, cell: ({ name }) => name },
          {
            head: say(words.residents, lang),
            number: true,
            cell: ({ residents, residentsYear }) => {
              if (residents === undefined) return "–";
              const count = formatNumber(residents, lang);
              return residentsYear === undefined ? count : say(words.residentsIn, lang, { count, year: residentsYear });
            },
          },
          ...occasions(lang),
        ]}
      />
      {files.map((file) => (
        <p key={file.id} className="small quiet measure">
          {say(words.localityFile, lang, { file: sayFile(file, lang) })}
        </p>
      ))}
    </section>
  );
}

function Actors({ actors, lang }: { actors: Heard["actors"]; lang: Lang }) {
  return (
    <section className="stack">
      <SectionHeading heading={say(words.actors, lang)} />
      <p className="small quiet measure">{say(words.actorsText, lang)}</p>
      <DataTable
        caption={say(words.actors, lang)}
        captionHidden
        rows={actors}
        rowKey={({ kind }) => kind}
        columns={[
          { head: say(words.actorKind, lang), names: true, cell: ({ kind }) => say(actorKinds[kind], lang) },
          ...occasions(lang),
        ]}
      />
    </section>
  );
}

/** How many times, and when last. */
function occasions(lang: Lang) {
  type Row = { readonly times: number; readonly last?: string | undefined };
  return [
    { head: say(words.times, lang), number: true, cell: ({ times }: Row) => formatNumber(times, lang) },
    {
      head: say(words.last, lang),
      cell: ({ last }: Row) => (last === undefined ? say(words.never, lang) : formatDay(last as Day, lang)),
    },
  ];
}
