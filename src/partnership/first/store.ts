import { sql } from "kysely";
import type { Role } from "../../ground/party.ts";
import type { Instant } from "../../ground/time.ts";
import type { PartnershipDatabase, Within } from "../tables.ts";
import type { AskedFirst } from "./first.ts";

type Tx = Within<PartnershipDatabase>;

/** Asks for the first of an organisation; what was asked for before and has not come to anything is over, its link too. */
export async function askForFirst(
  tx: Tx,
  first: {
    readonly id: string;
    readonly partnershipId: string;
    readonly organisationId: string;
    readonly role: Role;
    readonly title: string;
    readonly name: string;
    readonly by: string;
    readonly at: Instant;
    readonly expiresAt: Instant;
  },
): Promise<void> {
  await endAsked(tx, first.partnershipId, first.organisationId, first.at);
  await tx
    .insertInto("invitation")
    .values({
      id: first.id,
      token_hash: null,
      partnership_id: first.partnershipId,
      organisation_id: first.organisationId,
      role: first.role,
      title: first.title,
      name: first.name,
      person_id: null,
      created_at: first.at,
      created_by: first.by,
      expires_at: first.expiresAt,
      used_at: null,
      first: true,
    })
    .execute();
}

/** What was asked for here and has not been used is over. */
export async function endAsked(tx: Tx, partnershipId: string, organisationId: string, at: Instant): Promise<void> {
  await tx
    .updateTable("invitation")
    .set({ expires_at: at })
    .where("first", "=", true)
    .where("partnership_id", "=", partnershipId)
    .where("organisation_id", "=", organisationId)
    .where("used_at", "is", null)
    .where("expires_at", ">", at)
    .execute();
}

/** Who has been asked for and has not come in yet: in one partnership, or in the whole installation. Needs the system role. */
export async function askedFirsts(tx: Tx, at: Instant, partnershipId?: string) {
  const rows = await tx
    .selectFrom("invitation")
    .innerJoin("partnership", "partnership.id", "invitation.partnership_id")
    .innerJoin("organisation", "organisation.id", "invitation.organisation_id")
    .innerJoin("person", "person.id", "invitation.created_by")
    .where("first", "=", true)
    .where("used_at", "is", null)
    .where("expires_at", ">", at)
    .$if(partnershipId !== undefined, (all) => all.where("partnership.id", "=", partnershipId!))
    .orderBy("invitation.created_at")
    .select([
      "invitation.id",
      "invitation.name",
      "invitation.title",
      "invitation.role",
      "invitation.organisation_id",
      "invitation.created_by",
      "invitation.created_at",
      "invitation.expires_at",
      "invitation.handed_out_at",
      "partnership.id as partnership_id",
      "partnership.slug",
      "partnership.name as partnership",
      "organisation.name as organisation",
      "organisation.kind as party",
      "person.name as asker",
      sql<boolean>`samsyn_is_spoken_for(organisation.id)`.as("spoken"),
    ])
    .execute();
  return rows.map((row) => ({
    asked: {
      id: row.id,
      partnershipId: row.partnership_id,
      organisationId: row.organisation_id!,
      askedBy: row.created_by!,
      expiresAt: row.expires_at,
      handedOutAt: row.handed_out_at ?? undefined,
    } satisfies AskedFirst,
    spoken: row.spoken,
    name: row.name,
    title: row.title ?? "",
    organisation: row.organisation,
    party: row.party,
    role: row.role!,
    slug: row.slug,
    partnership: row.partnership,
    asker: row.asker,
    askedAt: row.created_at,
  }));
}

/** One of them, held until the transaction ends: it is handed out once. */
export async function askedForDecision(tx: Tx, id: string, at: Instant) {
  await tx.selectFrom("invitation").select("id").where("id", "=", id).forUpdate().execute();
  return (await askedFirsts(tx, at)).find(({ asked }) => asked.id === id);
}

/** Whether somebody works, or has ever worked, in a partnership where the organisation is a party. */
export async function hasWorkedBeside(tx: Tx, personId: string, organisationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("role_grant")
    .innerJoin("partnership_party", "partnership_party.partnership_id", "role_grant.partnership_id")
    .where("person_id", "=", personId)
    .where("partnership_party.organisation_id", "=", organisationId)
    .select("role_grant.id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether somebody has handed out an invitation for one of these organisations: then they come to work beside none of them. */
export async function hasHandedOut(tx: Tx, personId: string, organisationIds: readonly string[]): Promise<boolean> {
  if (organisationIds.length === 0) return false;
  const row = await tx
    .selectFrom("invitation")
    .select("id")
    .where("handed_out_by", "=", personId)
    .where("organisation_id", "in", [...organisationIds])
    .executeTakeFirst();
  return row !== undefined;
}

/** The link comes to be, with who handed it out and how it was checked who it is for. */
export async function giveLink(
  tx: Tx,
  id: string,
  handing: {
    readonly tokenHash: string;
    readonly by: string;
    readonly how: string;
    readonly at: Instant;
    readonly expiresAt: Instant;
  },
): Promise<void> {
  await tx
    .updateTable("invitation")
    .set({
      token_hash: handing.tokenHash,
      handed_out_by: handing.by,
      handed_out_at: handing.at,
      handed_out_how: handing.how,
      expires_at: handing.expiresAt,
    })
    .where("id", "=", id)
    .execute();
}
