// The second pair of eyes (domain.md 2.4, R2). Who is told that a text points at somebody can say why it does not; the note is then kept to the own
// organisation until another of the same organisation has looked: lets it stand, or covers what points at somebody.
import { command } from "../../ground/command.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import type { Place } from "../../ground/place.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import type { Observation } from "../observation.ts";
import { covered, personIn, type PersonKind, type PersonWhy } from "../person-in-text.ts";
import { COLLECTORS } from "../source.ts";
import type { Written } from "./held-back.ts";

export const REVIEW_VERDICTS = ["released", "covered"] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** A warning set aside, and by whom. */
export type Override = {
  readonly id: string;
  readonly observationId: string;
  readonly kinds: readonly PersonKind[];
  readonly reason: string;
  readonly overriddenBy: string;
  readonly overriddenAt: Instant;
};

export type ReviewWhy = "not-yours" | "nothing-to-review" | "another-person-needed" | PersonWhy;

/** A held note and the warning that was set aside; `review` is undefined where nothing waits. */
export type Reviewing = {
  readonly partnershipId: string;
  readonly observation: Observation;
  readonly review: Override | undefined;
};
export type Reviewed = {
  readonly observation: Observation;
  readonly review: Override;
  readonly verdict: ReviewVerdict;
};

export const reviewPersons = command({
  event: "observation.person-reviewed",
  may: (person: Person, _input: unknown, { partnershipId, observation }: Reviewing): Refusal<ReviewWhy> | undefined => {
    const grant = grantFor(person, partnershipId, COLLECTORS);
    return grant?.organisationId === observation.ownerOrganisationId ? undefined : { why: "not-yours" };
  },
  decide: (
    input: { readonly verdict: ReviewVerdict },
    { observation, review }: Reviewing,
    moment,
  ): Result<Reviewed, Refusal<ReviewWhy>> => {
    const { wishedSharing, ...note } = observation;
    if (review === undefined || wishedSharing === undefined) return no("nothing-to-review");
    // A phone may have been handed over by one and written in by another.
    if ([review.overriddenBy, note.notedBy].includes(moment.by.id)) return no("another-person-needed");
    const kept = input.verdict === "covered" ? coveredNote(note) : note;
    const after = { ...kept, sharing: wishedSharing, reviewedRevision: note.revision };
    return yes({ observation: after, review, verdict: input.verdict });
  },
});

/** The note with everything that points at somebody covered. */
export function coveredNote<Note extends Written>(note: Note): Note {
  return {
    ...note,
    text: coveredWhole(note.text),
    consequence: coveredWhole(note.consequence),
    proposal: coveredWhole(note.proposal),
    place: coveredPlace(note.place),
  };
}

function coveredPlace(place: Place): Place {
  return "name" in place && place.name !== undefined ? { ...place, name: coveredWhole(place.name) } : place;
}

/** Until nothing is left: what is covered can uncover a second reading of what stands beside it. */
function coveredWhole(text: string): string {
  let whole = text;
  for (let turn = 0; turn < 5 && personIn(whole) !== undefined; turn++) whole = covered(whole);
  return whole;
}
