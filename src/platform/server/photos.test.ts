import sharp from "sharp";
import { expect, test } from "vitest";
import { cleanPhoto } from "./photos.ts";

const LIMITS = { megabytes: 15, megapixels: 50, longestSide: 2048 };
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#345" } });
const GPS = { IFD0: { Make: "Kamera", Artist: "Karin" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "60/1 53/1 0/1" } };

test("a photo keeps its picture and loses everything else", async () => {
  const taken = await picture(3000, 1500).withExif(GPS).jpeg().toBuffer();
  expect((await sharp(taken).metadata()).exif).toBeDefined();
  const clean = await cleanPhoto(taken, LIMITS);
  expect(clean).toMatchObject({ ok: true, value: { width: 2048, height: 1024 } });
  const { jpeg } = (clean as { value: { jpeg: Uint8Array } }).value;
  const { exif, xmp, iptc, format } = await sharp(jpeg).metadata();
  expect({ exif, xmp, iptc, format }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined, format: "jpeg" });
  expect(Buffer.from(jpeg).includes("Karin")).toBe(false);
});

test("a photo taken on its side is turned upright", async () => {
  const taken = await picture(400, 200).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  expect(await cleanPhoto(taken, LIMITS)).toMatchObject({ ok: true, value: { width: 200, height: 400 } });
});

test.each([
  ["text with a picture's name", new TextEncoder().encode("jag är en bild.jpg")],
  ["nothing", new Uint8Array()],
  [
    "a drawing that could hold a script",
    new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
  ],
  ["the beginning of a photo", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70])],
])("%s is no photo", async (_name, bytes) =>
  expect(await cleanPhoto(bytes, LIMITS)).toMatchObject({ ok: false, refusal: { why: "not-a-photo" } }),
);

test("a photo cut in half is no photo", async () => {
  const taken = await picture(800, 800).jpeg().toBuffer();
  expect(await cleanPhoto(taken.subarray(0, taken.length / 2), LIMITS)).toMatchObject({
    refusal: { why: "not-a-photo" },
  });
});

test("a small file that is a huge picture is refused by its head", async () => {
  const bomb = await picture(9000, 9000).png({ compressionLevel: 9 }).toBuffer();
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await cleanPhoto(bomb, LIMITS)).toMatchObject({ refusal: { why: "photo-too-many-pixels" } });
});

test("more bytes than allowed are refused unread", async () =>
  expect(await cleanPhoto(new Uint8Array(16 * 1024 * 1024), LIMITS)).toMatchObject({
    refusal: { why: "photo-too-large" },
  }));
