import { useState } from "react";
import { PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import type { Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Diff } from "../../../ui/diff.tsx";
import { formatInstant } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PartyName } from "../../../ui/party-name.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { Opened } from "../../screens/opened.ts";
import { acceptSuggestion, answerComment, declineSuggestion, reopenComment, resolveComment } from "../api.ts";
import { standingOf } from "../comments.ts";
import { wordsBetween } from "../../../ground/word-diff.ts";
import { partsOf } from "../passages.ts";
import { words } from "../words.ts";
import { CommentForm } from "./comment-form.tsx";
import { sayPlace } from "./said.ts";
import { type Commenting, COMMENTS, type ShownComment } from "./use-commenting.ts";

type Props = Pick<ScreenProps, "partnership" | "lang" | "person"> & {
  readonly document: Opened;
  readonly commenting: Commenting;
  /** What is typed and not saved would be written over by words that are accepted. */
  readonly unsaved: boolean;
};

/** Comments and proposals of other words beside the draft: those that are open, those that are settled folded in. */
export function Comments(props: Props) {
  const { partnership, lang, document: draft, commenting } = props;
  const [told, setTold] = useState<string>();
  const { comments, begun, begin, mayWrite } = commenting;
  const open = comments.filter(({ state }) => state === "open");
  const settled = comments.filter(({ state }) => state !== "open");
  const isDraft = draft.state === "draft";
  if (comments.length === 0 && !isDraft) return null;
  const done = (isSent: boolean) => {
    const from = begun?.from;
    begin(undefined);
    setTold(isSent ? say(words.sent, lang) : undefined);
    // Back to where one began; it is there again a moment later.
    setTimeout(() =>
      isSent
        ? document.getElementById(COMMENTS)?.focus()
        : document
            .getElementById(from ?? "")
            ?.closest("button")
            ?.focus(),
    );
  };
  return (
    <section className="stack">
      <div>
        <SectionHeading heading={say(words.comments, lang)}>{open.length}</SectionHeading>
        <p className="small quiet" id={COMMENTS} tabIndex={-1} role="status">
          {told ??
            (open.length === 0 ? say(words.noComments, lang) : say(words.openComments, lang, { count: open.length }))}
        </p>
        <p className="small quiet">{say(words.commentsLead, lang)}</p>
      </div>
      {isDraft && mayWrite && begun === undefined && (
        <div className="stack-tight">
          <div>
            <Button small onPress={() => begin({ at: "", field: "", quote: "", from: "comment-whole" })}>
              <span id="comment-whole">{say(words.commentWhole, lang)}</span>
            </Button>
          </div>
          <p className="small quiet">{say(words.commentHow, lang)}</p>
        </div>
      )}
      {begun !== undefined && (
        <CommentForm
          partnership={partnership}
          document={draft}
          begun={begun}
          lang={lang}
          onDone={done}
          key={`${begun.at} ${begun.quote}`}
        />
      )}
      <Threads {...props} comments={open} onTold={setTold} />
      {settled.length > 0 && (
        <details>
          <summary>{say(words.settledComments, lang, { count: settled.length })}</summary>
          <Threads {...props} comments={settled} onTold={setTold} />
        </details>
      )}
    </section>
  );
}

type ThreadProps = Props & {
  readonly onTold: (sentence: string | undefined) => void;
};

function Threads({ comments, ...props }: ThreadProps & { readonly comments: readonly ShownComment[] }) {
  if (comments.length === 0) return null;
  return (
    <ul className="list">
      {comments.map((comment) => (
        <li key={comment.id}>
          <Thread {...props} comment={comment} />
        </li>
      ))}
    </ul>
  );
}

const outcomes = {
  open: undefined,
  resolved: words.wasResolved,
  accepted: words.wasAccepted,
  declined: words.wasDeclined,
} as const;

function Thread(props: ThreadProps & { readonly comment: ShownComment }) {
  const { lang, document: draft, comment } = props;
  const part = partsOf(draft.content).get(comment.at);
  const standing = comment.state === "accepted" ? "there" : standingOf(draft.content, comment);
  const outcome = outcomes[comment.state];
  const about = sayPlace({ of: part?.kind ?? "document", number: part?.number ?? "" }, lang);
  return (
    <div className="stack-tight">
      <h3>
        {standing === "gone" ? say(words.passageGone, lang) : about}{" "}
        {outcome !== undefined && <Tag>{say(outcome, lang)}</Tag>}
        {standing === "changed" && <Tag>{say(words.wordsChanged, lang)}</Tag>}
      </h3>
      <Who by={comment.by} lang={lang} />
      {comment.suggestion !== null ? (
        <div lang="sv">
          <Diff lang={lang} parts={wordsBetween(comment.quote, comment.suggestion)} />
        </div>
      ) : (
        comment.quote !== "" && (
          <p className="word" lang="sv">
            «{comment.quote}»
          </p>
        )
      )}
      {comment.body !== "" && <p lang="sv">{comment.body}</p>}
      {comment.answer !== "" && <p lang="sv">{comment.answer}</p>}
      {comment.replies.map((reply) => (
        <div key={reply.id} className="stack-tight">
          <Who by={reply.by} lang={lang} />
          <p lang="sv">{reply.body}</p>
        </div>
      ))}
      {props.commenting.mayWrite && <Acts {...props} about={about} />}
    </div>
  );
}

/** The organisation and the office; nobody by name. */
function Who({ by, lang }: { readonly by: ShownComment["by"]; readonly lang: Lang }) {
  return (
    <p className="small quiet">
      <PartyName party={by.party}>{`${by.organisation}, ${by.office}`}</PartyName>
      <br />
      {formatInstant(by.at as Instant, lang)}
    </p>
  );
}

function Acts(props: ThreadProps & { readonly comment: ShownComment; readonly about: string }) {
  const { partnership, lang, document: draft, comment, person, unsaved, onTold } = props;
  const [writing, setWriting] = useState<"reply" | "decline">();
  const [refusal, setRefusal] = useState<string>();
  const [resolving, reopening] = [useCommand(resolveComment), useCommand(reopenComment)];
  const accepting = useCommand(acceptSuggestion);
  const where = { partnership, slug: draft.slug, id: comment.id };
  const about = <span className="visually-hidden">{` ${props.about}`}</span>;
  const writes = person.grants.some(({ role }) => role === "coordinator" || role === "liaison");
  const act = async (run: () => Promise<{ ok: true } | { ok: false; refusal: { sentence: string } }>, done: string) => {
    const result = await run();
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (!result.ok) return;
    onTold(done);
    document.getElementById(COMMENTS)?.focus();
  };
  if (writing !== undefined) return <Writing {...props} kind={writing} onDone={() => setWriting(undefined)} />;
  return (
    <>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <div className="row">
        {comment.state === "open" && comment.suggestion !== null && draft.state === "draft" && writes && (
          <>
            <Button
              small
              busy={accepting.busy}
              onPress={() => void act(() => accepting.run(where), say(words.wasAccepted, lang))}
              {...(unsaved ? { blocked: say(words.saveBefore, lang) } : {})}
            >
              {say(words.accept, lang)}
              {about}
            </Button>
            <Button small kind="bare" onPress={() => setWriting("decline")}>
              {say(words.decline, lang)}
              {about}
            </Button>
          </>
        )}
        <Button small kind="bare" onPress={() => setWriting("reply")}>
          {say(words.reply, lang)}
          {about}
        </Button>
        {comment.state === "open" && (
          <Button
            small
            kind="bare"
            busy={resolving.busy}
            onPress={() => void act(() => resolving.run(where), say(words.wasResolved, lang))}
          >
            {say(words.resolve, lang)}
            {about}
          </Button>
        )}
        {comment.state === "resolved" && (
          <Button
            small
            kind="bare"
            busy={reopening.busy}
            onPress={() => void act(() => reopening.run(where), say(words.reopen, lang))}
          >
            {say(words.reopen, lang)}
            {about}
          </Button>
        )}
      </div>
    </>
  );
}

function Writing({
  partnership,
  lang,
  document: draft,
  comment,
  kind,
  onDone,
  onTold,
}: ThreadProps & {
  readonly comment: ShownComment;
  readonly kind: "reply" | "decline";
  readonly onDone: () => void;
}) {
  const [text, setText] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const [answering, declining] = [useCommand(answerComment), useCommand(declineSuggestion)];
  const where = { partnership, slug: draft.slug, id: comment.id };
  const leave = (sentence: string | undefined) => {
    onDone();
    onTold(sentence);
    document.getElementById(COMMENTS)?.focus();
  };
  const send = async () => {
    const result =
      kind === "reply" ? await answering.run({ ...where, body: text }) : await declining.run({ ...where, words: text });
    if (result.ok) leave(say(kind === "reply" ? words.sent : words.wasDeclined, lang));
    else setRefusal(result.refusal.sentence);
  };
  return (
    <div className="stack-tight">
      <PersonText
        about="matter"
        lang={lang}
        label={say(kind === "reply" ? words.yourReply : words.declineWords, lang)}
        value={text}
        onChange={setText}
        rows={2}
      />
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <div className="row">
        <Button small busy={answering.busy || declining.busy} onPress={() => void send()}>
          {say(words.send, lang)}
        </Button>
        <Button small kind="bare" onPress={() => leave(undefined)}>
          {say(words.cancel, lang)}
        </Button>
      </div>
    </div>
  );
}
