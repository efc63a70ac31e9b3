// The clocks of a partnership: days that the law counts, days that the parties have promised, and the day a promise runs out.
import { addDays, addMonths, daysBetween, type Day } from "../ground/time.ts";
import { expiryWarning } from "../pledge/renewal/expiry.ts";

export type ClockName = "situation-report" | "action-plan" | "silence" | "document";
/** `calm` and `soon` are about attention, `late` is past the day. `unset` has no day to count from: nobody has decided or told anything yet. */
export type Clock =
  | { readonly name: ClockName; readonly state: "unset" }
  | {
      readonly name: ClockName;
      readonly state: "calm" | "soon" | "late";
      readonly from: Day;
      readonly due: Day;
      readonly daysLeft: number;
      /** 0 to 1. */ readonly gone: number;
      readonly ref?: string;
    };

/** Law (2023:196) section 6: at least every second year. Warned of at 18 and 21 months. */
const LAW_MONTHS = 24;
const LAW_WARN_MONTHS = 18;

/** The law's clock over a decision: the latest one counts. */
export function lawClock(name: "situation-report" | "action-plan", decidedOn: Day | undefined, today: Day): Clock {
  if (decidedOn === undefined) return { name, state: "unset" };
  const due = addMonths(decidedOn, LAW_MONTHS);
  return running(name, decidedOn, due, today, today >= addMonths(decidedOn, LAW_WARN_MONTHS));
}

/** How long since the parties last said a word, against what they promised. */
export function silenceClock(lastWord: Day | undefined, promisedDays: number, today: Day): Clock {
  if (lastWord === undefined) return { name: "silence", state: "unset" };
  const due = addDays(lastWord, promisedDays);
  return running("silence", lastWord, due, today, daysBetween(today, due) <= 14);
}

/** How long a promise document still stands. `ref` is its address part. */
export function documentClock(from: Day, to: Day, today: Day, ref: string): Clock {
  return { ...running("document", from, to, today, expiryWarning(to, today) !== undefined), ref };
}

function running(name: ClockName, from: Day, due: Day, today: Day, soon: boolean): Extract<Clock, { due: Day }> {
  const daysLeft = daysBetween(today, due);
  const whole = Math.max(1, daysBetween(from, due));
  const gone = Math.min(1, Math.max(0, daysBetween(from, today) / whole));
  return { name, state: daysLeft < 0 ? "late" : soon ? "soon" : "calm", from, due, daysLeft, gone };
}
