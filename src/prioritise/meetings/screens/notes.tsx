import { useEffect, useRef, useState } from "react";
import type { Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { PersonLine } from "../../../collect/privacy/screens/person-text.tsx";
import { useCommand } from "../../../platform/browser/ask.ts";
import { deviceNow } from "../../../platform/browser/device.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { formatClock } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { useKeys } from "../../../ui/use-keys.ts";
import { followUpDecision, noteDecision, reviseDecision } from "../api.ts";
import { DECISION_KINDS, type DecisionKind, OUTCOMES, type Outcome } from "../meeting.ts";
import { decisionKinds, outcomes, words } from "../words.ts";
import { ownerSaid } from "./owner-said.ts";
import { type MeetingProps, nameIn, type ReadDecision, type ReadItem, writes } from "./read-meeting.ts";

type Props = MeetingProps & { readonly item: ReadItem };

/** What was noted of an item, as it is read. */
export function NoteLine({ one, meeting, lang }: Pick<Props, "meeting" | "lang"> & { one: ReadDecision }) {
  const owner = ownerSaid(one, nameIn(meeting), lang);
  return (
    <div>
      <p>
        <b>{say(decisionKinds[one.kind], lang)}:</b> {one.text}
      </p>
      {owner !== "" && <p className="quiet">{owner}</p>}
    </div>
  );
}

/** Decisions as they are made: those that stand, and a form that is ready for the next. */
export function Notes(props: Props) {
  const { item, meeting, partnership, lang } = props;
  const [changed, setChanged] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const heading = useRef<HTMLDivElement>(null);
  const revise = useCommand(reviseDecision);
  const mayWrite = writes(props);
  const done = () => {
    setChanged(undefined);
    // What was pressed is gone.
    heading.current?.focus();
  };
  const strike = async ({ id, version, organisationId, by, kind, text, unit }: ReadDecision) => {
    const result = await revise.run({
      partnership,
      on: meeting.on,
      decisionId: id,
      kind,
      text,
      unit,
      ...(organisationId === null ? {} : { organisationId: organisationId }),
      ...(by === null ? {} : { by }),
      version,
      struck: true,
    });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    done();
  };
  return (
    <section className="stack">
      <div ref={heading} tabIndex={-1}>
        <SectionHeading heading={say(words.noted, lang)} level={3}>
          {item.decisions.length}
        </SectionHeading>
      </div>
      <ul className="list">
        {item.decisions.map((one) => (
          <li key={one.id}>
            {changed === one.id ? (
              <NoteForm key={one.id} {...props} decision={one} onDone={done} />
            ) : (
              <>
                <NoteLine one={one} meeting={meeting} lang={lang} />
                {mayWrite && (
                  <span className="row">
                    <Button
                      small
                      kind="bare"
                      label={say(words.changeOf, lang, { text: one.text })}
                      onPress={() => setChanged(one.id)}
                    >
                      {say(words.change, lang)}
                    </Button>
                    <Button
                      small
                      kind="bare"
                      busy={revise.busy}
                      label={say(words.strikeOf, lang, { text: one.text })}
                      onPress={() => void strike(one)}
                    >
                      {say(words.strike, lang)}
                    </Button>
                  </span>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {mayWrite && <NoteForm {...props} decision={undefined} onDone={() => {}} />}
    </section>
  );
}

function NoteForm(
  props: Props & {
    decision: ReadDecision | undefined;
    onDone: () => void;
  },
) {
  const { meeting, item, partnership, lang, decision, onDone } = props;
  const [kind, setKind] = useState<DecisionKind>(decision?.kind ?? "decision");
  const [text, setText] = useState(decision?.text ?? "");
  const [owner, setOwner] = useState(decision?.organisationId ?? "");
  const [unit, setUnit] = useState(decision?.unit ?? "");
  const [by, setBy] = useState<Day | undefined>(decision?.by ?? undefined);
  // The version that was read when the form was opened: what comes in meanwhile is not written over before it has been shown.
  const [version] = useState(decision?.version ?? 0);
  const [missed, setMissed] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [saved, setSaved] = useState<string>();
  const note = useCommand(noteDecision);
  const revise = useCommand(reviseDecision);
  const form = useRef<HTMLFormElement>(null);
  const isNew = decision === undefined;
  const toText = () => form.current?.querySelector<HTMLInputElement>("input[type=text], input:not([type])")?.focus();
  useEffect(() => {
    if (!isNew) toText();
  }, [isNew]);
  useKeys((key) => {
    const chosen = DECISION_KINDS[Number(key) - 1];
    if (!isNew || chosen === undefined) return false;
    setKind(chosen);
    toText();
    return true;
  });
  const send = async () => {
    if (text.trim() === "") return toText();
    const said = {
      partnership,
      on: meeting.on,
      kind,
      text,
      unit: kind === "closing" ? "" : unit,
      ...(owner === "" || kind === "closing" ? {} : { organisationId: owner as never }),
      ...(by === undefined || kind === "closing" ? {} : { by }),
    };
    const result = isNew
      ? await note.run({ ...said, itemId: item.id })
      : await revise.run({
          ...said,
          decisionId: decision.id,
          version: missed ? decision.version : version,
          struck: false,
        });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    setSaved(undefined);
    if (!result.ok) {
      if (result.refusal.why === "meeting-changed-meanwhile") setMissed(true);
      return;
    }
    if (!isNew) return onDone();
    setSaved(say(words.saved, lang, { clock: formatClock(deviceNow(), lang) }));
    setText("");
    setOwner("");
    setUnit("");
    setBy(undefined);
    toText();
  };
  return (
    <form
      ref={form}
      className="stack measure sheet"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ChoiceGroup
        label={say(words.kind, lang)}
        value={kind}
        onChange={(value) => setKind(value as DecisionKind)}
        options={DECISION_KINDS.map((value, at) => ({ value, word: `${at + 1}  ${say(decisionKinds[value], lang)}` }))}
      />
      <PersonLine label={say(words.what, lang)} about="matter" lang={lang} value={text} onChange={setText} required />
      {kind !== "closing" && (
        <>
          <div className="split-even">
            <Select
              label={say(words.who, lang)}
              empty={say(words.chooseWho, lang)}
              value={owner}
              onChange={setOwner}
              options={meeting.parties.map(({ organisationId, name }) => ({ value: organisationId, word: name }))}
            />
            <DateField
              label={say(words.by, lang)}
              value={by ?? ""}
              onChange={setBy}
              min={meeting.on}
              {...(kind === "question" ? { optional: say(words.optional, lang) } : {})}
            />
          </div>
          <PersonLine
            label={say(words.unit, lang)}
            about="matter"
            lang={lang}
            value={unit}
            onChange={setUnit}
            optional={say(words.optional, lang)}
          />
        </>
      )}
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {missed && decision !== undefined && <NoteLine one={decision} meeting={meeting} lang={lang} />}
      {saved !== undefined && (
        <p role="status" className="small">
          {saved}
        </p>
      )}
      <div className="row">
        <Button type="submit" kind="main" busy={note.busy || revise.busy}>
          {say(isNew ? words.note : words.save, lang)}
        </Button>
        {!isNew && <Button onPress={onDone}>{say(words.cancel, lang)}</Button>}
      </div>
    </form>
  );
}

/** What was decided earlier: whose it was, by when, and how it went. */
export function FollowUp(props: Props) {
  const { item, meeting, partnership, lang } = props;
  const [refusal, setRefusal] = useState<string>();
  const follow = useCommand(followUpDecision);
  const { decided } = item;
  if (decided === null) return null;
  const tell = async (outcome: Outcome) => {
    const result = await follow.run({ partnership, on: meeting.on, itemId: item.id, outcome });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <div className="stack">
      <p className="meeting-proposal">{ownerSaid(decided, nameIn(meeting), lang)}</p>
      {writes(props) ? (
        <ChoiceGroup
          label={say(words.howDidItGo, lang)}
          value={item.outcome ?? ""}
          onChange={(value) => void tell(value as Outcome)}
          options={OUTCOMES.map((value) => ({ value, word: say(outcomes[value], lang) }))}
        />
      ) : (
        item.outcome !== null && <p>{say(outcomes[item.outcome], lang)}</p>
      )}
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
    </div>
  );
}
