// The field app on bad evenings, in a real browser with the network, the server and the phone failing in every way the issue names: nothing is lost,
// nothing comes twice, nothing is said to be saved that is not.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page, Request } from "playwright-core";
import jsQR from "jsqr";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Gate } from "./gate.ts";
import * as phone from "./phone.ts";
import { allSent, box, deskOf, entry, mend, notes, openEvening, PHONE, type Planned, save } from "./phone.ts";
import { axeFinds } from "./looked.ts";
import { comeIn } from "./served.ts";

let evening: Awaited<ReturnType<typeof openEvening>>;
let gate: Gate;
let browser: Browser;
let karin: Page;
let photo: Buffer;
let folder: string;

beforeAll(async () => {
  evening = await openEvening();
  ({ gate, browser, karin, photo, folder } = evening);
});
beforeEach(() => mend(gate));
afterAll(() => evening.stop());

const ask = <T>(path: string) => deskOf(karin).ask<T>(path);
const planned = (title: string) => deskOf(karin).planned(title);
const notesOf = (walk: Planned) => deskOf(karin).notesOf(walk);
const textsOf = (walk: Planned) => deskOf(karin).textsOf(walk);
const takeAlong = (page: Page, walk: Planned) => phone.takeAlong(page, gate, walk);
const outdoors = (name: string, walk: Planned) => phone.outdoors(browser, gate, name, walk);
const addPhoto = (page: Page, options?: { covers: boolean }) => phone.addPhoto(page, photo, options);
/** Unless the phone has tried again by itself meanwhile. */
const tryNow = async (page: Page) => {
  const button = page.getByRole("button", { name: "Försök nu" });
  await button.or(page.getByText("Allt är skickat")).first().waitFor();
  await button.click({ timeout: 3000 }).catch(() => {});
};
const reconnect = (page: Page) => phone.reconnect(page, gate);

describe("outdoors nothing is lost", () => {
  let walk: Planned;
  beforeAll(async () => {
    walk = await planned("Mörkervandring i Wij");
  });

  test("«Provstarta utan nät» starts cold with the network cut, and says what is missing when something is", async () => {
    const { page, context } = await outdoors("Amina", walk);
    await page.getByRole("button", { name: "Provstarta utan nät" }).click();
    await page.getByText("Klart. Du kan gå ut.").waitFor({ timeout: 40_000 });
    gate.isCut = true;
    await page.getByRole("button", { name: "Peka på kartan" }).click();
    await page.locator(".point-map canvas").waitFor({ timeout: 40_000 });
    const map = await page.evaluate(async () => {
      const bytes = await (await fetch("/basemap/2101.pmtiles")).arrayBuffer();
      return new TextDecoder().decode(bytes.slice(0, 7));
    });
    expect(map).toBe("PMTiles");
    await page.getByRole("button", { name: "Välj kartans mitt" }).click({ timeout: 40_000 });
    gate.isCut = false;
    await page.evaluate(async () => {
      const [name] = (await caches.keys()).filter((key) => key.startsWith("samsyn-"));
      const cache = await caches.open(name!);
      const font = (await cache.keys()).find(({ url }) => url.endsWith(".woff2"));
      await cache.delete(font!);
    });
    await page.getByRole("button", { name: "Provstarta utan nät" }).click();
    await expect.poll(() => page.getByText(/Det gick inte att starta utan nät: appens filer saknas/).count()).toBe(1);
    await context.close();
  });

  test("a tab closed in the middle of a sentence: the sentence is there", async () => {
    const { page, context } = await outdoors("Amina", walk);
    await page.getByLabel("Stopp").selectOption({ label: "Stopp 2: Parkeringen" });
    await box(page).pressSequentially("Lampan vid");
    // The time it takes to reach for the tab's cross.
    await page.waitForTimeout(500);
    await page.close();
    const again = await context.newPage();
    await again.goto(`${gate.origin}/falt`);
    await expect.poll(() => box(again).inputValue()).toBe("Lampan vid");
    await expect.poll(() => again.getByLabel("Stopp").locator("option:checked").textContent()).toContain("Parkeringen");
    await save(again, "Lampan vid parkeringen är släckt");
    await allSent(again);
    expect(await textsOf(walk)).toContain("Lampan vid parkeringen är släckt");
    await context.close();
  });

  test("changed and undone before it is sent and after, and what it said before is kept", async () => {
    const { page, context } = await outdoors("Amina", walk);
    gate.isCut = true;
    await save(page, "Halt i trappan");
    await save(page, "Det här ångrar jag");
    await save(page, "Det här ångrar jag sedan");
    await entry(page, "Halt i trappan").getByRole("button", { name: "Ändra" }).click();
    await page.getByRole("heading", { name: "Ändra iakttagelsen" }).waitFor();
    await save(page, "Halt i trappan när det fryser");
    await entry(page, "Det här ångrar jag").first().getByRole("button", { name: "Ångra" }).waitFor();
    await notes(page)
      .getByRole("listitem")
      .filter({ has: page.getByText("Det här ångrar jag", { exact: true }) })
      .getByRole("button", { name: "Ångra" })
      .click();
    await reconnect(page);
    await allSent(page);
    const first = await textsOf(walk);
    expect(first).toContain("Halt i trappan när det fryser");
    expect(first).toContain("Det här ångrar jag sedan");
    expect(first).not.toContain("Det här ångrar jag");
    expect(first).not.toContain("Halt i trappan");
    gate.isCut = true;
    await entry(page, "Halt i trappan").getByRole("button", { name: "Ändra" }).click();
    await save(page, "Halt i trappan hela vintern");
    await entry(page, "Det här ångrar jag sedan").getByRole("button", { name: "Ångra" }).click();
    await page
      .getByText(/\d väntar/)
      .first()
      .waitFor();
    await reconnect(page);
    await allSent(page);
    const after = await notesOf(walk);
    const texts = after.map(({ text }) => text);
    expect(texts).toContain("Halt i trappan hela vintern");
    expect(texts).not.toContain("Det här ångrar jag sedan");
    const { id } = after.find(({ text }) => text === "Halt i trappan hela vintern")!;
    const opened = await ask<{ revisions: { body: { text: string } }[] }>(`observations/${id}`);
    expect(opened.revisions.map(({ body }) => body.text)).toContain("Halt i trappan när det fryser");
    await context.close();
  });

  test("a reply that is lost after the server has taken it in makes no second note, and a change meanwhile is not lost", async () => {
    const { page, context } = await outdoors("Amina", walk);
    gate.repliesToLose = 1;
    await save(page, "Svaret försvann");
    await expect.poll(() => gate.repliesToLose).toBe(0);
    await entry(page, "Svaret försvann").getByRole("button", { name: "Ändra" }).click();
    await save(page, "Svaret försvann på vägen");
    await reconnect(page);
    await allSent(page);
    expect((await textsOf(walk)).filter((text) => text.startsWith("Svaret"))).toEqual(["Svaret försvann på vägen"]);
    await context.close();
  });

  test("a server that answers 500 for an hour: kept, told when it is tried again, more and more seldom, and sent once it can", async () => {
    const broken = await planned("Mörkervandring med en trasig server");
    const { page, context } = await comeIn(browser, gate.origin, "Amina", PHONE);
    // The phone's clock and timers, so that an hour can pass.
    await page.clock.install();
    await takeAlong(page, broken);
    const tries: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/ockelbo/observations")) tries.push(request.postDataJSON().text);
    });
    gate.isBroken = true;
    // Each is tried as it is saved: after two failures the wait is forty seconds.
    await save(page, "Servern är trasig");
    await save(page, "Men jag skriver vidare");
    await expect.poll(() => tries.length).toBe(2);
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 500));
    const said = async () => {
      const told = await page
        .getByText(/Servern kan inte ta emot just nu. Allt ligger kvar. Vi försöker igen \d/)
        .innerText();
      return /\d\d[.:]\d\d/.exec(told)?.[0].replace(".", ":");
    };
    const clockIn = (seconds: number) =>
      page.evaluate(
        (ahead) =>
          new Date(Date.now() + ahead * 1000).toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit" }),
        seconds,
      );
    for (const [nth, seconds] of [40, 80, 160, ...Array.from({ length: 11 }, () => 300)].entries()) {
      // The first wait began before the clock was stopped.
      const margin = nth === 0 ? 15 : 5;
      const next = [await clockIn(seconds - margin), await clockIn(seconds)];
      await expect.poll(async () => next.includes((await said()) ?? "")).toBe(true);
      // Until what was answered is kept and the next try is planned.
      await page.waitForTimeout(300);
      await page.clock.runFor((seconds - margin) * 1000);
      await page.waitForTimeout(50);
      expect(tries).toHaveLength(nth + 2);
      if (nth === 13) gate.isBroken = false;
      await page.clock.runFor(margin * 1000);
      await expect.poll(() => tries.length).toBeGreaterThan(nth + 2);
    }
    await allSent(page);
    expect(tries).toEqual([...Array.from({ length: 16 }, () => "Servern är trasig"), "Men jag skriver vidare"]);
    expect(await textsOf(broken)).toEqual(["Men jag skriver vidare", "Servern är trasig"]);
    await context.close();
  });

  test("a clock an hour wrong is told, and both times are kept", async () => {
    const { page, context } = await comeIn(browser, gate.origin, "Amina", PHONE);
    await context.addInitScript(() => {
      const Real = Date;
      class Ahead extends Real {
        constructor(...given: []) {
          if (given.length === 0) super(Real.now() + 3_600_000);
          else super(...given);
        }
        static override now() {
          return Real.now() + 3_600_000;
        }
      }
      globalThis.Date = Ahead as DateConstructor;
    });
    await takeAlong(page, walk);
    await page.getByText("Telefonens klocka går 1 timme fel. Vi sparar båda tiderna.").waitFor();
    await save(page, "Klockan går fel");
    await allSent(page);
    const { id, notedAt, when } = (await notesOf(walk)).find(({ text }) => text === "Klockan går fel")!;
    const minutesFromNow = (at = "") => Math.round((Date.parse(at) - Date.now()) / 60_000);
    expect(
      [minutesFromNow(notedAt), minutesFromNow(when.at)].map((minutes) => Math.abs(Math.round(minutes / 10))),
    ).toEqual([6, 0]);
    // Both are read at the desk.
    await karin.goto(`${gate.origin}/lyssna/ockelbo/iakttagelse-${id}`);
    await karin.getByText(/^Visade \d\d[.:]\d\d, rätt tid var \d\d[.:]\d\d[.]$/).waitFor();
    await context.close();
  });

  test("a login that has run out: one writes on, is told, and it is sent after logging in", async () => {
    const { page, context } = await outdoors("Amina", walk);
    await context.clearCookies();
    await save(page, "Inloggningen gick ut");
    await page.getByText("Du behöver logga in innan det skickas. Fortsätt skriva, allt ligger kvar.").waitFor();
    await page.reload();
    await save(page, "Jag skriver vidare utan inloggning");
    await page.getByRole("link", { name: "Logga in" }).click();
    await page.getByRole("button", { name: "Logga in som Amina" }).click();
    await allSent(page);
    expect(await textsOf(walk)).toEqual(
      expect.arrayContaining(["Inloggningen gick ut", "Jag skriver vidare utan inloggning"]),
    );
    await context.close();
  });

  test("a second person on the same phone never sees the first one's notes, and they go all the same", async () => {
    // A walk of its own: of one walk a person has a right to send from five phones, and each test here is another phone.
    const lent = await planned("Mörkervandring med en lånad telefon");
    const { page, context } = await outdoors("Amina", lent);
    const desk = () => ask<{ sending: number }>(`walks/${lent.slug}/desk`);
    await expect.poll(async () => (await desk()).sending).toBe(1);
    gate.isBroken = true;
    const held = /\/api\/collect\/ockelbo\/(observations|left-notes)$/;
    let underWay = 0;
    page.on("request", (sent) => (underWay += Number(held.test(sent.url()))));
    const over = (sent: Request) => (underWay -= Number(held.test(sent.url())));
    page.on("requestfinished", over).on("requestfailed", over);
    await save(page, "Skriven av den första");
    // What was kept while the server was in trouble is locked to its writer before anything is tried again.
    await page.evaluate(() => Object.defineProperty(navigator, "onLine", { value: false }));
    // An attempt may be under way as the server comes back: what is on its way has had its no, and the next comes no further than the phone.
    await page.route(held, (route) => route.abort());
    await expect.poll(() => underWay).toBe(0);
    gate.isBroken = false;
    const logInAs = async (name: string) => {
      await page.goto(`${gate.origin}/logga-in?till=/falt`);
      await page.getByRole("button", { name: `Logga in som ${name}` }).click();
      await page.waitForURL(/falt/);
      await page.getByRole("heading", { level: 1 }).waitFor();
    };
    await logInAs("Petra");
    await page.getByText("1 anteckning från den förra personen är låst. Den skickas ändå när det finns nät.").waitFor();
    expect(await textsOf(lent)).not.toContain("Skriven av den första");
    await page.unroute(held);
    expect(await page.content()).not.toContain("Skriven av den första");
    await takeAlong(page, lent);
    await save(page, "Skriven av den andra");
    await allSent(page);
    await expect.poll(() => textsOf(lent), { timeout: 40_000 }).toContain("Skriven av den första");
    await expect.poll(() => page.getByText(/från den förra personen/).count()).toBe(0);
    expect(await page.content()).not.toContain("Skriven av den första");
    await logInAs("Amina");
    await expect.poll(() => entry(page, "Skriven av den första").count()).toBe(1);
    expect(await entry(page, "Skriven av den andra").count()).toBe(0);
    await allSent(page);
    expect(await textsOf(lent)).toEqual(expect.arrayContaining(["Skriven av den första", "Skriven av den andra"]));
    await context.close();
    // At the desk the right is taken back by key: the button goes, and what came of it has the focus.
    await karin.goto(`${gate.origin}/lyssna/ockelbo/vandring-${lent.slug}`);
    const take = karin.getByRole("button", { name: "Ta tillbaka rätten att skicka" });
    await take.press("Enter");
    await expect
      .poll(() => karin.evaluate(() => document.activeElement?.textContent))
      .toBe("Tillbakataget. Det som inte har kommit går när den som skrev loggar in på sin telefon.");
    expect(await take.count()).toBe(0);
    expect((await desk()).sending).toBe(0);
  });

  test("the app is updated while entries wait: the open page goes on, and the entries go", async () => {
    const { page, context } = await outdoors("Amina", walk);
    gate.isBroken = true;
    await save(page, "Skriven i den gamla appen");
    gate.newVersion = "0123456789abcdef";
    await page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!;
      const changed = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
      await registration.update();
      await changed;
    });
    expect(await page.evaluate(() => caches.keys())).toContain("samsyn-0123456789abcdef");
    await save(page, "Skriven medan den nya kom");
    await page.getByRole("button", { name: "Peka på kartan" }).click();
    await page.getByRole("button", { name: "Välj kartans mitt" }).click({ timeout: 40_000 });
    gate.isBroken = false;
    await page.reload();
    await allSent(page);
    expect(await textsOf(walk)).toEqual(
      expect.arrayContaining(["Skriven i den gamla appen", "Skriven medan den nya kom"]),
    );
    gate.newVersion = "";
    await context.close();
  });

  test("a note with what the server does not know, from another version of the app: it is kept, told and mended", async () => {
    const { page, context } = await outdoors("Amina", walk);
    gate.isBroken = true;
    await save(page, "Temat finns inte längre");
    // Until then it is on its way as it was.
    await page.getByText(/Servern kan inte ta emot just nu/).waitFor();
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open("samsyn");
          opening.onsuccess = () => {
            const store = opening.result.transaction("entry", "readwrite").objectStore("entry");
            const all = store.getAll();
            all.onsuccess = () => {
              const [kept] = (all.result as { input: object; state: string }[]).filter(({ state }) => state !== "sent");
              store.put({ ...kept, input: { ...kept!.input, category: "place.gone", wind: "strong" } });
              store.transaction.oncomplete = () => {
                opening.result.close();
                resolve();
              };
            };
          };
        }),
    );
    gate.isBroken = false;
    await tryNow(page);
    await page.getByText("Formuläret har ändrats sedan du skrev. Anteckningen ligger kvar.").waitFor();
    await entry(page, "Temat finns inte längre").getByRole("button", { name: "Ändra" }).click();
    await page.getByLabel("Tema").selectOption({ label: "Belysning" });
    await save(page);
    await allSent(page);
    expect((await textsOf(walk)).filter((text) => text === "Temat finns inte längre")).toHaveLength(1);
    await context.close();
  });

  test("two phones at the same stop, one handed over to the other, and a file taken in twice: each note once, and who wrote it", async () => {
    const [amina, petra] = [await outdoors("Amina", walk), await outdoors("Petra", walk)];
    gate.isCut = true;
    for (const { page } of [amina, petra]) await page.getByLabel("Stopp").selectOption({ label: "Stopp 1: Tunneln" });
    await addPhoto(amina.page);
    await save(amina.page, "Den ena om tunneln");
    await save(petra.page, "Den andra om tunneln");
    const [download] = await Promise.all([
      amina.page.waitForEvent("download"),
      amina.page.getByRole("button", { name: "Lämna över 2 som väntar" }).click(),
    ]);
    const file = join(folder, "over.txt");
    await download.saveAs(file);
    const whole = await readFile(file);
    const takeIn = (bytes: Buffer) =>
      petra.page
        .getByLabel("Ta emot en fil")
        .setInputFiles({ name: "over.txt", mimeType: "text/plain", buffer: bytes });
    await takeIn(whole.subarray(0, whole.length - 40));
    await petra.page.getByText("Filen är inte hel. Inget togs emot.").waitFor();
    await takeIn(whole);
    await petra.page.getByText(/2 togs emot från Amina.* och skickas härifrån/).waitFor();
    await takeIn(whole);
    await petra.page.getByText("Allt i filen fanns redan här.").waitFor();
    expect(await notes(petra.page).textContent()).not.toContain("Den ena om tunneln");
    await reconnect(petra.page);
    await allSent(petra.page);
    await reconnect(amina.page);
    await allSent(amina.page);
    const found = (await notesOf(walk)).filter(({ text }) => text.endsWith("om tunneln"));
    expect(found.map(({ text, photos }) => `${text}: ${photos.length}`).toSorted()).toEqual([
      "Den andra om tunneln: 0",
      "Den ena om tunneln: 1",
    ]);
    await amina.context.close();
    await petra.context.close();
  });

  test("handed over from screen to camera: codes in any order, the note once, its photo from the phone it lies in", async () => {
    const petra = await comeIn(browser, gate.origin, "Petra", phone.PHONE);
    // Another phone's camera, held where this test says.
    await petra.context.addInitScript(() => {
      const seen: string[] = [];
      class BarcodeDetector {
        static async getSupportedFormats() {
          return ["qr_code"];
        }
        async detect() {
          return seen.splice(0).map((rawValue) => ({ rawValue }));
        }
      }
      Object.assign(globalThis, { BarcodeDetector, seen });
      navigator.mediaDevices.getUserMedia = async () => {
        const canvas = document.createElement("canvas");
        canvas.getContext("2d")!.fillRect(0, 0, 1, 1);
        return canvas.captureStream(5);
      };
    });
    await takeAlong(petra.page, walk);
    const amina = await outdoors("Amina", walk);
    gate.isCut = true;
    await addPhoto(amina.page);
    for (let nth = 1; nth <= 6; nth++)
      await save(amina.page, `Visad som kod ${nth}, med några ord till så att det blir fler`);
    await amina.page.getByRole("button", { name: "Visa som QR-koder" }).click();
    await amina.page.getByRole("button", { name: "Stanna" }).click();
    const shown = amina.page.locator(".hand-over-code");
    const count = Number(/av (\d+)$/.exec((await shown.getAttribute("aria-label"))!)![1]);
    expect(count).toBeGreaterThan(1);
    await petra.page.getByRole("button", { name: "Läs av med kameran" }).click();
    await petra.page.getByText("Rikta kameran mot den andra telefonens kod.").waitFor();
    for (let nth = 0; nth < count; nth++) {
      const code = await codeIn(await shown.screenshot());
      await petra.page.evaluate((text) => (globalThis as unknown as { seen: string[] }).seen.push(text), code);
      await amina.page.getByRole("button", { name: "Nästa kod" }).click();
      if (nth + 1 < count) await petra.page.getByText(`${nth + 1} av ${count} lästa`).waitFor();
    }
    await petra.page.getByText(/6 togs emot från Amina.* och skickas härifrån/).waitFor();
    expect(await amina.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await reconnect(petra.page);
    await allSent(petra.page);
    await reconnect(amina.page);
    await allSent(amina.page);
    const found = (await notesOf(walk)).filter(({ text }) => text.startsWith("Visad som kod"));
    expect(found.map(({ text, photos }) => `${text.slice(0, 15)} ${photos.length}`).toSorted()).toEqual(
      [1, 2, 3, 4, 5, 6].map((nth) => `Visad som kod ${nth} ${nth === 1 ? 1 : 0}`),
    );
    await amina.context.close();
    await petra.context.close();
  });

  test("a photo: faces are covered before it is kept, no position comes along, and a cut sending goes on where it was", async () => {
    const { page, context } = await outdoors("Amina", walk);
    gate.isCut = true;
    await addPhoto(page);
    await addPhoto(page, { covers: false });
    expect(await page.locator(".photo-row img").count()).toBe(2);
    await page.reload();
    await expect.poll(() => page.locator(".photo-row img").count()).toBe(2);
    await save(page, "Med två foton");
    const said = await page.evaluate(keptPhotosSay, "Kameran");
    expect(said).toEqual([false, false]);
    // The note, the question how far it has come, two pieces: and the network is gone.
    gate.passed.length = 0;
    gate.cutAfter = 4;
    await reconnect(page);
    await expect.poll(() => gate.isCut).toBe(true);
    await reconnect(page);
    await allSent(page);
    const pieces = gate.passed.filter(({ address, bytes }) => address.includes("/pieces") && bytes > 0);
    const addresses = pieces.map(({ address }) => address);
    expect(pieces.length).toBeGreaterThan(4);
    expect(new Set(addresses).size).toBe(addresses.length);
    const [note] = (await notesOf(walk)).filter(({ text }) => text === "Med två foton");
    expect(note!.photos).toHaveLength(2);
    const shown = await karin.evaluate(
      async (ids) => {
        const read = async (id: string) => [
          ...new Uint8Array(await (await fetch(`/api/collect/ockelbo/photos/${id}`)).arrayBuffer()),
        ];
        return Promise.all(ids.map(read));
      },
      note!.photos.map(({ id }) => id),
    );
    const pictures = await Promise.all(shown.map((bytes) => brightness(Buffer.from(bytes))));
    expect(pictures.map(({ exif }) => exif)).toEqual([undefined, undefined]);
    expect(pictures.filter(({ covered }) => covered < 12)).toHaveLength(1);
    for (const { bare } of pictures) expect(bare).toBeGreaterThan(100);
    await context.close();
  });

  test("a phone that is full: the text fits and no more photos, and it says so", async () => {
    const { page, context } = await outdoors("Amina", walk);
    await phone.fill(page, photo);
    await save(page, "Utan bild i en full telefon");
    await allSent(page);
    expect(await textsOf(walk)).toContain("Utan bild i en full telefon");
    await context.close();
  });

  test.each([
    ["has not promised to keep what waits: it is said what may happen and what helps", false],
    ["has promised: nothing is said", true],
  ])("a phone that %s", async (_name, promised) => {
    const { page, context } = await comeIn(browser, gate.origin, "Amina", PHONE);
    await context.addInitScript((answer) => {
      StorageManager.prototype.persist = () => {
        Object.assign(globalThis, { asked: true });
        return Promise.resolve(answer);
      };
    }, promised);
    await takeAlong(page, walk);
    await expect.poll(() => page.evaluate(() => "asked" in globalThis)).toBe(true);
    const warning = page.getByText("Telefonen kan städa bort det som väntar om den får ont om plats.");
    expect(await warning.count()).toBe(0);
    gate.isCut = true;
    await save(page, `I en telefon som ${promised ? "har" : "inte har"} lovat`);
    await page
      .getByText(/1 väntar/)
      .first()
      .waitFor();
    if (!promised) await page.getByText("Lägg till Samsyn på hemskärmen, så får det ligga kvar.").waitFor();
    expect(await warning.count()).toBe(promised ? 0 : 1);
    await reconnect(page);
    await allSent(page);
    await expect.poll(() => warning.count()).toBe(0);
    await context.close();
  });

  test("photos go at once on the mobile network, and wait for wifi where that was chosen", async () => {
    const { page, context } = await comeIn(browser, gate.origin, "Amina", PHONE);
    await context.addInitScript(() => {
      const connection = { type: "cellular" };
      Object.assign(globalThis, { connection });
      Object.defineProperty(navigator, "connection", { value: connection });
    });
    await takeAlong(page, walk);
    await addPhoto(page, { covers: false });
    await save(page, "Fotot går direkt");
    await allSent(page);
    const photosOf = async (said: string) => (await notesOf(walk)).find(({ text }) => text === said)?.photos.length;
    expect(await photosOf("Fotot går direkt")).toBe(1);

    await page.getByLabel("Skicka foton bara på wifi").check();
    await addPhoto(page, { covers: false });
    await save(page, "Fotot väntar på wifi");
    await expect.poll(() => photosOf("Fotot väntar på wifi")).toBe(0);
    await page
      .getByText(/1 väntar/)
      .first()
      .waitFor();
    // Asked to try again it still waits.
    await reconnect(page);
    await save(page, "Texten går");
    await expect.poll(() => textsOf(walk)).toContain("Texten går");
    expect(await photosOf("Fotot väntar på wifi")).toBe(0);
    await page.evaluate(() =>
      Object.assign((globalThis as unknown as { connection: object }).connection, { type: "wifi" }),
    );
    await reconnect(page);
    await allSent(page);
    expect(await photosOf("Fotot väntar på wifi")).toBe(1);
    await context.close();
  });

  test("a position that is unsure is told, and a place is pointed out on the map", async () => {
    const { page, context } = await comeIn(browser, gate.origin, "Amina", PHONE);
    await context.grantPermissions(["geolocation"]);
    await context.setGeolocation({ longitude: 16.7, latitude: 60.88, accuracy: 60 });
    await takeAlong(page, walk);
    await page.getByLabel("Stopp").selectOption({ label: "Stopp 2: Parkeringen" });
    await page
      .getByText("Positionen är osäker (±60 m). Iakttagelsen knyts till stopp 2 tills du pekar på kartan.")
      .waitFor();
    await page.getByRole("button", { name: "Peka på kartan" }).click();
    await page.locator(".point-map canvas").click({ position: { x: 60, y: 60 }, timeout: 40_000 });
    await page.getByText("Platsen är utpekad på kartan.").waitFor();
    await save(page, "Utpekad");
    await allSent(page);
    const { place } = (await notesOf(walk)).find(({ text }) => text === "Utpekad") as unknown as {
      place: { kind: string; position: [number, number]; accuracyMetres?: number };
    };
    expect(place.kind).toBe("point");
    expect(place.accuracyMetres).toBeUndefined();
    expect(Math.abs(place.position[0] - 16.7)).toBeGreaterThan(0.0005);
    expect(Math.abs(place.position[0] - 16.7)).toBeLessThan(0.02);
    await context.close();
  });

  test("axe finds nothing, and nothing scrolls sideways at 320 px", async () => {
    const { page, context } = await outdoors("Amina", walk);
    const looks = async () => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
      expect(await axeFinds(page)).toEqual([]);
    };
    await looks();
    await page.getByRole("button", { name: "Peka på kartan" }).click();
    await page.getByRole("button", { name: "Välj kartans mitt" }).waitFor({ timeout: 40_000 });
    await looks();
    await page.getByLabel("Foto").setInputFiles({ name: "IMG_1.jpg", mimeType: "image/jpeg", buffer: photo });
    await page.getByRole("button", { name: "Lägg till en svart ruta" }).click();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("application", { name: "Bilden med 1 svart ruta" }).waitFor();
    await looks();
    await context.close();
  });
});

/** Whether the photos that lie in the phone hold this word. */
async function keptPhotosSay(word: string): Promise<boolean[]> {
  const entries = await new Promise<{ bytes?: Blob }[]>((resolve) => {
    const opening = indexedDB.open("samsyn");
    opening.onsuccess = () => {
      const all = opening.result.transaction("entry").objectStore("entry").getAll();
      all.onsuccess = () => {
        resolve(all.result as { bytes?: Blob }[]);
        opening.result.close();
      };
    };
  });
  const photos = entries.flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes]));
  return Promise.all(photos.map(async (bytes) => (await bytes.text()).includes(word)));
}

/** How bright the picture is where it was covered and where it was not. */
async function brightness(bytes: Buffer) {
  const { width, height, exif } = await sharp(bytes).metadata();
  const part = async (x: number, y: number) => {
    const cut = await sharp(bytes)
      .extract({ left: Math.round(width * x), top: Math.round(height * y), width: 60, height: 60 })
      .toBuffer();
    return (await sharp(cut).stats()).channels[0]!.mean;
  };
  return { exif, covered: await part(0.3, 0.3), bare: await part(0.8, 0.8) };
}

/** What a camera reads in this picture. */
async function codeIn(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const read = jsQR(new Uint8ClampedArray(data), info.width, info.height);
  if (read === null) throw new Error("No code can be read");
  return read.data;
}
