// A series as it is kept: what is counted, where, of whom, over time. Every reading says what its file said; what the series says now is what the readings
// that stand say together. So a reading taken back leaves the series as if it had never been read, whatever was read after it.
import type { Day } from "../../ground/time.ts";
import type { AreaKind, SeriesArea } from "./area.ts";
import { type Figure, saysTheSame, type Sex, type Standing } from "./found.ts";
import type { Step } from "./period.ts";

export type Series = {
  readonly id: string;
  readonly slug: string;
  readonly sourceId: string;
  /** What the source calls it. */
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly step: Step;
  readonly area: SeriesArea;
  readonly sex: Sex;
  readonly partOf: string | undefined;
  readonly caveat: string;
  readonly licence: string;
  /** Who read it in first, and says what it is. */
  readonly organisationId: string;
  readonly example: boolean;
};

/** What one reading said of one period. */
export type Attested = Figure & {
  readonly from: Day;
  readonly to: Day;
  readonly readingId: string;
  /** The partnership's readings in the order they were made. */
  readonly readingNumber: number;
  /** The day the figure is of: the source's own date where the file has one, else the day the file was fetched. */
  readonly asOf: Day;
};

/** Which of two is believed: a final figure before a preliminary one, then the younger, then the one read last. */
export function outranks(a: Attested, b: Attested): boolean {
  const [early, late] = [a.standing === "preliminary", b.standing === "preliminary"];
  if (early !== late) return late;
  return a.asOf === b.asOf ? a.readingNumber > b.readingNumber : a.asOf > b.asOf;
}

/** What is believed of a period, and what was said of it before, the latest last. */
export type Believed = Attested & { readonly before: readonly Attested[] };

/** One a period, in the order of time. Whoever says the same as the one before adds nothing to what was said. */
export function believedOf(attested: readonly Attested[]): readonly Believed[] {
  const periods = new Map<Day, Attested[]>();
  for (const one of attested) periods.set(one.from, [...(periods.get(one.from) ?? []), one]);
  return [...periods.values()]
    .map((of) => {
      const ranked = of.toSorted((a, b) => (outranks(a, b) ? 1 : -1));
      const told = ranked.filter((one, place) => place === 0 || !saysTheSame(one, ranked[place - 1]!));
      const now = told.at(-1)!;
      return { ...now, before: told.slice(0, -1) };
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** Preliminary as its source says; revised where its source says so or has given another figure before. */
export function standingOf({ standing, before, value, absent }: Believed): Standing {
  if (standing !== "final") return standing;
  return before.some((one) => one.standing !== "preliminary" && (one.value !== value || one.absent !== absent))
    ? "revised"
    : "final";
}

/** Counts and bases below this say little: chance alone moves them by a quarter and more from year to year (1/√20; domain.md 6.4). */
export const FEW = 20;

/** Whether chance alone may be behind a difference: a small count, or a share or rate of few. */
export function isFew(
  unit: string,
  { value, n }: { readonly value?: number | undefined; readonly n?: number | undefined },
): boolean {
  if (value === undefined) return false;
  if (n !== undefined) return n < FEW;
  return isCount(unit) && value < FEW;
}

/** A unit that is counted in whole ones, and not per something. */
export function isCount(unit: string): boolean {
  return /^(antal|anmälda brott|amount|number|personer|fall)$/i.test(unit.trim());
}

/** Which series of one measure stands for it in the list: the municipality's own, else the nearest there is. */
export function frontOf<T extends { readonly area: SeriesArea }>(
  series: readonly T[],
  municipalityCode: string,
): T | undefined {
  const rank = ({ area }: T) =>
    area.kind === "municipality" && area.code === municipalityCode ? -1 : NEARNESS[area.kind];
  return series.toSorted((a, b) => rank(a) - rank(b))[0];
}
const NEARNESS: Readonly<Record<AreaKind, number>> = { municipality: 0, area: 1, county: 2, country: 3 };

/** Two series of one measure: the same thing of the same people, in other places. */
export function measureOf({ sourceId, key, sex, step }: Pick<Series, "sourceId" | "key" | "sex" | "step">): string {
  return JSON.stringify([sourceId, key, sex, step]);
}

/** What the same series is known by, whichever file it comes in. */
export function identityOf(one: Pick<Series, "key" | "area" | "sex" | "step">): string {
  const { key, area, sex, step } = one;
  return JSON.stringify([key, area.kind, area.code, area.code === "" ? area.name : "", sex, step]);
}
