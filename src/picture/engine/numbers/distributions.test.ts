import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../../test/shared-data.ts";
import {
  betaLower,
  betaQuantile,
  binomialCdf,
  chiSquaredUpper,
  gammaLower,
  gammaQuantile,
  gammaUpper,
  lnFactorial,
  lnGamma,
  negativeBinomialCdf,
  negativeBinomialQuantile,
  normalCdf,
  normalQuantile,
  poissonCdf,
  poissonMass,
  poissonQuantile,
  poissonUpper,
  studentCdf,
  studentQuantile,
} from "./distributions.ts";

const REFERENCE = sharedData("reference/dist-r/expected.json");

function worst(pairs: readonly (readonly [got: number, wanted: number])[]): number {
  return Math.max(...pairs.map(([got, wanted]) => Math.abs(got - wanted) / Math.max(Math.abs(wanted), 1e-300)));
}

describe("the distributions", () => {
  test.skipIf(REFERENCE === undefined)(
    "answer as R does on 300 parameter sets: quantiles to 1e-8 (R's p is printed in 15 digits), chances to 1e-11",
    () => {
      type R = Record<"a" | "b" | "p" | "x" | "qgamma" | "qbeta" | "ppois" | "pnb" | "qnorm", number[]>;
      const r = JSON.parse(readFileSync(REFERENCE ?? "", "utf8")) as R;
      const each = (wanted: keyof R, of: (a: number, b: number, p: number, x: number) => number) =>
        worst(r[wanted].map((value, i) => [of(r.a[i]!, r.b[i]!, r.p[i]!, r.x[i]!), value]));
      expect(r.a).toHaveLength(300);
      expect(each("qgamma", (a, _b, p) => gammaQuantile(p, a))).toBeLessThan(1e-8);
      expect(each("qbeta", (a, b, p) => betaQuantile(p, a, b))).toBeLessThan(1e-8);
      expect(each("ppois", (a, _b, _p, x) => poissonCdf(x, a))).toBeLessThan(1e-11);
      expect(each("pnb", (a, b, _p, x) => negativeBinomialCdf(x, b, a))).toBeLessThan(1e-11);
      expect(each("qnorm", (_a, _b, p) => normalQuantile(p))).toBeLessThan(1e-8);
    },
  );

  test.each([
    ["ln Γ(0.5)", lnGamma(0.5), 0.5723649429247001],
    ["ln Γ(1e-10)", lnGamma(1e-10), 23.025850929882733],
    ["ln Γ(1000.5)", lnGamma(1000.5), 5908.674175848678],
    ["ln Γ(1e7)", lnGamma(1e7), 151180949.3694739],
    ["ln 5!", lnFactorial(5), Math.log(120)],
    ["ln 1000!", lnFactorial(1000), 5912.128178488163],
    ["P(Z ≤ 1.96)", normalCdf(1.96), 0.9750021048517795],
    ["P(Z ≤ −10)", normalCdf(-10), 7.61985302416047e-24],
    ["z at 0.975", normalQuantile(0.975), 1.959963984540054],
    ["z at 1e-300", normalQuantile(1e-300), -37.0471],
    ["P(T₃ ≤ 2)", studentCdf(2, 3), 0.9303370157205784],
    ["t₄ at 0.975", studentQuantile(0.975, 4), 2.7764451051977934],
    ["χ²₂ above 5.991", chiSquaredUpper(5.991464547107979, 2), 0.05],
    ["no event where 3 are expected", poissonCdf(0, 3), Math.exp(-3)],
    ["far tail", poissonUpper(100, 20), 3.4888786696896127e-37],
    ["at most 3 of 10 at one half", binomialCdf(3, 10, 0.5), 0.171875],
  ])("%s", (_name, got, wanted) => {
    expect(got / wanted).toBeCloseTo(1, wanted < 0 || Math.abs(wanted) < 1e-30 ? 3 : 10);
  });

  // R 4.2's answers, where digits are easily lost: large counts, small sizes, far tails and next to the middle.
  test.each([
    ["a small shape beside a large one", betaLower(0.5, 1e7, 2.2746821465940186e-8), 0.5000000000000001],
    [
      "thirty million where a million are expected, size 0.01",
      negativeBinomialCdf(31_000_001, 0.01, 1e6),
      0.9911678224211324,
    ],
    ["a gamma's quantile at 1e-300", gammaQuantile(1e-300, 1000), 233.9283642905285],
    ["a beta's quantile at 1e-300", betaQuantile(1e-300, 2, 0.1), 4.264014327112297e-150],
    ["at most a thousand million of as many expected", poissonCdf(1e9, 1e9), 0.5000084104417389],
    ["t₃ at 1e-12", studentQuantile(1e-12, 3), -10331.10824429249],
    ["t₁₀ next to nothing", studentCdf(1e-7, 10) - 0.5, 3.8910838e-8],
    ["z next to the middle", normalQuantile(0.49999999), -2.506628273311623e-8],
    ["z where doubles end", normalQuantile(5e-324), -38.46740561714434],
  ])("%s keeps its digits", (_name, got, wanted) => {
    expect(Math.abs(got / wanted - 1)).toBeLessThan(1e-8);
  });
  test("a chance that is reached exactly is enough, and where nothing is expected nothing comes", () => {
    expect(negativeBinomialQuantile(0.5, 1, 1)).toBe(0);
    expect([poissonQuantile(1, 0), negativeBinomialQuantile(1, 2, 0), poissonQuantile(0.5, 0)]).toEqual([0, 0, 0]);
    expect(negativeBinomialCdf(4, Infinity, 3)).toBe(poissonCdf(4, 3));
  });

  test("an end of the scale is the end, and what has no answer is no number", () => {
    expect([gammaQuantile(0, 2), gammaQuantile(1, 2), betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([
      0,
      Infinity,
      0,
      1,
    ]);
    expect([normalQuantile(0), normalQuantile(1), poissonQuantile(1, 3), poissonCdf(-1, 3)]).toEqual([
      -Infinity,
      Infinity,
      Infinity,
      0,
    ]);
    for (const none of [
      gammaQuantile(-0.1, 2),
      gammaQuantile(0.5, 0),
      betaQuantile(0.5, -1, 2),
      normalQuantile(2),
      lnGamma(-1),
      poissonQuantile(2, 1),
    ])
      expect(none).toBeNaN();
  });

  const shape = fc.double({ min: 0.05, max: 5000, noNaN: true });
  const chance = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
  test("a quantile is where the chance is reached", () => {
    fc.assert(
      fc.property(shape, shape, chance, (a, b, p) => {
        expect(gammaLower(a, gammaQuantile(p, a))).toBeCloseTo(p, 9);
        // Below one half a beta's quantile can lie nearer to 1 than a double can tell.
        const [c, d] = [Math.max(a, 0.5), Math.max(b, 0.5)];
        expect(betaLower(c, d, betaQuantile(p, c, d))).toBeCloseTo(p, 7);
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
      }),
      { numRuns: 300 },
    );
  });
  test("lower and upper are one together, and a count's chances add up", () => {
    fc.assert(
      fc.property(shape, fc.double({ min: 0, max: 6000, noNaN: true }), (a, x) => {
        expect(gammaLower(a, x) + gammaUpper(a, x)).toBeCloseTo(1, 12);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 60, noNaN: true }), fc.integer({ min: 0, max: 80 }), (mean, count) => {
        let sum = 0;
        for (let n = 0; n <= count; n++) sum += poissonMass(n, mean);
        expect(poissonCdf(count, mean)).toBeCloseTo(sum, 10);
        expect(poissonUpper(count + 1, mean)).toBeCloseTo(1 - sum, 10);
      }),
    );
  });
  test("a count's quantile is the least that is enough", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 500, noNaN: true }),
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        chance,
        (mean, size, p) => {
          const poisson = poissonQuantile(p, mean);
          expect(poissonCdf(poisson, mean)).toBeGreaterThanOrEqual(p * (1 - 1e-14));
          expect(poissonCdf(poisson - 1, mean)).toBeLessThan(p);
          const negative = negativeBinomialQuantile(p, size, mean);
          expect(negativeBinomialCdf(negative, size, mean)).toBeGreaterThanOrEqual(p * (1 - 1e-14));
          expect(negativeBinomialCdf(negative - 1, size, mean)).toBeLessThan(p);
        },
      ),
    );
  });

  // A dispersion of a millionth above one gives a size of 1e12: there the cdf was out by 2e-7, and a quantile near a million by one.
  test("a negative binomial count's chances are what a plain sum of them gives, and its quantile with them, also where it is almost Poisson", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 6, noNaN: true }),
        fc.double({ min: -1, max: 7, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (lnMean, lnRatio, p) => {
          const mean = 10 ** lnMean;
          const size = mean * 10 ** lnRatio;
          const { least, cdf } = summed(size, mean);
          const at = cdf.findIndex((chance) => chance >= p);
          expect(negativeBinomialCdf(least + at, size, mean)).toBeCloseTo(cdf[at]!, 9);
          // As near to the step as the sum can be told from it.
          const before = at === 0 ? 0 : cdf[at - 1]!;
          const step = cdf[at]! - before;
          if (step < 1e-7 || before < 1e-6) return;
          for (const near of [1e-3, 0.5, 1 - 1e-3])
            expect(negativeBinomialQuantile(before + step * near, size, mean)).toBe(least + at);
        },
      ),
      { numRuns: 60 },
    );
    const { least, cdf } = summed(1e12, 1e6);
    for (const at of [700, 2500, 5000, 7300, 9000]) {
      const step = cdf[at]! - cdf[at - 1]!;
      if (step < 1e-7) continue;
      expect(negativeBinomialCdf(least + at, 1e12, 1e6)).toBeCloseTo(cdf[at]!, 10);
      for (const near of [1e-4, 1 - 1e-4])
        expect(negativeBinomialQuantile(cdf[at - 1]! + step * near, 1e12, 1e6)).toBe(least + at);
    }
  });
});

/** Every count's chance from its neighbour's, outwards from the likeliest, and all of them made one: it needs no function but division. */
function summed(size: number, mean: number): { readonly least: number; readonly cdf: Float64Array } {
  const y = mean / (size + mean);
  const likeliest = Math.max(0, Math.floor(size > 1 ? (mean * (size - 1)) / size : 0));
  const [below, above] = [[] as number[], [1]];
  for (let k = likeliest; above.at(-1)! > 1e-20; k++) above.push((above.at(-1)! * y * (size + k)) / (k + 1));
  for (let k = likeliest, part = 1; k > 0 && part > 1e-20; k--) {
    part *= k / (y * (size + k - 1));
    below.push(part);
  }
  const all = [...below.toReversed(), ...above];
  const cdf = new Float64Array(all.length);
  let [sum, rest] = [0, 0];
  for (const [i, part] of all.entries()) {
    const more = part + rest;
    rest = more - (sum + more - sum);
    sum += more;
    cdf[i] = sum;
  }
  return { least: likeliest - below.length, cdf: cdf.map((one) => one / sum) };
}
