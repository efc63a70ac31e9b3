// Weighing: what scores and weights come to. Each party's order stands by itself and beside the other's; together they have an order as well, which never hides
// how far apart they stand. Whole numbers throughout, so that a tie is a tie.

/** By what a problem is weighed (domain.md 3.3). What a public campaign supports is one of them. */
export const CRITERIA = ["frequency", "severity", "spread", "fear", "trend", "influence", "support", "duty"] as const;
export type Criterion = (typeof CRITERIA)[number];
export const LOWEST = 1;
export const HIGHEST = 5;
/** So far apart is to disagree. */
export const APART = 2;
export const MOST_WEIGHT = 10;

/** What is not among them is not weighed at all. */
export type Weights = Readonly<Partial<Record<Criterion, number>>>;
export type Score = { readonly problemId: string; readonly criterion: Criterion; readonly score: number };
export type Weighed = {
  readonly problemId: string;
  /** The weighted sum, a whole number; comparable within one order only. */
  readonly sum: number;
  /** From one; those who tie share it. */
  readonly rank: number;
};

/** The criteria that are weighed by, in their own order. */
export function weighedBy(weights: Weights): readonly Criterion[] {
  return CRITERIA.filter((criterion) => weights[criterion] !== undefined);
}

/** The problems from the heaviest to the lightest, in the order given where they tie. */
export function orderOf(problemIds: readonly string[], scores: readonly Score[], weights: Weights): readonly Weighed[] {
  const sums = problemIds.map((problemId) => ({
    problemId,
    sum: scores.reduce(
      (sum, one) => (one.problemId === problemId ? sum + one.score * (weights[one.criterion] ?? 0) : sum),
      0,
    ),
  }));
  return sums
    .map((one) => ({ ...one, rank: 1 + sums.filter(({ sum }) => sum > one.sum).length }))
    .toSorted((a, b) => b.sum - a.sum);
}

export type Cell = {
  readonly problemId: string;
  readonly criterion: Criterion;
  readonly first: number;
  readonly second: number;
  readonly apart: boolean;
};

/** Every cell that both have scored, in the order of the problems and then of the criteria. */
export function cellsOf(
  problemIds: readonly string[],
  weights: Weights,
  [first, second]: readonly [readonly Score[], readonly Score[]],
): readonly Cell[] {
  const of = (scores: readonly Score[], problemId: string, criterion: Criterion) =>
    scores.find((one) => one.problemId === problemId && one.criterion === criterion)?.score;
  return problemIds.flatMap((problemId) =>
    weighedBy(weights).flatMap((criterion) => {
      const [a, b] = [of(first, problemId, criterion), of(second, problemId, criterion)];
      return a === undefined || b === undefined
        ? []
        : [{ problemId, criterion, first: a, second: b, apart: Math.abs(a - b) >= APART }];
    }),
  );
}

export type Moved = { readonly problemId: string; readonly from: number; readonly to: number };

/** Who has another rank than before among the first so many, then or now. */
export function movedAmong(before: readonly Weighed[], after: readonly Weighed[], first: number): readonly Moved[] {
  return after.flatMap(({ problemId, rank: to }) => {
    const from = before.find((one) => one.problemId === problemId)?.rank ?? to;
    return from !== to && Math.min(from, to) <= first ? [{ problemId, from, to }] : [];
  });
}

/** Those that were chosen though one that was not weighed more. */
export function pastOrder(order: readonly Weighed[], chosenIds: readonly string[]): readonly string[] {
  const best = Math.min(...order.flatMap(({ problemId, rank }) => (chosenIds.includes(problemId) ? [] : [rank])));
  return order.flatMap(({ problemId, rank }) => (chosenIds.includes(problemId) && rank > best ? [problemId] : []));
}

/** The nearest weight, above and below the one it has, at which the order is another; undefined where no weight up to the most does it. */
export function tipsAt(
  problemIds: readonly string[],
  scores: readonly Score[],
  weights: Weights,
  criterion: Criterion,
): { readonly up: number | undefined; readonly down: number | undefined } {
  const now = weights[criterion] ?? 0;
  const before = orderOf(problemIds, scores, weights);
  const isOther = (weight: number) =>
    movedAmong(before, orderOf(problemIds, scores, { ...weights, [criterion]: weight }), problemIds.length).length > 0;
  const upwards = Array.from({ length: MOST_WEIGHT - now }, (_, step) => now + 1 + step);
  const downwards = Array.from({ length: now }, (_, step) => now - 1 - step);
  return { up: upwards.find(isOther), down: downwards.find(isOther) };
}
