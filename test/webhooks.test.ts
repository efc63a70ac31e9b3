// From what is told to somebody else's system, and what that system makes of it with a library that is not ours.
import { createServer, request, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Ajv2020 from "ajv/dist/2020.js";
import { sql } from "kysely";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { onBothEngines } from "./databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "./house.ts";
import { listActivities, logOccasion } from "../src/act/api.ts";
import type { Id } from "../src/ground/id.ts";
import type { Day, Instant } from "../src/ground/time.ts";
import { recurringJobs } from "../src/main/recurring.ts";
import type { Database } from "../src/platform/server/database/database.ts";
import type { AnyTransaction } from "../src/platform/server/house.ts";
import type { OutNetwork } from "../src/platform/server/call-out.ts";
import { postWebhook } from "../src/platform/server/webhook-post.ts";
import { refreshAll } from "../src/tell/reactions.ts";
import * as api from "../src/tell/webhooks/api.ts";
import { eventSchema } from "../src/tell/webhooks/pages-event.ts";
import { sendDeliveries } from "../src/tell/webhooks/reactions.ts";
import { EVENT_KINDS } from "../src/tell/webhooks/webhook.ts";

const partnership = "ockelbo";
const ADDRESS = "https://system.example/in";
const at = (clock: string) => `2026-11-24T${clock}:00.000Z` as Instant;

onBothEngines("webhooks", (fresh) => {
  let database: Database;
  let house: TestHouse;
  let karin: Caller;
  let johan: Caller;
  let receiver: Server;
  let secret = "";
  let id = "" as Id<"webhook">;
  /** What the other system answers, and what has come to it. */
  let status = 204;
  let came: { readonly headers: Record<string, string>; readonly body: string }[] = [];

  beforeAll(async () => {
    database = await fresh({ demo: true });
    house = await openTestHouse(database);
    [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    receiver = createServer((incoming: IncomingMessage, response) => {
      let body = "";
      incoming.on("data", (part: Buffer) => (body += part.toString()));
      incoming.on("end", () => {
        came.push({ headers: incoming.headers as Record<string, string>, body });
        response.writeHead(status, { location: "https://elsewhere.example/" }).end();
      });
    });
    await new Promise<void>((listens) => receiver.listen(0, "127.0.0.1", listens));
  });
  afterAll(() => new Promise((closed) => receiver.close(closed)));

  const inSystem = <T>(work: (tx: AnyTransaction) => Promise<T>) =>
    database.transaction<Record<string, never>, T>({ as: "system" }, (tx) => work(tx));
  const network = (): OutNetwork => ({
    addressesOf: async () => ["194.71.24.10"],
    isPublic: () => true,
    request: ((url: URL, options: object, heard: (incoming: IncomingMessage) => void) =>
      request(
        { ...options, lookup: undefined, host: "127.0.0.1", port: (receiver.address() as AddressInfo).port },
        heard,
      )) as OutNetwork["request"],
  });
  /** What the clock does: looks for what is new, and sends what is due. */
  const minute = async () => {
    await house.settle();
    await recurringJobs(house.house).handlers["tell.write-deliveries"]!({});
    return sendDeliveries({ ...house.house, post: (address, message) => postWebhook(address, message, network()) });
  };
  const listed = async (caller: Caller) => (await caller.call(api.listWebhooks, { partnership })).value;
  const shown = async () => (await listed(karin)).webhooks.find((webhook) => webhook.id === id)!;
  /** Something that was promised is done, and told. */
  const doSomething = async (on: Day) => {
    const petra = await house.as("Petra");
    const { activities } = (await petra.call(listActivities, { partnership })).value;
    const logged = await petra.call(logOccasion, {
      partnership,
      activityId: activities.find(({ number, mine }) => mine && number === "1.2")!.id,
      occasion: {
        on,
        count: { value: 1, qualifier: "exact" },
        counted: "rondering",
        towardTarget: true,
        unitName: "Gatuenheten",
        place: { kind: "area", name: "Åmot" },
        note: "",
        outputs: [],
        source: "own-log",
        confirmed: false,
      },
    });
    expect(logged.status).toBe(200);
  };
  const one = () => ({ partnership, id });

  test("one is put up by those who speak for their organisation, and its secret is said once", async () => {
    const asked = { partnership, address: ADDRESS, kinds: [...EVENT_KINDS] };
    expect((await (await house.as("Petra")).call(api.addWebhook, asked)).problem).toMatchObject({ why: "not-yours" });
    const [unsealed, ofNothing] = [
      await karin.call(api.addWebhook, { ...asked, address: "http://system.example/in" }),
      await karin.call(api.addWebhook, { ...asked, kinds: [] }),
    ];
    expect(unsealed.problem).toMatchObject({ why: "webhook-needs-https" });
    expect(ofNothing.problem).toMatchObject({ why: "webhook-needs-events" });
    const added = (await karin.call(api.addWebhook, asked)).value;
    secret = added.secret;
    id = added.id as Id<"webhook">;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    for (let more = 0; more < 9; more++) await johan.call(api.addWebhook, asked);
    expect((await karin.call(api.addWebhook, asked)).problem).toMatchObject({ why: "too-many-webhooks" });
    for (const { id: other } of (await listed(johan)).webhooks.filter((webhook) => webhook.id !== id))
      expect((await johan.call(api.removeWebhook, { partnership, id: other })).status).toBe(200);
  });

  test("both parties see it, the other one changes nothing of it, and nobody reads its secret", async () => {
    // What stands after the domain is often the receiver's only lock.
    expect((await listed(johan)).webhooks).toMatchObject([
      { address: new URL(ADDRESS).origin, mine: false, organisation: "Ockelbo kommun" },
    ]);
    expect(await shown()).toMatchObject({ mine: true, paused: null, deliveries: [] });
    for (const door of [api.pauseWebhook, api.resumeWebhook, api.rollWebhookSecret, api.tryWebhook, api.removeWebhook])
      expect((await johan.call(door, one())).problem).toMatchObject({ why: "not-yours" });
    const asJohan = { as: "staff", personId: idInDemo("person Johan") } as const;
    const asKarin = { as: "staff", personId: idInDemo("person Karin") } as const;
    const touched = (scope: typeof asJohan, statement: ReturnType<typeof sql>) =>
      database
        .trial<Record<string, never>, number>(scope, async (tx) =>
          Number((await statement.execute(tx)).numAffectedRows),
        )
        .catch((error: { code?: string }) => error.code);
    expect(await touched(asJohan, sql`update webhook set paused_by = 'person', paused_at = now()`)).toBe(0);
    expect(await touched(asJohan, sql`delete from webhook`)).toBe(0);
    expect(await touched(asJohan, sql`update webhook_secret set secret = 'whsec_mine' where webhook_id = ${id}`)).toBe(
      0,
    );
    expect(await touched(asKarin, sql`select secret from webhook_secret`)).toBe("42501");
    expect(await touched(asKarin, sql`update webhook set address = 'https://mine.example/'`)).toBe("42501");
    expect(JSON.stringify(await listed(karin))).not.toContain("whsec_");
  });

  test("nothing that was told before is sent; what is told after it comes once, signed", async () => {
    expect([await minute(), came]).toEqual([0, []]);
    await doSomething("2026-11-23" as Day);
    expect(await minute()).toBe(1);
    expect(await minute()).toBe(0);
    const [{ headers, body }] = came as [(typeof came)[number]];
    expect(headers["content-type"]).toBe("application/cloudevents+json; charset=utf-8");
    expect(Number(headers["webhook-timestamp"])).toBe(Date.parse(at("09:00")) / 1000);
    // The library asks the machine's clock how old it is.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(at("09:00")) });
    const theirs = new Webhook(secret);
    expect(theirs.verify(body, headers)).toEqual(JSON.parse(body));
    expect(() => theirs.verify(body.replace("rondering", "annat"), headers)).toThrow("No matching signature");
    expect(() => new Webhook(`whsec_${"A".repeat(43)}=`).verify(body, headers)).toThrow("No matching signature");
    vi.useRealTimers();
    const event = JSON.parse(body);
    expect(event).toMatchObject({
      specversion: "1.0",
      id: headers["webhook-id"],
      source: "http://localhost:3000/ockelbo",
      type: "se.samsyn.activity.done",
      datacontenttype: "application/json",
      dataschema: "http://localhost:3000/oppna-data/handelse.schema.json",
      data: { title: { sv: "Gjort: rondering: 1" }, on: "2026-11-23", partnership: { name: "Ockelbo" } },
    });
    expect(event.data.page.sv).toBe(`${event.source}/${event.subject}`);
    const isValid = new Ajv2020({ validateFormats: false }).compile(eventSchema("http://localhost:3000"));
    expect([isValid(event.data), isValid.errors]).toEqual([true, null]);
    expect((await shown()).deliveries).toMatchObject([{ state: "delivered", status: 204, attempts: 1, nextTry: null }]);
  });

  test("what did not arrive is tried again, later and later, with the same id and a new signature", async () => {
    came = [];
    status = 500;
    house.setClock(at("09:01"));
    await karin.call(api.tryWebhook, one());
    expect(await minute()).toBe(0);
    expect((await shown()).deliveries[0]).toMatchObject({
      kind: "trial",
      state: "waiting",
      fault: "status",
      status: 500,
      nextTry: "2026-11-24T09:02:20.000Z",
    });
    house.setClock(at("09:02"));
    await minute();
    expect(came).toHaveLength(1);
    house.setClock(at("09:03"));
    status = 302;
    await minute();
    expect((await shown()).deliveries[0]).toMatchObject({ fault: "moved", attempts: 2 });
    house.setClock(at("09:10"));
    status = 200;
    expect(await minute()).toBe(1);
    expect(new Set(came.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(came.map(({ headers }) => headers["webhook-signature"])).size).toBe(3);
    expect(came).toHaveLength(3);
  });

  test("the secret is changed for a new one, which what comes then is signed with", async () => {
    came = [];
    house.setClock(at("09:11"));
    const rolled = (await karin.call(api.rollWebhookSecret, one())).value.secret;
    expect(rolled).not.toBe(secret);
    await karin.call(api.tryWebhook, one());
    expect(await minute()).toBe(1);
    const [{ headers, body }] = came as [(typeof came)[number]];
    expect(new Webhook(rolled).sign(headers["webhook-id"]!, new Date(at("09:11")), body)).toBe(
      headers["webhook-signature"],
    );
  });

  test("what is told while it is paused is not sent afterwards", async () => {
    came = [];
    await karin.call(api.pauseWebhook, one());
    expect((await karin.call(api.tryWebhook, one())).problem).toMatchObject({ why: "webhook-paused" });
    await doSomething("2026-11-22" as Day);
    expect(await minute()).toBe(0);
    await karin.call(api.resumeWebhook, one());
    expect([await minute(), came]).toEqual([0, []]);
  });

  test("what is taken back while it waits is not sent, nor what waited when it was paused", async () => {
    [came, status] = [[], 500];
    house.setClock(at("09:12"));
    await doSomething("2026-11-21" as Day);
    await minute();
    expect((await shown()).deliveries[0]).toMatchObject({ kind: "activity.done", state: "waiting" });
    await inSystem((tx) => sql`update publication set content = jsonb_set(content, '{current}', '[]')`.execute(tx));
    house.setClock(at("09:14"));
    expect([await minute(), came.length]).toEqual([0, 1]);
    await inSystem((tx) => refreshAll(tx, house.house.now()));
    await karin.call(api.tryWebhook, one());
    await minute();
    await karin.call(api.pauseWebhook, one());
    await minute();
    await karin.call(api.resumeWebhook, one());
    [came, status] = [[], 200];
    house.setClock(at("09:18"));
    expect([await minute(), came]).toEqual([0, []]);
  });

  test("no more than ten trials are sent in an hour, and a port of its own is no address", async () => {
    house.setClock(at("12:00"));
    for (let times = 0; times < 10; times++) expect((await karin.call(api.tryWebhook, one())).status).toBe(200);
    expect((await karin.call(api.tryWebhook, one())).problem).toMatchObject({ why: "too-many-trials" });
    expect(await minute()).toBe(10);
    house.setClock(at("13:30"));
    const onPort = { partnership, address: "https://system.example:8443/in", kinds: ["walk.told" as const] };
    expect((await karin.call(api.addWebhook, onPort)).problem).toMatchObject({ why: "webhook-needs-https" });
  });

  test("whoever answers that nobody is there any more is left alone", async () => {
    status = 410;
    house.setClock(at("13:40"));
    await karin.call(api.tryWebhook, one());
    await minute();
    const { paused, deliveries } = await shown();
    expect(paused).toBe("gone");
    expect(deliveries[0]).toMatchObject({ state: "given-up", fault: "gone", attempts: 1, nextTry: null });
  });

  test("with it goes everything that was to be sent", async () => {
    expect((await karin.call(api.removeWebhook, one())).status).toBe(200);
    expect((await listed(johan)).webhooks).toEqual([]);
    const left = await inSystem((tx) =>
      sql`select 1 from webhook_secret union all select 1 from webhook_delivery`.execute(tx),
    );
    expect(left.rows).toEqual([]);
    expect((await karin.call(api.removeWebhook, one())).status).toBe(404);
  });
});
