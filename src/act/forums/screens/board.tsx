import { useEffect } from "react";
import type { Instant } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { qrPath } from "../../../platform/browser/qr.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { formatClock } from "../../../ui/format.ts";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { pupil, words } from "../words.ts";
import { AtForum } from "./at-forum.tsx";
import { Result } from "./result.tsx";
import type { Opened } from "./said.ts";

const EVERY_MS = 5000;

/** /gora/<p>/forumtavla-<n>: what hangs before the class. The code while the questions are open, the result when it is shown, and never both. */
export function ForumBoardScreen(props: ScreenProps) {
  return (
    <AtForum {...props} before="forumtavla-">
      {(forum, again) => <Board {...props} forum={forum} again={again} />}
    </AtForum>
  );
}

function Board(props: ScreenProps & { forum: Opened; again: () => void }) {
  const { partnership, lang, forum, again } = props;
  useEffect(() => {
    const ticking = setInterval(again, EVERY_MS);
    return () => clearInterval(ticking);
  }, [again]);
  const { outcome, address, round } = forum;
  const back = (
    <LinkButton href={`/gora/${partnership}/forum-${forum.number}`}>{say(words.backToForum, lang)}</LinkButton>
  );
  if (outcome !== null)
    return (
      <div className="stack-loose forum-board">
        <PageHeading heading={say(words.result, lang)} actions={back} />
        <Result outcome={outcome} lang={lang} level={2} />
      </div>
    );
  if (address === null || round === null)
    return (
      <div className="stack-loose forum-board">
        <PageHeading heading={say(words.boardClosed, lang)} actions={back} />
      </div>
    );
  const { size, path } = qrPath(address);
  return (
    <div className="stack-loose forum-board">
      <PageHeading heading={say(pupil[round], lang)} lead={say(pupil.nobody, lang)} actions={back} />
      <div className="forum-code">
        <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={say(words.qr, lang, { address })}>
          <rect width={size} height={size} fill="#fff" />
          <path d={path} fill="#000" shapeRendering="crispEdges" />
        </svg>
        <div className="stack">
          <p>{say(words.scan, lang)}</p>
          <p className="forum-address">{address.replace(/^https?:\/\//, "")}</p>
          <p className="quiet">
            {say(words.openUntil, lang, { clock: formatClock(forum.openUntil as Instant, lang) })}
          </p>
          <p role="status">
            {say(words.answersSo, lang, {
              count: forum.answers[round],
              round: say(round === "before" ? words.roundBefore : words.roundAfter, lang),
            })}
          </p>
        </div>
      </div>
    </div>
  );
}
