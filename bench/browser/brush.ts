// How it feels to brush a million events in the browser: frames a second, and how long our own code holds the page for each of them, without a graphics card. Decides nothing.
//   npx tsx bench/browser/brush.ts [--events 1000000] [--out FILE]     (needs the build: node scripts/build.mjs)
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { CDPSession, Page } from "playwright-core";
import { snapshotOf } from "../../src/picture/columns/snapshot.ts";
import { comeIn, openBrowser, serveBuilt } from "../../test/flows/served.ts";
import { madeEvents, municipalities, storeOf } from "../picture/events.ts";
import { machine } from "../picture/measure.ts";

const { values } = parseArgs({ options: { events: { type: "string", default: "1000000" }, out: { type: "string" } } });
const events = Number(values.events);
const places = municipalities(fileURLToPath(new URL("../../../shared/data", import.meta.url)));
const STEPS = 120;

if (places === undefined)
  process.stdout.write("Skipped: the municipalities' outlines are not on this machine (../shared/data/geography).\n");
else {
  const folder = mkdtempSync(join(tmpdir(), "samsyn-brush-"));
  const file = join(folder, "events.samsyn");
  writeFileSync(file, snapshotOf(storeOf(madeEvents(events, places))));
  const served = await serveBuilt();
  const browser = await openBrowser();
  try {
    const { page } = await comeIn(browser, served.origin, "Karin");
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${served.origin}/lagesbild/ockelbo/fil`);
    const begun = performance.now();
    await page.locator('input[type="file"]').setInputFiles(file);
    const handle = page.getByRole("slider", { name: "Från och med" });
    await handle.waitFor({ timeout: 120_000 });
    const opened = performance.now() - begun;
    await page.waitForTimeout(2000);
    const measured = { opened, ...(await brushed(page)) };
    const told = { machine: machine(), events, ...measured };
    process.stdout.write(`${JSON.stringify(told, undefined, 2)}\n`);
    if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(told, undefined, 2)}\n`);
  } finally {
    await browser.close();
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Holds the first handle and moves it to and fro, as fast as the page draws. */
async function brushed(page: Page) {
  const handle = page.getByRole("slider", { name: "Från och med" });
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (box === null) throw new Error("The handle is not to be seen");
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  // As text: what this file is run by gives functions names that the page does not know.
  await page.evaluate(
    "globalThis.counted = 0; requestAnimationFrame(function count() { counted++; requestAnimationFrame(count); })",
  );
  const before = await metricsOf(session);
  const begun = performance.now();
  const frames = () => page.evaluate<number>("counted");
  const first = await frames();
  for (let step = 1; step <= STEPS; step++) {
    const part = Math.abs(((step / 30) % 2) - 1);
    await page.mouse.move(x + 300 * (1 - part) + 5, y);
  }
  const last = await frames();
  const seconds = (performance.now() - begun) / 1000;
  const after = await metricsOf(session);
  await page.mouse.up();
  const drawn = last - first;
  const spent = (name: string) => (((after[name] ?? 0) - (before[name] ?? 0)) * 1000) / drawn;
  return {
    framesPerSecond: drawn / seconds,
    /** Milliseconds a frame on the page's own thread. */
    script: spent("ScriptDuration"),
    style: spent("RecalcStyleDuration"),
    layout: spent("LayoutDuration"),
    task: spent("TaskDuration"),
  };
}

async function metricsOf(session: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await session.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
