import { access, constants, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import type { Settings } from "../platform/server/settings.ts";
import { openPrepared } from "./serve.ts";
import { sentenceOf } from "./sentences.ts";

export type Finding = { readonly what: string; readonly well: boolean; readonly sentence: string };

const OLDEST_NODE = [20, 19] as const;
const LEAST_FREE_MEGABYTES = 500;

/** Looks at everything an operator would have to look at, and says of each what it saw and what to do. Changes nothing but creates the data directory. */
export async function doctor(
  settings: Settings,
  statfs: (path: string) => Promise<{ bavail: number; bsize: number }>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const look = async (what: string, see: () => Promise<string>) => {
    try {
      findings.push({ what, well: true, sentence: await see() });
    } catch (error) {
      findings.push({ what, well: false, sentence: sentenceOf(error) });
    }
  };
  await look("node", async () => {
    const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
    if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
      throw new Error(`Node ${process.versions.node} är för gammal. Installera 24. / Node is too old. Install 24.`);
    return `Node ${process.versions.node}${major < 22 ? " (fungerar, men 24 rekommenderas i drift / works, but 24 is advised)" : ""}`;
  });
  await look("data-directory", async () => {
    await mkdir(settings.dataDirectory, { recursive: true });
    await access(settings.dataDirectory, constants.W_OK);
    return `Datamappen går att skriva i: ${settings.dataDirectory} / The data directory is writable.`;
  });
  await look("disk", async () => {
    const { bavail, bsize } = await statfs(settings.dataDirectory);
    const free = Math.floor((bavail * bsize) / 1024 / 1024);
    if (free < LEAST_FREE_MEGABYTES)
      throw new Error(`Bara ${free} MB ledigt. Frigör minst ${LEAST_FREE_MEGABYTES} MB. / Only ${free} MB free.`);
    return `${free} MB ledigt / free`;
  });
  await look("origin", async () => {
    const { protocol, hostname } = new URL(settings.origin);
    if (protocol !== "https:" && hostname !== "localhost")
      throw new Error(
        `SAMSYN_ORIGIN är ${settings.origin}: nycklar och säkra kakor kräver https. / passkeys and secure cookies need https.`,
      );
    return `Adressen är ${settings.origin}. / The address is ${settings.origin}.`;
  });
  await look("demo", async () =>
    settings.demo
      ? "Demon är på: vem som helst kan logga in som demons personer. Sätt SAMSYN_DEMO=0 i drift. / The demo is on."
      : "Demon är av. / The demo is off.",
  );
  await look("database", async () => {
    const database = await openPrepared(settings, () => {});
    try {
      return await database.transaction({ as: "system" }, async (tx) => {
        const counted = await sql<{ events: number; dead: number }>`select (select count(*) from event)::int as events,
          (select count(*) from job where dead_at is not null)::int as dead`.execute(tx);
        const { events = 0, dead = 0 } = counted.rows[0] ?? {};
        if (dead > 0)
          throw new Error(
            `${dead} jobb har gett upp. Se /drift och tryck Försök igen. / ${dead} jobs have died. See /drift.`,
          );
        return `Databasen (${database.engine}) svarar, ${events} händelser i loggen. / The database answers.`;
      });
    } finally {
      await database.close();
    }
  });
  await look("build", async () => {
    await access(join(import.meta.dirname, "assets.json"));
    return "Bygget är på plats. / The build is in place.";
  });
  return findings;
}
