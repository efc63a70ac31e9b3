import { sql } from "kysely";
import type { Day, Instant } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import type { FollowDatabase } from "./tables.ts";

type Tx = Within<FollowDatabase>;

/** Numbers for the stage line, each of what this transaction's person may see. */
export async function countsOf(tx: Tx, partnershipId: string) {
  const count = async (table: "observation" | "source" | "problem" | "period_report") => {
    const row = await tx
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("partnership_id", "=", partnershipId)
      .executeTakeFirstOrThrow();
    return Number(row.n);
  };
  const chosen = await tx
    .selectFrom("problem")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("partnership_id", "=", partnershipId)
    .where("state", "=", "chosen")
    .executeTakeFirstOrThrow();
  return {
    observations: await count("observation"),
    sources: await count("source"),
    problems: await count("problem"),
    chosen: Number(chosen.n),
    reports: await count("period_report"),
  };
}

/** Whether anybody has told how it went with a promise: a follow-up of it is published. */
export async function isFollowedUp(tx: Tx, documentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("period_report")
    .select("id")
    .where("document_id", "=", documentId)
    .where("state", "=", "published")
    .executeTakeFirst();
  return row !== undefined;
}

/** How often somebody with a receipt said during a period that what is told as done is not, and how many of them wait for an answer; of those the caller may see. */
export async function disputesDuring(tx: Tx, partnershipId: string, from: Day, to: Day) {
  const rows = await tx
    .selectFrom("receipt_dispute")
    .select("reply")
    .where("partnership_id", "=", partnershipId)
    .where("verdict", "<>", "yes")
    .where("disputed_on", ">=", from)
    .where("disputed_on", "<=", to)
    .execute();
  return { inAll: rows.length, open: rows.filter(({ reply }) => reply === null).length };
}

/** When residents were last told something: a promise or a report published, a problem answered, or what was said of a road. */
export async function lastWordAt(tx: Tx, partnershipId: string): Promise<Instant | undefined> {
  const document = await tx
    .selectFrom("pledge_document")
    .select("published_at as at")
    .where("partnership_id", "=", partnershipId)
    .where("published_at", "is not", null)
    .orderBy("published_at", "desc")
    .executeTakeFirst();
  const report = await tx
    .selectFrom("period_report")
    .select("published_at as at")
    .where("partnership_id", "=", partnershipId)
    .where("published_at", "is not", null)
    .orderBy("published_at", "desc")
    .executeTakeFirst();
  const answer = await tx
    .selectFrom("problem")
    .select("closed_at as at")
    .where("partnership_id", "=", partnershipId)
    .where("closed_at", "is not", null)
    .orderBy("closed_at", "desc")
    .executeTakeFirst();
  const road = await tx
    .selectFrom("traffic_thread")
    .innerJoin("traffic_published", "traffic_published.thread_id", "traffic_thread.id")
    .select(
      // An answer is heard when its page can be read.
      sql<Instant>`greatest(answered_at, (published_on + time '12:00') at time zone 'Europe/Stockholm')`.as("at"),
    )
    .where("traffic_thread.partnership_id", "=", partnershipId)
    .where("answered_at", "is not", null)
    .orderBy("at", "desc")
    .executeTakeFirst();
  return [document?.at, report?.at, answer?.at, road?.at]
    .flatMap((at) => at ?? [])
    .toSorted()
    .at(-1);
}
