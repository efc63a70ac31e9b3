import type { OutputOf } from "../../../ground/endpoint.ts";
import { dayOf, type Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { formatDay } from "../../../ui/format.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Status } from "../../../ui/status.tsx";
import type { openWalk } from "../../api.ts";
import { answers, managers } from "../../words.ts";
import { compareWalks, isUnfinished } from "../series.ts";
import type { openWalkDesk } from "../api.ts";
import { words } from "./words.ts";

type Row = OutputOf<typeof openWalk>["rows"][number];
type Before = NonNullable<OutputOf<typeof openWalkDesk>["before"]>;
type Note = OutputOf<typeof openWalk>["notes"][number];

/** What the last walk left: grey flags on the way to the next. */
export function LeftFromLast({ rows, lang }: { rows: readonly Row[]; lang: Lang }) {
  const left = rows.filter(isUnfinished);
  return (
    <section className="stack-tight">
      <SectionHeading heading={say(words.leftFromLast, lang)} level={3}>
        {left.length}
      </SectionHeading>
      {left.length === 0 ? (
        <p className="quiet">{say(words.nothingLeft, lang)}</p>
      ) : (
        <ul className="list">
          {left.map((row) => (
            <li key={row.id}>
              <p>
                <Status kind="ended" word={tellAnswer(row, lang)} as="text" /> <b>{row.placeName}.</b> {row.text}{" "}
                <span className="quiet">({say(managers[row.spotManager], lang)})</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What became of a point: «Åtgärdas, maj», or that nobody has answered. */
function tellAnswer({ answer }: Pick<Row, "answer">, lang: Lang): string {
  if (answer === undefined) return say(words.waiting, lang);
  return [say(answers[answer.kind], lang), answer.when].filter(Boolean).join(", ");
}

/** Two walks of one series stop by stop: what was said then, what became of it, what is said now. */
export function ThenAndNow(props: {
  before: Before;
  now: { readonly stops: Before["stops"]; readonly notes: readonly Note[] };
  partnership: string;
  lang: Lang;
}) {
  const { before, lang } = props;
  const compared = compareWalks(before, props.now);
  return (
    <section className="stack">
      <SectionHeading heading={say(words.thenAndNow, lang)} />
      <p>
        <a href={`/lyssna/${props.partnership}/vandring-${before.slug}`}>
          {before.title}, {formatDay(dayOf(before.startsAt as Instant), lang)}
        </a>
      </p>
      <DataTable
        caption={say(words.thenAndNow, lang)}
        captionHidden
        rows={compared}
        rowKey={(_row, place) => String(place)}
        columns={[
          { head: say(words.stop, lang), names: true, cell: ({ stop }) => stop ?? say(words.between, lang) },
          {
            head: say(words.earlier, lang),
            cell: ({ earlier }) => (
              <Lines lines={earlier.map((row) => ({ key: row.id, text: row.text, aside: tellAnswer(row, lang) }))} />
            ),
          },
          {
            head: say(words.now, lang),
            cell: ({ now }) => <Lines lines={now.map((note) => ({ key: note.id, text: note.text, aside: "" }))} />,
          },
        ]}
      />
    </section>
  );
}

function Lines({ lines }: { lines: readonly { key: string; text: string; aside: string }[] }) {
  if (lines.length === 0) return <>–</>;
  return (
    <ul className="stack-tight">
      {lines.map(({ key, text, aside }) => (
        <li key={key}>
          {text} {aside !== "" && <b>{aside}.</b>}
        </li>
      ))}
    </ul>
  );
}
