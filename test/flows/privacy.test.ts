// Nothing private gets in: a text that points at somebody is marked while it is written, covered with one press, or held until a colleague has looked.
import type { Browser, Page } from "playwright-core";
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

async function ask<Answer>(page: Page, path: string): Promise<Answer> {
  return page.evaluate(async (from) => (await (await fetch(from)).json()) as Answer, path);
}

test("a note that names somebody is marked, covered, held, and looked at by a colleague", async () => {
  const { page: amina, context: first } = await comeIn(browser, served.origin, "Amina");
  const { observations } = await ask<{ observations: { id: string; walkId?: string; ownerOrganisationId: string }[] }>(
    amina,
    "/api/collect/ockelbo/observations?limit=200",
  );
  const note = observations.find(({ walkId }) => walkId !== undefined)!;
  await amina.goto(`${served.origin}/lyssna/ockelbo/iakttagelse-${note.id}`);
  const text = amina.getByLabel("Iakttagelse", { exact: true });
  await text.fill("Kalle Svensson, 070-123 45 67, har tappat en lampa");
  await amina.getByText("Ser ut som telefonnummer: «070-123 45 67»").waitFor();
  expect(await amina.locator(".marked-input mark").allTextContents()).toEqual(["Kalle Svensson", "070-123 45 67"]);
  expect(await problemsAtWidths(amina, "revise")).toEqual([]);

  // By keyboard: from the text to the first «Täck över», which covers the name.
  await text.focus();
  await amina.keyboard.press("Tab");
  await amina.keyboard.press("Enter");
  expect(await text.inputValue()).toBe("[namn], 070-123 45 67, har tappat en lampa");
  await amina.getByRole("button", { name: "Spara ändringen" }).click();
  await amina.getByText("«070-123 45 67» ser ut som ett telefonnummer. Skriv vad och var, inte vem.").first().waitFor();

  await text.fill("Lampan vid Kalle Svensson är trasig");
  await amina.getByLabel("Varför pekar det inte ut någon?").fill("Det är namnet på en kiosk");
  await amina.getByRole("button", { name: "Spara ändringen" }).click();
  await amina.getByText("Väntar på granskning av personuppgifter").waitFor();
  await amina.goto(`${served.origin}/lyssna/ockelbo/granska-personuppgifter`);
  await amina.getByText("Du skrev det här. En annan i din organisation granskar det.").waitFor();
  await first.close();

  const { page: johan, context: other } = await comeIn(browser, served.origin, "Johan");
  const status = await johan.evaluate(
    async (path) => (await fetch(path)).status,
    `/api/collect/ockelbo/observations/${note.id}`,
  );
  expect(status).toBe(404);
  await other.close();

  const { page: karin } = await comeIn(browser, served.origin, "Karin");
  await karin.goto(`${served.origin}/lyssna/ockelbo`);
  await karin.getByRole("link", { name: /^Öppna: Granska 1 anteckning/ }).click();
  await karin.getByText("Det är namnet på en kiosk").waitFor();
  expect(await problemsAtWidths(karin, "review")).toEqual([]);
  await karin.getByRole("button", { name: "Täck över och dela" }).click();
  await karin.getByRole("heading", { name: "Granska personuppgifter (0)" }).waitFor();
  await karin.goto(`${served.origin}/lyssna/ockelbo/iakttagelse-${note.id}`);
  await karin.getByRole("heading", { name: "Lampan vid [namn] är trasig" }).waitFor();
}, 120_000);

test("what goes when is seen, decided with its paragraph, and approved by another person", async () => {
  const { page: karin } = await comeIn(browser, served.origin, "Karin");
  await karin.goto(`${served.origin}/granskning/ockelbo`);
  await karin.getByRole("heading", { name: "Gallring", exact: true }).waitFor();
  await karin.getByLabel("Vem beslutade").fill("Kommunstyrelsen");
  await karin.getByLabel("Beslutsdag").fill("2026-03-05");
  await karin.getByLabel("Paragraf").fill("§ 31");
  await karin.getByRole("button", { name: "Skriv in beslutet" }).click();
  await karin.getByText("Väntar på en andra person").waitFor();
  expect(await karin.getByRole("button", { name: "Godkänn" }).count()).toBe(0);
  expect(await problemsAtWidths(karin, "retention")).toEqual([]);

  const { page: goran } = await comeIn(browser, served.origin, "Göran");
  await goran.goto(`${served.origin}/granskning/ockelbo`);
  await goran.getByRole("button", { name: "Godkänn" }).click();
  await goran.getByText("Godkänt", { exact: true }).waitFor();
  expect(await problemsAtWidths(goran, "retention-approved")).toEqual([]);
}, 120_000);
