// A photo that a resident sends with what they say: small enough to be looked at, and no more. Whoever reads the words looks at it as well, and covers what
// points at anybody or takes it away; what was sent is gone then.
import { command } from "../ground/command.ts";
import type { Person } from "../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../ground/result.ts";
import { dayOf } from "../ground/time.ts";
import type { CleanPhoto } from "./photo.ts";
import { collectsFor } from "./source.ts";

export const SENT_PHOTO = { megabytes: 15, megapixels: 50, longestSide: 1600 } as const;
/** A megabyte each, and anybody may send one: no more are taken in than somebody can be asked to look at. */
export const MOST_UNSEEN_PHOTOS = 200;
/** `unseen`: nobody has looked at it yet. */
export const LOOKS = ["unseen", "covered"] as const;
export type Look = (typeof LOOKS)[number];

type Standing = { readonly partnershipId: string; readonly owner: string };
const mayLook = (person: Person, _input: unknown, { partnershipId, owner }: Standing): Refusal | undefined =>
  collectsFor(person, partnershipId, owner) ? undefined : { why: "not-yours" };

export const coverSentPhoto = command({
  event: "sent-photo.covered",
  may: mayLook,
  decide: (_input: unknown, { photo }: Standing & { readonly photo: Result<CleanPhoto, Refusal> }, moment) =>
    photo.ok ? yes({ ...photo.value, coveredOn: dayOf(moment.at) }) : photo,
});

export const removeSentPhoto = command({
  event: "sent-photo.removed",
  may: mayLook,
  decide: ({ id }: { readonly id: string }, _state: Standing) => yes({ id }),
});

/** Nobody goes on from what came with a photo before somebody has looked at it. */
export function unlooked(looks: readonly (Look | undefined)[]): Result<never, Refusal<"photo-not-seen">> | undefined {
  return looks.includes("unseen") ? no("photo-not-seen") : undefined;
}
