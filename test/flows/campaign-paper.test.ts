// A dialogue on paper: the form and the leaflets are printed, papers are typed in by keys only, the latest is undone, and what was written is read many at a time.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemsAtWidths } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
const MOST = { timeout: 60_000 };

beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const bytesAt = (page: Page, name: string) =>
  page.getByRole("link", { name }).evaluate(async (link) => {
    const answer = await fetch((link as HTMLAnchorElement).href);
    return `${answer.status} ${answer.headers.get("content-type")} ${(await answer.text()).slice(0, 5)}`;
  });

/** What stands in each field, one after the other; the questions that are shown decide where Tab leads. */
async function typeIn(page: Page, fields: readonly string[]): Promise<void> {
  for (const [place, text] of fields.entries()) {
    if (text !== "") await page.keyboard.type(text);
    if (place < fields.length - 1) await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
}

test(
  "Karin prints the form and types papers in by keys only, and reads what was written in one go",
  { timeout: 600_000 },
  async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/lyssna/ockelbo/kampanj-amot`);
    await page.getByRole("heading", { name: "På papper" }).waitFor(MOST);
    await page.getByLabel("Var formuläret lämnas").fill("Biblioteket i Ockelbo");
    await page.getByLabel("Lappar för").selectOption("Jädraås");
    for (const language of ["Svenska", "English", "Lättläst"]) {
      await page.getByLabel("Språk", { exact: true }).selectOption(language);
      for (const name of ["Skriv ut formuläret", "Skriv ut lappar"])
        expect(await bytesAt(page, name)).toBe("200 application/pdf %PDF-");
    }

    await page.getByRole("link", { name: "Skriv in pappersvar" }).press("Enter");
    const first = page.getByLabel("1. Hur trygg känner du dig ute när det är mörkt?");
    await first.waitFor(MOST);
    const status = page.getByRole("status").filter({ hasText: "inskrivna i dag" });
    await expect.poll(() => status.innerText(), MOST).toContain("0 inskrivna i dag");
    await first.focus();
    const begun = Date.now();
    // Crosses alone: a number, Tab past three fields, and who it is from.
    await typeIn(page, ["1", "1", "", "", "4", "1", "1"]);
    await expect.poll(() => status.innerText(), MOST).toContain("1 inskrivna i dag");
    const isFirst = () => first.evaluate((field) => field === document.activeElement);
    await expect.poll(isFirst, MOST).toBe(true);
    expect(await first.inputValue()).toBe("");
    // Whoever is not safe was asked why: the question comes as the number is typed.
    await typeIn(page, ["5", "1 3", "", "bakom skolan", "Mer ljus på vägen"]);
    await expect.poll(() => status.innerText(), MOST).toContain("2 inskrivna i dag");
    await expect.poll(isFirst, MOST).toBe(true);
    console.log(`two papers typed in in ${((Date.now() - begun) / 1000).toFixed(1)} s`);

    // A number that is not there is told at the field, and nothing is lost.
    await typeIn(page, ["9"]);
    await page.getByText("Svaren har nummer 1–6. ”9” finns inte.").waitFor(MOST);
    await expect.poll(isFirst, MOST).toBe(true);
    expect(await problemsAtWidths(page, "typing-wrong")).toEqual([]);
    await page.keyboard.press("ControlOrMeta+A");
    await typeIn(page, ["2", "", "", "Laga kuren vid bussen"]);
    await expect.poll(() => status.innerText(), MOST).toContain("3 inskrivna i dag");
    await page.getByRole("button", { name: "Ångra den senaste" }).press("Enter");
    await expect.poll(() => status.innerText(), MOST).toContain("Den senaste är borttagen. 2 inskrivna i dag");
    await expect.poll(isFirst, MOST).toBe(true);
    // With the code that the paper asked for, shown once.
    await page.getByLabel("Vill ha kvittokod").press("Space");
    await first.focus();
    await typeIn(page, ["2", "", "", "Laga kuren vid bussen. Ring 070-123 45 67"]);
    await expect.poll(() => status.innerText(), MOST).toContain("3 inskrivna i dag");
    const said = await status.innerText();
    expect(said).toContain("Det här täcktes: ett telefonnummer.");
    const code = /[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/.exec(said)?.[0];
    expect(await (await fetch(`${served.origin}/kvitto/${code}`)).text()).toContain("Mottaget");
    expect(await problemsAtWidths(page, "typing")).toEqual([]);

    await page.goto(`${served.origin}/lyssna/ockelbo/kampanj-amot`);
    await page.getByText("Laga kuren vid bussen. Ring [telefonnummer]").waitFor(MOST);
    await page.getByText(/Papper 3/).waitFor(MOST);
    expect(await page.getByText("Mer ljus på vägen").count()).toBe(1);
    await page.getByRole("button", { name: "Behåll valda" }).press("Enter");
    await page.getByText("Välj minst ett svar i kön.").waitFor(MOST);
    await page.getByRole("button", { name: "Välj alla som visas" }).press("Enter");
    await page.getByText("2 valda").waitFor(MOST);
    expect(await problemsAtWidths(page, "queue")).toEqual([]);
    await page.getByRole("button", { name: "Behåll valda" }).press("Enter");
    await page.getByText("2 svar behållna.").waitFor(MOST);
    await page.getByText("Inget väntar på att läsas").waitFor(MOST);
    await context.close();
  },
);
