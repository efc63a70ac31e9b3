// Where it is, pointed out on a map by those who can and said in a list by those who would rather: the same form, the same receipt. Birgitta presses with her
// thumb, Amina has the keys only, Gun has no script; Karin reads what it came to.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFinds, problemsAtWidths, problemsOf } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const MOST = { timeout: 20_000 };

/** Everything the page asks for, and of whom. */
function listen(page: Page) {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) asked.push(request.url());
  });
  return {
    foreign: () => asked.filter((url) => !url.startsWith(served.origin)),
    paths: () => asked.map((url) => new URL(url).pathname),
  };
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name }).waitFor(MOST);
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function toThePlace(page: Page): Promise<void> {
  await page.goto(`${served.origin}/svara/amot?ort=amot`);
  await press(page, "Börja");
  await page.getByText("Mycket trygg", { exact: true }).click();
  await press(page, "Nästa");
  await heading(page, "Finns det en plats du undviker?");
}

/** From the place to the receipt. */
async function toTheEnd(page: Page): Promise<void> {
  await press(page, "Nästa");
  await heading(page, "Vad skulle göra det bättre?");
  await press(page, "Nästa");
  await heading(page, "Till sist, om du vill");
  // Whoever sends within three seconds is taken for a machine, and told to press again.
  await expect
    .poll(async () => {
      if ((await page.locator(".receipt-code").count()) > 0) return "receipt";
      await press(page, "Skicka");
      return page.locator("h1").innerText();
    }, MOST)
    .toMatch(/receipt|Tack/);
}

const value = (page: Page) => page.locator("input[data-points]").inputValue();

describe("a point on the map", { timeout: 600_000 }, () => {
  test("Birgitta presses where it is, on an old phone; nothing comes from anybody else, and the map only when she asks", async () => {
    const { page, context } = await comeIn(browser, served.origin, undefined, {
      width: 320,
      height: 640,
      hasTouch: true,
    });
    const heard = listen(page);
    await toThePlace(page);
    const open = page.getByRole("button", { name: "Visa på karta" });
    await open.waitFor(MOST);
    expect(await page.getByText("bara de som frågar ser").isVisible()).toBe(false);
    expect(heard.paths().filter((path) => /point-map|basemap/.test(path))).toEqual([]);
    await open.tap();
    const map = page.getByRole("application", { name: "Karta över Ockelbo" });
    await map.waitFor(MOST);
    await page.getByText("Ingen punkt är satt.").waitFor(MOST);
    const weighed = await page.evaluate(async () => {
      const scripts = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      return scripts.filter(({ name }) => name.includes("/assets/") && name.endsWith(".js")).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0); // prettier-ignore
    });
    console.log(`the scripts of the map weigh ${weighed} bytes on the way`);
    expect(weighed).toBeLessThan(12_000);
    expect(await page.getByText("bara de som frågar ser").isVisible()).toBe(true);
    expect(await value(page)).toBe("");
    await map.tap({ position: { x: 90, y: 60 } });
    await page.getByText(/Närmaste plats: .+ m/).waitFor(MOST);
    const first = await value(page);
    expect(first).toMatch(/^16[.]\d{5} 60[.]\d{5}$/);
    await page.getByText("Platsen, en ruta på 50 meter").tap();
    expect(await problemsOf(page)).toEqual([]);
    expect(await problemsAtWidths(page, "point-touch")).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    // Taken away and set again.
    await press(page, "Ta bort punkten");
    expect(await value(page)).toBe("");
    await map.tap({ position: { x: 100, y: 100 } });
    const kept = await value(page);
    await press(page, "Nästa");
    await heading(page, "Vad skulle göra det bättre?");
    await press(page, "Tillbaka");
    await heading(page, "Finns det en plats du undviker?");
    expect(await value(page)).toBe(kept);
    await open.tap();
    await expect.poll(() => page.getByLabel("Platsen, en ruta på 50 meter").isChecked(), MOST).toBe(true);
    await toTheEnd(page);
    expect(heard.foreign()).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  test("Amina has the keys only: arrows, plus and minus, and a list that follows", async () => {
    const { page, context } = await comeIn(browser, served.origin, undefined, { width: 1280, height: 800 });
    await toThePlace(page);
    const open = page.getByRole("button", { name: "Visa på karta" });
    await open.waitFor(MOST);
    await open.focus();
    await page.keyboard.press("Enter");
    const map = page.getByRole("application", { name: "Karta över Ockelbo" });
    await map.waitFor(MOST);
    await page.keyboard.press("Tab");
    expect(await map.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("ArrowRight");
    const once = await value(page);
    await page.keyboard.press("Shift+ArrowUp");
    const twice = await value(page);
    expect([once, twice].every((point) => /^16[.]\d{5} 60[.]\d{5}$/.test(point))).toBe(true);
    expect(Number(twice.split(" ")[1])).toBeGreaterThan(Number(once.split(" ")[1]));
    await page.keyboard.press("+");
    expect(await value(page)).toBe(twice);
    // What is said, and the list, follow the cross.
    const said = page.getByRole("status").filter({ hasText: "Närmaste plats" });
    await said.waitFor(MOST);
    const before = await said.innerText();
    const list = page.getByLabel("Eller flytta krysset till en plats");
    await expect.poll(() => list.locator("option").nth(1).innerText(), MOST).toMatch(/\(\d+ m\)$|km\)$/);
    // Tab: the three buttons, then the list.
    for (let turn = 0; turn < 4; turn++) await page.keyboard.press("Tab");
    expect(await list.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type("Torget");
    await expect.poll(() => said.innerText(), MOST).toMatch(/^Närmaste plats: Torget, 0 m/);
    expect(await said.innerText()).not.toBe(before);
    expect(await value(page)).toBe("16.71710 60.89020");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    expect(await page.getByLabel("Platsen, en ruta på 50 meter").isChecked()).toBe(true);
    expect(await axeFinds(page)).toEqual([]);
    await toTheEnd(page);
    await context.close();
  });

  test("Gun has no script: the list and the words are the whole form", async () => {
    const { page, context } = await comeIn(browser, served.origin, undefined, {
      width: 320,
      height: 640,
      javaScriptEnabled: false,
    });
    await toThePlace(page);
    expect(await page.getByRole("button", { name: "Visa på karta" }).count()).toBe(0);
    await page.getByText("Busshållplatsen", { exact: true }).click();
    await page.getByLabel("Eller skriv var").fill("vid kiosken");
    await press(page, "Nästa");
    await heading(page, "Vad skulle göra det bättre?");
    await press(page, "Tillbaka");
    expect(await page.getByLabel("Busshållplatsen").isChecked()).toBe(true);
    expect(await page.getByLabel("Eller skriv var").inputValue()).toBe("vid kiosken");
    await context.close();
  });

  test("a map that does not come leaves the form as it was, and a point outside is told of", async () => {
    const { page, context } = await comeIn(browser, served.origin, undefined, { width: 320, height: 640 });
    await page.route(/point-map/, (route) => route.abort());
    await toThePlace(page);
    await page.getByRole("button", { name: "Visa på karta" }).click();
    await page.getByText("Kartan kom inte.").waitFor(MOST);
    await page.locator("input[data-points]").evaluate((input) => ((input as HTMLInputElement).value = "2.35 48.85"));
    await press(page, "Nästa");
    await page.getByText("Punkten ligger utanför Ockelbo.").waitFor(MOST);
    expect(await value(page)).toBe("");
    await page.unroute(/point-map/);
    await press(page, "Nästa");
    await heading(page, "Vad skulle göra det bättre?");
    await context.close();
  });

  test("Karin reads where in words, looks at the map, and codes to the place that lies nearest", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    // Nothing is written in them: they wait for nobody's look.
    await page.goto(`${served.origin}/lyssna/ockelbo/koda`);
    const answers = page.getByRole("listitem").filter({ hasText: "Pekade på kartan" });
    await answers.first().waitFor(MOST);
    await expect.poll(() => answers.count(), MOST).toBe(2);
    const torget = answers.filter({ hasText: "nära Biblioteket och torget" });
    await torget.waitFor(MOST);
    await torget.getByRole("button", { name: "Visa på karta" }).click();
    await page.locator(".point-map canvas").waitFor(MOST);
    expect(await problemsAtWidths(page, "point-desk")).toEqual([]);
    expect(await torget.getByText("En punkt på kartan, inga ord").count()).toBe(1);
    expect(await torget.getByText(/· Biblioteket och torget ·/).count()).toBe(1);
    await torget.getByRole("checkbox").check();
    await page.getByLabel("Tema", { exact: true }).fill("torget på kvällen");
    await page.getByRole("button", { name: "Koda det markerade" }).click();
    await page.getByText("1 kodade till torget på kvällen.").waitFor(MOST);
    await page.goto(`${served.origin}/lyssna/ockelbo/teman`);
    await page.getByText("Biblioteket och torget").first().waitFor(MOST);
    await context.close();
  });

  test("Noah points at both ends of a stretch instead of naming it, and Karin names it", async () => {
    const { page, context } = await comeIn(browser, served.origin, undefined, {
      width: 320,
      height: 640,
      hasTouch: true,
    });
    await page.goto(`${served.origin}/ockelbo/synpunkt/trafik`);
    const heard = listen(page);
    await page.getByRole("button", { name: "Visa på karta" }).tap();
    const map = page.getByRole("application", { name: "Karta över Ockelbo" });
    await map.waitFor(MOST);
    await page.getByText("Ingen punkt är satt.").waitFor(MOST);
    await map.tap({ position: { x: 140, y: 200 } });
    const [from, to] = ["Från", "Till"].map((name) => page.getByRole("button", { name, exact: true }));
    await expect.poll(() => from!.getAttribute("aria-pressed"), MOST).toBe("true");
    await to!.tap();
    await map.tap({ position: { x: 200, y: 120 } });
    await expect.poll(() => to!.getAttribute("aria-pressed"), MOST).toBe("true");
    expect(await value(page)).toMatch(/^16[.]\d{5} 60[.]\d{5};16[.]\d{5} 60[.]\d{5}$/);
    expect(await problemsAtWidths(page, "point-traffic")).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByLabel("Vad?", { exact: true }).selectOption("speed");
    await page.getByLabel("Vad händer?").fill("Det går fort från kiosken till bron");
    await expect
      .poll(async () => {
        if ((await page.locator(".receipt-code").count()) > 0) return "receipt";
        await press(page, "Skicka");
        return page.locator("h1").innerText();
      }, MOST)
      .toMatch(/receipt|Tack/);
    expect(heard.foreign()).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();

    const desk = await comeIn(browser, served.origin, "Karin");
    await desk.page.goto(`${served.origin}/lyssna/ockelbo/trafik`);
    const waiting = desk.page.getByRole("article").filter({ hasText: "Det går fort från kiosken till bron" });
    await waiting.getByText(/Pekade på kartan: en sträcka på \d+ m: .+ – .+/).waitFor(MOST);
    await waiting.getByRole("button", { name: "Visa på karta" }).click();
    await waiting.locator(".point-map canvas").waitFor(MOST);
    expect(await problemsAtWidths(desk.page, "point-triage")).toEqual([]);
    await desk.context.close();
  });

  test("Karin turns the map off for one question, and those who answer get the list and the words", async () => {
    const desk = await comeIn(browser, served.origin, "Karin");
    await desk.page.goto(`${served.origin}/lyssna/ockelbo/ny-kampanj`);
    await desk.page.getByLabel("Slag").selectOption("place");
    await desk.page.getByLabel("Kan pekas ut på karta").press("Space");
    expect(await desk.page.getByLabel("Kan pekas ut på karta").isChecked()).toBe(false);
    expect(await problemsAtWidths(desk.page, "point-maker")).toEqual([]);
    await desk.page.goto(`${served.origin}/lyssna/ockelbo/kampanj-amot`);
    const question = desk.page
      .locator("div", { has: desk.page.getByRole("heading", { level: 3, name: "Finns det en plats du undviker?" }) })
      .last();
    await question.getByText("Ändra frågan").click();
    await question.getByLabel("Kan pekas ut på karta").uncheck();
    expect(await problemsAtWidths(desk.page, "point-off")).toEqual([]);
    await question.getByRole("button", { name: "Spara ändringen" }).click();
    await desk.page.getByText("Utan karta.", { exact: true }).waitFor(MOST);
    await desk.context.close();

    const { page, context } = await comeIn(browser, served.origin, undefined, { width: 320, height: 640 });
    await toThePlace(page);
    await page.getByLabel("Eller skriv var").waitFor(MOST);
    expect(await page.getByRole("button", { name: "Visa på karta" }).count()).toBe(0);
    expect(await problemsAtWidths(page, "point-without")).toEqual([]);
    await context.close();
  });
});
