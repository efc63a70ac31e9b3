// Did it help, where places began at different times: average effects by group and time, ATT(g, t), of Callaway & Sant'Anna (2021) without covariates, as R's did computes them.
// Every group is compared only with places that have not begun, from the last time before it began itself: a place that began earlier is never taken for an untouched one.
import type { Estimate } from "../../../ground/count.ts";
import { normalQuantile } from "../numbers/distributions.ts";

/** One place: when it began (undefined: never), and its outcome at each of the panel's times. */
export type StaggeredUnit = { readonly firstTreated: number | undefined; readonly outcomes: ArrayLike<number> };
export type StaggeredOptions = {
  /** Those compared with: places that never begin, or also those that have not begun yet. */
  readonly comparison?: "never-treated" | "not-yet-treated";
  /** Before it begins a group is compared with the time just before (`varying`), or always with the last time before it begins. */
  readonly base?: "varying" | "universal";
};

export type StaggeredEffect = Estimate & { readonly standardError: number };
export type GroupTimeEffect = StaggeredEffect & { readonly group: number; readonly time: number };
export type StaggeredResult = {
  readonly effects: readonly GroupTimeEffect[];
  /** All effects after the beginning, each group weighing as many places as it has. */
  readonly simple: StaggeredEffect;
  /** By time since the beginning; before it they should be nothing. `overall` is the mean of those from 0 on. */
  readonly dynamic: {
    readonly byEventTime: readonly (StaggeredEffect & { readonly eventTime: number })[];
    readonly overall: StaggeredEffect;
  };
  /** By when a group began. */
  readonly byGroup: {
    readonly groups: readonly (StaggeredEffect & { readonly group: number })[];
    readonly overall: StaggeredEffect;
  };
  readonly places: number;
  readonly neverTreated: number;
};

/** An effect with how much each place moves it. */
type Part = { readonly value: number; readonly influence: Float64Array };
type GroupTime = Part & { readonly group: number; readonly time: number; readonly share: number };

/**
 * All effects. `times` rise; places that lack an outcome are left out, and so are those that had begun at the first time; those that begin after the last time have not begun.
 * Undefined where there is nobody to compare with or no group that began.
 */
export function staggeredEffects(
  times: readonly number[],
  units: readonly StaggeredUnit[],
  { comparison = "never-treated", base = "varying" }: StaggeredOptions = {},
): StaggeredResult | undefined {
  const last = times.at(-1) ?? -Infinity;
  const kept = units.filter(
    ({ firstTreated, outcomes }) =>
      (firstTreated === undefined || firstTreated > times[0]!) && times.every((_, i) => Number.isFinite(outcomes[i]!)),
  );
  const began = kept.map(({ firstTreated }) =>
    firstTreated === undefined || firstTreated > last ? Infinity : firstTreated,
  );
  const groups = [...new Set(began.filter(Number.isFinite))].toSorted((a, b) => a - b);
  const parts: GroupTime[] = [];
  for (const group of groups)
    for (let i = base === "varying" ? 1 : 0; i < times.length; i++) {
      const from = baseOf(times, i, group, base);
      if (from < 0) continue;
      const untouched = (unit: number) =>
        comparison === "never-treated" ? began[unit] === Infinity : began[unit]! > Math.max(times[i]!, times[from]!);
      const part = changeBeside(kept, began, group, untouched, i, from);
      if (part !== undefined) parts.push({ ...part, group, time: times[i]! });
    }
  if (parts.length === 0) return undefined;
  return {
    effects: parts.map((part) => ({ ...effectOf(part), group: part.group, time: part.time })),
    ...aggregates(parts, began),
    places: kept.length,
    neverTreated: began.filter((one) => one === Infinity).length,
  };
}

/** The place in `times` that a group's outcome at `i` is compared with. */
function baseOf(times: readonly number[], i: number, group: number, base: "varying" | "universal"): number {
  if (base === "varying" && times[i]! < group) return i - 1;
  return times.findLastIndex((time) => time < group);
}

/** Mean change of the group less mean change of the untouched, from one time to another. */
function changeBeside(
  units: readonly StaggeredUnit[],
  began: readonly number[],
  group: number,
  untouched: (unit: number) => boolean,
  to: number,
  from: number,
): (Part & { readonly share: number }) | undefined {
  const change = (unit: number) => units[unit]!.outcomes[to]! - units[unit]!.outcomes[from]!;
  const inGroup = [...units.keys()].filter((unit) => began[unit] === group);
  const beside = [...units.keys()].filter((unit) => began[unit] !== group && untouched(unit));
  if (beside.length === 0) return undefined;
  const mean = (of: readonly number[]) => of.reduce((sum, unit) => sum + change(unit), 0) / of.length;
  const [own, other] = [mean(inGroup), mean(beside)];
  const influence = new Float64Array(units.length);
  for (const unit of inGroup) influence[unit] = (units.length / inGroup.length) * (change(unit) - own);
  for (const unit of beside) influence[unit] = -(units.length / beside.length) * (change(unit) - other);
  return { value: own - other, influence, share: inGroup.length / units.length };
}

function aggregates(parts: readonly GroupTime[], began: readonly number[]) {
  const after = parts.filter(({ group, time }) => time >= group);
  const eventTimes = [...new Set(parts.map(({ group, time }) => time - group))].toSorted((a, b) => a - b);
  const events = eventTimes.map((eventTime) => ({
    eventTime,
    ...byShare(
      parts.filter(({ group, time }) => time - group === eventTime),
      began,
    ),
  }));
  const groups = [...new Set(after.map(({ group }) => group))].map((group) => {
    const own = after.filter((part) => part.group === group);
    return { group, share: own[0]!.share, ...evenly(own) };
  });
  return {
    simple: effectOf(byShare(after, began)),
    dynamic: {
      byEventTime: events.map((event) => ({ ...effectOf(event), eventTime: event.eventTime })),
      overall: effectOf(evenly(events.filter(({ eventTime }) => eventTime >= 0))),
    },
    byGroup: {
      groups: groups.map((one) => ({ ...effectOf(one), group: one.group })),
      overall: effectOf(byShare(groups, began)),
    },
  };
}

function evenly(parts: readonly Part[]): Part {
  return weighed(
    parts,
    parts.map(() => 1 / parts.length),
  );
}

/** The mean weighed by the groups' shares; that the shares are estimated too is part of its uncertainty. */
function byShare(
  parts: readonly (Part & { readonly group: number; readonly share: number })[],
  began: readonly number[],
): Part {
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  const mean = weighed(
    parts,
    parts.map(({ share }) => share / total),
  );
  const influence = mean.influence.map((one, unit) => {
    let [own, all] = [0, 0];
    for (const { group, share, value } of parts) {
      const off = (began[unit] === group ? 1 : 0) - share;
      own += (off / total) * value;
      all += off;
    }
    return one + own - (all * mean.value) / total;
  });
  return { value: mean.value, influence };
}

function weighed(parts: readonly Part[], weights: readonly number[]): Part {
  const influence = new Float64Array(parts[0]?.influence.length ?? 0);
  let value = 0;
  for (const [i, part] of parts.entries()) {
    value += weights[i]! * part.value;
    for (let unit = 0; unit < influence.length; unit++) influence[unit]! += weights[i]! * part.influence[unit]!;
  }
  return { value, influence };
}

/** Standard error √(Σ influence²) / n, as did without bootstrap. */
function effectOf({ value, influence }: Part): StaggeredEffect {
  const n = influence.length;
  const standardError = Math.sqrt(influence.reduce((sum, one) => sum + one * one, 0)) / n;
  const reach = normalQuantile(0.975) * standardError;
  return { value, low: value - reach, high: value + reach, n, method: "att-gt", standardError };
}
