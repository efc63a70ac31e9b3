// Journey 3: the same evening. A walk is planned from the last one, thirty notes come in from phones, a paper sheet of twelve rows is typed in by keyboard alone, and it
// becomes a protocol. What a person would spend is counted as journeys.md says time is measured; what the machine takes is added as it was.
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayOf, instantOf } from "../../src/ground/time.ts";
import { newId } from "../../src/platform/server/secrets.ts";
import { problemsAtWidths, problemsOf } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
let karin: Page;
let amina: Page;
let slug = "";

beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
  [{ page: karin }, { page: amina }] = await Promise.all([
    comeIn(browser, served.origin, "Karin"),
    comeIn(browser, served.origin, "Amina"),
  ]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

/** What a person would spend on this page, in seconds. */
function spending(page: Page) {
  let seconds = 0;
  return {
    get seconds() {
      return seconds;
    },
    async type(text: string) {
      seconds += 0.28 * text.length;
      await page.keyboard.insertText(text);
    },
    async key(name: "Tab" | "Enter") {
      seconds += 0.28;
      await page.keyboard.press(name);
    },
    async tap(name: string | RegExp) {
      seconds += 1.3;
      await page.getByRole("button", { name }).first().click();
    },
    async open(address: string) {
      seconds += 1.4;
      await this.wait(() => page.goto(served.origin + address));
    },
    choice() {
      seconds += 1.4;
    },
    read(text: string) {
      seconds += (text.split(/\s+/).filter(Boolean).length / 200) * 60;
    },
    async wait(until: () => Promise<unknown>) {
      const from = performance.now();
      await until();
      seconds += (performance.now() - from) / 1000;
    },
  };
}

/** A door of the house, called as the page's own person. */
async function send(page: Page, path: string, body: object): Promise<{ status: number; value: unknown }> {
  return page.evaluate(
    async ([address, text]) => {
      const reply = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: text,
      });
      return { status: reply.status, value: (await reply.json()) as unknown };
    },
    [`/api/collect/ockelbo/${path}`, JSON.stringify(body)] as const,
  );
}

const SEEN = [
  "Lampan vid trappan är trasig",
  "Häcken skymmer hörnet",
  "Ingen trottoar på norra sidan",
  "Skylten mot badet saknas",
  "Isigt i backen",
] as const;
/** A row of the sheet: stop, theme, what was seen, proposal, who looks after it, how many agreed. */
const SHEET = [
  ["1", "be", "Trasig lampa vid trappan", "Byt lampan", "ko", "4"],
  ["1", "sk", "Räcket är löst", "Skruva fast", "ko", ""],
  ["2", "hå", "Kuren är full av klotter", "Måla om", "tr", "3"],
  ["2", "be", "Hållplatsen ligger i mörker", "Stolpe vid kuren", "", ""],
  ["3", "fa", "Bilarna kör fort förbi affären", "Hastighetsskylt", "tr", "6"],
  ["3", "öv", "Målningen syns inte", "Måla om", "tr", ""],
  ["4", "gå", "Bron är hal när det regnar", "Halkskydd", "vä", "2"],
  ["4", "br", "Fin utsikt och bänk i lä", "", "", "5"],
  ["5", "ne", "Soptunnan är alltid full", "Töm oftare", "ko", ""],
  ["5", "vä", "Buskarna tränger ut på stigen", "Röj", "ko", "3"],
  ["6", "si", "Man ser inte vem som kommer", "Gallra", "", "4"],
] as const;

/** A phone has noted it already: the question has the focus, and Enter is enough. */
async function mergeByKeyboard(spent: ReturnType<typeof spending>): Promise<void> {
  await spent.wait(() => amina.getByText(/Samma iakttagelse som nr 1[?]/).waitFor());
  spent.read("Samma iakttagelse som nr 1? Skolan i Åmot: Lampan vid trappan är trasig");
  spent.choice();
  expect(await amina.evaluate(() => document.activeElement?.textContent)).toBe("Slå ihop");
  expect(await problemsOf(amina)).toEqual([]);
  await spent.key("Enter");
}

describe("a walk at the desk", { timeout: 300_000 }, () => {
  test("is planned from the last one in Åmot, with what it left, the light and the meeting before", async () => {
    const spent = spending(karin);
    await spent.open("/lyssna/ockelbo/ny-vandring");
    await spent.tap("Utgå från förra vandringen i Åmot");
    await karin.getByText("Stigen bakom bygdegården har rötter").waitFor();
    await karin.getByLabel("Dag").fill("2027-11-08");
    await karin.getByText("Mörkt: solen går ner 15.37").waitFor();
    // It is walked this very evening: nobody finishes a walk before its day.
    await karin.getByLabel("Dag").fill(dayOf(instantOf(Date.now())));
    await karin.getByLabel("Namn", { exact: true }).fill("Mörkervandring i Åmot 2027");
    await karin.getByRole("button", { name: "Planera vandringen" }).click();
    await karin.getByRole("heading", { name: "Mörkervandring i Åmot 2027" }).waitFor();
    slug = new URL(karin.url()).pathname.split("vandring-")[1]!;
    await karin.getByRole("heading", { name: "Kvar från förra gången" }).waitFor();
    await karin.getByLabel("Synpunkter, en på varje rad").fill("Bakom affären\nSyns den som kommer?");
    await karin.getByRole("button", { name: "Spara synpunkterna" }).click();
    await karin.getByText("Sparat: 1 nytt stopp, 1 stopp med ny fråga.").waitFor();
    expect(await karin.getByRole("listitem").filter({ hasText: "Syns den som kommer?" }).count()).toBe(1);
    for (const width of [320, 1280]) {
      await karin.setViewportSize({ width, height: 900 });
      expect(await problemsOf(karin)).toEqual([]);
    }
  });

  test("thirty notes come in from the phones, and the walk is finished", async () => {
    const opened = await amina.request.get(`${served.origin}/api/collect/ockelbo/walks/${slug}`);
    const { walk } = (await opened.json()) as { walk: { id: string; stops: { id: string; name: string }[] } };
    for (let number = 0; number < 30; number++) {
      const stop = walk.stops[number % 6]!;
      const round = Math.floor(number / 6);
      // Two that tell what somebody said, which somebody has to read before it is public.
      const text =
        number === 7 || number === 20
          ? `En sade «här vill jag inte gå ensam» ${number}`
          : `${SEEN[round]!}${number % 6 === 0 ? "" : `, plats ${number}`}`;
      const reply = await send(amina, "observations", {
        partnership: "ockelbo",
        id: newId(Date.now()),
        walkId: walk.id,
        stopId: stop.id,
        notedAt: new Date().toISOString(),
        kind: "problem",
        category: ["place.lighting", "place.sight", "place.path", "place.signs", "place.upkeep"][round],
        text,
        spotManager: "municipality",
        place: { kind: "area", name: `${stop.name}, Åmot` },
        when: { kind: "unknown" },
      });
      expect([reply.status, number]).toEqual([200, number]);
    }
    const finish = { partnership: "ockelbo", slug, heads: { all: 22, women: 12, men: 10 }, weather: "uppehåll" };
    expect((await send(amina, `walks/${slug}/finish`, finish)).status).toBe(200);
  });

  test("what a group counted is put right at the desk, and a group with paper only is added", async () => {
    await karin.goto(`${served.origin}/lyssna/ockelbo/vandring-${slug}`);
    const facts = (text: string) => karin.getByText(text, { exact: true }).first().waitFor();
    await facts("Alla 22 · Kvinnor 12 · Män 10");
    await karin.getByRole("button", { name: "Rätta grupp 1" }).click();
    const form = karin.locator("form", { has: karin.getByRole("button", { name: "Spara antalet" }) });
    await form.getByRole("spinbutton", { name: "Kvinnor" }).fill("11");
    expect(await problemsAtWidths(karin, "antal")).toEqual([]);
    await form.getByRole("spinbutton", { name: "Alla" }).fill("21");
    await form.getByRole("button", { name: "Spara antalet" }).press("Enter");
    await facts("Alla 21 · Kvinnor 11 · Män 10");
    await karin.getByRole("button", { name: "Lägg till en grupp" }).click();
    await form.getByRole("spinbutton", { name: "Alla" }).fill("3");
    await form.getByRole("button", { name: "Spara antalet" }).click();
    await facts("Alla 24 · Kvinnor 11 · Män 10");
  });

  let onPaper = 0;
  test("a sheet of twelve rows is typed in by keyboard alone in five minutes", async () => {
    const spent = spending(amina);
    await spent.open(`/lyssna/ockelbo/blad-${slug}?blad=2`);
    await amina.getByRole("heading", { name: "Blad 2, rad 1" }).waitFor();
    // Past the top of the page by its first link; then the walk's name, the sheet's number and its two buttons.
    await spent.key("Tab");
    await spent.key("Enter");
    for (let tabs = 0; tabs < 12; tabs++) {
      await spent.key("Tab");
      if (await amina.evaluate(() => document.activeElement?.getAttribute("name") === "stop")) break;
    }
    for (const [index, row] of SHEET.entries()) {
      for (const [place, text] of row.entries()) {
        if (place > 0) await spent.key("Tab");
        if (place === 0) {
          // The stop of the row above stands there already.
          const stands = await amina.evaluate(() => (document.activeElement as HTMLInputElement).value);
          if (stands === text) continue;
          await amina.keyboard.press("Control+A");
        }
        if (text !== "") await spent.type(text);
      }
      // Who looked after the spot the last time stands at the field, with the letters to type.
      if (index === 0) await amina.getByText(/Förra gången här: .+\(\S\S\)/).waitFor();
      await spent.key("Enter");
      if (index === 0) await mergeByKeyboard(spent);
      await spent.wait(() => amina.getByRole("heading", { name: `Blad 2, rad ${index + 2}` }).waitFor());
      await spent.wait(() => amina.waitForFunction(() => document.activeElement?.getAttribute("name") === "stop"));
    }
    // What stands above is not typed again: where, what it is about and who looks after the spot.
    const above = SHEET.at(-1)!;
    await amina.getByRole("button", { name: "Samma som raden ovan" }).click();
    const fields = () =>
      amina.locator("form input[name]").evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    await expect.poll(fields).toContain(above[1]);
    expect(await amina.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("text");
    // The last row cannot be read: past the fields and two buttons to the third.
    for (let tabs = 0; tabs < 12; tabs++) {
      await spent.key("Tab");
      if (await amina.evaluate(() => document.activeElement?.textContent === "Hoppa över oläsligt")) break;
    }
    spent.choice();
    await spent.key("Enter");
    await spent.wait(() => amina.getByText("Rad 12 är märkt oläslig.").waitFor());
    expect(await amina.getByRole("row").count()).toBe(13);
    await amina.setViewportSize({ width: 320, height: 800 });
    expect(await problemsOf(amina)).toEqual([]);
    onPaper = spent.seconds;
    console.info(`journey 3: a sheet of 12 rows typed in ${Math.round(onPaper)} s`);
    expect(onPaper).toBeLessThanOrEqual(5 * 60);
  });

  test("thirty notes and the sheet become a protocol in fifteen minutes, with nobody in it", async () => {
    const spent = spending(karin);
    await karin.setViewportSize({ width: 1280, height: 900 });
    await spent.open(`/lyssna/ockelbo/vandring-${slug}`);
    await spent.wait(() => karin.getByRole("heading", { name: "Granska personuppgifter (2)" }).waitFor());
    await karin.getByText(/1 rad på papper gick inte att läsa: blad 2 rad 12/).waitFor();
    spent.read(await karin.getByRole("table").first().innerText());
    expect(await problemsOf(karin)).toEqual([]);

    await spent.tap("Upprätta protokoll");
    await karin.getByText("Granska personuppgifter (2) måste först ner till (0).").waitFor();
    // Two rows that say the same are laid together by dragging one onto the other, and taken apart again.
    const rows = karin.getByRole("table", { name: "Anteckningar" }).locator("tbody tr");
    await rows.nth(3).dragTo(rows.nth(2));
    await karin
      .getByRole("button", { name: /^Ta isär nr/ })
      .last()
      .click();
    await karin
      .getByRole("button", { name: /^Ta isär nr/ })
      .nth(1)
      .waitFor({ state: "detached" });

    const merges = () => karin.getByRole("button", { name: /^Slå ihop \d+ med/ });
    for (let left = await merges().count(); left > 0; left = await merges().count()) {
      spent.choice();
      const name = (await merges().first().getAttribute("aria-label"))!;
      await spent.tap(name);
      await spent.wait(() => karin.getByRole("button", { name, exact: true }).waitFor({ state: "detached" }));
    }
    for (const left of [1, 0]) {
      spent.choice();
      await spent.tap(/^Ingen person här/);
      await spent.wait(() => karin.getByRole("heading", { name: `Granska personuppgifter (${left})` }).waitFor());
    }
    spent.read(await karin.getByText("När protokollet är upprättat").innerText());
    await spent.tap("Upprätta protokoll");
    await spent.wait(() => karin.getByRole("link", { name: "Protokollet som PDF" }).waitFor());
    await karin.getByRole("heading", { name: "Bra platser" }).waitFor();
    const whole = onPaper + spent.seconds;
    console.info(`journey 3: notes and sheet to an established protocol in ${Math.round(whole)} s`);
    expect(whole).toBeLessThanOrEqual(15 * 60);

    await karin.getByRole("radio", { name: "Ansvarig" }).check({ force: true });
    for (const width of [320, 1280]) {
      await karin.setViewportSize({ width, height: 900 });
      expect(await problemsOf(karin)).toEqual([]);
    }
    await karin.getByRole("heading", { name: "Då och nu, stopp för stopp" }).waitFor();
    for (const name of ["Protokollet som PDF", "Protokollet som tabell (CSV)", "Skriv ut blad"]) {
      const [file] = await Promise.all([
        karin.waitForEvent("download"),
        karin.getByRole("link", { name, exact: true }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/[.](pdf|csv)$/);
    }
  });

  test("each who looks after a spot gets own points: as mail, as text to paste, as a letter, with a day to answer by", async () => {
    await karin.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await karin.getByRole("heading", { name: "Skicka till ansvariga" }).waitFor();
    const mail = karin.getByRole("link", { name: "Skriv mejl till Vägföreningen" });
    const address = new URLSearchParams((await mail.getAttribute("href"))!.replace(/^mailto:[?]/, ""));
    expect(address.get("body")).toContain("Bron är hal när det regnar");
    expect(address.get("body")).not.toContain("Bilarna kör fort");
    await karin.getByRole("button", { name: "Kopiera texten till Trafikverket" }).click();
    await karin.getByText("Texten är kopierad.").waitFor();
    expect(await karin.evaluate(() => navigator.clipboard.readText())).toContain("Bilarna kör fort förbi affären");
    const [file] = await Promise.all([
      karin.waitForEvent("download"),
      karin.getByRole("link", { name: "Skapa brev till Trafikverket" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^brev-.*[.]pdf$/);
    await karin.getByRole("button", { name: "Märk som skickat till Trafikverket" }).click();
    await karin.getByText(/^Skickat .* svar senast/).waitFor();
  });

  test("the municipality says of each point it was sent whether it takes it, and the protocol tells", async () => {
    await karin.getByRole("button", { name: "Märk som skickat till Kommunen" }).click();
    await expect.poll(() => karin.getByText(/^Skickat .* svar senast/).count()).toBe(2);
    const walk = karin.url();
    await karin.goto(`${served.origin}/lyssna/ockelbo/att-ta-emot`);
    const waiting = karin.locator("section", { has: karin.getByRole("heading", { name: /^Väntar på er/ }) });
    const ours = waiting.getByRole("listitem").filter({ hasText: "Mörkervandring i Åmot 2027" });
    const takes = ours.getByRole("button", { name: /^Ta emot: / });
    await takes.first().waitFor();
    const sent = await takes.count();
    expect(sent).toBeGreaterThan(2);
    expect(await problemsAtWidths(karin, "att-ta-emot")).toEqual([]);
    await takes.first().press("Enter");
    await expect.poll(() => takes.count()).toBe(sent - 1);
    await ours
      .getByRole("button", { name: /^Inte vårt: / })
      .first()
      .press("Enter");
    const send = waiting.getByRole("button", { name: "Skicka" });
    await send.press("Enter");
    // Without a reason nobody can go on from it.
    await waiting.getByRole("alert").first().waitFor();
    await waiting.getByLabel("Varför är det inte ert?").fill("Trappan är föreningens.");
    await waiting.getByLabel("Vems kan det vara?").selectOption({ label: "Vägföreningen" });
    expect(await problemsAtWidths(karin, "att-ta-emot-inte")).toEqual([]);
    await send.press("Enter");
    await expect.poll(() => takes.count()).toBe(sent - 2);
    await karin.getByText("Trappan är föreningens.", { exact: false }).waitFor();
    await karin.goto(walk);
    await karin.getByText("Trappan är föreningens.", { exact: false }).first().waitFor();
    await karin
      .getByText(/Mottagen av /)
      .first()
      .waitFor();
  });

  test("the third meeting: point by point by keyboard alone, a no only with a reason, whose it is, and the sum", async () => {
    await karin.getByRole("link", { name: "Mötesläge" }).click();
    await karin.getByText(/^Punkt 1 av \d+$/).waitFor();
    for (const width of [320, 1280]) {
      await karin.setViewportSize({ width, height: 900 });
      expect(await problemsOf(karin)).toEqual([]);
    }
    await karin.keyboard.press("1");
    await expect.poll(() => karin.evaluate(() => document.activeElement?.id)).toBe("meeting-when");
    await karin.keyboard.insertText("maj");
    await karin.keyboard.press("Enter");
    await karin.getByText(/^Punkt 2 av \d+$/).waitFor();
    await karin.keyboard.press("3");
    await expect.poll(() => karin.evaluate(() => document.activeElement?.id)).toBe("meeting-reason");
    await karin.keyboard.press("Enter");
    await karin.getByText("Ett nej", { exact: false }).first().waitFor();
    await karin.keyboard.insertText("Det är privat mark och ägaren vill ha det så.");
    await karin.keyboard.press("Enter");
    await karin.getByText(/^Punkt 3 av \d+$/).waitFor();
    await karin.getByLabel("Ansvarig").selectOption({ label: "Regionen" });
    await karin
      .getByRole("heading", { level: 2 })
      .filter({ hasText: /^\d+[.] / })
      .focus();
    await karin.keyboard.press("4");
    await expect.poll(() => karin.evaluate(() => document.activeElement?.id)).toBe("meeting-reason");
    await karin.keyboard.insertText("Hållplatsen är regionens.");
    // The desk's own reply is late: whoever goes to the sum meanwhile is not taken from it when it comes.
    const desk = "**/api/collect/*/walks/*/desk*";
    await karin.route(desk, async (route) => {
      await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });
    const late = karin.waitForResponse(desk);
    await karin.keyboard.press("Enter");
    await karin.getByText(/^3 av \d+ besvarade$/).waitFor();
    await karin.getByRole("button", { name: "Till summan" }).click();
    await (await late).finished();
    await karin.unroute(desk);
    await karin.getByText(/1 åtgärdas, 1 vidarebefordrad, 1 avslås och \d+ väntar på svar[.]$/).waitFor();
    expect(await problemsOf(karin)).toEqual([]);
    // Established, but read by nobody outside until somebody says so.
    const stranger = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await stranger.goto(`${served.origin}/ockelbo/vandring/${slug}`);
    expect(await stranger.locator("main").innerText()).not.toContain("Bilarna kör fort");
    await karin.getByRole("heading", { name: "Publicera svaren?" }).waitFor();
    await karin.getByRole("button", { name: "Publicera", exact: true }).press("Enter");
    await karin.getByText(/^Publicerat .* Svar som ges nu läses av alla[.]$/).waitFor();
    expect(await problemsOf(karin)).toEqual([]);
    await karin.goBack();
  });

  test("strangers read every row within a minute, with who is responsible or that nobody is yet", async () => {
    const stranger = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await expect
      .poll(
        async () => {
          await stranger.goto(`${served.origin}/ockelbo/vandring/${slug}`);
          return stranger.getByText("Bilarna kör fort förbi affären").count();
        },
        { timeout: 60_000 },
      )
      .toBeGreaterThan(0);
    const text = await stranger.locator("main").innerText();
    expect(text).toContain("Trafikverket");
    expect(text.toLowerCase()).toContain("ingen ansvarig än");
  });

  test("a point is planned to a season, done, and seen by the police; strangers read each of it without script", async () => {
    const { page: johan } = await comeIn(browser, served.origin, "Johan");
    await karin.goto(`${served.origin}/gora/ockelbo`);
    await karin.getByRole("link", { name: "Åtgärdspunkter" }).click();
    await karin.getByRole("heading", { name: "Så går det" }).waitFor();
    expect(await problemsAtWidths(karin, "punkter")).toEqual([]);
    await karin.getByLabel("Visa").selectOption({ label: "Sena (1)" });
    await karin.waitForURL(/visa=sena/);
    await expect.poll(() => karin.locator(".list > li").count()).toBe(1);
    await karin.getByLabel("Visa").selectOption("vara");
    await karin
      .getByRole("link", { name: new RegExp(`${SEEN[0]}$`) })
      .first()
      .click();
    await karin.getByText("Ska åtgärdas").first().waitFor();
    const point = new URL(karin.url()).pathname;
    await karin.getByRole("button", { name: "Planera" }).press("Enter");
    await karin.getByLabel("När är det senast klart?").selectOption({ index: 1 });
    expect(await problemsAtWidths(karin, "punkt-planera")).toEqual([]);
    await karin.getByRole("button", { name: "Spara" }).press("Enter");
    await karin.getByRole("button", { name: "Arbetet har börjat" }).waitFor();
    await karin.getByText("Något annat").click();
    await karin.getByRole("button", { name: "Det är gjort" }).press("Enter");
    await karin.getByRole("button", { name: "Spara" }).press("Enter");
    await karin.getByText("Skriv en mening som alla får läsa", { exact: false }).waitFor();
    await karin.getByLabel("Vad gjordes?").fill("Lampan är bytt mot en ny.");
    await karin.getByRole("button", { name: "Spara" }).press("Enter");
    await karin.getByText("Gjord, inte kontrollerad").first().waitFor();
    const create = { width: 640, height: 480, channels: 3, background: "#335544" } as const;
    const buffer = await sharp({ create }).jpeg().toBuffer();
    await karin
      .getByLabel("Lägg till bild: gjord")
      .setInputFiles({ name: "lampa.jpg", mimeType: "image/jpeg", buffer });
    await karin.getByLabel("Det finns inga ansikten eller nummerplåtar i bilden").press("Space");
    await karin.getByRole("button", { name: "Spara fotot" }).press("Enter");
    await karin.getByRole("img", { name: /^Platsen .*: Gjord$/ }).waitFor();
    // Whoever did it is not the only one who says that it is there.
    await johan.goto(served.origin + point);
    await johan.getByRole("img", { name: /^Platsen .*: Gjord$/ }).waitFor();
    await johan.getByRole("button", { name: "Kontrollerat: det är gjort" }).press("Enter");
    await johan.getByLabel("Vad såg ni?").fill("Den lyser.");
    await johan.getByRole("button", { name: "Spara" }).press("Enter");
    await johan.getByText("Kontrollerad", { exact: true }).first().waitFor();
    expect(await problemsAtWidths(johan, "punkt")).toEqual([]);
    const stranger = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await expect
      .poll(
        async () => {
          await stranger.goto(`${served.origin}/ockelbo/vandring/${slug}`);
          return stranger.locator("main").innerText();
        },
        { timeout: 60_000 },
      )
      .toMatch(
        /Klart och kontrollerat[\s\S]*Lampan är bytt mot en ny[.][\s\S]*Kontrollerat på plats .*: det är gjort[.] Den lyser[.]/,
      );
    await karin.goto(`${served.origin}/ockelbo/vandring/${slug}`);
    expect(await problemsAtWidths(karin, "vandring-punkt")).toEqual([]);
  });
});
