// Numbers that are shown beside their sum. The reader is taken to know this rule: whatever it hides must be as uncertain to somebody who knows how it was chosen. The proof is
// parts.test.ts, which tries every table of up to four cells; the choice is explained in docs/decisions/0038.
import { discloseCount, FEWEST, type SettledCount } from "../ground/fewest.ts";

export type Parts = { readonly parts: readonly SettledCount[]; readonly total: SettledCount };

const WITHHELD: SettledCount = { shown: "withheld" };
const shown = (value: number): SettledCount => ({ shown: "count", value });

/** Parts with their sum: where nothing can be hidden well enough beside it, the sum is not told either. That a part is none is told. */
export function discloseParts(values: readonly number[], fewest: readonly number[]): Parts {
  const total = values.reduce((sum, value) => sum + value, 0);
  const hidden = hiddenAmong(values, fewest);
  if (hidden !== undefined)
    return { parts: values.map((value, place) => (hidden.has(place) ? WITHHELD : shown(value))), total: shown(total) };
  // One part that is all there is says no more by "fewer than" than by not being told.
  const alone = values.filter((value) => value > 0).length === 1;
  const small = (place: number): SettledCount =>
    alone ? { shown: "fewer-than", than: fewest[place] ?? FEWEST } : WITHHELD;
  const parts = values.map((value, place) => (value === 0 ? shown(0) : small(place)));
  return { parts, total: parts.find((part) => part.shown === "fewer-than") ?? WITHHELD };
}

/** Parts of a whole that is told whatever becomes of them. Then how many of them are none would tell as well: all are withheld. */
export function disclosePartsOf(values: readonly number[], fewest: readonly number[]): readonly SettledCount[] {
  const hidden = hiddenAmong(values, fewest);
  return values.map((value, place) => (hidden === undefined || hidden.has(place) ? WITHHELD : shown(value)));
}

/**
 * One total parted in several ways. Where one of them cannot stand beside it, no other may tell it: all are withheld. What lies in none of the parts that are told is a part too;
 * a way without parts is none.
 */
export function discloseMargins(
  ways: readonly (readonly number[])[],
  total: number,
  fewest: number,
): { readonly parts: readonly (readonly SettledCount[])[]; readonly total: SettledCount } {
  const hidden = ways.map((values) => {
    if (values.length === 0) return new Set<number>();
    const whole = [...values, Math.max(0, total - values.reduce((sum, value) => sum + value, 0))];
    return hiddenAmong(
      whole,
      whole.map(() => fewest),
    );
  });
  const isTold = !hidden.includes(undefined);
  return {
    parts: ways.map((values, way) =>
      values.map((value, place) => (isTold && hidden[way]?.has(place) !== true ? shown(value) : WITHHELD)),
    ),
    total: isTold || total < fewest ? discloseCount(total, fewest) : WITHHELD,
  };
}

/**
 * Which places are hidden, or undefined where all of them must be and their sum as well. The few are hidden, and beside them others in the order they stand, never by how large they are,
 * until what is hidden adds up to enough. Few and others look the same, so that with the same sum each hidden part could be one of the few, of any size:
 * - Where the first two are both hidden, either may be what fills up, few or not: the others may be 1 each, and any one of them `least − 1`.
 * - Where of these the first alone is, it is known to fill up and not to be few, so the sum must have room for that beside any one of the few.
 * Neither depends on how many there are of anything but of all that is hidden together, which is known.
 */
export function hiddenAmong(values: readonly number[], fewest: readonly number[]): ReadonlySet<number> | undefined {
  const least = fewest.reduce((most, one) => Math.max(most, one), FEWEST);
  const places = [...values.keys()].filter((place) => values[place]! > 0);
  const isFew = (place: number) => values[place]! < (fewest[place] ?? FEWEST);
  const hidden = new Set(places.filter(isFew));
  if (hidden.size === 0) return hidden;
  let sum = 0;
  for (const place of hidden) sum += values[place]!;
  const [first = -1, second = -1] = places;
  const isEnough = () =>
    hidden.has(first) && hidden.has(second)
      ? sum >= least + hidden.size - 1
      : !isFew(first) && hidden.has(first) && sum >= 2 * least + hidden.size - 3;
  for (const place of places) {
    if (isEnough()) return hidden;
    if (hidden.has(place)) continue;
    hidden.add(place);
    sum += values[place]!;
  }
  return isEnough() ? hidden : undefined;
}
