import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatDay, formatNumber } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { Asked } from "../../../ui/asked.tsx";
import { actorKinds } from "../../hearings/words.ts";
import { listHeard, recordPopulation } from "../api.ts";
import { HEARD_GROUPS, type GroupCounts, type HeardGroup } from "../heard.ts";
import { heardGroups, heardVerdicts, words } from "../words.ts";

type Heard = OutputOf<typeof listHeard>;

/** /lyssna/<p>/vem-har-inte-horts: who came, beside who lives here, and where to go next. */
export function HeardScreen({ partnership, partnershipName, lang }: ScreenProps) {
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
              {heard.villages.length > 0 && <Villages villages={heard.villages} lang={lang} />}
            </>
          )}
          {heard.actors.some(({ times }) => times > 0) && <Actors actors={heard.actors} lang={lang} />}
          <PopulationForm partnership={partnership} known={heard.population} lang={lang} />
        </div>
      )}
    </Asked>
  );
}

function Next({ next, lang }: { next: Heard["next"]; lang: Lang }) {
  const hints = [
    ...next.groups.map((group) => say(words.goOnGroup, lang, { group: say(heardGroups[group], lang) })),
    ...next.villages.map(({ name, last }) =>
      last === undefined
        ? say(words.goOnNever, lang, { village: name })
        : say(words.goOnVillage, lang, { village: name, last: formatDay(last as Day, lang) }),
    ),
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
      <p className="small quiet measure">{say(words.chance, lang)}</p>
      <p className="small quiet measure">{say(words.detached, lang)}</p>
    </section>
  );
}

function Villages({ villages, lang }: { villages: Heard["villages"]; lang: Lang }) {
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
            cell: ({ residents }) => (residents === undefined ? "–" : formatNumber(residents, lang)),
          },
          ...occasions(lang),
        ]}
      />
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

type Draft = Readonly<Record<HeardGroup | "year" | "source", string>>;

function PopulationForm(props: { partnership: string; known: Heard["population"]; lang: Lang }) {
  const { lang, known } = props;
  const record = useCommand(recordPopulation);
  const [draft, setDraft] = useState<Draft>(() => draftOf(known));
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<{ readonly kind: "done" | "error"; readonly heading: string }>();
  const field = (name: keyof Draft, label: string) => ({
    label,
    value: draft[name],
    onChange: (text: string) => setDraft({ ...draft, [name]: text }),
    error: wrong.has(name) ? say(words.wholeNumber, lang) : undefined,
  });
  const send = async () => {
    const unread = ["year", ...HEARD_GROUPS].filter(
      (name) =>
        numberIn(draft[name as keyof Draft]) === undefined &&
        (name === "year" || draft[name as keyof Draft].trim() !== ""),
    );
    setWrong(new Set(unread));
    const year = numberIn(draft.year);
    if (unread.length > 0 || year === undefined) return setTold(undefined);
    const counts: GroupCounts = Object.fromEntries(
      HEARD_GROUPS.flatMap((group) => (draft[group].trim() === "" ? [] : [[group, numberIn(draft[group])]])),
    );
    const result = await record.run({ partnership: props.partnership, year, counts, source: draft.source });
    setTold(
      result.ok
        ? { kind: "done", heading: say(words.saved, lang) }
        : { kind: "error", heading: result.refusal.sentence },
    );
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.population, lang)} />
      <p className="measure">{say(words.populationText, lang)}</p>
      {known !== undefined && (
        <p className="quiet">
          {say(words.populationNow, lang, { year: known.year, source: known.source })}{" "}
          {known.example && <ExampleMark lang={lang} />}
        </p>
      )}
      <form
        className="stack measure"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className="split-even">
          {HEARD_GROUPS.map((group) => (
            <TextField key={group} short {...field(group, capital(say(heardGroups[group], lang)))} />
          ))}
        </div>
        <TextField short {...field("year", say(words.year, lang))} />
        <TextField {...field("source", say(words.source, lang))} />
        <Button type="submit" kind="main" busy={record.busy}>
          {say(words.save, lang)}
        </Button>
        {told !== undefined && <Notice kind={told.kind} heading={told.heading} live />}
      </form>
    </section>
  );
}

function draftOf(known: Heard["population"]): Draft {
  const said = (group: HeardGroup) => String(known?.counts[group] ?? "");
  return {
    women: said("women"),
    men: said("men"),
    "under-18": said("under-18"),
    "18-29": said("18-29"),
    "30-64": said("30-64"),
    "65-up": said("65-up"),
    year: known === undefined ? "" : String(known.year),
    source: known?.source ?? "",
  };
}

/** "2 984" is a number; undefined for what is none. */
function numberIn(text: string): number | undefined {
  const digits = text.replaceAll(/\s/g, "");
  return /^\d{1,8}$/.test(digits) ? Number(digits) : undefined;
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase("sv") + text.slice(1);
}
