// A dialogue at the desk: its last day is moved, a drawn sample stands beside those who chose to answer, and a later year beside an earlier one.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOn, fillIn, press } from "../resident.ts";
import { axeFinds, problemsOf } from "./looked.ts";
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

const wording = (sv: string) => ({ sv });
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const again = {
  again: "amot",
  address: "amot-igen",
  words: { title: wording("Åmot igen"), canInfluence: wording("Ljuset"), cannotInfluence: wording("Lagarna") },
  ladderLevel: "consultation",
  targetGroup: "Alla i Åmot",
  sampleType: "random",
  methods: ["form", "door"],
  villages: ["Åmot", "Jädraås"],
  from: day(-1),
  to: day(20),
  items: [
    {
      kind: "scale",
      words: wording("Hur trygg känner du dig ute när det är mörkt?"),
      options: [
        "Mycket trygg",
        "Ganska trygg",
        "Varken eller",
        "Ganska otrygg",
        "Mycket otrygg",
        "Går inte ut när det är mörkt",
      ].map(wording),
    },
    {
      kind: "several",
      words: wording("Vad gör dig mest otrygg?"),
      options: ["Mörkt", "Trafiken", "Ödsligt", "Folk som samlas", "Annat"].map(wording),
    },
  ],
};

test(
  "Karin sees two years side by side, methods apart, and gives the dialogue a new last day",
  { timeout: 600_000 },
  async () => {
    const { page, context } = await comeIn(browser, served.origin, "Karin");
    const send = (path: string, body: unknown) =>
      page.evaluate(
        async ([address, json]) => {
          const headers = { "content-type": "application/json" };
          return (await fetch(address!, { method: "POST", headers, body: json! })).status;
        },
        [`/api/collect/ockelbo/${path}`, JSON.stringify(body)],
      );
    expect(await send("campaigns", again)).toBe(200);
    expect(await send("campaigns/amot-igen/opening", {})).toBe(200);
    const ask = (path: string, init: RequestInit = {}) => fetch(served.origin + path, init);
    const door = await page.evaluate(async () => {
      const followed = await (await fetch("/api/collect/ockelbo/campaigns/amot-igen")).json();
      const { links } = followed as { links: { method: string; address: string }[] };
      return new URL(links.find(({ method }) => method === "door")!.address).search;
    });
    await Promise.all(
      ["", door].map(async (via) => {
        const address = `/svara/amot-igen${via}`;
        const last = await fillIn(ask, address, { "hur-trygg": "mycket-trygg", "vad-gor-dig-otrygg": ["morkt"] });
        // Nobody fills in a form quicker than this.
        await expect
          .poll(async () => codeOn(await press(ask, address, last, [], "send")), { timeout: 60_000, interval: 1000 })
          .toBeDefined();
      }),
    );
    await page.goto(`${served.origin}/lyssna/ockelbo/kampanj-amot-igen`);
    // Nothing is written in them: nobody needs to read them first.
    await page.getByText("Inget väntar på att läsas").waitFor();
    await page.getByRole("heading", { name: "Bredvid tidigare år" }).waitFor();
    await page.getByText(/^Här bryts serien/).waitFor();
    await expect.poll(() => page.getByText("Självvalda, i formuläret").count()).toBeGreaterThan(1);
    await page.getByRole("link", { name: /ort=jadraas/ }).waitFor();
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await axeFinds(page)).toEqual([]);
      expect(await problemsOf(page)).toEqual([]);
    }
    await page.locator("summary", { hasText: "Förläng" }).click();
    await page.getByLabel("Ny sista dag").fill(day(-1));
    await page.getByRole("button", { name: "Förläng" }).press("Enter");
    await page.getByText("Sista dagen har redan varit. Välj i dag eller en dag som kommer.").waitFor();
    await page.getByLabel("Ny sista dag").fill(day(40));
    await page.getByRole("button", { name: "Förläng" }).press("Enter");
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const answer = await fetch("/api/collect/ockelbo/campaigns/amot-igen");
          return ((await answer.json()) as { campaign: { to: string } }).campaign.to;
        }),
      )
      .toBe(day(40));
    await context.close();
  },
);
