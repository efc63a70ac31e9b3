import { createHash } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "../../../test/house.ts";
import type { Instant } from "../../ground/time.ts";
import type { Database } from "../../platform/server/database/database.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import { newId } from "../../platform/server/secrets.ts";
import * as pledge from "../api.ts";
import * as api from "./api.ts";
import { readPublished } from "./routes.ts";

const partnership = "ockelbo";
const where = { partnership, slug: "2025-2027", language: "sv" as const };

onBothEngines("a promise's texts through their doors", (fresh) => {
  let database: Database;
  let house: TestHouse;
  let karin: Caller;
  let johan: Caller;
  let petra: Caller;
  beforeAll(async () => {
    database = await fresh({ demo: true });
    house = await openTestHouse(database);
    [karin, johan, petra] = [await house.as("Karin"), await house.as("Johan"), await house.as("Petra")];
  });
  const read = async (who: Caller = karin, slug = where.slug) =>
    (await who.call(api.readRenderings, { ...where, slug })).value;

  test("are there for a signed promise, in Swedish and with English around, and for no draft", async () => {
    const { texts, cannot } = await read();
    expect(cannot).toBeNull();
    expect(texts.map(({ channel }) => channel)).toEqual(["municipality-page", "police-page", "press", "poster"]);
    const english = (await karin.call(api.readRenderings, { ...where, language: "en" })).value.texts[0]!;
    expect(english.text).toContain("Checksum");
    await karin.call(pledge.startDraft, { partnership, slug: "2028-2030" });
    expect(await read(karin, "2028-2030")).toMatchObject({ texts: [], cannot: "not-signed-yet" });
    const refused = await karin.call(api.handOut, { ...where, slug: "2028-2030", channel: "press", form: "text" });
    expect(refused.problem.why).toBe("not-signed-yet");
    expect((await karin.call(api.readRenderings, { ...where, slug: "1999" })).status).toBe(404);
  });

  test("are kept byte for byte as they were handed out, once", async () => {
    const wish = { ...where, channel: "municipality-page", form: "html" } as const;
    const first = (await karin.call(api.handOut, wish)).value;
    expect((await johan.call(api.handOut, wish)).value).toEqual(first);
    house.setClock("2026-11-24T09:01:00.000Z" as Instant);
    const poster = (await johan.call(api.handOut, { ...where, channel: "poster", form: "pdf" })).value;
    const { handedOut, texts } = await read(johan);
    expect(handedOut.map(({ channel, form, ofOtherText }) => [channel, form, ofOtherText])).toEqual([
      ["poster", "pdf", false],
      ["municipality-page", "html", false],
    ]);
    const hashOf = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    expect(first.hash).toBe(hashOf(texts[0]!.html));
    const { body } = await database.transaction<Record<string, never>, { body: Uint8Array }>(
      { as: "system" },
      async (tx) =>
        (await sql<{ body: Uint8Array }>`select body from pledge_handed_out where id = ${poster.id}`.execute(tx))
          .rows[0]!,
    );
    expect(hashOf(body)).toBe(poster.hash);
    expect(Buffer.from(body).toString("latin1")).toMatch(/^%PDF/);
  });

  test("are handed out by those who write, and shown to nobody from elsewhere", async () => {
    expect((await petra.call(api.handOut, { ...where, channel: "press", form: "text" })).problem.why).toBe("not-yours");
    expect((await karin.call(api.handOut, { ...where, channel: "press", form: "pdf" })).problem.why).toBe(
      "form-not-of-channel",
    );
  });

  test("a published text is compared, told with its day, and not kept", async () => {
    const { texts } = await read();
    const secret = "Ring vaktmästaren på badhuset om något är trasigt där.";
    const published = `${texts[1]!.text.replace("minst tolv", "minst tio")}\n${secret}`;
    const wish = {
      partnership,
      slug: where.slug,
      place: "police-page",
      address: "https://polisen.se/x",
      text: published,
    } as const;
    const found = (await johan.call(api.comparePublished, wish)).value;
    expect(found).toMatchObject({ changed: 1, missing: 0, added: [secret] });
    const [check] = (await read()).checks;
    expect(check).toMatchObject({
      id: found.id,
      place: "police-page",
      fetched: false,
      changed: 1,
      added: 1,
      ofOtherText: false,
    });
    expect(JSON.stringify(check)).not.toContain("vaktmästaren");
    expect((await petra.call(api.comparePublished, wish)).problem.why).toBe("not-yours");
    expect((await karin.call(api.comparePublished, { ...wish, text: " " })).problem.why).toBe("published-text-empty");
    expect((await karin.call(api.comparePublished, { ...wish, text: "x ".repeat(150_000) })).problem.why).toBe(
      "published-text-too-long",
    );
  });

  test("a published page is read by its address where the operator allows it, and nobody is called before it is known who asks", async () => {
    const { texts } = await read();
    const called: string[] = [];
    const html = `<nav>Meny</nav>${texts[0]!.html.replace("minst tolv", "minst tio")}`;
    const route = readPublished(async (address) => {
      called.push(address);
      return address.endsWith("/borta") ? { ok: false, why: "page-not-there" } : { ok: true, text: html, isHtml: true };
    });
    const ask = async (who: string, readsPublished: boolean, change: object = {}) => {
      const input = {
        partnership,
        slug: where.slug,
        place: "municipality-page",
        address: " https://www.ockelbo.se/lofte ",
        ...change,
      };
      const person = await house.house.personOf(`test-session-of-${Buffer.from(who).toString("hex")}`);
      return route.serve(
        { ...house.house, settings: { ...house.house.settings, readsPublished } },
        { input, bytes: new Uint8Array(), contentType: "", person, sessionToken: undefined, lang: "sv" },
      );
    };
    for (const [answer, why] of [
      [await ask("Nobody", true), "not-logged-in"],
      [await ask("Petra", true), "not-yours"],
      [await ask("Karin", true, { slug: "2028-2030" }), "not-signed-yet"],
      [await ask("Karin", true, { slug: "1999" }), "not-found"],
      [await ask("Karin", false), "reading-pages-off"],
    ] as const)
      expect(answer).toMatchObject({ refusal: { why } });
    expect(called).toEqual([]);
    expect(await ask("Karin", true, { address: "https://www.ockelbo.se/borta" })).toMatchObject({
      refusal: { why: "page-not-there", field: "address" },
    });
    expect(await ask("Karin", true)).toMatchObject({ value: { changed: 1, missing: 0 } });
    expect(called.at(-1)).toBe("https://www.ockelbo.se/lofte");
    expect((await read()).checks.find(({ fetched }) => fetched)).toMatchObject({
      address: "https://www.ockelbo.se/lofte",
      changed: 1,
    });
    const outside = { partnership, slug: where.slug, place: "press", address: "https://www.ockelbo.se/" } as const;
    expect((await karin.call(api.readPublished, outside)).problem.why).toBe("reading-pages-off");
  });

  test("the database refuses what the rule refuses", async () => {
    const insert = (who: string, change: { by?: string; hash?: string; state?: string } = {}) =>
      database
        .trial<Record<string, never>, unknown>({ as: "staff", personId: idInDemo(`person ${who}`) }, (tx) =>
          sql`insert into pledge_handed_out (id, partnership_id, document_id, content_hash, channel, form, lang, body, hash, handed_at, handed_by, organisation_id)
            select ${newId(Date.now())}, d.partnership_id, d.id, d.content_hash, 'press', 'text', 'sv', convert_to('x', 'UTF8'),
              ${change.hash ?? createHash("sha256").update("x").digest("hex")}, now(), ${idInDemo(`person ${change.by ?? who}`)}, g.organisation_id
            from pledge_document d join role_grant g on g.person_id = ${idInDemo(`person ${who}`)} and g.partnership_id = d.partnership_id
            where d.slug = ${change.state ?? where.slug} limit 1`.execute(tx as unknown as AnyTransaction),
        )
        .then(
          () => "done",
          (error: { code?: string }) => error.code,
        );
    expect(await insert("Karin")).toBe("done");
    expect(await insert("Karin", { by: "Johan" })).toBe("42501");
    expect(await insert("Karin", { state: "2028-2030" })).toBe("42501");
    expect(await insert("Petra")).toBe("42501");
    expect(await insert("Karin", { hash: "0".repeat(64) })).toBe("23514");
    for (const table of ["pledge_handed_out", "pledge_drift_check"])
      for (const statement of [
        sql`delete from ${sql.table(table)}`,
        sql`update ${sql.table(table)} set example = true`,
      ])
        await expect(
          database.trial<Record<string, never>, unknown>({ as: "staff", personId: idInDemo("person Karin") }, (tx) =>
            statement.execute(tx as unknown as AnyTransaction),
          ),
        ).rejects.toMatchObject({ code: "42501" });
  });
});
