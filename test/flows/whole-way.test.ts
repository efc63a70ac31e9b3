// The whole way, in a real browser: an observation in the dark, the picture, a problem both choose, a promise two sign with their own keys, an occasion, a
// follow-up both sign, and a stranger who reads all of it. Every step is a person with a name and the screens they have.
import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Hand } from "./hand.ts";
import { problemsAtWidths } from "./looked.ts";
import { comeIn, giveKey, openBrowser, serveBuilt, type Served, type Somebody } from "./served.ts";

let served: Served;
let browser: Browser;
const people = new Map<string, Somebody>();
const OBSERVATION = "Stolpe 14 vid gångtunneln har varit släckt i tre veckor.";
const PROBLEM = "Gångtunneln är mörk på vägen hem från tåget";
const PLEDGE = "Gångtunneln ska vara upplyst varje kväll hela vintern.";
const REASON = "Det bestäms när ronderingen har börjat.";
const ACTIVITY = "Gatuenheten ronderar belysningen i tunneln och byter släckta lampor.";
// What is logged is logged on the day of the test, so the promise and its follow-up are of that day's year.
const YEAR = new Date().getFullYear();
const SLUG = `${YEAR}-${YEAR + 1}-tunneln`;

beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

async function as(name: string, options: { width?: number } = {}): Promise<Page> {
  const known = people.get(name) ?? (await comeIn(browser, served.origin, name, options));
  people.set(name, known);
  return known.page;
}

const open = (page: Page, address: string) => page.goto(served.origin + address);

async function sign(name: string): Promise<Page> {
  const page = await as(name, { width: 390 });
  await giveKey(page);
  await open(page, `/signera/ockelbo/${SLUG}`);
  await page.getByRole("button", { name: "Lägg till en nyckel" }).click();
  await page.getByText("Du har 1 nyckel.").waitFor();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Skriv under med nyckel" }).click();
  return page;
}

/** Gives this person's key, having read the page. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("checkbox", { name: "Jag har läst sidan och vill att alla ska kunna läsa den" }).check();
  await page.getByRole("button", { name }).click();
}

describe("the whole way", { timeout: 300_000 }, () => {
  test("Amina notes what she sees where there is no network, and it is sent when there is", async () => {
    const page = await as("Amina", { width: 390 });
    await open(page, "/falt");
    await page.getByRole("button", { name: "Anteckna utan vandring" }).click();
    await page.getByRole("heading", { name: "Ny iakttagelse" }).waitFor();
    const { context } = people.get("Amina")!;
    await context.setOffline(true);
    await page.getByLabel("Vad ser du, och vad gör det med platsen?").fill(OBSERVATION);
    await page.getByRole("button", { name: "Spara på telefonen" }).click();
    await page.getByText(/Sparat i telefonen \d/).waitFor();
    await expect.poll(() => page.getByText("1 väntar").count()).toBeGreaterThan(0);
    await context.setOffline(false);
    await page
      .getByText(/0 väntar|Allt är skickat|1 skickad/)
      .first()
      .waitFor({ timeout: 60_000 });
  });

  test("Karin sees it in the picture and makes it a problem", async () => {
    const page = await as("Karin");
    await open(page, "/lagesbild/ockelbo");
    await page.getByRole("link", { name: OBSERVATION }).first().click();
    await page.getByRole("article").getByRole("link", { name: "Använd som underlag" }).click();
    await page.getByLabel("Vad är problemet?").fill(PROBLEM);
    await page.getByLabel("Sedan när").fill("sedan början av november");
    await page.getByLabel("Vem berörs").fill("de som går från tåget");
    await page.getByRole("button", { name: "Gör till problem" }).click();
    await page.getByRole("heading", { name: PROBLEM }).waitFor();
    await page.getByLabel("Motiv").fill("Det är vår belysning och går att ordna nu.");
    await page.getByRole("button", { name: "Välj för Ockelbo kommun" }).click();
    // The form goes with the choice: its own words stand in it until then.
    await page.getByRole("button", { name: "Välj för Ockelbo kommun" }).waitFor({ state: "detached" });
    await page.getByText("Det är vår belysning och går att ordna nu.").waitFor();
    expect(page.url()).toContain("/prioritera/ockelbo/gangtunneln");
  });

  test("Johan, of the police, chooses it too", async () => {
    const page = await as("Johan");
    await open(page, "/oversikt");
    await page.getByText(`Ta ställning till «${PROBLEM}»`).waitFor();
    await open(page, "/prioritera/ockelbo");
    await page.getByRole("link", { name: PROBLEM }).last().click();
    await page.getByLabel("Motiv").fill("Folk väljer bilvägen i stället, och där är det farligare.");
    await page.getByRole("button", { name: /Välj för Polismyndigheten/ }).click();
    await page.getByText("valt av båda").waitFor();
    await expect.poll(() => page.getByRole("link", { name: "Lägg in i löftet" }).count()).toBe(1);
  });

  test("Karin puts it into a promise", async () => {
    const page = await as("Karin");
    await open(page, "/prioritera/ockelbo");
    await page.getByRole("link", { name: PROBLEM }).last().click();
    await page.getByRole("link", { name: "Lägg in i löftet" }).click();
    await page.getByLabel("Period, t.ex. 2028-2030").fill(SLUG);
    await page.getByRole("button", { name: "Börja ett nytt löfte" }).click();
    await page.getByLabel("Rubrik").fill("Tilläggslöfte om gångtunneln");
    await page.getByLabel("Första dag", { exact: true }).fill(`${YEAR}-01-01`);
    await page.getByLabel("Sista dag", { exact: true }).fill(`${YEAR + 1}-12-31`);
    await page.getByRole("button", { name: "Lägg till ett löfte" }).click();
    await page.getByLabel("Vad ni lovar").fill(PLEDGE);
    await page.getByLabel("Vad ni gör").fill(ACTIVITY);
    await page.getByLabel("Vems enhet").selectOption({ label: "Ockelbo kommun" });
    await page.getByLabel("Ansvarig enhet").fill("Gatuenheten");
    await page.getByRole("spinbutton", { name: "Hur många" }).fill("2");
    await page.getByLabel("Av vad").fill("ronderingar");
    await page.getByLabel("Hur ofta").selectOption("month");
    await page.getByLabel("Var", { exact: true }).fill("Gångtunneln");
    await page.getByRole("button", { name: "Spara utkastet" }).click();
    await page.getByText("Sparat", { exact: true }).waitFor();
    // The unit is asked, and says yes where it looks; a changed text asks again.
    await page.getByRole("button", { name: "Föreslå ägare: Gatuenheten" }).click();
    await page.getByText(/^Gatuenheten fick frågan/).waitFor();
    const petra = await as("Petra", { width: 390 });
    await petra.getByText(`Tackar ni ja till «${ACTIVITY}»?`).waitFor();
    await open(petra, "/min-manad");
    await petra.getByRole("button", { name: "Tacka ja för Gatuenheten" }).click();
    await petra.getByText("Svaret är sparat").waitFor();
    await page.reload();
    await page.getByText(/^Gatuenheten tackade ja/).waitFor();
    await page.getByRole("spinbutton", { name: "Hur många" }).fill("3");
    await page.getByText("Texten har ändrats sedan Gatuenheten tackade ja").waitFor();
    await page.getByRole("button", { name: "Fråga Gatuenheten igen" }).click();
    await page.getByText(/^Spara utkastet först, så att enheten/).waitFor();
    await page.getByRole("button", { name: "Spara utkastet" }).click();
    await page.getByText("Sparat", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Fråga Gatuenheten igen" }).click();
    await page.getByText(/^Gatuenheten fick frågan/).waitFor();
    await petra.reload();
    await petra.getByRole("button", { name: "Tacka ja för Gatuenheten" }).click();
    await petra.getByText("Svaret är sparat").waitFor();
    await page.reload();
    await page.getByText(/^Gatuenheten tackade ja/).waitFor();
    await page.getByRole("button", { name: "Klart att skriva under" }).click();
    await page.getByText(/anmärkningar är varken lösta eller har ett skäl/).waitFor();
    // What is left unmet gets a reason, which is signed and published.
    const keep = page.getByRole("button", { name: /^Behåll, skriv skäl/ });
    while ((await keep.count()) > 0) {
      await keep.first().click();
      await page.getByLabel("Skälet, så som alla får läsa det").fill(REASON);
      await page.getByRole("button", { name: "Behåll med skälet" }).click();
    }
    await page.getByText(/^0 stoppar/).waitFor();
    await page.getByRole("button", { name: "Klart att skriva under" }).click();
    await page.getByText(/^Spara utkastet först[.]/).waitFor();
    await page.getByRole("button", { name: "Spara utkastet" }).click();
    await page.getByText("Sparat", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Klart att skriva under" }).click();
    await page.getByRole("button", { name: "Klart att skriva under" }).waitFor({ state: "detached" });
    await expect.poll(() => page.getByText("Polisen saknas").count()).toBeGreaterThan(0);
  });

  test("where no key of Sofia's answers she is told why, and the ways on", async () => {
    const page = await as("Sofia", { width: 390 });
    const { context } = people.get("Sofia")!;
    await open(page, `/signera/ockelbo/${SLUG}`);
    await page.getByRole("checkbox").check();
    const alert = page.getByRole("alert");
    const pressed = async () => {
      await page.getByRole("button", { name: "Skriv under med nyckel" }).click();
      return alert;
    };
    const ways = () => alert.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    const three = ["/installning/ockelbo", `/signera/ockelbo/papper-${SLUG}`];

    await (await pressed()).getByText("Ingen nyckel är registrerad för dig än.").waitFor();
    await alert.getByText("Använd reservnyckeln").waitFor();
    expect(await ways()).toEqual(three);
    const phone = await giveKey(page);
    await page.getByRole("button", { name: "Lägg till en nyckel" }).click();
    await page.getByText("Du har 1 nyckel.").waitFor();

    // The finger was not put on the key.
    await phone.answers(false);
    await (await pressed()).getByText("Nyckeln svarade inte.").waitFor({ timeout: 90_000 });
    expect(await ways()).toEqual(three);
    expect(await problemsAtWidths(page, "whole-way-ways-on")).toEqual([]);
    await page.setViewportSize({ width: 390, height: 900 });
    await phone.answers(true);

    // Another's key answers.
    const door = "**/api/pledge/ockelbo/documents/*/signatures";
    await page.route(door, (route) => {
      const sent = route.request().postDataJSON() as { answer: object };
      return route.continue({ postData: JSON.stringify({ ...sent, answer: { ...sent.answer, id: "AAAA" } }) });
    });
    await (await pressed()).getByText("det var inte din nyckel").waitFor();
    expect(await ways()).toEqual(three);
    await page.unroute(door);

    await page.route(door, (route) => route.abort());
    await (await pressed()).getByText("nätet försvann innan svaret var framme").waitFor();
    expect(await ways()).toEqual([]);
    await page.unroute(door);

    await context.setOffline(true);
    await (await pressed()).getByText("Det finns inget nät.").waitFor();
    await alert.getByText("Inget är undertecknat.").waitFor();
    expect(await ways()).toEqual(three.slice(1));
    await context.setOffline(false);

    await page.evaluate(() => Object.defineProperty(globalThis, "PublicKeyCredential", { value: undefined }));
    await (await pressed()).getByText("Webbläsaren kan inte använda nycklar.").waitFor();
    expect(await ways()).toEqual(three);
  });

  test("Sofia signs for the police, Göran for the municipality, each with their own key", async () => {
    const police = await as("Sofia", { width: 390 });
    await open(police, `/signera/ockelbo/${SLUG}`);
    await police.getByRole("checkbox").check();
    await police.getByRole("button", { name: "Skriv under med nyckel" }).click();
    await police.getByText(/Undertecknat .* Kommunen återstår\./).waitFor();
    const municipality = await sign("Göran");
    await municipality.getByText(/Undertecknat .* Båda har skrivit under\./).waitFor();
    await expect.poll(() => municipality.getByRole("button", { name: "Skriv under med nyckel" }).count()).toBe(0);
  });

  test("Karin asks for publication, cannot approve it herself, and Johan does", async () => {
    const karin = await as("Karin");
    await open(karin, `/lova/ockelbo/${SLUG}`);
    await karin.getByRole("link", { name: "Klart för publicering" }).click();
    await giveKey(karin);
    // The public page, before anybody else can read it.
    await karin.getByRole("region", { name: "Förhandsvisning" }).getByText(PLEDGE).first().waitFor();
    expect((await fetch(`${served.origin}/ockelbo/medborgarlofte/${SLUG}`)).status).toBe(404);
    await karin.getByRole("button", { name: "Lägg till en nyckel" }).click();
    await karin.getByText("Du har 1 nyckel.").waitFor();
    await press(karin, "Ge vår nyckel");
    await karin.getByText("Er nyckel är given. Den andra organisationens återstår.").waitFor();
    await karin.getByRole("button", { name: "Publicera med nyckel" }).click();
    await karin.getByText("Den som begärde publicering kan inte godkänna den.").first().waitFor();
    const johan = await as("Johan");
    await giveKey(johan);
    await open(johan, `/lova/ockelbo/${SLUG}`);
    await johan.getByText("Andra nyckeln behövs").waitFor();
    await johan.getByRole("link", { name: "Förhandsgranska och publicera" }).click();
    await johan.getByRole("button", { name: "Lägg till en nyckel" }).click();
    await johan.getByText("Du har 1 nyckel.").waitFor();
    await press(johan, "Publicera med nyckel");
    await johan.getByRole("link", { name: "Se den öppna sidan" }).waitFor();
    await johan.getByText(/^I löfteslogen är det post \d+\.$/).waitFor();
    expect((await fetch(`${served.origin}/ockelbo/medborgarlofte/${SLUG}`)).status).toBe(200);
  });

  test("Petra logs an occasion in her month", async () => {
    const page = await as("Petra", { width: 390 });
    await open(page, "/min-manad");
    const card = page.getByRole("article").filter({ hasText: ACTIVITY });
    await card.getByRole("button", { name: "Det blev gjort" }).click();
    expect(await card.getByRole("radio", { name: "Gångtunneln" }).isChecked()).toBe(true);
    await card.getByRole("button", { name: "Spara" }).click();
    await card.getByText(/^1 av 3\. 2 kvar, sista /).waitFor();
    await expect.poll(() => card.getByRole("button", { name: "Det blev gjort" }).count()).toBe(1);
  });

  test("the follow-up writes itself from the year's log: nobody types a figure", async () => {
    const begun = Date.now();
    const karin = await as("Karin");
    await open(karin, "/folj-upp/ockelbo");
    await karin.getByLabel("År eller period i adressen, t.ex. 2026").fill(`${YEAR}-tunneln`);
    await karin.getByLabel("Första dag", { exact: true }).fill(`${YEAR}-01-01`);
    await karin.getByLabel("Sista dag", { exact: true }).fill(`${YEAR}-12-31`);
    await karin.getByRole("button", { name: "Börja en uppföljning" }).click();
    const card = karin.getByRole("article").filter({ hasText: ACTIVITY });
    await card
      .getByText(/^1 av \d/)
      .first()
      .waitFor();
    await expect.poll(() => karin.getByRole("spinbutton").count()).toBe(0);
    console.info(`From the log to a whole draft: ${Date.now() - begun} ms`);
    expect(await problemsAtWidths(karin, "uppfoljning")).toEqual([]);
    await karin.getByLabel("Till vilka").fill("de som åker med tåget");
    await karin.getByLabel("Dag", { exact: true }).fill(new Date().toISOString().slice(0, 10));
    await karin.getByRole("button", { name: "Lägg till" }).click();
    await karin.getByText("de som åker med tåget").waitFor();
    await karin.getByLabel("Kommunens text").fill("Lamporna byttes samma vecka.");
    const own = karin.locator("form").filter({ hasText: "Kommunens text" });
    await own.getByRole("button", { name: "Klar" }).click();
    await own.getByRole("button", { name: "Klar" }).waitFor({ state: "detached" });
    await karin.getByRole("button", { name: "Klart för underskrift" }).click();
    await karin.getByText("Den andra parten har inte lämnat sin text klar. Be dem om den.").waitFor();
    const johan = await as("Johan");
    await open(johan, `/folj-upp/ockelbo/${YEAR}-tunneln`);
    await johan.getByLabel("Polisens text").fill("Vi hör färre som är oroliga.");
    const theirs = johan.locator("form").filter({ hasText: "Polisens text" });
    await theirs.getByRole("button", { name: "Klar" }).click();
    await theirs.getByRole("button", { name: "Klar" }).waitFor({ state: "detached" });
    await johan.getByRole("button", { name: "Klart för underskrift" }).click();
    await johan
      .getByText(/^Siffrorna är frysta/)
      .first()
      .waitFor();
  });

  test("both sign it with their keys, and two keys let it out", async () => {
    for (const name of ["Sofia", "Göran"]) {
      const page = await as(name, { width: 390 });
      await open(page, `/signera/ockelbo/uppfoljning-${YEAR}-tunneln`);
      await page.getByText("Lamporna byttes samma vecka.").waitFor();
      await page.getByRole("checkbox").check();
      await page.getByRole("button", { name: "Skriv under med nyckel" }).click();
      await page
        .getByText(name === "Sofia" ? /Kommunen återstår\./ : /Båda har skrivit under\./)
        .first()
        .waitFor();
    }
    for (const [name, button] of [
      ["Karin", "Ge vår nyckel"],
      ["Johan", "Publicera"],
    ] as const) {
      const page = await as(name);
      await open(page, `/folj-upp/ockelbo/${YEAR}-tunneln`);
      await page.getByRole("button", { name: button, exact: true }).click();
      await page
        .getByText("Er nyckel är given.")
        .or(page.getByRole("link", { name: "Se den öppna sidan" }))
        .first()
        .waitFor();
    }
    const johan = await as("Johan");
    await johan.getByRole("link", { name: "Se den öppna sidan" }).waitFor();
    expect((await fetch(`${served.origin}/ockelbo/rapport/${YEAR}-tunneln.pdf`)).status).toBe(200);
  });

  test("Karin has a report to the council within ten minutes, and every number in it is on the public page", async () => {
    const karin = await as("Karin");
    await karin.setViewportSize({ width: 1280, height: 900 });
    const hand = new Hand(karin, served.origin);
    await hand.opens("/folj-upp/ockelbo", "Följa upp");
    await hand.presses(karin.getByRole("link", { name: "Rapport till fullmäktige" }));
    await karin.getByRole("heading", { level: 1, name: "Handlingar" }).waitFor();
    expect(await problemsAtWidths(karin, "handlingar")).toEqual([]);
    await hand.chooses("Hur lång?", "8 sidor: allt, med mått, avvikelser och vad invånarna sagt");
    await hand.presses(karin.getByRole("button", { name: "Frys siffrorna och börja" }));
    await hand.isTold(karin.getByRole("article", { name: "Så läses den" }));
    // Both signed it a moment ago.
    await karin.getByText(`ur uppföljningen ${YEAR}`).first().waitFor();
    await hand.writes("Diarienummer", `KS ${YEAR}/118`);
    await hand.writes("Kommunens kommentar", "Lamporna följs upp varje vecka.");
    await hand.presses(karin.getByRole("button", { name: "Spara", exact: true }));
    await hand.isTold(karin.getByText("Sparat", { exact: true }));
    expect(await problemsAtWidths(karin, "handling")).toEqual([]);
    const [download] = await Promise.all([
      karin.waitForEvent("download"),
      hand.presses(karin.getByRole("link", { name: "Ladda ner DOCX" })),
    ]);
    expect(download.suggestedFilename()).toMatch(/^rapport-till-fullmaktige-\d{4}-\d\d-\d\d\.docx$/);
    const xml = new TextDecoder().decode(unzipSync(await readFile(await download.path()))["word/document.xml"]);
    expect(xml).toContain(ACTIVITY);
    expect(xml).toContain(`Diarienummer: KS ${YEAR}/118`);
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row.replaceAll(/<[^>]+>/g, " "));
    const own = rows.find((row) => row.includes(ACTIVITY));
    const [done] = /\d+ av \d+ ronderingar/.exec(own ?? "") ?? [];
    const { page, context } = await comeIn(browser, served.origin, undefined, { javaScriptEnabled: false });
    await open(page, `/ockelbo/rapport/${YEAR}-tunneln`);
    expect(done).toMatch(/^1 av /);
    await page.getByText(done!).first().waitFor();
    await context.close();
    console.info(hand.told("A report to the council"));
    expect(hand.workSeconds).toBeLessThan(600);
  });

  test("a stranger without script reads all of it", async () => {
    const { page, context } = await comeIn(browser, served.origin, undefined, { width: 390, javaScriptEnabled: false });
    await open(page, `/ockelbo/medborgarlofte/${SLUG}`);
    await expect.poll(() => page.getByText(PLEDGE).count()).toBeGreaterThan(0);
    await expect.poll(() => page.getByText("med nyckel").count()).toBe(2);
    await page.getByText(`Parternas skäl: ${REASON}`).first().waitFor();
    await open(page, "/ockelbo/du-sa");
    await page.getByText(PROBLEM).waitFor();
    await open(page, "/ockelbo/lofte/1-trygghet");
    await page.getByText(ACTIVITY).first().waitFor();
    await page.getByText("Det blev gjort: 1.1").waitFor();
    await open(page, `/ockelbo/rapport/${YEAR}-tunneln`);
    await page.getByText("Lamporna byttes samma vecka.").waitFor();
    await page.getByText("Vi hör färre som är oroliga.").waitFor();
    // Her words were a work note and are nowhere to be read.
    for (const address of ["/ockelbo", "/ockelbo/du-sa", "/ockelbo/lofte/1-trygghet"]) {
      await open(page, address);
      expect(await page.content()).not.toContain("Stolpe 14");
    }
    await context.close();
  });

  test("it is changed by both, signed anew, and a stranger reads what holds and what was signed first", async () => {
    const karin = await as("Karin");
    const why = "Lamporna går sönder oftare än vi trodde.";
    const changed = `${SLUG}-andring-1`;
    await open(karin, `/lova/ockelbo/${SLUG}`);
    await karin.getByRole("button", { name: "Ändra löftet" }).click();
    await karin.getByLabel("Varför, så som alla får läsa det").fill(why);
    await karin.getByRole("button", { name: "Börja ändringen" }).click();
    await karin.waitForURL(`**/lova/ockelbo/${changed}`);
    await karin.getByRole("spinbutton", { name: "Hur många" }).fill("4");
    await karin.getByRole("button", { name: "Spara utkastet" }).click();
    await karin.getByText("Sparat", { exact: true }).waitFor();
    // Another number is another question to the unit.
    await karin.getByRole("button", { name: "Föreslå ägare: Gatuenheten" }).click();
    await karin.getByText(/^Gatuenheten fick frågan/).waitFor();
    const petra = await as("Petra", { width: 390 });
    await open(petra, "/min-manad");
    await petra.getByRole("button", { name: "Tacka ja för Gatuenheten" }).click();
    await petra.getByText("Svaret är sparat").waitFor();
    await karin.reload();
    await karin.getByText(/^Gatuenheten tackade ja/).waitFor();
    await karin.getByRole("button", { name: "Klart att skriva under" }).click();
    await karin.getByRole("button", { name: "Klart att skriva under" }).waitFor({ state: "detached" });
    for (const name of ["Sofia", "Göran"]) {
      const page = await as(name, { width: 390 });
      await open(page, `/signera/ockelbo/${changed}`);
      await page.getByRole("heading", { name: "Det här ändras" }).waitFor();
      await page.locator("ins").filter({ hasText: "4" }).waitFor();
      await page.getByRole("checkbox").check();
      await page.getByRole("button", { name: "Skriv under med nyckel" }).click();
      await page.getByText(/^Undertecknat /).waitFor();
    }
    await open(karin, `/lova/ockelbo/publicera-${changed}`);
    await press(karin, "Ge vår nyckel");
    await karin.getByText("Er nyckel är given. Den andra organisationens återstår.").waitFor();
    const johan = await as("Johan");
    await open(johan, `/lova/ockelbo/publicera-${changed}`);
    await press(johan, "Publicera med nyckel");
    await johan.getByRole("link", { name: "Se den öppna sidan" }).waitFor();
    const { page, context } = await comeIn(browser, served.origin, undefined, { width: 320, javaScriptEnabled: false });
    await open(page, `/ockelbo/medborgarlofte/${SLUG}`);
    await page.getByRole("heading", { name: /^Ändrat / }).waitFor();
    await page.getByText(why).waitFor();
    await page.locator("dd").filter({ hasText: "minst 4 ronderingar" }).first().waitFor();
    await page.getByText("Läs den första texten").click();
    await expect.poll(() => page.locator("dd").filter({ hasText: "minst 3 ronderingar" }).count()).toBeGreaterThan(0);
    await page.getByRole("link", { name: "Läs ändringen och vem som skrev under" }).click();
    await page.getByText("Det här är en ändring av").waitFor();
    await expect.poll(() => page.getByText("med nyckel").count()).toBe(2);
    await context.close();
  });

  test("Göran's phone is new: two who see him give him a new key, the old one is out, and what he signed stands", async () => {
    const witnesses = [await as("Karin"), await as("Petra")] as const;
    const [karin, petra] = witnesses;
    await giveKey(petra);
    await open(petra, "/installning/ockelbo");
    await petra.getByRole("button", { name: "Lägg till en nyckel" }).click();
    await petra.getByText("Du har 1 nyckel.").waitFor();
    // Karin has the one she published with.
    const [first, second] = [new Hand(karin, served.origin), new Hand(petra, served.origin)];
    await first.opens("/installning/ockelbo", /./);
    await first.selects("Vem behöver en ny nyckel?", { label: "Göran, kommunstyrelsens ordförande" });
    await first.presses(karin.getByRole("button", { name: "Skapa ny nyckel" }));
    await first.presses(karin.getByRole("button", { name: "Jag ser Göran framför mig" }));
    await first.isTold(karin.getByText(/^Göran: 1 av 2 har intygat/));
    await second.opens("/installning/ockelbo", /./);
    await second.presses(petra.getByRole("button", { name: "Jag ser Göran framför mig" }));
    const notice = petra.locator(".notice").filter({ has: petra.locator(".code") });
    await second.isTold(notice);
    expect(await problemsAtWidths(petra, "whole-way-link")).toEqual([]);
    const link = await notice.locator(".code").innerText();
    const phone = await comeIn(browser, served.origin, undefined, { width: 390 });
    await giveKey(phone.page);
    const goran = new Hand(phone.page, served.origin);
    goran.copies(link);
    await goran.opens(new URL(link).pathname, /./);
    await goran.isTold(phone.page.getByText(/Det du skrivit under tidigare gäller ändå/));
    expect(await problemsAtWidths(phone.page, "whole-way-new-key")).toEqual([]);
    await goran.presses(phone.page.getByRole("button", { name: "Skapa ny nyckel" }));
    await phone.page.waitForURL(/oversikt/);
    // One after the other, though three are there (journey 12): five minutes in all.
    const hands = [first, second, goran];
    for (const [at, who] of ["Karin", "Petra", "Göran"].entries()) console.info(hands[at]!.told(`lost key, ${who}`));
    expect(hands.reduce((sum, { workSeconds }) => sum + workSeconds, 0)).toBeLessThanOrEqual(5 * 60);
    expect(hands.reduce((sum, { taps }) => sum + taps, 0)).toBeLessThanOrEqual(16);
    const old = await as("Göran");
    await open(old, "/oversikt");
    await old.getByRole("button", { name: "Logga in med nyckel" }).click();
    await old.getByText(/Det gick inte: nyckeln kändes inte igen/).waitFor();
    await open(phone.page, `/lova/ockelbo/${SLUG}`);
    await expect.poll(() => phone.page.getByText(/, med nyckel$/).count()).toBe(2);
    await phone.context.close();
  });
});
