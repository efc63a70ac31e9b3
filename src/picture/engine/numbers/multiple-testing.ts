// Many questions at once make some answers look surprising by chance alone. These make p-values bear the whole family they were asked in:
// everything that is displayed together, not only what was found (statistics.md 5.1).

export type Adjustment = "bonferroni" | "holm" | "benjamini-hochberg" | "benjamini-yekutieli";

/**
 * p-values as they count when all were tested together; each can be held against the level directly. Order is kept. Benjamini–Hochberg bounds the share of false
 * findings among the findings; Benjamini–Yekutieli does so however the tests hang together; Holm bounds the chance of any false finding at all. What could not be tested (NaN) is no part of the
 * family, and stays NaN.
 */
export function adjusted(p: ArrayLike<number>, by: Adjustment): Float64Array {
  const order = Array.from({ length: p.length }, (_, place) => place)
    .filter((place) => !Number.isNaN(p[place]!))
    .toSorted((a, b) => p[a]! - p[b]!);
  const n = order.length;
  const answer = new Float64Array(p.length).fill(NaN);
  switch (by) {
    case "bonferroni":
      for (const place of order) answer[place] = Math.min(p[place]! * n, 1);
      return answer;
    case "holm": {
      let most = 0;
      for (const [rank, place] of order.entries())
        answer[place] = most = Math.max(most, Math.min(p[place]! * (n - rank), 1));
      return answer;
    }
    case "benjamini-hochberg":
      return stepUp(p, order, 1);
    case "benjamini-yekutieli": {
      let harmonic = 0;
      for (let i = 1; i <= n; i++) harmonic += 1 / i;
      return stepUp(p, order, harmonic);
    }
  }
}

function stepUp(p: ArrayLike<number>, order: readonly number[], factor: number): Float64Array {
  const answer = new Float64Array(p.length).fill(NaN);
  let least = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const place = order[rank - 1]!;
    answer[place] = least = Math.min(least, (p[place]! * factor * order.length) / rank);
  }
  return answer;
}
