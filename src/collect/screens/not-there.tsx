import { say, type Lang } from "../../ground/words.ts";
import { Notice } from "../../ui/notice.tsx";
import { words } from "./words.ts";

/** What an address names is not there, or is not this person's to see: the same words for both. */
export function NotThere({ partnership, lang }: { partnership: string; lang: Lang }) {
  return (
    <Notice level={1} heading={say(words.notThere, lang)}>
      <p>
        <a href={`/lyssna/${partnership}`}>{say(words.listen, lang)}</a>
      </p>
    </Notice>
  );
}
