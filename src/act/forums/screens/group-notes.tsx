import { type FormEvent, useState } from "react";
import { PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import { addDays, type Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { today } from "../../../platform/browser/device.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { answerBack, noteForum, promiseBack } from "../api.ts";
import { words } from "../words.ts";
import type { ForumProps, Opened } from "./said.ts";

/** What the group brought up: of the group, never of somebody in it. */
export function Notes({ partnership, lang, forum }: ForumProps) {
  const note = useCommand(noteForum);
  const [text, setText] = useState(forum.notes);
  const [said, setSaid] = useState<"saved" | { readonly sentence: string }>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const result = await note.run({ partnership, number: forum.number, notes: text });
    setSaid(result.ok ? "saved" : { sentence: result.refusal.sentence });
  };
  if (!forum.mayRun && forum.notes === "") return null;
  return (
    <section className="stack measure">
      <SectionHeading heading={say(words.notes, lang)} />
      {forum.mayRun ? (
        <form className="stack" onSubmit={(event) => void send(event)}>
          <PersonText
            about="public"
            lang={lang}
            label={say(words.notesLabel, lang)}
            guide={say(words.notesGuide, lang)}
            value={text}
            onChange={(changed) => {
              setText(changed);
              setSaid(undefined);
            }}
            rows={4}
            error={typeof said === "object" ? said.sentence : undefined}
          />
          <div className="row">
            <Button type="submit" busy={note.busy}>
              {say(words.saveNotes, lang)}
            </Button>
            <span role="status">{said === "saved" && say(words.saved, lang)}</span>
          </div>
        </form>
      ) : (
        <p lang="sv">{forum.notes}</p>
      )}
    </section>
  );
}

/** «Det här lovade vi svara på», with its days, and the answers when they come. */
export function Promises(props: ForumProps) {
  const { partnership, lang, forum } = props;
  return (
    <section className="stack measure">
      <SectionHeading heading={say(words.promises, lang)}>{forum.promises.length}</SectionHeading>
      {forum.promises.length === 0 ? (
        <p className="quiet">{say(words.noPromises, lang)}</p>
      ) : (
        <>
          <ul className="list">
            {forum.promises.map((promise) => (
              <li key={promise.id}>
                <OnePromise {...props} promise={promise} />
              </li>
            ))}
          </ul>
          <p>
            <LinkButton href={`/gora/${partnership}/forumblad-${forum.number}`}>{say(words.sheet, lang)}</LinkButton>
          </p>
        </>
      )}
      {forum.mayRun && <NewPromise {...props} />}
    </section>
  );
}

function OnePromise({ partnership, lang, forum, promise }: ForumProps & { promise: Opened["promises"][number] }) {
  const answer = useCommand(answerBack);
  const [text, setText] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const input = { partnership, number: forum.number, promiseId: promise.id, answer: text ?? "" };
    const result = await answer.run(input);
    if (result.ok) setText(undefined);
    else setRefusal(result.refusal.sentence);
  };
  return (
    <div className="stack">
      <p>
        <span lang="sv" className="strong">
          {promise.text}
        </span>{" "}
        {promise.answered === null && (
          <span className="small quiet">{say(words.byDay, lang, { day: formatDay(promise.by as Day, lang) })}</span>
        )}
      </p>
      {promise.answered !== null && (
        <p>
          <span className="small quiet">
            {say(words.answeredOn, lang, { day: formatDay(promise.answered.on as Day, lang) })}:
          </span>{" "}
          <span lang="sv">{promise.answered.text}</span>
        </p>
      )}
      {promise.answered === null &&
        forum.mayRun &&
        (text === undefined ? (
          <p>
            <Button small onPress={() => setText("")}>
              {say(words.writeAnswer, lang)}
            </Button>
          </p>
        ) : (
          <form className="stack" onSubmit={(event) => void send(event)}>
            <PersonText
              about="public"
              lang={lang}
              label={say(words.writeAnswer, lang)}
              guide={say(words.notesGuide, lang)}
              value={text}
              onChange={setText}
              rows={2}
              error={refusal}
            />
            <div className="row">
              <Button type="submit" kind="main" busy={answer.busy}>
                {say(words.saveAnswer, lang)}
              </Button>
              <Button kind="bare" onPress={() => setText(undefined)}>
                {say(words.cancel, lang)}
              </Button>
            </div>
          </form>
        ))}
    </div>
  );
}

/** Two weeks, as the plan of the work has it. */
const USUAL_DAYS = 14;

function NewPromise({ partnership, lang, forum }: ForumProps) {
  const promise = useCommand(promiseBack);
  const [text, setText] = useState("");
  const [by, setBy] = useState<Day | undefined>(addDays(today(), USUAL_DAYS));
  const [refusal, setRefusal] = useState<{ sentence: string; field?: string | undefined }>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (by === undefined) return;
    const result = await promise.run({ partnership, number: forum.number, text, by });
    setRefusal(result.ok ? undefined : { sentence: result.refusal.sentence, field: result.refusal.field });
    if (result.ok) setText("");
  };
  const atDay = refusal?.field === "by";
  return (
    <form className="stack" onSubmit={(event) => void send(event)}>
      {refusal !== undefined && !atDay && refusal.field !== "text" && (
        <Notice kind="error" level={3} heading={refusal.sentence} live />
      )}
      <PersonText
        about="public"
        lang={lang}
        label={say(words.promiseText, lang)}
        guide={say(words.notesGuide, lang)}
        value={text}
        onChange={setText}
        rows={2}
        error={refusal?.field === "text" ? refusal.sentence : undefined}
      />
      <DateField
        label={say(words.promiseBy, lang)}
        value={by ?? ""}
        onChange={setBy}
        min={today()}
        error={atDay ? refusal.sentence : undefined}
      />
      <p>
        <Button type="submit" busy={promise.busy}>
          {say(words.addPromise, lang)}
        </Button>
      </p>
    </form>
  );
}
