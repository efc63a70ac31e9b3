// Karin leaves on Friday (journey 20): the dossier writes itself, somebody who never met her comes in by a link and finds in it what she has to know, and on the last day the account is closed.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Hand } from "./hand.ts";
import { problemsAtWidths } from "./looked.ts";
import { comeIn, giveKey, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const at = "/installning/ockelbo/lamna-over";
const rowsUnder = (page: Page, heading: string) =>
  page
    .locator("section")
    .filter({ has: page.getByRole("heading", { level: 3, name: heading }) })
    .last()
    .getByRole("listitem");

test("the work is handed over with the role, and nothing else stops", async () => {
  const karin = await comeIn(browser, served.origin, "Karin");
  const hand = new Hand(karin.page, served.origin);
  await hand.opens("/installning/ockelbo", "Personer och roller");
  await hand.presses(karin.page.getByRole("link", { name: "Lämna över" }));
  await karin.page.getByRole("heading", { level: 1, name: "Lämna över" }).waitFor();
  expect(await problemsAtWidths(karin.page, "hand-over-dossier")).toEqual([]);

  const gap = karin.page.getByRole("listitem").filter({ hasText: "vilken pärm, vilket rum" });
  await hand.presses(gap.getByRole("button", { name: /^Gå igenom/ }));
  await gap.getByLabel("En mening till den som tar över").fill("Fråga Kalle Svensson");
  await gap.getByRole("button", { name: "Spara" }).click();
  await gap.getByText(/Här står något som pekar ut en person/).waitFor();
  await gap.getByLabel("En mening till den som tar över").fill("Pärmen står i arkivet på plan två");
  await gap.getByRole("button", { name: "Spara" }).click();
  await gap.getByText("Genomgånget").waitFor();

  const form = karin.page.locator("#planera");
  await form.getByLabel("Sista dag").fill(day(4));
  await form.getByLabel("Namn på den som bjuds in").fill("Maja");
  await form.getByLabel("Befattning").fill("samordnare");
  await hand.presses(form.getByRole("button", { name: "Planera överlämningen" }));
  await form.getByText("Överlämningen är planerad.").waitFor();
  const link = await form.locator(".code").innerText();
  await karin.page.getByRole("heading", { name: /^Karin slutar/ }).waitFor();
  expect(await problemsAtWidths(karin.page, "hand-over-planned")).toEqual([]);
  // Told before it is written down: 45 minutes for all of it.
  expect(hand.workSeconds).toBeLessThan(45 * 60);

  const johan = await comeIn(browser, served.origin, "Johan");
  await johan.page.getByRole("heading", { name: /^Ny samordnare i Ockelbo från \p{L}+dag \d/u }).waitFor();
  await johan.context.close();

  const maja = await comeIn(browser, served.origin);
  await giveKey(maja.page);
  await maja.page.goto(link);
  await maja.page.getByRole("button", { name: "Skapa inloggning på den här datorn" }).click();
  await maja.page.waitForURL(/oversikt/);
  await maja.page.goto(served.origin + at);
  await maja.page.getByRole("heading", { name: "Dina första två veckor" }).waitFor();
  const weeks = maja.page
    .locator("section")
    .filter({ has: maja.page.getByRole("heading", { name: "Dina första två veckor" }) });
  expect(await weeks.last().getByRole("listitem").count()).toBe(10);
  // What she is to name within half an hour, out of the dossier alone.
  expect(await rowsUnder(maja.page, "De fem närmaste datumen").count()).toBe(5);
  expect(await rowsUnder(maja.page, "De tre svar som väntar mest").count()).toBe(3);
  const stand = await rowsUnder(maja.page, "Där löftet står").allInnerTexts();
  expect(stand.join(" ")).toMatch(/gäller till 31 december 2027[^]*aktiviteter är enligt plan/);
  const first = maja.page
    .locator("section")
    .filter({ has: maja.page.getByRole("heading", { level: 2, name: "Det viktigaste först" }) });
  const words = (await first.last().innerText()).split(/\s+/).length;
  expect(words / 200).toBeLessThan(3);
  await maja.page.getByText("Pärmen står i arkivet på plan två").waitFor();
  await weeks.last().getByRole("button", { name: /^Klar/ }).first().click();
  await weeks.last().getByText("Genomgånget").waitFor();
  expect(await problemsAtWidths(maja.page, "hand-over-successor")).toEqual([]);

  // Plans change: Karin is gone already, and whoever has the accounts closes hers.
  const tomas = await comeIn(browser, served.origin, "Tomas");
  await tomas.page.goto(served.origin + at);
  await tomas.page.getByRole("button", { name: "Ta tillbaka" }).click();
  await tomas.page.getByRole("heading", { name: /^Karin slutar/ }).waitFor({ state: "detached" });
  const again = tomas.page.locator("#planera");
  await again.getByLabel("Den som slutar").selectOption({ label: "Tomas, IT-tekniker" });
  await again.getByLabel("Sista dag").fill(day(-1));
  await again.getByLabel("Namn på den som bjuds in").fill("Nils");
  await again.getByLabel("Befattning").fill("tekniker");
  await again.getByRole("button", { name: "Planera överlämningen" }).click();
  await again
    .getByText("Du är den enda administratören i Ockelbo kommun. Utse en till innan ditt konto stängs.")
    .waitFor();
  await again.getByLabel("Den som slutar").selectOption({ label: "Karin, brottsförebyggande samordnare" });
  await again.getByLabel("Den som tar över").selectOption({ label: "Maja, samordnare" });
  await again.getByRole("button", { name: "Planera överlämningen" }).click();
  await again.getByText("Överlämningen är gjord.").waitFor();
  await tomas.page.getByRole("heading", { name: /^Karin slutade/ }).waitFor();
  await karin.page.goto(`${served.origin}/oversikt`);
  await karin.page.getByRole("heading", { level: 1, name: "Logga in" }).waitFor();
  for (const one of [karin, maja, tomas]) await one.context.close();
});
