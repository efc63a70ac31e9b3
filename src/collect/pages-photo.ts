// The photo that comes with an open form: as many as somebody can be asked to look at, each read by its content and written anew.
import type { OpenWish } from "../platform/server/pages.ts";
import { cleanPhoto } from "../platform/server/photos.ts";
import type { Spoken } from "./open-form.ts";
import { refusals as formRefusals } from "./open-form-words.ts";
import type { CleanPhoto } from "./photo.ts";
import { toldInTwo } from "./screens/public-page.tsx";
import { SENT_PHOTO } from "./sent-photo.ts";
import { refusals } from "./words.ts";

type Taken =
  | { readonly ok: true; readonly photo: CleanPhoto | undefined }
  /** The page as it was, with this sentence; the photo is to be chosen again. */
  | { readonly ok: false; readonly problem: string; readonly status: number };

/** `isFull` asks whether so many wait that no more can be taken in. */
export async function photoSent(
  { file }: Pick<OpenWish, "file">,
  lang: Spoken,
  isFull: () => Promise<boolean>,
): Promise<Taken> {
  if (file === undefined) return { ok: true, photo: undefined };
  if (await isFull()) return { ok: false, problem: toldInTwo(formRefusals["photos-wait"], lang), status: 429 };
  const photo = await cleanPhoto(file, SENT_PHOTO);
  if (photo.ok) return { ok: true, photo: photo.value };
  const { why, detail } = photo.refusal;
  return { ok: false, problem: toldInTwo(refusals[why], lang, detail), status: 409 };
}
