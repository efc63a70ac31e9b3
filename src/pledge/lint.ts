// What a careful reader misses in a promise: the fifteen questions of domain.md 1.6, each as one rule or two. It names what real promises lack instead of hiding it.
import type { Activity, Content, Pledge } from "./document.ts";

/** In the order of domain.md 1.6: tied to a problem, to a cause, who, what, how much, where, when, from what, to what effect, followed up how, plain, for whom, accepted, new, and nothing given away. */
export const RULES = [
  "no-problem",
  "no-cause",
  "no-owner",
  "cannot-fail",
  "no-activity",
  "no-number",
  "no-place",
  "no-date",
  "no-baseline",
  "no-effect",
  "no-horizon",
  "no-follow-up",
  "long-sentence",
  "officialese",
  "no-equality",
  "owner-not-accepted",
  "a-duty-already",
  "gives-control-away",
] as const;
export type Rule = (typeof RULES)[number];

/** The fifteen questions, each with the rules that ask it. */
export const QUESTIONS = [
  ["no-problem"],
  ["no-cause"],
  ["no-owner"],
  ["cannot-fail", "no-activity"],
  ["no-number"],
  ["no-place"],
  ["no-date"],
  ["no-baseline"],
  ["no-effect", "no-horizon"],
  ["no-follow-up"],
  ["long-sentence", "officialese"],
  ["no-equality"],
  ["owner-not-accepted"],
  ["a-duty-already"],
  ["gives-control-away"],
] as const satisfies readonly (readonly Rule[])[];

/** `where` is the number of the pledge or activity ("1", "1.2"), or "" for the whole document; `said` the words it is about. */
export type Remark = { readonly rule: Rule; readonly where: string; readonly said?: string };

/** Wording that nobody can fail to keep (domain.md 1.6, journey 11). */
const CANNOT_FAIL =
  /\b(arbeta(?:r)? (?:aktivt )?(?:för|med|mot)|verka(?:r)? för|sträva(?:r)? efter|fortsätta (?:arbeta|samverka)|bidra till|vid behov|om möjligt)\b/i;
/** Abbreviations and words of the office that stop a reader (Myndigheternas skrivregler). */
const OFFICIALESE =
  /(?<!\p{L})(bl\.\s?a\.|t\.\s?ex\.|m\.\s?m\.|avs\.|avseende|gällande|erforderlig\p{L}*|i syfte att|rörande|innevarande)(?!\p{L})/iu;
/** What the law or the ordinary work asks for anyhow (lag 2023:196, 4–9 §§). */
const A_DUTY =
  /(?<!\p{L})(lägesbild\p{L}*|åtgärdsplan\p{L}*|samverkansöverenskommelse\p{L}*|fortsätt\p{L}*|fortsatt\p{L}*)/iu;
const CONTROL = /kontroll|tillsyn|spaning|razzia|narkotikasök/i;
const CLOCK = /\b(?:kl\.?|klockan)\s*\d{1,2}|\b\d{1,2}[.:]\d{2}\b/i;
const LONGEST_SENTENCE = 30;

/** How many of the fifteen nothing is remarked on. A draft without a promise answers none of them. */
export function questionsAnswered({ pledges }: Content, remarks: readonly Remark[]): number {
  if (pledges.length === 0) return 0;
  const asked = new Set(remarks.map(({ rule }) => rule));
  return QUESTIONS.filter((rules: readonly Rule[]) => !rules.some((rule) => asked.has(rule))).length;
}

export function lint(content: Content): readonly Remark[] {
  const whole: Remark[] = [];
  if (content.review === undefined && content.feedback === undefined && content.feedbackEvery === undefined)
    whole.push({ rule: "no-follow-up", where: "" });
  if (content.equality === undefined) whole.push({ rule: "no-equality", where: "" });
  return [...whole, ...content.pledges.flatMap(lintPledge)];
}

function lintPledge(pledge: Pledge): Remark[] {
  const where = String(pledge.order);
  const remarks = wording(pledge.text, where);
  if (pledge.problemIds.length === 0) remarks.push({ rule: "no-problem", where });
  if ((pledge.causes ?? []).length === 0) remarks.push({ rule: "no-cause", where });
  if (pledge.expectedEffect === undefined) remarks.push({ rule: "no-effect", where });
  else if (pledge.expectedEffect.horizon === undefined) remarks.push({ rule: "no-horizon", where });
  if (pledge.activities.length === 0) remarks.push({ rule: "no-activity", where });
  return [...remarks, ...pledge.activities.flatMap(lintActivity)];
}

function lintActivity(activity: Activity): Remark[] {
  const where = activity.number;
  const remarks: Remark[] = wording(activity.text, where);
  const { target, text } = activity;
  if (activity.accountable === undefined) remarks.push({ rule: "no-owner", where });
  else if (!activity.accountable.accepted)
    remarks.push({ rule: "owner-not-accepted", where, said: activity.accountable.unit });
  if (target?.value === undefined && activity.notCountableBecause === undefined)
    remarks.push({ rule: "no-number", where });
  const places = (target?.places ?? []).length > 0 || target?.placesBy !== undefined;
  if (activity.place === undefined && !places) remarks.push({ rule: "no-place", where });
  if (activity.deadline === undefined && target?.per === undefined && target?.perText === undefined)
    remarks.push({ rule: "no-date", where });
  if (activity.baseline === undefined && activity.notCountableBecause === undefined)
    remarks.push({ rule: "no-baseline", where });
  const duty = A_DUTY.exec(text)?.[0];
  if (duty !== undefined && activity.beyondOrdinary === undefined)
    remarks.push({ rule: "a-duty-already", where, said: duty });
  if (CONTROL.test(text) && (target?.time !== undefined || CLOCK.test(text)))
    remarks.push({ rule: "gives-control-away", where });
  return remarks;
}

function wording(text: string, where: string): Remark[] {
  const remarks: Remark[] = [];
  const found = CANNOT_FAIL.exec(text)?.[0];
  if (found !== undefined) remarks.push({ rule: "cannot-fail", where, said: found });
  const longest = Math.max(
    ...text.split(/[.!?](?=\s+\p{Lu}|$)/u).map((sentence) => sentence.match(/\S+/g)?.length ?? 0),
  );
  if (longest > LONGEST_SENTENCE) remarks.push({ rule: "long-sentence", where, said: String(longest) });
  const office = OFFICIALESE.exec(text)?.[0];
  if (office !== undefined) remarks.push({ rule: "officialese", where, said: office });
  return remarks;
}
