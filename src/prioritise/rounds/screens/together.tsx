import { useState } from "react";
import { say } from "../../../ground/words.ts";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { RangeField } from "../../../ui/range-field.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { TableTwin } from "../../../ui/table-twin.tsx";
import { TwoDots } from "../../../ui/two-dots.tsx";
import { criteria } from "../criteria.ts";
import type { Given } from "../round.ts";
import {
  type Cell,
  cellsOf,
  type Criterion,
  HIGHEST,
  LOWEST,
  MOST_WEIGHT,
  movedAmong,
  orderOf,
  type Score,
  tipsAt,
  weighedBy,
  type Weights,
} from "../weigh.ts";
import { parties as partyWords, words } from "../words.ts";
import type { InRound } from "./read-round.ts";

/** So many first places are what a change of weights is asked about. */
const FIRST = 3;
type Party = { readonly name: string; readonly scores: readonly Given[] };
type Parties = readonly [Party, Party];

/** «Visa tillsammans»: the two scores side by side, where they disagree first, and what order comes of them. */
export function Together(props: InRound) {
  const { read, lang } = props;
  const [first, second] = (read.together ?? []).map(({ organisationId, scores }) => ({
    name: say(
      partyWords[read.parties.find((party) => party.organisationId === organisationId)?.party ?? "other"],
      lang,
    ),
    scores,
  }));
  if (first === undefined || second === undefined) return null;
  return (
    <>
      <SideBySide {...props} parties={[first, second]} />
      <Order {...props} parties={[first, second]} />
    </>
  );
}

const nameOf = ({ read }: InRound, id: string) => read.problems.find((problem) => problem.id === id)?.what ?? "";

function SideBySide(props: InRound & { parties: Parties }) {
  const { lang, round, parties } = props;
  const [first, second] = parties;
  const cells = cellsOf(round.problemIds, round.weights, [first.scores, second.scores]);
  const apart = cells.filter((cell) => cell.apart);
  const motive = ({ scores }: Party, { problemId, criterion }: Cell) =>
    scores.find((one) => one.problemId === problemId && one.criterion === criterion)?.motive ?? "";
  const told = (party: Party, score: number, cell: Cell) => {
    const why = motive(party, cell);
    return why === "" ? score : <span lang="sv">{`${score}. ${why}`}</span>;
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.together, lang)} />
      <p className="strong">
        {apart.length === 0
          ? say(words.agreed, lang, { cells: cells.length })
          : say(words.apart, lang, { count: apart.length, cells: cells.length })}
      </p>
      <TableTwin
        lang={lang}
        what="chart"
        picture={
          <div className="stack">
            <p className="small quiet">{say(words.twoDots, lang, { first: first.name, second: second.name })}</p>
            {round.problemIds.map((id) => (
              <section key={id} className="stack-tight">
                <h3 lang="sv">{nameOf(props, id)}</h3>
                <TwoDots
                  from={LOWEST}
                  to={HIGHEST}
                  rows={cells
                    .filter(({ problemId }) => problemId === id)
                    .map((cell) => ({
                      ...cell,
                      name: say(criteria[cell.criterion], lang),
                      words: say(cell.apart ? words.scoresApart : words.scores, lang, {
                        first: cell.first,
                        second: cell.second,
                      }),
                    }))}
                />
              </section>
            ))}
          </div>
        }
        table={
          <DataTable
            caption={say(words.togetherCaption, lang)}
            captionHidden
            rows={[...apart, ...cells.filter((cell) => !cell.apart)]}
            rowKey={({ problemId, criterion }) => `${problemId} ${criterion}`}
            columns={[
              {
                head: say(words.problem, lang),
                cell: ({ problemId }) => <span lang="sv">{nameOf(props, problemId)}</span>,
                names: true,
              },
              { head: say(words.criterion, lang), cell: ({ criterion }) => say(criteria[criterion], lang) },
              { head: first.name, cell: (cell) => told(first, cell.first, cell) },
              { head: second.name, cell: (cell) => told(second, cell.second, cell) },
              { head: say(words.gap, lang), cell: (cell) => Math.abs(cell.first - cell.second), number: true },
            ]}
          />
        }
      />
      {apart.length > 0 && (
        <>
          <h3>{say(words.beginHere, lang)}</h3>
          <ul className="list">
            {apart.map((cell) => (
              <li key={`${cell.problemId} ${cell.criterion}`}>
                <div>
                  <p className="strong">
                    <span lang="sv">{nameOf(props, cell.problemId)}</span>: {say(criteria[cell.criterion], lang)}
                  </p>
                  {parties.map((party, place) => (
                    <p key={party.name}>
                      {party.name}: {told(party, place === 0 ? cell.first : cell.second, cell)}
                    </p>
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Each party's order beside the order of both, so that a place in the middle never hides that they stand far apart. */
function Order(props: InRound & { parties: Parties }) {
  const { lang, round, parties } = props;
  const [first, second] = parties;
  const [weights, setWeights] = useState<Weights>(round.weights);
  const ids = round.problemIds;
  const both: readonly Score[] = [...first.scores, ...second.scores];
  const agreed = orderOf(ids, both, round.weights);
  const now = orderOf(ids, both, weights);
  const rankOf = (party: Party, id: string) =>
    orderOf(ids, party.scores, weights).find(({ problemId }) => problemId === id)?.rank ?? 0;
  const isTried = weighedBy(round.weights).some((criterion) => weights[criterion] !== round.weights[criterion]);
  const moved = movedAmong(agreed, now, FIRST);
  const heard = !isTried
    ? say(words.agreedOrder, lang)
    : moved.length === 0
      ? say(ids.length === 1 ? words.onlyOne : words.orderStands, lang, { last: Math.min(FIRST, ids.length) })
      : moved.map((one) => say(words.moves, lang, { ...one, problem: nameOf(props, one.problemId) })).join(" ");
  return (
    <section className="stack">
      <SectionHeading heading={say(words.order, lang)} />
      <DataTable
        caption={say(words.orderCaption, lang)}
        captionHidden
        rows={now}
        rowKey={({ problemId }) => problemId}
        columns={[
          { head: say(words.place, lang), cell: ({ rank }) => rank, number: true },
          {
            head: say(words.problem, lang),
            cell: ({ problemId }) => <span lang="sv">{nameOf(props, problemId)}</span>,
            names: true,
          },
          { head: first.name, cell: ({ problemId }) => rankOf(first, problemId), number: true },
          { head: second.name, cell: ({ problemId }) => rankOf(second, problemId), number: true },
          {
            head: say(words.apartHead, lang),
            cell: ({ problemId }) => {
              const gap = Math.abs(rankOf(first, problemId) - rankOf(second, problemId));
              return gap === 0 ? say(words.samePlace, lang) : say(words.placesApart, lang, { count: gap });
            },
          },
        ]}
      />
      <p role="status" className="strong">
        {heard}
      </p>
      <details>
        <summary>{say(words.whatIf, lang)}</summary>
        <div className="stack">
          <p className="measure">{say(words.whatIfGuide, lang)}</p>
          <div className="split-even">
            {weighedBy(round.weights).map((criterion) => (
              <RangeField
                key={criterion}
                label={say(words.whatIfHeavier, lang, { criterion: lower(criterion, lang) })}
                guide={tips(criterion)}
                min={0}
                max={MOST_WEIGHT}
                value={weights[criterion] ?? 0}
                words={say(words.weightIs, lang, { weight: weights[criterion] ?? 0 })}
                onChange={(weight) => setWeights({ ...weights, [criterion]: weight })}
              />
            ))}
          </div>
          <div className="row">
            <Button onPress={() => setWeights(round.weights)}>{say(words.backToAgreed, lang)}</Button>
          </div>
        </div>
      </details>
    </section>
  );

  function tips(criterion: Criterion): string {
    const { up, down } = tipsAt(ids, both, round.weights, criterion);
    if (up !== undefined && down !== undefined) return say(words.tipsBoth, lang, { up, down });
    if (up !== undefined) return say(words.tipsUp, lang, { up });
    return down === undefined ? say(words.tipsNever, lang, { most: MOST_WEIGHT }) : say(words.tipsDown, lang, { down });
  }
}

const lower = (criterion: Criterion, lang: InRound["lang"]) => say(criteria[criterion], lang).toLocaleLowerCase(lang);
