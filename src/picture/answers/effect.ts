// Did it help, and could it have been seen?
import type { Said } from "../../ground/words.ts";
import {
  type BeforeAfter,
  displacementQuotient,
  rateRatio,
  weightedDisplacement,
} from "../engine/effect/before-after.ts";
import { changePosterior, JEFFREYS, scepticalPrior } from "../engine/effect/change-posterior.ts";
import { changeDispersion, placeboTest, together } from "../engine/effect/differences.ts";
import { normalQuantile } from "../engine/numbers/distributions.ts";
import {
  FEWEST_AFTER,
  FEWEST_BEFORE,
  FEWEST_EVENTS_EACH,
  type InterruptedResult,
  interruptedSeries,
  type InterruptedSeries,
  type TooLittle,
  tooLittle,
} from "../engine/effect/interrupted-series.ts";
import { comparedCounts } from "../engine/numbers/interval.ts";
import { chanceOfApparentFall, chanceOfSeeing, type Design, smallestVisibleFall } from "../engine/effect/power.ts";
import { chanceOfSeeingShare, smallestVisibleShare, type SurveyDesign } from "../engine/effect/power-share.ts";
import { NotFittable } from "../engine/numbers/regression.ts";
import type { GammaPrior } from "../engine/numbers/shrinkage.ts";
import { staggeredEffects, type StaggeredOptions, type StaggeredUnit } from "../engine/effect/staggered.ts";
import { FEWEST_FOR_PERCENT, judge, percentChange, type Untold, type Verdict } from "../engine/effect/verdict.ts";
import { type Caveat, caveatsOf, inBoth, METHOD_VERSION } from "./basis.ts";
import { sentences } from "./words.ts";

/** A change this many standard errors large is seen eight times of ten at five per cent. */
const VISIBLE_ERRORS = normalQuantile(0.975) + normalQuantile(0.8);

/** What is wanted, and what is known of the figures. */
type Judging = {
  /** The fall that was aimed at, as a share of one. */
  readonly goal?: number;
  readonly fewerIsBetter?: boolean;
  readonly caveats?: readonly Caveat[];
};

export type EffectWish = Judging & {
  readonly treated: BeforeAfter;
  /** One comparison area, or a pool of them: then their own differences widen the interval, and each plays the treated one. */
  readonly comparison: BeforeAfter | readonly BeforeAfter[];
  readonly surrounding?: BeforeAfter;
  readonly surroundingComparison?: BeforeAfter;
  /** How municipalities lie, and what was to be expected here before and after: what a sceptic starts from. */
  readonly usual?: { readonly prior: GammaPrior; readonly expectedBefore: number; readonly expectedAfter: number };
};

/** Did it help? Counts before and after, beside comparison areas. An interval on both sides of no change cannot tell, unless a change worth having would have shown. */
export function effectAnswer(wish: EffectWish) {
  const { treated, surrounding, surroundingComparison } = wish;
  const pool = "before" in wish.comparison ? [wish.comparison] : wish.comparison;
  const comparison = together(pool);
  const dispersion = changeDispersion(pool);
  const ratio = rateRatio(treated, comparison, dispersion);
  const visible = visibleRatio(treated, comparison, dispersion, ratio);
  const judged = judge({
    counts: [treated.before, treated.after],
    ratio,
    smallestVisibleRatio: visible,
    ...(wish.goal === undefined ? {} : { goal: wish.goal }),
    ...(wish.fewerIsBetter === undefined ? {} : { fewerIsBetter: wish.fewerIsBetter }),
  });
  const n = [treated, comparison, surrounding, surroundingComparison].reduce(
    (sum, one) => sum + (one?.before ?? 0) + (one?.after ?? 0),
    0,
  );
  return {
    n,
    method: pool.length > 1 ? "irr-did-pooled" : "irr-did",
    version: METHOD_VERSION,
    ...judged,
    sentence: effectSentence(judged, ratio, visible),
    caveats: caveatsOf(Math.min(treated.before, treated.after), wish.caveats),
    ratio,
    dispersion,
    percent: percentChange(treated.before, treated.after),
    smallestVisibleRatio: visible,
    placebo: pool.length > 1 ? placeboTest(treated, pool) : undefined,
    displacement: weightedDisplacement(treated, comparison, surrounding, surroundingComparison),
    quotient: surrounding === undefined ? undefined : displacementQuotient(treated, surrounding, comparison),
    /** p that chance alone parts the treated place's two counts so far. */
    beforeAfterP: comparedCounts(treated.before, treated.after),
    posterior: posteriorOf(treated, wish.usual),
  };
}

/** Worked out only where it decides: an interval on one side of no change has been seen already. */
function visibleRatio(
  treated: BeforeAfter,
  comparison: BeforeAfter,
  dispersion: number,
  ratio: { readonly low: number; readonly high: number } | undefined,
): number | undefined {
  if (ratio === undefined || ratio.high < 1 || ratio.low > 1) return undefined;
  return smallestVisibleFall({
    baseline: treated.before,
    comparison: Math.max(comparison.before / treated.before, 0.1),
    dispersion,
  });
}

function effectSentence(
  { because }: { readonly because: Untold | undefined },
  ratio: { readonly value: number; readonly low: number; readonly high: number } | undefined,
  visible: number | undefined,
): Said {
  if (because !== undefined) return untoldSentence(because);
  if (ratio === undefined) return sentences.cannotTell;
  const detail = { ratio: ratio.value, low: ratio.low, high: ratio.high };
  if (ratio.high < 1) return inBoth(sentences.helped, detail);
  if (ratio.low > 1) return inBoth(sentences.worse, detail);
  return inBoth(sentences.noVisibleChange, { percent: Math.round((1 - (visible ?? 0)) * 100) });
}

function untoldSentence(because: Untold): Said {
  switch (because) {
    case "few-events":
      return inBoth(sentences.cannotTellFew, { fewest: FEWEST_FOR_PERCENT });
    case "no-comparison":
      return sentences.cannotTellComparison;
    case "two-points":
      return sentences.cannotTellPoints;
    case "change-too-small-to-see":
      return sentences.cannotTellSmall;
  }
}

/** How likely it is that the place's own rate has fallen, whatever the others did, and what was believed beforehand. */
function posteriorOf(treated: BeforeAfter, usual: EffectWish["usual"]) {
  const posterior = changePosterior(
    { count: treated.before, expected: usual?.expectedBefore ?? 1 },
    { count: treated.after, expected: usual?.expectedAfter ?? 1 },
    usual === undefined ? JEFFREYS : scepticalPrior(usual.prior),
  );
  const { median, low, high, prior } = posterior;
  const [fell, fellMuch] = [posterior.chanceBelow(1), posterior.chanceBelow(0.8)];
  const said = inBoth(sentences.chanceOfFall, { fell: outOf(fell).sv, fellMuch: outOf(fellMuch).sv });
  const english = inBoth(sentences.chanceOfFall, { fell: outOf(fell).en, fellMuch: outOf(fellMuch).en });
  const before = prior.source === "jeffreys" ? sentences.priorUnknown : sentences.priorMunicipalities;
  return {
    chanceOfFall: fell,
    chanceOfFallOverFifth: fellMuch,
    median,
    low,
    high,
    prior,
    sentence: { sv: `${said.sv} ${before.sv}`, en: `${english.en} ${before.en}` },
  };
}

/** A chance as people say it: so many of ten, or of a hundred near the ends; never certain. */
export function outOf(chance: number): Said {
  const tenths = chance >= 0.05 && chance <= 0.95;
  const of = tenths ? 10 : 100;
  const count = Math.min(Math.max(Math.round(chance * of), 1), of - 1);
  return { sv: `${count} av ${of}`, en: `${count} in ${of}` };
}

/** Did the series change when something was done? Refuses what is too short or too empty (statistics.md 5.4). */
export function seriesAnswer(series: InterruptedSeries, wish: Judging = {}) {
  let [before, after] = [0, 0];
  for (let i = 0; i < series.counts.length; i++) {
    if (i < series.firstAfter) before += series.counts[i]!;
    else after += series.counts[i]!;
  }
  const fitted = fittedOf(series);
  const step = fitted.result?.step;
  const visible = step && Math.exp(-VISIBLE_ERRORS * step.lnStandardError);
  const judged: { readonly verdict: Verdict; readonly because: Untold | undefined } =
    fitted.lacks.length > 0
      ? { verdict: "cannot-tell", because: undefined }
      : judge({
          counts: [before, after],
          ratio: step,
          smallestVisibleRatio: visible,
          points: series.counts.length,
          ...(wish.goal === undefined ? {} : { goal: wish.goal }),
          ...(wish.fewerIsBetter === undefined ? {} : { fewerIsBetter: wish.fewerIsBetter }),
        });
  return {
    n: before + after,
    method: step?.method ?? "interrupted-series",
    version: METHOD_VERSION,
    ...judged,
    lacks: fitted.lacks,
    sentence: seriesSentence(fitted.lacks, judged.because, step, visible),
    caveats: caveatsOf(Math.min(before, after), wish.caveats),
    step,
    trendPerYear: fitted.result?.trendPerYear,
    slopeChangePerYear: fitted.result?.slopeChangePerYear,
    dispersion: fitted.result?.dispersion,
    observedAfter: after,
    expectedAfter: fitted.result?.expectedAfter,
    smallestVisibleRatio: visible,
  };
}

function fittedOf(series: InterruptedSeries): {
  readonly lacks: readonly TooLittle[];
  readonly result: InterruptedResult | undefined;
} {
  const lacks = tooLittle(series);
  if (lacks.length > 0) return { lacks, result: undefined };
  try {
    return { lacks, result: interruptedSeries(series) };
  } catch (error) {
    if (error instanceof NotFittable) return { lacks: ["no-fit"], result: undefined };
    throw error;
  }
}

function seriesSentence(
  lacks: readonly TooLittle[],
  because: Untold | undefined,
  step: { readonly value: number; readonly low: number; readonly high: number } | undefined,
  visible: number | undefined,
): Said {
  if (lacks.includes("no-fit")) return sentences.cannotTell;
  if (lacks.length > 0 || step === undefined)
    return inBoth(sentences.cannotTellShort, {
      before: FEWEST_BEFORE,
      after: FEWEST_AFTER,
      events: FEWEST_EVENTS_EACH,
    });
  if (because !== undefined) return untoldSentence(because);
  const detail = { ratio: step.value, low: step.low, high: step.high };
  if (step.high < 1) return inBoth(sentences.seriesHelped, detail);
  if (step.low > 1) return inBoth(sentences.seriesWorse, detail);
  return inBoth(sentences.noVisibleChange, { percent: Math.round((1 - (visible ?? 0)) * 100) });
}

/** Fewer places than this on either side, and their own scatter is not known. */
export const FEWEST_IN_GROUP = 5;

/** Did it help, where places began at different times? `goal` is a change in the outcome's own unit. */
export function staggeredAnswer(
  times: readonly number[],
  units: readonly StaggeredUnit[],
  wish: Judging & StaggeredOptions = {},
) {
  const result = staggeredEffects(times, units, wish);
  const overall = result?.simple;
  const enough =
    result !== undefined &&
    result.neverTreated >= FEWEST_IN_GROUP &&
    result.places - result.neverTreated >= FEWEST_IN_GROUP;
  const visible = overall && VISIBLE_ERRORS * overall.standardError;
  const { fewerIsBetter = true } = wish;
  const verdict = ((): Verdict => {
    if (overall === undefined || !enough) return "cannot-tell";
    if (overall.high < 0) return fewerIsBetter ? "better" : "worse";
    if (overall.low > 0) return fewerIsBetter ? "worse" : "better";
    return wish.goal !== undefined && visible! <= wish.goal ? "no-visible-change" : "cannot-tell";
  })();
  const detail =
    overall === undefined ? {} : { difference: overall.value, low: overall.low, high: overall.high, visible: visible! };
  const said =
    verdict === "cannot-tell"
      ? overall === undefined
        ? sentences.cannotTellComparison
        : sentences.cannotTell
      : verdict === "no-visible-change"
        ? sentences.noVisibleMeanChange
        : overall!.high < 0
          ? sentences.meanFell
          : sentences.meanRose;
  return {
    n: result?.places ?? 0,
    method: "att-gt",
    version: METHOD_VERSION,
    verdict,
    sentence: inBoth(said, detail),
    caveats: caveatsOf(result?.places ?? 0, wish.caveats),
    result,
    smallestVisible: visible,
  };
}

/** What could be seen at all, asked before anything is promised. */
export function powerAnswer(design: Design) {
  const fall = smallestVisibleFall(design);
  return {
    n: design.baseline,
    method: "irr-did-power",
    version: METHOD_VERSION,
    sentence:
      fall === undefined
        ? inBoth(sentences.nothingVisible, {})
        : inBoth(sentences.visibleFall, { percent: (1 - fall) * 100 }),
    smallestVisibleRatio: fall,
    chanceOfSeeing: [0.25, 0.5, 0.75].map((ratio) => ({ ratio, chance: chanceOfSeeing(ratio, design) })),
    chanceOfApparentQuarterFall: chanceOfApparentFall(design.baseline, 0.25),
  };
}

/** The same for a survey: what two rounds with this many answers each could show. */
export function surveyPowerAnswer(design: SurveyDesign) {
  const visible = smallestVisibleShare(design);
  return {
    n: design.perRound,
    method: "share-power",
    version: METHOD_VERSION,
    sentence:
      visible === undefined
        ? sentences.nothingVisibleShare
        : inBoth(sentences.visibleShare, { share: design.share * 100, visible: Math.floor(visible * 1000) / 10 }),
    smallestVisibleShare: visible,
    chanceOfSeeing: [0.5, 0.75].map((ratio) => ({ ratio, chance: chanceOfSeeingShare(design.share * ratio, design) })),
  };
}
