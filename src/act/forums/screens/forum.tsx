import { useState } from "react";
import type { Day, Instant } from "../../../ground/time.ts";
import { type Lang, say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatClock, formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Status } from "../../../ui/status.tsx";
import { closeForum, movePoll } from "../api.ts";
import type { PollStep } from "../forum.ts";
import { grades, methods, organisers, questions, states, venues, words } from "../words.ts";
import { AtForum } from "./at-forum.tsx";
import { Notes, Promises } from "./group-notes.tsx";
import { PlanForm } from "./plan-form.tsx";
import { Result } from "./result.tsx";
import { type ForumProps, KINDS, type Opened, sayGroup, sayThemes } from "./said.ts";

/** /gora/<p>/forum-<n>: one forum from its plan to its answers back. */
export function ForumScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  return (
    <AtForum {...props} before="forum-">
      {(forum) => (
        <div className="stack-loose">
          <PageHeading
            heading={`${formatDay(forum.on as Day, lang)}: ${sayGroup(forum, lang)}`}
            over={<a href={`/gora/${partnership}/forum`}>{say(words.toForums, lang)}</a>}
            lead={say(words.themesAre, lang, { themes: sayThemes(forum.themes, lang) })}
          />
          <div className="row">
            <Status kind={KINDS[forum.state]} word={say(states[forum.state], lang)} />
            {forum.example && <ExampleMark lang={lang} />}
          </div>
          {forum.closedOn !== null && (
            <p className="quiet">{say(words.closedOn, lang, { day: formatDay(forum.closedOn as Day, lang) })}</p>
          )}
          <Poll {...props} forum={forum} />
          {forum.outcome !== null && (
            <section className="stack measure">
              <SectionHeading heading={say(words.result, lang)} />
              <Result outcome={forum.outcome} lang={lang} level={3} />
            </section>
          )}
          {forum.state === "planned" && <ThePlan {...props} forum={forum} />}
          <Notes {...props} forum={forum} />
          <Promises {...props} forum={forum} />
          <Closing {...props} forum={forum} />
          {forum.state !== "planned" && <ThePlan {...props} forum={forum} />}
        </div>
      )}
    </AtForum>
  );
}

/** The one next step in ink, the others beside it. */
function Poll(props: ForumProps) {
  const { partnership, lang, forum, go } = props;
  const move = useCommand(movePoll);
  const [refusal, setRefusal] = useState<string>();
  const { state, round, answers } = forum;
  if (state === "closed" || state === "shown") return null;
  const board = `/gora/${partnership}/forumtavla-${forum.number}`;
  const take = async (step: PollStep) => {
    const result = await move.run({ partnership, number: forum.number, step });
    if (!result.ok) return setRefusal(result.refusal.sentence);
    setRefusal(undefined);
    if (step !== "stop") go(board);
  };
  const button = (step: PollStep, said: Parameters<typeof say>[0], kind?: "turn") => (
    <Button kind={kind} busy={move.busy} onPress={() => void take(step)}>
      {say(said, lang)}
    </Button>
  );
  return (
    <section className="stack measure">
      <SectionHeading heading={say(words.asking, lang)} />
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {round !== null && (
        <p>
          {say(words.answersSo, lang, { count: answers.before, round: say(words.roundBefore, lang) })}
          {", "}
          {say(words.answersSo, lang, { count: answers.after, round: say(words.roundAfter, lang) })}.{" "}
          {forum.openUntil !== null &&
            `${say(words.openUntil, lang, { clock: formatClock(forum.openUntil as Instant, lang) })}.`}
        </p>
      )}
      <p className="small quiet">{say(words.onlyTotals, lang)}</p>
      {forum.questions.length === 0 ? (
        <p>{say(words.noQuestions, lang)}</p>
      ) : (
        forum.mayRun && (
          <>
            <div className="row">
              {round === null && button("before", words.askBefore, "turn")}
              {state === "asking" && <LinkButton href={board}>{say(words.toBoard, lang)}</LinkButton>}
              {state === "asking" && button("stop", words.stop)}
              {state === "paused" && round !== null && button(round, words.askAgain)}
              {round !== "after" && button("after", words.askAfter, round === "before" ? "turn" : undefined)}
              {round !== null && button("show", words.show, round === "after" ? "turn" : undefined)}
            </div>
            {round !== null && <p className="small quiet">{say(words.showGuide, lang)}</p>}
          </>
        )
      )}
    </section>
  );
}

function Closing({ partnership, lang, forum }: ForumProps) {
  const close = useCommand(closeForum);
  const [refusal, setRefusal] = useState<string>();
  const isClosed = forum.state === "closed";
  const send = async () => {
    const result = await close.run({ partnership, number: forum.number });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  if (!forum.mayRun || (isClosed && forum.counted)) return null;
  return (
    <section className="stack measure">
      <SectionHeading heading={say(isClosed ? words.countIt : words.close, lang)} />
      <p>{say(isClosed ? words.notCounted : words.closeGuide, lang)}</p>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {(!isClosed || forum.mayCount) && (
        <p>
          <Button
            kind={forum.state === "shown" || isClosed ? "turn" : "plain"}
            busy={close.busy}
            onPress={() => void send()}
          >
            {say(isClosed ? words.countIt : words.close, lang)}
          </Button>
        </p>
      )}
    </section>
  );
}

function ThePlan(props: ForumProps) {
  const { lang, forum } = props;
  const [changes, setChanges] = useState(false);
  const close = () => setChanges(false);
  return (
    <section className="stack">
      <SectionHeading heading={say(words.thePlan, lang)} />
      {changes ? (
        <PlanForm
          {...props}
          activities={forum.activities}
          start={{ ...forum, on: forum.on as Day }}
          number={forum.number}
          onDone={close}
          onClose={close}
        />
      ) : (
        <>
          <Facts facts={factsOf(forum, lang)} />
          {forum.questions.length > 0 && (
            <details>
              <summary>{say(words.asking, lang)}</summary>
              <ul className="bullets">
                {forum.questions.map((question) => (
                  <li key={question}>{say(questions[question], lang)}</li>
                ))}
              </ul>
            </details>
          )}
          <details>
            <summary>{say(words.guardians, lang)}</summary>
            <p className="small quiet">{say(words.guardiansGuide, lang)}</p>
            <p className="measure sheet">
              {say(words.guardiansText, lang, {
                day: formatDay(forum.on as Day, lang),
                organisers: inWords(
                  forum.organisers.map((role) => asInside(say(organisers[role], lang))),
                  lang,
                ),
                place: forum.placeName,
                grade: say(grades[forum.grade], lang),
                themes: sayThemes(forum.themes, lang),
              })}
            </p>
          </details>
          {forum.mayRun && forum.round === null && forum.state !== "closed" && (
            <p>
              <Button onPress={() => setChanges(true)}>{say(words.changePlan, lang)}</Button>
            </p>
          )}
        </>
      )}
    </section>
  );
}

function factsOf(forum: Opened, lang: Lang) {
  const { activity } = forum;
  return [
    ...(activity === null
      ? []
      : [{ name: say(words.activity, lang), value: <span lang="sv">{`${activity.number} ${activity.text}`}</span> }]),
    { name: say(words.how, lang), value: say(forum.spontaneous ? words.spontaneous : words.planned, lang) },
    { name: say(words.venue, lang), value: say(venues[forum.venue], lang) },
    { name: say(words.place, lang), value: <span lang="sv">{forum.placeName}</span> },
    { name: say(words.method, lang), value: say(methods[forum.method], lang) },
    {
      name: say(words.organisers, lang),
      value: forum.organisers.map((role) => say(organisers[role], lang)).join(", "),
    },
  ];
}

const inWords = (parts: readonly string[], lang: Lang) => new Intl.ListFormat(lang).format(parts);
/** Within a sentence; what is written in capitals throughout stays. */
const asInside = (word: string) => (/^\p{Lu}{2}/u.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1));
