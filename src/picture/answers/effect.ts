// Did it help, and could it have been seen?
import { type BeforeAfter, displacementQuotient, rateRatio, weightedDisplacement } from "../engine/before-after.ts";
import { comparedCounts } from "../engine/interval.ts";
import { chanceOfApparentFall, chanceOfSeeing, type Design, smallestVisibleFall } from "../engine/power.ts";
import { inBoth, METHOD_VERSION } from "./basis.ts";
import { sentences } from "./words.ts";

export type EffectWish = {
  readonly treated: BeforeAfter;
  readonly comparison: BeforeAfter;
  readonly surrounding?: BeforeAfter;
  readonly surroundingComparison?: BeforeAfter;
};

/** Did it help? Counts before and after, beside a comparison area. An interval on both sides of no change cannot tell, and says so. */
export function effectAnswer({ treated, comparison, surrounding, surroundingComparison }: EffectWish) {
  const ratio = rateRatio(treated, comparison);
  const told = ratio !== undefined && (ratio.high < 1 || ratio.low > 1);
  const said = !told ? sentences.cannotTell : ratio.high < 1 ? sentences.helped : sentences.worse;
  const n = [treated, comparison, surrounding, surroundingComparison].reduce(
    (sum, one) => sum + (one?.before ?? 0) + (one?.after ?? 0),
    0,
  );
  return {
    n,
    method: "irr-did",
    version: METHOD_VERSION,
    verdict: !told ? "cannot-tell" : ratio.high < 1 ? "fewer" : "more",
    sentence: inBoth(said, ratio === undefined ? {} : { ratio: ratio.value, low: ratio.low, high: ratio.high }),
    ratio,
    displacement: weightedDisplacement(treated, comparison, surrounding, surroundingComparison),
    quotient: surrounding === undefined ? undefined : displacementQuotient(treated, surrounding, comparison),
    /** p that chance alone parts the treated place's two counts so far. */
    beforeAfterP: comparedCounts(treated.before, treated.after),
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
