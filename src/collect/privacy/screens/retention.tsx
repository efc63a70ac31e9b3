import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day, Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { FormError } from "../../../ui/form-error.tsx";
import { formatDay, formatInstant, formatNumber } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Status } from "../../../ui/status.tsx";
import { Asked } from "../../../ui/asked.tsx";
import { tellDay } from "../../screens/told.ts";
import { ruleKinds, sourceKinds } from "../../words.ts";
import { approveRetention, listRetention } from "../api.ts";
import { RULE_APPROVERS, RULE_WRITERS } from "../retention.ts";
import { retentionWords as words } from "../words.ts";
import { KindHold, RuleForm, SourceForm } from "./retention-forms.tsx";

type Retention = OutputOf<typeof listRetention>;

/** /granskning/<p>: what is here of one's own, when it goes, by which decision, and what has gone. */
export function RetentionScreen({ partnership, partnershipName, person, lang }: ScreenProps) {
  const answer = useAnswer(listRetention, { partnership });
  const mayWrite = person.grants.some(({ role }) => RULE_WRITERS.includes(role));
  const mayApprove = person.grants.some(({ role }) => RULE_APPROVERS.includes(role));
  return (
    <Asked answer={answer} lang={lang} page>
      {({ sources, rules, runs }) => (
        <div className="stack-loose">
          <PageHeading heading={say(words.disposal, lang)} over={partnershipName} lead={say(words.lead, lang)} />
          <section className="stack">
            <SectionHeading heading={say(words.whatIsHere, lang)}>{sources.length}</SectionHeading>
            <Sources sources={sources} lang={lang} />
          </section>
          <section className="stack">
            <SectionHeading heading={say(words.rules, lang)}>{rules.length}</SectionHeading>
            <ul className="list">
              {rules.map((rule) => (
                <li key={rule.id}>
                  <Rule rule={rule} partnership={partnership} mayApprove={mayApprove} lang={lang} />
                </li>
              ))}
            </ul>
            {mayWrite && <RuleForm partnership={partnership} lang={lang} />}
          </section>
          {mayWrite && sources.length > 0 && (
            <section className="stack">
              <SectionHeading heading={say(words.holdOrMark, lang)} />
              <SourceForm partnership={partnership} sources={sources} lang={lang} />
            </section>
          )}
          <section className="stack">
            <SectionHeading heading={say(words.runs, lang)}>{runs.length}</SectionHeading>
            <Notice heading={say(words.backups, lang)} />
            {runs.length === 0 ? (
              <Empty heading={say(words.noRuns, lang)} text={say(words.noRunsText, lang)} />
            ) : (
              <Runs runs={runs} lang={lang} />
            )}
          </section>
        </div>
      )}
    </Asked>
  );
}

function Sources({ sources, lang }: { sources: Retention["sources"]; lang: Lang }) {
  return (
    <DataTable
      caption={say(words.whatIsHere, lang)}
      captionHidden
      rows={sources}
      rowKey={({ slug }) => slug}
      columns={[
        { head: say(words.source, lang), names: true, cell: ({ name }) => name },
        { head: say(words.kind, lang), cell: ({ kind }) => say(sourceKinds[kind], lang) },
        { head: say(words.raw, lang), number: true, cell: ({ raw }) => formatNumber(raw, lang) },
        { head: say(words.gone, lang), number: true, cell: ({ disposed }) => formatNumber(disposed, lang) },
        { head: say(words.oldest, lang), cell: ({ oldest }) => (oldest === undefined ? "–" : tellDay(oldest, lang)) },
        { head: say(words.goes, lang), cell: (source) => tellGoing(source, lang) },
        { head: say(words.registryNumber, lang), cell: ({ registryNumber }) => registryNumber ?? "–" },
        { head: say(words.secrecyMark, lang), cell: ({ secrecyMark }) => secrecyMark ?? "–" },
      ]}
    />
  );
}

function tellGoing({ hold, goesOn, raw }: Retention["sources"][number], lang: Lang): string {
  if (hold !== undefined) return say(words.onHold, lang, { reason: hold.reason });
  if (goesOn !== undefined) return formatDay(goesOn as Day, lang);
  return raw === 0 ? "–" : say(words.never, lang);
}

type RuleProps = { rule: Retention["rules"][number]; partnership: string; mayApprove: boolean; lang: Lang };

function Rule({ rule, partnership, mayApprove, lang }: RuleProps) {
  const approve = useCommand(approveRetention);
  const [refusal, setRefusal] = useState<string>();
  const isApproved = rule.approvedAt !== undefined;
  const give = async () => {
    const result = await approve.run({ partnership, id: rule.id });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <div className="stack">
      <p>
        {say(words.rule, lang, {
          kind: say(ruleKinds[rule.sourceKind], lang),
          months: rule.months,
          body: rule.body,
          day: formatDay(rule.decidedOn as Day, lang),
          paragraph: rule.paragraph,
        })}{" "}
        <Status
          kind={isApproved ? "running" : "waiting"}
          word={say(isApproved ? words.approved : words.waitsForSecond, lang)}
          as="text"
        />
      </p>
      <p className="quiet small">
        {say(isApproved ? words.trial : words.trialWaiting, lang, { due: rule.due, held: rule.held })}
      </p>
      {!isApproved && mayApprove && !rule.mine && (
        <div>
          <Button kind="main" busy={approve.busy} onPress={() => void give()}>
            {say(words.approve, lang)}
          </Button>
        </div>
      )}
      {refusal !== undefined && <FormError text={refusal} />}
      <KindHold rule={rule} partnership={partnership} lang={lang} />
    </div>
  );
}

function Runs({ runs, lang }: { runs: Retention["runs"]; lang: Lang }) {
  return (
    <DataTable
      caption={say(words.runs, lang)}
      captionHidden
      rows={runs}
      rowKey={({ doneAt, digest }) => `${doneAt} ${digest}`}
      columns={[
        { head: say(words.kind, lang), names: true, cell: ({ sourceKind }) => say(ruleKinds[sourceKind], lang) },
        { head: say(words.gone, lang), cell: ({ doneAt }) => formatInstant(doneAt as Instant, lang) },
        {
          head: say(words.whatIsHere, lang),
          cell: ({ observations, photos, quotes, texts }) =>
            say(words.run, lang, { notes: observations, photos, quotes, texts }),
        },
        { head: say(words.digest, lang), cell: ({ digest }) => <code>{digest.slice(0, 12)}</code> },
      ]}
    />
  );
}
