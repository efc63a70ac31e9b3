import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { type Day, dayOf, type Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Asked } from "../../../ui/asked.tsx";
import { NotThere } from "../../../ui/not-there.tsx";
import { categories } from "../../words.ts";
import { keepHearingPromise, openHearing, sharePassage, withdrawPassage } from "../api.ts";
import { readings } from "../words.ts";
import { HearingForm } from "./hearing-form.tsx";
import { tellWhom } from "./hearings.tsx";
import { StaffForm } from "./staff-form.tsx";
import { words } from "./words.ts";
import { PersonText } from "../../privacy/screens/person-text.tsx";

type Opened = OutputOf<typeof openHearing>;

/** /lyssna/<p>/samtal-<id>: one talk, what was promised back, and what has been released of it word for word. */
export function HearingScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const id = (props.item ?? "").replace(/^samtal-/, "");
  const opened = useAnswer(openHearing, { partnership, id });
  // What is not there, what is another's and what is no address at all: the same words.
  if (opened.state === "refused") return <NotThere stage="collect" href={`/lyssna/${partnership}`} lang={lang} />;
  return (
    <Asked answer={opened} lang={lang} page>
      {(value) => <Shown {...value} partnership={partnership} lang={lang} />}
    </Asked>
  );
}

type Props = Opened & { readonly partnership: string; readonly lang: Lang };

function Shown(props: Props) {
  const { hearing, partnership, lang } = props;
  const keep = useCommand(keepHearingPromise);
  const [correcting, setCorrecting] = useState(false);
  const day = (text: string) => formatDay(text as Day, lang);
  const { promised } = hearing;
  if (correcting) return <Correcting {...props} onDone={() => setCorrecting(false)} />;
  const facts = [
    { name: say(words.asked, lang), value: hearing.asked === undefined ? "" : String(hearing.asked) },
    { name: say(words.answered, lang), value: hearing.answered === undefined ? "" : String(hearing.answered) },
    { name: say(words.does, lang), value: hearing.does ?? "" },
    { name: say(words.wishMunicipality, lang), value: hearing.wishMunicipality },
    { name: say(words.wishPolice, lang), value: hearing.wishPolice },
    { name: say(words.who, lang), value: hearing.reading === undefined ? "" : say(readings[hearing.reading], lang) },
    {
      name: say(words.promised, lang),
      value:
        promised === undefined
          ? ""
          : `${promised.text}, ${day(promised.by)}${hearing.keptOn === undefined ? "" : `, ${say(words.kept, lang, { day: day(hearing.keptOn) })}`}`,
    },
  ];
  return (
    <div className="stack-loose">
      <PageHeading
        heading={tellWhom(hearing, lang)}
        over={
          <>
            {day(hearing.heldOn)} {hearing.example && <ExampleMark lang={lang} />}
          </>
        }
      />
      <div className="split">
        <div className="stack-loose">
          <section className="stack">
            <SectionHeading heading={say(words.sees, lang)}>{hearing.themes.length}</SectionHeading>
            <ol className="list">
              {hearing.themes.map(({ category, text, voices }, place) => (
                <li key={place}>
                  <div>
                    {place + 1}. {text}
                    <p className="small quiet">
                      {say(categories[category], lang)}
                      {voices !== undefined && ` · ${voices}`}
                    </p>
                  </div>
                </li>
              ))}
            </ol>
            {(hearing.texts ?? []).map((text) => (
              <blockquote key={text}>{text}</blockquote>
            ))}
          </section>
          {hearing.revisedAt !== undefined && (
            <p className="small quiet">
              {say(words.corrected, lang, { day: day(dayOf(hearing.revisedAt as Instant)) })}
            </p>
          )}
          <Facts facts={facts.filter(({ value }) => value !== "")} />
          {hearing.own && (
            <div>
              <Button onPress={() => setCorrecting(true)}>
                {say(hearing.form === "actor" ? words.correctOrShare : words.correct, lang)}
              </Button>
            </div>
          )}
          {hearing.own && promised !== undefined && hearing.keptOn === undefined && (
            <div>
              <Button onPress={() => void keep.run({ partnership, id: hearing.id })} busy={keep.busy}>
                {say(words.keep, lang)}
              </Button>
            </div>
          )}
        </div>
        <div className="stack-loose">
          {props.recipient !== null && <Share {...props} recipient={props.recipient} />}
          {hearing.own && props.passages.length > 0 && <Passages {...props} />}
        </div>
      </div>
    </div>
  );
}

/** The same form as it was written in, and what the correction does not reach. */
function Correcting(props: Props & { readonly onDone: () => void }) {
  const { hearing, passages, partnership, lang, onDone } = props;
  const isReleased = passages.some(({ withdrawnAt }) => withdrawnAt === undefined);
  const isRead = hearing.reading !== undefined && hearing.reading !== "own";
  const Form = hearing.form === "actor" ? HearingForm : StaffForm;
  return (
    <div className="stack-loose">
      <PageHeading heading={say(words.correct, lang)} over={tellWhom(hearing, lang)} />
      {isReleased && <Notice heading={say(words.releasedStays, lang)} />}
      {isRead && <Notice heading={say(words.mayBeRead, lang)} />}
      <Form partnership={partnership} lang={lang} standing={hearing} onDone={onDone} />
      <div>
        <Button onPress={onDone}>{say(words.cancel, lang)}</Button>
      </div>
    </div>
  );
}

/** Marked or written; then exactly what the other will read; then released. */
function Share({ hearing, recipient, partnership, lang }: Props & { recipient: NonNullable<Opened["recipient"]> }) {
  const share = useCommand(sharePassage);
  const [text, setText] = useState("");
  const [reading, setReading] = useState(false);
  const [refusal, setRefusal] = useState<{ why: string; sentence: string }>();
  const send = async (anyway: boolean) => {
    const result = await share.run({ partnership, id: hearing.id, text, anyway });
    if (!result.ok) return setRefusal(result.refusal);
    setText("");
    setReading(false);
    setRefusal(undefined);
  };
  const leave = (emptied: boolean) => {
    setReading(false);
    setRefusal(undefined);
    if (emptied) setText("");
  };
  return (
    <section className="stack measure">
      <SectionHeading heading={say(words.shareHeading, lang)} />
      {reading ? (
        <>
          <Notice heading={say(words.preview, lang, { name: recipient.name })} level={3}>
            <p>
              <b>{tellWhom(hearing, lang)}</b>
            </p>
            <p className="word">{text.trim()}</p>
          </Notice>
          {refusal !== undefined && <Notice kind="error" heading={refusal.sentence} level={3} live />}
          <div className="row">
            {refusal === undefined && (
              <Button kind="main" onPress={() => void send(false)} busy={share.busy}>
                {say(words.share, lang)}
              </Button>
            )}
            {refusal?.why === "passage-points-out" && (
              <Button onPress={() => void send(true)} busy={share.busy}>
                {say(words.shareAnyway, lang)}
              </Button>
            )}
            <Button onPress={() => leave(false)}>{say(words.rewrite, lang)}</Button>
            <Button onPress={() => leave(true)}>{say(words.cancel, lang)}</Button>
          </div>
        </>
      ) : (
        <>
          <PersonText
            about="quote"
            lang={lang}
            label={say(words.sharePassage, lang)}
            guide={say(words.shareGuide, lang)}
            value={text}
            onChange={setText}
            rows={3}
          />
          <div className="row">
            <Button small onPress={() => setText(String(getSelection()).trim() || text)}>
              {say(words.takeMarked, lang)}
            </Button>
            <Button kind="main" onPress={() => setReading(true)}>
              {say(recipient.party === "police" ? words.shareWithPolice : words.shareWithMunicipality, lang)}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Passages({ hearing, passages, partnership, lang }: Props) {
  const withdraw = useCommand(withdrawPassage);
  const [refusal, setRefusal] = useState<string>();
  const takeBack = async (id: string) => {
    const result = await withdraw.run({ partnership, id });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.shared, lang)}>{passages.length}</SectionHeading>
      {refusal !== undefined && <Notice kind="error" heading={refusal} level={3} live />}
      <ul className="list">
        {passages.map(({ id, text, sharedAt, openedAt, withdrawnAt }) => (
          <li key={id}>
            <div>
              {text}
              <p className="small quiet">
                {withdrawnAt !== undefined
                  ? say(words.withdrawn, lang)
                  : openedAt === undefined
                    ? say(words.waiting, lang)
                    : say(words.opened, lang, { day: formatDay(dayOf(openedAt as Instant), lang) })}
                {hearing.revisedAt !== undefined &&
                  withdrawnAt === undefined &&
                  sharedAt < hearing.revisedAt &&
                  ` · ${say(words.sharedBefore, lang)}`}
              </p>
            </div>
            {withdrawnAt === undefined && openedAt === undefined && (
              <Button onPress={() => void takeBack(id)} busy={withdraw.busy}>
                {say(words.takeBack, lang)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
