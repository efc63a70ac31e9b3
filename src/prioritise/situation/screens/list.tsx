import { useState } from "react";
import type { Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatDay, formatPeriod } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { beginSituationReport, listSituationReports } from "../api.ts";
import { states, words } from "../words.ts";
import { leads } from "./read-report.ts";

/** /lagesbild/<p>/rapporter: the report that is in work, those that were adopted, and where the next is begun. */
export function SituationListScreen(props: ScreenProps) {
  const { partnership, partnershipName, lang } = props;
  const list = useAnswer(listSituationReports, { partnership });
  return (
    <>
      <PageHeading heading={say(words.heading, lang)} over={partnershipName} lead={say(words.lead, lang)} />
      <Asked answer={list} lang={lang}>
        {({ reports }) => (
          <>
            <section className="stack">
              <SectionHeading heading={say(words.all, lang)}>{reports.length}</SectionHeading>
              {reports.length === 0 ? (
                <Empty heading={say(words.none, lang)} text={say(words.noneText, lang)} />
              ) : (
                <ul className="list">
                  {reports.map((one) => (
                    <li key={one.slug}>
                      <div>
                        <a href={`/lagesbild/${partnership}/rapport-${one.slug}`} className="strong">
                          {say(words.report, lang, { period: formatPeriod(one.from, one.to, lang) })}
                        </a>{" "}
                        {one.example && <ExampleMark lang={lang} />}
                        <p className="small quiet">
                          {one.adoptedOn === null
                            ? say(states[one.state], lang)
                            : say(words.adoptedBy, lang, {
                                day: formatDay(one.adoptedOn, lang),
                                body: one.adoptedBy ?? "",
                              })}
                        </p>
                      </div>
                    </li>
                  ))}
                </ul>
              )}
            </section>
            {leads(props) && reports.every(({ state }) => state !== "draft") && (
              <Begin {...props} isFirst={reports.length === 0} />
            )}
          </>
        )}
      </Asked>
    </>
  );
}

function Begin({ partnership, lang, go, isFirst }: ScreenProps & { isFirst: boolean }) {
  const [from, setFrom] = useState<Day>();
  const [to, setTo] = useState<Day>();
  const [refusal, setRefusal] = useState<string>();
  const begin = useCommand(beginSituationReport);
  const send = async () => {
    if (from === undefined || to === undefined) return setRefusal(say(words.daysNeeded, lang));
    const result = await begin.run({ partnership, from, to });
    if (result.ok) go(`/lagesbild/${partnership}/rapport-${result.value.slug}`);
    else setRefusal(result.refusal.sentence);
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.beginHeading, lang)} />
      {!isFirst && <p className="measure">{say(words.beginFrom, lang)}</p>}
      <form
        className="stack measure sheet"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className="split-even">
          <DateField label={say(words.from, lang)} value={from ?? ""} onChange={setFrom} />
          <DateField label={say(words.to, lang)} value={to ?? ""} onChange={setTo} />
        </div>
        {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
        <Button type="submit" kind="main" busy={begin.busy}>
          {say(words.begin, lang)}
        </Button>
      </form>
    </section>
  );
}
