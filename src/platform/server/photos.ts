import sharp from "sharp";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";

export type PhotoLimits = { readonly megabytes: number; readonly megapixels: number; readonly longestSide: number };
export type Photo = { readonly jpeg: Uint8Array; readonly width: number; readonly height: number };

/** What cameras and phones hand over. SVG can hold more than a picture, GIF and the rest are no photos. */
const FORMATS: ReadonlySet<string> = new Set(["jpeg", "png", "webp"]);

/**
 * Reads a photo by its content, turns it upright, shrinks it and writes it anew as JPEG. Nothing but the picture comes along: no position, no time,
 * no camera, no earlier thumbnail.
 */
export async function cleanPhoto(
  bytes: Uint8Array,
  { megabytes, megapixels, longestSide }: PhotoLimits,
): Promise<Result<Photo, Refusal<"photo-too-large" | "photo-too-many-pixels" | "not-a-photo">>> {
  if (bytes.length > megabytes * 1024 * 1024) return no("photo-too-large", { detail: { megabytes } });
  try {
    // The head alone tells the size, before a small file becomes a huge picture in memory.
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!FORMATS.has(format)) return no("not-a-photo");
    if (width * height > megapixels * 1_000_000) return no("photo-too-many-pixels", { detail: { megapixels } });
    const { data, info } = await sharp(bytes, { limitInputPixels: megapixels * 1_000_000, failOn: "error" })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    return yes({ jpeg: new Uint8Array(data), width: info.width, height: info.height });
  } catch {
    // sharp throws for whatever it cannot read, and that is all it is asked for here.
    return no("not-a-photo");
  }
}
