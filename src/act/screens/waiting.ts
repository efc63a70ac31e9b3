// What was logged on this phone and has not been heard of yet: counted in, so that the card says what it will say, and told to wait.
import { sumOfCounts } from "../../ground/count.ts";
import type { OutputOf } from "../../ground/endpoint.ts";
import type { Entry } from "../../platform/browser/storage.ts";
import { correctOccasion, type listActivities, logOccasion, noteDeviation, withdrawDeviation } from "../api.ts";
import type { NewDeviation } from "../deviation.ts";
import type { NewOccasion } from "../occasion.ts";

export type Listed = OutputOf<typeof listActivities>["activities"][number];

/** An activity as it will be when everything has arrived; what waits, and what came back with a no. */
export type OnPhone = {
  readonly activity: Listed;
  readonly waiting: readonly Entry[];
  readonly refused: readonly Entry[];
};

export const isLog = ({ endpoint }: Entry) => endpoint === logOccasion.name;
export const isDeviation = ({ endpoint }: Entry) => endpoint === noteDeviation.name;
/** Asked about once, and saved when it is right. */
export const isDoubt = ({ why }: Pick<Entry, "why">) => why === "unusually-large" || why === "other-party-counted-it";
/** It has no card of one's own any more where it could be mended. */
export const isHomeless = ({ why }: Pick<Entry, "why">) =>
  why === "not-found" || why === "not-yours" || why === "other-party-owns-it";

export function occasionIn(entry: Entry): NewOccasion {
  return entry.input["occasion"] as NewOccasion;
}
export function deviationIn(entry: Entry): NewDeviation {
  return entry.input["deviation"] as NewDeviation;
}

/** Counted against the promise within the period that the card is about. */
export function countsIn({ period }: Pick<Listed, "period">, occasion: { on: string; towardTarget: boolean }): boolean {
  return occasion.towardTarget && occasion.on >= period.from && occasion.on <= period.to;
}

export function onPhone(activity: Listed, entries: readonly Entry[]): OnPhone {
  const ours = entries.filter(({ input, state }) => input["activityId"] === activity.id && state !== "draft");
  const undoes = ({ endpoint }: Entry) => endpoint === correctOccasion.name || endpoint === withdrawDeviation.name;
  const undone = new Set(
    ours
      .filter((entry) => undoes(entry) && entry.state !== "refused")
      .map(({ input }) => input["occasionId"] ?? input["deviationId"]),
  );
  const heard = new Set(activity.occasions.map(({ id }) => id));
  const isUnheard = (entry: Entry) =>
    isLog(entry) && entry.state !== "refused" && !heard.has(entry.id) && !undone.has(entry.id);
  const more = ours.filter(isUnheard).map(occasionIn);
  const less = activity.occasions.filter(({ id, struck }) => struck === null && undone.has(id));
  const changed = (before: Listed["done"], isCounted: (one: { on: string; towardTarget: boolean }) => boolean) => {
    const sum = sumOfCounts([before, ...more.filter(isCounted).map(({ count }) => count)]);
    return { ...sum, value: less.filter(isCounted).reduce((left, { count }) => left - count.value, sum.value) };
  };
  const done = changed(activity.done, (one) => countsIn(activity, one));
  return {
    activity: {
      ...activity,
      done,
      doneInAll: changed(activity.doneInAll, ({ towardTarget }) => towardTarget),
      left: activity.expected === null ? activity.left : Math.max(0, activity.expected - done.value),
    },
    waiting: ours.filter(
      (entry) => !undoes(entry) && !undone.has(entry.id) && (entry.state === "waiting" || entry.state === "sending"),
    ),
    refused: ours.filter(({ state }) => state === "refused"),
  };
}
