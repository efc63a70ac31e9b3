// Open data as it is fetched: by a script every night, by a script in a hurry, by another site's page, and by programs that others have written.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { getRequestListener } from "@hono/node-server";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { coarseIn } from "../../test/coarse.ts";
import { onBothEngines } from "../../test/databases.ts";
import { idInDemo, openTestHouse, type TestHouse } from "../../test/house.ts";
import { recordSkip } from "../../test/shared-data.ts";
import { routes, SHARED_WORDS } from "./assemble.ts";
import type { Instant } from "../ground/time.ts";
import { buildApp } from "../platform/server/http.ts";
import { makePages } from "../tell/pages.tsx";
import { refreshAll } from "../tell/reactions.ts";
import { allPublished } from "../tell/store.ts";
import type { TellDatabase } from "../tell/tables.ts";
import { DATASETS } from "../tell/open/datasets.ts";
import { formsOf } from "../tell/open/files.ts";

const run = promisify(execFile);
const GDAL = existsSync("/usr/bin/ogrinfo");
const OWSLIB = existsSync("/usr/lib/python3/dist-packages/owslib");
if (!GDAL) recordSkip("open data read with GDAL: gdal-bin is not on this machine");
if (!OWSLIB) recordSkip("open data read with OWSLib: python3-owslib is not on this machine");

onBothEngines("open data", (fresh) => {
  let house: TestHouse;
  let server: Server;
  let origin = "";
  beforeAll(async () => {
    const database = await fresh({ demo: true });
    house = await openTestHouse(database);
    server = createServer((request, response) => void listener(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { rpId } = house.house.settings;
    const app = buildApp(house.house, {
      routes,
      pages: makePages({
        database,
        assets: {},
        now: house.house.now,
        origin,
        rpId,
        demo: false,
        verifier: async () => "",
      }),
      sharedWords: SHARED_WORDS,
      staffWords: new Set(),
      staffHtml: async () => "",
      asset: async () => undefined,
      ready: async () => [],
      version: "test",
    });
    const listener = getRequestListener(app.fetch);
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await house.close();
  });
  const ask = async (path: string, init: RequestInit = {}) => fetch(`${origin}/oppna-data${path}`, init);
  const refresh = async (at: Instant) =>
    house.house.database.transaction<TellDatabase, void>({ as: "system" }, (tx) => refreshAll(tx, at));

  test("is a page for each dataset, in both languages, and every file it leads to is there", async () => {
    const catalogue = await (await ask("")).text();
    for (const dataset of DATASETS)
      for (const lang of ["sv", "en"] as const) {
        expect(catalogue).toContain(`href="/oppna-data/${dataset.name}"`);
        const page = await (await ask(`/${dataset.name}?lang=${lang}`)).text();
        expect(page).toContain(`<html lang="${lang}">`);
        for (const form of formsOf(dataset)) {
          expect(page).toContain(`href="/oppna-data/${dataset.name}.${form}"`);
          expect((await ask(`/${dataset.name}.${form}`, { method: "HEAD" })).status).toBe(200);
        }
      }
    for (const nowhere of [
      "/hemligt",
      "/hemligt.csv",
      "/loften.xlsx",
      "/svar.geojson",
      "/loften/finns-inte.csv",
      "/a/b/c",
    ])
      expect((await ask(nowhere)).status, nowhere).toBe(404);
  });

  test("tells of every number on every partnership's pages that is not told as it is", async () => {
    const { sites } = await house.house.database.transaction<TellDatabase, Awaited<ReturnType<typeof allPublished>>>(
      { as: "stranger" },
      (tx) => allPublished(tx),
    );
    // A report that is signed has its own figures: its body is what was signed.
    const coarse = sites.flatMap(({ reports, ...site }) =>
      coarseIn([site, reports.map(({ body: _signed, ...report }) => report)]),
    );
    const { rader } = (await (await ask("/dolt.json")).json()) as { rader: readonly { skal: string }[] };
    const numbers = rader.filter(({ skal }) => !/vilar på|i texten/.test(skal));
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers).toHaveLength(coarse.reduce((sum, one) => sum + one, 0));
  });

  test("costs a line the second night, also when the pages were made anew at midnight", async () => {
    const first = await ask("/allt.zip");
    const files = unzipSync(new Uint8Array(await first.arrayBuffer()));
    expect(Object.keys(files)).toHaveLength(1 + DATASETS.flatMap(formsOf).length);
    const [tag, modified] = [first.headers.get("etag")!, first.headers.get("last-modified")!];
    await refresh("2026-11-24T23:05:00.000Z" as Instant);
    for (const known of [{ "if-none-match": tag }, { "if-modified-since": modified }]) {
      const again = await ask("/allt.zip", { headers: known });
      expect(again.status).toBe(304);
      const head = [...again.headers].map(([name, value]) => `${name}: ${value}\r\n`).join("");
      expect(head.length + (await again.arrayBuffer()).byteLength).toBeLessThan(1000);
    }
  });

  test("is another file when something has been told, and the same again for one partnership it is not of", async () => {
    const [before, other] = [
      await ask("/vandringar.csv", { method: "HEAD" }),
      await ask("/vandringar/hofors.csv", { method: "HEAD" }),
    ];
    await house.house.database.transaction<TellDatabase, void>({ as: "system" }, async (tx) => {
      const title = "Något helt annat";
      await tx.updateTable("walk").set({ title }).where("slug", "=", "jadraas-2021").execute();
    });
    await refresh("2026-11-25T10:00:00.000Z" as Instant);
    const now = await ask("/vandringar.csv");
    expect(await now.text()).toContain("Något helt annat");
    expect(now.headers.get("etag")).not.toBe(before.headers.get("etag"));
    expect((await ask("/vandringar/hofors.csv", { method: "HEAD" })).headers.get("etag")).toBe(
      other.headers.get("etag"),
    );
  });

  test("is read by any site's page, and nothing else is", async () => {
    const answer = await ask("/dcat");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("content-type")).toBe("application/rdf+xml; charset=utf-8");
    const asked = await ask("/loften.json", { method: "OPTIONS", headers: { origin: "https://annan.example" } });
    expect([asked.status, asked.headers.get("access-control-allow-headers")]).toEqual([
      204,
      "If-None-Match, If-Modified-Since",
    ]);
    expect((await fetch(`${origin}/ockelbo`)).headers.get("access-control-allow-origin")).toBeNull();
    expect((await fetch(`${origin}/ockelbo`, { method: "OPTIONS" })).status).toBe(404);
  });

  test.each([
    ["text/turtle", "text/turtle"],
    ["application/ld+json;q=0.9, text/turtle;q=0.5", "application/ld+json"],
    ["text/html, */*;q=0.1", "application/rdf+xml"],
  ])("is a catalogue in the form that is liked best: %s", async (accept, type) => {
    const answer = await ask("/dcat", { headers: { accept } });
    expect(answer.headers.get("content-type")).toBe(`${type}; charset=utf-8`);
    expect(answer.headers.get("vary")?.toLowerCase()).toContain("accept");
  });

  test("says how often it may be fetched to whoever is faster, and where all of it is", async () => {
    const answers = [];
    for (let times = 0; times < 12; times++) answers.push(await ask("/loften.csv"));
    const last = answers.at(-1)!;
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await last.json()).toMatchObject({
      why: "fetched-too-often",
      detail: `Hämta högst 10 gånger i minuten, eller ladda ner allt på en gång här (${origin}/oppna-data/allt.zip).`,
    });
    // What has not changed is not counted, and all of it at once is counted by itself.
    const tag = answers[0]!.headers.get("etag") ?? "";
    expect((await ask("/loften.csv", { headers: { "if-none-match": tag } })).status).toBe(304);
    expect((await ask("/allt.zip")).status).toBe(200);
    expect((await ask("/api/collections/loften/items")).status).toBe(200);
  });

  test("tells where a point of a walk is to fifty metres, and never where its stop was", async () => {
    const stops = await house.house.database.transaction<TellDatabase, { lon: number | null; lat: number | null }[]>(
      { as: "system" },
      (tx) =>
        tx
          .selectFrom("walk_stop")
          .select(["lon", "lat"])
          .where("walk_id", "=", idInDemo("walk jadraas-2021"))
          .execute(),
    );
    const exact = stops.map(({ lon, lat }) => `${lon},${lat}`);
    const { features } = (await (
      await ask("/api/collections/vandringar/items?limit=1000&vandring=jadraas-2021")
    ).json()) as {
      features: { geometry: { coordinates: [number, number] } | null }[];
    };
    const told = features.flatMap(({ geometry }) => (geometry === null ? [] : [geometry.coordinates.join(",")]));
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((one) => exact.includes(one))).toEqual([]);
  });

  test.skipIf(!GDAL)("is read by GDAL, whole and within a box", async () => {
    const api = `OAPIF:${origin}/oppna-data/api`;
    const { stdout: layers } = await run("ogrinfo", ["-ro", api]);
    for (const { name } of DATASETS) expect(layers).toContain(`: ${name} (`);
    const { stdout: all } = await run("ogrinfo", ["-ro", "-so", api, "vandringar"]);
    expect(all).toMatch(/Geometry: Point[^]*Feature Count: \d\d[^]*datum: Date/);
    const box = ["-spat", "16.7", "60.8", "16.8", "61.0"];
    const { stdout: within } = await run("ogr2ogr", ["-f", "CSV", "/vsistdout/", api, "vandringar", ...box]);
    const query = "limit=1000&bbox=16.7,60.8,16.8,61.0";
    const own = (await (await ask(`/api/collections/vandringar/items?${query}`)).json()) as { numberMatched: number };
    expect(own.numberMatched).toBeGreaterThan(10);
    expect(within.trim().split("\n")).toHaveLength(own.numberMatched + 1);
  });

  test.skipIf(!OWSLIB)("is read by OWSLib, page by page", async () => {
    const script = `
import json, sys
from owslib.ogcapi.features import Features
api = Features(sys.argv[1])
page = api.collection_items("vandringar", limit=5, offset=5, datetime="2021-01-01/..")
one = api.collection_item("vandringar", page["features"][0]["id"])
print(json.dumps([api.feature_collections(), page["numberReturned"], one["id"] == page["features"][0]["id"], api.api()["openapi"]]))`;
    const { stdout } = await run("/usr/bin/python3", ["-c", script, `${origin}/oppna-data/api`]);
    expect(JSON.parse(stdout)).toEqual([DATASETS.map(({ name }) => name), 5, true, "3.0.3"]);
  });
});
