// A new installation without the demo, from the one-time link to a public page: the first to log in founds a partnership, the police come in by an invitation, and that is their yes (journey 1).
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemsAtWidths } from "./looked.ts";
import { comeIn, giveKey, handOutInvitation, inviteOperator, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt({ SAMSYN_DEMO: "0" }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** Opens a one-time link with a phone that can hold a key, and makes one. */
async function enterBy(link: string): Promise<Page> {
  const { page } = await comeIn(browser, served.origin, undefined, { width: 390 });
  await giveKey(page);
  await page.goto(link);
  await page.getByRole("button", { name: "Skapa inloggning på den här datorn" }).click();
  await page.waitForURL(/oversikt/);
  return page;
}

test("the first to come in founds a partnership, and it is open when the police have come in too", async () => {
  const link = /https?:\/\/\S+\/start\/\S+/.exec(served.said())?.[0] ?? "";
  expect(link, served.said()).not.toBe("");
  const tomas = await enterBy(link);
  await tomas.getByRole("link", { name: "Nytt samarbete" }).click();
  await tomas.getByLabel("Kommun").selectOption({ label: "Sandviken" });
  await tomas.getByText("Gävleborgs län. Invånarnas sida blir /sandviken.").waitFor();
  await tomas.getByLabel("Polisens lokalpolisområde").fill("Polismyndigheten, lokalpolisområde Gästrikland");
  await tomas.getByLabel("Din befattning").fill("säkerhetschef");
  await tomas.getByRole("button", { name: "Skapa samarbete" }).click();
  await tomas.getByText("Polismyndigheten, lokalpolisområde Gästrikland har inte tackat ja än").waitFor();
  expect(await tomas.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
  expect((await fetch(`${served.origin}/sandviken`)).status).toBe(404);

  const form = tomas
    .locator("section")
    .filter({ has: tomas.getByRole("heading", { name: /^Bjud in Polismyndigheten/ }) });
  await form.getByLabel("Namn").fill("Johan");
  await form.getByLabel("Befattning, som den får visas utåt").fill("kommunpolis");
  await form.getByRole("button", { name: "Be om inbjudan" }).click();
  // Whoever founds never holds the link: not where they asked, and not where they run the installation.
  await form.getByText("Väntar på att lämnas ut: Johan, kommunpolis").waitFor();
  expect(await tomas.locator(".code").count()).toBe(0);
  await tomas.goto(`${served.origin}/drift`);
  await tomas.getByText("Du har själv arbetat i ett samarbete med den organisationen.").waitFor();
  expect(await tomas.getByRole("button", { name: "Lämna ut inbjudan" }).count()).toBe(0);
  expect(await problemsAtWidths(tomas, "founding-hand-out")).toEqual([]);
  const olga = await enterBy(inviteOperator(served, "Olga"));
  await olga.getByText("1 inbjudan att lämna ut").waitFor();
  const invitation = await handOutInvitation(olga, served.origin);

  const johan = await enterBy(invitation);
  await johan.goto(`${served.origin}/installning/sandviken`);
  await johan
    .getByRole("heading", { name: /Vilka|Personer|arbetar/ })
    .first()
    .waitFor();
  expect(await johan.getByText("har inte tackat ja än").count()).toBe(0);
  await johan.getByText("inbjudan, utlämnad: ringde växeln").waitFor();
  await expect.poll(async () => (await fetch(`${served.origin}/sandviken`)).status, { timeout: 30_000 }).toBe(200);
  // The link has been used: it says so, and lets nobody else in.
  const { page } = await comeIn(browser, served.origin);
  await page.goto(invitation);
  await page.getByText("Länken är redan använd.").waitFor();
});
