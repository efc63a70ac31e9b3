// The third meeting (domain.md 4.1): point by point the one responsible says what will be done. Good places stand in a list of their own, first.
import type { AnswerKind } from "../observation.ts";
import type { ProtocolRow } from "../walk.ts";

type Point = Pick<ProtocolRow, "kind"> & { readonly answer?: { readonly kind: AnswerKind } | undefined };

/** What is to be answered. */
export function pointsToAnswer<Row extends Point>(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ kind }) => kind !== "positive");
}

/** First what will be done, the noes after. */
const ORDER = ["will-be-done", "investigated", "passed-on", "declined", "already-planned", "done", "waiting"] as const;

/** «14 åtgärdas, 4 utreds …»: how many points got which answer, those without one last; what nobody got is left out. */
export function sumOf(
  points: readonly Point[],
): readonly { readonly kind: AnswerKind | "waiting"; readonly count: number }[] {
  return ORDER.map((kind) => ({
    kind,
    count: points.filter(({ answer }) => (answer?.kind ?? "waiting") === kind).length,
  })).filter(({ count }) => count > 0);
}
