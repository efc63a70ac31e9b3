import { Fragment } from "react";
import { say, type Lang } from "../ground/words.ts";
import { words } from "./words.ts";

export type DiffPart = { readonly text: string; readonly change?: "added" | "removed" | undefined };

/** Struck words and added words of a signed text; both marks carry without colour and are said aloud. */
export function Diff({ lang, parts }: { lang: Lang; parts: readonly DiffPart[] }) {
  return (
    <p className="word diff">
      {parts.map((part, place) => (
        <Fragment key={`${place} ${part.text}`}>
          {part.change === "removed" ? (
            <del>
              <span className="visually-hidden">{say(words.removed, lang)}: </span>
              {part.text}
            </del>
          ) : part.change === "added" ? (
            <ins>
              <span className="visually-hidden">{say(words.added, lang)}: </span>
              {part.text}
            </ins>
          ) : (
            part.text
          )}
        </Fragment>
      ))}
    </p>
  );
}
