// What a page weighs and when something is first to be seen of it, by a phone that is slow on a net that is slow.
import type { Browser } from "playwright-core";

export type Paint = {
  readonly path: string;
  /** Milliseconds to the first text that is to be seen; the median of three times. */
  readonly firstPaint: number;
  /** Kilobytes over the net, by kind. */
  readonly kilobytes: Readonly<Record<string, number>>;
};

/** Slow 4G as Lighthouse has it: 150 ms there and back, 1.6 and 0.75 Mbit/s. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 * 0.9) / 8,
  uploadThroughput: (0.75e6 * 0.9) / 8,
};
const SLOWER_PROCESSOR = { rate: 4 };

export async function paintsOf(browser: Browser, origin: string, paths: readonly string[]): Promise<Paint[]> {
  const paints: Paint[] = [];
  for (const path of paths) {
    const times: Omit<Paint, "path">[] = [];
    for (let run = 0; run < 3; run++) times.push(await painted(browser, `${origin}${path}`));
    const [, middle] = times.toSorted((a, b) => a.firstPaint - b.firstPaint);
    paints.push({ path, ...middle! });
  }
  return paints;
}

/** In a browser that has been nowhere. */
async function painted(browser: Browser, address: string): Promise<Omit<Paint, "path">> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "sv-SE" });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", SLOW_4G);
    await session.send("Emulation.setCPUThrottlingRate", SLOWER_PROCESSOR);
    const kinds = new Map<string, string>();
    const bytes = new Map<string, number>();
    session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
      bytes.set(requestId, encodedDataLength),
    );
    await page.goto(address, { waitUntil: "load" });
    await page.evaluate("document.fonts.ready.then(() => true)");
    const firstPaint = await page.evaluate<number>(
      `performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? -1`,
    );
    const kilobytes: Record<string, number> = {};
    for (const [request, size] of bytes) {
      const kind = (kinds.get(request) ?? "Other").toLowerCase();
      kilobytes[kind] = Math.round(((kilobytes[kind] ?? 0) + size / 1000) * 10) / 10;
    }
    return { firstPaint: Math.round(firstPaint), kilobytes };
  } finally {
    await context.close();
  }
}
