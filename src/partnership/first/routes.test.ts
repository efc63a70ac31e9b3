// Nobody becomes both organisations: each way round is tried as somebody who means to.
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../../test/house.ts";
import type { Instant } from "../../ground/time.ts";
import type { Database } from "../../platform/server/database/database.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import { hashToken, newId } from "../../platform/server/secrets.ts";
import * as partnership from "../api.ts";
import { addGrant, addInvitation, addPerson, endGrant, invitationByToken, useInvitation } from "../store.ts";
import type { PartnershipDatabase, Within } from "../tables.ts";
import * as api from "./api.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const id = () => newId(Date.parse(AT));
const founding = (slug: string, policeName: string) => ({
  slug,
  policeName,
  municipality: {
    code: "2183",
    name: slug,
  },
  county: {
    code: "21",
    name: "Gävleborgs län",
  },
  coordinatorTitle: "säkerhetschef",
});
const sven = { title: "kommunpolis", name: "Sven" };

onBothEngines("the first of the other organisation", (fresh) => {
  let database: Database;
  let house: TestHouse;
  let tomas: Caller;
  let olga: Caller;
  const asSystem = <T>(work: (tx: Within<PartnershipDatabase>) => Promise<T>) =>
    database.transaction<PartnershipDatabase, T>({ as: "system" }, work);
  const addOperator = async (name: string) => {
    const person = { id: id(), name, operator: true, at: AT };
    await asSystem((tx) => addPerson(tx, person));
    return { ...person, caller: await house.as(name) };
  };
  const partyOf = async (who: Caller, slug: string, wanted: "police" | "municipality") =>
    (await who.call(partnership.people, { partnership: slug })).value.parties.find(({ kind }) => kind === wanted)!;
  const police = async (who: Caller, slug: string) => (await partyOf(who, slug, "police")).organisationId;
  /** Founds with police that nobody has heard of, and asks for their first. */
  const askedIn = async (slug: string, policeName = `Polisen i ${slug}`) => {
    await tomas.call(partnership.foundPartnership, founding(slug, policeName));
    const organisationId = await police(tomas, slug);
    const answer = await tomas.call(api.askFirst, { partnership: slug, organisationId, ...sven });
    const { asked } = (await tomas.call(api.listAsked, { partnership: slug })).value;
    return { answer, organisationId, id: asked[0]!.id };
  };
  const handOut = (who: Caller, one: { readonly id: string }) =>
    who.call(api.handOut, { id: one.id, how: "ringde växeln" });
  /** As when the link has been opened and a key made, which a browser walks (test/flows/founding.test.ts). */
  const comesIn = (slug: string, organisationId: string, personId: string) =>
    asSystem(async (tx) => {
      const { id: partnershipId } = await tx
        .selectFrom("partnership")
        .select("id")
        .where("slug", "=", slug)
        .executeTakeFirstOrThrow();
      const grantId = id();
      await addGrant(tx, {
        id: grantId,
        partnershipId,
        organisationId,
        personId,
        at: AT,
        role: "liaison",
        title: "kommunpolis",
        reason: "inbjudan",
      });
      return grantId;
    });

  beforeAll(async () => {
    database = await fresh({ demo: true });
    house = await openTestHouse(database);
    tomas = await house.as("Tomas");
    olga = (await addOperator("Olga")).caller;
  });

  test("is asked for without a link, handed out by another, and the log says by whom", async () => {
    const { answer, organisationId, id: asked } = await askedIn("ovanaker");
    expect(answer.value).toEqual({});
    expect(JSON.stringify((await tomas.call(api.listAsked, { partnership: "ovanaker" })).value)).not.toMatch(/start/);
    expect((await olga.call(api.listToHandOut, {})).value.asked).toMatchObject([
      { ...sven, organisation: "Polisen i ovanaker", partnership: "ovanaker", asker: "Tomas", cannot: null },
    ]);
    const { link, expiresOn } = (await handOut(olga, { id: asked })).value;
    expect(expiresOn).toBe("2026-12-01");
    const token = link.split("/").at(-1)!;
    expect(await asSystem((tx) => invitationByToken(tx, hashToken(token)))).toMatchObject({
      name: "Sven",
      role: "liaison",
      organisationId,
      handedOutHow: "ringde växeln",
    });
    expect((await house.stranger.call(partnership.openInvitation, { token })).value).toMatchObject({ name: "Sven" });
    expect((await olga.call(api.listToHandOut, {})).value.asked).toEqual([]);
    expect((await tomas.call(api.listAsked, { partnership: "ovanaker" })).value.asked).toMatchObject([
      { name: "Sven", handedOutOn: "2026-11-24", until: "2026-12-01" },
    ]);
    expect((await handOut(olga, { id: asked })).problem.why).toBe("asked-no-longer");
    const { rows } = await asSystem((tx) =>
      sql<{
        name: string;
        by: string;
      }>`select event.name, person.name as by from event join person on person.id = event.actor_person_id
        where subject_id = ${asked} order by seq`.execute(tx as unknown as AnyTransaction),
    );
    expect(rows).toEqual([
      { name: "invitation.asked", by: "Tomas" },
      { name: "invitation.handed-out", by: "Olga" },
    ]);
  });

  test("is asked for anew when something was wrong, and then the former link opens nothing", async () => {
    const { organisationId, id: asked } = await askedIn("nordanstig");
    const token = (await handOut(olga, { id: asked })).value.link.split("/").at(-1)!;
    await tomas.call(api.askFirst, { partnership: "nordanstig", organisationId, ...sven, name: "Stina" });
    expect((await house.stranger.call(partnership.openInvitation, { token })).problem.why).toBe("link-expired");
    expect((await tomas.call(api.listAsked, { partnership: "nordanstig" })).value.asked).toMatchObject([
      { name: "Stina", handedOutOn: null },
    ]);
  });

  test("is not handed out by who founds, also when they have left and put another name in their place", async () => {
    const asked = await askedIn("ljusdal");
    const own = (await tomas.call(api.listToHandOut, {})).value.asked.find(({ id }) => id === asked.id);
    expect(own).toMatchObject({
      cannot: "hands-out-own",
      command: expect.stringMatching(/^samsyn user --partnership ljusdal --party police --role liaison --name 'Sven' /),
    });
    expect((await handOut(tomas, asked)).problem.why).toBe("hands-out-own");
    await asSystem(async (tx) => {
      const grants = await tx
        .selectFrom("role_grant")
        .innerJoin("partnership", "partnership.id", "role_grant.partnership_id")
        .where("slug", "=", "ljusdal")
        .select("role_grant.id")
        .execute();
      for (const grant of grants) await endGrant(tx, grant.id, AT);
    });
    expect((await handOut(tomas, asked)).problem.why).toBe("hands-out-own");
    // Nor does the database let it, whatever the rule says.
    const { id: personId } = await asSystem((tx) =>
      tx.selectFrom("person").select("id").where("name", "=", "Tomas").executeTakeFirstOrThrow(),
    );
    const forced = asSystem((tx) =>
      tx
        .updateTable("invitation")
        .set({ token_hash: "x", handed_out_by: personId, handed_out_at: AT, handed_out_how: "x" })
        .where("id", "=", asked.id)
        .execute(),
    );
    await expect(forced).rejects.toMatchObject({ code: "42501" });
  });

  test("comes in by one link of two: when the organisation answers for itself, the other opens nothing", async () => {
    const [one, other] = [
      await askedIn("soderhamn", "Polisen i Söderhamn"),
      await askedIn("bollnas", "Polisen i Söderhamn"),
    ];
    const [, token] = [await handOut(olga, one), (await handOut(olga, other)).value.link.split("/").at(-1)!];
    expect(other.organisationId).toBe(one.organisationId);
    const sara = id();
    await asSystem((tx) => addPerson(tx, { id: sara, name: "Sara", operator: false, at: AT }));
    await comesIn("soderhamn", one.organisationId, sara);
    expect((await house.stranger.call(partnership.openInvitation, { token })).problem.why).toBe("party-answers-itself");
    await expect(asSystem((tx) => useInvitation(tx, other.id, sara, AT))).rejects.toThrow("answers for itself");
  });

  test("has a name in one line, without what a terminal would obey", async () => {
    const organisationId = await police(tomas, "ovanaker");
    const name = "Sven\u001b[201~\nrm -rf /";
    expect((await tomas.call(api.askFirst, { partnership: "ovanaker", organisationId, ...sven, name })).status).toBe(
      422,
    );
  });

  test("is not let in by one who then founds with them, or joins, in a second partnership", async () => {
    const asked = await askedIn("hudiksvall", "Polisen i Hälsingland");
    const nisse = await addOperator("Nisse");
    expect((await handOut(nisse.caller, asked)).status).toBe(200);
    const second = await nisse.caller.call(partnership.foundPartnership, founding("nisses", " polisen i hälsingland"));
    expect(second.problem).toMatchObject({ why: "handed-out-here", status: 409 });
    await expect(comesIn("hudiksvall", asked.organisationId, nisse.id)).rejects.toMatchObject({ code: "42501" });

    // The municipality's first is asked for by police who work elsewhere too; who let them in there is not their police.
    const johan = await house.as("Johan");
    await tomas.call(partnership.foundPartnership, founding("alfta", "Polismyndigheten, lokalpolisområde Gästrikland"));
    const { organisationId } = await partyOf(tomas, "alfta", "municipality");
    await johan.call(partnership.joinPartnership, { slug: "alfta" });
    await asSystem(async (tx) => {
      const grants = await tx
        .selectFrom("role_grant")
        .select("id")
        .where("organisation_id", "=", organisationId)
        .execute();
      for (const grant of grants) await endGrant(tx, grant.id, AT);
    });
    await johan.call(api.askFirst, { partnership: "alfta", organisationId, name: "Moa", title: "samordnare" });
    const [moa] = (await johan.call(api.listAsked, { partnership: "alfta" })).value.asked;
    const pia = await addOperator("Pia");
    expect((await handOut(pia.caller, moa!)).status).toBe(200);
    await comesIn("ockelbo", await police(johan, "ockelbo"), pia.id);
    const { people } = (await johan.call(partnership.people, { partnership: "alfta" })).value;
    const grantId = people.find(({ name }) => name === "Johan")!.grantId;
    await johan.call(partnership.endRole, { partnership: "alfta", grantId, reason: "slutar här" });
    expect((await pia.caller.call(partnership.joinPartnership, { slug: "alfta" })).problem).toMatchObject({
      why: "handed-out-here",
      status: 409,
    });
  });

  test("is nobody's to ask for where the organisation works elsewhere, or has lost its own: they answer themselves", async () => {
    await tomas.call(
      partnership.foundPartnership,
      founding("ockero", "Polismyndigheten, lokalpolisområde Gästrikland"),
    );
    const party = await partyOf(tomas, "ockero", "police");
    expect(party).toMatchObject({ empty: true, accepted: false, spoken: "elsewhere" });
    const ask = { partnership: "ockero", organisationId: party.organisationId, ...sven };
    expect((await tomas.call(api.askFirst, ask)).problem.why).toBe("party-answers-itself");
    const johan = await house.as("Johan");
    expect((await johan.call(partnership.joinPartnership, { slug: "ockero" })).status).toBe(200);
    expect((await tomas.call(api.askFirst, ask)).problem.why).toBe("party-answers-itself");
    // Their only one leaves: it is not the municipality's to fill, it is asked of them again.
    const { people } = (await johan.call(partnership.people, { partnership: "ockero" })).value;
    const grantId = people.find(({ party: of }) => of === "police")!.grantId;
    await johan.call(partnership.endRole, { partnership: "ockero", grantId, reason: "slutar här" });
    expect(await partyOf(tomas, "ockero", "police")).toMatchObject({
      empty: true,
      accepted: true,
      spoken: "elsewhere",
    });
    expect((await tomas.call(api.askFirst, ask)).problem.why).toBe("party-answers-itself");
    expect((await johan.call(partnership.whoAmI, {})).value.asked.map(({ slug }) => slug)).toContain("ockero");
    expect((await johan.call(partnership.joinPartnership, { slug: "ockero" })).status).toBe(200);
  });

  test("is asked for once more where a party has been emptied, and again no link comes back", async () => {
    const { organisationId, id: asked } = await askedIn("bollebygd");
    await handOut(olga, { id: asked });
    const siv = id();
    await asSystem((tx) => addPerson(tx, { id: siv, name: "Siv", operator: false, at: AT }));
    const grantId = await comesIn("bollebygd", organisationId, siv);
    const ask = { partnership: "bollebygd", organisationId, ...sven };
    expect((await tomas.call(api.askFirst, ask)).problem.why).toBe("party-answers-itself");
    await asSystem((tx) => endGrant(tx, grantId, AT));
    expect((await tomas.call(api.askFirst, ask)).value).toEqual({});
    const invitation = { ...ask, role: "liaison" as const };
    expect((await tomas.call(partnership.invitePerson, invitation)).problem.why).toBe("only-own-organisation");
  });

  test("is read by those who work there and by who runs it, and by no others", async () => {
    const asked = await askedIn("arbra");
    const karin = await house.as("Karin");
    expect((await karin.call(api.listAsked, { partnership: "arbra" })).status).toBe(404);
    expect((await karin.call(api.listToHandOut, {})).status).toBe(403);
    expect((await handOut(karin, asked)).problem).toMatchObject({ why: "not-yours", status: 403 });
    expect((await handOut(olga, { id: id() })).status).toBe(404);
    const ask = { partnership: "ockelbo", organisationId: asked.organisationId, ...sven };
    expect((await (await house.as("Ingrid")).call(api.askFirst, ask)).problem.why).toBe("only-own-organisation");
  });

  test("gets no link past the database: not by an invitation to another organisation, nor by a name changed after", async () => {
    const { organisationId, id: asked } = await askedIn("harmanger");
    const base = await asSystem(async (tx) => {
      const row = await tx.selectFrom("invitation").selectAll().where("id", "=", asked).executeTakeFirstOrThrow();
      const { partnership_id: partnershipId, created_by: createdBy } = row;
      return { partnershipId: partnershipId!, createdBy: createdBy! };
    });
    const link = asSystem((tx) =>
      addInvitation(tx, {
        id: id(),
        tokenHash: "mine",
        ...base,
        organisationId,
        role: "liaison",
        title: "x",
        name: "x",
        at: AT,
        expiresAt: "2026-12-01T09:00:00.000Z" as Instant,
      }),
    );
    await expect(link).rejects.toMatchObject({ code: "42501" });
    const change = (set: Record<string, unknown>) =>
      asSystem((tx) => tx.updateTable("invitation").set(set).where("id", "=", asked).execute());
    for (const set of [{ name: "Tomas" }, { role: "administrator" }, { first: false }, { created_by: null }])
      await expect(change(set), JSON.stringify(set)).rejects.toMatchObject({ code: "42501" });
    // A link without anybody who handed it out.
    await expect(change({ token_hash: "mine" })).rejects.toMatchObject({ code: "23514" });
    await handOut(olga, { id: asked });
    await expect(change({ token_hash: "mine" })).rejects.toMatchObject({ code: "42501" });
    await expect(change({ handed_out_how: "x" })).rejects.toMatchObject({ code: "42501" });
  });
});
