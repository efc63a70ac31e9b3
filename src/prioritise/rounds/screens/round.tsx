import { say } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Loading } from "../../../ui/loading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { PartyName } from "../../../ui/party-name.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { readRound } from "../api.ts";
import { criteria } from "../criteria.ts";
import { weighedBy } from "../weigh.ts";
import { parties, states, words } from "../words.ts";
import { AnswerAll } from "./answer-all.tsx";
import { Preparing } from "./prepare.tsx";
import type { InRound, RoundProps } from "./read-round.ts";
import { Scoring } from "./score.tsx";
import { Together } from "./together.tsx";

/** /prioritera/<p>/<year>: what is weighed, each party's scores apart, and then together. */
export function RoundScreen(props: ScreenProps) {
  const { partnership, lang, item } = props;
  const year = Number(item);
  const answer = useAnswer(readRound, { partnership, year });
  if (answer.state === "waiting") return <Loading text={say(words.loading, lang)} />;
  if (answer.value === undefined)
    return (
      <Notice
        kind="error"
        level={1}
        heading={answer.state === "refused" ? answer.refusal.sentence : say(words.notFetched, lang)}
      />
    );
  const read = answer.value;
  const { round } = read;
  return (
    <>
      <PageHeading
        heading={say(words.round, lang, { year })}
        over={
          <>
            {props.partnershipName} {round !== null && <Tag>{say(states[round.state], lang)}</Tag>}{" "}
            {round?.example === true && <ExampleMark lang={lang} />}
          </>
        }
        lead={say(words.lead, lang)}
        actions={<a href={`/prioritera/${partnership}`}>{say(words.back, lang)}</a>}
      />
      {round === null ? (
        <Unopened {...props} year={year} read={read} />
      ) : (
        <Opened {...props} year={year} read={read} round={round} />
      )}
    </>
  );
}

function Unopened(props: RoundProps) {
  const { lang, read } = props;
  if (read.problems.length === 0)
    return <Empty heading={say(words.nothingToWeigh, lang)} text={say(words.nothingToWeighText, lang)} />;
  if (read.weighsFor === null) return <p>{say(words.youOnlyRead, lang)}</p>;
  return <Preparing {...props} />;
}

function Opened(props: InRound) {
  const { lang, read, round } = props;
  const own = read.parties.find(({ organisationId }) => organisationId === read.weighsFor);
  return (
    <>
      {round.state !== "preparing" && <Standing {...props} />}
      {round.state === "preparing" ? (
        <Preparing {...props} />
      ) : own !== undefined && !own.locked && round.state === "scoring" ? (
        <Scoring {...props} party={own} />
      ) : (
        read.together === null && read.own.length > 0 && <OwnScores {...props} />
      )}
      {read.together !== null && <Together {...props} />}
      <AnswerAll {...props} />
      {read.weighsFor === null && <p>{say(words.youOnlyRead, lang)}</p>}
      {round.state !== "preparing" && <WhatIsWeighed {...props} />}
    </>
  );
}

/** Who has locked; of the other party nothing more than that. */
function Standing({ lang, read }: InRound) {
  const waitsFor = read.parties.find(({ organisationId, locked }) => !locked && organisationId !== read.weighsFor);
  return (
    <section className="stack">
      <SectionHeading heading={say(words.standing, lang)} />
      <ul className="list">
        {read.parties.map((party) => (
          <li key={party.organisationId}>
            <PartyName party={party.party} done={party.locked}>
              {party.name} {say(party.locked ? words.hasLocked : words.notLocked, lang)}
            </PartyName>
          </li>
        ))}
      </ul>
      <p>
        {waitsFor === undefined
          ? say(words.bothLocked, lang)
          : say(words.onlyOwn, lang, { party: say(parties[waitsFor.party], lang) })}
      </p>
    </section>
  );
}

/** What one's own party has given, when it is given for good. */
function OwnScores({ lang, read, round }: InRound) {
  const rows = round.problemIds.flatMap((id) => read.problems.find((problem) => problem.id === id) ?? []);
  const given = (problemId: string, criterion: string) =>
    read.own.find((one) => one.problemId === problemId && one.criterion === criterion)?.score ?? "–";
  return (
    <section>
      <SectionHeading heading={say(words.ownScores, lang)} />
      <DataTable
        caption={say(words.ownCaption, lang)}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { head: say(words.problem, lang), cell: ({ what }) => <span lang="sv">{what}</span>, names: true },
          ...weighedBy(round.weights).map((criterion) => ({
            head: say(criteria[criterion], lang),
            cell: ({ id }: (typeof rows)[number]) => given(id, criterion),
            number: true,
          })),
        ]}
      />
    </section>
  );
}

function WhatIsWeighed({ lang, round }: InRound) {
  return (
    <section>
      <SectionHeading heading={say(words.weights, lang)} />
      <DataTable
        caption={say(words.weightsCaption, lang)}
        captionHidden
        rows={weighedBy(round.weights)}
        rowKey={(criterion) => criterion}
        columns={[
          { head: say(words.criterion, lang), cell: (criterion) => say(criteria[criterion], lang), names: true },
          { head: say(words.weighs, lang), cell: (criterion) => round.weights[criterion] ?? 0, number: true },
        ]}
      />
    </section>
  );
}
