// Lasse's weekly report (journey 6): in a stairwell, with one hand, at 320 px, and without network. What a person would spend is counted (hand.ts).
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mondayOf, weekNumber } from "../../src/collect/weekly/week.ts";
import { dayOf, instantOf } from "../../src/ground/time.ts";
import { Hand } from "./hand.ts";
import { problemsOf } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const WEEK = "/falt/ockelbo/vecka";
const NUMBER = weekNumber(mondayOf(dayOf(instantOf(Date.now()))));

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("three events in two minutes at 320 px, after reading what the last report led to; two who saw the same are one event", async () => {
  const { page, context } = await comeIn(browser, served.origin, "Lasse", { width: 320, height: 640 });
  const lasse = new Hand(page, served.origin);
  await lasse.opens(WEEK, `Vecka ${NUMBER}`);
  const back = page.getByText(/^Din rapport vecka 45 ledde till: stolparna på Bruksvägen lagade/);
  lasse.reads(await back.innerText());
  expect(await problemsOf(page)).toEqual([]);
  await lasse.presses(button(page, "Något har hänt"));
  const event = async (what: string, where: string, when: string, unsafe: string) => {
    await lasse.chooses("Vad har hänt?", what);
    await lasse.chooses("Var?", where);
    await lasse.chooses("När ungefär?", when);
    await lasse.chooses("Hur otryggt, tycker du?", unsafe);
  };
  await event("Klotter", "Rabo, cykelrummet", "Natt", "2 ganska");
  await lasse.presses(button(page, "En till"));
  await event("Nedskräpning", "Återvinningen vid Rabo", "Helg", "1 lite");
  await lasse.presses(button(page, "En till"));
  await event("Belysning", "Rabo, trapphus A", "Kväll", "3 mycket");
  expect(await problemsOf(page)).toEqual([]);
  await lasse.writes("Med egna ord", "Mörkt i lgh 1203");
  // Refused, told why, written anew and sent again: that is of the two minutes as well.
  await lasse.presses(button(page, "Skicka veckan"));
  await lasse.isTold(page.getByText(/Skriv inte vem eller vilken lägenhet. Trapphus och gård räcker. Det här/));
  await lasse.writes("Med egna ord", "Mörkt i porten");
  await lasse.presses(button(page, "Skicka veckan"));
  await lasse.isTold(page.getByText("Tack. 3 händelser skickade."));
  console.info(`three events: ${lasse.seconds} s, ${lasse.taps} taps`);
  expect(lasse.seconds).toBeLessThanOrEqual(120);
  expect(await problemsOf(page)).toEqual([]);
  await context.close();

  // Karin sees them, and lets somebody else look after the same yard.
  const desk = await comeIn(browser, served.origin, "Karin");
  await desk.page.goto(`${served.origin}/lyssna/ockelbo/veckorapporter-installning`);
  await desk.page.getByText(/^Skolan, skolvärd/).click();
  const form = desk.page.locator("details[open]");
  await form.getByLabel("Vem").selectOption({ label: "Petra, ingenjör, gatuenheten" });
  await form.getByLabel("Platser, en på varje rad").fill("Cykelrummet; 60.88470, 16.71351");
  await button(desk.page, "Spara").first().click();
  await desk.page.getByText("Sparat").first().waitFor();

  const petra = await comeIn(browser, served.origin, "Petra", { width: 320, height: 640 });
  const hand = new Hand(petra.page, served.origin);
  await hand.opens(WEEK, `Vecka ${NUMBER}`);
  await hand.presses(button(petra.page, "Något har hänt"));
  await hand.chooses("Vad har hänt?", "Klotter");
  await hand.chooses("Var?", "Cykelrummet");
  await petra.page.getByText("Redan rapporterat i dag. Lägg till ditt?").waitFor();
  expect(await problemsOf(petra.page)).toEqual([]);
  await hand.presses(button(petra.page, "Lägg till mitt"));
  await hand.chooses("När ungefär?", "Natt");
  await hand.chooses("Hur otryggt, tycker du?", "3 mycket");
  await hand.presses(button(petra.page, "Skicka veckan"));
  await petra.page.getByText("Tack. 1 händelse skickad.").waitFor();
  await petra.context.close();

  await desk.page.goto(`${served.origin}/lyssna/ockelbo/veckorapporter`);
  const row = desk.page.getByRole("row", { name: /Klotter, Rabo, cykelrummet/ });
  await row.waitFor();
  expect(await row.getByRole("cell").allInnerTexts()).toEqual([String(NUMBER), "Rabo, cykelrummet", "3", "2", "–"]);
  await expect.poll(() => desk.page.getByText("Lasse").count()).toBe(0);
  expect(await problemsOf(desk.page)).toEqual([]);
  await desk.page.getByLabel("Händelsen").selectOption({ label: `Vecka ${NUMBER}: Klotter, Rabo, cykelrummet` });
  await desk.page.getByLabel("Ledde till").fill("klottret är tvättat");
  await button(desk.page, "Spara svaret").click();
  await desk.page.getByRole("cell", { name: /klottret är tvättat/ }).waitFor();
  await desk.context.close();
}, 120_000);

test("a sticker opens the report at its place, and a photo is covered before it is kept", async () => {
  const { page, context } = await comeIn(browser, served.origin, "Lasse", { width: 320, height: 640 });
  await page.goto(`${served.origin}${WEEK}?plats=rabo-cykelrummet`);
  const where = page.getByRole("group", { name: "Var?" }).getByRole("radio", { name: "Rabo, cykelrummet" });
  await where.waitFor();
  expect(await where.isChecked()).toBe(true);
  const picture = await page.screenshot();
  await page.getByLabel(/^Bild på platsen/).setInputFiles({ name: "gard.png", mimeType: "image/png", buffer: picture });
  const dialog = page.getByRole("dialog", { name: "Täck över ansikten och nummerplåtar" });
  await dialog.waitFor();
  expect(await page.getByText("Bilden är med i händelsen.").count()).toBe(0);
  await button(page, "Lägg till en svart ruta").click();
  expect(await problemsOf(page)).toEqual([]);
  await button(page, "Spara fotot").click();
  await page.getByText("Bilden är med i händelsen.").waitFor();
  await context.close();
}, 120_000);

test("«Inget särskilt» is one tap, also without network, and counts as a report; absence is said by the reporter", async () => {
  const { page, context } = await comeIn(browser, served.origin, "Amina", { width: 320, height: 640 });
  // The week has been opened once: it is on the phone from then on.
  await page.goto(served.origin + WEEK);
  await button(page, "Inget särskilt den här veckan").waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await context.setOffline(true);
  const amina = new Hand(page, served.origin);
  await amina.opens(WEEK, `Vecka ${NUMBER}`);
  await amina.presses(button(page, "Inget särskilt den här veckan"));
  await page.getByText("Ligger i telefonen, skickas när du får nät. Du behöver inte göra något.").waitFor();
  console.info(`nothing this week: ${amina.seconds} s, ${amina.taps} taps`);
  expect(amina.taps).toBeLessThanOrEqual(3);
  expect(amina.seconds).toBeLessThanOrEqual(15);
  await context.setOffline(false);
  await page.getByText("Tack. Inget särskilt den här veckan.").waitFor({ timeout: 30_000 });
  await page.getByText("Jag är ledig till …").click();
  const until = dayOf(instantOf(Date.now() + 14 * 86_400_000));
  await page.getByLabel("Sista lediga dagen").fill(until);
  await button(page, "Spara").click();
  await page.getByText(/^Du är ledig till/).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await context.close();

  const desk = await comeIn(browser, served.origin, "Johan");
  await desk.page.goto(`${served.origin}/lyssna/ockelbo/veckorapporter`);
  await desk.page.getByRole("columnheader", { name: /Centrum/ }).waitFor();
  const now = desk.page.getByRole("row", { name: new RegExp(`^${NUMBER} `) }).filter({ hasText: "inget särskilt" });
  await now.waitFor();
  await desk.page.getByText(/^Ingen rapport på (tre|fyra|\p{L}+|\d+) veckor från Parker och bad$/u).waitFor();
  await desk.context.close();
}, 120_000);
