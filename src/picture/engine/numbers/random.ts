// Chance that can be drawn again: every number is made from a seed, a stream and a counter, so that replicate 417 is the same whoever computes it and in whatever order
// (statistics.md section 3). Philox 2x32 with ten rounds (Salmon et al. 2011), which passes the usual batteries.

const MULTIPLIER = 0xd256d193;
const WEYL = 0x9e3779b9;

export type Chance = {
  /** A whole number from 0 to 2³² − 1. */
  readonly bits: () => number;
  /** From 0 up to, never, 1; 53 bits. */
  readonly uniform: () => number;
  /** A whole number from 0 to `below` − 1, each as likely as the others. */
  readonly below: (below: number) => number;
  /** Puts them in an order that is as likely as every other (Fisher & Yates). */
  readonly shuffle: (values: Int32Array | Uint32Array | Uint16Array | Float64Array) => void;
};

/** The stream of numbers with this name. Two streams of one seed have nothing to do with each other. */
export function chanceOf(seed: number, stream: number): Chance {
  let counter = 0;
  let spare: number | undefined;
  const bits = () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    let left = counter++ >>> 0;
    let right = stream >>> 0;
    let key = seed >>> 0;
    for (let round = 0; round < 10; round++) {
      const low = Math.imul(left, MULTIPLIER) >>> 0;
      const high = highProduct(left, MULTIPLIER);
      left = (high ^ key ^ right) >>> 0;
      right = low;
      key = (key + WEYL) >>> 0;
    }
    spare = right;
    return left;
  };
  const below = (limit: number) => {
    // Numbers past the last whole multiple are thrown away; else the first ones would come a little oftener.
    const fair = 2 ** 32 - (2 ** 32 % limit);
    for (;;) {
      const drawn = bits();
      if (drawn < fair) return drawn % limit;
    }
  };
  return {
    bits,
    uniform: () => ((bits() >>> 5) * 2 ** 26 + (bits() >>> 6)) / 2 ** 53,
    below,
    shuffle: (values) => {
      for (let i = values.length - 1; i > 0; i--) {
        const j = below(i + 1);
        const kept = values[i]!;
        values[i] = values[j]!;
        values[j] = kept;
      }
    },
  };
}

/** The upper 32 bits of a 64-bit product. */
function highProduct(a: number, b: number): number {
  const [aHigh, aLow, bHigh, bLow] = [a >>> 16, a & 0xffff, b >>> 16, b & 0xffff];
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const other = aLow * bHigh + (middle & 0xffff);
  return (aHigh * bHigh + Math.floor(middle / 2 ** 16) + Math.floor(other / 2 ** 16)) >>> 0;
}

/**
 * The share of replicates at least as extreme as what was observed, the observed one counted in: (1 + hits) / (replicates + 1). A tie is a hit: these statistics are discrete,
 * and ties are real. Equal within 1e-9 of itself is equal.
 */
export function rankP(observed: number, replicates: ArrayLike<number>): number {
  const bar = observed - Math.abs(observed) * 1e-9;
  let hits = 0;
  for (let i = 0; i < replicates.length; i++) if (replicates[i]! >= bar) hits++;
  return (1 + hits) / (replicates.length + 1);
}

/**
 * p by a Gumbel distribution fitted to the replicates' maxima by moments (Abrams et al. 2010): reaches further out than the rank can. Maxima that are all the same have no such distribution;
 * then it is the rank's.
 */
export function gumbelP(observed: number, replicates: ArrayLike<number>): number {
  const n = replicates.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += replicates[i]!;
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (replicates[i]! - mean) ** 2;
  if (!(squares > 0)) return rankP(observed, replicates);
  const scale = (Math.sqrt(squares / (n - 1)) * Math.sqrt(6)) / Math.PI;
  const mode = mean - 0.577_215_664_901_532_9 * scale;
  return -Math.expm1(-Math.exp(-(observed - mode) / scale));
}
