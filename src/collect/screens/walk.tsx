import { useState } from "react";
import type { OutputOf } from "../../ground/endpoint.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatList, formatNumber } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Select } from "../../ui/select.tsx";
import { Status } from "../../ui/status.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { answerRow, establishProtocol, openWalk } from "../api.ts";
import { ANSWER_KINDS, type AnswerKind } from "../observation.ts";
import { HEAD_GROUPS, needsReason, WALK_LEADERS } from "../walk.ts";
import { answers, categories, headGroups, kinds, lights, managers, seasons, walkStates, walkThemes } from "../words.ts";
import { ReviewLink } from "../privacy/screens/review-link.tsx";
import { Asked } from "./asked.tsx";
import { tellClock, tellDay, tellPlace, type Shown } from "./told.ts";
import { words } from "./words.ts";

type Opened = OutputOf<typeof openWalk>;
type Row = Opened["rows"][number];

/** /lyssna/<p>/vandring-<slug>: who walked where, what they saw, and what came of each point. */
export function WalkScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const slug = (props.item ?? "").replace(/^vandring-/, "");
  const opened = useAnswer(openWalk, { partnership, slug });
  return (
    <Asked answer={opened} lang={lang} page>
      {(value) => <Walk {...props} {...value} />}
    </Asked>
  );
}

function Walk({ walk, notes, rows, partnership, person, lang }: ScreenProps & Opened) {
  const leads = person.grants.some(({ role }) => WALK_LEADERS.includes(role));
  return (
    <div className="stack-loose">
      <PageHeading
        heading={walk.title}
        over={
          <>
            {say(walkStates[walk.state], lang)} {walk.example && <ExampleMark lang={lang} />}
          </>
        }
        lead={`${tellDay(walk.startsAt, lang)}, ${tellClock(walk.startsAt, lang)}–${tellClock(walk.endsAt, lang)}`}
      />
      <div className="split">
        <Facts facts={factsOf(walk, lang)} />
        <section className="prose">
          <SectionHeading heading={say(words.stops, lang)}>{walk.stops.length}</SectionHeading>
          <ol>
            {walk.stops.map((stop) => (
              <li key={stop.id}>
                <b>{stop.name}</b> {stop.question !== "" && <span className="quiet">{stop.question}</span>}
              </li>
            ))}
          </ol>
        </section>
      </div>
      {rows.length > 0 ? (
        <section className="stack">
          <SectionHeading heading={say(words.protocol, lang)}>{rows.length}</SectionHeading>
          <ProtocolTable rows={rows} lang={lang} />
          {leads && <AnswerForm partnership={partnership} slug={walk.slug} rows={rows} lang={lang} />}
        </section>
      ) : (
        <section className="stack">
          <SectionHeading heading={say(words.notes, lang)}>{notes.length}</SectionHeading>
          {notes.length === 0 ? (
            <Empty heading={say(words.noNotes, lang)} text={say(words.noNotesText, lang)} />
          ) : (
            <>
              <p className="quiet">{say(words.notesAreWork, lang)}</p>
              <div>
                <ReviewLink partnership={partnership} walk={walk.slug} lang={lang} />
              </div>
              <NotesTable notes={notes} walk={walk} partnership={partnership} lang={lang} />
              {leads && walk.state === "walked" && (
                <EstablishForm partnership={partnership} slug={walk.slug} lang={lang} />
              )}
            </>
          )}
        </section>
      )}
    </div>
  );
}

function factsOf(walk: Opened["walk"], lang: Lang) {
  const heads = HEAD_GROUPS.flatMap((group) => {
    const count = walk.heads?.[group];
    return count === undefined ? [] : [`${say(headGroups[group], lang)} ${formatNumber(count, lang)}`];
  });
  return [
    { name: say(words.village, lang), value: walk.village },
    { name: say(words.meetingPoint, lang), value: walk.meetingPoint },
    {
      name: say(words.light, lang),
      value: `${say(lights[walk.light], lang)}, ${say(seasons[walk.season], lang).toLowerCase()}`,
    },
    { name: say(words.theme, lang), value: say(walkThemes[walk.theme], lang) },
    ...(walk.weather === "" ? [] : [{ name: say(words.weather, lang), value: walk.weather }]),
    ...(walk.functions.length === 0
      ? []
      : [{ name: say(words.walkedWith, lang), value: formatList(walk.functions, lang) }]),
    ...(heads.length === 0 ? [] : [{ name: say(words.heads, lang), value: heads.join(" · ") }]),
    ...(walk.registryNumber === undefined
      ? []
      : [{ name: say(words.registryNumber, lang), value: walk.registryNumber }]),
  ];
}

/** The table people know from paper: Nr · Plats · Iakttagelse · Åtgärdsförslag · Ansvarig · Status. */
function ProtocolTable({ rows, lang }: { rows: readonly Row[]; lang: Lang }) {
  return (
    <DataTable
      caption={say(words.protocol, lang)}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { head: say(words.number, lang), cell: (row) => row.number, number: true },
        { head: say(words.place, lang), cell: (row) => row.placeName, names: true },
        {
          head: say(words.observation, lang),
          cell: (row) => (
            <>
              {row.kind !== "problem" && <b>{say(kinds[row.kind], lang)}. </b>}
              {row.text}
            </>
          ),
        },
        { head: say(words.proposal, lang), cell: (row) => row.proposal },
        { head: say(words.manager, lang), cell: (row) => say(managers[row.spotManager], lang) },
        { head: say(words.status, lang), cell: (row) => <Answer row={row} lang={lang} /> },
      ]}
    />
  );
}

function Answer({ row, lang }: { row: Row; lang: Lang }) {
  if (row.answer === undefined) return <Status kind="waiting" word={say(words.waitingForAnswer, lang)} as="text" />;
  const { kind, reason, when } = row.answer;
  const sign = kind === "done" ? "met" : kind === "declined" ? "ended" : "running";
  return (
    <>
      <Status kind={sign} word={say(answers[kind], lang)} as="text" /> {[when, reason].filter(Boolean).join(". ")}
    </>
  );
}

function NotesTable(props: { notes: readonly Shown[]; walk: Opened["walk"]; partnership: string; lang: Lang }) {
  const { lang, walk } = props;
  const stopOf = (note: Shown) => walk.stops.find(({ id }) => id === note.stopId);
  return (
    <DataTable
      caption={say(words.notes, lang)}
      captionHidden
      rows={props.notes}
      rowKey={(note) => note.id}
      columns={[
        { head: say(words.place, lang), cell: (note) => stopOf(note)?.name ?? tellPlace(note, lang) },
        {
          head: say(words.observation, lang),
          names: true,
          cell: (note) => (
            <>
              <a href={`/lyssna/${props.partnership}/iakttagelse-${note.id}`}>{note.text}</a>
              <br />
              <span className="small quiet">
                {say(kinds[note.kind], lang)} · {say(categories[note.category], lang)}
                {note.agreed !== undefined && ` · ${say(words.agreedCount, lang, { count: note.agreed })}`}
                {note.sharing === "own" && ` · ${say(words.onlyOurs, lang)}`}
              </span>
            </>
          ),
        },
        { head: say(words.proposal, lang), cell: (note) => note.proposal },
        { head: say(words.manager, lang), cell: (note) => say(managers[note.spotManager], lang) },
      ]}
    />
  );
}

function EstablishForm({ partnership, slug, lang }: { partnership: string; slug: string; lang: Lang }) {
  const establish = useCommand(establishProtocol);
  const [registryNumber, setRegistryNumber] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const given = registryNumber.trim() === "" ? {} : { registryNumber };
    const result = await establish.run({ partnership, slug, ...given });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <form
      className="sheet-acting stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>{say(words.establishWarning, lang)}</p>
      <TextField
        label={say(words.registryNumber, lang)}
        optional={say(words.registryLater, lang)}
        value={registryNumber}
        onChange={setRegistryNumber}
        short
      />
      <Button type="submit" kind="main" busy={establish.busy}>
        {say(words.establish, lang)}
      </Button>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </form>
  );
}

function AnswerForm(props: { partnership: string; slug: string; rows: readonly Row[]; lang: Lang }) {
  const { partnership, slug, rows, lang } = props;
  const answer = useCommand(answerRow);
  const [number, setNumber] = useState(String(rows.find((row) => row.answer === undefined)?.number ?? 1));
  const [kind, setKind] = useState<AnswerKind>("will-be-done");
  const [reason, setReason] = useState("");
  const [when, setWhen] = useState("");
  const [told, setTold] = useState<{ saved?: string; refusal?: string }>({});
  const send = async () => {
    const result = await answer.run({ partnership, slug, number: Number(number), kind, reason, when });
    setTold(result.ok ? { saved: number } : { refusal: result.refusal.sentence });
    if (result.ok) {
      setReason("");
      setWhen("");
    }
  };
  return (
    <form
      className="sheet-acting stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <SectionHeading heading={say(words.answerRow, lang)} level={3} />
      <Select
        label={say(words.point, lang)}
        value={number}
        onChange={setNumber}
        options={rows.map((row) => ({
          value: String(row.number),
          word: `${row.number}. ${row.placeName}: ${row.text}`,
        }))}
      />
      <Select
        label={say(words.answer, lang)}
        value={kind}
        onChange={(value) => setKind(value as AnswerKind)}
        options={ANSWER_KINDS.map((value) => ({ value, word: say(answers[value], lang) }))}
      />
      <TextField
        label={say(words.answerWhen, lang)}
        guide={say(words.answerWhenGuide, lang)}
        value={when}
        onChange={setWhen}
      />
      <TextField
        label={say(words.reason, lang)}
        guide={say(words.reasonGuide, lang)}
        value={reason}
        onChange={setReason}
        required={needsReason(kind)}
      />
      <Button type="submit" kind="main" busy={answer.busy}>
        {say(words.saveAnswer, lang)}
      </Button>
      {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
      {told.saved !== undefined && (
        <Notice kind="done" heading={say(words.savedAnswer, lang, { number: told.saved })} live />
      )}
    </form>
  );
}
