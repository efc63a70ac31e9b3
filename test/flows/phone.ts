// A phone outdoors as a thumb uses it, and the desk that waits for what it sends: what the walks of the field app share.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import sharp from "sharp";
import { expect } from "vitest";
import { openGate, type Gate } from "./gate.ts";
import { comeIn, openBrowser, serveBuilt, type Somebody } from "./served.ts";

export const PHONE = { width: 320, height: 720 };
export const STOPS = ["Tunneln", "Parkeringen", "Bänken vid ån"];

/** A server behind a gate, a browser, Karin at her desk, a folder for files and a picture to photograph. */
export async function openEvening() {
  const gate = await openGate();
  const [served, browser] = await Promise.all([serveBuilt({ SAMSYN_ORIGIN: gate.origin }), openBrowser()]);
  gate.lead(Number(new URL(served.origin).port));
  const karin = (await comeIn(browser, gate.origin, "Karin")).page;
  const folder = await mkdtemp(join(tmpdir(), "samsyn-field-"));
  const photo = await photoWithPosition();
  const stop = async () => {
    await browser.close();
    await served.stop();
    await gate.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { gate, browser, karin, folder, photo, stop };
}

/** A network and a server that work. */
export function mend(gate: Gate): void {
  Object.assign(gate, { isCut: false, isBroken: false, repliesToLose: 0, cutAfter: undefined, newVersion: "" });
}

/** A picture too detailed for one piece, red all over, that says where it was taken. */
async function photoWithPosition(): Promise<Buffer> {
  const [width, height] = [900, 700];
  let seed = 1;
  const noise = Buffer.alloc(width * height * 3, 0);
  for (let at = 0; at < noise.length; at += 3) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    noise[at] = 200 + (seed % 56);
    noise[at + 1] = (seed >> 8) % 90;
    noise[at + 2] = (seed >> 16) % 90;
  }
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .withExif({ IFD0: { Make: "Kameran" }, IFD3: { GPSLatitude: "60/1 53/1 55/1", GPSLatitudeRef: "N" } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

// The desk

export type Row = {
  id: string;
  text: string;
  revision: number;
  photos: { id: string }[];
  notedAt: string;
  when: { at?: string };
};
export type Planned = { readonly title: string; readonly slug: string; readonly id: string };

export function deskOf(karin: Page) {
  async function ask<T>(path: string, body?: object): Promise<T> {
    return karin.evaluate(
      async ([to, sent]) => {
        const options = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(sent) };
        return (await fetch(to, sent === undefined ? {} : options)).json();
      },
      [`/api/collect/ockelbo/${path}`, body] as const,
    );
  }
  /** A walk of its own for each evening. */
  async function planned(title: string): Promise<Planned> {
    const startsAt = new Date(Date.now() - 60_000).toISOString();
    const endsAt = new Date(Date.now() + 7_200_000).toISOString();
    const stops = STOPS.map((name, at) => ({
      name,
      question: "Hur känns det här i mörker?",
      position: [16.71 + at / 500, 60.89],
    }));
    const walk = { title, village: title, startsAt, endsAt, meetingPoint: "Torget", stops };
    const { slug } = await ask<{ slug: string }>("walks", walk);
    const opened = await ask<{ walk: { id: string } }>(`walks/${slug}`);
    return { title, slug, id: opened.walk.id };
  }
  const notesOf = async ({ id }: Planned) =>
    (await ask<{ observations: Row[] }>(`observations?walkId=${id}&limit=200`)).observations;
  const textsOf = async (walk: Planned) => (await notesOf(walk)).map(({ text }) => text).toSorted();
  return { ask, planned, notesOf, textsOf };
}

// The phone

export const box = (page: Page) => page.getByLabel("Vad ser du, och vad gör det med platsen?");
export const notes = (page: Page) => page.locator("#mina-anteckningar");
export const entry = (page: Page, text: string): Locator => notes(page).getByRole("listitem").filter({ hasText: text });

/** Online, with everything in the phone. */
export async function takeAlong(page: Page, gate: Gate, walk: Planned): Promise<void> {
  await page.goto(`${gate.origin}/falt`);
  const other = page.getByRole("button", { name: "Byt vandring" });
  await other
    .or(page.getByRole("button", { name: "Anteckna utan vandring" }))
    .first()
    .waitFor();
  if (await other.isVisible()) await other.click();
  await page
    .getByRole("listitem")
    .filter({ hasText: walk.title })
    .getByRole("button", { name: "Ta med vandringen" })
    .click();
  await page.getByText(/Karta, rutt, 3 stopp och frågor ligger i telefonen \(\d+ MB\)/).waitFor({ timeout: 40_000 });
}

/** Somebody with a phone in which the walk lies. */
export async function outdoors(browser: Browser, gate: Gate, name: string, walk: Planned): Promise<Somebody> {
  const somebody = await comeIn(browser, gate.origin, name, PHONE);
  await takeAlong(somebody.page, gate, walk);
  return somebody;
}

export async function save(page: Page, text?: string): Promise<void> {
  if (text !== undefined) await box(page).fill(text);
  await page.getByRole("button", { name: "Spara på telefonen" }).click();
  await page.getByText(/Sparat i telefonen \d\d[.:]\d\d/).waitFor();
  await expect.poll(() => box(page).inputValue()).toBe("");
}

export async function addPhoto(page: Page, bytes: Buffer, { covers = true } = {}): Promise<void> {
  await page
    .getByLabel("Foto", { exact: true })
    .setInputFiles({ name: "IMG_1.jpg", mimeType: "image/jpeg", buffer: bytes });
  const dialog = page.getByRole("dialog", { name: "Täck över ansikten och nummerplåtar" });
  await dialog.waitFor();
  if (covers) {
    await dialog.getByRole("button", { name: "Spara fotot" }).click();
    await dialog.getByText("Täck över ansikten och nummerplåtar, eller kryssa i att det inte finns några.").waitFor();
    const area = (await dialog.getByRole("application").boundingBox())!;
    await page.mouse.move(area.x + area.width * 0.1, area.y + area.height * 0.1);
    await page.mouse.down();
    await page.mouse.move(area.x + area.width * 0.6, area.y + area.height * 0.6, { steps: 3 });
    await page.mouse.up();
  } else await dialog.getByLabel("Det finns inga ansikten eller nummerplåtar i bilden").check();
  await dialog.getByRole("button", { name: "Spara fotot" }).click();
  await dialog.waitFor({ state: "detached" });
}

/** From now on the phone has room for words but not for another photo. */
export async function fill(page: Page, photo: Buffer): Promise<void> {
  await page.evaluate(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called with the store below
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value: { state?: string; bytes?: Blob }, ...key) {
      if (value.state === "draft" && value.bytes !== undefined) throw new DOMException("full", "QuotaExceededError");
      return put.call(this, value, ...key);
    };
  });
  await addPhoto(page, photo);
  await page.getByText("Telefonen är nästan full. Texten får plats men inte fler foton.").first().waitFor();
}

export const allSent = (page: Page) => page.getByText("Allt är skickat").waitFor({ timeout: 40_000 });
/** The network is back, and somebody looks at the phone. */
export async function reconnect(page: Page, gate: Gate): Promise<void> {
  gate.isCut = false;
  gate.isBroken = false;
  await page.evaluate(() => dispatchEvent(new Event("online")));
}
