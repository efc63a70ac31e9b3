import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changePosterior, JEFFREYS, scepticalPrior } from "./change-posterior.ts";
import { gammaQuantile, poissonQuantile } from "../numbers/distributions.ts";
import { chanceOf } from "../numbers/random.ts";

const exposed = (count: number, expected = 1) => ({ count, expected });
const count = fc.integer({ min: 0, max: 80 });

describe("the chance that it has fallen", () => {
  test("is one half where nothing changed, whatever is believed beforehand", () => {
    for (const prior of [JEFFREYS, scepticalPrior({ alpha: 4, level: 1.2 })])
      expect(changePosterior(exposed(17, 2), exposed(17, 2), prior).chanceBelow(1)).toBeCloseTo(0.5, 12);
  });

  // R: pbeta(c / (1 + c), after + .5, before + .5), by hand for whole shapes: I_{1/2}(1, 1) and the binomial sums.
  test.each([
    [0, 0, { shape: 1, rate: 0 }, 1, 0.5],
    [1, 0, { shape: 1, rate: 0 }, 1, 0.75],
    [2, 0, { shape: 1, rate: 0 }, 1, 0.875],
    [1, 1, { shape: 1, rate: 0 }, 0.5, 7 / 27],
    [3, 1, { shape: 1, rate: 1 }, 1, 13 / 16],
  ])("%d before and %d after, with the prior %o, below %d is %d", (before, after, prior, ratio, chance) => {
    const posterior = changePosterior(exposed(before), exposed(after), { ...prior, source: "jeffreys" });
    expect(posterior.chanceBelow(ratio)).toBeCloseTo(chance, 12);
  });

  test("is what drawing the two rates gives", () => {
    const prior = scepticalPrior({ alpha: 3, level: 0.8 });
    const posterior = changePosterior(exposed(12, 10), exposed(7, 11), prior);
    const chance = chanceOf(23, 1);
    const drawn = (shape: number, rate: number) => gammaQuantile(chance.uniform(), shape) / rate;
    let below = 0;
    const rounds = 4000;
    for (let i = 0; i < rounds; i++) if (drawn(10, 11 + 3 / 0.8) / drawn(15, 10 + 3 / 0.8) < 0.8) below++;
    expect(Math.abs(below / rounds - posterior.chanceBelow(0.8))).toBeLessThan(0.025);
  });

  test("turned round is the chance that it has risen, and a sceptic is never surer", () => {
    fc.assert(
      fc.property(count, count, fc.double({ min: 0.2, max: 5, noNaN: true }), (before, after, ratio) => {
        const there = changePosterior(exposed(before, 20), exposed(after, 20));
        const back = changePosterior(exposed(after, 20), exposed(before, 20));
        expect(there.chanceBelow(ratio) + back.chanceBelow(1 / ratio)).toBeCloseTo(1, 9);
        const sceptic = changePosterior(
          exposed(before, 20),
          exposed(after, 20),
          scepticalPrior({ alpha: 30, level: 1 }),
        );
        expect(Math.abs(Math.log(sceptic.median))).toBeLessThanOrEqual(Math.abs(Math.log(there.median)) + 1e-9);
        expect(there.chanceBelow(there.low)).toBeCloseTo(0.025, 9);
        expect(there.chanceBelow(there.high)).toBeCloseTo(0.975, 9);
      }),
      { numRuns: 60 },
    );
  });

  test("is right as often as it says, where rates lie as the prior has them: of those given nine of ten, nine of ten fell", () => {
    const prior = scepticalPrior({ alpha: 4, level: 1 });
    const chance = chanceOf(29, 1);
    const rate = () => gammaQuantile(Math.max(chance.uniform(), 1e-12), 4) / 4;
    let [said, expected, right] = [0, 0, 0];
    for (let i = 0; i < 3000; i++) {
      const [before, after] = [rate(), rate()];
      const draw = (mean: number) => poissonQuantile(chance.uniform(), mean);
      const p = changePosterior(exposed(draw(10 * before), 10), exposed(draw(10 * after), 10), prior).chanceBelow(1);
      if (p < 0.8 || p > 0.97) continue;
      said++;
      expected += p;
      if (after < before) right++;
    }
    expect(said).toBeGreaterThan(200);
    expect(Math.abs(right - expected) / said).toBeLessThan(0.06);
  });
});
