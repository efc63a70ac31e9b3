import { useEffect, useId, useState } from "react";
import { PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SegmentedSwitch } from "../../../ui/segmented-switch.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import type { Opened } from "../../screens/opened.ts";
import { writeComment } from "../api.ts";
import { wordsAt } from "../comments.ts";
import { partsOf, type Place } from "../passages.ts";
import { words } from "../words.ts";
import { sayPlace } from "./said.ts";
import { type Begun, type Commenting, COMMENTS } from "./use-commenting.ts";

/** Under a passage that is being written: how many comments are open on it, and the way to write one on the words that are marked in it. */
export function Beside(props: {
  readonly commenting: Commenting;
  /** As it is saved. */
  readonly document: Opened;
  readonly at: Place;
  /** The id of the field whose words are meant. */
  readonly field: string;
  readonly name: string;
  readonly lang: Lang;
}) {
  const { commenting, document: draft, at, lang } = props;
  const count = commenting.openAt(at);
  const id = `${props.field}-comment`;
  const saved = wordsAt(draft.content, at, "text");
  const begin = () => {
    const box = document.getElementById(props.field);
    const marked =
      box instanceof HTMLTextAreaElement ? box.value.slice(box.selectionStart, box.selectionEnd).trim() : "";
    const quote = marked !== "" && saved?.includes(marked) === true ? marked : "";
    commenting.begin({ at, field: "text", quote, from: id });
  };
  return (
    <div className="row small">
      {commenting.mayWrite && (
        <Button
          small
          kind="bare"
          onPress={begin}
          {...(saved === undefined ? { blocked: say(words.saveBefore, lang) } : {})}
        >
          <span id={id}>{say(words.comment, lang)}</span>
          <span className="visually-hidden">{` ${props.name}`}</span>
        </Button>
      )}
      {count > 0 && (
        <Button small kind="bare" onPress={() => document.getElementById(COMMENTS)?.focus()}>
          {say(words.openComments, lang, { count })}
          <span className="visually-hidden">{` ${props.name}`}</span>
        </Button>
      )}
    </div>
  );
}

/** Writing a comment or other words, in the side column. */
export function CommentForm(props: {
  readonly partnership: string;
  readonly document: Opened;
  readonly begun: Begun;
  readonly lang: Lang;
  readonly onDone: (isSent: boolean) => void;
}) {
  const { partnership, document: draft, begun, lang } = props;
  const id = useId();
  const part = partsOf(draft.content).get(begun.at);
  const saved = wordsAt(draft.content, begun.at, begun.field) ?? "";
  const [kind, setKind] = useState<"comment" | "suggestion">("comment");
  const [body, setBody] = useState("");
  const [other, setOther] = useState(saved);
  const [refusal, setRefusal] = useState<string>();
  const sending = useCommand(writeComment);
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  const where = sayPlace({ of: part?.kind ?? "document", number: part?.number ?? "" }, lang);
  const send = async () => {
    const proposes = kind === "suggestion";
    const result = await sending.run({
      partnership,
      slug: draft.slug,
      at: begun.at,
      field: begun.field,
      quote: proposes ? saved : begun.quote,
      body,
      ...(proposes ? { suggestion: other } : {}),
    });
    if (result.ok) props.onDone(true);
    else setRefusal(result.refusal.sentence);
  };
  return (
    <div className="sheet-acting stack">
      <h3>{say(words.commentOn, lang, { where: where.toLowerCase() })}</h3>
      {saved !== "" && (
        <div className="row">
          <SegmentedSwitch
            label={say(words.kindOf, lang)}
            value={kind}
            onChange={setKind}
            segments={[
              { value: "comment", word: say(words.aComment, lang) },
              { value: "suggestion", word: say(words.aSuggestion, lang) },
            ]}
          />
        </div>
      )}
      {kind === "comment" && begun.quote !== "" && (
        <p className="word" lang="sv">
          «{begun.quote}»
        </p>
      )}
      {kind === "suggestion" && (
        <TextArea label={say(words.otherWords, lang)} value={other} onChange={setOther} word rows={4} />
      )}
      <PersonText
        about="matter"
        id={id}
        lang={lang}
        label={say(kind === "comment" ? words.yourComment : words.whyChange, lang)}
        value={body}
        onChange={setBody}
        rows={3}
      />
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <div className="row">
        <Button small kind="main" busy={sending.busy} onPress={() => void send()}>
          {say(words.send, lang)}
        </Button>
        <Button small kind="bare" onPress={() => props.onDone(false)}>
          {say(words.cancel, lang)}
        </Button>
      </div>
    </div>
  );
}
