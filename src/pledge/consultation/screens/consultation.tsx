import { useRef, useState } from "react";
import { addDays, type Day, daysBetween } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatPeriod } from "../../../ui/format.ts";
import { Loading } from "../../../ui/loading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { parties } from "../../words.ts";
import { agreeConsultation, askConsultation, closeConsultation, readConsultation } from "../api.ts";
import { passageName, phases, words } from "../words.ts";
import { Comments } from "./comments.tsx";
import type { OfConsultation, ReadConsultation } from "./read-consultation.ts";

type Opened = OfConsultation & { readonly consultation: NonNullable<ReadConsultation["consultation"]> };

/** /lova/<p>/synpunkter-<period>: opened by two, looked through, answered passage by passage, closed. */
export function ConsultationScreen(props: ScreenProps) {
  const { partnership, lang, item = "" } = props;
  const slug = item.replace(/^synpunkter-/, "");
  const answer = useAnswer(readConsultation, { partnership, slug });
  const [done, setDone] = useState("");
  const place = useRef<HTMLDivElement>(null);
  if (answer.state === "waiting") return <Loading text={say(words.loading, lang)} />;
  if (answer.value === undefined)
    return (
      <Notice
        kind="error"
        level={1}
        heading={answer.state === "refused" ? answer.refusal.sentence : say(words.noAnswer, lang)}
      />
    );
  const read = answer.value;
  const { consultation } = read;
  const onDone = (sentence: string) => {
    setDone(sentence);
    place.current?.focus();
  };
  const of = { ...props, slug, read, onDone };
  return (
    <>
      <PageHeading
        heading={say(words.heading, lang)}
        over={
          <>
            <span lang="sv">{read.title}</span>{" "}
            {consultation !== null && <Tag>{say(phases[consultation.phase], lang)}</Tag>}{" "}
            {consultation?.example === true && <ExampleMark lang={lang} />}
          </>
        }
        lead={say(words.lead, lang)}
        actions={<a href={`/lova/${partnership}/${slug}`}>{say(words.toDraft, lang)}</a>}
      />
      <div ref={place} tabIndex={-1} role="status">
        {done !== "" && <Notice kind="done" heading={done} />}
      </div>
      {consultation === null ? <Unopened {...of} /> : <Standing {...of} consultation={consultation} />}
    </>
  );
}

function Unopened(props: OfConsultation) {
  const { lang, read } = props;
  if (!read.consults || !read.isDraft)
    return (
      <Empty
        level={2}
        heading={say(words.notAsked, lang)}
        text={read.isDraft ? say(words.onlyRead, lang) : say(words.lead, lang)}
      />
    );
  return (
    <section className="stack">
      <SectionHeading heading={say(words.open, lang)} />
      <p className="measure">{say(words.openLead, lang)}</p>
      <AskForm {...props} />
    </section>
  );
}

function Standing(props: Opened) {
  const { partnership, slug, lang, read, consultation } = props;
  const { phase } = consultation;
  const isTold = phase === "open" || phase === "answering" || phase === "closed";
  return (
    <>
      <Facts
        facts={[
          {
            name: say(words.when, lang),
            value: formatPeriod(consultation.from as Day, consultation.to as Day, lang),
          },
          { name: say(words.can, lang), value: <span lang="sv">{consultation.canInfluence}</span> },
          { name: say(words.cannot, lang), value: <span lang="sv">{consultation.cannotInfluence}</span> },
          ...(isTold
            ? [
                {
                  name: say(words.publicPage, lang),
                  value: <a href={`/${partnership}/utkast/${slug}`}>{`/${partnership}/utkast/${slug}`}</a>,
                },
              ]
            : []),
        ]}
      />
      {consultation.draftHasMoved && phase !== "closed" && <Notice heading={say(words.draftMoved, lang)} />}
      {phase === "asked" && <Proposed {...props} />}
      {phase === "planned" && <ProposeOther {...props} />}
      {!isTold && <Preview {...props} />}
      {phase === "closed" && <Notice kind="done" heading={say(words.isClosed, lang)} />}
      {isTold && <Comments {...props} canAnswer={read.consults && phase !== "closed"} isOver={phase !== "open"} />}
      {phase === "answering" && read.consults && <Closing {...props} />}
      {!read.consults && <p>{say(words.onlyRead, lang)}</p>}
    </>
  );
}

/** The other party's proposal, with the yes that opens it; one's own waits. */
function Proposed(props: Opened) {
  const { partnership, slug, lang, read, consultation } = props;
  const agree = useCommand(agreeConsultation);
  const [refusal, setRefusal] = useState<string>();
  const canAgree = read.consults && !consultation.isOwn;
  const yes = async () => {
    const result = await agree.run({ partnership, slug, askedAt: consultation.askedAt });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) props.onDone(say(phases[result.value.phase], lang));
  };
  return (
    <>
      <div className={canAgree ? "sheet-turn stack" : "sheet stack"}>
        <p className="strong">
          {consultation.isOwn
            ? say(words.proposedByYou, lang)
            : say(words.proposedByOther, lang, {
                party: consultation.askedBy === "other" ? "" : say(parties[consultation.askedBy], lang),
              })}
        </p>
        {canAgree && <p className="measure">{say(words.agreeLead, lang)}</p>}
        {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
        {canAgree && (
          <div className="row">
            <Button kind="turn" busy={agree.busy} onPress={() => void yes()}>
              {say(words.agree, lang)}
            </Button>
          </div>
        )}
      </div>
      <ProposeOther {...props} />
    </>
  );
}

/** What is said yes to: the very text that everybody will read, in its passages. */
function Preview({ lang, read }: Opened) {
  return (
    <section className="stack">
      <SectionHeading heading={say(words.textShown, lang)} />
      {read.passages.flatMap((passage) =>
        passage.text === "" || passage.isNew
          ? []
          : [
              <div key={passage.id} className="stack-tight">
                <h3>{say(passageName(passage), lang, { number: passage.number })}</h3>
                <p className="word measure" lang="sv">
                  {passage.text}
                </p>
              </div>,
            ],
      )}
    </section>
  );
}

/** Until it opens either party may propose something else; then it needs a yes anew. */
function ProposeOther(props: Opened) {
  if (!props.read.consults || !props.read.isDraft) return null;
  return (
    <details>
      <summary>{say(words.proposeOther, props.lang)}</summary>
      <AskForm key={props.consultation.askedAt} {...props} />
    </details>
  );
}

const daysOpen = ({ from, to }: { readonly from: Day; readonly to: Day }) => daysBetween(from, to);

function AskForm({ partnership, slug, lang, read, onDone }: OfConsultation) {
  const before = read.consultation;
  const ask = useCommand(askConsultation);
  const [from, setFrom] = useState<Day | undefined>((before?.from as Day | undefined) ?? read.proposed.from);
  const [to, setTo] = useState<Day | undefined>((before?.to as Day | undefined) ?? read.proposed.to);
  /** As long as was proposed, from whichever day is chosen; until the last day is chosen too. */
  const begin = (day: Day | undefined) => {
    setFrom(day);
    if (day !== undefined && before === null && to === addDays(from ?? day, daysOpen(read.proposed)))
      setTo(addDays(day, daysOpen(read.proposed)));
  };
  const [can, setCan] = useState(before?.canInfluence ?? "");
  const [cannot, setCannot] = useState(before?.cannotInfluence ?? "");
  const [problem, setProblem] = useState<{ sentence: string; field?: string | undefined }>();
  const wrong = (field: string) => (problem?.field === field ? problem.sentence : undefined);
  const send = async () => {
    if (from === undefined || to === undefined) return;
    const result = await ask.run({ partnership, slug, from, to, canInfluence: can, cannotInfluence: cannot });
    setProblem(result.ok ? undefined : { sentence: result.refusal.sentence, field: result.refusal.field });
    if (result.ok) onDone(say(words.proposedByYou, lang));
  };
  return (
    <form
      className="stack-loose measure"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {problem !== undefined && problem.field === undefined && (
        <Notice kind="error" level={3} heading={problem.sentence} live />
      )}
      <div className="split-even">
        <DateField label={say(words.from, lang)} value={from ?? ""} onChange={begin} required error={wrong("from")} />
        <DateField
          label={say(words.to, lang)}
          guide={say(words.toGuide, lang)}
          value={to ?? ""}
          onChange={setTo}
          required
          error={wrong("to")}
        />
      </div>
      <PersonText
        about="public"
        lang={lang}
        label={say(words.can, lang)}
        guide={say(words.influenceGuide, lang)}
        value={can}
        onChange={setCan}
        rows={2}
        error={wrong("canInfluence")}
      />
      <PersonText
        about="public"
        lang={lang}
        label={say(words.cannot, lang)}
        guide={say(words.influenceGuide, lang)}
        value={cannot}
        onChange={setCannot}
        rows={2}
        error={wrong("cannotInfluence")}
      />
      <div className="row">
        <Button type="submit" kind={before === null ? "turn" : "plain"} busy={ask.busy}>
          {say(words.propose, lang)}
        </Button>
      </div>
    </form>
  );
}

/** Stays pressable: the no says how many still lack an answer. */
function Closing({ partnership, slug, lang, onDone }: Opened) {
  const close = useCommand(closeConsultation);
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const result = await close.run({ partnership, slug });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) onDone(say(phases.closed, lang));
  };
  return (
    <div className="sheet-acting stack">
      <p className="measure">{say(words.closeLead, lang)}</p>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <div className="row">
        <Button kind="turn" busy={close.busy} onPress={() => void send()}>
          {say(words.close, lang)}
        </Button>
      </div>
    </div>
  );
}
