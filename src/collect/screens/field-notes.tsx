import { say, type Lang } from "../../ground/words.ts";
import type { Phone } from "../../platform/browser/use-outbox.ts";
import { Button } from "../../ui/button.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Status, type StatusKind } from "../../ui/status.tsx";
import { fieldWords } from "./field-words.ts";
import { type Thread, threadsOf, undoNote } from "./threads.ts";
import { tellClock } from "./told.ts";
import { words } from "./words.ts";

const SIGNS: Readonly<Record<Thread["state"], StatusKind>> = {
  waiting: "waiting",
  sending: "running",
  sent: "met",
  refused: "missed",
};

type Props = { readonly phone: Phone; readonly lang: Lang; readonly onMend?: (thread: Thread) => void };

/** Everything noted on this phone, newest first: where each is, to be changed or undone before and after it was sent. */
export function FieldNotes({ phone, lang, onMend }: Props) {
  const threads = threadsOf(phone.entries).toReversed();
  return (
    <section className="wrap page stack" id="mina-anteckningar">
      <SectionHeading heading={say(words.myNotes, lang)}>{threads.length}</SectionHeading>
      {threads.length === 0 && <p className="quiet">{say(words.emptyPhone, lang)}</p>}
      <ul className="list">
        {threads.map((thread) => (
          <li key={thread.id}>
            <div>
              <p>{tellThread(thread, lang)}</p>
              <p className="row small">
                <Status kind={SIGNS[thread.state]} word={say(words[thread.state], lang)} as="text" />
                <span className="quiet">
                  {tellClock(thread.savedAt, lang)}
                  {thread.photos > 0 && ` · ${say(fieldWords.photoCount, lang, { count: thread.photos })}`}
                </span>
              </p>
              {thread.refused.map((entry) => (
                <p key={entry.id} role="status">
                  {entry.unread === undefined ? entry.sentence : say(fieldWords.formChanged, lang)}
                </p>
              ))}
            </div>
            <Acts thread={thread} phone={phone} lang={lang} onMend={onMend} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Acts({ thread, phone, lang, onMend }: Omit<Props, "onMend"> & { thread: Thread; onMend: Props["onMend"] }) {
  const { outbox } = phone;
  const { id, kind, state, isUndone, isHandedOver, input } = thread;
  const again = async () => {
    for (const entry of thread.refused) await outbox.again(entry.id);
    await outbox.send();
  };
  const undo = async () => {
    if (kind === "note") await undoNote(outbox, id);
    else await outbox.drop(id);
    await outbox.send();
  };
  const isOwn = !isHandedOver && !isUndone;
  return (
    <div className="row">
      {kind === "note" && isOwn && onMend !== undefined && input !== undefined && (
        <Button small onPress={() => onMend(thread)}>
          {say(words.mend, lang)}
        </Button>
      )}
      {isOwn && (kind === "note" ? input !== undefined : state !== "sent") && (
        <Button small onPress={() => void undo()}>
          {say(words.undo, lang)}
        </Button>
      )}
      {(state === "refused" || state === "waiting") && (
        <Button small onPress={() => void again()}>
          {say(fieldWords.retry, lang)}
        </Button>
      )}
      {isHandedOver && state === "refused" && (
        <Button small onPress={() => void outbox.giveBack(id)}>
          {say(fieldWords.removeHere, lang)}
        </Button>
      )}
    </div>
  );
}

function tellThread({ kind, input, isUndone, isHandedOver }: Thread, lang: Lang): string {
  if (isHandedOver) return say(fieldWords.handedOverNote, lang);
  if (isUndone) return say(fieldWords.undone, lang);
  if (kind === "finish") return say(words.finish, lang);
  return typeof input?.["text"] === "string" ? input["text"] : say(words.photoField, lang);
}
