import { type ExpressionBuilder, type Insertable, type Selectable, sql } from "kysely";
import type { Grant, PartyKind, Person, Role } from "../ground/party.ts";
import type { Instant } from "../ground/time.ts";
import { type Asked, type Invitation, type Party, SPOKESPEOPLE } from "./people.ts";
import type { ChallengeRow, PartnershipDatabase, PasskeyRow, Within } from "./tables.ts";

type Tx = Within<PartnershipDatabase>;

export async function partnershipBySlug(tx: Tx, slug: string) {
  return tx.selectFrom("partnership").select(["id", "slug", "name"]).where("slug", "=", slug).executeTakeFirst();
}

/** The partnership with all that is known of its municipality; undefined when the transaction's role may not see it. */
export async function partnershipFacts(tx: Tx, id: string) {
  return tx.selectFrom("partnership").selectAll().where("id", "=", id).executeTakeFirst();
}

export async function partiesOf(tx: Tx, partnershipId: string): Promise<Party[]> {
  const rows = await tx
    .selectFrom("partnership_party")
    .innerJoin("organisation", "organisation.id", "partnership_party.organisation_id")
    .where("partnership_id", "=", partnershipId)
    // The municipality stands left only because reading order needs one (design.md, "Two hands").
    .orderBy("organisation.kind", "asc")
    .select(["organisation.id as organisationId", "kind", "name", "short_name as shortName", "accepted_at"])
    .select((build) =>
      build
        .exists(
          build
            .selectFrom("role_grant")
            .whereRef("role_grant.organisation_id", "=", "organisation.id")
            .where("role_grant.partnership_id", "=", partnershipId)
            .where("ended_at", "is", null)
            .select("role_grant.id"),
        )
        .as("peopled"),
    )
    .select((build) => isSpokenForHere(build).as("spokenHere"))
    .select(sql<boolean>`samsyn_is_spoken_for(organisation.id)`.as("spoken"))
    .execute();
  return rows.map(({ peopled, accepted_at, spokenHere, spoken, ...party }) => ({
    ...party,
    empty: peopled !== true,
    accepted: accepted_at !== null,
    spoken: spokenHere === true ? "here" : spoken ? "elsewhere" : "nowhere",
  }));
}

/** That a party has not said yes, or that nobody speaks for it in the partnership any more: those who do elsewhere answer. */
const waitsForParty = (build: ExpressionBuilder<PartnershipDatabase, "partnership_party">) =>
  build.or([build("accepted_at", "is", null), build.not(isSpokenForHere(build))]);

/** That somebody speaks for the party in its partnership. */
const isSpokenForHere = (build: ExpressionBuilder<PartnershipDatabase, "partnership_party">) =>
  build.exists(
    build
      .selectFrom("role_grant as speaker")
      .whereRef("speaker.organisation_id", "=", "partnership_party.organisation_id")
      .whereRef("speaker.partnership_id", "=", "partnership_party.partnership_id")
      .where("speaker.ended_at", "is", null)
      .where("speaker.role", "in", [...SPOKESPEOPLE])
      .select("speaker.id"),
  );

/** Partnerships where one of these organisations has not said yes yet. Needs the system role. */
export async function askedOf(tx: Tx, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return [];
  return tx
    .selectFrom("partnership_party")
    .innerJoin("partnership", "partnership.id", "partnership_party.partnership_id")
    .innerJoin("organisation", "organisation.id", "partnership_party.organisation_id")
    .where("organisation_id", "in", [...organisationIds])
    .where(waitsForParty)
    .select(["partnership.slug as slug", "partnership.name as name", "organisation.short_name as organisation"])
    .orderBy("partnership.name")
    .execute();
}

/**
 * Which of these organisations the partnership at this address waits for. Undefined where it waits for none of them, also where there is no such partnership: who is not asked
 * is not told that there is one. Needs the system role.
 */
export async function askedIn(
  tx: Tx,
  slug: string,
  organisationIds: readonly string[],
): Promise<Omit<Asked, "handedOut"> | undefined> {
  if (organisationIds.length === 0) return undefined;
  return tx
    .selectFrom("partnership_party")
    .innerJoin("partnership", "partnership.id", "partnership_party.partnership_id")
    .where("partnership.slug", "=", slug)
    .where("organisation_id", "in", [...organisationIds])
    .where(waitsForParty)
    .select(["partnership_id as partnershipId", "organisation_id as organisationId"])
    .executeTakeFirst();
}

/** The party's yes; a second one changes nothing. */
export async function acceptParty(tx: Tx, partnershipId: string, organisationId: string, at: Instant): Promise<void> {
  await tx
    .updateTable("partnership_party")
    .set({ accepted_at: at })
    .where("partnership_id", "=", partnershipId)
    .where("organisation_id", "=", organisationId)
    .where("accepted_at", "is", null)
    .execute();
}

/**
 * A police organisation with this name, however it is capitalised: one officer is shared by several municipalities, and so is the organisation. Compared here and not in the
 * database, whose small letters depend on its locale (Å stays Å in some).
 */
export async function policeNamed(tx: Tx, name: string): Promise<string | undefined> {
  const rows = await tx.selectFrom("organisation").where("kind", "=", "police").select(["id", "name"]).execute();
  const keyOf = (text: string) => text.trim().normalize("NFC").toLocaleLowerCase("sv");
  return rows.find((row) => keyOf(row.name) === keyOf(name))?.id;
}

/** A person with every right they hold now; undefined when there is none. Needs the system role. */
export async function personWithGrants(tx: Tx, personId: string): Promise<Person | undefined> {
  const person = await tx.selectFrom("person").selectAll().where("id", "=", personId).executeTakeFirst();
  return person === undefined
    ? undefined
    : { id: person.id, name: person.name, operator: person.operator, grants: await grantsOf(tx, personId) };
}

async function grantsOf(tx: Tx, personId: string): Promise<Grant[]> {
  return tx
    .selectFrom("role_grant")
    .innerJoin("organisation", "organisation.id", "role_grant.organisation_id")
    .where("person_id", "=", personId)
    .where("ended_at", "is", null)
    .orderBy("granted_at")
    .select([
      "partnership_id as partnershipId",
      "organisation_id as organisationId",
      "organisation.kind as party",
      "role",
      "title",
    ])
    .execute();
}

/** Partnerships a person works in, in Swedish order, with what the header needs. */
export async function partnershipsOf(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom("partnership")
    .select(["id", "slug", "name", "example"])
    .where("id", "in", [...ids])
    .orderBy("name")
    .execute();
}

export async function peopleOf(tx: Tx, partnershipId: string) {
  return tx
    .selectFrom("role_grant")
    .innerJoin("person", "person.id", "role_grant.person_id")
    .innerJoin("organisation", "organisation.id", "role_grant.organisation_id")
    .where("role_grant.partnership_id", "=", partnershipId)
    .where("ended_at", "is", null)
    .orderBy("person.name")
    .select([
      "role_grant.id as grantId",
      "person.id as personId",
      "person.name as name",
      "role",
      "title",
      "organisation.id as organisationId",
      "organisation.short_name as organisation",
      "organisation.kind as party",
      "role_grant.reason as reason",
      "granted_at as grantedAt",
    ])
    .execute();
}

export async function demoPeople(tx: Tx) {
  return tx
    .selectFrom("person")
    .innerJoin("role_grant", "role_grant.person_id", "person.id")
    .innerJoin("organisation", "organisation.id", "role_grant.organisation_id")
    .innerJoin("partnership", "partnership.id", "role_grant.partnership_id")
    .where("person.example", "=", true)
    .where("role_grant.ended_at", "is", null)
    .orderBy("partnership.name")
    .orderBy("person.name")
    .select([
      "person.id as id",
      "person.name as name",
      "role",
      "title",
      "organisation.short_name as organisation",
      "organisation.kind as party",
      "partnership.name as partnership",
    ])
    .execute();
}

export async function addPerson(
  tx: Tx,
  person: { id: string; name: string; operator: boolean; example?: boolean; at: Instant },
): Promise<void> {
  await tx
    .insertInto("person")
    .values({
      id: person.id,
      name: person.name,
      operator: person.operator,
      example: person.example ?? false,
      created_at: person.at,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

export type NewGrant = {
  id: string;
  partnershipId: string;
  organisationId: string;
  personId: string;
  role: Role;
  title: string;
  reason: string;
  at: Instant;
};

export async function addGrant(tx: Tx, grant: NewGrant): Promise<void> {
  await tx
    .insertInto("role_grant")
    .values({
      id: grant.id,
      partnership_id: grant.partnershipId,
      organisation_id: grant.organisationId,
      person_id: grant.personId,
      role: grant.role,
      title: grant.title,
      reason: grant.reason,
      granted_at: grant.at,
      ended_at: null,
    })
    .execute();
}

export async function endGrant(tx: Tx, grantId: string, at: Instant): Promise<void> {
  await tx
    .updateTable("role_grant")
    .set({ ended_at: at })
    .where("id", "=", grantId)
    .where("ended_at", "is", null)
    .execute();
}

export async function grantById(tx: Tx, partnershipId: string, grantId: string) {
  const grant = await tx
    .selectFrom("role_grant")
    .select(["id", "organisation_id as organisationId", "person_id as personId", "role"])
    .where("id", "=", grantId)
    .where("partnership_id", "=", partnershipId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  if (grant === undefined) return undefined;
  const others = await tx
    .selectFrom("role_grant")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("partnership_id", "=", partnershipId)
    .where("organisation_id", "=", grant.organisationId)
    .where("role", "=", "administrator")
    .where("ended_at", "is", null)
    .where("id", "!=", grantId)
    .executeTakeFirstOrThrow();
  return { grant, administratorsLeft: Number(others.count) };
}

/** Keys that still count. */
export async function passkeysOf(tx: Tx, personId: string): Promise<PasskeyRow[]> {
  return tx
    .selectFrom("passkey")
    .selectAll()
    .where("person_id", "=", personId)
    .where("revoked_at", "is", null)
    .orderBy("created_at")
    .execute();
}

export async function passkeyById(tx: Tx, credentialId: string): Promise<PasskeyRow | undefined> {
  return tx
    .selectFrom("passkey")
    .selectAll()
    .where("credential_id", "=", credentialId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
}

export async function addPasskey(tx: Tx, key: Omit<PasskeyRow, "last_used_at" | "revoked_at">): Promise<void> {
  await tx
    .insertInto("passkey")
    .values({ ...key, last_used_at: null, revoked_at: null })
    .execute();
}

/** Moves the key's counter: an authenticator that counts backwards has been copied. */
export async function noteUse(tx: Tx, credentialId: string, counter: number, at: Instant): Promise<void> {
  await tx
    .updateTable("passkey")
    .set({ counter, last_used_at: at })
    .where("credential_id", "=", credentialId)
    .execute();
}

export async function keepChallenge(tx: Tx, challenge: Insertable<ChallengeRow>): Promise<void> {
  await tx.insertInto("challenge").values(challenge).execute();
}

/** Takes the challenge away: whoever answers it answers it once. */
export async function takeChallenge(
  tx: Tx,
  id: string,
  purpose: ChallengeRow["purpose"],
  at: Instant,
): Promise<Selectable<ChallengeRow> | undefined> {
  await tx.deleteFrom("challenge").where("expires_at", "<=", at).execute();
  return tx
    .deleteFrom("challenge")
    .where("id", "=", id)
    .where("purpose", "=", purpose)
    .returningAll()
    .executeTakeFirst();
}

export async function startSession(
  tx: Tx,
  session: { tokenHash: string; personId: string; at: Instant; expiresAt: Instant },
): Promise<void> {
  await tx
    .insertInto("session")
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      created_at: session.at,
      rotated_at: session.at,
      last_seen_at: session.at,
      expires_at: session.expiresAt,
      ended_at: null,
    })
    .execute();
}

export async function endSession(tx: Tx, tokenHash: string, at: Instant): Promise<void> {
  await tx
    .updateTable("session")
    .set({ ended_at: at })
    .where("token_hash", "=", tokenHash)
    .where("ended_at", "is", null)
    .execute();
}

/** `but` is the hash of the one session that goes on. */
export async function endSessionsOf(tx: Tx, personId: string, at: Instant, but?: string): Promise<void> {
  const all = tx
    .updateTable("session")
    .set({ ended_at: at })
    .where("person_id", "=", personId)
    .where("ended_at", "is", null);
  await (but === undefined ? all : all.where("token_hash", "<>", but)).execute();
}

/** Whose session it is. Where there is no demo its people are nobody, also with a session or a key from the time when there was. */
export async function sessionOwner(
  tx: Tx,
  tokenHash: string,
  at: Instant,
  { demo }: { demo: boolean },
): Promise<string | undefined> {
  const session = await tx
    .selectFrom("session")
    .innerJoin("person", "person.id", "session.person_id")
    .select("person_id")
    .where("token_hash", "=", tokenHash)
    .where("ended_at", "is", null)
    .where("expires_at", ">", at)
    .where("person.example", "in", demo ? [true, false] : [false])
    .executeTakeFirst();
  return session?.person_id;
}

export async function addInvitation(
  tx: Tx,
  invitation: {
    id: string;
    tokenHash: string;
    partnershipId: string | undefined;
    organisationId: string | undefined;
    role: Role | undefined;
    title: string | undefined;
    name: string;
    createdBy: string | undefined;
    at: Instant;
    expiresAt: Instant;
    /** Somebody who is here already, and whom two have seen: the link makes a new key and nobody new. */
    renewal?: { readonly id: string; readonly personId: string } | undefined;
  },
): Promise<void> {
  await tx
    .insertInto("invitation")
    .values({
      id: invitation.id,
      token_hash: invitation.tokenHash,
      partnership_id: invitation.partnershipId ?? null,
      organisation_id: invitation.organisationId ?? null,
      role: invitation.role ?? null,
      title: invitation.title ?? null,
      name: invitation.name,
      person_id: invitation.renewal?.personId ?? null,
      renewal_id: invitation.renewal?.id ?? null,
      created_at: invitation.at,
      created_by: invitation.createdBy ?? null,
      expires_at: invitation.expiresAt,
      used_at: null,
    })
    .execute();
}

/** Held until the transaction ends: two who open the same link at once come one after the other, and the second finds it used. */
export async function invitationByToken(
  tx: Tx,
  tokenHash: string,
): Promise<(Invitation & { organisation: string | undefined }) | undefined> {
  const row = await tx
    .selectFrom("invitation")
    .leftJoin("organisation", "organisation.id", "invitation.organisation_id")
    .selectAll("invitation")
    .select("organisation.name as organisation")
    .select(sql<boolean>`invitation.first and samsyn_is_spoken_for(invitation.organisation_id)`.as("answered"))
    .where("token_hash", "=", tokenHash)
    .forUpdate("invitation")
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    name: row.name,
    partnershipId: row.partnership_id ?? undefined,
    organisationId: row.organisation_id ?? undefined,
    role: row.role ?? undefined,
    title: row.title ?? undefined,
    personId: row.person_id ?? undefined,
    renewalId: row.renewal_id ?? undefined,
    expiresAt: row.expires_at,
    usedAt: row.used_at ?? undefined,
    handedOutHow: row.handed_out_how ?? undefined,
    answered: row.answered,
    organisation: row.organisation ?? undefined,
  };
}

/** A link that nobody has come in by leads nowhere from now on. */
export async function endInvitation(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx
    .updateTable("invitation")
    .set({ expires_at: at })
    .where("id", "=", id)
    .where("used_at", "is", null)
    .execute();
}

/** Links that somebody has handed out for an organisation and nobody has come in by lead nowhere from now on; but for one. */
export async function endInvitationsBy(
  tx: Tx,
  by: {
    readonly personId: string;
    readonly partnershipId: string;
    readonly organisationId: string;
    readonly but: string | undefined;
  },
  at: Instant,
): Promise<void> {
  const all = tx
    .updateTable("invitation")
    .set({ expires_at: at })
    .where("created_by", "=", by.personId)
    .where("partnership_id", "=", by.partnershipId)
    .where("organisation_id", "=", by.organisationId)
    .where("used_at", "is", null)
    .where("expires_at", ">", at);
  await (by.but === undefined ? all : all.where("id", "<>", by.but)).execute();
}

export async function useInvitation(tx: Tx, id: string, personId: string, at: Instant): Promise<void> {
  await tx
    .updateTable("invitation")
    .set({ used_at: at, person_id: personId })
    .where("id", "=", id)
    .where("used_at", "is", null)
    .execute();
}

export async function countPeople(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom("person")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export type NewOrganisation = {
  id: string;
  kind: PartyKind;
  name: string;
  shortName: string;
  code: string | null;
  example?: boolean;
};

export async function addOrganisation(tx: Tx, organisation: NewOrganisation): Promise<void> {
  await tx
    .insertInto("organisation")
    .values({
      id: organisation.id,
      kind: organisation.kind,
      name: organisation.name,
      short_name: organisation.shortName,
      code: organisation.code,
      example: organisation.example ?? false,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

export type NewPartnership = {
  id: string;
  slug: string;
  name: string;
  municipality: { code: string; name: string };
  county: { code: string; name: string };
  population: number | null;
  outline: readonly (readonly (readonly [number, number])[])[] | null;
  centre: readonly [number, number];
  feedbackDays?: number;
  at: Instant;
  example?: boolean;
  parties: readonly {
    organisationId: string;
    standing: "municipality" | "police" | "third";
    acceptedAt: Instant | null;
  }[];
};

export async function addPartnership(tx: Tx, partnership: NewPartnership): Promise<void> {
  await tx
    .insertInto("partnership")
    .values({
      id: partnership.id,
      slug: partnership.slug,
      name: partnership.name,
      municipality_code: partnership.municipality.code,
      municipality_name: partnership.municipality.name,
      county_code: partnership.county.code,
      county_name: partnership.county.name,
      population: partnership.population,
      outline: partnership.outline === null ? null : JSON.stringify(partnership.outline),
      centre_lon: partnership.centre[0],
      centre_lat: partnership.centre[1],
      feedback_days: partnership.feedbackDays ?? 90,
      agreement_until: null,
      registry_number: null,
      founded_at: partnership.at,
      example: partnership.example ?? false,
    })
    .execute();
  for (const party of partnership.parties)
    await tx
      .insertInto("partnership_party")
      .values({
        partnership_id: partnership.id,
        organisation_id: party.organisationId,
        standing: party.standing,
        accepted_at: party.acceptedAt,
      })
      .execute();
}
