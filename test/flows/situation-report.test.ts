// The situation report: what is missing is one press away, two who write at once lose nothing, and what was adopted is read by strangers.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemsAtWidths } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
let karin: Page;
let johan: Page;

beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
  karin = (await comeIn(browser, served.origin, "Karin")).page;
  johan = (await comeIn(browser, served.origin, "Johan")).page;
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

describe("a situation report", () => {
  test("is written by two, from the one before", async () => {
    const chapter = `${served.origin}/lagesbild/ockelbo/kapitel-10-2025-2026`;
    await karin.goto(`${served.origin}/lagesbild/ockelbo/rapporter`);
    await karin.getByRole("link", { name: "Lägesbild 2025–2026" }).click();
    await karin.getByRole("heading", { level: 1, name: "Lägesbild 2025–2026" }).waitFor();
    expect(await problemsAtWidths(karin, "situation")).toEqual([]);
    // What the former rested on is asked of the new time.
    await karin.getByRole("button", { name: "Hämta dem för den nya tiden" }).click();
    await karin.getByRole("status").getByText("Hämtade:").waitFor();
    await karin.getByRole("link", { name: "Platser och tider", exact: true }).click();
    await johan.goto(chapter);
    const text = (page: Page) => page.getByLabel("Kapitlets text");
    // Both have the same words before them.
    await text(johan).waitFor();
    await text(karin).fill("Mest fredagskvällar vid stationen.");
    await karin.getByRole("button", { name: "Spara texten" }).click();
    await karin.getByText("Sparat.").waitFor();
    await text(johan).fill("Mest efter sista tåget.");
    await johan.getByRole("button", { name: "Spara texten" }).click();
    await johan.getByRole("alert").getByText("Någon skrev här medan du skrev").waitFor();
    await johan.getByText("Mest fredagskvällar vid stationen.").first().waitFor();
    expect(await text(johan).inputValue()).toBe("Mest efter sista tåget.");
    expect(await problemsAtWidths(johan, "situation-chapter")).toEqual([]);
    await karin.goto(`${served.origin}/lagesbild/ockelbo/andrat-2025-2026`);
    await karin.getByText("Mest fredagskvällar vid stationen.").waitFor();
    expect(await problemsAtWidths(karin, "situation")).toEqual([]);
  });

  test("is laid aside with a reason, read by both, and taken up again", async () => {
    const report = `${served.origin}/lagesbild/ockelbo/rapport-2025-2026`;
    await karin.goto(report);
    await karin.getByText("Lägg åt sidan").first().click();
    await karin.getByRole("button", { name: "Lägg åt sidan" }).click();
    await karin.getByText("Skriv varför lägesbilden läggs åt sidan.").waitFor();
    await karin.getByLabel("Varför").fill("Vi väntar på statistiken.");
    await karin.getByRole("button", { name: "Lägg åt sidan" }).click();
    await karin.getByRole("button", { name: "Ta upp den igen" }).waitFor();
    expect(await problemsAtWidths(karin, "situation-aside")).toEqual([]);
    await johan.goto(report);
    await johan.getByText("Skäl: Vi väntar på statistiken.").waitFor();
    await johan.goto(`${served.origin}/lagesbild/ockelbo/rapporter`);
    await johan.getByText("lagd åt sidan").waitFor();
    expect(await johan.getByRole("button", { name: "Börja lägesbilden" }).count()).toBe(1);
    await johan.goto(report);
    await johan.getByRole("button", { name: "Ta upp den igen" }).click();
    await johan.getByText("Är den antagen?").waitFor();
  });

  test("is read by strangers once it was adopted and both said so", async () => {
    const { page } = await comeIn(browser, served.origin, undefined, { javaScriptEnabled: false });
    await page.goto(`${served.origin}/ockelbo`);
    await page.getByRole("link", { name: "Lägesbild 2024" }).click();
    await page.getByText("KS 2024/00318").waitFor();
    expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toContain("12 Analys");
  });

  test("is what the municipality's action plan rests on: written, decided, read by the police, followed up and told", async () => {
    await karin.goto(`${served.origin}/folj-upp/ockelbo/atgardsplaner`);
    await karin.getByText("Ingen åtgärdsplan finns här").waitFor();
    expect(await problemsAtWidths(karin, "action-plans-none")).toEqual([]);
    await karin.getByRole("button", { name: "Börja en åtgärdsplan" }).click();
    await karin.getByRole("heading", { level: 1, name: "Åtgärdsplan, i arbete" }).waitFor();
    await karin.getByLabel("Vad ska göras?").fill("Vuxna är ute fredagar vid stationen");
    await karin.getByLabel("Varför?").fill("Unga och föräldrar säger att det är tomt på vuxna");
    await karin.getByLabel("Ansvarig enhet eller befattning").fill("förebyggarenheten");
    await karin.getByLabel("Hur följs den upp?").fill("Kvällarna räknas i loggen");
    await karin.getByLabel("Till", { exact: true }).fill("2026-01-01");
    await karin.getByLabel("Från", { exact: true }).fill("2026-02-01");
    await karin.getByLabel("Är den också en aktivitet").selectOption({ index: 1 });
    await karin.getByRole("button", { name: "Spara åtgärden" }).click();
    await karin.getByText("Åtgärden slutar före den börjar.").waitFor();
    expect(await karin.getByLabel("Till", { exact: true }).evaluate((it) => it === document.activeElement)).toBe(true);
    expect(await problemsAtWidths(karin, "action-plan-measure")).toEqual([]);
    await karin.getByLabel("Till", { exact: true }).fill("2027-12-31");
    await karin.getByRole("button", { name: "Spara åtgärden" }).click();
    await karin.getByText("Åtgärden är sparad.").waitFor();
    const address = karin.url();
    await johan.goto(address);
    await johan.getByText("Sidan finns inte.").first().waitFor();
    expect(await problemsAtWidths(karin, "action-plan-draft")).toEqual([]);
    await karin.getByLabel("Beslutad den").fill("2026-06-15");
    await karin.getByLabel("Beslutad av").fill("kommunfullmäktige");
    await karin.getByLabel("Paragraf").fill("54");
    await karin.getByLabel("Dnr").fill("KS 2026/91");
    await karin.getByRole("button", { name: "Anteckna beslutet" }).click();
    await karin.getByRole("heading", { level: 1, name: "Åtgärdsplan 2026" }).waitFor();
    await karin.getByLabel("Hur går det? Åtgärd 1").selectOption("under-way");
    await karin.getByLabel("Vad ser ni? Åtgärd 1").fill("Det blir fler kvällar till våren");
    await karin.getByRole("button", { name: "Spara uppföljningen" }).click();
    await karin.getByText("Uppföljningen är sparad.").waitFor();
    await karin.getByRole("button", { name: "Följ upp igen" }).waitFor();
    await karin.getByRole("button", { name: "Publicera" }).click();
    await karin.getByRole("link", { name: "Den publika sidan" }).waitFor();
    expect(await problemsAtWidths(karin, "action-plan-decided")).toEqual([]);
    await johan.goto(address);
    await johan.getByText("§ 54, dnr KS 2026/91").waitFor();
    await karin.goto(`${served.origin}/folj-upp/ockelbo/atgardsplaner`);
    await karin.getByRole("link", { name: "Åtgärdsplan 2026" }).waitFor();
    expect(await problemsAtWidths(karin, "action-plans")).toEqual([]);
    const { page } = await comeIn(browser, served.origin);
    await expect.poll(async () => (await page.goto(`${served.origin}/ockelbo/atgardsplan/2026`))?.status()).toBe(200);
    await page.getByText("Det blir fler kvällar till våren").waitFor();
    expect(await problemsAtWidths(page, "action-plan-told")).toEqual([]);
  });
});
