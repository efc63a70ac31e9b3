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
});
