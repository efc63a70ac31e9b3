// How long a stranger waits for the overview of ten thousand promises, on the embedded database. Run:
//   npx tsx bench/pledge/overview.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allMunicipalities } from "../../src/ground/municipalities.ts";
import type { Day, Instant } from "../../src/ground/time.ts";
import { migrate } from "../../src/platform/server/database/migrate.ts";
import { openDatabase } from "../../src/platform/server/database/open.ts";
import { newId } from "../../src/platform/server/secrets.ts";
import { readSaidDay } from "../../src/pledge/document.ts";
import { discloseEntry } from "../../src/tell/disclosure.ts";
import { entryOf, readOverviewWish } from "../../src/tell/overview.ts";
import { addCollection, findPromises, keepEntries, overviewChoices } from "../../src/tell/store-overview.ts";
import type { TellDatabase } from "../../src/tell/tables.ts";
import { ROWS } from "../../test/pledge-rows-data.ts";
import { convertRow } from "../../test/pledge-rows.ts";
import { machine, timed } from "../picture/measure.ts";
import { keep } from "./keep.ts";

const GOAL_MS = 100;
const DOCUMENTS = 10_000;
const TODAY = "2026-11-24" as Day;
const QUERIES = [
  "",
  "sida=300",
  "sok=trafikkontroller",
  "sok=trygg",
  "tema=trafik",
  "omrade=21",
  "dag=2023-06-15",
  "tal=ja",
  "utgangna=ja",
  "sok=trygg&omrade=12&tal=ja&dag=2023-06-15",
];

const { processor, cores, memoryGiB, node } = machine();
console.log(
  `${processor}, ${cores} cores, ${memoryGiB} GiB, Node ${node}; ${DOCUMENTS} documents, embedded database\n`,
);

// The real promises' words, each in one municipality after the other, for one period after the other.
const real = ROWS.map(convertRow);
const places = allMunicipalities();
const entries = Array.from({ length: DOCUMENTS }, (_, at) => {
  const year = 2004 + 2 * (Math.floor(at / places.length) % 15);
  const content = {
    ...real[at % real.length]!,
    area: [places[at % places.length]!],
    period: { from: readSaidDay(String(year), false), to: readSaidDay(String(year + 1), true) },
  };
  return discloseEntry(entryOf(content, { address: null, withdrawn: false, example: false }));
});

const folder = await mkdtemp(join(tmpdir(), "samsyn-overview-"));
const database = await openDatabase({ dataDirectory: join(folder, "pglite"), statementTimeoutMs: 600_000 });
await migrate(database, new URL("../../migrations", import.meta.url));
try {
  await database.transaction<TellDatabase, void>({ as: "system" }, async (tx) => {
    const id = newId(Date.now());
    await addCollection(tx, {
      id,
      name: "Prov",
      source: "prov",
      retrievedOn: TODAY,
      fileHash: "0".repeat(64),
      addedAt: "2026-11-24T09:00:00.000Z" as Instant,
    });
    await keepEntries(tx, { collectionId: id }, entries);
  });
  await database.vacuum();
  const results: { asked: string; found: number; median: number; goal: number }[] = [];
  console.log("| asked | found | answered in | goal |\n| --- | ---: | ---: | ---: |");
  for (const query of QUERIES) {
    const wish = readOverviewWish(new URLSearchParams(query));
    const ask = () =>
      database.transaction<TellDatabase, number>({ as: "stranger" }, async (tx) => {
        const { total } = await findPromises(tx, wish, TODAY);
        await overviewChoices(tx);
        return total;
      });
    const total = await ask();
    const { median } = await timed(ask, 15);
    console.log(`| ${query || "everything"} | ${total} | ${median.toFixed(1)} ms | ${GOAL_MS} ms |`);
    results.push({ asked: query || "everything", found: total, median, goal: GOAL_MS });
  }
  keep("overview", results);
} finally {
  await database.close();
  await rm(folder, { recursive: true, force: true });
}
