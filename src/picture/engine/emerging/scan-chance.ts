// Whole numbers drawn exactly, for invented maps: nothing here is a normal approximation. Binomial and Poisson by inversion where little is expected and by Hörmann's transformed
// rejection (1993) where much is; hypergeometric by inversion from its mode; one of many by Walker's alias method as Vose builds it.
import { lnFactorial } from "../numbers/distributions.ts";
import { kernelOn, memoryOf } from "../../kernels/kernel.ts";
import { scanWasm } from "../../kernels/scan.wasm.ts";
import { type Chance, chanceOf } from "../numbers/random.ts";

/** A way to draw a place with the chances `weight` gives. `uniform` is from 0 up to 1. */
export function drawer(weight: ArrayLike<number>): (uniform: number) => number {
  const n = weight.length;
  let total = 0;
  for (let i = 0; i < n; i++) total += weight[i]!;
  const share = Float64Array.from({ length: n }, (_, i) => (weight[i]! * n) / total);
  const alias = Int32Array.from({ length: n }, (_, i) => i);
  const [low, high] = [new Int32Array(n), new Int32Array(n)];
  let [lows, highs] = [0, 0];
  for (let i = 0; i < n; i++) {
    if (share[i]! < 1) low[lows++] = i;
    else high[highs++] = i;
  }
  while (lows > 0 && highs > 0) {
    const small = low[--lows]!;
    const large = high[highs - 1]!;
    alias[small] = large;
    share[large] = share[large]! - (1 - share[small]!);
    if (share[large] < 1) {
      highs--;
      low[lows++] = large;
    }
  }
  // What is left over is rounding: of a share that should be one.
  while (lows > 0) share[low[--lows]!] = 1;
  while (highs > 0) share[high[--highs]!] = 1;
  return (uniform) => {
    const at = uniform * n;
    const place = Math.floor(at);
    return at - place < share[place]! ? place : alias[place]!;
  };
}

/** How many of `tries` succeed, each with chance `p`. */
export function binomial(tries: number, p: number, chance: Chance): number {
  if (tries <= 0 || p <= 0) return 0;
  if (p >= 1) return tries;
  if (p > 0.5) return tries - binomial(tries, 1 - p, chance);
  return tries * p < 10 ? binomialByInversion(tries, p, chance) : binomialByRejection(tries, p, chance);
}

function binomialByInversion(tries: number, p: number, chance: Chance): number {
  const odds = p / (1 - p);
  for (;;) {
    let left = chance.uniform();
    let mass = Math.exp(tries * Math.log1p(-p));
    for (let count = 0; count <= tries; count++) {
      if (left < mass) return count;
      left -= mass;
      mass *= (odds * (tries - count)) / (count + 1);
    }
    // Rounding left a crumb beyond the last count: drawn again.
  }
}

/** BTRS. */
function binomialByRejection(tries: number, p: number, chance: Chance): number {
  const odds = p / (1 - p);
  const deviation = Math.sqrt(tries * p * (1 - p));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const middle = tries * p + 0.5;
  const quick = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const mode = Math.floor((tries + 1) * p);
  const atMode = lnFactorial(mode) + lnFactorial(tries - mode);
  for (;;) {
    const u = chance.uniform() - 0.5;
    const v = chance.uniform();
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + middle);
    if (us >= 0.07 && v <= quick) return count;
    if (count < 0 || count > tries || v === 0) continue;
    const accepted = Math.log((v * alpha) / (a / (us * us) + b));
    const mass = atMode - lnFactorial(count) - lnFactorial(tries - count) + (count - mode) * Math.log(odds);
    if (accepted <= mass) return count;
  }
}

/** How many come where `mean` is expected. */
export function poisson(mean: number, chance: Chance): number {
  if (mean <= 0) return 0;
  return mean < 10 ? poissonByInversion(mean, chance) : poissonByRejection(mean, chance);
}

function poissonByInversion(mean: number, chance: Chance): number {
  for (;;) {
    let left = chance.uniform();
    let mass = Math.exp(-mean);
    for (let count = 0; count < 200; count++) {
      if (left < mass) return count;
      left -= mass;
      mass *= mean / (count + 1);
    }
  }
}

/** PTRS. */
function poissonByRejection(mean: number, chance: Chance): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const quick = 0.9277 - 3.6224 / (b - 2);
  const lnMean = Math.log(mean);
  for (;;) {
    const u = chance.uniform() - 0.5;
    const v = chance.uniform();
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= quick) return count;
    if (count < 0 || v === 0 || (us < 0.013 && v > us)) continue;
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= count * lnMean - mean - lnFactorial(count)) return count;
  }
}

/** How many of `drawn` are among the `marked` of `all`, drawn without putting back: the distribution is turned round from its most likely value outwards. */
export function hypergeometric(drawn: number, marked: number, all: number, chance: Chance): number {
  const [least, most] = [Math.max(0, drawn + marked - all), Math.min(drawn, marked)];
  if (least === most) return least;
  const mode = Math.min(Math.max(Math.floor(((drawn + 1) * (marked + 1)) / (all + 2)), least), most);
  const up = (k: number) => ((drawn - k) * (marked - k)) / ((k + 1) * (all - drawn - marked + k + 1));
  // Relative to the mode's chance; the sum of all is found first, then where the drawn share of it lies.
  let sum = 1;
  for (let k = mode, mass = 1; k < most && mass > 1e-17; k++) sum += mass *= up(k);
  for (let k = mode, mass = 1; k > least && mass > 1e-17; k--) sum += mass /= up(k - 1);
  for (;;) {
    let left = chance.uniform() * sum - 1;
    if (left < 0) return mode;
    let [high, low, above, below] = [mode, mode, 1, 1];
    while ((high < most && above > 1e-17) || (low > least && below > 1e-17)) {
      if (high < most && above > 1e-17) {
        above *= up(high++);
        if ((left -= above) < 0) return high;
      }
      if (low > least && below > 1e-17) {
        below /= up(--low);
        if ((left -= below) < 0) return low;
      }
    }
  }
}

type Kernel = { readonly uniforms: (into: number, count: number, seed: number, stream: number) => void };

/** A way to have many numbers from 0 up to 1 at once: the beginning of `chanceOf(seed, stream)`'s uniforms. What is given is overwritten the next time. `kernel` false runs the twin. */
export function uniformsOf(kernel = true): (seed: number, stream: number, count: number) => Float64Array {
  const memory = memoryOf(65_536);
  const compiled = kernel ? (kernelOn(scanWasm, memory) as Kernel | undefined) : undefined;
  return (seed, stream, count) => {
    const missing = count * 8 - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / 65_536));
    const into = new Float64Array(memory.buffer, 0, count);
    if (compiled !== undefined) compiled.uniforms(0, count, seed, stream);
    else {
      const { uniform } = chanceOf(seed, stream);
      for (let i = 0; i < count; i++) into[i] = uniform();
    }
    return into;
  };
}
