import type { OutputOf } from "../../ground/endpoint.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { deadJobs, reviveJob, sendLettersAgain } from "../api.ts";
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
          <Undelivered letters={list.value.letters} again={list.again} lang={lang} />
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

/** Letters that have not gone, as numbers: what they say and to whom is no operator's to read. */
function Undelivered({
  letters: { waiting, failed, givenUp },
  again,
  lang,
}: {
  letters: OutputOf<typeof deadJobs>["letters"];
  again: () => void;
  lang: Lang;
}) {
  const send = useCommand(sendLettersAgain);
  return (
    <section className="stack-tight">
      <SectionHeading heading={say(words.letters, lang)}>{waiting + failed + givenUp}</SectionHeading>
      <p className="measure">
        {waiting + failed + givenUp === 0
          ? say(words.allLettersSent, lang)
          : say(words.lettersLeft, lang, { waiting, failed, givenUp })}
      </p>
      {failed + givenUp > 0 && (
        <p>
          <Button
            small
            label={`${say(words.tryAgain, lang)}: ${say(words.letters, lang)}`}
            onPress={() => void send.run({}).then(again)}
          >
            {say(words.tryAgain, lang)}
          </Button>
        </p>
      )}
    </section>
  );
}
