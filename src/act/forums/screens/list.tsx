import type { Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatDay } from "../../../ui/format.ts";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { Status } from "../../../ui/status.tsx";
import { listForums } from "../api.ts";
import { states, words } from "../words.ts";
import { KINDS, sayGroup, sayThemes } from "./said.ts";

/** /gora/<p>/forum: every youth forum, the latest first. */
export function ForumListScreen({ partnership, partnershipName, lang }: ScreenProps) {
  const list = useAnswer(listForums, { partnership });
  const plan = <LinkButton href={`/gora/${partnership}/nytt-forum`}>{say(words.plan, lang)}</LinkButton>;
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.heading, lang)}
        over={partnershipName}
        lead={say(words.lead, lang)}
        actions={
          <div className="row">
            {list.value?.mayPlan === true && plan}
            <LinkButton href={`/gora/${partnership}`}>{say(words.toActivities, lang)}</LinkButton>
          </div>
        }
      />
      <Asked answer={list} lang={lang}>
        {({ forums }) =>
          forums.length === 0 ? (
            <Empty heading={say(words.none, lang)} text={say(words.noneText, lang)} level={2} />
          ) : (
            <ul className="list">
              {forums.map((forum) => (
                <li key={forum.number} className="list-row-acting">
                  <div>
                    <a href={`/gora/${partnership}/forum-${forum.number}`} className="strong">
                      {formatDay(forum.on as Day, lang)}: {sayGroup(forum, lang)}
                    </a>
                    <p className="small quiet">
                      <span lang="sv">{forum.placeName}</span> · {sayThemes(forum.themes, lang)}
                      {forum.unanswered > 0 && ` · ${say(words.toAnswer, lang, { count: forum.unanswered })}`}
                    </p>
                  </div>
                  <div className="list-figures">
                    <Status kind={KINDS[forum.state]} word={say(states[forum.state], lang)} />
                    {forum.example && <ExampleMark lang={lang} />}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </div>
  );
}
