// What came in: to look through first, then to answer, several by one text, then what is answered.
import { useState } from "react";
import { SET_ASIDE_REASONS, type SetAsideReason } from "../../../collect/open-form.ts";
import { PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import type { Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { Diff } from "../../../ui/diff.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { SerifQuote } from "../../../ui/serif-quote.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { answerComments, lookThroughComment } from "../api.ts";
import { ANSWERS, type AnswerKind } from "../comment.ts";
import { answers, heldKinds, heldReasons, passageName, words } from "../words.ts";
import { InFull } from "./in-full.tsx";
import type { OfConsultation } from "./read-consultation.ts";

type Passage = OfConsultation["read"]["passages"][number];
type Comment = Passage["comments"][number];
type Props = OfConsultation & { readonly canAnswer: boolean; readonly isOver: boolean };

export function Comments(props: Props) {
  const { lang, read, canAnswer, isOver } = props;
  const of = (keep: (comment: Comment) => boolean) =>
    read.passages.flatMap((passage) => {
      const comments = passage.comments.filter(keep);
      return comments.length === 0 ? [] : [{ ...passage, comments }];
    });
  const waiting = of(({ isRead }) => !isRead);
  const toAnswer = of(({ isRead, answer }) => isRead && answer === null);
  const answered = of(({ answer }) => answer !== null);
  const nothing = read.passages.every(({ comments }) => comments.length === 0) && read.held.length === 0;
  if (nothing) return <p>{say(isOver ? words.noneCame : words.none, lang)}</p>;
  return (
    <>
      {read.consults && read.waiting > 0 && (
        <section className="stack">
          <SectionHeading heading={say(words.toLookThrough, lang)}>{read.waiting}</SectionHeading>
          <p className="measure">{say(words.lookThroughLead, lang)}</p>
          {waiting.map((passage) => (
            <PassagePart key={passage.id} {...props} passage={passage}>
              {(comment) => <Looking {...props} comment={comment} />}
            </PassagePart>
          ))}
        </section>
      )}
      {read.unanswered > 0 && (
        <section className="stack">
          <SectionHeading heading={say(words.toAnswer, lang)}>{read.unanswered}</SectionHeading>
          {canAnswer ? (
            <Answering {...props} passages={toAnswer} />
          ) : (
            toAnswer.map((passage) => <PassagePart key={passage.id} {...props} passage={passage} />)
          )}
        </section>
      )}
      {canAnswer && read.waiting + read.unanswered === 0 && <p>{say(words.nothingWaits, lang)}</p>}
      {answered.length > 0 && (
        <section className="stack">
          <SectionHeading heading={say(words.answered, lang)}>
            {answered.reduce((sum, { comments }) => sum + comments.length, 0)}
          </SectionHeading>
          {answered.map((passage) => (
            <PassagePart key={passage.id} {...props} passage={passage}>
              {(comment) => <Given {...props} comment={comment} />}
            </PassagePart>
          ))}
        </section>
      )}
      {read.held.length > 0 && (
        <section className="stack">
          <SectionHeading heading={say(words.heldHeading, lang)} />
          <ul className="list">
            {read.held.map(({ reason, count }) => (
              <li key={reason}>
                <span>{say(heldKinds[reason], lang)}</span> <span className="list-end">{count}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** A passage as it was shown, what it reads now where it has changed, and what was said of it. */
function PassagePart({
  lang,
  passage,
  children,
}: Props & { passage: Passage; children?: (comment: Comment) => React.ReactNode }) {
  return (
    <div className="stack">
      <h3>{say(passageName(passage), lang, { number: passage.number })}</h3>
      <p className="word measure" lang="sv">
        {passage.text}
      </p>
      <InFull sentences={passage.inFull} />
      {passage.isChanged ? (
        <div className="measure stack-tight">
          <p className="small quiet">{say(words.nowReads, lang)}</p>
          <div lang="sv">
            <Diff lang={lang} parts={passage.parts} />
          </div>
        </div>
      ) : (
        <p className="small quiet">{say(words.unchanged, lang)}</p>
      )}
      <ul className="list">
        {passage.comments.map((comment) => (
          <li key={comment.id}>
            <div className="stack">
              <Words lang={lang} comment={comment} />
              {children?.(comment)}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Words({ lang, comment }: { lang: Props["lang"]; comment: Comment }) {
  return (
    <div className="stack-tight">
      {comment.sentence !== null && (
        <p className="small quiet">{say(words.about, lang, { sentence: comment.sentence })}</p>
      )}
      <SerifQuote text={comment.text} textLang="sv" from={formatDay(comment.receivedOn as Day, lang)} />
    </div>
  );
}

function useLooking({ partnership, slug, lang, onDone }: Props, id: string) {
  const look = useCommand(lookThroughComment);
  const [refusal, setRefusal] = useState<string>();
  const send = async (reason?: SetAsideReason) => {
    const result = await look.run({ partnership, slug, id, ...(reason === undefined ? {} : { reason }) });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) onDone(say(reason === undefined ? words.shownNow : words.heldNow, lang));
  };
  return { send, refusal, busy: look.busy };
}

function Looking(props: Props & { comment: Comment }) {
  const { lang, comment } = props;
  const { send, refusal, busy } = useLooking(props, comment.id);
  return (
    <>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <div className="row">
        <Button busy={busy} onPress={() => void send()}>
          {say(words.show, lang)}
        </Button>
      </div>
      <Holding {...props} press={say(words.hold, lang)} busy={busy} onHold={send} />
    </>
  );
}

/** Why is chosen first: the receipt says it. */
function Holding(props: Props & { press: string; busy: boolean; onHold: (reason: SetAsideReason) => Promise<void> }) {
  const { lang } = props;
  const [reason, setReason] = useState("");
  const chosen = SET_ASIDE_REASONS.find((one) => one === reason);
  return (
    <details>
      <summary>{props.press}</summary>
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen !== undefined) void props.onHold(chosen);
        }}
      >
        <Select
          label={say(words.holdWhy, lang)}
          empty={say(words.choose, lang)}
          value={reason}
          onChange={setReason}
          required
          options={SET_ASIDE_REASONS.map((value) => ({ value, word: say(heldKinds[value], lang) }))}
        />
        {chosen !== undefined && (
          <p className="small" role="status">
            {say(words.holdSays, lang, { text: say(heldReasons[chosen], lang) })}
          </p>
        )}
        <div className="row">
          <Button type="submit" busy={props.busy}>
            {props.press}
          </Button>
        </div>
      </form>
    </details>
  );
}

/** One text for one or several: those that are chosen, over all passages. */
function Answering(props: Props & { passages: readonly Passage[] }) {
  const { lang, passages } = props;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const there = new Set(passages.flatMap(({ comments }) => comments.map(({ id }) => id)));
  const ids = chosen.filter((id) => there.has(id));
  const turn = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <>
      <p className="measure">{say(words.answerLead, lang)}</p>
      {passages.map((passage) => (
        <PassagePart key={passage.id} {...props} passage={passage}>
          {(comment) => (
            <>
              <label className="choice">
                <input type="checkbox" checked={ids.includes(comment.id)} onChange={() => turn(comment.id)} />
                <span>
                  {say(words.choose, lang)}
                  <span className="visually-hidden">: {comment.text}</span>
                </span>
              </label>
              <HoldShown {...props} comment={comment} />
            </>
          )}
        </PassagePart>
      ))}
      <AnswerForm {...props} ids={ids} onAnswered={() => setChosen([])} />
    </>
  );
}

/** What slipped through is taken off the page at once. */
function HoldShown(props: Props & { comment: Comment }) {
  const { lang, comment } = props;
  const { send, refusal, busy } = useLooking(props, comment.id);
  return (
    <>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <Holding {...props} press={say(words.holdShown, lang)} busy={busy} onHold={send} />
    </>
  );
}

function AnswerForm({
  partnership,
  slug,
  lang,
  ids,
  onAnswered,
  onDone,
}: Props & { ids: readonly string[]; onAnswered?: () => void }) {
  const answer = useCommand(answerComments);
  const [kind, setKind] = useState<AnswerKind>("changed");
  const [reason, setReason] = useState("");
  const [became, setBecame] = useState("");
  const [problem, setProblem] = useState<{ sentence: string; field?: string | undefined }>();
  const send = async () => {
    const sentence = kind === "not" || became.trim() === "" ? {} : { became };
    const result = await answer.run({ partnership, slug, ids: [...ids], kind, reason, ...sentence });
    setProblem(result.ok ? undefined : { sentence: result.refusal.sentence, field: result.refusal.field });
    if (!result.ok) return;
    setReason("");
    setBecame("");
    onAnswered?.();
    onDone(say(words.answeredNow, lang));
  };
  const wrong = (field: string) => (problem?.field === field ? problem.sentence : undefined);
  return (
    <form
      className="sheet-acting stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {problem !== undefined && <Notice kind="error" level={3} heading={problem.sentence} live />}
      <ChoiceGroup
        label={say(words.answerKind, lang)}
        value={kind}
        onChange={(value) => setKind(ANSWERS.find((one) => one === value) ?? "changed")}
        options={ANSWERS.map((value) => ({ value, word: say(answers[value], lang) }))}
      />
      <PersonText
        about="public"
        lang={lang}
        label={say(words.because, lang)}
        guide={say(words.becauseGuide, lang)}
        value={reason}
        onChange={setReason}
        rows={3}
        error={wrong("reason")}
      />
      {kind !== "not" && (
        <PersonText
          about="public"
          lang={lang}
          label={say(words.becameSentence, lang)}
          optional={say(words.optional, lang)}
          guide={say(words.becauseGuide, lang)}
          value={became}
          onChange={setBecame}
          rows={2}
          error={wrong("became")}
        />
      )}
      <div className="row">
        <Button type="submit" kind="turn" busy={answer.busy}>
          {say(words.answer, lang, { count: ids.length })}
        </Button>
      </div>
    </form>
  );
}

/** The answer as everybody reads it; until it is closed another may be given in its place. */
function Given(props: Props & { comment: Comment }) {
  const { lang, comment, canAnswer, read } = props;
  const { answer } = comment;
  if (answer === null) return null;
  return (
    <div className="stack">
      <p className="measure">
        <Tag>{say(answers[answer.kind], lang)}</Tag> <span lang="sv">{answer.reason}</span>
      </p>
      {answer.became !== null && (
        <p className="word measure" lang="sv">
          {answer.became}
        </p>
      )}
      <p className="small quiet">{say(words.by, lang, { party: answer.by, day: formatDay(answer.on as Day, lang) })}</p>
      {canAnswer && (
        <details>
          <summary>{say(words.again, lang)}</summary>
          <AnswerForm {...props} ids={[comment.id]} />
        </details>
      )}
      {read.consults && <HoldShown {...props} comment={comment} />}
    </div>
  );
}
