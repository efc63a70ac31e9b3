import { say } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { Asked } from "../../../ui/asked.tsx";
import { listThreads } from "../api.ts";
import { threadStates } from "../words.ts";
import { HandedIn } from "./handed-in.tsx";
import { words } from "./words.ts";

/** /lyssna/<p>/trafik: every stretch somebody has complained about, and how far it has come. */
export function TrafficScreen({ partnership, partnershipName, lang }: ScreenProps) {
  const answer = useAnswer(listThreads, { partnership });
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.traffic, lang)}
        over={partnershipName}
        lead={say(words.lead, lang)}
        actions={
          <LinkButton kind="main" href={`/lyssna/${partnership}/trafik-ny`}>
            {say(words.takeIn, lang)}
          </LinkButton>
        }
      />
      <HandedIn partnership={partnership} lang={lang} />
      <Asked answer={answer} lang={lang}>
        {({ threads }) =>
          threads.length === 0 ? (
            <Empty heading={say(words.none, lang)} text={say(words.noneText, lang)} />
          ) : (
            <DataTable
              caption={say(words.traffic, lang)}
              captionHidden
              rows={threads}
              rowKey={(thread) => thread.id}
              columns={[
                {
                  head: say(words.stretch, lang),
                  names: true,
                  cell: (thread) => (
                    <>
                      <a href={`/lyssna/${partnership}/trafik-${thread.number}`}>{thread.stretch.name}</a>{" "}
                      {thread.example && <ExampleMark lang={lang} />}
                    </>
                  ),
                },
                { head: say(words.state, lang), cell: ({ state }) => say(threadStates[state], lang) },
                { head: say(words.complaints, lang), cell: ({ complaints }) => complaints, number: true },
                { head: say(words.measurements, lang), cell: ({ measurements }) => measurements, number: true },
              ]}
            />
          )
        }
      </Asked>
    </div>
  );
}
