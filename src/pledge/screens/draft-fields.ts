// Where in the draft a question is answered: the field of each rule, and the way to it.
import type { Remark } from "../lint.ts";
import type { Rule } from "../rules.ts";

export type DraftField =
  | "text"
  | "review"
  | "equality"
  | "causes"
  | "effect"
  | "horizon"
  | "goal"
  | "unit"
  | "accepted"
  | "value"
  | "places"
  | "deadline"
  | "baseline"
  | "season"
  | "condition"
  | "beyondOrdinary"
  | Rest;

/** What no remark leads to. */
type Rest =
  | "plain"
  | "easyRead"
  | "title"
  | "from"
  | "to"
  | "parties"
  | "area"
  | "preamble"
  | "basis"
  | "agreement"
  | "situationReport"
  | "feedback"
  | "note"
  | "sources"
  | "theme"
  | "targetGroup"
  | "ownerSaid"
  | "situation"
  | "subPledges"
  | "problems"
  | "indicator"
  | "effectSource"
  | "targetUnit"
  | "perText"
  | "forEach"
  | "forEachCount"
  | "placesBy"
  | "time"
  | "place"
  | "deadlineSaid"
  | "notCountable"
  | "supporting"
  | "baselineUnit"
  | "baselineOn"
  | "baselineSource";

/** `where` as in a remark: "" for the whole document, "1" for a pledge, "1.2" for an activity. */
export function fieldId(where: string, field: DraftField): string {
  return `draft-${where}-${field}`;
}

/** Undefined where no field of the draft answers it: an activity is added. */
const FIELDS: Readonly<Record<Rule, DraftField | undefined>> = {
  "no-problem": "problems",
  "no-cause": "causes",
  "no-owner": "unit",
  "cannot-fail": "text",
  "no-activity": undefined,
  "no-number": "value",
  "no-place": "places",
  "no-date": "deadline",
  "no-baseline": "baseline",
  "no-effect": "effect",
  "no-horizon": "horizon",
  "change-out-of-sight": "goal",
  "no-follow-up": "review",
  "long-sentence": "text",
  officialese: "text",
  "plain-old": "plain",
  "plain-long": "plain",
  "easy-old": "easyRead",
  "easy-long": "easyRead",
  "no-equality": "equality",
  "owner-not-accepted": "accepted",
  "a-duty-already": "beyondOrdinary",
  "gives-control-away": "text",
  "names-a-person": "text",
  "few-people": "text",
};

export function fieldOf({ rule, where }: Remark): string | undefined {
  const field = FIELDS[rule];
  // The whole document has no text of its own to go to.
  return field === undefined || (where === "" && field === "text") ? undefined : fieldId(where, field);
}

/** Opens what the field is folded into, and puts the one who writes in it. */
export function goToField(id: string): void {
  const field = document.getElementById(id);
  for (let folded = field?.closest("details"); folded; folded = folded.parentElement?.closest("details"))
    folded.open = true;
  field?.focus();
}
