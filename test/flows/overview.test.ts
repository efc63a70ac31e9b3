// A stranger finds a promise among many, on a phone and without script; whoever runs the server has put a file in.
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemsAtWidths } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const example = join(root, "spec/medborgarlofte/1.0/examples/litet.csv");
let served: Served;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const samsyn = (...args: string[]) => {
  const ran = spawnSync(process.execPath, [join(root, "dist/cli.js"), "pledge", ...args], {
    encoding: "utf8",
    timeout: 60_000,
    env: { ...process.env, SAMSYN_DATA: served.dataDirectory },
  });
  return { status: ran.status, said: ran.stdout + ran.stderr };
};

test("a promise of a partnership here and one out of a file are found, and told apart", async () => {
  expect(samsyn("validate", example)).toMatchObject({ status: 0, said: expect.stringContaining("1 löften, inga fel") });
  const source = ["--source", "https://exempel.se/loften", "--retrieved", "2026-11-01"];
  expect(samsyn("collection", "add", example, ...source).said).toContain("finns nu på /loften");
  expect(samsyn("collection", "add", example, ...source)).toMatchObject({
    status: 1,
    said: expect.stringContaining("är redan inlagd"),
  });

  const page = await (
    await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } })
  ).newPage();
  await page.goto(served.origin);
  await page.getByRole("link", { name: "Sök bland alla löften, även avslutade" }).click();
  await page.getByText("Ämne, plats, tid och mer").click();
  await page.getByLabel("Kommun eller län").selectOption("Heby");
  await page.getByRole("button", { name: "Visa" }).click();
  await page.getByRole("heading", { name: "1 löftesdokument" }).waitFor();
  expect(await page.getByRole("listitem").filter({ hasText: "Ur fil, inte undertecknat här" }).count()).toBe(1);
  await page.getByRole("link", { name: "Visa alla" }).click();
  await page.getByText("Ämne, plats, tid och mer").click();
  await page.getByLabel("Gällde någon tid från").fill("2023-06-15");
  await page.getByLabel("Gällde någon tid till").fill("2023-09-01");
  await page.getByLabel("Ord").fill("drog");
  await page.getByRole("button", { name: "Visa" }).click();
  await page.getByRole("link", { name: "Medborgarlöfte 2022–2024" }).click();
  await page.getByRole("heading", { level: 1, name: "Medborgarlöfte 2022–2024" }).waitFor();
  await page.context().close();

  const looking = await (await browser.newContext()).newPage();
  await looking.goto(`${served.origin}/loften`);
  expect(await problemsAtWidths(looking, "overview")).toEqual([]);
});

test("the same file begins a draft, after what is in it and what is wrong in it is told", async () => {
  const { page, context } = await comeIn(browser, served.origin, "Karin", { width: 320, height: 800 });
  await page.goto(`${served.origin}/lova/ockelbo`);
  await page.getByLabel("En fil i det öppna formatet").check();
  const file = page.getByLabel("Fil med löfte");
  const faulty = (await readFile(example, "utf8")).replaceAll("en gång", "ibland");
  await file.setInputFiles({ name: "fel.csv", mimeType: "text/csv", buffer: Buffer.from(faulty) });
  await page.getByText("Filen har 1 fel. Inget av den används.").waitFor();
  await page.getByText("Rad 2, kolumnen slag: «ibland» finns inte bland valen.").waitFor();
  await file.setInputFiles(example);
  await page.getByText("1 löfte och 2 aktiviteter lästa ur «Medborgarlöfte Heby», 2024–2024").waitFor();
  expect(await problemsAtWidths(page, "from-file")).toEqual([]);
  await page.getByLabel("Period, t.ex. 2028-2030").fill("2031-2033");
  await page.getByRole("button", { name: "Börja ett nytt löfte" }).click();
  await page.getByRole("heading", { level: 1, name: "Medborgarlöfte Heby" }).waitFor();
  await context.close();
});
