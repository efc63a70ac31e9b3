import { useEffect, useRef, useState } from "react";
import { dayOf, type Instant } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { PersonText } from "../../collect/privacy/screens/person-text.tsx";
import { useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { formatDay } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { takeBack } from "../api.ts";
import { takeBackWords as words } from "../take-back-words.ts";
import { parties } from "../words.ts";
import type { Opened } from "./opened.ts";

type By = "municipality" | "police" | "other";
const detailOf = ({ by, at, reason }: { by: By; at: string; reason: string }, lang: Lang) => ({
  party: say(by === "other" ? words.other : parties[by], lang),
  day: formatDay(dayOf(at as Instant), lang),
  reason,
});

/** «Ta tillbaka» or «Lägg ner», with the reason that both parties read; and of a draft that was taken back, why. */
export function TakeBack({ partnership, lang, go, document }: ScreenProps & { document: Opened }) {
  const place = useRef<HTMLDivElement>(null);
  const [isBack, setBack] = useState(false);
  // The form goes when it is a draft again; where one is then says what happened.
  useEffect(() => {
    if (isBack && document.state === "draft") place.current?.focus();
  }, [isBack, document.state]);
  return (
    <div className="stack">
      <div ref={place} tabIndex={-1} role="status">
        {document.takenBack !== null && (
          <Notice level={2} heading={say(words.wasBack, lang, detailOf(document.takenBack, lang))} />
        )}
      </div>
      {document.mayTakeBack && (
        <Form
          {...{ partnership, lang, document }}
          onDone={(kind) => {
            if (kind === "dropped") go(`/lova/${partnership}`);
            else setBack(true);
          }}
          key={document.state}
        />
      )}
    </div>
  );
}

function Form({
  partnership,
  lang,
  document,
  onDone,
}: Pick<ScreenProps, "partnership" | "lang"> & { document: Opened; onDone: (kind: "back" | "dropped") => void }) {
  const taking = useCommand(takeBack);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<{ sentence: string; field?: string | undefined }>();
  const { slug, state, revision } = document;
  const [act, text] =
    state === "proposed"
      ? [words.back, words.backText]
      : state === "draft"
        ? [words.drop, words.dropText]
        : [words.dropSigned, words.dropSignedText];
  const send = async () => {
    const result = await taking.run({ partnership, slug, state, revision, reason });
    setProblem(result.ok ? undefined : { sentence: result.refusal.sentence, field: result.refusal.field });
    if (result.ok) onDone(result.value.kind);
  };
  return (
    <details>
      <summary>{say(act, lang)}</summary>
      <form
        className="stack measure sheet"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{say(text, lang)}</p>
        {problem !== undefined && problem.field === undefined && (
          <Notice kind="error" level={3} heading={problem.sentence} live />
        )}
        <PersonText
          about="public"
          lang={lang}
          label={say(words.reason, lang)}
          guide={say(words.reasonGuide, lang)}
          value={reason}
          onChange={setReason}
          rows={2}
          error={problem?.field === "reason" ? problem.sentence : undefined}
        />
        <div className="row">
          <Button type="submit" busy={taking.busy}>
            {say(act, lang)}
          </Button>
        </div>
      </form>
    </details>
  );
}

/** What was laid down before it was published, with who did and why. */
export function Dropped({
  dropped,
  lang,
}: {
  dropped: readonly { slug: string; title: string; by: By; at: string; reason: string }[];
  lang: Lang;
}) {
  if (dropped.length === 0) return null;
  return (
    <section>
      <SectionHeading heading={say(words.dropped, lang)} />
      <ul className="list">
        {dropped.map((one) => (
          <li key={`${one.slug} ${one.at}`}>
            <p>{`${one.title} (${one.slug})`}</p>
            <p className="small quiet">{say(words.wasDropped, lang, detailOf(one, lang))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
