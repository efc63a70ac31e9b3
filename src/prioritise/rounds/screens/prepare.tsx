import { useState } from "react";
import { say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { NumberStepper } from "../../../ui/number-stepper.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { agreeRound, openRound, proposeRound } from "../api.ts";
import { asks, criteria } from "../criteria.ts";
import { CRITERIA, type Criterion, MOST_WEIGHT, type Weights } from "../weigh.ts";
import { parties, words } from "../words.ts";
import type { RoundProps } from "./read-round.ts";

/** What is weighed and by how much: one party proposes, the other agrees or proposes something else. */
export function Preparing(props: RoundProps) {
  const { partnership, lang, read, year } = props;
  const { round } = read;
  const agree = useCommand(agreeRound);
  const [refusal, setRefusal] = useState<string>();
  if (round === null)
    return (
      <section className="stack">
        <SectionHeading heading={say(words.whatIsWeighed, lang)} />
        <ProposalForm {...props} />
      </section>
    );
  const proposer = read.parties.find(({ organisationId }) => organisationId === round.proposedBy);
  const isOwn = round.proposedBy === read.weighsFor;
  const yes = async () => {
    const result = await agree.run({ partnership, year, proposedAt: round.proposedAt });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.whatIsWeighed, lang)} />
      <div className={read.weighsFor === null || isOwn ? "sheet stack" : "sheet-turn stack"}>
        <p className="strong">
          {isOwn
            ? say(words.proposedByYou, lang)
            : say(words.proposedByOther, lang, { party: say(parties[proposer?.party ?? "other"], lang) })}
        </p>
        <h3>{say(words.problems, lang)}</h3>
        <ul lang="sv" className="list">
          {round.problemIds.map((id) => (
            <li key={id}>{read.problems.find((problem) => problem.id === id)?.what}</li>
          ))}
        </ul>
        <h3>{say(words.weights, lang)}</h3>
        <Facts
          facts={CRITERIA.map((criterion) => ({
            name: say(criteria[criterion], lang),
            value: round.weights[criterion] ?? say(words.weightLess, lang),
          }))}
        />
        {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
        {read.weighsFor !== null && !isOwn && (
          <div className="row">
            <Button kind="turn" busy={agree.busy} onPress={() => void yes()}>
              {say(words.agree, lang)}
            </Button>
          </div>
        )}
      </div>
      {read.weighsFor !== null && (
        <details>
          <summary>{say(words.proposeOther, lang)}</summary>
          <ProposalForm key={JSON.stringify([round.weights, round.problemIds])} {...props} />
        </details>
      )}
    </section>
  );
}

function ProposalForm({ partnership, lang, read, year }: RoundProps) {
  const { round, before } = read;
  const open = useCommand(openRound);
  const propose = useCommand(proposeRound);
  const offered = read.problems.filter(({ state }) => state === "open");
  const [problemIds, setProblemIds] = useState<readonly string[]>(round?.problemIds ?? offered.map(({ id }) => id));
  // The partnership's weights are those it last agreed on; a round keeps its own copy of them.
  const known = round?.weights ?? before?.weights;
  const [weights, setWeights] = useState<Readonly<Record<Criterion, number>>>(
    () =>
      Object.fromEntries(
        CRITERIA.map((criterion) => [criterion, known === undefined ? 1 : (known[criterion] ?? 0)]),
      ) as Record<Criterion, number>,
  );
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const weighed: Weights = Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight > 0));
    const input = { partnership, year, weights: weighed, problemIds: [...problemIds] };
    const result = await (round === null ? open.run(input) : propose.run(input));
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ChoiceGroup
        many
        label={say(words.problems, lang)}
        value={problemIds}
        onChange={setProblemIds}
        options={offered.map(({ id, what }) => ({ value: id, word: what }))}
      />
      <fieldset className="stack">
        <legend className="field-label">{say(words.weights, lang)}</legend>
        <p className="field-guide">
          {say(words.weightsGuide, lang)}
          {round === null && before !== null && ` ${say(words.weightsBefore, lang, { year: before.year })}`}
        </p>
        <div className="split-even">
          {CRITERIA.map((criterion) => (
            <NumberStepper
              key={criterion}
              lang={lang}
              label={say(words.weight, lang, { criterion: say(criteria[criterion], lang).toLocaleLowerCase(lang) })}
              guide={say(asks[criterion], lang)}
              value={weights[criterion]}
              onChange={(value) => setWeights({ ...weights, [criterion]: value ?? 0 })}
              min={0}
              max={MOST_WEIGHT}
            />
          ))}
        </div>
      </fieldset>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <div className="row">
        <Button type="submit" kind={round === null ? "turn" : "plain"} busy={open.busy || propose.busy}>
          {say(round === null ? words.openRound : words.propose, lang)}
        </Button>
      </div>
    </form>
  );
}
