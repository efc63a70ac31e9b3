// A draft taken apart into passages: the document, its löften and their activities, each by its id and with its fields. What two versions differ in is told passage
// by passage, so that «1.2 är flyttad» is not read as everything below it being new.
import { diffArrays } from "diff";
import { canonicalText, type Json } from "../../ground/canonical.ts";
import { activitiesOf, type Activity, type Content, type Pledge } from "../document.ts";

/** A löfte's or an activity's id; "" is the document itself. */
export type Place = string;
export type Fields = Readonly<Record<string, Json>>;
export type Part = {
  readonly kind: "document" | "pledge" | "activity";
  /** What it stands in. */
  readonly within: Place;
  readonly fields: Fields;
  /** What stands in it, in order. */
  readonly holds: readonly Place[];
  /** As it is cited: "", "1", "1.2". */
  readonly number: string;
};
export type Parts = ReadonlyMap<Place, Part>;

const without = (whole: object, keys: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(whole).filter(([key, value]) => !keys.includes(key) && value !== undefined));

/** Every passage by its id, the document first and then in the order of the text. */
export function partsOf(content: Content): Parts {
  const parts = new Map<Place, Part>();
  const holds = content.pledges.map(({ id }) => id);
  parts.set("", { kind: "document", within: "", fields: without(content, ["pledges"]), holds, number: "" });
  for (const pledge of content.pledges) {
    const fields = without(pledge, ["id", "order", "activities"]);
    const activities = pledge.activities.map(({ id }) => id);
    parts.set(pledge.id, { kind: "pledge", within: "", fields, holds: activities, number: String(pledge.order) });
    for (const activity of pledge.activities)
      parts.set(activity.id, {
        kind: "activity",
        within: pledge.id,
        fields: without(activity, ["id", "number"]),
        holds: [],
        number: activity.number,
      });
  }
  return parts;
}

/** The document that the passages make. Where the structure is a new one, its promises are numbered anew. */
export function contentOf(parts: Parts, numbered: (place: Place) => string | undefined): Content {
  const part = (place: Place) => {
    const found = parts.get(place);
    if (found === undefined) throw new Error("A passage is held that is not there");
    return found;
  };
  const pledges = part("").holds.map((id, place) => ({
    ...part(id).fields,
    id,
    order: Number(numbered(id) ?? place + 1),
    activities: part(id).holds.map((activityId, index) => ({
      ...part(activityId).fields,
      id: activityId,
      number: numbered(activityId) ?? `${place + 1}.${index + 1}`,
    })),
  }));
  // Taken apart by `partsOf` and put together again: the fields are those of the document.
  return { ...part("").fields, pledges } as unknown as Content;
}

/** The same value, whatever the order of what is in it. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalText(a) === canonicalText(b);
}

export type Change = {
  readonly kind: "added" | "removed" | "moved" | "changed";
  readonly at: Place;
  readonly of: Part["kind"];
  /** Where it stands now; where it stood, when it is gone. */
  readonly number: string;
  /** Which field, when one has changed; "text" of what is added or removed. */
  readonly field: string;
  readonly before?: Json | undefined;
  readonly after?: Json | undefined;
};

/** What has become of each passage from one version to another, in the order of the later text; what is gone stands last. */
export function changesBetween(earlier: Content, later: Content): readonly Change[] {
  const [before, after] = [partsOf(earlier), partsOf(later)];
  const moved = movedBetween(before, after);
  const changes: Change[] = [];
  for (const [at, part] of after) {
    const was = before.get(at);
    const here = { at, of: part.kind, number: part.number };
    if (was === undefined) {
      changes.push({ ...here, kind: "added", field: "text", after: part.fields["text"] });
      continue;
    }
    if (moved.has(at)) changes.push({ ...here, kind: "moved", field: "order", before: was.number, after: part.number });
    for (const field of new Set([...Object.keys(was.fields), ...Object.keys(part.fields)])) {
      const [old, now] = [was.fields[field], part.fields[field]];
      if (!isSame(old, now)) changes.push({ ...here, kind: "changed", field, before: old, after: now });
    }
  }
  for (const [at, { kind, number, fields }] of before)
    if (!after.has(at)) changes.push({ kind: "removed", at, of: kind, number, field: "text", before: fields["text"] });
  return changes;
}

/** Those that stand in something else, or that have passed another that stands there too. */
function movedBetween(before: Parts, after: Parts): ReadonlySet<Place> {
  const moved = new Set<Place>();
  for (const [at, { within, holds }] of after) {
    const was = before.get(at);
    if (was !== undefined && was.within !== within) moved.add(at);
    if (was === undefined) continue;
    const both = (list: readonly Place[], other: readonly Place[]) => list.filter((id) => other.includes(id));
    for (const { removed, value } of diffArrays(both(was.holds, holds), both(holds, was.holds)))
      if (removed) for (const id of value) moved.add(id);
  }
  return moved;
}

/** «Ändrat sedan du läste senast: 1 mening»: sentences that are another, new or gone; a figure or a name beside them counts as one. */
export function sentencesIn(changes: readonly Change[]): number {
  return changes.reduce((sum, { before, after }) => {
    if (typeof before !== "string" && typeof after !== "string") return sum + 1;
    const [old, now] = [sentencesOf(before), sentencesOf(after)];
    const isNew = now.filter((one) => !old.includes(one)).length;
    const isGone = old.filter((one) => !now.includes(one)).length;
    return sum + Math.max(isNew, isGone, 1);
  }, 0);
}

function sentencesOf(text: Json | undefined): readonly string[] {
  if (typeof text !== "string") return [];
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** With one field of a passage set, or without it where nothing is left. Undefined where the passage is not there. */
export function withField(content: Content, at: Place, field: string, value: Json | undefined): Content | undefined {
  const set = <T extends object>(part: T): T => {
    const { [field]: _old, ...rest } = part as Record<string, Json>;
    return (value === undefined ? rest : { ...rest, [field]: value }) as unknown as T;
  };
  if (at === "") return set(content);
  if (!partsOf(content).has(at)) return undefined;
  const activities = (list: readonly Activity[]) => list.map((one) => (one.id === at ? set(one) : one));
  return {
    ...content,
    pledges: content.pledges.map((one) =>
      one.id === at ? set(one) : { ...one, activities: activities(one.activities) },
    ),
  };
}

/** The same wording with what the units have answered as it is now: that is told where they are asked, is no form's to say, and nothing to choose between. */
export function asAnswered(content: Content, now: Content): Content {
  const accepted = new Map(activitiesOf(now).map(({ activity }) => [activity.id, activity.accountable?.accepted]));
  const answered = (activity: Activity): Activity =>
    activity.accountable === undefined
      ? activity
      : { ...activity, accountable: { ...activity.accountable, accepted: accepted.get(activity.id) ?? false } };
  return {
    ...content,
    pledges: content.pledges.map((pledge) => ({ ...pledge, activities: pledge.activities.map(answered) })),
  };
}

/** One passage as it was in an earlier version, put into the draft as it is now; undefined where it has nowhere to stand. */
export function restored(now: Content, earlier: Content, change: Change): Content | undefined {
  if (change.kind === "changed") return withField(now, change.at, change.field, change.before);
  if (change.kind !== "removed" || partsOf(now).has(change.at)) return undefined;
  const pledge = earlier.pledges.find(({ id }) => id === change.at);
  if (pledge !== undefined) return renumbered({ ...now, pledges: [...now.pledges, onlyNew(pledge, now)] });
  const home = earlier.pledges.find(({ activities }) => activities.some(({ id }) => id === change.at));
  const activity = home?.activities.find(({ id }) => id === change.at);
  if (activity === undefined || !now.pledges.some(({ id }) => id === home?.id)) return undefined;
  return renumbered({
    ...now,
    pledges: now.pledges.map((one) =>
      one.id === home?.id ? { ...one, activities: [...one.activities, activity] } : one,
    ),
  });
}

/** Without the activities that stand elsewhere by now: nothing is in a promise twice. */
function onlyNew(pledge: Pledge, now: Content): Pledge {
  const there = partsOf(now);
  return { ...pledge, activities: pledge.activities.filter(({ id }) => !there.has(id)) };
}

/** Numbered as it stands: 1, 1.1, 1.2, 2 … */
export function renumbered(content: Content): Content {
  return contentOf(partsOf(content), () => undefined);
}
