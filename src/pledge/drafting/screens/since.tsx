import { useEffect, useState } from "react";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { call } from "../../../platform/browser/client.ts";
import { Notice } from "../../../ui/notice.tsx";
import type { Opened } from "../../screens/opened.ts";
import { markRead, readSince } from "../api.ts";
import { asAnswered, changesBetween, sentencesIn } from "../passages.ts";
import { words } from "../words.ts";
import { Changes } from "./changes.tsx";

type Last = { readonly revision: number; readonly content: Opened["content"] };

/** «Ändrat sedan du läste senast: 1 mening», with what it is. Having it on the screen is to have read it; it stays until one leaves. */
export function Since({ partnership, document, lang }: { partnership: string; document: Opened; lang: Lang }) {
  const where = { partnership, slug: document.slug };
  const asked = useAnswer(readSince, where);
  /** Both as they were when the page was opened: what one writes oneself is not news. */
  const [first] = useState(document);
  const [last, setLast] = useState<Last | null>();
  if (last === undefined && asked.state === "answered") setLast(asked.value.last);
  const { revision } = document;
  const isHeard = last !== undefined;
  useEffect(() => {
    // By itself and without asking everything anew, as a command would: nothing on the page changes by it.
    if (isHeard) void call(markRead, { partnership, slug: document.slug, revision });
  }, [isHeard, partnership, document.slug, revision]);
  if (last === undefined || last === null) return null;
  const changes = changesBetween(asAnswered(last.content, first.content), first.content);
  if (changes.length === 0) return null;
  return (
    <Notice heading={say(words.since, lang, { count: sentencesIn(changes) })}>
      <details>
        <summary>{say(words.sinceShow, lang)}</summary>
        <Changes changes={changes} lang={lang} />
      </details>
    </Notice>
  );
}
