import { useId, useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { today } from "../../../platform/browser/device.ts";
import { Button } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { Status } from "../../../ui/status.tsx";
import { PersonText } from "../../privacy/screens/person-text.tsx";
import { Asked } from "../../../ui/asked.tsx";
import { managers } from "../../words.ts";
import { listPointsSent, replyToPoint } from "../api.ts";
import { ADDRESSEES } from "../letter.ts";
import type { PointReplyKind } from "../point.ts";
import { pointReplies, pointStates } from "../words.ts";
import { replySaid } from "./reply-said.ts";
import { words } from "./words.ts";

type Point = OutputOf<typeof listPointsSent>["points"][number];
/** Whoever was asked is not who it may be instead. */
const OTHERS = ADDRESSEES.filter((manager) => manager !== "municipality");

/** /lyssna/<p>/att-ta-emot: what the municipality's units have been asked to take, with one press each. */
export function PointsSentScreen({ partnership, partnershipName, lang }: ScreenProps) {
  const answer = useAnswer(listPointsSent, { partnership });
  return (
    <div className="stack-loose">
      <PageHeading heading={say(words.toTakeIn, lang)} over={partnershipName} lead={say(words.toTakeInLead, lang)} />
      <Asked answer={answer} lang={lang}>
        {({ points, mine }) => {
          const waiting = points.filter(({ state }) => state === "sent");
          const rest = points.filter(({ state }) => state !== "sent");
          return (
            <>
              {waiting.length === 0 && (
                <Empty
                  heading={say(words.nothingToTakeIn, lang)}
                  text={say(words.nothingToTakeInText, lang)}
                  level={2}
                />
              )}
              {waiting.length > 0 && (
                <Points heading={say(words.waitForYou, lang)} points={waiting} {...{ mine, partnership, lang }} />
              )}
              {rest.length > 0 && (
                <Points heading={say(words.saidBefore, lang)} points={rest} {...{ mine, partnership, lang }} />
              )}
            </>
          );
        }}
      </Asked>
    </div>
  );
}

type Props = { readonly mine: boolean; readonly partnership: string; readonly lang: Lang };

function Points({ heading, points, ...props }: Props & { heading: string; points: readonly Point[] }) {
  return (
    <section className="stack">
      <SectionHeading heading={heading}>{points.length}</SectionHeading>
      <ul className="list">
        {points.map((point) => (
          <li key={point.id}>
            <OnePoint point={point} {...props} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OnePoint({ point, mine, partnership, lang }: Props & { point: Point }) {
  const isLate = point.state === "sent" && point.replyBy < today();
  return (
    <div className="stack">
      <div className="stack-tight">
        <h3>
          {point.placeName} {point.example && <ExampleMark lang={lang} />}
        </h3>
        <p className="measure">{point.text}</p>
        {point.proposal !== "" && (
          <p className="measure">
            <span className="quiet">{say(words.proposalIs, lang)}</span> {point.proposal}
          </p>
        )}
        <p className="small quiet">
          <a href={`/lyssna/${partnership}/vandring-${point.walk.slug}`}>{point.walk.title}</a>
          {" · "}
          {say(words.pointNumber, lang, { number: point.number })}
        </p>
        <p>
          <Status
            kind={isLate ? "missed" : point.state === "sent" ? "waiting" : "running"}
            word={
              point.state === "sent"
                ? say(isLate ? words.replyLate : words.replyWanted, lang, {
                    by: formatDay(point.replyBy as Day, lang),
                  })
                : say(pointStates[point.state], lang)
            }
            as="text"
          />
        </p>
        {point.reply !== undefined && <p className="measure">{replySaid(point.reply, lang)}</p>}
      </div>
      {mine && point.state !== "answered" && <Replying point={point} partnership={partnership} lang={lang} />}
    </div>
  );
}

function Replying({ point, partnership, lang }: { point: Point; partnership: string; lang: Lang }) {
  const reply = useCommand(replyToPoint);
  const id = useId();
  const [about, setAbout] = useState<Exclude<PointReplyKind, "received">>();
  const [text, setText] = useState("");
  const [mayBe, setMayBe] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const send = async (kind: PointReplyKind) => {
    const other = OTHERS.find((one) => one === mayBe);
    const result = await reply.run({
      partnership,
      id: point.id,
      kind,
      text,
      ...(kind === "not-ours" && other !== undefined ? { mayBe: other } : {}),
    });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) setAbout(undefined);
  };
  const named = (kind: PointReplyKind) => `${say(pointReplies[kind], lang)}: ${point.placeName}`;
  return (
    <>
      <div className="row">
        {point.state !== "received" && (
          <Button kind="main" busy={reply.busy} label={named("received")} onPress={() => void send("received")}>
            {say(pointReplies.received, lang)}
          </Button>
        )}
        {(["not-ours", "question"] as const).map((kind) => (
          <Button key={kind} label={named(kind)} onPress={() => setAbout(about === kind ? undefined : kind)}>
            {say(pointReplies[kind], lang)}
          </Button>
        ))}
      </div>
      {about !== undefined && (
        <form
          className="stack measure"
          aria-labelledby={id}
          onSubmit={(event) => {
            event.preventDefault();
            void send(about);
          }}
        >
          <p id={id} className="strong">
            {named(about)}
          </p>
          <PersonText
            label={say(about === "not-ours" ? words.whyNotOurs : words.whatDoYouAsk, lang)}
            about="told"
            value={text}
            onChange={setText}
            lang={lang}
            rows={2}
          />
          {about === "not-ours" && (
            <Select
              label={say(words.whoseItMayBe, lang)}
              empty={say(managers.unknown, lang)}
              value={mayBe}
              onChange={setMayBe}
              options={OTHERS.map((value) => ({ value, word: say(managers[value], lang) }))}
            />
          )}
          <div className="row">
            <Button type="submit" kind="main" busy={reply.busy}>
              {say(words.sendReply, lang)}
            </Button>
          </div>
        </form>
      )}
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </>
  );
}
