import { useRef, useState } from "react";
import { say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { TableTwin } from "../../../ui/table-twin.tsx";
import { influencers, perspectives, words as problemWords } from "../../words.ts";
import { readCauses, takeCauseUp } from "../api.ts";
import { words } from "../words.ts";
import type { Analysed, Analysis, Card } from "./read-analysis.ts";
import { CauseForm } from "./cause-form.tsx";
import { Fishbone, howSure, whoCan } from "./fishbone.tsx";
import { Measures } from "./measures.tsx";

/** The analysis of causes under a problem: the fishbone, its table, the cards and what would hit them. */
export function AnalysisOfCauses(props: ScreenProps & { problem: Analysed }) {
  const { partnership, lang, problem } = props;
  const read = useAnswer(readCauses, { partnership, id: problem.id });
  const [changed, setChanged] = useState<string>();
  const takeUp = useCommand(takeCauseUp);
  const [refusal, setRefusal] = useState<string>();
  const heading = useRef<HTMLDivElement>(null);
  const closed = problem.state === "declined" || problem.state === "merged";
  const analysis = read.value;
  if (analysis === undefined) return null;
  const standing = analysis.causes.filter(({ setAside }) => setAside === null);
  const aside = analysis.causes.filter(({ setAside }) => setAside !== null);
  const card = analysis.causes.find(({ id }) => id === changed);
  const done = () => {
    setChanged(undefined);
    heading.current?.focus();
  };
  const up = async ({ id, version }: Card) => {
    const result = await takeUp.run({ partnership, id: problem.id, causeId: id, version });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) heading.current?.focus();
  };
  return (
    <>
      <section className="stack">
        <div ref={heading} tabIndex={-1}>
          <SectionHeading heading={say(problemWords.causes, lang)}>{standing.length}</SectionHeading>
        </div>
        <p className="measure">{say(words.lead, lang)}</p>
        {standing.length === 0 ? (
          <Empty heading={say(problemWords.noCauses, lang)} text={say(problemWords.noCausesText, lang)} />
        ) : (
          <TableTwin
            lang={lang}
            what="chart"
            picture={
              <Fishbone
                lang={lang}
                problem={problem}
                causes={standing}
                measures={analysis.measures}
                onChange={closed ? undefined : ({ id }) => setChanged(id)}
              />
            }
            table={<CauseTable lang={lang} causes={standing} analysis={analysis} problem={problem} />}
          />
        )}
        {!closed && (
          <CauseForm
            key={card === undefined ? "new" : `${card.id} ${card.version}`}
            {...props}
            card={card}
            onDone={done}
          />
        )}
        {aside.length > 0 && (
          <details>
            <summary>{`${say(words.setAside, lang)} (${aside.length})`}</summary>
            {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
            <ul className="list">
              {aside.map((one) => (
                <li key={one.id}>
                  <div>
                    <b>{say(perspectives[one.perspective], lang)}:</b> <span lang="sv">{one.text}</span>
                    <p className="quiet">{say(words.asideBecause, lang, { because: one.setAside ?? "" })}</p>
                  </div>
                  {!closed && (
                    <Button busy={takeUp.busy} onPress={() => void up(one)}>
                      {say(words.takeUp, lang)}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
      <Measures {...props} analysis={analysis} closed={closed} />
    </>
  );
}

function CauseTable(props: {
  lang: ScreenProps["lang"];
  causes: readonly Card[];
  analysis: Analysis;
  problem: Analysed;
}) {
  const { lang, causes, analysis, problem } = props;
  const hitting = (id: string) =>
    analysis.measures.filter(({ causeIds, setAside }) => setAside === null && causeIds.includes(id));
  return (
    <DataTable
      caption={say(words.tableCaption, lang)}
      rows={causes}
      rowKey={({ id }) => id}
      columns={[
        { head: say(problemWords.cause, lang), names: true, cell: ({ text }) => <span lang="sv">{text}</span> },
        {
          head: say(problemWords.perspective, lang),
          cell: ({ perspective }) => say(perspectives[perspective], lang),
        },
        { head: say(words.support, lang), cell: (card) => howSure(card, lang) },
        {
          head: say(words.restsOn, lang),
          cell: ({ evidenceIds }) =>
            evidenceIds.length === 0
              ? say(words.restsOnNothing, lang)
              : problem.evidence
                  .filter(({ id }) => evidenceIds.includes(id))
                  .map(({ caption }) => caption)
                  .join("; "),
        },
        { head: say(words.whoInfluences, lang), cell: (card) => whoCan(card, influencers, lang) },
        { head: say(words.unknown, lang), cell: ({ unknown }) => unknown || "–" },
        {
          head: say(words.hitBy, lang),
          cell: ({ id }) =>
            hitting(id)
              .map(({ text }) => text)
              .join("; ") || say(words.hitByNone, lang),
        },
      ]}
    />
  );
}
