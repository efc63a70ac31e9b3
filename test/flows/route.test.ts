// Journey 2, the first time in a place: nobody has walked here, so the route is made on the map. Every stop is placed in one of the ways there are, the walk is taken along,
// the meeting before adds a stop that the phone gets when it is next online, and a note at stop 2 lies where stop 2 does.
import { dayOf, instantOf } from "../../src/ground/time.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Gate } from "./gate.ts";
import { newId } from "../../src/platform/server/secrets.ts";
import { axeFinds, problemsAtWidths, problemsOf } from "./looked.ts";
import { allSent, deskOf, openEvening, outdoors, reconnect, save } from "./phone.ts";

let evening: Awaited<ReturnType<typeof openEvening>>;
let gate: Gate;
let browser: Browser;
let karin: Page;
let slug = "";

beforeAll(async () => {
  evening = await openEvening();
  ({ gate, browser, karin } = evening);
});
afterAll(() => evening.stop());

type Stop = { id: string; name: string; position?: [number, number] };
type Opened = { walk: { id: string; route: [number, number][]; stops: Stop[] } };
const opened = () => deskOf(karin).ask<Opened>(`walks/${slug}`);
const status = (page: Page, text: RegExp) => page.getByRole("status").filter({ hasText: text }).waitFor();
const row = (page: Page, name: string) =>
  page.getByRole("list", { name: "Rutt" }).getByRole("listitem").filter({ hasText: name });
const handle = (page: Page, number: number) => page.getByRole("button", { name: new RegExp(`^Stopp ${number}, `) });
const map = (page: Page) => page.locator(".point-map canvas");

describe("a first walk in a place", { timeout: 300_000 }, () => {
  test("is planned on a map: by a press, by hand, by the arrow keys and by a place with a name", async () => {
    await karin.goto(`${gate.origin}/lyssna/ockelbo/ny-vandring`);
    await karin.getByLabel("Namn", { exact: true }).fill("Första vandringen i Lingbo");
    await karin.getByLabel("Ort").fill("Lingbo");
    await karin.getByLabel("Dag").fill(dayOf(instantOf(Date.now())));
    await karin.getByLabel("Samlingsplats").fill("Stationen");
    await karin.getByLabel("Stopp, ett på varje rad").fill("Stationen\nBron: Syns den som kommer?\nParken");
    await map(karin).waitFor({ timeout: 60_000 });
    await row(karin, "Stationen").getByText("Inte på kartan än.").waitFor();

    await karin.getByRole("button", { name: "Placera på kartan: Stationen" }).click();
    await map(karin).click({ position: { x: 200, y: 100 } });
    await status(karin, /Stopp 1, Stationen: /);
    // The next one waits already.
    await karin.getByText("Stopp 2, Bron.").waitFor();
    await karin.getByRole("button", { name: "Välj kartans mitt" }).focus();
    await karin.keyboard.press("Enter");
    await status(karin, /Stopp 2, Bron: .*från stopp 1[.]/);
    await karin.getByText("Stopp 3, Parken.").waitFor();
    await karin.getByLabel("Eller vid en plats med namn").selectOption("Lingbo");
    await status(karin, /Stopp 3, Parken: .*Lingbo/);
    await karin.getByText(/Rutten är [\d, ]+k?m, ungefär \d+ minut(er)? att gå[.]/).waitFor();

    const where = () => row(karin, "Bron").locator("p").textContent();
    const before = await where();
    await handle(karin, 2).focus();
    for (let press = 0; press < 4; press++) await karin.keyboard.press("Shift+ArrowRight");
    await expect.poll(where).not.toBe(before);
    expect(await karin.evaluate(() => document.activeElement?.className)).toContain("map-handle");

    const moved = await where();
    // The last key may still be moving it: whoever misses a handle takes hold of it again.
    const drag = async () => {
      const box = (await handle(karin, 2).boundingBox())!;
      await karin.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await karin.mouse.down();
      await karin.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2 + 40, { steps: 5 });
      await karin.mouse.up();
      return where();
    };
    await expect.poll(drag).not.toBe(moved);

    await karin.getByRole("button", { name: "Upp: Parken" }).click();
    await status(karin, /Parken är nu stopp 2 av 3[.]/);
    await karin.getByRole("button", { name: "Ner: Parken" }).click();
    await status(karin, /Parken är nu stopp 3 av 3[.]/);
    expect(await karin.getByLabel("Stopp, ett på varje rad").inputValue()).toBe(
      "Stationen\nBron: Syns den som kommer?\nParken",
    );
    expect(await problemsAtWidths(karin, "route-plan")).toEqual([]);
    await karin.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    await karin.setViewportSize({ width: 320, height: 900 });
    expect(await problemsOf(karin)).toEqual([]);
    await karin.evaluate(() => (document.documentElement.style.fontSize = ""));
    await karin.setViewportSize({ width: 1280, height: 900 });

    await karin.getByRole("button", { name: "Planera vandringen" }).click();
    await karin.getByRole("heading", { name: "Första vandringen i Lingbo" }).waitFor();
    slug = new URL(karin.url()).pathname.split("vandring-")[1]!;
    const { walk } = await opened();
    expect(walk.stops.map(({ name, position }) => [name, position !== undefined])).toEqual([
      ["Stationen", true],
      ["Bron", true],
      ["Parken", true],
    ]);
    expect(walk.route).toEqual(walk.stops.map(({ position }) => position));
    await karin.getByRole("spinbutton", { name: "Anmälda platser" }).waitFor();
  });

  test("a stop from the meeting before is placed where one stands, the phone gets it, and a note at stop 2 lies on the map", async () => {
    const { walk } = await opened();
    const title = "Första vandringen i Lingbo";
    const amina = await outdoors(browser, gate, "Amina", { title, slug, id: walk.id });

    await karin.getByLabel("Synpunkter, en på varje rad").fill("Bänken vid ån");
    await karin.getByRole("button", { name: "Spara synpunkterna" }).click();
    await karin.getByText("1 stopp ligger inte på kartan än.").waitFor();
    const [lon, lat] = walk.stops[1]!.position!;
    await karin.context().grantPermissions(["geolocation"]);
    await karin.context().setGeolocation({ longitude: lon + 0.002, latitude: lat, accuracy: 60 });
    await karin.getByRole("button", { name: "Ändra rutten" }).click();
    await karin.getByRole("button", { name: "Placera på kartan: Bänken vid ån" }).click();
    await karin.getByRole("button", { name: "Här står jag" }).click();
    await status(karin, /Stopp 4, Bänken vid ån: .*Positionen är osäker \(±60 m\)[.]/);
    expect(await problemsAtWidths(karin, "route-desk")).toEqual([]);
    await karin.getByRole("button", { name: "Spara rutten" }).click();
    await karin.getByText("Rutten är sparad: 4 stopp, 4 på kartan.").waitFor();

    await amina.page.reload();
    await amina.page.getByText(/Karta, rutt, 4 stopp och frågor ligger i telefonen/).waitFor({ timeout: 40_000 });
    gate.isCut = true;
    await amina.page.getByLabel("Stopp").selectOption({ label: "Stopp 2: Bron" });
    await save(amina.page, "Räcket är lågt");
    await reconnect(amina.page, gate);
    await allSent(amina.page);
    const [note] = await deskOf(karin).notesOf({ title, slug, id: walk.id });
    expect(note).toMatchObject({ text: "Räcket är lågt", place: { kind: "point", position: walk.stops[1]!.position } });

    await karin.getByRole("button", { name: "Ändra rutten" }).click();
    await karin.getByRole("button", { name: "Ta bort: Bron" }).click();
    await karin.getByRole("button", { name: "Spara rutten" }).click();
    await karin.getByText("Stopp 2, Bron, har 1 anteckning och kan inte tas bort.").waitFor();
    await karin.getByRole("button", { name: "Ändra inget" }).click();
    await karin.goto(`${gate.origin}/lyssna/ockelbo/iakttagelse-${(note as { id: string }).id}`);
    await karin.getByRole("heading", { level: 1 }).waitFor();
    await karin.getByText("Räcket är lågt").first().waitFor();
    expect(await axeFinds(karin)).toEqual([]);
    await amina.context.close();
  });

  test("what still lies in a phone is said before the protocol is established", async () => {
    const { walk } = await opened();
    const at = new Date().toISOString();
    await deskOf(karin).ask("observations", {
      id: newId(Date.now()),
      walkId: walk.id,
      stopId: walk.stops[0]!.id,
      notedAt: at,
      kind: "problem",
      category: "place.lighting",
      text: "Lampan är trasig",
      place: { kind: "area", name: "Stationen" },
      when: { kind: "instant", at },
      still: { device: crypto.randomUUID(), waiting: 3 },
    });
    await deskOf(karin).ask(`walks/${slug}/finish`, { heads: { all: 8 } });
    await karin.goto(`${gate.origin}/lyssna/ockelbo/vandring-${slug}`);
    const waits = "3 anteckningar ligger kvar i en telefon. Vänta, eller upprätta nu och komplettera senare?";
    await karin.getByText(waits).waitFor();
    // A stop that was wrongly placed is still put right.
    await karin.getByRole("button", { name: "Ändra rutten" }).waitFor();
    expect(await problemsAtWidths(karin, "route-walked")).toEqual([]);
  });

  test("last time's open points lie there as grey flags, and the list says the same", async () => {
    await karin.goto(`${gate.origin}/lyssna/ockelbo/ny-vandring`);
    await karin.getByRole("button", { name: "Utgå från förra vandringen i Åmot" }).click();
    await karin.getByRole("heading", { name: "Kvar från förra gången" }).waitFor();
    await map(karin).waitFor({ timeout: 60_000 });
    await karin.getByText(/Flaggan är en plats där något är kvar från förra gången/).waitFor();
    await handle(karin, 1).waitFor();
    await karin.getByText(/Rutten är .* att gå[.]/).waitFor();
    // Every stop stays in view when the window is made narrow, and when it is made wide again.
    const outside = async () => {
      const ground = (await map(karin).boundingBox())!;
      const boxes = await Promise.all((await karin.locator(".map-handle").all()).map((one) => one.boundingBox()));
      return boxes.filter((box) => {
        const [x, y] = [box!.x + box!.width / 2 - ground.x, box!.y + box!.height / 2 - ground.y];
        return x < 0 || y < 0 || x > ground.width || y > ground.height;
      }).length;
    };
    expect(await karin.locator(".map-handle").count()).toBeGreaterThan(2);
    for (const width of [320, 1280]) {
      await karin.setViewportSize({ width, height: 900 });
      await expect
        .poll(async () => [(await map(karin).boundingBox())!.width <= width, await outside()])
        .toEqual([true, 0]);
    }
    expect(await problemsAtWidths(karin, "route-flags")).toEqual([]);
  });
});
