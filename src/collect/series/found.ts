// What a file of official statistics says, before it is laid beside what is known: series, their figures, and what could not be read. Every reader gives
// this and nothing else. A figure that is not there says why, and is never a zero (domain.md 8).
import type { Day } from "../../ground/time.ts";
import { shown } from "../imports/import-report.ts";
import type { SeriesArea } from "./area.ts";
import type { Period, Step } from "./period.ts";

export const SERIES_KINDS = ["bra-offences", "bra-indicators", "kolada", "json-stat", "px"] as const;
/** Whose form a file has. */
export type SeriesKind = (typeof SERIES_KINDS)[number];
export const SEXES = ["all", "women", "men"] as const;
export type Sex = (typeof SEXES)[number];
/** preliminary: the source says that it will be revised. revised: the source says that it has been. */
export const STANDINGS = ["final", "preliminary", "revised"] as const;
export type Standing = (typeof STANDINGS)[number];
export const ABSENCES = ["missing", "withheld", "not-applicable"] as const;
/** Why there is no figure. */
export type Absence = (typeof ABSENCES)[number];

export type Figure = {
  readonly value: number | undefined;
  readonly absent: Absence | undefined;
  /** What the source wrote where it gave no figure: "..", "-999". */
  readonly mark: string;
  /** The ends of the source's own 95 % interval, and what the figure rests on, where the source says so. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly n: number | undefined;
  readonly standing: Standing;
};
export type FoundValue = Figure & { readonly from: Day; readonly to: Day };
export type SeriesBreak = { readonly on: Day; readonly why: string };

export type FoundSeries = {
  /** What the source calls it, so that next year's file finds it again. */
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly step: Step;
  readonly area: SeriesArea;
  readonly sex: Sex;
  /** The key of the series this one is a part of ("därav"). */
  readonly partOf: string | undefined;
  /** What one must know before believing it, beside what holds for all of the source. */
  readonly caveat: string;
  readonly breaks: readonly SeriesBreak[];
  readonly values: readonly FoundValue[];
};

/** Who publishes it, on which terms, and what one must know of all of it. */
export type Publisher = {
  readonly name: string;
  readonly method: string;
  readonly caveat: string;
  readonly licence: string;
  readonly url: string;
  readonly sampleType: "total" | "random" | "not-a-sample";
};

/** What was expected where something else stood. Each has its sentence in words.ts. */
export const SERIES_EXPECTATIONS = [
  "a-period",
  "a-figure",
  "an-area",
  "a-key",
  "one-figure-for-each",
  "a-known-sheet",
  "a-heading-with-years",
  "as-many-figures-as-cells",
  "an-interval-around-the-figure",
  "keys-of-the-table",
  "as-many-figures-as-columns",
  "an-end-to-the-rows",
] as const;
export type SeriesExpectation = (typeof SERIES_EXPECTATIONS)[number];
export type SeriesProblem = {
  /** From 1, as an editor counts; in what has no lines the place in the list. */
  readonly line: number;
  /** The sheet or the column. */
  readonly column?: string | undefined;
  readonly read: string;
  readonly expected: SeriesExpectation;
};

export type SeriesFile = {
  readonly kind: SeriesKind;
  readonly publisher: Publisher;
  /** The day the source says the figures are of; undefined where it does not say. */
  readonly asOf: Day | undefined;
  readonly series: readonly FoundSeries[];
  /** At most `PROBLEMS_KEPT`; `unreadable` counts them all. */
  readonly problems: readonly SeriesProblem[];
  readonly unreadable: number;
};

const PROBLEMS_KEPT = 200;

/** A figure that is there. */
export function figure(value: number, more: Partial<Pick<Figure, "low" | "high" | "n" | "standing">> = {}): Figure {
  const { low, high, n, standing = "final" } = more;
  return { value, absent: undefined, mark: "", low, high, n, standing };
}

/** A figure that is not there, by what the source wrote instead. */
export function noFigure(mark: string, standing: Standing = "final"): Figure {
  return { value: undefined, absent: absenceOf(mark), mark, low: undefined, high: undefined, n: undefined, standing };
}

/**
 * The signs of Swedish official statistics: "." cannot occur, ".." is not available or too uncertain to give, x and "Sekretess" are withheld. A dash is none
 * at all, a true zero, in PC-Axis only, and is read there.
 */
function absenceOf(mark: string): Absence {
  if (mark === ".") return "not-applicable";
  return /^(x|c|\.\.c|s|sekretess\w*|private|secret\w*|withheld)$/i.test(mark) ? "withheld" : "missing";
}

/** "1 234,5", also with the blanks of a spreadsheet that do not break; undefined for what is no number. */
export function numberIn(text: string): number | undefined {
  const plain = text
    .replaceAll(/[\s\u00a0\u202f]/g, "")
    .replace(/^[−–](?=\d)/, "-")
    .replace(",", ".");
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}

/** Gathers series while a file is read: figures come one at a time, in any order. */
export function gathering() {
  const series = new Map<string, FoundSeries & { readonly values: FoundValue[] }>();
  const seen = new Map<string, Map<Day, FoundValue>>();
  const problems: SeriesProblem[] = [];
  let unreadable = 0;
  const problem = (line: number, read: unknown, expected: SeriesExpectation, column?: string) => {
    unreadable += 1;
    if (problems.length < PROBLEMS_KEPT) problems.push({ line, column, read: shown(read), expected });
  };
  const add = (line: number, of: Omit<FoundSeries, "values" | "step">, period: Period, value: Figure) => {
    const { low, high } = value;
    // The ends of an interval lie on either side of its figure; otherwise one of the three is misread.
    if (value.value !== undefined && ((low ?? value.value) > value.value || (high ?? value.value) < value.value))
      return problem(line, `${low ?? ""} ${value.value} ${high ?? ""}`, "an-interval-around-the-figure", of.name);
    const place = of.area.code === "" ? of.area.name : of.area.code;
    const which = JSON.stringify([of.key, of.area.kind, place, of.sex, period.step]);
    const values = seen.get(which) ?? new Map<Day, FoundValue>();
    const before = values.get(period.from);
    if (before !== undefined) {
      if (!saysTheSame(before, value)) problem(line, value.value ?? value.mark, "one-figure-for-each", of.name);
      return;
    }
    const kept = { ...value, from: period.from, to: period.to };
    values.set(period.from, kept);
    seen.set(which, values);
    const one = series.get(which);
    if (one === undefined) series.set(which, { ...of, step: period.step, values: [kept] });
    else one.values.push(kept);
  };
  const inOrder = () =>
    [...series.values()].map((one) => ({ ...one, values: one.values.toSorted((a, b) => (a.from < b.from ? -1 : 1)) }));
  return { add, problem, done: () => ({ series: inOrder(), problems, unreadable }) };
}
export type Gathering = ReturnType<typeof gathering>;

/** Numbers are compared, never how they are written: 2239.0 is 2239. */
export function saysTheSame(a: Figure, b: Figure): boolean {
  return (
    a.value === b.value &&
    a.absent === b.absent &&
    a.low === b.low &&
    a.high === b.high &&
    a.n === b.n &&
    a.standing === b.standing
  );
}
