import { useId, useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { asHeading, formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Status } from "../../../ui/status.tsx";
import { PersonText } from "../../privacy/screens/person-text.tsx";
import { PhotoToRead } from "../../screens/photo-to-read.tsx";
import { answerDispute, listDisputes } from "../api.ts";
import { DISPUTE_REPLIES, type DisputeReply } from "../dispute.ts";
import { replyWords, verdictWords } from "../words.ts";
import { words } from "./words.ts";

type Dispute = OutputOf<typeof listDisputes>["disputes"][number];

const isOpen = ({ reply }: Dispute) => reply === undefined;

/** What those with a receipt say is not so, the oldest first; nothing where nobody has. */
export function Disputes({ partnership, lang }: { partnership: string; lang: Lang }) {
  const answer = useAnswer(listDisputes, { partnership });
  if (answer.state !== "answered" || answer.value.disputes.length === 0) return null;
  const { disputes } = answer.value;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.disputes, lang)}>{disputes.filter(isOpen).length}</SectionHeading>
      <p className="quiet">{say(words.disputesText, lang)}</p>
      <ul className="list">
        {disputes
          .toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
          .map((dispute) => (
            <li key={dispute.id}>
              <OneDispute dispute={dispute} partnership={partnership} lang={lang} />
            </li>
          ))}
      </ul>
    </section>
  );
}

function OneDispute({ dispute, partnership, lang }: { dispute: Dispute; partnership: string; lang: Lang }) {
  const day = (on: string) => formatDay(on as Day, lang);
  const { reply } = dispute;
  return (
    <div className="stack">
      <div className="stack-tight">
        <h3>{asHeading(dispute.theme)}</h3>
        <p className="small quiet">
          {[dispute.campaign, verdictWords[dispute.verdict][lang], day(dispute.disputedOn)].join(" · ")}
        </p>
        {dispute.said.map((said, place) => (
          <p key={place}>{said}</p>
        ))}
      </div>
      {dispute.photos.map(({ id, look }) => (
        <PhotoToRead key={id} came="sent" partnership={partnership} id={id} look={look} lang={lang} />
      ))}
      {reply === undefined ? (
        <>
          <p>
            <Status
              kind={dispute.late ? "missed" : "waiting"}
              word={say(dispute.late ? words.disputeLate : words.disputeBy, lang, { day: day(dispute.answerBy) })}
              as="text"
            />
          </p>
          {dispute.mine && <Answering dispute={dispute} partnership={partnership} lang={lang} />}
        </>
      ) : (
        <p>
          <span className="strong">{replyWords[reply.kind][lang]}:</span> {reply.text}{" "}
          <span className="quiet">{day(reply.on)}</span>
        </p>
      )}
    </div>
  );
}

function Answering({ dispute, partnership, lang }: { dispute: Dispute; partnership: string; lang: Lang }) {
  const answer = useCommand(answerDispute);
  const name = useId();
  const [reply, setReply] = useState<DisputeReply>("again");
  const [text, setText] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const result = await answer.run({ partnership, id: dispute.id, reply, text });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <details>
      <summary>{say(words.disputeAnswer, lang)}</summary>
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ChoiceGroup
          label={say(words.disputeReply, lang)}
          name={name}
          options={DISPUTE_REPLIES.map((value) => ({ value, word: replyWords[value][lang] }))}
          value={reply}
          onChange={(value) => setReply(value as DisputeReply)}
          columns={1}
        />
        <PersonText
          label={say(words.tellText, lang)}
          about="public"
          value={text}
          onChange={setText}
          lang={lang}
          rows={3}
        />
        {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
        <div>
          <Button type="submit" kind="main" busy={answer.busy}>
            {say(words.disputeSend, lang)}
          </Button>
        </div>
      </form>
    </details>
  );
}
