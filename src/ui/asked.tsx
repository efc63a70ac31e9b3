import type { ReactNode } from "react";
import { say, type Lang } from "../ground/words.ts";
import { Button } from "./button.tsx";
import { Loading } from "./loading.tsx";
import { Notice } from "./notice.tsx";
import { words } from "./words.ts";

/** How far a question has come, as platform/browser/ask.ts says it. */
type Answered<T> = { readonly again: () => void } & (
  | { readonly state: "waiting" | "offline" }
  | { readonly state: "answered"; readonly value: T }
  | { readonly state: "refused"; readonly refusal: { readonly sentence: string } }
);

/** What has been asked for, once it is there; until then that it is being fetched, or why it is not. */
export function Asked<T>(props: {
  answer: Answered<T>;
  lang: Lang;
  /** It is the whole page that is asked for. */
  page?: boolean | undefined;
  children: (value: T) => ReactNode;
}) {
  const { answer, lang } = props;
  switch (answer.state) {
    case "waiting":
      return <Loading text={say(words.loading, lang)} />;
    case "answered":
      return props.children(answer.value);
    case "offline":
    case "refused":
      return (
        <Notice
          kind="error"
          level={props.page === true ? 1 : 2}
          heading={answer.state === "refused" ? answer.refusal.sentence : say(words.noAnswer, lang)}
          live
        >
          <Button onPress={answer.again}>{say(words.again, lang)}</Button>
        </Notice>
      );
  }
}
