// What a careful reader misses in a promise: the first of the fifteen questions of domain.md 1.6. Thin here; it names what real promises lack instead of hiding it.
import type { Activity, Content, Pledge } from "./document.ts";

export const RULES = [
  "cannot-fail",
  "no-owner",
  "owner-not-accepted",
  "no-number",
  "no-place",
  "no-date",
  "no-baseline",
  "no-follow-up",
  "no-problem",
  "no-activity",
] as const;
export type Rule = (typeof RULES)[number];

/** `where` is the number of the pledge or activity ("1", "1.2"), or "" for the whole document; `said` the words it is about. */
export type Remark = { readonly rule: Rule; readonly where: string; readonly said?: string };

/** Wording that nobody can fail to keep (domain.md 1.6, journey 11). */
const CANNOT_FAIL =
  /\b(arbeta(?:r)? (?:aktivt )?(?:för|med|mot)|verka(?:r)? för|sträva(?:r)? efter|fortsätta (?:arbeta|samverka)|bidra till|vid behov|om möjligt)\b/i;

export function lint(content: Content): readonly Remark[] {
  return [
    ...(content.review === undefined && content.feedback === undefined
      ? [{ rule: "no-follow-up" as const, where: "" }]
      : []),
    ...content.pledges.flatMap(lintPledge),
  ];
}

function lintPledge(pledge: Pledge): Remark[] {
  const where = String(pledge.order);
  return [
    ...wording(pledge.text, where),
    ...(pledge.problemIds.length === 0 ? [{ rule: "no-problem" as const, where }] : []),
    ...(pledge.activities.length === 0 ? [{ rule: "no-activity" as const, where }] : []),
    ...pledge.activities.flatMap(lintActivity),
  ];
}

function lintActivity(activity: Activity): Remark[] {
  const where = activity.number;
  const remarks: Remark[] = wording(activity.text, where);
  const { target } = activity;
  if (activity.accountable === undefined) remarks.push({ rule: "no-owner", where });
  else if (!activity.accountable.accepted)
    remarks.push({ rule: "owner-not-accepted", where, said: activity.accountable.unit });
  if (target?.value === undefined && activity.notCountableBecause === undefined)
    remarks.push({ rule: "no-number", where });
  if (activity.place === undefined && (target?.places ?? []).length === 0) remarks.push({ rule: "no-place", where });
  if (activity.deadline === undefined && target?.per === undefined && target?.perText === undefined)
    remarks.push({ rule: "no-date", where });
  if (activity.baseline === undefined && target?.value !== undefined) remarks.push({ rule: "no-baseline", where });
  return remarks;
}

function wording(text: string, where: string): Remark[] {
  const found = CANNOT_FAIL.exec(text);
  return found === null ? [] : [{ rule: "cannot-fail", where, said: found[0] }];
}
