// Before anything is promised: the coordinator asks how large the change must be to be seen, reads it in words, in a drawing and in its table, puts it in the
// promise with a goal, and is told when the goal lies short of what shows.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemsAtWidths } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
  ({ page } = await comeIn(browser, served.origin, "Karin"));
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

describe("the smallest change that can be seen", { timeout: 180_000 }, () => {
  const first = (label: string) => page.getByLabel(label, { exact: true }).first();
  const openSeen = async () => {
    await page.getByText("Orsaker och väntad effekt").first().press("Enter");
    await page.getByText("Syns det? Minsta förändring som går att se").first().press("Enter");
  };

  test("is chosen, read, drawn and put in the promise, by keyboard", async () => {
    await page.goto(`${served.origin}/lova/ockelbo`);
    await page.getByLabel("Period, t.ex. 2028-2030").fill("2028-2030");
    await page.getByRole("button", { name: "Börja ett nytt löfte" }).click();
    await page.getByRole("button", { name: "Lägg till ett löfte" }).click();
    await first("Vad ni lovar").fill("Hastigheten genom byn ska ned.");
    await first("Vad ni gör").fill("Vi mäter hastigheten varje månad.");
    await openSeen();
    await first("Vad det ska leda till").fill("Lägre hastighet");

    // What there is too little of says nothing, and that is said as plainly as a number.
    await first("Vad förändringen ska synas i").selectOption({ label: "Händelser i lägesbilden" });
    await first("Slag").selectOption({ label: "Bedrägeri" });
    await page.getByRole("button", { name: "Räkna ut" }).press("Enter");
    await page
      .getByText(/^Kan inte avgöras/)
      .first()
      .waitFor();
    expect(await page.getByRole("figure").count()).toBe(0);

    // A road's measurement: what the journey says, with a drawing and its table.
    const roads = first("Vad förändringen ska synas i").locator("option", { hasText: "Hastighet:" });
    await first("Vad förändringen ska synas i").selectOption(await roads.first().getAttribute("value"));
    await page.getByRole("button", { name: "Räkna ut" }).press("Enter");
    await page.getByText(/Så stor måste skillnaden bli för att synas: V85 ned minst/).waitFor();
    await page.getByRole("img", { name: /^Så många gånger av tio syns det/ }).waitFor();
    expect(await problemsAtWidths(page, "seen-change")).toEqual([]);
    await page.getByRole("radio", { name: "Tabell" }).press("Space");
    expect(await page.getByRole("columnheader", { name: "Efteråt, km/h" }).count()).toBe(1);

    await page.getByRole("button", { name: "Lägg i löftet" }).press("Enter");
    await page.getByText("Det står i löftet.").waitFor();
    const short = page.getByRole("listitem").filter({ hasText: "Förändringen ni siktar på är mindre än den som syns" });
    expect(await short.count()).toBe(0);
    await page.getByRole("spinbutton", { name: "Ert mål, km/h" }).fill("44.9");
    await short.waitFor();
    await page.getByRole("button", { name: /^Gå till fältet Löfte 1, Förändringen ni siktar på/ }).press("Enter");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("40");
    await short.waitFor({ state: "detached" });
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith("/2028-2030/draft")),
      page.getByRole("button", { name: "Spara utkastet" }).click(),
    ]);
    expect([answer.status(), answer.ok() ? "" : await answer.text()]).toEqual([200, ""]);

    await page.reload();
    await page.getByText("Orsaker och väntad effekt").first().click();
    expect(await page.getByRole("spinbutton", { name: "Ert mål, km/h" }).inputValue()).toBe("40");
    await page.getByRole("button", { name: "Ta bort ur löftet" }).click();
    expect(await page.getByRole("spinbutton", { name: "Ert mål, km/h" }).count()).toBe(0);
  });
});
