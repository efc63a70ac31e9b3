import { say, type Lang } from "../ground/words.ts";
import { Notice } from "./notice.tsx";
import type { StageKey } from "./stage-line.tsx";
import { words } from "./words.ts";

/** What an address names is not there, or is not this person's to see: the same words for both, and the stage to go on from. */
export function NotThere({ stage, href, lang }: { stage: StageKey; href: string; lang: Lang }) {
  return (
    <Notice level={1} heading={say(words.notThere, lang)}>
      <p>
        <a href={href}>{say(words[stage], lang)}</a>
      </p>
    </Notice>
  );
}
