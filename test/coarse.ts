/** How many numbers of people in what is told are not told as they are. */
export function coarseIn(told: unknown): number {
  if (typeof told !== "object" || told === null) return 0;
  if ("shown" in told) return told.shown === "count" ? 0 : 1;
  return Object.values(told).reduce<number>((sum, part) => sum + coarseIn(part), 0);
}
