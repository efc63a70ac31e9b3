// A dialogue: people were asked, in a way and for a purpose they were told, and what they said is kept as themes with counts (domain.md 5).
import { command, type Moment } from "../ground/command.ts";
import type { Count } from "../ground/count.ts";
import { grantFor, grantsIn, type Person } from "../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../ground/result.ts";
import type { Day } from "../ground/time.ts";
import type { Category } from "./category.ts";
import { personRefused, type PersonWhy } from "./person-in-text.ts";
import { COLLECTORS, freeSlug, type SampleType, type SecrecyClass, slugWithin, type Source } from "./source.ts";
import { WALK_LEADERS } from "./walk.ts";

/** Boverket's ladder. Those who are asked are told on which step they stand. */
export const LADDER_LEVELS = ["information", "consultation", "participation", "co-decision"] as const;
export type LadderLevel = (typeof LADDER_LEVELS)[number];

/** How many answered, by group; `all` is the whole, the groups need not add up to it. */
export const DIALOGUE_GROUPS = ["all", "women", "men", "other", "under-18", "18-29", "30-64", "65-up"] as const;
export type DialogueGroup = (typeof DIALOGUE_GROUPS)[number];
export type DialogueCounts = Readonly<Partial<Record<DialogueGroup, number>>>;

export type Theme = {
  readonly id: string;
  readonly theme: string;
  readonly category: Category;
  readonly count: Count;
  /** Somebody's words, without anything that points at them; may be empty. */
  readonly quote: string;
};

export type Dialogue = {
  readonly id: string;
  readonly sourceId: string;
  readonly slug: string;
  readonly title: string;
  readonly heldFrom: Day;
  readonly heldTo: Day;
  readonly method: string;
  readonly ladderLevel: LadderLevel;
  readonly sampleType: SampleType;
  /** «Det här kan du påverka. Det här kan vi inte ändra.» */
  readonly canInfluence: string;
  readonly cannotInfluence: string;
  readonly invited?: number | undefined;
  readonly answered: DialogueCounts;
  readonly themes: readonly Theme[];
  readonly example: boolean;
};

export type NewDialogue = Omit<Dialogue, "id" | "sourceId" | "slug" | "themes" | "example"> & {
  readonly themes: readonly Omit<Theme, "id">[];
};
export type DialogueWhy =
  | "not-yours"
  | "name-needed"
  | "ends-before-it-starts"
  | "more-answered-than-asked"
  | PersonWhy;
type Known = {
  readonly partnershipId: string;
  readonly source: Pick<Source, "id" | "ownerOrganisationId" | "secrecyClass">;
  readonly slugs: readonly string[];
};

export const recordDialogue = command({
  event: "dialogue.recorded",
  may: (person: Person, _input: NewDialogue, state: Known): Refusal<DialogueWhy> | undefined =>
    grantFor(person, state.partnershipId, COLLECTORS)?.organisationId === state.source.ownerOrganisationId
      ? undefined
      : { why: "not-yours" },
  decide: (input: NewDialogue, state: Known, moment) => {
    const wanted = freeSlug(input.title, state.slugs);
    if (wanted === "") return no<DialogueWhy>("name-needed", { field: "title" });
    if (input.heldTo < input.heldFrom) return no<DialogueWhy>("ends-before-it-starts", { field: "heldTo" });
    if (input.invited !== undefined && (input.answered.all ?? 0) > input.invited)
      return no<DialogueWhy>("more-answered-than-asked", { field: "answered" });
    const person = personRefused({
      title: input.title,
      method: input.method,
      canInfluence: input.canInfluence,
      cannotInfluence: input.cannotInfluence,
      themes: input.themes.map(({ theme, quote }) => `${theme} ${quote}`).join("\n"),
    });
    if (person !== undefined) return { ok: false as const, refusal: person };
    const themes = input.themes.map((theme) => ({ ...theme, id: moment.newId() }));
    const id = moment.newId();
    const slug = slugWithin(state.source.secrecyClass, wanted, id);
    return yes<Dialogue>({ ...input, sourceId: state.source.id, id, slug, themes, example: false });
  },
});

export const PUBLISH_WHYS = ["not-yours", "published-elsewhere", "source-holds-more"] as const;
export type PublishWhy = (typeof PUBLISH_WHYS)[number];
type Published = {
  readonly partnershipId: string;
  readonly source: Pick<Source, "id" | "ownerOrganisationId" | "secrecyClass">;
  /** A walk's protocol and a campaign's answers are published by decisions of their own, said to those who walked and answered. */
  readonly decidedElsewhere: boolean;
  /** Something else than dialogues lies in the source and would be let out with them. */
  readonly holdsMore: boolean;
};

/**
 * Whether what was recorded may be published as numbers, decided afterwards by whoever leads the work of its owner, and taken back as well. It is said of the
 * source, and so of every dialogue recorded in it. What has been taken back both parties still read.
 */
export const publishDialogue = command({
  event: "dialogue.publishing-decided",
  may: (person: Person, _input: unknown, state: Published): Refusal<PublishWhy> | undefined =>
    grantsIn(person, state.partnershipId, WALK_LEADERS).some(
      ({ organisationId }) => organisationId === state.source.ownerOrganisationId,
    )
      ? undefined
      : { why: "not-yours" },
  decide: (
    { publish }: { readonly publish: boolean },
    { source, decidedElsewhere, holdsMore }: Published,
  ): Result<
    { readonly sourceId: string; readonly from: SecrecyClass; readonly to: SecrecyClass },
    Refusal<PublishWhy>
  > => {
    if (decidedElsewhere) return no<PublishWhy>("published-elsewhere");
    const from = source.secrecyClass;
    if (publish && from === "own" && holdsMore) return no<PublishWhy>("source-holds-more");
    // Said twice is said once, and what was never public stays with those who read it.
    return yes({ sourceId: source.id, from, to: publish ? "public" : from === "public" ? "shared" : from });
  },
});

/** Why somebody may not turn what is decided of a dialogue the other way, asked before anybody presses; the same rule as answers the press. */
export function turningRefused(by: Person, state: Published, moment: Omit<Moment, "by">): PublishWhy | undefined {
  const input = { publish: state.source.secrecyClass !== "public" };
  const decided = publishDialogue.decide(input, state, { ...moment, by });
  return publishDialogue.may(by, input, state)?.why ?? (decided.ok ? undefined : decided.refusal.why);
}

/** Share of the invited who answered, 0–1; undefined where nobody knows how many were asked. */
export function responseRate({ invited, answered }: Pick<Dialogue, "invited" | "answered">): number | undefined {
  return invited === undefined || invited === 0 || answered.all === undefined ? undefined : answered.all / invited;
}
