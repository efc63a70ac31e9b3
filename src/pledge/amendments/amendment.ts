// A change of a promise that is in force: a document of its own with the whole text as it will read, the text it changes by its hash, and why. What was signed
// stays as it was signed (docs/decisions/0015).
import { canonicalText } from "../../ground/canonical.ts";
import type { Refusal } from "../../ground/result.ts";
import type { Day } from "../../ground/time.ts";
import { activitiesOf, type AMENDMENT_KINDS, type Content, spanOf } from "../document.ts";
import { type Change, changesBetween } from "../drafting/passages.ts";

export type AmendmentKind = (typeof AMENDMENT_KINDS)[number];

export type AmendWhy =
  | "amends-another"
  | "amendment-keeps-frame"
  | "extension-only-last-day"
  | "extension-not-later"
  | "promise-has-run-out"
  | "withdrawn-needs-reason"
  | "nothing-amended"
  | "amended-is-closed";

/** What a change changes: the text that holds, and whether the promise itself is still in force. */
export type Amended = { readonly content: Content; readonly isInForce: boolean };

/** Whether it is too late: what has run out is ended by the clock, and is neither changed nor lengthened. */
export function tooLate(holds: Content, today: Day): Refusal<AmendWhy> | undefined {
  const { to } = spanOf(holds);
  return to !== undefined && today > to ? { why: "promise-has-run-out", detail: { day: to } } : undefined;
}

/**
 * What stands in the way of a text being a change of another, also while it is being written: whose change it is stays, the parties and the period are not
 * touched by a change, and a lengthening touches nothing but the last day. Reasons for what is left unmet may be written in either.
 */
export function amendmentFault(content: Content, before: Content, amended: Content): Refusal<AmendWhy> | undefined {
  const { amends } = content;
  if (amends === undefined || target(content) !== target(before)) return { why: "amends-another" };
  if (amends.kind === "amendment")
    return canonicalText(frameOf(content)) === canonicalText(frameOf(amended))
      ? undefined
      : { why: "amendment-keeps-frame" };
  if (canonicalText(bare(content)) !== canonicalText(bare(amended))) return { why: "extension-only-last-day" };
  return notLater(content, amended);
}

/** The same once it is to be signed: something is changed, and whoever misses what was taken out can read why. */
export function unfinishedAmendment(content: Content, amended: Content): Refusal<AmendWhy> | undefined {
  if (content.amends?.kind === "extension") return notLater(content, amended);
  const without = takenOut(content, amended).filter(({ reason }) => reason === undefined);
  if (without[0] !== undefined)
    return { why: "withdrawn-needs-reason", detail: { number: without[0].number, count: without.length } };
  const { amends: _one, ...now } = content;
  const { amends: _other, ...then } = amended;
  return canonicalText(now) === canonicalText(then) ? { why: "nothing-amended" } : undefined;
}

/** Activities that the changed text no longer has, with the reason where one is written. */
export function takenOut(content: Content, amended: Content) {
  const kept = new Set<string>(activitiesOf(content).map(({ activity }) => activity.id));
  return activitiesOf(amended)
    .filter(({ activity }) => !kept.has(activity.id))
    .map(({ activity }) => ({
      activity: activity.id,
      number: activity.number,
      text: activity.text,
      reason: content.amends?.withdrawn?.find((one) => one.activity === activity.id)?.reason,
    }));
}

/** Without reasons for activities that are in the text after all. */
export function withoutIdleReasons(content: Content): Content {
  if (content.amends?.withdrawn === undefined) return content;
  const kept = new Set<string>(activitiesOf(content).map(({ activity }) => activity.id));
  const { withdrawn, ...amends } = content.amends;
  const left = withdrawn.filter(({ activity }) => !kept.has(activity));
  return { ...content, amends: left.length === 0 ? amends : { ...amends, withdrawn: left } };
}

function target({ amends }: Content): string {
  return amends === undefined ? "" : `${amends.documentId} ${amends.contentHash} ${amends.kind}`;
}

function notLater(content: Content, amended: Content): Refusal<AmendWhy> | undefined {
  const [to, former] = [spanOf(content).to, spanOf(amended).to];
  return to === undefined || (former !== undefined && to <= former)
    ? { why: "extension-not-later", field: "to" }
    : undefined;
}

const frameOf = ({ parties, period }: Content) => ({ parties, period });

/** The text without what a lengthening may touch: the last day, the reasons, and what it changes. */
function bare({ amends: _amends, exceptions: _left, period, ...content }: Content) {
  return {
    ...content,
    from: period.from,
    pledges: content.pledges.map(({ exceptions: _unmet, ...pledge }) => ({
      ...pledge,
      activities: pledge.activities.map(({ exceptions: _why, ...activity }) => activity),
    })),
  };
}

type OfChain = { readonly id: string; readonly state: string; readonly content: Content };

/** What holds of a promise: its latest published change, or itself. */
export function headOf<D extends OfChain>(original: D, all: readonly D[]): D {
  const changed = all.find(
    ({ state, content }) => (state === "published" || state === "closed") && content.amends?.documentId === original.id,
  );
  return changed === undefined ? original : headOf(changed, all);
}

/** The promise that a change is a change of, however many came between. */
export function originalOf<D extends OfChain>(document: D, all: readonly D[]): D {
  const before = all.find(({ id }) => id === document.content.amends?.documentId);
  return before === undefined ? document : originalOf(before, all);
}

/** The promises by themselves, each with the text that holds. What was signed first is still in `all`. */
export function asHeld<D extends OfChain>(all: readonly D[]): readonly D[] {
  return all
    .filter(({ content }) => content.amends === undefined)
    .map((original) => ({ ...original, content: headOf(original, all).content }));
}

/** Everything that a change changes, down to the last field: what is signed and not shown is signed unseen. That it is a change of the other is said beside. */
export function changedBy(before: Content, after: Content): readonly Change[] {
  return changesBetween(before, after).filter(({ at, field }) => at !== "" || field !== "amends");
}
