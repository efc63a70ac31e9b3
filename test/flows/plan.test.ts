// A planned walk is moved and made open at the desk, read by a stranger, and called off: the page, the list and the phone that took it along say so, and why.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFinds, problemsAtWidths, problemsOf } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

const WHY = "Det blir snöstorm i kväll.";
let served: Served;
let browser: Browser;
let karin: Page;
let amina: Page;
let stranger: Page;

beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
  [{ page: karin }, { page: amina }] = await Promise.all([
    comeIn(browser, served.origin, "Karin"),
    comeIn(browser, served.origin, "Amina"),
  ]);
  stranger = await (await browser.newContext()).newPage();
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

/** Pages for everybody are made anew when something has happened; whoever reads comes back. */
async function reads(text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await stranger.goto(`${served.origin}/ockelbo/vandring/amot-2026`);
        return stranger.locator("main").innerText();
      },
      { timeout: 60_000 },
    )
    .toContain(text);
}

describe("a planned walk", { timeout: 300_000 }, () => {
  test("is changed at the desk and read by everybody, with how it goes and what is done with what is said", async () => {
    await amina.goto(`${served.origin}/falt/ockelbo`);
    await amina.getByRole("button", { name: "Ta med vandringen" }).first().click();
    await amina.getByLabel("Vad ser du, och vad gör det med platsen?").fill("Lampan vid trappan");
    await karin.goto(`${served.origin}/lyssna/ockelbo/vandring-amot-2026`);
    await karin.getByRole("button", { name: "Ändra vandringen" }).click();
    await karin.getByLabel("Samlingsplats").first().fill("Vid kyrkans parkering");
    expect(await problemsAtWidths(karin, "plan-change")).toEqual([]);
    await karin.getByRole("button", { name: "Spara ändringen" }).click();
    await karin.getByText("Vandringen är ändrad.").waitFor();
    await reads("Vid kyrkans parkering");
    const page = await stranger.locator("main").innerText();
    expect(page).toContain("Så går en trygghetsvandring till");
    expect(page).toContain("Öppen för alla som bor");
    expect(await problemsAtWidths(stranger, "plan-public")).toEqual([]);
    await stranger.goto(`${served.origin}/ockelbo`);
    expect(await problemsOf(stranger)).toEqual([]);
  });

  test("is called off with a reason: the page, the list and the phone say so, and a new one like it is begun", async () => {
    await karin.getByRole("button", { name: "Ställ in", exact: true }).click();
    await karin.getByLabel("Varför ställs den in?").fill(WHY);
    await karin.getByRole("button", { name: "Ställ in vandringen" }).click();
    await karin.getByText(/Vandringen är inställd sedan/).waitFor();
    expect(await problemsAtWidths(karin, "plan-cancelled")).toEqual([]);
    await reads(WHY);
    expect(await problemsAtWidths(stranger, "plan-public-cancelled")).toEqual([]);

    await amina.getByRole("button", { name: "Spara på telefonen" }).click();
    await amina.getByText(/Vandringen är inställd: Mörkervandring i Åmot/).waitFor({ timeout: 60_000 });
    await amina.getByText("Det du har skrivit ligger kvar och skickas som vanligt.").waitFor();
    expect(await axeFinds(amina)).toEqual([]);
    expect(await problemsAtWidths(amina, "plan-field")).toEqual([]);
    await karin.reload();
    await karin.getByText("Lampan vid trappan").first().waitFor();

    await karin.getByRole("link", { name: "Planera en ny likadan" }).click();
    await expect.poll(() => karin.getByLabel("Samlingsplats").first().inputValue()).toBe("Vid kyrkans parkering");
    expect(await karin.getByLabel("Dag").first().inputValue()).toBe("");
    await karin.goto(`${served.origin}/lyssna/ockelbo`);
    const row = karin.getByRole("row").filter({ hasText: "Inställd" });
    await row.getByText("Mörkervandring i Åmot").waitFor();
  });
});
