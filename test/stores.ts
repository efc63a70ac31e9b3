// What tests of several stores share: the demo in a fresh database, and work done under the database role that one of its people has.
import type { Transaction } from "kysely";
import type { Role } from "../src/ground/party.ts";
import type { Instant } from "../src/ground/time.ts";
import { revokeKeys } from "../src/partnership/store-keys.ts";
import { addGrant } from "../src/partnership/store.ts";
import type { Database, Scope } from "../src/platform/server/database/database.ts";
import type { TellDatabase } from "../src/tell/tables.ts";

export type Tx = Transaction<TellDatabase>;
export type Inside = {
  readonly partnershipId: string;
  /** By kind of party. */
  readonly organisations: Readonly<Record<string, string>>;
  /** Under the role that this demo person has; "system" and "stranger" are roles of their own. */
  as<T>(who: string, work: (tx: Tx) => Promise<T>): Promise<T>;
};

/** An activity that nothing has been done in yet: a copy of one of the demo's, so that it lies in a promise. */
export async function newActivity(inside: Inside, id: string): Promise<{ activityId: string; documentId: string }> {
  return inside.as("system", async (tx) => {
    const promised = await tx
      .selectFrom("pledge_activity")
      .selectAll()
      .where("partnership_id", "=", inside.partnershipId)
      .orderBy("number")
      .limit(1)
      .executeTakeFirstOrThrow();
    const target = promised.target === null ? null : JSON.stringify(promised.target);
    await tx
      .insertInto("pledge_activity")
      .values({ ...promised, id, target })
      .execute();
    return { activityId: id, documentId: promised.document_id };
  });
}

/** Somebody new who works for one of the parties here. */
export async function takeOn(
  inside: Inside,
  name: string,
  of: { readonly party: string; readonly role: Role; readonly title: string },
): Promise<void> {
  const [id, created_at] = [crypto.randomUUID(), "2026-01-01T00:00:00.000Z" as Instant];
  await inside.as("system", async (tx) => {
    await tx.insertInto("person").values({ id, name, created_at }).execute();
    await addGrant(tx, {
      id: crypto.randomUUID(),
      partnershipId: inside.partnershipId,
      organisationId: inside.organisations[of.party]!,
      personId: id,
      role: of.role,
      title: of.title,
      reason: "ny",
      at: created_at,
    });
  });
}

/** Takes back every key somebody has. */
export async function takeKeys(inside: Inside, name: string): Promise<void> {
  await inside.as("system", async (tx) => {
    const { id } = await tx.selectFrom("person").select("id").where("name", "=", name).executeTakeFirstOrThrow();
    await revokeKeys(tx, { personId: id }, "2026-11-24T09:00:00.000Z" as Instant);
  });
}

/** The demo, and a way in for every one of its people, with the rights that row-level security gives them and no rule before it. */
export async function insideDemo(database: Database): Promise<Inside> {
  const run = <T>(scope: Scope, work: (tx: Tx) => Promise<T>) => database.transaction<TellDatabase, T>(scope, work);
  const facts = await run({ as: "system" }, async (tx) => {
    const { id } = await tx
      .selectFrom("partnership")
      .select("id")
      .where("slug", "=", "ockelbo")
      .executeTakeFirstOrThrow();
    const parties = await tx
      .selectFrom("partnership_party")
      .innerJoin("organisation", "organisation.id", "organisation_id")
      .select(["organisation.id", "kind"])
      .where("partnership_id", "=", id)
      .execute();
    const people = await tx.selectFrom("person").select(["id", "name"]).execute();
    return { id, parties, people };
  });
  const scopeOf = (who: string): Scope => {
    if (who === "system" || who === "stranger") return { as: who };
    const person = facts.people.find(({ name }) => name === who);
    if (person === undefined) throw new Error(`Nobody in the demo is called ${who}`);
    return { as: "staff", personId: person.id };
  };
  return {
    partnershipId: facts.id,
    organisations: Object.fromEntries(facts.parties.map(({ id, kind }) => [kind, id])),
    as: (who, work) => run(scopeOf(who), work),
  };
}
