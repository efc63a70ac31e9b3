// The fifteen questions of a good promise, and the rules that ask them (domain.md 1.6).

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
  "change-out-of-sight",
  "no-follow-up",
  "long-sentence",
  "officialese",
  "plain-old",
  "plain-long",
  "easy-old",
  "easy-long",
  "no-equality",
  "owner-not-accepted",
  "a-duty-already",
  "gives-control-away",
  "names-a-person",
  "few-people",
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
  ["no-effect", "no-horizon", "change-out-of-sight"],
  ["no-follow-up"],
  ["long-sentence", "officialese", "plain-old", "plain-long", "easy-old", "easy-long"],
  ["no-equality"],
  ["owner-not-accepted"],
  ["a-duty-already"],
  ["gives-control-away", "names-a-person", "few-people"],
] as const satisfies readonly (readonly Rule[])[];

/** About people who can be known: a reason is for one place, and covers none that is written later. */
export const PERSONAL: readonly Rule[] = ["names-a-person", "few-people"];

/** About how it reads and not what it holds: advice, kept without a reason. Everything else is met, or has a reason that is published with the promise. */
export const ADVICE: readonly Rule[] = [
  "long-sentence",
  "officialese",
  "plain-old",
  "plain-long",
  "easy-old",
  "easy-long",
];
