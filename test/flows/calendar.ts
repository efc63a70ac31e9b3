// Days that go by while no server runs: what a walk cannot wait for is moved in the database it left behind.
import { sql } from "kysely";
import { openDatabase } from "../../src/platform/server/database/open.ts";

/** Every consultation began a week earlier, and its last day was yesterday. */
export async function endConsultations(dataDirectory: string): Promise<void> {
  const database = await openDatabase({ dataDirectory });
  await database.asOwner((tx) =>
    sql`alter table consultation disable row level security`
      .execute(tx)
      .then(() => sql`update consultation set from_day = from_day - 7, to_day = from_day - 1`.execute(tx))
      .then(() => sql`alter table consultation enable row level security`.execute(tx)),
  );
  await database.close();
}
