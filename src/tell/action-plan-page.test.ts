import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { openTestHouse } from "../../test/house.ts";
import * as plans from "../follow/actionplans/api.ts";
import type { Lang } from "../ground/words.ts";
import { makePages } from "./pages.tsx";

onBothEngines("an action plan to strangers", (fresh) => {
  test("is there once it is decided and the municipality says so, as page, PDF and DOCX, until it is taken back", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const { settings, now } = house.house;
    const { origin, rpId } = settings;
    const means = { database, assets: {}, now, origin, rpId, demo: false, verifier: async () => "" };
    const page = async (path: string, lang: Lang = "sv") => {
      await house.settle();
      return makePages(means)({ path, query: new URLSearchParams(), lang });
    };
    const karin = await house.as("Karin");
    const { id: planId } = (await karin.call(plans.beginActionPlan, { partnership: "ockelbo" })).value;
    const on = { partnership: "ockelbo", planId };
    const measure = {
      chapter: "youth",
      why: "Tomt på kvällen",
      office: "förebyggarenheten",
      followUp: "I loggen",
    } as const;
    await karin.call(plans.writeMeasure, { ...on, ...measure, version: 0, what: "Fler vuxna ute" });
    const { contentHash, measures } = (await karin.call(plans.openActionPlan, on)).value;
    const decision = {
      decidedOn: "2026-06-15",
      body: "kommunfullmäktige",
      section: "54",
      registryNumber: "KS 2026/91",
    };
    await karin.call(plans.decideActionPlan, { ...on, ...decision, contentHash });
    const address = "/ockelbo/atgardsplan/2026";
    expect((await page(address)).status).toBe(404);
    await karin.call(plans.tellActionPlan, on);
    expect((await page(address)).html).toContain("Planen är inte uppföljd än.");
    await karin.call(plans.followUpActionPlan, {
      ...on,
      followedOn: "2026-11-18",
      reason: "",
      measures: measures.map(({ id }) => ({
        measureId: id,
        status: "under-way" as const,
        sentence: "Fler kvällar till våren",
      })),
    });
    const { html } = await page(address);
    for (const said of ["Fler vuxna ute", "§ 54", "Uppföljning 18 november 2026", "Fler kvällar till våren"])
      expect(html).toContain(said);
    // The checksum is of the situation report's too, and that is not told here.
    expect(html).not.toContain("SHA-256");
    expect(html).not.toContain("<script");
    expect((await page("/ockelbo")).html).toContain(address);
    expect((await page(address, "en")).html).toContain("Action plan 2026");
    const paper = await page(`${address}.pdf`);
    expect(paper.file).toEqual({ contentType: "application/pdf", name: "atgardsplan-ockelbo-2026.pdf" });
    expect(new TextDecoder("latin1").decode(paper.bytes?.slice(0, 5))).toBe("%PDF-");
    const docx = unzipSync((await page(`${address}.docx`)).bytes!);
    expect(new TextDecoder().decode(docx["word/document.xml"])).toContain("Fler vuxna ute");
    await karin.call(plans.takeBackActionPlan, on);
    for (const path of [address, `${address}.pdf`, `${address}.docx`]) expect((await page(path)).status).toBe(404);
  });
});
