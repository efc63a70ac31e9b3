// «Vad ledde det till?» Which designs the figures can carry and why the others cannot be used, and what the chosen one says: one of four verdicts, with what it takes for granted and what
// would change it (statistics.md 5.4). The picture reckons; here is only asked and judged. That it cannot be known is a normal answer.
import type { Day } from "../../ground/time.ts";
import { addDays } from "../../ground/time.ts";
import type { Words } from "../../ground/words.ts";
import { effectAnswer, outOf, seriesAnswer } from "../../picture/answers/effect.ts";
import { METHOD_VERSION } from "../../picture/answers/basis.ts";
import type { BeforeAfter } from "../../picture/engine/effect/before-after.ts";
import { changePosterior } from "../../picture/engine/effect/change-posterior.ts";
import { type InterruptedSeries, tooLittle } from "../../picture/engine/effect/interrupted-series.ts";
import {
  judged,
  type Measure,
  neededFor,
  PERCENT_FROM,
  type Reading,
  isLikeTime,
  verdictOf,
  type VerdictKind,
  type Wanted,
} from "./outcome.ts";

/** In the order they are offered: what can say most of why comes first. */
export const DESIGNS = ["comparison", "displacement", "interrupted", "small-counts", "before-after"] as const;
export type Design = (typeof DESIGNS)[number];

/** What was counted in a period. */
export type Point = { readonly from: Day; readonly to: Day; readonly count: number };

/** Everything that an answer is reckoned from, and its hash is taken of. */
export type Inputs = {
  readonly measure: Measure;
  readonly wanted: Wanted;
  readonly readings: readonly Reading[];
  /** Of counts and rates: how many were counted, period by period. */
  readonly points: readonly Point[];
  /** The same counted elsewhere. */
  readonly others: readonly { readonly name: string; readonly points: readonly Point[] }[];
  /** Round the place: up to as far again on every side, where events lie at a place that can be drawn. */
  readonly around: readonly Point[] | null;
  readonly breaks: readonly Day[];
  /** The day that what was promised began to be done. */
  readonly began: Day;
};

export const LACKS = [
  "measured-by-measurement",
  "counted-not-measured",
  "nothing-before",
  "nothing-after",
  "few-events",
  "no-comparison",
  "no-surroundings",
  "few-times",
  "no-interval",
  "few-answers",
  "line-broken",
  "other-time",
] as const;
export type Lack = (typeof LACKS)[number];

export type Offer =
  | { readonly design: Design; readonly lacks: null }
  | { readonly design: Design; readonly lacks: Lack; readonly before?: number; readonly after?: number };

export type Why = Lack | "change-too-small";
export type EffectAnswer = {
  readonly design: Design | "none";
  readonly verdict: VerdictKind;
  /** Why nothing can be known. */
  readonly because: Why | null;
  /** What was counted, or the two values, before and after. */
  readonly before: number | null;
  readonly after: number | null;
  readonly n: number | null;
  /** After over before beside the comparison, or the difference; what it is of stands in `of`. */
  readonly estimate: {
    readonly of: "ratio" | "difference";
    readonly value: number;
    readonly low: number;
    readonly high: number;
  } | null;
  /** Of few: how likely a fall is, as people say it. */
  readonly chanceOfFall: { readonly sv: string; readonly en: string } | null;
  readonly assumptions: readonly Assumption[];
  readonly wouldChange: readonly Turn[];
  readonly method: string;
  readonly version: string;
};

/** What is taken for granted, each with its sentence in words.ts. */
export const ASSUMPTIONS = [
  "same-way-measured",
  "others-alike",
  "same-reporting",
  "control-effort",
  "season-alike",
  "nothing-else",
  "not-moved-further",
  "regression-to-mean",
  "self-selection",
  "prior-unknown",
] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];
/** What would change the answer. */
export const TURNS = [
  "longer-time",
  "more-answers",
  "a-comparison",
  "other-comparison",
  "interval-needed",
  "same-question",
  "control-counted",
] as const;
export type Turn = (typeof TURNS)[number];

type Split = {
  readonly before: number;
  readonly after: number;
  readonly times: number;
  readonly from: Day;
  readonly to: Day;
  /** Whether both sides are of the same time of year. */
  readonly likeTimes: boolean;
};

/**
 * Equally many whole periods on each side of the day, the nearest ones, and none from beyond a break. Undefined where there is none on a side.
 */
export function splitAt(points: readonly Point[], began: Day, breaks: readonly Day[]): Split | undefined {
  const inOrder = points.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const broken = (from: Day, to: Day) => breaks.some((day) => day > from && day <= to);
  const before = inOrder.filter(({ from, to }) => to < began && !broken(from, began));
  const last = before.at(-1)?.from ?? began;
  const after = inOrder.filter(({ from, to }) => from >= began && !broken(last, to));
  const times = Math.min(before.length, after.length);
  if (times === 0) return undefined;
  const [old, now] = [before.slice(-times), after.slice(0, times)];
  const sum = (some: readonly Point[]) => some.reduce((all, { count }) => all + count, 0);
  const spanOf = (some: readonly Point[]) => ({ from: some[0]!.from, on: some.at(-1)!.to });
  const likeTimes = isLikeTime(spanOf(old), spanOf(now));
  return { before: sum(old), after: sum(now), times, from: old[0]!.from, to: now.at(-1)!.to, likeTimes };
}

/** The same periods counted somewhere else; undefined where one of them is not known there. */
function alike(
  points: readonly Point[],
  split: Split,
  { points: own, began }: Pick<Inputs, "points" | "began">,
): BeforeAfter | undefined {
  const within = own.filter(({ from, to }) => from >= split.from && to <= split.to && (to < began || from >= began));
  const found = within.map((period) => points.find(({ from, to }) => from === period.from && to === period.to));
  if (found.some((one) => one === undefined)) return undefined;
  const sum = (side: (from: Day) => boolean) =>
    found.reduce((all, one) => all + (one !== undefined && side(one.from) ? one.count : 0), 0);
  return { before: sum((from) => from < began), after: sum((from) => from >= began) };
}

const isCounted = (measure: Measure) => measure === "count" || measure === "rate";

/** Why there is nothing on both sides of the day. */
function emptySide({ points, began, breaks }: Inputs): Lack {
  const [before, after] = [points.some(({ to }) => to < began), points.some(({ from }) => from >= began)];
  if (!before) return "nothing-before";
  if (!after) return "nothing-after";
  return breaks.length > 0 ? "line-broken" : "nothing-after";
}

const TIMES_A_YEAR: readonly (readonly [days: number, times: number])[] = [
  [7, 52],
  [31, 12],
  [92, 4],
];

/** Months, quarters or weeks in an unbroken row, as the picture fits them; undefined where there is no such row. */
function seriesIn({ points, began, breaks }: Inputs): InterruptedSeries | undefined {
  const all = points.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const newest = breaks
    .filter((day) => day <= began)
    .toSorted()
    .at(-1);
  const next = breaks.filter((day) => day > began).toSorted()[0];
  const inOrder = all.filter(
    ({ from, to }) => (newest === undefined || from >= newest) && (next === undefined || to < next),
  );
  if (inOrder.length < 2 || inOrder.some(({ from }, place) => place > 0 && from !== addDays(inOrder[place - 1]!.to, 1)))
    return undefined;
  const firstAfter = inOrder.findIndex(({ from }) => from >= began);
  const [first] = inOrder;
  const days = (Date.parse(first!.to) - Date.parse(first!.from)) / 86_400_000 + 1;
  const timesPerYear = TIMES_A_YEAR.find(([most]) => days <= most)?.[1];
  if (firstAfter < 1 || timesPerYear === undefined) return undefined;
  const month = Number(first!.from.slice(5, 7));
  const firstInYear = timesPerYear === 12 ? month : timesPerYear === 4 ? Math.ceil(month / 3) : 1;
  return {
    counts: inOrder.map(({ count }) => count),
    firstAfter,
    timesPerYear,
    firstInYear,
    harmonicPairs: timesPerYear === 4 ? 1 : 2,
  };
}

/** Each design, and what it lacks: nothing where the figures can carry it. */
export function offersOf(inputs: Inputs): readonly Offer[] {
  return DESIGNS.map((design) => offerOf(design, inputs));
}

function offerOf(design: Design, inputs: Inputs): Offer {
  const lacking = (lacks: Lack, counts: { readonly before?: number; readonly after?: number } = {}): Offer => ({
    design,
    lacks,
    ...counts,
  });
  if (design === "before-after") {
    if (isCounted(inputs.measure)) return lacking("counted-not-measured");
    const verdict = verdictOf(inputs);
    if (verdict.kind !== "cannot-be-known") return { design, lacks: null };
    if (verdict.because === "too-few") {
      const { before, now } = ends(inputs);
      return lacking("few-answers", {
        ...(typeof before?.n === "number" ? { before: before.n } : {}),
        ...(typeof now?.n === "number" ? { after: now.n } : {}),
      });
    }
    return lacking(verdict.because === "no-baseline" ? "nothing-before" : verdict.because);
  }
  if (!isCounted(inputs.measure)) return lacking("measured-by-measurement");
  if (design === "interrupted") {
    const series = seriesIn(inputs);
    return series === undefined || tooLittle(series).length > 0 ? lacking("few-times") : { design, lacks: null };
  }
  const split = splitAt(inputs.points, inputs.began, inputs.breaks);
  if (split === undefined) return lacking(emptySide(inputs));
  if (design === "small-counts" && !split.likeTimes) return lacking("other-time", split);
  if (design === "small-counts")
    return split.before + split.after === 0 ? lacking("few-events", split) : { design, lacks: null };
  const { before, after } = split;
  if (Math.min(before, after) < PERCENT_FROM) return lacking("few-events", { before, after });
  if (comparisonsOf(inputs, split).length === 0) return lacking("no-comparison");
  return design === "displacement" && ringOf(inputs, split) === undefined
    ? lacking("no-surroundings")
    : { design, lacks: null };
}

function ends({ readings }: Pick<Inputs, "readings">) {
  const inOrder = readings.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const before = inOrder.findLast(({ baseline }) => baseline);
  return { before, now: inOrder.findLast(({ on, baseline }) => !baseline && before !== undefined && on > before.on) };
}

const comparisonsOf = (inputs: Inputs, split: Split) =>
  inputs.others.flatMap(({ points }) => alike(points, split, inputs) ?? []);
const ringOf = (inputs: Inputs, split: Split) =>
  inputs.around === null ? undefined : alike(inputs.around, split, inputs);

/** What of the indicator itself weighs on every answer. */
export type Known = {
  readonly controlDependent: boolean;
  /** Those who wished to answered. */
  readonly selfSelected: boolean;
};

/** What the design says. Asked of a design that lacks something, or of none, it cannot be known and says why. */
export function effectOf(inputs: Inputs, chosen: Design | undefined, known: Known): EffectAnswer {
  const offer = chosen === undefined ? undefined : offerOf(chosen, inputs);
  if (offer === undefined || offer.lacks !== null) return untold(inputs, chosen, offer, known);
  switch (offer.design) {
    case "comparison":
    case "displacement":
      return besideOthers(inputs, offer.design, known);
    case "interrupted":
      return interrupted(inputs, known);
    case "small-counts":
      return smallCounts(inputs, known);
    case "before-after":
      return measuredTwice(inputs, known);
  }
}

/** The design that says most of those the figures can carry. */
export function bestOf(offers: readonly Offer[]): Design | undefined {
  return offers.find(({ lacks }) => lacks === null)?.design;
}

function untold(inputs: Inputs, design: Design | undefined, offer: Offer | undefined, known: Known): EffectAnswer {
  const counted = isCounted(inputs.measure);
  const because =
    offer?.lacks ?? (counted ? emptySide(inputs) : (offerOf("before-after", inputs).lacks ?? "nothing-after"));
  const split = counted ? splitAt(inputs.points, inputs.began, inputs.breaks) : undefined;
  const { before, now } = ends(inputs);
  return {
    ...answered(design ?? "none", known, []),
    verdict: "cannot-be-known",
    because,
    before: counted ? (split?.before ?? null) : (before?.value ?? null),
    after: counted ? (split?.after ?? null) : (now?.value ?? null),
    n: counted ? (split === undefined ? null : split.before + split.after) : minOf(before?.n, now?.n),
    wouldChange: turnsFor(because, counted),
  };
}

const minOf = (...all: readonly (number | null | undefined)[]) => {
  const known = all.flatMap((one) => (typeof one === "number" ? [one] : []));
  return known.length === 0 ? null : Math.min(...known);
};

function turnsFor(because: Why, counted: boolean): readonly Turn[] {
  switch (because) {
    case "line-broken":
      return ["same-question"];
    case "no-interval":
      return ["interval-needed"];
    case "few-answers":
      return ["more-answers"];
    case "no-comparison":
      return ["a-comparison"];
    default:
      return counted ? ["longer-time", "a-comparison"] : ["more-answers", "longer-time"];
  }
}

function answered(
  design: Design | "none",
  { controlDependent, selfSelected }: Known,
  assumptions: readonly Assumption[],
) {
  return {
    design,
    because: null,
    estimate: null,
    chanceOfFall: null,
    assumptions: [
      ...assumptions,
      // Places and questions are chosen when they look worst; what looked worst looks better the next time whatever is done.
      "regression-to-mean" as const,
      ...(controlDependent ? (["control-effort"] as const) : []),
      ...(selfSelected ? (["self-selection"] as const) : []),
    ],
    method: design,
    version: METHOD_VERSION,
  };
}

/** An interval of a ratio or a difference: which side of no change it lies on. */
function sideOf(
  { low, high }: { readonly low: number; readonly high: number },
  none: number,
  wanted: Wanted,
): "better" | "worse" | undefined {
  if (low > none) return judged("rose", wanted);
  return high < none ? judged("fell", wanted) : undefined;
}

const own = ({ controlDependent }: Known): readonly Turn[] => (controlDependent ? ["control-counted"] : []);

function besideOthers(inputs: Inputs, design: "comparison" | "displacement", known: Known): EffectAnswer {
  const split = splitAt(inputs.points, inputs.began, inputs.breaks)!;
  const pool = comparisonsOf(inputs, split);
  const ring = design === "displacement" ? ringOf(inputs, split) : undefined;
  const said = effectAnswer({
    treated: split,
    comparison: pool.length === 1 ? pool[0]! : pool,
    ...(ring === undefined ? {} : { surrounding: ring }),
    fewerIsBetter: inputs.wanted !== "up",
  });
  const estimate = ring === undefined ? said.ratio : said.displacement.total;
  const side = estimate === undefined ? undefined : sideOf(estimate, ring === undefined ? 1 : 0, inputs.wanted);
  const isSame = side === undefined && said.verdict === "no-visible-change";
  return {
    ...answered(design, known, [
      "others-alike",
      "same-reporting",
      ...(ring === undefined ? [] : (["not-moved-further"] as const)),
    ]),
    verdict: side ?? (isSame ? "no-clear-change" : "cannot-be-known"),
    because: side === undefined && !isSame ? (estimate === undefined ? "no-comparison" : "change-too-small") : null,
    before: split.before,
    after: split.after,
    n: said.n,
    estimate:
      estimate === undefined
        ? null
        : {
            of: ring === undefined ? "ratio" : "difference",
            value: estimate.value,
            low: estimate.low,
            high: estimate.high,
          },
    wouldChange: ["other-comparison", ...(side === undefined ? (["longer-time"] as const) : []), ...own(known)],
    method: ring === undefined ? said.method : "wdd",
  };
}

function interrupted(inputs: Inputs, known: Known): EffectAnswer {
  const series = seriesIn(inputs)!;
  const said = seriesAnswer(series, { fewerIsBetter: inputs.wanted !== "up" });
  const side = said.step === undefined ? undefined : sideOf(said.step, 1, inputs.wanted);
  const isSame = side === undefined && said.verdict === "no-visible-change";
  const { counts, firstAfter } = series;
  const before = Array.from(counts)
    .slice(0, firstAfter)
    .reduce((all, count) => all + count, 0);
  return {
    ...answered("interrupted", known, ["season-alike", "nothing-else", "same-reporting"]),
    verdict: side ?? (isSame ? "no-clear-change" : "cannot-be-known"),
    because: side === undefined && !isSame ? (said.step === undefined ? "few-times" : "change-too-small") : null,
    before,
    after: said.observedAfter,
    n: said.n,
    estimate:
      said.step === undefined
        ? null
        : { of: "ratio", value: said.step.value, low: said.step.low, high: said.step.high },
    wouldChange: ["a-comparison", ...(side === undefined ? (["longer-time"] as const) : []), ...own(known)],
    method: said.method,
  };
}

function smallCounts(inputs: Inputs, known: Known): EffectAnswer {
  const { before, after, times } = splitAt(inputs.points, inputs.began, inputs.breaks)!;
  const posterior = changePosterior({ count: before, expected: times }, { count: after, expected: times });
  const enough = Math.min(before, after) >= PERCENT_FROM;
  const side = enough ? sideOf(posterior, 1, inputs.wanted) : undefined;
  return {
    ...answered("small-counts", known, ["nothing-else", "same-reporting", "prior-unknown"]),
    verdict: side ?? "cannot-be-known",
    because: side !== undefined ? null : enough ? "change-too-small" : "few-events",
    before,
    after,
    n: before + after,
    estimate: { of: "ratio", value: posterior.median, low: posterior.low, high: posterior.high },
    chanceOfFall: outOf(posterior.chanceBelow(1)),
    wouldChange: ["a-comparison", ...(side === undefined ? (["longer-time"] as const) : []), ...own(known)],
    method: "gamma-poisson",
  };
}

function measuredTwice(inputs: Inputs, known: Known): EffectAnswer {
  const verdict = verdictOf(inputs);
  if (verdict.kind === "cannot-be-known") return untold(inputs, "before-after", undefined, known);
  const { before, now } = verdict;
  return {
    ...answered("before-after", known, ["same-way-measured", "nothing-else"]),
    verdict: verdict.kind,
    before: before.value,
    after: now.value,
    n: minOf(before.n, now.n),
    estimate: {
      of: "difference",
      value: now.value - before.value,
      low: now.low! - before.high!,
      high: now.high! - before.low!,
    },
    wouldChange: [
      "a-comparison",
      ...(verdict.kind === "no-clear-change" ? (["more-answers"] as const) : []),
      ...own(known),
    ],
    method: "intervals-apart",
  };
}

/** Designs whose two numbers are of equally long times in one place, so that they can be set against each other and say what the verdict says. */
const EQUAL_TIMES: ReadonlySet<EffectAnswer["design"]> = new Set(["small-counts", "before-after"] as const);

/** Whether before and after are of equally long times: an interrupted series has as long before and after as there happened to be. */
export const isEven = ({ design }: Pick<EffectAnswer, "design">): boolean => design !== "interrupted";

/**
 * A change in per cent is said only of what has changed, where both times hold at least ten and are as long, and both readings rest on enough. Beside other places
 * it is not said: the verdict is of the difference to them, and the change here may go the other way.
 */
export function percentIn({ design, before, after, n, verdict }: EffectAnswer, measure: Measure): number | undefined {
  if (!EQUAL_TIMES.has(design) || (verdict !== "better" && verdict !== "worse")) return undefined;
  if (before === null || after === null || measure === "share") return undefined;
  const isEnough = Math.min(before, after) >= PERCENT_FROM && (n === null || n >= neededFor(measure));
  return isEnough ? (after / before - 1) * 100 : undefined;
}

/** Vocabularies that words.ts fills in. */
export type EffectWords = {
  readonly assumptions: Words<Assumption>;
  readonly turns: Words<Turn>;
  readonly lacks: Words<Why>;
  readonly designs: Words<Design | "none">;
};
