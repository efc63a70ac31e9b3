// A dialogue by leaflet (journeys.md 4): Birgitta, 71, answers on an old phone without script, keeps her receipt and sees what became of it; three hundred
// others answer the same form; Karin reads, keeps and codes what they said.
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOn, fillIn, press } from "../resident.ts";
import { axeFinds, coverByKeyboard } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt({ SAMSYN_TRUSTED_PROXIES: "1" }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

/** What a person would spend, as journeys.md counts: 0.28 s a character, 1.3 s a tap, 1.4 s a new screen or choice, 200 words a minute read. */
function stopwatch() {
  let seconds = 0;
  const started = performance.now();
  return {
    type: (text: string) => (seconds += text.length * 0.28),
    tap: () => (seconds += 1.3),
    screen: () => (seconds += 1.4),
    read: (text: string) => (seconds += (text.split(/\s+/).filter(Boolean).length / 200) * 60),
    /** What the person spends; the machine's waiting comes to it, and is told but not judged: how busy this one is says nothing of a phone. */
    spent: () => seconds,
    waited: () => (performance.now() - started) / 1000,
  };
}

async function problemsOf(page: Page): Promise<string[]> {
  const look = await page.evaluate(() => ({
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    scripts: [...document.scripts].filter(({ src }) => !src.startsWith(`${location.origin}/assets/`)).length,
    headings: document.querySelectorAll("h1").length,
    styles: document.querySelectorAll("[style]").length,
  }));
  return [
    ...(look.sideways > 0 ? [`scrolls ${look.sideways} px sideways`] : []),
    ...(look.scripts > 0 ? ["has a script that is not a file of ours"] : []),
    ...(look.headings === 1 ? [] : [`${look.headings} main headings`]),
    ...(look.styles > 0 ? ["has inline styles"] : []),
  ];
}

/** As a phone's camera hands it over. */
async function photo(name: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const picture = sharp({ create: { width: 400, height: 300, channels: 3, background: "#46a" } });
  return { name, mimeType: "image/jpeg", buffer: await picture.jpeg().toBuffer() };
}

describe("a dialogue by leaflet", { timeout: 600_000 }, () => {
  let receipt = "";

  test("Birgitta answers in two minutes on an old phone without script, and looks up her receipt in ten seconds", async () => {
    const { page, context } = await comeIn(browser, served.origin, undefined, {
      width: 320,
      height: 640,
      javaScriptEnabled: false,
    });
    const foreign: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(served.origin) && !request.url().startsWith("data:")) foreign.push(request.url());
    });
    const problems: string[] = [];
    const time = stopwatch();
    const shown = async (words: string) => {
      time.screen();
      time.read(words);
      const heading = page.getByRole("heading", { level: 1 });
      await expect.poll(() => heading.innerText(), { timeout: 20_000 }).toContain(words.split("\n")[0]);
      problems.push(...(await problemsOf(page)).map((problem) => `${words}: ${problem}`));
    };
    const tap = async (name: string) => {
      await page.getByRole("button", { name }).click();
      time.tap();
    };
    const choose = async (name: string) => {
      await page.getByText(name, { exact: true }).click();
      time.tap();
      time.screen();
    };

    await page.goto(`${served.origin}/svara/amot?ort=amot`);
    const begun = performance.now();
    await shown("Hur har du det i Åmot?");
    time.read(await page.getByRole("main").innerText());
    expect(await page.getByText("Vi kan inte ändra lagar eller statliga vägar, men vi för det vidare.").count()).toBe(
      1,
    );
    await tap("Börja");
    await shown("Hur trygg känner du dig ute när det är mörkt?");
    await choose("Ganska otrygg");
    await tap("Nästa");
    await shown("Vad gör dig otrygg?");
    await choose("Mörkt");
    await tap("Nästa");
    await shown("Finns det en plats du undviker?");
    await choose("Skolan");
    await tap("Nästa");
    await shown("Vad skulle göra det bättre?");
    time.read("Skriv om platser och händelser, inte om personer. Pågår det nu: ring 112.");
    const said = "Lamporna vid skolan är släckta. Laga dem före jul.";
    await page.getByRole("textbox").fill(said);
    time.type(said);
    await tap("Nästa");
    await shown("Har någon redan sagt det här?");
    time.read("Minst 10 andra har skrivit om belysningen vid skolan. Håller du med om det, eller är det något annat?");
    expect(await page.getByText("Minst 10 andra har skrivit om belysningen vid skolan.").count()).toBe(1);
    await tap("Jag håller med: belysningen vid skolan");
    await shown("Till sist, om du vill");
    time.read("Frivilligt. Sparas skilt från ditt svar.");
    expect(await page.getByLabel("Var bor du?").inputValue()).toBe("amot");
    await page.getByLabel("Hur gammal är du?").selectOption("65-up");
    time.tap();
    time.screen();
    await page.getByLabel("Är du", { exact: true }).selectOption("woman");
    time.tap();
    time.screen();
    // Nobody answers in less than three seconds, and the form takes whoever does for a machine.
    await expect.poll(() => performance.now() - begun, { timeout: 10_000 }).toBeGreaterThan(3100);
    await tap("Skicka");
    await shown("Tack. Ditt kvitto:");
    receipt = await page.locator(".receipt-code").innerText();
    expect(receipt).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/);
    expect(await page.getByRole("img", { name: `QR-kod till kvittot ${receipt}` }).count()).toBe(1);
    await page.getByText("Skickat en gång, även om du tryckte flera.").waitFor();
    const [answered, waited] = [time.spent(), time.waited()];

    const looking = stopwatch();
    await page.goto(`${served.origin}/kvitto`);
    looking.screen();
    await page.getByLabel("Koden på kvittot").fill(receipt.toLowerCase().replace("-", ""));
    looking.type(receipt.replace("-", ""));
    await page.getByRole("button", { name: "Visa" }).click();
    looking.tap();
    looking.screen();
    const steps = await page.getByRole("listitem").filter({ hasText: "Mottaget" }).innerText();
    looking.read(steps);
    const [looked, waitedAgain] = [looking.spent(), looking.waited()];
    expect(await page.getByText("släckta").count()).toBe(0);
    problems.push(...(await problemsOf(page)).map((problem) => `the receipt: ${problem}`));
    console.log(
      `answered in ${answered.toFixed(1)} s and ${waited.toFixed(1)} s of waiting, receipt in ${looked.toFixed(1)} s and ${waitedAgain.toFixed(1)} s of waiting`,
    );
    // Two minutes and ten seconds, with ten and one and a half of them left for the network.
    expect(answered).toBeLessThanOrEqual(110);
    expect(looked).toBeLessThanOrEqual(8.5);
    expect(problems).toEqual([]);
    expect(foreign).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  test("with script, what others have said comes forward while she writes: one press agrees, and nothing is sent before «Nästa»", async () => {
    const { page, context } = await comeIn(browser, served.origin, undefined, { width: 320, height: 640 });
    const sent: string[] = [];
    page.on("request", (request) => {
      // The browser fetches the icon of a tab when it pleases.
      if (!/\/assets\/|\/icon[.]svg$/.test(request.url()))
        sent.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    await page.goto(`${served.origin}/svara/amot`);
    await page.getByRole("button", { name: "Börja" }).click();
    for (const choice of ["Mycket trygg", "Skolan"]) {
      await page.getByText(choice, { exact: true }).click();
      await page.getByRole("button", { name: "Nästa" }).click();
    }
    const agree = page.getByRole("button", { name: "Jag håller med: belysningen vid skolan" });
    const writing = page.getByRole("textbox");
    await writing.waitFor();
    expect(await agree.isVisible()).toBe(false);
    const before = sent.length;
    await writing.pressSequentially("Trasiga lampor");
    await agree.waitFor();
    expect(await page.getByText("Minst 10 andra har skrivit om belysningen vid skolan.").isVisible()).toBe(true);
    expect(await page.getByText("farten på Åmotsvägen").first().isVisible()).toBe(false);
    expect(await problemsOf(page)).toEqual([]);
    expect(await axeFinds(page)).toEqual([]);
    expect(sent.slice(before)).toEqual([]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => agree.getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("button", { name: "Nästa" }).click();
    // Asked while writing, and not asked once more.
    await page.getByRole("heading", { level: 1, name: "Till sist, om du vill" }).waitFor();
    await page.getByRole("button", { name: "Tillbaka" }).click();
    await expect.poll(() => agree.getAttribute("aria-pressed")).toBe("true");
    await context.close();
  });

  test("every step, in every language, at 320 and 1280 px, light and dark, has nothing that axe finds", async () => {
    const found: string[] = [];
    const { page, context } = await comeIn(browser, served.origin);
    for (const [lang, width, colorScheme] of [
      ["sv", 320, "light"],
      ["en", 1280, "dark"],
      ["latt", 320, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${served.origin}/svara/amot?lang=${lang}`);
      for (let step = 0; step < 8; step++) {
        const at = `${lang} ${await page.getByRole("heading", { level: 1 }).innerText()}`;
        found.push(...(await axeFinds(page)).map((violation) => `${at}: ${violation}`));
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (sideways > 0) found.push(`${at}: scrolls ${sideways} px sideways`);
        const next = page.locator("button[name=agree], button[name=go]").first();
        if ((await next.getAttribute("value")) === "send") break;
        if ((await page.locator("textarea").count()) > 0) await page.locator("textarea").fill("Mörkt vid skolan");
        await next.click();
      }
      for (const address of [`/kvitto/${receipt}?lang=${lang}`, `/kvitto?lang=${lang}`, "/svara/finns-inte"]) {
        await page.goto(served.origin + address);
        found.push(...(await axeFinds(page)).map((violation) => `${address}: ${violation}`));
      }
    }
    expect(found).toEqual([]);
    await context.close();
  });

  test("Karin reads and keeps, codes with one key, and tells what became of it: Birgitta's receipt says so", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/lyssna/ockelbo`);
    await page.getByRole("link", { name: "Hur har du det i Åmot?" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Hur har du det i Åmot?" }).waitFor();
    const hers = page.getByRole("listitem").filter({ hasText: "Laga dem före jul." });
    await hers.getByRole("button", { name: "Behåll" }).click();
    await expect.poll(() => hers.count()).toBe(0);
    const follow = async () => (await fetch(`${served.origin}/kvitto/${receipt}`)).text();
    const page1 = await follow();
    for (const words of ["Läst", "andra om ‹belysningen vid skolan›", "Valt som problem"])
      expect(page1).toContain(words);

    await page.goto(`${served.origin}/lyssna/ockelbo/koda`);
    const boxes = page.getByRole("checkbox");
    await boxes.first().focus();
    const suggested = page.getByRole("button", { name: /^1 · / }).first();
    const row = page.getByRole("listitem").filter({ has: suggested }).first();
    const text = await row.innerText();
    await row.getByRole("checkbox").focus();
    await page.keyboard.press("1");
    await page.getByText(/1 kodade till/).waitFor();
    expect(
      await page
        .getByRole("listitem")
        .filter({ hasText: text.slice(0, 60) })
        .count(),
    ).toBe(0);

    await page.goto(`${served.origin}/lyssna/ockelbo/teman`);
    const light = page
      .locator("section", { has: page.getByRole("heading", { name: "belysningen vid skolan" }) })
      .last();
    await light.getByText("Berätta för dem som har kvitto").click();
    await light.getByLabel("Steg").selectOption("acting");
    await light.getByLabel("När").fill("2026-11-26");
    await light.getByLabel("Vad alla med kvitto läser").fill("nya armaturer");
    await light.getByRole("button", { name: "Berätta", exact: true }).click();
    await expect.poll(follow).toContain("nya armaturer");

    const found: string[] = [];
    for (const address of ["ny-kampanj", "kampanj-amot", "koda", "teman"])
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`${served.origin}/lyssna/ockelbo/${address}`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await expect.poll(() => page.locator(".loading").count()).toBe(0);
        found.push(...(await axeFinds(page)).map((violation) => `${address} at ${width}: ${violation}`));
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (sideways > 0) found.push(`${address} at ${width}: scrolls ${sideways} px sideways`);
      }
    expect(found).toEqual([]);
    await context.close();
  });

  test("Birgitta says «inte klart» in a minute without script, Karin reads it and answers, and nobody else reads her words", async () => {
    const karin = await comeIn(browser, served.origin, "Karin");
    await karin.page.goto(`${served.origin}/lyssna/ockelbo/teman`);
    const light = karin.page
      .locator("section", { has: karin.page.getByRole("heading", { name: "belysningen vid skolan" }) })
      .last();
    await light.getByText("Berätta för dem som har kvitto").click();
    await light.getByLabel("Steg").selectOption("done");
    await light.getByLabel("När").fill("2026-11-26");
    await light.getByLabel("Vad alla med kvitto läser").fill("tolv nya armaturer");
    await light.getByRole("button", { name: "Berätta", exact: true }).click();
    await light.getByText("tolv nya armaturer").waitFor();

    const { page, context } = await comeIn(browser, served.origin, undefined, {
      width: 320,
      height: 640,
      javaScriptEnabled: false,
    });
    const time = stopwatch();
    await page.goto(`${served.origin}/kvitto/${receipt}`);
    time.screen();
    time.read("Klart enligt kommunen. Stämmer det?");
    const problems = (await problemsOf(page)).map((problem) => `the receipt: ${problem}`);
    await page.getByRole("button", { name: "Nej, inte klart" }).click();
    time.tap();
    time.screen();
    time.read("Vad är kvar? En rad om platsen, inte om personer.");
    const left = "Lampan vid cykelstället är släckt.";
    await page.getByLabel("Vad är kvar?").fill(left);
    time.type(left);
    await page.getByLabel("Vill du lägga till en bild?").setInputFiles(await photo("cykelställ.jpg"));
    problems.push(...(await problemsOf(page)).map((problem) => `what is left: ${problem}`));
    await page.getByRole("button", { name: "Skicka" }).click();
    time.tap();
    time.screen();
    await page.getByText("De som frågade ska svara senast").waitFor();
    problems.push(...(await problemsOf(page)).map((problem) => `said: ${problem}`));
    console.log(`«inte klart» in ${time.spent().toFixed(1)} s and ${time.waited().toFixed(1)} s of waiting`);
    expect(time.spent()).toBeLessThanOrEqual(55);
    expect(problems).toEqual([]);
    const follow = async () => (await fetch(`${served.origin}/kvitto/${receipt}`)).text();
    expect(await follow()).toContain("Klart enligt kommunen · ifrågasatt");
    expect(await follow()).not.toContain("cykelstället");
    expect(await (await fetch(`${served.origin}/ockelbo`)).text()).not.toContain("cykelstället");
    await context.close();

    const shownAfter = performance.now();
    await karin.page.goto(`${served.origin}/lyssna/ockelbo`);
    await karin.page.getByRole("link", { name: /^Öppna: Svara 1 boende/ }).click();
    const dispute = karin.page.getByRole("listitem").filter({ hasText: left });
    await dispute.waitFor();
    console.log(`Karin reads it after ${((performance.now() - shownAfter) / 1000).toFixed(1)} s`);
    await dispute.getByText("Svara", { exact: true }).click();
    const reply = dispute.getByLabel("Vad alla med kvitto läser");
    await reply.fill("Elektrikern kommer");
    await dispute.getByRole("button", { name: "Skicka svaret" }).click();
    await dispute.getByText("Titta på bilden först.").waitFor();
    await coverByKeyboard(karin.page, dispute);
    await reply.fill("Elektrikern Bengt Karlsson kommer på tisdag");
    await dispute.getByRole("button", { name: "Täck" }).first().waitFor();
    await reply.fill("Elektrikern kommer på tisdag");
    for (const width of [320, 1280]) {
      await karin.page.setViewportSize({ width, height: 800 });
      expect(await axeFinds(karin.page)).toEqual([]);
    }
    await dispute.getByRole("button", { name: "Skicka svaret" }).click();
    await expect.poll(follow).toContain("Åtgärdas igen: Elektrikern kommer på tisdag");
    expect(await follow()).not.toContain("ifrågasatt");
    await karin.context.close();
  });

  test("a photo is sent without script, looked at and covered by keyboard, and kept with its answer", async () => {
    const { page, context } = await comeIn(browser, served.origin, undefined, {
      width: 320,
      height: 640,
      javaScriptEnabled: false,
    });
    const said = "Grinden vid badplatsen står öppen";
    await page.goto(`${served.origin}/svara/amot`);
    await page.getByRole("button", { name: "Börja" }).click();
    for (let step = 0; step < 8 && (await page.getByLabel("Vill du lägga till en bild?").count()) === 0; step++) {
      if ((await page.getByRole("textbox").count()) === 1) await page.getByRole("textbox").fill(said);
      // Without script each press is a page of its own: what is on it is looked at when it is there.
      const shown = page.waitForEvent("load");
      await page.locator("button[value=next], button[value=other]").first().click();
      await shown;
    }
    const gate = await photo("grind.jpg");
    await page.getByLabel("Vill du lägga till en bild?").setInputFiles(gate);
    expect(await problemsOf(page)).toEqual([]);
    // Nobody fills in a form quicker than this.
    await expect
      .poll(
        async () => {
          if ((await page.locator(".receipt-code").count()) > 0) return true;
          await page.getByLabel("Vill du lägga till en bild?").setInputFiles(gate);
          await page.getByRole("button", { name: "Skicka" }).click();
          return (await page.locator(".receipt-code").count()) > 0;
        },
        { timeout: 30_000, interval: 1000 },
      )
      .toBe(true);
    await context.close();

    const karin = await comeIn(browser, served.origin, "Karin");
    await karin.page.goto(`${served.origin}/lyssna/ockelbo/kampanj-amot`);
    const row = karin.page.getByRole("listitem").filter({ hasText: said }).last();
    const shown = row.getByRole("img", { name: "Bild som en invånare skickade" });
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400);
    await row.getByRole("button", { name: "Behåll" }).click();
    await row.getByText("Titta på bilden först.").waitFor();
    await coverByKeyboard(karin.page, row);
    await row.getByRole("button", { name: "Behåll" }).click();
    await expect.poll(() => karin.page.getByText(said).count()).toBe(0);
    await karin.context.close();
  });

  test("three hundred residents answer over HTTP, each gets a receipt of their own, and every receipt opens", async () => {
    const SAID = [
      "Mer ljus vid skolan",
      "Bilarna kör för fort på Åmotsvägen",
      "Laga kuren vid busshållplatsen",
      "Jag trivs här",
    ];
    const codes: (string | undefined)[] = [];
    const started = performance.now();
    const resident = async (index: number) => {
      const fetchHere = (path: string, init: RequestInit = {}) =>
        fetch(served.origin + path, {
          ...init,
          headers: { ...(init.headers as Record<string, string>), "x-forwarded-for": `192.0.2.${index % 250}` },
        });
      const address = "/svara/amot?ort=amot";
      const last = await fillIn(fetchHere, address, {
        "hur-trygg": ["mycket-trygg", "ganska-trygg", "ganska-otrygg"][index % 3]!,
        "vad-gor-dig-otrygg": ["morkt", "trafiken"],
        plats: "skolan",
        "vad-behovs": `${SAID[index % SAID.length]} (${index})`,
        agree: "other",
      });
      await new Promise((resolve) => setTimeout(resolve, 3100));
      const about: [string, string][] = [
        ["age", ["18-29", "30-64", "65-up"][index % 3]!],
        ["village", "amot"],
      ];
      const sent = await press(fetchHere, address, last, about, "send");
      // Every tenth presses twice.
      const again = index % 10 === 0 ? codeOn(await press(fetchHere, address, last, about, "send")) : codeOn(sent);
      expect(again).toBe(codeOn(sent));
      codes.push(codeOn(sent));
    };
    for (let first = 0; first < 300; first += 100)
      await Promise.all(Array.from({ length: 100 }, (_, index) => resident(first + index)));
    expect(codes.filter((code) => code === undefined)).toEqual([]);
    expect(new Set(codes).size).toBe(300);
    console.log(`300 residents answered in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    let opened = 0;
    for (const code of codes) {
      const answer = await fetch(`${served.origin}/kvitto/${code}`);
      const html = await answer.text();
      if (answer.status === 200 && html.includes("Mottaget")) opened++;
      expect(html).not.toMatch(/kör för fort|Mer ljus|kuren|trivs/);
    }
    expect(opened).toBe(300);
  });

  test("what it came to is public when somebody has looked at it and decided so, and not before", async () => {
    const karin = await comeIn(browser, served.origin, "Karin");
    const { page } = karin;
    const open = async () => (await fetch(`${served.origin}/ockelbo/dialog/svar-amot`)).status;
    await page.goto(`${served.origin}/lyssna/ockelbo/kampanj-amot`);
    await page.getByRole("heading", { level: 1, name: "Hur har du det i Åmot?" }).waitFor();
    // Whatever waits is read before anything is told: a hundred at a time.
    const counted = () =>
      page.evaluate(async () => {
        const answer = await fetch("/api/collect/ockelbo/campaigns/amot");
        return ((await answer.json()) as { counts: { waiting: number } }).counts.waiting;
      });
    for (let left = await counted(); left > 0; left = await counted()) {
      await page.getByRole("button", { name: "Välj alla som visas" }).press("Enter");
      await page.getByRole("button", { name: "Behåll valda" }).press("Enter");
      await expect.poll(counted, { timeout: 60_000 }).toBe(Math.max(0, left - 100));
      await expect
        .poll(() => page.getByRole("button", { name: "Behåll", exact: true }).count(), { timeout: 60_000 })
        .toBe(Math.min(100, Math.max(0, left - 100)));
    }
    await page.getByRole("button", { name: "Stäng för svar" }).click();
    await page.getByRole("button", { name: "Ja, stäng" }).click();
    await page.getByRole("link", { name: "Titta och bestäm" }).click();
    await page.getByRole("heading", { level: 1, name: "Publicera svaren?" }).waitFor();
    await page.getByText("färre än 5").first().waitFor();
    expect(await open()).toBe(404);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await axeFinds(page)).toEqual([]);
      expect(await problemsOf(page)).toEqual([]);
    }
    await page.getByRole("button", { name: "Publicera svaren" }).press("Enter");
    await page.getByText("Skriv vad ni inte frågade om.").waitFor();
    await page.getByLabel("Vad frågade ni inte om?").fill("Hur det är hemma och i skolan.");
    await page.getByRole("button", { name: "Publicera svaren" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Svaren är publicerade" }).waitFor();
    await page.getByText(/Publicerat .* av Karin/).waitFor();
    await expect.poll(open, { timeout: 30_000 }).toBe(200);
    await page.getByRole("button", { name: "Ta tillbaka" }).click();
    await page.getByRole("button", { name: "Ja, ta tillbaka" }).click();
    await page.getByRole("heading", { level: 1, name: "Publicera svaren?" }).waitFor();
    await expect.poll(open, { timeout: 30_000 }).toBe(404);
    await karin.context.close();
  });
});
