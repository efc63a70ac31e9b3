import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { insideDemo, type Inside } from "../../test/stores.ts";
import type { Instant } from "../ground/time.ts";
import { newId } from "../platform/server/secrets.ts";
import * as store from "./store.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const LATER = "2026-11-25T09:00:00.000Z" as Instant;
const id = () => newId(Date.parse(AT));

onBothEngines("what is stored of those who work together", (fresh) => {
  let inside: Inside;
  beforeAll(async () => {
    inside = await insideDemo(await fresh({ demo: true }));
  });
  const asSystem: <T>(work: Parameters<typeof inside.as<T>>[1]) => Promise<T> = (work) => inside.as("system", work);

  test("parties and people are read as they are, in Swedish order, by those who work there", async () => {
    const parties = await inside.as("Karin", (tx) => store.partiesOf(tx, inside.partnershipId));
    expect(parties.map(({ kind }) => kind)).toEqual(["municipality", "police"]);
    const people = await inside.as("Ingrid", (tx) => store.peopleOf(tx, inside.partnershipId));
    expect(people.map(({ name }) => name).toSorted()).toEqual([
      "Amina",
      "Göran",
      "Ingrid",
      "Johan",
      "Karin",
      "Lasse",
      "Petra",
      "Sofia",
      "Tomas",
    ]);
    expect(await inside.as("Elin", (tx) => store.peopleOf(tx, inside.partnershipId))).toEqual([]);
    expect(await inside.as("Elin", (tx) => store.partnershipBySlug(tx, "ockelbo"))).toBeUndefined();
    expect((await inside.as("Johan", (tx) => store.partnershipBySlug(tx, "hofors")))?.slug).toBe("hofors");
  });

  test("a right begins with its reason and ends at a time; what was is not read as what is", async () => {
    const personId = id();
    const grantId = id();
    await asSystem(async (tx) => {
      await store.addPerson(tx, { id: personId, name: "Maja", operator: false, at: AT });
      await store.addGrant(tx, {
        id: grantId,
        partnershipId: inside.partnershipId,
        organisationId: inside.organisations["municipality"]!,
        personId,
        role: "reader",
        title: "handläggare",
        reason: "inbjudan",
        at: AT,
      });
    });
    const rights = async () => (await asSystem((tx) => store.personWithGrants(tx, personId)))?.grants;
    expect(await rights()).toMatchObject([{ role: "reader", party: "municipality", title: "handläggare" }]);
    expect(await asSystem((tx) => store.grantById(tx, inside.partnershipId, grantId))).toMatchObject({
      grant: { personId, role: "reader" },
      administratorsLeft: 1,
    });
    await asSystem((tx) => store.endGrant(tx, grantId, LATER));
    expect(await rights()).toEqual([]);
    expect(await asSystem((tx) => store.grantById(tx, inside.partnershipId, grantId))).toBeUndefined();
  });

  test("a session has an owner until it ends, by itself or with all the others", async () => {
    const { id: personId } = await asSystem((tx) =>
      tx.selectFrom("person").select("id").where("name", "=", "Karin").executeTakeFirstOrThrow(),
    );
    const owner = (tokenHash: string, at = AT) =>
      asSystem((tx) => store.sessionOwner(tx, tokenHash, at, { demo: true }));
    for (const tokenHash of ["a", "b"])
      await asSystem((tx) => store.startSession(tx, { tokenHash, personId, at: AT, expiresAt: LATER }));
    expect([await owner("a"), await owner("a", LATER), await owner("c")]).toEqual([personId, undefined, undefined]);
    await asSystem((tx) => store.endSession(tx, "a", AT));
    expect([await owner("a"), await owner("b")]).toEqual([undefined, personId]);
    await asSystem((tx) => store.endSessionsOf(tx, personId, AT));
    expect(await owner("b")).toBeUndefined();
  });

  test("a question is taken once, by its purpose, before it is too old", async () => {
    const challenge = {
      id: id(),
      challenge: "x",
      purpose: "log-in" as const,
      person_id: null,
      invitation_id: null,
      expires_at: LATER,
    };
    const keep = () => asSystem((tx) => store.keepChallenge(tx, challenge));
    const take = (purpose: "log-in" | "register", at = AT) =>
      asSystem((tx) => store.takeChallenge(tx, challenge.id, purpose, at));
    await keep();
    expect(await take("register")).toBeUndefined();
    expect((await take("log-in"))?.challenge).toBe("x");
    expect(await take("log-in")).toBeUndefined();
    await keep();
    expect(await take("log-in", LATER)).toBeUndefined();
  });

  test("an invitation is found by its token and used once", async () => {
    const invitation = {
      id: id(),
      tokenHash: "hemlig",
      partnershipId: inside.partnershipId,
      organisationId: inside.organisations["police"],
      role: "reader" as const,
      title: "utredare",
      name: "Nils",
      createdBy: undefined,
      at: AT,
      expiresAt: LATER,
    };
    await asSystem((tx) => store.addInvitation(tx, invitation));
    const found = () => asSystem((tx) => store.invitationByToken(tx, "hemlig"));
    expect(await found()).toMatchObject({ id: invitation.id, name: "Nils", role: "reader", usedAt: undefined });
    const { id: personId } = await asSystem((tx) =>
      tx.selectFrom("person").select("id").limit(1).executeTakeFirstOrThrow(),
    );
    await asSystem((tx) => store.useInvitation(tx, invitation.id, personId, AT));
    await asSystem((tx) => store.useInvitation(tx, invitation.id, personId, LATER));
    expect(await found()).toMatchObject({ usedAt: AT, personId });
    expect(await asSystem((tx) => store.invitationByToken(tx, "annan"))).toBeUndefined();
  });

  test("nobody but the system writes people and rights, and secrets are read by nobody else", async () => {
    for (const who of ["Karin", "Tomas", "stranger"]) {
      const adding = inside.as(who, (tx) => store.addPerson(tx, { id: id(), name: "x", operator: true, at: AT }));
      await expect(adding, who).rejects.toMatchObject({ code: "42501" });
      for (const table of ["session", "invitation", "challenge"] as const)
        await expect(
          inside.as(who, (tx) => tx.selectFrom(table).selectAll().execute()),
          `${who}: ${table}`,
        ).rejects.toMatchObject({ code: "42501" });
    }
  });
});
