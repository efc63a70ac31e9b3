// Two people in one draft: what each writes is there, the same sentence is chosen by the one who was later, and every wording can be read again.
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
  await karin.evaluate(async () => {
    const text = [
      "Kommunen lovar att det ska vara tryggt vid stationen.",
      "• Patrullering till fots en gång i månaden.",
      "• Polisen är vid stationen varje fredag.",
    ].join("\n");
    const body = JSON.stringify({ slug: "2028-2030", text });
    const headers = { "content-type": "application/json" };
    await fetch("/api/pledge/ockelbo/documents", { method: "POST", headers, body });
  });
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const open = async (page: Page) => {
  await page.goto(`${served.origin}/lova/ockelbo/2028-2030`);
  await page.getByLabel("Vad ni lovar").first().waitFor();
};
const later = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const save = (page: Page) => page.getByRole("button", { name: "Spara utkastet" }).press("Enter");
const saved = (page: Page) => page.getByText("Sparat", { exact: true }).waitFor();
const sentence = (page: Page) => page.getByLabel("Vad ni lovar").first();

describe("writing together", { timeout: 120_000 }, () => {
  test("both write at once: what does not clash is in it, and the same sentence is asked about by keyboard", async () => {
    await open(karin);
    await open(johan);
    await sentence(johan).fill("Polisen lovar att det ska vara lugnt vid stationen.");
    await johan.getByLabel("Vad ni gör").nth(1).fill("Patrullering till fots två kvällar i månaden.");
    await save(johan);
    await saved(johan);
    await karin.getByLabel("Rubrik").fill("Medborgarlöfte 2028–2030");
    await sentence(karin).fill("Kommunen lovar att det ska vara ljust vid stationen.");
    await save(karin);
    await karin.getByText("Ni ändrade samma mening. Båda versionerna är kvar, välj eller slå ihop.").waitFor();
    await karin.getByText("Någon annan ändrade 1.2 medan du skrev; det är med.").waitFor();
    expect(await problemsAtWidths(karin, "drafting-clash")).toEqual([]);
    await save(karin);
    await karin.getByText("Välj först där ni ändrade samma sak, högst upp.").waitFor();
    await karin.getByRole("button", { name: /^Skriv ihop/ }).press("Enter");
    await karin.getByLabel("Tillsammans").fill("Vi lovar att det ska vara ljust och lugnt vid stationen.");
    await karin.getByRole("button", { name: /^Använd den texten/ }).press("Enter");
    await expect.poll(() => karin.evaluate(() => document.activeElement?.textContent)).toContain("Allt är valt.");
    await save(karin);
    await saved(karin);
    expect(await karin.getByLabel("Vad ni gör").nth(1).inputValue()).toContain("två kvällar");
  });

  test("who comes back reads what has changed since", async () => {
    await open(johan);
    await johan.getByRole("heading", { name: "Ändrat sedan du läste senast: 2 meningar" }).waitFor();
    await johan.getByText("Visa vad som ändrats").press("Enter");
    await johan.getByRole("insertion").filter({ hasText: "ljust" }).first().waitFor();
    expect(await problemsAtWidths(johan, "drafting-since")).toEqual([]);
  });

  test("marked words are commented on and answered, and proposed words are accepted into the draft", async () => {
    await open(karin);
    await karin
      .getByLabel("Vad ni gör")
      .first()
      .evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(0, 10));
    await karin.getByRole("button", { name: "Kommentera Aktivitet 1.1" }).press("Enter");
    await karin.getByLabel("Din kommentar").fill("Ring Anna Karlsson på 070-123 45 67.");
    await karin.getByRole("button", { name: "Skicka" }).press("Enter");
    await karin.getByRole("alert").waitFor();
    expect(await problemsAtWidths(karin, "drafting-comment")).toEqual([]);
    await karin.getByLabel("Din kommentar").fill("Hinner vi det före november?");
    await karin.getByRole("button", { name: "Skicka" }).press("Enter");
    await expect.poll(() => karin.evaluate(() => document.activeElement?.textContent)).toContain("Skickat.");
    await karin.getByRole("button", { name: "Kommentera Löfte 1" }).press("Enter");
    await karin.getByText("Ändringsförslag").click();
    await karin.getByLabel("Så föreslår du att det ska stå").fill("Vi lovar lugna kvällar vid stationen.");
    await karin.getByRole("button", { name: "Skicka" }).press("Enter");
    await karin.getByRole("heading", { name: "Löfte 1", level: 3 }).waitFor();
    await open(johan);
    await johan.getByText("2 kommentarer är öppna. Ni kan gå vidare ändå.").waitFor();
    await johan.getByRole("button", { name: "Godta Löfte 1" }).press("Enter");
    await expect.poll(() => sentence(johan).inputValue()).toBe("Vi lovar lugna kvällar vid stationen.");
    await johan.getByRole("button", { name: "Klar Aktivitet 1.1" }).press("Enter");
    await johan.getByText("2 klara").press("Enter");
    await johan.getByRole("button", { name: "Öppna igen Aktivitet 1.1" }).waitFor();
    expect(await problemsAtWidths(johan, "drafting-comments")).toEqual([]);
  });

  test("any two versions are compared word by word, also what was put aside, and a passage is restored as a new one", async () => {
    await johan.getByRole("link", { name: "Versioner" }).press("Enter");
    await johan.getByRole("heading", { name: "Alla versioner" }).waitFor();
    await johan.getByText("Sidolagd, från version 1", { exact: false }).last().waitFor();
    await johan.getByText("1 ändring", { exact: true }).waitFor();
    await johan.getByRole("heading", { name: "Löfte 1: Vad ni lovar Ändrat" }).waitFor();
    await johan.getByText("Sida vid sida").click();
    expect(await problemsAtWidths(johan, "drafting-versions")).toEqual([]);
    await johan.getByRole("button", { name: "Återställ Löfte 1, Vad ni lovar" }).press("Enter");
    await johan.getByText("Återställt i en ny version. Den förra finns kvar i listan.").waitFor();
    await johan.getByText("Version 5", { exact: false }).first().waitFor({ state: "attached" });
    await open(johan);
    expect(await sentence(johan).inputValue()).toBe("Vi lovar att det ska vara ljust och lugnt vid stationen.");
  });

  test("the days are set by one and moved by the other, and say what they are against at their field", async () => {
    await open(karin);
    await karin.getByText("Inga dagar är bestämda för att skriva och skriva under.").waitFor();
    await karin.getByText("Bestäm dagar").press("Enter");
    const written = await karin.getByLabel("Sista dagen att skriva", { exact: true }).inputValue();
    await karin.getByLabel("Sista dagen att skriva under").fill(written);
    await karin.getByRole("button", { name: "Spara dagarna" }).press("Enter");
    await karin.getByText("Välj en senare dag för underskrift.", { exact: false }).waitFor();
    expect(await problemsAtWidths(karin, "drafting-days")).toEqual([]);
    await karin.getByLabel("Sista dagen att skriva under").fill(later(written, 20));
    await karin.getByRole("button", { name: "Spara dagarna" }).press("Enter");
    await expect
      .poll(() => karin.evaluate(() => document.activeElement?.textContent))
      .toContain("Dagarna är sparade. Den andra parten ser dem.");
    await open(johan);
    await johan.getByText("Bestämt av Kommunen", { exact: false }).waitFor();
    await johan.getByText("Flytta dagar").press("Enter");
    await johan.getByLabel("Sista dagen att skriva under").fill(later(written, 10));
    await johan.getByRole("button", { name: "Spara dagarna" }).press("Enter");
    await johan.getByText("Flyttat av Polisen", { exact: false }).waitFor();
    await johan.getByText("Hur dagarna har flyttats").press("Enter");
    expect(await problemsAtWidths(johan, "drafting-days")).toEqual([]);
  });
});
