import type { ReactNode } from "react";
import { type Lang, say } from "../../../ground/words.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { TableTwin } from "../../../ui/table-twin.tsx";
import type { Question, Round, Share } from "../poll.ts";
import { choices, questions, rounds as roundWords, shares, words } from "../words.ts";
import type { Opened } from "./said.ts";

type Outcome = NonNullable<Opened["outcome"]>;
type Asked = Extract<Outcome, { kind: "shown" }>["questions"][number];
type Group = Asked["groups"][number];

/** As long as the words say, and no longer: a bar to the pupil would tell what they do not. */
const LONG: Readonly<Record<Share, number>> = {
  few: 10,
  quarter: 25,
  third: 33,
  half: 50,
  "two-thirds": 67,
  "three-quarters": 75,
  most: 92,
};

/** What the class is shown: bars in words, before beside after, or why not. */
export function Result({ outcome, lang, level }: { outcome: Outcome; lang: Lang; level: 2 | 3 }) {
  if (outcome.kind !== "shown")
    return <Notice level={level} heading={say(outcome.kind === "too-few" ? words.tooFew : words.tooMany, lang)} />;
  const { rounds } = outcome;
  return (
    <div className="stack-loose">
      {rounds.length === 2 && <p className="strong">{say(words.ofGroup, lang)}</p>}
      {outcome.questions.map((asked) => (
        <OneQuestion key={asked.question} asked={asked} rounds={rounds} lang={lang} level={level} />
      ))}
    </div>
  );
}

function OneQuestion(props: { asked: Asked; rounds: readonly Round[]; lang: Lang; level: 2 | 3 }) {
  const { asked, rounds, lang, level } = props;
  const Heading = `h${level}` as const;
  const heading: ReactNode = <Heading>{say(questions[asked.question], lang)}</Heading>;
  if (asked.groups.length === 0)
    return (
      <section className="stack-tight">
        {heading}
        <p className="quiet">{say(words.noGroups, lang)}</p>
      </section>
    );
  return (
    <section className="stack-tight">
      {heading}
      <TableTwin
        lang={lang}
        what="chart"
        picture={
          <dl className="forum-bars">
            {asked.groups.map((group) => (
              <div key={group.from}>
                <dt>{sayGroupOf(asked.question, group, lang)}</dt>
                {rounds.map((round) => (
                  <dd key={round}>
                    <span className="forum-round">{say(roundWords[round], lang)}</span>
                    <ShareBar share={group[round]} round={round} />
                    <span>{sayShare(group[round], lang)}</span>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        }
        table={
          <DataTable
            caption={say(questions[asked.question], lang)}
            captionHidden
            rows={asked.groups}
            rowKey={(group) => String(group.from)}
            columns={[
              {
                head: say(words.answer, lang),
                cell: (group) => sayGroupOf(asked.question, group, lang),
                names: true,
              },
              ...rounds.map((round) => ({
                head: say(roundWords[round], lang),
                cell: (group: Group) => sayShare(group[round], lang),
              })),
            ]}
          />
        }
      />
    </section>
  );
}

function ShareBar({ share, round }: { share: Share | null; round: Round }) {
  return (
    <svg className={`forum-bar forum-bar-${round}`} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="8" className="forum-bar-all" />
      {share !== null && <rect width={LONG[share]} height="8" />}
    </svg>
  );
}

function sayGroupOf(question: Question, { from, to }: Pick<Group, "from" | "to">, lang: Lang): string {
  const said = (choice: Group["from"]) => say(choices[question][choice], lang);
  if (from === to) return said(from);
  const range = { from: said(from), to: said(to).toLowerCase() };
  return say(to - from === 1 ? words.eitherOf : words.toRange, lang, range);
}
function sayShare(share: Share | null, lang: Lang): string {
  return say(share === null ? words.notAsked : shares[share], lang);
}
