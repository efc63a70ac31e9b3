// The next report asks what the one before it asked, of its own time: each figure anew, to the same chapter and under the same caption. The former's stand as they were, and the two
// are read beside one another (changes.ts).
import { command } from "../../ground/command.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Figure, type FigureWhy, type Found, keyOf, mayWrite, type OnReport, takenIn } from "./figure.ts";
import { notInWork } from "./report-state.ts";

/** A figure of the former report, and what the same question says of the new time. */
export type Anew = { readonly figure: Figure; readonly found: Found | undefined };
export type TakenOver = {
  readonly figures: readonly Figure[];
  /** Of the former's: what has no figure of the new time that both may read. */
  readonly left: readonly Figure[];
};
export type TakeOverWhy = FigureWhy | "situation-nothing-to-take-over";

type WithFigures = { readonly figures: readonly Figure[] };

/** The former's figures that have no counterpart in the same chapter, each question once. */
export function notTakenOver(former: WithFigures | undefined, report: WithFigures): readonly Figure[] {
  const placeOf = (figure: Figure) => `${figure.chapter} ${keyOf(figure)}`;
  const there = new Set(report.figures.map(placeOf));
  return (former?.figures ?? []).filter((figure) => {
    const isNew = !there.has(placeOf(figure));
    there.add(placeOf(figure));
    return isNew;
  });
}

export const takeOver = command({
  event: "situation.figures-taken-over",
  may: mayWrite,
  decide: (
    _input: unknown,
    { report, partnershipId, anew }: OnReport & { readonly anew: readonly Anew[] },
    moment,
  ): Result<TakenOver, Refusal<TakeOverWhy>> => {
    if (report.state !== "draft") return no(notInWork(report));
    const figures = anew.flatMap(({ figure, found }) =>
      found === undefined || found.sharing === "own" ? [] : [takenIn(found, figure, { partnershipId, moment })],
    );
    if (figures.length === 0) return no("situation-nothing-to-take-over");
    const left = anew.flatMap(({ figure, found }) => (found === undefined || found.sharing === "own" ? [figure] : []));
    return yes({ figures, left });
  },
});
