// A process that writes until it is killed: an entry in the log and a job, one transaction each, and says each id once it is acknowledged.
import { randomBytes } from "node:crypto";
import { writeSync } from "node:fs";
import { sql } from "kysely";
import { uuidv7 } from "../../src/ground/id.ts";
import { openDatabase } from "../../src/platform/server/database/open.ts";
import type { AnyTransaction } from "../../src/platform/server/house.ts";
import { enqueue } from "../../src/platform/server/jobs/jobs.ts";
import type { Instant } from "../../src/ground/time.ts";

const [dataDirectory] = process.argv.slice(2);
const database = await openDatabase({ dataDirectory });
for (;;) {
  const id = uuidv7(Date.now(), randomBytes(10));
  const at = new Date().toISOString() as Instant;
  await database.transaction({ as: "system" }, async (tx) => {
    await sql`select note_event('platform'::text, ${id}::uuid, null::uuid, ${at}::timestamptz, 'thing.written', null::uuid, null::uuid, null::text, ${id}::uuid, '{}'::text)`.execute(
      tx,
    );
    await enqueue(tx as AnyTransaction, { id, name: "nothing", body: { text: "å".repeat(500) }, runAt: at });
  });
  // Straight to the descriptor: what the parent has read was acknowledged, whatever happens next.
  writeSync(1, `${id}\n`);
}
