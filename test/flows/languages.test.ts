// A dialogue in a language that runs from the right, from the file Karin hands in through the receipt somebody gets on a small phone.
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_CAMPAIGN } from "../resident.ts";
import { arabicFile, inArabicLetters } from "../tongue.ts";
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

const file = (bytes: Uint8Array) => ({
  name: "formular-amot-ar.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(bytes),
});

/** Pressed, and the whole of the page that it leads to is there. */
async function followed(page: Page, leading: Locator): Promise<void> {
  await Promise.all([page.waitForEvent("load"), leading.click()]);
}

test(
  "Karin hands in a translation, looks it over and opens it, and somebody answers in it at 320 pixels",
  { timeout: 600_000 },
  async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/lyssna/ockelbo/kampanj-amot`);
    await page
      .getByLabel("Den översatta filen")
      .setInputFiles(file(arabicFile(DEMO_CAMPAIGN, (sv) => (sv.startsWith("Steg") ? "{x}" : inArabicLetters(sv)))));
    await page.getByRole("heading", { name: "1 rad i filen är fel. Inget är sparat." }).waitFor();
    await page
      .getByText(/^Rad \d+: det som står inom klamrar ska stå likadant i översättningen[.] «Steg.*»$/)
      .waitFor();
    await page.getByLabel("Den översatta filen").setInputFiles(file(arabicFile(DEMO_CAMPAIGN)));
    await page.getByRole("heading", { name: /^Allt är översatt/ }).waitFor();
    expect(await problemsAtWidths(page, "languages-1-desk")).toEqual([]);
    expect(await axeFinds(page)).toEqual([]);
    const preview = await page.getByRole("link", { name: "Granska arabiska" }).getAttribute("href");
    await page.getByRole("button", { name: "Öppna arabiska" }).click();
    await page.getByText("Öppet för invånare", { exact: false }).waitFor();
    await context.close();

    const phone = await comeIn(browser, served.origin, undefined, {
      width: 320,
      height: 640,
    });
    const resident = phone.page;
    await resident.goto(preview!);
    expect(await resident.locator("html").getAttribute("dir")).toBe("rtl");
    await resident.goto(`${served.origin}/svara/amot`);
    await followed(resident, resident.getByRole("link", { name: "العربية" }));
    const problems: string[] = [];
    let steps = 0;
    while ((await resident.locator(".receipt-code").count()) === 0 && steps++ < 20) {
      problems.push(...(await problemsOf(resident)));
      const html = resident.locator("html");
      expect([await html.getAttribute("lang"), await html.getAttribute("dir")]).toEqual(["ar", "rtl"]);
      const radio = resident.getByRole("radio").first();
      if ((await radio.count()) > 0) await radio.check();
      const words = resident.locator("textarea");
      if ((await words.count()) > 0) await words.fill("مصباح");
      const isLast = (await resident.locator('button[value="send"]').count()) > 0;
      // As long as a person needs to read it, at the least.
      if (isLast) await resident.waitForTimeout(4000);
      await followed(resident, resident.locator('button[name="go"]:not([value="back"])').first());
    }
    expect(problems).toEqual([]);
    expect(await resident.locator(".receipt-code").innerText()).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(await problemsAtWidths(resident, "languages-2-thanks")).toEqual([]);
    await followed(resident, resident.getByRole("link", { name: inArabicLetters("Se vad som händer") }));
    expect(await problemsAtWidths(resident, "languages-3-receipt")).toEqual([]);
    await resident.getByRole("heading", { name: inArabicLetters("Det här har hänt") }).waitFor();
    await phone.context.close();
  },
);
