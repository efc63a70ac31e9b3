import { useState } from "react";
import type { Day } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatPeriod } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Tag } from "../../ui/tag.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { listReports } from "../api.ts";
import { words as planWords } from "../actionplans/words.ts";
import { words as clockWords } from "../clocks/words.ts";
import { words as indicatorWords } from "../indicators/words.ts";
import { draftReport } from "../reports/api.ts";
import { words as reportWords } from "../reports/words.ts";
import { words } from "../words.ts";
import { Clocks } from "./clocks.tsx";

/** /folj-upp/<p>: every follow-up, and the clocks. */
export function ReportListScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const list = useAnswer(listReports, { partnership });
  if (list.state === "waiting") return <Loading text={say(words.loading, lang)} />;
  if (list.state !== "answered")
    return (
      <Notice
        kind="error"
        level={1}
        heading={list.state === "refused" ? list.refusal.sentence : say(words.noAnswer, lang)}
      />
    );
  const { reports, clocks } = list.value;
  return (
    <>
      <PageHeading
        heading={say(words.heading, lang)}
        over={props.partnershipName}
        lead={say(words.lead, lang)}
        actions={
          <>
            <LinkButton href={`/folj-upp/${partnership}/matt`}>{say(indicatorWords.link, lang)}</LinkButton>
            <LinkButton href={`/folj-upp/${partnership}/atgardsplaner`}>{say(planWords.link, lang)}</LinkButton>
            <LinkButton href={`/folj-upp/${partnership}/handlingar`}>{say(words.toBriefs, lang)}</LinkButton>
          </>
        }
      />
      <div className="split">
        <section className="stack">
          <SectionHeading heading={say(words.reports, lang)}>{reports.length}</SectionHeading>
          {reports.length === 0 ? (
            <Empty heading={say(words.noReports, lang)} text={say(words.noReportsText, lang)} />
          ) : (
            <DataTable
              caption={say(words.reports, lang)}
              captionHidden
              rows={reports}
              rowKey={(row) => row.slug}
              columns={[
                {
                  head: say(words.period, lang),
                  names: true,
                  cell: (row) => (
                    <>
                      <a href={`/folj-upp/${partnership}/${row.slug}`}>
                        {formatPeriod(row.from as Day, row.to as Day, lang)}
                      </a>{" "}
                      {row.example && <ExampleMark lang={lang} />}
                    </>
                  ),
                },
                { head: say(words.state, lang), cell: (row) => <Tag>{say(reportWords[row.state], lang)}</Tag> },
              ]}
            />
          )}
          <StartReport {...props} />
        </section>
        <section className="stack">
          <SectionHeading heading={say(words.clocksHeading, lang)} />
          <Clocks rows={clocks} lang={lang} />
          <p>
            <a href={`/folj-upp/${partnership}/klockor`}>{say(clockWords.toClocks, lang)}</a>
          </p>
        </section>
      </div>
    </>
  );
}

function StartReport({ partnership, lang, go }: ScreenProps) {
  const start = useCommand(draftReport);
  const [slug, setSlug] = useState("");
  const [from, setFrom] = useState<Day>();
  const [to, setTo] = useState<Day>();
  const [refusal, setRefusal] = useState<string>();
  const begin = async () => {
    if (from === undefined || to === undefined) return;
    const result = await start.run({ partnership, slug, from, to });
    if (result.ok) go(`/folj-upp/${partnership}/${result.value.slug}`);
    else setRefusal(result.refusal.sentence);
  };
  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <h3>{say(words.start, lang)}</h3>
      <TextField label={say(words.slug, lang)} value={slug} onChange={setSlug} required short />
      <div className="split-even">
        <DateField label={say(words.from, lang)} value={from ?? ""} onChange={setFrom} required />
        <DateField label={say(words.to, lang)} value={to ?? ""} onChange={setTo} required />
      </div>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      <div className="row">
        <Button type="submit" busy={start.busy}>
          {say(words.start, lang)}
        </Button>
      </div>
    </form>
  );
}
