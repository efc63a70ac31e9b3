// A draft is opened by two, commented on from a phone without script, looked through, answered and closed; and the receipt tells it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endConsultations } from "./calendar.ts";
import { problemsAtWidths, problemsOf } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let folder: string;
let served: Served;
let browser: Browser;
const SLUG = "2028-2030";
/** By the Swedish day, as the page has it. */
const TODAY = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samsyn-consultation-"));
  [served, browser] = await Promise.all([serveBuilt({ SAMSYN_DATA: folder }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

async function startDraft(page: Page): Promise<void> {
  const status = await page.evaluate(async (slug) => {
    const answer = await fetch("/api/pledge/ockelbo/documents", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        slug,
        text: "Kommunen lovar att mäta hastigheten på genomfarten två gånger i kvartalet.",
      }),
    });
    return answer.status;
  }, SLUG);
  expect(status).toBe(200);
}

/** The pages are made anew by a job. */
async function untilTold(sentence: string): Promise<void> {
  const page = () => fetch(`${served.origin}/ockelbo/utkast/${SLUG}`).then((answer) => answer.text());
  await expect.poll(page, { timeout: 20_000 }).toContain(sentence);
}

/** A week goes by: the last day was yesterday. */
async function aWeekGoesBy(): Promise<void> {
  await served.stop();
  await endConsultations(folder);
  served = await serveBuilt({ SAMSYN_DATA: folder });
}

describe("comments on a draft", { timeout: 300_000 }, () => {
  test("from two keys to an answer on a receipt", async () => {
    const karin = (await comeIn(browser, served.origin, "Karin")).page;
    await startDraft(karin);
    await karin.goto(`${served.origin}/lova/ockelbo/${SLUG}`);
    await karin.getByRole("link", { name: "Synpunkter på utkastet" }).click();
    await karin.getByLabel("Första dagen").fill(TODAY);
    await karin.getByLabel("Det här kan du påverka").fill("Vad vi gör, var och när");
    await karin.getByLabel("Det här kan vi inte ändra").fill("Hur många poliser det finns");
    expect(await problemsAtWidths(karin, "consultation")).toEqual([]);
    await karin.getByRole("button", { name: "Föreslå för den andra parten" }).press("Enter");
    await karin.getByRole("status").getByText("Ni har föreslagit.").waitFor();

    const johan = (await comeIn(browser, served.origin, "Johan")).page;
    await johan.getByRole("link", { name: /^Öppna: Säg ja till att öppna/ }).click();
    const yes = johan.getByRole("button", { name: "Säg ja och öppna" });
    await yes.waitFor();
    await johan.getByRole("heading", { name: "Texten som visas för alla" }).waitFor();
    expect(await problemsOf(johan)).toEqual([]);
    await yes.press("Enter");
    await johan.getByRole("status").getByText("Öppet för synpunkter").waitFor();

    const phone = { width: 320, height: 640, javaScriptEnabled: false };
    const { page, context } = await comeIn(browser, served.origin, undefined, phone);
    await untilTold("Det här är ett utkast. Ingen har skrivit under det.");
    await page.goto(`${served.origin}/ockelbo/synpunkt`);
    await page.getByRole("link", { name: "Läs utkastet" }).click();
    await page.getByRole("link", { name: "Kommentera: Löfte 1" }).click();
    const begun = performance.now();
    await page.getByLabel("Din kommentar").fill("Bra, men säg vilken gata. Fråga Anna Svensson.");
    const sideways = () => page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(await sideways()).toBe(0);
    const send = page.getByRole("button", { name: "Skicka" });
    await expect.poll(() => performance.now() - begun, { timeout: 10_000 }).toBeGreaterThan(3100);
    await send.click();
    await page
      .getByText(/Resten av din kommentar går att visa om du stryker namnet/)
      .first()
      .waitFor();
    await page.getByLabel("Din kommentar").fill("Bra, men säg vilken gata.");
    await send.click();
    const code = (await page.locator(".receipt-code").innerText()).trim();
    const looked = (await comeIn(browser, served.origin, undefined)).page;
    await looked.goto(`${served.origin}/ockelbo/utkast/${SLUG}`);
    expect(await problemsAtWidths(looked, "consultation")).toEqual([]);
    await looked.goto(`${served.origin}/ockelbo/synpunkt/utkast?lofte=${SLUG}&stycke=2`);
    expect(await problemsAtWidths(looked, "consultation")).toEqual([]);
    await context.close();

    await aWeekGoesBy();
    const desk = (await comeIn(browser, served.origin, "Karin")).page;
    await desk.getByRole("link", { name: /^Öppna: 1 synpunkt på utkastet väntar på att läsas igenom/ }).click();
    await desk.getByRole("button", { name: "Visa för alla" }).press("Enter");
    await desk.getByRole("status").getByText("Kommentaren visas för alla.").waitFor();
    expect(await desk.evaluate(() => document.activeElement?.textContent)).toContain("Kommentaren visas för alla.");
    await desk.getByRole("button", { name: "Stäng synpunkter" }).press("Enter");
    await desk.getByRole("alert").getByText("1 kommentar saknar svar.").waitFor();
    await desk.getByRole("checkbox", { name: "Bra, men säg vilken gata." }).press("Space");
    await desk.getByRole("radio", { name: "Delvis" }).check();
    await desk.getByLabel("Skälet").fill("Vi skriver gatan när mätningen är klar.");
    expect(await problemsAtWidths(desk, "consultation")).toEqual([]);
    await desk.getByRole("button", { name: "Svara på 1 vald" }).press("Enter");
    await desk.getByRole("status").getByText("Svaret är givet.").waitFor();
    await desk.getByRole("button", { name: "Stäng synpunkter" }).press("Enter");
    await desk.getByRole("status").getByText("Stängt och besvarat").first().waitFor();

    const again = (await comeIn(browser, served.origin, undefined, phone)).page;
    await again.goto(`${served.origin}/kvitto/${code}`);
    await again.getByText("Vi skriver gatan när mätningen är klar.").waitFor();
    const told = (await comeIn(browser, served.origin)).page;
    await untilTold("Vi skriver gatan när mätningen är klar.");
    await told.goto(`${served.origin}/ockelbo/utkast/${SLUG}`);
    expect(await problemsAtWidths(told, "consultation")).toEqual([]);
    await told.goto(`${served.origin}/kvitto/${code}`);
    expect(await problemsOf(told)).toEqual([]);
  });
});
