import { PHOTO_LIMITS } from "../photo.ts";

/**
 * The photo drawn anew and smaller, so that it is quick to send over a weak network and carries no position out of the phone.
 * A picture the browser cannot draw goes as it is: the server reads it by its content and says what is wrong.
 */
export async function smallPhoto(file: Blob): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, PHOTO_LIMITS.longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
    return drawn ?? file;
  } catch {
    return file;
  }
}
