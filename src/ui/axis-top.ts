const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10] as const;

/** The top of an axis that starts at zero: the next whole number one can say, at least 1. */
export function axisTop(greatest: number): number {
  if (!(greatest > 1)) return 1;
  const power = 10 ** Math.floor(Math.log10(greatest));
  return STEPS.map((step) => step * power).find((top) => top >= greatest && Number.isInteger(top)) ?? 10 * power;
}

/** Where an axis of what is measured, not counted, may start: the ten below the least of it with some room, and never below zero. */
export function axisStart(least: number): number {
  return Math.max(0, Math.floor((least - 5) / 10) * 10);
}
