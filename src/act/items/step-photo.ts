// What a place looked like when a point was done, or when somebody looked: beside the photos of the note it comes from, before and after. Faces and number plates
// are covered before it leaves the phone, as every photo's (collect/photo.ts).
import type { CleanPhoto, PhotoWhy } from "../../collect/photo.ts";
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { MANAGERS, type Step, type StepKind } from "./item.ts";

export const MOST_PHOTOS = 3;
const SEEN: readonly StepKind[] = ["done", "verified", "not-done"];

export type StepPhotoWhy =
  | "not-yours"
  | "step-shows-nothing"
  | "step-photos-full"
  | Extract<PhotoWhy, "photo-too-large" | "photo-too-many-pixels" | "not-a-photo">;

/** A step that a photo can be of. */
export type OfStep = {
  readonly partnershipId: string;
  readonly step: Step;
  readonly photoIds: readonly string[];
};

export const showsPlace = ({ kind }: Pick<Step, "kind">): boolean => SEEN.includes(kind);

/** Whoever speaks for the organisation that took the step. */
export function mayAdd(person: Person, { partnershipId, step }: Pick<OfStep, "partnershipId" | "step">): boolean {
  return grantsIn(person, partnershipId, MANAGERS).some(({ organisationId }) => organisationId === step.organisationId);
}

const may = (person: Person, _input: unknown, state: OfStep): Refusal<StepPhotoWhy> | undefined =>
  mayAdd(person, state) ? undefined : { why: "not-yours" };

export type Added = { readonly id: string; readonly photo: CleanPhoto; readonly repeated: boolean };

export const addStepPhoto = command({
  event: "action-item.photo-added",
  may,
  decide: (
    { id }: { readonly id: string },
    { step, photoIds, photo }: OfStep & { readonly photo: Result<CleanPhoto, Refusal<StepPhotoWhy>> },
  ): Result<Added, Refusal<StepPhotoWhy>> => {
    if (!showsPlace(step)) return no("step-shows-nothing");
    if (!photo.ok) return photo;
    const repeated = photoIds.includes(id);
    if (!repeated && photoIds.length >= MOST_PHOTOS) return no("step-photos-full", { detail: { limit: MOST_PHOTOS } });
    return yes({ id, photo: photo.value, repeated });
  },
});

export const takeAwayStepPhoto = command({
  event: "action-item.photo-taken-away",
  may,
  decide: ({ id }: { readonly id: string }): Result<string, Refusal<StepPhotoWhy>> => yes(id),
});
