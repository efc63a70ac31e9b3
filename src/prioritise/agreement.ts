// Which sources say the same: everything that has been heard, row by row, by which kinds of source and of how many. Here prioritising begins (journeys.md, journey 10).
import { FEW } from "../collect/series/series.ts";
import { type SampleType, SOURCE_KINDS, type SourceKind } from "../collect/source.ts";
import type { Problem } from "./problem.ts";

/** A question and an adopted report are made of the sources beside them: they are shown, and no source agrees with itself. */
export const SPEAKERS = [...SOURCE_KINDS, "question", "situation"] as const;
export type Speaker = SourceKind | "question" | "situation";

/** One source's word, never added to another's: a drawn sample and those who chose to answer are not the same people. */
export type Word = {
  readonly by: Speaker;
  readonly source: string;
  readonly sampleType: SampleType | null;
  /** How many voices, vehicles or answers; null where the source does not say. */
  readonly n: number | null;
  /** Read by one's own organisation only. */
  readonly own: boolean;
};

/** What a row is of: a coded theme, a problem without one, or what was heard and has not been coded yet. */
export const ROW_KINDS = ["theme", "problem", "notes", "dialogue", "measurement"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** What has been heard before anything is said of whether it agrees. */
export type Heard = {
  readonly about: RowKind;
  readonly id: string;
  /** Empty where notes are known by their category alone. */
  readonly name: string;
  readonly category: string | null;
  /** The newest notes of the row, where it is of notes. */
  readonly noteIds: readonly string[];
  readonly problemIds: readonly string[];
  readonly words: readonly Word[];
};

export const AGREEMENT_WARNINGS = ["few-said", "only-self-selected"] as const;
export type AgreementWarning = (typeof AGREEMENT_WARNINGS)[number];

export type AgreementRow = Omit<Heard, "problemIds"> & {
  readonly problems: readonly Pick<Problem, "slug" | "what" | "state">[];
  /** How many kinds of source say it. */
  readonly kinds: number;
  readonly warnings: readonly AgreementWarning[];
};

/**
 * A row for each thing that was heard, with what the problems made of it rest on beside, and one for each problem that was made of none of it. What has become
 * no problem comes first, and of that what most kinds of source say.
 */
export function agreementOf(
  heard: readonly Heard[],
  problems: readonly Problem[],
  wordsOf: (problem: Problem) => readonly Word[],
): readonly AgreementRow[] {
  const standing = problems.filter(({ state }) => state !== "merged");
  const restsOn = (id: string) => problems.filter((one) => whereItEnds(one, problems).id === id).flatMap(wordsOf);
  const taken = new Set(heard.flatMap(({ problemIds }) => problemIds));
  const alone = standing
    .filter(({ id }) => !taken.has(id))
    .map(({ id, what, category }): Heard => ({
      about: "problem",
      id,
      name: what,
      category,
      noteIds: [],
      problemIds: [id],
      words: [],
    }));
  const rows = [...heard, ...alone].map(({ problemIds, ...row }): AgreementRow => {
    const words = withoutTwice([...row.words, ...problemIds.flatMap(restsOn)]);
    const became = standing.filter(({ id }) => problemIds.includes(id));
    return {
      ...row,
      words,
      problems: became.map(({ slug, what, state }) => ({ slug, what, state })),
      kinds: kindsIn(words),
      warnings: warningsOf(words),
    };
  });
  const voices = ({ words }: AgreementRow) => words.reduce((most, { n }) => Math.max(most, n ?? 0), 0);
  return rows.toSorted(
    (a, b) => Math.sign(a.problems.length) - Math.sign(b.problems.length) || b.kinds - a.kinds || voices(b) - voices(a),
  );
}

/** The problem that this one goes on in, however many times it was joined with another. */
function whereItEnds(problem: Problem, all: readonly Problem[], passed: readonly string[] = []): Problem {
  const into = problem.state === "merged" ? all.find(({ id }) => id === problem.into) : undefined;
  // Two that were joined with each other at the same moment lead nowhere, and not round and round.
  if (into === undefined || passed.includes(into.id)) return problem;
  return whereItEnds(into, all, [...passed, problem.id]);
}

/** A source that is coded to the theme and cited by its problem as well has said it once. */
function withoutTwice(words: readonly Word[]): readonly Word[] {
  return sameTogether(words).map((same) => same.reduce((most, word) => ((word.n ?? 0) > (most.n ?? 0) ? word : most)));
}

const isSame = (a: Word, b: Word) => a.by === b.by && a.source === b.source && a.sampleType === b.sampleType;

function sameTogether(words: readonly Word[]): readonly (readonly [Word, ...Word[]])[] {
  const firsts = words.filter((word, place) => words.findIndex((other) => isSame(other, word)) === place);
  return firsts.map((first) => [first, ...words.filter((word) => word !== first && isSame(word, first))]);
}

/** Notes are voices of their own: as many from one source are that source with the sum of them. */
export function addedUp(notes: readonly Word[]): readonly Word[] {
  return [true, false].flatMap((own) =>
    sameTogether(notes.filter((note) => note.own === own)).map((same) => ({
      ...same[0],
      n: same.reduce((sum, { n }) => sum + (n ?? 1), 0),
    })),
  );
}

const isSource = ({ by }: Word) => by !== "question" && by !== "situation";

function kindsIn(words: readonly Word[]): number {
  return new Set(words.filter(isSource).map(({ by }) => by)).size;
}

function warningsOf(words: readonly Word[]): readonly AgreementWarning[] {
  const sources = words.filter(isSource);
  const known = sources.flatMap(({ n }) => (n === null ? [] : [n]));
  const holds: Readonly<Record<AgreementWarning, boolean>> = {
    "few-said": known.length > 0 && known.every((n) => n < FEW),
    "only-self-selected": kindsIn(words) === 1 && sources.every(({ sampleType }) => sampleType === "self-selected"),
  };
  return AGREEMENT_WARNINGS.filter((warning) => holds[warning]);
}
