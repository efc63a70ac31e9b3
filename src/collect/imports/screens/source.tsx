import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatNumber, formatPeriod } from "../../../ui/format.ts";
import { KindChip } from "../../../ui/kind.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { PartyName } from "../../../ui/party-name.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { listMeasurements, listObservations, listSources } from "../../api.ts";
import { knowledgeOf } from "../../source.ts";
import { reliabilities, sampleTypes, secrecyClasses, sourceKinds } from "../../words.ts";
import { retentionWords } from "../../privacy/words.ts";
import { Asked } from "../../../ui/asked.tsx";
import { NotThere } from "../../../ui/not-there.tsx";
import { ObservationTable } from "../../screens/observation-table.tsx";
import { words } from "../../screens/words.ts";

type Source = OutputOf<typeof listSources>["sources"][number];
const SHOWN = 100;

/** /lyssna/<p>/kalla-<slug>: whose it is, how it was made, and what one must know before believing it. */
export function SourceScreen({ partnership, item, lang }: ScreenProps) {
  const asked = useAnswer(listSources, { partnership });
  const slug = (item ?? "").replace(/^kalla-/, "");
  return (
    <Asked answer={asked} lang={lang} page>
      {({ sources }) => {
        const source = sources.find((one) => one.slug === slug);
        return source === undefined ? (
          <NotThere stage="collect" href={`/lyssna/${partnership}`} lang={lang} />
        ) : (
          <Shown source={source} partnership={partnership} lang={lang} />
        );
      }}
    </Asked>
  );
}

function Shown({ source, partnership, lang }: { source: Source; partnership: string; lang: Lang }) {
  const observations = useAnswer(listObservations, { partnership, sourceId: source.id, limit: SHOWN });
  const measurements = useAnswer(listMeasurements, { partnership, sourceId: source.id });
  return (
    <div className="stack-loose">
      <PageHeading
        heading={source.name}
        over={
          <>
            <KindChip kind={knowledgeOf(source.kind)} lang={lang} /> {source.example && <ExampleMark lang={lang} />}
          </>
        }
      />
      {source.caveat !== "" && <Notice heading={say(words.caveat, lang)} text={source.caveat} />}
      <Facts
        facts={[
          { name: say(words.kindOfKnowledge, lang), value: say(sourceKinds[source.kind], lang) },
          { name: say(words.owner, lang), value: <PartyName party={source.party}>{source.owner}</PartyName> },
          { name: say(words.method, lang), value: source.method },
          { name: say(words.sample, lang), value: say(sampleTypes[source.sampleType], lang) },
          { name: say(words.reliability, lang), value: say(reliabilities[source.reliability], lang) },
          { name: say(words.secrecy, lang), value: say(secrecyClasses[source.secrecyClass], lang) },
          { name: say(retentionWords.registryNumber, lang), value: source.registryNumber ?? "" },
          { name: say(retentionWords.secrecyMark, lang), value: source.secrecyMark ?? "" },
          ...(source.reference === undefined
            ? []
            : [{ name: say(words.readOn, lang), value: <Reference source={source.reference} /> }]),
        ].filter(({ value }) => value !== "")}
      />
      <Asked answer={measurements} lang={lang}>
        {(value) => value.measurements.length > 0 && <Measurements rows={value.measurements} lang={lang} />}
      </Asked>
      <Asked answer={observations} lang={lang}>
        {(value) =>
          value.total > 0 && (
            <section className="stack">
              <SectionHeading heading={say(words.observations, lang)}>
                {say(words.allOf, lang, { shown: value.observations.length, total: formatNumber(value.total, lang) })}
              </SectionHeading>
              <ObservationTable
                caption={say(words.observations, lang)}
                rows={value.observations}
                partnership={partnership}
                lang={lang}
              />
            </section>
          )
        }
      </Asked>
    </div>
  );
}

function Reference({ source }: { source: NonNullable<Source["reference"]> }) {
  return source.url === undefined ? <>{source.title}</> : <a href={source.url}>{source.title}</a>;
}

function Measurements({ rows, lang }: { rows: OutputOf<typeof listMeasurements>["measurements"]; lang: Lang }) {
  const number = (value: number | undefined) => (value === undefined ? "–" : formatNumber(value, lang));
  return (
    <section className="stack">
      <SectionHeading heading={say(words.measurements, lang)}>{rows.length}</SectionHeading>
      <DataTable
        caption={say(words.measurements, lang)}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            head: say(words.what, lang),
            names: true,
            cell: (row) => (
              <>
                {row.name} {row.example && <ExampleMark lang={lang} />}
                {row.withdrawnReason !== undefined && (
                  <p className="quiet">{say(words.measurementTakenBack, lang, { reason: row.withdrawnReason })}</p>
                )}
              </>
            ),
          },
          { head: say(words.period, lang), cell: (row) => formatPeriod(row.from as Day, row.to as Day, lang) },
          { head: say(words.value, lang), cell: (row) => `${number(row.value)} ${row.unit}`, number: true },
          {
            head: say(words.interval, lang),
            number: true,
            cell: (row) =>
              row.low === undefined && row.high === undefined ? "–" : `${number(row.low)}–${number(row.high)}`,
          },
          { head: say(words.restsOn, lang), cell: (row) => number(row.n), number: true },
          { head: say(words.caveat, lang), cell: (row) => row.caveat },
        ]}
      />
    </section>
  );
}
