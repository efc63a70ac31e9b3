import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { giveKey } from "../../../test/authenticator.ts";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { insideDemo, type Inside } from "../../../test/stores.ts";
import { publishBoth } from "../../../test/publishing.ts";
import { withReasons } from "../../../test/with-reasons.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Database } from "../../platform/server/database/database.ts";
import * as pledge from "../api.ts";
import * as api from "./api.ts";

const partnership = "ockelbo";
const slug = "2025-2027";
const at = { partnership, slug };
const next = { partnership, slug: "2028-2030" };

onBothEngines("preparing the next promise", (fresh) => {
  let database: Database;
  let house: TestHouse;
  let inside: Inside;
  let [karin, johan]: Caller[] = [];
  let documentId: string;
  beforeAll(async () => {
    database = await fresh({ demo: true });
    inside = await insideDemo(database);
    house = await openTestHouse(database);
    [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    documentId = (await karin.call(pledge.openDocument, at)).value.id;
  });
  const read = async (who: Caller, of = at) => (await who.call(api.readRenewal, of)).value;
  const item = async (number: string) => (await read(karin!)).items.find((one) => one.number === number)!;
  const give = async (who: Caller, number: string, more: object) => {
    const { id, fate } = await item(number);
    await who.call(api.readItem, { ...at, itemId: id });
    return who.call(api.decideFate, {
      ...at,
      itemId: id,
      fate: "keep",
      reason: "",
      handedTo: "",
      revision: fate?.revision ?? 0,
      ...more,
    });
  };

  test("shows everything that was promised with what it led to, and whether one's own organisation has read it", async () => {
    const { items, mayDecide, successor } = await read(karin!);
    expect(items.map(({ number }) => number)).toEqual(["1", "1.1", "1.2", "2", "2.1", "3", "3.1", "3.2", "3.3"]);
    expect([mayDecide, successor, items.some((one) => one.read)]).toEqual([true, null, false]);
    expect((await item("1.1")).ledTo.told[0]).toMatchObject({ sv: expect.stringMatching(/^Gjort: .* kontroller[.]$/) });
    expect((await item("1.1")).ledTo.measured).toBe(true);
    // What has counted or measured results may be kept as it is; the drugs of 2018 and 2022 had none until now.
    expect(items.flatMap(({ number, stoodSince }) => (stoodSince === null ? [] : [number]))).toEqual([]);
    const former = { partnership, slug: "2022-2024" };
    expect((await read(karin!, former)).items.map((one) => one.stoodSince)).toContain("2018");
    expect((await (await house.as("Elin")).call(api.readRenewal, at)).status).toBe(404);
    const amina = await house.as("Amina");
    expect((await read(amina)).mayDecide).toBe(false);
  });

  test("tells what did not happen, and where those who had said it do not agree that it is done", async () => {
    const told = async (number: string) => (await item(number)).ledTo.told.map(({ sv }) => sv);
    expect(await told("1.1")).toContain("Blev inte av 1 gång: särskild händelse 1. Utan ny dag: 0.");
    const light = await told("2");
    expect(light.join(" ")).not.toMatch(/Ifrågasatt/);
    await inside.as("system", (tx) =>
      sql`insert into receipt_dispute (id, partnership_id, campaign_id, theme_id, receipt_key, verdict, said, disputed_on)
        select ${crypto.randomUUID()}, campaign.partnership_id, campaign.id, theme.id, repeat('b', 64), 'no', '["Lampan"]', '2026-11-02'
        from campaign, theme where campaign.slug = 'amot' and theme.name = 'mörka gångvägar i tätorten'`.execute(tx),
    );
    expect(await told("2")).toEqual([...light, "Ifrågasatt 1 gång av dem som sagt det. Utan svar: 1."]);
  });

  test("is decided by who has read, once at a time, with its reason", async () => {
    const { id } = await item("2.1");
    const end = { ...at, itemId: id, fate: "end" as const, reason: "Lyktorna står där.", handedTo: "", revision: 0 };
    expect((await karin!.call(api.decideFate, end)).problem.why).toBe("read-it-first");
    expect((await karin!.call(api.readItem, { ...at, itemId: id })).status).toBe(200);
    expect((await johan!.call(api.decideFate, end)).problem.why).toBe("read-it-first");
    expect((await karin!.call(api.decideFate, { ...end, reason: "" })).problem.why).toBe("fate-needs-reason");
    expect((await karin!.call(api.decideFate, end)).value).toEqual({ revision: 1 });
    await johan!.call(api.readItem, { ...at, itemId: id });
    expect((await johan!.call(api.decideFate, end)).problem.why).toBe("fate-changed-meanwhile");
    const both = await Promise.all(
      [karin!, johan!].map((who) => who.call(api.decideFate, { ...end, revision: 1, fate: "end" })),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await (await house.as("Amina")).call(api.decideFate, { ...end, revision: 2 })).problem.why).toBe(
      "not-yours",
    );
    expect((await item("2.1")).fate).toMatchObject({ fate: "end", reason: "Lyktorna står där.", revision: 2 });
  });

  test("lets nobody write past what the rule says, in the database either", async () => {
    const { partnershipId, organisations } = inside;
    const row = {
      document_id: documentId,
      item_id: (await item("1")).id,
      partnership_id: partnershipId,
      fate: "keep" as const,
      reason: "",
      handed_to: "",
      organisation_id: organisations["municipality"]!,
      revision: 1,
      decided_at: "2026-11-24T09:00:00.000Z" as Instant,
    };
    const writes = (who: string, more: object = {}) =>
      inside.as(who, (tx) =>
        tx
          .insertInto("pledge_fate")
          .values({ ...row, ...more })
          .execute(),
      );
    // Nobody of theirs has read it; it is of another promise; it is the other party's word; there is no reason.
    await expect(writes("Karin")).rejects.toThrow(/row-level security/);
    await karin!.call(api.readItem, { ...at, itemId: row.item_id });
    await expect(writes("Karin", { item_id: idInDemo("pledge 2022 1") })).rejects.toThrow(/row-level security/);
    await expect(writes("Karin", { organisation_id: organisations["police"]! })).rejects.toThrow(/row-level security/);
    await expect(writes("Karin", { fate: "end" })).rejects.toThrow(/check constraint/);
    await expect(writes("Amina")).rejects.toThrow(/row-level security/);
    await expect(writes("Elin")).rejects.toThrow(/row-level security/);
    await expect(inside.as("Karin", (tx) => tx.deleteFrom("pledge_fate").execute())).rejects.toThrow(
      /permission denied/,
    );
  });

  test("begins when everything has a fate; the draft follows what is decided anew, and loses nothing", async () => {
    const start = () => karin!.call(api.startNext, { ...at, next: next.slug });
    expect((await start()).problem).toMatchObject({ why: "items-without-fate", detail: "8 av 9 saknar besked." });
    expect((await give(karin!, "2", { fate: "end", reason: "Lyktorna står där." })).status).toBe(200);
    for (const number of ["1", "1.1", "3", "3.1", "3.3"]) expect((await give(karin!, number, {})).status).toBe(200);
    await give(johan!, "3.2", { fate: "change" });
    await give(johan!, "1.2", { fate: "hand-over", reason: "De äger mätarna.", handedTo: "Trafikverket" });
    expect((await start()).value).toEqual({ slug: next.slug });
    expect((await start()).problem.why).toBe("next-is-begun");
    const opened = async () => (await karin!.call(pledge.openDocument, next)).value;
    const begun = await opened();
    expect(begun.predecessorSlug).toBe(slug);
    expect(begun.content.pledges.map(({ activities }) => activities.length)).toEqual([1, 3]);
    expect(begun.content.formerly).toHaveLength(9);

    // Anew while it is a draft, and the draft follows.
    expect((await give(karin!, "1.2", { fate: "keep" })).status).toBe(200);
    expect((await opened()).content.pledges[0]!.activities).toHaveLength(2);
    const { content, revision } = await opened();
    const period = {
      from: { said: "2028-01-01", on: "2028-01-01" as Day },
      to: { said: "2030-12-31", on: "2030-12-31" as Day },
    };
    const { formerly: _cut, ...others } = withReasons({ ...content, period });
    // Neither by leaving out what became of it, nor by leaving out the thing itself.
    await karin!.call(pledge.saveDraft, {
      ...next,
      revision,
      content: { ...others, pledges: others.pledges.slice(1) },
    });
    expect((await opened()).content.formerly).toEqual(content.formerly);
    expect((await karin!.call(pledge.propose, next)).problem.why).toBe("open-item-lost");
    await karin!.call(pledge.saveDraft, { ...next, revision: revision + 1, content: others });
    expect((await karin!.call(pledge.propose, next)).value).toEqual({ state: "proposed" });
    expect((await give(karin!, "1.2", { fate: "change" })).problem.why).toBe("next-is-proposed");
    expect((await read(karin!)).successor).toEqual({ slug: next.slug, isDraft: false });
    const change = inside.as("Karin", (tx) =>
      tx.updateTable("pledge_fate").set({ reason: "Ett annat" }).where("document_id", "=", documentId).execute(),
    );
    await expect(change).rejects.toThrow(/row-level security/);
  });

  test("is signed with what became of everything, and told when it is published", async () => {
    for (const name of ["Sofia", "Göran"]) {
      const person = await house.as(name);
      const key = await giveKey(database, name);
      const asked = (await person.call(pledge.askToSign, next)).value;
      const answer = key.answer(asked.options["challenge"] as string);
      expect((await person.call(pledge.sign, { ...next, signingId: asked.signingId, answer })).status).toBe(200);
    }
    expect((await publishBoth(house, database, next)).value).toEqual({ state: "published" });
    await house.settle();
    await house.close();
  });
});
