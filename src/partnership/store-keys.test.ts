// A lost key through its doors: two witnesses with keys of their own, a link that works once, and the old key out from then on.
import { beforeAll, expect, test } from "vitest";
import { type Authenticator, giveKey } from "../../test/authenticator.ts";
import { onBothEngines } from "../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "../../test/house.ts";
import type { Instant } from "../ground/time.ts";
import type { Database } from "../platform/server/database/database.ts";
import { hashToken, newId } from "../platform/server/secrets.ts";
import * as api from "./api.ts";
import * as store from "./store.ts";
import { addRenewal, addWitness, revokeKeys } from "./store-keys.ts";
import type { PartnershipDatabase, Within } from "./tables.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const partnership = "ockelbo";
const GORAN = idInDemo("person Göran");
const bogus = { id: "x", rawId: "x", type: "public-key" as const, response: {}, clientExtensionResults: {} };
const DENIED = { code: "42501" };

onBothEngines("a lost key", (fresh) => {
  let database: Database;
  let house: TestHouse;
  const people = new Map<string, { caller: Caller; key: Authenticator }>();
  beforeAll(async () => {
    database = await fresh({ demo: true });
    house = await openTestHouse(database);
    for (const name of ["Karin", "Petra", "Johan", "Göran"])
      people.set(name, { caller: await house.as(name), key: await giveKey(database, name) });
  });
  const asSystem = <T>(work: (tx: Within<PartnershipDatabase>) => Promise<T>) =>
    database.transaction<PartnershipDatabase, T>({ as: "system" }, work);
  const caller = (name: string) => people.get(name)!.caller;
  const ask = (who: string, whom: string) =>
    caller(who).call(api.askNewKey, { partnership, personId: idInDemo(`person ${whom}`) });
  const open = async (who: string) => (await caller(who).call(api.newKeys, { partnership })).value.asked;
  const why = async (asked: Promise<{ problem: { why?: string } }>) => (await asked).problem.why;
  const question = (who: string, id: string) => caller(who).call(api.askWitness, { partnership, id });
  const says = async (who: string, id: string, key = people.get(who)!.key) => {
    const asked = (await question(who, id)).value;
    const answer = key.answer(asked.options["challenge"] as string);
    return caller(who).call(api.witness, { partnership, id, challengeId: asked.challengeId, answer });
  };

  test("is asked about by the person's own organisation only", async () => {
    expect(await why(ask("Johan", "Göran"))).toBe("witness-of-own");
    expect(await why(ask("Karin", "Karin"))).toBe("witness-not-oneself");
    expect(await why(ask("Karin", "Tomas"))).toBe("key-of-operator");
    expect((await ask("Karin", "Elin")).status).toBe(404);
    expect((await ask("Karin", "Göran")).status).toBe(200);
    expect((await ask("Petra", "Göran")).status).toBe(200);
    expect(await open("Petra")).toMatchObject([{ name: "Göran", witnesses: 0, cannot: null }]);
    expect(await open("Göran")).toMatchObject([{ cannot: "witness-not-oneself" }]);
    expect(await open("Johan")).toEqual([]);
  });

  test("takes two, each with their own key, and then a link makes a new one and the old is out", async () => {
    const [asked] = await open("Karin");
    const id = asked!.id;
    expect(await why(question("Johan", id))).toBe("witness-of-own");
    expect(await why(question("Göran", id))).toBe("witness-not-oneself");
    const amina = await house.as("Amina");
    expect(await why(amina.call(api.askWitness, { partnership, id }))).toBe("witness-needs-key");
    // Somebody else's key says nothing.
    expect((await says("Karin", id, people.get("Petra")!.key)).problem.why).toBe("key-not-recognised");
    expect((await says("Karin", id)).value).toEqual({ link: null });
    expect(await why(question("Karin", id))).toBe("witness-twice");
    expect(await open("Petra")).toMatchObject([{ witnesses: 1 }]);
    const { link } = (await says("Petra", id)).value;
    expect(await open("Petra")).toEqual([]);
    const token = link!.split("/").at(-1)!;
    const opened = async () => (await house.stranger.call(api.openInvitation, { token })).value;
    expect(await opened()).toMatchObject({ name: "Göran", renews: true, operator: false });
    const { challengeId } = await opened();
    expect(await why(house.stranger.call(api.acceptInvitation, { token, challengeId, answer: bogus }))).toBe(
      "key-not-recognised",
    );
    // Not before the new key is there.
    expect((await caller("Göran").call(api.listKeys, {})).value.keys).toMatchObject([{ revokedAt: null }]);
    house.setClock("2026-11-24T09:15:00.000Z" as Instant);
    expect(await why(house.stranger.call(api.openInvitation, { token }))).toBe("link-expired");
    house.setClock(AT);
  });

  test("a question is over after a quarter of an hour, and a key answers one question only", async () => {
    await ask("Karin", "Göran");
    const [asked] = await open("Karin");
    const { id } = asked!;
    const given = (await question("Karin", id)).value;
    const answer = people.get("Karin")!.key.answer(given.options["challenge"] as string);
    const said = { partnership, id, challengeId: given.challengeId, answer };
    house.setClock("2026-11-24T09:15:00.000Z" as Instant);
    expect((await caller("Karin").call(api.witness, said)).status).toBe(404);
    house.setClock(AT);
    expect((await caller("Karin").call(api.witness, said)).status).toBe(200);
    const petra = (await question("Petra", id)).value;
    const again = { partnership, id, challengeId: petra.challengeId };
    const wrong = people.get("Petra")!.key.answer("YW5uYXQ");
    expect(await why(caller("Petra").call(api.witness, { ...again, answer: wrong }))).toBe("key-not-recognised");
    expect(await why(caller("Petra").call(api.witness, { ...again, answer: wrong }))).toBe("question-too-old");
  });

  test("a revoked key lets nobody in, is not given back, and the last is not revoked", async () => {
    const { caller: karin, key } = people.get("Karin")!;
    expect(await why(karin.call(api.revokeKey, { credentialId: key.credentialId }))).toBe("last-key");
    const reserve = await giveKey(database, "Karin");
    expect((await karin.call(api.revokeKey, { credentialId: people.get("Petra")!.key.credentialId })).status).toBe(404);
    expect((await karin.call(api.revokeKey, { credentialId: key.credentialId })).status).toBe(200);
    expect((await karin.call(api.listKeys, {})).value.keys).toMatchObject([
      { credentialId: reserve.credentialId, revokedAt: null },
      { credentialId: key.credentialId, revokedAt: AT },
    ]);
    const enter = async (held: Authenticator) => {
      const asked = (await house.stranger.call(api.logInOptions, {})).value;
      const answer = held.answer(asked.options["challenge"] as string);
      return house.stranger.call(api.logIn, { challengeId: asked.challengeId, answer });
    };
    expect((await enter(key)).problem.why).toBe("key-not-recognised");
    expect((await enter(reserve)).status).toBe(200);
    await asSystem((tx) => revokeKeys(tx, { personId: GORAN }, AT));
    expect((await enter(people.get("Göran")!.key)).problem.why).toBe("key-not-recognised");
    await expect(
      asSystem((tx) => tx.updateTable("passkey").set({ revoked_at: null }).where("person_id", "=", GORAN).execute()),
    ).rejects.toMatchObject(DENIED);
  });

  test("the database makes no link on less than two others of the same organisation, in time", async () => {
    const [organisationId, partnershipId] = await asSystem(async (tx) => {
      const row = await tx
        .selectFrom("role_grant")
        .selectAll()
        .where("person_id", "=", GORAN)
        .executeTakeFirstOrThrow();
      return [row.organisation_id, row.partnership_id] as const;
    });
    const id = newId(Date.parse(AT));
    const expiresAt = "2026-11-24T09:10:00.000Z" as Instant;
    await asSystem((tx) =>
      addRenewal(tx, partnershipId, { id, organisationId, personId: GORAN, expiresAt, witnesses: [] }, AT),
    );
    const say = (name: string, at = AT) => asSystem((tx) => addWitness(tx, id, idInDemo(`person ${name}`), at));
    const link = (personId = GORAN) =>
      asSystem((tx) =>
        store.addInvitation(tx, {
          id: newId(Date.parse(AT)),
          tokenHash: hashToken(personId),
          partnershipId,
          organisationId,
          role: undefined,
          title: undefined,
          name: "Göran",
          createdBy: undefined,
          at: AT,
          expiresAt,
          renewal: { id, personId },
        }),
      );
    for (const name of ["Göran", "Johan", "Elin"]) await expect(say(name)).rejects.toMatchObject(DENIED);
    // Amina came in by an invitation last week: whoever asked her in could be both witnesses.
    const invitation = newId(Date.parse(AT));
    await asSystem(async (tx) => {
      const invited = { tokenHash: hashToken(invitation), partnershipId, organisationId, role: "reader" as const };
      const times = { at: "2026-11-17T09:00:00.000Z" as Instant, expiresAt: "2026-12-17T09:00:00.000Z" as Instant };
      await store.addInvitation(tx, {
        id: invitation,
        ...invited,
        title: "",
        name: "Amina",
        createdBy: undefined,
        ...times,
      });
      await store.useInvitation(tx, invitation, idInDemo("person Amina"), times.at);
    });
    await expect(say("Amina")).rejects.toMatchObject(DENIED);
    await expect(say("Karin", expiresAt)).rejects.toMatchObject(DENIED);
    await expect(link()).rejects.toMatchObject(DENIED);
    await say("Karin");
    await expect(say("Karin")).rejects.toMatchObject({ code: "23505" });
    await expect(link()).rejects.toMatchObject(DENIED);
    await say("Petra");
    await expect(link(idInDemo("person Karin"))).rejects.toMatchObject(DENIED);
    await link();
    await expect(
      asSystem((tx) =>
        addRenewal(
          tx,
          partnershipId,
          {
            id: newId(Date.parse(AT)),
            organisationId,
            personId: GORAN,
            expiresAt: "2026-11-25T09:00:00.000Z" as Instant,
            witnesses: [],
          },
          AT,
        ),
      ),
    ).rejects.toMatchObject({ code: "23514" });
    await house.close();
  });
});
