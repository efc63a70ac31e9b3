// What was put forward with an error in it is taken back by the other party, and the draft that comes to nothing is laid down.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Content } from "../../src/pledge/document.ts";
import { withReasons } from "../with-reasons.ts";
import { problemsAtWidths } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
let karin: Page;
let johan: Page;

const door = "/api/pledge/ockelbo/documents";
const post = (page: Page, path: string, body: object) =>
  page.evaluate(
    async ([to, said]) => {
      const headers = { "content-type": "application/json" };
      await fetch(to, { method: "POST", headers, body: said });
    },
    [path, JSON.stringify(body)] as const,
  );

beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
  karin = (await comeIn(browser, served.origin, "Karin")).page;
  johan = (await comeIn(browser, served.origin, "Johan")).page;
  const text = "Löftet 2028–2030.\nPolisen lovar att det ska vara tryggt vid stationen.\n• Tolv kontroller om året.";
  await post(karin, door, { slug: "2028-2030", text });
  const { content, revision } = (await karin.evaluate(
    async (from) => (await fetch(from)).json(),
    `${door}/2028-2030`,
  )) as { content: Content; revision: number };
  await post(karin, `${door}/2028-2030/draft`, { revision, content: withReasons(content) });
  await post(karin, `${door}/2028-2030/propose`, {});
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

test("taken back by the other party, and laid down, each with a reason both read", { timeout: 60_000 }, async () => {
  const at = `${served.origin}/lova/ockelbo/2028-2030`;
  await johan.goto(at);
  await johan.getByText("Ta tillbaka", { exact: true }).first().press("Enter");
  expect(await problemsAtWidths(johan, "take-back")).toEqual([]);
  const take = johan.getByRole("button", { name: "Ta tillbaka" });
  await take.press("Enter");
  await johan.getByText("Skriv varför. Båda parter läser det.").waitFor();
  await johan.getByLabel("Varför").fill("Antalet kontroller är fel.");
  await take.press("Enter");
  const told = johan.getByText(/^Togs tillbaka av Polisen .*Antalet kontroller är fel\.$/);
  await told.waitFor();
  await expect.poll(() => johan.evaluate(() => document.activeElement?.textContent)).toContain("Togs tillbaka");
  await johan.getByLabel("Vad ni lovar").first().waitFor();

  await karin.goto(at);
  await karin.getByText("Lägg ner utkastet", { exact: true }).first().press("Enter");
  await karin.getByLabel("Varför").fill("Det blir inget nytt löfte.");
  await karin.getByRole("button", { name: "Lägg ner utkastet" }).press("Enter");
  await karin.getByRole("heading", { name: "Nedlagda" }).waitFor();
  await karin.getByText(/^Nedlagt av Kommunen .*Det blir inget nytt löfte\.$/).waitFor();
  expect(await problemsAtWidths(karin, "dropped")).toEqual([]);
});
