import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { openTestHouse, type TestHouse } from "../../test/house.ts";
import { renewed } from "../../test/renewed.ts";
import { strike } from "../../test/runs-out.ts";
import { insideDemo } from "../../test/stores.ts";
import { waiting } from "../follow/api.ts";
import type { Instant } from "../ground/time.ts";
import { openDocument } from "../pledge/api.ts";
import { readPublication } from "../tell/api.ts";
import type { Site } from "../tell/site.ts";

const partnership = "ockelbo";
const slug = "2025-2027";

onBothEngines("a promise that runs out", (fresh) => {
  const told = async (house: TestHouse) =>
    ((await house.stranger.call(readPublication, { slug: partnership })).value as unknown as Site).documents.find(
      (document) => document.slug === slug,
    )!;

  test("is spoken of once at each threshold, to both organisations and then to everybody, and is ended by the clock", async () => {
    const database = await fresh({ demo: true });
    const inside = await insideDemo(database);
    const house = await openTestHouse(database);
    const events = () =>
      inside.as("system", async (tx) => {
        const { rows } = await sql<{ name: string; body: unknown }>`select name, body::jsonb as body from event
          where name in ('pledge.expiring', 'pledge.closed') order by seq`.execute(tx);
        return rows.map(({ name, body }) => [name, body]);
      });
    // No document of the demo's neighbours runs out here.
    await strike(house, "2027-07-03");
    expect(await events()).toEqual([]);
    await strike(house, "2027-07-04");
    await strike(house, "2027-07-05");
    expect(await events()).toEqual([["pledge.expiring", { days: 180 }]]);
    expect((await told(house)).expiry).toBeNull();
    const karin = await house.as("Karin");
    const seen = async (who: typeof karin) => (await who.call(waiting, { partnership })).value.runsOut;
    expect(await seen(karin)).toMatchObject([{ slug, to: "2027-12-31", daysLeft: 179, closing: null, next: "none" }]);
    expect(await seen(await house.as("Johan"))).toEqual(await seen(karin));

    await strike(house, "2027-10-02");
    expect((await told(house)).expiry).toEqual({ to: "2027-12-31", next: "none" });
    await renewed(karin, slug, "2028-2030");
    await house.settle();
    expect((await told(house)).expiry).toEqual({ to: "2027-12-31", next: "begun" });

    await strike(house, "2027-12-31");
    expect((await karin.call(openDocument, { partnership, slug })).value.state).toBe("published");
    // A minute past midnight in Sweden.
    await strike(house, "2027-12-31", "23:01");
    await strike(house, "2028-01-01");
    // The demo's follow-up of 2025 tells how it went, so it is not said that nobody did.
    expect((await events()).slice(1)).toEqual([
      ["pledge.expiring", { days: 90 }],
      ["pledge.expiring", { days: 30 }],
      ["pledge.closed", { closing: "expired" }],
    ]);
    expect(await told(house)).toMatchObject({
      state: "closed",
      closing: "expired",
      expiry: { to: "2027-12-31", next: "begun" },
    });
    expect(await seen(karin)).toMatchObject([{ slug, closing: "expired", next: "begun" }]);
    await house.close();
  });

  test("has run out without follow-up where none is published, and the log says so", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    // As if nothing had been told: what is published is not taken back by anybody else than the owner of the database.
    await database.asOwner(async (tx) => {
      await sql`alter table period_report disable trigger all`.execute(tx);
      await sql`update period_report set state = 'draft', published_at = null, frozen_at = null, content_text = null, content_hash = null`.execute(
        tx,
      );
    });
    await strike(house, "2027-12-31", "23:01");
    const { closing, log } = await told(house);
    expect(closing).toBe("expired-without-follow-up");
    expect(log?.map(({ kind }) => kind).at(-1)).toBe("closed");
    await house.close();
  });

  test("is warned of by the clock alone: no person writes or takes away a warning", async () => {
    const inside = await insideDemo(await fresh({ demo: true }));
    const document = await inside.as("system", (tx) =>
      tx.selectFrom("pledge_document").select("id").where("slug", "=", slug).executeTakeFirstOrThrow(),
    );
    const row = {
      document_id: document.id,
      partnership_id: inside.partnershipId,
      days: 90 as const,
      warned_at: "2027-10-02T23:10:00.000Z" as Instant,
    };
    await expect(inside.as("Karin", (tx) => tx.insertInto("pledge_warning").values(row).execute())).rejects.toThrow(
      /permission denied|row-level security/,
    );
    await inside.as("system", (tx) => tx.insertInto("pledge_warning").values(row).execute());
    await expect(inside.as("Karin", (tx) => tx.deleteFrom("pledge_warning").execute())).rejects.toThrow(
      /permission denied|row-level security/,
    );
    const read = (who: string) => inside.as(who, (tx) => tx.selectFrom("pledge_warning").select("days").execute());
    expect(await read("Johan")).toEqual([{ days: 90 }]);
    expect(await read("Elin")).toEqual([]);
  });
});
