import type { ReactNode } from "react";
import { say } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { openForum } from "../api.ts";
import { words } from "../words.ts";
import type { Opened } from "./said.ts";

/** The forum of the address, once it is there. */
export function AtForum(
  props: ScreenProps & { readonly before: string; readonly children: (forum: Opened, again: () => void) => ReactNode },
) {
  const { partnership, lang, item = "", before } = props;
  const answer = useAnswer(openForum, { partnership, number: Number(item.slice(before.length)) });
  if (answer.state === "refused" && answer.refusal.status === 404)
    return (
      <Notice level={1} heading={say(words.notHere, lang)}>
        <p>
          <a href={`/gora/${partnership}/forum`}>{say(words.toForums, lang)}</a>
        </p>
      </Notice>
    );
  return (
    <Asked answer={answer} lang={lang} page>
      {(forum) => props.children(forum, answer.again)}
    </Asked>
  );
}
