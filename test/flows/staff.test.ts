// Every staff address, as somebody who may be there: on a phone and at a desk, in both languages, light and dark. Nothing scrolls sideways, every page
// has one main heading and says nothing unfinished, axe finds nothing, and who walks by keyboard or by ear is taken along.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFinds, problemsAtWidths } from "./looked.ts";
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

const KARIN = [
  "/oversikt",
  "/min-manad",
  "/lyssna/ockelbo",
  "/lyssna/ockelbo/ny-vandring",
  "/lyssna/ockelbo/las-in",
  "/lyssna/ockelbo/statistik",
  "/lyssna/ockelbo/statistik-otrygg-utomhus-sent-pa-kvallen-ockelbo",
  "/lyssna/ockelbo/las-in-statistik",
  "/lyssna/ockelbo/ny-kampanj",
  "/lyssna/ockelbo/koda",
  "/lyssna/ockelbo/teman",
  "/lyssna/ockelbo/granska-personuppgifter",
  "/lyssna/ockelbo/mote-amot-2026",
  "/lyssna/ockelbo/att-ta-emot",
  "/lyssna/ockelbo/samtal",
  "/lyssna/ockelbo/ny-horanderunda",
  "/lyssna/ockelbo/ny-medarbetardialog",
  "/lyssna/ockelbo/veckorapporter",
  "/lyssna/ockelbo/veckorapporter-installning",
  "/lyssna/ockelbo/vem-har-inte-horts",
  "/lyssna/ockelbo/trafik",
  "/lyssna/ockelbo/trafik-ny",
  "/lyssna/ockelbo/trafik-9",
  "/lyssna/ockelbo/trafik-14",
  "/lyssna/ockelbo/trafik-4711",
  "/lyssna/ockelbo/vandring-amot-2021",
  "/lyssna/ockelbo/vandring-amot-2026",
  "/lyssna/ockelbo/dialog-trygghet-trivsel-2024",
  "/lyssna/ockelbo/kalla-veckorapport",
  "/lagesbild/ockelbo",
  "/lagesbild/ockelbo?ort=amot&kategori=trafik",
  "/lagesbild/ockelbo?fran=1999-01&till=1999-02",
  "/lagesbild/ockelbo?fran=2026-01&till=2026-11&tid=fre18-24&delning=offentligt&jamfor=2025-01..2025-11",
  "/lagesbild/ockelbo?ort=utan-plats&karta=utjamnat",
  "/lagesbild/ockelbo/fil",
  "/prioritera/ockelbo",
  "/prioritera/ockelbo/trafiken-vid-skolvagarna",
  "/lova/ockelbo",
  "/lova/ockelbo/2025-2027",
  "/lova/ockelbo/2022-2024",
  "/gora/ockelbo",
  "/gora/ockelbo/kalender",
  "/gora/ockelbo/arshjul",
  "/gora/ockelbo/punkter",
  "/gora/ockelbo/felanmalan",
  "/folj-upp/ockelbo",
  "/folj-upp/ockelbo/2025",
  "/beratta/ockelbo",
  "/beratta/ockelbo/svar-amot",
  "/beratta/ockelbo/webhookar",
  "/installning/ockelbo",
  "/installning/ockelbo/visning",
  "/drift",
  "/lyssna/ockelbo/vandring-som-inte-finns",
  "/prioritera/ockelbo/som-inte-finns",
  "/gora/ockelbo/aktivitet-som-inte-finns",
  "/lova/ockelbo/1066",
];
const VISITS: readonly { readonly person: string; readonly addresses: readonly string[] }[] = [
  { person: "Karin", addresses: KARIN },
  { person: "Johan", addresses: ["/oversikt", "/min-manad", "/prioritera/hofors", "/gora/hofors"] },
  { person: "Sofia", addresses: ["/oversikt", "/signera/ockelbo/2025-2027"] },
  { person: "Amina", addresses: ["/falt", "/oversikt"] },
  { person: "Tomas", addresses: ["/drift", "/installning/ockelbo"] },
];
/** Each page twice: small and in Swedish by day, large and in English by night. */
const LOOKS = [
  { width: 320, lang: "sv", colorScheme: "light" },
  { width: 1280, lang: "en", colorScheme: "dark" },
] as const;

/** As a link of the app leads there, without loading it all again: until the heading is there and nothing is being fetched. */
async function walkTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, "", to), address);
  await page.waitForFunction(
    () => document.querySelector("h1") !== null && document.querySelector(".loading") === null,
    undefined,
    { timeout: 10_000 },
  );
}

async function problemsOf(page: Page): Promise<string[]> {
  const look = await page.evaluate(() => ({
    headings: document.querySelectorAll("h1").length,
    main: document.querySelectorAll("main").length,
    styles: document.querySelectorAll("#app [style]:not(.map-view *, textarea)").length,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    title: document.title,
    text: document.body.innerText,
    skipped: [...document.querySelectorAll("main :is(h1, h2, h3, h4)")]
      .map((heading) => Number(heading.tagName.slice(1)))
      .filter((level, place, all) => level > (all[place - 1] ?? 0) + 1).length,
  }));
  const problems: string[] = [];
  if (look.headings !== 1) problems.push(`${look.headings} main headings`);
  if (look.main !== 1) problems.push(`${look.main} main landmarks`);
  if (look.styles > 0) problems.push(`${look.styles} inline styles`);
  if (look.sideways > 0) problems.push(`scrolls ${look.sideways} px sideways`);
  if (look.skipped > 0) problems.push("skips a level of heading");
  if (!look.title.endsWith(" – Samsyn")) problems.push(`is called ${look.title}`);
  for (const leak of [/undefined/, /\[object/, /NaN/, /\{[a-z|]+\}/i, /\b1 (iakttagelser|aktiviteter|dagar|nycklar)\b/])
    if (leak.test(look.text)) problems.push(`says ${leak.exec(look.text)?.[0] ?? ""}`);
  // The canvas belongs to the map library; what it shows stands in the table beside it.
  const found = await axeFinds(page, ".maplibregl-canvas-container");
  return [...problems, ...found];
}

describe("the staff screens", { timeout: 300_000 }, () => {
  test.each(VISITS)(
    "hold at every width, in both languages and both lights: $person",
    async ({ person, addresses }) => {
      const { page, context } = await comeIn(browser, served.origin, person);
      const problems: string[] = [];
      for (const { width, lang, colorScheme } of LOOKS) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const address of addresses) {
          const found = await walkTo(page, `${address}${address.includes("?") ? "&" : "?"}lang=${lang}`).then(
            () => problemsOf(page),
            () => ["has no heading, or never stops fetching"],
          );
          for (const problem of found) problems.push(`${address} ${width} ${lang}: ${problem}`);
        }
      }
      await context.close();
      expect(problems).toEqual([]);
    },
  );

  test("take those along who walk by keyboard or by ear: the heading of a new page has the focus, and its title says where", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.locator("h1").waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Hoppa till innehållet");
    await page.getByRole("link", { name: /^Prioritera/ }).press("Enter");
    await page.waitForURL(/prioritera/);
    await page.waitForFunction(() => document.activeElement?.tagName === "H1");
    await expect.poll(() => page.title()).toBe("Det här har vi vägt – Samsyn");
    await walkTo(page, "/min-manad");
    const card = page.getByRole("article").first();
    await card.getByRole("button", { name: "Det blev gjort" }).press("Enter");
    await page.waitForFunction(() => document.activeElement?.matches("form input"));
    await card.getByRole("button", { name: "Avbryt" }).press("Enter");
    await page.waitForFunction(() => document.activeElement?.textContent === "Det blev gjort");
    await context.close();
  });

  test("send an item to the municipality’s fault reporting, which its administrator has set up, and never again by itself", async () => {
    const { page: tomas, context: office } = await comeIn(browser, served.origin, "Tomas");
    await tomas.goto(`${served.origin}/gora/ockelbo/felanmalan`);
    const save = tomas.getByRole("button", { name: "Spara och hämta ärendetyper" });
    await save.click();
    await tomas.getByText("Den ska börja med https://").first().waitFor();
    await tomas.getByLabel("Adress").fill("https://fel.example/open311/v2");
    await tomas.getByLabel("API-nyckel").fill("hemlig");
    await save.click();
    await tomas.getByText("Nyckel finns").waitFor();
    expect(await problemsAtWidths(tomas, "fault-system")).toEqual([]);
    await office.close();

    // No server here may call this machine: what the other system would have said is put into the answer.
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    const types = [{ code: "001", name: "Belysning", group: "Gata" }];
    let said: object = { isThere: true, may: true, types, suggested: "001", place: "Bänken vid ån", hasPosition: true };
    let sent: Record<string, unknown> = {};
    await page.route("**/fault-report*", async (route) => {
      if (route.request().method() === "POST") {
        sent = route.request().postDataJSON() as typeof sent;
        return route.fulfill({ json: { id: "1" } });
      }
      const answer = await route.fetch();
      return route.fulfill({ response: answer, json: { ...((await answer.json()) as object), ...said } });
    });
    await page.goto(`${served.origin}/gora/ockelbo/punkter`);
    await page.locator(".list a").first().click();
    await page.getByRole("button", { name: "Skicka till felanmälan" }).click();
    const words = page.getByLabel("Vad är fel?");
    expect(await words.inputValue()).toBe("");
    await page.getByRole("button", { name: "Använd punktens ord" }).click();
    expect(await words.inputValue()).not.toBe("");
    await words.fill("Lampan vid bänken är släckt");
    expect(await problemsAtWidths(page, "fault-send")).toEqual([]);
    const report = {
      state: "unsure",
      askedAt: "2026-11-24T09:00:00.000Z",
      office: "samordnare",
      typeName: "Belysning",
      text: "Lampan vid bänken är släckt",
      place: "Bänken vid ån",
      withPosition: true,
      reference: "9F2A41C07B",
      attempts: 1,
      nextTry: null,
      fault: "lost",
      status: null,
      said: "",
      caseNumber: null,
      closedAt: null,
      lookedAt: null,
      isFollowed: false,
    };
    said = { ...said, may: false, maySettle: true, report };
    await page.getByRole("button", { name: "Skicka", exact: true }).click();
    await page.getByRole("heading", { name: "Vi vet inte om den kom fram" }).waitFor();
    expect(sent).toMatchObject({ code: "001", text: "Lampan vid bänken är släckt", withPosition: true });
    await page.getByRole("button", { name: "Den finns inte där: skicka igen" }).waitFor();
    expect(await problemsAtWidths(page, "fault-unsure")).toEqual([]);
    const closed = { state: "closed", fault: null, said: "Lampan är bytt", caseNumber: "293944" };
    said = { ...said, maySettle: false, report: { ...report, ...closed, closedAt: report.askedAt } };
    await page.reload();
    await page.getByRole("heading", { name: "De säger att det är åtgärdat" }).waitFor();
    expect(await problemsAtWidths(page, "fault-closed")).toEqual([]);
    await context.close();
  });

  test("offer in each municipality what one may there, whatever one is in another", async () => {
    const { page, context } = await comeIn(browser, served.origin, "Johan");
    await page.route("**/api/partnership/me*", async (route) => {
      const answer = await route.fetch();
      const me = (await answer.json()) as {
        person: { grants: { partnershipId: string; role: string }[] };
        partnerships: { id: string; slug: string }[];
      };
      const ockelbo = me.partnerships.find(({ slug }) => slug === "ockelbo")!.id;
      for (const grant of me.person.grants) if (grant.partnershipId === ockelbo) grant.role = "note-taker";
      await route.fulfill({ response: answer, json: me });
    });
    const rule = page.getByRole("heading", { name: "Nytt gallringsbeslut" });
    await page.goto(`${served.origin}/granskning/hofors`);
    await rule.waitFor();
    await page.goto(`${served.origin}/granskning/ockelbo`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForFunction(() => document.querySelector(".loading") === null);
    expect(await rule.count()).toBe(0);
    await context.close();
  });
});
