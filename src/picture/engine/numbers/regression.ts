// Poisson regression with a logarithmic link: what interrupted series, expected counts and comparisons are fitted with (statistics.md section 1).
// Quasi-Poisson is the same fit with wider intervals where counts vary more than chance makes them.
import type { Estimate } from "../../../ground/count.ts";
import { normalQuantile } from "./distributions.ts";

export type Fit = {
  readonly coefficients: Float64Array;
  /** Of the coefficients, at dispersion 1: row by row. */
  readonly unscaledCovariance: readonly Float64Array[];
  readonly fitted: Float64Array;
  /** How much each observation decides its own fitted value. */
  readonly leverages: Float64Array;
  readonly deviance: number;
  /** Pearson's, χ² over degrees of freedom; 1 is what the distribution makes. */
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
  readonly converged: boolean;
};

export type FitOptions = {
  /** Added to the linear predictor: the logarithm of what is exposed. */
  readonly offset?: ArrayLike<number>;
  readonly weights?: ArrayLike<number>;
  /** A negative binomial of this size instead of Poisson: variance = mean + mean² / size (`negativeBinomialFit` finds it). */
  readonly size?: number;
  /** Stops when the deviance changes by less than this of itself; R's 1e-8 where nothing is said. */
  readonly tolerance?: number;
};

/** What was observed varies with columns that do not depend on each other, or the fit has no single answer. */
export class NotFittable extends Error {
  override name = "NotFittable";
}

/**
 * Iteratively reweighted least squares, as R's glm: start at the counts, stop when the deviance hardly changes.
 * `columns` are the explaining variables, the constant included, one array each as long as `counts`.
 */
export function poissonFit(
  counts: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
  { offset, weights, size = Infinity, tolerance = 1e-8 }: FitOptions = {},
): Fit {
  const n = counts.length;
  const p = columns.length;
  const weight = (i: number) => (weights === undefined ? 1 : weights[i]!);
  const off = (i: number) => (offset === undefined ? 0 : offset[i]!);
  const fitted = Float64Array.from({ length: n }, (_, i) => counts[i]! + 0.1);
  const predictor = Float64Array.from(fitted, Math.log);
  let coefficients = new Float64Array(p);
  let deviance = devianceOf(counts, fitted, weight, size);
  let converged = false;
  // What the last step weighed with. R tells dispersion, leverages and covariance by these, not by the fitted values that the step led to.
  const working = new Float64Array(n);
  let inverse: Float64Array[] = [];
  for (let step = 0; step < 50 && !converged; step++) {
    for (let i = 0; i < n; i++) working[i] = (weight(i) * fitted[i]!) / (1 + fitted[i]! / size);
    inverse = information(columns, working);
    const score = new Float64Array(p);
    for (let i = 0; i < n; i++) {
      const response = working[i]! * (predictor[i]! - off(i) + (counts[i]! - fitted[i]!) / fitted[i]!);
      for (let j = 0; j < p; j++) score[j]! += columns[j]![i]! * response;
    }
    coefficients = Float64Array.from({ length: p }, (_, j) => dot(inverse[j]!, score));
    for (let i = 0; i < n; i++) {
      let sum = off(i);
      for (let j = 0; j < p; j++) sum += coefficients[j]! * columns[j]![i]!;
      predictor[i] = sum;
      fitted[i] = Math.max(Math.exp(Math.min(sum, 700)), 1e-300);
    }
    const next = devianceOf(counts, fitted, weight, size);
    converged = Math.abs(next - deviance) / (Math.abs(next) + 0.1) < tolerance;
    deviance = next;
  }
  const leverages = new Float64Array(n);
  let pearson = 0;
  let counted = 0;
  for (let i = 0; i < n; i++) {
    const row = Float64Array.from(columns, (column) => column[i]!);
    leverages[i] =
      working[i]! *
      dot(
        row,
        Float64Array.from(inverse, (line) => dot(line, row)),
      );
    if (weight(i) > 0) counted++;
    pearson += working[i]! * ((counts[i]! - fitted[i]!) / fitted[i]!) ** 2;
  }
  const degreesOfFreedom = counted - p;
  return {
    coefficients,
    unscaledCovariance: inverse,
    fitted,
    leverages,
    deviance,
    dispersion: degreesOfFreedom > 0 ? pearson / degreesOfFreedom : NaN,
    degreesOfFreedom,
    converged,
  };
}

function devianceOf(
  counts: ArrayLike<number>,
  fitted: Float64Array,
  weight: (i: number) => number,
  size: number,
): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const [count, mean] = [counts[i]!, fitted[i]!];
    const spread = size === Infinity ? count - mean : (count + size) * Math.log1p((count - mean) / (mean + size));
    sum += 2 * weight(i) * ((count === 0 ? 0 : count * Math.log(count / mean)) - spread);
  }
  return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** (X'WX)⁻¹ by Cholesky. */
function information(columns: readonly ArrayLike<number>[], weights: Float64Array): Float64Array[] {
  const p = columns.length;
  const matrix = Array.from({ length: p }, () => new Float64Array(p));
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i]!;
    for (let j = 0; j < p; j++) {
      const part = w * columns[j]![i]!;
      for (let k = 0; k <= j; k++) matrix[j]![k]! += part * columns[k]![i]!;
    }
  }
  return inverted(matrix);
}

/** The inverse of a symmetric positive matrix, of which the lower half is read. */
function inverted(matrix: readonly Float64Array[]): Float64Array[] {
  const p = matrix.length;
  const lower = Array.from({ length: p }, () => new Float64Array(p));
  for (let j = 0; j < p; j++)
    for (let k = 0; k <= j; k++) {
      let sum = matrix[j]![k]!;
      for (let m = 0; m < k; m++) sum -= lower[j]![m]! * lower[k]![m]!;
      if (j !== k) lower[j]![k] = sum / lower[k]![k]!;
      else if (sum > 1e-11 * matrix[j]![j]!) lower[j]![j] = Math.sqrt(sum);
      else throw new NotFittable(`column ${j + 1} says nothing that the columns before it do not`);
    }
  const inverse = Array.from({ length: p }, () => new Float64Array(p));
  for (let column = 0; column < p; column++) {
    const half = new Float64Array(p);
    for (let j = column; j < p; j++) {
      let sum = j === column ? 1 : 0;
      for (let m = column; m < j; m++) sum -= lower[j]![m]! * half[m]!;
      half[j] = sum / lower[j]![j]!;
    }
    for (let j = p - 1; j >= 0; j--) {
      let sum = half[j]!;
      for (let m = j + 1; m < p; m++) sum -= lower[m]![j]! * inverse[m]![column]!;
      inverse[j]![column] = sum / lower[j]![j]!;
    }
  }
  return inverse;
}

/** A coefficient as a rate ratio with its 95 % interval. `dispersion` 1 is Poisson; the fit's own is quasi-Poisson. */
export function rateRatioOf(
  fit: Fit,
  place: number,
  dispersion: number,
): Estimate & { readonly lnStandardError: number } {
  const lnStandardError = Math.sqrt(dispersion * fit.unscaledCovariance[place]![place]!);
  const ln = fit.coefficients[place]!;
  const z = normalQuantile(0.975);
  return {
    value: Math.exp(ln),
    low: Math.exp(ln - z * lnStandardError),
    high: Math.exp(ln + z * lnStandardError),
    n: fit.fitted.length,
    method: dispersion === 1 ? "poisson-regression" : "quasi-poisson-regression",
    lnStandardError,
  };
}

/** The mean the fit expects where the explaining variables are these, and its standard error. */
export function expectedAt(
  fit: Fit,
  row: ArrayLike<number>,
  dispersion: number,
  offset = 0,
): { readonly mean: number; readonly standardError: number } {
  const at = Float64Array.from(row);
  const mean = Math.exp(dot(fit.coefficients, at) + offset);
  const variance =
    dispersion *
    dot(
      at,
      Float64Array.from(fit.unscaledCovariance, (line) => dot(line, at)),
    );
  return { mean, standardError: mean * Math.sqrt(variance) };
}

/** Sine and cosine columns of a season: `pairs` harmonics of the period, at the given times. */
export function harmonics(times: ArrayLike<number>, pairs: number, period: number): Float64Array[] {
  return Array.from({ length: pairs }, (_, pair) => pair + 1).flatMap((pair) => [
    Float64Array.from(times, (time) => Math.sin((2 * Math.PI * pair * time) / period)),
    Float64Array.from(times, (time) => Math.cos((2 * Math.PI * pair * time) / period)),
  ]);
}
