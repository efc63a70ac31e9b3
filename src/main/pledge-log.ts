import { sql } from "kysely";
import type { AnyTransaction } from "../platform/server/house.ts";
import { checkLog, type LogFault, type LogHead } from "../pledge/store-log.ts";
import { Refused } from "./sentences.ts";

/** @throws Refused saying at which entry the promises' log is not what it should be. */
export async function wholePledgeLog(tx: Parameters<typeof checkLog>[0]): Promise<LogHead> {
  const found = await checkLog(tx);
  const fault = "fault" in found ? found.fault : await unlikeReport(tx, found.size);
  if (fault === undefined) return found as LogHead;
  const { index, what } = fault;
  throw new Refused(
    `Löfteslogen är bruten vid post ${index}: ${FAULTS[what].sv}. Något är ändrat utanför Samsyn. Återställ en tidigare kopia bredvid (samsyn restore --into) och jämför. / The promises' log is broken at entry ${index}: ${FAULTS[what].en}. Something was changed outside Samsyn. Restore an earlier copy beside and compare.`,
  );
}

/** The follow-ups are a later stage's: the log of the promises does not know them, whoever looks at the whole house does. */
async function unlikeReport(tx: Parameters<typeof checkLog>[0], size: number): Promise<LogFault | undefined> {
  const { rows } = await sql<{ index: number | null }>`
    select e.index from period_report r left join pledge_log_entry e on e.kind = 'report-published' and e.subject_id = r.id
    where r.state = 'published' and (e.index is null or e.leaf::jsonb ->> 'hash' is distinct from r.content_hash)
    union all
    select e.index from report_signature s left join pledge_log_entry e on e.kind = 'report-signed' and e.subject_id = s.id
    where e.index is null or e.leaf::jsonb ->> 'hash' is distinct from s.content_hash
    order by 1 limit 1`.execute(tx as AnyTransaction);
  if (rows[0] === undefined) return undefined;
  return rows[0].index === null
    ? { index: size, what: "not-logged" }
    : { index: rows[0].index, what: "says-otherwise" };
}

const FAULTS: Readonly<Record<LogFault["what"], { sv: string; en: string }>> = {
  "entry-gone": { sv: "posten är borta", en: "the entry is gone" },
  "entry-changed": { sv: "posten är ändrad", en: "the entry has been changed" },
  "node-changed": { sv: "ett av hashvärdena över den är ändrat", en: "one of the hashes over it has been changed" },
  "says-otherwise": {
    sv: "den gäller en annan text än den som är sparad",
    en: "it is of another text than the one that is kept",
  },
  "not-logged": {
    sv: "något som är föreslaget, undertecknat eller publicerat finns inte i den",
    en: "something that was proposed, signed or published is not in it",
  },
};
