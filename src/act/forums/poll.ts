// The questions a youth forum may ask, and what of the answers a class is shown: only how large a part of the group, in words, never fewer than five, never who.

/** How many there are, as one says it without a list. */
export const BANDS = ["10-19", "20-39", "40-59", "60-99", "100-199"] as const;
export type Band = (typeof BANDS)[number];

/** The approved set (domain.md 6.2): what one thinks and knows, four answers each in their order. Never what one has done oneself, nor anybody else. */
export const QUESTIONS = [
  "risk-nicotine",
  "risk-alcohol",
  "norm-nicotine",
  "say-no",
  "help",
  "adults",
  "easy-nicotine",
] as const;
export type Question = (typeof QUESTIONS)[number];
/** How many a forum asks: each is a tap, and «Skicka» is one. */
export const MOST_QUESTIONS = 4;
export const CHOICES = [0, 1, 2, 3] as const;
export type Choice = (typeof CHOICES)[number];

export type Round = "before" | "after";
export const ROUNDS = ["before", "after"] as const satisfies readonly Round[];

export type Cell = {
  readonly round: Round;
  readonly question: Question;
  readonly choice: Choice;
  readonly count: number;
};
export type Answers = Readonly<Record<Round, number>>;

/** Fewer than so many, and whoever sits beside could guess. */
const FEWEST_ANSWERS = 10;
/** Answers that fewer have given are told together with the next. */
const FEWEST_IN_GROUP = 5;

/** How large a part, as one says it. */
export const SHARES = ["few", "quarter", "third", "half", "two-thirds", "three-quarters", "most"] as const;
export type Share = (typeof SHARES)[number];
const UP_TO: readonly (readonly [number, Share])[] = [
  [0.15, "few"],
  [0.29, "quarter"],
  [0.42, "third"],
  [0.58, "half"],
  [0.71, "two-thirds"],
  [0.85, "three-quarters"],
];
export function shareOf(part: number, whole: number): Share {
  return UP_TO.find(([limit]) => part / whole < limit)?.[1] ?? "most";
}

/** Answers from one place to another, told as one. */
type Group = {
  readonly from: Choice;
  readonly to: Choice;
  readonly before: Share | null;
  readonly after: Share | null;
};
type Shown = {
  readonly question: Question;
  /** None where the answers cannot be parted without a few being seen. */
  readonly groups: readonly Group[];
};
type Outcome =
  | { readonly kind: "too-few" }
  | { readonly kind: "too-many" }
  | { readonly kind: "shown"; readonly rounds: readonly Round[]; readonly questions: readonly Shown[] };

/** The most there can be of a band: «20–39» is 39. */
function roofOf(band: Band): number {
  return Number(band.split("-")[1]);
}

/** What the class is shown. Before and after are parted alike, so that they stand side by side. */
export function outcomeOf({
  band,
  questions,
  answers,
  cells,
}: {
  readonly band: Band;
  readonly questions: readonly Question[];
  readonly answers: Answers;
  readonly cells: readonly Cell[];
}): Outcome {
  if (ROUNDS.some((round) => answers[round] > roofOf(band))) return { kind: "too-many" };
  const rounds = ROUNDS.filter((round) => answers[round] >= FEWEST_ANSWERS);
  if (rounds.length === 0 || questions.length === 0) return { kind: "too-few" };
  return { kind: "shown", rounds, questions: questions.map((question) => shown(question, rounds, cells)) };
}

function shown(question: Question, rounds: readonly Round[], cells: readonly Cell[]): Shown {
  const counted = (round: Round) =>
    CHOICES.map(
      (choice) =>
        cells.find((cell) => cell.round === round && cell.question === question && cell.choice === choice)?.count ?? 0,
    );
  // Whoever skipped is not in it, and so many may have that the others are too few.
  const told = rounds
    .map((round) => ({ round, counts: counted(round) }))
    .filter(({ counts }) => sum(counts) >= FEWEST_ANSWERS);
  if (told.length === 0) return { question, groups: [] };
  let groups: readonly (readonly Choice[])[] = CHOICES.map((choice) => [choice]);
  const sizesOf = (group: readonly Choice[]) => told.map(({ counts }) => sum(group.map((choice) => counts[choice]!)));
  const least = (group: readonly Choice[]) => Math.min(...sizesOf(group));
  while (groups.length > 1 && groups.some((group) => least(group) < FEWEST_IN_GROUP)) {
    const place = groups.findIndex((group) => least(group) === Math.min(...groups.map(least)));
    const [left, right] = [groups[place - 1], groups[place + 1]];
    const withLeft = right === undefined || (left !== undefined && least(left) <= least(right));
    const first = withLeft ? place - 1 : place;
    groups = [...groups.slice(0, first), [...groups[first]!, ...groups[first + 1]!], ...groups.slice(first + 2)];
  }
  if (groups.length === 1) return { question, groups: [] };
  const shareIn = (round: Round, group: readonly Choice[]) => {
    const one = told.find((other) => other.round === round);
    return one === undefined ? null : shareOf(sum(group.map((choice) => one.counts[choice]!)), sum(one.counts));
  };
  return {
    question,
    groups: groups.map((group) => ({
      from: group[0]!,
      to: group.at(-1)!,
      before: shareIn("before", group),
      after: shareIn("after", group),
    })),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Of what a page sent: the questions of this forum that were answered, one answer each; what is none is skipped. */
export function readAnswers(
  questions: readonly Question[],
  read: (question: Question) => string | null,
): readonly { readonly question: Question; readonly choice: Choice }[] {
  return questions.flatMap((question) => {
    const choice = CHOICES.find((one) => String(one) === read(question));
    return choice === undefined ? [] : [{ question, choice }];
  });
}

/** So many are taken in of each round: a class that presses twice is told afterwards, and a prank is stopped. */
export function isFull(band: Band, answers: number): boolean {
  return answers >= roofOf(band) * 2;
}
