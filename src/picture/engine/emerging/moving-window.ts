// «Six in a week!», where any week might have been the one: the chance that some moving window of a length holds as many (Naus 1982), so that the week that was looked at because it
// was striking is not judged as if it had been chosen beforehand (Aberdein & Spiegelhalter 2013).
import { poissonCdf, poissonMass } from "../numbers/distributions.ts";

/**
 * The chance of `count` or more in some window, anywhere in `windows` windows laid end to end, where each window holds `mean` events on average and they come independently.
 * `windows` is a number from 2, whole or not; `count` is a whole number from 2. By Naus' product of two and three windows, close to exact.
 */
export function chanceSomewhere(count: number, mean: number, windows: number): number {
  if (mean <= 0) return 0;
  const two = noneInTwo(count, mean);
  const three = noneInThree(count, mean);
  return Math.min(Math.max(1 - two * (three / two) ** (windows - 2), 0), 1);
}

/** P and F of `count − less`, nothing below none. */
const mass = (count: number, less: number, mean: number) => poissonMass(count - less, mean);
const upTo = (count: number, less: number, mean: number) => poissonCdf(count - less, mean);

/** The chance that no window within two laid end to end holds as many (Naus' Q2). */
function noneInTwo(count: number, mean: number): number {
  const here = poissonMass(count, mean);
  return (
    upTo(count, 1, mean) ** 2 -
    (count - 1) * here * mass(count, 2, mean) -
    (count - 1 - mean) * here * upTo(count, 3, mean)
  );
}

/** The same within three (Q3). */
function noneInThree(count: number, mean: number): number {
  const here = poissonMass(count, mean);
  const first = 2 * here * upTo(count, 1, mean) * ((count - 1) * upTo(count, 2, mean) - mean * upTo(count, 3, mean));
  const second =
    0.5 *
    here ** 2 *
    ((count - 1) * (count - 2) * upTo(count, 3, mean) -
      2 * (count - 2) * mean * upTo(count, 4, mean) +
      mean ** 2 * upTo(count, 5, mean));
  let [third, fourth] = [0, 0];
  for (let r = 1; r <= count - 1; r++) third += mass(2 * count, r, mean) * upTo(r, 1, mean) ** 2;
  for (let r = 2; r <= count - 1; r++)
    fourth += mass(2 * count, r, mean) * poissonMass(r, mean) * ((r - 1) * upTo(r, 2, mean) - mean * upTo(r, 3, mean));
  return upTo(count, 1, mean) ** 3 - first + second + third - fourth;
}
