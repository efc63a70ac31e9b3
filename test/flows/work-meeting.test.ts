// The work meeting: an agenda nobody typed, decisions noted by two at once on the wall, minutes that both approve, and what was decided on the next agenda.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemsAtWidths } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
let karin: Page;
let johan: Page;
// The house goes by the clock of today: a meeting can be held today, and the next is later.
const day = (ahead: number) =>
  new Date(Date.now() + ahead * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" });
const [today, later] = [day(0), day(28)];

beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
  karin = (await comeIn(browser, served.origin, "Karin")).page;
  johan = (await comeIn(browser, served.origin, "Johan")).page;
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const plan = async (on: string) => {
  await karin.goto(`${served.origin}/lagesbild/ockelbo/arbetsmoten`);
  await karin.getByLabel("Dag", { exact: true }).fill(on);
  await karin.getByRole("button", { name: "Gör dagordningen" }).click();
  await karin.getByRole("heading", { name: "Dagordning" }).waitFor();
};
const note = async (page: Page, text: string) => {
  await page.getByLabel("Vad noteras").fill(text);
  await page.getByLabel("Vem gör det").selectOption({ index: 1 });
  await page.getByLabel("Till dag").fill(later);
  await page.getByRole("button", { name: "Notera" }).click();
  await page.getByText("Noterat klockan").waitFor();
};

/** The wall as it looks, the same size and with nothing pointed at. */
const lookOf = async (page: Page) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  return page.locator("main").screenshot({ animations: "disabled", caret: "hide" });
};
/** To the byte the same before both, once all of it has been drawn. */
const looksTheSame = async () => {
  await expect
    .poll(async () => (await lookOf(karin)).equals(await lookOf(johan)), { timeout: 30_000, interval: 500 })
    .toBe(true);
};

describe("a work meeting", () => {
  test("is planned, held on the wall, approved by both, and followed up", async () => {
    await plan(today);
    for (const text of ["Julmarknaden", "Nyårsafton"]) {
      await karin.getByLabel("Ta upp något mer").fill(text);
      await karin.getByRole("button", { name: "Lägg till på dagordningen" }).click();
      await karin.getByRole("listitem").filter({ hasText: text }).waitFor();
    }
    expect(await problemsAtWidths(karin, "work-meeting")).toEqual([]);
    await karin.getByRole("link", { name: "Mötesläge" }).click();
    await karin.getByText("Bara det som båda parter har delat visas på skärmen.").waitFor();
    await karin.getByText(/^Punkt 1 av/).waitFor();
    await johan.goto(karin.url());
    await johan.getByText(/^Punkt 1 av/).waitFor();
    // Nothing on the wall is counted for one of them: the same to the letter to both.
    const wall = (page: Page) => page.locator("main").innerText();
    expect(await wall(johan)).toBe(await wall(karin));
    await looksTheSame();
    expect(await karin.getByText(/iakttagelser/).count()).toBe(0);
    await karin.getByRole("link", { name: "Visa lägesbilden" }).click();
    await karin.locator(".explorer-map canvas").first().waitFor();
    await karin.getByRole("link", { name: "Till punkten" }).waitFor();
    // On the wall it is of what both see, and nothing leads out of that.
    expect(await karin.getByRole("switch", { name: "Mötesläge" }).count()).toBe(0);
    expect(await problemsAtWidths(karin, "meeting-picture")).toEqual([]);
    // The kommunpolis has notes of his own: his browser is not even handed them here, and the map is the municipality's to the byte.
    const handed: string[] = [];
    johan.on("request", (request) => {
      if (request.url().includes("/api/picture/")) handed.push(request.url());
    });
    await Promise.all([karin, johan].map((page) => page.goto(karin.url())));
    for (const page of [karin, johan]) await page.locator(".explorer-map canvas").first().waitFor();
    await looksTheSame();
    expect(handed.some((url) => url.includes("/columns?"))).toBe(true);
    expect(handed.filter((url) => !url.includes("delning=gemensamt"))).toEqual([]);
    johan.removeAllListeners("request");
    await johan.goBack();
    await johan.getByText(/^Punkt 1 av/).waitFor();
    await karin.getByRole("button", { name: "Fäst bilden" }).click();
    await karin
      .getByText(/Kontrollsumma/)
      .first()
      .waitFor();
    await note(karin, "Mäta farten vid skolan.");
    await note(johan, "Kontrollera farten på genomfarten.");
    await karin.getByText("Kontrollera farten på genomfarten.").waitFor();
    await johan.getByText("Mäta farten vid skolan.").waitFor();
    expect(await problemsAtWidths(karin, "meeting-mode")).toEqual([]);
    await karin.getByRole("heading", { level: 2 }).first().focus();
    await karin.keyboard.press("PageDown");
    await karin.getByText(/^Punkt 2 av/).waitFor();
    await karin.keyboard.press("2");
    expect(await karin.getByRole("radio", { name: /Fråga att ta reda på/ }).isChecked()).toBe(true);
    await karin.getByRole("button", { name: "Läs protokollet" }).first().click();
    await karin.getByLabel("Roll", { exact: true }).fill("säkerhetssamordnare");
    await karin.getByRole("button", { name: "Spara rollen" }).click();
    await karin.getByRole("listitem").filter({ hasText: "säkerhetssamordnare" }).waitFor();
    await karin.getByRole("button", { name: "Klart, skicka" }).click();
    await karin.getByRole("heading", { name: "Godkänn protokollet" }).waitFor();
    await karin.getByRole("button", { name: /^Godkänn för/ }).click();
    await karin.getByText(/kommun har godkänt/).waitFor();
    await johan.goto(`${served.origin}/lagesbild/ockelbo/arbetsmote-${today}`);
    await johan.getByRole("button", { name: /^Godkänn för/ }).click();
    await johan.getByText("protokollet är godkänt").waitFor();
    expect(await problemsAtWidths(johan, "minutes")).toEqual([]);
    expect(await johan.getByRole("link", { name: "Mötesläge" }).count()).toBe(0);
    await plan(later);
    // With the three of the meeting before, which stand until somebody says how they went.
    expect(await karin.getByText("Förra mötets beslut").count()).toBe(5);
    // Called off, it is read by both and waits for nothing.
    await karin.getByText("Ställ in mötet").first().click();
    await karin.getByRole("button", { name: "Ställ in mötet" }).click();
    await karin.getByText("Skriv varför mötet ställs in.").waitFor();
    await karin.getByLabel("Varför").fill("Polisen är upptagen den dagen.");
    await karin.getByRole("button", { name: "Ställ in mötet" }).click();
    await karin.getByText("Skäl: Polisen är upptagen den dagen.").waitFor();
    expect(await karin.getByRole("link", { name: "Protokollet som PDF" }).count()).toBe(0);
    expect(await problemsAtWidths(karin, "meeting-called-off")).toEqual([]);
    await johan.goto(`${served.origin}/lagesbild/ockelbo/arbetsmoten`);
    await johan.getByText("inställt").waitFor();
    expect(await problemsAtWidths(johan, "meetings")).toEqual([]);
  });
});
