// A process that reads a file in as the command line does, until it is killed; it says how many rows are there each time a batch is.
import { writeSync } from "node:fs";
import { makeHouse } from "../../src/main/assemble.ts";
import { importFile } from "../../src/main/import-file.ts";
import { openDatabase } from "../../src/platform/server/database/open.ts";
import { makeLog } from "../../src/platform/server/log.ts";
import { readSettings } from "../../src/platform/server/settings.ts";

const [dataDirectory = "", partnership = "", source = "", file = ""] = process.argv.slice(2);
const database = await openDatabase({ dataDirectory });
const settings = { ...readSettings({}), dataDirectory };
const house = makeHouse({ database, settings, log: makeLog("silent") });
const wish = { partnership, source, kind: "csv", file, batchSize: 2000 } as const;
const report = await importFile(house, wish, (read) => writeSync(1, `${read}\n`));
writeSync(1, `${JSON.stringify(report)}\n`);
await database.close();
