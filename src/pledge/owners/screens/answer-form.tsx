import { useEffect, useId, useState } from "react";
import { PersonLine, PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { answerOwner } from "../api.ts";
import type { AnswerKind } from "../owner.ts";
import { words } from "../words.ts";

type Props = {
  readonly partnership: string;
  readonly id: string;
  readonly unit: string;
  /** Somebody else's answer is put down, and vouched for. */
  readonly vouching: boolean;
  readonly lang: Lang;
  readonly onDone: () => void;
};

/** «Tacka ja / Ändra / Tacka nej»: a yes is one press, the other two say what or why. Stands inside forms, so it is none itself. */
export function AnswerForm({ partnership, id, unit, vouching, lang, onDone }: Props) {
  const sending = useCommand(answerOwner);
  const [kind, setKind] = useState<AnswerKind | undefined>();
  const [said, setSaid] = useState("");
  const [how, setHow] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const firstId = useId();
  const buttonsId = useId();
  useEffect(() => {
    if (kind !== undefined) document.getElementById(firstId)?.focus();
  }, [kind, firstId]);
  const send = async (answer: AnswerKind) => {
    const result = await sending.run({ partnership, id, answer, said, vouched: how });
    if (result.ok) onDone();
    else setRefusal(result.refusal.sentence);
  };
  const choose = (answer: AnswerKind) => {
    setRefusal(undefined);
    // A yes of one's own needs nothing more said.
    if (answer === "accepted" && !vouching) void send(answer);
    else setKind(answer);
  };
  const cancel = () => {
    setKind(undefined);
    setTimeout(() => document.getElementById(buttonsId)?.querySelector("button")?.focus());
  };
  return (
    <div className="stack-tight">
      {kind === undefined ? (
        <div className="row" id={buttonsId}>
          <Button
            kind="turn"
            busy={sending.busy}
            label={say(words.yesLabel, lang, { unit })}
            onPress={() => choose("accepted")}
          >
            {say(words.yes, lang)}
          </Button>
          <Button label={say(words.changeLabel, lang, { unit })} onPress={() => choose("wants-change")}>
            {say(words.change, lang)}
          </Button>
          <Button label={say(words.noLabel, lang, { unit })} onPress={() => choose("declined")}>
            {say(words.no, lang)}
          </Button>
        </div>
      ) : (
        <>
          {kind !== "accepted" && (
            <PersonText
              about="public"
              id={firstId}
              lang={lang}
              label={say(kind === "declined" ? words.whyNot : words.otherWords, lang)}
              guide={say(kind === "declined" ? words.whyNotGuide : words.otherWordsGuide, lang)}
              value={said}
              onChange={setSaid}
              rows={3}
            />
          )}
          {vouching && (
            <PersonLine
              about="public"
              id={kind === "accepted" ? firstId : undefined}
              lang={lang}
              label={say(words.how, lang)}
              guide={say(words.howGuide, lang)}
              value={how}
              onChange={setHow}
            />
          )}
          <div className="row">
            <Button kind="main" busy={sending.busy} onPress={() => void send(kind)}>
              {say(kind === "accepted" ? words.yes : kind === "declined" ? words.no : words.send, lang)}
            </Button>
            <Button kind="bare" onPress={cancel}>
              {say(words.cancel, lang)}
            </Button>
          </div>
        </>
      )}
      {refusal !== undefined && <Notice kind="error" heading={refusal} level={3} live />}
    </div>
  );
}
