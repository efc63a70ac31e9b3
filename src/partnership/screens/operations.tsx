import { say } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { deadJobs, reviveJob } from "../api.ts";
import { HandOut } from "../first/screens/hand-out.tsx";
import { words } from "../words.ts";

/** /drift: what the operator must know of. */
export function OperationsScreen({ lang }: ScreenProps) {
  const list = useAnswer(deadJobs, {});
  const revive = useCommand(reviveJob);
  return (
    <>
      <PageHeading heading={say(words.operations, lang)} />
      {list.state === "answered" && (
        <p>
          <LinkButton href="/nytt-samarbete">{say(words.foundHeading, lang)}</LinkButton>
        </p>
      )}
      {list.state === "answered" && (
        <>
          <HandOut lang={lang} />
          <div>
            <SectionHeading heading={say(words.deadJobs, lang)} />
            <p className="measure">{say(words.deadJobsWhy, lang)}</p>
          </div>
        </>
      )}
      {list.state === "refused" && <Notice heading={say(words.operationsOnly, lang)} />}
      {list.state === "answered" && list.value.jobs.length === 0 && (
        <Empty heading={say(words.noDeadJobs, lang)} text={say(words.noDeadJobsText, lang)} level={3} />
      )}
      {list.state === "answered" && list.value.jobs.length > 0 && (
        <DataTable
          caption={say(words.deadJobs, lang)}
          captionHidden
          rows={list.value.jobs}
          rowKey={(job) => job.id}
          columns={[
            { head: say(words.what, lang), cell: (job) => job.name, names: true },
            { head: say(words.attempts, lang), cell: (job) => job.attempts, number: true },
            { head: say(words.lastError, lang), cell: (job) => job.last_error },
            {
              head: say(words.tryAgain, lang),
              cell: (job) => (
                <Button small onPress={() => void revive.run({ id: job.id })}>
                  {say(words.tryAgain, lang)}
                </Button>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
