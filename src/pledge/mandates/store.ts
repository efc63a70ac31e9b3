import { sql } from "kysely";
import type { Within } from "../../partnership/tables.ts";
import type { PledgeDatabase } from "../tables.ts";
import type { KeptMandate } from "./mandate.ts";

type Tx = Within<PledgeDatabase>;
type ListedMandate = KeptMandate & { readonly name: string; readonly hasKey: boolean; readonly example: boolean };

/** Every mandate there has been, newest first. Names stand beside it for those who work here, and nowhere else. */
export async function mandatesOf(tx: Tx, partnershipId: string): Promise<ListedMandate[]> {
  const rows = await tx
    .selectFrom("pledge_mandate")
    .innerJoin("person", "person.id", "pledge_mandate.person_id")
    .selectAll("pledge_mandate")
    .select("person.name as name")
    // Others' keys are nobody's to read: the database says only whether there is one.
    .select(sql<boolean>`samsyn_holder_has_key(pledge_mandate.id)`.as("has_key"))
    .where("partnership_id", "=", partnershipId)
    .orderBy("valid_from", "desc")
    .orderBy("pledge_mandate.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    personId: row.person_id,
    name: row.name,
    hasKey: row.has_key,
    party: row.party,
    office: row.office,
    acting: row.acting,
    decidedBy: row.decided_by,
    from: row.valid_from,
    to: row.valid_to ?? undefined,
    endedAt: row.ended_at ?? undefined,
    example: row.example,
  }));
}

/** Holds one mandate, so that two who end it at once do so one after the other. */
export async function holdMandate(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom("pledge_mandate").select("id").where("id", "=", id).forUpdate().execute();
}

export async function putEnd(tx: Tx, { id, organisationId, to, endedAt }: KeptMandate): Promise<void> {
  await tx
    .updateTable("pledge_mandate")
    .set({ valid_to: to ?? null, ended_at: endedAt ?? null, ended_by_organisation_id: organisationId })
    .where("id", "=", id)
    .execute();
}
