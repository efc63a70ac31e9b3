// What is put up elsewhere is made from the signed text and kept as it was handed out; what others have published is compared with it, and the promise's page says when.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemsAtWidths } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
let karin: Page;

beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
  karin = (await comeIn(browser, served.origin, "Karin")).page;
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

test("a poster is handed out and kept, and a published text that has drifted is told", async () => {
  await karin.goto(`${served.origin}/lova/ockelbo/2025-2027`);
  await karin.getByRole("link", { name: "Texter att lägga ut" }).click();
  await karin.getByRole("heading", { level: 1, name: "Texter att lägga ut" }).waitFor();
  const download = karin.waitForEvent("download");
  await karin.getByRole("button", { name: /^Ladda ner affischen/ }).press("Enter");
  expect((await download).suggestedFilename()).toBe("affisch-2025-2027.pdf");
  await karin.getByRole("link", { name: "Affisch, PDF" }).waitFor();

  await karin.getByText("Läs texten: Polisens sida").click();
  const text = await karin
    .locator(".rendering-text")
    .filter({ hasText: "polisen och kommunen tillsammans" })
    .innerText();
  await karin.getByLabel("Den publicerade texten").fill(text.replace("minst tolv", "minst tio"));
  await karin.getByLabel("Var den står").selectOption({ label: "Polisens sida" });
  await karin.getByRole("button", { name: "Jämför", exact: true }).press("Enter");
  await karin.getByRole("heading", { name: "9 av 10 står ordagrant. Ändrade: 1. Saknas: 0." }).waitFor();
  await expect
    .poll(() => karin.evaluate(() => document.activeElement?.textContent ?? ""))
    .toContain("9 av 10 står ordagrant");
  expect(await karin.locator("ins").first().innerText()).toContain("tio");
  expect(await problemsAtWidths(karin, "renderings")).toEqual([]);

  await karin.goto(`${served.origin}/lova/ockelbo/2025-2027`);
  await karin.getByText("Senast kontrollerat: Polisens sida").waitFor();
});
