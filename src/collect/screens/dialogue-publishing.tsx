import { useState } from "react";
import type { OutputOf } from "../../ground/endpoint.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Asked } from "../../ui/asked.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { formatList } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { openPublishing, publishDialogue } from "../api.ts";
import { refusals } from "../words.ts";
import { words } from "./words.ts";

type Props = { readonly partnership: string; readonly slug: string; readonly lang: Lang };
/** The names of what else is recorded in the same source, and decided with it. */
type Beside = {
  readonly beside: readonly string[];
  /** Where what everybody would read stands above: only there is it let out. */
  readonly isRead?: boolean;
};
type Standing = OutputOf<typeof openPublishing>;

/** Whether strangers may be told of it, said plainly to everybody here; those who lead the work of its owner decide it, and take it back. */
export function DialoguePublishing(props: Props & Beside) {
  const { partnership, slug, lang } = props;
  const asked = useAnswer(openPublishing, { partnership, slug });
  return (
    <section className="stack">
      <SectionHeading heading={say(words.publishing, lang)} />
      <Asked answer={asked} lang={lang}>
        {(standing) => <Decided {...props} standing={standing} />}
      </Asked>
    </section>
  );
}

function Decided(props: Props & Beside & { standing: Standing }) {
  const { partnership, slug, lang, standing } = props;
  const { secrecyClass, owner, refused } = standing;
  const isPublic = secrecyClass === "public";
  return (
    <>
      <p className="measure strong">
        {say(isPublic ? words.isPublic : secrecyClass === "own" ? words.isOwn : words.isShared, lang, { owner })}
      </p>
      {isPublic && (
        <div>
          <LinkButton href={`/${partnership}/dialog/${slug}`}>{say(words.readPublished, lang)}</LinkButton>
        </div>
      )}
      {refused === null ? (
        <Deciding {...props} isPublic={isPublic} />
      ) : refused === "not-yours" ? (
        <p className="quiet measure">{say(words.publishingIsFor, lang, { owner })}</p>
      ) : (
        // No button that is always refused: why, and what can be done instead.
        <Notice kind="advice" heading={say(refusals[refused], lang)} level={3}>
          {refused === "source-holds-more" && (
            <p>
              <a href={`/lyssna/${partnership}/ny-dialog`}>{say(words.newDialogue, lang)}</a>
            </p>
          )}
        </Notice>
      )}
    </>
  );
}

function Deciding(props: Props & Beside & { isPublic: boolean }) {
  const { partnership, slug, lang, beside, isPublic, isRead = false } = props;
  const decide = useCommand(publishDialogue);
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const result = await decide.run({ partnership, slug, publish: !isPublic });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <>
      <p className="measure">{say(isPublic ? words.takeBackText : words.publishText, lang)}</p>
      {beside.length > 0 && (
        <p className="measure">{say(words.publishBeside, lang, { titles: formatList(beside, lang) })}</p>
      )}
      <div>
        {isPublic || isRead ? (
          <Button kind={isPublic ? "plain" : "turn"} busy={decide.busy} onPress={() => void send()}>
            {say(isPublic ? words.takeBackPublic : words.makePublic, lang)}
          </Button>
        ) : (
          <LinkButton kind="turn" href={`/beratta/${partnership}/dialog-${slug}`}>
            {say(words.readBeforePublishing, lang)}
          </LinkButton>
        )}
      </div>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </>
  );
}
