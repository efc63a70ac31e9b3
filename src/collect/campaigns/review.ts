// Reading what came in before anybody else does: kept, or set aside for one of a few reasons that whoever holds the receipt reads as a public template.
import { command } from "../../ground/command.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Day } from "../../ground/time.ts";
import { COLLECTORS } from "../source.ts";
import type { SetAsideReason } from "../open-form.ts";
import type { CleanPhoto } from "../photo.ts";
import { type Look, unlooked } from "../sent-photo.ts";

/** As many as are read in a sitting; the rest wait their turn. */
export const READ_AT_ONCE = 100;

type Waiting = {
  readonly partnershipId: string;
  readonly owner: string;
  readonly answer: {
    readonly id: string;
    readonly state: "waiting" | "kept" | "set-aside";
    readonly photo?: Look | undefined;
  };
};
const mayRead = (person: Person, _input: unknown, { partnershipId, owner }: Waiting): Refusal | undefined =>
  grantFor(person, partnershipId, COLLECTORS)?.organisationId === owner ? undefined : { why: "not-yours" };

/** `forget`: the words are taken away as well, since keeping them is what was wrong. */
export type Reviewed = { readonly id: string; readonly readOn: Day } & (
  | { readonly state: "kept" }
  | { readonly state: "set-aside"; readonly reason: SetAsideReason; readonly forget: boolean }
);

/** Why one of the answers is not read. */
export const UNREAD_WHYS = ["nothing-to-review", "photo-not-seen"] as const;
type UnreadWhy = (typeof UNREAD_WHYS)[number];
export type ReviewWhy = UnreadWhy | "nothing-chosen" | "not-yours";

/** One answer read, or why it cannot be. */
function readOne(
  { id, state, photo }: Waiting["answer"],
  reason: SetAsideReason | undefined,
  readOn: Day,
): Result<Reviewed, Refusal<UnreadWhy>> {
  if (state !== "waiting") return no("nothing-to-review");
  const unseen = unlooked([photo]);
  if (reason === undefined) return unseen ?? yes<Reviewed>({ id, readOn, state: "kept" });
  return yes<Reviewed>({ id, readOn, state: "set-aside", reason, forget: reason === "points-at-a-person" });
}

export const reviewAnswer = command({
  event: "response.read",
  may: mayRead,
  decide: ({ reason }: { readonly reason?: SetAsideReason | undefined }, { answer }: Waiting, moment) =>
    readOne(answer, reason, dayOf(moment.at)),
});

type Many = {
  readonly partnershipId: string;
  /** Those of the chosen that the one who asks may see. */
  readonly answers: readonly (Waiting["answer"] & { readonly owner: string })[];
};
export type ManyReviewed = {
  readonly reviewed: readonly Reviewed[];
  readonly refused: readonly { readonly id: string; readonly why: UnreadWhy }[];
};

/** «Behåll valda», «Dölj valda»: each by itself, so that one that cannot be kept keeps nobody else's waiting. */
export const reviewAnswers = command({
  event: "response.read",
  may: (person: Person, _input: unknown, { partnershipId }: Many): Refusal | undefined =>
    grantFor(person, partnershipId, COLLECTORS) === undefined ? { why: "not-yours" } : undefined,
  decide: (
    { ids, reason }: { readonly ids: readonly string[]; readonly reason?: SetAsideReason | undefined },
    { partnershipId, answers }: Many,
    { at, by },
  ): Result<ManyReviewed, Refusal<ReviewWhy>> => {
    const reviewed: Reviewed[] = [];
    const refused: { id: string; why: UnreadWhy }[] = [];
    for (const id of new Set(ids)) {
      const answer = answers.find((one) => one.id === id);
      const isMine = answer !== undefined && mayRead(by, undefined, { ...answer, partnershipId, answer }) === undefined;
      // One that is not there, and one that is not theirs to read, are the same answer.
      const read = isMine ? readOne(answer, reason, dayOf(at)) : no<UnreadWhy>("nothing-to-review");
      if (read.ok) reviewed.push(read.value);
      else refused.push({ id, why: read.refusal.why });
    }
    return ids.length === 0 ? no("nothing-chosen") : yes({ reviewed, refused });
  },
});

type PhotoState = Waiting & { readonly photo: Result<CleanPhoto, Refusal> };

/** «Täck över»: the reader looks before anybody else does; what comes takes the place of what was sent, which is gone. */
export const coverPhoto = command({
  event: "response.photo-covered",
  may: mayRead,
  decide: (_input: unknown, { answer, photo }: PhotoState, moment) => {
    if (answer.photo === undefined) return no("nothing-to-review");
    return photo.ok ? yes({ ...photo.value, coveredOn: dayOf(moment.at) }) : photo;
  },
});

export const removePhoto = command({
  event: "response.photo-removed",
  may: mayRead,
  decide: (_input: unknown, { answer }: Waiting) =>
    answer.photo === undefined ? no("nothing-to-review") : yes({ id: answer.id }),
});
