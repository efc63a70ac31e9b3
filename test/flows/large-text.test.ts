// Whoever reads with the text twice as large on a small phone scrolls down, never sideways (WCAG 1.4.10): every public page that leads on from the first.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
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

test("no public page scrolls sideways at 320 px with text at 200 %", { timeout: 300_000 }, async () => {
  const { page, context } = await comeIn(browser, served.origin, undefined, { width: 320, height: 640 });
  const left = ["/", "/ockelbo", "/svara/amot", "/kvitto", "/ockelbo/synpunkt/trafik", "/svara/finns-inte"];
  const seen = new Set<string>();
  const sideways: string[] = [];
  for (let path = left.shift(); path !== undefined; path = left.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const response = await page.goto(served.origin + path);
    // The staff app is its own matter, and a file is no page.
    if (response?.headers()["content-type"]?.startsWith("text/html") !== true) continue;
    if ((await page.locator(".header-public").count()) === 0) continue;
    const { over, links } = await page.evaluate(() => {
      const root = document.documentElement;
      root.style.fontSize = "200%";
      const hrefs = [...document.querySelectorAll("a[href^='/']")].map((link) => link.getAttribute("href") ?? "");
      return { over: root.scrollWidth - root.clientWidth, links: hrefs };
    });
    if (over > 0) sideways.push(`${path}: ${over} px`);
    left.push(...links.filter((link) => /^[/](ockelbo|hofors|rundtur)[^?#.]*$/.test(link)));
  }
  expect(seen.size).toBeGreaterThan(25);
  expect(sideways).toEqual([]);
  await context.close();
});
