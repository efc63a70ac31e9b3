import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { formatDay } from "../../../ui/format.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Status } from "../../../ui/status.tsx";
import { listMeetings } from "../api.ts";
import { decisionKinds, words } from "../words.ts";

type Waiting = OutputOf<typeof listMeetings>["waiting"];

/** What was decided at meetings and is not done: whose, by when, and where it was decided. */
export function DecisionTable({ partnership, lang, rows }: { partnership: string; lang: Lang; rows: Waiting }) {
  return (
    <DataTable
      caption={say(words.waiting, lang)}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          head: say(words.what, lang),
          names: true,
          cell: ({ kind, text }) => (
            <>
              {text} <span className="small quiet">{say(decisionKinds[kind], lang)}</span>
            </>
          ),
        },
        { head: say(words.who, lang), cell: ({ owner, unit }) => [owner, unit].filter(Boolean).join(", ") },
        {
          head: say(words.by, lang),
          cell: ({ by, late }) =>
            by === null ? (
              "–"
            ) : (
              <>
                {formatDay(by, lang)}
                {late && <Status kind="behind" as="text" word={say(words.late, lang)} />}
              </>
            ),
        },
        {
          head: say(words.fromMeeting, lang),
          cell: ({ on, approved }) => (
            <>
              <a href={`/lagesbild/${partnership}/arbetsmote-${on}`}>{formatDay(on, lang)}</a>
              {!approved && <Status kind="waiting" as="text" word={say(words.notApproved, lang)} />}
            </>
          ),
        },
      ]}
    />
  );
}

/** The same of one's own organisation, in the month of those who are to do it. */
export function DecisionsOwned({ partnership, lang }: { partnership: string; lang: Lang }) {
  const list = useAnswer(listMeetings, { partnership });
  const rows = list.state === "answered" ? list.value.waiting.filter(({ mine }) => mine) : [];
  if (rows.length === 0) return null;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.fromMeetings, lang)}>{rows.length}</SectionHeading>
      <DecisionTable partnership={partnership} lang={lang} rows={rows} />
    </section>
  );
}
