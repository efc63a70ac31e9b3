// Reading before others do: one answer at a time, or all that are chosen at once.
import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatDay, formatNumber } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { SET_ASIDE_REASONS, type SetAsideReason } from "../../open-form.ts";
import { PhotoToRead } from "../../screens/photo-to-read.tsx";
import { PointedOut } from "../../screens/pointed-out.tsx";
import { refusals } from "../../words.ts";
import { type followCampaign, reviewAnswer, reviewAnswers } from "../api.ts";
import { campaignMethods, setAsideReasons } from "../words.ts";
import { words } from "./words.ts";

type Followed = OutputOf<typeof followCampaign>;
type Answer = Followed["waiting"][number];
type At = { readonly partnership: string; readonly lang: Lang };

export function Queue({ followed, partnership, lang }: At & { followed: Followed }) {
  const { waiting, counts } = followed;
  const review = useCommand(reviewAnswers);
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [unread, setUnread] = useState<OutputOf<typeof reviewAnswers>["refused"]>([]);
  const [told, setTold] = useState<{ kind: "done" | "error"; text: string }>();
  const chosen = waiting.map(({ id }) => id).filter((id) => marked.includes(id));
  const isAll = chosen.length === waiting.length;

  const choose = (ids: readonly string[]) => {
    setMarked(ids);
    setTold(undefined);
  };
  const send = async (reason?: SetAsideReason) => {
    const result = await review.run({ partnership, ids: chosen, ...(reason === undefined ? {} : { reason }) });
    if (!result.ok) return setTold({ kind: "error", text: result.refusal.sentence });
    const { read, refused } = result.value;
    // What was refused stays chosen: it is read one by one, or set aside.
    setMarked(refused.map(({ id }) => id));
    setUnread(refused);
    const done = say(reason === undefined ? words.keptMany : words.hiddenMany, lang, { count: read });
    if (refused.length === 0) return setTold({ kind: "done", text: done });
    const left = say(words.unreadMany, lang, { count: refused.length });
    setTold({ kind: "error", text: read === 0 ? left : `${done} ${left}` });
  };

  return (
    <section className="stack">
      <SectionHeading heading={say(words.queue, lang)}>{formatNumber(counts.waiting, lang)}</SectionHeading>
      <p className="quiet measure">{say(words.queueText, lang)}</p>
      {told !== undefined && <Notice kind={told.kind} heading={told.text} live />}
      {waiting.length === 0 ? (
        <Empty heading={say(words.queueEmpty, lang)} text={say(words.queueEmptyText, lang)} level={3} />
      ) : (
        <>
          {counts.waiting > waiting.length && (
            <p className="measure">
              {say(words.queueShown, lang, {
                shown: formatNumber(waiting.length, lang),
                count: formatNumber(counts.waiting, lang),
              })}
            </p>
          )}
          <div className="row" role="group" aria-label={say(words.chosen, lang, { count: chosen.length })}>
            <Button small onPress={() => choose(isAll ? [] : waiting.map(({ id }) => id))}>
              {say(isAll ? words.chooseNone : words.chooseAll, lang)}
            </Button>
            <span className="quiet">{say(words.chosen, lang, { count: formatNumber(chosen.length, lang) })}</span>
            <Button small kind="main" busy={review.busy} onPress={() => void send()}>
              {say(words.keepChosen, lang)}
            </Button>
          </div>
          <SettingAside word={say(words.hideChosen, lang)} busy={review.busy} onSend={send} lang={lang} />
          <ul className="list">
            {waiting.map((answer) => (
              <Waiting
                key={answer.id}
                answer={answer}
                isChosen={chosen.includes(answer.id)}
                onChoose={(isChosen) =>
                  choose(isChosen ? [...chosen, answer.id] : chosen.filter((id) => id !== answer.id))
                }
                why={unread.find(({ id }) => id === answer.id)?.why}
                partnership={partnership}
                lang={lang}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Waiting(
  props: At & {
    readonly answer: Answer;
    readonly isChosen: boolean;
    readonly onChoose: (isChosen: boolean) => void;
    /** Why it was not read with the others. */
    readonly why: keyof typeof refusals | undefined;
  },
) {
  const { answer, why, partnership, lang } = props;
  const review = useCommand(reviewAnswer);
  const [refusal, setRefusal] = useState<string>();
  const send = async (reason?: SetAsideReason) => {
    const result = await review.run({ partnership, id: answer.id, ...(reason === undefined ? {} : { reason }) });
    if (!result.ok) setRefusal(result.refusal.sentence);
  };
  const wrong = refusal ?? (why && say(refusals[why], lang));
  return (
    <li>
      <div className="stack">
        <label className="checkbox">
          <input
            type="checkbox"
            checked={props.isChosen}
            onChange={(event) => props.onChoose(event.currentTarget.checked)}
          />
          <span className="small quiet">
            {formatDay(answer.receivedOn as Day, lang)} · {say(campaignMethods[answer.method], lang)}
          </span>
        </label>
        {wrong !== undefined && <Notice kind="error" level={3} heading={wrong} live />}
        <Facts facts={answer.said.map(({ question, text }) => ({ name: question, value: text }))} />
        {answer.points.map((point) => (
          <div key={point.question}>
            <p className="small quiet">{point.question}</p>
            <PointedOut points={[point]} partnership={partnership} lang={lang} />
          </div>
        ))}
        {answer.photo !== undefined && (
          <PhotoToRead came="with-answer" partnership={partnership} id={answer.id} look={answer.photo} lang={lang} />
        )}
        <Button kind="main" busy={review.busy} onPress={() => void send()}>
          {say(words.keep, lang)}
        </Button>
        <SettingAside word={say(words.putAside, lang)} busy={review.busy} onSend={send} lang={lang} />
      </div>
    </li>
  );
}

/** The reason is chosen among those that whoever holds the receipt reads word for word. */
function SettingAside(props: {
  readonly word: string;
  readonly busy: boolean;
  readonly onSend: (reason: SetAsideReason) => Promise<void>;
  readonly lang: Lang;
}) {
  const { word, lang } = props;
  const [reason, setReason] = useState("");
  const chosen = SET_ASIDE_REASONS.find((one) => one === reason);
  return (
    <details>
      <summary>{word}</summary>
      <div className="stack measure">
        <Select
          label={say(words.reason, lang)}
          value={reason}
          onChange={setReason}
          empty={say(words.reasonNone, lang)}
          options={SET_ASIDE_REASONS.map((value) => ({
            value,
            word: setAsideReasons[value][lang].split(".")[0] ?? value,
          }))}
        />
        {chosen !== undefined && (
          <>
            <p className="small">{say(words.reasonPublic, lang, { text: setAsideReasons[chosen][lang] })}</p>
            <Button busy={props.busy} onPress={() => void props.onSend(chosen)}>
              {word}
            </Button>
          </>
        )}
      </div>
    </details>
  );
}
