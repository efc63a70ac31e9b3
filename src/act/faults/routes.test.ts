// From an item to the municipality's fault-reporting system and back, over real HTTP: the system is one of the test's own, which answers as well or as badly as it is told to.
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { instantOf } from "../../ground/time.ts";
import type { Database } from "../../platform/server/database/database.ts";
import { callOut, type OutNetwork } from "../../platform/server/call-out.ts";
import * as items from "../items/api.ts";
import * as api from "./api.ts";
import { neverTwice, speakWithFaultSystems } from "./reactions.ts";
import { settleSending } from "./store.ts";
import type { ActDatabase } from "../tables.ts";

const partnership = "ockelbo";
const ADDRESS = "https://fel.example/open311/v2";
type Came = { readonly method: string; readonly path: string; readonly form: Readonly<Record<string, string>> };

onBothEngines("fault reports", (fresh) => {
  let database: Database;
  let house: TestHouse;
  let karin: Caller;
  let petra: Caller;
  let johan: Caller;
  let admin: Caller;
  let server: Server;
  let came: Came[] = [];
  let answers: (came: Came, response: ServerResponse) => void;
  const ids: string[] = [];
  let now = Date.parse("2026-11-24T09:00:00.000Z");

  beforeAll(async () => {
    database = await fresh({ demo: true });
    house = await openTestHouse(database);
    [karin, petra, johan, admin] = [
      await house.as("Karin"),
      await house.as("Petra"),
      await house.as("Johan"),
      await house.as("Tomas"),
    ];
    server = createServer((incoming: IncomingMessage, response) => {
      let body = "";
      incoming.on("data", (part: Buffer) => (body += part.toString()));
      incoming.on("end", () => {
        const one = {
          method: incoming.method ?? "",
          path: incoming.url ?? "",
          form: Object.fromEntries(new URLSearchParams(body)),
        };
        came.push(one);
        answers(one, response);
      });
    });
    await new Promise<void>((listens) => server.listen(0, "127.0.0.1", listens));
    const { items: all } = (await karin.call(items.listItems, { partnership })).value;
    const open = ["registered", "sent", "question", "received", "investigated", "decided", "planned", "underway"];
    for (const { id, manager, state, from } of all)
      if (manager === "municipality" && from === "walk" && open.includes(state)) ids.push(id);
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  const port = () => (server.address() as AddressInfo).port;
  const network = (to = port()): OutNetwork => ({
    addressesOf: async () => ["194.71.24.10"],
    isPublic: () => true,
    request: ((url: URL, options: object, heard: (incoming: IncomingMessage) => void) =>
      request(
        { ...options, lookup: undefined, host: "127.0.0.1", port: to, path: url.pathname + url.search },
        heard,
      )) as OutNetwork["request"],
  });
  /** What the clock does, and what came of it to the other system. */
  const minute = async (to?: number): Promise<readonly Came[]> => {
    came = [];
    const limits = { milliseconds: 2000, bytes: 100_000 };
    await speakWithFaultSystems({ ...house.house, call: (url, message) => callOut(url, message, limits, network(to)) });
    return came;
  };
  const later = (milliseconds: number) => {
    now += milliseconds;
    house.setClock(instantOf(now));
  };
  const nextDay = () => later(86_400_000);
  const json = (response: ServerResponse, value: unknown, status = 200) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
  const shown = async (id: string, who = karin) => (await who.call(api.showFaultReport, { partnership, id })).value;
  const settings = async (who = admin) => (await who.call(api.showFaultSystem, { partnership })).value;
  const send = (id: string, who = karin, differs: object = {}) =>
    who.call(api.sendFaultReport, {
      partnership,
      id,
      code: "001",
      text: "Lampan vid bänken är släckt",
      withPosition: true,
      ...differs,
    });
  const TYPES = [
    { service_code: "001", service_name: "Belysning", metadata: false, type: "realtime", group: "Gata" },
    { service_code: "002", service_name: "Parkering", metadata: true, type: "realtime" },
    { service_code: "003", service_name: "Tyck till", metadata: false, type: "blackbox" },
  ];
  const set = (who: Caller, differs: object = {}) =>
    who.call(api.setFaultSystem, {
      partnership,
      address: ADDRESS,
      jurisdiction: "ockelbo.se",
      key: "hemlig",
      ...differs,
    });

  test("an administrator of the municipality says where it is; its types are fetched, and nobody reads its key", async () => {
    expect(ids.length).toBeGreaterThan(4);
    for (const who of [karin, johan]) expect((await set(who)).problem).toMatchObject({ why: "not-yours" });
    expect((await set(admin, { address: "ftp://fel" })).problem).toMatchObject({ why: "fault-system-needs-https" });
    const asked = { address: `${ADDRESS}?a` };
    expect((await set(admin, asked)).problem).toMatchObject({ why: "fault-system-without-question" });
    expect((await send(ids[0]!)).problem).toMatchObject({ why: "no-fault-system" });
    expect((await set(admin)).status).toBe(200);
    answers = (_came, response) => response.writeHead(500).end();
    await minute();
    expect((await settings()).system).toMatchObject({ fault: "status", isAsked: false, types: [] });
    expect((await set(admin, { key: "" })).status).toBe(200);
    answers = ({ path }, response) => {
      if (path.includes("/services/002")) {
        const attributes = [{ variable: true, code: "REG", required: true }];
        json(response, { service_code: "002", attributes });
      } else json(response, TYPES);
    };
    expect((await minute()).map(({ path }) => path)).toEqual([
      "/open311/v2/services.json?jurisdiction_id=ockelbo.se",
      "/open311/v2/services/002.json?jurisdiction_id=ockelbo.se",
    ]);
    const { system, mine } = await settings(johan);
    expect([mine, system?.address]).toEqual([false, "https://fel.example"]);
    expect(system?.types.map(({ code, way }) => [code, way])).toEqual([
      ["001", "followed"],
      ["002", "asks-more"],
      ["003", "never-answers"],
    ]);
    expect((await settings()).system).toMatchObject({ hasKey: true, address: ADDRESS, fault: null });
    expect(JSON.stringify(await settings())).not.toContain("hemlig");
    const chosen = [{ category: "place.lighting" as const, code: "001" }];
    expect((await admin.call(api.chooseFaultTypes, { partnership, chosen })).status).toBe(200);
    expect((await karin.call(api.chooseFaultTypes, { partnership, chosen })).problem).toMatchObject({
      why: "not-yours",
    });
    const none = [{ category: "place.lighting" as const, code: "003" }];
    expect((await admin.call(api.chooseFaultTypes, { partnership, chosen: none })).problem).toMatchObject({
      why: "fault-type-gone",
    });
  });

  test("what the rules refuse, the database refuses too", async () => {
    const as = (name: string) => ({ as: "staff", personId: idInDemo(`person ${name}`) }) as const;
    const tried = (name: string, statement: ReturnType<typeof sql>) =>
      database
        .trial<Record<string, never>, number>(as(name), async (tx) =>
          Number((await statement.execute(tx)).numAffectedRows),
        )
        .catch((error: { code?: string }) => error.code);
    expect(await tried("Tomas", sql`select key from fault_system_secret`)).toBe("42501");
    for (const name of ["Karin", "Johan"]) {
      expect(await tried(name, sql`update fault_system set address = 'https://min.example'`)).toBe(0);
      expect(await tried(name, sql`update fault_system_secret set key = 'min' where true`)).toBe(0);
      expect(await tried(name, sql`delete from fault_system`)).toBe(0);
    }
    const columns = (
      to = ADDRESS,
    ) => sql`insert into fault_report (id, partnership_id, row_id, organisation_id, office, sent_by, asked_at, type_code, type_name, text, place, next_try, sent_to, sent_jurisdiction)
      select gen_random_uuid(), r.partnership_id, r.id, p.organisation_id, '', samsyn_person(), now(), '1', '', 'x', '', now(), ${to}, 'ockelbo.se'
      from protocol_row r join partnership_party p on p.partnership_id = r.partnership_id and p.standing = 'municipality' where r.id = ${ids[0]}`;
    expect(await tried("Karin", columns())).toBe(1);
    expect(await tried("Karin", columns("https://annat.example"))).toBe("42501");
    expect(await tried("Johan", columns())).toBe("42501");
    expect(await tried("Tomas", columns())).toBe("42501");
    expect(await tried("Karin", sql`update fault_report set attempts = 0`)).toBe("42501");
  });

  test("an item is sent once, with the words that were chosen and nothing of whoever said it, and followed until they have closed it", async () => {
    const id = ids[0]!;
    expect(await shown(id)).toMatchObject({ may: true, report: null });
    expect((await shown(id, johan)).may).toBe(false);
    expect((await send(id, johan)).problem).toMatchObject({ why: "not-yours" });
    expect((await send(id, karin, { text: "" })).problem).toMatchObject({ why: "fault-text-needed" });
    expect((await send(id, karin, { code: "002" })).problem).toMatchObject({ why: "fault-type-gone" });
    expect((await send(id, karin, { text: "Ring 070-123 45 67" })).problem).toMatchObject({ why: "text-has-phone" });
    const twice = await Promise.all([send(id), send(id, petra)]);
    expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(twice.map(({ problem }) => problem?.why).filter(Boolean)).toEqual(["fault-sent-already"]);
    answers = (_came, response) => json(response, [{ service_request_id: 293944, account_id: null }], 201);
    const [posted, ...more] = await minute();
    expect(posted).toMatchObject({ method: "POST", path: "/open311/v2/requests.json" });
    const { description, lat: _lat, long: _long, address_string: where, ...rest } = posted!.form;
    expect(rest).toEqual({ api_key: "hemlig", jurisdiction_id: "ockelbo.se", service_code: "001" });
    expect(description).toMatch(/^Lampan vid bänken är släckt\n\nSamsyn [0-9A-F]{10}$/);
    expect(where).toBe((await shown(id)).place);
    // Looked for in the same minute: here it answers with what it takes in.
    expect(more.map(({ path }) => path)).toEqual([
      "/open311/v2/requests.json?jurisdiction_id=ockelbo.se&service_request_id=293944",
    ]);
    expect(await minute()).toEqual([]);
    expect((await shown(id, johan)).report).toMatchObject({ state: "filed", caseNumber: "293944", isFollowed: true });
    nextDay();
    const note = "Lampan är bytt. Frågor till Anna Svensson, 070-123 45 67";
    answers = (_came, response) =>
      json(response, [{ service_request_id: 293944, status: "closed", status_notes: note, service_name: "Belysning" }]);
    await minute();
    const before = (await karin.call(items.openItem, { partnership, id })).value;
    const { report } = await shown(id);
    expect(report).toMatchObject({ state: "closed", isFollowed: false });
    expect(report?.said).toBe("Lampan är bytt. Frågor till [namn], [telefonnummer]");
    // That they say so moves nothing: somebody looks first.
    expect(["done", "verified"]).not.toContain(before.state);
    expect(await minute()).toEqual([]);
  });

  test("an answer that is lost is never sent again by itself: a person looks there, and says which it is", async () => {
    const [, id, other] = ids as [string, string, string];
    await send(id);
    await send(other);
    answers = (_came, response) => response.destroy();
    const both = await minute();
    expect(both.filter(({ method }) => method === "POST")).toHaveLength(2);
    nextDay();
    expect(await minute()).toEqual([]);
    expect((await shown(id, karin)).report).toMatchObject({ state: "unsure", fault: "lost" });
    expect((await send(id)).problem).toMatchObject({ why: "fault-sent-already" });
    const settle = (of: string, found: "there" | "not-there", caseNumber = "", who = karin) =>
      who.call(api.settleFaultReport, { partnership, id: of, found, caseNumber });
    expect((await settle(id, "there", "7", johan)).problem).toMatchObject({ why: "not-yours" });
    expect((await settle(id, "there", "7 8")).problem).toMatchObject({ why: "fault-case-number-wrong" });
    expect((await settle(id, "there", "7")).status).toBe(200);
    expect((await settle(id, "there", "7")).problem).toMatchObject({ why: "fault-not-unsure" });
    expect((await settle(other, "not-there")).status).toBe(200);
    // One that fell after it was written down there is no better known.
    answers = ({ method }, response) =>
      method === "POST" ? response.writeHead(503).end() : json(response, [{ service_request_id: "7", status: "open" }]);
    expect((await minute()).filter(({ method }) => method === "POST")).toHaveLength(1);
    expect((await shown(id)).report).toMatchObject({ state: "filed", caseNumber: "7" });
    expect((await shown(other)).report).toMatchObject({ state: "unsure", fault: "status", status: 503 });
    await settle(other, "there", "8");
  });

  test("where nobody is reached it is tried again; a ticket becomes a number; a no is told as they say it", async () => {
    const [, , , id, other] = ids as [string, string, string, string, string];
    await send(id);
    const closed = createServer();
    const deaf = await new Promise<number>((found) =>
      closed.listen(0, "127.0.0.1", () => found((closed.address() as AddressInfo).port)),
    );
    await new Promise((over) => closed.close(over));
    expect(await minute(deaf)).toEqual([]);
    expect((await shown(id)).report).toMatchObject({ state: "waiting", fault: "not-reached", attempts: 1 });
    nextDay();
    answers = ({ method, path }, response) => {
      if (method === "POST") json(response, [{ token: 12 }]);
      else if (path.includes("/tokens/12")) json(response, [{ token: 12, service_request_id: "" }]);
      else json(response, [], 404);
    };
    await minute();
    expect((await shown(id)).report).toMatchObject({ state: "ticket", caseNumber: null });
    nextDay();
    answers = ({ path }, response) => {
      if (path.includes("/tokens/12")) json(response, [{ token: 12, service_request_id: "900" }]);
      // It says no to all of them for one that it does not know.
      else if (path.includes("%2C")) json(response, [{ code: 404, description: "?" }], 404);
      else if (path.includes("=900"))
        json(response, [{ service_request_id: "900", status: "open", status_notes: "Tack" }]);
      else json(response, [], 404);
    };
    await minute();
    nextDay();
    expect((await minute()).filter(({ path }) => path.includes("%2C")).length).toBeGreaterThan(0);
    expect((await shown(id)).report).toMatchObject({ state: "filed", caseNumber: "900", said: "Tack" });
    await send(other);
    answers = (_came, response) => json(response, [{ code: 403, description: "Fel nyckel" }], 403);
    await minute();
    expect((await shown(other)).report).toMatchObject({ state: "refused", said: "Fel nyckel", status: 403 });
    expect((await shown(other)).may).toBe(true);
  });

  test("whoever fell while sending has left it to a person, and what waits for a system that is gone is not sent to the next", async () => {
    const other = ids[4]!;
    nextDay();
    await send(other);
    await database.asOwner((tx) =>
      sql`update fault_report set state = 'sending', attempts = 1, tried_at = '2026-11-24' where state = 'waiting'`.execute(
        tx,
      ),
    );
    expect((await minute()).filter(({ method }) => method === "POST")).toEqual([]);
    expect((await shown(other)).report).toMatchObject({ state: "unsure", fault: "lost" });
    await karin.call(api.settleFaultReport, { partnership, id: other, found: "not-there", caseNumber: "" });
    expect((await karin.call(api.removeFaultSystem, { partnership })).problem).toMatchObject({ why: "not-yours" });
    expect((await admin.call(api.removeFaultSystem, { partnership })).status).toBe(200);
    expect((await shown(other)).report).toMatchObject({ state: "refused", fault: "removed" });
    expect((await shown(ids[3]!)).report).toMatchObject({ state: "filed", isFollowed: false });
    expect(await minute()).toEqual([]);
  });

  test("one that speaks XML only is spoken to in XML", async () => {
    nextDay();
    await set(admin);
    answers = ({ path }, response) => {
      if (path.includes(".json")) response.writeHead(404).end();
      else
        response.end(
          "<?xml version='1.0'?><services><service><service_code>L</service_code><service_name>Ljus</service_name></service></services>",
        );
    };
    await minute();
    expect((await settings()).system?.types.map(({ name }) => name)).toEqual(["Ljus"]);
    expect((await send(ids[4]!, karin, { code: "L" })).status).toBe(200);
    answers = (_came, response) =>
      response.end(
        "<service_requests><request><service_request_id>X-1</service_request_id></request></service_requests>",
      );
    expect((await minute())[0]).toMatchObject({ method: "POST", path: "/open311/v2/requests.xml" });
    expect((await shown(ids[4]!)).report).toMatchObject({ caseNumber: "X-1" });
  });

  /** It has these types, and takes in what is sent by this number. */
  const takes =
    (caseNumber: string): typeof answers =>
    ({ method, path }, response) => {
      if (path.includes("/services.")) json(response, TYPES);
      else json(response, method === "POST" ? [{ service_request_id: caseNumber }] : []);
    };

  test("another address or jurisdiction is another system: what is with the one before stands in the way of nothing, and is looked for once it is back", async () => {
    const id = ids[4]!;
    expect(await shown(id)).toMatchObject({ may: false, report: { caseNumber: "X-1", isFollowed: true } });
    for (const differs of [{ jurisdiction: "annan" }, { address: "https://annat.example" }]) {
      await set(admin, differs);
      expect((await settings()).system).toMatchObject({ types: [], isAsked: true });
      const caseNumber = `N-${Object.keys(differs)[0]}`;
      answers = takes(caseNumber);
      expect((await minute()).some(({ path }) => path.includes("X-1"))).toBe(false);
      expect(await shown(id)).toMatchObject({ may: true, report: { isFollowed: false } });
      expect((await send(id)).status).toBe(200);
      expect((await send(id)).problem).toMatchObject({ why: "fault-sent-already" });
      await minute();
      expect(await shown(id)).toMatchObject({ may: false, report: { caseNumber, isFollowed: true } });
    }
    await set(admin);
    await minute();
    expect(await shown(id)).toMatchObject({ may: false, report: { caseNumber: "X-1", isFollowed: true } });
  });

  test("what waits for one system is never sent to another, whatever became of it in between", async () => {
    const id = ids[0]!;
    expect((await send(id)).status).toBe(200);
    answers = (_came, response) => response.destroy();
    await minute();
    await set(admin, { jurisdiction: "annan" });
    answers = takes("1");
    await minute();
    expect(await shown(id)).toMatchObject({ may: false, maySettle: true, report: { state: "unsure" } });
    await karin.call(api.settleFaultReport, { partnership, id, found: "not-there", caseNumber: "" });
    expect((await minute()).filter(({ method }) => method === "POST")).toEqual([]);
    expect(await shown(id)).toMatchObject({ may: true, report: { state: "refused", fault: "removed" } });
    await set(admin);
    await minute();
  });

  test("the tries are counted on where it is sent again, so that what comes late of one says nothing of another", async () => {
    const id = ids[0]!;
    await send(id);
    answers = (_came, response) => response.destroy();
    await minute();
    const late = async () => {
      const { rows } = await database.asOwner((tx) =>
        sql<{
          id: string;
        }>`select id from fault_report where row_id = ${id} order by asked_at desc, id desc limit 1`.execute(tx),
      );
      const came = { status: 201, at: instantOf(now), look: undefined };
      await database.transaction<ActDatabase, void>({ as: "system" }, (tx) =>
        settleSending(tx, { id: rows[0]!.id, attempts: 1 }, { state: "filed", caseNumber: "SEN" }, came),
      );
    };
    const notThere = () => karin.call(api.settleFaultReport, { partnership, id, found: "not-there", caseNumber: "" });
    await notThere();
    await late();
    expect((await shown(id)).report).toMatchObject({ state: "waiting", attempts: 1 });
    await minute();
    await late();
    expect((await shown(id)).report).toMatchObject({ state: "unsure", attempts: 2, caseNumber: null });
    await notThere();
    // The third try is the first since then: nobody waits longer for it.
    const closed = createServer();
    const deaf = await new Promise<number>((found) =>
      closed.listen(0, "127.0.0.1", () => found((closed.address() as AddressInfo).port)),
    );
    await new Promise((over) => closed.close(over));
    await minute(deaf);
    expect((await shown(id)).report).toMatchObject({
      state: "waiting",
      attempts: 3,
      nextTry: instantOf(now + 80_000),
    });
    later(80_000);
    answers = takes("55");
    await minute();
    expect((await shown(id)).report).toMatchObject({ state: "filed", caseNumber: "55" });
  });

  test("one that leads on elsewhere may have taken it in, and what they say is kept without odd letters and without the key", async () => {
    const [, , , , , id] = ids as [string, string, string, string, string, string];
    await send(id);
    answers = (_came, response) => response.writeHead(303, { location: "/tack" }).end();
    await minute();
    expect((await shown(id)).report).toMatchObject({ state: "unsure", fault: "moved", status: 303 });
    await karin.call(api.settleFaultReport, { partnership, id, found: "not-there", caseNumber: "" });
    answers = (_came, response) =>
      response
        .writeHead(403, { "content-type": "application/json" })
        .end('[{"code":403,"description":"Nyckeln hemlig\\u0000 gäller inte\\ud800"}]');
    await minute();
    expect((await shown(id)).report).toMatchObject({
      state: "refused",
      said: "Nyckeln «…»\ufffd gäller inte\ufffd",
    });
    await set(admin);
    answers = (_came, response) =>
      response
        .writeHead(200, { "content-type": "application/json" })
        .end('[{"service_code":"001","service_name":"A\\u0000","description":"\\udc00"}]');
    await minute();
    expect((await settings()).system).toMatchObject({ isAsked: false, fault: null });
    expect((await settings()).system?.types).toMatchObject([{ name: "A\ufffd", note: "\ufffd" }]);
  });

  test("what falls with one stops none of the others, and is told when they have been spoken to", async () => {
    const [, , , , , one] = ids as [string, string, string, string, string, string];
    nextDay();
    await send(one);
    await set(admin);
    answers = takes("77");
    came = [];
    const called: string[] = [];
    const speak = speakWithFaultSystems({
      ...house.house,
      call: async (url, message) => {
        called.push(message.method);
        if (url.includes("/services")) throw new Error("types fell");
        if (message.method === "POST") throw new Error("sending fell");
        return callOut(url, message, { milliseconds: 2000, bytes: 100_000 }, network());
      },
    });
    await expect(speak).rejects.toMatchObject({
      errors: [{ message: "types fell" }, { message: "sending fell" }],
    });
    expect(called.slice(0, 2)).toEqual(["GET", "POST"]);
    expect(came.length).toBeGreaterThan(0);
    expect((await settings()).system).toMatchObject({ isAsked: false, fault: "unreadable" });
    expect((await shown(one)).report).toMatchObject({ state: "unsure", fault: "unreadable" });
    await karin.call(api.settleFaultReport, { partnership, id: one, found: "there", caseNumber: "77" });
    await minute();
  });

  test("one that does not answer is not asked again in the same round, and what was not asked about is looked for soon", async () => {
    nextDay();
    const numbersOf = (all: readonly Came[]) =>
      all.map(({ path }) => new URLSearchParams(path.split("?")[1]).get("service_request_id")!.split(","));
    answers = ({ path }, response) => {
      if (path.includes("%2C")) json(response, [], 404);
      else response.destroy();
    };
    const asked = numbersOf(await minute());
    const [all] = asked;
    expect(all!.length).toBeGreaterThan(3);
    // All, half of them, half of those, and so on to the one that nobody answers for.
    expect(asked.at(-1)).toHaveLength(1);
    expect(asked).toHaveLength(Math.ceil(Math.log2(all!.length)) + 1);
    expect(await minute()).toEqual([]);
    later(15 * 60_000);
    answers = (_came, response) => json(response, []);
    const rest = numbersOf(await minute());
    expect(rest.map((some) => some.toSorted())).toEqual([
      all!.filter((one) => !asked.at(-1)!.includes(one)).toSorted(),
    ]);
  });

  test("a system that is slow has its minute of each round", async () => {
    nextDay();
    const many = Array.from({ length: 9 }, (_, at) => ({ service_code: `${at}`, service_name: "x", metadata: true }));
    await set(admin);
    answers = takes("1");
    await minute();
    expect((await settings()).system?.types).toHaveLength(3);
    await set(admin);
    const id = ids[5]!;
    await database.asOwner((tx) =>
      sql`update fault_report set state = 'closed', closed_at = now() where row_id = ${id} and state = 'filed'`.execute(
        tx,
      ),
    );
    expect((await send(id)).status).toBe(200);
    answers = (one, response) => {
      later(25_000);
      if (one.path.includes("/services.")) json(response, many);
      else json(response, one.method === "POST" ? [{ service_request_id: "99" }] : { service_code: "0" });
    };
    expect((await minute()).map(({ path }) => path.split("?")[0]!.split("/").at(-1))).toEqual([
      "services.json",
      "0.json",
      "1.json",
    ]);
    expect((await settings()).system?.types.map(({ way }) => way)).toEqual([
      "followed",
      "followed",
      ...Array.from({ length: 7 }, () => "asks-more"),
    ]);
    expect((await shown(id)).report).toMatchObject({ state: "waiting" });
    expect((await minute())[0]).toMatchObject({ method: "POST" });
    expect((await shown(id)).report).toMatchObject({ state: "filed", caseNumber: "99" });
  });

  test("it is not begun again while it is under way, and is when it has ended, however that was", async () => {
    const ends: (() => void)[] = [];
    let begun = 0;
    const work = neverTwice(async () => {
      begun += 1;
      await new Promise<void>((_end, fall) => ends.push(() => fall(new Error("fell"))));
    });
    const first = work();
    await work();
    expect(begun).toBe(1);
    ends[0]!();
    await expect(first).rejects.toThrow("fell");
    void work().catch(() => undefined);
    expect(begun).toBe(2);
  });
});
