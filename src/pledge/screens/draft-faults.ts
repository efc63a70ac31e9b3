// What keeps a draft from being saved, field by field: the form of the document itself says it, here it is put in words and led to its field.
import { createContext, useContext } from "react";
import { say, type Lang, type Said } from "../../ground/words.ts";
import { contentField, type Content } from "../document.ts";
import { draft } from "../draft-words.ts";
import { words } from "../words.ts";
import { type DraftField, fieldId } from "./draft-fields.ts";

export type Fault = { readonly fieldId: string; readonly text: string };

/** Where in the document a field's value lies: with dots, without places in lists. */
const FIELDS: readonly (readonly [way: string, field: DraftField, name: Said])[] = [
  ["title", "title", words.title],
  ["period.from", "from", words.firstDay],
  ["period.to", "to", words.lastDay],
  ["parties", "parties", draft.thirdParties],
  ["area", "area", draft.area],
  ["review", "review", words.review],
  ["preamble", "preamble", words.preamble],
  ["basis", "basis", words.basis],
  ["agreement", "agreement", words.agreement],
  ["situationReport", "situationReport", words.situationReport],
  ["feedback", "feedback", words.feedback],
  ["equality", "equality", words.equality],
  ["note", "note", draft.note],
  ["sources", "sources", draft.sources],
  ["plain", "plain", draft.plain],
  ["easyRead", "easyRead", draft.easyRead],
  ["pledges.plain", "plain", draft.plain],
  ["pledges.easyRead", "easyRead", draft.easyRead],
  ["pledges.text", "text", words.pledgeText],
  ["pledges.theme", "theme", words.theme],
  ["pledges.targetGroup", "targetGroup", words.targetGroup],
  ["pledges.ownerSaid", "ownerSaid", draft.ownerSaid],
  ["pledges.situation", "situation", draft.situation],
  ["pledges.subPledges", "subPledges", draft.subPledges],
  ["pledges.problemIds", "problems", draft.problems],
  ["pledges.causes", "causes", words.causes],
  ["pledges.expectedEffect.text", "effect", words.effect],
  ["pledges.expectedEffect.indicator", "indicator", draft.indicator],
  ["pledges.expectedEffect.source", "effectSource", draft.effectSource],
  ["pledges.expectedEffect.goal", "goal", draft.indicator],
  ["pledges.activities.text", "text", words.activityText],
  ["pledges.activities.accountable", "unit", words.who],
  ["pledges.activities.supporting", "supporting", words.supporting],
  ["pledges.activities.target.value", "value", words.howMuch],
  ["pledges.activities.target.unit", "targetUnit", words.unit],
  ["pledges.activities.target.perText", "perText", draft.perText],
  ["pledges.activities.target.perEntity.name", "forEach", draft.forEach],
  ["pledges.activities.target.perEntity.count", "forEachCount", draft.forEachCount],
  ["pledges.activities.target.placesBy", "placesBy", words.placesBy],
  ["pledges.activities.target.places", "places", words.where],
  ["pledges.activities.target.time", "time", draft.time],
  ["pledges.activities.notCountableBecause", "notCountable", words.notCountable],
  ["pledges.activities.baseline.value", "baseline", words.baseline],
  ["pledges.activities.baseline.unit", "baselineUnit", draft.baselineUnit],
  ["pledges.activities.baseline.source", "baselineSource", words.baselineSource],
  ["pledges.activities.place", "place", draft.place],
  ["pledges.activities.deadline", "deadlineSaid", draft.deadlineSaid],
  ["pledges.activities.season", "season", words.season],
  ["pledges.activities.condition", "condition", words.condition],
  ["pledges.activities.beyondOrdinary", "beyondOrdinary", words.beyondOrdinary],
];

/** Every field that the document's form does not take as it stands, with what to do about it; one sentence a field. */
export function faultsOf(content: Content, lang: Lang): readonly Fault[] {
  const read = contentField.safeParse(content);
  const faults = new Map<string, Fault>();
  for (const issue of read.error?.issues ?? []) {
    const way = issue.path.filter((step) => typeof step === "string").join(".");
    const [, field, name] = FIELDS.find(([one]) => way === one || way.startsWith(`${one}.`)) ?? [];
    if (field === undefined || name === undefined) continue;
    const [pledge, activity] = [issue.path[1], issue.path[3]].map((step) =>
      typeof step === "number" ? step : undefined,
    );
    const inPledge = way.startsWith("pledges.") && pledge !== undefined ? content.pledges[pledge] : undefined;
    const inActivity =
      way.startsWith("pledges.activities.") && activity !== undefined ? inPledge?.activities[activity] : undefined;
    const place = inActivity?.number ?? (inPledge === undefined ? "" : String(inPledge.order));
    const id = fieldId(place, field);
    if (!faults.has(id))
      faults.set(id, { fieldId: id, text: sayFault(issue, sayWhere(place, lang), say(name, lang), lang) });
  }
  return [...faults.values()];
}

function sayWhere(place: string, lang: Lang): string {
  if (place === "") return say(draft.wholePromise, lang);
  return say(place.includes(".") ? words.activity : words.pledge, lang, { number: place });
}

type Issue = NonNullable<ReturnType<typeof contentField.safeParse>["error"]>["issues"][number];

function sayFault(issue: Issue, where: string, name: string, lang: Lang): string {
  const field = `«${name}»`;
  if (issue.code === "too_small" && issue.origin !== "number") return say(draft.isEmpty, lang, { where, field });
  if (issue.code === "too_big")
    return say(issue.origin === "string" ? draft.isTooLong : draft.isTooMany, lang, {
      where,
      field,
      most: Number(issue.maximum),
    });
  return say(draft.isWrong, lang, { where, field });
}

/** What is said under each field, by its id. */
export const Faults = createContext<ReadonlyMap<string, string>>(new Map());

/** What is wrong in a field of the draft, to be said under it. */
export function useFaults(): (id: string) => string | undefined {
  const faults = useContext(Faults);
  return (id) => faults.get(id);
}
