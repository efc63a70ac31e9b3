// The distributions that the picture's statistics rest on, to full double precision: normal, gamma, beta, Poisson, negative binomial, binomial, Student's t.
// Held to R's own answers (data/reference/dist-r). The packages at hand either fail that or bring hundreds of others with them (statistics.md section 4).

const EPSILON = 2 ** -52;
/** Smaller than this a continued fraction's part counts as nothing, and must not be divided by. */
const TINY = 1e-300;
const HALF_LOG_TWO_PI = 0.918_938_533_204_672_8;
/** Series and continued fractions need some twenty times the square root of the largest shape: enough for shapes of 10¹⁰. */
const MOST_PARTS = 5_000_000;

/** Lanczos coefficients, g = 607/128, n = 15 (Godfrey 2001): relative error below 1e-15 for positive x. */
const LANCZOS = [
  0.999_999_999_999_997_1, 57.156_235_665_862_92, -59.597_960_355_475_49, 14.136_097_974_741_746,
  -0.491_913_816_097_620_2, 0.339_946_499_848_118_9e-4, 0.465_236_289_270_485_8e-4, -0.983_744_753_048_795_6e-4,
  0.158_088_703_224_912_5e-3, -0.210_264_441_724_104_9e-3, 0.217_439_618_115_212_6e-3, -0.164_318_106_536_763_9e-3,
  0.844_182_239_838_527_4e-4, -0.261_908_384_015_814_1e-4, 0.368_991_826_595_316_2e-5,
] as const;

/** ln Γ(x) for x > 0. */
export function lnGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x > 1e5) return stirling(x);
  let sum: number = LANCZOS[0];
  for (let place = LANCZOS.length - 1; place > 0; place--) sum += LANCZOS[place]! / (x + place);
  const shifted = x + 5.242_187_5;
  return (x + 0.5) * Math.log(shifted) - shifted + Math.log((Math.sqrt(2 * Math.PI) * sum) / x);
}

function stirling(x: number): number {
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingRest(x);
}

/** ln n! for whole n ≥ 0. */
export function lnFactorial(n: number): number {
  return n < LN_FACTORIALS.length ? LN_FACTORIALS[n]! : stirling(n + 1);
}
const LN_FACTORIALS = ((): Float64Array => {
  const values = new Float64Array(171);
  let product = 1;
  for (let n = 1; n < values.length; n++) values[n] = Math.log((product *= n));
  return values;
})();

/** What Stirling's formula leaves out of ln Γ(x); x at least 10. */
function stirlingRest(x: number): number {
  const square = 1 / (x * x);
  return (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / x;
}

/** x ln(x / mean) + mean − x without losing digits where x is near the mean (Loader 2000, "bd0"). */
function deviance(x: number, mean: number): number {
  if (x === 0) return mean;
  if (Math.abs(x - mean) < 0.1 * (x + mean)) {
    const ratio = (x - mean) / (x + mean);
    let sum = (x - mean) * ratio;
    let part = 2 * x * ratio;
    for (let odd = 3; odd < 2001; odd += 2) {
      part *= ratio * ratio;
      const next = sum + part / odd;
      if (next === sum) return next;
      sum = next;
    }
  }
  return x * Math.log(x / mean) + mean - x;
}

/** ln of x^a e^−x / Γ(a + 1), with no cancellation at large a (Loader 2000). */
function lnPoissonTerm(a: number, x: number): number {
  if (x === 0) return a === 0 ? 0 : -Infinity;
  if (a < 10) return a * Math.log(x) - x - lnGamma(a + 1);
  return -stirlingRest(a) - deviance(a, x) - HALF_LOG_TWO_PI - 0.5 * Math.log(a);
}

/**
 * The regularised incomplete gamma function P(a, x): the chance that a gamma variable of shape `a` and scale 1 is at most `x`. a > 0, x ≥ 0.
 * Series below a + 1, continued fraction above (Numerical Recipes 6.2).
 */
export function gammaLower(a: number, x: number): number {
  if (!(a > 0) || Number.isNaN(x)) return NaN;
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x);
}

/** Q(a, x) = 1 − P(a, x), exact in the far tail as well. */
export function gammaUpper(a: number, x: number): number {
  if (!(a > 0) || Number.isNaN(x)) return NaN;
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x);
}

function gammaSeries(a: number, x: number): number {
  let sum = 1;
  let part = 1;
  for (let n = a + 1; n < a + MOST_PARTS; n++) {
    part *= x / n;
    sum += part;
    if (part < sum * EPSILON) break;
  }
  return sum * Math.exp(lnPoissonTerm(a, x));
}

/** Lentz's method. */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < MOST_PARTS; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b);
    c = nonZero(b + numerator / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) <= EPSILON) break;
  }
  return fraction * Math.exp(lnPoissonTerm(a, x) + Math.log(a));
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** The x below which a gamma variable of shape `a` and scale 1 falls with chance `p`. */
export function gammaQuantile(p: number, a: number): number {
  if (!(p >= 0 && p <= 1) || !(a > 0)) return NaN;
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  // Wilson & Hilferty's cube; for small shapes the series' first term.
  const z = normalQuantile(p);
  const cube = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  const small = Math.exp((Math.log(p) + lnGamma(a + 1)) / a);
  const first = cube > 0.1 && a > 0.3 ? a * cube ** 3 : small;
  const upper = p >= 0.5;
  return solve((x) => (upper ? gammaUpper(a, x) : gammaLower(a, x)), {
    wanted: upper ? 1 - p : p,
    upper,
    steepness: (x) => Math.exp(lnPoissonTerm(a, x) + Math.log(a)),
    first,
    high: Infinity,
  });
}

/** The regularised incomplete beta function I_x(a, b): the chance that a beta variable is at most `x`. a, b > 0. */
export function betaLower(a: number, b: number, x: number): number {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return NaN;
  if (x <= 0) return 0;
  return x >= 1 ? 1 : betaBelow(a, b, x, 1 - x);
}

/** The same where x and y = 1 − x are both known to full precision, of which subtraction would leave little. */
function betaBelow(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return x < (a + 1) / (a + b + 2) ? betaFraction(a, b, x, y) : 1 - betaFraction(b, a, y, x);
}

/** ln of x^a y^b / B(a, b), by the binomial's saddle point where both are large. */
function lnBetaTerm(a: number, b: number, x: number, y: number): number {
  const [lnX, lnY] = [x < 0.5 ? Math.log(x) : Math.log1p(-y), y < 0.5 ? Math.log(y) : Math.log1p(-x)];
  if (a < 10 || b < 10) return a * lnX + b * lnY - lnBeta(Math.min(a, b), Math.max(a, b));
  const n = a + b;
  return (
    stirlingRest(n) -
    stirlingRest(a) -
    stirlingRest(b) -
    deviance(a, n * x) -
    deviance(b, n * y) -
    HALF_LOG_TWO_PI +
    0.5 * (Math.log(a) + Math.log(b) - Math.log(n))
  );
}

/** ln B(a, b), a the smaller. Where b is large its own ln Γ and the sum's are nearly the same, and their difference is told without them (Didonato & Morris 1992). */
function lnBeta(a: number, b: number): number {
  if (b < 10) return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
  const n = a + b;
  return lnGamma(a) + stirlingRest(b) - stirlingRest(n) - (b - 0.5) * Math.log1p(a / b) - a * Math.log(n) + a;
}

function betaFraction(a: number, b: number, x: number, y: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < MOST_PARTS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) <= EPSILON) break;
  }
  return (Math.exp(lnBetaTerm(a, b, x, y)) * fraction) / a;
}

/** The x below which a beta variable falls with chance `p`. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1) || !(a > 0 && b > 0)) return NaN;
  if (p === 0) return 0;
  if (p === 1) return 1;
  // From the nearer end, so that a quantile close to one keeps its digits too.
  return betaLower(a, b, 0.5) < p ? 1 - betaFromLeft(b, a, 1 - p, p) : betaFromLeft(a, b, p, 1 - p);
}

/** Where so much lies below and so much above. */
function betaFromLeft(a: number, b: number, below: number, above: number): number {
  const upper = above < below;
  return solve((x) => (upper ? betaBelow(b, a, 1 - x, x) : betaBelow(a, b, x, 1 - x)), {
    wanted: upper ? above : below,
    upper,
    steepness: (x) => Math.exp(lnBetaTerm(a, b, x, 1 - x) - Math.log1p(-x)),
    first: a / (a + b),
    high: 1,
  });
}

type Sought = {
  readonly wanted: number;
  /** Whether the tail is what lies above, and so falls. */
  readonly upper: boolean;
  /** How fast the tail changes with the logarithm of x. */
  readonly steepness: (x: number) => number;
  readonly first: number;
  readonly high: number;
};

/**
 * Where a tail is as large as wanted: Newton's method in the logarithms of both, which far out are nearly a line, and that never leaves the bracket. Where a step would, the middle is taken
 * instead (the geometric one when the bracket spans orders of magnitude, since small shapes have their quantiles at 1e-100 and below).
 */
function solve(tail: (x: number) => number, { wanted, upper, steepness, first, high: end }: Sought): number {
  let [x, low, high] = [first, 0, end];
  for (let step = 0; step < 400; step++) {
    const here = tail(x);
    const off = upper ? Math.log(wanted / here) : Math.log(here / wanted);
    if (off === 0) return x;
    if (off > 0) high = x;
    else low = x;
    let next = x * Math.exp((-off * here) / steepness(x));
    if (!(next > low && next < high)) {
      if (high === Infinity) next = x * 2;
      else if (low === 0) next = high / 1024;
      else next = high / low > 4 ? Math.sqrt(low) * Math.sqrt(high) : (low + high) / 2;
    }
    if (Math.abs(next - x) <= 4 * EPSILON * Math.abs(next) || high - low <= 2 * EPSILON * low) return next;
    x = next;
  }
  return x;
}

/** The chance of at most `count` where `mean` is expected. */
export function poissonCdf(count: number, mean: number): number {
  if (count < 0) return 0;
  return mean === 0 ? 1 : gammaUpper(Math.floor(count) + 1, mean);
}

/** The chance of exactly `count` where `mean` is expected. */
export function poissonMass(count: number, mean: number): number {
  return count < 0 || !Number.isInteger(count) ? 0 : Math.exp(lnPoissonTerm(count, mean));
}

/** The chance of `count` or more. */
export function poissonUpper(count: number, mean: number): number {
  if (count <= 0) return 1;
  return mean === 0 ? 0 : gammaLower(Math.ceil(count), mean);
}

/** The least count whose cdf is at least `p`. */
export function poissonQuantile(p: number, mean: number): number {
  if (!(p >= 0 && p <= 1) || !(mean >= 0)) return NaN;
  if (mean === 0) return 0;
  if (p === 1) return Infinity;
  return leastCount((count) => poissonCdf(count, mean) >= p * HAIR, mean + normalQuantile(p) * Math.sqrt(mean));
}

/** The chance of at most `count` for a negative binomial of this mean and size (variance = mean + mean²/size; Poisson where the size is without end). */
export function negativeBinomialCdf(count: number, size: number, mean: number): number {
  if (count < 0) return 0;
  if (size === Infinity) return poissonCdf(count, mean);
  if (mean === 0) return 1;
  if (size > ALMOST_POISSON * (mean + count)) return negativeBinomialSum(Math.floor(count), size, mean);
  return betaBelow(size, Math.floor(count) + 1, size / (size + mean), mean / (size + mean));
}

/** A size so many times the counts: what is left of the beta's fraction there is one less nearly one, and its digits go. */
const ALMOST_POISSON = 100;

/** The nearer tail's chances one by one, from the count outwards, each from the one before. */
function negativeBinomialSum(count: number, size: number, mean: number): number {
  const [x, y] = [size / (size + mean), mean / (size + mean)];
  const massOf = (k: number) => (k === 0 ? Math.exp(size * Math.log1p(-y)) : Math.exp(lnBetaTerm(size, k, x, y)) / k);
  const isLower = count < mean;
  let part = massOf(isLower ? count : count + 1);
  let sum = 0;
  for (let k = isLower ? count : count + 1; part > EPSILON * EPSILON * sum;) {
    sum += part;
    if (isLower) part *= k / (y * (size + k - 1));
    else part *= (y * (size + k)) / (k + 1);
    k += isLower ? -1 : 1;
    if (k < 0) break;
  }
  return isLower ? sum : 1 - sum;
}

/** The least count whose cdf is at least `p`. */
export function negativeBinomialQuantile(p: number, size: number, mean: number): number {
  if (!(p >= 0 && p <= 1) || !(mean >= 0) || !(size > 0)) return NaN;
  if (mean === 0) return 0;
  if (p === 1) return Infinity;
  const guess = mean + normalQuantile(p) * Math.sqrt(mean + (mean * mean) / size);
  return leastCount((count) => negativeBinomialCdf(count, size, mean) >= p * HAIR, guess);
}

/** A chance that is as large but for rounding is large enough: R's fuzz. */
const HAIR = 1 - 8 * EPSILON;

function leastCount(enough: (count: number) => boolean, guess: number): number {
  let high = Math.max(Math.ceil(Number.isFinite(guess) ? guess : 0), 0);
  for (let step = 1; !enough(high); step *= 2) high += step;
  let low = high;
  for (let step = 1; low > 0 && enough(low); step *= 2) low = Math.max(low - step, 0);
  if (low === 0 && enough(0)) return 0;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The chance of at most `count` of `tries` where each succeeds with chance `chance`. */
export function binomialCdf(count: number, tries: number, chance: number): number {
  if (count < 0) return 0;
  return count >= tries ? 1 : betaBelow(tries - Math.floor(count), Math.floor(count) + 1, 1 - chance, chance);
}

/** The chance that a standard normal variable is at most `z`. */
export function normalCdf(z: number): number {
  if (z === 0) return 0.5;
  const tail = gammaUpper(0.5, (z * z) / 2) / 2;
  return z < 0 ? tail : 1 - tail;
}

/** The z below which a standard normal variable falls with chance `p`. Acklam's rational start, then Halley's step to full precision. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p > 0.5) return -normalQuantile(1 - p);
  let z = acklam(p);
  // Nearer to nothing than this a double has too few digits left to correct by.
  if (p < 1e-305) return z;
  for (let step = 0; step < 3; step++) {
    // Near the middle from the middle, so that what is almost nothing keeps its digits.
    const above = p > 0.25 ? 0.5 - p - gammaLower(0.5, (z * z) / 2) / 2 : normalCdf(z) - p;
    const off = above * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2);
    z -= off / (1 + (z * off) / 2);
  }
  return z;
}

function acklam(p: number): number {
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return (
      (((((-7.784894002430293e-3 * q - 0.322_396_458_041_136_5) * q - 2.400_758_277_161_838) * q -
        2.549_732_539_343_734) *
        q +
        4.374_664_141_464_968) *
        q +
        2.938_163_982_698_783) /
      ((((7.784695709041462e-3 * q + 0.322_467_129_070_039_8) * q + 2.445_134_137_142_996) * q +
        3.754_408_661_907_416) *
        q +
        1)
    );
  }
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((-39.696_830_286_653_76 * r + 220.946_098_424_520_5) * r - 275.928_510_446_968_7) * r + 138.357_751_867_269) *
      r -
      30.664_798_066_147_16) *
      r +
      2.506_628_277_459_239) *
      q) /
    (((((-54.476_098_798_224_06 * r + 161.585_836_858_040_9) * r - 155.698_979_859_886_6) * r + 66.801_311_887_719_72) *
      r -
      13.280_681_552_885_72) *
      r +
      1)
  );
}

/** The chance that Student's t with this many degrees of freedom is at most `t`. */
export function studentCdf(t: number, degrees: number): number {
  const [x, y] = [(t * t) / (degrees + t * t), degrees / (degrees + t * t)];
  // From the middle or from the end, whichever is nearer: subtracting the other leaves no digits.
  const tail = x < y ? (1 - betaBelow(0.5, degrees / 2, x, y)) / 2 : betaLower(degrees / 2, 0.5, y) / 2;
  return t < 0 ? tail : 1 - tail;
}

/** The t below which Student's t falls with chance `p`. */
export function studentQuantile(p: number, degrees: number): number {
  if (p > 0.5) return -studentQuantile(1 - p, degrees);
  if (p > 0.25) {
    const x = betaQuantile(1 - 2 * p, 0.5, degrees / 2);
    return x === 0 ? 0 : -Math.sqrt((degrees * x) / (1 - x));
  }
  const y = betaQuantile(2 * p, degrees / 2, 0.5);
  return -Math.sqrt((degrees * (1 - y)) / y);
}

/** The chance that a chi-squared variable with this many degrees of freedom is larger than `x`. */
export function chiSquaredUpper(x: number, degrees: number): number {
  return gammaUpper(degrees / 2, x / 2);
}
