import type { Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { Button } from "../../../ui/button.tsx";
import { formatDay } from "../../../ui/format.ts";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { grades, words } from "../words.ts";
import { AtForum } from "./at-forum.tsx";

/** /gora/<p>/forumblad-<n>: «Det här svarade vi er», to be printed and put up in the classroom. */
export function ForumSheetScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  return (
    <AtForum {...props} before="forumblad-">
      {(forum) => (
        <div className="stack-loose measure forum-sheet">
          <PageHeading
            heading={say(words.sheetHeading, lang)}
            lead={say(words.sheetLead, lang, {
              day: formatDay(forum.on as Day, lang),
              grade: say(grades[forum.grade], lang),
            })}
            over={<a href={`/gora/${partnership}/forum-${forum.number}`}>{say(words.backToForum, lang)}</a>}
            actions={<Button onPress={() => print()}>{say(words.print, lang)}</Button>}
          />
          {forum.promises.length === 0 && <p>{say(words.noPromises, lang)}</p>}
          <dl className="forum-answers" lang="sv">
            {forum.promises.map((promise) => (
              <div key={promise.id}>
                <dt>{promise.text}</dt>
                <dd>
                  {promise.answered === null ? (
                    <span lang={lang}>{say(words.notAnswered, lang, { day: formatDay(promise.by as Day, lang) })}</span>
                  ) : (
                    promise.answered.text
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </AtForum>
  );
}
