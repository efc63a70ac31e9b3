// An owner says yes: «Föreslå ägare: gatuenheten» is a question to the unit, and its answer, not a tick, is what makes an activity accepted. A yes is to the
// text that was read; another text asks again (journeys.md, journey 11).
import { canonicalText } from "../../ground/canonical.ts";
import { grantsIn, type Grant, type Person, type Role } from "../../ground/party.ts";
import { activitiesOf, type Activity, type Content, type Pledge } from "../document.ts";

export const ANSWERS = ["accepted", "wants-change", "declined"] as const;
export type AnswerKind = (typeof ANSWERS)[number];

/** A question to a unit about one activity, and what it has answered. */
export type OwnerAsk = {
  readonly id: string;
  readonly activityId: string;
  readonly organisationId: string;
  readonly unit: string;
  /** What was asked about, to the letter. */
  readonly asked: string;
  readonly askedAt: string;
  readonly answer?: OwnerAnswer | undefined;
};
/** The same with who asked: kept inside. */
export type HeldAsk = OwnerAsk & { readonly askedBy: string };
export type OwnerAnswer = {
  readonly kind: AnswerKind;
  readonly at: string;
  /** The office that answered. */
  readonly office: string;
  /** Other words, or why not. */
  readonly said: string;
  /** How the unit answered, where somebody else has put it down and vouches for it. */
  readonly vouched?: string | undefined;
};

/** Who may answer for a unit of their own organisation. */
export const ANSWERERS: readonly Role[] = ["activity-owner", "coordinator", "liaison", "signatory"];

/** The right by which somebody answers for an organisation's units. */
export function answererIn(person: Person, partnershipId: string, organisationId: string): Grant | undefined {
  return grantsIn(person, partnershipId, ANSWERERS).find((grant) => grant.organisationId === organisationId);
}

/** What a unit says yes to: what is done, how much, where and by when. A new number before it, or another reason, is not another promise. */
export function askedText({ text, modality, target, place, deadline, season, condition }: Activity): string {
  return canonicalText({
    text,
    modality,
    target: target ?? null,
    place: place ?? null,
    deadline: deadline ?? null,
    season: season ?? null,
    condition: condition ?? null,
  });
}

/** Where an activity's owner stands. `held`: a yes to these very words in the promise that is being changed. `changed`: a yes, or a question, to a text that is another by now. */
export type OwnerStanding<Ask extends OwnerAsk = OwnerAsk> =
  | { readonly kind: "no-unit" | "not-asked" | "held" }
  | { readonly kind: "asked" | "changed" | AnswerKind; readonly ask: Ask };

/** Reads the last question to this very unit; where it was not asked, `held` is the activity as it is signed already. */
export function standingOf<Ask extends OwnerAsk>(
  activity: Activity,
  asks: readonly Ask[],
  held?: Activity,
): OwnerStanding<Ask> {
  const { accountable } = activity;
  if (accountable === undefined || accountable.unit.trim() === "") return { kind: "no-unit" };
  const ask = asks.findLast(
    ({ activityId, organisationId, unit }) =>
      activityId === activity.id && organisationId === accountable.organisationId && unit === accountable.unit,
  );
  if (ask === undefined) return { kind: isHeld(activity, held) ? "held" : "not-asked" };
  const isSame = ask.asked === askedText(activity);
  if (ask.answer === undefined) return { kind: isSame ? "asked" : "changed", ask };
  // A no, or other words, stands until the unit is asked again.
  if (ask.answer.kind !== "accepted") return { kind: ask.answer.kind, ask };
  return { kind: isSame ? "accepted" : "changed", ask };
}

function isHeld(activity: Activity, held: Activity | undefined): boolean {
  return (
    held?.accountable?.accepted === true &&
    held.accountable.organisationId === activity.accountable?.organisationId &&
    held.accountable.unit === activity.accountable.unit &&
    askedText(held) === askedText(activity)
  );
}

/** The same content with every «har tackat ja» set by the answers, whatever was written there. A change of a promise keeps the yeses that `amended` is signed with. */
export function withAnswers(content: Content, asks: readonly OwnerAsk[], amended?: Content): Content {
  const signed = amended === undefined ? [] : activitiesOf(amended);
  const answered = (activity: Activity): Activity => {
    if (activity.accountable === undefined) return activity;
    const { kind } = standingOf(activity, asks, signed.find((one) => one.activity.id === activity.id)?.activity);
    return { ...activity, accountable: { ...activity.accountable, accepted: kind === "accepted" || kind === "held" } };
  };
  return {
    ...content,
    pledges: content.pledges.map((pledge) => ({ ...pledge, activities: pledge.activities.map(answered) })),
  };
}

/** What is left open on purpose and nobody has taken: no unit has said yes to anything in it. */
export function openSlotsIn({ pledges }: Content): readonly Pledge[] {
  return pledges.filter(
    ({ openSlot, activities }) =>
      openSlot === true && activities.every(({ accountable }) => accountable?.accepted !== true),
  );
}

/** The activities whose unit has a question to answer, in the order of the text. */
export function waitingIn<Ask extends OwnerAsk>(
  content: Content,
  asks: readonly Ask[],
): readonly { readonly activity: Activity; readonly ask: Ask }[] {
  return activitiesOf(content).flatMap(({ activity }) => {
    const standing = standingOf(activity, asks);
    return standing.kind === "asked" ? [{ activity, ask: standing.ask }] : [];
  });
}
