import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { scanSchema } from "../../picture/answers/schemas.ts";
import { WorkerGone } from "../../platform/server/worker-pool.ts";
import { sharedData } from "../../../test/shared-data.ts";
import { Cancelled, type Options } from "./options.ts";
import { onAllProcessors, scanFile, type ScanFlags, threadGone } from "./scan.ts";

const folder = mkdtempSync(join(tmpdir(), "samsyn-scan-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const quiet = { write: () => {}, isTerminal: false, now: () => 0 };

/** Forty quiet events at six places, and then nine at one of them on the last day. */
const EVENTS = [
  "lon,lat,dag,plats",
  ...Array.from(
    { length: 40 },
    (_, i) => `${16 + (i % 6) / 10},60,2024-01-${String(1 + (i % 28)).padStart(2, "0")},p${i % 6}`,
  ),
  ...Array.from({ length: 9 }, () => "16.2,60,2024-01-31,p2"),
].join("\n");
const PEOPLE = ["plats,folk,lon,lat", ...Array.from({ length: 6 }, (_, i) => `p${i},1000,${16 + i / 10},60`)].join(
  "\n",
);
writeFileSync(join(folder, "events.csv"), EVENTS);
writeFileSync(join(folder, "people.csv"), PEOPLE);

const flags: Options = {
  in: join(folder, "events.csv"),
  lon: "lon",
  lat: "lat",
  time: "dag",
  category: "plats",
  model: "permutation",
  type: "space-time",
  prospective: true,
  shape: "circle",
  radius: 2000,
  days: 7,
  replicates: 19,
  seed: 1,
  workers: 1,
};
const scanned = async (more: Options = {}, said: string[] = []) =>
  scanSchema.parse(
    JSON.parse(
      JSON.stringify(
        await scanFile(
          { ...flags, ...more } as ScanFlags,
          (flag) => flag in more,
          (sentence) => said.push(sentence),
          quiet,
        ),
      ),
    ),
  );

describe("a scan from the command line", () => {
  test.each([
    ["the events alone", {}, "scan-permutation-space-time-prospective"],
    ["people", { model: "poisson", population: join(folder, "people.csv") }, "scan-poisson-space-time-prospective"],
    [
      "people, time alone",
      { model: "poisson", type: "temporal", population: join(folder, "people.csv") },
      "scan-poisson-temporal-prospective",
    ],
    [
      "the days before",
      { model: "expectation", population: join(folder, "people.csv") },
      "scan-expectation-space-time-prospective",
    ],
  ])("beside %s finds the nine", async (_name, more, method) => {
    const answer = await scanned(more);
    expect(answer.method).toBe(method);
    expect(answer.clusters[0]).toMatchObject({ cases: 9, from: "2024-01-31", p: 0.05 });
  });

  test("beside others finds where a category is more than its share", async () => {
    const answer = await scanned({ model: "bernoulli", cases: "p2", type: "spatial" });
    expect(answer.clusters[0]).toMatchObject({ places: 1, cases: 16 });
  });

  test.each([
    ["no file", { in: undefined }, "Ange --in FIL.csv eller --prm"],
    ["permutation of places alone", { type: "spatial" }, "söker i rum och tid på en gång"],
    ["people that are not named", { model: "poisson" }, "behöver --population"],
    ["cases that are not named", { model: "bernoulli" }, "behöver --cases"],
    ["cases that are not there", { model: "bernoulli", cases: "nej" }, "Ingen händelse har kategorin «nej»"],
    [
      "connected areas without areas",
      { shape: "flexible", type: "spatial", model: "poisson", population: join(folder, "people.csv") },
      "--shape flexible söker bland områden",
    ],
    [
      "what is to be expected of the past",
      { model: "expectation", prospective: false },
      "håller de sista dagarna mot dem före",
    ],
  ])("with %s is refused by a sentence", async (_name, more, sentence) => {
    await expect(scanned(more)).rejects.toThrow(sentence);
  });

  test("of a population that cannot be reckoned with is refused by line and column", async () => {
    const people = join(folder, "wrong.csv");
    writeFileSync(people, PEOPLE.replace("p3,1000", "p3,många"));
    await expect(scanned({ model: "poisson", population: people })).rejects.toThrow(
      `${people}, rad 5, folk: «många» ska vara ett tal över noll`,
    );
    writeFileSync(people, PEOPLE.replace("p3,", "p2,"));
    await expect(scanned({ model: "poisson", population: people })).rejects.toThrow("rad 5: området «p2» står redan");
  });
});

const PRM = sharedData("reference/satscan-nyc/NYCSpaceTimePermutation.prm");

describe("SaTScan's own files", () => {
  test.skipIf(PRM === undefined)("give SaTScan's own answer, and tell what is asked for and not done", async () => {
    for (const name of ["NYCfever.cas", "NYCfever.geo"]) copyFileSync(join(PRM!, "..", name), join(folder, name));
    const text = readFileSync(PRM!, "utf8")
      .replace("CaseFile=NYCfever.cas", String.raw`CaseFile=C:\Users\någon\NYCfever.cas`)
      .replace("ScanAreas=1", "ScanAreas=3");
    const prm = join(folder, "a.prm");
    writeFileSync(prm, text);
    const said: string[] = [];
    const answer = await scanned({ in: undefined, prm, replicates: 9 }, said);
    expect(answer.clusters[0]!.statistic).toBeCloseTo(3.845418, 6);
    expect(answer.clusters[0]).toMatchObject({ cases: 4, from: "2001-11-22", to: "2001-11-24" });
    expect(answer.replicates).toBe(9);
    expect(said).toEqual([expect.stringContaining("ScanAreas=3 stöds inte här")]);
  });

  test("are looked for beside it and nowhere else, whatever it says", async () => {
    const within = join(folder, "within");
    mkdirSync(within);
    const outside = join(folder, "outside.cas");
    writeFileSync(outside, "hemligt");
    const prm = join(within, "c.prm");
    for (const elsewhere of ["../outside.cas", outside, String.raw`..\outside.cas`, "../within/../outside.cas"]) {
      writeFileSync(prm, `[Input]\nCaseFile=${elsewhere}\n`);
      await expect(scanned({ in: undefined, prm })).rejects.toThrow(`${join(within, "outside.cas")} finns inte`);
    }
  });

  test("that are none are refused by a sentence", async () => {
    const prm = join(folder, "b.prm");
    writeFileSync(prm, "hej");
    await expect(scanned({ in: undefined, prm })).rejects.toThrow("anger ingen CaseFile");
    writeFileSync(prm, "[Input]\nCaseFile=borta.cas\n");
    await expect(scanned({ in: undefined, prm })).rejects.toThrow("borta.cas finns inte");
  });
});

describe("a long scan", () => {
  test("that is cancelled says so, and a thread that ended is told of with what to do", async () => {
    const work = onAllProcessors(
      1,
      quiet,
      async (spread) => {
        process.emit("SIGINT");
        return spread({ kind: "flexible" } as never, 0, 10);
      },
      10,
    );
    await expect(work).rejects.toBeInstanceOf(Cancelled);
    const gone = onAllProcessors(
      1,
      quiet,
      () => Promise.reject(new WorkerGone("En beräkningstråd tog slut (kod 1).")),
      10,
    );
    await expect(gone).rejects.toThrow("Försök med färre: --workers 1");
    expect(threadGone(new WorkerGone("x")).message).not.toMatch(/undefined/);
    expect(process.listenerCount("SIGINT")).toBe(0);
  });
});
