import { say } from "../../ground/words.ts";
import { Notice } from "../../ui/notice.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { noKey, waysOn } from "../key-words.ts";

/** Whether it was the key that failed, and not the text or the mandate: then there are ways on. */
const OF_KEYS: readonly string[] = ["key-not-accepted", ...Object.keys(noKey)];

/** What stopped a signature; where it was the key, the three ways on, each with where it is done. */
export function Stopped(
  props: Pick<ScreenProps, "partnership" | "lang"> & {
    readonly slug: string;
    readonly stopped: { readonly why: string; readonly sentence: string };
  },
) {
  const { partnership, lang, slug, stopped } = props;
  const paper = <a href={`/signera/${partnership}/papper-${slug}`}>{say(waysOn.paper, lang)}</a>;
  if (stopped.why === "no-network")
    return (
      <Notice kind="error" heading={stopped.sentence} text={say(waysOn.offline, lang)} live>
        <p>{paper}</p>
      </Notice>
    );
  if (stopped.why === "lost-on-the-way" || !OF_KEYS.includes(stopped.why))
    return <Notice kind="error" heading={stopped.sentence} live />;
  return (
    <Notice kind="error" heading={stopped.sentence} text={say(waysOn.again, lang)} live>
      <ol className="stack-tight">
        <li>
          <b>{say(waysOn.reserve, lang)}</b>. {say(waysOn.reserveText, lang)}
        </li>
        <li>
          <a href={`/installning/${partnership}`}>{say(waysOn.fresh, lang)}</a>. {say(waysOn.freshText, lang)}
        </li>
        <li>
          {paper}. {say(waysOn.paperText, lang)}
        </li>
      </ol>
    </Notice>
  );
}
