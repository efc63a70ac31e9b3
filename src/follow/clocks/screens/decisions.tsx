import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { correctDecision, listDecisions, noteDecision } from "../api.ts";
import { DECISION_KINDS, type DecisionKind } from "../decision.ts";
import { decided, words } from "../words.ts";

type Noted = OutputOf<typeof listDecisions>["decisions"][number];
type Props = ScreenProps & { readonly changed: () => void };

/** The decisions as they are noted, and a form for the next; what was put right stands beside what put it right. */
export function Decisions(props: Props) {
  const { partnership, lang } = props;
  const answer = useAnswer(listDecisions, { partnership });
  const [correcting, setCorrecting] = useState<string>();
  const [saved, setSaved] = useState<Day>();
  return (
    <section className="stack">
      <SectionHeading heading={say(words.decisions, lang)} />
      <p className="measure">{say(words.decisionsText, lang)}</p>
      <Asked answer={answer} lang={lang}>
        {({ decisions, mayNote }) => {
          const one = decisions.find(({ id }) => id === correcting);
          const done = (day: Day | undefined) => {
            setCorrecting(undefined);
            setSaved(day);
            if (day === undefined) return;
            answer.again();
            props.changed();
          };
          return (
            <>
              {decisions.length === 0 ? (
                <p>{say(words.none, lang)}</p>
              ) : (
                <DecisionTable
                  {...props}
                  decisions={decisions}
                  correct={mayNote ? (id) => setCorrecting(id) : undefined}
                />
              )}
              {saved !== undefined && (
                <Notice kind="done" level={3} heading={say(words.saved, lang, { day: formatDay(saved, lang) })} live />
              )}
              {mayNote && <DecisionForm {...props} key={one?.id ?? "new"} before={one} done={done} />}
            </>
          );
        }}
      </Asked>
    </section>
  );
}

function DecisionTable({
  lang,
  decisions,
  correct,
}: Props & { readonly decisions: readonly Noted[]; readonly correct: ((id: string) => void) | undefined }) {
  return (
    <DataTable
      caption={say(words.decisions, lang)}
      captionHidden
      rows={decisions}
      rowKey={({ id }) => id}
      columns={[
        {
          head: say(words.kind, lang),
          names: true,
          cell: ({ kind, example }) => (
            <>
              {say(decided[kind], lang)} {example && <ExampleMark lang={lang} />}
            </>
          ),
        },
        { head: say(words.decidedOn, lang), cell: ({ decidedOn }) => formatDay(decidedOn, lang) },
        { head: say(words.body, lang), cell: ({ body }) => <span lang="sv">{body || "–"}</span> },
        { head: say(words.registryNumber, lang), cell: ({ registryNumber }) => registryNumber || "–" },
        {
          head: say(words.stands, lang),
          cell: ({ id, correctedWhy, decidedOn }) =>
            correctedWhy !== null ? (
              <span className="small quiet" lang="sv">
                {say(words.corrected, lang, { reason: correctedWhy })}
              </span>
            ) : (
              <>
                <Tag>{say(words.stands, lang)}</Tag>{" "}
                {correct !== undefined && (
                  <Button
                    kind="bare"
                    small
                    label={say(words.correctOf, lang, { day: formatDay(decidedOn, lang) })}
                    onPress={() => correct(id)}
                  >
                    {say(words.correct, lang)}
                  </Button>
                )}
              </>
            ),
        },
      ]}
    />
  );
}

function DecisionForm({
  partnership,
  lang,
  before,
  done,
}: Props & { readonly before: Noted | undefined; readonly done: (day: Day | undefined) => void }) {
  const note = useCommand(noteDecision);
  const correct = useCommand(correctDecision);
  const [kind, setKind] = useState<DecisionKind>(before?.kind ?? "situation-report");
  const [decidedOn, setDecidedOn] = useState<Day | undefined>(before?.decidedOn);
  const [body, setBody] = useState(before?.body ?? "");
  const [registryNumber, setRegistryNumber] = useState(before?.registryNumber ?? "");
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const save = async () => {
    if (decidedOn === undefined) return;
    const said = { partnership, decidedOn, body, registryNumber };
    const result =
      before === undefined ? await note.run({ ...said, kind }) : await correct.run({ ...said, id: before.id, reason });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (!result.ok) return;
    if (before === undefined) {
      setDecidedOn(undefined);
      setBody("");
      setRegistryNumber("");
    }
    done(decidedOn);
  };
  const heading =
    before === undefined
      ? say(words.note, lang)
      : `${say(words.correctOf, lang, { day: formatDay(before.decidedOn, lang) })}: ${say(decided[before.kind], lang)}`;
  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{heading}</h3>
      {before === undefined && (
        <Select
          label={say(words.kind, lang)}
          value={kind}
          onChange={(value) => setKind(DECISION_KINDS.find((one) => one === value) ?? kind)}
          options={DECISION_KINDS.map((value) => ({ value, word: say(decided[value], lang) }))}
        />
      )}
      <DateField label={say(words.decidedOn, lang)} value={decidedOn ?? ""} onChange={setDecidedOn} required />
      <TextField
        label={say(words.body, lang)}
        guide={say(words.bodyHint, lang)}
        value={body}
        onChange={setBody}
        required
      />
      <TextField label={say(words.registryNumber, lang)} value={registryNumber} onChange={setRegistryNumber} short />
      {before !== undefined && (
        <TextField label={say(words.reason, lang)} value={reason} onChange={setReason} required />
      )}
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      <div className="row">
        <Button type="submit" busy={note.busy || correct.busy}>
          {say(words.save, lang)}
        </Button>
        {before !== undefined && (
          <Button kind="bare" onPress={() => done(undefined)}>
            {say(words.cancel, lang)}
          </Button>
        )}
      </div>
    </form>
  );
}
