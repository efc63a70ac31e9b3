import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { giveKey } from "../../test/authenticator.ts";
import { onBothEngines } from "../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../test/house.ts";
import type { Instant } from "../ground/time.ts";
import type { Database } from "../platform/server/database/database.ts";
import type { AnyTransaction } from "../platform/server/house.ts";
import { hashToken, newId } from "../platform/server/secrets.ts";
import * as api from "./api.ts";
import { addPerson, sessionOwner } from "./store.ts";
import type { PartnershipDatabase, Within } from "./tables.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const partnership = "ockelbo";
const no = "01930000-0000-7000-8000-0000000000aa";
const bogus = { id: "x", rawId: "x", type: "public-key" as const, response: {}, clientExtensionResults: {} };

onBothEngines("coming in", (fresh) => {
  let database: Database;
  let house: TestHouse;
  let stranger: Caller;
  beforeAll(async () => {
    database = await fresh({ demo: true });
    house = await openTestHouse(database);
    stranger = house.stranger;
  });
  const asSystem = <T>(work: (tx: Within<PartnershipDatabase>) => Promise<T>) =>
    database.transaction<PartnershipDatabase, T>({ as: "system" }, work);
  const municipality = async (karin: Caller) =>
    (await karin.call(api.people, { partnership })).value.parties.find(({ kind }) => kind === "municipality")!
      .organisationId;

  test("with a key: the answer counts once, within ten minutes, and only from a key that is known", async () => {
    const key = await giveKey(database, "Petra");
    const ask = async () => (await stranger.call(api.logInOptions, {})).value;
    const answerTo = (asked: { options: Record<string, unknown> }) => key.answer(asked.options["challenge"] as string);
    const asked = await ask();
    const given = { challengeId: asked.challengeId, answer: answerTo(asked) };
    expect((await stranger.call(api.logIn, given)).value).toEqual({ name: "Petra" });
    expect((await stranger.call(api.logIn, given)).problem.why).toBe("question-too-old");

    const second = await ask();
    const unknown = { challengeId: second.challengeId, answer: { ...answerTo(second), id: "okänd" } };
    expect((await stranger.call(api.logIn, unknown)).problem).toMatchObject({
      why: "key-not-recognised",
      detail: "Det gick inte: nyckeln kändes inte igen. Försök igen, eller använd en annan nyckel.",
    });
    const third = await ask();
    house.setClock("2026-11-24T09:10:00.000Z" as Instant);
    const late = { challengeId: third.challengeId, answer: answerTo(third) };
    expect((await stranger.call(api.logIn, late)).problem.why).toBe("question-too-old");
    house.setClock(AT);
  });

  test("gives a session of one's own, and ends the one before", async () => {
    const demo = (await stranger.call(api.demoPeople, {})).value.people.find(({ name }) => name === "Amina")!;
    const enter = (cookie: string) =>
      stranger.request("/api/partnership/log-in/demo", {
        method: "POST",
        headers: { "content-type": "application/json", cookie },
        body: JSON.stringify({ personId: demo.id }),
      });
    const cookieOf = (answer: Response) => answer.headers.get("set-cookie")!.split(";")[0]!;
    const first = cookieOf(await enter(""));
    const second = cookieOf(await enter(first));
    expect(second).not.toBe(first);
    const owner = (cookie: string) =>
      asSystem((tx) => sessionOwner(tx, hashToken(cookie.replace("samsyn=", "")), AT, { demo: true }));
    expect([await owner(first), await owner(second)]).toEqual([undefined, demo.id]);
    expect(
      await asSystem((tx) =>
        sessionOwner(tx, hashToken(second.replace("samsyn=", "")), "2026-12-08T09:00:00.000Z" as Instant, {
          demo: true,
        }),
      ),
    ).toBeUndefined();
  });

  test("without a key is for the invented people only", async () => {
    const real = newId(Date.parse(AT));
    await asSystem((tx) => addPerson(tx, { id: real, name: "Verklig", operator: false, at: AT }));
    expect((await stranger.call(api.logInAsDemo, { personId: real })).problem.why).toBe("demo-only");
    expect((await stranger.call(api.logInAsDemo, { personId: no })).status).toBe(404);
  });

  test("out, here or everywhere", async () => {
    const ingrid = await house.as("Ingrid");
    expect((await ingrid.call(api.whoAmI, {})).value.person).toMatchObject({
      name: "Ingrid",
      keys: 0,
      operator: false,
    });
    const out = await ingrid.request(api.logOut.path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ everywhere: true }),
    });
    // The next one at the same machine finds nothing of hers in the browser.
    expect([out.status, out.headers.get("clear-site-data")]).toEqual([200, '"cache"']);
    expect((await ingrid.call(api.whoAmI, {})).value.person).toBeNull();
    expect((await ingrid.call(api.people, { partnership })).status).toBe(401);
  });

  test("by invitation: a link to one role, which a made-up key does not use up", async () => {
    const karin = await house.as("Karin");
    const invitation = {
      partnership,
      organisationId: await municipality(karin),
      role: "reader" as const,
      title: "handläggare",
      name: "Maja",
    };
    const invited = (await karin.call(api.invitePerson, invitation)).value;
    expect(invited.expiresOn).toBe("2026-12-01");
    const token = invited.link.split("/").at(-1)!;
    const open = async () => stranger.call(api.openInvitation, { token });
    expect((await open()).value).toMatchObject({ name: "Maja", organisation: "Ockelbo kommun", operator: false });
    const accept = async () =>
      stranger.call(api.acceptInvitation, { token, challengeId: (await open()).value.challengeId, answer: bogus });
    expect((await accept()).problem.why).toBe("key-not-recognised");
    expect((await stranger.call(api.acceptInvitation, { token, challengeId: no, answer: bogus })).problem.why).toBe(
      "question-too-old",
    );
    expect((await open()).status).toBe(200);
    house.setClock("2026-12-01T09:00:00.000Z" as Instant);
    expect((await open()).problem).toMatchObject({ status: 410, why: "link-expired" });
    house.setClock(AT);
    expect((await stranger.call(api.openInvitation, { token: "hittepå" })).problem.why).toBe("link-unknown");
    await asSystem((tx) =>
      tx.updateTable("invitation").set({ used_at: AT }).where("token_hash", "=", hashToken(token)).execute(),
    );
    expect((await open()).problem.why).toBe("link-used");
  });

  test("a new key answers its own question only", async () => {
    const petra = await house.as("Petra");
    const asked = (await petra.call(api.keyOptions, {})).value;
    expect(
      (await petra.call(api.addKey, { challengeId: asked.challengeId, answer: bogus, label: "x" })).problem.why,
    ).toBe("key-not-recognised");
    expect(
      (await petra.call(api.addKey, { challengeId: asked.challengeId, answer: bogus, label: "x" })).problem.why,
    ).toBe("question-too-old");
    const hers = (await petra.call(api.keyOptions, {})).value;
    const johan = await house.as("Johan");
    expect(
      (await johan.call(api.addKey, { challengeId: hers.challengeId, answer: bogus, label: "x" })).problem.why,
    ).toBe("question-too-old");
  });

  test("roles are given and ended for one's own organisation, and the last administrator stays", async () => {
    const [karin, johan, tomas] = [await house.as("Karin"), await house.as("Johan"), await house.as("Tomas")];
    const { people } = (await karin.call(api.people, { partnership })).value;
    const grant = (name: string) => people.find((person) => person.name === name)!;
    const end = (who: Caller, name: string) =>
      who.call(api.endRole, { partnership, grantId: grant(name).grantId, reason: "Har slutat" });
    const invite = {
      partnership,
      organisationId: grant("Johan").organisationId,
      role: "reader" as const,
      title: "x",
      name: "y",
    };
    expect(await karin.call(api.invitePerson, invite)).toMatchObject({
      status: 403,
      problem: { why: "only-own-organisation" },
    });
    expect((await end(johan, "Amina")).problem.why).toBe("only-own-organisation");
    expect((await end(karin, "Tomas")).problem.why).toBe("last-administrator");
    expect((await end(karin, "Göran")).status).toBe(200);
    expect((await (await house.as("Göran")).call(api.people, { partnership })).status).toBe(404);
    expect((await (await house.as("Elin")).call(api.people, { partnership })).status).toBe(404);
    expect((await tomas.call(api.people, { partnership })).value.people.map(({ name }) => name)).not.toContain("Göran");
  });

  test("a new partnership is open when its police have said yes: those who are in Samsyn by a button, others by a link", async () => {
    const [karin, johan, tomas] = [await house.as("Karin"), await house.as("Johan"), await house.as("Tomas")];
    const founding = {
      municipality: { code: "2180", name: "Gävle" },
      county: { code: "21", name: "Gävleborgs län" },
      coordinatorTitle: "säkerhetschef",
    };
    const gastrikland = "polismyndigheten, lokalpolisområde Gästrikland";
    await tomas.call(api.foundPartnership, { ...founding, slug: "gavle", policeName: gastrikland });
    const partiesOf = async (slug: string) => (await tomas.call(api.people, { partnership: slug })).value.parties;
    const police = async (slug: string) => (await partiesOf(slug)).find(({ kind }) => kind === "police")!;
    expect(await police("gavle")).toMatchObject({ empty: true, accepted: false });
    // The same police as in Ockelbo: Johan is asked, Karin is not, and she cannot answer for them.
    expect((await johan.call(api.whoAmI, {})).value.asked).toMatchObject([{ slug: "gavle", name: "Gävle" }]);
    expect((await karin.call(api.whoAmI, {})).value.asked).toEqual([]);
    // Who is not asked is answered as if there were no such partnership.
    expect((await karin.call(api.joinPartnership, { slug: "gavle" })).problem).toMatchObject({
      why: "not-found",
      status: 404,
    });
    expect((await johan.call(api.joinPartnership, { slug: "finns-inte" })).status).toBe(404);
    expect((await johan.call(api.joinPartnership, { slug: "gavle" })).status).toBe(200);
    expect((await johan.call(api.joinPartnership, { slug: "gavle" })).status).toBe(404);
    expect(await police("gavle")).toMatchObject({ empty: false, accepted: true });
    expect((await johan.call(api.whoAmI, {})).value.partnerships.map(({ slug }) => slug)).toContain("gavle");

    await tomas.call(api.foundPartnership, { ...founding, slug: "soderhamn", policeName: "Polisen Ångermanland" });
    // The same police however the name is written.
    await tomas.call(api.foundPartnership, { ...founding, slug: "bollnas", policeName: " polisen ångermanland" });
    expect((await police("bollnas")).organisationId).toBe((await police("soderhamn")).organisationId);
    const { organisationId } = await police("soderhamn");
    const first = { partnership: "soderhamn", organisationId, title: "kommunpolis", name: "Sven" };
    // Whoever founds gets no link to the other organisation: it is asked for (first/routes.test.ts).
    for (const role of ["reader", "liaison", "administrator"] as const)
      expect((await tomas.call(api.invitePerson, { ...first, role })).problem.why, role).toBe("only-own-organisation");
    const said = await asSystem((tx) =>
      sql<{
        name: string;
      }>`select event.name as name from event join partnership on partnership.id::text = chain where slug in ('gavle', 'soderhamn') order by seq`.execute(
        tx as unknown as AnyTransaction,
      ),
    );
    expect(said.rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["partnership.founded", "partner.accepted"]),
    );
  });

  test("the operator founds a partnership, and sees what has failed; others do neither", async () => {
    const [karin, tomas] = [await house.as("Karin"), await house.as("Tomas")];
    const founding = {
      slug: "sandviken",
      municipality: { code: "2181", name: "Sandviken" },
      county: { code: "21", name: "Gävleborg" },
      policeName: "Polisen Sandviken",
      centre: [16.77, 60.62] as [number, number],
      coordinatorTitle: "samordnare",
    };
    expect((await karin.call(api.foundPartnership, founding)).status).toBe(403);
    expect((await tomas.call(api.foundPartnership, { ...founding, slug: "lova" })).problem.why).toBe(
      "address-reserved",
    );
    expect((await tomas.call(api.foundPartnership, founding)).value).toEqual({ slug: "sandviken" });
    expect((await tomas.call(api.foundPartnership, founding)).problem.why).toBe("address-taken");
    expect((await tomas.call(api.people, { partnership: "sandviken" })).value.people.map(({ role }) => role)).toEqual(
      expect.arrayContaining(["administrator", "coordinator"]),
    );
    expect((await tomas.call(api.deadJobs, {})).value).toEqual({
      jobs: [],
      letters: { waiting: 0, failed: 0, givenUp: 0 },
    });
    expect((await karin.call(api.deadJobs, {})).status).toBe(403);
    expect((await karin.call(api.reviveJob, { id: no })).status).toBe(403);
    expect((await tomas.call(api.sendLettersAgain, {})).value).toEqual({ letters: 0 });
    expect((await karin.call(api.sendLettersAgain, {})).status).toBe(403);
  });
});
