// A photo of a place: re-encoded before it is kept, so that nothing but the picture itself comes along (no position, no camera, no time).
// Faces and number plates are covered before it leaves the phone (domain.md 2.4, R8); nothing here can see them.
import { command } from "../ground/command.ts";
import type { Person } from "../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../ground/result.ts";
import { mayChange, type Standing } from "./observation.ts";
import { personRefused, type PersonWhy } from "./person-in-text.ts";

export const PHOTO_LIMITS = { megabytes: 15, megapixels: 50, longestSide: 2048, perObservation: 6 } as const;

export type PhotoWhy =
  | "not-yours"
  | "photo-too-large"
  | "photo-too-many-pixels"
  | "not-a-photo"
  | "photo-limit"
  | PersonWhy;

/** A photo that has been read, made upright, shrunk and written anew. */
export type CleanPhoto = {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
};

type Attaching = Standing & {
  readonly photo: Result<CleanPhoto, Refusal<PhotoWhy>>;
  /** Photos the observation has. */
  readonly photoIds: readonly string[];
};
type Attached = { readonly id: string; readonly alt: string; readonly photo: CleanPhoto; readonly repeated: boolean };

export const attachPhoto = command({
  event: "photo.attached",
  may: (person: Person, input: unknown, state: Attaching) => mayChange(person, input, state),
  decide: (
    input: { readonly id: string; readonly alt: string },
    { photo, photoIds }: Attaching,
  ): Result<Attached, Refusal<PhotoWhy>> => {
    if (!photo.ok) return photo;
    const repeated = photoIds.includes(input.id);
    const { perObservation } = PHOTO_LIMITS;
    if (!repeated && photoIds.length >= perObservation) return no("photo-limit", { detail: { limit: perObservation } });
    const person = personRefused({ alt: input.alt });
    if (person !== undefined) return { ok: false, refusal: person };
    return yes({ id: input.id, alt: input.alt.trim(), photo: photo.value, repeated });
  },
});
