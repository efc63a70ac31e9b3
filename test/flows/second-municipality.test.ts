// Another municipality, from an empty installation to a published promise that is changed and lengthened: Storuman, whose promise of 2021–2022 began with traffic
// checks in the villages. Two organisations, by the keys alone, and what a person would spend is counted where a journey says how much it may be.
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Hand } from "./hand.ts";
import { comeIn, giveKey, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
const people = new Map<string, Page>();
const as = (name: string): Page => people.get(name)!;

beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt({ SAMSYN_DEMO: "0" }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail")
    for (const [name, page] of people) console.log(name, page.url(), await page.locator("body").innerText());
});
/** By the Swedish day, as the pages have it. */
const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" });
const YEAR = Number(dayFromNow(0).slice(0, 4));
const SLUG = `${YEAR + 1}-${YEAR + 2}`;
const PROBLEM = "Bilarna kör för fort genom byarna";
const NOTE = "Bilarna saktar inte ner genom Stensele fast det är 40.";
const REASON = "Det bestäms i januari, när vägarnas ägare har svarat.";

/** Opens a one-time link with a phone that can hold a key, and makes one. */
async function enterBy(link: string, name: string): Promise<Page> {
  const { page } = await comeIn(browser, served.origin, undefined, { width: 390 });
  await giveKey(page);
  await page.goto(link);
  await page.getByRole("button", { name: "Skapa inloggning på den här datorn" }).press("Enter");
  await page.waitForURL(/oversikt/);
  people.set(name, page);
  return page;
}

const open = (page: Page, address: string) => page.goto(served.origin + address);

/** A link for somebody of one's own organisation. */
async function invite(page: Page, name: string, title: string, role?: string): Promise<string> {
  await open(page, "/installning/storuman");
  const form = page.locator("section").filter({ has: page.getByRole("heading", { name: "Bjud in", exact: true }) });
  await form.getByLabel("Namn").fill(name);
  await form.getByLabel("Befattning, som den får visas utåt").fill(title);
  if (role !== undefined) await form.getByLabel("Roll").selectOption({ label: role });
  await form.getByRole("button", { name: "Skapa inbjudan" }).press("Enter");
  return form.locator(".code").innerText();
}

/** The decision that lets somebody sign for one's own party. */
async function mandate(page: Page, who: RegExp, body: string): Promise<void> {
  await open(page, "/installning/storuman/uppdrag");
  await page.getByText("Registrera ett uppdrag").press("Enter");
  const person = page.getByLabel("Vem får skriva under");
  await person.selectOption((await person.locator("option").filter({ hasText: who }).getAttribute("value"))!);
  await page.getByLabel("Beslutat av").fill(body);
  await page.getByLabel("Beslutsdag").fill(dayFromNow(-10));
  await page.getByLabel("Från och med").fill(dayFromNow(-10));
  await page.getByRole("button", { name: "Registrera uppdraget" }).press("Enter");
  await page.getByText("Uppdraget är registrerat.").waitFor();
}

describe("Storuman", { timeout: 300_000 }, () => {
  test("is founded by two, each with one who may sign", async () => {
    const link = /https?:\/\/\S+\/start\/\S+/.exec(served.said())?.[0] ?? "";
    const elin = await enterBy(link, "Elin");
    await elin.getByRole("link", { name: "Nytt samarbete" }).press("Enter");
    await elin.getByLabel("Kommun").selectOption({ label: "Storuman" });
    await elin.getByLabel("Polisens lokalpolisområde").fill("Polismyndigheten, lokalpolisområde Södra Lappland");
    await elin.getByLabel("Din befattning").fill("samordnare");
    await elin.getByRole("button", { name: "Skapa samarbete" }).press("Enter");
    await elin.getByText("har inte tackat ja än").waitFor();
    const form = elin.locator("section").filter({ has: elin.getByRole("heading", { name: /^Bjud in Polism/ }) });
    await form.getByLabel("Namn").fill("Nils");
    await form.getByLabel("Befattning, som den får visas utåt").fill("kommunpolis");
    await form.getByRole("button", { name: "Skapa inbjudan" }).press("Enter");
    const nils = await enterBy(await form.locator(".code").innerText(), "Nils");
    await enterBy(await invite(elin, "Britt", "kommunstyrelsens ordförande", "undertecknare"), "Britt");
    await enterBy(await invite(nils, "Ulf", "lokalpolisområdeschef", "undertecknare"), "Ulf");
    await mandate(elin, /^Britt/, "kommunstyrelsen");
    await mandate(nils, /^Ulf/, "polisregionen");
  });

  test("what is seen on the road becomes a problem, with what else says the same", async () => {
    for (const [name, text] of [
      ["Elin", NOTE],
      ["Nils", "Två av fem lastbilar körde mycket fort vid skolan."],
    ] as const) {
      const page = as(name);
      await open(page, "/falt");
      await page.getByRole("button", { name: "Anteckna utan vandring" }).press("Enter");
      await page.getByLabel("Vad ser du, och vad gör det med platsen?").fill(text);
      await page.getByLabel("Tema").selectOption({ label: "För hög fart" });
      await page.getByRole("button", { name: "Spara på telefonen" }).press("Enter");
      await page
        .getByText(/0 väntar|Allt är skickat|1 skickad/)
        .first()
        .waitFor({ timeout: 60_000 });
    }
    const elin = as("Elin");
    await open(elin, "/lagesbild/storuman");
    await elin.getByRole("link", { name: NOTE }).first().press("Enter");
    await elin.getByRole("article").getByRole("link", { name: "Använd som underlag" }).press("Enter");
    await elin.getByLabel("Vad är problemet?").fill(PROBLEM);
    await elin.getByLabel("Sedan när").fill("i flera år");
    await elin.getByLabel("Vem berörs").fill("de som går längs vägen");
    await elin.getByRole("button", { name: "Gör till problem" }).press("Enter");
    await elin.getByRole("heading", { name: PROBLEM }).waitFor();
    await open(elin, "/prioritera/storuman");
    console.log(await elin.locator("main").innerText());
  });
});
