import { access, constants, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { hexOf } from "../ground/bytes.ts";
import type { LogHead } from "../pledge/store-log.ts";
import type { PledgeDatabase } from "../pledge/tables.ts";
import { brokenAt, type EventRow } from "../platform/server/database/chain.ts";
import type { Database } from "../platform/server/database/database.ts";
import type { AnyTransaction } from "../platform/server/house.ts";
import { smtpMailer } from "../platform/server/mail/smtp.ts";
import { sha256Hex } from "../platform/server/secrets.ts";
import type { Settings } from "../platform/server/settings.ts";
import { wholePledgeLog } from "./pledge-log.ts";
import { openPrepared } from "./serve.ts";
import { Refused, sentenceOf } from "./sentences.ts";

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
      throw new Refused(`Node ${process.versions.node} är för gammal. Installera 24. / Node is too old. Install 24.`);
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
      throw new Refused(`Bara ${free} MB ledigt. Frigör minst ${LEAST_FREE_MEGABYTES} MB. / Only ${free} MB free.`);
    return `${free} MB ledigt / free`;
  });
  await look("origin", async () => {
    const { protocol, hostname } = new URL(settings.origin);
    if (protocol !== "https:" && hostname !== "localhost")
      throw new Refused(
        `SAMSYN_ORIGIN är ${settings.origin}: nycklar och säkra kakor kräver https. / passkeys and secure cookies need https.`,
      );
    return `Adressen är ${settings.origin}. / The address is ${settings.origin}.`;
  });
  await look("demo", async () =>
    settings.demo
      ? "Demon är på: vem som helst kan logga in som demons personer. Sätt SAMSYN_DEMO=0 i drift. / The demo is on."
      : "Demon är av. / The demo is off.",
  );
  await look("mail", async () => {
    if (settings.mail === undefined)
      return "Ingen e-postserver är inställd: brev syns i Samsyn och skickas inte (SAMSYN_SMTP_URL). / No mail server is set: letters are seen in Samsyn and are not sent.";
    await smtpMailer(settings.mail, settings.rpId)
      .verify()
      .catch((error: unknown) => {
        throw new Refused(
          `E-postservern tar inte emot brev (${error instanceof Error ? error.message : String(error)}). Se över SAMSYN_SMTP_URL; breven ligger kvar och skickas när den svarar. / The mail server takes no letters; they wait until it does.`,
        );
      });
    return `E-postservern svarar, och brev går från ${settings.mail.from}. / The mail server answers.`;
  });
  const database = await openPrepared(settings, () => {}, { asGuest: true }).catch((error: unknown) => {
    findings.push({ what: "database", well: false, sentence: sentenceOf(error) });
  });
  if (database)
    try {
      await look("database", () => lookAtJobs(database));
      await look("log", () => lookAtLog(database));
      await look("pledge-log", () => lookAtPledgeLog(database));
    } finally {
      await database.close();
    }
  await look("build", async () => {
    await access(join(import.meta.dirname, "assets.json"));
    return "Bygget är på plats. / The build is in place.";
  });
  return findings;
}

async function lookAtJobs(database: Database): Promise<string> {
  const { rows } = await database.transaction({ as: "system" }, (tx) =>
    sql<{ dead: number }>`select count(*)::int as dead from job where dead_at is not null`.execute(tx),
  );
  const dead = rows[0]?.dead ?? 0;
  if (dead > 0)
    throw new Refused(
      `${dead} jobb har gett upp. Se /drift och tryck Försök igen. / ${dead} jobs have died. See /drift.`,
    );
  return `Databasen (${database.engine}) svarar. / The database answers.`;
}

/** Recomputes every chain from its first entry. The mark is the same as long as the heads are: that is how a restored copy is compared with what is in use. */
async function lookAtLog(database: Database): Promise<string> {
  return database.asOwner(async (given) => {
    const tx = given as AnyTransaction;
    const { rows: heads } = await sql<{
      chain: string;
      head: string;
    }>`select chain, seq || ':' || encode(hash, 'hex') as head from event_head order by chain collate "C"`.execute(tx);
    let events = 0;
    for (const { chain, head } of heads) {
      const { rows } = await sql<EventRow>`select * from event where chain = ${chain} order by seq`.execute(tx);
      const last = rows.at(-1);
      const ends = last === undefined ? "0:" : `${last.seq}:${Buffer.from(last.hash).toString("hex")}`;
      const broken = brokenAt(rows) ?? (ends === head ? undefined : rows.length);
      if (broken !== undefined)
        throw new Refused(
          `Loggen är bruten vid händelse ${broken} i ${chain}: något är ändrat utanför Samsyn. Återställ en tidigare kopia bredvid (samsyn restore --into) och jämför. / The log is broken at entry ${broken} of ${chain}: something was changed outside Samsyn. Restore an earlier copy beside and compare.`,
        );
      events += rows.length;
    }
    const mark = sha256Hex(JSON.stringify(heads)).slice(0, 12);
    return `Kedjan är hel: ${events} händelser, topp ${mark}. / The chain is whole: ${events} entries, head ${mark}.`;
  });
}

async function lookAtPledgeLog(database: Database): Promise<string> {
  const { size, root } = await database.transaction<PledgeDatabase, LogHead>({ as: "system" }, wholePledgeLog);
  return `Löfteslogen är hel: ${size} poster, rot ${hexOf(root).slice(0, 12)}. / The promises' log is whole: ${size} entries, root ${hexOf(root).slice(0, 12)}.`;
}
