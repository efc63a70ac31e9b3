import { PHOTO_LIMITS } from "../photo.ts";

/** A part of a picture, in parts of its width and height. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The picture as the browser draws it, small enough to be sent; undefined when it cannot be drawn, and so not be covered either. */
export async function drawable(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    const whole = await createImageBitmap(file);
    const scale = Math.min(1, PHOTO_LIMITS.longestSide / Math.max(whole.width, whole.height));
    if (scale === 1) return whole;
    return await createImageBitmap(whole, {
      resizeWidth: Math.round(whole.width * scale),
      resizeHeight: Math.round(whole.height * scale),
      resizeQuality: "medium",
    });
  } catch {
    return undefined;
  }
}

/** The picture with what is to be hidden painted over: what lies under a box is gone from its pixels. */
export function paint(canvas: HTMLCanvasElement, picture: ImageBitmap, boxes: readonly Box[]): void {
  canvas.width = picture.width;
  canvas.height = picture.height;
  const brush = canvas.getContext("2d");
  if (brush === null) throw new Error("This browser draws nothing");
  brush.drawImage(picture, 0, 0);
  brush.fillStyle = "#000";
  for (const { x, y, width, height } of boxes)
    brush.fillRect(x * picture.width, y * picture.height, width * picture.width, height * picture.height);
}

/** Drawn anew as a JPEG: only the pixels, with their boxes; no position, no time, no camera. */
export async function burn(picture: ImageBitmap, boxes: readonly Box[]): Promise<Blob | undefined> {
  const canvas = document.createElement("canvas");
  paint(canvas, picture, boxes);
  return (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85))) ?? undefined;
}
