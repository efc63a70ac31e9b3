import type { Instant } from "../ground/time.ts";
import type { KeyRenewal } from "./new-key.ts";
import type { PartnershipDatabase, Within } from "./tables.ts";

type Tx = Within<PartnershipDatabase>;

/** Every key a person has had, with those that are revoked last. */
export async function keysOf(tx: Tx, personId: string) {
  return tx
    .selectFrom("passkey")
    .select(["credential_id", "label", "created_at", "last_used_at", "revoked_at"])
    .where("person_id", "=", personId)
    .orderBy((build) => build.case().when("revoked_at", "is", null).then(0).else(1).end())
    .orderBy("created_at")
    .execute();
}

/** From now on; what was signed by them stands. One key, or all that a person has. */
export async function revokeKeys(
  tx: Tx,
  whose: { readonly personId: string; readonly credentialId?: string | undefined },
  at: Instant,
): Promise<void> {
  const all = tx
    .updateTable("passkey")
    .set({ revoked_at: at })
    .where("person_id", "=", whose.personId)
    .where("revoked_at", "is", null);
  await (whose.credentialId === undefined ? all : all.where("credential_id", "=", whose.credentialId)).execute();
}

/** Who a person is here: their organisations in this partnership, and whether they run the installation. */
export async function somebodyHere(tx: Tx, partnershipId: string, personId: string) {
  const rows = await tx
    .selectFrom("role_grant")
    .innerJoin("person", "person.id", "role_grant.person_id")
    .where("partnership_id", "=", partnershipId)
    .where("person_id", "=", personId)
    .where("ended_at", "is", null)
    .select(["organisation_id", "person.name as name", "person.operator as operator"])
    .execute();
  const [first] = rows;
  return first && { ...first, organisationIds: rows.map(({ organisation_id }) => organisation_id) };
}

/** The questions here whose time is not over, newest first. */
export async function renewalsOf(
  tx: Tx,
  partnershipId: string,
  at: Instant,
): Promise<(KeyRenewal & { name: string })[]> {
  const rows = await tx
    .selectFrom("key_renewal")
    .innerJoin("person", "person.id", "key_renewal.person_id")
    .selectAll("key_renewal")
    .select("person.name as name")
    .where("partnership_id", "=", partnershipId)
    .where("expires_at", ">", at)
    .orderBy("asked_at", "desc")
    .execute();
  const found = [];
  for (const row of rows) {
    const witnesses = await tx
      .selectFrom("key_witness")
      .select("person_id")
      .where("renewal_id", "=", row.id)
      .orderBy("witnessed_at")
      .execute();
    found.push({
      id: row.id,
      organisationId: row.organisation_id,
      personId: row.person_id,
      name: row.name,
      expiresAt: row.expires_at,
      witnesses: witnesses.map(({ person_id }) => person_id),
    });
  }
  return found;
}

export async function addRenewal(tx: Tx, partnershipId: string, renewal: KeyRenewal, at: Instant): Promise<void> {
  await tx
    .insertInto("key_renewal")
    .values({
      id: renewal.id,
      partnership_id: partnershipId,
      organisation_id: renewal.organisationId,
      person_id: renewal.personId,
      asked_at: at,
      expires_at: renewal.expiresAt,
    })
    .execute();
}

/** One question while its time is not over, held: two who say so at once do it one after the other. */
export async function renewalForDecision(tx: Tx, partnershipId: string, id: string, at: Instant) {
  const find = async () => (await renewalsOf(tx, partnershipId, at)).find((one) => one.id === id);
  const asked = await find();
  if (asked === undefined) return undefined;
  await tx.selectFrom("person").select("id").where("id", "=", asked.personId).forUpdate().execute();
  return find();
}

/** Whether somebody came in by an invitation after that moment. A link to a new key is none. */
export async function cameInSince(tx: Tx, personId: string, since: Instant): Promise<boolean> {
  const row = await tx
    .selectFrom("invitation")
    .select("id")
    .where("person_id", "=", personId)
    .where("renewal_id", "is", null)
    .where("used_at", ">", since)
    .executeTakeFirst();
  return row !== undefined;
}

export async function addWitness(tx: Tx, renewalId: string, personId: string, at: Instant): Promise<void> {
  await tx.insertInto("key_witness").values({ renewal_id: renewalId, person_id: personId, witnessed_at: at }).execute();
}
