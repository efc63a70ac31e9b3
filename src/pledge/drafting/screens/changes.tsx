import type { ReactNode } from "react";
import { canonicalText } from "../../../ground/canonical.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { Diff } from "../../../ui/diff.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { wordsBetween } from "../../../ground/word-diff.ts";
import type { Change } from "../passages.ts";
import { kinds, words } from "../words.ts";
import { sayField, sayPlace, sayValue } from "./said.ts";

/** What differs, passage by passage: a heading each, so that one can go from change to change by ear, and each word struck or put in marked and said. */
export function Changes(props: {
  readonly changes: readonly Change[];
  readonly lang: Lang;
  readonly sideBySide?: boolean | undefined;
  readonly level?: 3 | 4 | undefined;
  /** What can be done about one of them. */
  readonly action?: ((change: Change) => ReactNode) | undefined;
}) {
  const { lang } = props;
  const Heading = props.level === 4 ? "h4" : "h3";
  return (
    <ol className="list">
      {props.changes.map((change) => (
        <li key={`${change.kind} ${change.at} ${change.field}`} className="stack-tight">
          <Heading>
            {change.field === "order" || change.kind === "added" || change.kind === "removed"
              ? sayPlace(change, lang)
              : `${sayPlace(change, lang)}: ${sayField(change, lang)}`}{" "}
            <Tag>{say(kinds[change.kind], lang)}</Tag>
          </Heading>
          <What change={change} lang={lang} sideBySide={props.sideBySide === true} />
          {props.action?.(change)}
        </li>
      ))}
    </ol>
  );
}

function What({ change, lang, sideBySide }: { change: Change; lang: Lang; sideBySide: boolean }) {
  if (change.kind === "moved")
    return (
      <p>
        {say(words.movedFrom, lang, {
          before: sayValue("", change.before, lang),
          after: sayValue("", change.after, lang),
        })}
      </p>
    );
  const said = [change.before, change.after].map((value) => sayValue(change.field, value, lang));
  // What differs and is not read as words is shown as it is signed, rather than not at all.
  const [was = "", now = ""] =
    said[0] === said[1]
      ? [change.before, change.after].map((value) => (value === undefined ? "" : canonicalText(value)))
      : said;
  const parts = wordsBetween(was, now);
  const inText = <Diff lang={lang} parts={parts} />;
  if (!sideBySide) return <div lang="sv">{inText}</div>;
  // On a narrow phone two columns are no columns: there the words stand in one text.
  return (
    <>
      <div className="sides-narrow" lang="sv">
        {inText}
      </div>
      <div className="sides" lang="sv">
        {(["removed", "added"] as const).map((side) => {
          const own = parts.filter(({ change: what }) => what === undefined || what === side);
          return (
            <div key={side}>
              <p className="small quiet" lang={lang}>
                {say(side === "removed" ? words.before : words.after, lang)}
              </p>
              {own.length === 0 ? (
                <p className="quiet">{say(words.nothing, lang)}</p>
              ) : (
                <Diff lang={lang} parts={own} />
              )}
            </div>
          );
        })}
      </div>
    </>
  );
}
