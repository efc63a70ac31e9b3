import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatDay, formatNumber } from "../../../ui/format.ts";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { Asked } from "../../../ui/asked.tsx";
import { listSeries } from "../api.ts";
import { isFew } from "../series.ts";
import { absences, sayArea, sayPeriod, sexes, standings } from "../words.ts";
import { TakeBack } from "./take-back.tsx";
import { words } from "./words.ts";

type Listed = OutputOf<typeof listSeries>;
type Row = Listed["series"][number];

/** /lyssna/<p>/statistik: every measure once, the municipality's own series first. */
export function SeriesListScreen({ partnership, partnershipName, lang }: ScreenProps) {
  const answer = useAnswer(listSeries, { partnership });
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.heading, lang)}
        over={partnershipName}
        lead={say(words.lead, lang)}
        actions={
          <LinkButton kind="main" href={`/lyssna/${partnership}/las-in-statistik`}>
            {say(words.readIn, lang)}
          </LinkButton>
        }
      />
      <Asked answer={answer} lang={lang}>
        {(listed) => (
          <>
            {listed.series.length === 0 ? (
              <Empty heading={say(words.none, lang)} text={say(words.noneText, lang)} />
            ) : (
              <Series listed={listed} partnership={partnership} lang={lang} />
            )}
            {listed.readings.length > 0 && (
              <Readings readings={listed.readings} partnership={partnership} lang={lang} />
            )}
          </>
        )}
      </Asked>
    </div>
  );
}

function Series({ listed, partnership, lang }: { listed: Listed; partnership: string; lang: Lang }) {
  const [search, setSearch] = useState("");
  const [source, setSource] = useState("");
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = listed.series.filter((row) => {
    const said = `${row.name} ${row.unit} ${row.area.name} ${say(sexes[row.sex], lang)}`.toLowerCase();
    return (source === "" || row.sourceId === source) && wanted.every((word) => said.includes(word));
  });
  const sourceOf = (row: Row) => listed.sources.find(({ id }) => id === row.sourceId);
  return (
    <section className="stack">
      <div className="split-even">
        <TextField label={say(words.search, lang)} value={search} onChange={setSearch} type="search" />
        <Select
          label={say(words.source, lang)}
          empty={say(words.allSources, lang)}
          value={source}
          onChange={setSource}
          options={listed.sources.map(({ id, name }) => ({ value: id, word: name }))}
        />
      </div>
      <p className="small quiet" role="status">
        {shown.length === 0
          ? say(words.noneFound, lang)
          : say(words.shownOf, lang, { shown: shown.length, total: listed.series.length })}
      </p>
      {shown.length > 0 && (
        <DataTable
          caption={say(words.heading, lang)}
          captionHidden
          rows={shown}
          rowKey={({ slug }) => slug}
          columns={[
            {
              head: say(words.what, lang),
              names: true,
              cell: (row) => (
                <>
                  <a href={`/lyssna/${partnership}/statistik-${row.slug}`}>{row.name}</a>{" "}
                  {row.example && <ExampleMark lang={lang} />}
                  <span className="small quiet">
                    {" "}
                    {row.unit}
                    {row.sex === "all" ? "" : `, ${say(sexes[row.sex], lang).toLowerCase()}`}
                  </span>
                </>
              ),
            },
            {
              head: say(words.where, lang),
              cell: ({ area, beside }) =>
                [sayArea(area, lang), ...(beside === 0 ? [] : [say(words.besides, lang, { count: beside })])].join(
                  ", ",
                ),
            },
            { head: say(words.period, lang), cell: (row) => sayPeriod({ step: row.step, ...row.latest }, lang) },
            {
              head: say(words.latest, lang),
              number: true,
              cell: ({ latest }) =>
                latest.value === undefined
                  ? say(absences[latest.absent ?? "missing"], lang)
                  : formatNumber(latest.value, lang),
            },
            { head: say(words.remarks, lang), cell: (row) => remarksOf(row, lang) },
            {
              head: say(words.source, lang),
              cell: (row) => {
                const one = sourceOf(row);
                return one === undefined ? "–" : <a href={`/lyssna/${partnership}/kalla-${one.slug}`}>{one.name}</a>;
              },
            },
          ]}
        />
      )}
    </section>
  );
}

/** What keeps the latest figure from being read as it stands. */
function remarksOf({ latest, unit, breaks }: Row, lang: Lang): string {
  const remarks = [
    ...(latest.standing === "final" ? [] : [say(standings[latest.standing], lang).toLowerCase()]),
    ...(isFew(unit, latest) ? [say(words.few, lang)] : []),
    ...(breaks === 0 ? [] : [say(words.hasBreaks, lang)]),
  ];
  return remarks.length === 0 ? "–" : remarks.join(", ");
}

function Readings(props: { readings: Listed["readings"]; partnership: string; lang: Lang }) {
  const { readings, partnership, lang } = props;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.readings, lang)} />
      <DataTable
        caption={say(words.readings, lang)}
        captionHidden
        rows={readings}
        rowKey={({ id }) => id}
        columns={[
          { head: say(words.file, lang), names: true, cell: ({ fileName }) => fileName },
          { head: say(words.retrieved, lang), cell: ({ retrievedOn }) => formatDay(retrievedOn as Day, lang) },
          { head: say(words.series, lang), number: true, cell: ({ series }) => formatNumber(series, lang) },
          { head: say(words.added, lang), number: true, cell: ({ added }) => formatNumber(added, lang) },
          { head: say(words.changed, lang), number: true, cell: ({ changed }) => formatNumber(changed, lang) },
          {
            head: say(words.state, lang),
            cell: (reading) =>
              reading.state === "undone" ? (
                say(words.undone, lang)
              ) : (
                <TakeBack reading={reading} partnership={partnership} lang={lang} />
              ),
          },
        ]}
      />
    </section>
  );
}
