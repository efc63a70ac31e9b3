// A promise that runs out (journeys.md 16): spoken of at −180, −90 and −30 days, and ended by the clock when its last day has passed. What ended it is said as it was:
// followed by the next, or only run out, or run out without anybody having told how it went.
import { daysBetween, type Day, type Instant } from "../../ground/time.ts";
import type { Closed, Closing, PledgeDocument, Published } from "../lifecycle.ts";

export const EXPIRY_WARNINGS = [180, 90, 30] as const;
/** From here on strangers are told as well. */
const TOLD_IN_PUBLIC = 90;
/** How many days before; 0 when it has run out. */
export type Warning = (typeof EXPIRY_WARNINGS)[number] | 0;

/** What there is of the promise that follows while nobody can read it yet: nothing, or one that is being prepared or signed. */
export const NEXT = ["none", "begun"] as const;
export type Next = (typeof NEXT)[number] | "published";

/** The narrowest warning that has been reached, 180, 90 or 30 days before; undefined before the first and after the end. */
export function expiryWarning(to: Day, today: Day): (typeof EXPIRY_WARNINGS)[number] | undefined {
  const left = daysBetween(today, to);
  return left < 0 ? undefined : EXPIRY_WARNINGS.findLast((days) => left <= days);
}

/** How far the next promise has come, by the states of those that follow on this one. One that is taken back follows no longer. */
export function nextOf(successors: readonly Pick<PledgeDocument, "state">[]): Next {
  if (successors.some(({ state }) => state === "published" || state === "closed")) return "published";
  return successors.length > 0 ? "begun" : "none";
}

type Standing = {
  readonly to: Day;
  readonly warned: readonly Warning[];
  readonly next: Next;
  /** Somebody has told how it went: a follow-up of it is published. */
  readonly followedUp: boolean;
};
export type Due =
  | { readonly event: "pledge.expiring"; readonly days: (typeof EXPIRY_WARNINGS)[number] }
  | { readonly event: "pledge.closed"; readonly closing: Exclude<Closing, "withdrawn"> };

/** What the clock has to do with a promise in force today. After a time without the clock only what is true now is said, not what was missed. */
export function dueToday({ to, warned, next, followedUp }: Standing, today: Day): Due | undefined {
  if (today > to)
    return {
      event: "pledge.closed",
      closing: next === "published" ? "succeeded" : followedUp ? "expired" : "expired-without-follow-up",
    };
  const days = expiryWarning(to, today);
  // Where the next one can be read already nobody needs to be reminded of it.
  if (days === undefined || next === "published" || warned.includes(days)) return undefined;
  return { event: "pledge.expiring", days };
}

/** The promise as it stands when the clock has ended it. Nobody decides it: the day was signed. */
export function ended(document: Published, closing: Closing, at: Instant): Closed {
  return { ...document, state: "closed", closedAt: at, closing };
}

export type Expiry = { readonly to: Day; readonly next: (typeof NEXT)[number] };

type StaffExpiry = Expiry & {
  readonly daysLeft: number;
  /** Null while it is in force. */
  readonly closing: Closing | null;
};

/** What those who work in the partnership are told of a promise; undefined where there is nothing to say, or the next one can be read. */
export function staffExpiry(document: PledgeDocument, next: Next, today: Day): StaffExpiry | undefined {
  const to = document.content.period.to?.on;
  if (to === undefined || next === "published") return undefined;
  const told = (closing: Closing | null) => ({ to, daysLeft: daysBetween(today, to), closing, next });
  if (document.state === "published") return expiryWarning(to, today) === undefined ? undefined : told(null);
  return document.state === "closed" && ranOut(document.closing) ? told(document.closing) : undefined;
}

const ranOut = (closing: Closing | null) => closing === "expired" || closing === "expired-without-follow-up";

/** What strangers are told of a promise that runs out soon or has run out by itself; undefined where there is nothing to say, or the next one can be read. */
export function publicExpiry(
  document: { readonly to: Day | undefined; readonly state: "published" | "closed"; readonly closing: Closing | null },
  next: Next,
  today: Day,
): Expiry | undefined {
  const { to, state, closing } = document;
  if (to === undefined || next === "published") return undefined;
  const speaks = state === "closed" ? ranOut(closing) : daysBetween(today, to) <= TOLD_IN_PUBLIC;
  return speaks ? { to, next } : undefined;
}
