// A figure of official statistics becomes evidence of a problem: sought, chosen for a period, and shown under the problem with what weighs against it.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemsAtWidths } from "./looked.ts";
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

test("a series is cited for a period, with what must be known of it", { timeout: 300_000 }, async () => {
  const { page, context } = await comeIn(browser, served.origin, "Karin");
  await page.goto(`${served.origin}/prioritera/ockelbo/trafiken-vid-skolvagarna`);
  await page.getByText("Lägg till statistik som underlag").click();
  await page.getByLabel("Sök bland serierna").fill("finns inte");
  await page.getByText("Ingen serie har de orden.").waitFor();
  await page.getByLabel("Sök bland serierna").fill("otrygg ockelbo");
  const series = page.getByLabel("Serie", { exact: true });
  await expect.poll(() => series.locator("option").count()).toBe(2);
  await series.selectOption({ index: 1 });
  const period = page.getByLabel("Period", { exact: true });
  await period.waitFor();
  // The period without a figure is not there to be chosen.
  await expect.poll(() => period.locator("option").allTextContents()).toHaveLength(4);
  await page.getByRole("textbox", { name: "Vad underlaget visar" }).fill("Var femte är otrygg sent på kvällen");
  await page.getByRole("button", { name: "Lägg till underlag" }).click();
  await page.getByText("Välj en serie och en period.").waitFor();
  await period.selectOption({ label: "2023–2024: 19 procent av befolkningen 16–84 år" });
  expect(await problemsAtWidths(page, "series-evidence")).toEqual([]);
  await page.getByRole("button", { name: "Lägg till underlag" }).click();

  const cited = page.getByRole("listitem").filter({ hasText: "Var femte är otrygg sent på kvällen" }).first();
  await cited
    .getByText("2023–2024: 19 procent av befolkningen 16–84 år (mellan 12 och 26 (95 %), bygger på 111)")
    .waitFor();
  await cited.getByText("Flera år sammanlagda.").waitFor();
  await cited.getByText("Serien har jämförbarhetsbrott: före och efter jämförs inte.").waitFor();
  await cited.getByText("Att veta innan du tror").click();
  expect(await problemsAtWidths(page, "series-evidence")).toEqual([]);

  await page.goto(`${served.origin}/prioritera/ockelbo`);
  await page.getByRole("columnheader", { name: "Statistik", exact: true }).waitFor();
  expect(await problemsAtWidths(page, "series-evidence")).toEqual([]);
  await context.close();
});

test("a problem is raised on a series alone, from its own screen and by keyboard", { timeout: 300_000 }, async () => {
  const { page, context } = await comeIn(browser, served.origin, "Karin");
  await page.goto(`${served.origin}/lyssna/ockelbo/statistik`);
  await page
    .getByRole("link", { name: /otrygg/i })
    .first()
    .click();
  const raise = page.getByRole("link", { name: "Gör till problem" });
  await raise.waitFor();
  expect(await problemsAtWidths(page, "series-raise")).toEqual([]);
  await raise.press("Enter");
  await page.getByLabel("Vad är problemet?").fill("Många går inte ut på kvällen");
  const caption = page.getByLabel("Vad underlaget visar");
  const last = await caption.inputValue();
  expect(last).toMatch(/: \d+ procent/);
  // Another period is said in other words, and what has been typed stays.
  await page.getByLabel("Period", { exact: true }).selectOption({ index: 2 });
  await expect.poll(() => caption.inputValue()).not.toBe(last);
  expect(await page.getByLabel("Vad är problemet?").inputValue()).toBe("Många går inte ut på kvällen");
  await page.getByLabel("Sedan när").fill("Flera år");
  await page.getByLabel("Vem berörs").fill("Alla som går hem sent");
  await page.getByLabel("Tema", { exact: true }).selectOption("place.lighting");
  expect(await problemsAtWidths(page, "series-raise")).toEqual([]);
  await page.getByRole("button", { name: "Gör till problem" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Många går inte ut på kvällen" }).waitFor();
  await page
    .getByText(/procent av befolkningen 16–84 år/)
    .first()
    .waitFor();
  expect(await problemsAtWidths(page, "series-raise")).toEqual([]);

  // The promise begins with its time, and the figure becomes its baseline: nobody types either.
  await page.goto(`${served.origin}/lova/ockelbo`);
  await page.getByText(/^Föreslagen tid: .*, direkt efter det förra löftet och lika länge/).waitFor();
  await expect.poll(() => page.getByLabel("Period, t.ex. 2028-2030").inputValue()).toBe("2028-2030");
  await page.getByRole("button", { name: "Börja ett nytt löfte" }).press("Enter");
  await expect.poll(() => page.getByLabel("Första dag", { exact: true }).inputValue()).toBe("2028-01-01");
  await page.getByText("Bestäm dagar").press("Enter");
  await page.getByText(/räknat bakåt från löftets första dag 1 januari 2028/).waitFor();
  await expect.poll(() => page.getByLabel("Sista dagen att skriva under").inputValue()).toBe("2027-12-18");
  await page.getByRole("button", { name: "Lägg till ett löfte" }).press("Enter");
  await page.getByText("Orsaker och väntad effekt").press("Enter");
  await page.getByText("Problem löftet svarar på (0)").press("Enter");
  await page.getByRole("checkbox", { name: "Många går inte ut på kvällen" }).check();
  await page.getByText("När, utgångsläge, vilka som hjälper till").press("Enter");
  await page.getByText("Hämta utgångsläget från det som är mätt").press("Enter");
  const take = page.getByRole("button", { name: /^Ta som utgångsläge: \d+ procent av befolkningen/ });
  await take.waitFor();
  expect(await problemsAtWidths(page, "series-baseline")).toEqual([]);
  await take.press("Enter");
  await expect.poll(() => page.getByLabel("Varifrån ni vet utgångsläget").inputValue()).toMatch(/, bygger på \d+$/);
  await expect.poll(() => page.getByLabel("När utgångsläget gällde").inputValue()).toMatch(/^\d{4}-12-31$/);
  await context.close();
});

test(
  "a series and a theme are laid to a problem that is there, from their own screens",
  { timeout: 300_000 },
  async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    const lay = async (caption: string) => {
      await page.getByRole("heading", { name: "Lägg till som underlag" }).waitFor();
      const said = page.getByLabel("Vad underlaget visar");
      await expect.poll(() => said.inputValue()).not.toBe("");
      await page.getByRole("button", { name: "Lägg till underlag" }).press("Enter");
      await page.getByText("Välj vilket problem det gäller.").waitFor();
      await page.getByLabel("Problem", { exact: true }).selectOption({ label: "Många går inte ut på kvällen" });
      await said.fill(caption);
      expect(await problemsAtWidths(page, "evidence-laid")).toEqual([]);
      await page.getByRole("button", { name: "Lägg till underlag" }).press("Enter");
      await page.getByRole("heading", { level: 1, name: "Många går inte ut på kvällen" }).waitFor();
      await page.getByRole("listitem").filter({ hasText: caption }).first().waitFor();
    };
    await page.goto(`${served.origin}/lyssna/ockelbo/statistik`);
    await page
      .getByRole("link", { name: /skadegörelse/i })
      .first()
      .click();
    await page.getByRole("link", { name: "Lägg till som underlag" }).press("Enter");
    await lay("Skadegörelsen är som förut");
    await page.goto(`${served.origin}/lyssna/ockelbo/teman`);
    await page
      .getByRole("link", { name: /^Lägg till som underlag/ })
      .first()
      .press("Enter");
    await page.getByRole("link", { name: "Gör till ett nytt problem i stället" }).press("Enter");
    await page.getByLabel("Vad är problemet?").waitFor();
    await page.getByRole("link", { name: "Lägg till som underlag i ett problem som finns" }).press("Enter");
    await lay("Det sägs på flera håll");
    await context.close();
  },
);

test(
  "a coded theme is cited for a place, with its sources and what weighs against them",
  { timeout: 300_000 },
  async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/prioritera/ockelbo/trafiken-vid-skolvagarna`);
    await page.getByText("Lägg till ett tema ur det som sagts").waitFor();
    await page.getByText("Lägg till ett tema ur det som sagts").press("Enter");
    const theme = page.getByLabel("Tema ur kodningen");
    await expect.poll(() => theme.locator("option").count()).toBeGreaterThan(1);
    await theme.selectOption({ index: 1 });
    const form = page.locator("form", { has: theme });
    await form.getByLabel("Vad underlaget visar").fill("Flera säger samma sak");
    expect(await problemsAtWidths(page, "theme-evidence")).toEqual([]);
    await form.getByRole("button", { name: "Lägg till underlag" }).press("Enter");
    const cited = page.getByRole("listitem").filter({ hasText: "Flera säger samma sak" }).first();
    await cited
      .getByText(/underlag, \d+ röst/)
      .first()
      .waitFor();
    await cited.getByText("Ingen av källorna är ett slumpmässigt urval").waitFor();
    expect(await problemsAtWidths(page, "theme-evidence")).toEqual([]);
    await context.close();
  },
);

test(
  "an indicator is begun from a series, its line is broken, and strangers read that it cannot be known",
  { timeout: 300_000 },
  async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    await page.goto(`${served.origin}/folj-upp/ockelbo`);
    await page.getByRole("link", { name: "Mått och effekt" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Mått" }).waitFor();
    await page.getByText("Kan inte avgöras med de här siffrorna (11 före, 9 efter).").waitFor();
    expect(await problemsAtWidths(page, "indicators")).toEqual([]);
    await page.getByRole("button", { name: "Börja ett mått" }).press("Enter");
    const pledge = page.getByLabel("Vilket löfte?");
    await pledge.waitFor();
    await page.getByRole("button", { name: "Börja måttet" }).press("Enter");
    await page.getByText("Välj vilket löfte det gäller.").waitFor();
    const roads = await pledge
      .locator("option", { hasText: "Det ska gå långsammare där barn går" })
      .getAttribute("value");
    await pledge.selectOption(roads ?? "");
    await page.getByLabel("Varifrån kommer siffrorna?").selectOption({ label: "Statistik" });
    const what = page.getByLabel("Vad mäts?");
    const damage = await what.locator("option", { hasText: "Skadegörelse, Ockelbo" }).getAttribute("value");
    await what.selectOption(damage ?? "");
    await expect.poll(() => page.getByLabel("Vad måttet heter").inputValue()).toBe("Skadegörelse, Ockelbo");
    await page.getByLabel("Mål, i samma enhet").fill("500");
    expect(await problemsAtWidths(page, "indicator-begin")).toEqual([]);
    await page.getByRole("button", { name: "Börja måttet" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Skadegörelse, Ockelbo" }).waitFor();
    await page.getByText(/^650 anmälda brott per 100 000 invånare \(460–892,2; bygger på 38\)/).waitFor();

    await page.getByText("Markera ett jämförbarhetsbrott").press("Enter");
    await page.getByLabel("Från och med").fill("2021-01-01");
    await page.getByLabel("Vad ändrades?").fill("Frågan ställdes med en annan skala 2021.");
    await page.getByRole("button", { name: "Spara" }).filter({ visible: true }).press("Enter");
    await page.getByText("≠ Frågan ställdes med en annan skala 2021. Linjen bryts.").waitFor();
    await page.getByLabel("När började det göras?").fill("2021-01-01");
    await page.getByText("Linjen bryts mellan före och efter. De går inte att jämföra.").first().waitFor();
    expect(await problemsAtWidths(page, "indicator")).toEqual([]);
    await page.getByRole("button", { name: "Räkna fram svaret" }).press("Enter");
    await page.getByRole("heading", { name: "Det här skulle ändra svaret" }).waitFor();
    expect(await problemsAtWidths(page, "indicator-answered")).toEqual([]);

    const verdict =
      "Kan inte avgöras med de här siffrorna. Linjen bryts mellan före och efter. De går inte att jämföra.";
    await expect
      .poll(
        async () => {
          await page.goto(`${served.origin}/ockelbo/lofte/1-trafiksakerhet#matt`);
          return page.getByText(verdict).count();
        },
        { timeout: 60_000, interval: 1000 },
      )
      .toBe(1);
    expect(await problemsAtWidths(page, "indicator-told")).toEqual([]);
    await context.close();
  },
);
