// How fast the public site is, as a stranger meets it: the built server on the embedded database with the demo in it, over the network of this machine. Run:
//   npm install --prefix bench && node scripts/build.mjs && npx tsx bench/public/run.ts [--seconds 10] [--keep]
// The calls are made on the same machine, so that what makes them takes of what answers them. Decides nothing.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { brotliCompressSync, constants } from "node:zlib";
import { parseArgs } from "node:util";
import { openBrowser, serveFrom } from "../../test/flows/served.ts";
import { machine } from "../picture/measure.ts";
import { load } from "./load.ts";
import { paintsOf } from "./paint.ts";

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "10" }, keep: { type: "boolean", default: false } },
});
const seconds = Number(values.seconds);
const PARTNERSHIP = "ockelbo";
const SHOWN = ["", "/medborgarlofte", "/du-sa", "/rapport", "/kalender", "/folj", "/om"].map(
  (path) => `/${PARTNERSHIP}${path}`,
);
const ROWS_IN_A_FILE = 200_000;
const MAPPING = {
  time: { kind: "month", column: "month", format: "yyyy-MM" },
  place: { kind: "position", lon: "lon", lat: "lat", name: "lsoa_code" },
  category: { column: "crime_type", values: { "anti-social behaviour": "disorder.other" } },
};
const GOALS = { kept: 2000, made: 300, almostAll: 50, paint: 1000, kilobytes: 60 };

const folder = mkdtempSync(join(tmpdir(), "samsyn-public-"));
const served = await serveFrom(folder, { SAMSYN_TRUSTED_PROXIES: "1", SAMSYN_LOG: "warn" });
try {
  const { origin } = served;
  const { processor, cores, memoryGiB, node } = machine();
  const before = Number(loadavg()[0]!.toFixed(1));
  console.log(`${processor}, ${cores} cores, ${memoryGiB} GiB, Node ${node}; load before ${before}\n`);
  const paths = await pagesOf(origin);
  const asked = { origin, paths, seconds, connections: 20 };

  await load({ ...asked, seconds: 2 });
  const kept = await load(asked);
  await load({ ...asked, seconds: 2, eachNew: true });
  const made = await load({ ...asked, connections: 8, eachNew: true });

  const importing = await importUntilStopped(origin);
  const keptMeanwhile = await load({ ...asked, rate: GOALS.kept / 2 });
  const madeMeanwhile = await load({ ...asked, rate: GOALS.made / 2, eachNew: true });
  const imported = await importing.stop();

  console.log(JSON.stringify({ kept, made, keptMeanwhile, madeMeanwhile, imported }));

  const browser = await openBrowser();
  const paints = await paintsOf(browser, origin, [...SHOWN, ...(await longest(origin, paths))]);
  await browser.close();

  const told = { pages: paths.length, seconds, kept, made, keptMeanwhile, madeMeanwhile, imported, paints };
  console.log(JSON.stringify(told, undefined, 2));
  if (values.keep)
    writeFileSync(
      new URL("../results/public.json", import.meta.url),
      `${JSON.stringify({ machine: machine(), load: before, goals: GOALS, results: told }, undefined, 2)}\n`,
    );
} finally {
  await served.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Every page of the partnership that links lead to from its first, in Swedish. */
async function pagesOf(origin: string): Promise<string[]> {
  const found = new Set([`/${PARTNERSHIP}`]);
  for (const path of found) {
    const answer = await fetch(`${origin}${path}`);
    if (!(answer.headers.get("content-type") ?? "").startsWith("text/html")) found.delete(path);
    else
      for (const [, href = ""] of (await answer.text()).matchAll(/<a [^>]*?href="([^"?#]+)["?#]/g))
        if (href.startsWith(`/${PARTNERSHIP}/`) && !/[.]\w+$/.test(href) && !href.includes("/synpunkt/"))
          found.add(href);
  }
  return [...found].toSorted();
}

/** The page that weighs most of them. */
async function longest(origin: string, paths: readonly string[]): Promise<string[]> {
  const weighed = await Promise.all(
    paths.map(async (path) => {
      const html = Buffer.from(await (await fetch(`${origin}${path}`)).arrayBuffer());
      return { path, bytes: brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length };
    }),
  );
  const [heaviest] = weighed.toSorted((a, b) => b.bytes - a.bytes);
  return heaviest === undefined || SHOWN.includes(heaviest.path) ? [] : [heaviest.path];
}

/** Somebody of the staff reads files in, one after the other, as long as it goes on. */
async function importUntilStopped(origin: string) {
  const { people } = (await (await fetch(`${origin}/api/partnership/demo-people`)).json()) as {
    people: readonly { id: string; name: string }[];
  };
  const karin = people.find(({ name }) => name.startsWith("Karin"))!;
  const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
    fetch(`${origin}${path}`, { method: "POST", body, headers: { origin, ...headers } });
  const entered = await post("/api/partnership/log-in/demo", JSON.stringify({ personId: karin.id }), {
    "content-type": "application/json",
  });
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  // As a large file is handed in by the browser: taken in, then read in the background, a transaction a piece.
  const begin = async (part: number) => {
    const held = await post(
      `/api/collect/${PARTNERSHIP}/import-files?fileName=fil-${part}.csv`,
      new TextEncoder().encode(fileOf(part)),
      { "content-type": "text/csv", cookie },
    );
    const { id } = (await held.json()) as { id: string };
    const wish = { kind: "csv", area: "country", mapping: MAPPING, sourceName: "Prov" };
    const begun = await post(`/api/collect/${PARTNERSHIP}/import-files/${id}/read`, JSON.stringify(wish), {
      "content-type": "application/json",
      cookie,
    });
    if (!begun.ok) throw new Error(`The file was refused: ${await begun.text()}`);
    return id;
  };
  const state = async (id: string) => {
    const answer = await fetch(`${origin}/api/collect/${PARTNERSHIP}/import-files/${id}`, { headers: { cookie } });
    return (await answer.json()) as { state: string; done: number };
  };
  let [stopped, read, part] = [false, 0, 0];
  const working = (async () => {
    while (!stopped) {
      const id = await begin(part++);
      let now = await state(id);
      while (!stopped && now.state !== "read") {
        await setTimeout(200);
        now = await state(id);
      }
      read += now.state === "read" ? ROWS_IN_A_FILE : now.done;
    }
  })();
  return {
    async stop() {
      stopped = true;
      await working;
      return { rows: read, files: part };
    },
  };
}

/** A file of made events in and around Ockelbo, other ones each time. */
function fileOf(part: number): string {
  const rows = Array.from({ length: ROWS_IN_A_FILE }, (_, at) => {
    const number = part * ROWS_IN_A_FILE + at;
    const [lon, lat] = [16.6 + (number % 997) / 10_000, 60.85 + (number % 983) / 10_000];
    return `2026-0${1 + (number % 9)},${lon.toFixed(4)},${lat.toFixed(4)},plats ${number},anti-social behaviour`;
  });
  return `month,lon,lat,lsoa_code,crime_type\n${rows.join("\n")}\n`;
}
