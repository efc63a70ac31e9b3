import { beforeAll, expect, test } from "vitest";
import { type Authenticator, giveKey } from "../../../test/authenticator.ts";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { pressKey } from "../../../test/publishing.ts";
import { renewed } from "../../../test/renewed.ts";
import { insideDemo, type Inside, takeKeys } from "../../../test/stores.ts";
import { withReasons } from "../../../test/with-reasons.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Database } from "../../platform/server/database/database.ts";
import * as pledge from "../api.ts";
import type { Content } from "../document.ts";
import { askToPublish, publish } from "./api.ts";

const at = { partnership: "ockelbo", slug: "2028-2030" };
const NOW = "2026-11-24T09:00:00.000Z" as Instant;
const WORDS = "Vid gångtunneln ska det gå att se vem man möter.";

onBothEngines("publication by two keys", (fresh) => {
  let database: Database;
  let house: TestHouse;
  let inside: Inside;
  let [karin, johan, sofia]: Caller[] = [];
  let keys: { karin: Authenticator; johan: Authenticator };
  let document: { id: string; contentHash: string };
  beforeAll(async () => {
    database = await fresh({ demo: true });
    inside = await insideDemo(database);
    house = await openTestHouse(database);
    [karin, johan, sofia] = [await house.as("Karin"), await house.as("Johan"), await house.as("Sofia")];
    keys = { karin: await giveKey(database, "Karin"), johan: await giveKey(database, "Johan") };
    await renewed(karin, "2025-2027", at.slug);
    const { content, revision } = (await karin.call(pledge.openDocument, at)).value;
    const period = {
      from: { said: "2026", on: "2026-11-01" as Day },
      to: { said: "2030", on: "2030-12-31" as Day },
    };
    const [first, ...rest] = content.pledges;
    const pledges = [{ ...first!, text: WORDS }, ...rest];
    const named: Content = { ...content, period, pledges, note: "Se Anna Lindhs plats." };
    await karin.call(pledge.saveDraft, { ...at, revision, content: withReasons(named) });
    await karin.call(pledge.propose, at);
    document = (await karin.call(pledge.openDocument, at)).value;
  });
  const told = async () => (await house.stranger.request("/api/tell/publication?slug=ockelbo")).text();
  /** What a later stage shows those who publish; asked by its address, since this one does not know it. */
  const preview = (who: Caller) => who.request("/api/tell/ockelbo/promises/2028-2030/preview");
  const row = async (
    tx: Parameters<Parameters<Inside["as"]>[1]>[0],
    who: string,
    party: "municipality" | "police",
  ) => ({
    id: crypto.randomUUID(),
    partnership_id: inside.partnershipId,
    document_id: document.id,
    party,
    organisation_id: inside.organisations[party]!,
    person_id: (await tx.selectFrom("person").select("id").where("name", "=", who).executeTakeFirstOrThrow()).id,
    content_hash: document.contentHash,
    pressed_at: NOW,
    means: JSON.stringify({ kind: "passkey" }),
  });

  test("nobody previews or publishes what is not signed by both", async () => {
    expect((await preview(karin!)).status).toBe(404);
    expect((await pressKey(karin!, keys.karin, at)).problem.why).toBe("not-fully-signed");
    const early = inside.as("Karin", async (tx) =>
      tx
        .insertInto("pledge_publishing")
        .values(await row(tx, "Karin", "municipality"))
        .execute(),
    );
    await expect(early).rejects.toThrow(/a signed promise/);
  });

  test("the preview is what a stranger will read, through the gate, and nobody else's", async () => {
    for (const name of ["Sofia", "Göran"]) {
      const [person, key] = [await house.as(name), await giveKey(database, name)];
      const asked = (await person.call(pledge.askToSign, at)).value;
      const answer = key.answer(asked.options["challenge"] as string);
      expect((await person.call(pledge.sign, { ...at, signingId: asked.signingId, answer })).status).toBe(200);
    }
    const seen = await (await preview(johan!)).text();
    expect(seen).toContain(WORDS);
    // Read under no narrower and no wider rights than the public page: both sides see the same.
    expect(await (await preview(karin!)).text()).toBe(seen);
    expect(await told()).not.toContain(WORDS);
    expect((await preview(await house.as("Elin"))).status).toBe(404);
    expect((await preview(house.stranger)).status).toBe(401);
  });

  test("neither role, database nor another's key makes one organisation enough", async () => {
    expect((await sofia!.call(askToPublish, at)).problem.why).toBe("not-yours");
    expect((await pressKey(karin!, keys.johan, at)).problem.why).toBe("publishing-key-not-accepted");
    expect((await pressKey(karin!, keys.karin, at, { personChecked: false })).problem.why).toBe(
      "publishing-key-not-accepted",
    );
    expect((await pressKey(karin!, keys.karin, at, { crossOrigin: true })).problem.why).toBe(
      "publishing-key-not-accepted",
    );
    // A signature's question is another question: its answer publishes nothing.
    const asked = (await karin!.call(askToPublish, at)).value;
    const other = (await karin!.call(askToPublish, at)).value;
    const answer = keys.karin.answer(other.options["challenge"] as string);
    const given = { ...at, signingId: asked.signingId as never, answer };
    expect((await karin!.call(publish, given)).problem.why).toBe("publishing-key-not-accepted");
    expect((await karin!.call(publish, given)).problem.why).toBe("question-expired");

    const straight = (who: string) =>
      inside.as(who, (tx) =>
        tx
          .updateTable("pledge_document")
          .set({ state: "published", published_at: NOW })
          .where("id", "=", document.id)
          .execute(),
      );
    await expect(straight("Karin")).rejects.toThrow(/one key from each organisation/);
    // Nor past it: what has ended is told too, and ends by the clock alone.
    const ended = inside.as("Karin", (tx) =>
      tx
        .updateTable("pledge_document")
        .set({ state: "closed", published_at: NOW, closed_at: NOW, closing: "expired" })
        .where("id", "=", document.id)
        .execute(),
    );
    await expect(ended).rejects.toThrow(/ended by the clock/);
    expect((await pressKey(karin!, keys.karin, at)).value).toEqual({ state: "signed" });
    expect((await pressKey(karin!, keys.karin, at)).problem.why).toBe("same-person-twice");
    await expect(straight("Karin")).rejects.toThrow(/one key from each organisation/);
    const insert = (who: string, as: string, party: "municipality" | "police") =>
      inside.as(who, async (tx) =>
        tx
          .insertInto("pledge_publishing")
          .values(await row(tx, as, party))
          .execute(),
      );
    await expect(insert("Karin", "Karin", "police")).rejects.toThrow(/row-level security/);
    await expect(insert("Karin", "Johan", "police")).rejects.toThrow(/row-level security/);
    await expect(insert("Sofia", "Sofia", "police")).rejects.toThrow(/row-level security/);
    await expect(insert("Karin", "Karin", "municipality")).rejects.toThrow(/duplicate key/);
    expect((await karin!.call(pledge.openDocument, at)).value).toMatchObject({
      state: "signed",
      publicationAskedBy: "municipality",
    });
    await house.settle();
    expect(await told()).not.toContain(WORDS);
  });

  /** How many of an organisation's keys somebody could take away. */
  const takenAway = (who: string, party: "municipality" | "police") =>
    inside.as(who, async (tx) =>
      Number(
        (
          await tx
            .deleteFrom("pledge_publishing")
            .where("document_id", "=", document.id)
            .where("party", "=", party)
            .executeTakeFirst()
        ).numDeletedRows,
      ),
    );

  test("the first key still holds when the second comes, or its organisation gives it anew", async () => {
    // A key that holds is nobody's to take away.
    expect(await takenAway("Karin", "municipality")).toBe(0);
    const asGranted = (ended_at: Instant | null) =>
      inside.as("system", async (tx) => {
        const { person_id } = await row(tx, "Karin", "municipality");
        await tx.updateTable("role_grant").set({ ended_at }).where("person_id", "=", person_id).execute();
      });
    await asGranted(NOW);
    expect((await pressKey(johan!, keys.johan, at)).problem.why).toBe("first-key-fell");
    await asGranted(null);
    await takeKeys(inside, "Karin");
    expect((await pressKey(johan!, keys.johan, at)).problem.why).toBe("first-key-fell");
    expect((await johan!.call(pledge.openDocument, at)).value.publicationAskedBy).toBeNull();
    // And the screen says so before anything is pressed.
    const cannot = async (who: typeof johan) =>
      ((await (await preview(who!)).json()) as { cannot: { why: string } | null }).cannot?.why;
    expect([await cannot(johan), await cannot(karin)]).toEqual(["first-key-fell", undefined]);
    expect(await takenAway("Johan", "municipality")).toBe(0);
    const past = inside.as("Johan", async (tx) => {
      const means = JSON.stringify({ kind: "passkey", credentialId: keys.johan.credentialId });
      await tx
        .insertInto("pledge_publishing")
        .values({ ...(await row(tx, "Johan", "police")), means })
        .execute();
      await tx
        .updateTable("pledge_document")
        .set({ state: "published", published_at: NOW })
        .where("id", "=", document.id)
        .execute();
    });
    await expect(past).rejects.toThrow(/one key from each organisation/);
    keys.karin = await giveKey(database, "Karin");
    expect((await pressKey(karin!, keys.karin, at)).value).toEqual({ state: "signed" });
    expect((await pressKey(karin!, keys.karin, at)).problem.why).toBe("same-person-twice");
    expect([await cannot(karin), await cannot(johan)]).toEqual(["same-person-twice", undefined]);
    expect((await johan!.call(pledge.openDocument, at)).value.publicationAskedBy).toBe("municipality");
    expect((await johan!.call(pledge.openDocument, at)).value.logEntry).toBeNull();
  });

  test("with the other organisation's key everybody reads it, and the log says by whose", async () => {
    expect((await pressKey(johan!, keys.johan, at)).value).toEqual({ state: "published" });
    await house.settle();
    expect(await told()).toContain(WORDS);
    const leaf = await inside.as("system", (tx) =>
      tx
        .selectFrom("pledge_log_entry")
        .select(["leaf", "index"])
        .where("document_id", "=", document.id)
        .where("kind", "=", "published")
        .executeTakeFirstOrThrow(),
    );
    expect(JSON.parse(leaf.leaf)).toMatchObject({
      municipalityKey: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      policeKey: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    // Its number is told to those who work here.
    expect((await johan!.call(pledge.openDocument, at)).value.logEntry).toBe(leaf.index);
    expect((await pressKey(johan!, keys.johan, at)).problem.why).toBe("already-published");
    // What it was published by stands, whatever becomes of the key.
    await takeKeys(inside, "Karin");
    expect(await takenAway("Karin", "municipality")).toBe(0);
    expect((await preview(karin!)).status).toBe(404);
    await house.close();
  });
});
