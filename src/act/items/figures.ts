// How it goes with the action items (domain.md 4.4): how long an answer takes, how many have an owner, and how many are done within half a year. What still waits is
// counted as waiting for as long as it has, never left out; what was declined or handed on stands among those that are not done.
import { addMonths, type Day, daysBetween } from "../../ground/time.ts";
import { PERCENT_FROM } from "../../picture/counts.ts";

export const ANSWER_DAYS = 42;
export const DONE_MONTHS = 6;

/** Duplicates are counted as what they are the same as. */
export type Counted = {
  readonly registeredOn: Day;
  readonly answeredOn: Day | undefined;
  readonly doneOn: Day | undefined;
  readonly hasOwner: boolean;
};
export type Share = { readonly part: number; readonly of: number };
export type Figures = {
  readonly items: number;
  /** Undefined where so many wait that half have not been answered yet. */
  readonly medianDays: number | undefined;
  readonly answered: number;
  readonly owned: Share;
  /** Of those that have been there so long. */
  readonly inSixWeeks: Share;
  readonly inSixMonths: Share;
};

export function figuresOf(items: readonly Counted[], today: Day): Figures {
  const sixWeeks = items.filter(({ registeredOn }) => daysBetween(registeredOn, today) >= ANSWER_DAYS);
  const halfYear = items.filter(({ registeredOn }) => addMonths(registeredOn, DONE_MONTHS) <= today);
  return {
    items: items.length,
    medianDays: medianDays(items, today),
    answered: items.filter(({ answeredOn }) => answeredOn !== undefined).length,
    owned: { part: items.filter(({ hasOwner }) => hasOwner).length, of: items.length },
    inSixWeeks: {
      part: sixWeeks.filter(({ registeredOn, answeredOn }) => within(registeredOn, answeredOn, ANSWER_DAYS)).length,
      of: sixWeeks.length,
    },
    inSixMonths: {
      part: halfYear.filter(
        ({ registeredOn, doneOn }) => doneOn !== undefined && doneOn <= addMonths(registeredOn, DONE_MONTHS),
      ).length,
      of: halfYear.length,
    },
  };
}

function within(from: Day, to: Day | undefined, days: number): boolean {
  return to !== undefined && daysBetween(from, to) <= days;
}

/**
 * Days until half have their answer (Kaplan and Meier 1958): what waits is known to have waited so long and no longer. Without that, a walk held yesterday
 * would make the answers look slower, and leaving it out would make them look faster.
 */
function medianDays(items: readonly Counted[], today: Day): number | undefined {
  const waited = items.map(({ registeredOn, answeredOn }) => ({
    days: Math.max(0, daysBetween(registeredOn, answeredOn ?? today)),
    isAnswered: answeredOn !== undefined,
  }));
  let waiting = 1;
  for (const days of [...new Set(waited.map((one) => one.days))].toSorted((a, b) => a - b)) {
    const still = waited.filter((one) => one.days >= days).length;
    const answered = waited.filter((one) => one.days === days && one.isAnswered).length;
    waiting *= 1 - answered / still;
    // Half is half, whatever a product of fractions comes to in its last digit.
    if (waiting <= 0.5 + 1e-9) return days;
  }
  return undefined;
}

/** Per cent of ten and more; of fewer only how many of how many. */
export function percentOf({ part, of }: Share): number | undefined {
  return of < PERCENT_FROM ? undefined : Math.round((100 * part) / of);
}
