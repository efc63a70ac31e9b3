import { useId, useState } from "react";
import { PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { dayOf, type Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { addressOf } from "../../../platform/browser/client.ts";
import { today } from "../../../platform/browser/device.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Blocks } from "../../../ui/blocks.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { layBriefAside, openBrief, printBrief, retakeFigures, settleBrief, typeBrief, writeBrief } from "../api.ts";
import type { Length, Passage } from "../brief.ts";
import { passages as passageWords, states, words } from "../words.ts";
import { LengthChoice } from "./list.tsx";

type Opened = OutputOf<typeof openBrief>;
type Props = ScreenProps & { readonly brief: Opened; readonly again: () => void };

/** /folj-upp/<p>/handling-<id>: the paper as it reads, as files, and what may be written around its figures. */
export function BriefScreen(props: ScreenProps) {
  const { partnership, lang, item = "" } = props;
  const briefId = item.replace(/^handling-/, "");
  const answer = useAnswer(openBrief, { partnership, briefId });
  return (
    <Asked answer={answer} lang={lang} page>
      {(brief) => <Shown {...props} brief={brief} again={answer.again} key={brief.id} />}
    </Asked>
  );
}

function Shown(props: Props) {
  const { partnership, lang, brief } = props;
  const [told, setTold] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const retake = useCommand(retakeFigures);
  const on = { partnership, briefId: brief.id };
  const isOpen = brief.state === "draft" && brief.mayWrite;
  const takeAnew = async () => {
    const result = await retake.run(on);
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (!result.ok) return;
    setTold(say(words.retaken, lang));
    props.again();
  };
  return (
    <div className="stack-loose">
      <PageHeading
        heading={brief.title}
        over={
          brief.example ? (
            <ExampleMark lang={lang} />
          ) : (
            <a href={`/folj-upp/${partnership}/handlingar`}>{say(words.toAll, lang)}</a>
          )
        }
        actions={
          <>
            <LinkButton kind="main" href={addressOf(typeBrief, on, true)}>
              {say(words.docx, lang)}
            </LinkButton>
            <LinkButton href={addressOf(printBrief, on, true)}>{say(words.pdf, lang)}</LinkButton>
            {isOpen && <LinkButton href="#skriv">{say(words.write, lang)}</LinkButton>}
          </>
        }
      />
      <Facts
        facts={[
          { name: say(words.state, lang), value: say(states[brief.state], lang) },
          { name: say(words.figuresOf, lang), value: formatDay(dayOf(brief.takenAt), lang) },
          { name: say(words.registryNumber, lang), value: brief.registryNumber || "–" },
          ...(brief.settledOn === null
            ? []
            : [
                {
                  name: say(words.settledOn, lang),
                  value: say(words.settledAt, lang, { day: formatDay(brief.settledOn, lang), as: brief.settledAs }),
                },
              ]),
          ...(brief.reason === ""
            ? []
            : [{ name: say(words.reason, lang), value: <span lang="sv">{brief.reason}</span> }]),
        ]}
      />
      {isOpen && (
        <div className="row">
          <Button busy={retake.busy} onPress={() => void takeAnew()}>
            {say(words.retake, lang)}
          </Button>
        </div>
      )}
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      {told !== undefined && <Notice kind="done" heading={told} live />}
      <article className="stack written" aria-label={say(words.reading, lang)}>
        <Blocks blocks={brief.blocks} />
      </article>
      {isOpen && <Write {...props} />}
      {isOpen && <Close {...props} />}
    </div>
  );
}

/** What stands around the figures. An empty passage says itself. */
function Write({ partnership, lang, brief, again }: Props) {
  const save = useCommand(writeBrief);
  const [length, setLength] = useState<Length>(brief.length);
  const [registryNumber, setNumber] = useState(brief.registryNumber);
  const [written, setWritten] = useState<Partial<Record<Passage, string>>>(() =>
    Object.fromEntries(brief.passages.map(({ key, written: text }) => [key, text])),
  );
  const [refusal, setRefusal] = useState<string>();
  const [isSaved, setSaved] = useState(false);
  const send = async () => {
    const result = await save.run({ partnership, briefId: brief.id, length, registryNumber, passages: written });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    setSaved(result.ok);
    if (result.ok) again();
  };
  return (
    <section className="stack" id="skriv">
      <SectionHeading heading={say(words.write, lang)} />
      <p className="measure">{say(words.writeText, lang)}</p>
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={say(words.registryNumber, lang)}
          value={registryNumber}
          onChange={setNumber}
          maxLength={60}
          short
        />
        {brief.kind === "council" && <LengthChoice lang={lang} value={length} onChange={setLength} />}
        {brief.passages.map(({ key, itself }) => (
          <WritePassage
            key={key}
            lang={lang}
            passage={key}
            itself={itself}
            value={written[key] ?? ""}
            onChange={(text) => setWritten({ ...written, [key]: text })}
          />
        ))}
        {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
        {isSaved && <Notice kind="done" level={3} heading={say(words.saved, lang)} live />}
        <div className="row">
          <Button kind="main" type="submit" busy={save.busy}>
            {say(words.save, lang)}
          </Button>
        </div>
      </form>
    </section>
  );
}

function WritePassage(
  props: Pick<ScreenProps, "lang"> & {
    readonly passage: Passage;
    readonly itself: string;
    readonly value: string;
    readonly onChange: (text: string) => void;
  },
) {
  const { lang, itself, value } = props;
  return (
    <div className="stack-tight">
      <PersonText
        label={say(passageWords[props.passage], lang)}
        about="matter"
        {...(itself === "" ? {} : { guide: itself })}
        lang={lang}
        value={value}
        onChange={props.onChange}
        rows={3}
      />
      {itself !== "" && value === "" && (
        <Button
          kind="bare"
          small
          label={`${say(words.startFrom, lang)}: ${say(passageWords[props.passage], lang)}`}
          onPress={() => props.onChange(itself)}
        >
          {say(words.startFrom, lang)}
        </Button>
      )}
    </div>
  );
}

/** It has been dealt with, or leads nowhere: either way it does not change after that. */
function Close({ partnership, lang, brief, again }: Props) {
  const settle = useCommand(settleBrief);
  const aside = useCommand(layBriefAside);
  const name = useId();
  const [on, setOn] = useState<Day | undefined>(today());
  const [as, setAs] = useState("");
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const after = (result: { ok: true } | { ok: false; refusal: { sentence: string } }) => {
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) again();
  };
  const at = { partnership, briefId: brief.id };
  return (
    <section className="stack" aria-labelledby={name}>
      <div id={name}>
        <SectionHeading heading={say(words.settle, lang)} />
      </div>
      <p className="measure">{say(words.settleText, lang)}</p>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          if (on !== undefined) void settle.run({ ...at, on, as }).then(after);
        }}
      >
        <div className="split-even">
          <DateField label={say(words.settledOn, lang)} value={on ?? ""} onChange={setOn} required />
          <TextField label={say(words.settledAs, lang)} value={as} onChange={setAs} maxLength={120} required />
        </div>
        <div className="row">
          <Button type="submit" busy={settle.busy}>
            {say(words.settle, lang)}
          </Button>
        </div>
      </form>
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void aside.run({ ...at, reason }).then(after);
        }}
      >
        <p>{say(words.asideText, lang)}</p>
        <TextField label={say(words.reason, lang)} value={reason} onChange={setReason} maxLength={300} required />
        <div className="row">
          <Button type="submit" busy={aside.busy}>
            {say(words.aside, lang)}
          </Button>
        </div>
      </form>
    </section>
  );
}
