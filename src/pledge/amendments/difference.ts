// What a change changes, word by word and part by part: a löfte or an activity is compared with itself, also where it has got another number.
import { diffWords } from "diff";
import { canonicalText } from "../../ground/canonical.ts";
import { nameOfPlace } from "../../ground/place.ts";
import { say } from "../../ground/words.ts";
import type { ComparedPart } from "../compare.ts";
import { type Activity, activitiesOf, type Content, type Pledge } from "../document.ts";
import type { Target } from "../target.ts";
import { comparators, pers } from "../words.ts";

export type Changed = {
  /** "document" is what stands before the first löfte and after the last. */
  readonly of: "document" | "pledge" | "activity";
  /** The number it has, or had where it is taken out; empty for the document. */
  readonly number: string;
  readonly parts: readonly ComparedPart[];
};

/** Everything that differs, in the order of the changed text; what is taken out comes last. Empty where not one word differs. */
export function differenceOf(before: Content, after: Content): readonly Changed[] {
  const same = wordsOf(before, after);
  return [...same, ...(same.length === 0 ? restOf(before, after) : [])];
}

function wordsOf(before: Content, after: Content): Changed[] {
  const changed: Changed[] = [];
  const put = (of: Changed["of"], number: string, then: string, now: string) => {
    if (then !== now) changed.push({ of, number, parts: partsOf(then, now) });
  };
  const [whole, wholeNow] = [aboutDocument(before), aboutDocument(after)];
  for (let place = 0; place < wholeNow.length; place++) put("document", "", whole[place] ?? "", wholeNow[place] ?? "");
  const pledges = new Map(before.pledges.map((pledge) => [pledge.id as string, aboutPledge(pledge)]));
  const activities = new Map(activitiesOf(before).map(({ activity }) => [activity.id as string, activity]));
  for (const pledge of after.pledges) {
    put("pledge", String(pledge.order), pledges.get(pledge.id) ?? "", aboutPledge(pledge));
    pledges.delete(pledge.id);
    for (const activity of pledge.activities) {
      const then = activities.get(activity.id);
      put("activity", activity.number, then === undefined ? "" : aboutActivity(then), aboutActivity(activity));
      activities.delete(activity.id);
    }
  }
  for (const pledge of before.pledges)
    if (pledges.has(pledge.id)) put("pledge", String(pledge.order), aboutPledge(pledge), "");
  for (const activity of activities.values()) put("activity", activity.number, aboutActivity(activity), "");
  return changed;
}

/** What differs and is not read as running text: shown as it is signed, rather than not at all. */
function restOf(before: Content, after: Content): Changed[] {
  const { amends: _then, ...then } = before;
  const { amends: _now, ...now } = after;
  const [a, b] = [canonicalText(then), canonicalText(now)];
  return a === b ? [] : [{ of: "document", number: "", parts: partsOf(a, b) }];
}

function partsOf(then: string, now: string): ComparedPart[] {
  if (then === "") return [{ text: now, change: "added" }];
  if (now === "") return [{ text: then, change: "removed" }];
  return diffWords(then, now).map(({ value, added, removed }) => ({
    text: value,
    change: added ? "added" : removed ? "removed" : undefined,
  }));
}

const joined = (parts: readonly (string | undefined)[]) =>
  parts.filter((part) => part !== undefined && part !== "").join(" · ");

function aboutDocument(content: Content): readonly string[] {
  const { period } = content;
  return [
    content.title,
    [period.from.said, period.to?.said].filter((said) => said !== undefined).join(" – "),
    content.preamble ?? "",
    content.basis.join(", "),
    joined([content.review, content.feedback]),
    content.equality ?? "",
    joined([content.agreement, content.situationReport, content.note]),
  ];
}

function aboutPledge(pledge: Pledge): string {
  return joined([
    pledge.text,
    ...(pledge.subPledges ?? []),
    pledge.targetGroup,
    pledge.situation,
    ...(pledge.causes ?? []),
    pledge.expectedEffect?.text,
  ]);
}

function aboutActivity(activity: Activity): string {
  return joined([
    activity.text,
    activity.accountable?.unit,
    ...(activity.supporting ?? []),
    aboutTarget(activity.target),
    activity.notCountableBecause,
    activity.place === undefined ? undefined : nameOfPlace(activity.place),
    activity.deadline?.said,
    activity.season,
    activity.condition,
    activity.beyondOrdinary,
  ]);
}

/** In Swedish, as the promise is: it stands among its words. */
function aboutTarget(target: Target | undefined): string | undefined {
  if (target === undefined) return undefined;
  const { value, unit, per, perText, perEntity, places, placesBy, time } = target;
  const counted = [
    value === undefined ? "" : say(comparators[target.comparator ?? "at-least"], "sv"),
    value === undefined ? "" : String(value),
    unit ?? "",
    per === undefined ? (perText ?? "") : say(pers[per], "sv"),
    perEntity === undefined ? "" : `för varje ${perEntity.name}`,
  ];
  return joined([counted.filter((part) => part !== "").join(" "), places?.join(", "), placesBy, time]);
}
