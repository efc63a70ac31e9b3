import type { ReactNode } from "react";
import { say, type Lang } from "../ground/words.ts";
import { Button } from "./button.tsx";
import { Loading } from "./loading.tsx";
import { Notice } from "./notice.tsx";
import { words } from "./words.ts";

/** How far a question has come, as platform/browser/ask.ts says it. */
type Answered<T> = { readonly again: () => void } & (
  | { readonly state: "waiting" }
  | { readonly state: "offline"; readonly value?: T | undefined }
  | { readonly state: "answered"; readonly value: T }
  | { readonly state: "refused"; readonly refusal: { readonly sentence: string } }
);

/** What has been asked for, once it is there; until then that it is being fetched, or why it is not. What is there stays while the network is away. */
export function Asked<T>(props: {
  answer: Answered<T>;
  lang: Lang;
  /** It is the whole page that is asked for. */
  page?: boolean | undefined;
  children: (value: T) => ReactNode;
}) {
  const { answer, lang } = props;
  if (answer.state === "waiting") return <Loading text={say(words.loading, lang)} />;
  const value = answer.state === "refused" ? undefined : answer.value;
  return (
    <>
      {answer.state !== "answered" && (
        <Notice
          kind="error"
          level={props.page === true && value === undefined ? 1 : 2}
          heading={answer.state === "refused" ? answer.refusal.sentence : say(words.noAnswer, lang)}
          live
        >
          <Button onPress={answer.again}>{say(words.again, lang)}</Button>
        </Notice>
      )}
      {value !== undefined && props.children(value)}
    </>
  );
}
