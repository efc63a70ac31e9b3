// A photo of a place: re-encoded before it is kept, so that nothing but the picture itself comes along (no position, no camera, no time).
// Faces and number plates are covered before it leaves the phone (domain.md 2.4, R8); nothing here can see them.
import { command } from "../ground/command.ts";
import type { Person } from "../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../ground/result.ts";
import { mayChange, type Standing } from "./observation.ts";
import { personRefused, type PersonWhy } from "./person-in-text.ts";

export const PHOTO_LIMITS = { megabytes: 15, megapixels: 50, longestSide: 2048, perObservation: 6 } as const;
/** A photo is sent in pieces of this size: what a weak network cuts off is lost by the piece, not by the photo. */
export const PIECE_BYTES = 96 * 1024;

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

/** A piece of a photo, beside what has come before. */
export type Pieces = {
  /** How many bytes have come before this one. */
  readonly received: number;
  /** How long the piece is; 0 asks how far it has come. */
  readonly length: number;
};

type Attaching = Standing & {
  readonly photo: Result<CleanPhoto, Refusal<PhotoWhy>>;
  /** Photos the observation has. */
  readonly photoIds: readonly string[];
};
export type Attached = {
  readonly id: string;
  readonly alt: string;
  readonly photo: CleanPhoto;
  readonly repeated: boolean;
};

export const attachPhoto = command({
  event: "photo.attached",
  may: (person: Person, input: unknown, state: Attaching) => mayChange(person, input, state),
  decide: attach,
});

function attach(
  input: { readonly id: string; readonly alt: string },
  { photo, photoIds }: Attaching,
): Result<Attached, Refusal<PhotoWhy>> {
  if (!photo.ok) return photo;
  const repeated = photoIds.includes(input.id);
  const { perObservation } = PHOTO_LIMITS;
  if (!repeated && photoIds.length >= perObservation) return no("photo-limit", { detail: { limit: perObservation } });
  const person = personRefused({ alt: input.alt });
  if (person !== undefined) return { ok: false, refusal: person };
  return yes({ id: input.id, alt: input.alt.trim(), photo: photo.value, repeated });
}

/** kept: more is to come. asked: nothing came, or not what comes next; the answer tells where to go on. attached: the photo is whole. */
export type PieceOutcome =
  | { readonly kind: "kept" | "asked"; readonly received: number }
  | { readonly kind: "attached"; readonly attached: Attached };

/** A photo in pieces: each is kept when it is the one that comes next, and the last makes it a photo. */
export const attachPhotoPiece = command({
  event: "photo.attached",
  may: attachPhoto.may,
  decide: (
    input: { readonly id: string; readonly alt: string; readonly offset: number; readonly total: number },
    state: Attaching & Pieces,
  ): Result<PieceOutcome, Refusal<PhotoWhy>> => {
    const { megabytes } = PHOTO_LIMITS;
    if (input.total > megabytes * 1024 * 1024) return no("photo-too-large", { detail: { megabytes } });
    if (state.photoIds.includes(input.id)) return yes({ kind: "asked", received: input.total });
    const { received, length } = state;
    if (length === 0 || input.offset !== received || received + length > input.total)
      return yes({ kind: "asked", received });
    if (received + length < input.total) return yes({ kind: "kept", received: received + length });
    const attached = attach(input, state);
    return attached.ok ? yes({ kind: "attached", attached: attached.value }) : attached;
  },
});
