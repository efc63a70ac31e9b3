// Differences of the digamma and trigamma functions a whole number apart: what the slope of a negative binomial likelihood is made of. A sum where the number is small, else asymptotic
// series (Abramowitz & Stegun 6.3.18, 6.4.12), so that a city's thousands cost no more than a village's three.

/** Up to here the sum is the faster way. */
const MOST_SUMMED = 40;

/** ψ(x + count) − ψ(x) = Σ 1 / (x + k), k from 0 to count − 1. x above 0, count a whole number. */
export function digammaDifference(x: number, count: number): number {
  if (count <= MOST_SUMMED) {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += 1 / (x + k);
    return sum;
  }
  // Far from zero the series are exact; the first terms are taken one by one until there.
  let [sum, from] = [0, x];
  for (; from < 12; from++) sum += 1 / from;
  return sum + digammaRest(x + count) - digammaRest(from) + Math.log((x + count) / from);
}

/** ψ'(x) − ψ'(x + count) = Σ 1 / (x + k)². */
export function trigammaDifference(x: number, count: number): number {
  if (count <= MOST_SUMMED) {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += 1 / (x + k) ** 2;
    return sum;
  }
  let [sum, from] = [0, x];
  for (; from < 12; from++) sum += 1 / from ** 2;
  return sum + trigammaFar(from) - trigammaFar(x + count);
}

/** ψ(x) − ln x, x at least 12. */
function digammaRest(x: number): number {
  const square = 1 / (x * x);
  return -0.5 / x - square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square / 132))));
}

function trigammaFar(x: number): number {
  const square = 1 / (x * x);
  return (
    1 / x +
    square / 2 +
    (square / x) * (1 / 6 - square * (1 / 30 - square * (1 / 42 - square * (1 / 30 - (square * 5) / 66))))
  );
}
