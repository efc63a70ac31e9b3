// How it feels to brush a million events in the browser: frames a second, and how long our own code holds the page for each of them, without a graphics card. Decides nothing.
//   npx tsx bench/browser/brush.ts [--events 1000000] [--out FILE]     (needs the build: node scripts/build.mjs)
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { CDPSession, Page } from "playwright-core";
import { snapshotOf } from "../../src/picture/columns/snapshot.ts";
import { comeIn, openBrowser, serveBuilt } from "../../test/flows/served.ts";
import { madeEvents, municipalities, storeOf } from "../picture/events.ts";
import { machine } from "../picture/measure.ts";

const { values } = parseArgs({ options: { events: { type: "string", default: "1000000" }, out: { type: "string" } } });
const events = Number(values.events);
const places = municipalities(fileURLToPath(new URL("../../../shared/data", import.meta.url)));
/** Sixty times a second for eight seconds. */
const STEPS = 480;
const EVERY_MS = 1000 / 60;

/** As a browser does where there is no graphics card: it draws the page by itself, and only the map through a card that the processor plays. */
const WITHOUT_A_CARD = ["--disable-gpu-rasterization", "--disable-gpu-compositing"];

type Counted = { readonly frames: number; readonly maps: number };

/** As text: what this file is run by gives functions names that the page does not know. A map that is drawn wipes its canvas first. */
const COUNTING = `
  globalThis.counted = { frames: 0, maps: 0 };
  let wiped = false;
  const { clear } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.clear = function (...what) { wiped = true; return clear.apply(this, what); };
  requestAnimationFrame(function count() {
    counted.frames++;
    if (wiped) counted.maps++;
    wiped = false;
    requestAnimationFrame(count);
  });
`;

if (places === undefined)
  process.stdout.write("Skipped: the municipalities' outlines are not on this machine (../shared/data/geography).\n");
else {
  const folder = mkdtempSync(join(tmpdir(), "samsyn-brush-"));
  const file = join(folder, "events.samsyn");
  writeFileSync(file, snapshotOf(storeOf(madeEvents(events, places))));
  const served = await serveBuilt();
  const browser = await openBrowser(WITHOUT_A_CARD);
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

/** Holds the first handle and moves it to and fro as often as a hand's own instrument tells of itself, whether the page keeps up or not. */
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
  await page.evaluate(COUNTING);
  const before = await metricsOf(session);
  const begun = performance.now();
  const first = await page.evaluate<Counted>("counted");
  const underWay: Promise<unknown>[] = [];
  for (let step = 1; step <= STEPS; step++) {
    const part = Math.abs(((step / 60) % 2) - 1);
    const at = { type: "mouseMoved", button: "left", buttons: 1, x: x + 300 * (1 - part) + 5, y } as const;
    underWay.push(session.send("Input.dispatchMouseEvent", at));
    await setTimeout(Math.max(0, begun + step * EVERY_MS - performance.now()));
  }
  const last = await page.evaluate<Counted>("counted");
  const seconds = (performance.now() - begun) / 1000;
  const after = await metricsOf(session);
  await Promise.all(underWay);
  await page.mouse.up();
  const drawn = last.frames - first.frames;
  const spent = (name: string) => (((after[name] ?? 0) - (before[name] ?? 0)) * 1000) / drawn;
  return {
    seconds,
    /** Frames in which the page was drawn. */
    framesPerSecond: drawn / seconds,
    /** Frames in which the map was drawn anew, which it is for each answer. */
    mapsPerSecond: (last.maps - first.maps) / seconds,
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
